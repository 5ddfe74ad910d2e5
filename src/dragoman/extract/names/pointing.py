"""Whom a description of a person points to: an office and its holder, several, or whoever was spoken of before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.extract.names.bodies import (
    FAR,
    NEAR,
    Pointed,
    Setting,
    acting,
    body_of,
    ministry_in_focus,
    organ_of,
    point_to_bloc,
    point_to_organ,
    point_to_side,
)
from dragoman.extract.names.descriptions import Description
from dragoman.extract.names.focus import Spoken
from dragoman.extract.names.titles import HEADS, LEADERS, entity_of, load_offices, office_types, offices_named, title_from
from dragoman.kit import Kit
from dragoman.records import Office

_COMPLEMENT = re.compile(r" (?:of|for|de|des|du|d['’])(?: |\b)")  # "the junta" is not "the head of the junta"
_OF_BODIES = frozenset({"secretary-general", "deputy-secretary-general", "high-representative"})
_COMMON_OWNERS = 2  # more owners than this in one description are listed, not one body's


def point(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """Return whom a description points to."""
    if found.kind == "counterpart":
        return _counterpart(found, setting, kit)
    if found.kind in ("organ-word", "organ"):
        return point_to_organ(found, setting, kit)
    if found.kind == "bloc" or (found.kind == "side" and "bloc" in found.inner and not found.owners):
        return point_to_bloc(found, setting, kit)
    if found.kind == "people":
        return _two_people(found, setting)
    if found.kind in ("side", "pair", "country"):
        return point_to_side(found, setting, kit)
    return _role(found, setting, kit)


# ---------------------------------------------------------------- roles


def _role(found: Description, setting: Setting, kit: Kit) -> Pointed:
    if found.possessor in ("it", "he") and not found.owners:
        found = found._replace(owners=_possessors(found, setting, kit))
    if _is_at_home(found, setting, kit):
        found = found._replace(owners=found.seat)
    title = title_from(found)
    offices = offices_named(title, kit)
    if found.plural or ("former" in found.inner and found.determiner != "indefinite"):
        return _several(found, setting, kit) if found.plural else _former(offices, setting, kit)
    if found.determiner != "indefinite":
        for office in offices:
            holder = _holder(office.id, setting, kit)
            if holder is not None:
                return Pointed((holder[0],), office.id, holder[1], f"{office.id}: {holder[2]}", (office.type,))
    if offices:
        office = offices[0]
        body = office.organ if office.organ in kit.knowledge.organs else office.entity
        return Pointed((body,), office.id, 0.6, f"{office.id}, holder unknown: its body", (office.type,))
    if "organ" in found.inner and not found.owners:
        return _head_of_ministry(found, setting, kit)
    if (found.owners or found.organ_types) and not (title.types and _of_party(found, kit)):
        return _owned(found, setting, kit)
    return _spoken_of(found, setting, kit)


def _is_at_home(found: Description, setting: Setting, kit: Kit) -> bool:
    """Tell whether an office is that of the state in whose capital the sentence opens: "In Oslo, the foreign minister".

    Not where somebody in such an office was just spoken of, who may be on a visit, nor in a seat of an organisation.
    """
    single = found.determiner == "definite" and not found.plural and not found.inner and not found.organ_types
    single = single and any(kind.startswith("head-of-") or kind.endswith("-minister") for kind in found.types)
    if not single or found.owners or len(found.seat) != 1 or found.seat[0] not in kit.knowledge.states:
        return False
    office = office_of(found.seat[0], found.types, kit)
    if office is None or _holder(office, setting, kit) is None:
        return False
    crowned = "President" not in kit.knowledge.offices[office].name
    if (found.form in _MONARCHS) != crowned and kit.knowledge.offices[office].type == "head-of-state":
        return False  # a king in Warsaw, a president in London are visitors
    types = set(found.types)
    return not any(
        s.kind in ("person", "role") and (_suits(found, s) or types & set(s.types))
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
        return _entities_in_focus(setting)
    if not _CHIEFS.isdisjoint(found.types):
        return ()
    chief = setting.focus.last(setting.sentence, 0, lambda s: s.kind == "person" and s.subject > 0)
    return (chief.state,) if chief is not None and chief.state is not None and _leads(chief) else ()


_CHIEFS = frozenset({"head-of-state", "head-of-government", "party-leader"})


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
        holder = _holder(office, setting, kit) if office is not None else None
        if holder is not None:
            return Pointed((holder[0],), office, min(holder[1], 0.7), f"heads {organ.id}: {holder[2]}", (head,))
    return ministry


def _holder(office: str, setting: Setting, kit: Kit) -> tuple[str, float, str] | None:
    """Return who holds an office: whoever the text names in it, else the holder at the date."""
    if office in setting.holders:
        return setting.holders[office], 0.9, "named in the text"
    page = setting.page
    held = kit.knowledge.holders(office, page.date) if page.date is not None else ()
    if not held:
        return None
    if page.until is None:
        return held[-1].person, 0.8 if len(held) == 1 else 0.6, f"holder on {page.date}"
    if all(tenure.person == held[-1].person for tenure in kit.knowledge.holders(office, page.until)):
        return held[-1].person, 0.55, f"holder from {page.date} to {page.until}, when the text must be from"
    return None


def _owned(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """A role of a body without an office of its own ("a State Department official"): the body, else the state."""
    organs = [owner for owner in found.owners if owner in kit.knowledge.organs]
    entities = {entity_of(owner, kit) for owner in found.owners}
    spoken = setting.focus.last(
        setting.sentence, FAR, lambda s: s.kind == "person" and s.state in entities and _suits(found, s)
    )
    if spoken is not None and found.determiner in ("definite", "possessive"):
        return Pointed(spoken.actors, spoken.office, 0.7, "spoken of before in that role and state", spoken.types)
    if not organs and found.organ_types:
        organs = [
            organ
            for owner in found.owners or _entities_in_focus(setting)
            for organ_type in found.organ_types
            if (organ := organ_of(owner, organ_type, kit)) is not None
        ]
    if organs:
        return Pointed((organs[0],), None, 0.75, "a role of that body", (kit.knowledge.organs[organs[0]].type,))
    known = tuple(owner for owner in found.owners if kit.knowledge.actor(owner) is not None)
    return Pointed(known[:_COMMON_OWNERS], None, 0.75, "a role of that state or body") if known else Pointed()


def _entities_in_focus(setting: Setting) -> tuple[str, ...]:
    spoken = setting.focus.last(
        setting.sentence, NEAR, lambda s: s.state is not None and s.kind in ("state", "organ", "organisation")
    )
    return (spoken.state,) if spoken is not None and spoken.state is not None else ()


def _spoken_of(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """A role alone ("the minister", "the analyst"): the last person in that role, or the same description's actor."""
    if found.determiner not in ("definite", "possessive") and found.name is None:
        return Pointed()
    title = title_from(found)
    types = set(office_types(title, kit)) if found.kind != "head" else set()

    monarch = found.form in _MONARCHS
    if monarch and (crowned := _of_crown(found, setting, kit)).actors:
        return crowned

    def fits(spoken: Spoken) -> bool:
        if monarch and found.form not in spoken.forms:
            return False  # a king is no president
        several = len(spoken.actors) > 1 or spoken.kind == "roles"
        return spoken.kind in ("person", "role", "roles") and several == found.plural and (
            _suits(found, spoken) or (spoken.kind == "person" and bool(types & set(spoken.types)))
        )

    spoken = setting.focus.last(setting.sentence, FAR, fits)
    if spoken is None and title.private and not found.plural:
        spoken = setting.focus.last(setting.sentence, FAR, lambda s: s.kind == "person" and _is_unknown(s, setting))
    if spoken is None:
        return _of_state_in_focus(found, setting, kit)
    return Pointed(spoken.actors, spoken.office, 0.65, "spoken of before in that role", spoken.types)


# A word of a crown names no other head of state.
_MONARCHS = frozenset({"king", "queen", "monarch", "sovereign", "emir", "sultan", "roi", "reine", "monarque", "souverain"})


def _of_crown(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """`The king` alone: the head of the state in focus, where nobody of that name was spoken of."""
    if found.plural or setting.focus.last(setting.sentence, FAR, lambda s: found.form in s.forms) is not None:
        return Pointed()
    for entity in _entities_in_focus(setting):
        office = office_of(entity, found.types, kit)
        holder = _holder(office, setting, kit) if office is not None else None
        if holder is not None:
            return Pointed((holder[0],), office, 0.5, f"{office}, of the state in focus: {holder[2]}", found.types[:1])
    return Pointed()


def _of_state_in_focus(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """An office without its state ("the foreign secretary"): that of the last office holder's state."""
    if not found.types or found.plural:
        return Pointed()
    before = setting.focus.last(setting.sentence, NEAR, lambda s: s.kind == "person" and bool(s.types) and s.state is not None)
    office = office_of(before.state or "", found.types, kit) if before is not None else None
    holder = _holder(office, setting, kit) if office is not None else None
    if before is None or office is None or holder is None or holder[0] in before.actors:
        return _only_one(found, setting, kit)
    return Pointed((holder[0],), office, 0.5, f"{office}, of the state in focus: {holder[2]}", found.types[:1])


def _only_one(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """A rare office without its state ("the supreme leader"): the only state of the text that has such an office."""
    if found.determiner != "definite":
        return Pointed()
    offices = [office for entity in setting.page.company if (office := office_of(entity, found.types, kit)) is not None]
    holder = _holder(offices[0], setting, kit) if len(offices) == 1 else None
    if holder is None or kit.knowledge.offices[offices[0]].type not in _RARE:
        return Pointed()
    return Pointed((holder[0],), offices[0], 0.6, f"{offices[0]}, the only one of the text: {holder[2]}", found.types[:1])


_RARE = frozenset({"supreme-leader", "secretary-general", "high-representative", "crown-prince"})


_GENERIC = {
    "minister": "-minister", "ministre": "-minister", "president": "head-of-state", "premier": "head-of-government",
    "diplomat": "foreign-minister", "diplomate": "foreign-minister", "secretary": "secretary", "leader": "head-of-",
    "dirigeant": "head-of-", "chief": "-minister",
}  # fmt: skip


def _suits(found: Description, spoken: Spoken) -> bool:
    """Tell whether a role word fits somebody: the same word was said of them, or their office is of that kind."""
    by_form = found.form in spoken.forms or any(found.form in _COMPLEMENT.split(form)[0].split() for form in spoken.forms)
    return by_form or (spoken.kind == "person" and any(_is_kind(found.form, t) for t in spoken.types))


def _is_unknown(spoken: Spoken, setting: Setting) -> bool:
    """Tell whether somebody is unknown to the base: an expert mostly is."""
    actor = setting.actors.get(spoken.actors[0])
    return actor is not None and not actor.resolved and not spoken.types


_GENERIC_PLURAL = ("minister", "ministre", "president", "leader", "dirigeant", "diplomat", "diplomate")


def _is_kind(form: str, office_type: str) -> bool:
    """Tell whether a bare role word may mean an office of a type ("the minister" any minister)."""
    wanted = _GENERIC.get(form)
    return wanted is not None and wanted in office_type


def office_of(entity: str, types: Sequence[str], kit: Kit) -> str | None:
    """Return the first office of some type that a state or organisation has."""
    posts = kit.compiled(load_offices)
    return next((offices[0].id for office_type in types if (offices := posts.get((entity, office_type)))), None)


def _several(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """Several people: the office of each state named ("the French and Russian ministers"), or of the pair in focus."""
    title = title_from(found)
    entities = tuple(dict.fromkeys(entity_of(owner, kit) for owner in found.owners))
    if not entities and found.number < 2 and not (
        title.types or found.organ_types or "organ" in found.inner or found.form in _GENERIC_PLURAL
    ):
        return _spoken_of(found, setting, kit)
    if not entities and (found.number > 1 or found.determiner in ("definite", "possessive")):
        entities = setting.focus.pair(
            setting.sentence, NEAR, setting.actors, max(found.number, 2), without=setting.subject
        ) or _main_states(setting, kit)
    shared = _shared_types(found, setting) if "organ" in found.inner or found.form in _GENERIC_PLURAL else ()
    types = shared if "organ" in found.inner else title.types or shared or office_types(title, kit)
    types = types or (LEADERS if found.form in _LEADER_FORMS else ())
    if not entities and found.organ_types and found.kind == "role":
        return _owned(found, setting, kit)
    if "joined" in found.inner:
        held = [_post(entity, office_type, setting, kit) for office_type in types for entity in entities]
        known = acting(tuple(dict.fromkeys(held)), kit)
        return Pointed(known, None, 0.7, "each post of the states named", tuple(types)) if known else Pointed()
    people = []
    for entity in entities:
        ruling = found.form not in _LEADER_FORMS and not _RULING.isdisjoint(types[:1])
        if found.owners and ruling and entity not in kit.knowledge.states:
            people.append(entity)  # "the heads of state of the alliance" are those of its members, not who heads it
            continue
        named = _named_leader(entity, found, types, setting)
        if named is not None:
            people.append(named)
            continue
        office = office_of(entity, types, kit)
        definite = found.determiner in ("definite", "possessive") or bool(found.owners)
        holder = _holder(office, setting, kit) if office is not None and definite else None
        people.append(holder[0] if holder is not None else entity)
    known = acting(people, kit)
    reason = "the states named" if found.owners else "the sides spoken of before"
    return Pointed(known, None, 0.7 if found.owners else 0.55, reason, tuple(types)) if known else Pointed()


def _post(entity: str, office_type: str, setting: Setting, kit: Kit) -> str:
    """Return who holds a post of a state, or the state."""
    office = office_of(entity, (office_type,), kit)
    holder = _holder(office, setting, kit) if office is not None else None
    return holder[0] if holder is not None else entity


_LEADER_FORMS = ("leader", "dirigeant")
_RULING = frozenset({"head-of-state", "head-of-government"})


def _named_leader(entity: str, found: Description, types: Sequence[str], setting: Setting) -> str | None:
    """Return whom the text has just named for one of the sides: "the two leaders" are those who were named as such."""
    wanted = {*types[:1], *(LEADERS if found.form in _LEADER_FORMS else ())}
    if found.owners:
        return None
    spoken = setting.focus.last(
        setting.sentence,
        NEAR,
        lambda s: s.kind == "person" and s.state == entity and len(s.actors) == 1 and not wanted.isdisjoint(s.types[:1]),
    )
    return spoken.actors[0] if spoken is not None else None


def _main_states(setting: Setting, kit: Kit) -> tuple[str, ...]:
    """Return the two states that the document names most, if no third is named as often."""
    counted = [(n, state) for state, n in setting.page.company.items() if state in kit.knowledge.states]
    ranked = sorted(counted, key=lambda pair: (-pair[0], pair[1]))
    clear = len(ranked) > 1 and (len(ranked) == 2 or ranked[1][0] > ranked[2][0])
    return tuple(state for _, state in ranked[:2]) if clear else ()


def _shared_types(found: Description, setting: Setting) -> tuple[str, ...]:
    """Return the office types of the last person whom a bare plural ("the ministers") fits."""
    spoken = setting.focus.last(
        setting.sentence,
        NEAR,
        lambda s: s.kind == "person" and any(_is_kind(form, t) for t in s.types for form in (found.form, "minister")),
    )
    return spoken.types if spoken is not None else ()


_TWO = 2


def _two_people(found: Description, setting: Setting) -> Pointed:
    """Find "the two men" or "the pair": the two people last named, those named together before those named apart."""
    if found.determiner != "definite" or (found.number or int(found.value or 0)) != _TWO:
        return Pointed()
    people: dict[str, None] = {}
    for spoken in setting.focus.back(setting.sentence, NEAR):
        if spoken.kind == "person" and len(people) < _TWO:
            people.update(dict.fromkeys(spoken.actors))
    pair = tuple(people)
    return Pointed(pair, None, 0.6, "the two people last named") if len(pair) == _TWO else Pointed()


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
        holder = _holder(office, setting, kit) if office is not None else None
        if holder is not None and not found.plural:
            return Pointed((holder[0],), office, 0.75, f"same office as {before.actors[0] if before else ''}", types[:1])
        people.append(entity)
    known = tuple(person for person in people if kit.knowledge.actor(person) is not None)
    return Pointed(known, None, 0.6, "a colleague from that state", types) if known else Pointed()
