"""Signed ties as a graph: triangles and walks."""

from __future__ import annotations

import itertools
import math
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_balance import read_ties

from dragoman.system.signed import Tie, components, local_balance, signed_graph, triangles, walk_balance

PAIRS = list(itertools.combinations("abcdef", 2))
SIGNS = st.lists(st.sampled_from([1, -1, 0]), min_size=len(PAIRS), max_size=len(PAIRS))


def network(signs: list[int]) -> list[Tie]:
    """Return the ties of a drawn network."""
    return [(a, b, sign) for (a, b), sign in zip(PAIRS, signs, strict=True) if sign]


@given(SIGNS)
def test_triangles_are_counted_by_their_negative_ties(signs: list[int]) -> None:
    """Counting by matrices gives what going through all triples gives."""
    sign_of = {(a, b): sign for a, b, sign in network(signs)}
    expected = [0, 0, 0, 0]
    for a, b, c in itertools.combinations("abcdef", 3):
        found = [sign_of.get(pair) for pair in ((a, b), (a, c), (b, c))]
        if None not in found:
            expected[found.count(-1)] += 1
    assert triangles(network(signs)).by_negatives == tuple(expected)


@given(st.lists(st.booleans(), min_size=6, max_size=6))
def test_a_balanced_network_has_full_walk_balance(sides: list[bool]) -> None:
    """Friends within two camps and enemies between them: every measure is 1."""
    side = dict(zip("abcdef", sides, strict=True))
    ties = [(a, b, 1 if side[a] == side[b] else -1) for a, b in PAIRS]
    assert walk_balance(ties) == pytest.approx(1)
    assert all(value == pytest.approx(1) for value in local_balance(ties).values())
    assert triangles(ties).balanced == 1


@given(SIGNS)
def test_walk_balance_lies_between_nothing_and_one(signs: list[int]) -> None:
    """No network is more than balanced, and no actor either."""
    ties = network(signs)
    whole = walk_balance(ties)
    assert whole is None or 0 < whole <= 1 + 1e-9
    assert all(0 < value <= 1 + 1e-9 for value in local_balance(ties).values())


def test_without_triangles_there_is_no_share_of_balanced_ones() -> None:
    """A chain of ties has no triangle, so its share is unknown and not one."""
    assert triangles([("a", "b", 1), ("b", "c", -1)]).balanced is None


def test_three_enemies_by_hand() -> None:
    """The signs of three mutual enemies have the eigenvalues -2, 1, 1, without signs 2, -1, -1; all three stand alike."""
    enemies: list[Tie] = [("a", "b", -1), ("b", "c", -1), ("a", "c", -1)]
    expected = (math.exp(-2) + 2 * math.e) / (math.exp(2) + 2 / math.e)
    assert walk_balance(enemies) == pytest.approx(expected)
    assert local_balance(enemies) == pytest.approx(dict.fromkeys("abc", expected))


@given(st.lists(st.sampled_from((1, -1)), min_size=10, max_size=10), st.randoms(use_true_random=False))
def test_neither_order_nor_an_unrelated_pair_matters_locally(signs: list[int], chance: random.Random) -> None:
    """Ties in another order, or the other way round, and two enemies elsewhere leave each actor's balance and the triangles."""
    ties = [(a, b, sign) for (a, b), sign in zip(itertools.combinations("abcde", 2), signs, strict=True)]
    mixed = [(b, a, sign) for a, b, sign in ties]
    chance.shuffle(mixed)
    found = local_balance([*mixed, ("x", "y", -1)])
    assert {name: found[name] for name in "abcde"} == pytest.approx(local_balance(ties))
    assert triangles([*mixed, ("x", "y", -1)]) == triangles(ties)


def test_large_networks_do_not_overflow() -> None:
    """A thousand friends of each other are balanced, although e^999 is no number a machine knows."""
    ties = [(f"s{i:03}", f"s{j:03}", 1) for i in range(750) for j in range(i)]
    assert walk_balance(ties) == pytest.approx(1)


def test_parts_that_no_tie_joins_are_told_apart() -> None:
    """Two separate pairs are two parts; a tie between them makes one."""
    apart = signed_graph([("a", "b", 1), ("c", "d", -1)])
    assert len(set(components(apart))) == 2
    assert len(set(components(signed_graph([("a", "b", 1), ("c", "d", -1), ("b", "c", 1)])))) == 1


def test_the_highland_tribes(shared: Path) -> None:
    """The published shares of the tribes: 59 of 68 triangles balanced."""
    found = triangles(read_ties(shared / "data/system/tribes.csv"))
    assert (found.by_negatives[0] + found.by_negatives[2], found.count) == (59, 68)
