"""Dates of page metadata: a small, strict reader of whole dates. Running text has its own (extract/dates/stage.py).

An impossible date is no date; an ambiguous one (05/10/2021) is no date; a month or year alone stays a month or year.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from dragoman.records import Basis, Precision, Record, When

_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_FRENCH = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12, "janv": 1, "févr": 2, "fév": 2, "fevr": 2, "avr": 4, "juil": 7, "déc": 12, "fevrier": 2, "aout": 8,
    "decembre": 12,
}  # fmt: skip
MONTHS: dict[str, int] = {
    **{name: index for names in (_ENGLISH, _FRENCH) for index, name in enumerate(names, start=1)},
    **_SHORT,
}
MONTH_NAME = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)(?!\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)?"
_WEEKDAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|"
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
)
_SHAPES = tuple(
    re.compile(rf"(?<![\w/-])(?:{shape})", re.IGNORECASE)
    for shape in (
        rf"{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)"
        r"(?:[T ]\d{1,2}[:h]\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)?",
        rf"(?:le\s+)?{_DAY}(?:\s+of)?[\s-]+(?P<month>{MONTH_NAME})[\s,-]+{_YEAR}",
        rf"(?P<month>{MONTH_NAME})[\s-]+{_DAY}\s*,?[\s-]+{_YEAR}",
        rf"(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep){_YEAR}",
        rf"(?P<month>{MONTH_NAME})[\s,]+{_YEAR}",
    )
)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<number>0[1-9]|1[0-2])(?P<day>[0-3]\d)")
_CLOCK = (
    r"(?:\s*(?:,|at|à|-|–|—|\||·)?\s*\d{1,2}\s?(?::|h|\.)\s?\d{0,2}(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*"
    r"(?:\(?[A-Z]{2,5}\)?(?:[+-]\d{1,2})?)?)?"
)
_AROUND = re.compile(rf"[\W_]*(?:(?:date|dated|on|le|du|{_WEEKDAYS})\b[\W_]*)*\Z", re.IGNORECASE)
_PLACE = re.compile(r"^[A-ZÀ-Þ][\w'’.-]*(?:[ -][A-ZÀ-Þ][\w'’.-]*){0,3}\s?,\s")
_AFTER = re.compile(rf"{_CLOCK}[\W_]*\Z", re.IGNORECASE)


class FoundDate(Record, frozen=True, kw_only=True):
    """A whole date in a text: its span and its interval."""

    start: int
    end: int
    when: When


def read_date(value: str, basis: Basis = "publication") -> When | None:
    """Return the date that a metadata field states, or None where it states none, an impossible or an unclear one.

    >>> read_date("2021-10-05T08:30:00Z").start
    '2021-10-05'
    """
    text = value.strip()[:80]
    if (bare := re.fullmatch(r"((?:18|19|20)\d\d)(?:-(\d\d))?", text)) is not None:
        return build_when(int(bare[1]), int(bare[2]) if bare[2] else None, None, basis)
    if (compact := _COMPACT.fullmatch(text)) is not None:
        return build_when(int(compact["year"]), int(compact["number"]), int(compact["day"]), basis)
    found = next(find_whole_dates(text, basis), None)
    return found.when if found is not None else None


def find_whole_dates(text: str, basis: Basis = "dateline") -> Iterator[FoundDate]:
    """Yield the dates in a short text that name at least month and year, leftmost first, none overlapping."""
    candidates = []
    for rank, shape in enumerate(_SHAPES):
        for match in shape.finditer(text):
            when = _interval(match, basis)
            candidates.append((match.start(), rank, match.end(), when))
    reach = 0
    for start, _, end, when in sorted(candidates, key=lambda item: item[:3]):
        if start < reach:
            continue
        reach = end  # an impossible date takes its characters too: "31 February 2021" is not "February 2021"
        if when is not None:
            yield FoundDate(start=start, end=end, when=when)


def only_date(text: str, basis: Basis = "dateline") -> FoundDate | None:
    """Return the date of a line that holds nothing else (a place, a weekday, a clock time, the word "date" aside)."""
    if len(text) > 90:
        return None
    for found in find_whole_dates(text, basis):
        before = _PLACE.sub("", text[: found.start])
        return found if _AROUND.match(before) and _AFTER.match(text[found.end :]) else None
    return None


def build_when(year: int, month: int | None, day: int | None, basis: Basis) -> When | None:
    """Return the interval of a day, month or year; None where the calendar has no such date."""
    if not 1800 <= year <= 2100 or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return _when(f"{year}-01-01", f"{year}-12-31", "year", basis)
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return _when(f"{year}-{month:02}-01", f"{year}-{month:02}-{last:02}", "month", basis)
    if not 1 <= day <= last:
        return None
    exact = f"{year}-{month:02}-{day:02}"
    return _when(exact, exact, "day", basis)


def _when(start: str, end: str, precision: Precision, basis: Basis) -> When:
    return When(start=start, end=end, precision=precision, basis=basis)


def _interval(match: re.Match[str], basis: Basis) -> When | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if parts.get("a") is not None:
        return _day_and_month(year, int(parts["a"]), int(parts["b"]), basis)
    number = parts.get("number")
    month = int(number) if number is not None else MONTHS[parts["month"].lower().rstrip(".")]
    return build_when(year, month, int(parts["day"]) if parts.get("day") else None, basis)


def _day_and_month(year: int, first: int, second: int, basis: Basis) -> When | None:
    """Read 25/10/2021 and 10/25/2021; 05/10/2021 may be May or October and is left alone, 10/10/2021 is clear."""
    if first > 12 or first == second:
        return build_when(year, second, first, basis)
    if second > 12:
        return build_when(year, first, second, basis)
    return None
