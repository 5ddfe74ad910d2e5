"""Change points of a series, exact, under several costs and penalties, shown as a set.

Optimal partitioning (Jackson et al. 2005; PELT of Killick, Fearnhead and Eckley 2012 finds the same): the segmentation that
minimises sum_i C(segment_i) + beta K, with K breaks, C the squared deviation from the segment's mean after a transformation,
and beta = c s^2 ln n, s^2 the variance of the transformed series. Three transformations: signed log and rank are safe with
heavy tails; the robust z is linear, and raw heavy tails move its breaks by months: where it disagrees, that is what it shows.
The interval of a break is Bai's (1997): +- ([11.03 s^2 / d^2] + 1) periods, d the step, s^2 the variance within segments.

A break in how much is reported looks like a break in politics: `flagged` marks those at which the volume breaks too.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import cast

import numpy as np
from scipy.stats import rankdata

from dragoman.records import Record
from dragoman.system.dyads import QUADS, countable, dyad_series
from dragoman.system.event_table import Floats, Table, days, numbers, only, without
from dragoman.system.periods import Period, period_labels, period_numbers

SHORTEST = 2  # periods of a segment
PENALTIES = (2.0, 4.0, 8.0)  # c: half, once and twice 4, with which all three costs find known breaks of a series of 25 years
_BAI = 11.03  # 97.5 % point of the argmax of a two-sided random walk with drift (Bai 1997; Yao 1987)


class Setting(Record, frozen=True, kw_only=True):
    """The breaks under one cost and penalty: positions of the first period of each new segment, and their names."""

    cost: str
    penalty: float
    positions: tuple[int, ...]
    labels: tuple[str, ...]


class Break(Record, frozen=True, kw_only=True):
    """A period at which a new segment begins under some settings, `found_by` of `settings`.

    `near` counts the settings that have a break within its interval. `before` and `after` are the means of the values as they
    are, over the segments of the first setting that finds it. `flagged` names the volumes (of all reports, of an outlet) that
    break there too; None: no volume was given.
    """

    position: int
    label: str
    earliest: str
    latest: str
    found_by: tuple[str, ...]
    near: int
    settings: int
    before: float
    after: float
    flagged: tuple[str, ...] | None = None


class Breaks(Record, frozen=True, kw_only=True):
    """All breaks of a series under all settings, none chosen over another."""

    breaks: tuple[Break, ...]
    settings: tuple[Setting, ...]
    periods: int


def signed_log(values: Floats) -> Floats:
    """Return sign(y) ln(1 + |y|)."""
    result: Floats = np.sign(values) * np.log1p(np.abs(values))
    return result


def ranks(values: Floats) -> Floats:
    """Return the ranks, ties sharing their mean, with mean 0 and variance 1 (the rank cost of the literature)."""
    ranked = rankdata(values) - (len(values) + 1) / 2
    deviation = ranked.std()
    result: Floats = ranked / deviation if deviation > 0 else ranked
    return result


def robust_z(values: Floats) -> Floats:
    """Return (y - median) / (1.4826 MAD); where half of all values are equal, by the standard deviation."""
    centred = values - np.median(values)
    scale = 1.4826 * np.median(np.abs(centred)) or centred.std() or 1.0
    result: Floats = centred / scale
    return result


COSTS: Mapping[str, Callable[[Floats], Floats]] = {"signed-log": signed_log, "rank": ranks, "robust-z": robust_z}


def change_points(
    values: Sequence[float] | Floats,
    labels: Sequence[str] | None = None,
    *,
    costs: Sequence[str] = tuple(COSTS),
    penalties: Sequence[float] = PENALTIES,
    volumes: Mapping[str, Sequence[float] | Floats] | None = None,
) -> Breaks:
    """Return the breaks of a series of equal periods under every cost and penalty.

    With `volumes`, numbers of reports of each period by name, breaks are flagged at which one of them breaks too.

    Raises:
        ValueError: a value is no number, the lengths differ, or there is no such cost.
    """
    series = np.asarray(values, dtype=np.float64)
    names = list(labels) if labels is not None else [str(number) for number in range(len(series))]
    if len(names) != len(series) or not np.isfinite(series).all():
        raise ValueError("a series needs a finite value and a name for each period")
    unknown = set(costs) - COSTS.keys()
    if unknown:
        raise ValueError(f"there is no cost {', '.join(sorted(unknown))}; the costs are {', '.join(COSTS)}")
    settings = tuple(_setting(series, names, cost, penalty) for cost in costs for penalty in penalties)
    moved = (
        {name: _volume_positions(volume, costs, penalties) for name, volume in volumes.items()} if volumes is not None else None
    )
    positions = sorted({position for setting in settings for position in setting.positions})
    found = tuple(_break(position, series, names, settings, moved) for position in positions)
    return Breaks(breaks=found, settings=settings, periods=len(series))


def _setting(series: Floats, names: Sequence[str], cost: str, penalty: float) -> Setting:
    if not len(series):
        return Setting(cost=cost, penalty=penalty, positions=(), labels=())
    transformed = COSTS[cost](series)
    positions = segment(transformed, penalty * float(transformed.var()) * np.log(max(len(series), 2)))
    labels = tuple(names[position] for position in positions)
    return Setting(cost=cost, penalty=penalty, positions=tuple(positions), labels=labels)


def segment(values: Floats, penalty: float, shortest: int = SHORTEST) -> list[int]:
    """Return where new segments begin in the partition of least squared deviation plus `penalty` a break: exact, O(n^2)."""
    size = len(values)
    if size < 2 * shortest or values.std() == 0:
        return []
    sums = np.concatenate(([0.0], np.cumsum(values - values.mean())))
    best = np.full(size + 1, np.inf)
    best[0] = -penalty
    before = np.zeros(size + 1, dtype=np.int64)
    for end in range(shortest, size + 1):
        starts = np.arange(0, end - shortest + 1)
        # The sum of squares is the same in all partitions: only what the means take off it matters.
        totals = best[starts] - (sums[end] - sums[starts]) ** 2 / (end - starts) + penalty
        before[end] = int(totals.argmin())
        best[end] = totals[before[end]]
    found, end = [], size
    while end > 0:
        end = int(before[end])
        found.append(end)
    return sorted(found)[1:]


def _break(
    position: int, series: Floats, names: Sequence[str], settings: Sequence[Setting],
    moved: Mapping[str, Sequence[int]] | None,
) -> Break:  # fmt: skip
    finding = [setting for setting in settings if position in setting.positions]
    start, end = _neighbours(position, finding[0].positions, len(series))
    half = _half_width(COSTS[finding[0].cost](series), finding[0].positions, position)
    first, last = max(start + 1, position - half), min(end - 1, position + half)
    near = sum(any(first <= other <= last for other in setting.positions) for setting in settings)
    return Break(
        position=position, label=names[position], earliest=names[first], latest=names[last],
        found_by=tuple(f"{setting.cost} {setting.penalty:g}" for setting in finding), near=near, settings=len(settings),
        before=float(series[start:position].mean()), after=float(series[position:end].mean()),
        flagged=None if moved is None else tuple(
            name for name, others in moved.items() if any(first - 1 <= other <= last + 1 for other in others)
        ),
    )  # fmt: skip


def _neighbours(position: int, positions: Sequence[int], size: int) -> tuple[int, int]:
    """Return where the segment before a break begins and where the one after it ends."""
    edges = [0, *positions, size]
    place = edges.index(position, 1)
    return edges[place - 1], edges[place + 1]


def _half_width(values: Floats, positions: Sequence[int], position: int) -> int:
    """Return the half width of the 95 % interval of a break, in periods, after Bai (1997)."""
    edges = [0, *positions, len(values)]
    within = sum(float(values[first:last].var()) * (last - first) for first, last in pairwise(edges))
    variance = within / max(len(values) - len(positions) - 1, 1)
    start, end = _neighbours(position, positions, len(values))
    step = float(values[position:end].mean() - values[start:position].mean())
    return int(_BAI * variance / step**2) + 1 if step else len(values)


def _volume_positions(
    volume: Sequence[float] | Floats, costs: Sequence[str], penalties: Sequence[float]
) -> tuple[int, ...]:
    """Return where the volume breaks under any setting: a flag is a warning, so that one setting is enough."""
    counts = np.asarray(volume, dtype=np.float64)
    settings = (_setting(counts, [""] * len(counts), cost, penalty) for cost in costs for penalty in penalties)
    return tuple(sorted({position for setting in settings for position in setting.positions}))


def monthly_means(values: Sequence[float] | Floats, first_day: datetime.date) -> tuple[list[str], Floats]:
    """Return the mean of a weekly series by month. A week belongs to the month of its middle day: there most of it lies."""
    middle = np.datetime64(first_day + datetime.timedelta(days=3), "D") + 7 * np.arange(len(values))
    months, places = np.unique(middle.astype("datetime64[M]"), return_inverse=True)
    sums = np.bincount(places, np.asarray(values, dtype=np.float64))
    return [str(month) for month in months], sums / np.bincount(places)


def pair_values(
    table: Table, pair: tuple[str, str], measure: str, period: str, status: Sequence[str] | None
) -> tuple[list[str], Floats]:
    """Return one measure of one pair by period, undirected, from an event table."""
    series = dyad_series(table, period=cast("Period", period), directed=False, pairs=[pair], status=status, ids=False)
    return series_of(series.table, measure, period)


def without_outlets(
    found: Breaks, table: Table, pair: tuple[str, str], measure: str, period: str, status: Sequence[str] | None,
    *, outlets: Sequence[str], penalties: Sequence[float] = PENALTIES,
) -> dict[str, list[str]]:  # fmt: skip
    """Return for each break the outlets without which no setting finds a break within its interval."""
    gone: dict[str, list[str]] = {entry.label: [] for entry in found.breaks}
    for outlet in outlets if found.breaks else ():
        labels, values = pair_values(without(table, "outlet", outlet), pair, measure, period, status)
        others = {label for setting in change_points(values, labels, penalties=penalties).settings for label in setting.labels}
        for entry in found.breaks:
            if not any(entry.earliest <= label <= entry.latest for label in others):
                gone[entry.label].append(outlet)
    return gone


def series_of(table: Table, measure: str, period: str) -> tuple[list[str], Floats]:
    """Return the values of one measure of one pair by period, from a table of dyad series.

    Counts are 0 where nothing is reported; ratios and means leave such periods out, which are no zeros.
    """
    numbers = table["start"].cast("int32").to_pylist()
    values = np.array(table[measure].to_pylist(), dtype=np.float64)
    if not numbers:
        return [], values
    places = period_numbers(np.array(numbers, dtype=np.int64), cast("Period", period))
    if measure in (*QUADS, "events", "reports"):
        every = np.arange(places.min(), places.max() + 1)
        full = np.zeros(len(every))
        np.add.at(full, places - places.min(), values)
        return period_labels(every, cast("Period", period)), full
    known = np.isfinite(values)
    order = np.argsort(places[known])
    return period_labels(places[known][order], cast("Period", period)), values[known][order]


def volume_of(table: Table, labels: Sequence[str], period: str, outlet: str | None = None) -> Floats:
    """Return how many reports of all dyads, or of one outlet, fall in each of these periods."""
    dated, _ = countable(only(table, "outlet", outlet) if outlet is not None else table, cast("Period", period), None)
    names = period_labels(period_numbers(days(dated["day"]), cast("Period", period)), cast("Period", period))
    place = {label: number for number, label in enumerate(labels)}
    counts = np.zeros(len(labels))
    reports = dated["reports"].combine_chunks().value_lengths().to_numpy(zero_copy_only=False) * numbers(dated["count"])
    for name, number in zip(names, reports.tolist(), strict=True):
        if name in place:
            counts[place[name]] += number
    return counts
