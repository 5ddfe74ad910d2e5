"""French clauses with "que": the subject behind its verb, and the noun before "que" as object."""

from __future__ import annotations

from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence, Token

_QUE = frozenset(("que", "qu'", "qu’"))


def inverted(sentence: Sentence, verb: int) -> int | None:
    """Return the subject behind a French verb ("l'homme que réclame la Cour"), which the parser takes for its object."""
    if sentence.language != "fr":
        return None
    behind = [t for t in children(sentence, verb, "obj") if t.i > verb and t.pos in ("NOUN", "PROPN")]
    if len(behind) != 1 or not has_que(sentence, verb):
        return None
    return behind[0].i


def has_que(sentence: Sentence, verb: int) -> bool:
    """Tell whether "que" right behind a noun, or behind its comma, opens the clause of a verb, as its object."""
    for token in children(sentence, verb):
        if token.text.lower() not in _QUE or token.i > verb or not token.i or token.pos not in ("PRON", "SCONJ"):
            continue
        before = token.i - 1 - (sentence.tokens[token.i - 1].text == ",")
        if before >= 0 and sentence.tokens[before].pos in ("NOUN", "PROPN", "ADJ", "PRON", "CCONJ"):
            return True
    return False


def named_before_que(sentence: Sentence, pronoun: Token) -> int | None:
    """Return the name right before a "que" whose clause the parser hung elsewhere ("Manille, que Pékin accuse")."""
    verb = sentence.tokens[pronoun.head]
    if pronoun.text.lower() not in _QUE or has_label(verb, "acl") or not has_que(sentence, verb.i):
        return None
    before = pronoun.i - 1 - (sentence.tokens[pronoun.i - 1].text == ",")
    while has_label(sentence.tokens[before], "flat", "amod") and sentence.tokens[before].head < pronoun.i:
        before = sentence.tokens[before].head
    return before if sentence.tokens[before].pos in ("NOUN", "PROPN") else None
