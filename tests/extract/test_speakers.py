"""Whom the source of a statement means: pronouns, offices, organs, plurals, lists, short forms of names."""

from __future__ import annotations

import pytest
from test_quotes import statements

from dragoman.kit import Kit

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
