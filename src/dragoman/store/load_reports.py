"""The reports of a few events with what a judgement needs of their documents: quick, whatever the size of the project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, RowMapping, select

from dragoman.merge.inputs import MergeDocument
from dragoman.records import Actor, EventReport, Evidence, Party, Span
from dragoman.store import schema
from dragoman.store.load import read_facts, read_record, read_report

_MOST_NAMES = 500  # bound values of one query; SQLite takes at least 999


def load_reports(connection: Connection, reports: Collection[str]) -> list[MergeDocument]:
    """Return the documents of some reports with these reports, their facts, text and people, and the reports' sentences."""
    by_document: dict[str, list[EventReport]] = defaultdict(list)
    for report in _reports(connection, reports):
        by_document[report.document].append(report)
    actors: dict[str, list[Actor]] = defaultdict(list)
    for row in select_by(connection, schema.document_actors.c.document, by_document, kind="person"):
        actors[row["document"]].append(read_record({**row, "id": row["actor"]}, Actor))
    sentences = _sentences(connection, reports)
    return sorted(
        (
            MergeDocument(
                id=row["id"], path=row["path"], language=row["language"], text=row["text"],
                body=tuple(msgspec.convert(row["body"], list[Span])), sentences=tuple(sorted(sentences[row["id"]])),
                facts=read_facts(row, ()),
                actors=tuple(sorted(actors[row["id"]], key=lambda actor: actor.id)),
                reports=tuple(by_document[row["id"]]),
            )
            for row in select_by(connection, schema.documents.c.id, by_document)
        ),
        key=lambda document: document.id,
    )  # fmt: skip


def _reports(connection: Connection, reports: Collection[str]) -> list[EventReport]:
    """Return reports in the order of their documents."""
    sides: dict[tuple[str, str], tuple[Party, ...]] = defaultdict(tuple)
    parties = select_by(connection, schema.report_parties.c.report, reports)
    for row in sorted(parties, key=lambda row: (row["report"], row["side"], row["position"])):
        sides[row["report"], row["side"]] += (read_record(row, Party),)
    evidence: dict[str, tuple[Evidence, ...]] = defaultdict(tuple)
    pieces = [
        row for role in ("trigger", "time") for row in select_by(connection, schema.evidence.c.owner, reports, role=role)
    ]
    for row in sorted(pieces, key=lambda row: (row["owner"], row["position"])):
        evidence[row["owner"]] += (read_record(row, Evidence),)
    rows = select_by(connection, schema.reports.c.id, reports)
    found = [read_report(row, sides, evidence[row["id"]]) for row in rows]
    return sorted(found, key=lambda report: (report.document, report.trigger, report.id))


def _sentences(connection: Connection, reports: Collection[str]) -> dict[str, set[Span]]:
    """Return the sentences that the reports stand in, by document."""
    r, s = schema.reports.c, schema.sentences
    found: dict[str, set[Span]] = defaultdict(set)
    listed = sorted(reports)
    for start in range(0, len(listed), _MOST_NAMES):
        beside = (s.c.document == r.document) & (s.c.position == r.sentence)
        query = select(s.c.document, s.c.start, s.c.end).join(schema.reports, beside)
        for row in connection.execute(query.where(r.id.in_(listed[start : start + _MOST_NAMES]))):
            found[row.document].add((row.start, row.end))
    return found


def select_by(
    connection: Connection, column: Column[Any], values: Collection[str], **fixed: str
) -> Iterator[RowMapping]:
    """Yield the rows of a table whose column has one of the values (and others a fixed one), in no particular order."""
    listed = sorted(values)
    for start in range(0, len(listed), _MOST_NAMES):
        query = select(column.table).where(column.in_(listed[start : start + _MOST_NAMES]))
        for name, value in fixed.items():
            query = query.where(column.table.c[name] == value)
        yield from connection.execute(query).mappings()
