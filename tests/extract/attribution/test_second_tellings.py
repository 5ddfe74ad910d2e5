"""Who goes on in a participle that the parser gives to what was spoken of; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.attribution.test_reported_clauses import said


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        # no poster and no rain speaks: whoever told of it
        ("en", "The mayor said that a poster hung in the square, calling for a strike.", "The mayor", "a strike"),
        ("fr", "Le président a affirmé que la pluie avait cessé, promettant de rouvrir la route.", "Le président",
         "de rouvrir la route"),
        # papers do, and so does the body between
        ("en", "The general said a letter had reached him, demanding his resignation.", "a letter", "his resignation"),
        ("fr", "Le ministre a dit que le rapport était paru, accusant le Pérou de fraude.", "le rapport", "le Pérou de fraude"),
        ("en", "A sailor said the ship had sunk, adding that nobody had died.", "A sailor", "nobody had died"),
    ],
)  # fmt: skip
def test_a_thing_does_not_go_on_speaking(language: str, text: str, source: str, content: str, kit: Kit) -> None:
    """What a participle tells is said by whoever told the clause before, unless its own subject is a paper or somebody."""
    assert (source, content) in said(text, kit, language)
