"""The signed network of an event table."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.system.event_table import event_table, without
from dragoman.system.network import NetworkTie, TieRule, signed_network


def event(number: int, source: str, target: str, quad: int, **more: Any) -> dict[str, Any]:
    """Return a row of the event table."""
    name = f"e{number}"
    row = {"event": name, "source": source, "target": target, "quad": quad, "day": None, "intensity": 0.0, "type": "CONSULT"}
    return {**row, "reports": [f"r{number}"], "stories": [f"y{number}"], "outlets": ["Courier"], **more}


def tie(rows: list[dict[str, Any]], rule: TieRule | None = None) -> NetworkTie | None:
    """Return the tie of FRA and USA in the network of some rows."""
    return signed_network(event_table(rows), rule).tie("USA", "FRA")


def test_the_majority_of_distinct_events_gives_the_sign() -> None:
    """Two acts of cooperation against one of conflict make a positive tie that lists all three."""
    rows = [event(1, "FRA", "USA", 1), event(2, "USA", "FRA", 2), event(3, "USA", "FRA", 3)]
    found = tie(rows)
    assert found is not None
    assert (found.sign, found.positive, found.negative) == (1, 2, 1)
    assert found.events == ("e1", "e2", "e3")
    assert found.log_ratio == pytest.approx(math.log(2.5 / 1.5))
    assert found.uncertain


def test_both_directions_of_a_mutual_event_are_one_event() -> None:
    """Talks have a row each way and count once."""
    rows = [event(1, "FRA", "USA", 1, mutual=True), event(1, "USA", "FRA", 1, mutual=True)]
    found = tie(rows)
    assert found is not None
    assert found.positive == 1


def test_copies_of_a_report_change_nothing() -> None:
    """An event that ten reports carry counts once."""
    many: dict[str, Any] = {"reports": [f"r{i}" for i in range(10)], "stories": ["y"] * 10, "outlets": ["Courier"] * 10}
    assert tie([event(1, "FRA", "USA", 1, **many)]) == tie([event(1, "FRA", "USA", 1, **many | {
        "reports": ["r0"], "stories": ["y"], "outlets": ["Courier"]})])  # fmt: skip


def test_a_pair_whose_events_cancel_out_has_no_sign() -> None:
    """One for, one against: the pair is listed without a sign, and is no tie."""
    network = signed_network(event_table([event(1, "FRA", "USA", 1), event(2, "FRA", "USA", 4)]))
    assert [pair.sign for pair in network.pairs] == [0]
    assert network.ties() == []


@pytest.mark.parametrize(
    ("status", "quad", "sign"),
    [("happened", 2, 1), ("happened", 4, -1), ("ongoing", 1, 1), ("negated", 2, -1), ("negated", 4, None),
     ("denied", 3, None), ("denied", 1, None), ("planned", 1, 1)],
)  # fmt: skip
def test_the_status_decides_what_an_event_speaks_for(status: str, quad: int, sign: int | None) -> None:
    """Cooperation that does not take place speaks for a negative tie; conflict that does not, for nothing."""
    rule = TieRule(statuses=("happened", "ongoing", "planned", "negated", "denied"))
    found = tie([event(1, "FRA", "USA", quad, status=status)], rule)
    assert (found and found.sign) == sign


def test_only_the_statuses_of_the_rule_count() -> None:
    """Plans do not count by default."""
    assert tie([event(1, "FRA", "USA", 1, status="planned")]) is None


def test_only_the_voices_of_the_rule_count() -> None:
    """An event that only an expert reports is not there where officials are asked for."""
    rows = [event(1, "FRA", "USA", 1, voices=["official"]), event(2, "FRA", "USA", 3, voices=["expert"])]
    found = tie(rows, TieRule(voices=("official",)))
    assert found is not None
    assert (found.sign, found.events) == (1, ("e1",))
    both = tie(rows, TieRule(voices=("official", "expert")))
    assert both is not None
    assert both.sign == 0


def test_an_event_that_two_voices_report_counts_once() -> None:
    """Asking for two voices does not double what both say."""
    row = event(1, "FRA", "USA", 1, reports=["r1", "r2"], stories=["y1", "y2"], outlets=["A", "B"],
                voices=["official", "expert"])  # fmt: skip
    found = tie([row], TieRule(voices=("official", "expert")))
    assert found is not None
    assert found.positive == 1
    assert found.outlets == ("A", "B")


def test_thresholds_take_the_sign_away() -> None:
    """A tie below the least difference, or an uncertain one where certainty is asked for, has no sign."""
    rows = [event(number, "FRA", "USA", 1) for number in range(3)]
    for rule in (TieRule(least=4), TieRule(certain=True)):
        found = tie(rows, rule)
        assert found is not None
        assert found.sign == 0
    many = tie([event(number, "FRA", "USA", 1) for number in range(10)], TieRule(certain=True))
    assert many is not None
    assert many.sign == 1


def test_ties_weigh_their_events_where_asked() -> None:
    """With the weight of events a tie counts as often as its signs differ."""
    network = signed_network(event_table([event(n, "FRA", "USA", 1) for n in range(3)]), TieRule(weight="events"))
    assert network.ties() == [("FRA", "USA", 1)] * 3


def test_signs_can_be_taken_against_all_pairs_together() -> None:
    """Where all cooperate, the pair that cooperates least stands out as negative, and the others as positive."""
    rows = [event(number, "FRA", "USA", 1) for number in range(40)] + [event(40, "FRA", "USA", 3)]
    rows += [event(100 + number, "FRA", "RUS", 1) for number in range(8)]
    rows += [event(110 + number, "FRA", "RUS", 3) for number in range(4)]
    plain, against = signed_network(event_table(rows)), signed_network(event_table(rows), TieRule(relative=True))
    assert [pair.sign for pair in plain.pairs] == [1, 1]
    assert {(pair.a, pair.b): pair.sign for pair in against.pairs} == {("FRA", "USA"): 1, ("FRA", "RUS"): -1}


def test_the_period_bounds_the_events() -> None:
    """Events outside the period, or on no known day, do not count where a period is given."""
    import datetime

    rows = [event(1, "FRA", "USA", 1, day=datetime.date(2021, 5, 1)), event(2, "FRA", "USA", 1, day=datetime.date(2020, 5, 1)),
            event(3, "FRA", "USA", 1)]  # fmt: skip
    found = tie(rows, TieRule(start="2021-01-01", end="2021-12-31"))
    assert found is not None
    assert found.events == ("e1",)


def test_leaving_out_an_outlet_takes_its_ties() -> None:
    """A tie that one outlet alone reports is gone without it."""
    rows = [event(1, "FRA", "USA", 1), event(2, "FRA", "RUS", 1, outlets=["Herald"])]
    network = signed_network(without(event_table(rows), "outlet", "Herald"))
    assert [(pair.a, pair.b) for pair in network.pairs] == [("FRA", "USA")]


def test_counts_of_aggregated_tables_are_kept() -> None:
    """A row of an aggregated table counts its number."""
    found = tie([event(1, "FRA", "USA", 1, count=12.0), event(2, "USA", "FRA", 4, count=30.0)])
    assert found is not None
    assert (found.positive, found.negative, found.sign) == (12, 30, -1)


@given(st.lists(st.tuples(st.sampled_from(("FRA", "USA")), st.integers(1, 4)), min_size=1, max_size=8), st.data())
def test_order_and_unrelated_pairs_change_nothing(acts: list[tuple[str, int]], data: st.DataObject) -> None:
    """Events in another order, among those of a pair that shares nobody with it, leave a tie as it is."""
    rows = [event(n, who, "USA" if who == "FRA" else "FRA", quad) for n, (who, quad) in enumerate(acts)]
    others = [event(100 + n, "CHN", "IND", quad, outlets=["Herald"]) for n, (_, quad) in enumerate(acts)]
    assert tie(data.draw(st.permutations(rows + others))) == tie(rows)


def test_nothing_makes_an_empty_network() -> None:
    """No events, no pairs."""
    assert signed_network(event_table([])).pairs == ()
