"""The heaviest tree of a directed graph."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from dragoman.merge.arborescence import heaviest_tree

WEIGHTS = st.lists(st.integers(0, 20), min_size=12, max_size=12)


def reaches(parents: dict[int, int], node: int) -> bool:
    """Tell whether a node hangs on the root."""
    seen = set()
    while node and node not in seen:
        seen.add(node)
        node = parents[node]
    return node == 0


@given(WEIGHTS)
def test_no_other_tree_is_heavier(values: list[int]) -> None:
    """Among all trees over a root and three nodes none weighs more."""
    arcs = [(a, b) for a, b in product(range(4), range(1, 4)) if a != b]
    weights = {arc: float(value) for arc, value in zip(arcs, values, strict=False)}
    found = heaviest_tree(0, weights)
    assert set(found) == {1, 2, 3}
    assert all(reaches(found, node) for node in found)
    trees = ({1: a, 2: b, 3: c} for a, b, c in product((0, 2, 3), (0, 1, 3), (0, 1, 2)))
    best = max(sum(weights[p, n] for n, p in tree.items()) for tree in trees if all(reaches(tree, n) for n in tree))
    assert sum(weights[parent, node] for node, parent in found.items()) == best


def test_a_cycle_of_heavy_arcs_is_broken_where_it_costs_least() -> None:
    """Two nodes that point at each other are hung on the root by the heavier of the two ways in."""
    assert heaviest_tree(0, {(0, 1): 1.0, (0, 2): 5.0, (1, 2): 9.0, (2, 1): 9.0}) == {1: 2, 2: 0}
