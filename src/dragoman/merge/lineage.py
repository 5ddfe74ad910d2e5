"""Which documents go back to one report: fingerprints, candidate pairs, verified relations, stories."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence

from dragoman.kit import Kit
from dragoman.merge.candidates import candidate_pairs, in_good_order
from dragoman.merge.fingerprints import build_fingerprint
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.relations import relate
from dragoman.merge.stories import build_stories, version_of
from dragoman.merge.vectors import Comparable, make_comparable
from dragoman.records import LineageEdge, Record, Story

_KEPT = 512  # documents that stay ready for comparison; about half a megabyte each


class Lineage(Record, frozen=True, kw_only=True):
    """The stories of many documents, and the pairs of documents that have something in common."""

    stories: tuple[Story, ...]
    edges: tuple[LineageEdge, ...]


def find_lineage(documents: Sequence[MergeDocument], kit: Kit) -> Lineage:
    """Return stories and edges of documents in memory; the order of the documents does not matter."""
    documents = sorted(documents, key=lambda document: document.id)
    by_id = {document.id: document for document in documents}
    fingerprints = [build_fingerprint(document, kit) for document in documents]
    pairs = [(documents[a].id, documents[b].id) for a, b in in_good_order(candidate_pairs(fingerprints))]
    edges = tuple(sorted(relate_pairs(pairs, by_id.__getitem__, kit), key=lambda edge: (edge.left, edge.right)))
    return Lineage(stories=build_stories(map(version_of, documents), edges), edges=edges)


def find_stories(documents: Sequence[MergeDocument], kit: Kit) -> tuple[Story, ...]:
    """Return the stories: every document is in exactly one, alone if nothing resembles it."""
    return find_lineage(documents, kit).stories


def relate_pairs(
    pairs: Iterable[tuple[str, str]], load: Callable[[str], MergeDocument], kit: Kit
) -> Iterator[LineageEdge]:
    """Yield an edge for every pair of documents that has something in common.

    Documents are loaded as they are needed, and only the last few hundred are kept: the pairs of a document should stand
    near each other.
    """
    ready: OrderedDict[str, Comparable] = OrderedDict()

    def prepared(identifier: str) -> Comparable:
        if identifier in ready:
            ready.move_to_end(identifier)
        else:
            ready[identifier] = make_comparable(load(identifier), kit)
            if len(ready) > _KEPT:
                ready.popitem(last=False)
        return ready[identifier]

    for pair in pairs:
        left, right = map(prepared, sorted(pair))
        if len(left) and len(right):
            edge = relate(left, right, kit)
            if edge.relation != "none":
                yield edge
