"""Judging from the command line, and what `show story` and `show event` print."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import dragoman
from dragoman.cli.app import app
from dragoman.errors import JudgementError
from dragoman.kit import Kit

STORY = (
    "Norwegian Prime Minister Erna Solberg met Icelandic Prime Minister Katrin Jakobsdottir in Oslo on 4 March 2019. The two "
    "governments signed an agreement on cod. Fishermen in both countries had asked for it since the winter. Norway promised to "
    "open two harbours to Icelandic trawlers. Nobody spoke of whales.\n"
)


@pytest.fixture
def home(kit: Kit, tmp_path: Path) -> Iterator[Path]:
    """Return a folder with a project `P` of two copies of one text and an independent one; it is the current folder."""
    other = "Greece accused Turkey on Tuesday of violating its airspace. Ankara rejected the accusation.\n"
    texts = {"one.txt": STORY, "two.txt": "Cod accord\n\n" + STORY, "three.txt": other}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, dragoman.open_project(tmp_path / "P", kit) as project:
        patch.chdir(tmp_path)
        project.read(sorted(texts), workers=1, language="en")
        yield tmp_path


def run(*arguments: str, status: int = 0) -> str:
    """Run a command on the project and return what it prints."""
    done = CliRunner().invoke(app, [*arguments, "--project", "P"])
    assert done.exit_code == status, (done.output, done.exception)
    return done.output


def rows(table: str) -> list[dict[str, object]]:
    """Return a table of the project."""
    return [json.loads(line) for line in run("export", table).splitlines()]


def test_a_story_is_shown_with_its_versions_side_by_side(home: Path) -> None:
    """The path of a member finds the story; both paths, the relation and the aligned words are there."""
    shown = run("show", "story", "two.txt")
    assert "2 documents" in shown
    assert "one.txt | two.txt" in shown or "two.txt | one.txt" in shown
    assert shown.count("Nobody spoke of whales.") >= 2


def test_an_event_is_shown_with_every_report(home: Path) -> None:
    """Each report stands in its sentence with its document, and the number of sources is told with its reason."""
    event = next(row for row in rows("events") if row["documents"] == 2)
    shown = run("show", "event", str(event["id"]))
    assert "1 independent source\n" in shown
    assert "copies or versions of one story" in shown
    assert "one.txt" in shown
    assert "two.txt" in shown


def test_unknown_ids_are_refused_with_advice(home: Path) -> None:
    """A wrong id tells which command lists the right ones."""
    for table, plural in (("story", "stories"), ("event", "events")):
        done = CliRunner().invoke(app, ["show", table, "zzz", "--project", "P"])
        assert f"dragoman show {plural}" in str(done.exception)


def test_judging_and_undoing_from_the_command_line(home: Path) -> None:
    """Two events judged the same are one, the list tells it, and undo gives the old events back."""
    before = rows("events")
    left, right = (str(row["id"]) for row in before[:2])
    made = json.loads(run("judge", "same", left, right, "--user", "ana", "--note", "one summit", "--json"))
    assert (made["number"], made["verdict"], made["user"], made["note"]) == (1, "same", "ana", "one summit")
    assert len(rows("events")) == len(before) - 1
    assert "in force" in run("judge", "list")
    run("judge", "undo", "1", "--user", "ana")
    assert rows("events") == before
    assert [row["state"] for row in rows("judgements")] == ["undone", "undoing"]


@pytest.mark.parametrize("new", ["QQQ", "QQQ.government", "emmanuel-macron", "nobody"])
def test_an_actor_that_nobody_knows_is_not_put_in(home: Path, new: str) -> None:
    """Capitals alone make no id: a state, organisation or organ must stand in the tables, a person in a document."""
    report = next(row for row in rows("reports") if row["type"] == "ACCUSE")
    before = len(rows("judgements"))
    done = CliRunner().invoke(app, ["judge", "wrong-actor", str(report["id"]), "TUR", new, "--project", "P"])
    assert isinstance(done.exception, JudgementError)
    assert "dragoman show actors" in str(done.exception)
    assert len(rows("judgements")) == before


def test_a_wrong_actor_is_corrected_in_the_events(home: Path) -> None:
    """The event of a corrected report names the right actor; the report stays as it was read."""
    report = next(row for row in rows("reports") if row["type"] == "ACCUSE")
    run("judge", "wrong-actor", str(report["id"]), "TUR", "BGR", "--user", "ana")
    assert any("BGR" in str(row["recipients"]) for row in rows("events"))
    kept = next(row for row in rows("reports") if row["id"] == report["id"])
    assert kept["recipients"] == report["recipients"] == ["TUR"]


def test_judgements_are_carried_to_another_project(home: Path, kit: Kit) -> None:
    """`judge export` writes a file, `judge import` tells of each judgement what became of it; a foreign file is refused."""
    report = next(row for row in rows("reports") if row["type"] == "ACCUSE")
    run("judge", "reject", str(report["id"]), "--user", "ana")
    run("judge", "export", "verdicts.jsonl")
    with dragoman.open_project(home / "Q", kit) as project:
        project.read(["three.txt"], workers=1, language="en")
    for outcome, last in (("applied", "1 applied, 0 already"), ("already there", "0 applied, 1 already")):
        done = CliRunner().invoke(app, ["judge", "import", "verdicts.jsonl", "--project", "Q"])
        assert (done.exit_code, f"1: {outcome} as 1" in done.output, last in done.output) == (0, True, True), done.output
    told = json.loads(run("judge", "import", "verdicts.jsonl", "--json"))
    assert [one["outcome"] for one in told] == ["already there"]
    (home / "foreign.jsonl").write_text('{"id": 1}\n', encoding="utf-8")
    done = CliRunner().invoke(app, ["judge", "import", "foreign.jsonl", "--project", "Q"])
    assert "line 1 is no judgement" in str(done.exception)
