"""Who goes on speaking in a participle or infinitive that the parser gives to what was spoken of.

"The president said that peace would help all, urging the neighbours to turn the page": no peace urges anybody. Where the
subject of such a form is a thing, it is whoever tells the clause before.
"""

from __future__ import annotations

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.own_subjects import own_subject
from dragoman.extract.attribution.who_can_speak import is_named
from dragoman.extract.parse.tree import children
from dragoman.records import Sentence, Token

_AND = frozenset(("et", "and", ";"))


def beyond_things(sentence: Sentence, token: Token, subject: int | None, table: CueTable) -> int | None:
    """Return the subject of a cue, or of the last cue before it in its sentence where that subject is a thing."""
    if subject is None or not _goes_on(sentence, token) or not _is_thing(sentence, sentence.tokens[subject], table):
        return subject
    for verb in reversed(sentence.tokens[: token.i]):
        told = verb.pos == "VERB" and table.cue_in(sentence, verb) is not None
        own = own_subject(sentence, verb.i, verb.i) if told else None
        if own is not None and own != subject and not _is_thing(sentence, sentence.tokens[own], table):
            return own
    return subject


def _goes_on(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb is a present participle behind a comma, or a French infinitive behind "et de"."""
    before = [t.text.lower() for t in sentence.tokens[max(0, token.i - 3) : token.i]]
    if "VerbForm=Part" in token.morph and "Tense=Pres" in token.morph:
        return "," in before
    narrative = sentence.language == "fr" and "VerbForm=Inf" in token.morph and before[-1:] in (["de"], ["d'"], ["d’"])
    return narrative and not _AND.isdisjoint(before)


def _is_thing(sentence: Sentence, noun: Token, table: CueTable) -> bool:
    """Tell whether a subject is a common noun that names nobody who could speak."""
    named = is_named(sentence, noun)
    apposed = any(t.pos == "PROPN" for t in children(sentence, noun.i, "appos", "flat"))
    return noun.pos == "NOUN" and noun.text.islower() and noun.lemma not in table.sources and not named and not apposed
