"""All rules of the date tables by name, and how one is applied where the document's date is an interval."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.extract.dates.absolute import ABSOLUTE
from dragoman.extract.dates.calendar import Interval
from dragoman.extract.dates.reader import Reader
from dragoman.extract.dates.relative import RELATIVE

RULES: Mapping[str, Callable[[Reader], Interval | None]] = {**ABSOLUTE, **RELATIVE}
# Rules that read one word two ways, back or ahead: these alone need the tense around them.
DIRECTED = frozenset(
    {"calendar", "days", "weekday", "turn-weekday", "this-weekday", "turn-season", "this-season", "weekend", "in-count"}
    | {"feast", "month-day", "gathering"}
)
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
