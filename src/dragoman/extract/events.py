"""Who did what to whom."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.kit import Kit
from dragoman.records import DateMention, Document, DocumentFacts, EventReport, Links, Quote, Sentence


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
    return ()
