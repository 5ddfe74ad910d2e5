"""Who a description is that speaks."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_pronouns import speaker_of

DESCRIBED = [
    # a ministry is that of the capital in which the sentence opens, whichever spoke before
    ("en", "The Philippine foreign ministry said so. In Beijing the foreign ministry asked the ship to leave.", "to leave",
     "Chinese Ministry of Foreign Affairs"),
    ("en", "The Philippine foreign ministry said so. The foreign ministry asked the ship to leave.", "to leave",
     "Philippine Department of Foreign Affairs"),
    # two who met
    ("en", "Ann Lee met Bo Hansen in Oslo. The two promised to return.", "to return", "Ann Lee; Bo Hansen"),
    # the governments of two states speak as the states
    ("en", "Nigeria and Cameroon signed. Both Governments consider the matter closed.", "the matter", "Nigeria; Cameroon"),
    # so many as are told
    ("en", "Ann Lee thinks that it is early. Her colleague Bo Hansen warns that it is late. Both scholars doubt that "
     "it will rain.", "it will rain", "Ann Lee; Bo Hansen"),
    ("en", "Chad is committed to peace, and Niger affirmed that it is. The six sides warned that time was short.",
     "time was short", "sides"),
    # a word alone for a body with a longer name
    ("en", "He chairs the Mixed Commission. The Commission intends to complete this work by May.", "complete",
     "Mixed Commission"),
    ("en", "He chairs the Mixed Commission. The commission intends to complete this work by May.", "complete", "commission"),
    # what tells another one apart, whose aide it is
    ("en", "A Chinese diplomat agreed. Another diplomat, from Taiwan's embassy, fears that the island is for sale.",
     "the island", "diplomat from Taiwan's embassy"),
    ("en", "A Chinese diplomat agreed. Another diplomat, who laughed, fears that the island is for sale.", "the island",
     "diplomat"),
    ("en", "\"We ask nobody,\" retorted an aide to the president.", "We ask", "aide to the president"),
    ("en", "\"We ask nobody,\" retorted a spokeswoman to the crowd.", "We ask", "spokeswoman"),
    # a treaty speaks for itself
    ("en", "ASEAN warned of delays. The Agreement provides that fishing is free. It states that the line is drawn.",
     "the line", "Agreement"),
    # four ministers of two states
    ("en", "Enrique Manalo and Gilberto Teodoro Jr. received Yoko Kamikawa and Minoru Kihara in Manila. The Ministers warned "
     "that time was short.", "time was short", "Enrique Manalo; Gilberto Teodoro; Yoko Kamikawa; Minoru Kihara"),
    # whose president has spoken
    ("en", "Ursula von der Leyen left. \"We agree,\" von der Leyen said. The Commission's president expects that "
     "time is short.", "time is short", "Ursula von der Leyen"),
    (
        "en",
        "Former president Hugo Landa was questioned in Quito. The ex-president called the case a farce.",
        "the case",
        "Hugo Landa",
    ),
    (
        "en",
        "Former president Hugo Landa was questioned in Quito. A former president of Peru called the case a farce.",
        "the case",
        "former president of Peru",
    ),
    ("en", "A crane fell in Beira. The company, Aegean Terminals, said that nobody was hurt.", "nobody", "Aegean Terminals"),
    ("en", "A crane fell in Beira. The company, after a long silence, said that nobody was hurt.", "nobody", "company"),
    ("en", "Malawi signed. Their neighbour Mozambique complained that it had not been asked.", "had not been", "Mozambique"),
    (
        "en",
        "Malawi signed. Their neighbour in Mozambique complained that it had not been asked.",
        "had not been",
        "neighbour in Mozambique",
    ),
    (
        "fr",
        "Un rapport du groupe d'experts de l'ONU accuse l'Ouganda d'avoir armé une milice.",
        "avoir armé",
        "groupe d'experts de l'ONU",
    ),
    ("fr", "Un rapport de l'ONU accuse l'Ouganda d'avoir armé une milice.", "avoir armé", "United Nations"),
    ("fr", "À Rome, un de ses conseillers a regretté la lenteur de la procédure.", "la lenteur", "conseillers"),
]
SIDES = [
    ("en", "Norway and Iceland began talks in Oslo. Both delegations feared a collapse.", "a collapse", "Iceland; Norway"),
    (
        "en",
        "Ann Lee of Norway met Bo Hansen of Iceland in Oslo on Sunday. The sides also discussed the quotas.",
        "the quotas",
        "Ann Lee; Bo Hansen",
    ),
]
NAMES = [
    ("en", "“He is at work,” spokesman Tunde Adewale said. Adewale accused the opposition of lying.", "lying", "Tunde Adewale"),
    ("en", "“He is at work,” spokesman Tunde Adewale said. Adeyemi accused the opposition of lying.", "lying", "Adeyemi"),
    ("en", "Its spokesman, Commodore Rey Alvarado, said the boat was still there.", "still there", "Rey Alvarado"),
    ("fr", "Son avocat, Maître Jean Moussavou, a indiqué qu'il saisirait la Cour.", "saisirait", "Jean Moussavou"),
]


@pytest.mark.parametrize(("language", "text", "words", "speaker"), DESCRIBED)
def test_a_description_names_who_stands_beside_it_or_was_called_so(
    language: str, text: str, words: str, speaker: str, kit: Kit
) -> None:
    """A name set off behind a noun, or given with it before, is who speaks; a place or a new person is not."""
    assert speaker_of(words, text, language, kit) == speaker


@pytest.mark.parametrize(("language", "text", "words", "speaker"), SIDES)
def test_sides_are_states_unless_their_leaders_were_just_named(
    language: str, text: str, words: str, speaker: str, kit: Kit
) -> None:
    """Delegations and sides speak for the states; right behind a meeting of two persons the sides are these."""
    assert set(speaker_of(words, text, language, kit).split("; ")) == set(speaker.split("; "))


@pytest.mark.parametrize(("language", "text", "words", "speaker"), NAMES)
def test_a_surname_is_who_spoke_under_it_and_titles_are_no_part_of_a_name(
    language: str, text: str, words: str, speaker: str, kit: Kit
) -> None:
    """A bare surname is the last speaker of that name, and no other name; ranks and forms of address are left out."""
    assert speaker_of(words, text, language, kit) == speaker
