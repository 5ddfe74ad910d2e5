"""What a text has spoken of so far: whom "the minister", "the bloc" or "both countries" can point back to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dragoman.records import Actor


class Spoken(NamedTuple):
    """One mention that has been linked. `types` are the office types or organ type that the person or body has."""

    sentence: int
    actors: tuple[str, ...]
    kind: str
    state: str | None
    subject: bool
    office: str | None = None
    types: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    place: bool = False


class Focus:
    """The linked mentions in order, asked from the latest backwards."""

    def __init__(self) -> None:
        self._spoken: list[Spoken] = []

    def add(self, spoken: Spoken) -> None:
        """Remember a mention."""
        if spoken.actors:
            self._spoken.append(spoken)

    def back(self, sentence: int, reach: int) -> Iterator[Spoken]:
        """Yield what was spoken of within `reach` sentences, the latest first; subjects of a sentence before the rest."""
        held: list[Spoken] = []
        for spoken in reversed(self._spoken):
            if spoken.sentence < sentence - reach:
                break
            if held and held[0].sentence != spoken.sentence:
                yield from _subjects_first(held, sentence)
                held = []
            held.append(spoken)
        yield from _subjects_first(held, sentence)

    def last(self, sentence: int, reach: int, fits: Callable[[Spoken], bool]) -> Spoken | None:
        """Return the latest mention that fits, or None."""
        return next((spoken for spoken in self.back(sentence, reach) if fits(spoken)), None)

    def pair(self, sentence: int, reach: int, actors: dict[str, Actor], count: int = 2) -> tuple[str, ...]:
        """Return the states spoken of together: the first sentence backwards that names so many states as parties."""
        by_sentence: dict[int, dict[str, None]] = {}
        for spoken in reversed(self._spoken):
            if spoken.sentence < sentence - reach:
                break
            states = by_sentence.setdefault(spoken.sentence, {})
            for state in _states(spoken, actors):
                states[state] = None
        for number in sorted(by_sentence, reverse=True):
            found = tuple(reversed(by_sentence[number]))
            if len(found) >= count:
                return found[:count]
        return ()


def _subjects_first(held: list[Spoken], sentence: int) -> Iterator[Spoken]:
    if held and held[0].sentence == sentence:
        yield from held  # inside one sentence the nearest counts
        return
    yield from (spoken for spoken in held if spoken.subject)
    yield from (spoken for spoken in held if not spoken.subject)


def _states(spoken: Spoken, actors: dict[str, Actor]) -> tuple[str, ...]:
    if spoken.place or spoken.kind in ("place", "region", "treaty", "format", "outlet"):
        return ()
    found = []
    for identifier in spoken.actors:
        actor = actors.get(identifier)
        if actor is not None and actor.state is not None and (actor.kind in ("state", "organ", "person")):
            found.append(actor.state)
    return tuple(dict.fromkeys(found))
