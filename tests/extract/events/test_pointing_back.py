"""Whom an act concerns when its side is a pronoun, a possessive or a body introduced before."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit

Sides = tuple[str, frozenset[str | None], frozenset[str | None]]


def all_sides(text: str, language: str, kit: Kit) -> set[Sides]:
    """Return type and states of every report of a text."""
    reading = dragoman.read_text(text, kit=kit, language=language, published="2024-05-01")
    return {
        (r.type, frozenset(p.state for p in r.actors), frozenset(p.state for p in r.recipients)) for r in reading.reports
    }


def act(type_: str, actor: str, recipient: str) -> Sides:
    """Return the sides of an act between two states."""
    return type_, frozenset((actor,)), frozenset((recipient,))


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "La Libye accuse la Suisse. Mouammar Kadhafi appelle au boycott contre elle.", act("REQUEST", "LBY", "CHE")),
        ("fr", "Vingt jours avant que ses chars n'envahissent l'Ukraine, Vladimir Poutine a vu Xi Jinping.",
         act("ASSAULT", "RUS", "UKR")),
        ("fr", "La Conférence des chefs d'État de l'Union africaine a siégé à Oran. La Conférence condamne le Gabon.",
         act("ACCUSE", "AU", "GAB")),
        ("fr", "La Conférence des chefs d'État de l'Union africaine siège à Oran. La Conférence finit. Elle accuse le Gabon.",
         act("ACCUSE", "AU", "GAB")),
        ("en", "The Assembly of the African Union met in Oran. The Assembly condemned Gabon.", act("ACCUSE", "AU", "GAB")),
        ("fr", "Rauf Denktash proclame la République turque de Chypre du Nord. Le Pakistan la reconnaît.",
         act("SUPPORT", "PAK", "CYN")),
        ("fr", "La Norvège remercie la République d'Algérie.", act("SUPPORT", "NOR", "DZA")),
    ],
)  # fmt: skip
def test_a_side_that_points_back_is_whom_it_stands_for(language: str, text: str, wanted: Sides, kit: Kit) -> None:
    """A stressed pronoun, forces of a subject still to come, a body introduced with its organisation, "la" that is no man."""
    assert wanted in all_sides(text, language, kit)


@pytest.mark.parametrize(
    ("language", "text", "unwanted"),
    [
        ("fr", "La conférence des éleveurs a siégé à Oran. La Conférence condamne le Gabon.", "AU"),
        ("en", "The Assembly of the African Union met in Oran. An Assembly condemned Gabon.", "AU"),
        ("fr", "L'Union africaine a siégé à Oran. Le maire d'Oran a parlé. Elle accuse le Gabon.", "DZA"),
    ],
)
def test_a_body_not_introduced_stands_for_no_organisation(language: str, text: str, unwanted: str, kit: Kit) -> None:
    """Another conference, an indefinite one, a subject of the other gender: not whom the sentence means."""
    assert not any(unwanted in actors for type_, actors, _ in all_sides(text, language, kit) if type_ == "ACCUSE")


def test_what_a_subject_does_with_its_own_men_concerns_others(kit: Kit) -> None:
    """`Libya refused to hand over its agents`: nothing that Libya does to Libya."""
    text = "The Netherlands accused Libya. It refused to surrender two of its agents to the Netherlands."
    assert act("REJECT", "LBY", "LBY") not in all_sides(text, "en", kit)
