"""The fast search against the proven optimum."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_balance import NETWORKS, read_ties

from dragoman.system import frustration_index, weak_balance
from dragoman.system.balance import violated
from dragoman.system.local_search import search_blocs
from dragoman.system.signed import Tie


@settings(max_examples=60, deadline=None)
@given(NETWORKS)
def test_small_networks_are_solved(ties: list[Tie]) -> None:
    """On five actors the search meets the proven optimum, in two blocs and in any number."""
    for two, exact in ((True, frustration_index(ties)), (False, weak_balance(ties))):
        found = search_blocs(ties, two=two)
        assert found.value == exact.value == violated(ties, found.blocs)
        assert not found.proven


@given(NETWORKS, st.integers(0, 5))
@settings(max_examples=20, deadline=None)
def test_the_same_seed_gives_the_same_blocs(ties: list[Tie], seed: int) -> None:
    """The search is repeatable."""
    assert search_blocs(ties, two=False, starts=3, seed=seed) == search_blocs(ties, two=False, starts=3, seed=seed)


def test_planted_blocs_are_found_in_a_large_network() -> None:
    """Six hundred actors in three camps: the camps are met, without a proof."""
    names = [f"s{i:03}" for i in range(600)]
    ties = [(names[i], names[(i + step) % 600], 1 if step % 3 == 0 else -1) for i in range(600) for step in (1, 3, 5, 6, 9)]
    found = search_blocs(ties, two=False, starts=3)
    assert found.value == 0
    assert len(set(found.blocs.values())) == 3


def test_every_window_of_the_system_of_states(shared: Path) -> None:
    """The search equals the optimum in at least 95 % of the windows of the Correlates of War networks."""
    with (shared / "data/system/cow_signed_optima.csv").open(encoding="utf-8") as handle:
        optima = {row["window"]: row for row in csv.DictReader(handle)}
    met = 0
    for window, row in optima.items():
        ties = read_ties(shared / "data/system/cow_signed_networks.csv", window=window)
        met += search_blocs(ties).value == pytest.approx(float(row["frustration_2_blocs"]))
    assert met >= 0.95 * len(optima)
