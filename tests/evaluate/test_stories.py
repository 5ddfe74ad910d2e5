"""Scores of lineage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.evaluate.stories import evaluate, score_groups
from dragoman.kit import Kit


def test_pairs_are_scored_and_relations_of_those_placed() -> None:
    """Of three documents that belong together, two found: one pair in three; one of two relations right."""
    wanted = [{"a": "original", "b": "copy", "c": "translation"}, {"d": "original"}]
    found = [{"a": "original", "b": "rewrite"}, {"c": "original", "d": "copy"}]
    score = score_groups(wanted, found, "x")
    assert score.figures == {
        "p": 0.5, "r": pytest.approx(1 / 3), "f1": pytest.approx(0.4), "relation": 0.5,
    }  # fmt: skip
    assert sorted(error["error"] for error in score.errors) == ["false", "missed", "missed", "relation"]


def test_documents_are_read_and_grouped(kit: Kit, tmp_path: Path) -> None:
    """A copy beside its original is one story; another text is none of it."""
    text = "The ministers of Peru and Chile met in Lima. They signed a fishing treaty. Chile praised the talks."
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "b.txt").write_text(text + "\n")
    (tmp_path / "c.txt").write_text("Kenya sent doctors to Malawi. The floods had closed three hospitals there.")
    rows = [[("a", "original"), ("b", "copy")], [("c", "original")]]
    lines = [json.dumps({"members": [{"doc": d, "relation": r} for d, r in row]}) for row in rows]
    (tmp_path / "stories.jsonl").write_text("\n".join(lines))
    assert evaluate(tmp_path, kit).figures["f1"] == 1.0
