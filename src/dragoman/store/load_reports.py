"""The reports of a few events with what a judgement needs of their documents: quick, whatever the size of the project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Column, Connection, RowMapping, select

from dragoman.merge.inputs import MergeDocument
from dragoman.records import EventReport, Span
from dragoman.store.load import MOST_NAMES, load_pages, load_reports_by_id, rows_in

_ROLES = ("trigger", "time")  # evidence that disagreements show


def load_reports(connection: Connection, reports: Collection[str]) -> list[MergeDocument]:
    """Return the documents of some reports with these reports, their facts, text and people, and the reports' sentences."""
    by_document: dict[str, list[EventReport]] = defaultdict(list)
    for report in load_reports_by_id(connection, reports, _ROLES):
        by_document[report.document].append(report)
    sentences = _sentences(connection, reports)
    return [
        replace(page, sentences=tuple(sorted(sentences[page.id])), reports=tuple(by_document[page.id]))
        for page in load_pages(connection, by_document, text=True, actors="people")
    ]


def _sentences(connection: Connection, reports: Collection[str]) -> dict[str, set[Span]]:
    """Return the sentences that the reports stand in, by document."""
    found: dict[str, set[Span]] = defaultdict(set)
    query = (
        "SELECT s.document, s.start, s.end FROM reports r JOIN sentences s "
        "ON s.document = r.document AND s.position = r.sentence WHERE r.id IN ({})"
    )
    for document, start, end in rows_in(connection, query, reports):
        found[document].add((start, end))
    return found


def select_by(
    connection: Connection, column: Column[Any], values: Collection[str], **fixed: str
) -> Iterator[RowMapping]:
    """Yield the rows of a table whose column has one of the values (and others a fixed one), in no particular order."""
    listed = sorted(values)
    for start in range(0, len(listed), MOST_NAMES):
        query = select(column.table).where(column.in_(listed[start : start + MOST_NAMES]))
        for name, value in fixed.items():
            query = query.where(column.table.c[name] == value)
        yield from connection.execute(query).mappings()
