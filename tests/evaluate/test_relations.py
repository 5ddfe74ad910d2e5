"""Scores of relations with the pair given."""

from __future__ import annotations

from dragoman.evaluate.relations import score_pairs, spans_of


def test_marks_are_not_counted() -> None:
    """The spans of source and target count in the text without marks."""
    assert spans_of("The <s>cat</s> saw <t>a dog</t>.") == ((4, 7), (12, 17))
    assert spans_of("Then <t>they</t> fell.") == (None, (5, 9))


def test_root_quad_and_binary() -> None:
    """A wrong root of the right quad counts for quad and binary."""
    rows = [
        {"marked": "", "type": "AGREE", "quad": 1},
        {"marked": "", "type": "ASSAULT", "quad": 4},
    ]
    figures = score_pairs(rows, ["SUPPORT", "ASSAULT"], "g").figures
    assert (figures["binary"], figures["quad"], figures["root"]) == (1.0, 1.0, 0.5)


def test_no_answer_is_wrong() -> None:
    """A row without an answer is wrong at every level."""
    figures = score_pairs([{"marked": "", "type": "AID", "quad": 2}], [""], "g").figures
    assert (figures["root"], figures["binary"], figures["answered"]) == (0.0, 0.0, 0.0)
