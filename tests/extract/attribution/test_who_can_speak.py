"""Which words name somebody who can speak; sentences of our own."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.extract.attribution.cues import make_cue_table
from dragoman.extract.attribution.who_can_speak import can_speak, is_named, is_tied
from dragoman.extract.parse.sentences import split_sentences
from dragoman.kit import Kit
from dragoman.records import Block, Sentence, Token

FRENCH = "Le ministre et la banque ont montré le pont à Jean Dupont à Lima, a-t-elle dit."


def _read(text: str, kit: Kit) -> Sentence:
    return split_sentences(make_document(text, "fr"), (Block(start=0, end=len(text), kind="body"),), kit)[0]


def _word(sentence: Sentence, text: str) -> Token:
    return next(token for token in sentence.tokens if token.text.lstrip("-").removeprefix("t-") == text)


WORDS = [("ministre", True), ("banque", True), ("pont", False), ("Dupont", True), ("Lima", False)]


@pytest.mark.parametrize(("word", "speaks"), WORDS)
def test_persons_and_bodies_can_speak_and_things_cannot(word: str, speaks: bool, kit: Kit) -> None:
    """A noun for a person or a body, or a person's name, can speak; a bridge or a town by itself cannot."""
    sentence = _read(FRENCH, kit)
    assert can_speak(sentence, _word(sentence, word), make_cue_table(kit, "fr")) is speaks


def test_a_place_speaks_only_where_places_are_asked_for(kit: Kit) -> None:
    """A town is somebody only for rules in which capitals stand for their governments."""
    sentence = _read(FRENCH, kit)
    lima, table = _word(sentence, "Lima"), make_cue_table(kit, "fr")
    assert is_named(sentence, lima)
    assert can_speak(sentence, lima, table, "PER", "LOC")


def test_a_pronoun_tied_to_its_verb_is_known(kit: Kit) -> None:
    """`a-t-elle`: the pronoun behind a hyphen is the subject of the verb before it."""
    sentence = _read(FRENCH, kit)
    assert [is_tied(t) for t in sentence.tokens if t.text.endswith("elle")] == [True]
    assert not any(is_tied(t) for t in sentence.tokens if not t.text.startswith("-"))
