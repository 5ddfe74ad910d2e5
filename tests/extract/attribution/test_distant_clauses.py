"""What is said is found behind addressee, medium and day; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.attribution.test_reported_clauses import said

SAID = [
    ("fr", "Des mutins ont annoncé lundi à la télévision publique qu'ils fermaient l'aéroport.",
     ("Des mutins", "ils fermaient l'aéroport")),
    ("fr", "Le préfet a confié à la radio locale qu'il quitterait son poste au printemps.",
     ("Le préfet", "il quitterait son poste au printemps")),
    ("fr", "La ministre s'est contentée d'indiquer aux députés que le dossier avançait.",
     ("La ministre", "le dossier avançait")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "pair"), SAID)
def test_a_clause_behind_addressee_or_medium_is_what_is_said(language: str, text: str, pair: tuple[str, str], kit: Kit) -> None:
    """A clause behind a medium, an addressee, a verb of contenting oneself is what is said."""
    assert pair in [(source.lstrip("-"), content) for source, content in said(text, kit, language)]


def test_relative_clauses_stay_with_their_noun(kit: Kit) -> None:
    """`annoncer une mesure que ...` says no clause: "que" describes the measure."""
    found = said("Le préfet a annoncé une mesure que les maires réclamaient.", kit, "fr")
    assert ("Le préfet", "les maires réclamaient") not in found
