"""Signed ties as a graph, and what balance means locally: triangles, walks, each actor's own share.

Walk balance compares closed walks counted with their signs to closed walks counted without (Estrada and Benzi 2014; for one
actor Diaz-Diaz, Bartesaghi and Estrada 2023): 1 is full balance. A pair without a tie is unknown, not neutral.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.linalg import eigvalsh, expm
from scipy.sparse.csgraph import connected_components

from dragoman.ids import network_id
from dragoman.records import Record

Tie = tuple[str, str, int]
Pair = tuple[str, str]


class SignedGraph(Record, frozen=True, kw_only=True):
    """Actors, the pairs that are tied, and how many positive and negative ties each pair has."""

    names: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]
    positive: tuple[int, ...]
    negative: tuple[int, ...]

    def weights(self) -> npt.NDArray[np.float64]:
        """Return the symmetric matrix of positive less negative ties."""
        matrix = np.zeros((len(self.names), len(self.names)))
        for (i, j), more, less in zip(self.pairs, self.positive, self.negative, strict=True):
            matrix[i, j] = matrix[j, i] = more - less
        return matrix


class Triangles(Record, frozen=True, kw_only=True):
    """How many triangles of ties there are, by the number of negative ties in them; even numbers are balanced."""

    by_negatives: tuple[int, int, int, int]

    @property
    def count(self) -> int:
        """All triangles."""
        return sum(self.by_negatives)

    @property
    def balanced(self) -> float | None:
        """The share with an even number of negative ties; None where there is no triangle."""
        return (self.by_negatives[0] + self.by_negatives[2]) / self.count if self.count else None


def signed_graph(ties: Iterable[Tie], actors: Collection[str] = (), pairs: Iterable[Pair] = ()) -> SignedGraph:
    """Gather ties by pair. `actors` and `pairs` are added even where they have no tie.

    Raises:
        ValueError: a sign is not +1 or -1, or a tie joins an actor to itself.
    """
    counts: dict[Pair, list[int]] = defaultdict(lambda: [0, 0])
    for a, b, sign in ties:
        if sign not in (1, -1):
            raise ValueError(f"the sign of {a} and {b} is {sign!r}; a tie is +1 or -1, leave out what is neither")
        if a == b:
            raise ValueError(f"{a} is tied to itself; leave such ties out")
        counts[min(a, b), max(a, b)][sign < 0] += 1
    for a, b in pairs:
        counts[min(a, b), max(a, b)][0] += 0  # the pair is there, without ties
    names = tuple(sorted({name for pair in counts for name in pair} | set(actors)))
    number = {name: index for index, name in enumerate(names)}
    ordered = sorted(counts)
    return SignedGraph(
        names=names,
        pairs=tuple((number[a], number[b]) for a, b in ordered),
        positive=tuple(counts[pair][0] for pair in ordered),
        negative=tuple(counts[pair][1] for pair in ordered),
    )


def ties_id(ties: Iterable[Tie]) -> str:
    """Return the id to cite a network by: the same in whatever order its ties are given, and the two ends of each."""
    return network_id((min(a, b), max(a, b), sign) for a, b, sign in ties)


def components(graph: SignedGraph, kept: Sequence[bool] | None = None) -> list[int]:
    """Return for each actor the smallest actor that it is joined to by ties (by those that are `kept`)."""
    count = len(graph.names)
    ends = np.array(graph.pairs, dtype=np.int64).reshape(-1, 2)
    if kept is not None:
        ends = ends[np.asarray(kept, dtype=bool)]
    matrix = sparse.csr_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(count, count))
    _, part = connected_components(matrix, directed=False) if count else (0, np.zeros(0, dtype=np.int64))
    smallest: list[int] = np.unique(part, return_index=True)[1][part].tolist() if count else []
    return smallest


def _signs(ties: Iterable[Tie]) -> tuple[SignedGraph, npt.NDArray[np.float64]]:
    """Return the graph and the matrix of the signs of its pairs, each pair once; 0 where the ties of a pair cancel out."""
    graph = signed_graph(ties)
    return graph, np.sign(graph.weights())


def triangles(ties: Iterable[Tie]) -> Triangles:
    """Count the triangles of a network by their negative ties; several ties of one pair count as their majority."""
    _, matrix = _signs(ties)
    plus, minus = (matrix > 0).astype(float), (matrix < 0).astype(float)
    mixed = plus @ minus
    return Triangles(
        by_negatives=(
            round(np.trace(plus @ plus @ plus) / 6), round(float((plus * mixed).sum()) / 2),
            round(float((minus * mixed).sum()) / 2), round(np.trace(minus @ minus @ minus) / 6),
        )
    )  # fmt: skip


def walk_balance(ties: Iterable[Tie]) -> float | None:
    """Return K = sum exp(eigenvalues of A) / sum exp(eigenvalues of |A|): 1 where all is balanced; None without ties."""
    _, matrix = _signs(ties)
    if not matrix.any():
        return None
    signed, plain = eigvalsh(matrix), eigvalsh(np.abs(matrix))
    top = float(plain.max())  # both sums are divided by the same factor, or large networks overflow
    return float(np.exp(signed - top).sum() / np.exp(plain - top).sum())


def local_balance(ties: Iterable[Tie]) -> dict[str, float]:
    """Return kappa_i = (e^A)_ii / (e^|A|)_ii for each actor: how far the closed walks through it are balanced."""
    graph, matrix = _signs(ties)
    if not graph.names:
        return {}
    top = float(eigvalsh(np.abs(matrix)).max()) if matrix.any() else 0.0
    shift = top * np.eye(len(graph.names))  # e^(A - top) keeps the ratio and does not overflow
    signed, plain = np.diag(expm(matrix - shift)), np.diag(expm(np.abs(matrix) - shift))
    return {name: float(s / p) for name, s, p in zip(graph.names, signed, plain, strict=True)}
