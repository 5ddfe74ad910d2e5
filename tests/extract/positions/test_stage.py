"""Forecasts, conditionals and claims about the order, on sentences of our own."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.positions.stage import find_positions
from dragoman.extract.speakers.quotes import find_quotes
from dragoman.extract.speakers.statements import build_statements
from dragoman.kit import Kit
from dragoman.records import Block, Document, DocumentFacts, Links, Position


def positions(text: str, kit: Kit, language: str = "en", author: str | None = None) -> tuple[Document, tuple[Position, ...]]:
    """Return the document of a text, and the positions in it."""
    document = make_document(text, language)
    blocks = (Block(start=0, end=len(text), kind="body"),)
    sentences = split_sentences(document, blocks, kit)
    facts = DocumentFacts(author=author)
    quotes = find_quotes(document, blocks, sentences, Links(), facts, kit)
    found = build_statements(document, quotes, sentences, Links(), facts, (), kit)
    return document, find_positions(document, found, sentences, (), facts, kit)


def kinds(text: str, kit: Kit, language: str = "en") -> list[tuple[str, str]]:
    """Return kind and outcome of every position."""
    document, found = positions(text, kit, language)
    return [(p.kind, document.text[slice(*p.outcome)]) for p in found]


def test_a_condition_and_its_outcome_are_kept_apart(kit: Kit) -> None:
    """A sentence "If X, Y" gives the span of X and the span of Y."""
    document, found = positions("If the talks fail, the two sides will return to the old rules.", kit)
    assert [p.kind for p in found] == ["conditional"]
    assert document.text[slice(*found[0].condition or (0, 0))] == "If the talks fail"
    assert document.text[slice(*found[0].outcome)] == "the two sides will return to the old rules"


def test_a_forecast_is_a_clause_about_the_future_with_its_hedge(kit: Kit) -> None:
    """A modal gives a forecast; "may" hedges it, and a phrase names its horizon."""
    _, found = positions("The union may lose two members in the near future.", kit)
    assert [(p.kind, p.hedge, p.horizon) for p in found] == [("forecast", "may", "near future")]


def test_the_past_and_questions_are_no_forecasts(kit: Kit) -> None:
    """Neither "may have signed" nor a question predicts anything."""
    assert kinds("The envoy may have signed the paper.", kit) == []
    assert kinds("Will the envoy sign the paper?", kit) == []


def test_asked_if_is_no_condition(kit: Kit) -> None:
    """The clause behind "asked" is a question, no condition."""
    assert all(kind != "conditional" for kind, _ in kinds("Reporters asked if the envoy had left.", kit))


@pytest.mark.parametrize(
    "text",
    [
        "The world is turning multipolar.",
        "The era of American hegemony is over.",
        "The continent will be divided between two poles.",
        "NATO is in the middle of an identity crisis.",
    ],
)
def test_claims_about_the_order_are_kept_as_claims(text: str, kit: Kit) -> None:
    """Words for poles, hegemony and the unity of a bloc make a claim about the order."""
    assert "polarity-claim" in [kind for kind, _ in kinds(text, kit)]


def test_unity_without_a_bloc_is_no_claim(kit: Kit) -> None:
    """The cohesion of a football club says nothing about the international order."""
    assert kinds("The club showed great unity on the pitch.", kit) == []


def test_a_position_belongs_to_its_speaker(kit: Kit) -> None:
    """A forecast within a statement is its speaker's, outside of all statements the author's."""
    _, found = positions("Maria Lind said that the port will reopen. The ships will return.", kit)
    assert [p.speaker_name for p in found] == ["Maria Lind", "(author)"]
    assert found[0].statement is not None
    assert found[1].statement is None


def test_french_futures_and_conditionals_are_read(kit: Kit) -> None:
    """A French future tense, "pourrait" and "si" are read as in English."""
    assert [kind for kind, _ in kinds("Le port rouvrira en mai.", kit, "fr")] == ["forecast"]
    assert positions("Le port pourrait fermer.", kit, "fr")[1][0].hedge == "pourrait"
    assert "conditional" in [k for k, _ in kinds("Si les négociations échouent, le port fermera.", kit, "fr")]


def test_what_an_opinion_piece_predicts_is_held_by_its_author(kit: Kit) -> None:
    """A forecast of the narration itself belongs to the author whom the byline names."""
    _, found = positions("The neighbours will drift further apart.", kit, author="Ada Brandt")
    assert [p.speaker_name for p in found] == ["Ada Brandt"]
