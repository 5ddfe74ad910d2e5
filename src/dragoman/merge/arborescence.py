"""The heaviest tree that reaches every node of a directed graph from one root (Chu and Liu 1965, Edmonds 1967)."""

from __future__ import annotations

from collections.abc import Mapping

Arc = tuple[int, int]


def heaviest_tree(root: int, weights: Mapping[Arc, float]) -> dict[int, int]:
    """Return the parent of every node but the root; all of them must be reachable from it.

    Of equally heavy arcs the one from the smaller node is taken, so that the result is always the same.
    """
    parents = _heaviest_parents(root, weights)
    cycle = _find_cycle(parents)
    if not cycle:
        return parents
    merged = max(node for arc in weights for node in arc) + 1
    contracted: dict[Arc, float] = {}
    original: dict[Arc, Arc] = {}
    for (start, end), weight in sorted(weights.items()):
        if start in cycle and end in cycle:
            continue
        gain = weight - weights[parents[end], end] if end in cycle else weight
        arc = (merged if start in cycle else start, merged if end in cycle else end)
        if arc not in contracted or gain > contracted[arc]:
            contracted[arc], original[arc] = gain, (start, end)
    tree = heaviest_tree(root, contracted)
    result = {node: parents[node] for node in cycle}
    for end, start in tree.items():
        first, last = original[start, end]
        result[last] = first
    return result


def _heaviest_parents(root: int, weights: Mapping[Arc, float]) -> dict[int, int]:
    best: dict[int, tuple[float, int]] = {}
    for (start, end), weight in weights.items():
        if end not in (root, start) and (end not in best or (weight, -start) > best[end]):
            best[end] = (weight, -start)
    return {end: -start for end, (_, start) in best.items()}


def _find_cycle(parents: Mapping[int, int]) -> set[int]:
    """Return the nodes of one cycle, the one that holds the smallest node; empty where there is none."""
    done: set[int] = set()
    for node in sorted(parents):
        path: list[int] = []
        current = node
        while current in parents and current not in done:
            done.add(current)
            path.append(current)
            current = parents[current]
        if current in path:
            return set(path[path.index(current) :])
    return set()
