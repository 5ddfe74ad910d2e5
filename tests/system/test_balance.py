"""Exact structural balance."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.system import frustration_index, weak_balance
from dragoman.system.balance import violated
from dragoman.system.signed import Tie


def best_by_trying(ties: list[Tie], blocs: int) -> int:
    """Return the fewest violated ties by trying every division into at most so many blocs."""
    names = sorted({name for a, b, _ in ties for name in (a, b)})
    return min(
        violated(ties, dict(zip(names, labels, strict=True)))
        for labels in itertools.product(range(min(blocs, max(1, len(names)))), repeat=len(names))
    )


NETWORKS = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"), st.sampled_from([1, -1])).filter(lambda t: t[0] != t[1]),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(NETWORKS)
def test_two_blocs_are_optimal(ties: list[Tie]) -> None:
    """No division into two violates fewer ties, and the division given violates as many as said."""
    found = frustration_index(ties)
    assert found.proven
    assert found.value == best_by_trying(ties, 2)
    assert found.value == violated(ties, found.sides)


@settings(max_examples=60, deadline=None)
@given(NETWORKS)
def test_free_blocs_are_optimal(ties: list[Tie]) -> None:
    """No division at all violates fewer ties."""
    found = weak_balance(ties)
    assert found.proven
    assert found.value == best_by_trying(ties, 5)
    assert found.value == violated(ties, found.blocs)


def test_three_mutual_enemies_are_frustrated_in_two_blocs_only() -> None:
    """The triangle of enemies needs three camps (Davis 1967)."""
    ties = [("a", "b", -1), ("b", "c", -1), ("a", "c", -1)]
    assert frustration_index(ties).value == 1
    assert weak_balance(ties).value == 0
    assert sorted(weak_balance(ties).blocs.values()) == [0, 1, 2]


def test_nothing_is_balanced() -> None:
    """No ties, no violation."""
    assert frustration_index([]).value == 0
    assert weak_balance([]).blocs == {}


@pytest.mark.parametrize("tie", [("a", "b", 0), ("a", "a", 1)])
def test_what_is_no_tie_is_refused(tie: Tie) -> None:
    """A neutral tie or a tie to oneself is an error with advice, not a silent skip."""
    with pytest.raises(ValueError, match="leave"):
        frustration_index([tie])


def read_ties(path: Path, **match: str) -> list[Tie]:
    """Read ties from a CSV file, those whose columns match."""
    with path.open(encoding="utf-8") as handle:
        rows = [row for row in csv.DictReader(handle) if all(row[k] == v for k, v in match.items())]
    return [(row["a"], row["b"], int(float(row["sign"]))) for row in rows]


def test_the_highland_tribes(shared: Path) -> None:
    """Read's tribes: 7 violated ties in two blocs, 2 in three."""
    ties = read_ties(shared / "data/system/tribes.csv")
    assert frustration_index(ties).value == 7
    assert weak_balance(ties).value == 2
    assert len(set(weak_balance(ties).blocs.values())) == 3


def test_the_system_of_states(shared: Path) -> None:
    """Every window of the Correlates of War networks gives the optima proven before, proven again."""
    with (shared / "data/system/cow_signed_optima.csv").open(encoding="utf-8") as handle:
        optima = list(csv.DictReader(handle))
    for row in optima:
        ties = read_ties(shared / "data/system/cow_signed_networks.csv", window=row["window"])
        two, free = frustration_index(ties), weak_balance(ties)
        assert two.value == pytest.approx(float(row["frustration_2_blocs"]))
        assert free.value == pytest.approx(float(row["weak_balance_k_blocs"]))
        assert two.proven
        assert free.proven



@settings(max_examples=40, deadline=None)
@given(NETWORKS.filter(bool), st.booleans(), st.data())
def test_forced_pairs_are_respected_at_the_least_cost(ties: list[Tie], two: bool, data: st.DataObject) -> None:
    """With one pair forced, the division respects it and no division that does violates fewer ties."""
    names = sorted({name for a, b, _ in ties for name in (a, b)})
    a, b = data.draw(st.sampled_from(list(itertools.combinations(names, 2))))
    solve = frustration_index if two else weak_balance
    for together in (True, False):
        found = solve(ties, together=[(a, b)]) if together else solve(ties, apart=[(a, b)])
        assert (found.blocs[a] == found.blocs[b]) == together
        every = (
            dict(zip(names, labels, strict=True))
            for labels in itertools.product(range(2 if two else len(names)), repeat=len(names))
        )
        expected = min(violated(ties, blocs) for blocs in every if (blocs[a] == blocs[b]) == together)
        assert found.value == expected


@settings(max_examples=40, deadline=None)
@given(NETWORKS.filter(bool), st.booleans(), st.lists(st.integers(0, 1), min_size=5, max_size=5))
def test_a_division_to_stay_near_costs_nothing(ties: list[Tie], two: bool, labels: list[int]) -> None:
    """Asking for the division next to a given one changes which of the best is taken, never its value."""
    near = dict(zip("abcde", labels, strict=True))
    solve = frustration_index if two else weak_balance
    assert solve(ties, near=near).value == solve(ties).value


@settings(max_examples=60, deadline=None)
@given(NETWORKS.filter(bool), st.dictionaries(st.sampled_from("abcde"), st.integers(0, 1)))
@example(
    [("a", "b", -1), ("a", "c", -1), ("b", "c", -1), ("b", "d", -1)], {"a": 1, "b": 1, "c": 1, "d": 1}
)  # B, the best connected, is the one to move
def test_no_best_division_is_nearer_than_the_one_taken(ties: list[Tie], near: dict[str, int]) -> None:
    """Of all best divisions none has fewer actors elsewhere, however its sides are named; unknown ones do not count."""
    names = sorted({name for a, b, _ in ties for name in (a, b)})
    known = sorted(near.keys() & set(names))

    def elsewhere(blocs: Mapping[str, int]) -> int:
        count = sum(blocs[name] != near[name] for name in known)
        return min(count, len(known) - count)

    found = frustration_index(ties, near=near)
    every = [dict(zip(names, labels, strict=True)) for labels in itertools.product(range(2), repeat=len(names))]
    assert elsewhere(found.blocs) == min(elsewhere(blocs) for blocs in every if violated(ties, blocs) == found.value)


def test_of_equal_divisions_the_nearer_is_taken() -> None:
    """An actor between two enemies, friend of both, stays where it was."""
    ties = [("a", "b", -1), ("a", "c", 1), ("b", "c", 1)]
    for side in (0, 1):
        found = frustration_index(ties, near={"a": 0, "b": 1, "c": side}).blocs
        assert found["c"] == (found["b"] if side else found["a"])


def test_pairs_forced_both_ways_are_refused() -> None:
    """A pair that must be together and apart is an error with its reason."""
    for solve in (frustration_index, weak_balance):
        with pytest.raises(ValueError, match="contradict"):
            solve([("a", "b", 1)], together=[("a", "b")], apart=[("a", "b")])
