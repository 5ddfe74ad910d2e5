"""Reporting verbs set in what they report, or behind it, with their subject behind them; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.attribution.test_reported_clauses import said

SAID = [
    ("fr", "Le patron pourrait céder l'usine, croit savoir un délégué.", ("un délégué", "Le patron pourrait céder l'usine")),
    ("fr", "Ce pont, a souligné la maire, est une chance pour le quartier.",
     ("la maire", "Ce pont ... est une chance pour le quartier")),
    ("fr", "La Pologne va fermer deux consulats russes, a annoncé son ministre des Affaires étrangères.",
     ("son ministre des Affaires étrangères", "La Pologne va fermer deux consulats russes")),
    ("fr", "Le conflit, disent les habitants, n'a jamais cessé.", ("les habitants", "Le conflit ... n'a jamais cessé")),
    ("fr", "« Nous restons », a déclaré le délégué à l'agence du port.", ("le délégué", "Nous restons")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "pair"), SAID)
def test_the_noun_behind_the_verb_speaks(language: str, text: str, pair: tuple[str, str], kit: Kit) -> None:
    """Who speaks stands behind the verb, and the clause before the comma is what is said."""
    assert pair in [(source.lstrip("-"), content) for source, content in said(text, kit, language)]
