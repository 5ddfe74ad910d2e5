"""Which documents to compare: those that share keys, and those whose sign codes are near.

Keys are weighed by how rarely two texts share one by chance. A key that more than a bucketful of documents have is a
formula: only its first documents stay in the bucket, as hubs through which the others can still meet, and it weighs a
third. So what a new document costs does not grow with the number of documents before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from dragoman.merge.fingerprints import NAMES, PASSAGE, QUOTE, SENTENCE, SHINGLE, kind_of
from dragoman.records import Fingerprint, Record

# A shared sentence or quotation is enough; of bands two are asked for (see fingerprints.py), of passages three, since a
# long formula ("the United States Secretary of State ...") is two of them, and of pairs of names three: three people.
WEIGHTS = {SENTENCE: 1.0, SHINGLE: 0.5, PASSAGE: 0.35, NAMES: 0.35, QUOTE: 1.0}
ENOUGH = 1.0
BUCKET, HUBS = 48, 8  # documents that a key is kept for; those that stay once it has more
OF_A_FORMULA = 1 / 3

# Bits of 512 in which two sign codes may differ, and how many neighbours a document gets. A French translation of another
# edition differed in 99 bits from its original; one pair in a thousand of any texts differs in fewer than 110.
_NEAR = {True: 105, False: 150}  # by whether the two are of one language
_NEIGHBOURS = 5
_DAYS = 30  # between documents that nothing but their meaning brings together; copies may be of any age


class Neighbour(Record, frozen=True, kw_only=True):
    """What is known of an earlier document when codes are compared."""

    number: int
    language: str
    day: int | None
    code: bytes


class KeyIndex:
    """Keys and their documents in memory, for a few thousand documents; the store does the same in SQL."""

    def __init__(self) -> None:
        self._buckets: dict[int, list[int]] = defaultdict(list)
        self._formulas: set[int] = set()

    def probe(self, keys: Iterable[int]) -> set[int]:
        """Return the documents that share enough keys with a new one."""
        weights: dict[int, float] = defaultdict(float)
        for key in keys:
            weight = WEIGHTS[kind_of(key)] * (OF_A_FORMULA if key in self._formulas else 1.0)
            for number in self._buckets.get(key, ()):
                weights[number] += weight
        return {number for number, weight in weights.items() if weight >= ENOUGH - 1e-9}

    def add(self, number: int, keys: Iterable[int]) -> None:
        """Put a document into the buckets of its keys."""
        for key in keys:
            if key in self._formulas:
                continue
            bucket = self._buckets[key]
            bucket.append(number)
            if len(bucket) > BUCKET:
                self._formulas.add(key)
                del bucket[HUBS:]


class CodeIndex:
    """Sign codes of documents, compared all at once: 64 bytes a document, about a millisecond for 100,000 of them."""

    def __init__(self, known: Sequence[Neighbour] = ()) -> None:
        self._size = 0
        self._room = max(1024, 2 * len(known))
        self._codes = np.zeros((8, self._room), dtype=np.uint64)  # by columns: whole rows are compared at once
        self._facts = np.zeros((self._room, 3), dtype=np.int64)  # number, language, day (0: unknown)
        self._languages: dict[str, int] = {}
        for neighbour in known:
            self.add(neighbour)

    def add(self, neighbour: Neighbour) -> None:
        """Add a document; one without a code has no neighbours."""
        if not neighbour.code:
            return
        if self._size == self._room:
            self._codes = np.concatenate([self._codes, np.zeros_like(self._codes)], axis=1)
            self._facts = np.concatenate([self._facts, np.zeros_like(self._facts)])
            self._room *= 2
        self._codes[:, self._size] = np.frombuffer(neighbour.code, dtype=np.uint64)
        self._facts[self._size] = (neighbour.number, self._language(neighbour.language), neighbour.day or 0)
        self._size += 1

    def _language(self, code: str) -> int:
        return self._languages.setdefault(code, len(self._languages))

    def probe(self, new: Neighbour) -> set[int]:
        """Return the nearest documents of the same time, of its own language and of others."""
        if not new.code or not self._size:
            return set()
        apart = self._distances(np.frombuffer(new.code, dtype=np.uint64))
        near = np.flatnonzero(apart <= max(_NEAR.values()))
        facts, apart = self._facts[near], apart[near]
        in_time = np.ones(len(near), dtype=bool)
        if new.day is not None:
            in_time = (facts[:, 2] == 0) | (np.abs(facts[:, 2] - new.day) <= _DAYS)
        same = facts[:, 1] == self._language(new.language)
        found: set[int] = set()
        for alike, limit in _NEAR.items():
            chosen = in_time & (apart <= limit) & (same == alike)
            found |= set(_nearest(apart[chosen], facts[chosen, 0]))
        return found

    def _distances(self, code: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint16]:
        """Return in how many bits each code differs."""
        apart = np.zeros(self._size, dtype=np.uint16)
        for row, word in zip(self._codes, code, strict=True):
            apart += np.bitwise_count(row[: self._size] ^ word)
        return apart


def _nearest(apart: npt.NDArray[np.uint16], numbers: npt.NDArray[np.int64]) -> list[int]:
    chosen: list[int] = numbers[np.lexsort((numbers, apart))[:_NEIGHBOURS]].tolist()
    return chosen


def neighbour_of(number: int, fingerprint: Fingerprint) -> Neighbour:
    """Return what the comparison of codes needs of a fingerprint."""
    return Neighbour(number=number, language=fingerprint.language, day=fingerprint.day, code=fingerprint.code)


def candidate_pairs(fingerprints: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    """Yield the pairs worth comparing of documents in memory, as indices, the smaller first."""
    keys, codes = KeyIndex(), CodeIndex()
    for number, fingerprint in enumerate(fingerprints):
        neighbour = neighbour_of(number, fingerprint)
        for earlier in sorted(keys.probe(fingerprint.keys) | codes.probe(neighbour)):
            yield earlier, number
        keys.add(number, fingerprint.keys)
        codes.add(neighbour)
