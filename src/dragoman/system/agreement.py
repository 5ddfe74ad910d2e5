"""How far two outlets tell the same story of the world: the correlation of their counts, dyad by dyad and class by class.

For each dyad and class, the correlation over periods of the two outlets' counts of distinct events; the mean of these, weighted
by how often both report on the dyad. The yardstick is Schrodt's (2015) figure for machine-coded ICEWS and BBC reports by week:
typically 0.45. More sources are also more noise; a low figure says that levels of the two do not mix.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from dragoman.records import Record
from dragoman.system.dyads import DEFAULT_STATUSES, QUADS, dyad_series
from dragoman.system.event_table import Floats, Integers, Table, codes, days
from dragoman.system.periods import Period, period_numbers
from dragoman.system.sensitivity import largest_parts

YARDSTICK = 0.45


class Agreement(Record, frozen=True, kw_only=True):
    """Two outlets: the mean correlation of their counts, None where no class of any dyad varies in both.

    `dyads` are those on which both report, `series` the classes of these that vary in both, `events` how many events of the
    dyads with such a class the outlet with the fewer reports.
    """

    first: str
    second: str
    correlation: float | None
    dyads: int
    series: int
    events: float


def outlet_agreement(
    table: Table, *, period: Period = "week", outlets: Sequence[str] | None = None, most: int = 8,
    status: Sequence[str] | None = DEFAULT_STATUSES,
) -> list[Agreement]:  # fmt: skip
    """Return the agreement of each pair of outlets, the largest outlets of the table where none are named."""
    names = [name for name in outlets or largest_parts(table, "outlet", most) if name]
    counted = dyad_series(table, period=period, directed=False, status=status, split="outlet", ids=False).table
    if not counted.num_rows:
        return []
    times = period_numbers(days(counted["start"]), period)
    places = times - times.min()
    pairs = _numbered_pairs(codes(counted["source"])[0], codes(counted["target"])[0])
    outlet_codes, outlet_names = codes(counted["outlet"])
    values = np.stack([np.array(counted[quad].to_pylist(), dtype=np.float64) for quad in QUADS])
    found = [
        _Outlet(name, _counts(np.flatnonzero(outlet_codes == outlet_names.index(name)), pairs, places, values))
        for name in names if name in outlet_names
    ]  # fmt: skip
    return [_agreement(one, other) for one, other in combinations(found, 2)]


def _numbered_pairs(source: Integers, target: Integers) -> Integers:
    result: Integers = np.unique(np.stack([source, target]), axis=1, return_inverse=True)[1].reshape(-1)
    return result


class _Outlet(NamedTuple):
    """The counts of one outlet: by dyad an array of class and period, with zeros where nothing is reported."""

    name: str
    counts: dict[int, Floats]


def _counts(rows: Integers, pairs: Integers, places: Integers, values: Floats) -> dict[int, Floats]:
    """Return the counts of some rows by dyad: arrays of shape (classes, periods)."""
    found: dict[int, Floats] = {}
    for pair in np.unique(pairs[rows]).tolist():
        own = rows[pairs[rows] == pair]
        found[pair] = np.zeros((len(QUADS), int(places.max()) + 1))
        found[pair][:, places[own]] = values[:, own]
    return found


def _agreement(one: _Outlet, other: _Outlet) -> Agreement:
    shared = sorted(one.counts.keys() & other.counts.keys())
    found: list[tuple[float, float]] = []
    events = 0.0
    for pair in shared:
        sides = one.counts[pair], other.counts[pair]
        weight = float(min(side.sum() for side in sides))
        varied = [(mine, theirs) for mine, theirs in zip(*sides, strict=True) if mine.std() > 0 and theirs.std() > 0]
        found += [(float(np.corrcoef(mine, theirs)[0, 1]), weight) for mine, theirs in varied]
        events += weight if varied else 0.0
    weights = sum(weight for _, weight in found)
    return Agreement(
        first=one.name, second=other.name, dyads=len(shared), series=len(found), events=events,
        correlation=sum(value * weight for value, weight in found) / weights if weights else None,
    )  # fmt: skip
