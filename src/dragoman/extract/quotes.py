"""Who is quoted: source, cue and content, each a span."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.kit import Kit
from dragoman.records import Block, Document, DocumentFacts, Links, Quote, Sentence


def find_quotes(
    document: Document,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    links: Links,
    facts: DocumentFacts,
    kit: Kit,
) -> tuple[Quote, ...]:
    """Return every attribution with its speakers and the chain of those that enclose it."""
    return ()
