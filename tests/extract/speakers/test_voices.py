"""Who a voice is, named beside its words or only described; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_quotes import speakers


@pytest.mark.parametrize(
    ("text", "language", "words", "name"),
    [
        ("« C'est un très bon résultat », s'est réjoui Hun Manet, qui a également salué le rôle du maire.", "fr",
         "le rôle du maire", "Hun Manet"),
        ("« Nous sommes prêts », a lancé Jeanne Vasseur, qui a aussi promis de publier le rapport.", "fr",
         "de publier le rapport", "Jeanne Vasseur"),
        ("In Gengma, many villagers are afraid. \"We ran,\" said Li Guozhen, a farmer. She hopes that it rains.", "en",
         "it rains", "Li Guozhen"),
    ],
)  # fmt: skip
def test_a_voice_is_whose_name_stands_beside_it(text: str, language: str, words: str, name: str, kit: Kit) -> None:
    """Who goes on in a clause beside the name, or as a pronoun, is who was named; a village is nobody."""
    assert speakers(text, kit, language).get(words) == name
