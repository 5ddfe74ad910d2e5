"""Who several speakers are where a word only says that they are several: "the sides", "both", "they"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.parse.nominals import is_plural
from dragoman.extract.parse.tree import conjuncts, has_label
from dragoman.extract.speakers.context import Context, Read
from dragoman.extract.speakers.memory import RECENT, Speaker
from dragoman.extract.speakers.plural import TOGETHER, count_of
from dragoman.extract.speakers.plural import side_by_side as named_side_by_side
from dragoman.extract.speakers.words import MEETING
from dragoman.records import Actor, Sentence, Token

_NEAR = 2  # sentences in which "the sides" find the persons who meet
_TWO = 2  # both
_MINISTERS = frozenset(("minister", "ministre"))
_FEW = 5  # sentences in which "both" speak for those quoted


class Several:
    """The step of the sieve for plurals."""

    def __init__(self, context: Context, read: Read) -> None:
        self._sentences, self._lookup, self._names = context.sentences, context.lookup, context.names
        self._said, self._memory, self._table = context.said, context.memory, context.table
        self._read = read
        self._facing = frozenset(
            lemma for lemma, kind in self._table.sources.items()
            if kind == "participants" and self._table.is_marked(lemma, "counterpart")
        )  # fmt: skip

    def participants(self, sentence: Sentence, kind: str, token: Token) -> Speaker | None:
        """`the sides`, `both countries`, `the four leaders`: those side by side, else several whom linking found."""
        return self.side_by_side(sentence, kind, token) or self.linked(token)

    def side_by_side(self, sentence: Sentence, kind: str, token: Token) -> Speaker | None:
        """Return those said before in the words of a plural, else those named side by side."""
        count = count_of(sentence, token)
        for speaker in reversed(self._memory.several[-RECENT:]):
            if token.lemma in speaker.words and (count is None or len(speaker.actors) == count):
                return speaker
        sides = self._ministers(sentence, token, count) or self._all_who_agreed(token, count)
        sides = sides or self._sides(sentence, token, count) or self._just_spoke(sentence, kind, token)
        sides = sides or (self._linked_persons(token, count) if kind == "participants" else None)
        if sides is not None:
            return sides
        if count is not None and count > 2:  # "the three partners", who have spoken together before
            known = next((each for each in reversed(self._memory.several) if len(each.actors) == count), None)
            if known is not None and not (self._table.is_marked(token.lemma, "leader") and not known.personal):
                return known
        found = named_side_by_side(sentence, token, kind, self._names, self._lookup, self._sentences, self._facing)
        if not found and kind == "participants" and count is not None:  # "both leaders", who have spoken together before
            return next((each for each in reversed(self._memory.several) if each.personal and len(each.actors) == count), None)
        if not found and kind == "persons" and count == _TWO:  # "both scholars"
            return self.last_two(sentence, token)
        return replace(together(found), personal=kind != "countries") if found else None

    def _just_spoke(self, sentence: Sentence, kind: str, token: Token) -> Speaker | None:
        """`He and Bo Hansen ask for help. The two men insist`: those who spoke together right before, just so many persons.

        Not where the text has described so many others with the noun ("the two presidents").
        """
        count, last = count_of(sentence, token), self._memory.last
        near = last is not None and last.personal and sentence.index - self._memory.sentence <= 1
        if last is None or not near or kind == "countries" or count != len(last.actors):
            return None
        return None if self._names.with_word(frozenset((token.lemma,)), sentence.start, count) else last

    def _ministers(self, sentence: Sentence, token: Token, count: int | None) -> Speaker | None:
        """`The Ministers` of a meeting of two and two: all four, where the text has named two of either state, no others."""
        if token.lemma not in _MINISTERS or count not in (None, 2 * _TWO):
            return None
        named = {p.id: p for s in self._sentences[: sentence.index] for p in self._names.persons_in(s) if self._is_minister(p)}
        sides: dict[str | None, list[Actor]] = {}
        for person in named.values():
            sides.setdefault(person.state, []).append(person)
        even = len(sides) == _TWO and None not in sides and all(len(side) == _TWO for side in sides.values())
        return replace(together(list(named.values()), frozenset({token.lemma})), personal=True) if even else None

    def _is_minister(self, person: Actor) -> bool:
        knowledge = self._said.kit.knowledge
        kinds = (knowledge.offices[tenure.office].type for tenure in knowledge.tenures_by_person.get(person.id, ()))
        return any(kind.endswith("-minister") for kind in kinds)

    def _all_who_agreed(self, token: Token, count: int | None) -> Speaker | None:
        """`The three ministers agreed ... The parties ...`: the states of those who spoke together, where they are over two.

        Only where that group holds everybody else who spoke together: else it is no party's business of the others.
        """
        groups = [self._states_of(speaker) for speaker in self._memory.several] if self._is_side(token) else []
        groups = [group for group in groups if group]
        largest = max(groups, key=len, default=())
        if count is not None or len(largest) <= _TWO or not all(set(group) <= set(largest) for group in groups):
            return None
        states = [self._said.kit.knowledge.actor(state) for state in largest]
        return together([state for state in states if state is not None], frozenset({token.lemma}))

    def _is_side(self, token: Token) -> bool:
        return self._table.is_marked(token.lemma, "side") and "Number=Plur" in token.morph

    def _states_of(self, speaker: Speaker) -> tuple[str, ...]:
        """Return the states of those who spoke together, each once; nothing where one of them has none."""
        known = self._said.kit.knowledge.states
        states = [actor if actor in known else self._lookup.state_of(actor) for actor in speaker.actors]
        single = len(states) < _TWO or any(state not in known for state in states)
        return () if single else tuple(dict.fromkeys(state for state in states if state is not None))

    def _sides(self, sentence: Sentence, token: Token, count: int | None) -> Speaker | None:
        """`The two sides`, `les deux délégations`: the states that linking found face to face, not their leaders.

        Right behind a sentence that names both leaders the sides are these two.
        """
        index = self._lookup.at(token) if self._table.is_marked(token.lemma, "side") else None
        found = self.linked(token)
        if index is None or found is None or count not in (None, len(found.actors)):
            return None
        before = self._sentences[max(0, sentence.index - _NEAR) : sentence.index]
        delegation = self._table.is_marked(token.lemma, "delegation")
        leaders = not delegation and any(len(set(self._names.persons_in(s))) > 1 for s in before)
        states = all(self._lookup.state_of(who) == who for who in self._lookup.actor_ids(index))
        return found if states and not leaders else None

    def linked(self, token: Token) -> Speaker | None:
        """Return the several whom linking found for a word, or None."""
        index = self._lookup.at(token)
        actors = self._lookup.actor_ids(index) if index is not None else ()
        states = [self._lookup.state_of(actor) for actor in actors]
        if self._table.is_marked(token.lemma, "government") and all(states):  # "both governments" are states
            known = [self._said.kit.knowledge.actor(state) for state in states if state is not None]
            return together([state for state in known if state is not None]) if len(known) > 1 else None
        return self._said.of_actors(actors, frozenset()) if len(actors) > 1 else None

    def _linked_persons(self, token: Token, count: int | None) -> Speaker | None:
        """Return the persons whom linking found for a counted role ("the two ministers"), where they are just so many."""
        found = self.linked(token) if token.lemma not in TOGETHER else None
        actors = [self._lookup.actor(actor) for actor in found.actors] if found is not None else []
        people = all(actor is not None and actor.kind == "person" for actor in actors)
        return replace(found, personal=True) if found is not None and people and count == len(actors) else None

    def subject(self, sentence: Sentence, back: int) -> Speaker | None:
        """Return the last main subject that is several, so many sentences back; farther than one only of people and bodies."""
        for before in reversed(self._sentences[max(0, sentence.index - back) : sentence.index]):
            for other in before.tokens:
                main = has_label(other, "nsubj") and before.tokens[other.head].head == other.head
                speaks = other.lemma in self._table.sources or self._names.person_at(other) is not None
                speaks = speaks or self._lookup.at(other) is not None or sentence.index - before.index == 1
                if main and speaks and other.pos in ("NOUN", "PROPN") and is_plural(before, other):
                    return self._read(before, other.i, True)
        return None

    def met(self, sentence: Sentence) -> Speaker | None:
        """`Ann Lee received Bo Hansen. They agreed`: the persons whom the sentence before names, one as its subject."""
        before = self._sentences[sentence.index - 1] if sentence.index else None
        if before is None or before.block != sentence.block:
            return None
        persons = self._names.persons_in(before)
        people = {actor.id: actor for actor in persons}
        heads = [t for t in before.tokens if has_label(t, "nsubj") and before.tokens[t.head].head == t.head]
        subject = any(self._names.person_in(before, t) is not None for t in heads)
        met = any(before.tokens[t.head].lemma in MEETING for t in heads)
        return replace(together(list(people.values())), personal=True) if subject and met and len(people) > 1 else None

    def _joined_here(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`He accused Ann Lee and Bo Hansen; both denied it`: the two persons joined last before a word of its sentence."""
        for other in reversed(sentence.tokens[: token.i]):
            joined = [each for each in conjuncts(sentence, other.i) if each.i < token.i]
            persons = [self._names.person_in(sentence, each) for each in joined] if len(joined) == _TWO else []
            known = {person.id: person for person in persons if person is not None}
            if len(known) == _TWO:
                return replace(together(list(known.values())), personal=True)
        return None

    def last_two(self, sentence: Sentence, token: Token) -> Speaker | None:
        """`Both said`: the two joined before it, else whom the sentence before is about, else the two quoted last nearby."""
        joined = self._joined_here(sentence, token)
        if joined is not None:
            return joined
        subject = self.subject(sentence, 1)
        if subject is not None and len(subject.actors) == _TWO:
            return subject
        near = [s for n, s in self._memory.spoken if sentence.index - n <= _FEW and s.kind in ("person", "unnamed")]
        two = list({speaker.actors: speaker for speaker in reversed(near)}.values())[:_TWO]
        if len(two) < _TWO:
            met = self._faced(sentence)
            return replace(together(met), personal=True) if met else None
        return Speaker((*two[1].actors, *two[0].actors), f"{two[1].name}; {two[0].name}", "several")


    def _faced(self, sentence: Sentence) -> list[Actor]:
        """`Ann Lee met Bo Hansen. The two promised`: the two persons whom this sentence or the one before names, no more."""
        for near in reversed(self._sentences[max(0, sentence.index - 1) : sentence.index + 1]):
            people = {person.id: person for person in self._names.persons_in(near)}
            if people:
                return list(people.values()) if len(people) == _TWO else []
        return []


def together(actors: Sequence[Actor], words: frozenset[str] = frozenset()) -> Speaker:
    """Return the speaker that several known actors are together."""
    return Speaker(tuple(a.id for a in actors), "; ".join(a.name for a in actors), "several", words)
