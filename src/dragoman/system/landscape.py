"""Landscape theory of alignment (Axelrod and Bennett 1993, British Journal of Political Science 23:211-233).

Every way to divide the actors into two camps has an energy; the camps that may be expected are the divisions whose energy no
single change of sides can lower. The answer depends wholly on the sizes and propensities given: it is a model of what they
imply, not a forecast.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import numpy.typing as npt

from dragoman.records import Record

_MOST_ACTORS = 22  # 2^21 divisions, enumerated in blocks: some seconds, under 200 MB
_BLOCK = 1 << 15


class Landscape(Record, frozen=True, kw_only=True):
    """Sizes and propensities, and the divisions that are local minima of energy.

    `minima` lists `(side, energy)`, the deepest first; `side` is the camp of the first actor, the rest are the other camp.
    """

    actors: tuple[str, ...]
    sizes: dict[str, float]
    propensities: dict[tuple[str, str], float]
    minima: tuple[tuple[frozenset[str], float], ...]

    def propensity(self, a: str, b: str) -> float:
        """Return how much two actors want to be together (positive) or apart (negative); 0 where none is given."""
        return self.propensities.get((a, b), self.propensities.get((b, a), 0.0))

    def frustration(self, actor: str, side: Collection[str]) -> float:
        """Return F_i: the size-weighted propensity of an actor towards those in the other camp."""
        self._check(side)
        here = actor in side
        return sum(
            self.sizes[other] * self.propensity(actor, other)
            for other in self.actors
            if other != actor and (other in side) != here
        )

    def energy(self, side: Collection[str]) -> float:
        """Return E: the sum of the actors' frustrations, each weighted by its size, when `side` stands against the rest."""
        self._check(side)
        return sum(self.sizes[actor] * self.frustration(actor, side) for actor in self.actors)

    def _check(self, side: Collection[str]) -> None:
        unknown = sorted(set(side) - set(self.actors))
        if unknown:
            raise ValueError(f"no size is given for {', '.join(unknown)}; the actors are {', '.join(self.actors)}")


def landscape(sizes: Mapping[str, float], propensities: Mapping[tuple[str, str], float]) -> Landscape:
    """Return the landscape of some actors, all its local minima enumerated.

    Args:
        sizes: a weight for each actor (capabilities, say), not negative.
        propensities: for pairs of actors, in either order; symmetric; pairs left out count 0.

    Raises:
        ValueError: an actor is unknown, a pair is given twice with different values, or there are more than 22 actors.
    """
    actors = tuple(sizes)
    _check_pairs(sizes, propensities)
    if len(actors) > _MOST_ACTORS:
        raise ValueError(f"{len(actors)} actors make 2^{len(actors) - 1} divisions; leave out all but {_MOST_ACTORS}")
    bare = Landscape(actors=actors, sizes=dict(sizes), propensities=dict(propensities), minima=())
    return Landscape(actors=actors, sizes=bare.sizes, propensities=bare.propensities, minima=_minima(bare))


def _check_pairs(sizes: Mapping[str, float], propensities: Mapping[tuple[str, str], float]) -> None:
    for (a, b), value in propensities.items():
        if a not in sizes or b not in sizes or a == b:
            raise ValueError(f"the propensity of {a} and {b} needs two different actors that have sizes")
        if propensities.get((b, a), value) != value:
            raise ValueError(f"{a} and {b} have two propensities, {value} and {propensities[b, a]}; they must be symmetric")


def _minima(bare: Landscape) -> tuple[tuple[frozenset[str], float], ...]:
    """Enumerate all divisions in blocks and keep those that no single switch improves."""
    count = len(bare.actors)
    if count == 0:
        return ()
    weights = _weights(bare)
    found = []
    for first in range(0, 1 << (count - 1), _BLOCK):
        codes = np.arange(first, min(first + _BLOCK, 1 << (count - 1)))
        sides = 1.0 - 2.0 * ((codes[:, None] >> np.arange(count - 1)) & 1)
        x = np.hstack([np.ones((len(codes), 1)), sides])  # the first actor always stands on side +1
        field = x @ weights
        energy = (weights.sum() - (x * field).sum(axis=1)) / 2
        lowest = np.all(x * field >= 0, axis=1)  # switching i changes the energy by 2 x_i (W x)_i
        found += [
            (frozenset(name for name, value in zip(bare.actors, row, strict=True) if value > 0), float(e))
            for row, e in zip(x[lowest], energy[lowest], strict=True)
        ]
    return tuple(sorted(found, key=lambda item: (item[1], sorted(item[0]))))


def _weights(bare: Landscape) -> npt.NDArray[np.float64]:
    """Return W = s s' o p, zero on the diagonal."""
    count = len(bare.actors)
    weights = np.zeros((count, count))
    for i, a in enumerate(bare.actors):
        for j, b in enumerate(bare.actors):
            if i != j:
                weights[i, j] = bare.sizes[a] * bare.sizes[b] * bare.propensity(a, b)
    return weights
