"""Who did what to whom: the event reports of a document.

Event words are found by lemma (`matching`), their sides in the parse (`sides`), the actors behind the sides
through the links (`parties`), the sides that a sentence leaves out in what was told before (`context`). What says an act
again is dropped (`repeats`); a report adds status, speakers, time and place (`reports`). One report
holds all actors of a compound ("the US and France accused Russia"), as PLOVER's manual asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from dragoman.extract.events.context import Context
from dragoman.extract.events.draft import LEAST, Draft
from dragoman.extract.events.drafting import find_drafts
from dragoman.extract.events.filling import states_of
from dragoman.extract.events.items import split_items
from dragoman.extract.events.occasions import Occasions
from dragoman.extract.events.parties import PartyFinder
from dragoman.extract.events.repeats import without_repeats
from dragoman.extract.events.reports import build_report
from dragoman.extract.events.score import LEAST_SURE, features_of, probability, with_company
from dragoman.extract.events.setting import Setting
from dragoman.extract.events.words import Lexicon, compile_lexicon
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.speakers.first_person import Voices
from dragoman.ids import report_id
from dragoman.kit import Kit
from dragoman.models.logistic import CERTAINTY, load_weights
from dragoman.records import (
    DateMention,
    Document,
    DocumentFacts,
    EventReport,
    Links,
    Quote,
    Sentence,
    Span,
)

_BODY = ("body", "dek")
_UNREAL = frozenset(("hypothetical", "denied", "negated"))  # what did not happen, half known or with a guessed side, is nothing
_TEXT = 4  # sentences that make a text: shorter passages hold too little to judge a reading by, there all is kept
_MANY = 3  # acts between states that make a text one about states; single sentences seldom hold more


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
    setting = Setting(document, lookup, dates, quotes, kit, facts.published)
    drafts = {sentence.index: find_drafts(sentence, finder, lexicon) for sentence in body}
    items = [_closed(item, drafts, finder, lexicon) for item in split_items(document, sentences, _BODY, lookup)]
    related = sum(1 for closed in items for _, found in closed for draft in found if _is_dyad(draft))
    reports: list[EventReport] = []
    features: list[dict[str, float]] = []
    for closed in items:
        occasions = Occasions(dates)
        for sentence, found in closed:
            kept = without_repeats(sentence, [draft for draft in found if _is_kept(draft, related)], kit)
            for draft in kept:
                report = occasions.dated(sentence, draft.match, build_report(document, sentence, draft, setting, kit))
                occasions.note(report)
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
    context.memory.open(sentence)
    for draft in drafts:
        whole = context.fill(sentence, draft) if draft.open else draft
        if whole is not None and (whole.lone or whole.score >= LEAST):
            closed.append(whole)
            if not whole.lone:
                context.memory.note(sentence, whole)
    context.memory.close(sentence)
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
