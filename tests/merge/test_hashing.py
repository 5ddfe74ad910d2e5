"""Hashes of pieces of a text."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.merge.hashing import TextHasher, bands, hash_texts, minhash, winnow


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_a_stretch_has_one_hash_wherever_it_stands(before: str, piece: str, after: str) -> None:
    """The same characters have the same hash in any surroundings."""
    text = before + piece + after
    starts = np.array([len(before)], dtype=np.int64)
    found = TextHasher(text).stretches(starts, starts + len(piece))
    assert found.tolist() == hash_texts([piece]).tolist()


def test_different_texts_have_different_hashes() -> None:
    """Ten thousand texts that differ by a letter or a place have ten thousand hashes."""
    texts = [f"clause {i} of part {j}" for i in range(100) for j in range(100)]
    assert len(set(hash_texts(texts).tolist())) == len(texts)


@given(st.integers(50, 400), st.integers(0, 9))
def test_equal_slots_estimate_the_jaccard_index(count: int, tenths: int) -> None:
    """The share of equal slots of two signatures lies near the share of common shingles."""
    pool = hash_texts([f"shingle {i}" for i in range(2 * count)])
    shared = count * tenths // 10
    left, right = pool[:count], np.concatenate([pool[:shared], pool[count : 2 * count - shared]])
    equal = float(np.mean(minhash(left, 128) == minhash(right, 128)))
    assert abs(equal - shared / (2 * count - shared)) < 0.25


def test_bands_of_equal_rows_differ_by_their_place() -> None:
    """A band says where in the signature it stands."""
    assert len(set(bands(np.zeros(16, dtype=np.uint64), 2).tolist())) == 8


@given(st.text(min_size=90, max_size=200), st.text(max_size=60), st.text(max_size=60))
def test_a_shared_passage_is_always_noticed(passage: str, before: str, after: str) -> None:
    """Two texts that share a passage of window and gram size share a key, wherever it stands."""
    left = winnow(TextHasher(passage).grams(25), 48)
    right = winnow(TextHasher(before + passage + after).grams(25), 48)
    assert set(left.tolist()) & set(right.tolist())
