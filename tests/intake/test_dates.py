"""Dates of page metadata: whole, possible and unambiguous, or none."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.dates import find_whole_dates, only_date, read_date


@pytest.mark.parametrize(
    ("value", "start", "precision"),
    [
        ("2021-10-05", "2021-10-05", "day"),
        ("2021-10-05T23:30:00+02:00", "2021-10-05", "day"),
        ("2021-10-05 08:00:00.123Z", "2021-10-05", "day"),
        ("20211005", "2021-10-05", "day"),
        ("5 October 2021", "2021-10-05", "day"),
        ("October 5, 2021", "2021-10-05", "day"),
        ("Oct. 5, 2021", "2021-10-05", "day"),
        ("Tuesday, 5th October 2021, 10:30 GMT", "2021-10-05", "day"),
        ("5 octobre 2021", "2021-10-05", "day"),
        ("1er août 2021", "2021-08-01", "day"),
        ("25/10/2021", "2021-10-25", "day"),
        ("10/25/2021", "2021-10-25", "day"),
        ("October 2021", "2021-10-01", "month"),
        ("2021-10", "2021-10-01", "month"),
        ("2021", "2021-01-01", "year"),
    ],
)
def test_dates_are_read_with_their_precision(value: str, start: str, precision: str) -> None:
    """Usual forms of dates give their day, or the month or year where no more is said."""
    when = read_date(value)
    assert when is not None
    assert (when.start, when.precision) == (start, precision)


@pytest.mark.parametrize(
    "value",
    [
        "", "soon", "05/10/2021", "31 February 2021", "2021-02-31", "2021-13-01", "0000-00-00", "year 0", "9" * 5_000,
        "32 May 2021", "30 février 2020", "99999-01-01", "May", "5 October", "12:30", "1633420800000000",
    ],
)  # fmt: skip
def test_impossible_and_unclear_dates_are_none(value: str) -> None:
    """What the calendar does not have, or what could be two dates, is no date."""
    assert read_date(value) is None


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_iso_date_comes_back(date: datetime.date) -> None:
    """Any ISO date is read as itself, alone and inside a line."""
    when = read_date(date.isoformat())
    assert when is not None
    assert when.start == when.end == date.isoformat()
    line = f"Published: {date.isoformat()} by us"
    assert [line[found.start : found.end] for found in find_whole_dates(line)] == [date.isoformat()]


@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    """No text makes the reader fail, and what it finds lies in the text."""
    for found in find_whole_dates(text):
        assert 0 <= found.start < found.end <= len(text)
    only_date(text)


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        (" date 2021-10-05 ", True), ("Tuesday 5 October 2021, 10:30 GMT", True), ("OSLO, 5 October 2021", True),
        ("le 5 octobre 2021 à 10h30", True), ("On 5 October 2021 he left.", False), ("No date here", False),
    ],
)  # fmt: skip
def test_line_that_is_only_a_date(line: str, alone: bool) -> None:
    """A line is a date line when nothing but a place, a weekday and a clock time stands beside the date."""
    assert (only_date(line) is not None) == alone
