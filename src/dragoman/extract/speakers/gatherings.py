"""For whom a gathering speaks: the leaders of an organisation decide for it, and so does the paper that closes their summit."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.names.lookup import Lookup
from dragoman.extract.parse.nominals import lemmas_of
from dragoman.extract.parse.tree import children, has_label
from dragoman.extract.speakers.earlier_bodies import EarlierBodies
from dragoman.extract.speakers.memory import Speaker
from dragoman.extract.speakers.naming import NamedSources
from dragoman.records import Actor, Sentence, Token

_OF_STATE = frozenset(("state", "government", "état", "etat", "gouvernement"))
_CLOSING = frozenset(("final", "closing", "last"))
_REACH = 3  # sentences in which "the leaders" are those of the organisation just named with that word


class Gatherings:
    """The organisations whose leaders, or whose summit, one document tells of; built once."""

    def __init__(self, sentences: Sequence[Sentence], lookup: Lookup, said: NamedSources, earlier: EarlierBodies) -> None:
        self._lookup, self._said, self._earlier = lookup, said, earlier
        self._found: list[tuple[int, int, Speaker]] = []  # sentence, place, organisation
        for sentence in sentences:
            for token in sentence.tokens:
                body = self.led(sentence, token) or self._meeting(sentence, token)
                if body is not None:
                    self._found.append((sentence.index, token.start, body))

    def led(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`Leaders of the African Union`, `the EU's heads of state`: the organisation whose leaders they are, else None."""
        plural = "Number=Plur" in token.morph and token.pos == "NOUN"
        return self._owner(sentence, token) if plural and self._said.table.is_marked(token.lemma, "leader") else None

    def _meeting(self, sentence: Sentence, token: Token) -> Speaker | None:
        summit = token.pos == "NOUN" and self._said.table.is_marked(token.lemma, "summit")
        return self._owner(sentence, token) if summit else None

    def _owner(self, sentence: Sentence, token: Token) -> Speaker | None:
        owners = list(children(sentence, token.i, "nmod", "nmod:poss", "compound", "amod"))
        for owner in owners:
            if owner.lemma.lower() in _OF_STATE:  # "the heads of state of X"
                owners += children(sentence, owner.i, "nmod", "nmod:poss", "amod")
                continue
            for inner in (owner, *children(sentence, owner.i, "appos", "flat", "compound", "nmod")):
                found = self._organisation(inner)
                if found is not None:
                    return self._said.of_actor(found, lemmas_of(sentence, token))
            general = owner.pos == "NOUN" and self._said.table.is_marked(owner.lemma, "general")
            if general and has_label(owner, "nmod"):  # "leaders of the 54-nation group"
                return self._earlier.of_kind(sentence, owner, "organisation")
        return None

    def _organisation(self, token: Token) -> Actor | None:
        index = self._lookup.at(token)
        actors = self._lookup.actor_ids(index) if index is not None else ()
        actor = self._lookup.actor(actors[0]) if len(actors) == 1 else None
        return actor if actor is not None and actor.resolved and actor.kind == "organisation" else None

    def before(self, sentence: Sentence, token: Token, *, near: bool) -> Speaker | None:
        """Return the organisation whose leaders or summit was named last before a word; `near`: in the last sentences."""
        last = next((found for found in reversed(self._found) if found[1] < token.start), None)
        if last is None or (near and sentence.index - last[0] > _REACH):
            return None
        return last[2]

    def closing(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`The final communiqué`: the organisation whose summit it closes."""
        closes = any(t.lemma.lower() in _CLOSING for t in children(sentence, token.i, "amod"))
        return self.before(sentence, token, near=False) if closes else None
