"""The blocs of a network at a glance, and without each source."""

from __future__ import annotations

import pytest
from test_network import event

from dragoman.system.blocs import blocs_report, blocs_without, explained, tie_without
from dragoman.system.event_table import event_table
from dragoman.system.network import TieRule
from dragoman.system.signed import Tie
from dragoman.system.whatif import moves

ROWS = [
    event(1, "FRA", "USA", 1), event(2, "FRA", "RUS", 3), event(3, "FRA", "RUS", 3, outlets=["Herald"]),
    event(4, "FRA", "RUS", 1, outlets=["Herald"]), event(5, "FRA", "RUS", 1, outlets=["Gazette"]),
    event(6, "FRA", "RUS", 2, outlets=["Gazette"]),
]  # fmt: skip


def test_a_report_counts_ties_parts_and_balance() -> None:
    """Three enemies and a pair of friends apart from them: one tie is violated in two blocs, none in three."""
    ties = [("a", "b", -1), ("b", "c", -1), ("a", "c", -1), ("x", "y", 1)]
    found = blocs_report(ties)
    assert (found.actors, found.positive, found.negative, found.parts) == (5, 1, 3, 2)
    assert (found.two.value, found.free.value) == (1, 0)
    assert found.normalised == pytest.approx(0.5)
    assert found.triangles.balanced == 0
    assert found.near_two is not None
    assert sum(made.value == 1 for made in found.near_two.divisions) == 3
    assert found.explained["x"] == 1


def test_blocs_do_not_depend_on_order_and_nothing_else_moves_for_an_unrelated_pair() -> None:
    """The same ties the other way round give the same report; two enemies elsewhere add no cost and move nobody."""
    ties: list[Tie] = [("a", "b", 1), ("b", "c", -1), ("a", "c", -1), ("c", "d", 1), ("a", "d", 1)]
    plain = blocs_report(ties)
    assert blocs_report([(b, a, sign) for a, b, sign in reversed(ties)]) == plain
    more = blocs_report([*ties, ("x", "y", -1)])
    assert (more.two.value, more.free.value, more.parts) == (plain.two.value, plain.free.value, plain.parts + 1)
    assert moves(plain.two.blocs, {name: bloc for name, bloc in more.two.blocs.items() if name in "abcd"}) == []


def test_nothing_has_no_blocs() -> None:
    """A network without ties has a report that says so."""
    found = blocs_report([])
    assert (found.actors, found.normalised, found.walk_balance) == (0, None, None)


def test_what_a_division_explains_is_a_share_of_ties() -> None:
    """An actor with one tie kept and one violated is explained by half."""
    assert explained([("a", "b", 1), ("b", "c", 1)], {"a": 0, "b": 0, "c": 1}) == {"a": 1, "b": 0.5, "c": 0}


def test_a_tie_is_shown_without_each_of_its_sources() -> None:
    """Without the one outlet that speaks for friendship the tie turns; stories are left out too."""
    found = {(one.kind, one.name): one.tie for one in tie_without(event_table(ROWS), TieRule(), "RUS", "FRA")}
    gazette, courier = found["outlet", "Gazette"], found["outlet", "Courier"]
    assert gazette is not None
    assert courier is not None
    assert (gazette.sign, courier.sign) == (-1, 1)
    assert ("story", "y2") in found
    assert tie_without(event_table(ROWS), TieRule(), "FRA", "JPN") == []


def test_a_tie_of_one_source_is_gone_without_it() -> None:
    """The only outlet left out leaves no tie."""
    (one,) = tie_without(event_table(ROWS), TieRule(), "FRA", "USA", ("outlet",))
    assert one.tie is None


def test_who_moves_without_each_outlet() -> None:
    """Without the Gazette France and Russia quarrel, and one of them leaves the bloc; without the others nobody does."""
    found = {one.name: one.movers for one in blocs_without(event_table(ROWS), TieRule())}
    assert found["Courier"] == found["Herald"] == ()
    assert found["Gazette"] == ("RUS",)
