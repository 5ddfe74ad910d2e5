"""Structural balance, exact: how many ties must be wrong before the rest makes blocs.

Two blocs: the frustration index as an integer programme (Aref, Mason and Wilson 2018). Any number of blocs: weak balance
(Davis 1967), which is correlation clustering, as a multicut whose cycle inequalities are found by shortest paths (Chopra and
Rao 1993). Both are solved by HiGHS through SciPy. A pair without a tie is unknown, not neutral, and counts for nothing. Balance
keeps account of tension; it is no law of motion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse.csgraph import dijkstra

from dragoman.records import Record
from dragoman.system.signed import Pair, SignedGraph, Tie, components, signed_graph

_SLACK = 1e-6
_Rows = list[tuple[list[int], list[float], float]]
_Floats = npt.NDArray[np.float64]


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

    @property
    def members(self) -> tuple[tuple[str, ...], ...]:
        """The blocs as lists of their actors, the largest first."""
        found: dict[int, list[str]] = defaultdict(list)
        for name, bloc in sorted(self.blocs.items()):
            found[bloc].append(name)
        return tuple(tuple(found[bloc]) for bloc in sorted(found))


class _Wish(Record, frozen=True, kw_only=True):
    """What a division must respect, and which one to come close to where several are as good."""

    together: tuple[Pair, ...]
    apart: tuple[Pair, ...]
    near: Mapping[str, int] | None


def frustration_index(
    ties: Iterable[Tie],
    *,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    near: Mapping[str, int] | None = None,
) -> Partition:
    """Return the fewest ties that two blocs must violate: positive ties between them, negative ties within.

    Several ties of one pair count each. Ties of an actor with itself are refused. Actors that no chain of ties joins have no
    known side towards each other: theirs is arbitrary.

    Args:
        ties: pairs of actors with a sign, +1 or -1.
        together: pairs that must share a bloc.
        apart: pairs that must not.
        near: of several divisions that are as good, take the one in which the fewest actors stand elsewhere than in this one
            (of free blocs: the fewest tied pairs are joined or parted). Actors that it does not know may stand anywhere.

    Raises:
        ValueError: a sign is not +1 or -1, a tie joins an actor to itself, or the forced pairs contradict each other.
    """
    wish = _Wish(together=tuple(together), apart=tuple(apart), near=near)
    graph = signed_graph(ties, pairs=wish.together + wish.apart)
    if not graph.pairs:
        return partition(graph, [0] * len(graph.names), proven=True)
    solution, proven = _solve_two(graph, wish)
    return partition(graph, solution, proven)


def weak_balance(
    ties: Iterable[Tie],
    *,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    near: Mapping[str, int] | None = None,
) -> Partition:
    """Return the fewest ties that any number of blocs must violate; the arguments are those of `frustration_index`.

    Raises:
        ValueError: a sign is not +1 or -1, a tie joins an actor to itself, or the forced pairs contradict each other.
    """
    wish = _Wish(together=tuple(together), apart=tuple(apart), near=near)
    graph = signed_graph(ties, pairs=wish.together + wish.apart)
    cut, proven = _solve_multicut(graph, wish) if graph.pairs else (np.zeros(0), True)
    return partition(graph, components(graph, list(cut < 0.5)), proven)


def violated(ties: Iterable[Tie], blocs: Mapping[str, int]) -> int:
    """Return how many ties a division violates."""
    return sum((sign > 0) != (blocs[a] == blocs[b]) for a, b, sign in ties)


def partition(graph: SignedGraph, labels: Sequence[int], proven: bool) -> Partition:
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


def _tie_breaker(wanted: _Floats) -> _Floats:
    """Return costs that count differences from a vector of 0 and 1, all of them together less than one violated tie.

    NaN stands for what nobody wants either way, and costs nothing.
    """
    return np.nan_to_num((1 - 2 * wanted) / (2 * len(wanted) + 2))


def _contradiction(message: str) -> ValueError:
    return ValueError(f"no division fits: {message}; pairs forced together and apart may contradict each other")


# ---------------------------------------------------------------- two blocs


def _solve_two(graph: SignedGraph, wish: _Wish) -> tuple[list[int], bool]:
    """Solve the integer programme over sides x and cuts y; y is 1 where a pair stands on opposite sides."""
    nodes, count = len(graph.names), len(graph.pairs)
    rows: _Rows = []
    for edge, (i, j) in enumerate(graph.pairs):
        y = nodes + edge
        if graph.positive[edge]:
            rows += [([y, i, j], [-1, 1, -1], 0), ([y, i, j], [-1, -1, 1], 0)]
        if graph.negative[edge]:
            rows += [([y, i, j], [1, -1, -1], 0), ([y, i, j], [1, 1, 1], 2)]
    rows += _triangle_cuts(graph, nodes) + _forced_sides(graph, wish)
    cost = np.concatenate([np.zeros(nodes), np.subtract(graph.positive, graph.negative)])
    wanted = None if wish.near is None else _sides_of(graph, wish.near)
    if wanted is not None:
        cost[:nodes] += _tie_breaker(wanted)
    fixed = int(np.bincount(np.ravel(graph.pairs), minlength=nodes).argmax())
    best: Any = None
    for side in (0, 1):  # the two sides are alike: fix the best connected actor, to halve the search
        lower, upper = np.zeros(nodes + count), np.ones(nodes + count)
        lower[fixed] = upper[fixed] = side
        result = milp(
            cost, constraints=_constraint(rows, nodes + count), bounds=Bounds(lower, upper),
            integrality=np.ones(nodes + count), options={"mip_rel_gap": 0},
        )  # fmt: skip
        if result.x is None:
            raise _contradiction(result.message)
        if best is None or result.fun < best.fun - _SLACK:
            best = result
        if wanted is None or np.all(np.isnan(wanted) | (np.round(result.x[:nodes]) == wanted)):
            break  # what is near to a division may be nearer to it with the sides exchanged, unless nothing differs
    return [round(value) for value in best.x[:nodes]], bool(best.status == 0)


def _sides_of(graph: SignedGraph, blocs: Mapping[str, int]) -> _Floats:
    """Return a division into two as 0 and 1; NaN for an actor that it does not know."""
    first = min(blocs.values(), default=0)
    return np.array([float(blocs[name] != first) if name in blocs else np.nan for name in graph.names])


def _forced_sides(graph: SignedGraph, wish: _Wish) -> _Rows:
    number = {name: index for index, name in enumerate(graph.names)}
    rows: _Rows = []
    for a, b in wish.together:
        i, j = number[a], number[b]
        rows += [([i, j], [1, -1], 0), ([i, j], [-1, 1], 0)]
    for a, b in wish.apart:
        i, j = number[a], number[b]
        rows += [([i, j], [1, 1], 1), ([i, j], [-1, -1], -1)]
    return rows


def _triangle_cuts(graph: SignedGraph, nodes: int) -> _Rows:
    """Return the cut inequalities of every triangle, without which the relaxation is weak."""
    edge_of = {pair: nodes + edge for edge, pair in enumerate(graph.pairs) if graph.positive[edge] or graph.negative[edge]}
    near: dict[int, set[int]] = defaultdict(set)
    for i, j in edge_of:
        near[i].add(j)
        near[j].add(i)
    rows: _Rows = []
    for (i, j), first in edge_of.items():
        for k in sorted(near[i] & near[j]):
            if k <= j:
                continue
            edges = [first, edge_of[i, k], edge_of[j, k]]
            rows.append((edges, [1, 1, 1], 2))
            rows += [(edges, [1.0 if e == top else -1.0 for e in edges], 0) for top in edges]
    return rows


def _constraint(rows: _Rows, width: int) -> LinearConstraint:
    """Return `matrix @ x <= limits` from rows of (columns, values, limit)."""
    lines = [number for number, (columns, _, _) in enumerate(rows) for _ in columns]
    columns = [column for columns, _, _ in rows for column in columns]
    values = [value for _, values, _ in rows for value in values]
    matrix = sparse.csr_array((values, (lines, columns)), shape=(len(rows), width))
    return LinearConstraint(matrix, -np.inf, np.array([limit for _, _, limit in rows]))


# ---------------------------------------------------------------- any number of blocs


def _solve_multicut(graph: SignedGraph, wish: _Wish) -> tuple[_Floats, bool]:
    """Solve by cutting planes: first the relaxation, then, if it is not integral, with whole numbers."""
    count = len(graph.pairs)
    cost = np.subtract(graph.positive, graph.negative).astype(np.float64)
    if wish.near is not None:
        cost += _tie_breaker(_cuts_of(graph, wish.near))
    bounds = _forced_cuts(graph, wish)
    rows: _Rows = []
    for whole in (False, True):
        while True:
            result = milp(
                cost,
                constraints=_constraint(rows, count) if rows else None,
                bounds=bounds,
                integrality=np.full(count, int(whole)),
                options={"mip_rel_gap": 0},
            )
            if result.x is None:
                raise _contradiction(result.message)
            found = _violated_cycles(graph, result.x)
            if not found:
                break
            rows += found
        if np.all(np.abs(result.x - np.round(result.x)) < _SLACK):
            break
    return np.round(result.x), bool(result.status == 0)


def _cuts_of(graph: SignedGraph, blocs: Mapping[str, int]) -> _Floats:
    """Return for each pair 1 where a division cuts it, 0 where not; NaN where it does not know both actors."""
    ends = [(graph.names[i], graph.names[j]) for i, j in graph.pairs]
    return np.array([float(blocs[a] != blocs[b]) if a in blocs and b in blocs else np.nan for a, b in ends])


def _forced_cuts(graph: SignedGraph, wish: _Wish) -> Bounds:
    number = {(graph.names[i], graph.names[j]): edge for edge, (i, j) in enumerate(graph.pairs)}
    lower, upper = np.zeros(len(graph.pairs)), np.ones(len(graph.pairs))
    for a, b in wish.together:
        upper[number[min(a, b), max(a, b)]] = 0
    for a, b in wish.apart:
        lower[number[min(a, b), max(a, b)]] = 1
    if np.any(lower > upper):
        raise _contradiction("one pair is forced both ways")
    return Bounds(lower, upper)


def _violated_cycles(graph: SignedGraph, cut: _Floats) -> _Rows:
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
    rows: _Rows = []
    for edge, (i, j) in enumerate(graph.pairs):
        if distance[i, j] < cut[edge] - _SLACK:
            path, node = [], j
            while node != i:
                previous = int(before[i, node])
                path.append(edge_of[min(previous, node), max(previous, node)])
                node = previous
            rows.append(([edge, *path], [1.0] + [-1.0] * len(path), 0.0))
    return rows
