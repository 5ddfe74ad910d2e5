"""Whom a description points to: an office and its holder, an officer's counterpart; others are asked of the modules beside."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.names.bodies import (
    FAR,
    NEAR,
    Pointed,
    Setting,
    body_of,
    ministry_in_focus,
    point_to_bloc,
    point_to_organ,
    point_to_side,
)
from dragoman.extract.names.descriptions import Description
from dragoman.extract.names.focus import Spoken
from dragoman.extract.names.holders import holder_of, office_of
from dragoman.extract.names.roles_in_focus import MONARCHS, entities_in_focus, point_back, point_by_owner, suits
from dragoman.extract.names.several_people import point_to_pair, point_to_several
from dragoman.extract.names.titles import HEADS, entity_of, offices_named, title_from
from dragoman.kit import Kit
from dragoman.records import Office

_OF_BODIES = frozenset({"secretary-general", "deputy-secretary-general", "high-representative"})
_CHIEFS = frozenset({"head-of-state", "head-of-government", "party-leader"})


def point(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """Return whom a description points to."""
    if found.kind == "counterpart":
        return _counterpart(found, setting, kit)
    if found.kind in ("organ-word", "organ"):
        return point_to_organ(found, setting, kit)
    if found.kind == "bloc" or (found.kind == "side" and "bloc" in found.inner and not found.owners):
        return point_to_bloc(found, setting, kit)
    if found.kind == "people":
        return point_to_pair(found, setting)
    if found.kind in ("side", "pair", "country"):
        return point_to_side(found, setting, kit)
    return _role(found, setting, kit)


def _role(found: Description, setting: Setting, kit: Kit) -> Pointed:
    if found.possessor in ("it", "he") and not found.owners:
        found = found._replace(owners=_possessors(found, setting, kit))
    if _is_at_home(found, setting, kit):
        found = found._replace(owners=found.seat)
    title = title_from(found)
    offices = offices_named(title, kit)
    if found.plural or ("former" in found.inner and found.determiner != "indefinite"):
        return point_to_several(found, setting, kit) if found.plural else _former(offices, setting, kit)
    if found.determiner != "indefinite":
        for office in _led_by_the_named(offices, found, setting, kit):
            holder = holder_of(office.id, setting, kit)
            if holder is not None:
                return Pointed((holder[0],), office.id, holder[1], f"{office.id}: {holder[2]}", (office.type,))
    if offices:
        office = offices[0]
        body = office.organ if office.organ in kit.knowledge.organs else office.entity
        return Pointed((body,), office.id, 0.6, f"{office.id}, holder unknown: its body", (office.type,))
    if "organ" in found.inner and not found.owners:
        return _head_of_ministry(found, setting, kit)
    if (found.owners or found.organ_types) and not (title.types and _of_party(found, kit)):
        return point_by_owner(found, setting, kit)
    return point_back(found, setting, kit)


def _led_by_the_named(offices: Sequence[Office], found: Description, setting: Setting, kit: Kit) -> Sequence[Office]:
    """`The Malaysian leader` is king or prime minister: whoever was spoken of last comes first."""
    if found.kind != "head" or len(offices) < len(_LEADING):
        return offices
    held = {office.id: holder[0] for office in offices if (holder := holder_of(office.id, setting, kit)) is not None}
    last = setting.focus.last(setting.sentence, FAR, lambda s: len(s.actors) == 1 and s.actors[0] in held.values())
    return sorted(offices, key=lambda office: last is None or held.get(office.id) != last.actors[0])


_LEADING = ("head-of-state", "head-of-government")  # the two offices of which a leader holds one or both


def _is_at_home(found: Description, setting: Setting, kit: Kit) -> bool:
    """Tell whether an office is that of the state in whose capital the sentence opens: "In Oslo, the foreign minister".

    Not where somebody in such an office was just spoken of, who may be on a visit, nor in a seat of an organisation.
    """
    single = found.determiner == "definite" and not found.plural and not found.inner and not found.organ_types
    single = single and any(kind.startswith("head-of-") or kind.endswith("-minister") for kind in found.types)
    if not single or found.owners or len(found.seat) != 1 or found.seat[0] not in kit.knowledge.states:
        return False
    office = office_of(found.seat[0], found.types, kit)
    if office is None or holder_of(office, setting, kit) is None:
        return False
    crowned = "President" not in kit.knowledge.offices[office].name
    if (found.form in MONARCHS) != crowned and kit.knowledge.offices[office].type == "head-of-state":
        return False  # a king in Warsaw, a president in London are visitors
    types = set(found.types)
    return not any(
        s.kind in ("person", "role") and (suits(found, s) or types & set(s.types))
        for s in setting.focus.back(setting.sentence, NEAR)
    )


def _former(offices: Sequence[Office], setting: Setting, kit: Kit) -> Pointed:
    """Return who once held an office ("the former Finnish president"): whoever was spoken of and did, never its holder."""
    wanted = {office.id for office in offices}

    def held(spoken: Spoken) -> bool:
        return spoken.kind == "person" and len(spoken.actors) == 1 and any(
            tenure.office in wanted for tenure in kit.knowledge.tenures_by_person.get(spoken.actors[0], ())
        )

    spoken = setting.focus.last(setting.sentence, FAR, held)
    return Pointed(spoken.actors, None, 0.7, "held that office and was spoken of before") if spoken is not None else Pointed()


def _possessors(found: Description, setting: Setting, kit: Kit) -> tuple[str, ...]:
    """Return whose officer "its secretary general" or "its minister" is: only a body has a secretary general."""
    if not _OF_BODIES.isdisjoint(found.types):
        body = setting.focus.last(setting.sentence, NEAR, lambda s: body_of(s, kit) is not None)
        identifier = body_of(body, kit) if body is not None else None
        return (identifier,) if identifier is not None else ()
    if found.possessor == "it":
        return entities_in_focus(setting)
    if not _CHIEFS.isdisjoint(found.types):
        return ()
    chief = setting.focus.last(setting.sentence, 0, lambda s: s.kind == "person" and s.subject > 0)
    return (chief.state,) if chief is not None and chief.state is not None and _leads(chief) else ()


def _leads(spoken: Spoken) -> bool:
    """Tell whether somebody heads a state or government, and so has ministers ("his defence minister")."""
    return any(office_type.startswith("head-of-") for office_type in spoken.types)


def _of_party(found: Description, kit: Kit) -> bool:
    """Tell whether only a party is named: "the Republican president" holds his office in a state."""
    kinds = {actor.kind for owner in found.owners if (actor := kit.knowledge.actor(owner)) is not None}
    return kinds == {"group"}


def _head_of_ministry(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """Find what "the head of the department" is: who heads the ministry spoken of; another role stands for the ministry."""
    ministry = ministry_in_focus(setting, kit)
    organ = kit.knowledge.organs.get(ministry.actors[0]) if ministry.actors else None
    if organ is None or found.kind != "head":
        return ministry
    for head in HEADS.get(organ.type, ()):
        office = office_of(organ.entity, (head,), kit)
        holder = holder_of(office, setting, kit) if office is not None else None
        if holder is not None:
            return Pointed((holder[0],), office, min(holder[1], 0.7), f"heads {organ.id}: {holder[2]}", (head,))
    return ministry


def _counterpart(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """The same office as the last office holder's, in the state named ("his French counterpart")."""
    entities = tuple(dict.fromkeys(entity_of(owner, kit) for owner in found.owners))
    before = setting.focus.last(
        setting.sentence, NEAR, lambda s: bool(s.types) and s.state not in entities and s.kind in ("person", "role")
    )
    types = before.types if before is not None else ()
    if not entities and found.determiner == "possessive":
        own = before.state if before is not None else None
        entities = setting.focus.pair(setting.sentence, NEAR, setting.actors, 1, without=own) if own else ()
    people = []
    for entity in entities:
        office = office_of(entity, types, kit)
        holder = holder_of(office, setting, kit) if office is not None else None
        if holder is not None and not found.plural:
            return Pointed((holder[0],), office, 0.75, f"same office as {before.actors[0] if before else ''}", types[:1])
        people.append(entity)
    known = tuple(person for person in people if kit.knowledge.actor(person) is not None)
    return Pointed(known, None, 0.6, "a colleague from that state", types) if known else Pointed()
