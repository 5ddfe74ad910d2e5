"""Noun phrases as the parties of events take them: their span, their prepositions."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.extract.parse.tree import children
from dragoman.records import Party, Sentence, Token

_FRENCH_CASES = {"du": "de", "des": "de", "d'": "de", "d’": "de", "au": "à", "aux": "à"}


def widened(party: Party, whole: tuple[int, int]) -> Party:
    """Let a party stand on the whole phrase that it was read from, where it lies inside ("Iran's offer")."""
    if whole[0] <= party.start and party.end <= whole[1]:
        return replace(party, start=whole[0], end=whole[1])
    return party


def unbroken(indices: Sequence[int], head: int) -> list[int]:
    """Keep the run of neighbouring tokens around the head."""
    members = set(indices)
    kept = [head]
    for step in (-1, 1):
        index = head + step
        while index in members:
            kept.append(index)
            index += step
    return kept


def case_of(sentence: Sentence, index: int) -> tuple[str, ...]:
    """Return the prepositions of a noun, in order, contracted French articles undone ("aux" gives "à")."""
    below = sentence.children[index]
    if not below:
        return ()
    words = []
    for child in below:
        token = sentence.tokens[child]
        if (token.dep == "case" or (token.dep == "mark" and token.pos == "ADP")) and token.pos != "PART":
            word = token.text.lower()
            words.append(_FRENCH_CASES.get(word, word))
    return tuple(words)


def cases_of(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Return the prepositions of a noun as `case_of` does, but none that marks a clause, and "au" and "aux" as they stand."""
    words = (case.text.lower() for case in children(sentence, token.i, "case"))
    return tuple({"du": "de", "des": "de", "d'": "de", "d’": "de"}.get(word, word) for word in words)


_TOGETHER = frozenset(("with", "avec"))
_LOOSE = frozenset(("of", "de", *_TOGETHER))


def astray(sentence: Sentence, verb: int, words: Sequence[str], mutual: bool) -> tuple[int, ...]:
    """Return the words behind a verb on which the parser may have hung a phrase that the verb governs.

    "Conferred for hours with", "supplied judges with records", "act together with"; of something done together not the
    object: who "discussed the war with Iran" may have spoken with somebody else.
    """
    together = children(sentence, verb, "obl") if _TOGETHER & set(words) else ()
    own = () if mutual or set(words) <= _LOOSE else children(sentence, verb, "obj")
    return tuple(token.i for token in (*together, *own, *children(sentence, verb, "advmod")) if token.i > verb)
