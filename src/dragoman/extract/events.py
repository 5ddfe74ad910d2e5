"""Who did what to whom: the event reports of a document.

Event words are found by lemma (`event_words`), their sides in the parse (`event_sides`), the actors behind the sides
through the links (`event_parties`); status comes from `modality`, the speakers from the quotes, time and place from
`event_setting`. One report holds all actors of a compound ("the US and France accused Russia"), as PLOVER's manual asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import msgspec

from dragoman.extract.event_codes import compile_codes, reduce_type
from dragoman.extract.event_nouns import Group
from dragoman.extract.event_parties import PartyFinder
from dragoman.extract.event_setting import Setting
from dragoman.extract.event_sides import clause_subject, side_groups
from dragoman.extract.event_words import Lexicon, Match, compile_lexicon, find_readings
from dragoman.extract.lookup import Lookup
from dragoman.extract.modality import Standing, rate_standing
from dragoman.extract.tree import ancestors, cover, subtree
from dragoman.ids import report_id
from dragoman.kit import Kit
from dragoman.records import (
    DateMention,
    Document,
    DocumentFacts,
    EventReport,
    EventType,
    Evidence,
    Links,
    Party,
    Quote,
    Sentence,
    Span,
)

_BODY = ("body", "dek")
_ONE_SIDED = frozenset(("PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT", "CONCEDE"))  # PLOVER asks no recipient of these
_LEAST = 0.4  # a reading under this is dropped: vague words with sides far away
_SURE = 0.82  # weight from which a word says enough without a recipient ("bombed"; not "fought")
_SURE_UNKNOWN = 0.8  # the same where the actor is known neither by name nor by state ("gunmen killed villagers")
_VAGUE = 0.7  # under it both sides must be known
_CONFLICT = frozenset(  # also between a state and its own people: police and protesters, opposition and government
    ("PROTEST", "COERCE", "ASSAULT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION")
)
# of these a town can be the aim, and stands for its state
_ON_PLACES = frozenset(("ASSAULT", "MOBILIZE", "RETREAT", "THREATEN", "SANCTION"))
_COMMITMENTS = frozenset(("AGREE", "REQUEST", "THREATEN", "REJECT", "CONCEDE"))  # verbal acts about another act


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A match with its sides filled, before status, time and place. `things`: what is acted on where that is nobody."""

    match: Match
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mutual: bool
    score: float
    things: tuple[Span, ...] = ()


def find_events(
    document: Document,
    sentences: Sequence[Sentence],
    links: Links,
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
    facts: DocumentFacts,
    kit: Kit,
) -> tuple[EventReport, ...]:
    """Return every relation between actors that the body of the document expresses."""
    body = [sentence for sentence in sentences if sentence.kind in _BODY]
    if not body:
        return ()
    lexicon = kit.compiled(compile_lexicon, document.language)
    lookup = Lookup(sentences, links)
    finder = PartyFinder(document, sentences, lookup, lexicon, kit)
    setting = Setting(document, lookup, dates, quotes, kit)
    reports: list[EventReport] = []
    for sentence in body:
        drafts = _drafts(sentence, finder, lexicon)
        reports += [_build(document, sentence, draft, setting, kit) for draft in _without_repeats(sentence, drafts)]
    return _numbered(reports)


def _numbered(reports: list[EventReport]) -> tuple[EventReport, ...]:
    """Tell reports with one trigger span apart by an ordinal in their id."""
    seen: Counter[Span] = Counter()
    numbered = []
    for report in reports:
        ordinal = seen[report.trigger]
        seen[report.trigger] += 1
        if ordinal:
            identifier = report_id(report.document, *report.trigger, ordinal)
            report = msgspec.structs.replace(report, id=identifier)  # noqa: PLW2901
        numbered.append(report)
    return tuple(numbered)


def _drafts(sentence: Sentence, finder: PartyFinder, lexicon: Lexicon) -> list[Draft]:
    """Return the first reading of every event word that finds its sides; a phrase takes the words inside it."""
    drafts = []
    for readings in find_readings(sentence, lexicon):
        draft = next((d for match in readings if (d := _draft(sentence, match, finder, lexicon)) is not None), None)
        if draft is not None and draft.score >= _LEAST:
            drafts.append(draft)
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-len(d.match.tokens), d.match.head)):
        if not any(draft.match.head in other.match.tokens for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: d.match.head)


def _draft(sentence: Sentence, match: Match, finder: PartyFinder, lexicon: Lexicon) -> Draft | None:
    """Fill the sides of a match; None where it is no relation between actors."""
    if match.entry.mutual:
        return _mutual(sentence, match, finder, lexicon)
    host = match.entry.row.mode == "visit"
    actors, sure = _side(sentence, match, match.entry.actors, finder, lexicon, ())
    aims = bool(actors) and (host or match.entry.row.type in _ON_PLACES)
    recipients, surer = _side(sentence, match, match.entry.recipients, finder, lexicon, actors, place=aims)
    if len(actors) > 1 and not recipients and (_agree(match, actors) or _each_other(sentence, match)):
        return Draft(match=match, actors=actors, recipients=(), mutual=True, score=match.entry.row.weight * sure)
    if not _is_relation(match, actors, recipients):
        return None
    score = match.entry.row.weight * (sure if actors else 0.7) * (surer if recipients else 0.7)
    things = () if recipients else _things(sentence, match, finder, lexicon)
    return Draft(match=match, actors=actors, recipients=recipients, mutual=host, score=score, things=things)


def _things(sentence: Sentence, match: Match, finder: PartyFinder, lexicon: Lexicon) -> tuple[Span, ...]:
    """Return the phrases that an act without a known recipient is aimed at ("shelled a village")."""
    for group in side_groups(sentence, match, match.entry.recipients, lexicon):
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


def _side(
    sentence: Sentence,
    match: Match,
    slots: Iterable[tuple[str, tuple[str, ...]]],
    finder: PartyFinder,
    lexicon: Lexicon,
    other: tuple[Party, ...],
    place: bool = False,
) -> tuple[tuple[Party, ...], float]:
    """Return the parties of the first slot that holds any apart from the other side, and how sure that is."""
    for group in side_groups(sentence, match, slots, lexicon):
        found = _apart(finder.of_group(sentence, group.heads, place), other)
        if found:
            return found, group.weight
        for parties in _inner(sentence, group, finder, place):
            if inner := _apart(parties, other):
                return inner, group.weight * 0.85
    return (), 0.0


def _inner(sentence: Sentence, group: Group, finder: PartyFinder, place: bool) -> Iterable[tuple[Party, ...]]:
    """Yield the parties inside phrases that are nobody themselves."""
    if finder.of_group(sentence, group.heads, place):
        return
    for head in group.heads:
        yield from finder.inside(sentence, head, place)


def _apart(parties: tuple[Party, ...], other: tuple[Party, ...]) -> tuple[Party, ...]:
    """Leave out who stands on the other side already: the same actor, or another voice of the same state."""
    actors = {party.actor for party in other}
    states = {party.state for party in other if party.state is not None}
    return tuple(
        party
        for party in parties
        if party.actor not in actors
        and (party.state not in states or party.actor.startswith("nil:"))
        and not any(_one_phrase(party, there) for there in other)
    )


def _one_phrase(left: Party, right: Party) -> bool:
    """Tell whether two parties were read from one phrase, unless it names two states ("French troops in Mali")."""
    if left.state is not None and right.state is not None and left.state != right.state:
        return (left.start, left.end) == (right.start, right.end)
    return left.start < right.end and right.start < left.end


def _mutual(sentence: Sentence, match: Match, finder: PartyFinder, lexicon: Lexicon) -> Draft | None:
    """Gather all who take part in something that they do to each other; it takes two sides."""
    found: list[Party] = []
    weight, last = 1.0, ""
    for parties, group in _participants(sentence, match, finder, lexicon):
        if apart := _apart(parties, tuple(found)):
            found += apart
            weight *= group.weight
            last = group.slot
    around = clause_subject(sentence, match.head, lexicon) if len(found) == 1 and last == "prep" else None
    if around is not None:
        found += _apart(finder.of_group(sentence, around.heads), tuple(found))
        weight *= around.weight
    row = match.entry.row
    if len({party.state or party.actor for party in found}) < 2 or not _enough(row.weight, found[:1], found[1:]):
        return None
    if not _between_actors(row.type, tuple(found[:1]), tuple(found[1:])):
        return None
    return Draft(match=match, actors=tuple(found), recipients=(), mutual=True, score=row.weight * weight)


def _participants(
    sentence: Sentence, match: Match, finder: PartyFinder, lexicon: Lexicon
) -> Iterator[tuple[tuple[Party, ...], Group]]:
    """Yield the groups that take part: of the first side until there are two, then all of the other side.

    Of several readings of one "between" the one with most known parties is taken.
    """
    sides = set()
    for name, words in match.entry.actors:
        groups = [(_taking_part(sentence, g, finder), g) for g in side_groups(sentence, match, [(name, words)], lexicon)]
        if name == "poss":  # "their relations": the owners stand as subject
            groups = [item for item in groups if sentence.tokens[item[1].heads[0]].pos != "PRON"]
        if name == "between" and groups:
            groups = [max(groups, key=lambda item: len({party.state for party in item[0] if party.state}))]
        for parties, group in groups:
            sides |= {party.state or party.actor for party in parties}
            yield parties, group
        if len(sides) > 1:
            break
    for group in side_groups(sentence, match, match.entry.recipients, lexicon):
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


def _without_repeats(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Drop what says again what another draft of the sentence says: the same act and sides, or the act agreed on."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (sum(1 for _ in ancestors(sentence, d.match.head)), -d.score, d.match.head)):
        if not any(_repeats(draft, other) for other in kept):
            kept.append(draft)
    outer = [d for d in kept if d.match.entry.row.type in _COMMITMENTS]
    kept = [d for d in kept if not any(_is_content(sentence, d, other) for other in outer if other is not d)]
    return sorted(kept, key=lambda d: d.match.head)


def _sides(draft: Draft) -> frozenset[str]:
    return frozenset(party.state or party.actor for party in draft.actors + draft.recipients)


def _repeats(draft: Draft, other: Draft) -> bool:
    """Tell whether two drafts of one sentence report one act: same type, same sides."""
    return draft.match.entry.row.type == other.match.entry.row.type and _sides(draft) == _sides(other)


def _is_content(sentence: Sentence, inner: Draft, outer: Draft) -> bool:
    """Tell whether an act is only what another act agrees on, asks for or refuses ("agreed to meet"), between the same."""
    if inner.match.head == outer.match.head or not _sides(inner) <= _sides(outer):
        return False
    return inner.match.head in subtree(sentence, outer.match.head, "conj", "nsubj", "parataxis", "advcl")


def _build(document: Document, sentence: Sentence, draft: Draft, setting: Setting, kit: Kit) -> EventReport:
    """Add status, speakers, time and place to a draft, and the evidence of each."""
    row = draft.match.entry.row
    codes = kit.compiled(compile_codes).row(row.type, row.mode)
    speakers = setting.speakers(sentence.tokens[draft.match.head])
    standing = rate_standing(sentence, draft.match.head, kit, bool(speakers))
    trigger = _trigger(sentence, draft.match)
    when, when_span = setting.when(sentence, draft.match.head)
    place, place_span = setting.place(sentence, draft.match.head, draft.actors + draft.recipients)
    type_ = cast(EventType, row.type)
    return EventReport(
        id=report_id(document.id, *trigger, 0),
        document=document.id,
        sentence=sentence.index,
        type=type_,
        reduced_type=reduce_type(type_, standing.status, standing.time),
        mode=row.mode,
        quad=codes.quad,
        intensity=codes.intensity,
        cameo=row.cameo or codes.cameo,
        contexts=tuple(filter(None, row.contexts.split("|"))),
        actors=draft.actors,
        recipients=draft.recipients,
        mutual=draft.mutual,
        status=standing.status,
        polarity=standing.polarity,
        certainty=standing.certainty,
        time=standing.time,
        according_to=speakers,
        when=when,
        place=place,
        score=round(draft.score, 3),
        trigger=trigger,
        evidence=_evidence(document, trigger, draft, standing, when_span, place_span),
        rule=_rule(sentence, draft.match),
    )


def _rule(sentence: Sentence, match: Match) -> str:
    """Name the row that was used, by the words that stand there ("sign agreement:VERB")."""
    words = " ".join(sentence.tokens[index].lemma for index in match.tokens)
    return f"{words}:{match.entry.row.pos}"


_NEAR = 6  # words of a phrase further apart than this do not make one readable trigger


def _trigger(sentence: Sentence, match: Match) -> Span:
    """Return the span of the event words: the whole phrase where its words stand together, else its head."""
    if max(match.tokens) - min(match.tokens) <= _NEAR:
        return cover(sentence, match.tokens)
    token = sentence.tokens[match.head]
    return token.start, token.end


def _evidence(
    document: Document, trigger: Span, draft: Draft, standing: Standing, when: Span | None, place: Span | None
) -> tuple[Evidence, ...]:
    spans: list[tuple[str, Span]] = [("trigger", trigger)]
    spans += [("actor", (party.start, party.end)) for party in draft.actors]
    spans += [("recipient", (party.start, party.end)) for party in draft.recipients]
    spans += [("recipient", thing) for thing in draft.things]
    spans += [("time", when)] if when else []
    spans += [("place", place)] if place else []
    spans += [("cue", cue) for cue in standing.cues]
    unique = dict.fromkeys(spans)
    return tuple(
        Evidence(role=role, start=span[0], end=span[1], quote=document.text[span[0] : span[1]]) for role, span in unique
    )
