"""The actors that mentions name: entries of the base as of a date, and the document's own for those whom the base lacks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import msgspec

from dragoman.extract.names.forms import fold, load_feminine
from dragoman.extract.names.page import Named, Page
from dragoman.extract.names.persons import states_of
from dragoman.extract.names.titles import entity_of, offices_named
from dragoman.ids import unresolved_actor_id
from dragoman.kit import Kit
from dragoman.records import Actor, ActorKind


def actor_of_base(identifier: str, date: str | None, kit: Kit) -> Actor:
    """Return an actor of the base; a person with whom they act for at a date. The identifier must be one of the base."""
    known = kit.knowledge.actor(identifier)
    assert known is not None, identifier
    held = kit.knowledge.offices_of(identifier, date) if known.kind == "person" and date else ()
    return _acting_for(known, [kit.knowledge.offices[tenure.office].entity for tenure in held])


def person_of_base(identifier: str, named: Named, date: str | None, kit: Kit) -> Actor:
    """Return a person of the base, with whom they act for: by a title given, else at the date, else at the time told of."""
    knowledge = kit.knowledge
    base = knowledge.entities[identifier]
    held = knowledge.offices_of(identifier, date) if date is not None else ()
    titled = [o for title in named.titles for o in offices_named(title, kit)]
    mine = [o for o in titled if o.entity in states_of(identifier, knowledge.offices_of(identifier), kit)]
    if mine:
        return msgspec.structs.replace(base, state=mine[0].entity)
    held = held or tuple(t for year in named.years for t in knowledge.offices_of(identifier, year))
    return _acting_for(base, [knowledge.offices[tenure.office].entity for tenure in held])


def person_of_page(named: Named, page: Page, kit: Kit) -> Actor:
    """Return an actor of the document's own for somebody unknown to the base, with the state that the text gives."""
    owners = [_state_behind(owner, kit) for title in named.titles for owner in title.owners]
    state = next((owner for owner in owners if owner in kit.knowledge.states), owners[0] if owners else None)
    return actor_of_page(named.cluster.forms[0], "person", page, state=state)


def _state_behind(owner: str, kit: Kit) -> str:
    """Return the state or body that somebody of an owner acts for: of a part of a state, that state ("Texas governor X")."""
    entity = entity_of(owner, kit)
    actor = kit.knowledge.actor(entity)
    return actor.state if actor is not None and actor.kind == "region" and actor.state is not None else entity


def actor_of_page(name: str, kind: ActorKind, page: Page, *, state: str | None = None) -> Actor:
    """Return an actor of the document's own; the same name in one document is the same actor."""
    identifier = unresolved_actor_id(page.document.id, name)
    return Actor(id=identifier, kind=kind, name=" ".join(name.split()), state=state, resolved=False)


def place_of_base(identifier: str, kit: Kit) -> Actor:
    """Return a place of the base."""
    row = kit.knowledge.places[identifier]
    return Actor(id=row.id, kind="place", name=row.name, state=row.state)


def city_of_state(form: str, state: str, kit: Kit) -> Actor:
    """Return a capital as a place, under the name that the table of states gives it in every language."""
    row = kit.knowledge.states.get(state)
    name = row.capital if row is not None and row.capital else form
    return Actor(id=f"place:{_slug(name)}", kind="place", name=name, state=state)


def is_woman(actor: Actor, named: Named, kit: Kit, code: str) -> bool | None:
    """Tell from the given name or a title whether a person is a woman; None where neither says so."""
    given = fold(actor.name.split()[0]) if " " in actor.name else ""
    if any(title.feminine for title in named.titles) or given in kit.compiled(load_feminine, code):
        return True
    return False if actor.resolved else None


def _acting_for(person: Actor, entities: Sequence[str]) -> Actor:
    """Return a holder of offices with the one for whom they act without a word of it.

    That is the own state before a union that the person chairs, else the last; without any office as before.
    """
    if not entities or person.state in entities:
        return person
    return msgspec.structs.replace(person, state=entities[-1])


def _slug(name: str) -> str:
    """Return a name as part of an id: small letters and hyphens."""
    ascii_name = unicodedata.normalize("NFKD", fold(name)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")
