"""Named queries: the tables of the contract, row by row, and what the merge needs. SQL selects, Python judges."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, func, select, text

from dragoman.store import schema

Row = dict[str, Any]

_FETCH = 500  # rows that are held at once


def is_stale(connection: Connection) -> bool:
    """Tell whether documents came in that the record of the world does not count yet."""
    return connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == "stale")) == "1"


def has_document(connection: Connection, identifier: str) -> bool:
    """Tell whether a document with this id is stored."""
    return connection.scalar(select(schema.documents.c.number).where(schema.documents.c.id == identifier)) is not None


def path_of(connection: Connection, identifier: str) -> str:
    """Return where a stored document was found: its path, with the part of the file after it."""
    d = schema.documents.c
    row = connection.execute(select(d.path, d.member).where(d.id == identifier)).one()
    return f"{row.path} {row.member}".rstrip()


def documents_at(connection: Connection, wanted: str) -> list[str]:
    """Return the ids of the documents with a path, or with one that ends so."""
    d = schema.documents.c
    return list(connection.scalars(select(d.id).where((d.path == wanted) | d.path.endswith(f"/{wanted}", autoescape=True))))


def text_of(connection: Connection, identifier: str) -> str:
    """Return the text of a document."""
    return str(connection.execute(select(schema.documents.c.text).where(schema.documents.c.id == identifier)).scalar_one())


def documents_by_event(connection: Connection) -> dict[str, list[str]]:
    """Return the ids of the documents that report each event."""
    part, r = schema.event_reports.c, schema.reports.c
    found: dict[str, list[str]] = defaultdict(list)
    for event, document in connection.execute(select(part.event, r.document).join(schema.reports, r.id == part.report)):
        if event is not None:
            found[event].append(document)
    return found


def events_with_score(connection: Connection, least: float) -> set[str]:
    """Return the ids of the events of which at least one report was read with this score."""
    part, r = schema.event_reports.c, schema.reports.c
    query = select(part.event).distinct().join(schema.reports, r.id == part.report)
    return set(connection.scalars(query.where(r.score >= least, part.event.is_not(None))))


def table_rows(connection: Connection, name: str) -> Iterator[Row]:
    """Yield the rows of one table of the contract, in an order that depends on nothing but their content."""
    return TABLES[name](connection)


def _stream(connection: Connection, query: Select[Any]) -> Iterator[RowMapping]:
    return iter(connection.execution_options(yield_per=_FETCH).execute(query).mappings())


def _grouped(connection: Connection, table: Table, key: str, *order: str) -> Callable[[str], list[RowMapping]]:
    """Return a look-up of the rows of a table that hang on one id, in the given order."""
    query = select(table).where(table.c[key] == text(":wanted")).order_by(*(table.c[name] for name in order))
    return lambda wanted: list(connection.execute(query, {"wanted": wanted}).mappings())


def _documents(connection: Connection) -> Iterator[Row]:
    d, m = schema.documents.c, schema.story_members
    query = select(schema.documents, m.c.story).outerjoin(m, m.c.document == d.id).order_by(d.path, d.member, d.id)
    blocks_of = _grouped(connection, schema.blocks, "document", "position")
    for row in _stream(connection, query):
        blocks = [{"start": b["start"], "end": b["end"], "kind": b["kind"], "detail": b["detail"]}
                  for b in blocks_of(row["id"])]  # fmt: skip
        yield {
            **_take(row, "id", "path", "text", "title", "outlet", "language", "published", "story", "body"),
            "blocks": blocks,
            **_take(row, "member", "author", "url", "media_type", "encoding", "extractor", "provenance"),
        }


def _mentions(connection: Connection) -> Iterator[Row]:
    m, d = schema.mentions, schema.documents
    query = (
        select(m).join(d, d.c.id == m.c.document)
        .order_by(d.c.path, d.c.member, d.c.id, m.c.start, m.c.end, m.c.id)
    )  # fmt: skip
    for row in _stream(connection, query):
        yield {
            **_take(row, "id", "document", "start", "end", "surface", "kind", "actor", "score", "reason", "actors", "office"),
            "alternatives": [{"actor": actor, "score": score} for actor, score in row["alternatives"]],
            "sentence": row["sentence"],
        }


def _actors(connection: Connection) -> Iterator[Row]:
    for row in _stream(connection, select(schema.actors).order_by(schema.actors.c.id)):
        yield _take(row, "id", "kind", "name", "state", "wikidata", "resolved", "documents")


def _reports(connection: Connection) -> Iterator[Row]:
    r, d, e = schema.reports, schema.documents, schema.event_reports
    query = (
        select(r, d.c.path, e.c.event)
        .join(d, d.c.id == r.c.document).outerjoin(e, e.c.report == r.c.id)
        .order_by(d.c.path, d.c.member, d.c.id, r.c.trigger_start, r.c.trigger_end, r.c.id)
    )  # fmt: skip
    parties_of = _grouped(connection, schema.report_parties, "report", "side", "position")
    evidence_of = _grouped(connection, schema.evidence, "owner", "position")
    for row in _stream(connection, query):
        parties = parties_of(row["id"])
        evidence = [_take(piece, "role", "start", "end", "quote") for piece in evidence_of(row["id"])]
        yield report_row(row, parties, evidence)


def report_row(row: RowMapping, parties: list[RowMapping], evidence: list[Row]) -> Row:
    """Return a report in the form of the contract."""
    actors = [party for party in parties if party["side"] == "actor"]
    recipients = [party for party in parties if party["side"] == "recipient"]
    return {
        **_take(row, "id", "document", "path", "type"),
        "mode": row["mode"] or None,
        **_take(row, "quad", "intensity", "cameo"),
        "actors": [party["actor"] for party in actors],
        "recipients": [party["actor"] for party in recipients],
        "actor_names": [party["name"] for party in actors],
        "recipient_names": [party["name"] for party in recipients],
        "actor_states": [party["state"] for party in actors],
        "recipient_states": [party["state"] for party in recipients],
        **_take(row, "mutual", "status", "polarity", "certainty", "time", "according_to", "when", "place", "score"),
        "trigger": [row["trigger_start"], row["trigger_end"]],
        "evidence": evidence,
        **_take(row, "event", "reduced_type", "contexts", "sentence", "rule"),
    }


def _statements(connection: Connection) -> Iterator[Row]:
    s, d = schema.statements, schema.documents
    query = select(s, d.c.path).join(d, d.c.id == s.c.document).order_by(d.c.path, d.c.member, d.c.id)
    for _, rows in _by_document(_stream(connection, query)):
        for row in sorted(rows, key=lambda row: (row["content"], row["id"])):
            taken = _take(row, "id", "document", "path", "speakers", "speaker_name", "speaker_surface", "cue", "content",
                          "quote", "kind", "chain", "addressee", "about", "act", "score", "form", "parent", "stance",
                          "sentence", "rule", "medium", "reports", "quote_key")  # fmt: skip
            yield taken | {"speaker_name": row["speaker_name"] or None}


def _positions(connection: Connection) -> Iterator[Row]:
    p, d = schema.positions, schema.documents
    query = select(p).join(d, d.c.id == p.c.document).order_by(d.c.path, d.c.member, d.c.id)
    for _, rows in _by_document(_stream(connection, query)):
        for row in sorted(rows, key=lambda row: (row["outcome"], row["id"])):
            taken = _take(row, "id", "statement", "document", "speaker_name", "condition", "outcome", "horizon", "hedge",
                          "kind")  # fmt: skip
            yield taken | {name: row[name] or None for name in ("speaker_name", "horizon", "hedge")}


def _by_document(rows: Iterator[RowMapping]) -> Iterator[tuple[str, list[RowMapping]]]:
    """Gather rows that come document by document."""
    current, gathered = "", list[RowMapping]()
    for row in rows:
        if row["document"] != current and gathered:
            yield current, gathered
            gathered = []
        current = row["document"]
        gathered.append(row)
    if gathered:
        yield current, gathered


def _stories(connection: Connection) -> Iterator[Row]:
    m, d = schema.story_members, schema.documents
    members = select(m, d.c.path).join(d, d.c.id == m.c.document).order_by(d.c.path, d.c.member, d.c.id)
    of_story: dict[str, list[Row]] = defaultdict(list)
    for row in _stream(connection, members):
        of_story[row["story"]].append(_take(row, "document", "path", "relation", "score", "reason", "parent"))
    for row in _stream(connection, select(schema.stories).order_by(schema.stories.c.id)):
        yield {"id": row["id"], "members": of_story[row["id"]], "first": row["first"]}


def _story_edges(connection: Connection) -> Iterator[Row]:
    """Yield the pairs of documents that have something in common."""
    e = schema.story_edges
    for row in _stream(connection, select(e).order_by(e.c.left, e.c.right)):
        passages = [{"left": left, "right": right, "similarity": likeness} for left, right, likeness in row["passages"]]
        yield {
            **_take(row, "left", "right", "relation", "direction", "extent", "probability", "left_coverage",
                    "right_coverage", "order"),
            "passages": passages,
            "reasons": row["reasons"],
        }  # fmt: skip


def _events(connection: Connection) -> Iterator[Row]:
    e = schema.events
    reports_of = _grouped(connection, schema.event_reports, "event", "report")
    for row in _stream(connection, select(e).order_by(e.c.day.is_(None), e.c.day, e.c.id)):
        yield {
            **_take(row, "id", "type"),
            "mode": row["mode"] or None,
            **_take(row, "actors", "recipients", "actor_states", "recipient_states", "status", "when", "place"),
            "reports": [link["report"] for link in reports_of(row["id"])],
            "stories": row["stories"],
            "documents": row["documents"],
            "independent_sources": [row["least_sources"], row["most_sources"]],
            **_take(row, "source_reasons", "quad", "intensity", "mutual"),
        }  # fmt: skip


def _disagreements(connection: Connection) -> Iterator[Row]:
    c = schema.disagreements.c
    for row in _stream(connection, select(schema.disagreements).order_by(c.id)):
        yield _take(row, "id", "event", "left", "right", "field", "versions", "reason")


def _name_repairs(connection: Connection) -> Iterator[Row]:
    n, d = schema.name_repairs, schema.documents
    query = select(n).join(d, d.c.id == n.c.document).order_by(d.c.path, d.c.member, d.c.id, n.c.start, n.c.end)
    for row in _stream(connection, query):
        yield _take(row, "id", "document", "start", "end", "quote", "proposed", "actor", "confidence", "votes", "reason",
                    "witness")  # fmt: skip


def _judgements(connection: Connection) -> Iterator[Row]:
    from dragoman.store.judgements import listed  # it reads tables through the queries of the views

    for row in listed(connection):
        made = row.judgement
        fields = ("number", "verdict", "left", "right", "value", "user", "created", "note")
        yield {name: getattr(made, name) for name in fields} | {"state": row.state}


def _ledger(connection: Connection) -> Iterator[Row]:
    c = schema.ledger.c
    for row in _stream(connection, select(schema.ledger).order_by(c.run, c.path, c.member)):
        yield _take(row, "run", "path", "member", "outcome", "reason", "document")


def _issues(connection: Connection) -> Iterator[Row]:
    c = schema.issues.c
    order = (c.path, c.member, c.document, c.stage, c.kind, c.message)
    for row in _stream(connection, select(schema.issues).order_by(*order)):
        yield _take(row, "document", "path", "stage", "kind", "message", "member")


def _take(row: RowMapping, *names: str) -> Row:
    return {name: row[name] for name in names}


TABLES: dict[str, Callable[[Connection], Iterator[Row]]] = {
    "documents": _documents,
    "mentions": _mentions,
    "actors": _actors,
    "reports": _reports,
    "statements": _statements,
    "positions": _positions,
    "stories": _stories,
    "story_edges": _story_edges,
    "events": _events,
    "disagreements": _disagreements,
    "name_repairs": _name_repairs,
    "judgements": _judgements,
    "ledger": _ledger,
    "issues": _issues,
}


_WORD = re.compile(r"\w+", re.UNICODE)
_MOST_WORDS = 50  # of a question: more would only make the search slow


def search_expression(question: str) -> str:
    """Return a question as an FTS5 expression that means its words and nothing else, whatever signs it holds."""
    words = _WORD.findall(question[:2000])[:_MOST_WORDS]
    return " ".join(f'"{word}"' for word in words)


def search_documents(connection: Connection, question: str, limit: int = 50) -> list[Row]:
    """Return the documents that hold all words of a question, best first: id, path, title, snippet."""
    expression = search_expression(question)
    if not expression:
        return []
    query = text(
        "SELECT d.id, d.path, d.title, snippet(documents_search, 1, '', '', ' ... ', 24) AS snippet "
        "FROM documents_search JOIN documents d ON d.number = documents_search.rowid "
        "WHERE documents_search MATCH :expression ORDER BY rank, d.path, d.id LIMIT :limit"
    )
    return [dict(row) for row in connection.execute(query, {"expression": expression, "limit": limit}).mappings()]


def run_summary(connection: Connection, number: int) -> Row:
    """Return what a run has done: its inputs by outcome, its documents by language, the project's records, rejections."""
    led, d = schema.ledger.c, schema.documents.c
    outcomes = _counts(connection, select(led.outcome, func.count()).where(led.run == number).group_by(led.outcome))
    languages = (
        select(d.language, func.count()).join(schema.ledger, led.document == d.id)
        .where(led.run == number, led.outcome == "accepted").group_by(d.language).order_by(d.language)
    )  # fmt: skip
    damaged = select(func.count()).where(led.run == number, led.damaged)
    rejected = select(led.path, led.member, led.reason).where(led.run == number, led.outcome == "rejected")
    tables = (schema.documents, schema.reports, schema.statements, schema.positions, schema.events, schema.stories)
    return {
        "run": number,
        "inputs": sum(outcomes.values()),
        **{outcome: outcomes.get(outcome, 0) for outcome in ("accepted", "duplicate", "rejected")},
        "damaged": connection.scalar(damaged),
        "languages": _counts(connection, languages),
        "records": {table.name: connection.scalar(select(func.count()).select_from(table)) for table in tables},
        "rejections": [
            dict(row) for row in connection.execute(rejected.order_by(led.path, led.member).limit(20)).mappings()
        ],
    }


def _counts(connection: Connection, query: Select[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(query)}
