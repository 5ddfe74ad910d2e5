"""Who is linked at a single word: the actors of its mention, the state behind a capital, each state of a list.

What the phrase around the word adds (its owner, a title, a coordination) is read in `parties`.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from typing import Any

from msgspec.structs import replace

from dragoman.extract.events.peoples import compile_peoples, named_inside, states_inside
from dragoman.extract.events.phrases import case_of
from dragoman.extract.names.eras import load_predecessors
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.parse.keeping import keep
from dragoman.extract.parse.tree import children, has_label
from dragoman.kit import Kit
from dragoman.languages.rows import DescriptionRow
from dragoman.records import Mention, Party, Sentence, Token

_NOT_ACTING = frozenset(("place", "outlet"))
_BODIES = frozenset(("organisation", "organ", "group", "outlet"))


_BESIDE = 2  # "a enjoint à Tokyo": farther off, a town is where something is said


def _compile_datives(kit: Kit, language: str) -> frozenset[str]:
    """Return the verbs and nouns of a language that take a person: "reprocher", "enjoindre"."""
    rows = kit.languages[language].rows("descriptions", DescriptionRow)
    return frozenset(row.form for row in rows if row.kind == "dative")


class LinkedParties:
    """Reads the parties of one document off the links of its words."""

    def __init__(self, lookup: Lookup, kit: Kit, language: str) -> None:
        self._lookup = lookup
        self._kit = kit
        self._peoples = kit.compiled(compile_peoples, language)
        self.datives = kit.compiled(_compile_datives, language)
        self.kept: dict[tuple[Hashable, ...], Any] = {}

    def at(self, sentence: Sentence, token: Token, place: bool) -> tuple[Party, ...]:
        """Return the linked actors of the widest mention at a word."""
        indices = [i for i in self._lookup.all_at(token) if self._lookup.actor_ids(i)]
        indices.sort(key=lambda i: self._lookup.mention(i).start - self._lookup.mention(i).end)
        if len(joined := self._joined(indices, token)) > 1:
            return joined
        for index in indices:
            mention = self._lookup.mention(index)
            wanted = place or self._is_capital_acting(index, token) or self._is_addressed(index, sentence, token)
            if mention.kind in _NOT_ACTING and not (wanted and mention.kind == "place"):
                continue
            if mention.kind == "treaty" and has_label(token, "nsubj"):
                continue  # a treaty can be left or praised, it does not act
            if mention.kind == "region" and has_label(token, "amod", "compound"):
                continue  # "Atlantic solidarity", "European security": no party
            if mention.kind == "place":
                return self._of_place(index)
            several = states_inside(mention.surface, self._peoples) if mention.kind in ("role", "organ") else ()
            if len(several) > 1:
                return self._one_each(mention, several)
            state = self._office_state(index) or (several[0] if several and mention.kind == "role" else None)
            parties = []
            for identifier in self._lookup.actor_ids(index):
                if mention.kind == "region" and (members := self._kit.knowledge.members(identifier)):
                    return self._one_each(mention, members)  # "the two Koreas", "the Baltic states"
                actor = self._lookup.actor(identifier)
                name = actor.name if actor is not None else mention.surface
                parties.append(
                    Party(
                        actor=identifier, name=name, state=state or self._lookup.state_of(identifier),
                        start=mention.start, end=mention.end,
                    )
                )  # fmt: skip
            return tuple(parties)
        return ()

    @keep
    def acting_mentions(self, sentence: Sentence) -> list[int]:
        """Return the mentions of a sentence that name somebody who can act, in order, those inside another left out."""
        found: list[int] = []
        for index in self._lookup.of_sentence(sentence.index):
            mention = self._lookup.mention(index)
            nested = found and mention.end <= self._lookup.mention(found[-1]).end
            if mention.kind not in (*_NOT_ACTING, "treaty", "region") and self._lookup.actor_ids(index) and not nested:
                found.append(index)
        return found

    @keep
    def named(self, sentence: Sentence) -> frozenset[int]:
        """Return the words of a sentence at which somebody is named who can act."""
        indices = [index for index in self._lookup.of_sentence(sentence.index) if self._lookup.actor_ids(index)]
        mentions = [m for m in map(self._lookup.mention, indices) if m.kind not in (*_NOT_ACTING, "treaty", "region")]
        return frozenset(t.i for m in mentions for t in sentence.tokens if m.start <= t.start < m.end)

    def states_at(self, token: Token) -> list[str]:
        """Return the states for which those linked at a word stand."""
        states = []
        for index in self._lookup.all_at(token):
            if self._lookup.mention(index).kind in ("state", "organ", "organisation", "group", "person", "role"):
                states += [s for i in self._lookup.actor_ids(index) if (s := self._lookup.state_of(i)) is not None]
        return states

    def people_at(self, token: Token) -> list[str]:
        """Return the state that a word names, as an adjective too, where a wider mention covers it ("Chinese officials")."""
        for index in self._lookup.all_at(token):
            mention = self._lookup.mention(index)
            for start, end, state in named_inside(mention.surface, self._peoples):
                if mention.start + start <= token.start < mention.start + end:
                    return [state]
        alone = self._peoples.get(token.text.casefold())
        return [alone] if alone is not None else self.states_at(token)

    def is_name(self, token: Token) -> bool:
        """Tell whether a word only belongs to a name: of a body ("Government of National Accord"), of a person ("Parley")."""
        for index in self._lookup.all_at(token):
            mention = self._lookup.mention(index)
            if mention.kind == "person" and token.pos == "PROPN":
                return True
            inside = mention.end - mention.start > token.end - token.start
            if inside and mention.kind in _BODIES and self._lookup.actor_ids(index):
                return True
        return False

    def is_person(self, token: Token) -> bool:
        """Tell whether a word stands in a mention of a person."""
        return any(self._lookup.mention(i).kind == "person" for i in self._lookup.all_at(token))

    def is_treaty(self, party: Party) -> bool:
        """Tell whether a party is only a treaty: what is done to it concerns those who signed it."""
        actor = self._lookup.actor(party.actor)
        return actor is not None and actor.kind == "treaty"

    def is_organisation(self, identifier: str | None) -> bool:
        """Tell whether an id is that of an organisation of the base."""
        body = self._kit.knowledge.actor(identifier) if identifier is not None else None
        return body is not None and body.kind == "organisation"

    def is_region(self, party: Party) -> bool:
        """Tell whether a party is a region for which no state stands ("the Red Sea"): where something is, nobody who acts."""
        actor = self._lookup.actor(party.actor)
        return party.state is None and actor is not None and actor.kind == "region"

    def for_itself(self, party: Party, opposite: Collection[str]) -> Party:
        """Let an armed group or a movement that faces its own state stand for itself."""
        actor = self._lookup.actor(party.actor)
        if party.state in opposite and actor is not None and actor.kind == "group":
            return replace(party, state=party.actor)
        return party

    def _joined(self, indices: Sequence[int], token: Token) -> tuple[Party, ...]:
        """Return a party for each of the states that one adjective joins: "l'ultimatum franco-britannique"."""
        if "-" not in token.text:
            return ()
        inside = [i for i in indices if token.start <= (m := self._lookup.mention(i)).start and m.end <= token.end]
        states = [s for i in sorted(inside) if self._lookup.mention(i).kind == "state" for s in self._lookup.actor_ids(i)[:1]]
        return tuple(
            Party(actor=state, name=token.text, state=self._lookup.state_of(state), start=token.start, end=token.end)
            for state in dict.fromkeys(states)
        )  # fmt: skip

    def _one_each(self, mention: Mention, states: Sequence[str]) -> tuple[Party, ...]:
        """Return a party for every state that one phrase names ("Cambodian and Thai troops")."""
        return tuple(
            Party(actor=state, name=mention.surface, state=state, start=mention.start, end=mention.end) for state in states
        )

    def _is_capital_acting(self, index: int, token: Token) -> bool:
        """Tell whether a capital stands bare as subject or object: then it is the government, not the town."""
        places = (self._kit.knowledge.places.get(i) for i in self._lookup.actor_ids(index))
        return has_label(token, "nsubj", "obj", "iobj") and any(p is not None and p.kind == "capital" for p in places)

    def _is_addressed(self, index: int, sentence: Sentence, token: Token) -> bool:
        """Tell whether something is said or given to a capital: French `obl:arg`, or behind "à" of a verb that takes a person.

        "A promis son concours à Londres", "a enjoint à Tokyo de"; not "a prononcé un discours à Lima".
        """
        if token.dep != "obl:arg" and not (has_label(token, "obl") and self._is_dative(sentence, token)):
            return False
        return any(
            place is not None and place.kind == "capital"
            for place in (self._kit.knowledge.places.get(i) for i in self._lookup.actor_ids(index))
        )

    def _is_dative(self, sentence: Sentence, token: Token) -> bool:
        """Tell whether a French name stands behind "à", next to a verb of saying, giving or demanding."""
        verb = sentence.tokens[token.head]
        if sentence.language != "fr" or case_of(sentence, token.i) != ("à",):
            return False
        words = [verb, *(t for t in children(sentence, verb.i, "obj") if t.i < token.i)]  # "a fait appel à Lima"
        return any(word.lemma in self.datives and 0 < token.i - word.i <= _BESIDE for word in words)

    def _of_place(self, index: int) -> tuple[Party, ...]:
        """Return the state in which a place lies, as a party under the name of the place."""
        mention = self._lookup.mention(index)
        states = [state for i in self._lookup.actor_ids(index) if (state := self._place_state(i)) is not None]
        return tuple(
            Party(actor=state, name=mention.surface, state=state, start=mention.start, end=mention.end)
            for state in states[:1]
        )

    def where(self, index: int) -> tuple[Party, ...]:
        """Return the state that a mention of a place or of a state names as somewhere to be."""
        if self._lookup.mention(index).kind == "place":
            return self._of_place(index)
        mention = self._lookup.mention(index)
        states = [state for i in self._lookup.actor_ids(index) if (state := self._lookup.state_of(i)) is not None]
        return tuple(
            Party(actor=state, name=mention.surface, state=state, start=mention.start, end=mention.end)
            for state in states[:1]
        )

    def _place_state(self, identifier: str) -> str | None:
        place = self._kit.knowledge.places.get(identifier)
        state = place.state if place is not None else self._lookup.state_of(identifier)
        old = self._kit.compiled(load_predecessors).get(state or "")
        return old if old is not None and old in self._lookup.links.actors else state  # Moscow in a text on the Soviet Union

    def _office_state(self, index: int) -> str | None:
        """Return the state or organisation for which a person acts in the office named."""
        link = self._lookup.link(index)
        office = self._kit.knowledge.offices.get(link.office) if link.office else None
        return office.entity if office is not None else None
