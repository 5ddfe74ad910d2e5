"""Repairs of the English parse."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.extract.parse.sentences import split_sentences
from dragoman.kit import Kit
from dragoman.records import Block, Sentence


def parse(text: str, kit: Kit) -> Sentence:
    """Return the parse of one English sentence."""
    (sentence,) = split_sentences(make_document(text, "en"), [Block(start=0, end=len(text), kind="body")], kit)
    return sentence


def root_of(sentence: Sentence) -> str:
    """Return the word that governs the sentence."""
    return next(token.text for token in sentence.tokens if token.head == token.i)


@pytest.mark.parametrize(
    ("text", "root", "subject"),
    [
        ("Norway, which had refused the offer in March, imposed limits of ten tons on Danish herring.", "imposed", "Norway"),
        ("Chad, which shut its roads to trucks from Niger as a precaution, called on the two camps to talk.", "called", "Chad"),
        ("The bloc's secretary-general, Anna Berg, shuttled between the two capitals.", "shuttled", "general"),
    ],
)
def test_the_verb_behind_an_aside_governs(kit: Kit, text: str, root: str, subject: str) -> None:
    """Behind a name and an aside between commas, the past tense is the verb of the sentence and the name its subject."""
    sentence = parse(text, kit)
    assert root_of(sentence) == root
    token = next(token for token in sentence.tokens if token.text == subject)
    assert (token.dep, sentence.tokens[token.head].text) == ("nsubj", root)


@pytest.mark.parametrize(
    "text",
    [
        "A treaty between Chile and Peru, signed in Lima.",
        "The envoy, tired, angry and ignored, was in Oslo.",
        "Four ships, painted grey.",
    ],
)
def test_a_phrase_without_a_second_verb_stays_a_phrase(kit: Kit, text: str) -> None:
    """What only describes a name behind its comma does not become the verb of a sentence."""
    assert root_of(parse(text, kit)) not in ("signed", "ignored", "painted")
