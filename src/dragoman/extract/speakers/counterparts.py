"""Who the other one of two is, where only that is said: "his guest replied", "son hôte juge", "les signataires rappellent"."""

from __future__ import annotations

from dragoman.extract.parse.nominals import is_bare
from dragoman.extract.parse.tree import children
from dragoman.extract.speakers.context import Context
from dragoman.extract.speakers.memory import Speaker, last_of
from dragoman.extract.speakers.words import OWN
from dragoman.records import Actor, Sentence, Token

_NEAR = 2  # sentences within which somebody has a guest
_BACK = 8  # sentences in which the other one is named

_TELLING = ("amod", "nmod", "appos", "flat", "compound", "acl")  # what says who it is


class Counterparts:
    """The step of the sieve for those who face somebody who has spoken, and for those who have agreed together."""

    def __init__(self, context: Context) -> None:
        self._sentences, self._names, self._said = context.sentences, context.names, context.said
        self._table, self._memory = context.table, context.memory

    def speaker(self, sentence: Sentence, token: Token) -> Speaker | None:
        """Return the one person of another state who is named with whoever spoke last ("his guest"), or None."""
        last = self._memory.last
        owned = any(t.text.lower() in OWN for t in children(sentence, token.i, "det", "nmod:poss"))
        owned = owned and self._table.is_marked(token.lemma, "counterpart") and "Number=Plur" not in token.morph
        near = last is not None and last.kind == "person" and 0 <= sentence.index - self._memory.sentence <= _NEAR
        told = [t for t in children(sentence, token.i, *_TELLING) if t.text.lower() not in OWN]
        if last is None or not owned or not near or told:
            return None
        owner = self._said.lookup.actor(last.actors[0])
        for before in reversed(self._sentences[max(0, sentence.index - _BACK) : sentence.index]):
            found = self._others(before, last, owner)
            if found:
                return self._said.of_actor(found[-1], frozenset({token.lemma}))
        return None

    def _others(self, sentence: Sentence, last: Speaker, owner: Actor | None) -> list[Actor]:
        """Return the persons that a sentence names beside somebody; those of his own state face him nowhere."""
        state = owner.state if owner is not None else None
        named = (person for person in self._names.persons_in(sentence) if person.id != last.actors[0])
        return [person for person in named if state is None or person.state is None or person.state != state]

    def signatories(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`Les signataires`: those who spoke together last, who agreed on what they sign."""
        if not self._table.is_marked(token.lemma, "signatory") or not is_bare(sentence, token):
            return None
        return last_of(self._memory.several)
