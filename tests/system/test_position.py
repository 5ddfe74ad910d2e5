"""One state between poles, beside external bars."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.system.event_table import event_table
from dragoman.system.formats.external import read_ideal_points
from dragoman.system.position import IdealPoint, position

ROWS = [
    {"event": f"{pole}{number}", "source": "FRA", "target": pole, "quad": quad, "outlets": ["A"], "stories": [f"s{number}"]}
    for pole, quads in (("USA", (1, 1, 2)), ("RUS", (4, 3, 1)), ("CHN", (1, 3))) for number, quad in enumerate(quads)
]  # fmt: skip


def test_three_poles_give_a_place() -> None:
    """Shares sum to 1, the friendliest pole has the largest, and its range holds it."""
    found = position(event_table(ROWS), "FRA", ["USA", "RUS", "CHN"])
    assert [tie.pole for tie in found.ties] == ["USA", "RUS", "CHN"]
    (place,) = found.places
    assert sum(place.shares.values()) == pytest.approx(1)
    assert max(place.shares, key=lambda pole: place.shares[pole]) == "USA"
    assert all(place.ranges[pole][0] <= share <= place.ranges[pole][1] for pole, share in place.shares.items())
    assert found.ties[0].sources is not None
    assert "do not compare" in found.warning


def test_a_pole_without_events_leaves_no_place() -> None:
    """Nothing reported is not neutrality: there is no tie and no place then."""
    found = position(event_table(ROWS), "FRA", ["USA", "IND"])
    assert ([tie.pole for tie in found.ties], found.places) == (["USA"], ())


def test_external_bars_stand_beside() -> None:
    """Only those of the state and its poles, and they change nothing."""
    points = [IdealPoint(state=state, session=74, point=1.0, low=0.5, high=1.5) for state in ("FRA", "BRA")]
    found = position(event_table(ROWS), "FRA", ["USA"], ideal_points=points)
    assert [(point.state, point.year) for point in found.ideal_points] == [("FRA", 2019)]
    assert found.ties == position(event_table(ROWS), "FRA", ["USA"]).ties


PRINTED = {"USA": (2.69, 2.51, 2.87), "GBR": (1.73, 1.55, 1.91), "FRA": (1.48, 1.33, 1.64), "RUS": (0.14, 0.01, 0.28),
           "CHN": (-0.33, -0.53, -0.16)}  # fmt: skip


def test_ideal_points_of_2019(shared: Path) -> None:
    """The estimates of session 74 with their 90 % intervals, as published."""
    points = read_ideal_points((shared / "data/system/unga_ideal_points.csv").read_bytes())
    found = {point.state: point for point in points if point.session == 74}
    for state, values in PRINTED.items():
        assert tuple(round(value, 2) for value in (found[state].point, found[state].low, found[state].high)) == values
