"""Acts told by pointing at another act: "Chile did the same", "Ottawa responded in kind".

The word gives no type: it is that of the act which it echoes, told just before. The `same` is done to the same others, with
`voice` only of what is said; what is `return`ed goes back to whoever did it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.extract.events.draft import Draft
from dragoman.extract.events.filling import states_of
from dragoman.extract.events.matching import Match
from dragoman.extract.events.past import Past, one_a_state
from dragoman.records import Party, Sentence

ECHO = "ECHO"
_SURE = 0.8
_WINDOW = 2  # sentences back: what is echoed was told just now
_RETURNED = frozenset(  # what is answered in kind: also a visit or an offer can be, but those have words of their own
    ("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
)
_VOICED = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"))  # "joined in the condemnation"


def echo_draft(match: Match, actors: tuple[Party, ...]) -> Draft | None:
    """Return the open draft of an act that is told by pointing at another; None where nobody known does it."""
    if not states_of(actors):
        return None
    return Draft(
        match=match, actors=actors, recipients=(), mutual=False, score=match.entry.row.weight, open=True, lack="act"
    )  # fmt: skip


def echoed(past: Sequence[Past], sentence: Sentence, draft: Draft) -> Draft | None:
    """Return a draft with type and aim of the act it echoes: the nearest told before; None where there is none that fits."""
    states = states_of(draft.actors)
    back = draft.match.entry.row.mode == "return"
    told = _told_before(past, sentence, draft.match.head)
    if draft.match.entry.row.mode == "voice":
        told = sorted((act for act in told if act.type in _VOICED), key=lambda act: (-act.sentence, act.depth))
    above = sentence.tokens[draft.match.head].head  # "hailed the accord, and so did Italy": it hailed, it made no accord
    for act in sorted(told, key=lambda act: (act.sentence, act.head) != (sentence.index, above)):
        struck = bool(states & states_of(act.recipients)) and not act.mutual
        if states & states_of(act.actors) and not (back and struck):
            continue
        if back and not (struck and act.type in _RETURNED):
            continue
        aims = one_a_state(act.actors if struck else _others(act), states)
        if not aims:
            continue
        match = replace(draft.match, entry=act.entry)
        done = replace(draft, match=match, score=draft.score * _SURE, open=False, context="echo")
        return replace(done, actors=draft.actors + aims, mutual=True) if act.mutual else replace(done, recipients=aims)
    return None


def _told_before(past: Sequence[Past], sentence: Sentence, head: int) -> list[Past]:
    """Return the acts just told: in this sentence the nearest first, in earlier ones main clauses first."""
    near = [act for act in past if sentence.index - _WINDOW <= act.sentence <= sentence.index]
    here = [act for act in near if act.sentence == sentence.index and act.head < head]
    return here[::-1] + sorted(
        (act for act in near if act.sentence < sentence.index), key=lambda act: (-act.sentence, act.depth, act.head)
    )


def _others(act: Past) -> tuple[Party, ...]:
    """Return to whom an act was done; of one done together, with whom its first side did it."""
    return act.recipients or (act.actors[1:] if act.mutual else ())
