"""How alike two sentences are, 0 to 1, on one scale for every pair of languages.

Cosines of one language and of two do not compare: between English and French, true partners share a quarter of their
character n-grams; within English, strangers do. So each likeness is placed between two levels of its pair of languages:
what one in twenty pairs of strangers reaches, and what half of all true partners reach (`models/lineage/levels.csv`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from dragoman.kit import Kit
from dragoman.merge.vectors import Comparable, Matrix, neighbours, products
from dragoman.models.lineage import levels_of, load_levels

# Within a language characters say as much as meanings; across languages meanings say more (swept, see the card).
_SHARE_OF_GRAMS = {True: 0.5, False: 0.3}


@dataclass(frozen=True)
class Likeness:
    """Sentence by sentence; `wide` against two neighbours of the right text read as one, `tall` of the left."""

    single: Matrix
    wide: Matrix
    tall: Matrix


def measure(left: Comparable, right: Comparable, kit: Kit) -> Likeness:
    """Return how alike every sentence of one text is to every sentence of the other."""
    same = left.document.language == right.document.language
    levels = levels_of(kit.compiled(load_levels), left.document.language, right.document.language)
    found = _tables(left.grams, right.grams, levels.gram_low, levels.gram_high)
    if left.meanings is not None and right.meanings is not None:
        meant = _tables(left.meanings, right.meanings, levels.meaning_low, levels.meaning_high)
        share = _SHARE_OF_GRAMS[same]
        found = [share * grams + (1 - share) * meanings for grams, meanings in zip(found, meant, strict=True)]
    single, wide, tall = found
    return Likeness(single=_with_equal(single, left, right), wide=wide, tall=tall)


def _tables(left: Any, right: Any, low: float, high: float) -> list[Matrix]:
    pairs = [(left, right), (left, neighbours(right)), (neighbours(left), right)]
    return [np.clip((products(a, b) - low) / (high - low), 0.0, 1.0) for a, b in pairs]


def measure_meaning(left: Comparable, right: Comparable, kit: Kit) -> Likeness | None:
    """Return the likeness in meaning alone; None where a language has no sentence vectors.

    What is told again in other words shares no character n-grams; between texts by two hands it is all there is.
    """
    if left.meanings is None or right.meanings is None:
        return None
    levels = levels_of(kit.compiled(load_levels), left.document.language, right.document.language)
    single, wide, tall = _tables(left.meanings, right.meanings, levels.meaning_low, levels.meaning_high)
    return Likeness(single=single, wide=wide, tall=tall)


def _with_equal(single: Matrix, left: Comparable, right: Comparable) -> Matrix:
    """Sentences of the same words are alike by definition, whatever their vectors say."""
    return np.where(left.hashes[:, None] == right.hashes[None, :], 1.0, single)


def document_likeness(left: Comparable, right: Comparable, kit: Kit) -> float:
    """Return how alike two texts are as wholes, by the means of their sentence vectors, or of their n-grams."""
    levels = levels_of(kit.compiled(load_levels), left.document.language, right.document.language)
    if left.meanings is not None and right.meanings is not None and len(left) and len(right):
        a, b = left.meanings.mean(axis=0), right.meanings.mean(axis=0)
        return float(a @ b / max(1e-9, np.linalg.norm(a) * np.linalg.norm(b)))
    single = products(left.grams, right.grams)
    mean = float(single.max(axis=1).mean()) if single.size else 0.0
    return float(np.clip((mean - levels.gram_low) / (levels.gram_high - levels.gram_low), 0.0, 1.0))


def lead_likeness(left: Comparable, right: Comparable, sentences: int) -> float:
    """Return the best likeness in meaning of a sentence of one opening and one of the other: the news itself is told there."""
    if left.meanings is None or right.meanings is None or not len(left) or not len(right):
        return 0.0
    return max(0.0, float(products(left.meanings[:sentences], right.meanings[:sentences]).max()))


def nearness(left: Comparable, right: Comparable) -> tuple[float, float]:
    """Return how near the nearest sentence of the other text is, on average over each text's sentences."""
    if not len(left) or not len(right):
        return 0.0, 0.0
    meanings = left.meanings is not None and right.meanings is not None
    single = products(left.meanings, right.meanings) if meanings else products(left.grams, right.grams)
    return float(single.max(axis=1).mean()), float(single.max(axis=0).mean())
