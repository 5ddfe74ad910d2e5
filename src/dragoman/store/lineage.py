"""Lineage in the project file: new documents probe the stored keys, verified pairs stay as edges.

What a run costs depends on the documents that are new, not on those that are there: SQL joins the keys of the new ones
with all others, and only the texts of pairs that share enough are loaded. Keys shared by more than a bucketful of
documents are formulas; their buckets are emptied but for the first few documents (see merge/candidates.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import numpy as np
from sqlalchemy import Connection, Row, Select, insert, select, update

from dragoman.kit import Kit
from dragoman.merge.candidates import BUCKET, ENOUGH, HUBS, OF_A_FORMULA, WEIGHTS, CodeIndex, Neighbour
from dragoman.merge.fingerprints import build_fingerprint
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.lineage import relate_pairs
from dragoman.merge.stories import Version
from dragoman.records import Actor, DocumentFacts, LineageEdge, Provenance, Span, When
from dragoman.store import schema
from dragoman.store.rows import fingerprint_row, inside

_BATCH = 500  # new documents whose keys are joined at once
_CACHE = 262_144  # kilobytes of the index that may be held while keys are joined

_WEIGHT = " ".join(f"WHEN {kind} THEN {weight}" for kind, weight in WEIGHTS.items())
_FILL = "INSERT INTO bands(key, number) SELECT key, number FROM probe WHERE key NOT IN (SELECT key FROM formulas)"
_FIND_OVERFULL = (
    "INSERT INTO overfull(key) SELECT key FROM bands WHERE key IN (SELECT DISTINCT key FROM probe) "
    f"GROUP BY key HAVING count(*) > {BUCKET}"
)
_EMPTY_OVERFULL = (
    "DELETE FROM bands WHERE key IN (SELECT key FROM overfull) AND number NOT IN "
    f"(SELECT kept.number FROM bands kept WHERE kept.key = bands.key ORDER BY kept.number LIMIT {HUBS})"
)
_SHARED = (
    "SELECT b.number AS early, p.number AS late, "
    f"sum(CASE p.key & 7 {_WEIGHT} END * CASE WHEN f.key IS NULL THEN 1.0 ELSE {OF_A_FORMULA} END) AS weight "
    "FROM probe p CROSS JOIN bands b ON b.key = p.key LEFT JOIN formulas f ON f.key = p.key "
    f"WHERE b.number < p.number GROUP BY early, late HAVING weight >= {ENOUGH} - 1e-9"
)


def refresh_edges(connection: Connection, kit: Kit) -> int:
    """Compare the documents that came in since the last time with each other and with all others; return how many."""
    _fingerprint_rest(connection, kit)
    pairs = set(new_pairs(connection))
    names = _documents_of(connection)
    wanted = ((names[early], names[late]) for early, late in pairs)
    rows = [edge_row(edge) for edge in relate_pairs(wanted, lambda name: load_text(connection, name), kit)]
    if rows:
        connection.execute(insert(schema.story_edges), rows)
    return mark_compared(connection)


def mark_compared(connection: Connection) -> int:
    """Note that the pairs of all documents were looked for; return for how many that is new."""
    prints = schema.fingerprints
    return connection.execute(update(prints).where(prints.c.compared.is_(False)).values(compared=True)).rowcount


def edge_row(edge: LineageEdge) -> dict[str, Any]:
    """Return the row of a pair of documents that have something in common."""
    row = {name: getattr(edge, name) for name in edge.__struct_fields__}
    return row | {name: round(row[name], 4) for name in ("probability", "left_coverage", "right_coverage", "order")}


def _fingerprint_rest(connection: Connection, kit: Kit) -> None:
    """Make the fingerprints of documents that were stored without one."""
    d, known = schema.documents.c, select(schema.fingerprints.c.document)
    missing = connection.scalars(select(d.id).where(d.id.not_in(known)).order_by(d.number)).all()
    for identifier in missing:
        found = build_fingerprint(load_text(connection, identifier), kit)
        connection.execute(insert(schema.fingerprints), [fingerprint_row(found)])


def new_pairs(connection: Connection) -> Iterator[tuple[int, int]]:
    """Yield the pairs of fingerprints (by number) that are worth comparing and hold a new one; store the new ones' keys."""
    prints = schema.fingerprints.c
    columns = (prints.number, prints.language, prints.day, prints.code)
    old: Sequence[Any] = connection.execute(select(*columns).where(prints.compared).order_by(prints.number)).all()
    codes = CodeIndex([_neighbour(row) for row in old])
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE}")  # keys are spread over the whole index
    connection.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS probe (key INTEGER NOT NULL, number INTEGER NOT NULL)")
    connection.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS overfull (key INTEGER PRIMARY KEY)")
    for batch in _batches(connection, select(*columns, prints["keys"]).where(prints.compared.is_(False))):
        yield from _sharing_keys(connection, batch)
        for row in batch:
            neighbour = _neighbour(row)
            yield from ((early, neighbour.number) for early in sorted(codes.probe(neighbour)))
            codes.add(neighbour)


def _batches(connection: Connection, query: Select[Any]) -> Iterator[Sequence[Row[Any]]]:
    """Yield the rows of a query in batches, each fetched when it is asked for: in between others are written."""
    number = schema.fingerprints.c.number
    last = 0
    while rows := connection.execute(query.where(number > last).order_by(number).limit(_BATCH)).all():
        yield rows
        last = rows[-1].number


def _neighbour(row: Row[Any]) -> Neighbour:
    return Neighbour(number=row.number, language=row.language, day=row.day, code=row.code)


def _sharing_keys(connection: Connection, batch: Sequence[Row[Any]]) -> list[tuple[int, int]]:
    """Put the keys of a batch into their buckets and return the pairs that share enough of them."""
    keys = [np.frombuffer(row._mapping["keys"], dtype="<i8") for row in batch]
    numbers = np.repeat(np.array([row.number for row in batch], dtype=np.int64), [len(found) for found in keys])
    joined = np.concatenate(keys)
    order = np.lexsort((numbers, joined))  # neighbours in the index are written together
    connection.exec_driver_sql("DELETE FROM probe")
    rows = list(zip(joined[order].tolist(), numbers[order].tolist(), strict=True))
    if rows:
        connection.exec_driver_sql("INSERT INTO probe(key, number) VALUES (?, ?)", rows)
    connection.exec_driver_sql(_FILL)
    connection.exec_driver_sql("DELETE FROM overfull")
    connection.exec_driver_sql(_FIND_OVERFULL)
    connection.exec_driver_sql("INSERT INTO formulas(key) SELECT key FROM overfull")
    connection.exec_driver_sql(_EMPTY_OVERFULL)
    return [(row.early, row.late) for row in connection.exec_driver_sql(_SHARED)]


def _documents_of(connection: Connection) -> dict[int, str]:
    """Return the id of the document of each fingerprint."""
    prints = schema.fingerprints.c
    return {row.number: row.document for row in connection.execute(select(prints.number, prints.document))}


def load_text(connection: Connection, identifier: str) -> MergeDocument:
    """Return what the comparison of two texts needs of a document: not what was read from it, but for its actors."""
    d, s, a = schema.documents, schema.sentences, schema.document_actors
    row = connection.execute(select(d).where(d.c.id == identifier)).mappings().one()
    body = tuple(msgspec.convert(row["body"], list[Span]))
    spans = connection.execute(select(s.c.start, s.c.end).where(s.c.document == identifier).order_by(s.c.position))
    actors = connection.execute(select(a).where(a.c.document == identifier).order_by(a.c.actor)).mappings()
    return MergeDocument(
        id=identifier,
        path=row["path"],
        language=row["language"],
        text=row["text"],
        body=body,
        sentences=tuple(span for start, end in spans if inside(span := (start, end), body)),
        facts=_facts(row["outlet"], row["published"], row["provenance"]),
        actors=tuple(Actor(id=f["actor"], kind=f["kind"], name=f["name"], resolved=f["resolved"]) for f in actors),
    )


def _facts(outlet: str | None, published: object, provenance: object) -> DocumentFacts:
    return DocumentFacts(
        outlet=outlet,
        published=msgspec.convert(published, When | None),
        provenance=tuple(msgspec.convert(provenance, list[Provenance])),
    )


def load_versions(connection: Connection) -> Iterator[Version]:
    """Yield what the stories need to know of every document; no text is loaded."""
    d = schema.documents.c
    query = select(d.id, d.language, d.body, d.outlet, d.published, d.provenance).order_by(d.id)
    for row in connection.execution_options(yield_per=1000).execute(query):
        length = sum(end - start for start, end in row.body)
        facts = _facts(row.outlet, row.published, row.provenance)
        yield Version(id=row.id, language=row.language, length=length, facts=facts)


def load_edges(connection: Connection) -> Iterable[LineageEdge]:
    """Yield the stored edges in the order of their documents."""
    e = schema.story_edges
    for row in connection.execute(select(e).order_by(e.c.left, e.c.right)).mappings():
        yield msgspec.convert({name: row[name] for name in LineageEdge.__struct_fields__}, LineageEdge)
