"""Checks a project: every span against its quote, every link's two ends, the ledger's sum, the file itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import Connection, RowMapping, Table, func, select, text
from sqlalchemy.exc import DatabaseError

from dragoman.store import schema
from dragoman.store.check_views import check_views
from dragoman.store.fault import Fault
from dragoman.store.store import Store


class CheckResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a check looked at, by table, and what it found."""

    checked: dict[str, int]
    faults: tuple[Fault, ...]


def check_store(store: Store) -> CheckResult:
    """Return every fault of a project. No fault means: each field can be traced to its words."""
    with store.reading() as connection:
        faults = [*_file(connection)]
        if faults:  # a damaged file gives nothing that is worth judging
            return CheckResult(checked={}, faults=tuple(faults))
        faults += [*_references(connection), *_documents(connection), *_ledger(connection), *_world(connection)]
        checked = {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in schema.metadata.sorted_tables
        }
    return CheckResult(checked=checked, faults=tuple(faults))


def _file(connection: Connection) -> Iterator[Fault]:
    try:
        for (message,) in connection.execute(text("PRAGMA integrity_check")):
            if message != "ok":
                yield Fault(table="(file)", record="", message=str(message))
    except DatabaseError as error:  # too damaged even to be checked
        yield Fault(table="(file)", record="", message=str(error.orig))


def _references(connection: Connection) -> Iterator[Fault]:
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault(table=table, record=f"row {row}", message=f"refers to a row of {parent} that does not exist")


def _documents(connection: Connection) -> Iterator[Fault]:
    query = select(schema.documents).order_by(schema.documents.c.id)
    for document in connection.execution_options(yield_per=100).execute(query).mappings():
        yield from _Spans(connection, document["id"], document["text"]).faults(document)


class _Spans:
    """Checks the spans of one document."""

    def __init__(self, connection: Connection, identifier: str, content: str) -> None:
        self._connection = connection
        self._id = identifier
        self._text = content

    def faults(self, document: RowMapping) -> Iterator[Fault]:
        yield from self._within("documents", self._id, "body", document["body"])
        yield from self._within(
            "documents", self._id, "provenance", [(p["start"], p["end"]) for p in document["provenance"]]
        )
        yield from self._quoted(schema.evidence, "owner", "quote")
        yield from self._quoted(schema.mentions, "id", "surface")
        for table in (schema.blocks, schema.sentences, schema.report_parties):
            for row in self._rows(table):
                key = f"{row['report' if 'report' in row else 'document'][:17]} {row['position']}"
                yield from self._within(table.name, key, "span", [(row["start"], row["end"])])
        yield from self._reports()
        yield from self._statements()
        yield from self._positions()

    def _rows(self, table: Table) -> Sequence[RowMapping]:
        return self._connection.execute(select(table).where(table.c.document == self._id)).mappings().all()

    def _quoted(self, table: Table, key: str, quote: str) -> Iterator[Fault]:
        """Compare the characters of each row's span with the words that it keeps."""
        for row in self._rows(table):
            start, end = row["start"], row["end"]
            broken = list(self._within(table.name, row[key], "span", [(start, end)]))
            yield from broken
            if not broken and self._text[start:end] != row[quote]:
                found = self._text[start:end]
                yield Fault(
                    table=table.name, record=row[key],
                    message=f"{quote} is {row[quote]!r}, but the text has {found!r} at {start}-{end}",
                )  # fmt: skip

    def _within(self, table: str, record: str, field: str, spans: Sequence[Sequence[int]]) -> Iterator[Fault]:
        for start, end in spans:
            if not 0 <= start <= end <= len(self._text):
                yield Fault(
                    table=table, record=record,
                    message=f"{field} {start}-{end} lies outside of the text (0-{len(self._text)})",
                )  # fmt: skip

    def _reports(self) -> Iterator[Fault]:
        parties = {row["report"] for row in self._rows(schema.report_parties)}
        for row in self._rows(schema.reports):
            yield from self._within("reports", row["id"], "trigger", [(row["trigger_start"], row["trigger_end"])])
            if row["id"] not in parties:
                yield Fault(table="reports", record=row["id"], message="has no party on either side")

    def _statements(self) -> Iterator[Fault]:
        rows = self._rows(schema.statements)
        known = {row["id"] for row in rows}
        for row in rows:
            spans = [*row["content"], *(span for span in (row["cue"], row["speaker_surface"]) if span is not None)]
            broken = list(self._within("statements", row["id"], "span", spans))
            yield from broken
            quote = " ".join(self._text[start:end] for start, end in row["content"])
            if not broken and quote != row["quote"]:
                yield Fault(table="statements", record=row["id"], message=f"quote is not the text of its content {quote!r}")
            if row["parent"] is not None and row["parent"] not in known:
                yield Fault(table="statements", record=row["id"], message=f"parent {row['parent']} does not exist")

    def _positions(self) -> Iterator[Fault]:
        for row in self._rows(schema.positions):
            spans = [row["outcome"], *([row["condition"]] if row["condition"] else [])]
            yield from self._within("positions", row["id"], "span", spans)


def _ledger(connection: Connection) -> Iterator[Fault]:
    """Every run: each input has one outcome, each accepted one its document, each document one accepted input."""
    rows = schema.ledger.c
    counts: dict[int, dict[str, int]] = {}
    query = select(rows.run, rows.outcome, func.count()).group_by(rows.run, rows.outcome)
    for run, outcome, count in connection.execute(query):
        counts.setdefault(run, {})[outcome] = count
    for run, found in sorted(counts.items()):
        known = sum(found.get(outcome, 0) for outcome in ("accepted", "duplicate", "rejected"))
        if known != sum(found.values()):
            yield Fault(table="ledger", record=f"run {run}", message=f"outcomes do not add up to its inputs: {found}")
    for row in connection.execute(select(rows.run, rows.path, rows.member, rows.outcome, rows.document)):
        if (row.document is None) != (row.outcome == "rejected"):
            key = f"run {row.run} {row.path} {row.member}".rstrip()
            yield Fault(table="ledger", record=key, message=f"{row.outcome}, but its document is {row.document}")
    accepted = select(rows.document).where(rows.outcome == "accepted", rows.document.is_not(None))
    for identifier in connection.scalars(select(schema.documents.c.id).where(schema.documents.c.id.not_in(accepted))):
        yield Fault(table="documents", record=identifier, message="no input in the ledger was accepted as it")
    twice = accepted.group_by(rows.document).having(func.count() > 1)
    for identifier in connection.scalars(twice):
        yield Fault(table="ledger", record=str(identifier), message="accepted more than once")


def _world(connection: Connection) -> Iterator[Fault]:
    """Unless a run was cut off: each document stands in a story, each report in an event, nothing is left over."""
    if connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == "stale")) == "1":
        return
    for whole, part, key in (
        (schema.documents, schema.story_members, "document"),
        (schema.reports, schema.event_reports, "report"),
    ):
        missing = select(whole.c.id).where(whole.c.id.not_in(select(part.c[key])))
        for identifier in connection.scalars(missing):
            yield Fault(table=whole.name, record=identifier, message=f"stands in no row of {part.name}")
    for group, part, key in (
        (schema.stories, schema.story_members, "story"),
        (schema.events, schema.event_reports, "event"),
    ):
        for identifier in connection.scalars(select(group.c.id).where(group.c.id.not_in(select(part.c[key])))):
            yield Fault(table=group.name, record=identifier, message=f"has no row of {part.name}")
    yield from check_views(connection)
    named = select(schema.document_actors.c.actor)
    for identifier in connection.scalars(select(schema.actors.c.id).where(schema.actors.c.id.not_in(named))):
        yield Fault(table="actors", record=identifier, message="no document names it")
