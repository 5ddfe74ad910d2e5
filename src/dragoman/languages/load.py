"""Loads the word tables of each language and tells which language a text is in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar, cast

import msgspec

from dragoman.languages.rows import (
    CueRow,
    DateWordRow,
    DescriptionRow,
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


def load_languages(folder: Path | None = None) -> dict[str, Language]:
    """Load all word tables; rows of the user's `folder`/languages/<code> are added to the bundled ones.

    Raises:
        KnowledgeError: rows are wrong; all faults are listed together.
    """
    faults: list[str] = []
    loaded = {code: _load_language(code, folder, faults) for code in READ_LANGUAGES}
    raise_faults(faults)
    return loaded


def _load_language(code: str, folder: Path | None, faults: list[str]) -> Language:
    bases = [FOLDER / code] + ([folder / "languages" / code] if folder is not None else [])
    tables = {}
    for name, row_type in ROW_TYPES.items():
        rows: list[msgspec.Struct] = []
        for base in bases:
            path = base / f"{name}.csv"
            if path.is_file():
                found: list[str] = []
                rows += [row for _, row in read_table(path, row_type, found)]
                faults += [f"{code}/{fault}" for fault in found]
        tables[name] = tuple(rows)
    return Language(code=code, tables=tables)
