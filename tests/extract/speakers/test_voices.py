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


@pytest.mark.parametrize(
    ("text", "language", "words", "name"),
    [
        ("\"Nous attendons\", a dit à Reuters un officier thaïlandais en poste dans la province de Surin.", "fr",
         "Nous attendons", "officier thaïlandais en poste dans la province de Surin"),
        ("Quatorze factions palestiniennes ont promis de former un gouvernement.", "fr", "de former un gouvernement",
         "factions palestiniennes"),
        ("Fourteen factions promised to form a cabinet.", "en", "to form a cabinet", "factions"),
        ("Les gens d'affaires que je rencontre sont plus prudents : ils estiment que la riposte fera mal.", "fr",
         "la riposte fera mal", "gens d'affaires"),
        ("\"Nobody has come to count the windows,\" one of them, a Nigerian tailor, told me.", "en",
         "Nobody has come to count the windows", "Nigerian tailor"),
        ("\"Nobody came,\" said one of the officers, the tall man from Lima.", "en", "Nobody came", "one of the officers"),
        ("L'un d'eux, qui garde l'anonymat, n'y croit guère: «Personne ne punira un Etat sur le départ.»", "fr",
         "Personne ne punira un Etat sur le départ.", "l'un d'eux"),
    ],
)  # fmt: skip
def test_an_unnamed_voice_is_called_by_who_it_is(text: str, language: str, words: str, name: str, kit: Kit) -> None:
    """A post is somewhere, a number counts and names nobody, an apposition names who is one of several."""
    found = speakers(text, kit, language)
    assert found.get(words) == name, found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Une commission d'enquête de la Chambre a conclu que des ministres avaient menti. Elle relève que le roi savait.",
         "commission d'enquête de la Chambre"),
        ("Une mission d'enquête de l'ONU a estimé que l'armée avait tiré. Elle relève que le roi savait.",
         "mission d'enquête de l'ONU"),
    ],
)  # fmt: skip
def test_a_body_that_spoke_goes_on_and_not_whose_it_is(text: str, name: str, kit: Kit) -> None:
    """A commission of inquiry is no paper, and the house that set it up has not spoken."""
    assert speakers(text, kit, "fr").get("le roi savait") == name
