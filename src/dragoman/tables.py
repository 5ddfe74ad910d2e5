"""Reading the CSV tables of facts and words. Every fault is collected, with file and line, and raised together."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman.errors import KnowledgeError

Row = TypeVar("Row", bound=msgspec.Struct)


def read_table(path: Path, row_type: type[Row], faults: list[str]) -> list[tuple[int, Row]]:
    """Read one CSV file (UTF-8, comma, header line) into `(line, row)` pairs; append what is wrong to `faults`.

    The header must name exactly fields of `row_type`; a field with a default may be left out. An empty cell means the
    field's default, or null where the field may be null. Numbers are converted.
    """
    fields = {field.name: field for field in msgspec.structs.fields(row_type)}
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.reader(handle, strict=True)
        header = next(reader, [])
        unknown = [name for name in header if name not in fields]
        missing = [name for name, field in fields.items() if field.required and name not in header]
        if unknown or missing:
            faults.append(f"{path.name}:1: unknown columns {unknown}, missing columns {missing}")
            return []
        rows = []
        for cells in reader:
            line = reader.line_num
            if not cells:
                continue
            if len(cells) != len(header):
                faults.append(f"{path.name}:{line}: {len(cells)} cells where the header has {len(header)}")
                continue
            filled = {name: cell for name, cell in zip(header, cells, strict=True) if cell != ""}
            try:
                rows.append((line, msgspec.convert(filled, row_type, strict=False)))
            except msgspec.ValidationError as error:
                faults.append(f"{path.name}:{line}: {error}")
        return rows


def load_table(path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """Read one table and raise `KnowledgeError` if any row is wrong."""
    faults: list[str] = []
    rows = read_table(path, row_type, faults)
    raise_faults(faults)
    return tuple(row for _, row in rows)


def raise_faults(faults: Iterable[str]) -> None:
    """Raise `KnowledgeError` with all faults, if there are any."""
    listed = list(faults)
    if listed:
        raise KnowledgeError(listed)
