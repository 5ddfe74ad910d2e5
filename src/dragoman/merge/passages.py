"""Aligning two texts: which passage of one says what which passage of the other says, in order where there is one.

Order is what tells a copy or a translation from a text on the same topic (measured: on a translated report the longest
run of best matches in order was 12 of 13 sentences, on the next texts of its topic 6, 5 and 4).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace

from dragoman.merge.likeness import Likeness
from dragoman.merge.vectors import Counts, Matrix
from dragoman.records import Record

_GAIN_OF_JOINING = 0.03  # two sentences are read as one only where that fits better than either alone
_NEVER = -1e9
# Where so many passages stand in order, alike so far on average, a sentence between two of them needs less to be aligned:
# its place speaks for it (a garbled sentence of a translation is found by nothing else).
_FRAME, _FRAME_LIKENESS = 5, 0.6
_GAP_FLOOR, _ATTACHED = 0.25, 0.15

Step = tuple[tuple[int, ...], tuple[int, ...]]


class Passage(Record, frozen=True, kw_only=True):
    """Sentences of the left text, sentences of the right one, how alike they are, and whether they keep the order."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: float
    ordered: bool


@dataclass(frozen=True)
class _Table:
    """What is gained by matching sentence i with sentence j, with j and the next, or i and the next with j."""

    single: Matrix
    wide: Matrix
    tall: Matrix


def align(likeness: Likeness, left_words: Counts, right_words: Counts, floor: float, free_floor: float) -> list[Passage]:
    """Return the best monotone alignment above `floor`, then matches out of order above `free_floor`.

    Dynamic programming over skips and matches one to one, one to two and two to one, each weighted by its words; after
    vecalign (Thompson and Koehn 2019) without its coarse-to-fine search. Time and memory grow with the product of the
    numbers of sentences.
    """
    table = _gains(likeness, left_words, right_words, floor)
    steps = _best_path(table)
    passages = [Passage(left=a, right=b, likeness=_likeness(likeness, a, b), ordered=True) for a, b in steps]
    if len(passages) >= _FRAME and sum(passage.likeness for passage in passages) >= _FRAME_LIKENESS * len(passages):
        passages = _fill_gaps(passages, likeness.single)
    passages += _out_of_order(likeness.single, passages, free_floor)
    return sorted(passages, key=lambda passage: (passage.left, passage.right))


def _gains(likeness: Likeness, left: Counts, right: Counts, floor: float) -> _Table:
    """Return the gains; sentences are joined only where they fit better together than alone."""
    rows, columns = likeness.single.shape
    single = (likeness.single - floor) * (left[:, None] + right[None, :]) / 2
    wide = np.full((rows, max(0, columns - 1)), _NEVER)
    tall = np.full((max(0, rows - 1), columns), _NEVER)
    if columns > 1:
        alone = np.maximum(likeness.single[:, :-1], likeness.single[:, 1:])
        gain = (likeness.wide - floor) * (left[:, None] + right[None, :-1] + right[None, 1:]) / 2
        wide = np.where(likeness.wide > alone + _GAIN_OF_JOINING, gain, _NEVER)
    if rows > 1:
        alone = np.maximum(likeness.single[:-1], likeness.single[1:])
        gain = (likeness.tall - floor) * (left[:-1, None] + left[1:, None] + right[None, :]) / 2
        tall = np.where(likeness.tall > alone + _GAIN_OF_JOINING, gain, _NEVER)
    return _Table(single=single, wide=wide, tall=tall)


def _best_path(table: _Table) -> list[Step]:
    """Return the steps of highest total gain, in order; only positive gains are taken."""
    rows, columns = table.single.shape
    best = np.zeros((rows + 1, columns + 1))
    for i in range(1, rows + 1):
        row = best[i - 1].copy()  # skip this sentence
        row[1:] = np.maximum(row[1:], best[i - 1, :-1] + table.single[i - 1])
        if columns > 1:
            row[2:] = np.maximum(row[2:], best[i - 1, :-2] + table.wide[i - 1])
        if i > 1:
            row[1:] = np.maximum(row[1:], best[i - 2, :-1] + table.tall[i - 2])
        best[i] = np.maximum.accumulate(row)  # skip sentences of the other text
    return _walk_back(best, table)


def _walk_back(best: Matrix, table: _Table) -> list[Step]:
    steps: list[Step] = []
    i, j = best.shape[0] - 1, best.shape[1] - 1
    while i > 0 and j > 0:
        value = best[i, j]
        if value == best[i - 1, j]:
            i -= 1
        elif value == best[i, j - 1]:
            j -= 1
        elif value == best[i - 1, j - 1] + table.single[i - 1, j - 1]:
            i, j = i - 1, j - 1
            steps.append(((i,), (j,)))
        elif j > 1 and value == best[i - 1, j - 2] + table.wide[i - 1, j - 2]:
            i, j = i - 1, j - 2
            steps.append(((i,), (j, j + 1)))
        else:
            i, j = i - 2, j - 1
            steps.append(((i, i + 1), (j,)))
    return steps[::-1]


def _likeness(likeness: Likeness, left: tuple[int, ...], right: tuple[int, ...]) -> float:
    if len(right) > 1:
        return float(likeness.wide[left[0], right[0]])
    if len(left) > 1:
        return float(likeness.tall[left[0], right[0]])
    return float(likeness.single[left[0], right[0]])


def _fill_gaps(passages: list[Passage], single: Matrix) -> list[Passage]:
    """Align what was left out between two passages with what was left out there on the other side, else with its neighbour."""
    filled: list[Passage] = []
    row = column = 0
    for passage in [*passages, None]:
        ends = (passage.left[0], passage.right[0]) if passage is not None else single.shape
        inner = _best_in_gap(single, (row, ends[0]), (column, ends[1]))
        filled += inner
        row_used = {index for found in inner for index in found.left}
        if passage is None:
            break
        free = [index for index in range(row, ends[0]) if index not in row_used]
        before = free and free[-1] == ends[0] - 1 and single[free[-1], list(passage.right)].max() >= _ATTACHED
        joined = (free[-1], *passage.left) if before else passage.left
        filled.append(replace(passage, left=joined))
        row, column = passage.left[-1] + 1, passage.right[-1] + 1
    return filled


def _best_in_gap(single: Matrix, rows: tuple[int, int], columns: tuple[int, int]) -> list[Passage]:
    """Return the passages of a gap, one sentence with one, by the lower floor."""
    inside = single[rows[0] : rows[1], columns[0] : columns[1]]
    if not inside.size:
        return []
    never = np.full_like(inside, _NEVER)
    steps = _best_path(_Table(single=inside - _GAP_FLOOR, wide=never[:, 1:], tall=never[1:]))
    return [
        Passage(left=(a[0] + rows[0],), right=(b[0] + columns[0],), likeness=float(inside[a[0], b[0]]), ordered=True)
        for a, b in steps
    ]


def _out_of_order(single: Matrix, found: list[Passage], floor: float) -> list[Passage]:
    """Return pairs of sentences left over that are each other's best match: paragraphs that changed their places."""
    left = sorted(set(range(single.shape[0])) - {i for passage in found for i in passage.left})
    right = sorted(set(range(single.shape[1])) - {j for passage in found for j in passage.right})
    if not left or not right:
        return []
    rest = single[np.ix_(left, right)]
    to_right, to_left = rest.argmax(axis=1), rest.argmax(axis=0)
    return [
        Passage(left=(left[i],), right=(right[int(j)],), likeness=float(rest[i, j]), ordered=False)
        for i, j in enumerate(to_right)
        if to_left[j] == i and rest[i, j] >= floor
    ]
