"""Rows back to records: what the merge needs of every stored reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, Table, select

from dragoman.merge.inputs import MergeDocument
from dragoman.records import (
    Actor,
    DocumentFacts,
    EventReport,
    Evidence,
    Link,
    Mention,
    Party,
    Provenance,
    Span,
    Statement,
    When,
)
from dragoman.store import schema
from dragoman.store.rows import inside

Rows = list[RowMapping]


def load_merge_documents(connection: Connection) -> Iterator[MergeDocument]:
    """Yield every document with its reading, in the order of their ids."""
    documents = connection.execute(select(schema.documents).order_by(schema.documents.c.id)).mappings()
    for row in documents:
        yield _merge_document(connection, row)


def _merge_document(connection: Connection, row: RowMapping) -> MergeDocument:
    identifier = row["id"]
    body = tuple(msgspec.convert(row["body"], list[Span]))
    evidence = _evidence(connection, identifier)
    mentions = _rows(connection, schema.mentions, identifier, "start", "end", "id")
    return MergeDocument(
        id=identifier,
        path=row["path"],
        language=row["language"],
        text=row["text"],
        body=body,
        sentences=tuple(
            span
            for found in _rows(connection, schema.sentences, identifier, "position")
            if inside(span := (found["start"], found["end"]), body)
        ),
        facts=read_facts(row, evidence[identifier]),
        mentions=tuple(read_record(found, Mention) for found in mentions),
        links=tuple(_link(found) for found in mentions),
        actors=tuple(
            read_record({**found, "id": found["actor"]}, Actor)
            for found in _rows(connection, schema.document_actors, identifier, "actor")
        ),
        reports=tuple(_reports(connection, identifier, evidence)),
        statements=tuple(
            read_record({**found, "evidence": evidence[found["id"]]}, Statement)
            for found in sorted(
                _rows(connection, schema.statements, identifier, "id"), key=lambda found: (found["content"], found["id"])
            )
        ),
    )


def read_record(row: Mapping[Any, Any], kind: type[msgspec.Struct]) -> Any:
    """Return the record of a row; columns that it has no field for stay behind."""
    return msgspec.convert({name: row[name] for name in kind.__struct_fields__}, kind, strict=False)


def _rows(connection: Connection, table: Table, document: str, *order: str) -> Rows:
    query = select(table).where(table.c.document == document).order_by(*(table.c[name] for name in order))
    return list(connection.execute(query).mappings())


def _evidence(connection: Connection, document: str) -> dict[str, tuple[Evidence, ...]]:
    found: dict[str, tuple[Evidence, ...]] = defaultdict(tuple)
    for row in _rows(connection, schema.evidence, document, "owner", "position"):
        found[row["owner"]] += (read_record(row, Evidence),)
    return found


def read_facts(row: RowMapping, evidence: tuple[Evidence, ...]) -> DocumentFacts:
    """Return who published a stored document, and when."""
    return DocumentFacts(
        title=row["title"],
        outlet=row["outlet"],
        author=row["author"],
        published=msgspec.convert(row["published"], When | None),
        provenance=tuple(msgspec.convert(row["provenance"], list[Provenance])),
        evidence=evidence,
    )


def _link(row: RowMapping) -> Link:
    return Link(
        mention=row["id"],
        actors=tuple(row["actors"]),
        office=row["office"],
        score=row["score"],
        reason=row["reason"],
        alternatives=tuple((actor, score) for actor, score in row["alternatives"]),
    )


def _reports(connection: Connection, document: str, evidence: dict[str, tuple[Evidence, ...]]) -> Iterator[EventReport]:
    sides: dict[tuple[str, str], tuple[Party, ...]] = defaultdict(tuple)
    for row in _rows(connection, schema.report_parties, document, "report", "side", "position"):
        sides[row["report"], row["side"]] += (read_record(row, Party),)
    for row in _rows(connection, schema.reports, document, "trigger_start", "trigger_end", "id"):
        yield read_report(row, sides, evidence[row["id"]])


def read_report(
    row: RowMapping, sides: Mapping[tuple[str, str], tuple[Party, ...]], evidence: tuple[Evidence, ...]
) -> EventReport:
    """Return the report of a row; `sides` gives the parties by (report, side)."""
    report: EventReport = read_record(
        {
            **row,
            "actors": sides[row["id"], "actor"],
            "recipients": sides[row["id"], "recipient"],
            "trigger": (row["trigger_start"], row["trigger_end"]),
            "evidence": evidence,
        },
        EventReport,
    )
    return report
