"""The record of the world after a run, worked out from what came in: SQL selects, what was touched is judged anew.

A run touches the documents that are new to the record, those whose names a new version repairs, and the stories that either
stands in. Everything else stays as it is; the result is the same as if all documents were read at once. Where there is no
record to go on from, everything is touched. Memory holds a few kilobytes a document: no text but that of some documents at a
time, a few hundred bytes of each report.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
import numpy as np
from sqlalchemy import Connection

from dragoman.kit import Kit
from dragoman.merge.event_agreement import ENOUGH
from dragoman.merge.event_pairs import told_apart, weigh_within
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.kept_sketch import KeptSketch, keep_sketches
from dragoman.merge.sketches import sketch_reports
from dragoman.merge.sources import find_backing
from dragoman.records import Disagreement, NameRepair
from dragoman.store.load import load_pages
from dragoman.store.renew_events import Events, Filler, Regrouping, between_versions, passage_edges
from dragoman.store.renew_pairs import Agreements, Lines, Touched
from dragoman.store.renew_stories import (
    build_groups,
    new_documents,
    repair_names,
    states_of_actors,
    stored_repairs,
    story_groups,
    sure_repairs,
    versions_among,
)
from dragoman.store.store import Store
from dragoman.store.working import (
    KINDS,
    PAIRS,
    Pairs,
    is_built_on,
    made_with,
    numbers_of,
    prepare,
    read_states,
    save_pairs,
    save_sketches,
)
from dragoman.store.world import WorldChange, pack_event

_AT_ONCE = 100  # documents whose reports are sketched together, and stored in one transaction


# ---------------------------------------------------------------- before: sketches of what came in


def sketch_rest(store: Store, kit: Kit) -> None:
    """Sketch the reports of documents that came in, and weigh them against each other within each text."""
    mark = made_with(kit)
    with store.writing() as connection:
        prepare(connection, mark)
    with store.reading() as connection:
        missing = connection.exec_driver_sql(
            "SELECT DISTINCT document FROM reports WHERE id NOT IN (SELECT report FROM merge_sketches) ORDER BY document"
        ).cursor.fetchall()
    for some in _parts([name for (name,) in missing]):
        with store.reading() as connection:
            made = [(page.id, *_sketched(page, kit)) for page in _pages(connection, some)]
        with store.writing() as connection:
            for document, kept, pairs in made:
                save_sketches(connection, kept)
                save_pairs(connection, _numbered(pairs, kept, numbers_of(connection, document)))


def _pages(connection: Connection, documents: Collection[str]) -> list[MergeDocument]:
    return load_pages(
        connection, documents, text=True, mentions="places", actors="people", reports=True, roles=("trigger",)
    )


def _sketched(page: MergeDocument, kit: Kit) -> tuple[list[KeptSketch], list[tuple[int, int, float]]]:
    """Return the sketches of a document's reports, and the pairs among them that agree or are told apart."""
    sketches = sketch_reports((page,), {}, kit)
    pairs = [
        (pair.left, pair.right, pair.score)
        for pair in weigh_within(sketches, range(len(sketches)))
        if pair.score >= ENOUGH or told_apart(pair, sketches)
    ]
    return keep_sketches(page, sketches), pairs


def _numbered(pairs: Iterable[tuple[int, int, float]], kept: list[KeptSketch], numbers: dict[str, int]) -> Pairs:
    """Return the pairs of a document by the numbers of their sketches, the one that stands first in the text first."""
    named = [numbers[each.report] for each in kept]
    rows = [(named[left], named[right], KINDS.index("within"), score) for left, right, score in pairs]
    return np.array(rows, dtype=PAIRS)


# ---------------------------------------------------------------- the change


class _Names(msgspec.Struct, frozen=True):
    """Repaired names: those of the documents that a run touched, and whose reports have other parties for them than before."""

    documents: set[str]
    repairs: list[NameRepair]
    filler: Filler
    refilled: set[str]


def _names(connection: Connection, kit: Kit, new: Collection[str], *, whole: bool) -> _Names:
    documents = versions_among(connection, whole=whole)
    repairs = list(repair_names(connection, documents, kit))
    old = {} if whole else sure_repairs(stored_repairs(connection))
    fills = {name: listed for name, listed in old.items() if name not in documents} | sure_repairs(repairs)
    states = states_of_actors(connection, {r.actor for listed in fills.values() for r in listed if r.actor is not None})
    before = read_states(connection)
    refilled = {
        name for name in {*fills, *old}
        if _means(fills.get(name, ()), states) != (set() if name in new else _means(old.get(name, ()), before))
    }  # fmt: skip
    return _Names(documents, repairs, Filler(fills, states), refilled)


def renew(connection: Connection, kit: Kit) -> WorldChange:
    """Return what the documents that came in change in the record of the world. Their edges are held (HeldEdges)."""
    whole = not is_built_on(connection)
    new = new_documents(connection, whole=whole)
    names = _names(connection, kit, new, whole=whole)
    refilled = _refilled(connection, names.refilled, names.filler, new)
    sketches = [kept for page in refilled for kept in _sketched(page, kit)[0]]
    lines = Lines(connection, sketches)
    parted = {lines.document_of(int(index)) for index in np.flatnonzero(lines.vacated())}
    stories = list(build_groups(connection, story_groups(connection, new | names.refilled | parted)))
    members = {story.id: [member.document for member in story.members] for story in stories}
    story_of = {document: story for story, listed in members.items() for document in listed}
    agreements = Agreements(connection, lines, Touched(new | names.refilled, members, whole=whole))
    regrouping = Regrouping(connection, lines, story_of.keys(), whole=whole)
    changed = regrouping.changed(agreements.groups())
    builder = Events(connection, kit, lines, names.filler, story_of)
    events = sorted(pack_event(event, found) for event, found in builder.build(changed))  # by id, which comes first in them
    edges = passage_edges(connection, new | names.refilled | regrouping.renamed, whole=whole)
    compared: list[tuple[str, str]] = []
    disagreements: dict[str, Disagreement] = {}
    for pair, differing in between_versions(connection, edges, names.filler, regrouping.event_of, kit):
        compared.append(pair)
        disagreements |= differing
    return WorldChange(
        whole=whole, documents=new, stories=stories, origins=_origins(connection, story_of, kit), repaired=names.documents,
        repairs=names.repairs, gone=regrouping.gone, events=events, compared=compared,
        disagreements=[found for _, found in sorted(disagreements.items())], sketches=sketches,
        lost_pairs=_by_number(agreements.gone, lines), found_pairs=_by_number(agreements.found, lines),
        states=names.filler.states,
    )  # fmt: skip


def _means(repairs: Iterable[NameRepair], states: Mapping[str, str | None]) -> set[tuple[int, int, str, str | None]]:
    """Return what repairs put in the place of unknown parties."""
    return {(r.start, r.end, r.actor, states.get(r.actor)) for r in repairs if r.actor is not None}


def _refilled(
    connection: Connection, documents: Collection[str], filler: Filler, new: Collection[str]
) -> Iterator[MergeDocument]:
    """Yield documents whose parties repaired names change; those of a new one may have nothing to fill in."""
    for some in _parts(sorted(documents)):
        for page in _pages(connection, some):
            filled = filler.fill(page)
            if page.id not in new or filled.reports != page.reports:
                yield filled


def _origins(connection: Connection, documents: Collection[str], kit: Kit) -> dict[str, tuple[str, ...]]:
    """Return the agencies and outlets that documents were taken from, where their pages name any."""
    found: dict[str, tuple[str, ...]] = {}
    for some in _parts(sorted(documents)):
        origins = find_backing(load_pages(connection, some), (), kit).origins
        found |= {document: names for document, names in origins.items() if names}
    return found


def _parts(documents: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(documents), _AT_ONCE):
        yield documents[first : first + _AT_ONCE]


def _by_number(pairs: Pairs, lines: Lines) -> Pairs:
    """Return pairs, known by the index of their reports, by the numbers of their sketches."""
    numbered = pairs.copy()
    for side in ("left", "right"):
        numbered[side] = lines.numbers[pairs[side]]
    return numbered
