"""How alike two states' portfolios (alliances, votes) are: kappa and pi, which correct for chance, and S for comparison.

    S = 1 - 2 sum w |a - b| / (sum w * range)        (Signorino and Ritter 1999)
    kappa = 1 - sum d(a_i, b_i) / expected           expected from each state's own margins (Cohen)
    pi    = 1 - sum d(a_i, b_i) / expected           expected from the pooled margins of both (Scott)

expected = (1 / N) sum_ij d(a_i, b_j). S is inflated where ties are rare (Haege 2011): two states that are allied with
nobody agree on nearly everybody. Neither measures affinity: pan-European pacts make unlike states look alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from dragoman.records import Record
from dragoman.system.event_table import Floats

Distance = Literal["absolute", "squared"]


class Similarity(Record, frozen=True, kw_only=True):
    """Agreement of two portfolios. None where it is not defined: no variation at all."""

    kappa: float | None
    pi: float | None
    s: float | None
    items: int


def similarity(
    first: Mapping[str, float], second: Mapping[str, float], *, levels: tuple[float, float] | None = None,
    distance: Distance = "squared",
) -> Similarity:  # fmt: skip
    """Return kappa, pi and S of two portfolios over the items that both have.

    `levels` are the lowest and the highest level that there can be, for S; by default those that occur. Haege (2011) takes
    squared distances for kappa and pi; absolute ones are those of S.
    """
    items = sorted(first.keys() & second.keys())
    a, b = (np.array([portfolio[item] for item in items], dtype=np.float64) for portfolio in (first, second))
    if not items:
        return Similarity(kappa=None, pi=None, s=None, items=0)
    pooled = np.concatenate((a, b))
    observed = float(_distances(a, b, distance).sum())
    low, high = levels or (float(pooled.min()), float(pooled.max()))
    return Similarity(
        kappa=_agreement(observed, _expected(a, b, distance)), pi=_agreement(observed, _expected(pooled, pooled, distance) / 2),
        s=1 - 2 * float(np.abs(a - b).sum()) / (len(items) * (high - low)) if high > low else None, items=len(items),
    )  # fmt: skip


def _distances(a: Floats, b: Floats, distance: Distance) -> Floats:
    gaps = np.abs(a - b)
    result: Floats = gaps**2 if distance == "squared" else gaps
    return result


def _expected(a: Floats, b: Floats, distance: Distance) -> float:
    """Return the sum of distances that pairs drawn at random from the two margins would have, N times their mean."""
    values_a, counts_a = np.unique(a, return_counts=True)
    values_b, counts_b = np.unique(b, return_counts=True)
    table = _distances(values_a[:, None], values_b[None, :], distance)
    return float(counts_a @ table @ counts_b) / len(b)


def _agreement(observed: float, expected: float) -> float | None:
    return 1 - observed / expected if expected > 0 else None


def portfolios(ties: Sequence[tuple[str, str, float]], states: Sequence[str] | None = None) -> dict[str, dict[str, float]]:
    """Return each state's level with every state from a list of undirected ties; no tie is level 0, with itself the highest.

    Of several ties of a pair the highest level counts.
    """
    names = sorted(set(states) if states is not None else {name for a, b, _ in ties for name in (a, b)})
    top = max((level for _, _, level in ties), default=0.0)
    found = {name: {other: (top if other == name else 0.0) for other in names} for name in names}
    for a, b, level in ties:
        for one, other in ((a, b), (b, a)):
            if one in found and other in found[one]:
                found[one][other] = max(found[one][other], level)
    return found
