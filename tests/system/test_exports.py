"""Exports: CSV with state codes, networks, adjacency stacks, event lists of other programs."""

from __future__ import annotations

import csv
import datetime
import io
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from dragoman.event_files import code_of_states
from dragoman.kit import Kit
from dragoman.system.dyads import dyad_series
from dragoman.system.event_table import event_table
from dragoman.system.exports import (
    DYAD_COLUMNS,
    adjacency,
    adjacency_csv,
    dyad_csv,
    eventnet_events,
    gexf,
    goldfish_events,
    graphml,
    relevent_events,
)

DAY = datetime.date(2021, 3, 4)


def row(event: str, source: str = "FRA", target: str = "DEU", quad: int = 1, **more: Any) -> dict[str, Any]:
    """Return a row of our own making."""
    shared = {"day": DAY, "intensity": 2.5, "type": "CONSULT"}
    return {"event": event, "source": source, "target": target, "quad": quad, **shared, **more}


ROWS = [
    row("e1"), row("e2", quad=4, intensity=-9.0, day=datetime.date(2021, 4, 2)), row("e3", "DEU", "FRA"),
    row("e4", day=datetime.date(2021, 3, 1), last_day=datetime.date(2021, 3, 31)), row("e5", status="planned"),
]  # fmt: skip


def read_csv(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV."""
    return list(csv.DictReader(io.StringIO(text)))


def test_dyads_have_the_codes_of_their_time(kit: Kit) -> None:
    """Germany is 255 for COW and 260 for Gleditsch and Ward today, 260 for both in 1970; what has no code has none."""
    rows = [row("e1"), row("e2", day=datetime.date(1970, 5, 1)), row("e3", target="NATO")]
    found = read_csv(dyad_csv(dyad_series(event_table(rows), period="year"), code_of_states(kit)))
    codes = {(line["iso3_2"], line["year"]): (line["ccode2"], line["gwcode2"]) for line in found}
    assert codes == {("DEU", "2021"): ("255", "260"), ("DEU", "1970"): ("260", "260"), ("NATO", "2021"): ("", "")}
    assert {line["ccode1"] for line in found} == {"220"}


def test_a_sum_stands_beside_its_counts() -> None:
    """The columns of the convention, with sum, classes and interval; counts without decimals."""
    text = dyad_csv(dyad_series(event_table(ROWS), period="month"), lambda *_: "")
    march = next(line for line in read_csv(text) if (line["iso3_1"], line["month"]) == ("FRA", "3"))
    assert set(march) == set(DYAD_COLUMNS)
    assert [march[name] for name in ("n_events", "quad1", "coop", "conf", "goldstein_sum")] == ["2", "2", "2", "0", "5"]
    assert march["event_ids"] == "e4 e1"
    assert float(march["low"]) < float(march["log_ratio"]) < float(march["high"])


def test_networks_for_gephi_and_igraph() -> None:
    """Both are XML with every state, every dyad and its measures; GEXF is dated by period."""
    series = dyad_series(event_table([*ROWS, row("e6", "X\x01<&>", "FRA")]), period="month")
    root = ElementTree.fromstring(gexf(series, {"FRA": "France"}))
    space = {"g": "http://www.gexf.net/1.2draft"}
    assert {node.get("label") for node in root.iterfind(".//g:node", space)} == {"France", "DEU", "X <&>"}
    edges = list(root.iterfind(".//g:edge", space))
    assert len(edges) == series.table.num_rows
    assert ("2021-03-01", "2021-03-31") in {(edge.get("start"), edge.get("end")) for edge in edges}
    other = ElementTree.fromstring(graphml(dyad_series(event_table(ROWS), period="all", directed=False), {}))
    (edge,) = other.iterfind(".//{*}edge")
    values = {data.get("key"): data.text for data in edge.iterfind("{*}data")}
    assert (values["events"], values["period"]) == ("4", "all")


def test_adjacency_knows_zero_from_nothing() -> None:
    """No events are a count of zero, and no ratio at all."""
    series = dyad_series(event_table(ROWS), period="month")
    stack, periods, states = adjacency(series)
    assert (periods, states, stack.shape) == (["2021-03", "2021-04"], ["DEU", "FRA"], (2, 2, 2))
    assert (stack[0, 1, 0], stack[0, 0, 1], stack[1, 0, 1]) == (2, 1, 0)
    assert np.isnan(adjacency(series, "log_ratio")[0][1, 0, 1])
    assert adjacency_csv(series).splitlines()[:2] == ["period,source,DEU,FRA", "2021-03,DEU,0,1"]
    mirrored = adjacency(dyad_series(event_table(ROWS), period="all", directed=False))[0]
    assert np.array_equal(mirrored, mirrored.transpose(0, 2, 1))


@pytest.mark.parametrize("make", [goldfish_events, eventnet_events])
def test_event_lists_are_dated_and_in_order(make: Any) -> None:
    """Only events of an exact day that happened, in order of time, each once in a direction."""
    found = read_csv(make(event_table([*ROWS, row("e1")])))
    assert [line["event"] for line in found] == ["e1", "e3", "e2"]
    assert found[0]["time"] == "2021-03-04"


def test_relevent_gets_numbers() -> None:
    """Days from the first, senders and receivers by the number of the list of nodes."""
    lines, nodes = relevent_events(event_table(ROWS))
    assert read_csv(nodes) == [{"number": "1", "state": "DEU"}, {"number": "2", "state": "FRA"}]
    assert [tuple(line.values()) for line in read_csv(lines)] == [("1", "2", "1"), ("1", "1", "2"), ("30", "2", "1")]
    assert relevent_events(event_table([]))[0].strip() == "time,sender,receiver"
