"""Whom a pronoun takes up: the last person, state or body that fits, or several named shortly before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dragoman.extract.names.bodies import Pointed
from dragoman.extract.names.focus import Focus, Spoken

_REACH = 3  # sentences back in which a pronoun finds its noun
_PERSONAL = ("he", "she")
_KINDS: Mapping[str, tuple[str, ...]] = {
    "he": ("person",), "she": ("person",), "it": ("state", "organisation", "organ", "group"),
}  # fmt: skip


class Place(NamedTuple):
    """Where a pronoun stands: its sentence, the word that governs it (by its number there), whether it is a subject."""

    sentence: int
    head: int | None
    subject: bool


def stands_for(
    value: str, place: Place, focus: Focus, genders: Mapping[str, bool], taken_up: Mapping[tuple[int, int], tuple[str, ...]]
) -> Pointed:
    """Return whom "he", "she" or "it" stands for.

    `genders` tells of actors whether they are women, where the text says so; `taken_up` whom the subject pronoun of a verb
    (sentence, word) stands for.
    """
    kinds = _KINDS.get(value, ())
    head = None if place.subject else place.head

    def fits(spoken: Spoken) -> bool:
        """No object stands for the subject of its own verb ("he praised him")."""
        feminine = genders.get(spoken.actors[0], spoken.feminine)
        if value in _PERSONAL and feminine is not None and feminine != (value == "she"):
            return False
        own = head is not None and spoken.sentence == place.sentence and spoken.subject > 0 and spoken.head == head
        own = own or (head is not None and spoken.actors == taken_up.get((place.sentence, head)))
        return spoken.kind in kinds and len(spoken.actors) == 1 and not own

    spoken = None
    if value in _PERSONAL and place.subject:  # a subject takes up the subject before it
        spoken = focus.last(place.sentence, 0, lambda s: s.subject > 0 and fits(s))
    spoken = spoken or focus.last(place.sentence, _REACH, fits)
    if spoken is None:
        return Pointed(reason="pronoun without somebody to stand for")
    return Pointed(spoken.actors, None, 0.6 if value in _PERSONAL else 0.35, "pronoun: the last that fits")


def several_before(sentence: int, focus: Focus) -> Pointed:
    """Return the several people or states named together shortly before, for which "they" and "them" stand."""
    spoken = focus.last(sentence, 1, lambda s: len(s.actors) > 1)
    if spoken is not None:
        return Pointed(spoken.actors, None, 0.4, "pronoun: the several last named")
    people = [s for s in focus.back(sentence, 1) if s.kind == "person" and s.sentence < sentence]
    together = tuple(dict.fromkeys(actor for s in people for actor in s.actors))
    if len(together) == 2:
        return Pointed(together, None, 0.4, "pronoun: the two people named before")
    return Pointed(reason="pronoun without several to stand for")
