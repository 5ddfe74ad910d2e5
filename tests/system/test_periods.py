"""Periods as numbers that follow each other."""

from __future__ import annotations

import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.system.periods import PERIODS, Period, period_labels, period_numbers, period_starts

EPOCH = datetime.date(1970, 1, 1)


@pytest.mark.parametrize(
    ("period", "label"),
    [
        ("day", "2003-05-31"), ("week", "2003-W22"), ("month", "2003-05"), ("quarter", "2003-Q2"), ("year", "2003"),
        ("all", "all"),
    ],
)
def test_a_day_lies_in_its_period(period: Period, label: str) -> None:
    """Each period has the name that people know."""
    day = np.array([(datetime.date(2003, 5, 31) - EPOCH).days])
    assert period_labels(period_numbers(day, period), period) == [label]


@given(st.dates(datetime.date(1816, 1, 1)), st.sampled_from(PERIODS[:-1]))
def test_a_period_begins_on_or_before_its_days(day: datetime.date, period: Period) -> None:
    """The first day of a day's period is no later, lies in that period, and the day before it does not."""
    number = period_numbers(np.array([(day - EPOCH).days]), period)
    start = period_starts(number, period)
    assert start[0] <= (day - EPOCH).days
    assert period_numbers(start, period)[0] == number[0]
    assert period_numbers(start - 1, period)[0] == number[0] - 1


@given(st.dates(datetime.date(1816, 1, 1)))
def test_weeks_are_those_of_the_calendar(day: datetime.date) -> None:
    """Weeks begin on Monday and have their ISO number."""
    label = period_labels(period_numbers(np.array([(day - EPOCH).days]), "week"), "week")[0]
    year, week, _ = day.isocalendar()
    assert label == f"{year:04d}-W{week:02d}"
