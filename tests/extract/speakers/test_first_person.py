"""For whom "we" and "our" stand inside a quotation."""

from __future__ import annotations

import pytest
from conftest import make_document

import dragoman
from dragoman.extract.names.linking import link_mentions
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.names.mentions import find_mentions
from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.speakers.first_person import Voices
from dragoman.intake.blocks import find_blocks
from dragoman.intake.metadata import find_metadata
from dragoman.kit import Kit
from dragoman.records import Quote

_ASKED = (
    "À la tête de la diplomatie moldave, Ghenadie Tudoreanu reçoit dans un petit bureau.\n\n"
    "Où en sont vos relations avec la Russie ?\n\n{answer} La situation reste difficile pour tout le monde, je crois.\n\n"
    "Qui vous a aidés jusqu'à présent ?\n\nLa Roumanie nous a livré des blindés. Les autres ont été plus lents, je crois.\n\n"
    "Craignez-vous la suite des événements ?\n\nJe ne crois pas que le pire soit sûr, mais nous nous préparons à tout."
)


def _sides(kit: Kit, text: str, trigger: str, language: str) -> list[tuple[set[str | None], set[str | None]]]:
    reading = dragoman.read_text(text, kit=kit, published="2024-06-01", language=language)
    found = [report for report in reading.reports if trigger in text[slice(*report.trigger)]]
    return [({p.state for p in r.actors}, {p.state for p in r.recipients}) for r in found]


def test_interviewee_acts_for_the_state_of_the_introduction(kit: Kit) -> None:
    """Who answers is unknown by name, but the introduction says for whom he speaks."""
    text = _ASKED.format(answer="Nous avons expulsé deux diplomates russes.")
    assert _sides(kit, text, "expulsé", "fr") == [({"MDA"}, {"RUS"})]
    assert _sides(kit, text, "livré", "fr") == [({"ROU"}, {"MDA"})]


def test_reported_speech_leaves_the_first_person_to_who_is_quoted(kit: Kit) -> None:
    """In "Lavrov said that we", quoted by somebody else, "we" is who tells it."""
    text = "\"Vladimir Putin said that we have attacked Russia,\" Estonian Prime Minister Kaja Kallas told reporters."
    assert _sides(kit, text, "attacked", "en") == [({"EST"}, {"RUS"})]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("\"Russia attacked our army,\" Estonian Prime Minister Kaja Kallas said on Monday.", "en"),
        ("« La Russie a attaqué notre armée », a déclaré la Première ministre estonienne, Kaja Kallas.", "fr"),
    ],
)
def test_our_army_is_the_speakers_state(kit: Kit, text: str, language: str) -> None:
    """An arm of the state that the speaker calls "our" is that of the state for which he speaks."""
    assert _sides(kit, text, "atta", language) == [({"RUS"}, {"EST"})]


def test_counterpart_of_the_speaker_is_no_arm_of_the_state(kit: Kit) -> None:
    """My counterpart acts for another state."""
    text = "\"My counterpart condemned Russia,\" Estonian Prime Minister Kaja Kallas said on Monday."
    assert _sides(kit, text, "condemned", "en") == [({None}, {"RUS"})]


def test_what_is_denied_in_an_interview_concerns_the_interviewee(kit: Kit) -> None:
    """Whom an act concerns where nobody is named is mostly who speaks of it."""
    text = _ASKED.format(answer="L'Ukraine nous a avertis. Moscou a rejeté notre protestation, puis rappelé son ambassadeur.")
    assert _sides(kit, text, "rappelé", "fr") == [({"RUS"}, {"MDA"})]


def test_name_that_no_mention_holds_still_introduces_the_interviewee(kit: Kit) -> None:
    """A speaker whom no mention is linked to is found by the words of the name, with the office beside it."""
    text = "Ruxandra Tudor-Balan, the foreign minister of Moldova, received us in March. We expelled two Russian diplomats."
    document = make_document(text)
    blocks = find_blocks(document, kit)
    facts = find_metadata(document, blocks, kit)
    sentences = split_sentences(document, blocks, kit)
    links = link_mentions(document, find_mentions(document, sentences, kit), sentences, facts, kit)
    start = text.index("We expelled")
    answer = Quote(
        sentence=1, source=None, cue=None, content=((start, len(text)),), kind="direct", form="statement", rule="turn",
        speakers=("nil:nobody",), speaker_name="Ruxandra Tudor-Balan",
    )  # fmt: skip
    spoken = next(token for sentence in sentences for token in sentence.tokens if token.start == start)
    voices = Voices([answer], Lookup(sentences, links))
    assert [party.state for party in voices.parties(spoken)] == ["MDA"]
