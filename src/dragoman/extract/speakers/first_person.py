"""Whom "we" and "I" stand for inside a quotation: the speaker, and with "we" the state for which the speaker talks.

In "Lavrov said that we were lying", quoted in an interview, "we" is who gives the interview: only what is quoted in its own
words changes who says "I". Who answers an interview acts for the state that the introduction names beside the name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from dragoman.extract.names.lookup import Lookup
from dragoman.records import Party, Quote, Sentence, Token

_PRONOUNS = frozenset(("we", "us", "i", "me", "nous", "je", "j'", "j’", "moi", "m'", "m’"))
POSSESSIVES = frozenset(("our", "my", "notre", "nos", "mon", "ma", "mes"))
_OFFICES = frozenset(("role", "organ"))


class Voices:
    """The speakers of one document, by the words that they say."""

    def __init__(self, quotes: Sequence[Quote], lookup: Lookup) -> None:
        self._lookup = lookup
        self._own = _answering(quotes, lookup)
        spoken = [quote for quote in quotes if quote.speakers]
        self._all = _Spoken(spoken)
        self._direct = _Spoken([quote for quote in spoken if quote.kind == "direct"])

    def parties(self, token: Token) -> tuple[Party, ...]:
        """Return for whom a pronoun of the first person stands, on its own span; nothing for another word."""
        if token.pos != "PRON" or token.text.lower() not in _PRONOUNS:
            return ()
        return self._speaking(token)

    def owners(self, token: Token) -> tuple[Party, ...]:
        """Return whose "our" thing a thing is; nothing for another word."""
        return self._speaking(token) if token.text.lower() in POSSESSIVES else ()

    def around(self, token: Token) -> tuple[Party, ...]:
        """Return in whose words any word stands."""
        return self._parties(token, self._all.at(token.start))

    def _speaking(self, token: Token) -> tuple[Party, ...]:
        """Return who says a word in the first person: who is quoted in his own words, else whoever is reported."""
        return self._parties(token, self._direct.at(token.start) or self._all.at(token.start))

    def _parties(self, token: Token, quote: Quote | None) -> tuple[Party, ...]:
        if quote is None:
            return ()
        alone = len(quote.speakers) == 1
        found = (
            (who, self._lookup.state_of(who) or self._own.get(who) or (self._described(quote) if alone else None))
            for who in quote.speakers
        )
        return tuple(
            Party(actor=who, name=quote.speaker_name, state=state, start=token.start, end=token.end)
            for who, state in found
            if state is not None
        )

    def _described(self, quote: Quote) -> str | None:
        """Return the one state that the words for an unnamed speaker give ("the Rwandan defence minister said")."""
        if quote.source is None:
            return None
        start, end = quote.source
        numbers = [n for n in self._lookup.of_sentence(quote.sentence) if start <= self._lookup.mention(n).start < end]
        states = {state for n in numbers for who in self._lookup.actor_ids(n) if (state := self._lookup.state_of(who))}
        return states.pop() if len(states) == 1 else None


class _Spoken:
    """Quotations by where they stand."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._spans = sorted(((start, end, number) for number, q in enumerate(quotes) for start, end in q.content))
        self._quotes = quotes
        self._starts = [start for start, _, _ in self._spans]
        self._reach = list(accumulate((end for _, end, _ in self._spans), max))  # where the spans so far end at the latest

    def at(self, position: int) -> Quote | None:
        """Return the innermost quotation at a position: the deepest in its chain, then the shortest."""
        holding = []
        place = bisect_right(self._starts, position) - 1
        while place >= 0 and self._reach[place] > position:
            if self._spans[place][1] > position:
                holding.append(self._quotes[self._spans[place][2]])
            place -= 1
        return max(holding, key=lambda q: (len(q.chain), -sum(end - start for start, end in q.content)), default=None)


def _answering(quotes: Sequence[Quote], lookup: Lookup) -> dict[str, str]:
    """Return the states of those who answer an interview where only the introduction names them, beside the name."""
    answers = [quote for quote in quotes if quote.rule == "turn"]
    first = min((quote.content[0][0] for quote in answers), default=0)
    unknown = {
        actor: quote.speaker_name for quote in answers for actor in quote.speakers if lookup.state_of(actor) is None
    }
    introduced = ((actor, _introduced(actor, name, first, lookup)) for actor, name in unknown.items())
    return {actor: state for actor, state in introduced if state is not None}


def _introduced(actor: str, name: str, before: int, lookup: Lookup) -> str | None:
    """Return the state of the office or body named nearest to somebody in the sentences that introduce him."""
    found: list[tuple[int, str]] = []
    for sentence in lookup.sentences:
        if sentence.start >= before:
            break
        places = _places(sentence, actor, name, lookup)
        for number in lookup.of_sentence(sentence.index) if places else ():
            mention = lookup.mention(number)
            states = {state for held in lookup.actor_ids(number) if (state := lookup.state_of(held)) is not None}
            if mention.kind in _OFFICES and len(states) == 1:
                found.append((min(abs(place - mention.start) for place in places), next(iter(states))))
    return min(found)[1] if found else None


def _places(sentence: Sentence, actor: str, name: str, lookup: Lookup) -> list[int]:
    """Return where a sentence names somebody: by a linked mention, else by the words of a name that no mention holds."""
    numbers = lookup.of_sentence(sentence.index)
    linked = [lookup.mention(number).start for number in numbers if actor in lookup.actor_ids(number)]
    words = {word for word in re.split(r"[\s-]+", name) if word[:1].isupper()}
    return linked or [token.start for token in sentence.tokens if words & set(token.text.split("-"))]
