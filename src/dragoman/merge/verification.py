"""Comparing two documents: their aligned passages, and what these amount to in a few numbers between 0 and 1."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.kit import Kit
from dragoman.merge.likeness import document_likeness, lead_likeness, measure, measure_meaning, nearness
from dragoman.merge.particulars import likeness_of_sets, same_day, shared_names
from dragoman.merge.passages import Passage, align
from dragoman.merge.vectors import ROW, Comparable, Counts
from dragoman.records import AlignedSpans, Span

# Floors of likeness for a passage in its order, and for one out of order, which chance offers more often (swept 0.2-0.6
# on pairs made from our own texts, see the card of models/lineage).
_FLOOR, _FREE_FLOOR = 0.4, 0.6
_MEANT_FLOOR = 0.3
_LEAD = 3
_FEW_NAMES, _FEW_FIGURES = 4, 2
_QUOTING = 0.5
_CLOSE = 0.85  # likeness of passages that differ by a word or a typing error

FEATURES = (
    "big", "small", "likeness", "close_big", "close_small", "exact_big", "exact_small", "order", "run", "whole", "names",
    "numbers", "quoted", "lengths", "contained", "kept", "shared", "short", "stems", "near_big", "near_small",
    "known", "others", "others_few", "figures", "same_day", "other_day", "lead", "meant_big", "meant_small", "meant_order",
    "meant_likeness", "plain_big", "plain_small", "quotes",
    "copied_big", "copied_small",
)  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """Two documents side by side. Coverage is a share of words; `quoted` counts those that both give as quotation.

    `quoted` counts, between languages, words in aligned passages; within one, words that are the same in both.
    """

    left: Comparable
    right: Comparable
    passages: tuple[Passage, ...]
    left_coverage: float
    right_coverage: float
    order: float
    quoted: int
    features: dict[str, float]


def compare(left: Comparable, right: Comparable, kit: Kit) -> Comparison:
    """Align two documents and measure what they have in common."""
    passages = align(measure(left, right, kit), left.words, right.words, _FLOOR, _FREE_FLOOR)
    coverage = (_share(left.words, _matched(passages, "left")), _share(right.words, _matched(passages, "right")))
    order = _order(passages, left.words)
    copied = copied_shares(left, right)
    features = _features(left, right, passages, coverage, order, copied) | _topic_features(left, right, kit)
    features |= _particular_features(left, right) | _meant_features(left, right, kit)
    return Comparison(
        left=left, right=right, passages=tuple(passages), left_coverage=coverage[0], right_coverage=coverage[1],
        order=order, quoted=_in_common(left, right, passages, copied[0]), features=features,
    )  # fmt: skip


def _matched(passages: Sequence[Passage], side: str, keep: Callable[[Passage], bool] = lambda _: True) -> set[int]:
    """Return the sentences of one side that stand in a passage."""
    return {index for passage in passages if keep(passage) for index in getattr(passage, side)}


def _share(words: Counts, indices: set[int]) -> float:
    total = int(words.sum())
    return float(words[sorted(indices)].sum()) / total if total and indices else 0.0


def _in_common(left: Comparable, right: Comparable, passages: Sequence[Passage], copied: float) -> int:
    """Return how many words of the left text can go back to a statement that both quote."""
    if left.document.language == right.document.language:
        return round(copied * len(left.tokens))
    both = [
        passage for passage in passages
        if min(left.quoted[list(passage.left)].max(), right.quoted[list(passage.right)].max()) >= _QUOTING
    ]  # fmt: skip
    return int(left.words[sorted(_matched(both, "left"))].sum()) if both else 0


def _order(passages: Sequence[Passage], left_words: Counts) -> float:
    """Return the share of the aligned words that keep their order."""
    ordered = _share(left_words, _matched(passages, "left", lambda passage: passage.ordered))
    return ordered / _share(left_words, _matched(passages, "left")) if passages else 0.0


def _features(
    left: Comparable, right: Comparable, passages: Sequence[Passage], coverage: tuple[float, float], order: float,
    copied: tuple[float, float],
) -> dict[str, float]:
    """Return the features of a pair; each grows (or, for `lengths`, changes) with one thing that an editor does."""
    small, big = sorted(coverage)
    close = sorted(
        _share(text.words, _matched(passages, side, lambda passage: passage.likeness >= _CLOSE))
        for text, side in ((left, "left"), (right, "right"))
    )
    plain = sorted(_plain_share(text, _matched(passages, side)) for text, side in ((left, "left"), (right, "right")))
    equal = set(left.hashes.tolist()) & set(right.hashes.tolist())
    exact = sorted(
        _share(text.words, {i for i, value in enumerate(text.hashes.tolist()) if value in equal}) for text in (left, right)
    )
    weights = np.array([left.words[list(passage.left)].sum() for passage in passages], dtype=np.float64)
    totals = sorted((int(left.words.sum()), int(right.words.sum())))
    return {
        "big": big,
        "small": small,
        "likeness": _mean([passage.likeness for passage in passages], weights),
        "close_big": close[1],
        "close_small": close[0],
        "exact_big": exact[1],
        "exact_small": exact[0],
        "order": order,
        "run": _longest_run(passages) / max(1, min(len(left), len(right))),
        "names": _overlap(left.names, right.names),
        "numbers": _overlap(left.numbers, right.numbers),
        "quoted": _mean([float(left.quoted[list(passage.left)].mean()) for passage in passages], weights),
        "lengths": totals[0] / totals[1] if totals[1] else 1.0,
        "contained": max(0.0, close[1] - close[0]),
        "kept": close[1] / big if big else 0.0,
        "shared": min(1.0, len(passages) / 6),
        "short": 1.0 / (1.0 + totals[0] / 60),
        "copied_small": min(copied),
        "copied_big": max(copied),
        "plain_small": plain[0],
        "plain_big": plain[1],
        "quotes": max(
            _share(text.words, _quoting(text, _matched(passages, side))) for text, side in ((left, "left"), (right, "right"))
        ),
    }


def copied_shares(left: Comparable, right: Comparable) -> tuple[float, float]:
    """Return what share of the words of each text stand in a row of five that the other has too, wherever sentences end."""
    return _covered(left, right), _covered(right, left)


def _covered(text: Comparable, other: Comparable) -> float:
    inside = np.zeros(len(text.tokens), dtype=bool)
    for start in np.flatnonzero(np.isin(text.rows, other.rows)):
        inside[start : start + ROW] = True
    return float(inside.mean()) if len(inside) else 0.0


def _quoting(text: Comparable, indices: set[int]) -> set[int]:
    """Return the sentences among some that are mostly quotation."""
    return {index for index in indices if text.quoted[index] >= _QUOTING}


def _plain_share(text: Comparable, indices: set[int]) -> float:
    """Return the share of the words outside quotations that stand in some sentences."""
    plain = set(range(len(text))) - _quoting(text, set(range(len(text))))
    total = int(text.words[sorted(plain)].sum()) if plain else 0
    return float(text.words[sorted(plain & indices)].sum()) / total if total and plain & indices else 0.0


def _topic_features(left: Comparable, right: Comparable, kit: Kit) -> dict[str, float]:
    """Return how near the two texts are as wholes: this tells one topic from another, whoever wrote."""
    near = sorted(nearness(left, right))
    return {
        "whole": document_likeness(left, right, kit), "stems": _overlap(left.stems, right.stems),
        "near_small": near[0], "near_big": near[1],
    }  # fmt: skip


def _particular_features(left: Comparable, right: Comparable) -> dict[str, float]:
    """Return how far the two texts name the same states, places, people, figures and day."""
    a, b = left.particulars, right.particulars
    shared = shared_names(a, b)
    day = same_day(a, b)
    return {
        "known": likeness_of_sets(len(a.known & b.known), len(a.known), len(b.known)),
        "others": likeness_of_sets(shared, len(a.others), len(b.others)),
        "others_few": min(1.0, shared / _FEW_NAMES),
        "figures": min(1.0, len(a.figures & b.figures) / _FEW_FIGURES),
        "same_day": float(day is True),
        "other_day": float(day is False),
    }


def _meant_features(left: Comparable, right: Comparable, kit: Kit) -> dict[str, float]:
    """Return how far one text says in any words what the other says, and in its order."""
    likeness = measure_meaning(left, right, kit)
    found = align(likeness, left.words, right.words, _MEANT_FLOOR, 1.0) if likeness is not None else []
    passages = [passage for passage in found if passage.ordered]
    cover = sorted(_share(text.words, _matched(passages, side)) for text, side in ((left, "left"), (right, "right")))
    weights = np.array([left.words[list(passage.left)].sum() for passage in passages], dtype=np.float64)
    return {
        "lead": lead_likeness(left, right, _LEAD), "meant_small": cover[0], "meant_big": cover[1],
        "meant_order": _longest_run(passages) / max(1, min(len(left), len(right))),
        "meant_likeness": _mean([passage.likeness for passage in passages], weights),
    }  # fmt: skip


def _mean(values: Sequence[float], weights: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    return float(np.average(values, weights=weights)) if len(values) else 0.0


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of the smaller set that the other has too."""
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _longest_run(passages: Sequence[Passage]) -> int:
    """Return the number of passages in the longest row without a sentence left out on either side."""
    longest = current = 0
    before: Passage | None = None
    for passage in (p for p in passages if p.ordered):
        follows = before is not None and passage.left[0] == before.left[-1] + 1 and passage.right[0] == before.right[-1] + 1
        current = current + 1 if follows else 1
        longest = max(longest, current)
        before = passage
    return longest


def aligned_spans(comparison: Comparison) -> tuple[AlignedSpans, ...]:
    """Return the aligned passages as spans of both texts, in the order of the left one."""
    return tuple(
        AlignedSpans(
            left=_span(comparison.left.spans, passage.left),
            right=_span(comparison.right.spans, passage.right),
            similarity=round(passage.likeness, 3),
        )
        for passage in comparison.passages
    )


def _span(spans: Sequence[Span], indices: tuple[int, ...]) -> Span:
    return spans[indices[0]][0], spans[indices[-1]][1]
