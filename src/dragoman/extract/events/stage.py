"""Who did what to whom: the event reports of a document.

Event words are found by lemma (`matching`), their sides in the parse (`sides`), the actors behind the sides
through the links (`parties`); status comes from `stage`, the speakers from the quotes, time and place from
`setting`. One report holds all actors of a compound ("the US and France accused Russia"), as PLOVER's manual asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import cast

from msgspec.structs import replace

from dragoman.extract.events.codes import compile_codes, reduce_type
from dragoman.extract.events.context import Context
from dragoman.extract.events.draft import LEAST, Draft
from dragoman.extract.events.drafting import find_drafts
from dragoman.extract.events.filling import states_of
from dragoman.extract.events.items import split_items
from dragoman.extract.events.matching import Match
from dragoman.extract.events.parties import PartyFinder
from dragoman.extract.events.phrases import case_of
from dragoman.extract.events.score import LEAST_SURE, features_of, probability, with_company
from dragoman.extract.events.setting import Setting
from dragoman.extract.events.words import Lexicon, compile_lexicon
from dragoman.extract.modality.stage import Standing, rate_standing
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.parse.tree import ancestors, children, conjuncts, cover, has_label
from dragoman.extract.speakers.first_person import Voices
from dragoman.ids import report_id
from dragoman.kit import Kit
from dragoman.models.logistic import CERTAINTY, load_weights
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
    Status,
)

_BODY = ("body", "dek")
_COMMITMENTS = frozenset(("AGREE", "REQUEST", "THREATEN", "REJECT", "CONCEDE"))  # verbal acts about another act
_VERBAL = _COMMITMENTS | {"ACCUSE", "SUPPORT"}
_DEEDS = frozenset(("SANCTION", "COERCE", "MOBILIZE", "AID", "RETREAT", "ASSAULT"))  # each verb a deed of its own
_UNREAL = frozenset(("hypothetical", "denied", "negated"))  # what did not happen, half known or with a guessed side, is nothing
_TEXT = 4  # sentences that make a text: shorter passages hold too little to judge a reading by, there all is kept
_MANY = 3  # acts between states that make a text one about states; single sentences seldom hold more
_UNFRIENDLY = frozenset(  # what one plans against another, or means to ask of it, is no agreement with that other
    ("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
)


def find_events(
    document: Document,
    sentences: Sequence[Sentence],
    links: Links,
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
    facts: DocumentFacts,
    kit: Kit,
) -> tuple[EventReport, ...]:
    """Return every relation between actors that the body of the document expresses, each with how sure it is."""
    candidates = find_candidates(document, sentences, links, dates, quotes, facts, kit)
    weights = kit.compiled(load_weights, CERTAINTY)
    rated = [replace(report, score=probability(features, weights)) for report, features in candidates]
    least = LEAST_SURE if len(sentences) >= _TEXT else 0.0
    return _numbered([report for report in rated if report.score >= least])


def find_candidates(
    document: Document,
    sentences: Sequence[Sentence],
    links: Links,
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
    facts: DocumentFacts,
    kit: Kit,
) -> list[tuple[EventReport, dict[str, float]]]:
    """Return the reports before any is dropped as unsure, each with what its score is made from (`score`)."""
    body = [sentence for sentence in sentences if sentence.kind in _BODY]
    if not body:
        return []
    lexicon = kit.compiled(compile_lexicon, document.language)
    lookup = Lookup(sentences, links)
    finder = PartyFinder(document, sentences, lookup, lexicon, Voices(quotes, lookup), kit)
    setting = Setting(document, lookup, dates, quotes, kit)
    drafts = {sentence.index: find_drafts(sentence, finder, lexicon) for sentence in body}
    closed = []
    for item in split_items(document, sentences, _BODY, lookup):
        closed += _closed(item, drafts, finder, lexicon)
    related = sum(1 for _, found in closed for draft in found if _is_dyad(draft))
    reports: list[EventReport] = []
    features: list[dict[str, float]] = []
    for sentence, found in closed:
        kept = _without_repeats(sentence, [draft for draft in found if _is_kept(draft, related)], kit)
        for draft in kept:
            report = _build(document, sentence, draft, setting, kit)
            if not ((draft.lone or draft.context) and report.status in _UNREAL):
                reports.append(report)
                features.append(features_of(sentence, draft, report))
    return list(zip(reports, with_company(reports, features), strict=True))


def _is_dyad(draft: Draft) -> bool:
    """Tell whether a draft relates two states: where a text has that, acts without a counterpart only blur the record."""
    return len(states_of(draft.actors + draft.recipients)) > 1


def _is_whole(draft: Draft) -> bool:
    """Tell whether a draft says who does it and to whom, or that all do it together."""
    return not draft.lone and (draft.mutual or bool(draft.actors and draft.recipients))


def _is_kept(draft: Draft, related: int) -> bool:
    """Tell whether a draft belongs into its text, given in how many acts the text relates two states.

    Where these are few, half an act is what there is; in a text about states, a state must stand on either side.
    """
    if related < _MANY:
        return True
    if draft.mutual:
        return _is_whole(draft) and _is_dyad(draft)
    return _is_whole(draft) and bool(states_of(draft.actors) and states_of(draft.recipients))


def _closed(
    item: Sequence[Sentence], drafts: Mapping[int, Sequence[Draft]], finder: PartyFinder, lexicon: Lexicon
) -> list[tuple[Sentence, list[Draft]]]:
    """Close the drafts of one item by what the item says."""
    found = (draft for sentence in item for draft in drafts[sentence.index])
    context = Context(item, (draft for draft in found if not (draft.open or draft.lone)), finder, lexicon)
    return [(sentence, _in_context(sentence, drafts[sentence.index], context)) for sentence in item]


def _in_context(sentence: Sentence, drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """Close the open drafts of a sentence, in the order of their words, and remember all."""
    closed = []
    context.open(sentence)
    for draft in drafts:
        whole = context.fill(sentence, draft) if draft.open else draft
        if whole is not None and (whole.lone or whole.score >= LEAST):
            closed.append(whole)
            if not whole.lone:
                context.note(sentence, whole)
    context.close(sentence)
    return closed


def _numbered(reports: list[EventReport]) -> tuple[EventReport, ...]:
    """Tell reports with one trigger span apart by an ordinal in their id."""
    seen: Counter[Span] = Counter()
    numbered = []
    for report in reports:
        ordinal = seen[report.trigger]
        seen[report.trigger] += 1
        if ordinal:
            identifier = report_id(report.document, *report.trigger, ordinal)
            report = replace(report, id=identifier)  # noqa: PLW2901
        numbered.append(report)
    return tuple(numbered)


def _without_repeats(sentence: Sentence, drafts: list[Draft], kit: Kit) -> list[Draft]:
    """Drop what says again what another draft of the sentence says: the same act and sides, or the act agreed on."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (sum(1 for _ in ancestors(sentence, d.match.head)), -d.score, d.match.head)):
        if not any(_repeats(sentence, draft, other) for other in kept):
            kept.append(draft)
    kept = [d for d in kept if not any(_is_hostile_plan(sentence, d, other, kit) for other in kept)]
    kept = [d for d in kept if not any(_is_denied_favour(sentence, d, other, kit) for other in kept)]
    outer = [d for d in kept if d.match.entry.row.type in _VERBAL]
    kept = [
        d
        for d in kept
        if not any(_is_content(sentence, d, o) and not _is_disowned(sentence, d, o, kit) for o in outer if o is not d)
    ]
    return sorted(kept, key=lambda d: d.match.head)


def _sides(draft: Draft) -> frozenset[str]:
    return frozenset(party.state or party.actor for party in draft.actors + draft.recipients)


def _repeats(sentence: Sentence, draft: Draft, other: Draft) -> bool:
    """Tell whether two drafts of one sentence report one act: same type and sides, not one deed after another."""
    if draft.match.entry.row.type != other.match.entry.row.type or _sides(draft) != _sides(other):
        return False
    turned = states_of(draft.actors) != states_of(other.actors) and not (draft.mutual or other.mutual)
    rows = draft.match.entry.row, other.match.entry.row
    deeds = draft.match.entry.heads != other.match.entry.heads or rows[0].mode != rows[1].mode or rows[0].type in _DEEDS
    return not turned and not (deeds and _side_by_side(sentence, draft, other))


def _side_by_side(sentence: Sentence, draft: Draft, other: Draft) -> bool:
    """Tell whether two drafts stand on coordinated verbs ("expelled two diplomats and closed a consulate")."""
    left, right = (sentence.tokens[d.match.head] for d in (draft, other))
    return left.pos == right.pos == "VERB" and (
        right in conjuncts(sentence, left.i)
        or left in conjuncts(sentence, right.i)
        or left.head == right.head
        or (has_label(left, "advcl") and left.head == right.i and draft.match.entry.row.type in _DEEDS)  # "fired, killing one"
    )


def _is_hostile_plan(sentence: Sentence, outer: Draft, inner: Draft, kit: Kit) -> bool:
    """Tell whether somebody decides to harm, accuse, refuse or press the other side: that is the act, no agreement with it.

    Not so where the act is ruled out: "promised Kenya that no attack would come", "agreed not to expel".
    """
    rows = outer.match.entry.row, inner.match.entry.row
    if rows[0].type != "AGREE" or rows[1].type not in _UNFRIENDLY or outer.mutual:
        return False
    if rows[1].type == "MOBILIZE" and (inner.context or not states_of(inner.recipients)):
        return False  # "offered Estonia to send planes": troops against nobody are help
    if not (_sides(inner) <= _sides(outer) and _is_inside(sentence, inner.match.head, outer.match.head)):
        return False
    return rate_standing(sentence, inner.match.head, kit).polarity != "-"


def _is_content(sentence: Sentence, inner: Draft, outer: Draft) -> bool:
    """Tell whether an act is only what another act agrees on, asks for, alleges or refuses ("agreed to meet").

    With other sides it is an act of its own, unless its sides are a guess or incomplete.
    """
    if inner.match.head == outer.match.head:
        return False
    type_ = outer.match.entry.row.type
    told = type_ in _COMMITMENTS or inner.match.entry.row.type != type_
    if type_ in _OWN and states_of(inner.actors) and not states_of(inner.actors) & states_of(outer.actors):
        return False  # one's own promise or threat is no other's deed ("threatened to cut the links, prompting X to")
    whole = (states_of(inner.recipients) or inner.mutual) and states_of(inner.actors) and not inner.context
    if not told or (whole and not _sides(inner) <= _sides(outer)):
        return False
    return _is_inside(sentence, inner.match.head, outer.match.head)


def _is_disowned(sentence: Sentence, inner: Draft, outer: Draft, kit: Kit) -> bool:
    """Tell whether somebody denies an act of their own ("denied having sued X"): it stays, as denied, beside the denial."""
    if outer.match.entry.row.type != "REJECT" or not states_of(inner.actors) & states_of(outer.actors):
        return False
    return rate_standing(sentence, inner.match.head, kit).status == "denied"


_FAVOURS = frozenset(("AID", "COOPERATE", "SUPPORT", "CONSULT"))


def _is_denied_favour(sentence: Sentence, outer: Draft, inner: Draft, kit: Kit) -> bool:
    """Tell whether a denial is read as against whom the denied favour was for: "denied arming Mali"."""
    if outer.match.entry.row.type != "REJECT" or inner.match.entry.row.type not in _FAVOURS:
        return False
    if not _sides(outer) <= _sides(inner) or not _is_inside(sentence, inner.match.head, outer.match.head):
        return False
    return rate_standing(sentence, inner.match.head, kit).status == "denied"


_OWN = frozenset(("AGREE", "THREATEN", "CONCEDE", "REJECT"))
_BOUND = frozenset(("of", "to", "for", "from", "into", "with", "de", "d'", "d’", "à"))
_TIMES = frozenset(
    ("before", "after", "since", "during", "following", "despite", "avant", "après", "depuis", "durant", "malgré")
)
_CLOSING = frozenset(("\"", "”", "»", "''"))
_APART = ("conj", "nsubj", "parataxis")


def _is_inside(sentence: Sentence, inner: int, outer: int) -> bool:
    """Tell whether a word belongs to what an act is about: what somebody says or wants, agrees on or alleges.

    Not inside: what a relative clause tells besides ("a treaty under which London withdrew"), what is only the time of it
    ("before last year's war"), other clauses beside it, and what stands before it without being quoted. Of the adverbial
    clauses only "accused X of doing" is inside.
    """
    if inner < outer and not any(token.text in _CLOSING for token in sentence.tokens[inner:outer]):
        return False
    token = sentence.tokens[inner]
    while token.head != token.i:
        if token.dep == "acl:relcl" or _TIMES & set(case_of(sentence, token.i)):
            return False
        if token.head == outer:
            return not has_label(token, *_APART) and (not has_label(token, "advcl") or _is_bound(sentence, token.i))
        token = sentence.tokens[token.head]
    return False


def _is_bound(sentence: Sentence, clause: int) -> bool:
    marks = [token.text.lower() for token in children(sentence, clause, "mark", "case")]
    return bool(marks) and all(mark in _BOUND for mark in marks)


def _build(document: Document, sentence: Sentence, draft: Draft, setting: Setting, kit: Kit) -> EventReport:
    """Add status, speakers, time and place to a draft, and the evidence of each."""
    row = draft.match.entry.row
    codes = kit.compiled(compile_codes).row(row.type, row.mode)
    speakers = setting.speakers(sentence.tokens[draft.match.head])
    standing = rate_standing(sentence, draft.match.head, kit, bool(speakers), draft.match.tokens)
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
        actors=_named(document, draft.actors),
        recipients=_named(document, draft.recipients),
        mutual=draft.mutual,
        status=_status(sentence, draft, standing),
        polarity=standing.polarity,
        certainty=standing.certainty,
        time=standing.time,
        according_to=speakers,
        when=when,
        place=place,
        score=draft.score,
        trigger=trigger,
        evidence=_evidence(document, trigger, draft, standing, when_span, place_span),
        rule=_rule(sentence, draft),
    )


_OCCASIONS = frozenset(("CONSULT", "PROTEST", "ASSAULT", "MOBILIZE", "COOPERATE"))  # what one can be in the middle of
_LASTING = frozenset(("continue", "proceed", "last", "underway", "poursuivre", "continuer", "durer", "cours"))


def _status(sentence: Sentence, draft: Draft, standing: Standing) -> Status:
    """Return the flat status: `ongoing` only for an occasion under way, not for what holds in general ("backs Syria")."""
    if standing.status != "ongoing":
        return standing.status
    under_way = draft.match.entry.row.type in _OCCASIONS and _under_way(sentence, draft.match)
    return "ongoing" if under_way else "happened"


def _under_way(sentence: Sentence, match: Match) -> bool:
    """Tell whether the verb says that it goes on now: "are meeting", "talks continue", "est en cours"."""
    heads = [sentence.tokens[match.head], sentence.tokens[sentence.tokens[match.head].head]]
    for verb in heads if heads[0].pos == "NOUN" else heads[:1]:
        near = (verb, *children(sentence, verb.i, "advmod", "obl", "xcomp", "aux"))
        perfect = any(token.lemma == "have" for token in near)
        if any(token.lemma in _LASTING for token in near) or ("Aspect=Prog" in verb.morph and not perfect):
            return True
    return False


def _named(document: Document, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Give every party the name by which the document calls it there, each state once.

    A state that is only said of who acts for it is not a party beside that one: "US President Joe Biden".
    """
    return tuple(
        replace(party, name=document.text[party.start : party.end])
        for party in parties
        if not any(_acts_for(other, party) for other in parties)
    )


def _acts_for(agent: Party, state: Party) -> bool:
    """Tell whether the first party acts for the second, a state, within one phrase."""
    if state.actor != state.state or agent.actor == agent.state or agent.state != state.state:
        return False
    return agent.start < state.end and state.start < agent.end


def _rule(sentence: Sentence, draft: Draft) -> str:
    """Name the row that was used, by the words that stand there ("sign agreement:VERB"), and the step of the context."""
    words = " ".join(sentence.tokens[index].lemma for index in draft.match.tokens)
    rule = f"{words}:{draft.match.entry.row.pos}"
    return f"{rule} context:{draft.context}" if draft.context else rule


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
        Evidence(role=role, start=span[0], end=span[1], quote=document.text[span[0] : span[1]])
        for role, span in unique
        if span[0] < span[1]
    )
