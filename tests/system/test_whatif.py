"""Answers to what-if questions on ties and events."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_balance import NETWORKS, best_by_trying, read_ties
from test_network import event

from dragoman.system.balance import violated
from dragoman.system.event_table import event_table
from dragoman.system.scenarios import Change, Scenario
from dragoman.system.signed import Tie
from dragoman.system.whatif import moves, what_if, what_if_events

WEST, EAST = ("FRA", "USA", "GBR"), ("RUS", "CHN")
CAMPS: list[Tie] = [
    *((a, b, 1) for a, b in itertools.combinations(WEST, 2)),
    ("RUS", "CHN", 1),
    ("RUS", "CHN", 1),
    *((a, b, -1) for a in WEST for b in EAST),
]


def scenario(*changes: Change, model: str = "two-blocs") -> Scenario:
    """Return a scenario of some changes."""
    return Scenario(name="test", changes=changes, model=model)  # type: ignore[arg-type]


def test_forcing_a_state_to_the_other_camp_moves_it_alone_at_its_price() -> None:
    """France with Russia: two friendships and two enmities are violated, and nobody else moves."""
    answer = what_if(scenario(Change(do="together", a="FRA", b="RUS")), CAMPS)
    assert (answer.before, answer.after, answer.cost) == (0, 4, 4)
    assert [mover.actor for mover in answer.movers] == ["FRA"]
    (mover,) = answer.movers
    assert mover.named
    assert (mover.leaves, mover.joins) == (("GBR", "USA"), ("CHN", "RUS"))
    assert mover.staying == 1  # Russia could come over instead: three enmities and two friendships
    assert answer.held is None


def test_a_flipped_tie_that_nobody_minds_moves_nobody() -> None:
    """One quarrel in a firm camp costs one tie and changes no bloc."""
    answer = what_if(scenario(Change(do="flip", a="FRA", b="USA")), CAMPS)
    assert (answer.cost, answer.movers, answer.held) == (1, (), 1)


def test_a_chain_reaction_names_who_follows() -> None:
    """Belgium hangs on France alone: when France is forced over, Belgium goes with it, unnamed by the scenario."""
    ties = [*CAMPS, ("BEL", "FRA", 1), ("BEL", "FRA", 1)]
    answer = what_if(scenario(Change(do="together", a="FRA", b="RUS"), Change(do="apart", a="FRA", b="USA")), ties)
    assert {mover.actor: mover.named for mover in answer.movers} == {"FRA": True, "BEL": False}


def test_removing_the_bridge_leaves_the_rest() -> None:
    """An actor that is gone takes its ties along; those left keep their blocs."""
    answer = what_if(scenario(Change(do="remove-actor", actor="GBR")), CAMPS)
    assert answer.blocs_after == (("CHN", "RUS"), ("FRA", "USA"))
    assert answer.movers == ()


def test_equally_good_divisions_are_told() -> None:
    """Where the network has several best divisions, the answer says how many, and that it shows the nearest."""
    ties: list[Tie] = [("FRA", "USA", 1), ("FRA", "RUS", 1), ("USA", "RUS", -1)]
    answer = what_if(scenario(Change(do="flip", a="FRA", b="RUS")), ties)
    assert any("3 divisions are as good before" in note for note in answer.notes)
    assert answer.movers == ()


def test_without_an_outlet_only_its_ties_are_gone() -> None:
    """One outlet alone says that France and Russia quarrel; without it they share a bloc."""
    rows = [event(1, "FRA", "USA", 1), event(2, "FRA", "RUS", 3, outlets=["Courier"]),
            event(3, "FRA", "RUS", 3, outlets=["Courier"]), event(4, "FRA", "RUS", 2, outlets=["Herald"])]  # fmt: skip
    answer = what_if_events(scenario(Change(do="remove-outlet", outlet="Courier")), event_table(rows))
    assert answer.blocs_before == (("FRA", "USA"), ("RUS",))
    assert [mover.actor for mover in answer.movers] == ["RUS"]
    with pytest.raises(ValueError, match="Courier, Herald"):
        what_if_events(scenario(Change(do="remove-outlet", outlet="Gazette")), event_table(rows))


@settings(max_examples=40, deadline=None)
@given(NETWORKS.filter(bool), st.data())
def test_the_cost_of_a_flip_is_exact(ties: list[Tie], data: st.DataObject) -> None:
    """Before and after are the optima of the two networks, and the old division violates at least as much as the new."""
    a, b, _ = data.draw(st.sampled_from(ties))
    flipped = [(x, y, -sign if {x, y} == {a, b} else sign) for x, y, sign in ties]
    answer = what_if(scenario(Change(do="flip", a=a, b=b)), ties)
    assert (answer.before, answer.after) == (best_by_trying(ties, 2), best_by_trying(flipped, 2))
    assert answer.held is not None
    assert answer.held >= answer.after
    blocs = {name: number for number, bloc in enumerate(answer.blocs_after) for name in bloc}
    assert violated(flipped, blocs) == answer.after
    assert answer.proven


def test_free_blocs_may_found_a_third_camp() -> None:
    """Where France quarrels with both camps, free blocs let it stand alone at no cost."""
    changes = [Change(do="flip", a="FRA", b=other) for other in ("USA", "GBR")]
    assert what_if(scenario(*changes), CAMPS).after == 2
    free = what_if(scenario(*changes, model="free-blocs"), CAMPS)
    assert free.after == 0
    assert ("FRA",) in free.blocs_after


def test_near_solutions_are_counted_on_both_sides() -> None:
    """The firm camps have one division at no more than one tie; with a pair forced, others come near."""
    answer = what_if(scenario(Change(do="apart", a="FRA", b="USA")), CAMPS, within=1)
    assert answer.near_before == (1, True)
    assert answer.near_after[0] >= 2


@pytest.mark.parametrize(
    ("change", "words"),
    [(Change(do="flip", a="FRA", b="DEU"), "no tie"), (Change(do="remove-actor", actor="DEU"), "DEU"),
     (Change(do="remove-outlet", outlet="Courier"), "events only")],
)  # fmt: skip
def test_a_change_of_what_is_not_there_is_refused(change: Change, words: str) -> None:
    """A misspelt state is an error that says so."""
    with pytest.raises(ValueError, match=words):
        what_if(scenario(change), CAMPS)


def test_who_moves_does_not_depend_on_the_numbers_of_blocs() -> None:
    """Renumbered blocs are the same blocs."""
    assert moves({"a": 0, "b": 0, "c": 1}, {"a": 5, "b": 5, "c": 2}) == []
    assert [row[0] for row in moves({"a": 0, "b": 0, "c": 1}, {"a": 1, "b": 0, "c": 1})] in (["a"], ["b"])


def test_parting_france_and_america(shared: Path) -> None:
    """1946 to 1949, France against the United States: ten more ties than with them, as published."""
    ties = read_ties(shared / "data/system/cow_signed_networks.csv", window="46-49")
    answer = what_if(scenario(Change(do="apart", a="FRA", b="USA")), ties)
    assert (answer.before, answer.after) == (17, 27)
    assert {"FRA", "USA"} & {mover.actor for mover in answer.movers}
    assert not any({"FRA", "USA"} <= set(bloc) for bloc in answer.blocs_after)
