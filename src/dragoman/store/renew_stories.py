"""The stories that a run has touched, and the names that versions of their texts repair in each other."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np
from sqlalchemy import Connection

from dragoman.kit import Kit
from dragoman.merge.event_pairs import VERSIONS
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.relations import STORY_RELATIONS
from dragoman.merge.repairs import FILLS, find_repairs
from dragoman.merge.stories import build_stories
from dragoman.records import NameRepair, Story, Version
from dragoman.store.lineage import KNOWN, edges_of, load_versions, relation_in
from dragoman.store.load import load_pages, rows_in

_AT_ONCE = 1000  # documents whose stories are built together
_PAGES = 300  # documents whose names stay in memory: some tens of kilobytes each

Fills = Mapping[str, Sequence[NameRepair]]  # the repairs that count in the record of the world, by document


# ---------------------------------------------------------------- stories


def new_documents(connection: Connection, *, whole: bool) -> set[str]:
    """Return the documents that stand in no story yet; all where everything is to be worked out anew."""
    missing = "" if whole else " WHERE id NOT IN (SELECT document FROM story_members)"
    return {name for (name,) in connection.exec_driver_sql(f"SELECT id FROM documents{missing}").cursor.fetchall()}


def story_groups(connection: Connection, touched: Collection[str]) -> list[list[str]]:
    """Return the documents of each story that holds one of the touched documents, sorted."""
    if not touched:
        return []
    from scipy.sparse import coo_array  # here, not above: a command that merges nothing need not wait for it
    from scipy.sparse.csgraph import connected_components

    names = [name for (name,) in connection.exec_driver_sql("SELECT id FROM documents ORDER BY id").cursor.fetchall()]
    index = {name: place for place, name in enumerate(names)}
    pairs = connection.exec_driver_sql(
        f'SELECT "left", "right" FROM {KNOWN} WHERE {relation_in(STORY_RELATIONS)}'
    ).cursor.fetchall()
    lefts, rights = ([index[pair[side]] for pair in pairs] for side in (0, 1))
    links = coo_array((np.ones(len(pairs), dtype=np.int8), (lefts, rights)), shape=(len(names), len(names)))
    group_of = connected_components(links, directed=False)[1]
    asked = np.zeros(len(names), dtype=bool)
    asked[[index[name] for name in touched]] = True
    wanted = np.zeros(len(names), dtype=bool)
    wanted[group_of[asked]] = True
    found: dict[int, list[str]] = defaultdict(list)
    for place in np.flatnonzero(wanted[group_of]).tolist():
        found[int(group_of[place])].append(names[place])
    return list(found.values())


def build_groups(connection: Connection, groups: Iterable[Sequence[str]]) -> Iterator[Story]:
    """Yield the story of each group of documents."""
    waiting: list[str] = []
    for group in groups:
        waiting += group
        if len(waiting) >= _AT_ONCE:
            yield from _build_stories(connection, waiting)
            waiting = []
    yield from _build_stories(connection, waiting)


def _build_stories(connection: Connection, documents: Collection[str]) -> Iterable[Story]:
    edges = edges_of(connection, documents, relation_in(STORY_RELATIONS), table=KNOWN, passages=False)
    return build_stories(load_versions(connection, documents), edges)


# ---------------------------------------------------------------- repaired names


def versions_among(connection: Connection, *, whole: bool) -> set[str]:
    """Return the documents that a new edge ties to another version: their names may be repaired otherwise now."""
    table = KNOWN if whole else "temp.new_edges"
    query = f'SELECT "left", "right" FROM {table} WHERE {relation_in(VERSIONS)}'
    return {name for pair in connection.exec_driver_sql(query).cursor.fetchall() for name in pair}


def repair_names(connection: Connection, documents: Iterable[str], kit: Kit) -> Iterator[NameRepair]:
    """Yield the names of some documents that all versions of their texts repair."""
    pages: OrderedDict[str, MergeDocument] = OrderedDict()
    for document in sorted(documents):
        edges = edges_of(connection, (document,), relation_in(VERSIONS), table=KNOWN)
        near = {name for edge in edges for name in (edge.left, edge.right)}
        for page in load_pages(connection, near - pages.keys(), mentions="all", actors="all"):
            pages[page.id] = page
        for name in sorted(near):
            pages.move_to_end(name)
        yield from (
            found for found in find_repairs([pages[name] for name in near], edges, kit) if found.document == document
        )
        while len(pages) > _PAGES:
            pages.popitem(last=False)


def sure_repairs(repairs: Iterable[NameRepair]) -> dict[str, list[NameRepair]]:
    """Return the repairs that name a party of events, by document."""
    found: dict[str, list[NameRepair]] = defaultdict(list)
    for repair in repairs:
        if repair.actor is not None and repair.confidence >= FILLS:
            found[repair.document].append(repair)
    return found


def stored_repairs(connection: Connection) -> Iterator[NameRepair]:
    """Yield the repairs in the file that name a party of events."""
    query = (
        "SELECT id, document, start, end, quote, proposed, actor, confidence, votes, reason FROM name_repairs "
        "WHERE actor IS NOT NULL AND confidence >= ? ORDER BY document, start, end"
    )
    for row in connection.exec_driver_sql(query, (FILLS,)).cursor.fetchall():
        nobody = Version(document=row[1], value="", start=0, end=0, quote="")  # the witness plays no part here
        yield NameRepair(
            id=row[0], document=row[1], start=row[2], end=row[3], quote=row[4], proposed=row[5], actor=row[6],
            confidence=row[7], votes=row[8], reason=row[9], witness=nobody,
        )  # fmt: skip


def states_of_actors(connection: Connection, actors: Collection[str]) -> dict[str, str | None]:
    """Return the state of each known actor, as most documents have it; of equally frequent ones the first by its letters."""
    votes: dict[str, Counter[str | None]] = defaultdict(Counter)
    query = "SELECT actor, state, count(*) FROM document_actors WHERE resolved AND actor IN ({}) GROUP BY actor, state"
    for actor, state, count in rows_in(connection, query, actors):
        votes[actor][state] += count
    return {actor: max(sorted(found, key=str), key=lambda state: found[state]) for actor, found in votes.items()}
