"""The subject of a verb in its own clause; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.attribution.test_reported_clauses import said

SAID = [
    ("fr", "Lima étudie la carte, a-t-elle dit devant la presse.", ("elle", "Lima étudie la carte")),
    ("fr", "« Il est crucial pour nous de démontrer cela », a tempêté la ministre.",
     ("la ministre", "Il est crucial pour nous de démontrer cela")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "pair"), SAID)
def test_a_subject_behind_its_verb_speaks(language: str, text: str, pair: tuple[str, str], kit: Kit) -> None:
    """A noun or pronoun behind a French verb speaks."""
    assert pair in [(source.lstrip("-"), content) for source, content in said(text, kit, language)]
