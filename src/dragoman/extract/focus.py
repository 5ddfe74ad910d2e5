"""What a text has spoken of so far: whom "the minister", "the bloc" or "both countries" can point back to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dragoman.records import Actor

_LIST_GAP = 9  # characters between two names of a list: " and the ", " et l'"


class Spoken(NamedTuple):
    """One mention that has been linked. `types` are the office types or organ type that the person or body has.

    `subject` is 2 for the subject of a main clause, 1 for another subject, 0 else.
    """

    sentence: int
    actors: tuple[str, ...]
    kind: str
    state: str | None
    subject: int
    office: str | None = None
    types: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    place: bool = False
    head: int | None = None
    feminine: bool | None = None
    start: int = 0
    end: int = 0


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

    def pair(
        self, sentence: int, reach: int, actors: dict[str, Actor], count: int = 2, without: str | None = None
    ) -> tuple[str, ...]:
        """Return the states that deal with each other here.

        Those of the present sentence if they are just so many, else those spoken of most, the nearer, the acting and those
        with people weighing more. `without` is a third state.
        """
        weights: dict[str, float] = {}
        present: dict[str, None] = {}
        for spoken in reversed(self._spoken):
            if spoken.sentence < sentence - reach:
                break
            for state in _states(spoken, actors):
                if state == without:
                    continue
                weight = (1.0 + 0.5 * (spoken.subject > 0) + 0.5 * (spoken.kind == "person")) * 0.7 ** (
                    sentence - spoken.sentence
                )
                weights[state] = weights.get(state, 0.0) + weight
                if spoken.sentence == sentence:
                    present[state] = None
        if len(present) == count:
            return tuple(reversed(present))
        found = sorted(weights, key=lambda state: (-weights[state], state))[:count]
        return tuple(found) if len(found) == count else ()

    def listed(self, sentence: int, count: int) -> tuple[str, ...]:
        """Return the states that the present sentence last named in one list of that length ("Syria and Iraq")."""
        run: list[Spoken] = []
        for spoken in reversed(self._spoken):
            if spoken.sentence != sentence:
                break
            joined = spoken.kind == "state" and (not run or run[-1].start - spoken.end <= _LIST_GAP)
            if joined:
                run.append(spoken)
            if len(run) == count or (run and not joined):
                break
        return tuple(s.actors[0] for s in reversed(run)) if len(run) == count else ()


def _subjects_first(held: list[Spoken], sentence: int) -> Iterator[Spoken]:
    if held and held[0].sentence == sentence:
        yield from held  # inside one sentence the nearest counts
        return
    yield from sorted(held, key=lambda spoken: -spoken.subject)


def _states(spoken: Spoken, actors: dict[str, Actor]) -> tuple[str, ...]:
    if spoken.place or spoken.kind in ("place", "region", "treaty", "format", "outlet"):
        return ()
    found = []
    for identifier in spoken.actors:
        actor = actors.get(identifier)
        if actor is not None and actor.kind == "group":
            found.append(actor.id)
        elif actor is not None and actor.state is not None and actor.kind in ("state", "organ", "person"):
            found.append(actor.state)
    return tuple(dict.fromkeys(found))
