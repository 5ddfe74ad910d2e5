"""Who has just spoken, called by what the text has not told of him before: "John Kirby said. The council's spokesman expects".

Journalists give a name first and say later who that is. Such a description stands for whoever spoke right before, as long as
nothing else is known of that person, or it is one that any politician can bear ("the leader of Conakat").
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.names.lookup import Lookup
from dragoman.extract.parse.tree import children, subtree
from dragoman.extract.speakers.antecedents import gender_of
from dragoman.extract.speakers.context import Context
from dragoman.extract.speakers.memory import Speaker
from dragoman.extract.speakers.words import OWN
from dragoman.records import Sentence, Token

_TURNING = (  # words with which the text turns to somebody else
    "for his part", "for her part", "for its part", "in turn", "meanwhile", "de son côté", "pour sa part", "quant à",
    "à son tour", "as for", "à l'inverse", "lui aussi", "elle aussi",
)  # fmt: skip
_REACH = 1  # sentences


class Epithets:
    """The step of the sieve for descriptions of who has just spoken."""

    def __init__(self, context: Context) -> None:
        self._document, self._sentences = context.document, context.sentences
        self._names, self._said, self._lookup = context.names, context.said, context.lookup
        self._table, self._memory = context.table, context.memory

    def speaker(self, sentence: Sentence, token: Token) -> Speaker | None:
        """Return who spoke right before, where a definite singular noun with a complement can be his; else None."""
        last = self._memory.last
        near = last is not None and last.kind == "person" and 0 <= sentence.index - self._memory.sentence <= _REACH
        if last is None or not near or self._owned(sentence, token) or self._turns(sentence):
            return None
        if self._spoke_so(sentence, token):
            return None
        of_body = children(sentence, token.i, "nmod", "compound") and not self._table.is_marked(token.lemma, "leader")
        general = self._table.is_marked(token.lemma, "anyone") and not of_body  # "the representative of B" is not that of A
        told = self._names.is_described(last.actors[0]) or self._leads(last.actors[0])
        if told and not general and not self._held(token, last.actors[0]):
            return None
        return last if self._agrees(sentence, token, last) else None

    @staticmethod
    def _owned(sentence: Sentence, token: Token) -> bool:
        """`Its spokeswoman` is nobody who spoke just before."""
        return any("Poss=Yes" in t.morph or t.text.lower() in OWN for t in children(sentence, token.i, "det", "nmod:poss"))

    def _turns(self, sentence: Sentence) -> bool:
        text = self._document.text[sentence.start : sentence.end].lower()
        return any(words in text for words in _TURNING)

    def _spoke_so(self, sentence: Sentence, token: Token) -> bool:
        """`A senior official said ... The senior official said`: tell whether an unnamed voice spoke under that description."""
        voice = self._said.unnamed(sentence, token)
        return any(speaker.actors == voice.actors for _, speaker in self._memory.spoken)

    def _held(self, token: Token, actor: str) -> bool:
        """Tell whether the base knows somebody by an office of that name ("the Commission's president")."""
        knowledge = self._said.kit.knowledge
        names = (knowledge.offices[tenure.office].name for tenure in knowledge.tenures_by_person.get(actor, ()))
        return any(token.text.lower() in name.lower().split() for name in names)

    def _leads(self, actor: str) -> bool:
        """Tell whether somebody leads a state or ministry by the base: who that is readers know, no text need tell it late."""
        knowledge = self._said.kit.knowledge
        kinds = (knowledge.offices[tenure.office].type for tenure in knowledge.tenures_by_person.get(actor, ()))
        return any(kind.startswith("head-of-") or kind.endswith("-minister") for kind in kinds)

    def _agrees(self, sentence: Sentence, token: Token, last: Speaker) -> bool:
        """Tell whether gender and state of a description are those of a person, as far as the text shows them."""
        own = gender_of(sentence, token, self._table)
        shown = self._gender_shown(self._sentences[: sentence.index + 1], last.actors[0])
        actor = self._lookup.actor(last.actors[0])
        states = _states_in(sentence, token, self._lookup)
        at_home = actor is None or actor.state is None or not states or actor.state in states
        return at_home and (own is None or shown is None or own == shown)

    def _gender_shown(self, sentences: Sequence[Sentence], actor: str) -> bool | None:
        """Tell whether the text shows a person as a woman (True), as a man (False) or not at all (None)."""
        for sentence in reversed(sentences):
            for token in sentence.tokens:
                person = self._names.person_at(token)
                shown = gender_of(sentence, token, self._table) if person is not None and person.id == actor else None
                if shown is not None:
                    return shown
        return None


def _states_in(sentence: Sentence, token: Token, lookup: Lookup) -> set[str]:
    """Return the states that a description names ("the German deputy")."""
    inside = (sentence.tokens[i] for i in subtree(sentence, token.i, "acl", "acl:relcl"))
    indices = (lookup.at(t) for t in inside)
    states = (lookup.state_of(actor) for index in indices if index is not None for actor in lookup.actor_ids(index))
    return {state for state in states if state is not None}
