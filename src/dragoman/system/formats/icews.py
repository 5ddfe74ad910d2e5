"""ICEWS event files: 20 columns, tab-separated, with a header.

Known defects that are read and counted: an Event ID is not unique (only with its day); files with month/day/year; CAMEO codes
that a spreadsheet took the first zero from; a mutual event in two rows, one for each direction (here one event, mutual).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dragoman.system.event_table import Integers, Table, from_columns, one_each
from dragoman.system.formats.cameo import mended_code, plover_type, quad_of
from dragoman.system.formats.delimited import Fault, RawFile, by_value, table_file
from dragoman.system.formats.names import StateNames, missing_as_empty
from dragoman.system.formats.values import dates, decimals, faults, joined, same_event
from dragoman.system.grouping import numbered

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
NORMAL = tuple(name.lower().replace(" ", "_") for name in COLUMNS)  # the form of the R package icews


def events(raw: RawFile, states: StateNames) -> tuple[Table, list[Fault]]:
    """Return the event table of an ICEWS file, and what is wrong in its cells."""
    cells = raw.table
    lines = raw.lines
    day, found = dates(cells["Event Date"], "Event Date", lines)
    intensity, more = decimals(cells["Intensity"], "Intensity", lines)
    code = by_value(cells["CAMEO Code"], mended_code, pa.string())
    found += [*more, *_code_faults(cells["CAMEO Code"], code, lines)]
    record = joined(cells["Event ID"], cells["Event Date"])
    found += _repeated(record, lines)
    source, target = (by_value(cells[f"{side} Country"], states.named, pa.string()) for side in ("Source", "Target"))
    stories = _stories(cells["Story ID"], record)
    marks = [stories, *(cells[name] for name in ("Event Date", "Sentence Number", "CAMEO Code"))]
    event, mutual = same_event(record, marks, cells["Source Name"], cells["Target Name"])
    columns = {
        "event": event, "record": cells["Event ID"], "day": day, "last_day": day, "source": source, "target": target,
        "mutual": mutual, "intensity": intensity, "cameo": code,
        "quad": by_value(code, quad_of, pa.int8()), "type": by_value(code, plover_type, pa.string()),
        "source_sector": by_value(cells["Source Sectors"], missing_as_empty, pa.string()),
        "target_sector": by_value(cells["Target Sectors"], missing_as_empty, pa.string()),
        "reports": one_each(record), "stories": one_each(stories),
        "outlets": one_each(by_value(cells["Publisher"], missing_as_empty, pa.string())),
    }  # fmt: skip
    return from_columns(columns, cells.num_rows), found


def _code_faults(written: Any, code: Any, lines: Integers) -> list[Fault]:
    empty = pc.equal(code, "")
    changed = pc.and_(pc.invert(empty), pc.not_equal(code, written.combine_chunks()))
    return [
        *faults(empty, "CAMEO Code is no code", "counted in no class", lines),
        *faults(changed, "CAMEO Code without its first zero", "the zero put back", lines),
    ]


def _repeated(record: Any, lines: Integers) -> list[Fault]:
    numbers = numbered(record)
    seen = np.ones(len(numbers), dtype=bool)
    seen[np.unique(numbers, return_index=True)[1]] = False
    return faults(pa.array(seen), "Event ID twice on one day", "counted as one event for each pair of states", lines)


def _stories(stories: Any, record: Any) -> Any:
    written = by_value(stories, missing_as_empty, pa.string())
    return pc.if_else(pc.equal(written, ""), record, written)


def file_of(table: Table, names: dict[str, str]) -> RawFile:
    """Return an event table as an ICEWS file. `names` gives the country names; what the table does not know stays empty."""
    rows = table.num_rows
    empty = pa.array([""] * rows, pa.string())
    texts = {name: pc.fill_null(table[name].cast(pa.string()), "") for name in ("source", "target", "cameo", "type")}
    found = dict.fromkeys(COLUMNS, empty) | {
        "Event ID": table["record"], "Event Date": pc.fill_null(table["day"].cast(pa.string()), ""),
        "Source Name": by_value(texts["source"], lambda state: names.get(state, state), pa.string()),
        "Source Country": by_value(texts["source"], lambda state: names.get(state, state), pa.string()),
        "Target Name": by_value(texts["target"], lambda state: names.get(state, state), pa.string()),
        "Target Country": by_value(texts["target"], lambda state: names.get(state, state), pa.string()),
        "Source Sectors": table["source_sector"].cast(pa.string()), "Target Sectors": table["target_sector"].cast(pa.string()),
        "Event Text": texts["type"], "CAMEO Code": texts["cameo"],
        "Intensity": pc.fill_null(table["intensity"].cast(pa.string()), ""),
        "Story ID": pc.list_element(table["stories"], 0), "Publisher": pc.list_element(table["outlets"], 0),
    }  # fmt: skip
    return table_file(pa.table([found[name] for name in COLUMNS], names=list(COLUMNS)), COLUMNS)
