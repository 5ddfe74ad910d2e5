"""Opens the project file for one request, read-only: it never waits for a run, and it can change nothing."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import StoreError
from dragoman.store.schema import SCHEMA_VERSION, Json, metadata
from dragoman.store.store import FILE_NAME, reading_mode

Row = dict[str, Any]

_SECONDS = 20.0  # of the processor, after which a page is given up; waiting for others does not count
_STEPS = 50_000  # SQLite's virtual instructions between two looks at the clock, about a millisecond


def _json_columns() -> frozenset[str]:
    """Return the names of columns that are JSON in some table and text in none (queries rename the few others)."""
    columns = [column for table in metadata.tables.values() for column in table.columns]
    return frozenset(c.name for c in columns if isinstance(c.type, Json)) - frozenset(
        c.name for c in columns if not isinstance(c.type, Json)
    )


_JSON = _json_columns()


class Reader:
    """A connection that sees one state of the project from its first query to its end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, query: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query; the columns that the schema keeps as JSON are decoded."""
        cursor = self._connection.execute(query, parameters)
        names = [column[0] for column in cursor.description]
        decoded = [name in _JSON for name in names]
        return [
            {name: _decoded(value) if is_json else value for name, is_json, value in zip(names, decoded, row, strict=True)}
            for row in cursor
        ]

    def row(self, query: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        return next(iter(self.rows(query, parameters)), None)

    def value(self, query: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> Any:
        """Return the first value of the first row, or None."""
        found = self._connection.execute(query, parameters).fetchone()
        return found[0] if found else None

    def tuples(self, query: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query as they come, nothing decoded: for tens of thousands."""
        return self._connection.execute(query, parameters)

    def values(self, query: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> list[Any]:
        """Return the first value of every row."""
        return [row[0] for row in self._connection.execute(query, parameters)]


def _decoded(value: Any) -> Any:
    return msgspec.json.decode(value) if isinstance(value, str) else value


@contextmanager
def open_reader(folder: Path) -> Iterator[Reader]:
    """Open the project for the length of a block.

    Raises:
        StoreError: there is no project, it cannot be read, or another version of dragoman made it.
    """
    connection = connect(folder / FILE_NAME)
    deadline = time.thread_time() + _SECONDS
    connection.set_progress_handler(lambda: int(time.thread_time() > deadline), _STEPS)
    try:
        connection.execute("BEGIN")
        _check_version(connection, folder)
        yield Reader(connection)
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{folder / FILE_NAME} cannot be read: {error}") from error
    finally:
        connection.close()


def connect(path: Path, *, shared: bool = False) -> sqlite3.Connection:
    """Open a project file read-only; with `shared` several threads may use the connection, one at a time."""
    if not path.is_file():
        folder = path.parent
        raise StoreError(f"{folder} is no project: it has no {path.name}; make one with: dragoman read PATH --project {folder}")
    try:
        address = f"{path.absolute().as_uri()}?{reading_mode(path)}"
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=10, check_same_thread=not shared)
    except sqlite3.Error as error:
        raise StoreError(f"{path} cannot be opened: {error}") from error
    connection.execute("PRAGMA query_only=ON")
    return connection


def _check_version(connection: sqlite3.Connection, folder: Path) -> None:
    found = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    if found is None or found[0] != str(SCHEMA_VERSION):
        raise StoreError(f"the project in {folder} has tables of version {found and found[0]}, this dragoman reads "
                         f"version {SCHEMA_VERSION}; read the inputs into a new project")  # fmt: skip
