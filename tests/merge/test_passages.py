"""Aligning two texts."""

from __future__ import annotations

import numpy as np

from dragoman.merge.likeness import Likeness
from dragoman.merge.passages import align


def likeness(single: list[list[float]], wide: dict[tuple[int, int], float] | None = None) -> Likeness:
    """Return a table of likenesses; `wide` names sentences that fit two neighbours of the right text read as one."""
    table = np.array(single, dtype=np.float64)
    joined = np.zeros((table.shape[0], max(0, table.shape[1] - 1)))
    for place, value in (wide or {}).items():
        joined[place] = value
    return Likeness(single=table, wide=joined, tall=np.zeros((max(0, table.shape[0] - 1), table.shape[1])))


def aligned(table: Likeness) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    """Return the passages of two texts whose sentences have ten words each."""
    words = [np.full(size, 10, dtype=np.int64) for size in table.single.shape]
    return [(p.left, p.right, p.ordered) for p in align(table, words[0], words[1], 0.4, 0.6)]


def test_sentences_left_out_are_skipped() -> None:
    """What has no partner stays out, and the rest keeps its order."""
    table = likeness([[0.9, 0.1, 0.1], [0.1, 0.2, 0.1], [0.1, 0.1, 0.8]])
    assert aligned(table) == [((0,), (0,), True), ((2,), (2,), True)]


def test_one_sentence_made_of_two_is_one_passage() -> None:
    """A sentence that says what two of the other text say is aligned with both."""
    table = likeness([[0.5, 0.5, 0.0], [0.0, 0.0, 0.9]], {(0, 0): 0.9})
    assert aligned(table) == [((0,), (0, 1), True), ((1,), (2,), True)]


def test_neighbours_are_not_joined_for_nothing() -> None:
    """A sentence that fits as well alone is not read together with its neighbour."""
    table = likeness([[0.9, 0.1]], {(0, 0): 0.9})
    assert aligned(table) == [((0,), (0,), True)]


def test_a_paragraph_that_moved_is_found_out_of_order() -> None:
    """Of two blocks that changed places the smaller is aligned out of order."""
    table = likeness([[0.0, 0.0, 0.9], [0.9, 0.0, 0.0], [0.0, 0.9, 0.0]])
    assert aligned(table) == [((0,), (2,), False), ((1,), (0,), True), ((2,), (1,), True)]


def test_chance_likeness_aligns_nothing() -> None:
    """Below the floor nothing is aligned."""
    assert aligned(likeness([[0.3, 0.2], [0.1, 0.35]])) == []


def test_a_garbled_sentence_is_aligned_by_its_place() -> None:
    """Between aligned neighbours a sentence is aligned at a likeness that would mean nothing elsewhere."""
    table = np.eye(7) * 0.9
    table[3, 3] = 0.3
    assert ((3,), (3,), True) in aligned(likeness(table.tolist()))
    alone = np.zeros((7, 7))
    alone[3, 3] = 0.3
    assert aligned(likeness(alone.tolist())) == []


def test_a_sentence_that_was_merged_into_its_neighbour_joins_it() -> None:
    """A sentence without a partner joins the passage after it, where that says something of it too."""
    table = np.insert(np.eye(6) * 0.9, 3, 0.0, axis=0)
    table[3, 3] = 0.2
    assert ((3, 4), (3,), True) in aligned(likeness(table.tolist()))
