"""Who answers, and who both are, where only a pronoun says it; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_pronouns import speaker_of


@pytest.mark.parametrize(
    ("language", "text", "words", "name"),
    [
        ("en", "Ann Lee told the pilots that the fuel was gone. They answered that a truck was near.", "a truck", "pilots"),
        ("en", "Ann Lee wrote to one of the families, and they replied that the school had closed.", "the school",
         "one of the families"),
        ("fr", "Ann Lee a écrit aux familles. Elles ont répondu que l'école était fermée.", "l'école", "familles"),
        # who only says more has not been asked; one captain is not "they"
        ("en", "The traders told reporters that it was late. They said that nobody had asked.", "nobody", "traders"),
        ("en", "Ann Lee and Bo Hansen left. They told the captain that it was late. They replied that nobody had asked.",
         "nobody", "Ann Lee; Bo Hansen"),
    ],
)  # fmt: skip
def test_they_who_answer_were_told(language: str, text: str, words: str, name: str, kit: Kit) -> None:
    """Several who answer are those whom somebody told or asked something right before."""
    assert speaker_of(words, text, language, kit) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Carl Vik accused Ann Lee and Bo Hansen of fraud; both of them denied any part in it.", "any part",
         "Ann Lee; Bo Hansen"),
        ("The judge summoned Ann Lee and Bo Hansen, but both said that they were ill.", "they were ill", "Ann Lee; Bo Hansen"),
        ("Ann Lee said that it was late. Bo Hansen said it was early. Both said that they were ill.", "they were ill",
         "Ann Lee; Bo Hansen"),
    ],
)  # fmt: skip
def test_both_are_the_two_joined_before(text: str, words: str, name: str, kit: Kit) -> None:
    """`Both` are the two persons joined before it in its sentence, else the two who spoke last."""
    assert speaker_of(words, text, "en", kit) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Prime Minister Ann Bell spoke. Bo Hansen, a farmer, said it was cold. \"My wife fears the winter,\" he said.",
         "My wife", "Bo Hansen"),
        ("Environmental groups on the coast believe that fish are rarer.", "fish are rarer",
         "Environmental groups on the coast"),
        ("A group of teachers on the island said that the school was closed.", "the school", "teachers on the island"),
        ("One of the negotiators, an engineer from Lima, told me that the act was secret.", "the act",
         "One of the negotiators"),
        ("The OAS Office in the Northern Zone reports that the road is open.", "the road",
         "Organization of American States Office in the Northern Zone"),
        ("The Permanent Council of the Organization of American States met on Monday. Chile sent a minister. The Permanent "
         "Council, which met at noon, warned that time was short.", "time was short",
         "Permanent Council of the Organization of American States"),
        ("The Planning Council of the village met on Monday. Chile sent a minister. The Permanent Council warned that time "
         "was short.", "time was short", "Permanent Council"),
        ("Norway regretted the delay. According to the polls, three voters in four want a new port.", "three voters", "polls"),
    ],
)  # fmt: skip
def test_a_voice_is_called_by_all_of_its_name(text: str, words: str, name: str, kit: Kit) -> None:
    """A place tells a group apart, a name goes on behind its noun, whom a speaker calls his own is nobody named before."""
    assert speaker_of(words, text, "en", kit) == name
