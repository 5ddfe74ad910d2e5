"""The sides of one act as its own sentence gives them, and what it leaves open.

Readings of an event word (`matching`) are tried one after the other, the most specific first; the sides come from the
parse (`sides`), the actors behind them from the links (`parties`). Where one side is known and the other is
missing, a thing or a word that points back, the draft stays open: `context` looks for it in the text before.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extract.events.draft import ALONE, LEAST, VAGUE, Draft, is_known, is_relation
from dragoman.extract.events.echoes import ECHO, echo_draft
from dragoman.extract.events.filling import (
    aim_of,
    fill_by_order,
    fill_side,
    fill_within,
    is_told,
    named_for,
    on_soil,
    own_region,
    plural_of,
    states_of,
)
from dragoman.extract.events.matching import Match, find_readings
from dragoman.extract.events.mutual import agree, mutual_draft, open_mutual_draft, to_each_other
from dragoman.extract.events.parties import PartyFinder
from dragoman.extract.events.pointers import plural_number, points_back
from dragoman.extract.events.words import Lexicon
from dragoman.extract.parse.nominals import is_definite
from dragoman.extract.parse.tree import children
from dragoman.records import Party, Sentence, Span, Token

_FAINT = 0.7  # under it a word without both sides says nothing
_SPOKEN = frozenset(("REQUEST", "REJECT", "THREATEN", "ACCUSE", "AGREE"))  # whose content may name people who are not its aim
_TELLING = 0.75  # weight from which a word without its actor is worth looking for one
_NEVER_AGENTLESS = frozenset(("AGREE", "CONSULT"))
_TOLD = 0.95
_ON_SOIL = frozenset(("ASSAULT", "MOBILIZE", "AID"))  # whom it strikes on foreign soil belongs there, if nothing else is said
# of these a town can be the aim, and stands for its state
_ON_PLACES = frozenset(("ASSAULT", "MOBILIZE", "RETREAT", "THREATEN", "SANCTION", "AID", "CONCEDE"))


def find_drafts(sentence: Sentence, finder: PartyFinder, lexicon: Lexicon) -> tuple[Draft, ...]:
    """Return the best reading of every event word: the first whose sides are found, else the first that stays open.

    A phrase takes the words inside it.
    """
    drafts = []
    for readings in find_readings(sentence, lexicon):
        if finder.linked.is_name(sentence.tokens[readings[0].head]):
            continue
        draft = _best(sentence, readings, finder, lexicon)
        if draft is not None and (draft.lone or draft.score >= LEAST):
            drafts.append(draft)
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.lone, -len(d.match.tokens), d.match.head)):
        if not any(draft.match.head in other.match.tokens and not _is_apart(draft, other) for other in kept):
            kept.append(draft)
    return tuple(sorted(kept, key=lambda d: d.match.head))


def _is_apart(inner: Draft, outer: Draft) -> bool:
    """Tell whether a word of a phrase is an act of its own, between others ("condemned the invasion of Mali by Niger")."""
    states = states_of(outer.actors + outer.recipients)
    hosted = outer.match.entry.row.type == "CONSULT" and not outer.mutual
    if inner.mutual and not inner.open and hosted:  # "Oman hosted talks between X and Y": the talks of these two
        return len(states_of(inner.actors)) > 1 and not states_of(inner.actors) & states_of(outer.actors)
    whole = not (inner.open or inner.lone) and states_of(inner.actors) and states_of(inner.recipients)
    return bool(whole) and not states_of(inner.recipients) <= states


def _best(sentence: Sentence, readings: Sequence[Match], finder: PartyFinder, lexicon: Lexicon) -> Draft | None:
    best: Draft | None = None
    for match in readings:
        if match.entry.row.pos == ECHO:
            draft = echo_draft(match, _actors(sentence, match, finder)[0])
        else:
            draft = _draft(sentence, match, finder, lexicon)
        if draft is not None and (best is None or _openness(draft) < _openness(best)):
            best = draft
            if not _openness(best):
                break
    return best


def _openness(draft: Draft) -> int:
    """Rank readings: whole ones (also where the context can add to them), then open ones, then those with too little."""
    if draft.lone:
        return 2
    return int(draft.open and (draft.alone is None or draft.alone.lone))


def _draft(sentence: Sentence, match: Match, finder: PartyFinder, lexicon: Lexicon) -> Draft | None:
    """Fill the sides of a match; None where it is no relation between actors."""
    draft = _filled(sentence, match, finder, lexicon)
    if draft is None:
        return None
    alone = draft.alone if draft.alone is None or not _leaves(sentence, draft.alone, finder) else _left(draft.alone)
    if alone is not draft.alone:
        return alone
    if _goes_home(draft, finder):
        return _gone(draft)
    return _left(draft) if _leaves(sentence, draft, finder) else draft


_LEAVING = frozenset(("withdrawal", "pullout", "retrait"))
_TROOPS_BACK = ("RETREAT", "CONCEDE")


def _leaves(sentence: Sentence, draft: Draft, finder: PartyFinder) -> bool:
    """Tell whether who withdraws leaves an organisation or a treaty: no troops are said to go ("a withdrawal from NATO")."""
    match = draft.match
    nouns = {sentence.tokens[index].lemma for index in match.tokens if sentence.tokens[index].pos == "NOUN"}
    if match.entry.row.type not in _TROOPS_BACK or not nouns or not nouns <= _LEAVING or not draft.recipients:
        return False
    bodies = [finder.lookup.actor(party.actor) for party in draft.recipients]
    return all(body is not None and body.kind in ("organisation", "treaty") for body in bodies)


def _goes_home(draft: Draft, finder: PartyFinder) -> bool:
    """Tell whether who "se retire" leaves a country, not an organisation: then it is forces that go."""
    row = draft.match.entry.row
    if row.mode != "withdraw" or row.type != "SANCTION" or draft.match.entry.heads != ("retirer",) or draft.match.entry.others:
        return False
    bodies = [finder.lookup.actor(party.actor) for party in draft.recipients]
    return bool(bodies) and all(body is not None and body.kind == "state" for body in bodies)


def _gone(draft: Draft) -> Draft:
    """Return a draft of leaving as one of withdrawing forces."""
    entry = draft.match.entry
    row = msgspec.structs.replace(entry.row, type="RETREAT", mode="withdraw", cameo="0872", contexts="military")
    match = msgspec.structs.replace(draft.match, entry=msgspec.structs.replace(entry, row=row))
    return msgspec.structs.replace(draft, match=match)


def _left(draft: Draft) -> Draft:
    """Return a draft of withdrawal as one of leaving: PLOVER's manual has that among the sanctions."""
    entry = draft.match.entry
    row = msgspec.structs.replace(entry.row, type="SANCTION", mode="withdraw", cameo="161", contexts="")
    match = msgspec.structs.replace(draft.match, entry=msgspec.structs.replace(entry, row=row))
    return msgspec.structs.replace(draft, match=match, alone=None)


def _filled(sentence: Sentence, match: Match, finder: PartyFinder, lexicon: Lexicon) -> Draft | None:
    if match.entry.mutual:
        whole = mutual_draft(sentence, match, finder, lexicon)
        if whole is None or plural_of(sentence, match, match.entry.actors, finder, lexicon) > 1:
            opened = open_mutual_draft(sentence, match, finder, lexicon)
            return msgspec.structs.replace(opened, alone=whole) if opened is not None and whole is not None else opened or whole
        return whole
    host = match.entry.row.mode == "visit"
    actors, sure = _actors(sentence, match, finder)
    if is_told(match) and not states_of(actors):
        return None
    aims = bool(actors) and (host or match.entry.row.type in _ON_PLACES)
    recipients, surer = fill_side(sentence, match, match.entry.recipients, finder, actors, place=aims)
    if not actors and _has_subject_slot(match):
        actors, sure = fill_by_order(sentence, match, finder, True, recipients)
    if not recipients and states_of(actors):
        actors, recipients, surer = fill_within(sentence, match, actors, finder, place=aims)
    if not recipients and actors:
        recipients, surer = fill_by_order(sentence, match, finder, False, actors)
    if match.entry.row.type in _ON_SOIL and states_of(actors) and not states_of(recipients):
        recipients, surer = on_soil(sentence, match, recipients, finder, states_of(actors)) or (recipients, surer)
    if len(actors) > 1 and not states_of(recipients) and (agree(match, actors) or to_each_other(sentence, match)):
        return Draft(match=match, actors=actors, recipients=(), mutual=True, score=match.entry.row.weight * sure)
    score = match.entry.row.weight * (sure if actors else 0.7) * (surer if recipients else 0.7)
    things = () if recipients else _things(sentence, match, finder)
    closed = None
    struck = recipients or own_region(sentence, match, actors, finder)  # what the context says of its aim goes before
    if is_relation(match, actors, struck):
        closed = Draft(match=match, actors=actors, recipients=struck, mutual=host, score=score, things=things)
    elif actors and not recipients and _to_itself(sentence, match, actors, finder):
        return None
    elif (actors or recipients) and match.entry.row.weight >= _FAINT:
        closed = Draft(
            match=match, actors=actors, recipients=recipients, mutual=False, score=score * ALONE, things=things, lone=True
        )
    return closed if host else _opened(sentence, match, actors, recipients, closed, finder, lexicon)


def _actors(sentence: Sentence, match: Match, finder: PartyFinder) -> tuple[tuple[Party, ...], float]:
    """Return who acts; of words that accuse only in somebody's mouth, the speaker."""
    if is_told(match):
        return finder.told_by(sentence, match.head), _TOLD
    return fill_side(sentence, match, match.entry.actors, finder, ())


def _has_subject_slot(match: Match) -> bool:
    return match.entry.row.pos == "VERB" and any(name == "subj" for name, _ in match.entry.actors)


def _opened(
    sentence: Sentence,
    match: Match,
    actors: tuple[Party, ...],
    recipients: tuple[Party, ...],
    closed: Draft | None,
    finder: PartyFinder,
    lexicon: Lexicon,
) -> Draft | None:
    """Return a draft as it is, or left open where its recipient, or a plural that acts, stands elsewhere."""
    row = match.entry.row
    stateless = not any(map(is_known, actors))  # nobody, or "protesters", "a drone": whose they are may have been said
    number = plural_of(sentence, match, match.entry.actors, finder, lexicon)
    agentless = number < 0 and row.weight >= _TELLING and row.type not in _NEVER_AGENTLESS
    if stateless and agentless and states_of(recipients):
        return Draft(
            match=match, actors=actors, recipients=recipients, mutual=False, score=row.weight, open=True, alone=closed,
            lack="actor",
        )  # fmt: skip
    known = states_of(actors)
    if number >= 0 and row.weight >= VAGUE:
        kept = recipients if states_of(recipients) else ()
        return Draft(
            match=match, actors=(), recipients=kept, mutual=False, score=row.weight, open=True, pointer=True,
            number=number, alone=closed,
        )  # fmt: skip
    group = aim_of(sentence, match, finder)
    head = sentence.tokens[group.heads[0]] if group is not None else None
    pointing = group is not None and head is not None and points_back(sentence, head, lexicon)
    direct = finder.of_group(sentence, group.heads) if group is not None else ()
    if head is not None and not pointing and row.type in _SPOKEN and _is_own(sentence, head, lexicon):
        return closed
    asked = group is not None and row.type in _SPOKEN and (group.slot == "comp" or not direct)
    counted = plural_number(sentence, head, lexicon) if pointing and head is not None else -1
    shadow = pointing and (not states_of(direct) or counted > 1)
    # "villagers", "a tanker", a treaty: whose they are, or who signed it, the text may have said
    unknown = not any(is_known(party) and not finder.linked.is_treaty(party) for party in recipients)
    settled = recipients and not shadow and not unknown and not (asked and not states_of(recipients))
    told = group is not None and group.slot in ("obj", "iobj") and row.type in _SPOKEN and not pointing and direct
    if not known or row.weight < VAGUE or settled or (told and head is not None and _is_anybody(sentence, head)):
        return closed
    named = group is not None and group.slot != "comp" and head is not None and head.pos == "PROPN"
    if named and head is not None and not pointing and not recipients and head.lemma not in lexicon.times:
        return closed
    return Draft(
        match=match, actors=actors, recipients=(), mutual=False, score=row.weight * 0.9,
        things=_things(sentence, match, finder), open=True,
        number=plural_number(sentence, head, lexicon) if head is not None else -1,
        thing=head.lemma if head is not None and (head.pos == "NOUN" or head.lemma in lexicon.deeds) else "",
        pronoun=head is not None and (head.pos == "PRON" or (pointing and _is_owned(sentence, head))),  # "its neighbour"
        anaphoric=head is not None and (head.pos == "PRON" or is_definite(sentence, head)), alone=closed,
    )  # fmt: skip


_POSSESSIVES = frozenset(("its", "their", "his", "her", "son", "sa", "ses", "leur", "leurs"))
_OWN_PEOPLE = frozenset(("CVL", "MIL", "COP", "BUS", "LEG"))


def _is_own(sentence: Sentence, head: Token, lexicon: Lexicon) -> bool:
    """Tell whether who is spoken to are the speaker's own people: "told its citizens to leave" asks nothing of others."""
    return _is_owned(sentence, head) and lexicon.actors.get(head.lemma) in _OWN_PEOPLE


def _is_owned(sentence: Sentence, head: Token) -> bool:
    return any(t.text.lower() in _POSSESSIVES for t in children(sentence, head.i, "det", "nmod:poss"))


def _is_anybody(sentence: Sentence, head: Token) -> bool:
    """Tell whether a noun for people is nobody told of before: "ordered a battle group to", "asked Arab states to"."""
    if head.pos != "NOUN":
        return False
    region = any(token.text[:1].isupper() and token.i for token in children(sentence, head.i, "amod", "compound"))
    return region or not is_definite(sentence, head)


def _to_itself(sentence: Sentence, match: Match, actors: tuple[Party, ...], finder: PartyFinder) -> bool:
    """Tell whether the act stays inside one state ("the president praised his government")."""
    group = next(named_for(match, finder.groups(sentence, match, match.entry.recipients)), None)
    if group is None or group.slot == "comp":  # "Moscow warned that it would": what it says of itself may concern others
        return False
    states = states_of(finder.of_group(sentence, group.heads))
    return bool(states) and states <= states_of(actors)


def _things(sentence: Sentence, match: Match, finder: PartyFinder) -> tuple[Span, ...]:
    """Return the phrases that an act without a known recipient is aimed at ("shelled a village")."""
    for group in named_for(match, finder.groups(sentence, match, match.entry.recipients)):
        return tuple(finder.phrase(sentence, head) for head in group.heads)
    return ()
