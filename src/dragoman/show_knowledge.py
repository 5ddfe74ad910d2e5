"""What the tables of facts know, in words."""

from __future__ import annotations

from typing import Any

from dragoman.errors import DragomanError
from dragoman.knowledge.load import Knowledge
from dragoman.records import Tenure


def describe_knowledge(knowledge: Knowledge, identifier: str | None, date: str | None) -> dict[str, Any]:
    """Return the counts of the tables, or what they know of one actor or office, as of a date where one is given.

    Raises:
        DragomanError: no table has that id.
    """
    if identifier is None:
        return _counts(knowledge)
    if identifier in knowledge.offices:
        office = knowledge.offices[identifier]
        held = [f"{tenure.person}, {_span(tenure)}" for tenure in knowledge.holders(identifier, date)]
        return {"office": office.id, "name": office.name, "type": office.type, "of": office.entity, "held by": held}
    actor = knowledge.actor(identifier)
    if actor is None:
        raise DragomanError(f"no table has {identifier!r}; add a row to a table of your own and name its folder in "
                            "the setting `knowledge`")
    held = [f"{tenure.office}, {_span(tenure)}" for tenure in knowledge.offices_of(identifier, date)]
    found: dict[str, Any] = {"actor": actor.id, "kind": actor.kind, "name": actor.name, "stands for": actor.state}
    found |= {"wikidata": actor.wikidata, "offices": held, "members": list(knowledge.members(identifier, date))}
    return {name: value for name, value in found.items() if value not in (None, [])}


def _counts(knowledge: Knowledge) -> dict[str, Any]:
    kinds: dict[str, int] = {}
    for actor in knowledge.entities.values():
        kinds[actor.kind] = kinds.get(actor.kind, 0) + 1
    tenures = sum(map(len, knowledge.tenures_by_office.values()))
    counted = {"offices": len(knowledge.offices), "tenures": tenures, "memberships": len(knowledge.memberships)}
    return {"version": knowledge.version, **dict(sorted(kinds.items())), **counted}


def _span(tenure: Tenure) -> str:
    """Return when an office was held; an open end says how far it is known."""
    end = tenure.end or f"(held at least through {tenure.known_through})"
    return f"{tenure.start or '...'} to {end}"
