"""Bodies called by the noun of their name: "the Council", "the Agency", « la Ligue »."""

from __future__ import annotations

import pytest

from dragoman.extract.names.nouns import is_called, noun_of
from dragoman.kit import Kit
from extract.speakers.test_quotes import statements


@pytest.mark.parametrize(
    ("language", "name", "noun"),
    [
        ("en", "Permanent Council of the Organization of American States", "council"),
        ("en", "Arab League", "league"),
        ("en", "Commission on Human Rights", "commission"),
        ("en", "NATO", ""),
        ("fr", "Conseil permanent de l'OEA", "conseil"),
        ("fr", "Ligue arabe", "ligue"),
        ("fr", "l'Agence internationale", "agence"),
    ],
)
def test_the_noun_of_a_name(kit: Kit, language: str, name: str, noun: str) -> None:
    """In English it stands last or before "of", in French first; a name of one word has none."""
    assert noun_of(name, language, kit) == noun


@pytest.mark.parametrize(
    ("text", "called"),
    [("The Council met.", True), ("A Council met.", False), ("The Council of Elders met.", False),
     ("The Council President", False)],
)  # fmt: skip
def test_a_noun_stands_alone_behind_its_article(text: str, called: bool) -> None:
    """No indefinite article, no complement, no longer name."""
    start = text.index("Council")
    assert is_called(text, start, start + len("Council")) is called


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "Peru spoke in the OAS Permanent Council. It rained. The Council said that Peru won.", "OAS.permanent-council"),
        ("fr", "La Ligue arabe a siégé. Il pleuvait. La Ligue a déclaré que le Pérou avait raison.", "ARAB-LEAGUE"),
    ],
)
def test_a_body_speaks_under_the_noun_of_its_name(kit: Kit, language: str, text: str, actor: str) -> None:
    """The speaker of a statement is the body for which the noun stands."""
    _, found = statements(text, kit, language)
    assert found[-1].speakers == (actor,)
