"""The one writer: runs, readings and the record of the world. Each call is one transaction: all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import IntegrityError

from dragoman.errors import RecordError
from dragoman.merge.inputs import WorldRecord
from dragoman.records import Event, Issue, LedgerRow, Reading
from dragoman.store import schema
from dragoman.store.rows import issue_rows, reading_rows
from dragoman.store.store import Store


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


def finish_run(store: Store, run: int, world: WorldRecord | None) -> None:
    """End a run; where `world` is given, put it in the place of the old record of the world."""
    with store.writing() as connection:
        if world is not None:
            _replace_world(connection, world)
        _end(connection, run, "finished")


def _replace_world(connection: Connection, world: WorldRecord) -> None:
    for table in schema.WORLD:
        connection.execute(delete(table))
    for table, rows in (
        (schema.actors, merge_actors(connection)),
        (schema.stories, [{"id": story.id, "first": story.first} for story in world.stories]),
        (schema.story_members, [
            {"document": m.document, "story": story.id, "relation": m.relation, "score": round(m.score, 4),
             "reason": m.reason}
            for story in world.stories for m in story.members
        ]),
        (schema.events, [_event_row(event) for event in world.events]),
        (schema.event_reports, [
            {"report": report, "event": event.id} for event in world.events for report in event.reports
        ]),
    ):  # fmt: skip
        if rows:
            connection.execute(insert(table), rows)
    connection.execute(update(schema.meta).where(schema.meta.c.key == "stale").values(value="0"))


def _event_row(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "quad": event.quad,
        "intensity": round(event.intensity, 4),
        "actors": event.actors,
        "recipients": event.recipients,
        "actor_states": event.actor_states,
        "recipient_states": event.recipient_states,
        "mutual": event.mutual,
        "status": event.status,
        "when": event.when,
        "day": event.when.start if event.when else None,
        "place": event.place,
        "stories": event.stories,
        "documents": event.documents,
        "least_sources": event.independent_sources[0],
        "most_sources": event.independent_sources[1],
        "source_reasons": event.source_reasons,
    }


def merge_actors(connection: Connection) -> list[dict[str, Any]]:
    """Return one row for every actor that some document names.

    Documents of several dates may describe an actor differently (whom a minister stands for): the most frequent
    description counts, of equally frequent ones the smallest, so that no order of reading matters.
    """
    named = schema.document_actors.c
    fields = (named.kind, named.name, named.state, named.wikidata, named.resolved)
    count = func.count()
    query = (
        select(named.actor, count.label("count"), *fields)
        .group_by(named.actor, *fields)
        .order_by(named.actor, count.desc(), *fields)
    )
    rows: dict[str, dict[str, Any]] = {}
    for found in connection.execute(query).mappings():
        described = {key: found[key] for key in ("kind", "name", "state", "wikidata", "resolved")}
        row = rows.setdefault(found["actor"], {"id": found["actor"], **described, "documents": 0})
        row["documents"] += found["count"]
    return list(rows.values())
