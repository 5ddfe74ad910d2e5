"""Checks what is laid over the record: judgements, disagreements, repaired names, and how reports stand in events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from dragoman.merge.judgements import REJECT, UNDO, WRONG_ACTOR
from dragoman.store import schema
from dragoman.store.fault import Fault
from dragoman.store.judgements import VERDICTS, current
from dragoman.store.views import is_document, read_judgements


def check_views(connection: Connection) -> Iterator[Fault]:
    """Yield every fault of the views: their passages against the texts, their records against the tables."""
    yield from _unplaced(connection)
    yield from _counts(connection)
    yield from _judgements(connection)
    for table, column in ((schema.disagreements, "versions"), (schema.name_repairs, "witness")):
        for row in connection.execute(select(table)).mappings():
            quoted = row[column] if isinstance(row[column], list) else [row[column], row]
            for piece in quoted:
                yield from _quoted(connection, table.name, row["id"], piece)


def _quoted(connection: Connection, table: str, record: str, piece: Any) -> Iterator[Fault]:
    """Compare the characters of one passage with the words that the view shows."""
    start, end = piece["start"], piece["end"]
    text = connection.scalar(
        select(func.substr(schema.documents.c.text, start + 1, end - start)).where(schema.documents.c.id == piece["document"])
    )
    if text is None:
        yield Fault(table=table, record=record, message=f"document {piece['document']} does not exist")
    elif text != piece["quote"]:
        message = f"quote is {piece['quote']!r}, but the text has {text!r} at {start}-{end}"
        yield Fault(table=table, record=record, message=message)


def _unplaced(connection: Connection) -> Iterator[Fault]:
    """A report may stand in no event only where an analyst rejected it, or found none of its actors right."""
    judged = {judgement.left for judgement in current(connection) if judgement.verdict in (REJECT, WRONG_ACTOR)}
    part = schema.event_reports.c
    for identifier in connection.scalars(select(part.report).where(part.event.is_(None))):
        if identifier not in judged:
            yield Fault(table="event_reports", record=identifier, message="stands in no event, but nobody rejected it")


def _counts(connection: Connection) -> Iterator[Fault]:
    """The number of documents and of sources of each event must be possible."""
    e, part, r = schema.events.c, schema.event_reports, schema.reports
    counted = (
        select(part.c.event, func.count(r.c.document.distinct()).label("documents"))
        .join(r, r.c.id == part.c.report).group_by(part.c.event).subquery()
    )  # fmt: skip
    query = select(e.id, e.documents, e.least_sources, e.most_sources, counted.c.documents.label("counted")).join(
        counted, counted.c.event == e.id
    )
    for row in connection.execute(query):
        if row.documents != row.counted:
            message = f"says {row.documents} documents, but its reports stand in {row.counted}"
            yield Fault(table="events", record=row.id, message=message)
        if not 1 <= row.least_sources <= row.most_sources <= row.counted:
            message = f"has {row.least_sources} to {row.most_sources} independent sources in {row.counted} documents"
            yield Fault(table="events", record=row.id, message=message)


def _judgements(connection: Connection) -> Iterator[Fault]:
    """Every judgement must be about records that exist."""
    rows = read_judgements(connection)
    numbers = {row.number for row in rows}
    for row in rows:
        record = f"judgement {row.number}"
        if row.verdict == UNDO:
            if not row.left.isdigit() or int(row.left) not in numbers or int(row.left) >= row.number:
                yield Fault(table="judgements", record=record, message=f"takes back judgement {row.left}, which is none")
            continue
        if row.verdict not in VERDICTS:
            yield Fault(table="judgements", record=record, message=f"verdict {row.verdict!r} is unknown")
        named = [row.left] if row.verdict in (REJECT, WRONG_ACTOR) else [row.left, row.right or ""]
        for name in named:
            table = schema.documents if is_document(name) else schema.reports
            if connection.scalar(select(table.c.id).where(table.c.id == name)) is None:
                yield Fault(table="judgements", record=record, message=f"is about {name or 'nothing'}, which does not exist")
