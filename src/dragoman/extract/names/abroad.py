"""Names that the tables of the text's language lack: states in other languages, towns, people taken for bodies."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.extract.names.candidates import find_candidates
from dragoman.extract.names.page import Page
from dragoman.extract.names.spellings import words
from dragoman.kit import Kit
from dragoman.knowledge.cldr import names_abroad
from dragoman.knowledge.gazetteer import City, find_city
from dragoman.knowledge.matching import folded
from dragoman.records import Actor, Mention, MentionKind

_SURE_NAME = 0.85  # share of the score that a full name of two words must reach where the model saw no person


class Abroad(NamedTuple):
    """Whom such a name means, and by which rule."""

    actor: Actor
    kind: MentionKind
    score: float
    reason: str


def name_abroad(mention: Mention, page: Page, kit: Kit) -> Abroad | None:
    """Return whom a name unknown to the tables of the language means, or None."""
    state = kit.compiled(load_abroad).get(folded(mention.surface))
    if state is not None and (actor := kit.knowledge.actor(state)) is not None:
        return Abroad(actor, "state", 0.8, "its name in another language")
    one_word = len(words(mention.surface)) == 1
    if mention.kind == "place" or one_word:
        city = find_city(mention.surface, page.company, kit.cities())
        if city is not None and (mention.kind == "place" or folded(city.name) != folded(mention.surface)):
            return Abroad(_place_of(city, kit), "place", 0.7, "a city of the gazetteer")
    if mention.kind == "organisation" and not one_word:
        return _person(mention, kit)
    return None


def _person(mention: Mention, kit: Kit) -> Abroad | None:
    """Return the one person whom a full name taken for a body's fits nearly exactly."""
    found = find_candidates((mention.surface,), kit, fuzzy=True)
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < _SURE_NAME or (len(ranked) > 1 and ranked[1][1] >= _SURE_NAME):
        return None
    actor = kit.knowledge.actor(ranked[0][0])
    return Abroad(actor, "person", 0.7, "a full name, spelt otherwise") if actor is not None else None


def _place_of(city: City, kit: Kit) -> Actor:
    """Return a city as our own table of places has it, where it does."""
    identifier = kit.compiled(load_own_places).get((folded(city.name), city.state), city.id)
    row = kit.knowledge.places.get(identifier)
    return Actor(id=identifier, kind="place", name=row.name if row is not None else city.name, state=city.state)


def load_abroad(kit: Kit) -> dict[str, str]:
    """Map names of states in other languages to their ids. Use through `kit.compiled(load_abroad)`."""
    return names_abroad(kit.knowledge)


def load_own_places(kit: Kit) -> dict[tuple[str, str | None], str]:
    """Map (name, state) to our own places. Use through `kit.compiled(load_own_places)`."""
    rows = kit.knowledge.places.values()
    return {
        (folded(form), row.state): row.id for row in rows for form in (row.name, *row.aliases.split("|")) if form
    }
