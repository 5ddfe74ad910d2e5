"""Whom "we" and "I" stand for inside a quotation: the speaker, and with "we" the state for which the speaker talks."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.lookup import Lookup
from dragoman.records import Party, Quote, Token

_PRONOUNS = frozenset(("we", "us", "i", "me", "nous", "je", "j'", "j’", "moi"))
_POSSESSIVES = frozenset(("our", "my", "notre", "nos", "mon", "ma", "mes"))


class Voices:
    """The speakers of one document, by the words that they say."""

    def __init__(self, quotes: Sequence[Quote], lookup: Lookup) -> None:
        self._quotes = [quote for quote in quotes if quote.speakers]
        self._lookup = lookup

    def parties(self, token: Token) -> tuple[Party, ...]:
        """Return for whom a pronoun of the first person stands, on its own span; nothing for another word."""
        if token.pos != "PRON" or token.text.lower() not in _PRONOUNS:
            return ()
        return self._speakers(token)

    def owners(self, token: Token) -> tuple[Party, ...]:
        """Return whose "our" thing a thing is; nothing for another word."""
        return self._speakers(token) if token.text.lower() in _POSSESSIVES else ()

    def around(self, token: Token) -> tuple[Party, ...]:
        """Return in whose words any word stands."""
        return self._speakers(token)

    def _speakers(self, token: Token) -> tuple[Party, ...]:
        holding = [q for q in self._quotes if any(start <= token.start < end for start, end in q.content)]
        if not holding:
            return ()
        inner = max(holding, key=lambda q: (len(q.chain), -sum(end - start for start, end in q.content)))
        return tuple(
            Party(
                actor=identifier, name=inner.speaker_name, state=self._lookup.state_of(identifier), start=token.start,
                end=token.end,
            )
            for identifier in inner.speakers
            if self._lookup.state_of(identifier) is not None
        )  # fmt: skip
