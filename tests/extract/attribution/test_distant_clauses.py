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


def test_a_wish_behind_a_medium_is_what_is_demanded(kit: Kit) -> None:
    """A demand has its clause behind a call or letter too, in the bare form of a wish."""
    text = "Carla Monti, head of the union, demanded in a telephone call that Oslo's council pay for the damage."
    assert ("Carla Monti", "Oslo's council pay for the damage") in said(text, kit, "en")


def test_a_participle_before_its_noun_says_nothing(kit: Kit) -> None:
    """Of `said in a written note that` the note is written, and nobody writes."""
    found = said("Ann Lee, the deputy head of the council, said in a written note that the talks lead nowhere.", kit, "en")
    assert [source for source, _ in found] == ["Ann Lee"]


def test_what_describes_a_call_is_not_demanded(kit: Kit) -> None:
    """`In a call that lasted an hour` tells of the call."""
    found = said("Carla Monti demanded in a call that lasted an hour better pay for the crews.", kit, "en")
    assert all(content != "lasted an hour" for _, content in found)
