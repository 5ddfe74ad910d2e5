"""The event tables: every row can be compiled and every type has words."""

from __future__ import annotations

import typing

import pytest

from dragoman.extract.events.words import compile_lexicon
from dragoman.kit import Kit
from dragoman.languages.rows import EVENT_CONDITIONS, EventWordRow
from dragoman.records import EventType

_SLOTS = {
    "subj", "obj", "iobj", "comp", "prep", "poss", "adj", "of", "by", "between", "cop", "speaker", "that", "clause", "place",
}  # fmt: skip
_OWN = {"LIGHT", "ACTOR", "POINTER", "CLASS", "ECHO"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_type_has_words(kit: Kit, language: str) -> None:
    """All sixteen types have rows in each language."""
    types = {row.type for row in kit.languages[language].rows("events", EventWordRow)} - {"-", "="}
    assert types == set(typing.get_args(EventType))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rows_use_known_slots(kit: Kit, language: str) -> None:
    """Every slot and every condition of a row is one that the code reads."""
    for entries in kit.compiled(compile_lexicon, language).entries.values():
        for entry in entries:
            assert {name for name, _ in entry.actors + entry.recipients} <= _SLOTS, entry.row
            assert {name for name, _ in entry.requires} <= EVENT_CONDITIONS, entry.row


@pytest.mark.parametrize("language", ["en", "fr"])
def test_modes_are_those_of_the_codes(kit: Kit, language: str) -> None:
    """Every mode of a row has a value in plover.csv."""
    known = {(row.type, row.mode) for row in kit.knowledge.plover}
    rows = kit.languages[language].rows("events", EventWordRow)
    assert {(row.type, row.mode) for row in rows if row.pos not in _OWN and row.type != "-"} <= known


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rows_stand_once(kit: Kit, language: str) -> None:
    """No row stands twice with the same words, part of speech and conditions."""
    rows = [(row.pattern, row.pos, row.requires) for row in kit.languages[language].rows("events", EventWordRow)]
    assert len(rows) == len(set(rows))


def test_a_class_holds_the_words_of_its_language(kit: Kit) -> None:
    """A class of words that a rule asks for has each language's own words; a language without such words has none."""
    english, french = kit.compiled(compile_lexicon, "en"), kit.compiled(compile_lexicon, "fr")
    assert "féliciter" in french.words("en-deed")
    assert not english.words("en-deed")
    assert "toward" in english.words("towards") - french.words("towards")
