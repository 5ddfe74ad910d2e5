"""How far two outlets tell the same story of the world: the correlation of their counts, dyad by dyad and class by class.

For each dyad and class, the correlation over periods of the two outlets' counts of distinct events; the mean of these, weighted
by how often both report on the dyad. The yardstick is Schrodt's (2015) figure for machine-coded ICEWS and BBC reports by week:
typically 0.45. More sources are also more noise; a low figure says that levels of the two do not mix.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from dragoman.records import Record
from dragoman.system.dyads import DEFAULT_STATUSES, QUADS, dyad_series
from dragoman.system.event_table import Floats, Integers, Table, codes, days
from dragoman.system.periods import Period, period_numbers
from dragoman.system.sensitivity import largest_parts

YARDSTICK = 0.45


class Agreement(Record, frozen=True, kw_only=True):
    """Two outlets: the mean correlation of their counts, and how many dyads, classes and events it rests on.

    None where no class of any dyad varies in both.
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
    rows = {name: np.flatnonzero(outlet_codes == outlet_names.index(name)) for name in names if name in outlet_names}
    length = int(places.max()) + 1
    return [
        _agreement(first, second, rows[first], rows[second], pairs, places, values, length)
        for first, second in combinations(rows, 2)
    ]  # fmt: skip


def _numbered_pairs(source: Integers, target: Integers) -> Integers:
    result: Integers = np.unique(np.stack([source, target]), axis=1, return_inverse=True)[1].reshape(-1)
    return result


def _agreement(
    first: str, second: str, rows_a: Integers, rows_b: Integers, pairs: Integers, places: Integers, values: Floats, length: int
) -> Agreement:
    shared = sorted(set(pairs[rows_a].tolist()) & set(pairs[rows_b].tolist()))
    found: list[tuple[float, float]] = []
    for pair in shared:
        sides = [_counts(rows[pairs[rows] == pair], places, values, length) for rows in (rows_a, rows_b)]
        weight = float(min(side.sum() for side in sides))
        for one, other in zip(*sides, strict=True):
            if one.std() > 0 and other.std() > 0:
                found.append((float(np.corrcoef(one, other)[0, 1]), weight))
    weights = sum(weight for _, weight in found)
    return Agreement(
        first=first, second=second, dyads=len(shared), series=len(found), events=weights,
        correlation=sum(value * weight for value, weight in found) / weights if weights else None,
    )  # fmt: skip


def _counts(rows: Integers, places: Integers, values: Floats, length: int) -> Floats:
    """Return the counts of one dyad by class and period, with zeros where nothing is reported."""
    counts = np.zeros((len(QUADS), length))
    counts[:, places[rows]] = values[:, rows]
    return counts
