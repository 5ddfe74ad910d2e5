"""Rules for dates that name their place in the calendar, whole or in part: days, months, years, seasons, centuries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dragoman.extract.dates.calendar import (
    Interval,
    century,
    day,
    day_of,
    decade_of,
    half_of,
    month_of,
    nearest,
    part_of,
    quarter_of,
    season_of,
    shift,
    year_of,
)
from dragoman.extract.dates.reader import Reader

_DAY = timedelta(days=1)


def _calendar(reader: Reader) -> Interval | None:
    number = reader.number("day") or reader.number("ordinal")
    month = int(reader.value("month")) if reader.has("month") else reader.number("month_number")
    year = reader.number("year")
    if year is None and reader.has("turn") and reader.anchor is not None:
        year = reader.anchor.year + int(reader.value("turn"))
    if year is not None:
        whole = _by_numbers(year, month, number)
    elif reader.anchor is None or month is None:
        return None
    else:
        whole = _without_year(reader, month, number, reader.anchor)
    return part_of(whole, reader.value("part")) if whole is not None and reader.has("part") else whole


def _by_numbers(year: int, month: int | None, number: int | None) -> Interval | None:
    if month is None:
        return year_of(year)
    return month_of(year, month) if number is None else day_of(year, month, number)


def _without_year(reader: Reader, month: int, number: int | None, anchor: date) -> Interval | None:
    """Choose the year by direction; a weekday beside the day must agree, where one of the years lets it."""
    reach = range(max(1, anchor.year - 6), anchor.year + 7) if reader.has("weekday") else range(-1, 2)
    years = reach if reader.has("weekday") else range(max(1, anchor.year - 1), anchor.year + 2)
    found = [each for year in years if (each := _by_numbers(year, month, number)) is not None]
    if reader.has("weekday"):
        weekday = int(reader.value("weekday"))
        agreeing = [each for each in found if each.start is not None and each.start.weekday() == weekday]
        found = agreeing or found
    direction = reader.direction or ("past" if number is None else "")
    return nearest(found, anchor, direction) or nearest(found, anchor, "")


def _days(reader: Reader) -> Interval | None:
    month, year = int(reader.value("month")), reader.number("year")
    first, last = reader.number("day"), reader.number("day2")
    if first is None or last is None or first >= last:
        return None
    if year is None:
        if reader.anchor is None:
            return None
        end = _without_year(reader, month, last, reader.anchor)
    else:
        end = day_of(year, month, last)
    start = day_of(end.end.year, month, first) if end is not None and end.end is not None else None
    return Interval(start.start, end.end, "range") if start is not None and end is not None else None


def _years(reader: Reader) -> Interval | None:
    first = reader.number("year") or 0
    last = reader.number("year2") if reader.has("year2") else first - first % 100 + int(reader.found.slots["short"])
    if last is None or not first < last:
        month = int(reader.found.slots.get("short", "0"))  # "2021-09" is a month
        return month_of(first, month) if 1 <= month <= 12 else None
    return Interval(date(first, 1, 1), date(last, 12, 31), "range")


def _decade(reader: Reader) -> Interval | None:
    first = int(reader.found.slots["decade"].lstrip("'"))
    whole = decade_of(first if first > 100 else 1900 + first)
    return part_of(whole, reader.value("part")) if reader.has("part") else whole


def _century(reader: Reader) -> Interval | None:
    number = reader.number("roman") if reader.has("roman") else reader.number("ordinal")
    if number is None or not 1 <= number <= 30:
        return None
    whole = century(number)
    return part_of(whole, reader.value("part")) if reader.has("part") else whole


def _this_year_month(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    whole = month_of(reader.anchor.year, int(reader.value("month")))
    return part_of(whole, reader.value("part")) if reader.has("part") else whole


def _famous(reader: Reader) -> Interval | None:
    return day(date.fromisoformat(reader.value("famous")))


def _slashed(reader: Reader) -> Interval | None:
    """Read 9/15/2021; where both numbers may be the month, the text does not say which (American or British) is meant."""
    first, second, year = reader.number("day") or 0, reader.number("day2") or 0, reader.number("year") or 0
    if first == second or first > 12:
        return day_of(year, second, first)
    return day_of(year, first, second) if second > 12 else None


def _week_of(reader: Reader) -> Interval | None:
    """Read "the last week of March": sevens of days counted from either end of the month."""
    number = reader.number("ordinal") or reader.number("week_rank")
    month, year = int(reader.value("month")), reader.number("year")
    if number is None or (year is None and reader.anchor is None):
        return None
    whole = month_of(year, month) if year is not None else _without_year(reader, month, None, reader.anchor or date.min)
    if whole is None or whole.start is None or whole.end is None or number > 4:
        return None
    start = whole.end - 6 * _DAY if number == -1 else whole.start + (number - 1) * 7 * _DAY
    return Interval(start, start + 6 * _DAY, "range")


def _quarter(reader: Reader) -> Interval | None:
    number = reader.number("ordinal") or reader.number("day") or 0
    year = reader.number("year") or (reader.anchor.year if reader.anchor else None)
    number = 4 if number == -1 else number
    return quarter_of(year, number) if year is not None and 1 <= number <= 4 else None


def _half(reader: Reader) -> Interval | None:
    number, year = reader.number("ordinal") or 0, reader.number("year")
    return half_of(year, number) if year is not None and number in (1, 2) else None


def _season(reader: Reader) -> Interval | None:
    name = reader.value("season") if reader.has("season") else reader.value("season2")
    whole = season_of(reader.number("year") or 1, name)
    return part_of(whole, reader.value("part")) if reader.has("part") else whole


def _feast(reader: Reader) -> Interval | None:
    month, number = map(int, reader.value("feast").split("-"))
    year = reader.number("year")
    if year is not None:
        return day_of(year, month, number)
    return _without_year(reader, month, number, reader.anchor) if reader.anchor else None


def _month_day(reader: Reader) -> Interval | None:
    number = reader.number("ordinal") or 0
    if reader.anchor is None:
        return None
    months = [shift(reader.anchor.replace(day=1), step, "month") for step in (-1, 0, 1)]
    found = [each for first in months if (each := day_of(first.year, first.month, number)) is not None]
    return nearest(found, reader.anchor, reader.direction or "past")


ABSOLUTE: Mapping[str, Callable[[Reader], Interval | None]] = {
    "calendar": _calendar, "days": _days, "years": _years, "decade": _decade, "century": _century,
    "quarter": _quarter, "half": _half, "season": _season, "feast": _feast, "month-day": _month_day,
    "slashed": _slashed, "famous": _famous, "this-year-month": _this_year_month, "week-of": _week_of,
}  # fmt: skip
