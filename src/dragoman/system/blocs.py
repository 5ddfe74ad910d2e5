"""The blocs of a network at a glance: both divisions, how firm they are, and how balanced the ties are locally."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dragoman.records import Record
from dragoman.system.balance import Partition
from dragoman.system.divide import divide
from dragoman.system.event_table import REPORT_COLUMNS, Table, flattened, without
from dragoman.system.near import NearOptimal, near_optimal
from dragoman.system.network import NetworkTie, TieRule, signed_network
from dragoman.system.signed import Tie, Triangles, components, local_balance, signed_graph, ties_id, triangles, walk_balance
from dragoman.system.whatif import moves


class BlocsReport(Record, frozen=True, kw_only=True):
    """What balance says of a network.

    `two` and `free` are the best divisions into two blocs and into any number; `near_two` and `near_free` list the divisions
    that cost hardly more. `normalised` is 1 - 2 L / m: 1 is full balance, and chance gives about 0. `explained` is the share
    of each actor's ties that the two blocs do not violate. `parts` counts the parts that no tie joins: sides of actors in
    different parts mean nothing towards each other.
    """

    network: str
    actors: int
    positive: int
    negative: int
    parts: int
    two: Partition
    free: Partition
    near_two: NearOptimal | None
    near_free: NearOptimal | None
    normalised: float | None
    triangles: Triangles
    walk_balance: float | None
    local_balance: dict[str, float]
    explained: dict[str, float]


class Without(Record, frozen=True, kw_only=True):
    """What becomes of a pair, or of the blocs, when one outlet or story is left out."""

    kind: str
    name: str
    tie: NetworkTie | None = None
    value: int | None = None
    movers: tuple[str, ...] = ()


def blocs_report(ties: Sequence[Tie], *, within: int | None = 1, proof: bool | None = None) -> BlocsReport:
    """Return the blocs of a network with all that tells how firm they are.

    Args:
        ties: pairs with a sign.
        within: list divisions that violate so many ties more than the best; None: do not look for others.
        proof: solve exactly, or only search; by default as `divide` has it.
    """
    graph = signed_graph(ties)
    two, free = divide(ties, proof=proof), divide(ties, two=False, proof=proof)
    near = within is not None
    return BlocsReport(
        network=ties_id(ties), actors=len(graph.names), positive=sum(graph.positive), negative=sum(graph.negative),
        parts=len(set(components(graph))), two=two, free=free,
        near_two=near_optimal(ties, within=within or 0, best=two) if near else None,
        near_free=near_optimal(ties, two=False, within=within or 0, best=free) if near else None,
        normalised=1 - 2 * two.value / len(ties) if ties else None, triangles=triangles(ties),
        walk_balance=walk_balance(ties), local_balance=local_balance(ties), explained=explained(ties, two.blocs),
    )  # fmt: skip


def explained(ties: Sequence[Tie], blocs: Mapping[str, int]) -> dict[str, float]:
    """Return for each actor the share of its ties that a division does not violate."""
    held: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for a, b, sign in ties:
        for name in (a, b):
            count[name] += 1
            held[name] += (sign > 0) == (blocs[a] == blocs[b])
    return {name: held[name] / count[name] for name in sorted(count)}


def tie_without(table: Table, rule: TieRule, a: str, b: str, kinds: Sequence[str] = ("outlet", "story")) -> list[Without]:
    """Return a pair's tie without each outlet and each story that reports it; without its only source the tie is None."""
    whole = signed_network(table, rule).tie(a, b)
    if whole is None:
        return []
    named = {"outlet": whole.outlets, "story": whole.stories, "voice": whole.voices}
    return [
        Without(kind=kind, name=name, tie=signed_network(without(table, kind, name), rule).tie(a, b))
        for kind in kinds
        for name in named[kind]
    ]


def blocs_without(table: Table, rule: TieRule, kind: str = "outlet", *, two: bool = True) -> list[Without]:
    """Return who changes its bloc when each outlet (story, voice, language) is left out, and what is then violated.

    Of several best divisions the one nearest to that of all sources is taken.
    """
    whole = divide(signed_network(table, rule).ties(), two=two)
    names = sorted(filter(None, set(flattened(table, REPORT_COLUMNS[kind])[2])))
    found = []
    for name in names:
        rest = divide(signed_network(without(table, kind, name), rule).ties(), two=two, near=whole.blocs)
        movers = tuple(row[0] for row in moves(whole.blocs, rest.blocs))
        found.append(Without(kind=kind, name=name, value=rest.value, movers=movers))
    return found
