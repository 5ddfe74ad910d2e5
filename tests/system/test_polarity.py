"""Indices of concentration: identities, and the published figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.event_files import file_bytes
from dragoman.kit import Kit
from dragoman.system.event_table import event_table
from dragoman.system.formats.external import read_capabilities
from dragoman.system.polarity import (
    MajorPower,
    activity,
    bloc_polarity,
    con,
    effective_number,
    polarity,
    polarity_by_year,
)


@given(st.integers(2, 30), st.floats(0.1, 100))
def test_equal_powers_are_not_concentrated(count: int, size: float) -> None:
    """CON 0, and as many effective poles as states."""
    assert con([size] * count) == pytest.approx(0, abs=1e-6)
    assert effective_number([size] * count) == pytest.approx(count)


@given(st.integers(2, 30))
def test_one_power_alone_is_all(count: int) -> None:
    """CON 1, one effective pole."""
    values = [5.0] + [0.0] * (count - 1)
    assert con(values) == pytest.approx(1)
    assert effective_number(values) == pytest.approx(1)


@given(st.lists(st.floats(0.01, 100), min_size=2, max_size=20), st.floats(0.01, 50))
def test_only_shares_count(values: list[float], factor: float) -> None:
    """A change of unit changes nothing, CON lies between 0 and 1."""
    found = con(values)
    assert found is not None
    assert 0 <= found <= 1 + 1e-9
    assert con([factor * value for value in values]) == pytest.approx(found, abs=1e-6)


def test_two_indices_stand_side_by_side() -> None:
    """Shares in order of size, with CON, effective number, the first and the first two."""
    found = polarity({"A": 1.0, "B": 3.0})
    assert found.shares == (("B", 0.75), ("A", 0.25))
    assert found.con == pytest.approx(0.5)
    assert found.effective_number == pytest.approx(1.6)
    assert (found.first, found.first_two) == (0.75, 1.0)


def test_what_cannot_be_is_refused_and_little_is_said_of_little() -> None:
    """A negative capability is a missing value; one state has no concentration."""
    with pytest.raises(ValueError, match="from 0"):
        con([1.0, -9.0])
    assert con([1.0]) is None
    assert effective_number([]) == 0


def test_major_powers_come_and_go() -> None:
    """A state counts in the years of its spells, the last open."""
    rows = [("X", 1900, 1.0), ("Y", 1900, 1.0), ("X", 1950, 4.0), ("Y", 1950, 1.0), ("Z", 1950, 9.0)]
    majors = [MajorPower(state="X", start=1890), MajorPower(state="Y", start=1890, end=1945), MajorPower(state="Z", start=1946)]
    found = polarity_by_year(rows, majors)
    assert [(entry.year, entry.states, entry.shares[0][0]) for entry in found] == [(1900, 2, "X"), (1950, 2, "Z")]


def test_blocs_have_sizes() -> None:
    """Blocs count by members, or by the size of their members."""
    blocs = {"A": 0, "B": 0, "C": 1}
    assert bloc_polarity(blocs).shares == (("bloc 0", 2 / 3), ("bloc 1", 1 / 3))
    assert bloc_polarity(blocs, {"A": 1, "B": 1, "C": 6}).shares[0] == ("bloc 1", 0.75)


def test_activity_counts_events_not_partners() -> None:
    """A mutual event of three states is one event for each of them."""
    rows = [
        {"event": "e1", "source": a, "target": b, "quad": 1, "mutual": True} for a in "ABC" for b in "ABC" if a != b
    ] + [{"event": "e2", "source": "A", "target": "B", "quad": 4}]  # fmt: skip
    assert activity(event_table(rows)).shares == (("A", 0.5), ("B", 0.25), ("C", 0.25))


@pytest.mark.parametrize(
    ("year", "value"),
    [(1820, 0.305), (1913, 0.238), (1938, 0.227), (1946, 0.452), (1970, 0.322), (1990, 0.305), (2010, 0.423), (2016, 0.462)],
)
def test_con_of_the_major_powers(shared: Path, kit: Kit, year: int, value: float) -> None:
    """CON from COW's capabilities among its major powers, to three digits."""
    rows = [row for row in read_capabilities(file_bytes(shared / "data/system/cow_nmc.csv.gz")) if row[1] == year]
    majors = [
        MajorPower(state=str(row.cow), start=int(row.start), end=int(row.end) if row.end else None)
        for row in kit.knowledge.major_powers
    ]
    (found,) = polarity_by_year(rows, majors)
    assert found.con is not None
    assert round(found.con, 3) == value
