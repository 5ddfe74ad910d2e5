"""What a text has spoken of so far: whom "the minister", "the bloc" or "both countries" can point back to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from dragoman.records import Actor

# What joins two names of a list, titles of the second among it: " and the ", ", ", " and Israeli Prime Minister ".
_JOINT = re.compile(r"(?:,|,? (?:and|et|&)) (?:[A-Z]|the\b|l[ae]s?\b|l['’]|$)[^,;.:]{0,40}$|,? (?:and|et|&) $|, $")
_TITLE = re.compile(r" (?:[\w'’-]+ ){1,5}")
_BODIES = frozenset({"state", "group", "organ", "organisation"})
_REACH = 16  # characters back in which "between the" stands
_BETWEEN = re.compile(r"\b(?:between|entre) (?:the |la |le |les |l['’])?\Z")


class Spoken(NamedTuple):
    """One mention that has been linked. `types` are the office types or organ type that the person or body has.

    `subject` is 2 for the subject of a main clause, 1 for another subject, 0 else. `host`: it only houses or mediates what
    others do, and so is no side of theirs.
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
    host: bool = False


class Focus:
    """The linked mentions in order, asked from the latest backwards."""

    def __init__(self, text: str) -> None:
        self._text = text
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

    def present(self, sentence: int, actors: dict[str, Actor], count: int, without: str | None = None) -> tuple[str, ...]:
        """Return the states named in the present sentence so far, if they are just so many."""
        found: dict[str, None] = {}
        for spoken in reversed(self._spoken):
            if spoken.sentence != sentence:
                break
            found.update(dict.fromkeys(state for state in _states(spoken, actors) if state != without))
        return tuple(reversed(found)) if len(found) == count else ()

    def pair(
        self, sentence: int, reach: int, actors: dict[str, Actor], count: int = 2, without: str | None = None
    ) -> tuple[str, ...]:
        """Return the states that deal with each other here.

        Those of the present sentence if they are just so many, else those spoken of most, the nearer, the acting and those
        with people weighing more. `without` is a third state.
        """
        if present := self.present(sentence, actors, count, without):
            return present
        weights: dict[str, float] = {}
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
        found = sorted(weights, key=lambda state: (-weights[state], state))[:count]
        return tuple(found) if len(found) == count else ()

    def together(self, sentence: int, reach: int, actors: dict[str, Actor]) -> tuple[str, ...]:
        """Return the two states that were last named side by side: "Iran and Saudi Arabia", "Abbas and Sharon".

        Side by side with nobody third, in an earlier sentence; or by one description ("delegations of X and Y").
        """
        later: Spoken | None = None
        beside: Spoken | None = None  # what stands right after `later`
        for index in range(len(self._spoken) - 1, -1, -1):
            spoken = self._spoken[index]
            if spoken.sentence < sentence - reach:
                break
            if spoken.sentence == sentence or (later is not None and self._titles(spoken, later)):
                continue
            states = _states(spoken, actors)
            if len(states) == 2 and len(spoken.actors) == 2:
                return states
            joined = later is not None and self._joined(spoken, later)
            if later is not None and joined:
                pair = tuple(dict.fromkeys((*states, *_states(later, actors))))
                third = beside is not None and self._joined(later, beside)
                if len(pair) == 2 and len(states) == 1 and not third and self._begins_pair(index):
                    return pair
            beside, later = (later if joined else None), spoken
        return ()

    def as_named(self, sides: tuple[str, ...], sentence: int, reach: int, actors: dict[str, Actor]) -> tuple[str, ...]:
        """Return sides with the army or government that faces an armed group in the place of its state.

        "The Sudanese army and the Rapid Support Forces": within one state it is no state that talks to the group.
        """
        if not any((actor := actors.get(side)) is not None and actor.kind in ("group", "organisation") for side in sides):
            return sides
        bodies: dict[str, str] = {}
        for spoken in self._spoken:
            body = spoken.kind == "organ" and len(spoken.actors) == 1 and spoken.state in sides and not spoken.host
            if body and spoken.state is not None and sentence - reach <= spoken.sentence <= sentence:
                bodies[spoken.state] = spoken.actors[0]
        return tuple(bodies.get(side, side) for side in sides)

    def _begins_pair(self, index: int) -> bool:
        """Tell whether a mention begins a list of parties: nobody listed before it, and no mere topic of talk."""
        spoken = self._spoken[index]
        listed = index > 0 and self._joined(self._spoken[index - 1], spoken)
        between = _BETWEEN.search(self._text[max(0, spoken.start - _REACH) : spoken.start]) is not None
        return not listed and (spoken.kind == "person" or spoken.subject > 0 or between)

    def _titles(self, spoken: Spoken, later: Spoken) -> bool:
        """Tell whether a state stands in somebody's title ("US | President Joe Biden")."""
        between = self._text[spoken.end : later.start]
        return spoken.kind == "state" and later.kind == "person" and _TITLE.fullmatch(between) is not None

    def _joined(self, left: Spoken, right: Spoken) -> bool:
        """Tell whether two mentions of states or people stand in one list: next to each other, of one kind, acting."""
        return (
            left.sentence == right.sentence
            and (left.kind == right.kind == "person" or {left.kind, right.kind} <= _BODIES)
            and not (left.place or right.place)
            and _JOINT.match(self._text[left.end : right.start]) is not None
        )

    def listed(self, sentence: int, count: int) -> tuple[str, ...]:
        """Return the states that the present sentence last named in one list of that length ("Syria and Iraq")."""
        run: list[Spoken] = []
        for spoken in reversed(self._spoken):
            if spoken.sentence != sentence:
                break
            joined = spoken.kind == "state" and (not run or self._joined(spoken, run[-1]))
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
    if spoken.place or spoken.host or spoken.kind in ("place", "region", "treaty", "format", "outlet"):
        return ()
    found = []
    for identifier in spoken.actors:
        actor = actors.get(identifier)
        stranger = actor is not None and actor.kind == "organisation" and not actor.resolved and spoken.subject > 0
        if actor is not None and (actor.kind == "group" or stranger):
            found.append(actor.id)
        elif actor is not None and actor.state is not None and actor.kind in ("state", "organ", "person"):
            found.append(actor.state)
    return tuple(dict.fromkeys(found))
