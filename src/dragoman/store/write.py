"""The one writer: runs, readings and the record of the world. Each call is one transaction: all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version

import msgspec
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import IntegrityError

from dragoman.errors import RecordError
from dragoman.merge.inputs import WorldRecord
from dragoman.records import Issue, LedgerRow, LineageEdge, Reading
from dragoman.store import schema
from dragoman.store.lineage import save_edges
from dragoman.store.rows import issue_rows, reading_rows
from dragoman.store.store import Store
from dragoman.store.world import WorldChange, replace_world


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One call of read. After a cut, `files` are those it had finished, `inputs` the (path, member) it had ledgered."""

    number: int
    files: frozenset[str] = frozenset()
    inputs: frozenset[tuple[str, str]] = frozenset()


def begin_run(store: Store, inputs: str, knowledge: str) -> Run:
    """Begin a run, or go on with the last one if it was cut off and had the same list of inputs (by digest)."""
    with store.writing() as connection:
        runs = schema.runs.c
        last = connection.execute(
            select(runs.number, runs.inputs, runs.state).order_by(runs.number.desc()).limit(1)
        ).first()
        if last is not None and last.state == "running":
            if last.inputs == inputs:
                return _resumed(connection, last.number)
            _end(connection, last.number, "abandoned")
        number = 1 if last is None else last.number + 1
        row = {"number": number, "inputs": inputs, "state": "running", "started": _now(), "version": version("dragoman"),
               "knowledge": knowledge}  # fmt: skip
        connection.execute(insert(schema.runs), [row])
        return Run(number=number)


def _resumed(connection: Connection, number: int) -> Run:
    files = connection.scalars(select(schema.run_files.c.path).where(schema.run_files.c.run == number))
    done = schema.ledger.c
    inputs = connection.execute(select(done.path, done.member).where(done.run == number))
    return Run(number=number, files=frozenset(files), inputs=frozenset((path, member) for path, member in inputs))


def _end(connection: Connection, number: int, state: str) -> None:
    connection.execute(update(schema.runs).where(schema.runs.c.number == number).values(state=state, ended=_now()))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def save_input(
    store: Store, run: int, row: LedgerRow, *, reading: Reading | None = None, issues: Sequence[Issue] = (),
    damaged: bool = False,
) -> None:
    """Store what became of one input: its ledger row, its issues and, where it was accepted, its reading.

    Raises:
        RecordError: the reading contradicts itself (two records with one id, a link to nobody); nothing was stored.
    """
    try:
        with store.writing() as connection:
            connection.execute(delete(schema.issues).where(
                schema.issues.c.path == row.path, schema.issues.c.member == row.member,
                schema.issues.c.document.is_(None),
            ))  # fmt: skip
            if reading is not None:
                _save_reading(connection, reading)
            if rows := issue_rows(issues, row.member):
                connection.execute(sqlite_insert(schema.issues).on_conflict_do_nothing(), rows)
            connection.execute(insert(schema.ledger), [{"run": run, **msgspec.structs.asdict(row), "damaged": damaged}])
    except IntegrityError as error:
        raise RecordError(f"the records of {row.path} contradict each other ({error.orig}); please report this") from error


def _save_reading(connection: Connection, reading: Reading) -> None:
    for table, rows in reading_rows(reading):
        if rows:
            connection.execute(insert(table), rows)
    connection.execute(update(schema.meta).where(schema.meta.c.key == "stale").values(value="1"))


def finish_file(store: Store, run: int, path: str) -> None:
    """Note that all inputs of a file are in the ledger."""
    with store.writing() as connection:
        connection.execute(sqlite_insert(schema.run_files).on_conflict_do_nothing(), [{"run": run, "path": path}])


def finish_run(
    store: Store, run: int, world: WorldRecord | WorldChange | None, edges: Iterable[LineageEdge] = ()
) -> None:
    """End a run; where `world` is given, replace or change the record of the world by it, and put `edges` beside the others."""
    with store.writing() as connection:
        if world is not None:
            save_edges(connection, edges)
            replace_world(connection, world)
        _end(connection, run, "finished")
