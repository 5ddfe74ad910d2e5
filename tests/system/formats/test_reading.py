"""One door for event files: recognised by their first bytes; counts and our own Parquet too."""

from __future__ import annotations

import io
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from dragoman.errors import InputError
from dragoman.event_files import state_names
from dragoman.kit import Kit
from dragoman.system.dyads import dyad_series
from dragoman.system.event_table import event_table
from dragoman.system.formats import read_events
from dragoman.system.formats.names import StateNames

COUNTS = b"i,j,year,verbCoop,matlCoop,verbConf,matlConf\nFrance,United States,2003.0,12.0,1.0,5.0,0.0\nFrance,X,bad,1,1,1,1\n"


def packed(table: Any) -> bytes:
    """Return a table as Parquet."""
    file = io.BytesIO()
    parquet.write_table(table, file)
    return file.getvalue()


def test_counts_by_pair_and_year(kit: Kit) -> None:
    """A row for each class that has a count; a row that cannot be read is told; sources are not said."""
    found = read_events(COUNTS, state_names(kit))
    assert (found.format, found.events["count"].to_pylist()) == ("counts", [12, 1, 5])
    assert [(fault.count, fault.lines) for fault in found.faults] == [(1, (3,))]
    (point,) = dyad_series(found.events, period="year").table.to_pylist()
    assert (point["source"], point["target"], point["events"], point["most_sources"]) == ("FRA", "USA", 18, 0)
    assert dyad_series(found.events, period="month").left_out == {"date too vague for a month": 3}


def test_counts_by_month(kit: Kit) -> None:
    """With a month, the month is the period."""
    data = b"source,target,year,month,vc,mc,vk,mk\nFRA,RUS,2020,2,1,0,0,2\n"
    assert dyad_series(read_events(data, state_names(kit)).events).table["period"].to_pylist() == ["2020-02"]


def test_our_own_parquet(kit: Kit) -> None:
    """The event table, and the table `events` of a project."""
    table = event_table([{"event": "e1", "source": "FRA", "target": "USA", "quad": 1}])
    assert read_events(packed(table), state_names(kit)).events.to_pylist() == table.to_pylist()
    event = {
        "id": "e1", "type": "CONSULT", "mode": "", "actor_states": ["FRA", "USA"], "recipient_states": [], "status": "happened",
        "when": {"start": "2021-03-01", "end": "2021-03-31", "precision": "month", "basis": "text"}, "reports": ["r1", "r2"],
        "stories": ["s1"], "independent_sources": [1, 1], "quad": 1, "intensity": 2.5, "mutual": True,
    }  # fmt: skip
    found = read_events(packed(pa.Table.from_pylist([event])), state_names(kit)).events.to_pylist()
    assert [(row["source"], row["target"]) for row in found] == [("FRA", "USA"), ("USA", "FRA")]
    assert found[0]["stories"] == ["s1", "s1"]
    assert (str(found[0]["day"]), str(found[0]["last_day"])) == ("2021-03-01", "2021-03-31")


def test_other_files_are_refused_with_what_to_do(kit: Kit) -> None:
    """Neither a letter nor half a Parquet file nor somebody else's is a file of events."""
    states = state_names(kit)
    with pytest.raises(InputError, match="no known format"):
        read_events(b"Dear Sir,\n", states)
    with pytest.raises(InputError, match="cannot be read"):
        read_events(packed(event_table([]))[:50], states)
    with pytest.raises(InputError, match="no event table"):
        read_events(packed(pa.table({"a": [1]})), states)
    with pytest.raises(InputError, match="no known format"):
        read_events(b"", states)


@given(st.binary(max_size=200), st.sampled_from(["icews", "gdelt", "polecat", "counts", "parquet", None]))
def test_garbage_is_refused_not_a_crash(data: bytes, form: str | None) -> None:
    """Whatever the bytes are, either events come out or an InputError says why not."""
    try:
        found = read_events(data, StateNames(by_name={}, by_code={}), form)
    except InputError:
        return
    assert found.events.num_rows == found.rows
