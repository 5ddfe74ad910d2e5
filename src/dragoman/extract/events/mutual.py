"""Acts done to each other (a meeting, an accord, a clash): who takes part, as their own sentence names them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.extract.events.draft import ALONE, VAGUE, Draft, between_actors, is_enough
from dragoman.extract.events.filling import apart, fill_side, plural_of, states_of
from dragoman.extract.events.matching import Match
from dragoman.extract.events.nouns import Group
from dragoman.extract.events.parties import PartyFinder
from dragoman.extract.events.pointers import plural_number
from dragoman.extract.events.sides import clause_subject
from dragoman.extract.events.words import Lexicon
from dragoman.extract.parse.tree import has_label
from dragoman.records import Party, Sentence

_OCCASION = 0.85  # weight from which a meeting or an accord whose sides are not named is that of the pair spoken of
_RECIPROCAL = frozenset(("each other", "one another", "l'un l'autre", "les uns les autres", "mutuellement"))


def mutual_draft(sentence: Sentence, match: Match, finder: PartyFinder, lexicon: Lexicon) -> Draft | None:
    """Gather all who take part in something that they do to each other; it takes two sides."""
    found: list[Party] = []
    weight, slots = 1.0, set()
    for parties, group in _participants(sentence, match, finder, lexicon):
        if others := apart(finder, _told_apart(finder, parties), tuple(found)):
            found += others
            weight *= group.weight
            slots.add(group.slot)
    around = clause_subject(sentence, match.head, lexicon) if slots == {"prep"} else None
    if around is not None:
        found += apart(finder, finder.of_group(sentence, around.heads), tuple(found))
        weight *= around.weight
    row = match.entry.row
    if len({party.state or party.actor for party in found}) < 2 or not is_enough(row.weight, found[:1], found[1:]):
        return None
    if not between_actors(row.type, tuple(found[:1]), tuple(found[1:])):
        return None
    whole = Draft(match=match, actors=tuple(found), recipients=(), mutual=True, score=row.weight * weight)
    known = tuple(party for party in found if party.state is not None)
    if len(states_of(known)) == 1 and row.weight >= VAGUE:  # "Maduro and Ali met": who Ali stands for was said before
        return msgspec.structs.replace(whole, actors=known, open=True, alone=whole)
    return whole


def _told_apart(finder: PartyFinder, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Let an armed group that is named beside its own government stand for itself ("Kabul and the Taliban met")."""
    told: list[Party] = []
    for party in parties:
        told.append(finder.linked.for_itself(party, {other.state for other in told if other.state is not None}))
    return tuple(told)


def _participants(
    sentence: Sentence, match: Match, finder: PartyFinder, lexicon: Lexicon
) -> Iterator[tuple[tuple[Party, ...], Group]]:
    """Yield the groups that take part: of the first side until there are two, then all of the other side.

    Of several readings of one "between" the one with most known parties is taken.
    """
    sides = set()
    for name, words in match.entry.actors:
        groups = [(_taking_part(sentence, g, finder), g) for g in finder.groups(sentence, match, [(name, words)])]
        if name == "poss":  # "their relations": the owners stand as subject
            groups = [item for item in groups if sentence.tokens[item[1].heads[0]].pos != "PRON"]
        if name == "between" and groups:
            groups = [max(groups, key=lambda item: len({party.state for party in item[0] if party.state}))]
        for parties, group in groups:
            sides |= {party.state or party.actor for party in parties}
            yield parties, group
        if len(sides) > 1:
            break
    for group in finder.groups(sentence, match, match.entry.recipients):
        yield _taking_part(sentence, group, finder), group


def _taking_part(sentence: Sentence, group: Group, finder: PartyFinder) -> tuple[Party, ...]:
    """Return the parties of a group; of a phrase that is nobody, those named inside ("relations between A and B")."""
    parties = finder.of_group(sentence, group.heads)
    if parties or group.slot not in ("subj", "obj", "control"):
        return parties
    return next((inner for head in group.heads for inner in finder.inside(sentence, head)), ())


def open_mutual_draft(sentence: Sentence, match: Match, finder: PartyFinder, lexicon: Lexicon) -> Draft | None:
    """Return something done to each other of which a plural that points back, or one side, is all that is named."""
    row = match.entry.row
    if row.weight < VAGUE:
        return None
    number = plural_of(sentence, match, match.entry.actors, finder, lexicon)
    if number < 0:
        number = _between_plural(sentence, match, finder, lexicon)
    if number >= 0:
        return Draft(
            match=match, actors=(), recipients=(), mutual=True, score=row.weight, open=True, pointer=True, number=number
        )
    actors, sure = fill_side(sentence, match, match.entry.actors, finder, ())
    if not actors:
        return _of_the_pair(sentence, match)
    lone = Draft(match=match, actors=actors, recipients=(), mutual=False, score=row.weight * sure * ALONE, lone=True)
    if not states_of(actors):
        return lone
    return Draft(match=match, actors=actors, recipients=(), mutual=True, score=row.weight * sure * 0.9, open=True, alone=lone)


def _between_plural(sentence: Sentence, match: Match, finder: PartyFinder, lexicon: Lexicon) -> int:
    """Return how many a plural behind "between" counts, also where a host is named before it; -1 where there is none."""
    groups = (group for group in finder.groups(sentence, match, match.entry.actors) if group.slot == "between")
    heads = (sentence.tokens[group.heads[0]] for group in groups if len(group.heads) == 1)
    return max((plural_number(sentence, head, lexicon) for head in heads), default=-1)


def _of_the_pair(sentence: Sentence, match: Match) -> Draft | None:
    """Return an occasion without named sides, where it leads its clause ("the talks will resume in May")."""
    row = match.entry.row
    token = sentence.tokens[match.head]
    leads = token.pos in ("VERB", "AUX") or has_label(token, "nsubj", "obj", "root")
    if row.weight < _OCCASION or not leads:
        return None
    return Draft(match=match, actors=(), recipients=(), mutual=True, score=row.weight * 0.9, open=True, lack="pair")


_OFFERS = frozenset(("offer", "propose", "invite", "offrir", "proposer", "inviter", "convier"))


def agree(match: Match, actors: tuple[Party, ...]) -> bool:
    """Tell whether several states agree among themselves: PLOVER's manual makes all of them actors."""
    row = match.entry.row
    if _OFFERS & set(match.entry.heads):
        return False  # "offered their good offices": to others
    return row.type == "AGREE" and row.weight >= VAGUE and len({party.state for party in actors if party.state}) > 1


def to_each_other(sentence: Sentence, match: Match) -> bool:
    """Tell whether those on one side do it to each other."""
    after = sentence.tokens[match.head + 1 : match.head + 6]
    words = " ".join(token.text.lower().replace("’", "'") for token in after).replace("' ", "'")
    return any(phrase in words for phrase in _RECIPROCAL)
