"""Who speaks together: "the leaders of A and B", "the four leaders", "both countries", "the sides", "they".

Whom a plural stands for is read, the surest first, from what it says itself (states behind "of"), from the persons that the
text describes with its noun ("the two presidents"), and from the last sentence that puts several side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.names.name_table import NameTable
from dragoman.extract.parse.tree import children, conjuncts, has_label, subtree
from dragoman.records import Actor, Sentence, Token

_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_COUNTS |= {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7}
TOGETHER = {"pair": 2, "duo": 2, "twosome": 2, "tandem": 2, "trio": 3}  # words for several persons: "the pair agreed"
_OWNERS = frozenset(("of", "from", "de", "du", "des", "d'", "d’"))
_BACK = 4  # sentences in which those who stand side by side are looked for
_TWO = 2
_FAR = 12  # sentences in which a counted number of persons must have been named


def count_of(sentence: Sentence, token: Token) -> int | None:
    """Return how many a noun phrase speaks of ("the four leaders", "both"), or None."""
    own = _COUNTS.get(token.text.lower()) or TOGETHER.get(token.lemma)
    said = (_COUNTS.get(t.text.lower()) for t in children(sentence, token.i, "nummod", "det", "cc:preconj", "amod"))
    return own or next((number for number in said if number), None)


def coordinated(sentence: Sentence, head: int) -> tuple[Token, ...]:
    """Return a noun and all that speak with it; in "A, B and C" the French parser may hang B on A as a complement."""
    listed = [
        token for child in children(sentence, head, "nmod", "appos")
        if child.pos == "PROPN" and children(sentence, child.i, "conj") and not children(sentence, child.i, "case")
        and any(t.text == "," for t in sentence.tokens[head : child.i])
        for token in conjuncts(sentence, child.i)
    ]  # fmt: skip
    found = tuple(dict.fromkeys((*conjuncts(sentence, head), *listed)))
    return tuple(t for t in found if t.i == head or not _describes(sentence, head, t))


def _describes(sentence: Sentence, head: int, noun: Token) -> bool:
    """`Le Portugal, ancienne puissance coloniale, et le Brésil`: a bare noun between commas right behind a name is no third."""
    phrase = subtree(sentence, noun.i, "conj", "cc")
    inside = [i for i in phrase if sentence.tokens[i].pos != "PUNCT"] or [noun.i]
    first, last = min(inside), max(inside)
    named = sentence.tokens[head].text[:1].isupper()
    single = noun.pos == "NOUN" and "Number=Plur" not in noun.morph
    single = single and not children(sentence, noun.i, "det", "nummod", "nmod:poss")
    behind = sentence.tokens[last + 1 : last + 2]
    set_off = first == head + 2 and sentence.tokens[head + 1].text == "," and any(t.text == "," for t in behind)
    return named and single and set_off


def heads_of_states(sentence: Sentence, token: Token, names: NameTable, lookup: Lookup, table: CueTable) -> list[Actor]:
    """Return the persons that `the presidents of A and B` are: for each state one that the text names, else none."""
    if "Number=Plur" not in token.morph:
        return []
    states = _states_behind(sentence, token, lookup)
    head = table.is_marked(token.lemma, "head")
    found = [names.of_state(state, token.lemma, head) for state in states]
    persons = [person for person in found if person is not None]
    return persons if len(states) >= 2 and len(persons) == len(states) else []


def _states_behind(sentence: Sentence, token: Token, lookup: Lookup) -> list[str]:
    """Return the states behind "of"; the parser may hang the second one on the noun itself."""
    states: dict[str, None] = {}
    open_ = [t for t in children(sentence, token.i, "nmod", "conj") if t.i > token.i]
    while open_:
        child = open_.pop(0)
        cases = {t.text.lower() for t in children(sentence, child.i, "case")}
        if has_label(child, "nmod") and not cases & _OWNERS:
            continue
        found = _states_at(child, lookup)
        if not found:
            return []
        states |= dict.fromkeys(found)
        open_ += children(sentence, child.i, "conj")
    return list(states)


def _states_at(token: Token, lookup: Lookup) -> list[str]:
    """Return the states that a name stands for; "the leader of A" may be one mention, that of a person of A."""
    for index in lookup.all_at(token):
        if lookup.mention(index).kind in ("state", "place", "role"):
            found = (lookup.state_of(actor) for actor in lookup.actor_ids(index))
            states = [state for state in found if state is not None]
            if states:
                return states
    return []


def side_by_side(
    sentence: Sentence,
    token: Token,
    kind: str,
    names: NameTable,
    lookup: Lookup,
    sentences: Sequence[Sentence],
    facing: frozenset[str] = frozenset(),
) -> list[Actor]:
    """Return the persons, or states where `kind` is countries, that a plural points back to; none where it is unclear.

    `facing` are the words for the other one of two: a minister and "his counterpart" are both ministers.
    """
    count = count_of(sentence, token)
    if kind != "countries":
        described = names.with_word(frozenset((token.lemma, *facing)), sentence.start, count or 2)
        if count is not None and described:
            return described
        if count is not None and count > 2:
            return _named_before(sentence, count, names, sentences)
        here = _named_here(sentence, token, names)
        if len(here) == (count or 2):
            return here  # "Ann Lee met Bo Hansen twice, and the leaders agreed"
    elif len(present := _states_present(sentence, token, lookup)) == (count or 2):
        return present
    for number in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        found = _pair(sentences[number], kind, names, lookup, count or 2)
        if kind != "countries" and count is not None and len(found) > count:  # a place that looks like a name is no leader
            told = [actor for actor in found if actor.resolved or names.is_described(actor.id)]
            found = told if len(told) == count else _joined_persons(sentences[number], names, count) or found
        if found:
            one_side = len({actor.state for actor in found}) == 1 and found[0].state is not None
            unclear = kind != "countries" and (one_side or len(found) != (count or len(found)))
            return (_two_sides(sentence, names, sentences) if unclear else []) or found
    return _two_sides(sentence, names, sentences) if kind != "countries" and count == _TWO else []


def _joined_persons(sentence: Sentence, names: NameTable, count: int) -> list[Actor]:
    """`The host spoke next to Ann Lee and Bo Hansen. The two men`: the persons joined by "and", where they are just so many."""
    for token in sentence.tokens:
        joined = conjuncts(sentence, token.i)
        found = [names.person_in(sentence, each) for each in joined] if len(joined) == count else []
        persons = {person.id: person for person in found if person is not None}
        if len(persons) == count:
            return list(persons.values())
    return []


def apposed_persons(sentence: Sentence, token: Token, names: NameTable) -> list[Actor]:
    """`The presidents of A and B, Ann Lee and Bo Hansen, said`: the persons named behind the comma of a plural, or none."""
    if "Number=Plur" not in token.morph or token.pos != "NOUN":
        return []
    inside = [sentence.tokens[i] for i in subtree(sentence, token.i, "acl", "acl:relcl") if i > token.i]
    commas = [t.i for t in inside if t.text == ","]
    named = [t for t in inside if commas and t.i > commas[0]]
    found = {person.id: person for t in named if (person := names.person_at(t)) is not None}
    first = next((t for t in named if t.text != ","), None)
    begins = first is not None and names.person_at(first) is not None
    return list(found.values()) if begins and len(found) > 1 else []


def _two_sides(sentence: Sentence, names: NameTable, sentences: Sequence[Sentence]) -> list[Actor]:
    """Return for either of the two states of those named before whom the text names most; none unless they are two.

    "Ann Lee met Bo Hansen, and also called on his minister Carl Vik. Both leaders ...": two of one side do not face each other.
    """
    sides: dict[str, list[Actor]] = {}
    for before in sentences[max(0, sentence.index - _FAR) : sentence.index]:
        for actor in names.persons_in(before):
            if actor.state is not None:
                sides.setdefault(actor.state, []).append(actor)
    if len(sides) != 2:
        return []
    ids = [Counter(actor.id for actor in side).most_common(1)[0][0] for side in sides.values()]
    return [next(actor for actor in side if actor.id == best) for side, best in zip(sides.values(), ids, strict=True)]


def _named_before(sentence: Sentence, count: int, names: NameTable, sentences: Sequence[Sentence]) -> list[Actor]:
    """Return the last persons named where they are just so many, sentence by sentence."""
    found: dict[str, Actor] = {}
    for number in range(sentence.index - 1, max(-1, sentence.index - 1 - _FAR), -1):
        found |= {actor.id: actor for actor in names.persons_in(sentences[number])}
        if len(found) >= count:
            break
    return list(found.values()) if len(found) == count else []


def _named_here(sentence: Sentence, token: Token, names: NameTable) -> list[Actor]:
    """Return the persons whom a sentence names before a word, each once."""
    found = (names.person_at(t) for t in sentence.tokens[: token.i])
    return list({actor.id: actor for actor in found if actor is not None}.values())


def _pair(sentence: Sentence, kind: str, names: NameTable, lookup: Lookup, count: int) -> list[Actor]:
    found = _states_in(sentence, lookup) if kind == "countries" else names.persons_in(sentence)
    together = {actor.id: actor for actor in found}
    if len(together) < (count if kind == "countries" else 2):
        return []
    if kind != "countries":
        return list(together.values())
    return (_listed(sentence, lookup, count) if len(together) > count else []) or list(together.values())[:count]


def _listed(sentence: Sentence, lookup: Lookup, count: int) -> list[Actor]:
    """Return the states of the first list of just so many: those between whom a third mediates, those who sign in its house."""
    for token in sentence.tokens:
        if has_label(token, "conj"):
            continue
        found = [_state_at(each, lookup) for each in conjuncts(sentence, token.i)]
        states = {actor.id: actor for actor in found if actor is not None}
        if len(found) == len(states) == count:
            return list(states.values())
    return []


def _state_at(token: Token, lookup: Lookup) -> Actor | None:
    """Return the one state that a word names."""
    named = (index for index in lookup.all_at(token) if lookup.mention(index).kind == "state")
    actors = [lookup.actor(identifier) for index in named for identifier in lookup.actor_ids(index)]
    return actors[0] if len(actors) == 1 else None


def _states_present(sentence: Sentence, token: Token, lookup: Lookup) -> list[Actor]:
    """Return the states whose people or bodies a sentence names before a word: "Lima expelled Chileans; both countries"."""
    found: dict[str, Actor] = {}
    for index in lookup.of_sentence(sentence.index):
        mention = lookup.mention(index)
        if mention.start >= token.start or mention.kind in ("place", "region", "side"):
            continue
        for actor in (lookup.actor(identifier) for identifier in lookup.actor_ids(index)):
            if actor is not None and actor.kind == "state":
                found.setdefault(actor.id, actor)
    return list(found.values())


def _states_in(sentence: Sentence, lookup: Lookup) -> list[Actor]:
    return [
        actor
        for index in lookup.of_sentence(sentence.index)
        if lookup.mention(index).kind == "state"
        for identifier in lookup.actor_ids(index)
        if (actor := lookup.actor(identifier)) is not None
    ]
