"""Reading tables, with all faults listed."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from dragoman.errors import KnowledgeError
from dragoman.tables import raise_faults, read_table


class Harbour(msgspec.Struct, frozen=True, kw_only=True):
    """A row for these tests."""

    name: str
    depth: float | None = None
    note: str = ""


def load(path: Path) -> tuple[Harbour, ...]:
    """Read a table, as those of facts and words are read: all faults are raised together."""
    faults: list[str] = []
    rows = read_table(path, Harbour, faults)
    raise_faults(faults)
    return tuple(row for _, row in rows)


def test_rows_are_converted_and_empty_cells_take_defaults(tmp_path: Path) -> None:
    """Numbers become numbers; an empty cell is null or the default."""
    path = tmp_path / "harbours.csv"
    path.write_text('name,depth,note\nOslo,12.5,"deep, cold"\nDover,,\n', encoding="utf-8")
    assert load(path) == (
        Harbour(name="Oslo", depth=12.5, note="deep, cold"),
        Harbour(name="Dover"),
    )


def test_all_faults_are_listed_with_file_and_line(tmp_path: Path) -> None:
    """One start shows every bad row, not the first."""
    path = tmp_path / "harbours.csv"
    path.write_text("name,depth\nOslo,deep\nDover,1,2\n,3\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as raised:
        load(path)
    assert [fault.split(":")[:2] for fault in raised.value.faults] == [["harbours.csv", str(n)] for n in (2, 3, 4)]


def test_an_unknown_or_missing_column_is_a_fault(tmp_path: Path) -> None:
    """A header that does not fit the row class is named as such."""
    path = tmp_path / "harbours.csv"
    path.write_text("harbour,depth\nOslo,1\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"unknown columns \['harbour'\], missing columns \['name'\]"):
        load(path)
