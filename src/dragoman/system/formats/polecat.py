"""POLECAT event files (coded by NGEC): 40 columns, tab-separated, with a header.

Variants that are read: `Event Intensity` for Intensity, no Intensity at all, a Headline column, other orders of columns, empty
cells beyond the last, Windows-1252 bytes, the word None for nothing. The public files carry no text, no headline and no story:
every event is its own story here, and its one known source is the column Source.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from dragoman.system.event_table import Table, from_columns, one_each
from dragoman.system.formats.delimited import Fault, RawFile, by_value, table_file
from dragoman.system.formats.names import StateNames, missing_as_empty
from dragoman.system.formats.values import dates, decimals, faults

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District",
    "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
NEEDED = ("Event ID", "Event Date", "Event Type", "Actor Country", "Recipient Country")
OTHER_NAMES = {"Event Intensity": "Intensity"}
_QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}
_OF_TYPE = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3, "ACCUSE": 3,
    "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip  # PLOVER manual 2024-02


def events(raw: RawFile, states: StateNames) -> tuple[Table, list[Fault]]:
    """Return the event table of a POLECAT file, and what is wrong in its cells."""
    cells, lines = raw.table, raw.lines
    nothing = pa.array([""] * cells.num_rows, pa.string())

    def column(name: str) -> Any:
        return by_value(cells[name], missing_as_empty, pa.string()) if name in cells.column_names else nothing

    day, found = dates(cells["Event Date"], "Event Date", lines)
    intensity, more = decimals(column("Intensity"), "Intensity", lines)
    kind = by_value(column("Event Type"), str.upper, pa.string())
    quad = pc.coalesce(by_value(column("Quad Code"), _quad, pa.int8()), by_value(kind, _OF_TYPE.get, pa.int8()))
    found += [*more, *faults(pc.is_null(quad), "neither Quad Code nor Event Type is known", "counted in no class", lines)]
    source, target = (by_value(column(f"{side} Country"), states.coded, pa.string()) for side in ("Actor", "Recipient"))
    for side, state in (("Actor", source), ("Recipient", target)):
        named = pc.and_(pc.not_equal(column(f"{side} Country"), ""), pc.is_null(state))
        found += faults(named, f"{side} Country of no state", "an unknown code: in no dyad", lines)
    columns = {
        "event": column("Event ID"), "record": column("Event ID"), "day": day, "last_day": day, "source": source,
        "target": target, "quad": quad, "intensity": intensity, "type": kind, "mode": column("Event Mode"),
        "source_sector": column("Primary Actor Sector"), "target_sector": column("Primary Recipient Sector"),
        "reports": one_each(column("Event ID")), "stories": one_each(column("Event ID")),
        "outlets": one_each(column("Source")), "languages": one_each(column("Language")),
    }  # fmt: skip
    return from_columns(columns, cells.num_rows), found


def _quad(text: str) -> int | None:
    """Return the class of "1", "Q1", "VERBAL COOPERATION", "1 - Verbal Cooperation"."""
    plain = text.casefold().strip().removesuffix(".0").removeprefix("q")
    if plain in ("1", "2", "3", "4"):
        return int(plain)
    return next((number for words, number in _QUADS.items() if words in plain), None)


def file_of(table: Table, names: dict[str, str]) -> RawFile:
    """Return an event table as a POLECAT file; `names` gives the names of states. What is not known stays empty."""
    text = {
        name: pc.fill_null(table[name].cast(pa.string()), "")
        for name in ("day", "type", "mode", "intensity", "quad", "source", "target", "source_sector", "target_sector")
    }
    found = dict.fromkeys(COLUMNS, pa.array([""] * table.num_rows, pa.string())) | {
        "Event ID": table["record"], "Event Date": text["day"], "Event Type": text["type"], "Event Mode": text["mode"],
        "Intensity": text["intensity"], "Quad Code": text["quad"], "Actor Country": text["source"],
        "Actor Name": by_value(text["source"], lambda state: names.get(state, state), pa.string()),
        "Recipient Name": by_value(text["target"], lambda state: names.get(state, state), pa.string()),
        "Recipient Country": text["target"], "Primary Actor Sector": text["source_sector"],
        "Primary Recipient Sector": text["target_sector"],
        "Source": pc.list_element(table["outlets"], 0), "Language": pc.list_element(table["languages"], 0),
    }  # fmt: skip
    return table_file(pa.table([found[name] for name in COLUMNS], names=list(COLUMNS)), COLUMNS)
