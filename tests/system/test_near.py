"""Near-optimal divisions and margins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from test_balance import NETWORKS, read_ties

from dragoman.system.balance import Partition, violated
from dragoman.system.local_search import search_blocs
from dragoman.system.near import margins, near_optimal
from dragoman.system.signed import Tie, components, signed_graph


def numberings(length: int, blocs: int) -> Iterator[tuple[int, ...]]:
    """Yield every division of a row of actors into blocs once: a bloc's number is at most one above those before it."""
    if not length:
        yield ()
        return
    for before in numberings(length - 1, blocs):
        for label in range(min(blocs, max(before, default=-1) + 2)):
            yield (*before, label)


def all_divisions(ties: list[Tie], two: bool) -> set[tuple[int, frozenset[frozenset[str]]]]:
    """Return every division that means something, with its value, by trying them all."""
    graph = signed_graph(ties)
    found = set()
    part = components(graph)
    for labels in numberings(len(graph.names), 2 if two else len(graph.names)):
        if two and any(labels[part[node]] != 0 for node in range(len(labels))):
            continue
        if not two:
            joined = components(graph, [labels[i] == labels[j] for i, j in graph.pairs])
            if len(set(joined)) != len(set(labels)):
                continue
        blocs = frozenset(
            frozenset(name for name, label in zip(graph.names, labels, strict=True) if label == bloc) for bloc in set(labels)
        )
        found.add((violated(ties, dict(zip(graph.names, labels, strict=True))), blocs))
    return found


@settings(max_examples=50, deadline=None)
@given(NETWORKS.filter(bool), st.booleans(), st.integers(0, 2))
def test_all_divisions_within_the_cost_are_listed(ties: list[Tie], two: bool, within: int) -> None:
    """Small networks are searched whole: what is listed is exactly what trying all divisions gives."""
    found = near_optimal(ties, two=two, within=within)
    every = all_divisions(ties, two)
    best = min(value for value, _ in every)
    assert found.complete
    assert found.optimum == best
    assert {(made.value, frozenset(map(frozenset, made.members))) for made in found.divisions} == {
        (value, blocs) for value, blocs in every if value <= best + within
    }


def test_a_limit_is_said() -> None:
    """Where there are more divisions than asked for, the list says that it is not complete."""
    ties = [("hub", name, sign) for name in "abcdefgh" for sign in (1, -1)]
    found = near_optimal(ties, limit=10)
    assert len(found.divisions) == 10
    assert not found.complete


def test_large_networks_are_sampled() -> None:
    """Beyond some forty actors the list is a sample within the cost, and marked so."""
    ties = [(f"s{i:02}", f"s{j:02}", 1 if i % 2 == j % 2 else -1) for i in range(50) for j in range(i)]
    found = near_optimal(ties, within=60)
    assert not found.complete
    assert found.divisions[0].value == 0
    assert all(made.value <= 60 for made in found.divisions)
    assert len(found.divisions) > 1


def test_the_division_that_is_known_is_among_those_listed() -> None:
    """A sample that misses the best division lists it all the same; what was only searched is not called proven."""
    ties = [(f"s{i:02}", f"s{j:02}", 1 if (i * j) % 3 else -1) for i in range(45) for j in range(i)]
    best = search_blocs(ties, starts=60)
    found = near_optimal(ties, best=best)
    assert found.optimum == best.value
    assert best.blocs in [made.blocs for made in found.divisions]
    assert not any(made.proven for made in found.divisions)
    assert near_optimal([("a", "b", -1)]).divisions[0].proven


def test_a_poor_division_to_begin_with_is_found_out() -> None:
    """Where a search gave two ties too many, the whole search finds the true optimum, and names that."""
    ties = [("a", "b", 1), ("b", "c", 1), ("a", "c", 1), ("c", "d", -1)]
    poor = Partition(value=2, blocs={"a": 0, "b": 1, "c": 0, "d": 1}, proven=False)
    found = near_optimal(ties, best=poor)
    assert (found.optimum, found.complete, found.divisions[0].proven) == (0, True, True)


def test_sharing_is_the_share_of_divisions() -> None:
    """A pair whose two ties cancel out shares a bloc in one of two divisions."""
    found = near_optimal([("a", "b", 1), ("a", "b", -1), ("b", "c", 1)])
    assert found.sharing("a", "b") == 0.5
    assert found.sharing("b", "c") == 1


def test_a_margin_is_what_it_costs_to_part() -> None:
    """Parting two friends with one common friend costs one tie; parting enemies is cheaper by one."""
    friends = [("a", "b", 1), ("b", "c", 1), ("a", "c", 1)]
    (margin,) = margins(friends, "a", ["b"])
    assert (margin.together, margin.apart, margin.cost_of_parting) == (0, 2, 2)
    (margin,) = margins([("a", "b", -1)], "a", ["b"])
    assert margin.cost_of_parting == -1


def test_with_or_against_in_the_system_of_states(shared: Path) -> None:
    """France with or against the United States, Russia and China, 1946 to 1949: 17/27, 21/17 and 17/18 ties."""
    ties = read_ties(shared / "data/system/cow_signed_networks.csv", window="46-49")
    found = [(margin.together, margin.apart) for margin in margins(ties, "FRA", ["USA", "RUS", "CHN"])]
    assert found == [(17, 27), (21, 17), (17, 18)]
