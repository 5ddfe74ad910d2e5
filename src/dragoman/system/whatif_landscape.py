"""What-if on a landscape: sizes, propensities and actors change, and the camps are sought again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.ids import network_id
from dragoman.system.landscape import Landscape, descend, landscape, lowest
from dragoman.system.scenarios import Change, Scenario
from dragoman.system.whatif import Answer, Mover, moves

Sizes = Mapping[str, float]
Propensities = Mapping[tuple[str, str], float]


def what_if_landscape(scenario: Scenario, sizes: Sizes, propensities: Propensities) -> Answer:
    """Answer a scenario on a landscape. Costs are energies; a change of sizes changes their scale too, so look at who moves.

    The notes say where single switches lead from the old camps: the theory expects that minimum, which need not be the deepest.

    Raises:
        ValueError: a change names an actor that has no size, or the changes contradict each other.
    """
    old = landscape(sizes, propensities)
    new = landscape(*_changed(scenario, sizes, propensities))
    together = [(c.a, c.b) for c in scenario.of("together")]
    apart = [(c.a, c.b) for c in scenario.of("apart")]
    first = lowest(old)
    after = lowest(new, together, apart, near=_sides(old, first[0]))
    before = lowest(old, near=_sides(new, after[0]))  # of equal optima the pair that differs least: nobody moves for nothing
    after = lowest(new, together, apart, near=_sides(old, before[0]))
    found = moves(_sides(old, before[0]), _sides(new, after[0]))
    kept = before[0] & set(new.actors)
    fits = all((a in kept) == (b in kept) for a, b in together) and all((a in kept) != (b in kept) for a, b in apart)
    return Answer(
        scenario=scenario.name, id=scenario.id, model=scenario.model,
        network=network_id([*sizes.items(), *((min(p), max(p), value) for p, value in propensities.items() if value)]),
        changes=tuple(change.words() for change in scenario.changes),
        before=before[1], after=after[1], held=new.energy(kept) if fits else None, proven=True,
        blocs_before=_camps(old, before[0]), blocs_after=_camps(new, after[0]),
        movers=_movers(scenario, new, found, together, apart, after[1]), within=0.0,
        near_before=(len(old.minima), True), near_after=(len(new.minima), True),
        notes=(_path(new, kept), *_other_minima(new, after)),
    )  # fmt: skip


def _changed(
    scenario: Scenario, sizes: Sizes, propensities: Propensities
) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    made, pairs = dict(sizes), dict(propensities)
    for change in scenario.changes:
        if change.do == "remove-outlet":
            raise ValueError("an outlet can be left out of events only; make the landscape from a project's events")
        _check_names(change, made)
        if change.do == "size":
            made[change.actor] = change.value
        elif change.do == "propensity":
            pairs.pop((change.b, change.a), None)
            pairs[change.a, change.b] = change.value
        elif change.do == "remove-actor":
            del made[change.actor]
            pairs = {pair: value for pair, value in pairs.items() if change.actor not in pair}
    return made, pairs


def _check_names(change: Change, sizes: Sizes) -> None:
    for name in filter(None, (change.actor, change.a, change.b)):
        if name not in sizes:
            raise ValueError(f"{name} has no size; the actors are {', '.join(sizes)}")


def _sides(made: Landscape, camp: Iterable[str]) -> dict[str, int]:
    inside = set(camp)
    return {actor: int(actor not in inside) for actor in made.actors}


def _camps(made: Landscape, camp: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    camps = [tuple(sorted(camp)), tuple(sorted(set(made.actors) - camp))]
    return tuple(sorted(filter(None, camps), key=lambda names: (-len(names), names)))


def _movers(
    scenario: Scenario,
    made: Landscape,
    found: list[tuple[str, tuple[str, ...], tuple[str, ...]]],
    together: list[tuple[str, str]],
    apart: list[tuple[str, str]],
    energy: float,
) -> tuple[Mover, ...]:
    """Return the movers, each with the energy that it would cost to keep it with the largest of those it leaves."""
    named = {name for change in scenario.changes for name in (change.a, change.b, change.actor)}
    movers = []
    for actor, leaves, joins in found:
        left = [name for name in leaves if name in made.sizes]
        anchor = max(left, key=lambda name: (made.sizes[name], name), default=None)
        try:
            staying = None if anchor is None else lowest(made, [*together, (actor, anchor)], apart)[1] - energy
        except ValueError:  # the scenario itself forbids it
            staying = None
        movers.append(Mover(actor=actor, leaves=leaves, joins=joins, named=actor in named, staying=staying))
    return tuple(movers)


def _path(made: Landscape, kept: frozenset[str]) -> str:
    camp, switched = descend(made, kept)
    way = f"by the switches of {', '.join(switched)}" if switched else "where they stand still"
    return f"from the old camps single switches lead, {way}, to {_words(made, camp)} (energy {made.energy(camp):g})"


def _other_minima(made: Landscape, best: tuple[frozenset[str], float]) -> list[str]:
    return [f"another local minimum: {_words(made, camp)} (energy {energy:g})" for camp, energy in made.minima
            if camp != best[0]][:10]  # fmt: skip


def _words(made: Landscape, camp: frozenset[str]) -> str:
    return " against ".join("{" + ", ".join(names) + "}" for names in _camps(made, camp))
