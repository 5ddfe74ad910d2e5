"""How far two outlets agree: the correlation of their counts."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from dragoman.system.agreement import outlet_agreement
from dragoman.system.event_table import event_table

START = datetime.date(2021, 1, 4)


def rows(outlet: str, counts: list[int], quad: int = 1) -> list[dict[str, Any]]:
    """Return so many events of one outlet in each week."""
    return [
        {
            "event": f"{outlet}-{quad}-{week}-{number}", "source": "FRA", "target": "RUS", "quad": quad,
            "day": START + datetime.timedelta(weeks=week), "outlets": [outlet],
        }
        for week, count in enumerate(counts) for number in range(count)
    ]  # fmt: skip


def test_outlets_that_move_together_agree() -> None:
    """Twice the volume, the same weeks: full agreement; against each other: full disagreement."""
    table = event_table(rows("A", [1, 2, 3, 4]) + rows("B", [2, 4, 6, 8]) + rows("C", [4, 3, 2, 1]))
    found = {(entry.first, entry.second): entry.correlation for entry in outlet_agreement(table, outlets=["A", "B", "C"])}
    assert found["A", "B"] == pytest.approx(1)
    assert found["A", "C"] == pytest.approx(-1)


def test_weeks_without_reports_are_zeros() -> None:
    """Silence in a week counts: an outlet that reports only in the other's silence disagrees."""
    (entry,) = outlet_agreement(event_table(rows("A", [2, 0, 2, 0]) + rows("B", [0, 2, 0, 2])))
    assert entry.correlation == pytest.approx(-1)
    assert (entry.dyads, entry.series) == (1, 1)


def test_events_are_counted_once_however_many_classes_vary() -> None:
    """Two classes of one dyad that vary are two series over the same ten events of the outlet with the fewer."""
    table = event_table([
        *rows("A", [1, 2, 3]), *rows("A", [3, 1, 0], quad=4), *rows("B", [2, 4, 6]), *rows("B", [5, 1, 1], quad=4),
    ])  # fmt: skip
    (entry,) = outlet_agreement(table)
    assert (entry.dyads, entry.series, entry.events) == (1, 2, 10)


def test_what_others_report_on_does_not_matter() -> None:
    """A dyad that only a third outlet has changes nothing between the first two, nor does the order of the rows."""
    two = rows("A", [1, 2, 4]) + rows("B", [3, 1, 2])
    third = [row | {"source": "CHN"} for row in rows("C", [5, 1, 5])]
    (alone,) = outlet_agreement(event_table(two), outlets=["A", "B"])
    (beside,) = outlet_agreement(event_table([*third, *reversed(two)]), outlets=["A", "B"])
    assert beside == alone


def test_nothing_to_compare_is_said() -> None:
    """Outlets without a common dyad, or without any movement, have no correlation; an empty table no outlets."""
    (entry,) = outlet_agreement(event_table(rows("A", [1, 2]) + rows("B", [1, 1], quad=4)))
    assert (entry.correlation, entry.series) == (None, 0)
    assert outlet_agreement(event_table([])) == []
