"""Who published a document, and when."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.kit import Kit
from dragoman.records import Block, Document, DocumentFacts


def find_metadata(document: Document, blocks: Sequence[Block], kit: Kit) -> DocumentFacts:
    """Return title, outlet, author, provenance and publication date, each with its evidence."""
    return DocumentFacts()
