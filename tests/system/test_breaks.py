"""Change points: exact, under several costs and penalties, with intervals, and a flag where the volume breaks too."""

from __future__ import annotations

import datetime
import itertools
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.system.breaks import (
    COSTS,
    _half_width,
    change_points,
    monthly_means,
    ranks,
    robust_z,
    segment,
    series_of,
    signed_log,
    volume_of,
)
from dragoman.system.dyads import dyad_series
from dragoman.system.event_table import event_table


def cost_of(values: np.ndarray, breaks: tuple[int, ...], penalty: float) -> float:
    """Return what a partition costs, computed the long way."""
    edges = [0, *breaks, len(values)]
    within = (((values[a:b] - values[a:b].mean()) ** 2).sum() for a, b in itertools.pairwise(edges))
    return float(sum(within)) + penalty * len(breaks)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(-5, 5), min_size=4, max_size=9), st.floats(0.1, 20))
def test_no_partition_is_better(values: list[float], penalty: float) -> None:
    """Against all partitions into segments of at least two."""
    series = np.array(values)
    places = range(2, len(series) - 1)
    every = [
        chosen for size in range(len(series) // 2) for chosen in itertools.combinations(places, size)
        if all(b - a >= 2 for a, b in itertools.pairwise([0, *chosen, len(series)]))
    ]  # fmt: skip
    best = min(cost_of(series, chosen, penalty) for chosen in every)
    assert cost_of(series, tuple(segment(series, penalty)), penalty) == pytest.approx(best, abs=1e-9)


def test_a_step_is_found_by_every_cost() -> None:
    """A clear step, where it is; the interval holds it."""
    wave = np.sin(np.arange(60.0))
    found = change_points(np.concatenate((wave[:30], wave[30:] - 8)), [f"m{number:02d}" for number in range(60)])
    (entry,) = [entry for entry in found.breaks if entry.label == "m30"]
    assert len(entry.found_by) == len(found.settings) == 9
    assert entry.earliest <= "m30" <= entry.latest
    assert entry.before - entry.after == pytest.approx(8, abs=0.3)


def test_a_flat_series_has_no_break() -> None:
    """Nothing moves, nothing is found; nor in a series too short."""
    assert change_points([3.0] * 40).breaks == ()
    assert change_points([1.0, 9.0]).breaks == ()


def test_costs_treat_tails_differently() -> None:
    """Signed log and rank compress a huge value; the robust z keeps it."""
    values = np.array([-1.0, 0.0, 1.0, 2.0, 1000.0])
    assert signed_log(values)[-1] < 7
    assert ranks(values).max() < 2
    assert robust_z(values)[-1] > 600
    assert ranks(values).mean() == pytest.approx(0)
    assert ranks(values).std() == pytest.approx(1)


@given(st.lists(st.floats(-100, 100), min_size=6, max_size=40), st.floats(0.5, 3), st.floats(-5, 5))
def test_the_rank_cost_does_not_see_the_scale(values: list[float], factor: float, shift: float) -> None:
    """A change of unit moves no break."""
    whole = [round(value) for value in values]
    one = change_points(whole, costs=("rank",))
    other = change_points([factor * value + shift for value in whole], costs=("rank",))
    assert [entry.positions for entry in one.settings] == [entry.positions for entry in other.settings]


@pytest.mark.parametrize(("noise", "half"), [(1.0, 1), (3.0, 2)])
def test_the_interval_of_a_break_by_hand(noise: float, half: int) -> None:
    """A step of 10 between eight periods that vary by 1: s2 = 8 / 6, 11.03 s2 / 100 = 0.1; by 3: s2 = 12, 1.3; and one more."""
    series = np.array([side + sign * noise for side in (0.0, 10.0) for sign in (-1, 1, -1, 1)])
    assert _half_width(series, [4], 4) == half


@given(st.lists(st.integers(-50, 50), min_size=8, max_size=30))
def test_backwards_the_breaks_are_the_same(values: list[int]) -> None:
    """A series read from its end breaks at the same places, where no two divisions are equally good."""
    series = np.array(values, dtype=np.float64) + np.arange(len(values)) * 1e-3 * np.pi  # no ties
    cost = 4.0 * float(series.var()) * math.log(len(values))
    forward, backward = segment(series, cost), segment(series[::-1].copy(), cost)
    assert [len(values) - position for position in reversed(backward)] == forward


def test_a_break_of_the_volume_flags_the_break() -> None:
    """Where the number of reports breaks too, the break may be one of the news."""
    values = [0.0, 1.0] * 15 + [9.0, 8.0] * 15
    flat, moved = [5.0, 6.0] * 30, [5.0, 6.0] * 15 + [50.0, 52.0] * 15
    found = change_points(values, volumes={"all reports": moved, "reports of one": flat})
    assert {entry.flagged for entry in found.breaks if entry.position == 30} == {("all reports",)}
    assert change_points(values).breaks[0].flagged is None


def test_bad_series_are_refused() -> None:
    """A hole in a series is no value."""
    with pytest.raises(ValueError, match="finite"):
        change_points([1.0, float("nan"), 2.0])
    with pytest.raises(ValueError, match="no cost"):
        change_points([1.0] * 5, costs=("magic",))


def test_counts_are_zero_where_nothing_is_reported_and_ratios_are_not() -> None:
    """Events fill the gaps with zeros; a log ratio of nothing is left out."""
    days = [datetime.date(2020, 1, 5), datetime.date(2020, 4, 5)]
    shared = {"source": "FRA", "target": "USA", "quad": 1, "intensity": 1.0}
    table = event_table([shared | {"event": f"e{number}", "day": day} for number, day in enumerate(days)])
    points = dyad_series(table, period="month").table
    labels, values = series_of(points, "events", "month")
    assert (labels, values.tolist()) == (["2020-01", "2020-02", "2020-03", "2020-04"], [1, 0, 0, 1])
    assert series_of(points, "log_ratio", "month")[0] == ["2020-01", "2020-04"]
    assert volume_of(table, labels, "month").tolist() == [1, 0, 0, 1]
    assert volume_of(table, labels, "month", "nobody").tolist() == [0, 0, 0, 0]


def test_weeks_belong_to_the_month_of_their_middle() -> None:
    """A week from 28 February has most of its days in March."""
    labels, values = monthly_means([1.0, 3.0, 8.0], datetime.date(2021, 2, 14))
    assert (labels, values.tolist()) == (["2021-02", "2021-03"], [2.0, 8.0])


EXPECTED = {
    "signed-log": ("1998-06", "2000-09"),
    "rank": ("1986-07", "1998-06", "2000-09"),
    "robust-z": ("2001-01", "2002-06"),
}


def test_the_second_intifada_is_a_break(shared: Path) -> None:
    """Israel towards the Palestinians 1979-2003 by month: September 2000 under signed-log and rank cost, and the others."""
    weekly = np.loadtxt(shared / "data/system/levant_weekly_goldstein.csv", delimiter=",", skiprows=1)
    labels, values = monthly_means(weekly[:, 0], datetime.date(1979, 4, 15))
    found = change_points(values, labels, penalties=(4.0,))
    assert {setting.cost: setting.labels for setting in found.settings} == EXPECTED
    assert set(EXPECTED) == set(COSTS)
