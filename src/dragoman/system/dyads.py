"""Series of pairs of states: distinct events by period in four classes, their mean intensity, and the log ratio.

For dyad d and period t: n_q the distinct events of each quad; L = ln((VC + MC + .5) / (VK + MK + .5)), with
se = sqrt(1/(VC + MC + .5) + 1/(VK + MK + .5)), free of volume to first order; L' = L(d, t) - L(all dyads, t), which takes out
what all dyads of one set of sources share. A net sum of intensities is not offered: many weak acts would outweigh one strong
act. What is measured is reporting, not affinity: levels of different dyads do not compare.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from dragoman.records import Record
from dragoman.system.event_table import REPORT_COLUMNS, Floats, Integers, Table, codes, days, flattened, isin, keep, numbers
from dragoman.system.grouping import Groups, distinct_in, flat_numbers, group_entries, id_lists, joined_in, numbered
from dragoman.system.periods import Period, period_labels, period_numbers, period_starts

WARNING = (
    "Levels of different dyads do not compare: they show what is reported, not affinity. "
    "Compare a dyad with itself over time, or with all dyads of the same sources (the relative log ratio)."
)
DEFAULT_STATUSES = ("happened", "ongoing")
QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
TOLD = "no date but that of its article"  # why an event is left out that `date_by_telling` would place
SPLITS = ("status", "voice", "outlet", "language", "story")
Z95 = 1.959963984540054  # 97.5 % point of the normal distribution: half of a 95 % interval in standard errors
_SCALE = 10.0  # end of PLOVER's scale and of Goldstein's
_PRIOR = 0.5  # pseudo-events a class, as in the log ratio (Jeffreys)


class Series(Record, frozen=True, kw_only=True):
    """Series of dyads. `table` has one row a dyad, period and part; `left_out` says how many rows were not counted, and why."""

    table: Any
    period: str
    directed: bool
    split: str | None
    left_out: dict[str, int]
    warning: str = WARNING


class _Entries(NamedTuple):
    """One entry for each row of the table, or for each of its reports where the series is split by a part of the report."""

    rows: Integers
    parts: Integers
    names: list[str]
    by_report: bool


def log_ratio(positive: Floats, negative: Floats) -> tuple[Floats, Floats]:
    """Return ln((positive + .5) / (negative + .5)) and its standard error."""
    above, below = positive + _PRIOR, negative + _PRIOR
    return np.log(above / below), np.sqrt(1 / above + 1 / below)


def ratio_of(positive: float, negative: float) -> tuple[float, float]:
    """Return the log ratio and its standard error of one pair of counts."""
    ratio, error = log_ratio(np.array([float(positive)]), np.array([float(negative)]))
    return float(ratio[0]), float(error[0])


def dyad_series(
    table: Table,
    *,
    period: Period = "month",
    directed: bool = True,
    pairs: Sequence[tuple[str, str]] | None = None,
    status: Sequence[str] | None = DEFAULT_STATUSES,
    split: str | None = None,
    ids: bool = True,
) -> Series:
    """Return the series of all dyads, or of some pairs, of an event table.

    Undirected, an event between two states counts once whoever acts. The period `all` takes undated events too. `status`
    None counts what is only planned, alleged or denied too. `split` gives one series for each status, voice, outlet, language
    or story. With `ids` every point lists its events. The panel of the relative log ratio is always the whole table, whichever
    pairs are asked for.
    """
    if split is not None and split not in SPLITS:
        raise ValueError(f"a series is split by {', '.join(SPLITS)}, not by {split!r}")
    counted, left_out = countable(table, period, status)
    first, second, states = _ends(counted, directed)
    entries = _entries(counted, split)
    times = period_numbers(days(counted["day"]), period)[entries.rows]
    groups = group_entries((first[entries.rows], second[entries.rows], times, entries.parts))
    measured = _measures(counted, entries, groups)
    columns = _labels(groups, states, entries, period, split) | measured | _counts_of_reports(counted, entries, groups)
    chosen = _chosen(groups, states, pairs, directed)
    if ids:
        columns["event_ids"] = id_lists(counted, entries.rows, groups)
    return Series(
        table=keep(pa.table(columns), chosen), period=period, directed=directed, split=split, left_out=left_out
    )


def countable(table: Table, period: Period, status: Sequence[str] | None) -> tuple[Table, dict[str, int]]:
    """Return the rows that a series can count, and how many it cannot, by the first reason that applies."""
    begins, ends = days(table["day"]), days(table["last_day"])
    known = begins != np.iinfo(np.int64).min
    told = days(table["told_day"]) != np.iinfo(np.int64).min
    begins, ends = np.where(known, begins, 0), np.where(known, ends, 0)
    sources, targets = codes(table["source"]), codes(table["target"])
    place = {value: position for position, value in enumerate(sources[1])}
    same = np.array([place.get(value, -2) for value in targets[1]] + [-2])[targets[0]] == sources[0]
    reasons = {
        "other status": ~isin(table["status"], status) if status is not None else np.zeros(table.num_rows, dtype=bool),
        "no source or target": (sources[0] < 0) | (targets[0] < 0),
        "within one state": same,
        "no class": np.isnan(numbers(table["quad"])),
        "no date": ~known & (period != "all") & ~told,
        TOLD: ~known & (period != "all") & told,
        f"date too vague for a {period}": period_numbers(begins, period) != period_numbers(ends, period),
    }
    good = np.ones(table.num_rows, dtype=bool)
    left_out = {}
    for reason, hit in reasons.items():
        left_out[reason] = int((good & hit).sum())
        good &= ~hit
    return keep(table, good), {reason: count for reason, count in left_out.items() if count}


def _ends(table: Table, directed: bool) -> tuple[Integers, Integers, list[str]]:
    """Return both ends of each row as numbers of one sorted list of states; undirected, the smaller first."""
    (source, of_sources), (target, of_targets) = codes(table["source"]), codes(table["target"])
    states = sorted({*of_sources, *of_targets})
    place = {state: position for position, state in enumerate(states)}
    first = np.array([place[state] for state in of_sources], dtype=np.int64)[source]
    second = np.array([place[state] for state in of_targets], dtype=np.int64)[target]
    if directed:
        return first, second, states
    return np.minimum(first, second), np.maximum(first, second), states


def _entries(table: Table, split: str | None) -> _Entries:
    if split is None or split == "status":
        rows = np.arange(table.num_rows)
        parts, names = codes(table["status"]) if split else (np.zeros(table.num_rows, dtype=np.int64), [""])
        return _Entries(rows, parts, names, by_report=False)
    rows, parts, names = flattened(table, REPORT_COLUMNS[split])
    return _Entries(rows, parts, names, by_report=True)


def _labels(groups: Groups, states: list[str], entries: _Entries, period: Period, split: str | None) -> dict[str, Any]:
    first, second, times, parts = groups.keys
    found = {
        "source": _named(first, states),
        "target": _named(second, states),
        "period": pa.array(period_labels(times, period), pa.string()),
        "start": pa.array(period_starts(times, period).astype(np.int32), mask=_all(times, period)).cast(pa.date32()),
    }
    return found | ({split: _named(parts, entries.names)} if split else {})


def _all(times: Integers, period: Period) -> npt.NDArray[np.bool_]:
    """Return a mask of the periods that have no first day: that of all days."""
    return np.full(len(times), period == "all")


def _named(positions: Integers, names: list[str]) -> Any:
    return pa.array(names, pa.string()).take(pa.array(positions))


def _chosen(groups: Groups, states: list[str], pairs: Sequence[tuple[str, str]] | None, directed: bool) -> Any:
    """Return a mask of the groups of the pairs asked for."""
    if pairs is None:
        return np.ones(groups.count, dtype=bool)
    place = {state: position for position, state in enumerate(states)}
    wanted = {(place[a], place[b]) for a, b in pairs if a in place and b in place}
    if not directed:
        wanted |= {(b, a) for a, b in wanted}
    first, second = groups.keys[0], groups.keys[1]
    return np.isin(first * len(states) + second, [a * len(states) + b for a, b in wanted])


def _measures(table: Table, entries: _Entries, groups: Groups) -> dict[str, Floats]:
    """Return the four counts, the mean intensity and the log ratios of each group, each event counted once in it."""
    first = groups.first_of(numbered(table["event"])[entries.rows])
    inside, rows = groups.of_entry[first], entries.rows[first]
    quad, weight = numbers(table["quad"])[rows], numbers(table["count"])[rows]
    counts = np.stack([groups.total(inside, weight * (quad == number)) for number in (1, 2, 3, 4)])
    found: dict[str, Floats] = dict(zip(QUADS, counts, strict=True))
    found["events"] = counts.sum(axis=0)
    found |= _mean_intensity(groups, inside, numbers(table["intensity"])[rows], weight, quad)
    return found | _log_ratios(groups, counts[0] + counts[1], counts[2] + counts[3])


def _mean_intensity(groups: Groups, inside: Integers, values: Floats, weight: Floats, quad: Floats) -> dict[str, Floats]:
    """Return the mean intensity of each group, with a 95 % interval from a Dirichlet posterior.

    The prior puts half a pseudo-event of each class at the mean that the class has in the whole table, so that a group of one
    event is not certain of its mean. The posterior of the mean has the moments m = sum w x / A and
    v = (sum w x^2 / A - m^2) / (A + 1), with A the sum of the weights w. The interval reaches to the mean itself at least.
    """
    known = ~np.isnan(values)
    weight, filled = np.where(known, weight, 0.0), np.where(known, values, 0.0)
    size, total, square = (groups.total(inside, weight * filled**power) for power in (0, 1, 2))
    prior = np.array([
        np.average(filled[part], weights=weight[part])
        for part in (known & (quad == number) & (weight > 0) for number in (1, 2, 3, 4)) if part.any()
    ])  # fmt: skip
    mass = size + _PRIOR * len(prior)
    with np.errstate(divide="ignore", invalid="ignore"):
        centre = (total + _PRIOR * prior.sum()) / mass
        spread = np.sqrt(np.maximum((square + _PRIOR * (prior**2).sum()) / mass - centre**2, 0) / (mass + 1))
        mean = np.where(size > 0, total / size, np.nan)
        # A single event far from all classes lies outside of what the prior makes likely: its own mean is not denied.
        low = np.fmin(np.maximum(centre - Z95 * spread, -_SCALE), mean)
        high = np.fmax(np.minimum(centre + Z95 * spread, _SCALE), mean)
    low, high = (np.where(size > 0, bound, np.nan) for bound in (low, high))
    return {"mean_intensity": mean, "mean_low": low, "mean_high": high, "intensity_sum": total}


def _log_ratios(groups: Groups, positive: Floats, negative: Floats) -> dict[str, Floats]:
    """Return L and L' of each group with their intervals. The panel of a group: all dyads of its period and part."""
    ratio, error = log_ratio(positive, negative)
    _, panel = np.unique(np.stack(groups.keys[2:]), axis=1, return_inverse=True)
    panel = panel.reshape(-1)
    of_all, error_of_all = log_ratio(*(np.bincount(panel, side).astype(np.float64) for side in (positive, negative)))
    relative, both = ratio - of_all[panel], np.sqrt(error**2 + error_of_all[panel] ** 2)
    return {
        "log_ratio": ratio, "se": error, "low": ratio - Z95 * error, "high": ratio + Z95 * error,
        "panel_log_ratio": of_all[panel],
        "relative": relative, "relative_se": both,
        "relative_low": relative - Z95 * both, "relative_high": relative + Z95 * both,
    }  # fmt: skip


def _counts_of_reports(table: Table, entries: _Entries, groups: Groups) -> dict[str, Any]:
    """Return how many reports, outlets and stories stand behind each group, and how many of its sources are independent.

    At most each story is a source. At least so many are left as there are when stories of one outlet count as one, those of no
    known outlet not at all, and as the best attested event has. Where no story is known, both are 0.
    """
    found: dict[str, Any] = {}
    parents, reports, _ = flat_numbers(table, "reports")
    inside = groups.of_entry if entries.by_report else groups.of_entry[parents]
    found["reports"] = distinct_in(groups, inside, reports)
    outlets, named = _known(table, "outlets")
    stories, told = _known(table, "stories")
    found["outlets"] = distinct_in(groups, inside[named], outlets[named])
    found["stories"] = distinct_in(groups, inside[told], stories[told])
    best = np.zeros(groups.count)
    np.maximum.at(best, groups.of_entry, numbers(table["least_sources"])[entries.rows])
    known = told & named  # a story of no known outlet may be of one that counts already
    apart = joined_in(groups, inside[known], stories[known], outlets[known])
    found["least_sources"] = np.minimum(np.maximum(best, apart), found["stories"]).astype(np.int64)
    found["most_sources"] = found["stories"]
    return found


def _known(table: Table, name: str) -> tuple[Integers, npt.NDArray[np.bool_]]:
    """Return a list column as numbers, and where its value is known."""
    _, values, names = flat_numbers(table, name)
    return values, values != (names.index("") if "" in names else -2)
