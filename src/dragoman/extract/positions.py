"""Forecasts, conditionals and claims about the order itself."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.kit import Kit
from dragoman.records import DateMention, Document, Position, Sentence, Statement


def find_positions(
    document: Document,
    statements: Sequence[Statement],
    sentences: Sequence[Sentence],
    dates: Sequence[DateMention],
    kit: Kit,
) -> tuple[Position, ...]:
    """Return the positions that speakers hold."""
    return ()
