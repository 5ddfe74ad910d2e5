"""English verbs as nouns: "the severing of ties with X", "the expelling of their diplomats by Y".

A phrase of a verb with its object is read in this form too, without rows of its own: what is the object there stands behind
"of", who acts behind "by" or as owner. Gerunds with rows of their own ("a meeting") keep these beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from dragoman.extract.events.words import Entry

GENITIVE = ("genitive", ())  # the condition: the object stands behind "of"
_VOWELS = frozenset("aeiou")
_PARTICLES = frozenset(("up", "down", "out", "off", "in", "on", "over", "back", "away", "home", "aside", "through"))
_ACTORS: Mapping[str, tuple[str, ...]] = {"subj": ("poss", "by", "adj")}
_RECIPIENTS: Mapping[str, tuple[str, ...]] = {"obj": ("of",), "subj": ("poss",)}
_LESS = 0.95  # against the verb itself


def as_noun(entry: Entry) -> Entry | None:
    """Return the reading of a verb with its object as the noun of the same act; None for other entries."""
    row = entry.row
    named = [words for words in entry.others if not words & _PARTICLES]
    if row.pos != "VERB" or row.type in ("-", "CONSULT") or len(named) != len(entry.others) or not named:
        return None
    return replace(
        entry,
        row=replace(row, pos="NOUN", weight=row.weight * _LESS),
        heads=tuple(form for head in entry.heads for form in gerunds_of(head)),
        actors=_as_slots(entry.actors, _ACTORS) if not entry.mutual else (("between", ()), ("poss", ()), ("by", ())),
        recipients=_as_slots(entry.recipients, _RECIPIENTS),
        requires=(*entry.requires, GENITIVE),
    )


def _as_slots(
    slots: tuple[tuple[str, tuple[str, ...]], ...], names: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return where a noun has what a verb has in some slots."""
    return tuple((other, words) for name, words in slots if name != "iobj" for other in names.get(name, (name,)))


def gerunds_of(lemma: str) -> Iterator[str]:
    """Yield the forms in -ing that a verb can have by its spelling; of doubled consonants both."""
    if lemma.endswith("ie"):
        yield f"{lemma[:-2]}ying"
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        yield f"{lemma[:-1]}ing"
    else:
        yield f"{lemma}ing"
        last = lemma[-3:]
        if len(last) == len("cut") and last[2] not in _VOWELS | set("wxyh") and last[1] in _VOWELS and last[0] not in _VOWELS:
            yield f"{lemma}{lemma[-1]}ing"
