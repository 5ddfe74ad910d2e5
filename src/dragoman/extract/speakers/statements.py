"""Who said what, about whom, through whom."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Literal

import msgspec

from dragoman import ids
from dragoman.extract.attribution.quote_keys import make_quote_key
from dragoman.kit import Kit
from dragoman.records import Document, DocumentFacts, EventReport, Evidence, Links, Quote, Sentence, Span, Statement

_NESTED = 24  # contents that may stand around one word: nesting is a few deep
Stance = Literal["positive", "negative", "neutral"]
_STANCES: dict[str, Stance] = {"positive": "positive", "negative": "negative"}


def build_statements(
    document: Document,
    quotes: Sequence[Quote],
    sentences: Sequence[Sentence],
    links: Links,
    facts: DocumentFacts,
    reports: Sequence[EventReport],
    kit: Kit,
) -> tuple[Statement, ...]:
    """Return a statement for every quote, with speaker, chain, act, and whom it is about."""
    if not quotes:
        return ()
    quotes = _resumed_apart(document.text, quotes)
    seen: Counter[tuple[Span, ...]] = Counter()
    identifiers = []
    for quote in quotes:
        identifiers.append(ids.statement_id(document.id, quote.content, seen[quote.content]))
        seen[quote.content] += 1
    named = sorted((mention.start, n) for n, mention in enumerate(links.mentions))
    told = _told(quotes, reports)
    return tuple(
        _statement(document, quotes, index, identifiers, _about(quotes[index], links, named, told[index]), told[index])
        for index in range(len(quotes))
    )


def _told(quotes: Sequence[Quote], reports: Sequence[EventReport]) -> list[list[EventReport]]:
    """Return for each quote the reports whose trigger stands in its content, and in that of none nested in it."""
    spans = sorted((start, -end, n) for n, quote in enumerate(quotes) for start, end in quote.content)
    told: list[list[EventReport]] = [[] for _ in quotes]
    for report in reports:
        last = bisect_left(spans, (report.trigger[0] + 1, -1 << 60, -1))
        near = spans[max(0, last - _NESTED) : last]
        holding = [(-end - start, n) for start, end, n in near if -end >= report.trigger[1]]
        if holding:
            told[min(holding)[1]].append(report)
    return told


def _resumed_apart(text: str, quotes: Sequence[Quote]) -> list[Quote]:
    """Make two statements of a quotation that is resumed in a new sentence: `"A," she said. "B."`.

    What stands inside one of the parts keeps that part as its parent.
    """
    parts: list[Quote] = []
    made: list[list[int]] = []  # for each quote, where its parts are
    for quote in quotes:
        groups = _sentences_of(text, quote)
        made.append(list(range(len(parts), len(parts) + len(groups))))
        parts += [msgspec.structs.replace(quote, content=group) for group in groups]
    return [
        msgspec.structs.replace(part, chain=tuple(_enclosing(parts, made[other], part) for other in part.chain))
        for part in parts
    ]


def _sentences_of(text: str, quote: Quote) -> list[tuple[Span, ...]]:
    """Group the spans of a quotation: a full stop between two of them, behind the cue, starts a new group."""
    groups: list[list[Span]] = []
    for span in quote.content:
        between = text[groups[-1][-1][1] : span[0]].strip(" \u00a0\n\"“”«»'’‘—–-") if groups else ""
        cue = quote.cue is not None and bool(groups) and groups[-1][-1][1] <= quote.cue[0] < span[0]
        if not groups or (quote.rule == "quotation" and cue and between.endswith((".", "!", "?"))):
            groups.append([])
        groups[-1].append(span)
    return [tuple(group) for group in groups]


def _enclosing(parts: Sequence[Quote], own: Sequence[int], inner: Quote) -> int:
    """Return the part that holds a nested quote."""
    place = inner.content[0][0]
    return next((i for i in own if any(start <= place < end for start, end in parts[i].content)), own[0])


def _statement(
    document: Document, quotes: Sequence[Quote], index: int, identifiers: Sequence[str], about: tuple[str, ...],
    told: Sequence[EventReport],
) -> Statement:
    quote = quotes[index]
    text = document.text
    words = " ".join(text[start:end] for start, end in quote.content)
    return Statement(
        id=identifiers[index], document=document.id, sentence=quote.sentence, speakers=quote.speakers,
        speaker_name=quote.speaker_name, speaker_surface=quote.source, cue=quote.cue, content=quote.content,
        quote=words, kind=quote.kind, form=quote.form,
        chain=_chain(quotes, quote),
        parent=identifiers[quote.chain[-1]] if quote.chain else None,
        addressee=text[slice(*quote.addressee)] if quote.addressee else None, about=about, act=quote.act,
        stance=_STANCES.get(quote.stance, "neutral"), score=quote.score, evidence=_evidence(text, quote), rule=quote.rule,
        medium=text[slice(*quote.medium)] if quote.medium else None, reports=tuple(report.id for report in told),
        quote_key=make_quote_key(words).key,
    )  # fmt: skip


def _chain(quotes: Sequence[Quote], quote: Quote) -> tuple[str, ...]:
    """Return the names of those who carry a quote, outermost first; enclosing quotes without a speaker give none.

    One phrase does not carry itself: "X voiced hope that ..." has two cues for the same words of the same source.
    """
    apart = (other for other in quote.chain if quote.source is None or quotes[other].source != quote.source)
    enclosing = (quotes[other] for other in apart)
    names = [name for other in enclosing for name in (*other.carriers, other.speaker_name) if name]
    return tuple(name for name, _ in groupby((*names, *quote.carriers)))


def _about(
    quote: Quote, links: Links, named: Sequence[tuple[int, int]], told: Sequence[EventReport]
) -> tuple[str, ...]:
    """Return the actors that the content names, and the sides of the acts that it tells of, without the speakers.

    `named` are the mentions by their start.
    """
    found: dict[str, None] = {}
    for start, end in quote.content:
        for place in range(bisect_left(named, (start, -1)), bisect_left(named, (end, -1))):
            number = named[place][1]
            if links.mentions[number].end <= end:
                found.update(dict.fromkeys(a for a in links.links[number].actors if a not in quote.speakers))
    found.update(dict.fromkeys(party.actor for report in told for party in (*report.actors, *report.recipients)))
    return tuple(actor for actor in found if actor not in quote.speakers)


def _evidence(text: str, quote: Quote) -> tuple[Evidence, ...]:
    parts: list[tuple[str, Span]] = [("content", span) for span in quote.content]
    if quote.source is not None:
        parts.append(("speaker", quote.source))
    if quote.cue is not None:
        parts.append(("cue", quote.cue))
    parts += [(role, span) for role, span in (("addressee", quote.addressee), ("medium", quote.medium)) if span is not None]
    return tuple(Evidence(role=role, start=start, end=end, quote=text[start:end]) for role, (start, end) in parts)
