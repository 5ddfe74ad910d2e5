"""Answers to what-if questions on landscapes."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_landscape import read_syria

from dragoman.system.scenarios import Change, Scenario, read_scenario
from dragoman.system.whatif_landscape import what_if_landscape

SIZES = {"a": 3.0, "b": 3.0, "c": 1.0}
PAIRS = {("a", "b"): -1.0, ("a", "c"): 1.0, ("b", "c"): 0.5}


def ask(*changes: Change) -> Scenario:
    """Return a scenario of the landscape."""
    return Scenario(name="test", model="landscape", changes=changes)


def test_a_bigger_neighbour_draws_the_small_one() -> None:
    """C stands with the one whose size times propensity is larger; a size changed moves it."""
    answer = what_if_landscape(ask(Change(do="size", actor="b", value=9)), SIZES, PAIRS)
    assert [mover.actor for mover in answer.movers] == ["c"]
    assert answer.movers[0].staying is not None
    assert answer.movers[0].staying > 0
    assert answer.held == pytest.approx(answer.after + answer.movers[0].staying)


def test_a_removed_actor_is_gone_from_the_camps() -> None:
    """Without B there is one camp."""
    answer = what_if_landscape(ask(Change(do="remove-actor", actor="b")), SIZES, PAIRS)
    assert answer.blocs_after == (("a", "c"),)


def test_who_is_tied_to_nobody_does_not_move() -> None:
    """D has no propensity, so that either camp is as good: it stays with C when A, the first, goes over to the others."""
    sizes, pairs = {"a": 1.0, "b": 3.0, "c": 3.0, "d": 1.0}, {("a", "b"): 1.0, ("a", "c"): -1.0, ("b", "c"): -1.0}
    answer = what_if_landscape(ask(Change(do="apart", a="a", b="b")), sizes, pairs)
    assert [mover.actor for mover in answer.movers] == ["a"]


def test_forced_camps_cost_energy() -> None:
    """Enemies forced together cost what their enmity weighs."""
    answer = what_if_landscape(ask(Change(do="together", a="a", b="b")), SIZES, PAIRS)
    assert answer.cost > 0
    with pytest.raises(ValueError, match="contradict"):
        what_if_landscape(ask(Change(do="together", a="a", b="b"), Change(do="apart", a="a", b="b")), SIZES, PAIRS)


def test_an_unknown_actor_is_refused() -> None:
    """A misspelt actor is an error that lists the actors."""
    with pytest.raises(ValueError, match="the actors are a, b, c"):
        what_if_landscape(ask(Change(do="size", actor="z", value=1)), SIZES, PAIRS)


def test_a_weaker_syria_moves_turkey(shared: Path) -> None:
    """The published what-if, asked as a file: with Syria at 10 Turkey changes sides, and nobody else."""
    made, _ = read_syria(shared / "data/system/landscape_syria", "Actor_data.csv")
    content = b'name = "A weaker Syria"\nmodel = "landscape"\n[[change]]\ndo = "size"\nactor = "Syr"\nvalue = 10\n'
    answer = what_if_landscape(read_scenario(content), made.sizes, made.propensities)
    assert (answer.before, answer.after) == (-83200, -65600)
    assert [mover.actor for mover in answer.movers] == ["Tur"]
    assert not answer.movers[0].named
    assert (answer.near_before, answer.near_after) == ((1, True), (1, True))
    assert "Tur" in answer.notes[0]  # single switches lead there too
