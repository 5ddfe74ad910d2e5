"""Which body "the ministry", "the group" or "the company" is: one that the text named in the sentences before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.extract.names.lookup import Lookup
from dragoman.extract.speakers.memory import Speaker
from dragoman.extract.speakers.naming import NamedSources
from dragoman.ids import unresolved_actor_id
from dragoman.knowledge.load import Knowledge
from dragoman.records import Actor, Document, Sentence, Token

_REACH = 5  # sentences
_FAR = 12  # sentences in which an organ named in full is taken up by its noun
_PARLIAMENTS = frozenset(("parliament", "lower-house", "upper-house"))
_LONG = 60  # sentences, and characters, in which a longer name is looked for
_CHARACTERS = 10_000
_WORDS = 6  # before the noun of a name
_BARE = 2  # words of a noun with its article


class EarlierBodies:
    """The bodies that one document names, whether they were quoted or not."""

    def __init__(self, document: Document, lookup: Lookup, said: NamedSources, knowledge: Knowledge) -> None:
        self._text, self._lookup, self._said, self._knowledge = document.text, lookup, said, knowledge
        self._id = document.id

    def ministry_of(self, spoken: Sequence[Speaker]) -> Speaker | None:
        """Return the ministry of the minister who spoke last: "the ministry" alone is his."""
        for speaker in reversed(spoken):
            for tenure in reversed(self._knowledge.tenures_by_person.get(speaker.actors[0], ())):
                office = self._knowledge.offices[tenure.office]
                organ = f"{office.entity}.{office.type.removesuffix('minister')}ministry"
                known = office.type.endswith("-minister") and organ in self._knowledge.organs
                actor = self._knowledge.actor(organ) if known else None
                if actor is not None:
                    return self._said.of_actor(actor, frozenset())
        return None

    def of_kind(self, sentence: Sentence, token: Token, kind: str) -> Speaker | None:
        """Return the group or organisation named last before a word, in the last sentences."""
        for index in self._mentions(sentence, _REACH):
            actor = self._one(index)
            if actor is not None and actor.kind == kind and self._lookup.mention(index).start < token.start:
                return self._said.of_actor(actor, frozenset())
        return None

    def company(self, sentence: Sentence, token: Token) -> Speaker | None:
        """Return the body named last before a word that the base does not know: "the company" is no court and no state."""
        for index in self._mentions(sentence, _REACH):
            actor = self._one(index)
            fits = actor is not None and (actor.kind == "group" or (actor.kind == "organisation" and not actor.resolved))
            if fits and actor is not None and self._lookup.mention(index).end <= token.start:
                return self._said.of_actor(actor, frozenset({token.lemma}))
        return None

    def organ(self, sentence: Sentence, token: Token) -> Speaker | None:
        """Return the one organ that the text last named in full with a noun: "the ministry" is "the ministry of X"."""
        for index in self._mentions(sentence, _FAR):
            mention, actors = self._lookup.mention(index), self._lookup.actor_ids(index)
            words = self._text[mention.start : mention.end].lower().split()
            full = mention.kind == "organ" and len(actors) == 1 and token.lemma in words and len(words) > _BARE
            if full and mention.end <= token.start and not actors[0].startswith("nil:"):
                return self._said.of_actors(actors, frozenset({token.lemma}))
        return None

    def longer_name(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`The Authority` after "the Panama Canal Authority": the body whose longer name ends in a capitalised word, or None.

        Linking knows the bodies that it found as names; this is for those that no table and no model knows.
        """
        if not token.text.istitle() or not token.text.isalpha():
            return None
        pattern = rf"(?:\b[A-Z][\w’'-]+ ){{1,{_WORDS}}}{token.text}\b(?! [A-Z])"
        found = list(re.finditer(pattern, self._text[max(0, token.start - _CHARACTERS) : token.start]))
        words = found[-1][0].split() if found else []
        words = words[1:] if words[:1] == ["The"] else words
        if len(words) < _BARE:
            return None
        end = found[-1].end() + max(0, token.start - _CHARACTERS)
        ending = (index for index in self._mentions(sentence, _LONG) if self._lookup.mention(index).end == end)
        actors = next((self._lookup.actor_ids(index) for index in ending), ())
        if len(actors) == 1 and not actors[0].startswith("nil:"):
            return self._said.of_actors(actors, frozenset({token.lemma}))
        name = " ".join(words)
        return Speaker((unresolved_actor_id(self._id, name),), name, "body", frozenset({token.lemma}))

    def named_in_full(self, sentence: Sentence, name: str) -> Speaker | None:
        """`The Standing Committee` after "the Standing Committee of the League": the known body whose name begins so."""
        begun = re.compile(rf"(?:the |le |la |l['’])?{re.escape(name)} (?:of|de|du|des|d['’])", re.IGNORECASE)
        for index in self._mentions(sentence, _LONG):
            mention, actors = self._lookup.mention(index), self._lookup.actor_ids(index)
            known = len(actors) == 1 and not actors[0].startswith("nil:") and mention.kind in ("organ", "organisation")
            if known and begun.match(self._text[mention.start : mention.end]):
                return self._said.of_actors(actors, frozenset(name.split()))
        return None

    def parliament(self, sentence: Sentence, token: Token) -> Speaker | None:
        """Return the parliament that the text last named: "the Assembly" is "Sudan's parliament", whatever it calls itself."""
        for index in self._mentions(sentence, _FAR):
            actors = self._lookup.actor_ids(index)
            organ = self._knowledge.organs.get(actors[0]) if len(actors) == 1 else None
            if organ is not None and organ.type in _PARLIAMENTS and self._lookup.mention(index).end <= token.start:
                return self._said.of_actors(actors, frozenset({token.lemma}))
        return None

    def _mentions(self, sentence: Sentence, reach: int) -> Iterator[int]:
        """Yield the mentions of a sentence and of those before it, the last first."""
        for number in range(sentence.index, max(-1, sentence.index - reach), -1):
            yield from reversed(self._lookup.of_sentence(number))

    def _one(self, index: int) -> Actor | None:
        """Return the actor of a mention that has one."""
        actors = self._lookup.actor_ids(index)
        return self._lookup.actor(actors[0]) if len(actors) == 1 else None
