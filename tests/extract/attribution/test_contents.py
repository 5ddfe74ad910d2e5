"""Which words of a sentence are what is said; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.attribution.test_reported_clauses import said

SAID = [
    ("en", "The two sides agreed on Sunday in Lima to a truce.", ("The two sides", "a truce")),
    ("fr", "La récolte sera mauvaise, d'après la revue Terres, dont les chiffres viennent des coopératives.",
     ("la revue Terres", "La récolte sera mauvaise")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "pair"), SAID)
def test_days_and_relative_clauses_are_no_part_of_it(language: str, text: str, pair: tuple[str, str], kit: Kit) -> None:
    """A day is none of what was agreed, nor a relative clause behind the source what that says."""
    assert pair in [(source.lstrip("-"), content) for source, content in said(text, kit, language)]
