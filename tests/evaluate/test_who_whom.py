"""Scores of who acts on whom."""

from __future__ import annotations

from dragoman.evaluate.who_whom import joined, score_sides, tagged

ROW = {"tokens": ["Old", "Rome", "attacked", "Carthage"], "tags": ["B-S", "I-S", "O", "B-T"]}


def test_spans_of_tags() -> None:
    """Tags give spans in the joined text; reciprocal parties stand on both sides."""
    text, spans = joined(ROW["tokens"])
    assert [text[s:e] for side in tagged(spans, ROW["tags"]) for s, e in side] == ["Old Rome", "Carthage"]
    assert tagged(spans, ["B-R", "I-R", "O", "O"]) == ([(0, 8)], [(0, 8)])


def test_neighbouring_spans_stay_apart() -> None:
    """Two spans that touch are two."""
    _, spans = joined(["A", "B"])
    assert tagged(spans, ["B-S", "B-S"])[0] == [(0, 1), (2, 3)]


def test_best_reading_is_scored() -> None:
    """The reading that agrees best with gold counts, at half of the characters."""
    wrong, right = ([(18, 26)], [(0, 8)]), ([(0, 8)], [(18, 26)])
    assert score_sides([ROW], [[wrong, right]], "g").figures["source_f1"] == 1.0
    assert score_sides([ROW], [[wrong]], "g").figures["source_f1"] == 0.0
    assert score_sides([ROW], [[([(4, 8)], [])]], "g").figures["source_f1"] == 1.0


def test_no_reading_is_a_miss() -> None:
    """A sentence without a reading lowers recall, not precision."""
    figures = score_sides([ROW, ROW], [[([(0, 8)], [(18, 26)])], []], "g").figures
    assert (figures["target_p"], figures["target_r"]) == (1.0, 0.5)
