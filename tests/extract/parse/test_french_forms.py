"""Forms of French verbs."""

from __future__ import annotations

import pytest

from dragoman.extract.parse.french_forms import compile_verb_forms, conjugate
from dragoman.kit import Kit


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("geler", ("gèle", "gela", "gelèrent", "gelaient", "gèlera")),
        ("annoncer", ("annonce", "annonça", "annonçait", "annoncèrent", "annoncera")),
        ("exiger", ("exige", "exigea", "exigeait", "exigèrent")),
        ("envoyer", ("envoie", "envoya", "enverra")),
        ("soutenir", ("soutient", "soutiennent", "soutint", "soutinrent", "soutiendra")),
        ("promettre", ("promet", "promit", "promirent", "promettra")),
        ("recevoir", ("reçoit", "reçoivent", "reçut", "recevra")),
        ("rompre", ("rompt", "rompit", "rompent")),
        ("interdire", ("interdit", "interdisent", "interdirent")),
        ("détruire", ("détruit", "détruisent", "détruisit")),
        ("suspendre", ("suspend", "suspendit", "suspende")),
        ("punir", ("punit", "punissent", "punira")),
    ],
)
def test_forms_are_made_by_group(lemma: str, forms: tuple[str, ...]) -> None:
    """Present, simple past, imperfect, future and subjunctive of a verb come out as French has them."""
    made = {form for form, reading in conjugate(lemma) if reading.finite}
    assert set(forms) <= made


def test_what_is_no_infinitive_has_no_forms() -> None:
    """A word that is no infinitive gives nothing."""
    assert not list(conjugate("ambassadeur"))


def test_participles_are_told_apart(kit: Kit) -> None:
    """A word that can only be a finite verb is not among the participles, one that can be both is."""
    forms = compile_verb_forms(kit, "fr")
    assert "expulse" in forms.readings
    assert "expulse" not in forms.participles
    assert "interdit" in forms.participles
