"""Names and descriptions on the page."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.kit import Kit
from dragoman.records import Document, Mention, Sentence


def find_mentions(document: Document, sentences: Sequence[Sentence], kit: Kit) -> tuple[Mention, ...]:
    """Return every name and description of an actor or place, in order, none overlapping."""
    return ()
