"""GDELT event files: tab-separated, no header; 57 columns (1.0 to 2013), 58 (with SOURCEURL), 61 (2.0).

Known defects that are read and counted: widths mixed in one file; the same event emitted again under another id (same day,
actors, code and place, added within three hours: counted once); QuadClass 3 for protests (root 14), which is kept as GDELT
has it; codes of regions and organisations where a country is expected. GDELT counts what it found in one article: SOURCEURL
is the first, and NumSources, the number of outlets, stands as the most independent sources there can be.
"""

from __future__ import annotations

import datetime
import re
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dragoman.system.event_table import Integers, Table, from_columns, one_each
from dragoman.system.formats.cameo import plover_type
from dragoman.system.formats.delimited import Fault, RawFile, by_value, table_file
from dragoman.system.formats.names import StateNames
from dragoman.system.formats.values import dates, decimals, faults, same_event
from dragoman.system.grouping import numbered

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_PLACE = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_HEAD = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", *(f"Actor1{name}" for name in _ACTOR),
    *(f"Actor2{name}" for name in _ACTOR), "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
    "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
)  # fmt: skip
COLUMNS = (*_HEAD, *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in _PLACE), "DATEADDED", "SOURCEURL")
COLUMNS_58 = tuple(name for name in COLUMNS if not name.endswith("ADM2Code"))
COLUMNS_57 = COLUMNS_58[:-1]
BY_WIDTH = {len(names): names for names in (COLUMNS, COLUMNS_58, COLUMNS_57)}
NEEDED = (
    "GLOBALEVENTID", "SQLDATE", "Actor1Code", "Actor1CountryCode", "Actor1KnownGroupCode", "Actor1Type1Code", "Actor2Code",
    "Actor2CountryCode", "Actor2KnownGroupCode", "Actor2Type1Code", "EventCode", "QuadClass", "GoldsteinScale", "NumSources",
    "ActionGeo_FullName", "DATEADDED",
)  # fmt: skip
_ID = re.compile(rb"\d+|e[0-9a-f]{16}")  # GDELT's own, or that of our events in a file that we wrote
_AGAIN = datetime.timedelta(minutes=180)


def width_of(line: bytes) -> int | None:
    """Return the number of columns of a line, if it can be one of GDELT's."""
    width = line.count(b"\t") + 1
    return width if width in BY_WIDTH and _ID.fullmatch(line.split(b"\t", 1)[0]) else None


def events(raw: RawFile, states: StateNames) -> tuple[Table, list[Fault]]:
    """Return the event table of a GDELT file, and what is wrong in its cells."""
    cells, lines = raw.table, raw.lines
    day, found = dates(cells["SQLDATE"], "SQLDATE", lines)
    intensity, more = decimals(cells["GoldsteinScale"], "GoldsteinScale", lines)
    code = by_value(cells["EventCode"], lambda text: text.strip(), pa.string())
    quad = by_value(cells["QuadClass"], lambda text: int(text) if text in ("1", "2", "3", "4") else None, pa.int8())
    found += [*more, *faults(pc.is_null(quad), "QuadClass is none of 1 to 4", "counted in no class", lines)]
    source, target = (_state(cells, side, states) for side in ("Actor1", "Actor2"))
    found += _state_faults(cells, source, target, lines)
    event, repeated = _events(cells)
    found += faults(pa.array(repeated), "the same event emitted again", "counted once", lines)
    marks = [cells["SQLDATE"], cells["EventCode"], _stories(cells)]
    event, mutual = same_event(event, marks, cells["Actor1Code"], cells["Actor2Code"])
    sources = by_value(cells["NumSources"], lambda text: int(text) if text.isdigit() else 1, pa.int32())
    columns = {
        "event": event, "record": cells["GLOBALEVENTID"], "day": day, "last_day": day, "source": source, "target": target,
        "mutual": mutual, "quad": quad, "intensity": intensity, "cameo": code,
        "type": by_value(code, plover_type, pa.string()), "source_sector": cells["Actor1Type1Code"],
        "target_sector": cells["Actor2Type1Code"], "reports": one_each(cells["GLOBALEVENTID"]),
        "outlets": one_each(by_value(_url(cells), _host, pa.string())), "stories": one_each(_stories(cells)),
        "most_sources": pc.max_element_wise(sources, 1),
    }  # fmt: skip
    return from_columns(columns, cells.num_rows), found


def _state(cells: Any, side: str, states: StateNames) -> Any:
    """Return whom an actor's country code means, else its code of a known group (NATO, the UN)."""
    country = by_value(cells[f"{side}CountryCode"], states.coded, pa.string())
    return pc.coalesce(country, by_value(cells[f"{side}KnownGroupCode"], states.coded, pa.string()))


def _state_faults(cells: Any, source: Any, target: Any, lines: Integers) -> list[Fault]:
    found: list[Fault] = []
    for side, state in (("Actor1", source), ("Actor2", target)):
        named = pc.not_equal(cells[f"{side}CountryCode"].combine_chunks(), "")
        kind = f"{side}CountryCode of no state"
        found += faults(pc.and_(named, pc.is_null(state)), kind, "a region or an unknown code: in no dyad", lines)
    return found


def _url(cells: Any) -> Any:
    return cells["SOURCEURL"] if "SOURCEURL" in cells.column_names else cells["GLOBALEVENTID"]


def _stories(cells: Any) -> Any:
    """Return the article of each row: one article is one story; without a URL each row is its own."""
    url = _url(cells).combine_chunks()
    return pc.if_else(pc.equal(url, ""), cells["GLOBALEVENTID"].combine_chunks(), url)


def _host(url: str) -> str:
    """Return the host of an address, without www; empty where there is no address (1.0 names offline sources in words)."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _events(cells: Any) -> tuple[Any, Any]:
    """Return the event of each row, and which rows repeat an event that was emitted up to three hours before."""
    marks = [cells[name] for name in ("SQLDATE", "Actor1Code", "Actor2Code", "EventCode", "ActionGeo_FullName")]
    group = np.zeros(cells.num_rows, dtype=np.int64)
    for mark in marks:
        numbers = numbered(mark)
        _, group = np.unique(group * (int(numbers.max(initial=0)) + 1) + numbers, return_inverse=True)
    added = by_value(cells["DATEADDED"], _minutes, pa.int64()).fill_null(0).to_numpy(zero_copy_only=False)
    order = np.lexsort((np.arange(len(group)), added, group))
    same = np.zeros(len(group), dtype=bool)
    same[1:] = (np.diff(group[order]) == 0) & (np.diff(added[order]) <= _AGAIN.total_seconds() / 60)
    leaders = np.maximum.accumulate(np.where(same, 0, np.arange(len(group)))) if len(group) else np.zeros(0, dtype=np.int64)
    first = np.empty(len(group), dtype=np.int64)
    first[order] = order[leaders]
    repeated = np.empty(len(group), dtype=bool)
    repeated[order] = same
    return cells["GLOBALEVENTID"].combine_chunks().take(pa.array(first)), repeated


def _minutes(text: str) -> int | None:
    """Return the minute of 20180601 or 20180601134500."""
    form = "%Y%m%d%H%M%S" if len(text) == 14 else "%Y%m%d"
    try:
        moment = datetime.datetime.strptime(text, form)
    except ValueError:
        return None
    return int((moment - datetime.datetime(1970, 1, 1)).total_seconds() // 60)


def file_of(table: Table) -> RawFile:
    """Return an event table as a GDELT 2.0 event file; what the table does not know stays empty."""
    rows = table.num_rows
    day = pc.fill_null(pc.strftime(table["day"], format="%Y%m%d"), "")
    known = ("source", "target", "cameo", "quad", "intensity")
    text = {name: pc.fill_null(table[name].cast(pa.string()), "") for name in known}
    found = dict.fromkeys(COLUMNS, pa.array([""] * rows, pa.string())) | {
        "GLOBALEVENTID": table["record"], "SQLDATE": day, "MonthYear": pc.utf8_slice_codeunits(day, 0, 6),
        "Year": pc.utf8_slice_codeunits(day, 0, 4), "Actor1Code": text["source"], "Actor1CountryCode": text["source"],
        "Actor2Code": text["target"], "Actor2CountryCode": text["target"], "EventCode": text["cameo"],
        "EventBaseCode": pc.utf8_slice_codeunits(text["cameo"], 0, 3),
        "EventRootCode": pc.utf8_slice_codeunits(text["cameo"], 0, 2), "QuadClass": text["quad"],
        "GoldsteinScale": text["intensity"], "NumMentions": pc.list_value_length(table["reports"]).cast(pa.string()),
        "NumSources": table["most_sources"].cast(pa.string()),
        "NumArticles": pc.list_value_length(table["reports"]).cast(pa.string()),
    }  # fmt: skip
    return table_file(pa.table([found[name] for name in COLUMNS], names=list(COLUMNS)), None)
