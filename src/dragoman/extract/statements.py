"""Who said what, about whom, through whom."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.kit import Kit
from dragoman.records import Document, DocumentFacts, EventReport, Links, Quote, Sentence, Statement


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
    return ()
