"""The scorer of time expressions, and the quality on our own phrases."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.evaluate.dates import evaluate, score_mentions
from dragoman.kit import Kit

GOLD = Path(__file__).parent.parent / "gold" / "dates"
ROW = {
    "id": "x", "text": "They met on Monday.", "language": "en", "anchor": "2021-10-05", "start": 9, "end": 18,
    "value": {"start": "2021-10-04", "end": "2021-10-04", "precision": "day"}, "note": "",
}  # fmt: skip


def test_the_wrong_side_of_the_anchor_is_counted() -> None:
    """A confident date in the wrong direction is worse than a miss, so it has a count of its own."""
    ahead = {"start": 12, "end": 18, "value": {"start": "2021-10-11", "end": "2021-10-11", "precision": "day"}}
    score = score_mentions([ROW], [[ahead]], "own")
    assert score.counts["wrong_directions"] == 1
    assert score.figures["value_accuracy"] == 0


def test_an_unresolved_reading_is_wrong_but_no_wrong_direction() -> None:
    """Saying nothing costs accuracy only."""
    score = score_mentions([ROW], [[{"start": 12, "end": 18, "value": None}]], "own")
    assert score.counts["wrong_directions"] == 0
    assert score.figures["detection_recall"] == 1
    assert score.figures["value_accuracy"] == 0


def test_a_find_where_there_is_nothing_costs_precision() -> None:
    """Rows without an expression test for false friends."""
    empty = ROW | {"start": None, "end": None, "value": None}
    score = score_mentions([ROW, empty], [[], [{"start": 0, "end": 4, "value": None}]], "own")
    assert score.figures["detection_precision"] == 0
    assert [error["id"] for error in score.errors] == ["x", "x"]


@pytest.mark.parametrize(
    ("name", "floor", "wrong"), [("phrases.jsonl", 0.98, 0), ("news.jsonl", 0.96, 0), ("later.jsonl", 0.93, 1)]
)
def test_the_phrases_are_read_right_and_hardly_ever_in_the_wrong_direction(
    kit: Kit, name: str, floor: float, wrong: int
) -> None:
    """The floor of quality on phrases of our own; in one of them the parser takes the verb for a participle."""
    score = evaluate(GOLD / name, kit)
    assert score.figures["value_accuracy"] >= floor
    assert score.counts["wrong_directions"] <= wrong
