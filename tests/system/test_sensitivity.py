"""What an index would be without one outlet or story, and in one voice; and what it rests on, in words."""

from __future__ import annotations

import math
from typing import Any

import pytest

from dragoman.system.event_table import event_table
from dragoman.system.sensitivity import (
    event_count,
    leave_one_out,
    of_pair,
    one_at_a_time,
    pair_ratio,
    series_ranges,
    sources_of,
    turns,
)


def row(event: str, quad: int, outlets: list[str], **more: Any) -> dict[str, Any]:
    """Return an event of France towards Russia with one story for each outlet."""
    stories = [f"story-{outlet}" for outlet in outlets]
    return {"event": event, "source": "FRA", "target": "RUS", "quad": quad, "outlets": outlets, "stories": stories, **more}


def ratio(table: Any) -> Any:
    """Return the index used here."""
    return pair_ratio(table, "FRA", "RUS")


ROWS = [row("e1", 1, ["A"]), row("e2", 1, ["A"]), row("e3", 4, ["B", "C"]), row("e4", 3, ["B"])]


def test_one_outlet_can_turn_the_sign() -> None:
    """Two events of A for, two of B and C against: without A it is conflict; the largest outlet comes first."""
    found = leave_one_out(event_table([*ROWS, row("e5", 2, ["A"])]), ratio)
    assert [(left.name, left.events) for left in found.without] == [("A", 2), ("B", 4), ("C", 5)]
    assert found.whole.log_ratio == pytest.approx(math.log(3.5 / 2.5))
    assert found.without[0].value.log_ratio == pytest.approx(math.log(0.5 / 2.5))
    assert turns(found) == ("A",)


def test_any_index_can_be_tried_on_any_part() -> None:
    """The index may be any function of the table; the parts are outlets, stories, voices, languages."""
    table = event_table(ROWS)
    assert [left.value for left in leave_one_out(table, event_count, "story").without] == [2, 3, 4]
    with pytest.raises(ValueError, match="one of outlet"):
        leave_one_out(table, event_count, "weather")


def test_only_the_largest_parts_are_tried_and_the_rest_is_told() -> None:
    """With very many outlets, the number of those not tried is part of the answer."""
    found = leave_one_out(event_table(ROWS), event_count, most=2)
    assert (len(found.without), found.not_tried) == (2, 1)


def test_each_voice_alone() -> None:
    """Officials and experts have their own log ratio."""
    rows = [row("e1", 1, ["A"], voices=["official"]), row("e2", 4, ["A"], voices=["expert"])]
    found = {left.name: left.value for left in one_at_a_time(event_table(rows), ratio).without}
    assert found["official"].log_ratio == -found["expert"].log_ratio > 0


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([row("e1", 1, ["A"])], "one source"),
        (ROWS, "3 independent sources"),
        ([row("e1", 1, ["A", "A"], stories=["s1", "s2"])], "1 to 2 independent sources"),
        ([row("e1", 1, [""], stories=[""])], "the file does not name its sources"),
        ([], "no source"),
    ],
)
def test_what_it_rests_on_is_said_in_words(rows: list[dict[str, Any]], words: str) -> None:
    """Stories of one outlet may be one source; a file without sources says so."""
    if words == "3 independent sources":
        rows = [row(f"e{number}", 1, [name]) for number, name in enumerate("ABC")]
    assert sources_of(event_table(rows)).words == words


def test_a_pair_has_both_directions_and_each_event_once() -> None:
    """A mutual event has two rows and is one event."""
    rows = [row("e1", 1, ["A"]), row("e1", 1, ["A"], source="RUS", target="FRA"), row("e2", 4, ["A"], target="USA")]
    table = of_pair(event_table(rows), "RUS", "FRA")
    assert table.num_rows == 2
    assert (pair_ratio(table, "FRA", "RUS").positive, pair_ratio(table, "FRA", "CHN").positive) == (1.0, 0.0)


def test_plans_count_only_where_they_are_asked_for() -> None:
    """By default only what happened counts."""
    table = event_table([row("e1", 1, ["A"], status="planned")])
    assert pair_ratio(table, "FRA", "RUS").positive == 0
    assert pair_ratio(table, "FRA", "RUS", status=None).positive == 1


def test_every_point_has_its_range() -> None:
    """A point that one outlet alone carries rests on it; another has the range without each of its outlets."""
    rows = [
        row("e1", 1, ["A"]), row("e2", 4, ["B"]), row("e3", 3, ["B"]), row("e4", 1, ["B"], target="USA"),
    ]  # fmt: skip
    found = series_ranges(event_table(rows), period="all", directed=False)
    pair = found["FRA", "RUS", "all"]
    assert (pair.lowest, pair.lowest_without) == (pytest.approx(math.log(0.5 / 2.5)), "A")
    assert (pair.highest, pair.highest_without, pair.rests_on) == (pytest.approx(math.log(1.5 / 0.5)), "B", None)
    assert found["FRA", "USA", "all"].rests_on == "B"
    one_pair = series_ranges(event_table(rows), pairs=[("USA", "FRA")], period="all", directed=False)
    assert set(one_pair) == {("FRA", "USA", "all")}
