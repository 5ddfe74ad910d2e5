"""Loads the word tables of each language and tells which language a text is in."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import TypeVar, cast

import msgspec

from dragoman.languages.rows import (
    CueRow,
    DateWordRow,
    DescriptionRow,
    EstimateRow,
    EventWordRow,
    FurnitureRow,
    ModalityRow,
    NameRow,
    OrganWordRow,
    PositionWordRow,
    RoleRow,
)
from dragoman.tables import raise_faults, read_table

FOLDER = Path(__file__).parent
READ_LANGUAGES = ("en", "fr")

ROW_TYPES: Mapping[str, type[msgspec.Struct]] = {
    "names": NameRow,
    "roles": RoleRow,
    "organs": OrganWordRow,
    "descriptions": DescriptionRow,
    "furniture": FurnitureRow,
    "dates": DateWordRow,
    "cues": CueRow,
    "positions": PositionWordRow,
    "events": EventWordRow,
    "modality": ModalityRow,
    "estimates": EstimateRow,
}

Row = TypeVar("Row", bound=msgspec.Struct)


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one language, table by table."""

    code: str
    tables: dict[str, tuple[msgspec.Struct, ...]]

    def rows(self, table: str, row_type: type[Row]) -> tuple[Row, ...]:
        """Return the rows of one table; empty where this language has no such table."""
        assert ROW_TYPES[table] is row_type
        return cast("tuple[Row, ...]", self.tables.get(table, ()))


def load_languages(folder: Path | None = None, entities: Container[str] | None = None) -> dict[str, Language]:
    """Load all word tables; rows of the user's `folder`/languages/<code> are added to the bundled ones.

    With `entities`, the ids of all tables of facts, the user's names of anything else are faults.

    Raises:
        KnowledgeError: rows are wrong; all faults are listed together.
    """
    faults = list(_strange_files(folder / "languages")) if folder is not None else []
    loaded = {code: _load_language(code, folder, entities, faults) for code in READ_LANGUAGES}
    raise_faults(faults)
    return loaded


def _strange_files(folder: Path) -> Iterator[str]:
    """Yield a fault for every CSV file of the user's that is no word table: its rows would be lost without a word."""
    for path in sorted(folder.glob("*/*.csv")):
        if path.parent.name not in READ_LANGUAGES or path.stem not in ROW_TYPES:
            yield f"{path}: there is no such word table; they are {'|'.join(READ_LANGUAGES)}/{{{', '.join(ROW_TYPES)}}}.csv"


def _load_language(code: str, folder: Path | None, entities: Container[str] | None, faults: list[str]) -> Language:
    tables = {}
    for name, row_type in ROW_TYPES.items():
        rows = [row for _, row in _read(FOLDER / code / f"{name}.csv", f"{code}/", row_type, faults)]
        if folder is not None:
            base = folder / "languages" / code
            for line, row in _read(base / f"{name}.csv", f"{base}/", row_type, faults):
                rows.append(row)
                if isinstance(row, NameRow) and entities is not None and row.entity not in entities:
                    faults.append(f"{base / name}.csv:{line}: entity {row.entity!r} is in no table; add its row first")
        tables[name] = tuple(rows)
    return Language(code=code, tables=tables)


def _read(path: Path, prefix: str, row_type: type[Row], faults: list[str]) -> list[tuple[int, Row]]:
    if not path.is_file():
        return []
    found: list[str] = []
    read = read_table(path, row_type, found)
    faults += [prefix + fault for fault in found]
    return read
