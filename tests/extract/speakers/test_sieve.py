"""Whom the source of a statement means: pronouns, offices, organs, plurals, lists, short forms of names."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_quotes import statements

LAST_SPEAKER = [
    (
        "en",
        "Senator Ann Gardner opposes the sale. The envoy Paul Mercer arrived on Monday. He said the talks would go on.",
        "Paul Mercer",
    ),
    ("en", "“The alliance is safe,” said Colonel Paul Mercer. “France will stay. Nobody will leave,” he added.", "Paul Mercer"),
    ("en", "The analyst John Smith visited Riga. Smith said the port would reopen.", "John Smith"),
    ("en", "The mayor of Narva, Ann Gardner, opened the bridge. The mayor said it was safe.", "Ann Gardner"),
    ("en", "Deputy head of the museum Ann Gardner in a talk with visitors noted that the roof was new.", "Ann Gardner"),
    ("fr", "Karim Roux a vu le port. « Tout est fermé », lui a répondu l'ambassadeur Paul Mercier.", "Paul Mercier"),
    ("fr", "Le Burkina Faso, le Mali et le Niger ont annoncé leur départ.", "Burkina Faso; Mali; Niger"),
    ("fr", "La France a fermé son ambassade. Pour Berlin, la crise est terminée.", "Germany"),
    ("en", "The foreign ministry in Oslo said the islands were welcome.", "Norwegian Ministry of Foreign Affairs"),
    ("en", "Egypt protested. In Cairo they called the step illegal.", "Egypt"),
    ("en", "His spokesman declined to give a date.", "spokesman"),
    ("en", "The diplomats whom we met feared a crisis.", "diplomats"),
    ("en", "Peru's foreign minister, Ana Cecilia Gervasi, demanded an apology.", "Ana Cecilia Gervasi"),
    ("en", "The Ukrainian ambassador to the Holy See, Andrii Yurash, who was there, said he was moved.", "Andrii Yurash"),
    ("en", "Farid Mahdavi, the chief negotiator, arrived. The negotiator said that he was late.", "Farid Mahdavi"),
    ("en", "Supporters, among them the justice minister, Goran Petrovic, argue that it is a copy.", "Supporters"),
    (
        "en",
        "“It is over,” says the trader Ibrahima Sarr. A Western diplomat disagreed. The diplomat said the roads were safe.",
        "Western diplomat",
    ),
    ("en", "“It is over,” says the trader Ibrahima Sarr. The governor of Kayes said the roads were safe.", "governor of Kayes"),
    ("en", "Anna Berg said it was late. Tom Hill said it was cold. Both said that nobody came.", "Anna Berg; Tom Hill"),
    ("en", "The road is closed, as some in Brussels have proposed.", "some in Brussels"),
    ("en", "An American delegation promised to come back.", "American delegation"),
    ("en", "The report, by the International Crisis Group, says that the truce is fraying.", "International Crisis Group"),
    ("en", "Ulf Kristersson met Recep Tayyip Erdogan. Afterwards the Swede said progress had been made.", "Ulf Kristersson"),
    ("en", "The envoy Anna Berg left. Her brother Tom Berg, a senator, stayed. Anna Berg said she was tired.", "Anna Berg"),
    ("fr", "Anne Roux a dit que non, Paul Mercier que oui. Tous deux ont promis de revenir.", "Anne Roux; Paul Mercier"),
    ("fr", "« Ils mentent », a réagi la ministre sud-africaine Naledi Pandor.", "Naledi Pandor"),
    ("fr", "« Tout est fermé », soupire Marta Nowicka. Selon elle, Droit et justice recule.", "Marta Nowicka"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker"), LAST_SPEAKER)
def test_the_last_statement_of_a_text_has_its_speaker(language: str, text: str, speaker: str, kit: Kit) -> None:
    """The last statement of each text has the speaker that a reader would name."""
    _, found = statements(text, kit, language)
    assert found[-1].speaker_name == speaker


def test_one_phrase_with_two_cues_does_not_carry_itself(kit: Kit) -> None:
    """"X voiced hope that" names X once, not as the carrier of his own words."""
    _, found = statements("The envoy voiced hope that the port would reopen.", kit)
    assert all(statement.chain == () for statement in found)


def test_whoever_is_interviewed_stands_before_the_first_question(kit: Kit) -> None:
    """A person named in the first question does not answer it."""
    text = (
        "Ruxanda Balan, the foreign minister of Moldova, received us in Chisinau.\n\n"
        "President Maia Sandu has accused Russia of a plot. What do you know?\n\nWe know what our friends told us about it.\n\n"
        "Have you broken off contacts?\n\nNo, the embassy is still open in the capital.\n\n"
        "And what comes next?\n\nWe will wait for the spring and then decide about it."
    )
    _, found = statements(text, kit)
    assert {statement.speaker_name for statement in found if statement.rule == "turn"} == {"Ruxanda Balan"}
