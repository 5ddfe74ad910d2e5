"""Opens a project file. Reading never waits for the writer; there is one writer, guarded by a lock."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select, text
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.pool import NullPool

from dragoman.errors import StoreError
from dragoman.store.lookups import LOOKUPS
from dragoman.store.schema import SCHEMA_VERSION, SEARCH, meta, metadata

FILE_NAME = "dragoman.sqlite"


class Store:
    """An open project file. `reading()` and `writing()` give connections; a `writing()` block is one transaction."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._held: Connection | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the file from its first query to its end."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except DatabaseError as error:
            raise StoreError(_unreadable(self.path, error)) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are all made at the end of the block, or none of them."""
        if self._held is None:
            self._held = self._engine.connect().execution_options(writer=True)
        try:
            with self._held.begin():
                yield self._held
        except IntegrityError:
            raise  # the rows contradict each other: the caller knows whose they are
        except DatabaseError as error:
            raise StoreError(f"cannot write {self.path}: {error.orig}; free the disk or the file, then run again: "
                             "nothing that was stored is lost") from error

    def close(self) -> None:
        """Close the file."""
        if self._held is not None:
            self._held.close()
            self._held = None
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(folder: Path, *, create: bool = False, any_version: bool = False) -> Store:
    """Open the project file in a folder; with `create`, make folder and file where they are missing.

    With `any_version` a file of another dragoman is opened too, to take out of it what all versions have.

    Raises:
        StoreError: there is no project, or its file is damaged, or another version of dragoman made it.
    """
    path = folder / FILE_NAME
    if create:
        _make_folder(folder)
    elif not path.is_file():
        raise StoreError(f"{folder} is no project: it has no {FILE_NAME}; make one with: dragoman read PATH --project {folder}")
    store = Store(path, _engine(path))
    try:
        if create:
            _create_tables(store)
        if not any_version:
            _check_version(store)
    except DatabaseError as error:
        store.close()
        raise StoreError(_unreadable(path, error)) from error
    except StoreError:
        store.close()
        raise
    return store


def _unreadable(path: Path, error: DatabaseError | sqlite3.Error) -> str:
    words = error.orig if isinstance(error, DatabaseError) else error
    return f"{path} cannot be read ({words}); restore it from a copy, or read the inputs into a new project"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot make the project folder {folder}: {error.strerror}; choose another --project") from error


def _engine(path: Path) -> Engine:
    """Return an engine that opens the file anew for every connection: a file moved away or replaced is noticed."""
    engine = create_engine("sqlite://", creator=lambda: _connect(path), poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _connect(path: Path) -> sqlite3.Connection:
    mode = "mode=rwc" if os.access(path.parent, os.W_OK) else reading_mode(path)
    address = f"{path.absolute().as_uri()}?{mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=30)
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=NORMAL")  # in WAL mode a killed process loses nothing that was committed
    return connection


def reading_mode(path: Path) -> str:
    """Return how to open a project file in order only to read it, as a parameter of its URI.

    In a folder that we may not write to, SQLite opens a file in WAL mode only where somebody else has it open already (its
    log lies beside it, and holds what is newest) or where it is told that nobody can change it.
    """
    others = path.with_name(f"{path.name}-wal").exists()
    return "mode=ro" if others or os.access(path.parent, os.W_OK) else "immutable=1"


def _begin(connection: Connection) -> None:
    """Open the transaction ourselves: the driver would do so too late for a consistent view (and not for tables)."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writer") else "BEGIN")


def _create_tables(store: Store) -> None:
    """Make all tables in one transaction, unless they are there."""
    _use_wal(store.path)
    with store.writing() as connection:
        if connection.scalar(text("SELECT count(*) FROM sqlite_master")):
            return
        metadata.create_all(connection, checkfirst=False)
        for statement in (*SEARCH, *LOOKUPS):
            connection.exec_driver_sql(statement)
        connection.execute(meta.insert(), [{"key": "schema", "value": str(SCHEMA_VERSION)}, {"key": "stale", "value": "0"}])


def _use_wal(path: Path) -> None:
    try:
        connection = _connect(path)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise StoreError(_unreadable(path, error)) from error


def _check_version(store: Store) -> None:
    with store.reading() as connection:
        known = connection.scalar(text("SELECT count(*) FROM sqlite_master WHERE name = 'meta'"))
        version: Any = connection.scalar(select(meta.c.value).where(meta.c.key == "schema")) if known else None
    if version == str(SCHEMA_VERSION):
        return
    if version is None:
        raise StoreError(f"{store.path} is an SQLite file, but no project of dragoman; choose another --project")
    age = "an older" if version.isdigit() and int(version) < SCHEMA_VERSION else "a newer"
    raise StoreError(
        f"{store.path} was made by {age} dragoman: its tables have version {version}, this one reads version "
        f"{SCHEMA_VERSION}; read the inputs into a new project, and take judgements along with `dragoman judge export` and "
        "`dragoman judge import`; or use the dragoman that made it"
    )
