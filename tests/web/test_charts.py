"""The timeline counts every event once, in a step of time that fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.charts import bin_of, timeline

DAYS = st.dates().map(lambda day: day.isoformat())


@given(st.lists(st.tuples(DAYS, st.integers(1, 4), st.integers(1, 50)), max_size=30))
def test_every_event_is_drawn_once(counts: list[tuple[str, int, int]]) -> None:
    """Bars of each drawing add up to the events, lie inside it, and there are at most sixty steps or all of a millennium."""
    chart = timeline(counts)
    events = sum(events for _, _, events in counts)
    assert sum(sum(found["quads"]) for found in chart["bins"]) == events or len(chart["bins"]) > 60
    for drawing in chart["drawings"]:
        for bar in drawing["bars"]:
            assert bar["x"] >= 0
            assert bar["x"] + bar["width"] <= drawing["width"] + 0.1
            assert bar["y"] >= 0
            assert bar["y"] + bar["height"] <= drawing["height"]
            assert (bar["y"] < drawing["zero"]) == (bar["quad"] < 3)


@pytest.mark.parametrize(
    ("last", "step"),
    [("2021-02-20", "day"), ("2021-12-31", "week"), ("2024-06-01", "month"), ("2033-01-01", "quarter"), ("2070-01-01", "year"),
     ("2300-01-01", "decade")],
)  # fmt: skip
def test_the_finest_step_that_fits_is_taken(last: str, step: str) -> None:
    """Sixty bars at most."""
    assert timeline([("2021-01-01", 1, 1), (last, 3, 1)])["step"] == step


def test_days_lie_in_their_stretch_of_time() -> None:
    """Weeks begin on Monday, and a date cut to its month or year is its first day."""
    assert bin_of("2021-05-06", "week") == "2021-05-03"
    assert bin_of("2021-05", "day") == "2021-05-01"
    assert bin_of("2021", "quarter") == "2021-01-01"


def test_nothing_to_draw_is_no_chart() -> None:
    """No events, no axes."""
    assert timeline([]) == {"step": None, "bins": [], "drawings": []}
