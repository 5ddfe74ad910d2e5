"""Which words of a sentence name somebody who can speak: by the class of the noun, or by the model's names."""

from __future__ import annotations

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.parse.nominals import is_one_of_them
from dragoman.records import Sentence, Token

SPEAKING = frozenset(("persons", "participants", "organisation", "countries", "interviewee"))  # classes of SOURCE nouns
_HE = frozenset(("he", "she", "il", "elle"))
_PRONOUNS = frozenset(("il", "elle", "ils", "elles", "on", "je"))


def is_named(sentence: Sentence, token: Token, *labels: str) -> bool:
    """Tell whether a token stands in a name of the model with one of the labels (PER, ORG, ...), or in any name."""
    return any(
        name.first <= token.i < name.last and (not labels or name.label in labels) for name in sentence.names
    )


def can_speak(sentence: Sentence, token: Token, table: CueTable, *labels: str) -> bool:
    """Tell whether a token is a noun for somebody, or stands in a name with one of the labels (a person's by default)."""
    return is_named(sentence, token, *(labels or ("PER",))) or table.sources.get(token.lemma) in SPEAKING


def is_tied(token: Token) -> bool:
    """Tell whether a token is a French subject pronoun behind its verb: "dit-il", "a-t-elle ajouté"."""
    return token.text.startswith("-") and token.text.lower().lstrip("-") in _PRONOUNS


def is_person(sentence: Sentence, token: Token, table: CueTable) -> bool:
    """Tell whether a token is one person: by a person's name, a singular noun for one, or "he" or "she"."""
    if is_named(sentence, token, "PER"):
        return True
    named = table.sources.get(token.lemma) in ("persons", "participants") and "Number=Plur" not in token.morph
    return named or token.text.lower() in _HE


def speaks(sentence: Sentence, token: Token, table: CueTable) -> bool:
    """Tell whether a token can speak as `can_speak` tells, or is "he", "she" or "one of them"."""
    return token.text.lower() in _HE or is_one_of_them(sentence, token) or can_speak(sentence, token, table)
