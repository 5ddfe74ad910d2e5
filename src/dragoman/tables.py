"""Reading the CSV tables of facts and words. Every fault is collected, with file and line, and raised together."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman.errors import KnowledgeError

Row = TypeVar("Row", bound=msgspec.Struct)


def read_table(path: Path, row_type: type[Row], faults: list[str]) -> list[tuple[int, Row]]:
    """Read one CSV file (UTF-8, comma, header line) into `(line, row)` pairs; append what is wrong to `faults`.

    The header must name exactly fields of `row_type`; a field with a default may be left out. An empty cell means the
    field's default, or null where the field may be null. Numbers are converted.
    """
    fields = {field.name: field for field in msgspec.structs.fields(row_type)}
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:  # spreadsheets write a byte order mark
            reader = csv.reader(handle, strict=True)
            header = next(reader, [])
            unknown = [name for name in header if name not in fields]
            missing = [name for name, field in fields.items() if field.required and name not in header]
            if unknown or missing or len(set(header)) < len(header):
                faults.append(f"{path.name}:1: unknown columns {unknown}, missing columns {missing}, or a column twice")
                return []
            wrong: list[tuple[int, str]] = []
            rows = _convert(_read_cells(reader, header, wrong), row_type, wrong)
            faults += [f"{path.name}:{line}: {message}" for line, message in sorted(wrong)]
            return rows
    except UnicodeDecodeError as error:
        faults.append(f"{path.name}: is not UTF-8 (byte {error.start} of a piece of it); save it as UTF-8")
    except csv.Error as error:
        faults.append(f"{path.name}:{reader.line_num}: {error}; check the quotation marks around the cells")
    return []


def _read_cells(reader: Any, header: list[str], wrong: list[tuple[int, str]]) -> list[tuple[int, dict[str, str]]]:
    """Return the filled cells of every line, by column."""
    found = []
    for cells in reader:
        if len(cells) == len(header):
            found.append((reader.line_num, {column: cell for column, cell in zip(header, cells, strict=True) if cell}))
        elif cells:
            wrong.append((reader.line_num, f"{len(cells)} cells where the header has {len(header)}"))
    return found


def _convert(
    lines: list[tuple[int, dict[str, str]]], row_type: type[Row], wrong: list[tuple[int, str]]
) -> list[tuple[int, Row]]:
    """Convert all lines at once; only where some do not fit, one by one, to say which."""
    try:
        rows = msgspec.convert([cells for _, cells in lines], list[row_type], strict=False)  # type: ignore[valid-type]
        return [(line, row) for (line, _), row in zip(lines, rows, strict=True)]
    except msgspec.ValidationError:
        return _convert_singly(lines, row_type, wrong)


def _convert_singly(
    lines: list[tuple[int, dict[str, str]]], row_type: type[Row], wrong: list[tuple[int, str]]
) -> list[tuple[int, Row]]:
    rows = []
    for line, cells in lines:
        try:
            rows.append((line, msgspec.convert(cells, row_type, strict=False)))
        except msgspec.ValidationError as error:
            wrong.append((line, str(error)))
    return rows


def raise_faults(faults: Iterable[str]) -> None:
    """Raise `KnowledgeError` with all faults, if there are any."""
    listed = list(faults)
    if listed:
        raise KnowledgeError(listed)
