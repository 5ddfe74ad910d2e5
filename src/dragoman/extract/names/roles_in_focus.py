"""Whom a role points to whose own words name no office: the state or body behind it, or whoever was spoken of before."""

from __future__ import annotations

import re

from dragoman.extract.names.bodies import FAR, NEAR, Pointed, Setting, organ_of
from dragoman.extract.names.descriptions import Description
from dragoman.extract.names.focus import Spoken
from dragoman.extract.names.holders import holder_of, office_of
from dragoman.extract.names.titles import entity_of, office_types, title_from
from dragoman.kit import Kit

_COMPLEMENT = re.compile(r" (?:of|for|de|des|du|d['’])(?: |\b)")  # "the junta" is not "the head of the junta"
_COMMON_OWNERS = 2  # more owners than this in one description are listed, not one body's
# A word of a crown names no other head of state.
MONARCHS = frozenset({"king", "queen", "monarch", "sovereign", "emir", "sultan", "roi", "reine", "monarque", "souverain"})
_RARE = frozenset({"supreme-leader", "secretary-general", "high-representative", "crown-prince"})
_GENERIC = {
    "minister": "-minister", "ministre": "-minister", "president": "head-of-state", "premier": "head-of-government",
    "diplomat": "foreign-minister", "diplomate": "foreign-minister", "secretary": "secretary", "leader": "head-of-",
    "dirigeant": "head-of-", "chief": "-minister",
}  # fmt: skip


def point_by_owner(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """A role of a body without an office of its own ("a State Department official"): the body, else the state."""
    organs = [owner for owner in found.owners if owner in kit.knowledge.organs]
    entities = {entity_of(owner, kit) for owner in found.owners}
    spoken = setting.focus.last(
        setting.sentence, FAR, lambda s: s.kind == "person" and s.state in entities and suits(found, s)
    )
    if spoken is not None and found.determiner in ("definite", "possessive"):
        return Pointed(spoken.actors, spoken.office, 0.7, "spoken of before in that role and state", spoken.types)
    if not organs and found.organ_types:
        organs = [
            organ
            for owner in found.owners or entities_in_focus(setting)
            for organ_type in found.organ_types
            if (organ := organ_of(owner, organ_type, kit)) is not None
        ]
    if organs:
        return Pointed((organs[0],), None, 0.75, "a role of that body", (kit.knowledge.organs[organs[0]].type,))
    known = tuple(owner for owner in found.owners if kit.knowledge.actor(owner) is not None)
    return Pointed(known[:_COMMON_OWNERS], None, 0.75, "a role of that state or body") if known else Pointed()


def entities_in_focus(setting: Setting) -> tuple[str, ...]:
    """Return the state or organisation last spoken of, by itself or by a body of it; nothing where none was."""
    spoken = setting.focus.last(
        setting.sentence, NEAR, lambda s: s.state is not None and s.kind in ("state", "organ", "organisation")
    )
    return (spoken.state,) if spoken is not None and spoken.state is not None else ()


def point_back(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """A role alone ("the minister", "the analyst"): the last person in that role, or the same description's actor."""
    if found.determiner not in ("definite", "possessive") and found.name is None:
        return Pointed()
    title = title_from(found)
    types = set(office_types(title, kit)) if found.kind != "head" else set()

    monarch = found.form in MONARCHS
    if monarch and (crowned := _of_crown(found, setting, kit)).actors:
        return crowned

    def fits(spoken: Spoken) -> bool:
        if monarch and found.form not in spoken.forms:
            return False  # a king is no president
        several = len(spoken.actors) > 1 or spoken.kind == "roles"
        return spoken.kind in ("person", "role", "roles") and several == found.plural and (
            suits(found, spoken) or (spoken.kind == "person" and bool(types & set(spoken.types)))
        )

    spoken = setting.focus.last(setting.sentence, FAR, fits)
    anybody = title.private and not found.plural and _COMPLEMENT.search(found.form) is None  # not "the head of the institute"
    if spoken is None and anybody:
        spoken = setting.focus.last(setting.sentence, FAR, lambda s: s.kind == "person" and _is_unknown(s, setting))
    if spoken is None:
        return _of_state_in_focus(found, setting, kit)
    return Pointed(spoken.actors, spoken.office, 0.65, "spoken of before in that role", spoken.types)


def _of_crown(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """`The king` alone: the head of the state in focus, where nobody of that name was spoken of."""
    if found.plural or setting.focus.last(setting.sentence, FAR, lambda s: found.form in s.forms) is not None:
        return Pointed()
    for entity in entities_in_focus(setting):
        office = office_of(entity, found.types, kit)
        holder = holder_of(office, setting, kit) if office is not None else None
        if holder is not None:
            return Pointed((holder[0],), office, 0.5, f"{office}, of the state in focus: {holder[2]}", found.types[:1])
    return Pointed()


def _of_state_in_focus(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """An office without its state ("the foreign secretary"): that of the last office holder's state."""
    if not found.types or found.plural:
        return Pointed()
    before = setting.focus.last(setting.sentence, NEAR, lambda s: s.kind == "person" and bool(s.types) and s.state is not None)
    office = office_of(before.state or "", found.types, kit) if before is not None else None
    holder = holder_of(office, setting, kit) if office is not None else None
    if before is None or office is None or holder is None or holder[0] in before.actors:
        return _only_one(found, setting, kit)
    return Pointed((holder[0],), office, 0.5, f"{office}, of the state in focus: {holder[2]}", found.types[:1])


def _only_one(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """A rare office without its state ("the supreme leader"): the only state of the text that has such an office."""
    if found.determiner != "definite":
        return Pointed()
    offices = [office for entity in setting.page.company if (office := office_of(entity, found.types, kit)) is not None]
    holder = holder_of(offices[0], setting, kit) if len(offices) == 1 else None
    if holder is None or kit.knowledge.offices[offices[0]].type not in _RARE:
        return Pointed()
    return Pointed((holder[0],), offices[0], 0.6, f"{offices[0]}, the only one of the text: {holder[2]}", found.types[:1])


def suits(found: Description, spoken: Spoken) -> bool:
    """Tell whether a role word fits somebody: the same word was said of them, or their office is of that kind."""
    by_form = found.form in spoken.forms or any(found.form in _COMPLEMENT.split(form)[0].split() for form in spoken.forms)
    return by_form or (spoken.kind == "person" and any(is_kind(found.form, t) for t in spoken.types))


def _is_unknown(spoken: Spoken, setting: Setting) -> bool:
    """Tell whether somebody is unknown to the base: an expert mostly is."""
    actor = setting.actors.get(spoken.actors[0])
    return actor is not None and not actor.resolved and not spoken.types


def is_kind(form: str, office_type: str) -> bool:
    """Tell whether a bare role word may mean an office of a type ("the minister" any minister)."""
    wanted = _GENERIC.get(form)
    return wanted is not None and wanted in office_type
