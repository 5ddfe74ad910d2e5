"""Whom a pronoun stands for that speaks."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_quotes import statements

CALLED = [
    (
        "en",
        "Zambia left the room. The African Union condemned what it called a flagrant provocation.",
        "a flagrant",
        "African Union",
    ),
    (
        "fr",
        "Le Togo s'est tu. L'Union africaine a condamné ce qu'elle appelle une provocation.",
        "une provocation",
        "African Union",
    ),
]
THEY = [
    ("en", "Ann Lee received Bo Hansen in Riga on Monday. They agreed to reopen the port.", "to reopen", "Ann Lee; Bo Hansen"),
    (
        "en",
        "Norway and Iceland cut their quotas. The traders cheered; they hope that prices will rise.",
        "prices will",
        "traders",
    ),
    ("en", "Ann Lee mentioned Bo Hansen in Riga. The pilots have left. They agreed to come back.", "to come back", "pilots"),
]
BODY = [
    (
        "en",
        "The Central Bank of Sudan suspended transfers on Sunday. It said the step was temporary.",
        "was temporary",
        "Central Bank of Sudan",
    ),
    ("en", "Sudan suspended transfers on Sunday. It said the step was temporary.", "was temporary", "Sudan"),
    (
        "en",
        "I summoned the Russian ambassador last week. He told me that he would pass on the message.",
        "pass on",
        "Russian ambassador",
    ),
]


def speaker_of(words: str, text: str, language: str, kit: Kit) -> str:
    """Return the speaker of the innermost statement that holds some words of a text."""
    _, found = statements(text, kit, language)
    place = text.index(words)
    holding = [s for s in found if any(start <= place < end for start, end in s.content)]
    return min(holding, key=lambda s: sum(end - start for start, end in s.content)).speaker_name


@pytest.mark.parametrize(("language", "text", "words", "speaker"), CALLED)
def test_who_calls_a_thing_so_is_who_does_something_to_it(language: str, text: str, words: str, speaker: str, kit: Kit) -> None:
    """In "X condemned what it called Y" it is X."""
    assert speaker_of(words, text, language, kit) == speaker


@pytest.mark.parametrize(("language", "text", "words", "speaker"), THEY)
def test_they_are_those_who_met_or_the_plural_of_the_clause_before(
    language: str, text: str, words: str, speaker: str, kit: Kit
) -> None:
    """They are the persons of a meeting just told, or the subject of the clause that a semicolon closes."""
    assert speaker_of(words, text, language, kit) == speaker


@pytest.mark.parametrize(("language", "text", "words", "speaker"), BODY)
def test_a_pronoun_takes_up_the_body_or_the_envoy_and_not_its_state(
    language: str, text: str, words: str, speaker: str, kit: Kit
) -> None:
    """A central bank or an ambassador named by a state is not that state."""
    assert speaker_of(words, text, language, kit) == speaker
