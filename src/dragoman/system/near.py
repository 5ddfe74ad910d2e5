"""How firm a division is: the other divisions that are as good or nearly so, and what it costs to move one actor.

A network seldom has one best division. Small networks are searched whole, branch by branch, with the proven optimum of what is
still open as the bound; of large ones the local search gives a sample, and the count is then a lower limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from dragoman.records import Record
from dragoman.system.balance import Partition, frustration_index, partition, weak_balance
from dragoman.system.divide import divide
from dragoman.system.local_search import Labels, local_optima
from dragoman.system.signed import SignedGraph, Tie, components, signed_graph

_MOST_ACTORS = 40  # beyond, the whole search seldom ends
_MOST_BRANCHES = 300_000  # some seconds
_STARTS = 20


class NearOptimal(Record, frozen=True, kw_only=True):
    """Divisions whose value is at most the optimum and some more, the best first.

    `complete` says that there are no others; otherwise there are at least these, and of a network too large to prove the
    optimum is the best that was found. Two divisions into two blocs that differ only
    in the sides of parts of the network that no tie joins are one; free blocs are joined by ties within.
    """

    optimum: int
    within: int
    divisions: tuple[Partition, ...]
    complete: bool

    def sharing(self, a: str, b: str) -> float:
        """Return the share of these divisions that put two actors in one bloc."""
        return sum(found.blocs[a] == found.blocs[b] for found in self.divisions) / len(self.divisions)


class Margin(Record, frozen=True, kw_only=True):
    """The fewest violated ties where two actors must share a bloc, and where they must not."""

    actor: str
    other: str
    together: int
    apart: int
    proven: bool

    @property
    def cost_of_parting(self) -> int:
        """How many more ties it costs to part them than to keep them together; negative: parting is cheaper."""
        return self.apart - self.together


def margins(ties: Iterable[Tie], actor: str, others: Iterable[str], *, two: bool = True) -> tuple[Margin, ...]:
    """Return what it costs to put an actor with each of some others, or against them."""
    found = list(ties)
    margins = []
    for other in others:
        pair = [(actor, other)]
        joined, parted = divide(found, two=two, together=pair), divide(found, two=two, apart=pair)
        margins.append(Margin(actor=actor, other=other, together=joined.value, apart=parted.value,
                              proven=joined.proven and parted.proven))  # fmt: skip
    return tuple(margins)


def near_optimal(
    ties: Iterable[Tie], *, two: bool = True, within: int = 0, limit: int = 1000, seed: int = 0, best: Partition | None = None
) -> NearOptimal:
    """Return the divisions that violate at most `within` ties more than the best, at most `limit` of them.

    `best` is the best division, where that is known already; it is always among them.
    """
    graph = signed_graph(ties)
    best = best or divide(_ties_of(graph, range(len(graph.names))), two=two)
    labels: list[tuple[int, ...]] | None = None
    complete = False
    if len(graph.names) <= _MOST_ACTORS:
        labels, complete = _whole_search(graph, two, best.value + within, limit)
    if labels is None:
        labels = _sample(graph, two, best.value + within, seed)
    own = _first_seen(graph, [best.blocs[name] for name in graph.names], two)
    listed = (partition(graph, row, proven=False) for row in (own, *labels))
    found = {tuple(sorted(made.blocs.items())): made for made in listed}
    order = sorted(found.values(), key=lambda made: (made.value, sorted(made.blocs.items())))[:limit]
    least, proven = order[0].value, best.proven or complete
    marked = tuple(Partition(value=made.value, blocs=made.blocs, proven=proven and made.value == least) for made in order)
    return NearOptimal(optimum=least, within=within, divisions=marked, complete=complete)


def _ties_of(graph: SignedGraph, actors: Iterable[int]) -> list[Tie]:
    """Return the ties among some actors of a graph, as often as each is there."""
    chosen = set(actors)
    ties: list[Tie] = []
    for (i, j), more, less in zip(graph.pairs, graph.positive, graph.negative, strict=True):
        if i in chosen and j in chosen:
            a, b = graph.names[i], graph.names[j]
            ties += [(a, b, 1)] * more + [(a, b, -1)] * less
    return ties


# ---------------------------------------------------------------- the whole search


def _order(graph: SignedGraph) -> list[int]:
    """Return the actors so that each has as many ties as can be to those before it."""
    near: list[set[int]] = [set() for _ in graph.names]
    for i, j in graph.pairs:
        near[i].add(j)
        near[j].add(i)
    order: list[int] = []
    left = set(range(len(graph.names)))
    while left:
        done = set(order)
        order.append(max(left, key=lambda node: (len(near[node] & done), len(near[node]), -node)))
        left.remove(order[-1])
    return order


def _whole_search(graph: SignedGraph, two: bool, budget: int, limit: int) -> tuple[list[tuple[int, ...]] | None, bool]:
    """Return every division within the budget, None where the search does not end, and whether all were found."""
    order = _order(graph)
    position = {node: place for place, node in enumerate(order)}
    costs: list[list[tuple[int, int, int]]] = [[] for _ in order]  # ties to those before: their place, positive, negative
    for (i, j), more, less in zip(graph.pairs, graph.positive, graph.negative, strict=True):
        first, second = sorted((position[i], position[j]))
        costs[second].append((first, more, less))
    search = _Search(costs, _bounds(graph, order, two), two, budget, limit)
    try:
        found = [_first_seen(graph, _by_actor(labels, order), two) for labels in search.run()]
    except _TooLargeError:
        return None, False
    return sorted(set(found)), not search.cut


class _TooLargeError(Exception):
    """The search was given up."""


class _Search:
    """Branch and bound over the actors in order. `cut` is set where the limit stopped it."""

    def __init__(
        self, costs: Sequence[Sequence[tuple[int, int, int]]], bounds: Sequence[int], two: bool, budget: int, limit: int
    ) -> None:
        self.costs, self.bounds, self.two, self.budget, self.limit = costs, bounds, two, budget, limit
        self.labels: list[int] = []
        self.branches = self.found = 0
        self.cut = False

    def run(self, value: int = 0, used: int = 0) -> Iterator[tuple[int, ...]]:
        """Yield the labels of each division within the budget."""
        place = len(self.labels)
        if place == len(self.costs):
            self.found += 1
            self.cut = self.cut or self.found > self.limit
            if not self.cut:
                yield tuple(self.labels)
            return
        self.branches += 1
        if self.branches > _MOST_BRANCHES:
            raise _TooLargeError
        choices = range(1) if self.two and not self.costs[place] else range(min(used + 1, 2) if self.two else used + 1)
        for label in choices:
            more = sum(
                less if self.labels[other] == label else positive for other, positive, less in self.costs[place]
            )
            if value + more + self.bounds[place + 1] <= self.budget and not self.cut:
                self.labels.append(label)
                yield from self.run(value + more, max(used, label + 1))
                self.labels.pop()


def _bounds(graph: SignedGraph, order: Sequence[int], two: bool) -> list[int]:
    """Return for each place the fewest ties that must be violated among the actors from there on."""
    solve = frustration_index if two else weak_balance
    bounds = [solve(_ties_of(graph, order[place:])).value for place in range(len(order))]
    return [*bounds, 0]


def _by_actor(labels: Sequence[int], order: Sequence[int]) -> tuple[int, ...]:
    found = [0] * len(order)
    for node, label in zip(order, labels, strict=True):
        found[node] = label
    return tuple(found)


# ---------------------------------------------------------------- a sample


def _sample(graph: SignedGraph, two: bool, budget: int, seed: int) -> list[tuple[int, ...]]:
    """Return different divisions within the budget: what the local search meets, and their neighbours by one move."""
    weights = graph.weights()
    most = sum(graph.positive) - budget  # what at least must lie within blocs
    found: set[tuple[int, ...]] = set()
    for labels in local_optima(weights, two=two, starts=_STARTS, seed=seed):
        found |= {_first_seen(graph, near, two) for near in _neighbours(weights, labels, two, most)}
    return sorted(found)


def _neighbours(weights: npt.NDArray[np.float64], labels: Labels, two: bool, most: float) -> Iterator[list[int]]:
    """Yield a division and those that one move away from it which keep enough weight within blocs."""
    count, width = len(labels), 2 if two else int(labels.max()) + 2
    fields = weights @ np.eye(width)[labels]
    gains = fields - fields[np.arange(count), labels][:, None]  # 0 for staying
    inside = weights[labels[:, None] == labels[None, :]].sum() / 2
    if inside >= most:
        yield labels.tolist()
    for actor, bloc in zip(*np.nonzero(inside + gains >= most - 1e-9), strict=True):
        if bloc != labels[actor]:
            moved = labels.copy()
            moved[actor] = bloc
            yield moved.tolist()


def _first_seen(graph: SignedGraph, labels: Sequence[int], two: bool) -> tuple[int, ...]:
    """Return labels in a form that is the same for the same division; a free bloc without ties within falls into its parts."""
    if two:
        part = components(graph)
        return tuple(int(labels[node] != labels[part[node]]) for node in range(len(labels)))
    ends, values = np.array(graph.pairs, dtype=np.int64).reshape(-1, 2), np.asarray(labels)
    return tuple(components(graph, (values[ends[:, 0]] == values[ends[:, 1]]).tolist()))
