"""Whom a description of a body or side points to: an organ, a ministry spoken of, a bloc, one side or both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dragoman.extract.names.descriptions import Description
from dragoman.extract.names.focus import Focus, Spoken
from dragoman.extract.names.page import Page
from dragoman.extract.names.titles import HEADS, entity_of
from dragoman.kit import Kit
from dragoman.records import Actor

NEAR, FAR = 3, 40  # sentences back: for what is in focus, and for somebody whose very role is named again
_COMMON_OWNERS = 2  # more owners than this in one description are listed, not one body's


class Pointed(NamedTuple):
    """Whom a description names, with the office where it is one; `holder` is true where a person stands for it."""

    actors: tuple[str, ...] = ()
    office: str | None = None
    score: float = 0.0
    reason: str = ""
    types: tuple[str, ...] = ()


class Setting(NamedTuple):
    """Where a description stands: its sentence, what was spoken of, who holds which office in this text.

    `inside`: it names where something is ("in the country").
    """

    sentence: int
    page: Page
    focus: Focus
    actors: dict[str, Actor]
    holders: dict[str, str]
    subject: str | None = None
    inside: bool = False


def acting(identifiers: Sequence[str], kit: Kit) -> tuple[str, ...]:
    """Return the known actors among some, regions only where nothing else is there ("ministries of Europe of France")."""
    known = {i: actor.kind for i in identifiers if (actor := kit.knowledge.actor(i)) is not None}
    return tuple(i for i, kind in known.items() if kind != "region") or tuple(known)


def organ_of(owner: str, organ_type: str, kit: Kit) -> str | None:
    """Return the organ of a type that a state or organisation has."""
    return kit.compiled(load_organs).get((entity_of(owner, kit), organ_type))


def load_organs(kit: Kit) -> dict[tuple[str, str], str]:
    """Map (entity, organ type) to the organ, where there is one only or one bears the type's name.

    Use through `kit.compiled(load_organs)`.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for organ in kit.knowledge.organs.values():
        found.setdefault((organ.entity, organ.type), []).append(organ.id)
    return {
        key: plain if (plain := ".".join(key)) in organs else organs[0]
        for key, organs in found.items()
        if len(organs) == 1 or ".".join(key) in organs
    }


def point_to_organ(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """Return the organ that a description names: a kind of organ with its state, or one spoken of before."""
    if found.kind == "organ":
        return _plain_owners(found.owners, kit) if found.owners else _ministries(found, setting, kit)
    if not found.owners and found.organ_types and (owner := _possessor(found, setting)) is not None:
        found = found._replace(owners=(owner,))
    if found.owners:
        return _organs_named(found, kit)
    if "demonstrative" in found.inner:  # "these forces" are those just spoken of, whosesoever
        named = setting.focus.last(setting.sentence, NEAR, lambda s: bool(set(found.organ_types) & set(s.types)))
        return Pointed(named.actors, None, 0.65, "spoken of before", named.types) if named is not None else Pointed()
    if found.plural and (found.number > 1 or found.determiner in ("definite", "possessive")):
        return _organs_of_both(found, setting, kit)
    return _organ_in_focus(found.organ_types, setting, kit)


_HOLDING = ("state", "organisation", "organ", "group")  # what "its army" can belong to


def _possessor(found: Description, setting: Setting) -> str | None:
    """Return whose "its army" or "his government" is: the subject's of the clause before it, else of the sentence before."""
    if found.possessor not in ("it", "he", "she"):
        return None
    kinds: tuple[str, ...] = _HOLDING if found.possessor == "it" else ("person",)
    if setting.page.document.language == "fr":  # "son" says nothing of the owner
        kinds = (*_HOLDING, "person")

    def fits(spoken: Spoken) -> bool:
        return spoken.subject > 0 and spoken.kind in kinds and len(spoken.actors) == 1 and not spoken.place

    here = setting.focus.last(setting.sentence, 0, fits)
    owner = here or setting.focus.last(setting.sentence, 1, fits)
    return owner.state if owner is not None else None


def _ministries(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """Find a bare ministry, or the ministries of both sides ("our departments")."""
    ministry = ministry_in_focus(setting, kit)
    if found.plural and ministry.types:
        return _organs_of_both(found._replace(organ_types=ministry.types), setting, kit)
    return ministry


def _organs_of_both(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """Find the organs of the sides spoken of ("both governments"), or the sides where their organs are not known."""
    pair = setting.focus.pair(setting.sentence, NEAR, setting.actors, max(found.number, 2), without=setting.subject)
    organs = [organ_of(state, found.organ_types[0], kit) or state for state in pair] if found.organ_types else list(pair)
    known = acting(organs, kit)
    return Pointed(known, None, 0.5, "of the sides spoken of before", found.organ_types) if known else Pointed()


def _organs_named(found: Description, kit: Kit) -> Pointed:
    """Return the organ of the owner named, of several states each its own ("the governments of Chad and Niger")."""
    organs = {owner: [o for kind in found.organ_types if (o := organ_of(owner, kind, kit))] for owner in found.owners}
    if found.plural and len(organs) > 1 and kit.knowledge.states.keys() >= organs.keys():
        bodies = dict.fromkeys(own[0] if own else state for state, own in organs.items())
        return Pointed(tuple(bodies), None, 0.8, "bodies of the states named", found.organ_types)
    for owner, own in organs.items():
        if own:
            kind = kit.knowledge.organs[own[0]].type
            return Pointed((own[0],), None, 0.9, f"{kind} of {owner}", (kind,))
    return _plain_owners(found.owners, kit)


def _plain_owners(owners: Sequence[str], kit: Kit) -> Pointed:
    known = tuple(owner for owner in owners if kit.knowledge.actor(owner) is not None)
    return Pointed(known[:_COMMON_OWNERS], None, 0.7, "a body of that state") if known else Pointed()


def ministry_in_focus(setting: Setting, kit: Kit) -> Pointed:
    """Find what a bare "the ministry" or "the department" is: the last ministry, or the one of the last minister."""
    spoken = setting.focus.last(
        setting.sentence,
        FAR,
        lambda s: any("ministry" in t or "minister" in t for t in s.types) or _ministry_of(s, kit) is not None,
    )
    if spoken is None:
        return Pointed()
    ministry = _ministry_of(spoken, kit)
    if ministry is not None:
        types = (kit.knowledge.organs[ministry].type,)
        return Pointed((ministry,), None, 0.6, "the ministry of who was spoken of before", types)
    actor = kit.knowledge.organs.get(spoken.actors[0])
    if actor is not None:
        return Pointed((actor.id,), None, 0.65, "the ministry spoken of before", (actor.type,))
    for organ_type, heads in HEADS.items():
        if set(heads) & set(spoken.types) and spoken.state is not None:
            organ = organ_of(spoken.state, organ_type, kit)
            if organ is not None:
                return Pointed((organ,), None, 0.6, "the ministry of the minister spoken of before", (organ_type,))
    return Pointed()


def _ministry_of(spoken: Spoken, kit: Kit) -> str | None:
    """Return the ministry to which the office of a person belongs (a spokeswoman's, a deputy's)."""
    office = kit.knowledge.offices.get(spoken.office) if spoken.office is not None else None
    organ = kit.knowledge.organs.get(office.organ) if office is not None and office.organ is not None else None
    return organ.id if organ is not None and "ministry" in organ.type else None


def _organ_in_focus(organ_types: Sequence[str], setting: Setting, kit: Kit) -> Pointed:
    """A kind of organ without a state ("the foreign ministry"): the one spoken of, else that of the state in focus."""
    spoken = setting.focus.last(setting.sentence, FAR, lambda s: bool(set(organ_types) & set(s.types)) and s.kind == "organ")
    if spoken is not None:
        return Pointed(spoken.actors, None, 0.65, "spoken of before", spoken.types)
    heads = {head for organ_type in organ_types for head in HEADS.get(organ_type, ())}
    ministers = [s for s in setting.focus.back(setting.sentence, NEAR) if heads & set(s.types) and s.kind == "person"]
    if len({s.state for s in ministers if s.sentence == ministers[0].sentence}) > 1:
        return Pointed()  # "Blinken and Le Drian agreed, the foreign ministry said": either's
    person = ministers[0] if ministers else None
    if person is None:
        person = setting.focus.last(setting.sentence, NEAR, lambda s: s.kind == "state" and s.subject > 0 and not s.place)
    alone = setting.focus.pair(setting.sentence, NEAR, setting.actors, 1)
    state = person.state if person is not None else next(iter(alone), None)
    for organ_type in organ_types if state is not None else ():
        organ = organ_of(state or "", organ_type, kit)
        if organ is not None:
            return Pointed((organ,), None, 0.5, "of the state in focus", (organ_type,))
    return Pointed()


def the_only_body(found: Description, setting: Setting, kit: Kit) -> Pointed | None:
    """Return what "the Commission" is, written like a name: that of the only organisation of the text which has such a body."""
    if found.kind not in ("organ-word", "organ") or found.owners or found.plural or found.determiner != "definite":
        return None
    bodies = {
        body for entity in setting.page.company if entity not in kit.knowledge.states
        for organ_type in found.organ_types if (body := organ_of(entity, organ_type, kit)) is not None
    }  # fmt: skip
    return Pointed((bodies.pop(),), None, 0.6, "the only one of the text", found.organ_types) if len(bodies) == 1 else None


def point_to_bloc(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """Return the organisation that "the bloc" or "the alliance" is."""
    if found.value and kit.knowledge.actor(found.value) is not None:
        return Pointed((found.value,), None, 0.8, "a name of it")
    named = [i for i in found.owners if (a := kit.knowledge.actor(i)) is not None and a.kind in ("organisation", "format")]
    if named:
        return Pointed((named[0],), None, 0.85, "named beside it")
    if found.owners or found.determiner not in ("definite", "possessive"):
        return Pointed()
    wanted = _BLOC_KINDS.get(found.form)
    spoken = setting.focus.last(setting.sentence, FAR, lambda s: _is_bloc(body_of(s, kit), wanted, kit))
    spoken = spoken or setting.focus.last(setting.sentence, FAR, lambda s: _is_bloc(body_of(s, kit), None, kit))
    body = body_of(spoken, kit) if spoken is not None else None
    if body is None:  # named only later in the text
        bodies = [i for i in setting.page.company if _is_bloc(i, ("organisation",), kit)]
        body = max(bodies, key=lambda identifier: (setting.page.company[identifier], identifier), default=None)
    return Pointed((body,), None, 0.65, "the organisation spoken of before") if body is not None else Pointed()


# What a common noun names: rather a body with a seat than a club of states that only meets.
_BLOC_KINDS: Mapping[str, tuple[str, ...]] = dict.fromkeys(
    ("bloc", "alliance", "military alliance", "union", "organisation", "organization"), ("organisation",)
)


def _is_bloc(identifier: str | None, wanted: tuple[str, ...] | None, kit: Kit) -> bool:
    actor = kit.knowledge.actor(identifier) if identifier is not None else None
    return actor is not None and actor.kind in (wanted or ("organisation", "format"))


def body_of(spoken: Spoken, kit: Kit) -> str | None:
    """Return the organisation that a mention names or acts for."""
    for identifier in (spoken.actors[0], spoken.state):
        actor = kit.knowledge.actor(identifier) if identifier is not None else None
        if actor is not None and actor.kind in ("organisation", "format"):
            return actor.id
    return None


def point_to_side(found: Description, setting: Setting, kit: Kit) -> Pointed:
    """Return the side named, both sides, or the state in focus."""
    if found.owners:
        known = acting([entity_of(owner, kit) for owner in found.owners], kit)
        return Pointed(known, None, 0.9 if found.kind == "side" else 0.75, "the side named") if known else Pointed()
    if found.possessor in ("you", "i"):
        return Pointed()  # whoever is spoken to or speaks: no side of the talks
    if found.kind == "country" and found.possessor in ("he", "she") and not found.plural:
        return _own_country(setting)
    if found.plural or found.number > 1:
        return _sides(found, setting)
    if found.determiner != "definite" or found.kind == "pair" or found.value == SEVERAL:
        return Pointed()
    few = found.value.split("|") if found.value else ()
    return _one_of(few, setting) if few else _country_in_focus(setting, found.form, kit, near="demonstrative" in found.inner)


def _own_country(setting: Setting) -> Pointed:
    """Return what "his country" is: the state of the person last spoken of."""
    whose = setting.focus.last(setting.sentence, NEAR, lambda s: s.kind == "person" and s.state is not None)
    state = whose.state if whose is not None else None
    return Pointed((state,), None, 0.7, "the state of who was spoken of") if state is not None else Pointed()


SEVERAL = "several"  # what a word is marked with that names states only in the plural: "the two democracies"


def _one_of(states: Sequence[str], setting: Setting) -> Pointed:
    """Return the state for which a common name of few stands ("the kingdom", "the island"): the last such that was named."""
    spoken = setting.focus.last(setting.sentence, FAR, lambda s: s.actors[0] in states and s.actors[0] != setting.subject)
    spoken = spoken or setting.focus.last(setting.sentence, FAR, lambda s: s.state in states and s.state != setting.subject)
    if spoken is not None:
        state = spoken.actors[0] if spoken.actors[0] in states else str(spoken.state)
        return Pointed((state,), None, 0.7, "the last one named of those that are called so")
    company = [state for state in states if setting.page.company.get(state)]
    return Pointed((company[0],), None, 0.6, "the only one of the text that is called so") if len(company) == 1 else Pointed()


def _sides(found: Description, setting: Setting) -> Pointed:
    """Return several sides: those just listed for "these two countries", else those that deal with each other here."""
    if found.kind == "country" and found.number < 2 and (found.determiner != "definite" or found.value == SEVERAL):
        return Pointed()
    count = max(found.number, 2)
    listed = setting.focus.listed(setting.sentence, count) if "demonstrative" in found.inner else ()
    if listed:
        return Pointed(listed, None, 0.7, "the states just listed")
    pair = setting.focus.present(setting.sentence, setting.actors, count, without=setting.subject)
    if not pair and count == 2:
        pair = setting.focus.together(setting.sentence, NEAR, setting.actors)
    pair = pair or setting.focus.pair(setting.sentence, NEAR + 2, setting.actors, count, without=setting.subject)
    pair = setting.focus.as_named(pair, setting.sentence, NEAR + 2, setting.actors)
    return Pointed(pair, None, 0.6, "the sides spoken of before") if pair else Pointed()


_MAIN = 2  # `Spoken.subject` of a main clause
_CLEARLY = 1.5  # times as often as any other state


def _country_in_focus(setting: Setting, form: str, kit: Kit, *, near: bool) -> Pointed:
    """Return the state that "the country" is: where things happen is rather the one last named without acting.

    `near`: "this country" is the one last named, not the subject of its sentence. It is never the state that acts on it in
    the same clause.
    """

    def fits(spoken: Spoken) -> bool:
        return spoken.kind == "state" and spoken.state != setting.subject

    def is_said_so(spoken: Spoken) -> bool:
        return len(spoken.actors) == 1 and spoken.actors[0] != setting.subject and form.lower() in map(str.lower, spoken.forms)

    here = (setting.sentence, _MAIN)
    spoken = None
    if near:
        back = [s for s in setting.focus.back(setting.sentence, 1) if fits(s) and (s.sentence, s.subject) != here]
        spoken = max(back, key=lambda s: s.start, default=None)
    if spoken is None and setting.inside:
        spoken = setting.focus.last(setting.sentence, 1, lambda s: fits(s) and not s.subject)
    again = None if near else setting.focus.last(setting.sentence, NEAR, lambda s: s.kind == "side" and is_said_so(s))
    if again is not None and spoken is None:
        return Pointed(again.actors[:1], None, 0.6, "the one called so before")
    spoken = spoken or setting.focus.last(setting.sentence, NEAR, lambda s: fits(s) and s.subject > 0)
    if spoken is None and (main := _main_state(setting, kit)) is not None:
        return Pointed((main,), None, 0.5, "the state that the text names most")
    spoken = spoken or setting.focus.last(setting.sentence, NEAR, fits)
    return Pointed(spoken.actors[:1], None, 0.5, "the state in focus") if spoken is not None else Pointed()


def _main_state(setting: Setting, kit: Kit) -> str | None:
    """Return the state that a text names half as often again as any other, unless it acts in this clause."""
    named = [(count, state) for state, count in setting.page.company.items() if state in kit.knowledge.states]
    (first, state), (second, _) = [*sorted(named, reverse=True), (0, ""), (0, "")][:2]
    return state if first >= _CLEARLY * max(second, 1) and state != setting.subject else None
