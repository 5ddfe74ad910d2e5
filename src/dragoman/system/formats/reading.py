"""One door for event files: recognise the format, read, and say what was wrong."""

from __future__ import annotations

import csv
from collections import Counter
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from dragoman.errors import InputError
from dragoman.records import Record
from dragoman.system.event_table import Table, check_events, join_events
from dragoman.system.formats import counts, gdelt, icews, own, polecat
from dragoman.system.formats.delimited import Fault, RawFile, read_tabs, unquoted
from dragoman.system.formats.names import StateNames

FORMATS = ("icews", "gdelt", "polecat", "parquet", "counts")


class EventFile(Record, frozen=True, kw_only=True):
    """What a file of events holds: the event table, the format, what was wrong, and the cells as they stood."""

    events: Any
    format: str
    faults: tuple[Fault, ...]
    raw: RawFile | None = None
    rows: int = 0


def recognise(data: bytes) -> str:
    """Return the format of an event file by its first bytes.

    Raises:
        InputError: it is none of those known.
    """
    if data.startswith(b"PAR1"):
        return "parquet"
    first = _first_line(data)
    names = _names(first)
    if set(icews.COLUMNS) <= set(names) or set(icews.NORMAL) <= set(names):
        return "icews"
    if set(polecat.NEEDED) <= set(names):
        return "polecat"
    if gdelt.width_of(first) is not None or set(gdelt.NEEDED) <= set(names):
        return "gdelt"
    if counts.places(next(csv.reader([first.decode("utf-8", "replace")]), [])) is not None:
        return "counts"
    raise InputError("format", f"no known format of events; name it: {', '.join(FORMATS)}. The file begins {first[:80]!r}")


def read_events(data: bytes, states: StateNames, form: str | None = None) -> EventFile:
    """Return the events of a file. Without `form` it is recognised.

    Raises:
        InputError: the file is of no known format, or not of this one.
    """
    form = form or recognise(data)
    if form == "parquet":
        return _parquet(data)
    if form == "counts":
        try:
            table, found = counts.events(data, states)
        except csv.Error as error:
            raise InputError("format", f"the CSV cannot be read ({error}); write it again as plain CSV") from error
        return EventFile(events=table, format=form, faults=tuple(found), rows=table.num_rows)
    if form == "gdelt":
        return _gdelt(data, states)
    raw = {"icews": _icews, "polecat": _polecat}[form](data)
    table, found = (icews if form == "icews" else polecat).events(unquoted(raw), states)
    return EventFile(events=table, format=form, faults=(*raw.faults, *found), raw=raw, rows=table.num_rows)


def _names(line: bytes) -> list[str]:
    return [name.strip().strip('"') for name in line.decode("utf-8", "replace").rstrip("\r\n\t ").split("\t")]


def _header(data: bytes) -> list[str]:
    return _names(_first_line(data))


def _first_line(data: bytes) -> bytes:
    lines = data[:65536].removeprefix(b"\xef\xbb\xbf").splitlines()
    return lines[0] if lines else b""


def _icews(data: bytes) -> RawFile:
    """Return the cells of an ICEWS file, under its official names, whichever of the two headers it has, or none."""
    names = _header(data)
    if set(icews.NORMAL) <= set(names):
        names = [dict(zip(icews.NORMAL, icews.COLUMNS, strict=True)).get(name, name) for name in names]
    if set(icews.COLUMNS) <= set(names):
        return read_tabs(data, names, header=True)
    if len(names) == len(icews.COLUMNS) and names[0].isdigit():
        return read_tabs(data, icews.COLUMNS, header=False)
    missing = ", ".join(name for name in icews.COLUMNS if name not in names)
    raise InputError("format", f"this is no ICEWS file: it has no column {missing}; its first line must name the columns")


def _polecat(data: bytes) -> RawFile:
    """Return the cells of a POLECAT file, whichever variant it is."""
    names = [polecat.OTHER_NAMES.get(name, name) for name in _header(data)]
    missing = ", ".join(name for name in polecat.NEEDED if name not in names)
    if missing:
        raise InputError("format", f"this is no POLECAT file: it has no column {missing}; its first line names the columns")
    return read_tabs(data, _distinct(names), header=True)


def _distinct(names: list[str]) -> list[str]:
    """Return the names with a number behind those that come again."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return found


def _gdelt(data: bytes, states: StateNames) -> EventFile:
    """Return the events of a GDELT file. Lines of the other widths are read too: files of several years are often joined."""
    first = _first_line(data)
    names = _names(first)
    if set(gdelt.NEEDED) <= set(names):  # as other programs save it, with the names of its columns
        raw = read_tabs(data, _distinct(names), header=True)
        table, found = gdelt.events(unquoted(raw), states)
        return EventFile(events=table, format="gdelt", faults=(*raw.faults, *found), raw=raw, rows=table.num_rows)
    width = gdelt.width_of(first)
    if width is None:
        wide = first.count(b"\t") + 1
        raise InputError("format", f"this is no GDELT event file: it has {wide} columns, GDELT 57, 58 or 61, and no header")
    raw = read_tabs(data, gdelt.BY_WIDTH[width], header=False)
    table, found = gdelt.events(raw, states)
    tables, faults = [table], [*raw.faults, *found]
    rest = [line for _, line, is_row in raw.layout.odd_lines if not is_row]
    for other in sorted({line.count(b"\t") + 1 for line in rest} & gdelt.BY_WIDTH.keys() - {width}):
        lines = [line for line in rest if line.count(b"\t") + 1 == other]
        part = read_tabs(b"\n".join(lines) + b"\n", gdelt.BY_WIDTH[other], header=False)
        extra, more = gdelt.events(part, states)
        tables.append(extra)
        message = "among the lines set aside: read as GDELT of that width"
        faults += [Fault(kind=f"lines of {other} columns", count=len(lines), message=message), *more]
    joined = join_events(tables) if len(tables) > 1 else table
    return EventFile(events=joined, format="gdelt", faults=tuple(faults), raw=raw, rows=joined.num_rows)


def _parquet(data: bytes) -> EventFile:
    """Return the events of our own Parquet: an event table, or the table `events` of a project."""
    try:
        table: Table = parquet.read_table(pa.BufferReader(data))
    except (pa.ArrowInvalid, OSError) as error:
        raise InputError("damaged", f"the Parquet file cannot be read ({error}); export it again", damaged=True) from error
    if "actor_states" in table.column_names:
        events = own.events(table)
    else:
        try:
            events = check_events(table)
        except (ValueError, pa.ArrowInvalid) as error:
            raise InputError("format", f"{error}; give a file of `dragoman system export` or `export events`") from error
    return EventFile(events=events, format="parquet", faults=(), rows=table.num_rows)


