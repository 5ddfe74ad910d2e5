"""Where one state stands between several poles: a log ratio with its interval for each, and where that puts it among them.

The record's own position comes from the events between the state and each pole, over all time or by period. The place in a
ternary chart is the state's odds of cooperation with each pole as shares: exp(L) / sum exp(L). Levels of different pairs do
not compare in themselves, so that the relative log ratio (against all dyads of the same sources and period) is shown beside
the plain one. External bars (ideal points of UN votes, alliances) move slowly: they are a control, no truth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from dragoman.records import Record
from dragoman.system.dyads import DEFAULT_STATUSES, WARNING, dyad_series
from dragoman.system.event_table import Table
from dragoman.system.periods import Period
from dragoman.system.sensitivity import Sources, of_pair, sources_of


class Tie(Record, frozen=True, kw_only=True):
    """The state and one pole in one period: events, log ratio and relative log ratio with 95 % intervals, sources."""

    pole: str
    period: str
    events: float
    positive: float
    negative: float
    log_ratio: float
    low: float
    high: float
    relative: float
    relative_low: float
    relative_high: float
    sources: Sources | None = None


class Place(Record, frozen=True, kw_only=True):
    """Where a state stands among the poles in one period: shares that sum to 1, with the range of each."""

    period: str
    shares: dict[str, float]
    ranges: dict[str, tuple[float, float]]


class IdealPoint(Record, frozen=True, kw_only=True):
    """A state's ideal point from votes in one session of the UN General Assembly, with its 90 % interval."""

    state: str
    session: int
    point: float
    low: float
    high: float

    @property
    def year(self) -> int:
        """The year in which the session opened: the first was in 1946, the 74th in 2019."""
        return 1945 + self.session


class Position(Record, frozen=True, kw_only=True):
    """One state between several poles, from the record, beside what external files say."""

    state: str
    poles: tuple[str, ...]
    ties: tuple[Tie, ...]
    places: tuple[Place, ...]
    ideal_points: tuple[IdealPoint, ...] = ()
    warning: str = WARNING


def position(
    table: Table,
    state: str,
    poles: Sequence[str],
    *,
    period: Period = "all",
    status: Sequence[str] | None = DEFAULT_STATUSES,
    ideal_points: Sequence[IdealPoint] = (),
) -> Position:
    """Return where a state stands between poles, by period. A pole with no events in a period has no tie there."""
    pairs = [(state, pole) for pole in poles]
    series = dyad_series(table, period=period, directed=False, pairs=pairs, status=status, ids=False)
    ties = [_tie(row, state, table, period) for row in series.table.to_pylist()]
    ties.sort(key=lambda tie: (tie.period, poles.index(tie.pole)))
    periods = sorted({tie.period for tie in ties})
    places = [_place([tie for tie in ties if tie.period == name], poles, name) for name in periods]
    wanted = {state, *poles}
    return Position(
        state=state, poles=tuple(poles), ties=tuple(ties), places=tuple(place for place in places if place is not None),
        ideal_points=tuple(point for point in ideal_points if point.state in wanted),
    )  # fmt: skip


def _tie(row: Mapping[str, object], state: str, table: Table, period: Period) -> Tie:
    numbers = {name: float(value) for name, value in row.items() if isinstance(value, int | float)}
    pole = str(row["target"] if row["source"] == state else row["source"])
    return Tie(
        pole=pole, period=str(row["period"]), events=numbers["events"],
        positive=numbers["verbal_cooperation"] + numbers["material_cooperation"],
        negative=numbers["verbal_conflict"] + numbers["material_conflict"],
        **{name: numbers[name] for name in ("log_ratio", "low", "high", "relative", "relative_low", "relative_high")},
        sources=sources_of(of_pair(table, state, pole)) if period == "all" else None,
    )  # fmt: skip


def _place(ties: Sequence[Tie], poles: Sequence[str], period: str) -> Place | None:
    """Return the place among the poles, if the state has a tie with every one of them in the period."""
    of_pole = {tie.pole: tie for tie in ties}
    if set(of_pole) != set(poles):
        return None
    middle = {pole: of_pole[pole].log_ratio for pole in poles}
    ranges = {}
    for pole in poles:
        bounds = [_shares(middle | {pole: bound})[pole] for bound in (of_pole[pole].low, of_pole[pole].high)]
        ranges[pole] = (bounds[0], bounds[1])
    return Place(period=period, shares=_shares(middle), ranges=ranges)


def _shares(ratios: Mapping[str, float]) -> dict[str, float]:
    weights = np.exp(np.array(list(ratios.values())) - max(ratios.values()))
    return dict(zip(ratios, (float(weight) for weight in weights / weights.sum()), strict=True))
