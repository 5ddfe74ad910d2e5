"""Checks of the tables of facts as a whole: every date is one, every reference holds, every id is one thing's only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

_REFERENCES: Mapping[str, tuple[str, ...]] = {
    "treaties": ("state",),
    "groups": ("state",),
    "organs": ("entity",),
    "offices": ("entity", "organ"),
    "persons": ("state",),
    "tenures": ("person", "office"),
    "memberships": ("member", "group"),
    "outlets": ("state",),
    "places": ("state",),
    "gatherings": ("group",),
    "state_codes": ("entity",),
    "major_powers": ("entity",),
}

Rows = Mapping[str, Sequence[tuple[str, Any]]]  # of each table: file and line, row


def broken_references(rows: Rows, entities: Mapping[str, Any]) -> Iterable[str]:
    """Yield a fault for every cell that names an id which no table has."""
    offices = {row.id for _, row in rows["offices"]}
    for table, columns in _REFERENCES.items():
        for column in columns:
            known = offices if column == "office" else entities
            for place, row in rows[table]:
                value = getattr(row, column)
                if value is not None and value not in known:
                    yield f"{place}: {column} {value!r} is in no table; add its row or correct the id"


def shared_ids(rows: Rows) -> Iterable[str]:
    """Yield a fault for every id that stands in two tables: a reference to it would mean either."""
    owners: dict[str, str] = {}
    for table, found in rows.items():
        for place, row in found:
            identifier = getattr(row, "id", None)
            if identifier is not None and owners.setdefault(identifier, table) != table:
                yield f"{place}: id {identifier!r} stands in {owners[identifier]}.csv too; ids are unique over all tables"


_DATE = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)
_SPANS: tuple[tuple[str, str], ...] = (("start", "end"), ("valid_from", "valid_to"))


def wrong_dates(rows: Rows) -> Iterable[str]:
    """Yield a fault for every date that is no ISO date (day, month or year), and for every span that ends before it starts."""
    for table in rows.values():
        if not table:
            continue
        fields = type(table[0][1]).__struct_fields__
        for first, last in _SPANS:
            if first in fields:
                for place, row in table:
                    yield from _wrong_span(place, first, getattr(row, first), last, getattr(row, last))
        if "known_through" in fields:
            for place, row in table:
                yield from _wrong_date(place, "known_through", row.known_through)


def _wrong_span(place: str, first: str, start: str | None, last: str, end: str | None) -> Sequence[str]:
    if start is None and end is None:
        return ()
    faults = (*_wrong_date(place, first, start), *_wrong_date(place, last, end))
    if start and end and not faults and end < start[: len(end)]:
        return (f"{place}: {last} {end} is before {first} {start}",)
    return faults


def _wrong_date(place: str, column: str, value: str | None) -> Sequence[str]:
    if value and not is_date(value):
        return (f"{place}: {column} {value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD",)
    return ()


@cache
def is_date(text: str) -> bool:
    """Tell whether a text is an ISO 8601 calendar date, whole or cut to month or year."""
    if _DATE.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True
