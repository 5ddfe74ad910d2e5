"""Which state a capital stood for at the time that is told of: Moscow acts for the Soviet Union in an account of 1962.

A state that no longer exists shares its capital and its number in the Correlates of War with the one that came after it.
What time is told of is said by the last year given as a date ("in 1962") or by whichever of the two the text last named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.extract.names.focus import Focus
from dragoman.kit import Kit
from dragoman.knowledge.load import within

BORROWED = "capital of that time"  # a form of what was linked by its time only: it says nothing of the time itself
_REACH = 3  # sentences back
_MONTH = r"(?:early|late|mid|[A-Z]\w+|mars|avril|mai|juin|juillet|août|\w+ier|\w+bre)"
_YEAR = re.compile(rf"\b(?:[Ii]n|[Ee]n|[Bb]y)(?: {_MONTH})? ((?:1[89]|20)\d\d)\b")


# A year as the date of what is told: after a preposition or a month, and no number of anything.
_TOLD = re.compile(rf"\b(?:[Ii]n|[Ee]n|[Bb]y|[Ss]ince|[Dd]epuis|[Uu]ntil|{_MONTH},?) ((?:1[89]|20)\d\d)\b(?![.,]?\d| [%€$])")


def years_told(texts: Sequence[str]) -> tuple[str, ...]:
    """Return, for every sentence, the year that it tells of: the last it gives as a date, else that of the few before it."""
    found: list[str] = []
    given: list[str] = []
    for text in texts:
        given.append(next((match.group(1) for match in reversed([*_TOLD.finditer(text)])), ""))
        found.append(next((year for year in reversed(given[-_REACH - 1 :]) if year), ""))
    return tuple(found)


def load_predecessors(kit: Kit) -> dict[str, str]:
    """Map a state to the former one with its capital and number. Use through `kit.compiled(load_predecessors)`."""
    states = [(state, (state.capital, state.cow)) for state in kit.knowledge.states.values() if state.cow is not None]
    former = {key: state.id for state, key in states if state.status == "former"}
    return {state.id: former[key] for state, key in states if state.status != "former" and key in former}


def at_that_time(state: str, sentence: int, before: str, start: int, date: str | None, focus: Focus, kit: Kit) -> str:
    """Return for whom the capital of a state acts: the state itself or the one before it.

    `before` is the text of the sentences near, up to the end of the one in which the capital stands, `start` its offset;
    `date` that of the document.
    """
    old = kit.compiled(load_predecessors).get(state)
    if old is None:
        return state
    span = kit.knowledge.validity[old]
    if date is not None and within(date, *span):
        return old
    told = [(start + match.start(), within(match.group(1), *span)) for match in _YEAR.finditer(before)]
    named = focus.last(sentence, _REACH, lambda s: s.state in (state, old) and BORROWED not in s.forms)
    told += [(named.start, named.state == old)] if named is not None else []
    return old if told and max(told)[1] else state
