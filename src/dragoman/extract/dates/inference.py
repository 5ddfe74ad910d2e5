"""When a document that states no date must have been written, from the dated facts that it tells.

Every fact bounds the day of writing: what is told as past lies before it, what is announced lies ahead, and "yesterday" beside
a gathering of known days fixes it. The result names its reasons, so that a reader can judge it. Only a narrow interval is taken
for the document's date, with the words that bound it as evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from dragoman.extract.dates.anchors import find_gatherings, gathering_lexicon
from dragoman.extract.dates.calendar import shift
from dragoman.extract.dates.direction import direction_at
from dragoman.extract.dates.grammar import date_lexicon
from dragoman.extract.parse.sentences import plain
from dragoman.kit import Kit
from dragoman.records import DateMention, Document, DocumentFacts, Evidence, Record, Sentence, Span, When


class Bound(Record, frozen=True, kw_only=True):
    """One fact that bounds the day of writing, and the words that tell it."""

    earliest: str | None
    latest: str | None
    reason: str
    span: Span


class Inference(Record, frozen=True, kw_only=True):
    """The interval in which a document was written, as far as its own facts tell, and those facts."""

    when: When
    bounds: tuple[Bound, ...]


_NARROW = 62  # days: a wider interval says too little to read "on Tuesday" by


def infer_facts(
    document: Document, sentences: Sequence[Sentence], dates: Sequence[DateMention], facts: DocumentFacts, kit: Kit
) -> DocumentFacts:
    """Return the facts with the date that the text itself gives away, where the document states none; else as they are."""
    found = infer_document_date(document, sentences, dates, kit) if facts.published is None else None
    if found is None or found.when.start is None or found.when.end is None or _days(found.when) > _NARROW:
        return facts
    evidence = tuple(
        Evidence(role=f"published: {bound.reason}", start=start, end=end, quote=document.text[start:end])
        for bound in found.bounds
        for start, end in [bound.span]
    )
    return msgspec.structs.replace(facts, published=found.when, evidence=(*facts.evidence, *evidence))


def _days(when: When) -> int:
    return (date.fromisoformat(when.end or "") - date.fromisoformat(when.start or "")).days


def infer_document_date(
    document: Document, sentences: Sequence[Sentence], dates: Sequence[DateMention], kit: Kit
) -> Inference | None:
    """Return when a document without a date was written; None where nothing in it tells.

    Bounds that contradict each other (a text that quotes another day's paper) give None as well.
    """
    plain_bounds = tuple(_text_bounds(sentences, dates, kit))
    earliest = max((each.earliest for each in plain_bounds if each.earliest), default=None)
    latest = min((each.latest for each in plain_bounds if each.latest), default=None)
    fixed = tuple(_gathering_bounds(document, sentences, dates, earliest, latest, kit))
    days = {each.earliest for each in fixed}
    if len(days) == 1:
        earliest = latest = days.pop()
    if (earliest is None and latest is None) or (earliest and latest and earliest > latest):
        return None
    when = When(start=earliest, end=latest, precision="day" if earliest == latest else "range", basis="text")
    return Inference(when=when, bounds=(*plain_bounds, *fixed))


def _text_bounds(sentences: Sequence[Sentence], dates: Sequence[DateMention], kit: Kit) -> Iterator[Bound]:
    """Yield what full dates in the text tell: the document follows what it tells as past and precedes what it announces."""
    for mention in dates:
        if mention.when.basis != "text" or mention.when.start is None or mention.when.end is None:
            continue
        direction = direction_at(sentences[mention.sentence], mention.start, mention.end, kit)
        span = (mention.start, mention.end)
        if direction == "past":
            yield Bound(earliest=mention.when.start, latest=None, reason="told as past", span=span)
        elif direction == "future":
            yield Bound(earliest=None, latest=mention.when.end, reason="announced", span=span)


def _gathering_bounds(
    document: Document,
    sentences: Sequence[Sentence],
    dates: Sequence[DateMention],
    earliest: str | None,
    latest: str | None,
    kit: Kit,
) -> Iterator[Bound]:
    """Yield the day that "yesterday" or "today" beside a gathering fixes, where the bounds leave only one gathering."""
    for mention in dates:
        if mention.rule != "day-word" or mention.when.start is not None:
            continue
        sentence = sentences[mention.sentence]
        text = plain(document.text[sentence.start : sentence.end]).lower()
        lexicon = kit.compiled(gathering_lexicon, sentence.language)
        step = _steps(document.text[mention.start : mention.end], sentence.language, kit)
        for found in find_gatherings(text, lexicon):
            meant = [each for each in lexicon.gatherings[found.slots["name"]] if _fits(each.places, found.slots)]
            days = {shift(each.interval.end, -step, "day").isoformat() for each in meant if each.interval.end}
            days = {day for day in days if (not earliest or day >= earliest) and (not latest or day <= latest)}
            if len(days) == 1:
                day = days.pop()
                reason = f"a day-word beside {found.slots['name']}"
                yield Bound(earliest=day, latest=day, reason=reason, span=(mention.start, mention.end))


def _fits(places: frozenset[str], slots: dict[str, str]) -> bool:
    return not slots["place"] or slots["place"] in places


def _steps(words: str, language: str, kit: Kit) -> int:
    """Return how many days from the day of writing the words point: -1 for "yesterday"."""
    lexicon = kit.compiled(date_lexicon, language)
    lowered = plain(words).lower()
    form = max((each for each in lexicon.words("day-word") if lowered.startswith(each)), key=len, default=None)
    return int(lexicon.value("day-word", form)) if form is not None else 0
