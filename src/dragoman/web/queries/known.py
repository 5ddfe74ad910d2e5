"""What the tables of facts know of an actor, for its page: offices over time, members, organs."""

from __future__ import annotations

from typing import Any

from dragoman.records import Tenure
from dragoman.web.room import Room

_MOST = 80  # rows of one list: a state has had many ministers


def known_of(room: Room, identifier: str) -> dict[str, Any] | None:
    """Return what the tables know: offices held, holders of its offices, memberships; None where they do not know it."""
    knowledge = room.knowledge
    entity = knowledge.actor(identifier)
    if entity is None:
        return None
    since, until = knowledge.validity.get(identifier, (None, None))
    return {
        "existed": {"start": since, "end": until} if since or until else None,
        "held": [_held(room, tenure) for tenure in sorted(knowledge.offices_of(identifier), key=_start, reverse=True)],
        "holders": _holders(room, identifier)[:_MOST],
        "members": _memberships(room, identifier, "group", "member")[:_MOST],
        "member_of": _memberships(room, identifier, "member", "group")[:_MOST],
    }


def _start(tenure: Tenure) -> tuple[str, str]:
    return (tenure.start or "", tenure.office)


def _held(room: Room, tenure: Tenure) -> dict[str, Any]:
    office = room.knowledge.offices.get(tenure.office)
    person = room.knowledge.actor(tenure.person)
    return {
        "office": tenure.office, "office_name": office.name if office else tenure.office,
        "entity": office.entity if office else None, "person": tenure.person,
        "person_name": person.name if person else tenure.person, "start": tenure.start, "end": tenure.end,
        "known_through": tenure.known_through, "source": tenure.source,
    }  # fmt: skip


_SHOWN = (
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "secretary-general", "president",
    "high-representative", "national-security-adviser", "supreme-leader",
)  # fmt: skip


def _holders(room: Room, identifier: str) -> list[dict[str, Any]]:
    """Return who held the first offices of a state or organisation, newest first within each office."""
    knowledge = room.knowledge
    offices = [office for office in knowledge.offices.values() if office.entity == identifier and office.type in _SHOWN]
    offices.sort(key=lambda office: (_SHOWN.index(office.type), office.id))
    return [
        _held(room, tenure)
        for office in offices
        for tenure in sorted(knowledge.holders(office.id), key=_start, reverse=True)[:8]
    ]


def _memberships(room: Room, identifier: str, own: str, other: str) -> list[dict[str, Any]]:
    rows = [row for row in room.knowledge.memberships if getattr(row, own) == identifier]
    names = room.names(getattr(row, other) for row in rows)
    found = [
        {"id": getattr(row, other), "name": names[getattr(row, other)], "role": row.role, "start": row.start, "end": row.end}
        for row in rows
    ]
    return sorted(found, key=lambda row: (row["end"] is not None, row["name"]))
