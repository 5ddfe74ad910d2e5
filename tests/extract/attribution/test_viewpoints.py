"""Tests of attributions by two-word cues, viewpoints, insets and colons, and of what a statement is tied to."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit
from dragoman.records import Statement


def said(kit: Kit, text: str, language: str) -> list[Statement]:
    """Return the statements of a text, outermost and first ones first."""
    return list(dragoman.read_text(text, kit=kit, published="2024-03-05", language=language).statements)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Le ministre Stéphane Séjourné a fait savoir que la mission resterait défensive.", "Stéphane Séjourné",
         "la mission resterait défensive"),
        ("Pour Varsovie, le texte menace les éleveurs.", "Poland", "le texte menace les éleveurs"),
        ("La Somalie a rappelé son envoyé et menace de porter l'affaire en justice.", "Somalia",
         "de porter l'affaire en justice"),
        ("Le chancelier Olaf Scholz juge que vingt ans suffisent.", "Olaf Scholz", "vingt ans suffisent"),
        ("L'Algérie aurait promis son aide, affirment les autorités du Mali.", "Mali",
         "L'Algérie aurait promis son aide"),
    ],
)  # fmt: skip
def test_french_forms(kit: Kit, text: str, speaker: str, content: str) -> None:
    """Double cues, viewpoints, verbs that the parser takes for nouns, inversion and the impersonal "on"."""
    found = [(s.speaker_name, s.quote) for s in said(kit, text, "fr")]
    assert content in [quote for _, quote in found]
    assert {quote: name for name, quote in found}[content] == speaker


def test_an_attribution_between_dashes_cuts_a_quotation(kit: Kit) -> None:
    """What stands between the dashes is no part of what is said."""
    text = 'Talks went on in Minsk. "We will sign, - said Sergei Lavrov. - The text is ready."'
    quotes = {s.quote.rstrip("."): s.speaker_name for s in said(kit, text, "en")}
    assert quotes["We will sign"] == "Sergei Lavrov"
    assert all("said" not in quote for quote in quotes)


def test_a_colon_introduces_without_a_verb_of_saying(kit: Kit) -> None:
    """Whoever the sentence before the colon is about speaks."""
    text = "The talks ended late. A senior diplomat was less cheerful: “We lost two years over nothing.”"
    found = next(s for s in said(kit, text, "en") if s.kind == "direct")
    assert found.speaker_name == "senior diplomat"


def test_a_statement_is_tied_to_the_acts_that_it_tells_of(kit: Kit) -> None:
    """The reports inside a content and their sides belong to the statement."""
    reading = dragoman.read_text("Vladimir Putin said that Ukraine attacked Belgorod.", kit=kit, published="2024-03-05")
    statement = reading.statements[0]
    assert [report.id for report in reading.reports if report.type == "ASSAULT"] == list(statement.reports)
    assert "UKR" in statement.about
    assert statement.quote_key == "ukraine attacked belgorod"


def test_what_a_speaker_says_of_himself_is_no_second_voice(kit: Kit) -> None:
    """"It said it hopes" has one speaker and no chain of the speaker through himself."""
    found = said(kit, "The White House said it hopes the truce will hold.", "en")
    assert found
    assert all(not statement.chain for statement in found)


@pytest.mark.parametrize(
    ("language", "text", "speaker", "content"),
    [
        ("fr", "Le pont a cédé, selon ce qu'a déclaré le maire.", "maire", "Le pont a cédé"),
        ("fr", "Selon ce qu'ont rapporté des témoins, le pont a cédé.", "témoins", "le pont a cédé"),
        ("fr", "Selon ce que le ministre a indiqué, le pont a cédé.", "ministre", "le pont a cédé"),
        ("fr", "Selon les témoins, ce que le juge craint arrivera.", "témoins", "ce que le juge craint arrivera"),
        ("fr", "Selon le ministre, qui parlait à Lima, la loi passera.", "ministre", "la loi passera"),
        ("fr", "Selon Ann Lee, pour qui le texte reste flou, la loi passera.", "Ann Lee", "la loi passera"),
        ("fr", "Selon le ministre, la loi passera, qui le nie.", "ministre", "la loi passera, qui le nie"),
    ],
)
def test_a_source_is_who_told_it_without_what_describes_it(
    kit: Kit, language: str, text: str, speaker: str, content: str
) -> None:
    """Behind "selon ce que" the subject of the clause tells; a relative clause about the source is not said by it."""
    assert (speaker, content) in [(s.speaker_name, s.quote) for s in said(kit, text, language)]


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("fr", "Le ministre, pour qui le vote est une défaite, a quitté la salle.", "le vote est une défaite"),
        ("fr", "Le port rouvrira, a indiqué Ann Lee, pour qui la police a menti.", "la police a menti"),
        ("en", "The minister, for whom the vote was a defeat, left the hall.", "the vote was a defeat"),
    ],
)
def test_for_whom_something_is_so_gives_a_view(kit: Kit, language: str, text: str, content: str) -> None:
    """What is so for somebody is his view."""
    assert content in [s.quote for s in said(kit, text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ann Lee, pour qui le maire a construit une maison, est arrivée."),
        ("fr", "Le soldat, pour qui la ville a organisé une collecte, est mort."),
        ("fr", "Les enfants, pour qui l'école rouvre lundi, sont rentrés."),
        ("fr", "Pour la première fois, le Pérou a gagné."),
        ("fr", "Pour Paris et Lima le train part à midi."),
        ("en", "The soldier, for whom the town raised money, died on Monday."),
        ("en", "Ann Lee, for whom the mayor built a house, arrived on Monday."),
    ],
)
def test_what_is_done_for_somebody_is_no_view(kit: Kit, language: str, text: str) -> None:
    """A house that is built for somebody, a first time, and what no comma sets off."""
    assert said(kit, text, language) == []
