"""Whose words a verb reports that has no subject of its own; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.attribution.test_misread_subjects import sources
from extract.attribution.test_reported_clauses import said

SAID = [
    ("en", "I have heard the envoy say that Europe must grow up.", ("the envoy", "Europe must grow up")),
    ("en", "Cruz is the only one here to have pledged to visit every county.", ("Cruz", "to visit every county")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "pair"), SAID)
def test_infinitives_are_said_by_who_is_to_say_them(language: str, text: str, pair: tuple[str, str], kit: Kit) -> None:
    """An infinitive is said by the object of the verb above it, or by whoever the noun beside it is."""
    assert pair in [(source.lstrip("-"), content) for source, content in said(text, kit, language)]


@pytest.mark.parametrize(
    ("text", "cue", "wanted"),
    [
        ("The envoy stopped short of calling the vote a fraud.", "calling", "The envoy"),
        ("The minister said at a news conference announcing that the port would close.", "announcing", "The minister"),
        ("The senators filed a series of motions opposing the sale.", "opposing", "The senators"),
        ("The council adopted a resolution condemning the strike.", "condemning", "The council"),
        ("The senator opposing the sale said that he would resign.", "opposing", "The senator"),
        ("The sailor sent to Malta said that the port was closed.", "said", "The sailor"),
    ],
)
def test_participles_are_said_by_who_speaks_or_issues(text: str, cue: str, wanted: str, kit: Kit) -> None:
    """A participle behind what somebody says, files or adopts is theirs; behind a plain noun it is that noun's."""
    found = sources(text, kit)
    assert found.get(cue, "").startswith(wanted), found
