"""Relative pronouns that speak; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.attribution.test_misread_subjects import sources
from extract.attribution.test_reported_clauses import said

SAID = [
    ("en", "Two members, both of whom opposed the deal, left.", ("both of whom", "the deal")),
    ("en", "The department, whose spokesman Ned Price said it would change nothing, was silent.",
     ("whose spokesman Ned Price", "it would change nothing")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "pair"), SAID)
def test_a_phrase_with_a_relative_pronoun_speaks(language: str, text: str, pair: tuple[str, str], kit: Kit) -> None:
    """`Both of whom`, `whose spokesman` name who speaks, in their own words."""
    assert pair in [(source.lstrip("-"), content) for source, content in said(text, kit, language)]


@pytest.mark.parametrize(
    ("text", "cue", "wanted"),
    [
        ("Her cabinet, many of whom say the treaty is dead, met on Monday.", "say", "many of whom"),
        ("The report cites the ministry, which left little doubt that the dam was cracking.", "doubt", "which"),
    ],
)
def test_a_relative_pronoun_is_the_source(text: str, cue: str, wanted: str, kit: Kit) -> None:
    """The source is the relative pronoun, not the noun on which the parser hangs the verb."""
    found = sources(text, kit)
    assert found.get(cue, "").startswith(wanted), found


@pytest.mark.parametrize(
    ("language", "text", "pair"),
    [
        ("fr", "Le Mali, le Niger et le Burkina Faso, dont les ministres se sont vus, dénoncent les sanctions.",
         ("Le Mali, le Niger et le Burkina Faso", "les sanctions")),
        ("en", "Chile, Peru and Bolivia, whose envoys attended the ceremony, praised the agreement.",
         ("Chile, Peru and Bolivia", "the agreement")),
    ],
)  # fmt: skip
def test_a_clause_beside_a_list_does_not_hide_it(language: str, text: str, pair: tuple[str, str], kit: Kit) -> None:
    """All who are listed before a relative clause speak behind it."""
    assert pair in [(source.lstrip("-"), content) for source, content in said(text, kit, language)]


def test_a_new_clause_is_no_list(kit: Kit) -> None:
    """`And Jean Dupont, who ..., praised` begins anew: the one who was met before does not praise."""
    found = said("Paul Martin a rencontré la ministre, et Jean Dupont, qui préside la région, a salué son courage.", kit, "fr")
    assert ("Jean Dupont", "son courage") in found
