"""The parties that fill one side of an act: from the slots of its row, else from the order of the words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from dragoman.extract.events.linear import aims_after, subject_before
from dragoman.extract.events.matching import Match
from dragoman.extract.events.nouns import Group, noun_slot
from dragoman.extract.events.parties import ASSETS, VIOLATED, PartyFinder
from dragoman.extract.events.passives import is_passive
from dragoman.extract.events.phrases import case_of
from dragoman.extract.events.pointers import plural_number
from dragoman.extract.events.words import Lexicon
from dragoman.extract.parse.tree import children, subtree
from dragoman.records import Party, Sentence


def states_of(parties: Iterable[Party]) -> frozenset[str]:
    """Return the states and organisations for which some parties stand."""
    return frozenset([party.state for party in parties if party.state is not None])


def is_told(match: Match) -> bool:
    """Tell whether the words are an act only in somebody's mouth ("said that the raid was a crime")."""
    return any(name == "speaker" for name, _ in match.entry.actors)


def fill_side(
    sentence: Sentence,
    match: Match,
    slots: Iterable[tuple[str, tuple[str, ...]]],
    finder: PartyFinder,
    other: tuple[Party, ...],
    place: bool = False,
) -> tuple[tuple[Party, ...], float]:
    """Return the parties of the first slot that holds any apart from the other side, and how sure that is."""
    for group in finder.groups(sentence, match, slots):
        if is_forum(sentence, match, group, finder) or finder.is_circumstance(sentence, match, group):
            continue
        if _suffers(sentence, match, group, finder):
            continue
        found = apart(finder, finder.of_group(sentence, group.heads, place or group.slot == "place"), other)
        if found:
            return found, group.weight
        if group.slot in ("clause", "place"):
            continue  # what a thing in the clause belongs to is not who is meant
        for parties in _inner(sentence, match, group, finder, place):
            if inner := apart(finder, parties, other):
                return inner, group.weight * 0.85
    return (), 0.0


def fill_within(
    sentence: Sentence, match: Match, actors: tuple[Party, ...], finder: PartyFinder, place: bool
) -> tuple[tuple[Party, ...], tuple[Party, ...], float]:
    """Return who acts and who suffers where the victim's state seems to act too, and how sure that is.

    Of those who fight each other, one is struck ("A and B exchanged fire, killing a soldier of B"); a group that fights the
    army of its own state stands for itself ("the rebels attacked the army").
    """
    struck, sure = fill_side(sentence, match, match.entry.recipients, finder, (), place=place)
    if states_of(struck) and states_of(struck) < states_of(actors):
        return tuple(party for party in actors if party.state not in states_of(struck)), struck, sure
    own = tuple(finder.linked.for_itself(party, states_of(actors)) for party in actors)
    if own != actors:
        found, sure = fill_side(sentence, match, match.entry.recipients, finder, own, place=place)
        if states_of(found) & states_of(actors):
            return own, found, sure
    return actors, (), 0.0


def on_soil(
    sentence: Sentence, match: Match, struck: tuple[Party, ...], finder: PartyFinder, without: Collection[str]
) -> tuple[tuple[Party, ...], float] | None:
    """Return whom an act strikes, by where: "killed villagers near Rutshuru"; None where no place of another state is named."""
    group = aim_of(sentence, match, finder)
    near = [
        token
        for index in (*(group.heads if group is not None else ()), match.head)
        for token in children(sentence, index, "obl", "nmod")
        if finder.lexicon.words("soil") & set(case_of(sentence, token.i))
    ]
    if not struck and sentence.tokens[match.head].pos == "VERB":
        near += [
            sentence.tokens[index]
            for index in subtree(sentence, match.head, "ccomp", "advcl", "conj", "acl:relcl", "nsubj", "parataxis")
            if index > match.head and set(case_of(sentence, index)) - _NOT_TOWARDS
        ]
    for token in near:
        if token.i not in match.tokens:
            named = finder.of_group(sentence, (token.i,), True)
            there = [party for party in named if party.state not in {None, *without} and not _is_body(party, finder)]
            if there and struck:
                return tuple(replace(party, state=there[0].state) for party in struck), 0.85
            if there:
                return tuple(there), 0.85
    return None


def _is_body(party: Party, finder: PartyFinder) -> bool:
    """Tell whether a party is an organisation, in which one can speak, but not stand."""
    actor = finder.lookup.actor(party.actor)
    return actor is not None and actor.kind not in ("state", "place", "region")


_ON_OWN_SOIL = frozenset(("ASSAULT", "COERCE"))


def own_region(
    sentence: Sentence, match: Match, actors: tuple[Party, ...], finder: PartyFinder
) -> tuple[Party, ...]:
    """Return the region of an actor's own state that is its object, for itself: "Baku attacked Nagorno-Karabakh"."""
    group = aim_of(sentence, match, finder) if match.entry.row.type in _ON_OWN_SOIL else None
    if group is None or group.slot != "obj":
        return ()
    named = finder.of_group(sentence, group.heads, True)
    kinds = [(party, finder.lookup.actor(party.actor)) for party in named if party.state in states_of(actors)]
    return tuple(replace(party, state=party.actor) for party, actor in kinds if actor is not None and actor.kind == "region")


_NOT_TOWARDS = frozenset(("from", "of", "by", "with", "than", "for", "de", "par", "avec", "que", "pour"))
_AT = frozenset(("at",))
_BEFORE = frozenset(("to", "at", "before", "with", "in", "à", "auprès", "devant", "dans"))


def is_forum(sentence: Sentence, match: Match, group: Group, finder: PartyFinder) -> bool:
    """Tell whether a complaint is only brought before somebody: an organisation hears it, it is not who is accused."""
    if group.slot not in ("prep", "linear", "iobj") or _is_blamed(sentence, match, group, finder):
        return False
    before = _BEFORE if match.entry.row.type == "ACCUSE" else _AT  # "denounced the bombing at the United Nations"
    tops = (_top_of_name(sentence, head, finder) for head in group.heads)
    if not all(before & set(case_of(sentence, top)) or sentence.tokens[top].dep == "conj" for top in tops):
        return False
    kinds = [actor.kind for party in finder.of_group(sentence, group.heads) if (actor := finder.lookup.actor(party.actor))]
    return bool(kinds) and all(kind == "organisation" for kind in kinds)


def _is_blamed(sentence: Sentence, match: Match, group: Group, finder: PartyFinder) -> bool:
    """Tell whether "à" behind a verb that takes a person names who is blamed: "reproche à l'OTAN d'avoir bombardé"."""
    verb = sentence.tokens[match.head]
    return verb.lemma in finder.linked.datives and all(case_of(sentence, head) == ("à",) for head in group.heads[:1])


def _top_of_name(sentence: Sentence, index: int, finder: PartyFinder) -> int:
    """Return the first word of the name that a word belongs to: "Organization" for "States" of the OAS."""
    names = finder.of_group(sentence, (index,))
    above = sentence.tokens[sentence.tokens[index].head]
    while above.i < index and any(party.start <= above.start < party.end for party in names):
        index, above = above.i, sentence.tokens[above.head]
    return index


def aim_of(sentence: Sentence, match: Match, finder: PartyFinder) -> Group | None:
    """Return the first phrase that may say whom an act concerns."""
    groups = named_for(match, finder.groups(sentence, match, match.entry.recipients))
    return next((group for group in groups if not is_forum(sentence, match, group, finder)), None)


def named_for(match: Match, groups: Iterable[Group]) -> Iterator[Group]:
    """Leave out of the phrases for a side the subject of the clause around a noun: it is not said of the noun itself."""
    return (group for group in groups if group.slot != "clause" or match.entry.mutual)


def plural_of(
    sentence: Sentence,
    match: Match,
    slots: Iterable[tuple[str, tuple[str, ...]]],
    finder: PartyFinder,
    lexicon: Lexicon,
) -> int:
    """Return how many a plural without a state of its own counts on this side; -1 where there is none."""
    group = next(finder.groups(sentence, match, slots), None)
    if group is None or len(group.heads) > 1:
        return -1
    number = plural_number(sentence, sentence.tokens[group.heads[0]], lexicon)
    return number if number > 1 or not states_of(finder.of_group(sentence, group.heads)) else -1


def _inner(
    sentence: Sentence, match: Match, group: Group, finder: PartyFinder, place: bool
) -> Iterable[tuple[Party, ...]]:
    """Yield the parties inside phrases that are nobody themselves; of a condemned deed only its doers."""
    if finder.of_group(sentence, group.heads, place):
        return
    for head in group.heads:
        token = sentence.tokens[head]
        if match.entry.row.type in _AGAINST_DOERS and token.lemma in ASSETS and sentence.tokens[token.head].lemma in VIOLATED:
            continue  # "a dénoncé une violation de la souveraineté du Yémen"
        doers = finder.doers(token) if match.entry.row.type in _AGAINST_DOERS else None
        yield from finder.inside(sentence, head, place, doers)
        if doers is not None and not is_passive(sentence, match.head):
            for heads in noun_slot(sentence, match.head, "by", ()):  # "condamné l'invasion du Mali par le Niger"
                yield finder.of_group(sentence, heads, place)


_AGAINST_DOERS = frozenset(("ACCUSE", "PROTEST", "REJECT"))
_BY = frozenset(("by", "par"))
_OF = frozenset(("of", "de"))


def _suffers(sentence: Sentence, match: Match, group: Group, finder: PartyFinder) -> bool:
    """Tell whether a phrase names who suffers the deed that is condemned: "condemned the invasion of Ukraine"."""
    token = sentence.tokens[group.heads[0]]
    above = sentence.tokens[token.head]
    if above.dep == "acl" and above.pos == "VERB":  # "l'agression commise contre le Mali"
        above = sentence.tokens[above.head]
    if match.entry.row.type not in _AGAINST_DOERS or above.i in (match.head, token.i):
        return False
    if above.lemma in ASSETS and sentence.tokens[above.head].lemma in VIOLATED:
        return True  # "a dénoncé une violation de la souveraineté du Yémen"
    doers, cases = finder.doers(above), set(case_of(sentence, token.i))
    if doers is None or not cases or cases & _BY:
        return False
    return "of" not in doers or not cases <= _OF


def apart(finder: PartyFinder, parties: tuple[Party, ...], other: tuple[Party, ...]) -> tuple[Party, ...]:
    """Leave out who stands on the other side already: the same actor, or another voice of the same state."""
    actors = {party.actor for party in other}
    states = {party.state for party in other if party.state is not None}
    return tuple(
        party
        for party in (finder.linked.for_itself(party, states) for party in parties)
        if party.actor not in actors
        and (party.state not in states or party.actor.startswith("nil:"))
        and not any(_one_phrase(party, there) for there in other)
    )


def _one_phrase(left: Party, right: Party) -> bool:
    """Tell whether two parties were read from one phrase, unless it names two states ("French troops in Mali")."""
    if left.state is not None and right.state is not None and left.state != right.state:
        return (left.start, left.end) == (right.start, right.end)
    return left.start < right.end and right.start < left.end


def fill_by_order(
    sentence: Sentence, match: Match, finder: PartyFinder, before: bool, other: tuple[Party, ...]
) -> tuple[tuple[Party, ...], float]:
    """Return the parties of one side of a verb by the order of the words, where the parse gave none."""
    if sentence.tokens[match.head].pos not in ("VERB", "AUX") or is_passive(sentence, match.head):
        return (), 0.0
    named = finder.linked.named(sentence)
    if before:
        group = subject_before(sentence, match.head, named)
        found = apart(finder, finder.of_group(sentence, group.heads), other) if group is not None else ()
        return (found, group.weight) if group is not None and states_of(found) else ((), 0.0)
    for group in aims_after(sentence, match, named, finder.lexicon):
        if is_forum(sentence, match, group, finder) or finder.is_circumstance(sentence, match, group):
            continue
        if _suffers(sentence, match, group, finder):
            continue
        found = apart(finder, finder.of_group(sentence, group.heads), other)
        found = found or next(
            (inner for head in group.heads for p in finder.inside(sentence, head) if (inner := apart(finder, p, other))), ()
        )
        if states_of(found):
            return found, group.weight
    return (), 0.0
