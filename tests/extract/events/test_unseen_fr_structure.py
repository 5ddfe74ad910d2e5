"""Sides of French acts that stand in a neighbouring clause or sentence, in short passages of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.events.test_french_idioms import acts

PASSAGES = [
    # one of two joined subjects is no single "lui": whom they act on is
    ("Lima et Quito ont réclamé des excuses au Paraguay ; Madrid lui a promis son soutien.", ("AGREE", "ESP", "PRY")),
    # whom the joined verb acts on, before the person of the sentence before
    ("Le président Petr Pavel a critiqué Cuba. La Suède a assuré le Laos de son amitié et va lui livrer du riz.",
     ("AID", "SWE", "LAO")),
    # a leader's government, where the text has another state in focus
    ("Le président Petr Pavel a critiqué l'Iran. L'Italie a exprimé sa solidarité au gouvernement de M. Pavel.",
     ("SUPPORT", "ITA", "CZE")),
    # as many countries as were spoken of so far
    ("Le Tchad a écrit au Niger et au Bénin. Le Conseil de sécurité a appelé les trois pays à négocier.",
     ("REQUEST", "UNSC", "TCD NER BEN")),
    # "its neighbour" is whoever is most in mind, also of a deed
    ("La Finlande soutient l'Estonie. L'Estonie remercie la Finlande. Helsinki a cédé à son voisin vingt blindés.",
     ("AID", "FIN", "EST")),
    ("Lisbonne a saisi le Conseil de sécurité.", ("REQUEST", "PRT", "UNSC")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act"), PASSAGES, ids=[text for text, _ in PASSAGES])
def test_side_is_found_beside_the_clause(kit: Kit, text: str, act: tuple[str, str, str]) -> None:
    """A side that the clause only points to is found where the text has it."""
    assert act in acts(text, kit)


OTHERS = [
    # a person who is a joined subject may be meant
    ("M. Pavel et M. Sybiha ont écrit à Cuba ; Oslo lui a promis son soutien.", ("AGREE", "NOR", "CUB")),
    # more countries than the plural counts: nobody is guessed
    ("Le Tchad a écrit au Niger, au Mali et au Bénin. L'ONU a appelé les trois pays à négocier.",
     ("REQUEST", "UN", "TCD NER MLI BEN")),
    # what is given to people of one's own is no aid to others
    ("L'Estonie soutient la Lettonie. L'Estonie a cédé à ses soldats vingt blindés.", ("AID", "EST", "LVA")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act"), OTHERS, ids=[text for text, _ in OTHERS])
def test_nobody_is_guessed(kit: Kit, text: str, act: tuple[str, str, str]) -> None:
    """Where the pointer may mean somebody else, the side is not taken from there."""
    assert act not in acts(text, kit)
