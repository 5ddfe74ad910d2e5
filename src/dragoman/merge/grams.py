"""Hashed character n-grams of the sentences of a text, with what every comparison needs of them made once.

A text is compared with many others: its joined sentences and its transposed table are kept beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import sparse

Matrix = npt.NDArray[np.float64]
Sparse: TypeAlias = Any  # a scipy.sparse.csr_matrix, which has no types

_FEATURES = 1 << 18


class Grams:
    """One row of unit length for each sentence."""

    def __init__(self, rows: Sparse) -> None:
        self.rows = rows

    @cached_property
    def joined(self) -> Grams:
        """The sum of each row and the next one, of unit length."""
        joined = self.rows[:-1] + self.rows[1:]
        length = np.sqrt(np.asarray(joined.multiply(joined).sum(axis=1)).ravel())
        return Grams(sparse.csr_matrix(sparse.diags_array(1.0 / np.maximum(length, 1e-9)) @ joined))

    @cached_property
    def _turned(self) -> Sparse:
        return sparse.csr_matrix(self.rows.T)

    def products(self, other: Grams) -> Matrix:
        """Return the cosine of every row and every row of another text."""
        return np.asarray((self.rows @ other._turned).todense(), dtype=np.float64)


def hash_grams(texts: Sequence[str]) -> Grams:
    """Return the character 3-5-grams of folded sentences."""
    if not texts:
        return Grams(sparse.csr_matrix((0, _FEATURES)))
    from sklearn.feature_extraction.text import HashingVectorizer  # here, not above: seconds, and reading alone never asks

    hasher = HashingVectorizer(analyzer="char_wb", ngram_range=(3, 5), n_features=_FEATURES, alternate_sign=False)
    return Grams(sparse.csr_matrix(hasher.transform(texts)))


def neighbours(rows: Grams | Matrix) -> Any:
    """Return the sum of each row and the next one, of unit length: two sentences read as one."""
    if isinstance(rows, Grams):
        return rows.joined
    joined = rows[:-1] + rows[1:]
    return joined / np.maximum(np.linalg.norm(joined, axis=1, keepdims=True), 1e-9)


def products(left: Any, right: Any) -> Matrix:
    """Return the cosine of every pair of rows."""
    if isinstance(left, Grams):
        return left.products(right)
    return np.asarray(left @ right.T, dtype=np.float64)
