"""The timeline counts every event once, in a step of time that fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.charts import bin_of, recent, stretch_words, timeline

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


@pytest.mark.parametrize(
    ("day", "step", "first"),
    [("2021-05-06", "week", "2021-05-03"), ("2021-05", "day", "2021-05-01"), ("2021", "quarter", "2021-01-01"),
     ("2021-06-30", "quarter", "2021-04-01"), ("2021-12-31", "month", "2021-12-01"), ("2021-12-31", "year", "2021-01-01"),
     ("1999-12-31", "decade", "1990-01-01")],
)  # fmt: skip
def test_days_lie_in_their_stretch_of_time(day: str, step: str, first: str) -> None:
    """Weeks begin on Monday, and a date cut to its month or year is its first day."""
    assert bin_of(day, step) == first


def test_a_chart_of_one_day_says_which() -> None:
    """Ticks name their stretch of time in few letters, also where there is one bar only."""
    for drawing in timeline([("2005-10-05", 1, 1)])["drawings"]:
        assert [tick["label"] for tick in drawing["ticks"]] == ["5 Oct 05"]


def test_nothing_to_draw_is_no_chart() -> None:
    """No events, no axes."""
    assert timeline([]) == {"step": None, "bins": [], "drawings": []}


def test_stretches_of_time_touch_each_other_and_none_is_counted_twice() -> None:
    """A stretch ends on the day before the next begins, so its link to the list of events has the events of the bar."""
    chart = timeline([("2021-01-01", 1, 1), ("2024-06-01", 3, 1)])
    ends = [found["end"] for found in chart["bins"]]
    assert ends[:3] == ["2021-01-31", "2021-02-28", "2021-03-31"]
    assert all(found["start"] == found["end"] for found in timeline([("2021-01-01", 1, 1), ("2021-01-09", 1, 1)])["bins"])


@pytest.mark.parametrize(
    ("start", "step", "name"),
    [("2021-10-05", "day", "5 October 2021"), ("2021-10-04", "week", "week of 4 October 2021"),
     ("2021-10-01", "month", "October 2021"), ("2021-10-01", "quarter", "October\N{EN DASH}December 2021"),
     ("2021-01-01", "year", "2021"), ("1990-01-01", "decade", "1990s")],
)  # fmt: skip
def test_a_stretch_of_time_is_called_as_people_call_it(start: str, step: str, name: str) -> None:
    """No ISO dates on the page."""
    assert stretch_words(start, step) == name


def test_the_few_events_of_long_before_are_left_out_and_counted() -> None:
    """One event of 1945 does not press the years of the others into one bar."""
    counts = [("1945-05-08", 1, 1), *((f"2021-0{month}-01", 3, 2) for month in range(1, 8))]
    kept, earlier = recent(counts)
    assert (len(kept), earlier) == (7, 1)
    assert timeline(kept)["step"] != "decade"


def test_events_spread_over_time_are_all_drawn() -> None:
    """Where the old ones are many, or leaving them out gains little, nothing is left out."""
    even = [(f"{year}-01-01", 1, 1) for year in range(1950, 2020, 10)]
    assert recent(even) == (even, 0)
    assert recent([]) == ([], 0)
    assert recent([("2021-05-01", 2, 3)]) == ([("2021-05-01", 2, 3)], 0)
