"""The answer to a what-if: what it costs, who moves, and how many other solutions are near. Never a probability.

The model is solved before and after the changes. Of several best divisions the pair is taken that differs least, so that
nobody is said to move who need not. Costs are counted in violated ties (blocs) or in energy (landscape): they say what the
given ties, sizes and propensities imply, with no time in them and nobody's will.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from dragoman.records import Record
from dragoman.system.balance import Partition
from dragoman.system.divide import divide
from dragoman.system.event_table import Table, flattened, without
from dragoman.system.near import NearOptimal, near_optimal
from dragoman.system.network import TieRule, signed_network
from dragoman.system.scenarios import Change, Scenario
from dragoman.system.signed import Pair, Tie, ties_id

CAVEAT = (
    "A what-if says what the given ties imply, not what will happen: there is no probability, no time and no will in it. "
    "Other ties, other answer."
)
_NEAR = 200  # near solutions that are counted


class Mover(Record, frozen=True, kw_only=True):
    """An actor that changes its bloc: whom it stood with and stands with, and what it would cost to keep it where it was.

    `named` tells whether the scenario itself names it. `staying` is None where nobody of its old bloc is left to stay with.
    """

    actor: str
    leaves: tuple[str, ...]
    joins: tuple[str, ...]
    named: bool
    staying: float | None


class Answer(Record, frozen=True, kw_only=True):
    """What a scenario does to the system.

    `before` and `after` are the least costs, `cost` their difference; `held` is what the old division would cost after the
    changes, None where it does not fit them. `near_before`, `near_after`: how many divisions cost at most `within` more than
    the best (for the landscape: how many local minima), with whether that is all of them.
    """

    scenario: str
    id: str
    network: str
    model: str
    changes: tuple[str, ...]
    before: float
    after: float
    held: float | None
    proven: bool
    blocs_before: tuple[tuple[str, ...], ...]
    blocs_after: tuple[tuple[str, ...], ...]
    movers: tuple[Mover, ...]
    within: float
    near_before: tuple[int, bool]
    near_after: tuple[int, bool]
    notes: tuple[str, ...] = ()

    @property
    def cost(self) -> float:
        """The least cost after less the least cost before."""
        return self.after - self.before

    def cite(self) -> str:
        """Return the line by which this answer can be cited and found again."""
        return f"scenario {self.id} on network {self.network}, model {self.model}: cost {self.cost:+g}, {len(self.movers)} move"


# ---------------------------------------------------------------- blocs


def what_if(scenario: Scenario, ties: Sequence[Tie], *, within: int = 1) -> Answer:
    """Answer a scenario on ties, with two blocs or free ones.

    Raises:
        ValueError: a change names a tie or an actor that is not there, or the changes contradict each other.
    """
    return _answer(scenario, list(ties), _changed_ties(scenario, list(ties)), within)


def what_if_events(scenario: Scenario, table: Table, rule: TieRule | None = None, *, within: int = 1) -> Answer:
    """Answer a scenario on the network of an event table, where outlets can be left out too.

    Raises:
        ValueError: a change names a tie, an actor or an outlet that is not there, or the changes contradict each other.
    """
    base = signed_network(table, rule).ties()
    left = table
    for change in scenario.of("remove-outlet"):
        if change.outlet not in flattened(table, "outlets")[2]:
            known = ", ".join(sorted(filter(None, flattened(table, "outlets")[2]))) or "none"
            raise ValueError(f"no event is reported by {change.outlet!r}; the outlets are: {known}")
        left = without(left, "outlet", change.outlet)
    rest = Scenario(
        name=scenario.name, model=scenario.model, changes=tuple(c for c in scenario.changes if c.do != "remove-outlet")
    )
    return _answer(scenario, base, _changed_ties(rest, signed_network(left, rule).ties()), within)


def _changed_ties(scenario: Scenario, ties: list[Tie]) -> list[Tie]:
    """Return the ties after the changes."""
    for change in scenario.changes:
        if change.do == "remove-outlet":
            raise ValueError("an outlet can be left out of events only, not of bare ties")
        ties = _CHANGERS[change.do](change, ties) if change.do in _CHANGERS else ties
    return ties


def _found(change: Change, ties: Sequence[Tie]) -> list[Tie]:
    found = [tie for tie in ties if {tie[0], tie[1]} == {change.a, change.b}]
    if not found:
        raise ValueError(f"{change.a} and {change.b} have no tie that could be changed; add one instead")
    return found


def _flip(change: Change, ties: list[Tie]) -> list[Tie]:
    _found(change, ties)
    return [(a, b, -sign if {a, b} == {change.a, change.b} else sign) for a, b, sign in ties]


def _remove(change: Change, ties: list[Tie]) -> list[Tie]:
    found = _found(change, ties)
    return [tie for tie in ties if tie not in found]


def _add(change: Change, ties: list[Tie]) -> list[Tie]:
    return [*ties, (change.a, change.b, change.sign)]


def _remove_actor(change: Change, ties: list[Tie]) -> list[Tie]:
    left = [tie for tie in ties if change.actor not in tie[:2]]
    if len(left) == len(ties):
        raise ValueError(f"{change.actor} has no tie, so it cannot be removed")
    return left


_CHANGERS = {"flip": _flip, "remove": _remove, "add": _add, "remove-actor": _remove_actor}


def _answer(scenario: Scenario, base: list[Tie], changed: list[Tie], within: int) -> Answer:
    together, apart = _forced(scenario)
    two = scenario.model == "two-blocs"
    before = divide(base, two=two)
    after = divide(changed, two=two, together=together, apart=apart, near=before.blocs)
    before = divide(base, two=two, near=after.blocs)
    after = divide(changed, two=two, together=together, apart=apart, near=before.blocs)
    names = _named(scenario)
    old = _near(base, [], [], scenario, within, before)
    new = _near(changed, together, apart, scenario, within, after)
    movers = tuple(
        Mover(
            actor=actor, leaves=leaves, joins=joins, named=actor in names,
            staying=_staying(actor, leaves, changed, scenario, after.value),
        )
        for actor, leaves, joins in moves(before.blocs, after.blocs)
    )  # fmt: skip
    return Answer(
        scenario=scenario.name, id=scenario.id, network=ties_id(base), model=scenario.model,
        changes=tuple(change.words() for change in scenario.changes),
        before=before.value, after=after.value, held=_held(before, changed, together, apart),
        proven=before.proven and after.proven, blocs_before=before.members, blocs_after=after.members, movers=movers,
        within=within, near_before=(len(old.divisions), old.complete), near_after=(len(new.divisions), new.complete),
        notes=tuple(_equals(old, "before") + _equals(new, "after")),
    )  # fmt: skip


def _forced(scenario: Scenario) -> tuple[list[Pair], list[Pair]]:
    return [(c.a, c.b) for c in scenario.of("together")], [(c.a, c.b) for c in scenario.of("apart")]


def _named(scenario: Scenario) -> set[str]:
    return {name for change in scenario.changes for name in (change.a, change.b, change.actor) if name}


def _held(before: Partition, changed: Sequence[Tie], together: Sequence[Pair], apart: Sequence[Pair]) -> float | None:
    """Return what the old division violates after the changes; None where it does not fit or does not know an actor."""
    blocs = before.blocs
    named = {name for tie in changed for name in tie[:2]} | {name for pair in (*together, *apart) for name in pair}
    if not named <= blocs.keys():
        return None
    if any(blocs[a] != blocs[b] for a, b in together) or any(blocs[a] == blocs[b] for a, b in apart):
        return None
    return float(sum((sign > 0) != (blocs[a] == blocs[b]) for a, b, sign in changed))


def moves(before: Mapping[str, int], after: Mapping[str, int]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return who changes its bloc: actor, who else was in the old one, who else is in the new one.

    Blocs are matched so that as few actors as possible move.
    """
    both = sorted(before.keys() & after.keys())
    old, new = sorted({before[name] for name in both}), sorted({after[name] for name in both})
    counts = Counter((before[name], after[name]) for name in both)
    overlap = np.array([[counts[o, n] for n in new] for o in old]).reshape(len(old), len(new))
    rows, columns = linear_sum_assignment(-overlap)
    same = {(old[row], new[column]) for row, column in zip(rows.tolist(), columns.tolist(), strict=True)}
    was, now = _members(before), _members(after)
    return [
        (name, tuple(sorted(was[before[name]] - {name})), tuple(sorted(now[after[name]] - {name})))
        for name in both
        if (before[name], after[name]) not in same
    ]


def _members(blocs: Mapping[str, int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for name, bloc in blocs.items():
        found[bloc].add(name)
    return found


def _staying(actor: str, leaves: Sequence[str], ties: Sequence[Tie], scenario: Scenario, value: float) -> float | None:
    """Return how much more it costs to keep a mover with the best tied of those it leaves, who is still there."""
    together, apart = _forced(scenario)
    degree = Counter(name for tie in ties for name in tie[:2])
    left = [name for name in leaves if degree[name]]
    if not left or not degree[actor]:
        return None
    anchor = max(left, key=lambda name: (degree[name], name))
    try:
        stays = divide(ties, two=scenario.model == "two-blocs", together=[*together, (actor, anchor)], apart=apart)
        return stays.value - value
    except ValueError:  # the scenario itself forbids it
        return None


def _near(
    ties: Sequence[Tie], together: Sequence[Pair], apart: Sequence[Pair], scenario: Scenario, within: int, best: Partition
) -> NearOptimal:
    """Return the divisions that are near; a forced pair is a tie too heavy to violate."""
    heavy = len(ties) + within + 1
    forced = [(a, b, 1) for a, b in together for _ in range(heavy)] + [(a, b, -1) for a, b in apart for _ in range(heavy)]
    return near_optimal([*ties, *forced], two=scenario.model == "two-blocs", within=within, limit=_NEAR, best=best)


def _equals(found: NearOptimal, when: str) -> list[str]:
    """Say that the division shown is one of several that are as good."""
    count = sum(made.value == found.optimum for made in found.divisions)
    if count <= 1:
        return []
    more = "" if found.complete else "at least "
    return [f"{more}{count} divisions are as good {when}; shown is the one by which the fewest move"]
