"""Lineage in the project file: new documents are held against the stored keys, verified pairs stay as edges.

For every batch of new documents the fingerprints of all earlier ones are read once, a few thousand at a time (some
ten microseconds a document; see merge/candidates.py for why that is faster than an index), and only the texts of pairs that
share enough are loaded.

Comparing texts takes long, so nobody waits for it: `note_pairs` writes down which pairs to compare, a batch of documents
a transaction; `compare_waiting` only reads; `save_edges` belongs to the transaction that replaces the record of the world.
Until then the pairs stay in a table of their own. After a cut the next run notes the pairs of the batches that are left,
then compares all that are written down: the same pairs in the same order as if nothing had happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

import msgspec
import numpy as np
from sqlalchemy import Column, Connection, Integer, MetaData, Table, insert, select, update

from dragoman.kit import Kit
from dragoman.merge.candidates import CodeIndex, Keyed, KeyProbe, Neighbour, in_good_order, near_pairs
from dragoman.merge.fingerprints import build_fingerprint
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.lineage import relate_pairs
from dragoman.merge.stories import Version
from dragoman.records import Actor, AlignedSpans, DocumentFacts, LineageEdge, LineageRelation, Provenance, Span, When
from dragoman.store import schema
from dragoman.store.load import rows_in
from dragoman.store.rows import fingerprint_row, inside
from dragoman.store.store import Store

_BATCH = 4000  # new documents whose keys are looked for at once
_READ = 2000  # earlier documents whose keys are in memory at once: 4 MB
_HELD = 500  # edges in memory at once

_spans = msgspec.json.Decoder(tuple[Span, ...]).decode
_when = msgspec.json.Decoder(When | None).decode
_provenance = msgspec.json.Decoder(tuple[Provenance, ...]).decode
_passages = msgspec.json.Decoder(tuple[AlignedSpans, ...]).decode
_reasons = msgspec.json.Decoder(tuple[str, ...]).decode
_json = msgspec.json.Encoder().encode

_PRINTS = "SELECT number, language, day, code, keys FROM fingerprints"


class _Print(NamedTuple):
    """What is compared of a document, as it is stored."""

    number: int
    language: str
    day: int | None
    code: bytes
    keys: bytes


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
    """Look up which pairs of documents are worth comparing and hold a new one; write them down."""
    with store.writing() as connection:
        _waiting.create(connection, checkfirst=True)
    codes, filled = CodeIndex(), False
    while batch := _next_batch(store):
        probe = KeyProbe(_keyed(batch))
        with store.reading() as connection:  # before the transaction: others write in the meantime
            for rows in _earlier(connection, batch[0].number):
                probe.meet(_keyed(rows))
                if not filled:
                    codes.add(map(_neighbour, rows))
        filled = True
        pairs = {*near_pairs(codes, [_neighbour(row) for row in batch]), *probe.pairs()}
        with store.writing() as connection:
            _note_batch(connection, batch, pairs)


def compare_waiting(connection: Connection, kit: Kit) -> Iterator[LineageEdge]:
    """Yield an edge for every pair written down that has something in common, with figures as they are stored."""
    names = _documents_of(connection)
    wanted = ((names[early], names[late]) for early, late in in_good_order(waiting_pairs(connection)))
    return (_as_stored(edge) for edge in relate_pairs(wanted, lambda name: load_text(connection, name), kit))


def save_edges(connection: Connection, edges: Iterable[LineageEdge]) -> None:
    """Store what came of the pairs written down, and strike them all out."""
    _insert_edges(connection, STORED, edges)
    _waiting.drop(connection, checkfirst=True)


def waiting_pairs(connection: Connection) -> list[tuple[int, int]]:
    """Return the pairs of fingerprints that are to be compared, by number, the earlier one first."""
    query = select(_waiting).order_by(_waiting.c.early, _waiting.c.late)
    return [(row.early, row.late) for row in connection.execute(query)]


def _as_stored(edge: LineageEdge) -> LineageEdge:
    """Round the figures of an edge: stories must not depend on whether it was stored in this run or an earlier one."""
    figures = ("probability", "left_coverage", "right_coverage", "order")
    return msgspec.structs.replace(edge, **{name: round(float(getattr(edge, name)), 4) for name in figures})


def _next_batch(store: Store) -> list[_Print]:
    """Return the first of the documents whose pairs were not looked for yet."""
    with store.reading() as connection:
        found = connection.exec_driver_sql(f"{_PRINTS} WHERE compared = 0 ORDER BY number LIMIT {_BATCH}")
        return list(map(_Print._make, found.cursor.fetchall()))


def _earlier(connection: Connection, before: int) -> Iterator[list[_Print]]:
    """Yield the documents that came before one, some thousands at a time."""
    found = connection.exec_driver_sql(f"{_PRINTS} WHERE number < ? ORDER BY number", (before,))
    while rows := found.cursor.fetchmany(_READ):
        yield list(map(_Print._make, rows))


def _keyed(rows: Sequence[_Print]) -> Keyed:
    counts = np.fromiter((len(row.keys) // 8 for row in rows), dtype=np.int64, count=len(rows))
    numbers = np.fromiter((row.number for row in rows), dtype=np.int64, count=len(rows))
    return Keyed(numbers, counts, np.frombuffer(b"".join([row.keys for row in rows]), dtype="<i8"))


def _neighbour(row: _Print) -> Neighbour:
    return Neighbour(number=row.number, language=row.language, day=row.day, code=row.code)


def _note_batch(connection: Connection, batch: Sequence[_Print], pairs: Iterable[tuple[int, int]]) -> None:
    """Write the pairs of a batch down, and note that they were looked for."""
    if rows := [{"early": early, "late": late} for early, late in sorted(pairs)]:
        connection.execute(insert(_waiting), rows)
    prints = schema.fingerprints
    looked_for = prints.c.number.between(batch[0].number, batch[-1].number)
    connection.execute(update(prints).where(looked_for, prints.c.compared.is_(False)).values(compared=True))


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


def load_versions(connection: Connection, documents: Iterable[str]) -> Iterator[Version]:
    """Yield what the stories need to know of some documents; no text is loaded."""
    query = "SELECT id, language, body, outlet, published, provenance FROM documents WHERE id IN ({}) ORDER BY id"
    for name, language, body, outlet, published, provenance in rows_in(connection, query, documents):
        facts = DocumentFacts(outlet=outlet, published=_when(published or "null"), provenance=_provenance(provenance))
        length = sum(end - start for start, end in _spans(body))
        yield Version(id=name, language=language, length=length, facts=facts)


_COLUMNS = (
    '"left", "right", relation, direction, extent, probability, left_coverage, right_coverage, "order", passages, reasons'
)
STORED, KNOWN = "story_edges", "known_edges"  # the edges of the project; those with what a run has found so far


class HeldEdges:
    """The edges that a run has found, until they are stored: in a table of the reading connection, not in memory.

    On that connection the view `KNOWN` has them beside the stored ones.
    """

    def __init__(self, connection: Connection, edges: Iterable[LineageEdge]) -> None:
        self._connection = connection
        for statement in (
            "CREATE TEMP TABLE new_edges AS SELECT * FROM main.story_edges WHERE 0",
            'CREATE INDEX temp.new_edges_by_left ON new_edges("left", "right")',
            'CREATE INDEX temp.new_edges_by_right ON new_edges("right")',
            f"CREATE TEMP VIEW {KNOWN} AS SELECT {_COLUMNS} FROM main.story_edges "
            f"UNION ALL SELECT {_COLUMNS} FROM temp.new_edges",
        ):
            connection.exec_driver_sql(statement)
        _insert_edges(connection, "temp.new_edges", edges)

    def __iter__(self) -> Iterator[LineageEdge]:
        return load_edges(self._connection, table="temp.new_edges")


def _insert_edges(connection: Connection, table: str, edges: Iterable[LineageEdge]) -> None:
    query = f"INSERT INTO {table} ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    for some in _some(edges, _HELD):
        connection.exec_driver_sql(query, [_edge_row(edge) for edge in some])


def _some(edges: Iterable[LineageEdge], count: int) -> Iterator[list[LineageEdge]]:
    left = iter(edges)
    while part := list(islice(left, count)):
        yield part


def _edge_row(edge: LineageEdge) -> tuple[Any, ...]:
    return (
        edge.left, edge.right, edge.relation, edge.direction, edge.extent, edge.probability, edge.left_coverage,
        edge.right_coverage, edge.order, _json(edge.passages).decode(), _json(edge.reasons).decode(),
    )  # fmt: skip


def relation_in(relations: Iterable[LineageRelation]) -> str:
    """Return the condition in SQL that an edge is of one of some relations."""
    return f"relation IN ({', '.join(repr(relation) for relation in sorted(relations))})"


def load_edges(
    connection: Connection, condition: str = "1", *, table: str = STORED, passages: bool = True
) -> Iterator[LineageEdge]:
    """Yield the edges that fulfil a condition in SQL, in the order of their documents; without passages if not asked for."""
    query = _edges(table, condition, passages=passages) + ' ORDER BY "left", "right"'
    found = connection.exec_driver_sql(query).cursor
    while rows := found.fetchmany(_HELD):
        yield from map(_edge, rows)


def edges_of(
    connection: Connection, documents: Iterable[str], condition: str = "1", *, table: str = STORED, passages: bool = True
) -> list[LineageEdge]:
    """Return the edges of some documents that fulfil a condition in SQL, in the order of their documents."""
    found: dict[tuple[str, str], LineageEdge] = {}
    listed = sorted(set(documents))
    for side in ("left", "right"):
        for row in rows_in(connection, _edges(table, f'"{side}" IN ({{}}) AND ({condition})', passages=passages), listed):
            found[row[0], row[1]] = _edge(row)
    return [edge for _, edge in sorted(found.items())]


def _edges(table: str, condition: str, *, passages: bool) -> str:
    columns = _COLUMNS if passages else _COLUMNS.replace("passages", "'[]'")
    return f"SELECT {columns} FROM {table} WHERE {condition}"


def _edge(row: tuple[Any, ...]) -> LineageEdge:
    return LineageEdge(
        left=row[0], right=row[1], relation=row[2], direction=row[3], extent=row[4], probability=row[5],
        left_coverage=row[6], right_coverage=row[7], order=row[8], passages=_passages(row[9]), reasons=_reasons(row[10]),
    )  # fmt: skip
