"""The persons that a document names: every form of a name leads to one actor, with the words that describe it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman import ids
from dragoman.extract.names.forms import fold
from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.records import Actor, Document, Links, Sentence, Token

_LONGEST_NAME = 6  # words
_LONGEST_PHRASE = 12  # words between a role and the comma before its name: "the head of the committee on foreign affairs, X"
_ROLES = ("persons", "participants")  # classes of nouns beside which a person's name stands
_ARTICLES = frozenset(("the", "le", "la", "l'", "l’"))
_CLOSING = frozenset((",", ".", ";", ":", ")", "–", "—", "who", "qui", "whose", "dont"))
_PARTICLES = frozenset(("al", "el", "de", "del", "di", "da", "von", "van", "der", "den", "bin", "ben", "ould", "y"))
_NO_PHRASE = frozenset(("VERB", "AUX", "CCONJ", "SCONJ", "PRON"))
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

    def __init__(self, persons: Sequence[Person], beside: Mapping[int, int] | None = None) -> None:
        """`beside` gives the place of a name by that of the role noun before it ("the minister, X")."""
        self._persons = tuple(persons)
        self._beside = beside or {}
        self._described: frozenset[str] | None = None
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
        if "Number=Plur" in token.morph and token.pos == "NOUN":  # "supporters, among them X" are not X
            return None
        open_ = list(children(sentence, token.i, "appos", "flat"))
        while open_:
            child = open_.pop(0)
            found = self.person_at(child)
            if found is not None:
                return found
            open_ += children(sentence, child.i, "appos", "flat")
        named = self._inside.get(self._beside.get(token.start, -1))
        return named.actor if named is not None else None

    def is_described(self, actor: str) -> bool:
        """Tell whether the text says anywhere who a person is."""
        if self._described is None:
            self._described = frozenset(person.actor.id for person in self._persons if _is_described(person))
        return actor in self._described

    def is_named(self, actor: str) -> bool:
        """Tell whether the text names a person anywhere."""
        return any(person.actor.id == actor for person in self._persons)

    def last_with(self, word: str, before: int) -> Person | None:
        """Return the last naming before a position of a person whom the text describes with a word, or None."""
        last = bisect_left(self._starts, before)
        return next((p for p in reversed(self._persons[max(0, last - _BACK) : last]) if word in p.words), None)

    def last_before(self, position: int) -> Actor | None:
        """Return the person described last before a position ("the analyst X"), else the one named last."""
        last = bisect_left(self._starts, position)
        before = self._persons[max(0, last - _BACK) : last]
        described = (p.actor for p in reversed(before) if _is_described(p))
        return next(described, before[-1].actor if before else None)

    def with_initials(self, letters: str) -> Actor | None:
        """Return the first person of the text whose names begin with these letters ("AL:" for Ann Lee), or None."""
        return next((p.actor for p in self._persons if _initials(p.actor.name) == letters), None)

    def last_of_state(self, state: str, before: int) -> Actor | None:
        """Return the person of a state named last before a position."""
        last = bisect_left(self._starts, before)
        near = reversed(self._persons[max(0, last - _BACK) : last])
        return next((person.actor for person in near if person.actor.state == state), None)

    def of_state(self, state: str, word: str, anyone: bool) -> Actor | None:
        """Return the first person of a state that the text describes with a word; `anyone`: else the first of that state."""
        own = [person for person in self._persons if person.actor.state == state]
        fitting = (person.actor for person in own if word in person.words)
        return next(fitting, own[0].actor if own and anyone else None)

    def with_word(self, words: frozenset[str], before: int, count: int) -> list[Actor]:
        """Return the last persons described with one of some words before a position, so many as asked, or none."""
        found: dict[str, Actor] = {}
        last = bisect_left(self._starts, before)
        for person in reversed(self._persons[max(0, last - _BACK) : last]):
            if words & person.words:
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


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def find_names(document: Document, sentences: Sequence[Sentence], links: Links, sources: Mapping[str, str]) -> NameTable:
    """Collect the persons that a document names; a surname alone is the person last named in full with it.

    `sources` are the classes of the nouns that name sources: beside those of persons stands a name.
    """
    actors, others = _linked(links)
    roles = [[found for found in _apposed(s, sources) if not _is_other(s, found.first, found.last, others)] for s in sentences]
    ranges = [_person_names(s, actors, others, own) for s, own in zip(sentences, roles, strict=True)]
    known = _Known(document, actors)
    for sentence, spans in zip(sentences, ranges, strict=True):
        for first, last in spans:
            known.learn(sentence, first, last)
    families = {_key(_name(document, s, a.first, a.last)) for s, own in zip(sentences, roles, strict=True) for a in own}
    persons = []
    for sentence, spans, own in zip(sentences, ranges, roles, strict=True):
        for first, last in sorted([*spans, *_bare(sentence, spans, families, others)]):
            actor = known.actor(sentence, first, last)
            if actor is not None:
                start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
                role = next((found.role for found in own if found.first == first), None)
                persons.append(Person(start, end, actor, _description(sentence, last - 1, role)))
    pairs = ((s, found) for s, own in zip(sentences, roles, strict=True) for found in own)
    beside = {s.tokens[found.role].start: s.tokens[found.first].start for s, found in pairs}
    return NameTable(persons, beside)


@dataclass(frozen=True, slots=True)
class _Apposed:
    """A name between commas behind a role noun: the token of the noun, the range of the name."""

    role: int
    first: int
    last: int


def _apposed(sentence: Sentence, sources: Mapping[str, str]) -> Iterator[_Apposed]:
    """Yield `the ambassador to X, Ann Lee,` and `Ann Lee, the ambassador`: capitalised words beside one person's role name it.

    The small models label many a foreign name as a place or a body, and hang it on the last noun before the comma.
    """
    tokens = sentence.tokens
    for role in tokens:
        if sources.get(role.lemma) not in _ROLES or role.pos not in ("NOUN", "PROPN") or "Number=Plur" in role.morph:
            continue
        named = tokens[role.head]
        if has_label(role, "appos") and named.pos == "PROPN" and named.i + 1 < role.i and tokens[named.i + 1].text == ",":
            first = named.i
            while first > 0 and _in_name(sentence, first - 1):
                first -= 1
            if 2 <= named.i + 1 - first <= _LONGEST_NAME:
                yield _Apposed(role.i, first, named.i + 1)
            continue
        reach = tokens[role.i + 1 : role.i + _LONGEST_PHRASE]
        comma = next((t.i for t in reach if t.text == ","), None)
        if comma is None or any(t.pos in _NO_PHRASE for t in tokens[role.i + 1 : comma]):
            continue
        first = last = _behind_title(sentence, comma + 1, sources)
        while last < len(tokens) and _in_name(sentence, last):
            last += 1
        if 2 <= last - first <= _LONGEST_NAME and last < len(tokens) and tokens[last].text.lower() in _CLOSING:
            yield _Apposed(role.i, first, last)


def _behind_title(sentence: Sentence, index: int, sources: Mapping[str, str]) -> int:
    """`The head of the junta, (the) General | X`: return where the name begins behind a title."""
    tokens = sentence.tokens
    article = index < len(tokens) and tokens[index].text.lower() in _ARTICLES
    title = index + article
    titled = title + 1 < len(tokens) and sources.get(tokens[title].lemma.lower()) in _ROLES
    return title + 1 if titled and tokens[title + 1].text[:1].isupper() else index


def _in_name(sentence: Sentence, index: int) -> bool:
    """Tell whether a word can be a part of a person's name: capitalised, or a particle before such a word."""
    token = sentence.tokens[index]
    letters = token.text.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    if token.text[:1].isupper() and letters.isalpha():
        return True
    glued = token.start == sentence.tokens[index - 1].end  # "al-Tayeb", "Min-jun" in pieces
    if token.text in ("-", "‑") or (glued and letters.isalpha()):
        return True
    following = sentence.tokens[index + 1 : index + 2]
    return token.text.lower() in _PARTICLES and any(t.text[:1].isupper() or t.text in ("-", "‑") for t in following)


def _is_other(sentence: Sentence, first: int, last: int, others: frozenset[int]) -> bool:
    return any(token.start in others for token in sentence.tokens[first:last])


def _bare(
    sentence: Sentence, spans: Sequence[tuple[int, int]], families: set[str], others: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Yield the surnames that stand alone of persons whom only an apposition made known."""
    if not families:
        return
    taken = {index for first, last in spans for index in range(first, last)}
    for token in sentence.tokens:
        word = token.text.removesuffix("'s").removesuffix("’s")
        if word[:1].isupper() and fold(word) in families and token.i not in taken and token.start not in others:
            yield token.i, token.i + 1


@dataclass(slots=True)
class _Known:
    """The persons of a text by family name: the best form of each name, apart where the given names differ."""

    document: Document
    actors: Mapping[int, Actor]
    families: dict[str, list[tuple[str, Actor, str]]] = field(default_factory=dict)  # name, actor, actor as linked
    keys: dict[str, str] = field(default_factory=dict)  # the family under which a linked actor stands: "Wu" is "Wu Dawei"

    def learn(self, sentence: Sentence, first: int, last: int) -> None:
        """Keep the best form of a name: one that the knowledge base has, else the longest."""
        name = _name(self.document, sentence, first, last)
        linked = self.actors.get(sentence.tokens[last - 1].start)
        state = linked.state if linked is not None and linked.kind == "person" else None
        identifier = ids.unresolved_actor_id(self.document.id, name)
        own = Actor(id=identifier, kind="person", name=name, state=state, resolved=False)
        actor = linked if linked is not None and linked.resolved else own
        entries = self.families.setdefault(self._family(name, linked), [])
        if linked is not None and linked.kind == "person":
            self.keys.setdefault(linked.id, _key(name))
        place = self._place(entries, name, linked.id if linked is not None else "")
        if place is None:
            entries.append((name, actor, linked.id if linked is not None else ""))
        elif (actor.resolved, *_fullness(name)) > (entries[place][1].resolved, *_fullness(entries[place][0])):
            entries[place] = (name, actor, entries[place][2] or (linked.id if linked is not None else ""))

    def actor(self, sentence: Sentence, first: int, last: int) -> Actor | None:
        """Return whom a naming means."""
        name = _name(self.document, sentence, first, last)
        linked = self.actors.get(sentence.tokens[last - 1].start)
        entries = self.families.get(self._family(name, linked), [])
        place = self._place(entries, name, linked.id if linked is not None else "")
        return entries[place][1] if place is not None else None

    def _family(self, name: str, linked: Actor | None) -> str:
        """Return under which family name a form stands; one word that linking took for somebody named in full is that one."""
        single = linked is not None and linked.kind == "person" and " " not in name
        return self.keys.get(linked.id, _key(name)) if single and linked is not None else _key(name)

    @staticmethod
    def _place(entries: Sequence[tuple[str, Actor, str]], name: str, linked: str) -> int | None:
        """Return which of the persons of one family name a form names; a surname alone is the first of them."""
        same = next((i for i, entry in enumerate(entries) if linked and entry[2] == linked), None)
        if same is not None:
            return same
        return next((i for i, entry in enumerate(entries) if _same_given(entry[0], name)), None)


def _same_given(left: str, right: str) -> bool:
    """Tell whether two forms with one family name can be one person's: a given name is missing, equal or short."""
    one, other = fold(left).split()[:-1], fold(right).split()[:-1]
    if not one or not other:
        return True
    short, long_ = sorted((one[0].rstrip("."), other[0].rstrip(".")), key=len)
    return long_.startswith(short) or one[-1] == other[-1]


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


def _person_names(
    sentence: Sentence, actors: Mapping[int, Actor], others: frozenset[int], apposed: Sequence[_Apposed]
) -> list[tuple[int, int]]:
    """Return the token ranges of the persons' names: those that linking took for persons, the model's, those beside roles."""
    found: list[tuple[int, int]] = []
    taken: set[int] = set()
    index = 0
    while index < len(sentence.tokens):
        actor = actors.get(sentence.tokens[index].start)
        last = index
        while last < len(sentence.tokens) and actor is not None and actors.get(sentence.tokens[last].start) is actor:
            last += 1
        if last > index:
            last = last if actor is None or actor.resolved else _to_its_end(sentence, index, last)
            found.append((index, last))
            taken |= set(range(index, last))
        index = max(last, index + 1)
    for name in sentence.names:
        name_last = _with_hyphens(sentence, name.last)
        inside = set(range(name.first, name_last))
        known = any(sentence.tokens[index].start in others for index in inside)
        proper = sentence.tokens[name.last - 1].text[:1].isupper() and not any(
            letter.isdigit() for index in inside for letter in sentence.tokens[index].text
        )
        if name.label == "PER" and proper and not known and not inside & taken and len(inside) <= _LONGEST_NAME:
            found.append((name.first, name_last))
            taken |= inside
    return sorted([*found, *((a.first, a.last) for a in apposed if not taken & set(range(a.first, a.last)))])


def _to_its_end(sentence: Sentence, first: int, last: int) -> int:
    """`Moussa Ag Oumar-Sy`: an unknown person's name goes on as far as the model's name that it opens, whatever its label."""
    whole = next((n for n in sentence.names if n.first == first and n.last > last), None)
    if whole is None or whole.last - first > _LONGEST_NAME:
        return last
    proper = all(_in_name(sentence, index) for index in range(last, whole.last))
    return whole.last if proper and sentence.tokens[whole.last - 1].text[:1].isupper() else last


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
    """Return the surname without its accents, by which the forms of a name come together."""
    return fold(name.rsplit(maxsplit=1)[-1]) if name.split() else ""


def _fullness(name: str) -> tuple[int, int]:
    """Return how full a form is: its length, then its accents, which a text may have lost but hardly ever adds."""
    return len(name), sum(not letter.isascii() for letter in name)


def _description(sentence: Sentence, index: int, role: int | None = None) -> frozenset[str]:
    """Return the lemmas around a name that say who it is: "French President", "head of the department".

    `role`: the noun to which the name stands in apposition, whatever the parser makes of it.
    """
    token = sentence.tokens[index]
    top = index
    while has_label(sentence.tokens[top], "flat", "compound", "appos") and sentence.tokens[top].head != top:
        top = sentence.tokens[top].head
    near = {i for i in subtree(sentence, top, "conj") if abs(i - index) <= 12}  # not who is named beside
    near |= set(range(role, index)) if role is not None else set()
    return frozenset(
        sentence.tokens[i].lemma for i in near if sentence.tokens[i].pos in ("NOUN", "PROPN", "ADJ")
    ) | {token.lemma}
