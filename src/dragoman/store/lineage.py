"""Lineage in the project file: new documents probe the stored keys, verified pairs stay as edges.

What a run costs depends on the documents that are new, not on those that are there: SQL joins the keys of the new ones
with all others, and only the texts of pairs that share enough are loaded. Keys shared by more than a bucketful of
documents are formulas; their buckets are emptied but for the first few documents (see merge/candidates.py).

Comparing texts takes long, so nobody waits for it: `note_pairs` writes down which pairs to compare, a batch of documents
a transaction; `compare_waiting` only reads; `save_edges` belongs to the transaction that replaces the record of the world.
Until then the pairs stay in a table of their own. After a cut the next run notes the pairs of the batches that are left,
then compares all that are written down: the same pairs in the same order as if nothing had happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import numpy as np
from sqlalchemy import Column, Connection, Integer, MetaData, Row, Table, insert, select, update

from dragoman.kit import Kit
from dragoman.merge.candidates import BUCKET, ENOUGH, HUBS, OF_A_FORMULA, WEIGHTS, CodeIndex, Neighbour
from dragoman.merge.fingerprints import build_fingerprint
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.lineage import relate_pairs
from dragoman.merge.stories import Version
from dragoman.records import Actor, DocumentFacts, LineageEdge, Provenance, Span, When
from dragoman.store import schema
from dragoman.store.rows import fingerprint_row, inside
from dragoman.store.store import Store

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


# Pairs of fingerprints (by number) that are to be compared. Not in the schema: it is there only until a run has ended.
_waiting = Table(
    "waiting_pairs", MetaData(),
    Column("early", Integer, primary_key=True, autoincrement=False),
    Column("late", Integer, primary_key=True, autoincrement=False),
)  # fmt: skip


def fingerprint_rest(store: Store, kit: Kit) -> None:
    """Make the fingerprints of documents that were stored without one."""
    d, known = schema.documents.c, select(schema.fingerprints.c.document)
    with store.reading() as connection:
        missing = connection.scalars(select(d.id).where(d.id.not_in(known)).order_by(d.number)).all()
    for identifier in missing:
        with store.reading() as connection:
            found = build_fingerprint(load_text(connection, identifier), kit)
        with store.writing() as connection:
            connection.execute(insert(schema.fingerprints), [fingerprint_row(found)])


def note_pairs(store: Store) -> None:
    """Look up which pairs of documents are worth comparing and hold a new one; write them down with the new ones' keys."""
    with store.writing() as connection:
        _waiting.create(connection, checkfirst=True)
    with store.reading() as connection:
        codes = CodeIndex([_neighbour(row) for row in _known(connection)])
    while batch := _next_batch(store):
        near = set(_near_codes(codes, batch))  # before the transaction: others write in the meantime
        with store.writing() as connection:
            _note_batch(connection, batch, near)


def compare_waiting(connection: Connection, kit: Kit) -> tuple[LineageEdge, ...]:
    """Return an edge for every pair written down that has something in common, with figures as they are stored."""
    names = _documents_of(connection)
    wanted = ((names[early], names[late]) for early, late in waiting_pairs(connection))
    return tuple(_as_stored(edge) for edge in relate_pairs(wanted, lambda name: load_text(connection, name), kit))


def save_edges(connection: Connection, edges: Iterable[LineageEdge]) -> None:
    """Store what came of the pairs written down, and strike them all out."""
    if rows := [msgspec.structs.asdict(edge) for edge in edges]:
        connection.execute(insert(schema.story_edges), rows)
    _waiting.drop(connection, checkfirst=True)


def waiting_pairs(connection: Connection) -> list[tuple[int, int]]:
    """Return the pairs of fingerprints that are to be compared, by number, the earlier one first."""
    query = select(_waiting).order_by(_waiting.c.early, _waiting.c.late)
    return [(row.early, row.late) for row in connection.execute(query)]


def _as_stored(edge: LineageEdge) -> LineageEdge:
    """Round the figures of an edge: stories must not depend on whether it was stored in this run or an earlier one."""
    figures = ("probability", "left_coverage", "right_coverage", "order")
    return msgspec.structs.replace(edge, **{name: round(float(getattr(edge, name)), 4) for name in figures})


def _known(connection: Connection) -> Sequence[Row[Any]]:
    """Return what is known of the documents whose pairs were looked for."""
    prints = schema.fingerprints.c
    columns = (prints.number, prints.language, prints.day, prints.code)
    rows: Sequence[Any] = connection.execute(select(*columns).where(prints.compared).order_by(prints.number)).all()
    return rows


def _next_batch(store: Store) -> Sequence[Row[Any]]:
    """Return the first of the documents whose pairs were not looked for yet."""
    prints = schema.fingerprints.c
    columns = (prints.number, prints.language, prints.day, prints.code, prints["keys"])
    query = select(*columns).where(prints.compared.is_(False)).order_by(prints.number).limit(_BATCH)
    with store.reading() as connection:
        rows: Sequence[Any] = connection.execute(query).all()
    return rows


def _near_codes(codes: CodeIndex, batch: Sequence[Row[Any]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of near meaning, and add the batch to the codes."""
    for row in batch:
        neighbour = _neighbour(row)
        yield from ((early, neighbour.number) for early in codes.probe(neighbour))
        codes.add(neighbour)


def _neighbour(row: Row[Any]) -> Neighbour:
    return Neighbour(number=row.number, language=row.language, day=row.day, code=row.code)


def _note_batch(connection: Connection, batch: Sequence[Row[Any]], near: set[tuple[int, int]]) -> None:
    """Put the keys of a batch into the index, write its pairs down, and note that they were looked for."""
    pairs = near.union(_sharing_keys(connection, batch))
    if pairs:
        connection.execute(insert(_waiting), [{"early": early, "late": late} for early, late in sorted(pairs)])
    prints = schema.fingerprints
    looked_for = prints.c.number.between(batch[0].number, batch[-1].number)
    connection.execute(update(prints).where(looked_for, prints.c.compared.is_(False)).values(compared=True))


def _sharing_keys(connection: Connection, batch: Sequence[Row[Any]]) -> list[tuple[int, int]]:
    """Put the keys of a batch into their buckets and return the pairs that share enough of them."""
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE}")  # keys are spread over the whole index
    connection.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS probe (key INTEGER NOT NULL, number INTEGER NOT NULL)")
    connection.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS overfull (key INTEGER PRIMARY KEY)")
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
