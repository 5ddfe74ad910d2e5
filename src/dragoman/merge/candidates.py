"""Which documents to compare: those that share keys, and those whose sign codes are near.

Keys are weighed by how rarely two texts share one by chance. A key that more than a bucketful of documents have is a
formula: it leads later documents to the first few that have it only, as hubs through which the others can still meet, and
it weighs a third. So what a new document costs does not grow with the number of documents that share its formulas.

No index of the keys is kept. New documents are few beside those that are there; their keys are sorted, and the keys of all
earlier documents pass by them once, in the order of arrival. A tree of all keys is slower: each new document puts two
hundred keys into two hundred places of it, and what is written grows with the tree until every key costs a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.merge.fingerprints import NAMES, PASSAGE, QUOTE, SENTENCE, SHINGLE
from dragoman.records import Fingerprint, Record

Numbers = npt.NDArray[np.int64]

# A shared sentence or quotation is enough; of bands two are asked for (see fingerprints.py), of passages three, since a
# long formula ("the United States Secretary of State ...") is two of them, and of pairs of names three: three people.
WEIGHTS = {SENTENCE: 1.0, SHINGLE: 0.5, PASSAGE: 0.35, NAMES: 0.35, QUOTE: 1.0}
ENOUGH = 1.0
BUCKET, HUBS = 48, 8  # documents that a key is kept for; those that stay once it has more
OF_A_FORMULA = 1 / 3
# Earlier documents that shared keys bring a new one together with, at most: those that share most, of equals the first. In a
# crowd that shares passages all would be compared with all, and stories hang together through the first of them anyway.
PARTNERS = 24
_WEIGHT_OF = np.array([WEIGHTS.get(kind, 0.0) for kind in range(8)])

_SPARSE = 8  # places a key in the table that says which keys may be among the new ones
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_AT_ONCE = 1 << 21  # meetings of documents that are counted at once: about 100 MB

# Bits of 512 in which two sign codes may differ, and how many neighbours a document gets. French translations differed in 93
# bits from their originals, half of one in 127; one pair in a thousand of any texts differs in fewer than 108.
_NEAR = {True: 105, False: 150}  # by whether the two are of one language
_NEIGHBOURS = 5
_DAYS = 30  # between documents that nothing but their meaning brings together; copies may be of any age


class Neighbour(Record, frozen=True, kw_only=True):
    """What is known of a document when codes are compared."""

    number: int
    language: str
    day: int | None
    code: bytes


class Keyed(NamedTuple):
    """The keys of some documents, one document after the other: their numbers, how many keys each has, all keys."""

    numbers: Numbers
    counts: Numbers
    keys: Numbers

    def owners(self) -> Numbers:
        """Return the number of its document for each key."""
        return np.repeat(self.numbers, self.counts)


class KeyProbe:
    """The keys of new documents, and who of the earlier ones has them.

    Documents have numbers in the order of their arrival; all earlier ones must pass by (`meet`) in that order before the
    pairs are asked for. Which pairs there are depends on that order alone, not on how many documents come at once.
    """

    def __init__(self, new: Keyed) -> None:
        self._new = new.keys, new.owners()
        self._first = int(new.numbers.min(initial=np.iinfo(np.int64).max))
        ordered = np.sort(new.keys)
        self._wanted = ordered[np.flatnonzero(_changes(ordered))]
        self._shift = np.uint64(64 - max(10, (_SPARSE * len(ordered)).bit_length()))
        self._may_be_wanted = np.zeros(1 << (64 - int(self._shift)), dtype=np.bool_)
        self._may_be_wanted[self._places(self._wanted)] = True
        self._met = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))

    def _places(self, keys: Numbers) -> npt.NDArray[np.int64]:
        """Return where in the table a key stands."""
        return ((keys.view(np.uint64) * _SPREAD) >> self._shift).view(np.int64)

    def meet(self, earlier: Keyed) -> None:
        """Let earlier documents pass by; of those that have a key, only as many are kept in mind as can matter."""
        if not len(self._wanted):
            return
        likely = np.flatnonzero(self._may_be_wanted[self._places(earlier.keys)])
        keys = earlier.keys[likely]
        places = np.searchsorted(self._wanted, keys)
        places[places == len(self._wanted)] = 0
        shared = likely[self._wanted[places] == keys]
        whose = earlier.numbers[np.searchsorted(np.cumsum(earlier.counts), shared, side="right")]
        keys, numbers, rank = _ranked(np.r_[self._met[0], earlier.keys[shared]], np.r_[self._met[1], whose])
        self._met = keys[rank <= BUCKET], numbers[rank <= BUCKET]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs that share enough keys, the earlier document first; the later one is new."""
        keys, numbers, rank = _ranked(*(np.concatenate(two) for two in zip(self._met, self._new, strict=True)))
        late = np.flatnonzero((numbers >= self._first) & (rank > 0))
        late = late[np.argsort(numbers[late], kind="stable")]
        rank = rank[late]
        met = np.where(rank <= BUCKET, rank, HUBS)  # how many of those that came before count: all, or the hubs
        weights = _WEIGHT_OF[keys[late] & 7] * np.where(rank <= BUCKET, 1.0, OF_A_FORMULA)
        for part in _parts(numbers[late], met):
            count = met[part]
            within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
            early = numbers[np.repeat(late[part] - rank[part], count) + within]
            yield from _enough(early, np.repeat(numbers[late[part]], count), np.repeat(weights[part], count))


def _changes(*ordered: Numbers) -> npt.NDArray[np.bool_]:
    """Tell where in sorted columns something new begins."""
    changed = np.ones(len(ordered[0]), dtype=np.bool_)
    changed[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in ordered])
    return changed


def _ranked(keys: Numbers, numbers: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Sort by key and document; return also how many documents have the key before this one."""
    order = np.lexsort((numbers, keys))
    keys, numbers = keys[order], numbers[order]
    return keys, numbers, _rank(keys)


def _rank(ordered: Numbers) -> Numbers:
    """Return how many equal values stand before each in a sorted column."""
    first = np.flatnonzero(_changes(ordered))
    rank: Numbers = np.arange(len(ordered)) - np.repeat(first, np.diff(np.r_[first, len(ordered)]))
    return rank


def _parts(late: Numbers, met: Numbers) -> Iterator[slice]:
    """Yield stretches of whole documents with about so many meetings as are counted at once."""
    ends = np.r_[np.flatnonzero(_changes(late))[1:], len(late)] if len(late) else late
    start = done = 0
    total = np.cumsum(met)
    for end in ends.tolist():
        if total[end - 1] - done >= _AT_ONCE or end == len(late):
            yield slice(start, end)
            start, done = end, int(total[end - 1])


def _enough(early: Numbers, late: Numbers, weights: npt.NDArray[np.float64]) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose meetings weigh enough together, of each later document those that weigh most."""
    order = np.lexsort((early, late))
    early, late = early[order], late[order]
    first = np.flatnonzero(_changes(late, early))
    total = np.add.reduceat(weights[order], first).round(6)
    heavy = total >= ENOUGH
    early, late, total = early[first[heavy]], late[first[heavy]], total[heavy]
    order = np.lexsort((early, -total, late))
    early, late, rank = early[order], late[order], _rank(late[order])
    yield from zip(early[rank < PARTNERS].tolist(), late[rank < PARTNERS].tolist(), strict=True)


class CodeIndex:
    """Sign codes of documents, compared all at once: 64 bytes a document, a millisecond for 100,000 of one month."""

    def __init__(self) -> None:
        self._size, self._room = 0, 1024
        self._codes = np.zeros((8, self._room), dtype=np.uint64)  # by columns: whole rows are compared at once
        self._numbers = np.zeros(self._room, dtype=np.int64)
        self._facts = np.zeros((2, self._room), dtype=np.int32)  # language, day (0: unknown)
        self._languages: dict[str, int] = {}

    def add(self, documents: Iterable[Neighbour]) -> None:
        """Add documents; those without a code have no neighbours."""
        coded = [document for document in documents if document.code]
        start, self._size = self._size, self._size + len(coded)
        while self._size > self._room:
            self._codes, self._facts = (np.concatenate([a, np.zeros_like(a)], axis=1) for a in (self._codes, self._facts))
            self._numbers = np.concatenate([self._numbers, np.zeros_like(self._numbers)])
            self._room *= 2
        new = slice(start, self._size)
        codes = np.frombuffer(b"".join([document.code for document in coded]), dtype=np.uint64)
        self._codes[:, new] = codes.reshape(-1, 8).T
        self._numbers[new] = [document.number for document in coded]
        self._facts[0, new] = [self._language(document.language) for document in coded]
        self._facts[1, new] = [document.day or 0 for document in coded]

    def _language(self, code: str) -> int:
        return self._languages.setdefault(code, len(self._languages))

    def probe(self, new: Neighbour) -> set[int]:
        """Return the nearest documents of the same time, of its own language and of others."""
        if not new.code or not self._size:
            return set()
        of_time = self._of_time(new.day)
        apart = self._distances(np.frombuffer(new.code, dtype=np.uint64), of_time)
        near = np.flatnonzero(apart <= max(_NEAR.values()))
        apart, near = apart[near], near if isinstance(of_time, slice) else of_time[near]
        same = self._facts[0, near] == self._language(new.language)
        found: set[int] = set()
        for alike, limit in _NEAR.items():
            chosen = (apart <= limit) & (same == alike)
            found |= set(_nearest(apart[chosen], self._numbers[near[chosen]]))
        return found

    def _of_time(self, day: int | None) -> slice | Numbers:
        """Return which documents are of the time of a day, or of an unknown one."""
        if day is None:
            return slice(0, self._size)
        days = self._facts[1, : self._size]
        near = (days - (day - _DAYS)).view(np.uint32) <= 2 * _DAYS  # what is negative is large there
        return np.flatnonzero(near | (days == 0))

    def _distances(self, code: npt.NDArray[np.uint64], which: slice | Numbers) -> npt.NDArray[np.uint16]:
        """Return in how many bits each code differs."""
        codes = self._codes[:, which]
        apart = np.zeros(codes.shape[1], dtype=np.uint16)
        for row, word in zip(codes, code, strict=True):
            apart += np.bitwise_count(row ^ word)
        return apart


def _nearest(apart: npt.NDArray[np.uint16], numbers: Numbers) -> list[int]:
    chosen: list[int] = numbers[np.lexsort((numbers, apart))[:_NEIGHBOURS]].tolist()
    return chosen


def near_pairs(codes: CodeIndex, new: Sequence[Neighbour]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of near meaning, the earlier document first, and add the new documents to the codes."""
    for document in new:
        yield from ((early, document.number) for early in codes.probe(document))
        codes.add([document])


def candidate_pairs(fingerprints: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    """Yield the pairs worth comparing of documents in memory, as indices, the smaller first."""
    counts = [len(found.keys) for found in fingerprints]
    keys = [key for found in fingerprints for key in found.keys]
    keyed = Keyed(np.arange(len(counts)), np.array(counts, dtype=np.int64), np.array(keys, dtype=np.int64))
    documents = [
        Neighbour(number=number, language=found.language, day=found.day, code=found.code)
        for number, found in enumerate(fingerprints)
    ]
    pairs = {*KeyProbe(keyed).pairs(), *near_pairs(CodeIndex(), documents)}
    yield from sorted(pairs, key=lambda pair: (pair[1], pair[0]))


def in_good_order(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sort pairs so that what hangs together is compared together, and a document's partners while it is at hand."""
    found = sorted(pairs, key=lambda pair: (pair[1], pair[0]))
    root: dict[int, int] = {}

    def top(number: int) -> int:
        while (above := root.setdefault(number, number)) != number:
            root[number] = root[above]
            number = above
        return number

    for early, late in found:
        first, second = sorted((top(early), top(late)))
        root[second] = first
    return sorted(found, key=lambda pair: (top(pair[0]), pair[1], pair[0]))
