"""Tables of counts by pair and period: two states, a year (and month), the number of events of each of the four classes.

Names of columns as netify's ICEWS dyad-years have them (i, j, year, verbCoop, matlCoop, verbConf, matlConf), as the dyad-period
export of this package has them, or any of the spellings below.
"""

from __future__ import annotations

import calendar
import csv
import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from dragoman.errors import InputError
from dragoman.system.event_table import Table, event_table, from_columns, one_each
from dragoman.system.formats.delimited import Fault
from dragoman.system.formats.names import StateNames

_NAMES: Mapping[str, Sequence[str]] = {
    "source": ("i", "source", "iso3_1", "state_1", "from"),
    "target": ("j", "target", "iso3_2", "state_2", "to"),
    "year": ("year",),
    "month": ("month",),
    "1": ("verbcoop", "verbal_cooperation", "quad1", "vc"),
    "2": ("matlcoop", "material_cooperation", "quad2", "mc"),
    "3": ("verbconf", "verbal_conflict", "quad3", "vk"),
    "4": ("matlconf", "material_conflict", "quad4", "mk"),
}


def places(header: Sequence[str]) -> dict[str, int] | None:
    """Return where each part stands in the header of a table of counts; none if it is no such table."""
    plain = [name.strip().casefold() for name in header]
    found = {
        part: plain.index(name) for part, names in _NAMES.items() for name in names[::-1] if name in plain
    }  # the first name that is there wins: later entries of the comprehension replace earlier ones
    return found if {"source", "target", "year", "1", "2", "3", "4"} <= found.keys() else None


def events(data: bytes, states: StateNames) -> tuple[Table, list[Fault]]:
    """Return the event table of a table of counts: a row for each pair, period and class, and what could not be read."""
    rows = csv.reader(data.decode("utf-8-sig", "replace").splitlines())
    header = next(rows, [])
    where = places(header)
    if where is None:
        raise InputError("format", f"this is no table of counts by pair and year: its columns are {', '.join(header)}")
    columns: dict[str, list[Any]] = {name: [] for name in ("source", "target", "begin", "end", "quad", "count")}
    wrong: list[int] = []
    names: dict[str, str | None] = {}
    for number, row in enumerate(rows, 2):
        try:
            _add(columns, row, where, names, states)
        except (ValueError, IndexError, OverflowError):
            wrong.append(number)
    fault = Fault(kind="row of counts unreadable", count=len(wrong), lines=tuple(wrong[:5]), message="set aside")
    return _table(columns), [fault] if wrong else []


def _add(
    columns: dict[str, list[Any]], row: list[str], where: dict[str, int], names: dict[str, str | None], states: StateNames
) -> None:
    counts = [float(row[where[quad]] or 0) for quad in "1234"]
    begin, end = _days(row, where)
    for side in ("source", "target"):
        written = row[where[side]]
        if written not in names:
            names[written] = written if states.coded(written) == written else states.named(written)
    for quad, count in enumerate(counts, 1):
        if not count >= 0:
            raise ValueError("a count is a number from 0")
        if count:
            for name, value in zip(
                columns, (names[row[where["source"]]], names[row[where["target"]]], begin, end, quad, count), strict=True
            ):
                columns[name].append(value)


def _days(row: list[str], where: dict[str, int]) -> tuple[datetime.date, datetime.date]:
    year = int(float(row[where["year"]]))
    month = row[where["month"]] if "month" in where else ""
    if not month:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    number = int(float(month))
    return datetime.date(year, number, 1), datetime.date(year, number, calendar.monthrange(year, number)[1])


def _table(columns: dict[str, list[Any]]) -> Table:
    size = len(columns["quad"])
    if not size:
        return event_table([])
    pairs = zip(columns["source"], columns["target"], columns["begin"], columns["quad"], strict=True)
    ids = pa.array([f"{a}-{b}-{day}-{quad}" for a, b, day, quad in pairs])
    return from_columns(
        {
            "event": ids, "record": ids, "day": pa.array(columns["begin"]), "last_day": pa.array(columns["end"]),
            "source": pa.array(columns["source"], pa.string()), "target": pa.array(columns["target"], pa.string()),
            "quad": pa.array(columns["quad"], pa.int8()), "count": pa.array(columns["count"], pa.float64()),
            "reports": one_each(ids),
        },
        size,
    )  # fmt: skip
