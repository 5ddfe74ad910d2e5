"""Which way a time expression without a year or a week points: back, or ahead of the document's day."""

from __future__ import annotations

from dragoman.extract.dates.grammar import date_lexicon
from dragoman.extract.modality.lexicon import ModalityLexicon, modality_lexicon
from dragoman.extract.modality.operators import is_conditional
from dragoman.extract.modality.walk import walk
from dragoman.extract.parse.tree import ancestors, children
from dragoman.kit import Kit
from dragoman.records import Sentence, Token


def direction_at(sentence: Sentence, start: int, end: int, kit: Kit) -> str:
    """Return past, present or future from the verb that governs the words `[start, end)`; empty where none tells."""
    token = _head_of(sentence, start, end)
    if token is None:
        return ""
    lexicon = kit.compiled(modality_lexicon, sentence.language)
    scheduling = kit.compiled(date_lexicon, sentence.language).words("schedule")
    for above in ancestors(sentence, token.i):
        if _is_scheduled(above, scheduling):
            return "future"
        if above.pos in ("VERB", "AUX") or children(sentence, above.i, "cop"):
            return _direction_of(sentence, above, lexicon)
    # A date that the parser left without a verb above it: the sentence's own verb is the best guess.
    verb = next((each for each in sentence.tokens if "VerbForm=Fin" in each.morph), None)
    return _direction_of(sentence, verb, lexicon) if verb is not None else ""


def _is_scheduled(word: Token, scheduling: frozenset[str]) -> bool:
    """Tell whether a participle or adjective says that something is to come: "scheduled for", "due on", "prévu en"."""
    return ("VerbForm=Part" in word.morph or word.pos == "ADJ") and word.lemma in scheduling


def _head_of(sentence: Sentence, start: int, end: int) -> Token | None:
    """Return the word of a span that hangs on a word outside it."""
    inside = [token for token in sentence.tokens if start <= token.start < end]
    positions = {token.i for token in inside}
    return next((token for token in inside if token.head not in positions or token.head == token.i), None)


def _direction_of(sentence: Sentence, verb: Token, lexicon: ModalityLexicon) -> str:
    time = walk(sentence, verb.i, lexicon, inside_report=False).time
    if time == "present":
        reporting = any(word.kind == "reporting" for word in lexicon.words.get(verb.lemma, ()))
        return "past" if reporting else "present"
    if time in ("past", "future"):
        return str(time)
    if is_conditional(verb):
        return "future"
    return "future" if "VerbForm=Inf" in verb.morph else ""
