"""The sides of one act as its own sentence gives them, and what it leaves open.

Readings of an event word (`matching`) are tried one after the other, the most specific first; the sides come from the
parse (`sides`), the actors behind them from the links (`parties`). Where one side is known and the other is
missing, a thing or a word that points back, the draft stays open: `context` looks for it in the text before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dragoman.extract.events.filling import aim_of, apart, fill_by_order, fill_side, fill_within, is_told, states_of
from dragoman.extract.events.matching import Match, find_readings
from dragoman.extract.events.nouns import Group
from dragoman.extract.events.parties import PartyFinder
from dragoman.extract.events.pointers import plural_number, points_back
from dragoman.extract.events.sides import clause_subject
from dragoman.extract.events.words import Lexicon
from dragoman.extract.parse.nominals import is_definite
from dragoman.extract.parse.tree import has_label
from dragoman.records import Party, Sentence, Span

_ONE_SIDED = frozenset(("PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT", "CONCEDE"))  # PLOVER asks no recipient of these
LEAST = 0.4  # a reading under this is dropped: vague words with sides far away
_SURE = 0.82  # weight from which a word says enough without a recipient ("bombed"; not "fought")
_SURE_UNKNOWN = 0.8  # the same where the actor is known neither by name nor by state ("gunmen killed villagers")
_FAINT = 0.7  # under it a word without both sides says nothing
_VAGUE = 0.7  # under it both sides must be known
_SPOKEN = frozenset(("REQUEST", "REJECT", "THREATEN", "ACCUSE", "AGREE"))  # whose content may name people who are not its aim
_TELLING = 0.75  # weight from which a word without its actor is worth looking for one
_NEVER_AGENTLESS = frozenset(("AGREE", "CONSULT"))
_OCCASION = 0.85  # weight from which a meeting or an accord whose sides are not named is that of the pair spoken of
_TOLD = 0.95
_ALONE = 0.5  # what a lone act counts: it is there, but with whom is not known
_CONFLICT = frozenset(  # also between a state and its own people: police and protesters, opposition and government
    ("PROTEST", "COERCE", "ASSAULT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION")
)
# of these a town can be the aim, and stands for its state
_ON_PLACES = frozenset(("ASSAULT", "MOBILIZE", "RETREAT", "THREATEN", "SANCTION"))


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A match with its sides filled, before status, time and place. `things`: what is acted on where that is nobody.

    An `open` draft waits for the context: `pointer` says that its actors are a plural that points back, `number` how
    many such a plural counts on either side (0 not said, -1 no plural), `thing` is the lemma of what is acted on,
    `anaphoric` that it is known already ("the offer", "it"). `alone` is what to keep where the context has no answer,
    `context` the step that filled it.
    `lack` says which side waits: recipient, actor, or pair (both, of something done to each other).
    A `lone` draft names too little for a relation between known actors; it counts where a text holds nothing better.
    """

    match: Match
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mutual: bool
    score: float
    things: tuple[Span, ...] = ()
    open: bool = False
    pointer: bool = False
    number: int = -1
    thing: str = ""
    anaphoric: bool = False
    pronoun: bool = False
    alone: Draft | None = None
    context: str = ""
    lone: bool = False
    lack: str = "recipient"


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
    whole = not (inner.open or inner.lone) and states_of(inner.actors) and states_of(inner.recipients)
    return bool(whole) and not states_of(inner.recipients) <= states


def _best(sentence: Sentence, readings: Sequence[Match], finder: PartyFinder, lexicon: Lexicon) -> Draft | None:
    best: Draft | None = None
    for match in readings:
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
    if match.entry.mutual:
        whole = _mutual(sentence, match, finder, lexicon)
        if whole is None or _plural(sentence, match, match.entry.actors, finder, lexicon) > 1:
            opened = _open_mutual(sentence, match, finder, lexicon)
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
    if len(actors) > 1 and not recipients and (_agree(match, actors) or _each_other(sentence, match)):
        return Draft(match=match, actors=actors, recipients=(), mutual=True, score=match.entry.row.weight * sure)
    score = match.entry.row.weight * (sure if actors else 0.7) * (surer if recipients else 0.7)
    things = () if recipients else _things(sentence, match, finder)
    closed = None
    if _is_relation(match, actors, recipients):
        closed = Draft(match=match, actors=actors, recipients=recipients, mutual=host, score=score, things=things)
    elif actors and not recipients and _to_itself(sentence, match, actors, finder):
        return None
    elif (actors or recipients) and match.entry.row.weight >= _FAINT:
        closed = Draft(
            match=match, actors=actors, recipients=recipients, mutual=False, score=score * _ALONE, things=things, lone=True
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
    stateless = not any(map(_known, actors))  # nobody, or "protesters", "a drone": whose they are may have been said
    number = _plural(sentence, match, match.entry.actors, finder, lexicon)
    agentless = number < 0 and row.weight >= _TELLING and row.type not in _NEVER_AGENTLESS
    if stateless and agentless and states_of(recipients):
        return Draft(
            match=match, actors=actors, recipients=recipients, mutual=False, score=row.weight, open=True, alone=closed,
            lack="actor",
        )  # fmt: skip
    known = states_of(actors)
    if number >= 0 and row.weight >= _VAGUE:
        kept = recipients if states_of(recipients) else ()
        return Draft(
            match=match, actors=(), recipients=kept, mutual=False, score=row.weight, open=True, pointer=True,
            number=number, alone=closed,
        )  # fmt: skip
    group = aim_of(sentence, match, finder)
    head = sentence.tokens[group.heads[0]] if group is not None else None
    pointing = group is not None and head is not None and points_back(sentence, head, lexicon)
    direct = finder.of_group(sentence, group.heads) if group is not None else ()
    asked = group is not None and row.type in _SPOKEN and (group.slot == "comp" or not direct)
    counted = plural_number(sentence, head, lexicon) if pointing and head is not None else -1
    shadow = pointing and (not states_of(direct) or counted > 1)
    # "villagers", "a tanker", a treaty: whose they are, or who signed it, the text may have said
    unknown = not any(_known(party) and not finder.linked.is_treaty(party) for party in recipients)
    settled = recipients and not shadow and not unknown and not (asked and not states_of(recipients))
    if not known or row.weight < _VAGUE or settled:
        return closed
    named = group is not None and group.slot != "comp" and head is not None and head.pos == "PROPN"
    if named and head is not None and not pointing and not recipients and head.lemma not in lexicon.times:
        return closed
    return Draft(
        match=match, actors=actors, recipients=(), mutual=False, score=row.weight * 0.9,
        things=_things(sentence, match, finder), open=True,
        number=plural_number(sentence, head, lexicon) if head is not None else -1,
        thing=head.lemma if head is not None and (head.pos == "NOUN" or head.lemma in lexicon.deeds) else "",
        pronoun=head is not None and head.pos == "PRON",
        anaphoric=head is not None and (head.pos == "PRON" or is_definite(sentence, head)), alone=closed,
    )  # fmt: skip


def _open_mutual(sentence: Sentence, match: Match, finder: PartyFinder, lexicon: Lexicon) -> Draft | None:
    """Return something done to each other of which a plural that points back, or one side, is all that is named."""
    row = match.entry.row
    if row.weight < _VAGUE:
        return None
    number = _plural(sentence, match, match.entry.actors, finder, lexicon)
    if number >= 0:
        return Draft(
            match=match, actors=(), recipients=(), mutual=True, score=row.weight, open=True, pointer=True, number=number
        )
    actors, sure = fill_side(sentence, match, match.entry.actors, finder, ())
    if not actors:
        return _of_the_pair(sentence, match)
    lone = Draft(match=match, actors=actors, recipients=(), mutual=False, score=row.weight * sure * _ALONE, lone=True)
    if not states_of(actors):
        return lone
    return Draft(match=match, actors=actors, recipients=(), mutual=True, score=row.weight * sure * 0.9, open=True, alone=lone)


def _of_the_pair(sentence: Sentence, match: Match) -> Draft | None:
    """Return an occasion without named sides, where it leads its clause ("the talks will resume in May")."""
    row = match.entry.row
    token = sentence.tokens[match.head]
    leads = token.pos in ("VERB", "AUX") or has_label(token, "nsubj", "obj", "root")
    if row.weight < _OCCASION or not leads:
        return None
    return Draft(match=match, actors=(), recipients=(), mutual=True, score=row.weight * 0.9, open=True, lack="pair")


def _plural(
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


def _to_itself(sentence: Sentence, match: Match, actors: tuple[Party, ...], finder: PartyFinder) -> bool:
    """Tell whether the act stays inside one state ("the president praised his government")."""
    group = next(finder.groups(sentence, match, match.entry.recipients), None)
    if group is None or group.slot == "comp":  # "Moscow warned that it would": what it says of itself may concern others
        return False
    states = states_of(finder.of_group(sentence, group.heads))
    return bool(states) and states <= states_of(actors)


def _things(sentence: Sentence, match: Match, finder: PartyFinder) -> tuple[Span, ...]:
    """Return the phrases that an act without a known recipient is aimed at ("shelled a village")."""
    for group in finder.groups(sentence, match, match.entry.recipients):
        return tuple(finder.phrase(sentence, head) for head in group.heads)
    return ()


def _is_relation(match: Match, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
    """Tell whether the sides of a one-way act make a report: enough of them is known for what the words say."""
    row = match.entry.row
    alone = row.type in _ONE_SIDED and row.weight >= _SURE
    if not (actors and recipients) and not (alone and (actors or recipients)):
        return False
    if row.mode == "visit" and not any(party.state for party in actors):
        return False
    return _between_actors(row.type, actors, recipients) and _enough(row.weight, actors, recipients)


def _agree(match: Match, actors: tuple[Party, ...]) -> bool:
    """Tell whether several states agree among themselves: PLOVER's manual makes all of them actors."""
    row = match.entry.row
    return row.type == "AGREE" and row.weight >= _VAGUE and len({party.state for party in actors if party.state}) > 1


_RECIPROCAL = frozenset(("each other", "one another", "l'un l'autre", "les uns les autres", "mutuellement"))


def _each_other(sentence: Sentence, match: Match) -> bool:
    """Tell whether those on one side do it to each other."""
    after = sentence.tokens[match.head + 1 : match.head + 6]
    words = " ".join(token.text.lower().replace("’", "'") for token in after).replace("' ", "'")
    return any(phrase in words for phrase in _RECIPROCAL)


def _enough(weight: float, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Tell whether enough is known of the sides for a word of this weight: the vaguer the word, the more is asked."""
    if weight >= _SURE_UNKNOWN:
        return True
    if actors and not any(map(_known, actors)):
        return False
    return weight >= _VAGUE or not recipients or any(map(_known, recipients))


def _known(party: Party) -> bool:
    return party.state is not None or not party.actor.startswith("nil:")


def _mutual(sentence: Sentence, match: Match, finder: PartyFinder, lexicon: Lexicon) -> Draft | None:
    """Gather all who take part in something that they do to each other; it takes two sides."""
    found: list[Party] = []
    weight, last = 1.0, ""
    for parties, group in _participants(sentence, match, finder, lexicon):
        if others := apart(finder, _told_apart(finder, parties), tuple(found)):
            found += others
            weight *= group.weight
            last = group.slot
    around = clause_subject(sentence, match.head, lexicon) if len(found) == 1 and last == "prep" else None
    if around is not None:
        found += apart(finder, finder.of_group(sentence, around.heads), tuple(found))
        weight *= around.weight
    row = match.entry.row
    if len({party.state or party.actor for party in found}) < 2 or not _enough(row.weight, found[:1], found[1:]):
        return None
    if not _between_actors(row.type, tuple(found[:1]), tuple(found[1:])):
        return None
    whole = Draft(match=match, actors=tuple(found), recipients=(), mutual=True, score=row.weight * weight)
    known = tuple(party for party in found if party.state is not None)
    if len(states_of(known)) == 1 and row.weight >= _VAGUE:  # "Maduro and Ali met": who Ali stands for was said before
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


def _between_actors(type_: str, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
    """Tell whether the sides make a relation worth keeping: not one state with itself."""
    states = {party.state for party in actors if party.state}
    others = {party.state for party in recipients if party.state}
    if not (states and others and states == others):
        return True
    return type_ in _CONFLICT and any(party.actor.startswith("nil:") for party in actors + recipients)


