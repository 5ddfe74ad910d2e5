"""Tests of finding mentions."""

from __future__ import annotations

import itertools

import pytest
from conftest import make_document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.extract.names.mentions import find_mentions
from dragoman.extract.parse.sentences import split_sentences
from dragoman.kit import Kit
from dragoman.records import Block, Mention


def read(text: str, kit: Kit, language: str = "en") -> tuple[Mention, ...]:
    """Return the mentions of a text that is all body."""
    document = make_document(text, language)
    sentences = split_sentences(document, [Block(start=0, end=len(text), kind="body")], kit)
    return find_mentions(document, sentences, kit)


def surfaces(text: str, kit: Kit, language: str = "en") -> list[str]:
    """Return what the mentions of a text say."""
    return [mention.surface for mention in read(text, kit, language)]


def test_name_stands_without_its_title(kit: Kit) -> None:
    """A named person's mention is the name; the title outside it still yields the state's adjective."""
    found = surfaces("French Foreign Minister Jean-Yves Le Drian left early.", kit)
    assert "Jean-Yves Le Drian" in found
    assert "French" in found
    assert not any("Minister" in surface for surface in found)


def test_unnamed_person_is_one_description(kit: Kit) -> None:
    """Where nobody is named, the whole description is one mention."""
    assert surfaces("The Russian defence minister spoke first.", kit) == ["The Russian defence minister"]


def test_possessive_belongs_to_the_description(kit: Kit) -> None:
    """A counterpart is found with its possessive and state."""
    assert "his French counterpart" in surfaces("Sergei Shoigu thanked his French counterpart.", kit)


def test_complement_belongs_to_the_description(kit: Kit) -> None:
    """A description takes the body that it heads."""
    assert "the head of the Pentagon" in surfaces("On Friday the head of the Pentagon flew home.", kit)


def test_french_role_split_by_an_adjective(kit: Kit) -> None:
    """In French a state's adjective may split the name of a post or ministry."""
    assert "La ministre française des Armées" in surfaces("La ministre française des Armées est arrivée.", kit, "fr")


def test_compound_adjective_gives_two_states(kit: Kit) -> None:
    """A joined adjective names both states."""
    assert surfaces("Franco-Russian talks will begin.", kit)[:2] == ["Franco", "Russian"]


def test_common_word_is_no_acronym(kit: Kit) -> None:
    """A pronoun in small letters is not the acronym of a state."""
    assert not [m for m in read("They gave us a hard time.", kit) if m.kind == "state"]


def test_date_is_no_family_name(kit: Kit) -> None:
    """A month is not taken for a politician of that name."""
    assert not [m for m in read("The parade is on May 9, 2020.", kit) if m.kind == "person"]


def test_weekday_is_no_family_name(kit: Kit) -> None:
    """A day that is somebody's family name too names a person only behind a title or a given name."""
    assert surfaces("France recalled its ambassador on Friday.", kit) == ["France", "its ambassador"]
    assert "Friday" in surfaces("Prime Minister Friday spoke first.", kit)
    assert "Godwin Friday" in surfaces("Godwin Friday spoke first.", kit)


def test_family_name_is_found_again(kit: Kit) -> None:
    """A family name counts as a person wherever the full name stands in the text."""
    text = "Analyst Dmitri Vlasenkov doubts it. Later Vlasenkov told a paper more, and Vlasenkov left."
    people = [m.surface for m in read(text, kit) if m.kind == "person"]
    assert people == ["Dmitri Vlasenkov", "Vlasenkov", "Vlasenkov"]


def test_treaty_wins_over_the_capital_inside_it(kit: Kit) -> None:
    """The longest name wins."""
    found = read("Kyiv stands by the Minsk agreements.", kit)
    assert [(m.surface, m.kind) for m in found][1:] == [("Minsk agreements", "treaty")]


def test_no_sentences_give_no_mentions(kit: Kit) -> None:
    """An empty document has no mentions."""
    assert read("", kit) == ()


@pytest.mark.parametrize("language", ["en", "fr"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from(
            ["Macron", "the", "French", "minister", "of", "Paris", "and", "his", "counterpart", "US-", "«Moscow»", "’s", ",",
             "président", "russe", "de la", "Défense", "\u202f", "both", "countries", ".", "\n", "Le", "İ", "ß", "NATO"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_spans_hold_and_never_overlap(kit: Kit, language: str, words: list[str]) -> None:
    """Whatever the words, mentions are in order, apart, and quote the text."""
    text = " ".join(words)
    found = read(text, kit, language)
    assert all(text[mention.start : mention.end] == mention.surface != "" for mention in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
