"""Aligning the sentences of two documents in order: what tells a copy or translation from a text on the same topic."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dragoman.records import Record

Matrix = npt.NDArray[np.float64]


class Alignment(Record, frozen=True, kw_only=True):
    """Sentence pairs in the order of both documents, with their similarity; coverage is a share of words."""

    pairs: tuple[tuple[int, int, float], ...]
    left_coverage: float
    right_coverage: float
    mean: float
    margin: float


def align(similarity: Matrix, left_words: Sequence[int], right_words: Sequence[int], floor: float) -> Alignment:
    """Return the best monotone alignment of two sentence lists; only pairs above `floor` count.

    Dynamic programming over skips and matches, in which a sentence may match two neighbours of the other side (merged or
    split sentences); after Thompson and Koehn's vecalign (2019), without their coarse-to-fine search: documents are
    short. Time and memory grow with the product of the two lengths.
    """
    pairs = _best_path(similarity - floor)
    scored = tuple((i, j, float(similarity[i, j])) for i, j in pairs)
    left, right = {i for i, _, _ in scored}, {j for _, j, _ in scored}
    mean = sum(value for _, _, value in scored) / len(scored) if scored else 0.0
    return Alignment(
        pairs=scored,
        left_coverage=_share(left, left_words),
        right_coverage=_share(right, right_words),
        mean=mean,
        margin=_margin(similarity, scored),
    )


def _best_path(gain: Matrix) -> list[tuple[int, int]]:
    """Return the pairs of the path of highest total gain; only positive gains are taken."""
    rows, columns = gain.shape
    best = np.zeros((rows + 1, columns + 1))
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            value = gain[i - 1, j - 1]
            skip = max(best[i - 1, j], best[i, j - 1])
            best[i, j] = max(skip, best[i - 1, j - 1] + value) if value > 0 else skip
    pairs, i, j = [], rows, columns
    while i > 0 and j > 0:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            pairs.append((i - 1, j - 1))
            i, j = i - 1, j - 1
    return _with_neighbours(gain, pairs[::-1])


def _with_neighbours(gain: Matrix, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add the unmatched sentence beside a match where it resembles the same partner (one sentence made of two)."""
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    added = []
    for i, j in pairs:
        for near in (i - 1, i + 1):
            if 0 <= near < gain.shape[0] and near not in left and gain[near, j] > 0:
                added.append((near, j))
                left.add(near)
        for near in (j - 1, j + 1):
            if 0 <= near < gain.shape[1] and near not in right and gain[i, near] > 0:
                added.append((i, near))
                right.add(near)
    return sorted(pairs + added)


def _share(indices: set[int], words: Sequence[int]) -> float:
    total = sum(words)
    return sum(words[index] for index in indices) / total if total else 0.0


def _margin(similarity: Matrix, pairs: Sequence[tuple[int, int, float]]) -> float:
    """Return how far the aligned pairs stand above what sentences of these two documents share by chance.

    Chance is the mean of each row and column of the pair without its best cell (a ratio margin as in Artetxe and Schwenk
    2019, over all neighbours); topic and language are the same for both, so they cancel.
    """
    if not pairs or similarity.size < 4:
        return 1.0 if pairs else 0.0
    rows, columns = similarity.shape
    ratios = []
    for i, j, value in pairs:
        row = (similarity[i].sum() - value) / max(1, columns - 1)
        column = (similarity[:, j].sum() - value) / max(1, rows - 1)
        ratios.append(value / max(1e-6, (row + column) / 2))
    return float(np.mean(ratios))
