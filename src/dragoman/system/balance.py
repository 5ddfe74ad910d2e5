"""Structural balance, exact: how many ties must be wrong before the rest makes blocs.

Two blocs: the frustration index as an integer programme (Aref, Mason and Wilson 2018). Any number of blocs: weak balance
(Davis 1967), which is correlation clustering, as a multicut whose cycle inequalities are found by shortest paths (Chopra and
Rao 1993). Both are solved by HiGHS through SciPy. A pair without a tie is unknown, not neutral, and counts for nothing. Balance
keeps account of tension; it is no law of motion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse.csgraph import dijkstra

from dragoman.records import Record

Tie = tuple[str, str, int]
_SLACK = 1e-6


class Partition(Record, frozen=True, kw_only=True):
    """A division of the actors. `value` counts the ties that it violates; `proven` says that none violates fewer.

    `blocs` maps each actor to the number of its bloc, numbered by size, then by name.
    """

    value: int
    blocs: dict[str, int]
    proven: bool

    @property
    def sides(self) -> dict[str, int]:
        """The blocs, under the name that suits two of them: {actor: 0 or 1}."""
        return self.blocs


class _Graph(Record, frozen=True, kw_only=True):
    """Actors, the pairs that are tied, and how many positive and negative ties each pair has."""

    names: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]
    positive: tuple[int, ...]
    negative: tuple[int, ...]


def frustration_index(ties: Iterable[Tie]) -> Partition:
    """Return the fewest ties that two blocs must violate: positive ties between them, negative ties within.

    Several ties of one pair count each. Ties of an actor with itself are refused.

    Raises:
        ValueError: a sign is not +1 or -1, or a tie joins an actor to itself.
    """
    graph = _graph(ties)
    if not graph.pairs:
        return _partition(graph, [0] * len(graph.names), proven=True)
    solution, proven = _solve_two(graph)
    return _partition(graph, solution, proven)


def weak_balance(ties: Iterable[Tie]) -> Partition:
    """Return the fewest ties that any number of blocs must violate.

    Raises:
        ValueError: a sign is not +1 or -1, or a tie joins an actor to itself.
    """
    graph = _graph(ties)
    cut, proven = _solve_multicut(graph) if graph.pairs else (np.zeros(0), True)
    return _partition(graph, _components(graph, cut < 0.5), proven)


def _graph(ties: Iterable[Tie]) -> _Graph:
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for a, b, sign in ties:
        if sign not in (1, -1):
            raise ValueError(f"the sign of {a} and {b} is {sign!r}; a tie is +1 or -1, leave out what is neither")
        if a == b:
            raise ValueError(f"{a} is tied to itself; leave such ties out")
        counts[min(a, b), max(a, b)][sign < 0] += 1
    names = tuple(sorted({name for pair in counts for name in pair}))
    number = {name: index for index, name in enumerate(names)}
    pairs = sorted(counts)
    return _Graph(
        names=names,
        pairs=tuple((number[a], number[b]) for a, b in pairs),
        positive=tuple(counts[pair][0] for pair in pairs),
        negative=tuple(counts[pair][1] for pair in pairs),
    )


def violated(ties: Iterable[Tie], blocs: Mapping[str, int]) -> int:
    """Return how many ties a division violates."""
    return sum((sign > 0) != (blocs[a] == blocs[b]) for a, b, sign in ties)


def _partition(graph: _Graph, labels: Sequence[int], proven: bool) -> Partition:
    """Number the blocs by size, then by name, and count what they violate."""
    members: dict[int, list[str]] = defaultdict(list)
    for name, label in zip(graph.names, labels, strict=True):
        members[label].append(name)
    order = sorted(members.values(), key=lambda bloc: (-len(bloc), bloc))
    blocs = {name: index for index, bloc in enumerate(order) for name in bloc}
    value = sum(
        more if labels[i] != labels[j] else less
        for (i, j), more, less in zip(graph.pairs, graph.positive, graph.negative, strict=True)
    )
    return Partition(value=value, blocs=dict(sorted(blocs.items())), proven=proven)


# ---------------------------------------------------------------- two blocs


def _solve_two(graph: _Graph) -> tuple[list[int], bool]:
    """Solve the integer programme over sides x and cuts y; y is 1 where a pair stands on opposite sides."""
    nodes, count = len(graph.names), len(graph.pairs)
    rows: list[tuple[list[int], list[float], float]] = []
    for edge, (i, j) in enumerate(graph.pairs):
        y = nodes + edge
        if graph.positive[edge]:
            rows += [([y, i, j], [-1, 1, -1], 0), ([y, i, j], [-1, -1, 1], 0)]
        if graph.negative[edge]:
            rows += [([y, i, j], [1, -1, -1], 0), ([y, i, j], [1, 1, 1], 2)]
    rows += _triangle_cuts(graph, nodes)
    cost = np.concatenate([np.zeros(nodes), np.subtract(graph.positive, graph.negative)])
    lower, upper = np.zeros(nodes + count), np.ones(nodes + count)
    fixed = int(np.bincount(np.ravel(graph.pairs), minlength=nodes).argmax())
    upper[fixed] = 0  # the two sides are alike: fix the best connected actor
    result = milp(
        cost, constraints=_constraint(rows, nodes + count), bounds=Bounds(lower, upper), integrality=np.ones(nodes + count),
        options={"mip_rel_gap": 0},
    )  # fmt: skip
    if result.x is None:
        raise ValueError(f"the solver found no division: {result.message}")
    return [round(value) for value in result.x[:nodes]], bool(result.status == 0)


def _triangle_cuts(graph: _Graph, nodes: int) -> list[tuple[list[int], list[float], float]]:
    """Return the cut inequalities of every triangle, without which the relaxation is weak."""
    edge_of = {pair: nodes + edge for edge, pair in enumerate(graph.pairs)}
    near: dict[int, set[int]] = defaultdict(set)
    for i, j in graph.pairs:
        near[i].add(j)
        near[j].add(i)
    rows: list[tuple[list[int], list[float], float]] = []
    for (i, j), first in edge_of.items():
        for k in sorted(near[i] & near[j]):
            if k <= j:
                continue
            edges = [first, edge_of[i, k], edge_of[j, k]]
            rows.append((edges, [1, 1, 1], 2))
            rows += [(edges, [1.0 if e == top else -1.0 for e in edges], 0) for top in edges]
    return rows


def _constraint(rows: Sequence[tuple[list[int], list[float], float]], width: int) -> LinearConstraint:
    """Return `matrix @ x <= limits` from rows of (columns, values, limit)."""
    lines = [number for number, (columns, _, _) in enumerate(rows) for _ in columns]
    columns = [column for columns, _, _ in rows for column in columns]
    values = [value for _, values, _ in rows for value in values]
    matrix = sparse.csr_array((values, (lines, columns)), shape=(len(rows), width))
    return LinearConstraint(matrix, -np.inf, np.array([limit for _, _, limit in rows]))


# ---------------------------------------------------------------- any number of blocs


def _solve_multicut(graph: _Graph) -> tuple[npt.NDArray[np.float64], bool]:
    """Solve by cutting planes: first the relaxation, then, if it is not integral, with whole numbers."""
    count = len(graph.pairs)
    cost = np.subtract(graph.positive, graph.negative).astype(np.float64)
    rows: list[tuple[list[int], list[float], float]] = []
    for whole in (False, True):
        while True:
            result = milp(
                cost,
                constraints=_constraint(rows, count) if rows else None,
                bounds=Bounds(np.zeros(count), np.ones(count)),
                integrality=np.full(count, int(whole)),
                options={"mip_rel_gap": 0},
            )
            if result.x is None:
                raise ValueError(f"the solver found no division: {result.message}")
            found = _violated_cycles(graph, result.x)
            if not found:
                break
            rows += found
        if np.all(np.abs(result.x - np.round(result.x)) < _SLACK):
            break
    return np.round(result.x), bool(result.status == 0)


def _violated_cycles(graph: _Graph, cut: npt.NDArray[np.float64]) -> list[tuple[list[int], list[float], float]]:
    """Return cycle inequalities that the solution breaks: a cut tie needs another cut on every way around."""
    nodes = len(graph.names)
    ends = np.array(graph.pairs)
    length = np.maximum(cut, 0) + 1e-9  # SciPy takes a stored 0 for no edge
    matrix = sparse.csr_array(
        (
            np.concatenate([length, length]),
            (np.concatenate([ends[:, 0], ends[:, 1]]), np.concatenate([ends[:, 1], ends[:, 0]])),
        ),
        shape=(nodes, nodes),
    )
    distance, before = dijkstra(matrix, directed=False, return_predecessors=True)
    edge_of = {pair: edge for edge, pair in enumerate(graph.pairs)}
    rows = []
    for edge, (i, j) in enumerate(graph.pairs):
        if distance[i, j] < cut[edge] - _SLACK:
            path, node = [], j
            while node != i:
                previous = int(before[i, node])
                path.append(edge_of[min(previous, node), max(previous, node)])
                node = previous
            rows.append(([edge, *path], [1.0] + [-1.0] * len(path), 0.0))
    return rows


def _components(graph: _Graph, kept: npt.NDArray[np.bool_]) -> list[int]:
    """Return for each actor the smallest actor that it is joined to by ties that are not cut."""
    parent = list(range(len(graph.names)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for (i, j), joined in zip(graph.pairs, kept, strict=True):
        if joined:
            a, b = sorted((root(i), root(j)))
            parent[b] = a
    return [root(index) for index in range(len(graph.names))]
