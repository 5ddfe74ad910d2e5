"""Hashes of pieces of a text, many at once: any stretch of it in constant time, MinHash in one pass, winnowing.

All arithmetic is modulo 2^64 on whole arrays, so that a text of 500 words takes about a millisecond.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse modulo 2^64
_INVERSE = pow(_BASE, -1, 1 << 64)
_EMPTY = np.uint64(0xFFFFFFFFFFFFFFFF)


class TextHasher:
    """Hashes stretches of one text: a polynomial over its code points, by sums of prefixes, then mixed."""

    def __init__(self, text: str) -> None:
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
        powers = _powers(_BASE, len(codes) + 1)
        self._inverse = _powers(_INVERSE, len(codes) + 1)
        self._sums = np.zeros(len(codes) + 1, dtype=np.uint64)
        np.cumsum((codes + np.uint64(1)) * powers[:-1], out=self._sums[1:])

    def stretches(self, starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> Hashes:
        """Return the hash of every stretch `[start, end)`: equal for equal characters, wherever they stand."""
        return mix((self._sums[ends] - self._sums[starts]) * self._inverse[starts])

    def grams(self, size: int) -> Hashes:
        """Return the hash of the `size` characters that begin at each position; none where the text is shorter."""
        starts = np.arange(max(0, len(self._sums) - size), dtype=np.int64)
        return self.stretches(starts, starts + size)


def _powers(base: int, count: int) -> Hashes:
    factors = np.full(count, base, dtype=np.uint64)
    factors[0] = 1
    powers: Hashes = np.cumprod(factors, dtype=np.uint64)
    return powers


def mix(values: Hashes) -> Hashes:
    """Spread each value over all 64 bits (the finaliser of SplitMix64; Steele, Lea and Flood 2014)."""
    mixed = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def hash_texts(texts: Sequence[str]) -> Hashes:
    """Return one hash for each text."""
    ends = np.cumsum([len(text) for text in texts], dtype=np.int64) if texts else np.zeros(0, dtype=np.int64)
    starts = np.concatenate([np.zeros(min(1, len(ends)), dtype=np.int64), ends[:-1]])
    return TextHasher("".join(texts)).stretches(starts, ends)


def minhash(shingles: Hashes, slots: int) -> Hashes:
    """Return a signature of `slots` values, two of which are equal with the probability of the sets' Jaccard index.

    One permutation, cut into slots (Li, Owen and Zhang 2012); an empty slot borrows from the next filled one, with its
    distance mixed in (rotation; Shrivastava and Li 2014). `slots` is a power of two.
    """
    signature = np.full(slots, _EMPTY, dtype=np.uint64)
    if not len(shingles):
        return signature
    np.minimum.at(signature, (shingles & np.uint64(slots - 1)).astype(np.int64), shingles >> np.uint64(16))
    filled = np.flatnonzero(signature != _EMPTY)
    lenders = np.searchsorted(filled, np.arange(slots)) % len(filled)
    distance = (filled[lenders] - np.arange(slots)) % slots
    return mix(signature[filled[lenders]] + distance.astype(np.uint64) * np.uint64(_BASE))


def bands(signature: Hashes, rows: int) -> Hashes:
    """Return one hash for every `rows` values of a signature, different for equal values in different bands."""
    grouped = signature.reshape(-1, rows)
    total = np.arange(len(grouped), dtype=np.uint64)
    for column in range(rows):
        total = mix(total * np.uint64(_BASE) + grouped[:, column])
    return total


def winnow(grams: Hashes, window: int) -> Hashes:
    """Return the smallest hash of every `window` neighbours, each once (Schleimer, Wilkerson and Aiken 2003).

    Two texts that share a passage of `window` grams share one of these, wherever the passage stands.
    """
    if not len(grams):
        return grams
    if len(grams) <= window:
        least: Hashes = grams.min(keepdims=True)
        return least
    return np.unique(np.lib.stride_tricks.sliding_window_view(grams, window).min(axis=1))
