"""One way to divide a network."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_balance import NETWORKS

from dragoman.system.divide import divide, provable
from dragoman.system.signed import Tie


@settings(max_examples=40, deadline=None)
@given(NETWORKS.filter(bool), st.booleans(), st.booleans(), st.data())
def test_search_and_proof_agree_on_small_networks(ties: list[Tie], two: bool, together: bool, data: st.DataObject) -> None:
    """With and without a forced pair both give the same number of violated ties and respect the pair."""
    names = sorted({name for a, b, _ in ties for name in (a, b)})
    a, b = pair = data.draw(st.sampled_from(list(itertools.combinations(names, 2))))
    for forced in ({}, {"together" if together else "apart": [pair]}):
        proven = divide(ties, two=two, proof=True, **forced)  # type: ignore[arg-type]
        found = divide(ties, two=two, proof=False, **forced)  # type: ignore[arg-type]
        assert found.value == proven.value
        assert (proven.proven, found.proven) == (True, False)
        if forced:
            assert (found.blocs[a] == found.blocs[b]) == together


def test_the_search_stays_near() -> None:
    """An actor between two enemies, friend of both, stays where it was in a search too."""
    ties = [("a", "b", -1), ("a", "c", 1), ("b", "c", 1)]
    for side in (0, 1):
        found = divide(ties, near={"a": 0, "b": 1, "c": side}, proof=False).blocs
        assert found["c"] == (found["b"] if side else found["a"])


def test_contradictions_are_refused_by_the_search_too() -> None:
    """A pair that must be together and apart is an error."""
    with pytest.raises(ValueError, match="contradict"):
        divide([("a", "b", 1)], together=[("a", "b")], apart=[("a", "b")], proof=False)


def test_only_large_networks_are_searched() -> None:
    """Two hundred states with a few ties are proven, a thousand pairs of many states not."""
    ring = [(f"s{n:03}", f"s{(n + 1) % 200:03}", 1) for n in range(200)]
    assert provable(ring)
    assert divide(ring).proven
    dense = [(f"s{i:03}", f"s{j:03}", 1 if (i + j) % 3 else -1) for i in range(80) for j in range(i)]
    assert not provable(dense)
    assert not divide(dense).proven
