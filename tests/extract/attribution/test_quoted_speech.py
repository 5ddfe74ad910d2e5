"""Whose words stand in quotation marks; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.attribution.test_reported_clauses import said

SAID = [
    ("fr", "Le ministre Mateusz Morawiecki a haussé les épaules : « Nous ne livrons plus d'armes à personne. »",
     ("Le ministre Mateusz Morawiecki", "Nous ne livrons plus d'armes à personne.")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "pair"), SAID)
def test_the_subject_before_a_colon_says_what_is_quoted(language: str, text: str, pair: tuple[str, str], kit: Kit) -> None:
    """Who does something before a colon says what is quoted behind it."""
    assert pair in [(source.lstrip("-"), content) for source, content in said(text, kit, language)]
