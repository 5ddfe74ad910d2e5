"""What an index would be without one outlet, without one story, in one voice only: for any index of an event table.

Most figures on a pair of states rest on few outlets. The range over all that can be left out is a second band beside the
statistical interval, and where everything goes back to one source, that is said in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from dragoman.records import Record
from dragoman.system.dyads import DEFAULT_STATUSES, Z95, countable, dyad_series, ratio_of
from dragoman.system.event_table import (
    REPORT_COLUMNS,
    Table,
    codes,
    flattened,
    join_events,
    keep,
    numbers,
    only,
    without,
)
from dragoman.system.grouping import numbered

Value = TypeVar("Value")
PARTS = ("outlet", "story", "voice", "language")
MOST = 50  # parts left out one by one; the largest, where there are more


class Sources(Record, frozen=True, kw_only=True):
    """What an event table rests on. `least` and `most`: independent sources; `words` says it plainly."""

    events: int
    reports: int
    outlets: int
    stories: int
    least: int
    most: int
    words: str


class Without(Record, Generic[Value], frozen=True, kw_only=True):
    """An index without one part (or, by voice, with that voice only): its value, and how many events then remain."""

    name: str
    value: Value
    events: int
    reports: int


class Sensitivity(Record, Generic[Value], frozen=True, kw_only=True):
    """An index as it is, and without each outlet (story, language) or in each voice alone, largest part first."""

    part: str
    whole: Value
    events: int
    without: tuple[Without[Value], ...]
    not_tried: int = 0


class PairRatio(Record, frozen=True, kw_only=True):
    """Cooperation and conflict of one pair over a whole table, and their log ratio with its 95 % interval."""

    positive: float
    negative: float
    log_ratio: float
    se: float
    low: float
    high: float


def leave_one_out(
    table: Table, index: Callable[[Table], Value], part: str = "outlet", *, most: int = MOST
) -> Sensitivity[Value]:
    """Return an index of the table, and the same index with the reports of each outlet (story ...) left out in turn.

    An event goes only when all its reports do. Reports whose outlet is not known are a part of their own.

    Raises:
        ValueError: there is no such part.
    """
    return _varied(table, index, part, most, without)


def one_at_a_time(
    table: Table, index: Callable[[Table], Value], part: str = "voice", *, most: int = MOST
) -> Sensitivity[Value]:
    """Return an index of the table, and the same index with the reports of one voice (outlet ...) alone, in turn."""
    return _varied(table, index, part, most, only)


def _varied(
    table: Table, index: Callable[[Table], Value], part: str, most: int, change: Callable[[Table, str, str], Table]
) -> Sensitivity[Value]:
    if part not in PARTS:
        raise ValueError(f"what is left out is one of {', '.join(PARTS)}, not {part!r}")
    names = largest_parts(table, part)
    found = []
    for name in names[:most]:
        rest = change(table, part, name)
        found.append(Without(name=name, value=index(rest), events=event_count(rest), reports=report_count(rest)))
    return Sensitivity(
        part=part, whole=index(table), events=event_count(table), without=tuple(found), not_tried=max(0, len(names) - most)
    )


def largest_parts(table: Table, part: str, most: int | None = None) -> list[str]:
    """Return the outlets (stories, voices, languages) of a table, those with most reports first."""
    _, numbered_parts, names = flattened(table, REPORT_COLUMNS[part])
    counts = Counter(numbered_parts.tolist())
    return [names[number] for number in sorted(counts, key=lambda number: (-counts[number], names[number]))[:most]]


def event_count(table: Table) -> int:
    """Return the number of distinct events of a table."""
    return len(np.unique(numbered(table["event"])))


def report_count(table: Table) -> int:
    """Return the number of distinct reports of a table."""
    return len(np.unique(flattened(table, "reports")[1]))


def sources_of(table: Table) -> Sources:
    """Return what a table rests on.

    At most every story is a source of its own. At least so many are left when stories of one outlet count as one, and those of
    no known outlet not at all, but no fewer than the best attested event has.
    """
    parents, stories, story_names = flattened(table, "stories")
    outlets, outlet_names = flattened(table, "outlets")[1:]
    known = np.array([name != "" for name in outlet_names] + [False])[outlets]
    told = np.array([name != "" for name in story_names] + [False])[stories]
    most = len(np.unique(stories[told]))
    least = min(max(_joined(stories[told & known], outlets[told & known]), _best(table)), most)
    return Sources(
        events=event_count(table), reports=report_count(table), outlets=len(np.unique(outlets[known])),
        stories=most, least=least, most=most, words=_words(least, most, len(parents)),
    )  # fmt: skip


def _best(table: Table) -> int:
    values = numbers(table["least_sources"])
    return int(np.nanmax(values)) if len(values) else 0


def _joined(stories: Any, outlets: Any) -> int:
    """Return the number of groups of stories after those of one outlet are joined."""
    if not len(stories):
        return 0
    size = int(stories.max()) + 1
    span = size + int(outlets.max()) + 1
    graph = coo_matrix((np.ones(len(stories)), (stories, outlets + size)), shape=(span, span))
    labels = connected_components(graph, directed=False)[1]
    return len(np.unique(labels[np.unique(stories)]))


def _words(least: int, most: int, reports: int) -> str:
    if not reports:
        return "no source"
    if most == 0:
        return "the file does not name its sources"
    if most == 1:
        return "one source"
    return f"{least} to {most} independent sources" if least < most else f"{most} independent sources"


class PointRange(Record, frozen=True, kw_only=True):
    """A point of a series without each of its outlets (stories ...) in turn.

    `lowest` and `highest`: the range of its log ratio, with the part that is left out there. `rests_on`: the part without which
    nothing remains of the point; then there is one source, whatever its interval says.
    """

    lowest: float
    lowest_without: str
    highest: float
    highest_without: str
    rests_on: str | None


def series_ranges(
    table: Table, part: str = "outlet", *, most: int = MOST, pairs: Sequence[tuple[str, str]] | None = None, **options: Any
) -> dict[tuple[str, ...], PointRange]:
    """Return the range of every point of a series of dyads, by source, target, period (and part of a split).

    `options` are those of `dyad_series`. With `pairs` only their reports are left out, one outlet after the other.
    """
    rows = join_events([of_pair(table, *pair) for pair in pairs]) if pairs else table
    options = options | {"pairs": pairs, "ids": False}
    whole = _ratios(rows, options)
    found = {key: [(value, "")] for key, value in whole.items()}
    gone: dict[tuple[str, ...], str] = {}
    for name in largest_parts(rows, part, most):
        rest = _ratios(without(rows, part, name), options)
        for key in whole:
            if key in rest:
                found[key].append((rest[key], name))
            else:
                gone[key] = name
    return {key: _range(values, gone.get(key)) for key, values in found.items()}


def _range(values: Sequence[tuple[float, str]], gone: str | None) -> PointRange:
    lowest, highest = min(values), max(values)
    return PointRange(
        lowest=lowest[0], lowest_without=lowest[1], highest=highest[0], highest_without=highest[1], rests_on=gone
    )


def _ratios(table: Table, options: dict[str, Any]) -> dict[tuple[str, ...], float]:
    """Return the log ratio of each point of a series."""
    series = dyad_series(table, **options)
    names = ["source", "target", "period", *([series.split] if series.split else []), "log_ratio"]
    columns = (series.table[name].to_pylist() for name in names)
    return {tuple(key): value for *key, value in zip(*columns, strict=True)}


def of_pair(table: Table, first: str, second: str) -> Table:
    """Return the rows between two states, in both directions."""
    (source, sources), (target, targets) = codes(table["source"]), codes(table["target"])
    ends = [
        tuple(names.index(state) if state in names else -2 for state in (first, second)) for names in (sources, targets)
    ]
    forth = (source == ends[0][0]) & (target == ends[1][1])
    back = (source == ends[0][1]) & (target == ends[1][0])
    return keep(table, forth | back)


def pair_ratio(
    table: Table, first: str, second: str, *, status: Sequence[str] | None = DEFAULT_STATUSES
) -> PairRatio:
    """Return the log ratio of cooperation to conflict between two states over the whole table, each event counted once."""
    rows, _ = countable(of_pair(table, first, second), "all", status)
    seen = np.unique(numbered(rows["event"]), return_index=True)[1]
    quad, weight = numbers(rows["quad"])[seen], numbers(rows["count"])[seen]
    positive, negative = (float(weight[side].sum()) for side in (quad <= 2, quad >= 3))
    ratio, error = ratio_of(positive, negative)
    half = Z95 * error
    return PairRatio(
        positive=positive, negative=negative, log_ratio=ratio, se=error, low=ratio - half, high=ratio + half
    )


def turns(sensitivity: Sensitivity[PairRatio]) -> tuple[str, ...]:
    """Return the parts without which a log ratio has the other sign."""
    sign = np.sign(sensitivity.whole.log_ratio)
    return tuple(left.name for left in sensitivity.without if np.sign(left.value.log_ratio) * sign < 0)
