"""Spans that a caller gives: they must lie in the text, or what is read there would be something else."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.errors import InputError
from dragoman.records import Span


def check_spans(text: str, spans: Iterable[Span]) -> None:
    """Refuse a span that does not lie in a text.

    Raises:
        InputError: it begins before the text, ends behind it, or ends before it begins.
    """
    for start, end in spans:
        if not 0 <= start <= end <= len(text):
            raise InputError(
                "bad_span",
                f"the span ({start}, {end}) does not lie in the text, which has {len(text):,} characters; give the first code "
                "point and the one after the last",
            )
