"""The organisation for which a communiqué says "Leaders" or "la Conférence", once introduced with its name."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.events.linked import LinkedParties
from dragoman.extract.events.nouns import noun_slot
from dragoman.extract.parse.tree import children, subtree
from dragoman.kit import Kit
from dragoman.records import Actor, Party, Sentence

_THE = frozenset(("the", "le", "la", "l'", "l’"))


class Introduced:
    """Looks for the sentence of a document in which a noun was introduced with its organisation."""

    def __init__(self, sentences: Sequence[Sentence], linked: LinkedParties, kit: Kit) -> None:
        self._sentences = sentences
        self._linked = linked
        self._kit = kit

    def at(self, sentence: Sentence, head: int) -> tuple[Party, ...]:
        """Return the organisation for which a noun stands, on the noun's own span; nothing where none was introduced.

        A plural stands bare, one thing behind its article; the capital is not that of a sentence's first word.
        """
        token = sentence.tokens[head]
        if not token.text[:1].isupper() or token.pos not in ("NOUN", "PROPN"):
            return ()
        articles = children(sentence, head, "det")
        one = bool(articles) and head > 0 and all(article.text.lower() in _THE for article in articles)
        if not one and (articles or "Number=Plur" not in token.morph):
            return ()
        if children(sentence, head, "amod", "compound", "nmod", "nummod", "nmod:poss", "acl", "flat"):
            return ()
        word = token.lemma.lower()
        for other in reversed([other for other in self._sentences if other.index < sentence.index]):
            for noun in other.tokens:
                if noun.lemma.lower() == word and (body := self._organisation_of(other, noun.i)) is not None:
                    return (Party(actor=body.id, name=body.name, state=body.id, start=token.start, end=token.end),)
        return ()

    def _organisation_of(self, sentence: Sentence, head: int) -> Actor | None:
        """Return the organisation named with a noun or in what hangs on it ("the conference of the heads of state of X")."""
        if not children(sentence, head, "nmod", "compound"):
            return None
        for party in self._linked.at(sentence, sentence.tokens[head], False) or self._beside(sentence, head):
            if self._linked.is_organisation(party.state or party.actor):
                return self._kit.knowledge.actor(party.state or party.actor)
        for index in subtree(sentence, head, "acl", "appos", "conj"):
            for party in self._linked.at(sentence, sentence.tokens[index], False):
                if index > head and self._linked.is_organisation(party.state or party.actor):
                    return self._kit.knowledge.actor(party.state or party.actor)
        return None

    def _beside(self, sentence: Sentence, head: int) -> tuple[Party, ...]:
        groups = (heads for name in ("of", "adj") for heads in noun_slot(sentence, head, name, ()))
        return next((found for heads in groups if (found := self._linked.at(sentence, sentence.tokens[heads[0]], False))), ())
