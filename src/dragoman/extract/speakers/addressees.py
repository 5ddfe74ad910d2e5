"""Who answers: those who were just told or asked, not those who told them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extract.parse.nominals import is_plural
from dragoman.extract.parse.tree import children
from dragoman.extract.speakers.words import PLURAL
from dragoman.records import Sentence, Token

ANSWERING = frozenset(("answer", "reply", "respond", "retort", "répondre", "répliquer", "rétorquer", "riposter"))
_TELLING = frozenset(("tell", "ask", "write", "inform", "urge", "warn", "beg", "question", "appeal", "call"))
_TELLING |= {"dire", "demander", "écrire", "prier", "avertir", "prévenir", "interroger", "questionner", "interpeller"}
_DIRECT = frozenset(("tell", "ask", "inform", "urge", "warn", "beg", "question", "prier", "avertir", "prévenir", "interroger"))
_DIRECT |= {"questionner", "interpeller"}
_TO = frozenset(("to", "on", "à", "au", "aux"))


def told_before(sentences: Sequence[Sentence], sentence: Sentence, token: Token) -> tuple[Sentence, Token] | None:
    """`She asked the pilots to wait. They answered ...`: return the last ones told something before a plural pronoun, or None.

    Only plurals: one who answers may well be the one who is asked in turn, or who asked. They stand in the same sentence
    or in the one before, which is of the same paragraph.
    """
    if token.text.lower().lstrip("-") not in PLURAL:
        return None
    before = sentences[sentence.index - 1] if sentence.index else None
    near = [sentence] if before is None or before.block != sentence.block else [sentence, before]
    for other in near:
        limit = token.start if other is sentence else other.end
        for noun in reversed([t for t in _told(other) if t.start < limit]):
            return other, noun
    return None


def _told(sentence: Sentence) -> Iterator[Token]:
    """Yield the several to whom verbs of a sentence say something, in its order."""
    found: list[Token] = []
    for verb in sentence.tokens:
        if verb.pos != "VERB" or verb.lemma not in _TELLING:
            continue
        direct = children(sentence, verb.i, "obj", "iobj") if verb.lemma in _DIRECT else ()
        others = [
            t for t in children(sentence, verb.i, "obl", "obl:arg", "iobj")
            if {c.text.lower() for c in children(sentence, t.i, "case")} & _TO
        ]  # fmt: skip
        found += [t for t in (*direct, *others) if t.i > verb.i and t.pos in ("NOUN", "PROPN", "NUM")]
    yield from sorted((t for t in found if _several(sentence, t)), key=lambda t: t.i)


def _several(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word is a plural, or one of several ("one of the families" answer as they)."""
    return is_plural(sentence, token) or any("Number=Plur" in t.morph for t in children(sentence, token.i, "nmod"))
