"""Whom a description of several people points to: the office of each state named, the sides or the two people in focus."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.names.bodies import NEAR, Pointed, Setting, acting
from dragoman.extract.names.descriptions import Description
from dragoman.extract.names.holders import holder_of, holder_of_post, office_of
from dragoman.extract.names.roles_in_focus import is_kind, point_back, point_by_owner
from dragoman.extract.names.titles import LEADERS, entity_of, office_types, title_from
from dragoman.kit import Kit

_GENERIC_PLURAL = ("minister", "ministre", "president", "leader", "dirigeant", "diplomat", "diplomate")
_LEADER_FORMS = ("leader", "dirigeant")
_RULING = frozenset({"head-of-state", "head-of-government"})
_TWO = 2


def point_to_several(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """Several people: the office of each state named ("the French and Russian ministers"), or of the pair in focus."""
    title = title_from(found)
    entities = tuple(dict.fromkeys(entity_of(owner, kit) for owner in found.owners))
    if not entities and found.number < 2 and not (
        title.types or found.organ_types or "organ" in found.inner or found.form in _GENERIC_PLURAL
    ):
        return point_back(found, setting, kit)
    if not entities and (found.number > 1 or found.determiner in ("definite", "possessive")):
        entities = setting.focus.pair(
            setting.sentence, NEAR, setting.actors, max(found.number, 2), without=setting.subject
        ) or _main_states(setting, kit)
    shared = _shared_types(found, setting) if "organ" in found.inner or found.form in _GENERIC_PLURAL else ()
    types = shared if "organ" in found.inner else title.types or shared or office_types(title, kit)
    types = types or (LEADERS if found.form in _LEADER_FORMS else ())
    if not entities and found.organ_types and found.kind == "role":
        return point_by_owner(found, setting, kit)
    if "joined" in found.inner:
        held = [holder_of_post(entity, office_type, setting, kit) for office_type in types for entity in entities]
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
        holder = holder_of(office, setting, kit) if office is not None and definite else None
        people.append(holder[0] if holder is not None else entity)
    known = acting(people, kit)
    reason = "the states named" if found.owners else "the sides spoken of before"
    return Pointed(known, None, 0.7 if found.owners else 0.55, reason, tuple(types)) if known else Pointed()


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
        lambda s: s.kind == "person" and any(is_kind(form, t) for t in s.types for form in (found.form, "minister")),
    )
    return spoken.types if spoken is not None else ()


def point_to_pair(found: Description, setting: Setting) -> Pointed:
    """Find "the two men" or "the pair": the two people last named, those named together before those named apart."""
    if found.determiner != "definite" or (found.number or int(found.value or 0)) != _TWO:
        return Pointed()
    people: dict[str, None] = {}
    for spoken in setting.focus.back(setting.sentence, NEAR):
        if spoken.kind == "person" and len(people) < _TWO:
            people.update(dict.fromkeys(spoken.actors))
    pair = tuple(people)
    return Pointed(pair, None, 0.6, "the two people last named") if len(pair) == _TWO else Pointed()
