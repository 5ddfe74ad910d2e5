"""`dragoman knowledge`, as a user meets it."""

from __future__ import annotations

from pathlib import Path

from cli.conftest import command, run


def test_knowledge_answers_for_a_date(home: Path) -> None:
    """`knowledge show` tells what the tables know of a state."""
    assert "France" in run("knowledge", "show", "FRA")[1]
    done = command("knowledge", "show", "NOBODY-AT-ALL")
    assert (done.returncode, "add a row" in done.stderr) == (1, True)


def test_knowledge_names_actors_near_a_wrong_id(home: Path) -> None:
    """A surname is no id, and the ids that it is part of are listed."""
    assert "emmanuel-macron" in command("knowledge", "show", "macron").stderr
