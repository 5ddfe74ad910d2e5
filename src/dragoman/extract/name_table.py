"""The persons that a document names: every form of a name leads to one actor, with the words that describe it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman import ids
from dragoman.extract.tree import children, has_label, subtree
from dragoman.records import Actor, Document, Links, Sentence, Token

_LONGEST_NAME = 6  # words
_BACK = 100  # namings of persons that a description is looked for in


@dataclass(frozen=True, slots=True)
class Person:
    """One naming of a person: where, who, and the words of its noun phrase ("French", "president")."""

    start: int
    end: int
    actor: Actor
    words: frozenset[str]


def _is_described(person: Person) -> bool:
    own = set(person.actor.name.casefold().split())
    return any(word.casefold() not in own for word in person.words)


class NameTable:
    """The persons of one document by place; built once, asked often."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self._persons = tuple(persons)
        self._starts = [person.start for person in persons]
        self._inside = {offset: person for person in persons for offset in range(person.start, person.end)}

    def person_at(self, token: Token) -> Actor | None:
        """Return the person whose name covers a token."""
        person = self._inside.get(token.start)
        return person.actor if person is not None else None

    def words_at(self, token: Token) -> frozenset[str]:
        """Return the words with which the text describes the person named at a token."""
        person = self._inside.get(token.start)
        return person.words if person is not None else frozenset()

    def persons_in(self, sentence: Sentence) -> list[Actor]:
        """Return the persons that a sentence names, in order."""
        found = (self.person_at(token) for token in sentence.tokens)
        return [actor for actor in found if actor is not None]

    def person_in(self, sentence: Sentence, token: Token) -> Actor | None:
        """Return the person that a noun phrase names at its head or in apposition ("the minister, X")."""
        found = self.person_at(token)
        if found is not None:
            return found
        open_ = list(children(sentence, token.i, "appos", "flat"))
        while open_:
            child = open_.pop(0)
            found = self.person_at(child)
            if found is not None:
                return found
            open_ += children(sentence, child.i, "appos", "flat")
        return None

    def last_before(self, position: int) -> Actor | None:
        """Return the person described last before a position ("the analyst X"), else the one named last."""
        last = bisect_left(self._starts, position)
        before = self._persons[max(0, last - _BACK) : last]
        described = (p.actor for p in reversed(before) if _is_described(p))
        return next(described, before[-1].actor if before else None)

    def of_state(self, state: str, word: str, anyone: bool) -> Actor | None:
        """Return the first person of a state that the text describes with a word; `anyone`: else the first of that state."""
        own = [person for person in self._persons if person.actor.state == state]
        fitting = (person.actor for person in own if word in person.words)
        return next(fitting, own[0].actor if own and anyone else None)

    def with_word(self, word: str, before: int, count: int) -> list[Actor]:
        """Return the last persons described with a word before a position, so many as asked, or none."""
        found: dict[str, Actor] = {}
        last = bisect_left(self._starts, before)
        for person in reversed(self._persons[max(0, last - _BACK) : last]):
            if word in person.words:
                found.setdefault(person.actor.id, person.actor)
            if len(found) == count:
                return list(found.values())
        return []

    def described(self, words: frozenset[str], before: int) -> Actor | None:
        """Return the last person named before a position with all the words of a description, two at least."""
        if len(words) < 2:
            return None
        last = bisect_left(self._starts, before)
        for person in reversed(self._persons[max(0, last - _BACK) : last]):
            if person.start < before and words <= person.words:
                return person.actor
        return None


def find_names(document: Document, sentences: Sequence[Sentence], links: Links) -> NameTable:
    """Collect the persons that a document names; a surname alone is the person last named in full with it."""
    actors, others = _linked(links)
    full: dict[str, tuple[str, Actor]] = {}
    for sentence in sentences:
        for first, last in _person_names(sentence, actors, others):
            _learn(document, sentence, first, last, actors, full)
    persons = []
    for sentence in sentences:
        for first, last in _person_names(sentence, actors, others):
            name = _name(document, sentence, first, last)
            known = full.get(_key(name))
            if known is not None:
                start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
                persons.append(Person(start, end, known[1], _description(sentence, last - 1)))
    return NameTable(persons)


def _linked(links: Links) -> tuple[dict[int, Actor], frozenset[int]]:
    """Return the linked persons by every offset of their mentions, and the offsets of what is known to be no person."""
    found: dict[int, Actor] = {}
    others: set[int] = set()
    for mention, link in zip(links.mentions, links.links, strict=True):
        if mention.kind == "person" and len(link.actors) == 1 and link.actors[0] in links.actors:
            actor = links.actors[link.actors[0]]
            found.update(dict.fromkeys(range(mention.start, mention.end), actor))
        elif any(actor in links.actors and links.actors[actor].resolved for actor in link.actors):
            others.update(range(mention.start, mention.end))
    return found, frozenset(others)


def _person_names(sentence: Sentence, actors: dict[int, Actor], others: frozenset[int]) -> list[tuple[int, int]]:
    """Return the token ranges of the persons' names: those that linking took for persons, and the model's."""
    found: list[tuple[int, int]] = []
    taken: set[int] = set()
    index = 0
    while index < len(sentence.tokens):
        actor = actors.get(sentence.tokens[index].start)
        last = index
        while last < len(sentence.tokens) and actor is not None and actors.get(sentence.tokens[last].start) is actor:
            last += 1
        if last > index:
            found.append((index, last))
            taken |= set(range(index, last))
        index = max(last, index + 1)
    for name in sentence.names:
        name_last = _with_hyphens(sentence, name.last)
        inside = set(range(name.first, name_last))
        known = any(sentence.tokens[index].start in others for index in inside)
        proper = sentence.tokens[name.last - 1].text[:1].isupper()
        if name.label == "PER" and proper and not known and not inside & taken and len(inside) <= _LONGEST_NAME:
            found.append((name.first, name_last))
    return sorted(found)


def _with_hyphens(sentence: Sentence, last: int) -> int:
    """Take in what a hyphen joins to a name ("Park Min-jun", which the French model cuts in two)."""
    tokens = sentence.tokens
    while last < len(tokens) and tokens[last].start == tokens[last - 1].end:
        if not tokens[last].text.startswith("-") and tokens[last - 1].text != "-":
            break
        last += 1
    return last


def _name(document: Document, sentence: Sentence, first: int, last: int) -> str:
    text = document.text[sentence.tokens[first].start : sentence.tokens[last - 1].end]
    return " ".join(text.split()).removesuffix("'s").removesuffix("’s").strip()


def _key(name: str) -> str:
    """Return the surname, by which the forms of a name come together."""
    return name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""


def _learn(
    document: Document, sentence: Sentence, first: int, last: int, actors: dict[int, Actor],
    full: dict[str, tuple[str, Actor]],
) -> None:  # fmt: skip
    """Keep the best form of a name: one that the knowledge base has, else the longest."""
    name = _name(document, sentence, first, last)
    linked = actors.get(sentence.tokens[last - 1].start)
    own = Actor(id=ids.unresolved_actor_id(document.id, name), kind="person", name=name, resolved=False)
    actor = linked if linked is not None and linked.resolved else own
    known = full.get(_key(name))
    if known is None or (actor.resolved, len(name)) > (known[1].resolved, len(known[0])):
        full[_key(name)] = (name, actor)


def _description(sentence: Sentence, index: int) -> frozenset[str]:
    """Return the lemmas around a name that say who it is: "French President", "head of the department"."""
    token = sentence.tokens[index]
    top = index
    while has_label(sentence.tokens[top], "flat", "compound", "appos") and sentence.tokens[top].head != top:
        top = sentence.tokens[top].head
    near = {i for i in subtree(sentence, top, "conj") if abs(i - index) <= 12}  # not who is named beside
    return frozenset(
        sentence.tokens[i].lemma for i in near if sentence.tokens[i].pos in ("NOUN", "PROPN", "ADJ")
    ) | {token.lemma}
