"""Rows back to records: what the merge needs of stored readings, many documents at a time and no more than is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection

from dragoman.merge.inputs import MergeDocument
from dragoman.records import (
    Actor,
    DocumentFacts,
    EventReport,
    Evidence,
    Link,
    Mention,
    Party,
    Place,
    Provenance,
    Span,
    When,
)
from dragoman.store.rows import inside

MOST_NAMES = 500  # bound values of one query; SQLite takes at least 999

_spans = msgspec.json.Decoder(tuple[Span, ...]).decode
_names = msgspec.json.Decoder(tuple[str, ...]).decode
_when = msgspec.json.Decoder(When | None).decode
_place = msgspec.json.Decoder(Place | None).decode
_provenance = msgspec.json.Decoder(tuple[Provenance, ...]).decode

Row = tuple[Any, ...]


def rows_in(connection: Connection, query: str, values: Iterable[Any], also: Sequence[Any] = ()) -> Iterator[Row]:
    """Yield the rows of a query whose `IN ({})` is filled with values, as many as one query may bind at a time.

    `also` are bound to the marks that stand behind it.
    """
    listed = sorted(set(values))
    for start in range(0, len(listed), MOST_NAMES):
        part = listed[start : start + MOST_NAMES]
        found = connection.exec_driver_sql(query.format(_marks(part)), (*part, *also))
        yield from found.cursor.fetchall()


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def load_pages(
    connection: Connection, documents: Collection[str], *, text: bool = False,
    mentions: Literal["", "places", "all"] = "", actors: Literal["", "people", "all"] = "",
    reports: bool = False, roles: Sequence[str] = (),
) -> list[MergeDocument]:
    """Return documents, in the order of their ids, with their facts and what else is asked for.

    Args:
        connection: a reading connection of the project.
        documents: their ids.
        text: with text, body and the sentences of the body.
        mentions: all of them, or those that name places, each with its link.
        actors: all that the document names, or the people.
        reports: with the reports, each with its parties.
        roles: roles of the evidence that the reports come with.
    """
    names = _mentions(connection, documents, mentions) if mentions else {}
    known = _actors(connection, documents, actors) if actors else {}
    told = _by_document(load_reports_of(connection, documents, roles)) if reports else {}
    sentences = _sentences(connection, documents) if text else {}
    columns = 'id, path, language, title, outlet, author, published, provenance, body, '
    query = f"SELECT {columns}{'text' if text else repr('')} FROM documents WHERE id IN ({{}}) ORDER BY id"
    return [
        MergeDocument(
            id=row[0], path=row[1], language=row[2], text=row[9], body=(body := _spans(row[8])),
            sentences=tuple(span for span in sentences.get(row[0], ()) if inside(span, body)),
            facts=DocumentFacts(title=row[3], outlet=row[4], author=row[5], published=_when(row[6] or "null"),
                                provenance=_provenance(row[7])),
            mentions=tuple(mention for mention, _ in names.get(row[0], ())),
            links=tuple(link for _, link in names.get(row[0], ())),
            actors=tuple(known.get(row[0], ())), reports=tuple(told.get(row[0], ())),
        )
        for row in rows_in(connection, query, documents)
    ]  # fmt: skip


def _sentences(connection: Connection, documents: Collection[str]) -> Mapping[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    query = "SELECT document, start, end FROM sentences WHERE document IN ({}) ORDER BY document, position"
    for document, start, end in rows_in(connection, query, documents):
        found[document].append((start, end))
    return found


def _mentions(
    connection: Connection, documents: Collection[str], which: str
) -> Mapping[str, list[tuple[Mention, Link]]]:
    found: dict[str, list[tuple[Mention, Link]]] = defaultdict(list)
    places = """ AND actors LIKE '%"place:%'""" if which == "places" else ""
    query = (
        "SELECT document, id, start, end, surface, kind, sentence, actors, score FROM mentions "
        f"WHERE document IN ({{}}){places} ORDER BY document, start, end, id"
    )
    for document, name, start, end, surface, kind, sentence, actors, score in rows_in(connection, query, documents):
        mention = Mention(id=name, start=start, end=end, surface=surface, kind=kind, sentence=sentence)
        found[document].append((mention, Link(mention=name, actors=_names(actors), score=score)))
    return found


def _actors(connection: Connection, documents: Collection[str], which: str) -> Mapping[str, list[Actor]]:
    found: dict[str, list[Actor]] = defaultdict(list)
    people = " AND kind = 'person'" if which == "people" else ""
    query = (
        "SELECT document, actor, kind, name, state, wikidata, resolved FROM document_actors "
        f"WHERE document IN ({{}}){people} ORDER BY document, actor"
    )
    for document, name, kind, called, state, wikidata, resolved in rows_in(connection, query, documents):
        found[document].append(
            Actor(id=name, kind=kind, name=called, state=state, wikidata=wikidata, resolved=bool(resolved))
        )
    return found


def _by_document(reports: Iterable[EventReport]) -> Mapping[str, list[EventReport]]:
    found: dict[str, list[EventReport]] = defaultdict(list)
    for report in reports:
        found[report.document].append(report)
    return found


# ---------------------------------------------------------------- reports

_REPORT = (
    'id, document, sentence, type, reduced_type, mode, quad, intensity, cameo, contexts, mutual, status, polarity, certainty, '
    'time, according_to, "when", place, score, trigger_start, trigger_end, rule'
)


def load_reports_of(connection: Connection, documents: Collection[str], roles: Sequence[str] = ()) -> list[EventReport]:
    """Return the reports of some documents, with evidence of some roles, in the order of documents and triggers."""
    return _load_reports(connection, "document", documents, roles)


def load_reports_by_id(connection: Connection, reports: Collection[str], roles: Sequence[str] = ()) -> list[EventReport]:
    """Return some reports, with evidence of some roles, in the order of documents and triggers."""
    return _load_reports(connection, "id", reports, roles)


def _load_reports(
    connection: Connection, own: str, values: Collection[str], roles: Sequence[str]
) -> list[EventReport]:
    sides: dict[tuple[str, str], list[Party]] = defaultdict(list)
    parties = (
        "SELECT p.report, p.side, p.actor, p.name, p.state, p.start, p.end FROM reports r "
        f"JOIN report_parties p ON p.report = r.id WHERE r.{own} IN ({{}}) ORDER BY p.report, p.side, p.position"
    )
    for report, side, actor, name, state, start, end in rows_in(connection, parties, values):
        sides[report, side].append(Party(actor=actor, name=name, state=state, start=start, end=end))
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    if roles:
        owner = "owner" if own == "id" else "document"
        pieces = (
            f"SELECT owner, role, start, end, quote FROM evidence WHERE {owner} IN ({{}}) AND owner_kind = 'report' "
            f"AND role IN ({_marks(roles)}) ORDER BY owner, position"
        )
        for report, role, start, end, quote in rows_in(connection, pieces, values, roles):
            evidence[report].append(Evidence(role=role, start=start, end=end, quote=quote))
    query = f"SELECT {_REPORT} FROM reports WHERE {own} IN ({{}})"
    found = [_report(row, sides, tuple(evidence.get(row[0], ()))) for row in rows_in(connection, query, values)]
    return sorted(found, key=lambda report: (report.document, report.trigger, report.id))


def _report(row: Row, sides: Mapping[tuple[str, str], Sequence[Party]], evidence: tuple[Evidence, ...]) -> EventReport:
    return EventReport(
        id=row[0], document=row[1], sentence=row[2], type=row[3], reduced_type=row[4], mode=row[5], quad=row[6],
        intensity=row[7], cameo=row[8], contexts=_names(row[9]), actors=tuple(sides.get((row[0], "actor"), ())),
        recipients=tuple(sides.get((row[0], "recipient"), ())), mutual=bool(row[10]), status=row[11], polarity=row[12],
        certainty=row[13], time=row[14], according_to=_names(row[15]), when=_when(row[16] or "null"),
        place=_place(row[17] or "null"), score=row[18], trigger=(row[19], row[20]), evidence=evidence, rule=row[21],
    )  # fmt: skip
