"""The event table: one row for each event and directed pair, with its reports."""

from __future__ import annotations

import datetime
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.system.dyads import TOLD, dyad_series
from dragoman.system.event_table import (
    COLUMNS,
    EVENT_SCHEMA,
    check_events,
    choose,
    codes,
    date_by_telling,
    days,
    event_table,
    flattened,
    from_columns,
    join_events,
    one_each,
    only,
    surest,
    without,
)

DAY = datetime.date(2021, 3, 4)


def row(event: str, source: str = "FRA", target: str | None = "RUS", quad: int = 1, **more: Any) -> dict[str, Any]:
    """Return a row of our own making."""
    return {"event": event, "source": source, "target": target, "quad": quad, "day": DAY, "intensity": 2.0, **more}


def test_what_is_missing_takes_its_default() -> None:
    """A row needs no more than its event; status is happened, one report, one source."""
    table = event_table([{"event": "e1"}])
    assert table.schema == EVENT_SCHEMA
    (found,) = table.to_pylist()
    assert (found["status"], found["count"], found["reports"], found["most_sources"]) == ("happened", 1.0, ["e1"], 1)


def test_an_unknown_column_is_refused() -> None:
    """A misspelt column does not vanish."""
    with pytest.raises(ValueError, match="no column sorce"):
        event_table([{"event": "e1", "sorce": "FRA"}])


def test_lists_of_reports_must_agree() -> None:
    """The five lists of a row have one entry for each report."""
    with pytest.raises(ValueError, match="differ in length"):
        event_table([row("e1", outlets=["A", "B"], voices=["official"])])


def test_another_table_is_no_event_table() -> None:
    """A table without the columns is refused, with their names."""
    with pytest.raises(ValueError, match="no column record"):
        check_events(pa.table({"event": ["e1"]}))


def test_whole_columns_make_the_same_table() -> None:
    """Columns as Arrow arrays give what rows give."""
    columns = {"event": pa.array(["e1"]), "record": pa.array(["e1"]), "source": pa.array(["FRA"]), "quad": pa.array([1])}
    made = from_columns(columns | {"reports": one_each(pa.array(["e1"])), "stories": one_each(pa.array(["e1"]))}, 1)
    assert made.to_pylist() == event_table([{"event": "e1", "source": "FRA", "quad": 1}]).to_pylist()


def test_values_become_numbers_in_sorted_order() -> None:
    """Codes follow the order of names, null is -1, unknown days are far in the past."""
    table = event_table([row("e1", "RUS", None), row("e2", "FRA", "USA"), row("e3") | {"day": None}])
    numbers, names = codes(table["source"])
    assert (numbers.tolist(), names) == ([1, 0, 0], ["FRA", "RUS"])
    assert codes(table["target"])[0].tolist()[0] == -1
    assert days(table["day"])[2] < -(10**12)


def test_leaving_an_outlet_out_keeps_events_that_another_reports() -> None:
    """An event goes only with its last report; its sources are no more than the stories left."""
    table = event_table([
        row("e1", outlets=["A", "B"], stories=["s1", "s2"], least_sources=2, most_sources=2), row("e2", outlets=["A"]),
    ])  # fmt: skip
    (left,) = without(table, "outlet", "A").to_pylist()
    assert (left["event"], left["outlets"], left["most_sources"], left["least_sources"]) == ("e1", ["B"], 1, 1)
    assert only(table, "outlet", "A")["event"].to_pylist() == ["e1", "e2"]
    assert without(table, "outlet", "nobody").to_pylist() == table.to_pylist()


def test_only_the_surest_reports_count() -> None:
    """Reports under a score go, at it they stay; an event goes with its last; outlets and stories are those that are left."""
    table = event_table([
        row("e1", outlets=["A", "B"], stories=["s1", "s2"], scores=[0.9, 0.5], most_sources=2), row("e2", scores=[0.79]),
        row("e3", scores=[0.8]), row("e4", scores=[None]),
    ])  # fmt: skip
    kept = surest(table, 0.8).to_pylist()
    assert [entry["event"] for entry in kept] == ["e1", "e3"]
    assert (kept[0]["outlets"], kept[0]["scores"], kept[0]["most_sources"]) == (["A"], [0.9], 1)
    assert surest(table, 0.0)["event"].to_pylist() == ["e1", "e2", "e3"]


def test_events_of_a_source_without_scores_are_not_sorted_out_by_score() -> None:
    """A file that knows no scores is refused in words, not emptied; an empty table stays empty."""
    with pytest.raises(ValueError, match="no scores"):
        surest(event_table([row("e1")]), 0.5)
    assert surest(event_table([]), 0.5).num_rows == 0


def test_a_table_written_before_scores_were_kept_is_still_read() -> None:
    """An older file has no column of scores: they are unknown, one for each report."""
    table = event_table([row("e1", outlets=["A", "B"]), row("e2")])
    assert check_events(table.drop_columns(["scores"])).to_pylist() == table.to_pylist()


def test_rows_are_chosen_by_status_voice_and_states() -> None:
    """Each filter holds for itself."""
    table = event_table([
        row("e1", status="planned"), row("e2", voices=["expert"]), row("e3", "FRA", "USA", voices=["official"]),
        row("e4", target=None),
    ])  # fmt: skip
    assert choose(table, status=("happened",))["event"].to_pylist() == ["e2", "e3", "e4"]
    assert choose(table, voice="expert")["event"].to_pylist() == ["e2"]
    assert choose(table, states=["FRA", "USA"])["event"].to_pylist() == ["e3"]


def test_tables_join_and_slice() -> None:
    """Joined tables are one table; a slice knows its own reports."""
    table = join_events([event_table([row("e1", outlets=["A", "B"])]), event_table([row("e2", "USA", "CHN")])])
    assert table["event"].to_pylist() == ["e1", "e2"]
    parents, _, names = flattened(table.slice(1), "outlets")
    assert (parents.tolist(), names) == ([0], [""])
    assert flattened(table.slice(0, 0), "outlets")[0].tolist() == []


reports = st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("xyz")), min_size=1, max_size=5)


@given(st.lists(reports, max_size=8), st.sampled_from("ABC"))
def test_without_and_only_share_out_all_reports(events: list[list[tuple[str, str]]], outlet: str) -> None:
    """Every report is either kept without an outlet or kept with it alone, and no other list slips."""
    table = event_table([
        row(f"e{number}", outlets=[a for a, _ in pairs], stories=[b for _, b in pairs]) for number, pairs in enumerate(events)
    ])  # fmt: skip
    parts = [without(table, "outlet", outlet), only(table, "outlet", outlet)]
    found = [
        (record["event"], *pair) for part in parts for record in part.to_pylist()
        for pair in zip(record["outlets"], record["stories"], strict=True)
    ]  # fmt: skip
    assert sorted(found) == sorted((f"e{number}", *pair) for number, pairs in enumerate(events) for pair in pairs)


def test_every_column_is_explained() -> None:
    """Each column says what it holds."""
    assert all(text for _, text in COLUMNS.values())


def test_undated_events_can_stand_on_the_day_of_their_article() -> None:
    """By telling, an event without a date takes the first day of its articles; a dated one keeps its own."""
    told = datetime.date(2021, 10, 6)
    row = {"source": "FRA", "target": "DEU", "quad": 1, "intensity": 5.0, "type": "CONSULT"}
    table = event_table([
        {"event": "a", "day": None, "told_day": told, **row},
        {"event": "b", "day": datetime.date(2021, 9, 1), "told_day": told, **row},
        {"event": "c", "day": None, **row},
    ])  # fmt: skip
    placed = date_by_telling(table)
    assert placed.schema == EVENT_SCHEMA
    assert placed["day"].to_pylist() == placed["last_day"].to_pylist() == [told, datetime.date(2021, 9, 1), None]
    left = dyad_series(table, period="month").left_out
    assert (left[TOLD], left["no date"]) == (1, 1)
    assert TOLD not in dyad_series(placed, period="month").left_out


def test_a_file_of_events_without_the_day_of_telling_is_read() -> None:
    """Files written before that column have it as unknown."""
    table = event_table([{"event": "a", "day": datetime.date(2021, 9, 1), "source": "FRA", "target": "DEU", "quad": 1}])
    assert check_events(table.drop_columns(["told_day"])).equals(table)
