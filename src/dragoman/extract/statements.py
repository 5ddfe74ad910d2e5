"""Who said what, about whom, through whom."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from dragoman import ids
from dragoman.kit import Kit
from dragoman.records import Document, DocumentFacts, EventReport, Evidence, Links, Quote, Sentence, Span, Statement

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
    seen: Counter[tuple[Span, ...]] = Counter()
    identifiers = []
    for quote in quotes:
        identifiers.append(ids.statement_id(document.id, quote.content, seen[quote.content]))
        seen[quote.content] += 1
    named = sorted((mention.start, n) for n, mention in enumerate(links.mentions))
    return tuple(_statement(document, quotes, index, identifiers, links, named) for index in range(len(quotes)))


def _statement(
    document: Document, quotes: Sequence[Quote], index: int, identifiers: Sequence[str], links: Links,
    named: Sequence[tuple[int, int]],
) -> Statement:
    quote = quotes[index]
    text = document.text
    return Statement(
        id=identifiers[index], document=document.id, sentence=quote.sentence, speakers=quote.speakers,
        speaker_name=quote.speaker_name, speaker_surface=quote.source, cue=quote.cue, content=quote.content,
        quote=" ".join(text[start:end] for start, end in quote.content), kind=quote.kind, form=quote.form,
        chain=_chain(quotes, quote),
        parent=identifiers[quote.chain[-1]] if quote.chain else None,
        addressee=text[slice(*quote.addressee)] if quote.addressee else None, about=_about(quote, links, named), act=quote.act,
        stance=_STANCES.get(quote.stance, "neutral"), score=quote.score, evidence=_evidence(text, quote), rule=quote.rule,
    )  # fmt: skip


def _chain(quotes: Sequence[Quote], quote: Quote) -> tuple[str, ...]:
    """Return the names of those who carry a quote, outermost first; enclosing quotes without a speaker give none."""
    enclosing = (quotes[other] for other in quote.chain)
    names = [name for other in enclosing for name in (*other.carriers, other.speaker_name) if name]
    return tuple(name for name, _ in groupby((*names, *quote.carriers)))


def _about(quote: Quote, links: Links, named: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Return the actors that the content names, without the speakers. `named` are the mentions by their start."""
    found: dict[str, None] = {}
    for start, end in quote.content:
        for place in range(bisect_left(named, (start, -1)), bisect_left(named, (end, -1))):
            number = named[place][1]
            if links.mentions[number].end <= end:
                found.update(dict.fromkeys(a for a in links.links[number].actors if a not in quote.speakers))
    return tuple(found)


def _evidence(text: str, quote: Quote) -> tuple[Evidence, ...]:
    parts: list[tuple[str, Span]] = [("content", span) for span in quote.content]
    if quote.source is not None:
        parts.append(("speaker", quote.source))
    if quote.cue is not None:
        parts.append(("cue", quote.cue))
    return tuple(Evidence(role=role, start=start, end=end, quote=text[start:end]) for role, (start, end) in parts)
