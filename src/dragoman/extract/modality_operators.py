"""What stands by a word itself and changes how it is presented: negation, auxiliaries, adverbs, tense."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.extract.modality_lexicon import ModalityLexicon, Word
from dragoman.extract.tree import children
from dragoman.records import Sentence, Span, Tense, Token


class Operators(NamedTuple):
    """What stands by one word. `words` weaken or date it; `tensed`: it has an auxiliary of its own; `subject`: likewise."""

    negated: bool
    words: tuple[Word, ...]
    time: Tense | None
    reported: bool
    denied: bool
    supposed: bool
    progressive: bool
    tensed: bool
    subject: bool
    cues: tuple[Span, ...]


def read_operators(sentence: Sentence, token: Token, lexicon: ModalityLexicon) -> Operators:
    """Gather the operators of one word."""
    negated, words, cues, reported, denied = False, [], [], False, False
    for child in children(sentence, token.i):
        word = _operator(child, lexicon)
        if word is None:
            continue
        cues.append((child.start, child.end))
        if word.kind == "negation":
            negated = not negated
        elif word.kind == "reporting":
            reported = True
        elif word.kind == "denial":
            denied = True
        else:
            words.append(word)
    time, progressive = _time(sentence, token)
    return Operators(
        negated=negated,
        words=tuple(words),
        time=time,
        reported=reported,
        denied=denied,
        supposed=_supposed(sentence, token),
        progressive=progressive,
        tensed=bool(children(sentence, token.i, "aux", "cop")),
        subject=bool(children(sentence, token.i, "nsubj", "csubj")),
        cues=tuple(cues),
    )


def _operator(token: Token, lexicon: ModalityLexicon) -> Word | None:
    """Return the row of a word that changes its head, if it is one."""
    for form in (token.lemma, token.text.lower()):
        for word in lexicon.words.get(form, ()):
            if "head" in word.slots:
                return word
    return None


def _supposed(sentence: Sentence, token: Token) -> bool:
    """Tell whether a condition hangs on this word, or the sentence asks whether it is so."""
    if token.head == token.i and sentence.tokens[-1].text == "?":
        return True
    return any(
        mark.text.lower() in ("if", "unless", "si", "s'")
        for clause in children(sentence, token.i, "advcl")
        for mark in children(sentence, clause.i, "mark")
    )


def _time(sentence: Sentence, token: Token) -> tuple[Tense | None, bool]:
    """Return the time that the verb's own form tells, and whether it goes on."""
    verbs = (*children(sentence, token.i, "aux", "cop"), token)
    finite = next((verb.morph for verb in verbs if "VerbForm=Fin" in verb.morph), "")
    if "Tense=Fut" in finite:
        return "future", False
    if "Tense=Past" in finite or "Tense=Imp" in finite:
        return "past", False
    if "Tense=Pres" not in finite:
        return None, False
    perfect = len(verbs) > 1 and "Tense=Past" in token.morph
    return ("past", False) if perfect else ("present", True)
