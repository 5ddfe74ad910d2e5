"""How much the blocs depend on single stories: the stories are drawn anew, and the network is divided each time.

A story with all its copies is one draw: copies do not make a bloc firmer. With few stories the draws say little, and the
result says so.
"""

from __future__ import annotations

from collections import Counter

import numpy as np

from dragoman.records import Record
from dragoman.system.balance import Partition
from dragoman.system.divide import divide
from dragoman.system.event_table import Table, flattened
from dragoman.system.local_search import search_blocs
from dragoman.system.network import TieRule, signed_network
from dragoman.system.signed import Tie, components, signed_graph

_EXACT = 40  # actors up to which each draw is solved exactly
_FEW = 10  # stories below which the result carries a warning


class CoMembership(Record, frozen=True, kw_only=True):
    """For each pair of actors: in how many draws ties join them, and in how many of those they share a bloc.

    Ties may join a pair over others. Actors that nothing joins have no known side towards each other.
    """

    draws: int
    stories: int
    actors: tuple[str, ...]
    joined: dict[tuple[str, str], int]
    shared: dict[tuple[str, str], int]

    def probability(self, a: str, b: str) -> float | None:
        """Return the share of draws with both in one bloc, of those that join them; None where none does."""
        pair = (min(a, b), max(a, b))
        return self.shared.get(pair, 0) / self.joined[pair] if self.joined.get(pair) else None

    @property
    def warning(self) -> str:
        """What to say of too few stories, else nothing."""
        few = f"only {self.stories} stories: the draws vary little or wildly, and the shares are no more than a hint"
        return few if self.stories < _FEW else ""


def bootstrap_blocs(
    table: Table, rule: TieRule | None = None, *, two: bool = True, draws: int = 200, seed: int = 0
) -> CoMembership:
    """Draw the stories of a table anew, with replacement, and divide the network of each draw.

    The same seed gives the same draws.
    """
    stories = sorted(set(flattened(table, "stories")[2]))
    generator = np.random.default_rng(seed)
    joined: Counter[tuple[str, str]] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    for _ in range(draws if stories else 0):
        counts = np.bincount(generator.integers(0, len(stories), len(stories)), minlength=len(stories))
        weights = {story: float(count) for story, count in zip(stories, counts, strict=True)}
        ties = signed_network(table, rule, weights).ties()
        _count(ties, _divide(ties, two), joined, shared)
    actors = tuple(sorted({name for pair in joined for name in pair}))
    return CoMembership(draws=draws, stories=len(stories), actors=actors, joined=dict(joined), shared=dict(shared))


def _divide(ties: list[Tie], two: bool) -> Partition:
    if len({name for a, b, _ in ties for name in (a, b)}) <= _EXACT:
        return divide(ties, two=two, proof=True)
    return search_blocs(ties, two=two, starts=5)


def _count(
    ties: list[Tie], made: Partition, joined: Counter[tuple[str, str]], shared: Counter[tuple[str, str]]
) -> None:
    """Add one draw to the counts: pairs of one connected part, and of those the pairs of one bloc."""
    graph = signed_graph(ties)
    part = components(graph)
    for i, a in enumerate(graph.names):
        for j in range(i + 1, len(graph.names)):
            if part[i] == part[j]:
                b = graph.names[j]
                joined[a, b] += 1
                shared[a, b] += made.blocs[a] == made.blocs[b]
