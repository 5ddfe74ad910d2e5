"""Days, weeks, months, quarters and years as numbers that follow each other; `all` is one period for everything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np

from dragoman.system.event_table import Integers

Period = Literal["day", "week", "month", "quarter", "year", "all"]
PERIODS: tuple[Period, ...] = get_args(Period)

_MONDAY = 3  # 1970-01-01 was a Thursday: three days after the Monday of its week
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def period_numbers(days: Integers, period: Period) -> Integers:
    """Return the number of the period that each day (since 1970-01-01) lies in; weeks begin on Monday (ISO 8601)."""
    if period == "all":
        return np.zeros_like(days)
    if period == "day":
        return days
    if period == "week":
        return (days + _MONDAY) // 7
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return months // _MONTHS[period]


def period_starts(numbers: Integers, period: Period) -> Integers:
    """Return the first day (since 1970-01-01) of each period."""
    if period in ("day", "all"):
        return numbers
    if period == "week":
        return numbers * 7 - _MONDAY
    months = (numbers * _MONTHS[period]).astype("datetime64[M]")
    return months.astype("datetime64[D]").astype(np.int64)


def period_labels(numbers: Integers, period: Period) -> list[str]:
    """Return the name of each period: 2003-05-31, 2003-W22, 2003-05, 2003-Q2, 2003."""
    distinct, places = np.unique(numbers, return_inverse=True)
    starts = period_starts(distinct, period).astype("datetime64[D]")
    names = [_label(day, period) for day in starts.astype(object)] if len(distinct) else []
    return _taken(names, places)


def _label(day: object, period: Period) -> str:
    text = str(day)
    if period == "all":
        return "all"
    if period == "day":
        return text
    if period == "week":
        year, week, _ = day.isocalendar()  # type: ignore[attr-defined]
        return f"{year:04d}-W{week:02d}"
    if period == "quarter":
        return f"{text[:4]}-Q{(int(text[5:7]) + 2) // 3}"
    return text[:7] if period == "month" else text[:4]


def _taken(names: Sequence[str], places: Integers) -> list[str]:
    return [names[place] for place in places]
