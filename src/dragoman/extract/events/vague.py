"""Acts whose unsaid aim is not looked for: they can be about anything, or what is most in mind is too often not their aim."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.attribution.verb_forms import is_finite
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.phrases import case_of
from dragoman.extract.parse.tree import children
from dragoman.records import Sentence

# Of these an unsaid aim was guessed right one time in two, of others two times in three (seven development sets).
_NEEDS_ITS_AIM = frozenset(("AID", "COERCE", "RETREAT"))
_BLOW = 0.8  # weight from which a word plainly strikes somebody: then a ship or a base stands for whose they are
_AGAINST = frozenset(("against", "contre"))
_NOT = frozenset(("not", "never", "n't", "n’t", "ne", "n'", "n’", "jamais"))


def is_negated(sentence: Sentence, head: int, idiom: Sequence[int] = ()) -> bool:
    """Tell whether a word is negated: who does not do something has no aim to look for. Not by a part of the `idiom`."""
    negations = [token for token in children(sentence, head, "advmod", "neg") if token.text.lower() in _NOT]
    return bool(negations) and not any(token.i in idiom for token in negations)


def is_vague(sentence: Sentence, draft: Draft) -> bool:
    """Tell whether who is most in mind says nothing about the aim of an act."""
    idea = not draft.anaphoric and (draft.thing or _fights(sentence, draft.match.head)) and _is_about_anything(draft)
    return idea or _is_bare(draft) or _needs_its_aim(sentence, draft)


def is_told_as_deed(sentence: Sentence, draft: Draft) -> bool:
    """Tell whether a finite verb tells a deed whose aim is only guessed where it is all but sure ("seized a trawler")."""
    verb = sentence.tokens[draft.match.head]
    if draft.match.entry.row.mode == "resign":
        return False  # a minister who goes does it to nobody
    if draft.match.entry.row.type == "AID":
        return False  # who helps does not mostly help who is most in mind
    return verb.pos != "NOUN" and _needs_its_aim(sentence, draft) and is_finite(sentence, verb)


def _needs_its_aim(sentence: Sentence, draft: Draft) -> bool:
    type_ = draft.match.entry.row.type
    state_of_war = type_ == "ASSAULT" and sentence.tokens[draft.match.head].pos == "NOUN"  # "years of aggression"
    return (state_of_war or type_ in _NEEDS_ITS_AIM) and draft.number < 0 and not draft.pronoun


def _is_bare(draft: Draft) -> bool:
    """Tell whether a verb of meeting stands with one side alone: then it is not the other that was left out ("spoke of")."""
    entry = draft.match.entry
    told = draft.alone is not None and draft.alone.mutual  # the other side is there, only its state is not
    return draft.mutual and entry.row.pos == "VERB" and not entry.others and not told


def _is_about_anything(draft: Draft) -> bool:
    """Tell whether an act can be about anything, also ideas: praise, and a fight that is no plain blow ("sank a cruiser")."""
    row = draft.match.entry.row
    return row.type == "SUPPORT" or (row.type == "ASSAULT" and (row.weight < _BLOW or not draft.thing))


def _fights(sentence: Sentence, head: int) -> bool:
    """Tell whether a verb says against what it is done, though that is nobody ("is fighting against an ideology")."""
    return any(_AGAINST & set(case_of(sentence, token.i)) for token in children(sentence, head, "obl"))
