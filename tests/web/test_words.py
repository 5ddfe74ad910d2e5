"""Codes in words."""

from __future__ import annotations

import pytest

from dragoman.web.words import QUADS, TYPES, and_words, count_words, day_words, verb, when_words


@pytest.mark.parametrize(
    ("start", "end", "precision", "shown"),
    [
        ("2021-10-05", "2021-10-05", "day", "5 October 2021"),
        ("2021-10-01", "2021-10-31", "month", "October 2021"),
        ("2021-01-01", "2021-12-31", "year", "2021"),
        ("2021-10-05", "2021-10-07", "range", "5–7 October 2021"),
        ("2021-09-30", "2021-10-07", "week", "30 September – 7 October 2021"),
        (None, "2021-10-07", "range", "until 7 October 2021"),
        ("2020-12-30", "2021-01-02", "range", "30 December 2020 – 2 January 2021"),
        ("2021-10-05", None, "day", "from 5 October 2021"),
        (None, None, "unknown", ""),
    ],
)
def test_intervals_are_written_as_precisely_as_they_are(start: str | None, end: str | None, precision: str, shown: str) -> None:
    """No day is shown that the record does not have."""
    assert when_words({"start": start, "end": end, "precision": precision, "basis": "text"}) == shown


def test_dates_that_are_cut_or_none_are_shown_as_they_are() -> None:
    """A month is a month; what is no date stays as it stands."""
    assert [day_words(day) for day in ("2021-10", "2021", "", None, "soon", "2021-13-01")] == [
        "October 2021", "2021", "", "", "soon", "2021-13-01"
    ]  # fmt: skip


def test_every_act_has_a_verb_for_one_for_several_and_for_each_other() -> None:
    """A headline is a sentence: one accuses, several accuse, two confer."""
    for code in TYPES:
        assert len({verb(code, 1, 1), verb(code, 2, 1), verb(code, 2, 0)}) >= 2
    assert (verb("ACCUSE", 1, 1), verb("ACCUSE", 2, 1), verb("CONSULT", 2, 0)) == ("accuses", "accuse", "confer")
    assert len(QUADS) == 4


def test_lists_and_counts_read_like_prose() -> None:
    """France, Germany and Poland; 1 report; 2,310 reports."""
    assert and_words(["France", "Germany", "Poland"]) == "France, Germany and Poland"
    assert (count_words(1, "report"), count_words(2310, "report"), and_words([])) == ("1 report", "2,310 reports", "")
