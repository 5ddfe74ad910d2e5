"""Which pairs of reports agree, and the groups that they make: what a run touched is worked out anew, the rest is kept.

A pair is weighed anew where the sketch of one of its reports is new, or where both stand in one story that has changed.
Others stay as they were weighed, but for those that met in a line between whom a new report came to stand: they are struck
out where they meet no longer. So the groups are those that all documents give at once, whatever the order of reading.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np
from sqlalchemy import Connection

from dragoman.merge.event_agreement import ENOUGH
from dragoman.merge.event_pairs import (
    VERSIONS,
    Pair,
    Sketches,
    Triggers,
    told_apart,
    weigh_across,
    weigh_aligned,
    weigh_beside,
    weigh_hints,
    weigh_within,
    worth_weighing,
)
from dragoman.merge.kept_sketch import KeptSketch
from dragoman.merge.meetings import TRAITS, Indices, Mask, Meetings
from dragoman.merge.same_event import join_pairs
from dragoman.merge.sketches import Sketch
from dragoman.records import LineageEdge, Span
from dragoman.store.lineage import KNOWN, edges_of, load_edges, relation_in
from dragoman.store.working import ACROSS, ALIGNED, KINDS, PAIRS, WITHIN, Pairs, Shelf, read_lines, read_pairs

_OF_VERSIONS = relation_in(VERSIONS)


class Lines:
    """All reports of a project in the order of their documents and triggers, by their index; a few hundred bytes each."""

    def __init__(self, connection: Connection, refilled: Iterable[KeptSketch]) -> None:
        fresh = {kept.report: kept for kept in refilled}
        numbers, texts, spans, counts, keys, traits = array("q"), array("q"), array("q"), array("q"), bytearray(), bytearray()
        places: list[str] = []
        self.reports: list[str] = []
        self.documents: list[str] = []
        self.damage = array("d")
        self._left: list[tuple[int, int]] = []  # lines that a report stands in no longer: its index, the line
        self.bodies: dict[int, bytes] = {}
        for number, report, document, start, end, *kept in read_lines(connection):
            new = fresh.get(report)
            if new is not None:
                gone = set(np.frombuffer(kept[1], "<u8").tolist()) - set(np.frombuffer(new.keys, "<u8").tolist())
                self._left += [(len(self.reports), key) for key in sorted(gone)]
                self.bodies[number] = new.body
            place, own_keys, own_traits, damage = kept if new is None else (new.place, new.keys, new.traits, new.damage)
            if not self.documents or self.documents[-1] != document:
                self.documents.append(document)
            numbers.append(number)
            texts.append(len(self.documents) - 1)
            spans.extend((start, end))
            counts.append(len(own_keys) // 8)
            keys += own_keys
            traits += own_traits
            places.append(place)
            self.reports.append(report)
            self.damage.append(damage)
        self.numbers = np.frombuffer(numbers, dtype=np.int64) if numbers else np.zeros(0, dtype=np.int64)
        self.texts = np.frombuffer(texts, dtype=np.int64) if texts else np.zeros(0, dtype=np.int64)
        self.traits = np.frombuffer(bytes(traits), dtype=TRAITS)
        self._spans = spans
        self._text_of = {document: index for index, document in enumerate(self.documents)}
        sizes = np.frombuffer(counts, dtype=np.int64) if counts else np.zeros(0, dtype=np.int64)
        self.meetings = Meetings(np.frombuffer(bytes(keys), dtype="<u8"), sizes, places)

    def __len__(self) -> int:
        return len(self.reports)

    def document_of(self, index: int) -> str:
        """Return the document of a report."""
        return self.documents[int(self.texts[index])]

    def of_document(self, document: str) -> range:
        """Return the reports of a document."""
        text = self._text_of.get(document)
        if text is None:
            return range(0)
        return range(int(np.searchsorted(self.texts, text, "left")), int(np.searchsorted(self.texts, text, "right")))

    def of_documents(self, documents: Collection[str]) -> Mask:
        """Tell which reports stand in some documents."""
        asked = np.zeros(len(self.documents) + 1, dtype=bool)
        asked[[self._text_of[document] for document in documents if document in self._text_of]] = True
        found: Mask = asked[self.texts]
        return found

    def vacated(self) -> Mask:
        """Tell which reports stand next to where another one stood before its parties changed: they may meet now."""
        found = np.zeros(len(self), dtype=bool)
        for index, key in self._left:
            found[self.meetings.around(key, index)] = True
        return found

    def trigger(self, index: int) -> Span:
        """Return the span of a trigger."""
        return self._spans[2 * index], self._spans[2 * index + 1]

    def index_of(self, numbers: Indices) -> Indices:
        """Return the indices of sketches by their numbers."""
        found = np.full(int(self.numbers.max(initial=0)) + 1, -1, dtype=np.int64)
        found[self.numbers] = np.arange(len(self), dtype=np.int64)
        return found[numbers]


class _Triggers(Mapping[str, Sequence[tuple[int, Span]]]):
    """The reports of each document, with their triggers."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def __getitem__(self, document: str) -> Sequence[tuple[int, Span]]:
        return [(index, self._lines.trigger(index)) for index in self._lines.of_document(document)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines.documents)

    def __len__(self) -> int:
        return len(self._lines.documents)


class _Seen:
    """Pairs that were weighed already, as numbers in order."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._codes = np.zeros(0, dtype=np.int64)
        self._more = array("q")

    def add(self, lefts: Indices, rights: Indices) -> None:
        self._more.extend((lefts * self._count + rights).tolist())

    def settle(self) -> None:
        """Make what was added count."""
        if self._more:
            self._codes = np.unique(np.concatenate([self._codes, np.frombuffer(self._more, dtype=np.int64)]))
            self._more = array("q")

    def __contains__(self, pair: object) -> bool:
        assert isinstance(pair, tuple)
        code = pair[0] * self._count + pair[1]
        at = bisect_left(self._codes, code)
        return at < len(self._codes) and int(self._codes[at]) == code

    def mask(self, lefts: Indices, rights: Indices) -> Mask:
        """Tell which pairs are among them."""
        found: Mask = np.isin(lefts * self._count + rights, self._codes)
        return found


class _Found:
    """Pairs that were weighed in this run: those that agree, those that passages hold against each other."""

    def __init__(self) -> None:
        self._lefts, self._rights, self._kinds, self._scores = array("q"), array("q"), array("B"), array("d")

    def add(self, pairs: Iterable[Pair], sketches: Sketches) -> None:
        for pair in pairs:
            if pair.score >= ENOUGH or pair.kind == "aligned" or told_apart(pair, sketches):
                self._lefts.append(pair.left)
                self._rights.append(pair.right)
                self._kinds.append(KINDS.index(pair.kind))
                self._scores.append(pair.score)

    def table(self) -> Pairs:
        table = np.zeros(len(self._lefts), dtype=PAIRS)
        for name, column in (("left", self._lefts), ("right", self._rights), ("kind", self._kinds), ("score", self._scores)):
            if len(column):
                table[name] = np.frombuffer(column, dtype=column.typecode)
        return table


class Touched:
    """What a run has touched: documents whose sketches are new or changed, and those of all stories that changed.

    `stories` are the members of these stories; `whole` where everything is to be worked out anew.
    """

    def __init__(self, changed: set[str], stories: Mapping[str, Sequence[str]], *, whole: bool) -> None:
        self.changed = changed
        self.stories = stories
        self.whole = whole


class Agreements:
    """All pairs of reports that agree, by index: what was kept and what was found in this run."""

    def __init__(self, connection: Connection, lines: Lines, touched: Touched) -> None:
        self._connection = connection
        self._lines = lines
        self._touched = touched
        story_of = {document: story for story, members in touched.stories.items() for document in members}
        self.shelf = Shelf(connection, lines.numbers.tolist(), lines.bodies, story_of)
        self._triggers: Triggers = _Triggers(lines)
        self._changed = lines.of_documents(touched.changed)
        number = {story: index for index, story in enumerate(touched.stories)}
        of_text = np.array([number.get(story_of.get(document, ""), -1) for document in lines.documents], dtype=np.int64)
        self._story = of_text[lines.texts] if len(lines) else np.zeros(0, dtype=np.int64)
        self._vacated = lines.vacated()
        kept = self._by_index(read_pairs(connection))
        gone = self._gone(kept)
        self.gone = kept[gone]
        kept = kept[~gone]
        self.found = self._weigh(kept)
        self.pairs = np.concatenate([kept, self.found])

    def _by_index(self, pairs: Pairs) -> Pairs:
        pairs["left"] = self._lines.index_of(pairs["left"])
        pairs["right"] = self._lines.index_of(pairs["right"])
        return pairs

    def _anew(self, lefts: Indices, rights: Indices) -> Mask:
        """Tell which pairs are to be weighed anew."""
        same = (self._story[lefts] >= 0) & (self._story[lefts] == self._story[rights])
        anew: Mask = self._changed[lefts] | self._changed[rights] | same
        return anew

    def _gone(self, pairs: Pairs) -> Mask:
        """Tell which kept pairs hold no longer, or will be found anew."""
        lefts, rights, kind = pairs["left"], pairs["right"], pairs["kind"]
        refilled = np.zeros(len(self._lines), dtype=bool)
        if self._lines.bodies:
            refilled = np.isin(self._lines.numbers, np.fromiter(self._lines.bodies, dtype=np.int64))
        changed = self._changed[lefts] | self._changed[rights]
        gone = np.where(kind == WITHIN, refilled[lefts], np.where(kind == ALIGNED, changed, self._anew(lefts, rights)))
        if self._touched.whole:
            return np.asarray(gone | (kind != WITHIN))
        moved = self._lines.meetings.in_line_with(np.flatnonzero(self._changed))
        asked = np.flatnonzero((kind == ACROSS) & ~gone & moved[lefts] & moved[rights])
        gone[asked] = ~self._lines.meetings.still_meet(lefts[asked], rights[asked])
        return np.asarray(gone)

    def _weigh(self, kept: Pairs) -> Pairs:
        found, seen = _Found(), _Seen(len(self._lines))
        for document in sorted({self._lines.document_of(index) for index in self._refilled()}):
            found.add(weigh_within(self.shelf, self._lines.of_document(document)), self.shelf)
        aligned = kept[kept["kind"] != WITHIN]
        seen.add(aligned["left"], aligned["right"])
        for edge in self._edges(_OF_VERSIONS, self._touched.changed):
            self._take(found, seen, weigh_aligned(self.shelf, self._triggers, (edge,)))
        seen.settle()
        for members in self._touched.stories.values():
            if len(members) > 1:
                listed = [index for document in members for index in self._lines.of_document(document)]
                self._take(found, seen, weigh_beside(self.shelf, listed, seen))
        seen.settle()
        moved = {document for members in self._touched.stories.values() for document in members}
        for edge in self._edges(f"NOT {_OF_VERSIONS}", moved):
            if self._is_asked(edge):
                self._take(found, seen, weigh_hints(self.shelf, self._triggers, (edge,), seen))
        seen.settle()
        asked = self._changed | (self._story >= 0) | self._vacated
        for lefts, rights in self._lines.meetings.pairs(np.flatnonzero(asked)):
            anew = self._anew(lefts, rights) | self._vacated[lefts] | self._vacated[rights]
            pairs = worth_weighing(lefts[anew], rights[anew], self._lines.texts, self._lines.traits)
            left = ~seen.mask(*pairs)
            found.add(weigh_across(self.shelf, pairs[0][left], pairs[1][left], ()), self.shelf)
        return found.table()

    def _refilled(self) -> Indices:
        numbers = np.fromiter(self._lines.bodies, dtype=np.int64, count=len(self._lines.bodies))
        return self._lines.index_of(numbers)

    def _take(self, found: _Found, seen: _Seen, pairs: Mapping[tuple[int, int], Pair]) -> None:
        found.add(pairs.values(), self.shelf)
        if pairs:
            both = np.array(list(pairs), dtype=np.int64)
            seen.add(both[:, 0], both[:, 1])

    def _edges(self, condition: str, documents: Collection[str]) -> Iterable[LineageEdge]:
        if self._touched.whole:
            return load_edges(self._connection, condition, table=KNOWN)
        return edges_of(self._connection, documents, condition, table=KNOWN)

    def _is_asked(self, edge: LineageEdge) -> bool:
        lefts, rights = self._lines.of_document(edge.left), self._lines.of_document(edge.right)
        if not lefts or not rights:
            return False
        return bool(self._anew(np.array([lefts[0]]), np.array([rights[0]]))[0])

    # ---------------------------------------------------------------- groups

    def groups(self) -> Iterator[list[int]]:
        """Yield the groups of all reports that may stand in another group than before, and of those beside them there."""
        strong = self.pairs[self.pairs["score"] >= ENOUGH]
        apart = self.pairs[(self.pairs["kind"] == WITHIN) & (self.pairs["score"] < ENOUGH)]  # acts that one text tells apart
        count = len(self._lines)
        if not count:
            return
        from scipy.sparse import coo_array  # here, not above: a command that merges nothing need not wait for it
        from scipy.sparse.csgraph import connected_components

        links = coo_array((np.ones(len(strong), dtype=np.int8), (strong["left"], strong["right"])), shape=(count, count))
        part = connected_components(links, directed=False)[1].astype(np.int64)
        apart = apart[part[apart["left"]] == part[apart["right"]]]  # what nothing joins need not be kept apart
        asked = np.zeros(count, dtype=bool)
        asked[part[self._seeds()]] = True
        size = np.bincount(part, minlength=count)
        yield from ([int(index)] for index in np.flatnonzero(asked[part] & (size[part] == 1)))
        wanted = asked & (size > 1)
        members = _gathered(part, wanted)
        strong_of, apart_of = _gathered(part[strong["left"]], wanted), _gathered(part[apart["left"]], wanted)
        none = np.zeros(0, dtype=np.int64)
        for number, listed in members.items():
            pairs = _local(strong[strong_of[number]], listed), _local(apart[apart_of.get(number, none)], listed)
            for group in join_pairs(_Part(self.shelf, listed), *map(list, pairs)):
                yield [int(listed[place]) for place in group]

    def _seeds(self) -> Indices:
        if self._touched.whole:
            return np.arange(len(self._lines), dtype=np.int64)
        ends = [pairs[side] for pairs in (self.gone, self.found) for side in ("left", "right")]
        return np.unique(np.concatenate([np.flatnonzero(self._changed | (self._story >= 0)), *ends]))


def _local(pairs: Pairs, members: Indices) -> Iterator[Pair]:
    """Yield pairs with the reports numbered by their place among the members of a part."""
    lefts, rights = np.searchsorted(members, pairs["left"]), np.searchsorted(members, pairs["right"])
    for left, right, kind, score in zip(
        lefts.tolist(), rights.tolist(), pairs["kind"].tolist(), pairs["score"].tolist(), strict=True
    ):
        yield Pair(left=left, right=right, score=score, kind=KINDS[kind])


def _gathered(part: Indices, wanted: Mask) -> dict[int, Indices]:
    """Return the places of each wanted part, in order."""
    places = np.flatnonzero(wanted[part])
    order = places[np.argsort(part[places], kind="stable")]
    if not len(order):
        return {}
    numbers, firsts = np.unique(part[order], return_index=True)
    return dict(zip(numbers.tolist(), np.split(order, firsts[1:]), strict=True))


class _Part(Sequence[Sketch]):
    """Some of the sketches of a shelf, loaded as they are asked for."""

    def __init__(self, shelf: Shelf, members: Indices) -> None:
        self._shelf = shelf
        self._members = members

    def __len__(self) -> int:
        return len(self._members)

    def __getitem__(self, place: int) -> Sketch:  # type: ignore[override]
        return self._shelf[int(self._members[place])]
