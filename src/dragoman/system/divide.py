"""One way to divide a network: proven where that takes seconds, else by search, and the result says which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.system.balance import Partition, frustration_index, weak_balance
from dragoman.system.local_search import search_blocs
from dragoman.system.signed import Pair, Tie, signed_graph

# On one core: two blocs of 1,288 ties of 155 states 7 s, of 2,556 of 152 states 6 s or far more; free blocs of 4,995 ties 1 s.
_PROVEN_TWO, _PROVEN_FREE = 1500, 4000  # pairs up to which a division is proven
_PROVEN_ACTORS = 200


def provable(ties: Iterable[Tie], *, two: bool = True) -> bool:
    """Tell whether a network is small enough to prove its best division in seconds."""
    graph = signed_graph(ties)
    return len(graph.names) <= _PROVEN_ACTORS and len(graph.pairs) <= (_PROVEN_TWO if two else _PROVEN_FREE)


def divide(
    ties: Iterable[Tie],
    *,
    two: bool = True,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    near: Mapping[str, int] | None = None,
    proof: bool | None = None,
) -> Partition:
    """Divide a network into two blocs, or (`two=False`) into as many as fit best.

    Args:
        ties: pairs of actors with a sign, +1 or -1.
        two: two blocs, or any number.
        together: pairs that must share a bloc.
        apart: pairs that must not.
        near: of several divisions that are as good, take the one that differs least (searched: a near one) from this one.
        proof: solve exactly, or only search; by default exactly up to 200 actors and some thousand pairs.

    Raises:
        ValueError: a sign is not +1 or -1, a tie joins an actor to itself, or the forced pairs contradict each other.
    """
    found = list(ties)
    joined, parted = list(together), list(apart)
    if proof if proof is not None else provable(found, two=two):
        return (frustration_index if two else weak_balance)(found, near=near, together=joined, apart=parted)
    return search_blocs(found, two=two, near=near, together=joined, apart=parted)
