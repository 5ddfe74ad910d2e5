"""Landscape theory of alignment (Axelrod and Bennett 1993, British Journal of Political Science 23:211-233).

Every way to divide the actors into two camps has an energy; the camps that may be expected are the divisions whose energy no
single change of sides can lower. The answer depends wholly on the sizes and propensities given: it is a model of what they
imply, not a forecast.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from dragoman.records import Record

_MOST_ACTORS = 22  # 2^21 divisions, enumerated in blocks: some seconds, under 200 MB
_BLOCK = 1 << 15
_SLACK = 1e-9  # of what pulls an actor, or of the energy: less is rounding

_Floats = npt.NDArray[np.float64]


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
    if not bare.actors:
        return ()
    found: list[tuple[frozenset[str], float]] = []
    slack = _SLACK * np.abs(_weights(bare)).sum(axis=1)  # a switch between equals must not look like one downhill
    for x, field, energy in _blocks(bare):
        lowest = np.all(x * field >= -slack, axis=1)  # switching i changes the energy by 2 x_i (W x)_i
        found += [(_camp(bare, row), float(e)) for row, e in zip(x[lowest], energy[lowest], strict=True)]
    return tuple(sorted(found, key=lambda item: (item[1], sorted(item[0]))))


def _blocks(made: Landscape) -> Iterator[tuple[_Floats, _Floats, _Floats]]:
    """Yield all divisions, block by block: sides as +1 and -1, what pulls each actor to its side, and the energies."""
    count = len(made.actors)
    weights = _weights(made)
    for first in range(0, 1 << max(count - 1, 0), _BLOCK):
        codes = np.arange(first, min(first + _BLOCK, 1 << max(count - 1, 0)))
        sides = 1.0 - 2.0 * ((codes[:, None] >> np.arange(max(count - 1, 0))) & 1)
        x = np.hstack([np.ones((len(codes), min(count, 1))), sides])  # the first actor always stands on side +1
        field = x @ weights
        yield x, field, (weights.sum() - (x * field).sum(axis=1)) / 2


def _camp(made: Landscape, row: _Floats) -> frozenset[str]:
    return frozenset(name for name, value in zip(made.actors, row, strict=True) if value > 0)


def configurations(made: Landscape) -> tuple[tuple[frozenset[str], float], ...]:
    """Return every division with its energy, in the order of their enumeration: the camp of the first actor."""
    return tuple((_camp(made, row), float(e)) for x, _, energy in _blocks(made) for row, e in zip(x, energy, strict=True))


def lowest(
    made: Landscape,
    together: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
    near: Mapping[str, int] | None = None,
) -> tuple[frozenset[str], float]:
    """Return the division of the least energy in which some pairs share a camp and others do not: a camp and the energy.

    Args:
        made: the landscape.
        together: pairs that must share a camp.
        apart: pairs that must not.
        near: of several divisions that are as low, take the one in which the fewest actors stand elsewhere than in this one
            (0 or 1 for each). Actors that it does not know may stand anywhere.

    Raises:
        ValueError: no division fits, or an actor has no size.
    """
    forced = [(a, b, 1) for a, b in together] + [(a, b, -1) for a, b in apart]
    made._check([name for a, b, _ in forced for name in (a, b)])
    wanted = np.array([1.0 - 2.0 * near[name] if near and name in near else 0.0 for name in made.actors])
    slack = _SLACK * np.abs(_weights(made)).sum()
    least, found = np.inf, None
    for x, energy in _fitting(made, forced):
        if energy.min() < least - slack:
            least, found = float(energy.min()), None
        alike = np.where(energy <= least + slack, np.abs(x @ wanted), -1.0)  # camps have no names: a mirror image is the same
        place = int(alike.argmax())
        if alike[place] > (-1.0 if found is None else found[0]):
            found = float(alike[place]), x[place], float(energy[place])
    if found is None:
        raise ValueError("no division fits: pairs forced together and apart contradict each other")
    return _camp(made, found[1]), found[2]


def _fitting(made: Landscape, forced: Sequence[tuple[str, str, int]]) -> Iterator[tuple[_Floats, _Floats]]:
    """Yield, block by block, the divisions in which each pair shares a camp (+1) or does not (-1), with their energies."""
    number = {name: index for index, name in enumerate(made.actors)}
    for x, _, energy in _blocks(made):
        fits = np.ones(len(x), dtype=bool)
        for a, b, wanted in forced:
            fits &= x[:, number[a]] * x[:, number[b]] == wanted
        if fits.any():
            yield x[fits], energy[fits]


def descend(made: Landscape, side: Collection[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Go downhill from a division by the single switch that lowers the energy most; return where it ends, and who switched."""
    here, switched = frozenset(side), list[str]()
    while made.actors:
        energy = made.energy(here)
        after = {actor: made.energy(here ^ {actor}) for actor in made.actors}
        best = min(after, key=lambda actor: (after[actor], actor))
        if after[best] >= energy - _SLACK * max(1.0, abs(energy)):
            break
        here, switched = here ^ {best}, [*switched, best]
    first = made.actors[0] if made.actors else ""
    return (here if first in here else frozenset(made.actors) - here), tuple(switched)


def _weights(bare: Landscape) -> npt.NDArray[np.float64]:
    """Return W = s s' o p, zero on the diagonal."""
    count = len(bare.actors)
    weights = np.zeros((count, count))
    for i, a in enumerate(bare.actors):
        for j, b in enumerate(bare.actors):
            if i != j:
                weights[i, j] = bare.sizes[a] * bare.sizes[b] * bare.propensity(a, b)
    return weights
