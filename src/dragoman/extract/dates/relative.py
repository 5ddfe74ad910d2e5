"""Rules for dates that lean on another day: the document's, or the one read last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dragoman.extract.dates.calendar import (
    Interval,
    day,
    month_of,
    nearest,
    part_of,
    season_of,
    shift,
    unit_around,
    week_around,
)
from dragoman.extract.dates.reader import Reader

_DAY = timedelta(days=1)
# How far "recent" or "coming" reach where no number stands by them, in units: about as far as readers take them.
_VAGUE_REACH = {"day": 7, "week": 4, "month": 6, "quarter": 2, "year": 5, "decade": 2, "century": 1}


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
    turn = int(reader.value("turn")) if reader.has("turn") else 0
    whole = unit_around(shift(reader.anchor, turn, reader.unit()), reader.unit())
    return Interval(reader.anchor, whole.end, "range")


def _earlier_unit(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    return Interval(unit_around(reader.anchor, reader.unit()).start, reader.anchor, "range")


def _unit_away(count: int) -> Callable[[Reader], Interval | None]:
    def resolve(reader: Reader) -> Interval | None:
        if reader.anchor is None:
            return None
        return unit_around(shift(reader.anchor, count, reader.unit()), reader.unit())

    return resolve


def _later_season(reader: Reader) -> Interval | None:
    """Read "later this autumn": what is left of the season, or all of one that is still to come."""
    season = _turn_season(reader._replace(direction="future"))
    if season is None or season.start is None or reader.anchor is None:
        return None
    return Interval(max(season.start, reader.anchor + _DAY), season.end, "range")


def _later_unit(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    end = unit_around(reader.anchor, reader.unit()).end
    start = reader.anchor + _DAY
    return Interval(start, end, "range") if end is not None and start <= end else day(reader.anchor)


def away(reader: Reader, origin: date, sign: int) -> Interval:
    """Return what lies a counted number of units before or after a day, as wide as the unit or the hedge beside it."""
    unit, count = reader.unit(), reader.how_many()
    if count is None:  # several weeks ago
        near, far = shift(origin, 2 * sign, unit), shift(origin, _VAGUE_REACH[unit] * sign, unit)
        return Interval(min(near, far), max(near, far), "range")
    target = shift(origin, sign * count, unit)
    hedge = reader.value("approximate") if reader.has("approximate") else ""
    if hedge in ("under", "over"):
        step = 1 if hedge == "over" else -1
        other = shift(target, sign * step, unit) if unit == "day" else _third(target, sign * step, unit)
        return Interval(min(target, other), max(target, other), "range")
    return unit_around(target, _finer(unit) if hedge == "exact" else _PRECISION.get(unit, unit))


_PRECISION = {"decade": "year", "century": "decade"}  # "a decade ago" is a year, not ten


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
    count = reader.how_many() or _VAGUE_REACH[reader.unit()]
    return Interval(reader.anchor + _DAY, shift(reader.anchor, count, reader.unit()), "range")


def _last_count(reader: Reader) -> Interval | None:
    if reader.anchor is None:
        return None
    count = reader.how_many() or (1 if reader.has("unit") else _VAGUE_REACH[reader.unit()])
    return Interval(shift(reader.anchor, -count, reader.unit()), reader.anchor, "range")


def _in_count(reader: Reader) -> Interval | None:
    return away(reader, reader.anchor, 1) if reader.anchor else None


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


RELATIVE: Mapping[str, Callable[[Reader], Interval | None]] = {
    "day-word": _day_word, "weekday": _weekday, "turn-weekday": _turn_weekday,
    "last-week-weekday": _week_weekday(-1), "next-week-weekday": _week_weekday(1), "turn-month": _turn_month,
    "turn-season": _turn_season, "this-season": _turn_season, "turn-unit": _turn_unit, "this-unit": _turn_unit,
    "late-unit": _late_unit, "weekend": _weekend, "earlier-unit": _earlier_unit, "later-unit": _later_unit,
    "ago": _ago, "back-count": _back_count, "on-count": _on_count, "next-count": _next_count,
    "last-count": _last_count, "in-count": _in_count, "back": _back, "this-weekday": _turn_weekday,
    "deadline": _deadline, "later-season": _later_season, "after-next": _unit_away(2),
    "before-last": _unit_away(-2),
}  # fmt: skip
