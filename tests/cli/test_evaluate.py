"""`dragoman eval`: what it refuses, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import command
from dragoman.errors import InputError
from dragoman.evaluate.harness import score_kind
from dragoman.kit import Kit


@pytest.mark.parametrize("gold", ['{"foo": 1}\n', "[1]\n", "no JSON\n"])
@pytest.mark.parametrize("kind", ["relations", "who-whom", "statements", "factuality", "stories", "dates", "ties", "grouping"])
def test_gold_of_another_kind_is_refused_in_words(kind: str, gold: str, kit: Kit, tmp_path: Path) -> None:
    """A gold file without the fields that a scorer needs is the user's to correct: its place is named."""
    file = tmp_path / "gold.jsonl"
    file.write_text(gold, encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl"):
        score_kind(kind, file, kit)


def test_errors_that_cannot_be_written_are_told(home: Path) -> None:
    """Figures are printed all the same, and the failure is one line."""
    (home / "empty.jsonl").write_text("", encoding="utf-8")
    done = command("eval", "factuality", "empty.jsonl", "--errors", "nowhere/errors.jsonl")
    assert done.returncode == 1
    assert done.stderr.startswith("dragoman: cannot write nowhere/errors.jsonl")
