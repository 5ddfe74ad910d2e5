"""Whom a mention names, as of the document's date."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.kit import Kit
from dragoman.records import Document, DocumentFacts, Links, Mention, Sentence


def link_mentions(
    document: Document, mentions: Sequence[Mention], sentences: Sequence[Sentence], facts: DocumentFacts, kit: Kit
) -> Links:
    """Return the link of every mention and the actors that they name."""
    return Links()
