"""The series and events in the forms that others' programs read: CSV with state codes, networks, adjacency stacks, event lists.

Nothing here is computed anew. goldfish, eventnet and relevent (relational event models) get lists of dated directed events;
amen, btergm and RSiena an adjacency matrix for each period.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from dragoman.system.dyads import DEFAULT_STATUSES, QUADS, Series, countable
from dragoman.system.event_table import Table
from dragoman.system.grouping import group_entries, numbered

CodeOf = Callable[[str, str, str], str]  # state, system (COW or GW), day -> code, empty where it has none

_MEASURES = ("mean_intensity", "mean_low", "mean_high", "log_ratio", "se", "low", "high", "panel_log_ratio", "relative",
             "relative_low", "relative_high")  # fmt: skip
DYAD_COLUMNS = (
    "ccode1", "ccode2", "gwcode1", "gwcode2", "iso3_1", "iso3_2", "year", "month", "period", "n_events", "n_reports",
    "n_outlets", "n_independent", "n_independent_most", "quad1", "quad2", "quad3", "quad4", "coop", "conf", "verbal",
    "material", "goldstein_sum", *_MEASURES, "event_ids",
)  # fmt: skip
NETWORK_MEASURES = ("events", *QUADS, "mean_intensity", "log_ratio", "se", "relative")


def dyad_csv(series: Series, code_of: CodeOf) -> str:
    """Return a series as CSV, a row for each dyad and period, with COW, Gleditsch-Ward and ISO codes as of that period.

    `goldstein_sum` is there for programs that want it, beside the counts without which it means little.
    """
    rows = []
    for row in series.table.to_pylist():
        day = row["start"].isoformat() if row["start"] else ""
        ends = (row["source"], row["target"])
        quads = [row[name] for name in QUADS]
        rows.append([
            *(code_of(state, system, day) for system in ("COW", "GW") for state in ends), *ends, day[:4],
            int(day[5:7]) if series.period in ("month", "day") else "", row["period"], row["events"], row["reports"],
            row["outlets"], row["least_sources"], row["most_sources"], *quads,
            *(quads[i] + quads[j] for i, j in ((0, 1), (2, 3), (0, 2), (1, 3))), row["intensity_sum"],
            *(row[name] for name in _MEASURES), " ".join(row.get("event_ids", [])),
        ])  # fmt: skip
    extra = [series.split] if series.split else []
    if extra:
        rows = [[*cells, part] for cells, part in zip(rows, series.table[series.split].to_pylist(), strict=True)]
    return csv_text([*DYAD_COLUMNS, *extra], rows)


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return rows as CSV (RFC 4180); whole numbers without decimals, numbers short, nothing for NaN."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return text.getvalue()


def _cell(value: Any) -> str:
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return ""
    if isinstance(value, float):
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:.6g}"
    return str(value)


# ---------------------------------------------------------------- networks


def gexf(series: Series, names: Mapping[str, str]) -> bytes:
    """Return a series as GEXF 1.2 (Gephi, sigma): an edge for each dyad and period, dated where there are periods."""
    dated = series.period != "all"
    root = ElementTree.Element("gexf", {"xmlns": "http://www.gexf.net/1.2draft", "version": "1.2"})
    direction = "directed" if series.directed else "undirected"
    moving = {"mode": "dynamic", "timeformat": "date"} if dated else {"mode": "static"}
    graph = ElementTree.SubElement(root, "graph", {"defaultedgetype": direction, **moving})
    attributes = ElementTree.SubElement(graph, "attributes", {"class": "edge"})
    for name in (*NETWORK_MEASURES, "period"):
        kind = "string" if name == "period" else "double"
        ElementTree.SubElement(attributes, "attribute", {"id": name, "title": name, "type": kind})
    nodes = ElementTree.SubElement(graph, "nodes")
    for state in _states(series.table):
        ElementTree.SubElement(nodes, "node", {"id": state, "label": names.get(state, state)})
    edges = ElementTree.SubElement(graph, "edges")
    for number, row in enumerate(series.table.to_pylist()):
        when = {"start": row["start"].isoformat(), "end": _last_day(row["start"], series.period)} if dated else {}
        ends = {"id": str(number), "source": row["source"], "target": row["target"]}
        edge = ElementTree.SubElement(edges, "edge", {**ends, "weight": _cell(row["events"]), **when})
        values = ElementTree.SubElement(edge, "attvalues")
        for name, value in _edge_values(row):
            ElementTree.SubElement(values, "attvalue", {"for": name, "value": value})
    return _xml(root)


def graphml(series: Series, names: Mapping[str, str]) -> bytes:
    """Return a series as GraphML (igraph, networkx, R): an edge for each dyad and period."""
    root = ElementTree.Element("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"})
    ElementTree.SubElement(root, "key", {"id": "label", "for": "node", "attr.name": "label", "attr.type": "string"})
    for name in (*NETWORK_MEASURES, "period"):
        kind = "string" if name == "period" else "double"
        ElementTree.SubElement(root, "key", {"id": name, "for": "edge", "attr.name": name, "attr.type": kind})
    graph = ElementTree.SubElement(root, "graph", {"edgedefault": "directed" if series.directed else "undirected"})
    for state in _states(series.table):
        node = ElementTree.SubElement(graph, "node", {"id": state})
        ElementTree.SubElement(node, "data", {"key": "label"}).text = names.get(state, state)
    for number, row in enumerate(series.table.to_pylist()):
        edge = ElementTree.SubElement(graph, "edge", {"id": f"e{number}", "source": row["source"], "target": row["target"]})
        for name, value in _edge_values(row):
            ElementTree.SubElement(edge, "data", {"key": name}).text = value
    return _xml(root)


def _edge_values(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    values = [(name, _cell(row[name])) for name in (*NETWORK_MEASURES, "period")]
    return [(name, value) for name, value in values if value]


def _states(table: Any) -> list[str]:
    return sorted({*table["source"].to_pylist(), *table["target"].to_pylist()})


def _last_day(start: Any, period: str) -> str:
    """Return the last day of a period by its first."""
    if period in ("day", "week"):
        days = 1 if period == "day" else 7
        return str(np.datetime64(start, "D") + (days - 1))
    months = {"month": 1, "quarter": 3, "year": 12}[period]
    return str((np.datetime64(start, "M") + months).astype("datetime64[D]") - 1)


def _xml(root: ElementTree.Element) -> bytes:
    for element in root.iter():
        element.attrib.update({name: _printable(value) for name, value in element.attrib.items()})
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'.encode()


def _printable(text: str) -> str:
    """Return a text without control characters, which XML cannot hold: names of foreign files may have them."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


# ---------------------------------------------------------------- adjacency


def adjacency(series: Series, measure: str = "events") -> tuple[npt.NDArray[np.float64], list[str], list[str]]:
    """Return a series as a stack of matrices [period, source, target], with the names of periods and states.

    Pairs without events are 0 for counts and NaN for ratios and means: nothing reported is not neutrality.
    """
    table = series.table
    states, periods = _states(table), sorted(set(table["period"].to_pylist()))
    counts = measure == "events" or measure in QUADS
    stack = np.full((len(periods), len(states), len(states)), 0.0 if counts else np.nan)
    place = {state: number for number, state in enumerate(states)}
    when = {period: number for number, period in enumerate(periods)}
    columns = (table[name].to_pylist() for name in ("period", "source", "target", measure))
    for period, source, target, value in zip(*columns, strict=True):
        stack[when[period], place[source], place[target]] = value
        if not series.directed:
            stack[when[period], place[target], place[source]] = value
    return stack, periods, states


def adjacency_csv(series: Series, measure: str = "events") -> str:
    """Return the stack as CSV: a row for each period and source, a column for each target."""
    stack, periods, states = adjacency(series, measure)
    rows = (
        [period, state, *(float(value) for value in stack[when, row])]
        for when, period in enumerate(periods) for row, state in enumerate(states)
    )  # fmt: skip
    return csv_text(["period", "source", *states], rows)


# ---------------------------------------------------------------- event lists


def dated_events(table: Table, status: Sequence[str] | None = DEFAULT_STATUSES) -> Table:
    """Return day, source, target, type, quad, intensity, mutual and event of every event with an exact day, in order of time.

    One row for each event and direction; a mutual event has both.
    """
    rows, _ = countable(table, "day", status)
    sources, targets = (numbered(rows[name]) for name in ("source", "target"))
    groups = group_entries((sources, targets))
    first = groups.first_of(numbered(rows["event"]))
    names = ("day", "source", "target", "type", "quad", "intensity", "mutual", "event")
    kept = pa.table({name: _plain(rows[name]) for name in names}).filter(pa.array(first))
    return kept.sort_by([("day", "ascending"), ("event", "ascending"), ("source", "ascending"), ("target", "ascending")])


def _plain(column: Any) -> Any:
    return column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column


def goldfish_events(table: Table, status: Sequence[str] | None = DEFAULT_STATUSES) -> str:
    """Return events for goldfish (R): time, sender, receiver, increment; with type and quad to make networks of."""
    rows = dated_events(table, status).to_pylist()
    header = ["time", "sender", "receiver", "increment", "type", "quad", "event"]
    return csv_text(header, (
        [row["day"].isoformat(), row["source"], row["target"], 1, row["type"], row["quad"], row["event"]] for row in rows
    ))  # fmt: skip


def eventnet_events(table: Table, status: Sequence[str] | None = DEFAULT_STATUSES) -> str:
    """Return events for eventnet (Java): source, target, time, type, weight; the weight is the intensity."""
    rows = dated_events(table, status).to_pylist()
    return csv_text(["source", "target", "time", "type", "weight", "event"], (
        [row["source"], row["target"], row["day"].isoformat(), row["type"], row["intensity"], row["event"]] for row in rows
    ))  # fmt: skip


def relevent_events(table: Table, status: Sequence[str] | None = DEFAULT_STATUSES) -> tuple[str, str]:
    """Return events for relevent (R, rem.dyad): time in days from the first, numbers of sender and receiver; and the nodes.

    Events of one day share their time: rem.dyad with ordinal=TRUE takes their order, which within a day is only that of ids.
    """
    dated = dated_events(table, status)
    states = sorted({*dated["source"].to_pylist(), *dated["target"].to_pylist()})
    number = {state: place for place, state in enumerate(states, 1)}
    days = pc.cast(pc.cast(dated["day"], pa.int32()), pa.int64()).to_pylist()
    start = days[0] if days else 0
    rows = (
        [day - start + 1, number[source], number[target]]
        for day, source, target in zip(days, dated["source"].to_pylist(), dated["target"].to_pylist(), strict=True)
    )
    nodes = csv_text(["number", "state"], ([place, state] for state, place in number.items()))
    return csv_text(["time", "sender", "receiver"], rows), nodes
