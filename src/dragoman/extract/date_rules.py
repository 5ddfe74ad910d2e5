"""What each rule of the date tables means: from the words in a match, the document's day and a direction to an interval."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from dragoman.extract.date_calendar import (
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
    unit_around,
    week_around,
    year_of,
)
from dragoman.extract.date_grammar import DateLexicon, Found

_DAY = timedelta(days=1)
# How far "recent" or "coming" reach where no number stands by them, in units: about as far as readers take them.
_VAGUE_REACH = {"day": 7, "week": 4, "month": 6, "quarter": 2, "year": 5, "decade": 2, "century": 1}


class Reader(NamedTuple):
    """One match with all that its rule may use. `direction` is past, future or empty; `last` the date read before."""

    found: Found
    lexicon: DateLexicon
    anchor: date | None
    direction: str
    last: Interval | None

    def has(self, name: str) -> bool:
        """Tell whether a slot is filled."""
        return name in self.found.slots

    def value(self, name: str) -> str:
        """Return the value of the word in a slot."""
        return self.lexicon.value(name.rstrip("2").replace("_", "-"), self.found.slots[name])

    def number(self, name: str) -> int | None:
        """Return the number in a slot, in digits or words; None where it is empty."""
        form = self.found.slots.get(name)
        if form is None:
            return None
        return int(form) if form.isdigit() else int(self.value(name))

    def unit(self) -> str:
        """Return the unit in a match."""
        return self.value("units") if self.has("units") else self.value("unit")

    def count(self) -> int | None:
        """Return how many units a match counts."""
        return self.number("number") or self.number("number2")


def _calendar(reader: Reader) -> Interval | None:
    number = reader.number("day") or reader.number("ordinal")
    month = int(reader.value("month")) if reader.has("month") else reader.number("month_number")
    year = reader.number("year")
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


def _day_word(reader: Reader) -> Interval | None:
    return day(shift(reader.anchor, int(reader.value("day_word")), "day")) if reader.anchor else None


def _weekday(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    return day(_weekday_near(reader.anchor, int(reader.value("weekday")), reader.direction or "past"))


def _weekday_near(anchor: date, weekday: int, direction: str) -> date:
    if direction == "future":
        return shift(anchor, (weekday - anchor.weekday()) % 7, "day")
    return shift(anchor, -((anchor.weekday() - weekday) % 7), "day")


def _turn_weekday(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    turn = int(reader.value("turn")) if reader.has("turn") else 0
    weekday = int(reader.value("weekday"))
    if turn == 0:
        return day(_weekday_near(reader.anchor, weekday, reader.direction or "future"))
    direction = "future" if turn > 0 else "past"
    return day(_weekday_near(shift(reader.anchor, turn, "day"), weekday, direction))


def _week_weekday(weeks: int) -> Callable[[Reader], Interval | None]:
    def resolve(reader: Reader) -> Interval | None:
        if reader.anchor is None:
            return None
        week = week_around(shift(reader.anchor, weeks, "week"))
        return day(shift(week.start or reader.anchor, int(reader.value("weekday")), "day"))

    return resolve


def _turn(candidates: list[Interval], anchor: date, turn: int, direction: str) -> Interval | None:
    """Choose the last one over before the day, the next one begun after it, or for "this" the one around or nearest."""
    if turn == 0:
        return nearest(candidates, anchor, direction if direction else "")
    whole = [each for each in candidates if each.start is not None and each.end is not None]
    if turn < 0:
        return max((each for each in whole if each.end is not None and each.end < anchor), default=None)
    return min((each for each in whole if each.start is not None and each.start > anchor), default=None)


def _turn_month(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    month = int(reader.value("month"))
    candidates = [month_of(reader.anchor.year + step, month) for step in (-1, 0, 1)]
    turn = int(reader.value("turn"))
    return candidates[1] if turn == 0 else _turn(candidates, reader.anchor, turn, reader.direction)


def _turn_season(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    candidates = [season_of(reader.anchor.year + step, reader.value("season")) for step in (-2, -1, 0, 1)]
    turn = int(reader.value("turn")) if reader.has("turn") else 0
    return _turn(candidates, reader.anchor, turn, reader.direction)


def _turn_unit(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    turn = int(reader.value("turn")) if reader.has("turn") else 0
    whole = unit_around(shift(reader.anchor, turn, reader.unit()), reader.unit())
    return part_of(whole, reader.value("part")) if reader.has("part") else whole


def _late_unit(reader: Reader) -> Interval | None:
    return part_of(unit_around(reader.anchor, reader.unit()), "late") if reader.anchor else None


def _weekend(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    turn = int(reader.value("turn")) if reader.has("turn") else None
    future = turn == 1 or (turn in (0, None) and reader.direction == "future")
    base = shift(reader.anchor, -1, "week") if turn == -1 and reader.anchor.weekday() >= 5 else reader.anchor
    saturday = _weekday_near(shift(base, 1 if future else 0, "day"), 5, "future" if future else "past")
    return Interval(saturday, saturday + _DAY, "range")


def _deadline(reader: Reader) -> Interval | None:
    """Read "before the end of the year": from the day of the text to the last day of the unit."""
    if reader.anchor is None:
        return None
    return Interval(reader.anchor, unit_around(reader.anchor, reader.unit()).end, "range")


def _earlier_unit(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    return Interval(unit_around(reader.anchor, reader.unit()).start, reader.anchor, "range")


def _later_unit(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    end = unit_around(reader.anchor, reader.unit()).end
    start = reader.anchor + _DAY
    return Interval(start, end, "range") if end is not None and start <= end else day(reader.anchor)


def away(reader: Reader, origin: date, sign: int) -> Interval:
    """Return what lies a counted number of units before or after a day, as wide as the unit or the hedge beside it."""
    unit, count = reader.unit(), reader.count()
    if count is None:  # several weeks ago
        near, far = shift(origin, 2 * sign, unit), shift(origin, _VAGUE_REACH[unit] * sign, unit)
        return Interval(min(near, far), max(near, far), "range")
    target = shift(origin, sign * count, unit)
    hedge = reader.value("approximate") if reader.has("approximate") else ""
    if hedge in ("under", "over"):
        step = 1 if hedge == "over" else -1
        other = shift(target, sign * step, unit) if unit == "day" else _third(target, sign * step, unit)
        return Interval(min(target, other), max(target, other), "range")
    return unit_around(target, _finer(unit) if hedge == "exact" else unit)


def _third(origin: date, sign: int, unit: str) -> date:
    """Move by a third of a unit: as far as "nearly a year" may fall short."""
    days = {"week": 2, "month": 10, "quarter": 30}.get(unit)
    return shift(origin, sign * days, "day") if days else shift(origin, 4 * sign, "month")


def _finer(unit: str) -> str:
    return unit if unit in ("day", "decade", "century") else "day"


def _ago(reader: Reader) -> Interval | None:
    return away(reader, reader.anchor, -1) if reader.anchor else None


def _back_count(reader: Reader) -> Interval | None:
    return away(reader, reader.last.start, -1) if reader.last and reader.last.start else None


def _on_count(reader: Reader) -> Interval | None:
    return away(reader, reader.last.end, 1) if reader.last and reader.last.end else None


def _next_count(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    count = reader.count() or _VAGUE_REACH[reader.unit()]
    return Interval(reader.anchor + _DAY, shift(reader.anchor, count, reader.unit()), "range")


def _last_count(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    count = reader.count() or (1 if reader.has("unit") else _VAGUE_REACH[reader.unit()])
    return Interval(shift(reader.anchor, -count, reader.unit()), reader.anchor, "range")


def _in_count(reader: Reader) -> Interval | None:
    return away(reader, reader.anchor, 1) if reader.anchor else None


def _feast(reader: Reader) -> Interval | None:
    month, number = map(int, reader.value("feast").split("-"))
    year = reader.number("year")
    if year is not None:
        return day_of(year, month, number)
    return _without_year(reader, month, number, reader.anchor) if reader.anchor else None


def _back(reader: Reader) -> Interval | None:
    if reader.last is None or reader.last.start is None:
        return None
    value = reader.value("back")
    if value == "same":
        return reader.last
    unit, _, count = value.partition(":")
    if unit == "day" and reader.last.precision != "day":
        return None
    return unit_around(shift(reader.last.start, int(count), unit), unit)


def _month_day(reader: Reader) -> Interval | None:
    number = reader.number("ordinal") or 0
    if reader.anchor is None:
        return None
    months = [shift(reader.anchor.replace(day=1), step, "month") for step in (-1, 0, 1)]
    found = [each for first in months if (each := day_of(first.year, first.month, number)) is not None]
    return nearest(found, reader.anchor, reader.direction or "past")


RULES: Mapping[str, Callable[[Reader], Interval | None]] = {
    "calendar": _calendar, "days": _days, "years": _years, "decade": _decade, "century": _century,
    "quarter": _quarter, "half": _half, "season": _season, "day-word": _day_word, "weekday": _weekday,
    "turn-weekday": _turn_weekday, "last-week-weekday": _week_weekday(-1), "next-week-weekday": _week_weekday(1),
    "turn-month": _turn_month, "turn-season": _turn_season, "this-season": _turn_season, "turn-unit": _turn_unit,
    "this-unit": _turn_unit, "late-unit": _late_unit, "weekend": _weekend, "earlier-unit": _earlier_unit,
    "later-unit": _later_unit, "ago": _ago, "back-count": _back_count, "on-count": _on_count,
    "next-count": _next_count, "last-count": _last_count, "in-count": _in_count, "feast": _feast, "back": _back,
    "month-day": _month_day, "slashed": _slashed, "this-weekday": _turn_weekday, "week-of": _week_of, "deadline": _deadline,
}  # fmt: skip
# Rules that lean on the date read last instead of the document's.
ANAPHORIC = frozenset({"back", "back-count", "on-count"})


def resolve(reader: Reader, anchor: Interval | None) -> Interval | None:
    """Apply the rule of a match. Where the document's date is an interval, so is every reading that leans on it."""
    rule = RULES[reader.found.rule]
    if anchor is None or anchor.start is None or anchor.end is None:
        return rule(reader)
    first = rule(reader._replace(anchor=anchor.start))
    if anchor.start == anchor.end or first is None:
        return first
    last = rule(reader._replace(anchor=anchor.end))
    if last is None or last == first:
        return last
    starts = [each for each in (first.start, last.start) if each is not None]
    ends = [each for each in (first.end, last.end) if each is not None]
    return Interval(min(starts, default=None), max(ends, default=None), "range")
