"""Which stretches of a page are the article, and what the rest is."""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Block, Document


def find_blocks(document: Document, kit: Kit) -> tuple[Block, ...]:
    """Return the blocks of a document: one a line or paragraph, in order, none overlapping."""
    return (Block(start=0, end=len(document.text), kind="body"),) if document.text.strip() else ()
