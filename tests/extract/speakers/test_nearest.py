"""Words that choose among those named last; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_pronouns import speaker_of

NEAR = [
    ("Hugo Chávez a rencontré Nancy Pelosi. Ce dernier affirme que la paix est proche.", "Hugo Chávez"),
    ("Hugo Chávez a rencontré Nancy Pelosi. Cette dernière affirme que la paix est proche.", "Nancy Pelosi"),
    ("Hugo Chávez a parlé. Nancy Pelosi a salué le Vénézuélien. Ce dernier affirme que la paix est proche.", "Hugo Chávez"),
    ("Le juge dit avoir appelé sa ministre, Alicia Bárcena. Celle-ci affirme que la paix est proche.", "Alicia Bárcena"),
]


@pytest.mark.parametrize(("text", "speaker"), NEAR)
def test_the_last_one_named_of_that_gender_speaks(text: str, speaker: str, kit: Kit) -> None:
    """The gender of "ce dernier" or "celle-ci" is that of the person, by article, noun or given name."""
    assert speaker_of("la paix est proche", text, "fr", kit) == speaker


def test_a_quotation_behind_a_colon_is_whose_the_sentence_is(kit: Kit) -> None:
    """What somebody asked is told already; the quotation behind the colon belongs to who tells it."""
    text = 'Ann Lee said the bank had asked the mayor not to send anyone: "They came all the same."'
    assert speaker_of("They came", text, "en", kit) == "Ann Lee"
    text = 'Ann Lee said that Bo Hansen had warned: "They came all the same."'
    assert speaker_of("They came", text, "en", kit) == "Bo Hansen"


def test_the_minister_of_another_state_is_not_who_spoke_last(kit: Kit) -> None:
    """A role told with its state is that state's, whoever spoke last; "the two ministers" are those who met."""
    text = (
        "Le chef de la diplomatie turque, Mevlüt Çavuşoğlu, a reçu son homologue arménien, Ararat Mirzoyan. « Nous voulons "
        "avancer », a dit le ministre turc. M. Çavuşoğlu a précisé qu'il en avait parlé avec le ministre azerbaïdjanais, "
        "Jeyhun Bayramov. Le ministre arménien redoute une crue. Les deux ministres espèrent que le pont tiendra."
    )
    assert speaker_of("une crue", text, "fr", kit) == "Ararat Mirzoyan"
    assert speaker_of("le pont", text, "fr", kit) == "Mevlüt Çavuşoğlu; Ararat Mirzoyan"


def test_a_pronoun_behind_a_colon_is_whom_the_clause_before_is_about(kit: Kit) -> None:
    """Behind a colon "lui" is the subject of the clause before it, not who spoke last."""
    text = "« La paix est loin », dit Paul Martin. Luc Roche nuance : selon lui, le pont tiendra."
    assert speaker_of("le pont", text, "fr", kit) == "Luc Roche"
