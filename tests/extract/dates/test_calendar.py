"""The calendar under the time expressions."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.dates.calendar import (
    century,
    day_of,
    month_of,
    nearest,
    part_of,
    quarter_of,
    season_of,
    shift,
    unit_around,
    week_around,
    year_of,
)

DAYS = st.dates(min_value=date(1500, 1, 1), max_value=date(2200, 12, 31))


def test_a_day_that_no_calendar_has_is_none() -> None:
    """31 June and 29 February of a common year do not exist."""
    assert day_of(2021, 6, 31) is None
    assert day_of(2021, 2, 29) is None
    assert day_of(2020, 2, 29) is not None


def test_the_twentieth_century_ends_in_2000() -> None:
    """Centuries are counted from year 1."""
    assert century(20)[:2] == (date(1901, 1, 1), date(2000, 12, 31))


def test_a_winter_belongs_to_the_year_in_which_it_begins() -> None:
    """Winter 2019 runs into 2020, through a leap day."""
    assert season_of(2019, "winter")[:2] == (date(2019, 12, 1), date(2020, 2, 29))


def test_a_shift_by_months_stays_in_the_month() -> None:
    """One month after 31 January is the last of February."""
    assert shift(date(2021, 1, 31), 1, "month") == date(2021, 2, 28)
    assert shift(date(2021, 3, 31), -1, "quarter") == date(2020, 12, 31)


def test_parts_of_a_month_are_cut_at_the_tenth_and_twentieth() -> None:
    """Early, middle and late cover the month without overlap."""
    parts = [part_of(month_of(2021, 5), part)[:2] for part in ("early", "middle", "late")]
    assert parts == [
        (date(2021, 5, 1), date(2021, 5, 10)),
        (date(2021, 5, 11), date(2021, 5, 20)),
        (date(2021, 5, 21), date(2021, 5, 31)),
    ]


def test_nearest_without_direction_is_the_closest() -> None:
    """At the turn of the year, January ahead is nearer than January past."""
    found = nearest([month_of(2019, 1), month_of(2020, 1)], date(2019, 12, 30), "")
    assert found == month_of(2020, 1)


def test_nearest_gives_none_where_the_direction_leaves_nothing() -> None:
    """No candidate began before the anchor."""
    assert nearest([year_of(2030)], date(2020, 1, 1), "past") is None


@given(DAYS)
def test_the_unit_around_a_day_holds_it(value: date) -> None:
    """Week, month, quarter, year, decade and century all contain their day."""
    for unit in ("day", "week", "month", "quarter", "year", "decade", "century"):
        around = unit_around(value, unit)
        assert around.start is not None
        assert around.end is not None
        assert around.start <= value <= around.end


@given(DAYS)
def test_weeks_run_from_monday_to_sunday(value: date) -> None:
    """Every week has seven days and starts on a Monday."""
    week = week_around(value)
    assert week.start is not None
    assert week.end is not None
    assert week.start.weekday() == 0
    assert (week.end - week.start).days == 6


@given(st.integers(1500, 2200))
def test_quarters_tile_the_year(year: int) -> None:
    """Each quarter begins where the one before ends."""
    quarters = [quarter_of(year, number) for number in (1, 2, 3, 4)]
    assert quarters[0].start == date(year, 1, 1)
    assert quarters[-1].end == date(year, 12, 31)
    for before, after in pairwise(quarters):
        assert before.end is not None
        assert shift(before.end, 1, "day") == after.start
