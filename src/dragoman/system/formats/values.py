"""Cells of event files as dates and numbers, each distinct value judged once; what cannot be read is null, and counted."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dragoman.system.event_table import Integers, as_kind
from dragoman.system.formats.delimited import Fault, by_value
from dragoman.system.grouping import numbered

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?", re.ASCII)
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: .*)?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_SHOWN = 5


def parsed_date(text: str) -> datetime.date | None:
    """Return the day of 2018-06-01, of the month/day/year of some ICEWS files (6/1/2018), or of 20180601."""
    text = text.strip()
    found = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    american = None if found else _AMERICAN.fullmatch(text)
    try:
        if found:
            return datetime.date(int(found[1]), int(found[2]), int(found[3]))
        if american:
            return datetime.date(int(american[3]), int(american[1]), int(american[2]))
    except ValueError:  # 31 February, month 0
        return None
    return None


def dates(column: Any, name: str, lines: Integers) -> tuple[Any, list[Fault]]:
    """Return a column of dates, and faults: dates that are none, and dates written month first."""
    found = by_value(column, parsed_date, pa.date32())
    american = by_value(column, lambda text: _AMERICAN.fullmatch(text.strip()) is not None, pa.bool_())
    return found, [
        *faults(pc.is_null(found), f"{name} is no date", "counted in no series", lines),
        *faults(american, f"{name} written month/day/year", "read as such", lines),
    ]


def decimals(column: Any, name: str, lines: Integers, missing: Sequence[str] = ("", "NA", "None")) -> tuple[Any, list[Fault]]:
    """Return a column of numbers, and the cells that are none, unless they say that there is nothing."""
    found = by_value(column, _number, pa.float64())
    wrong = pc.and_(pc.is_null(found), pc.invert(by_value(column, lambda text: text.strip() in missing, pa.bool_())))
    return found, faults(wrong, f"{name} is no number", "left empty", lines)


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def faults(mask: Any, kind: str, message: str, lines: Integers) -> list[Fault]:
    """Return the fault of all rows where the mask is true, if there are any; `lines` has the line number of each row."""
    array = mask.combine_chunks() if isinstance(mask, pa.ChunkedArray) else mask
    hits = np.flatnonzero(pc.fill_null(array, False).to_numpy(zero_copy_only=False))
    if not len(hits):
        return []
    shown = tuple(int(lines[row]) for row in hits[:_SHOWN])
    return [Fault(kind=kind, count=len(hits), lines=shown, message=message)]


def joined(*columns: Any, separator: str = "@") -> Any:
    """Return text columns joined cell by cell."""
    return pc.binary_join_element_wise(*(as_kind(column, pa.string()) for column in columns), separator)


def same_event(ids: Any, marks: Sequence[Any], sources: Any, targets: Any) -> tuple[Any, Any]:
    """Return event ids and whether each is mutual, where a file writes an event of two sides as two rows.

    Two rows that agree in all marks (day, story, sentence, code ...) and have the same two actors with the sides exchanged
    are one event in both directions: both get the id of the first.
    """
    sides = pa.concat_arrays([as_kind(sources, pa.string()), as_kind(targets, pa.string())]).dictionary_encode()
    places = numbered(sides)
    first, second = places[: len(ids)], places[len(ids) :]
    keys = [numbered(mark) for mark in marks]
    group = _grouped([np.minimum(first, second), np.maximum(first, second), *keys])
    size = int(group.max()) + 1 if len(group) else 0
    forward = np.bincount(group[first < second], minlength=size) > 0
    backward = np.bincount(group[first > second], minlength=size) > 0
    mutual = (forward & backward)[group] if size else np.zeros(0, dtype=bool)
    leader = np.full(size, len(group), dtype=np.int64)
    np.minimum.at(leader, group, np.arange(len(group)))
    rows = np.where(mutual, leader[group] if size else 0, np.arange(len(group)))
    return as_kind(ids, pa.string()).take(pa.array(rows)), pa.array(mutual)


def _grouped(keys: Sequence[Integers]) -> Integers:
    joined_keys = np.zeros(len(keys[0]), dtype=np.int64)
    for key in keys:
        _, joined_keys = np.unique(joined_keys * (int(key.max(initial=0)) + 2) + key + 1, return_inverse=True)
    return joined_keys.reshape(-1).astype(np.int64)
