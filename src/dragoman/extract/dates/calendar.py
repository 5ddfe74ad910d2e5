"""Closed intervals of days and the arithmetic on them: the calendar, without any words."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from dragoman.records import Precision

FIRST_YEAR, LAST_YEAR = 1, 9998  # what datetime can hold, with room for a shift by a year
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # first month, northern, meteorological


class Interval(NamedTuple):
    """From the first to the last day, both inside; None where open or unknown."""

    start: date | None
    end: date | None
    precision: Precision


def day(value: date) -> Interval:
    """Return one day."""
    return Interval(value, value, "day")


def day_of(year: int, month: int, number: int) -> Interval | None:
    """Return a day by its numbers; None where the calendar has no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12 or not 1 <= number <= monthrange(year, month)[1]:
        return None
    return day(date(year, month, number))


def month_of(year: int, month: int) -> Interval:
    """Return a month."""
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def year_of(year: int) -> Interval:
    """Return a year."""
    return Interval(date(year, 1, 1), date(year, 12, 31), "year")


def decade_of(year: int) -> Interval:
    """Return the ten years from `year` on."""
    return Interval(date(year, 1, 1), date(year + 9, 12, 31), "decade")


def century(number: int) -> Interval:
    """Return a century by its number: the 20th runs from 1901 to 2000."""
    return Interval(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31), "range")


def quarter_of(year: int, number: int) -> Interval:
    """Return a quarter of a year, 1 to 4."""
    last = month_of(year, number * 3)
    return Interval(date(year, number * 3 - 2, 1), last.end, "quarter")


def half_of(year: int, number: int) -> Interval:
    """Return a half of a year, 1 or 2."""
    return Interval(date(year, 1 if number == 1 else 7, 1), month_of(year, 6 * number).end, "range")


def season_of(year: int, name: str) -> Interval:
    """Return a season by the meteorological (northern) reckoning; a winter belongs to the year in which it begins."""
    first = _SEASONS[name]
    last = first + 2
    end = month_of(year, last).end if last <= 12 else month_of(year + 1, last - 12).end
    return Interval(date(year, first, 1), end, "season")


def week_around(value: date) -> Interval:
    """Return the week, Monday to Sunday, that holds a day."""
    monday = value - timedelta(days=value.weekday())
    return Interval(monday, monday + timedelta(days=6), "week")


def unit_around(value: date, unit: str) -> Interval:
    """Return the day, week, month, quarter, year, decade or century that holds a day."""
    return _AROUND[unit](value)


_AROUND: Mapping[str, Callable[[date], Interval]] = {
    "day": day,
    "week": week_around,
    "month": lambda value: month_of(value.year, value.month),
    "quarter": lambda value: quarter_of(value.year, (value.month + 2) // 3),
    "year": lambda value: year_of(value.year),
    "decade": lambda value: decade_of(value.year - value.year % 10),
    "century": lambda value: century((value.year + 99) // 100),
}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def shift(value: date, count: int, unit: str) -> date:
    """Move a day by so many units; a day that the target month lacks becomes its last one."""
    if unit in _DAYS:
        moved = value.toordinal() + count * _DAYS[unit]
        return date.fromordinal(min(max(moved, 1), date.max.toordinal()))
    months = value.year * 12 + value.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, 12)
    year = min(max(year, FIRST_YEAR), LAST_YEAR)
    return date(year, month + 1, min(value.day, monthrange(year, month + 1)[1]))


def _thirds(start: date, end: date, precision: Precision) -> tuple[date, date]:
    """Return the last day of the first third and the first of the last one."""
    if precision == "month":
        return start + timedelta(days=9), start + timedelta(days=20)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if start.day == 1 and months % 3 == 0:
        return shift(start, months // 3, "month") - timedelta(days=1), shift(start, months // 3 * 2, "month")
    third = timedelta(days=(end - start).days // 3)
    return start + third, end - third


def part_of(whole: Interval, part: str) -> Interval:
    """Return the early, middle or late third of an interval; months are cut at the 10th and 20th, others by thirds."""
    if whole.start is None or whole.end is None:
        return whole
    if part in ("first-half", "second-half"):
        if whole.precision == "year":
            return half_of(whole.start.year, 1 if part == "first-half" else 2)
        middle = whole.start + (whole.end - whole.start) // 2
        start, end = (whole.start, middle) if part == "first-half" else (middle + timedelta(days=1), whole.end)
        return Interval(start, end, "range")
    first_end, last_start = _thirds(whole.start, whole.end, whole.precision)
    if part == "early":
        return Interval(whole.start, first_end, "range")
    if part == "late":
        return Interval(last_start, whole.end, "range")
    return Interval(first_end + timedelta(days=1), last_start - timedelta(days=1), "range")


def nearest(candidates: list[Interval], anchor: date, direction: str) -> Interval | None:
    """Return the candidate that a text of `anchor` means: the last begun by then, the next not yet over, or the closest."""
    whole = [(each.start, each.end, each) for each in candidates if each.start is not None and each.end is not None]
    if direction == "past":
        return max((each for each in whole if each[0] <= anchor), default=(None, None, None))[2]
    if direction == "future":
        return min((each for each in whole if each[1] >= anchor), default=(None, None, None))[2]

    def distance(each: tuple[date, date, Interval]) -> tuple[int, bool]:
        start, end, _ = each
        away = 0 if start <= anchor <= end else min(abs((start - anchor).days), abs((end - anchor).days))
        return away, start > anchor

    return min(whole, key=distance)[2] if whole else None
