"""Tests of scoring links."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.links import evaluate, read_passages
from dragoman.kit import Kit

GOLD = Path(__file__).parent.parent / "gold" / "links"


def write(path: Path, *rows: dict[str, object]) -> Path:
    """Write rows as JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_marks_give_offsets(tmp_path: Path) -> None:
    """A marked passage loses its marks and gains mentions at the right offsets."""
    (passage,) = read_passages(write(tmp_path / "g.jsonl", {"id": "a", "marked": "[[Kyiv|UKR/place:kyiv]] met [[her|-]]."}))
    assert passage.text == "Kyiv met her."
    assert [passage.text[m.start : m.end] for m in passage.mentions] == ["Kyiv", "her"]
    assert [len(m.readings) for m in passage.mentions] == [2, 0]


def test_row_without_a_form_is_refused(tmp_path: Path) -> None:
    """A row in neither form names its line."""
    with pytest.raises(InputError, match=r"g\.jsonl:1"):
        list(read_passages(write(tmp_path / "g.jsonl", {"id": "a", "text": "x"})))


def test_predictions_are_scored(tmp_path: Path, kit: Kit) -> None:
    """Given predictions are compared by span: right, wrong and wrongly linked are told apart."""
    gold = write(tmp_path / "g.jsonl", {"id": "a", "marked": "[[France|FRA]], [[Spain|ESP]], [[Ann Lee|-]]"})
    given = write(
        tmp_path / "p.jsonl",
        {"id": "a", "mentions": [
            {"start": 0, "end": 6, "actors": ["FRA"]},
            {"start": 8, "end": 13, "actors": ["PRT"]},
            {"start": 15, "end": 22, "actors": ["ann-lee"]},
        ]},
    )  # fmt: skip
    score = evaluate(gold, kit, given)
    assert score.figures == {"right": 0.5, "wrong_among_unresolvable": 1.0}
    assert [error["surface"] for error in score.errors] == ["Spain", "Ann Lee"]


def test_own_passages_keep_their_figures(kit: Kit) -> None:
    """The gold passages: at least 0.95 right of those that can be resolved, at most 0.03 wrong of those that cannot."""
    score = evaluate(GOLD, kit)
    assert score.counts["resolvable"] + score.counts["unresolvable"] >= 400
    assert score.figures["right"] >= 0.95
    assert score.figures["wrong_among_unresolvable"] <= 0.03
