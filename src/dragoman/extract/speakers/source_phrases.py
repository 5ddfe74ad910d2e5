"""The shapes of noun phrases that name a source: whom they leave open, narrow down or set off by commas."""

from __future__ import annotations

from dragoman.extract.parse.tree import children
from dragoman.records import Sentence, Token


def of_people(sentence: Sentence, noun: Token, inner: Token) -> bool:
    """`Un rapport du groupe d'experts de l'ONU`: a group of persons is not the body that they work for."""
    told = [t for t in children(sentence, noun.i, "nmod") if t.i <= inner.i and t.pos == "NOUN" and "Number=Plur" in t.morph]
    return noun.pos == "NOUN" and noun.text.islower() and bool(told)


def indefinite(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun has the article of somebody not spoken of before: "an official"."""
    return any(t.text.lower() in ("a", "an", "un", "une") for t in children(sentence, token.i, "det"))


def restricted(sentence: Sentence, token: Token) -> bool:
    """Tell whether a relative clause says which ones: "the diplomats whom I asked" are nobody spoken of before."""
    behind = sentence.tokens[token.i + 1 : token.i + 2]
    relative = children(sentence, token.i, "acl:relcl")
    return bool(relative) and not any(t.text == "," for t in behind)


def set_off(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """`The report, by the council, says`: the noun of a phrase set off by commas that names the issuer of a paper."""
    behind = sentence.tokens[token.i + 1 : token.i + 3]
    if len(behind) < 2 or behind[0].text != "," or behind[1].text.lower() not in ("by", "from", "of", "de", "du", "par"):
        return ()
    noun = sentence.tokens[behind[1].head]
    return (noun,) if noun.i > behind[1].i and noun.pos in ("NOUN", "PROPN") else ()


def quoted_name(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """`The party "New Dawn"`, `le parti « Aube nouvelle »`: the words of a name in quotation marks right behind a noun."""
    behind = sentence.tokens[noun.i + 1 : noun.i + 3 + _NAME]
    if not behind or behind[0].text not in _MARKS:
        return ()
    closing = next((place for place, t in enumerate(behind) if place > 1 and t.text in _MARKS), 0)
    return behind[1:closing] if closing and behind[1].text[:1].isupper() else ()


_NAME = 5  # words of a name in quotation marks
_MARKS = frozenset("\"“”„«»")
