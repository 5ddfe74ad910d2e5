"""What each condition of a row asks of the sentence around its word."""

from __future__ import annotations

import pytest
from conftest import make_document
from msgspec.structs import replace

from dragoman.extract.events.conditions import TESTS, Reading, meets
from dragoman.extract.events.words import compile_lexicon
from dragoman.extract.parse.sentences import split_sentences
from dragoman.kit import Kit
from dragoman.languages.rows import EVENT_CONDITIONS
from dragoman.records import Block

_CASES = [  # language, condition, word (in either sentence), a sentence that meets it, one that does not
    ("en", "prt:up", "gave", "Oslo gave up the port.", "Oslo gave the port."),
    ("en", "prep:on", "called", "Oslo called on Lima to leave.", "Oslo called Lima yesterday."),
    ("en", "obj", "attacked", "Oslo attacked Lima.", "Oslo attacked at dawn."),
    ("en", "obj:port/base", "left", "Oslo left the port.", "Oslo left the treaty."),
    ("en", "noobj", "attacked", "Oslo attacked at dawn.", "Oslo attacked Lima."),
    ("en", "inf", "agreed", "Oslo agreed to leave.", "Oslo agreed with Lima."),
    ("en", "noinf", "agreed", "Oslo agreed with Lima.", "Oslo agreed to leave."),
    ("en", "comp", "agreed", "Oslo agreed that Lima should stay.", "Oslo agreed with Lima."),
    ("en", "nocomp", "agreed", "Oslo agreed with Lima.", "Oslo agreed that Lima should stay."),
    ("fr", "refl", "opposé", "Oslo s'est opposé au projet.", "Oslo a opposé un refus."),
    ("fr", "norefl", "opposé", "Oslo a opposé un refus.", "Oslo s'est opposé au projet."),
    ("en", "plural", "protest/protests", "The protests ended in Oslo.", "The protest ended in Oslo."),
    ("en", "nominal", "aid", "Oslo sent aid.", "Oslo sent aid workers."),
    ("en", "who", "hit", "Oslo hit the soldiers.", "Oslo hit the depot."),
    ("en", "what", "hit", "Oslo hit the depot.", "Oslo hit the soldiers."),
    ("en", "cop", "lie", "The report is a lie.", "Oslo told a lie."),
    ("en", "subj:court", "ordered", "The court ordered a halt.", "The general ordered a halt."),
    ("en", "must", "said", "Oslo said that Lima must leave.", "Oslo said that Lima will leave."),
    ("en", "bid", "proposed", "Oslo proposed that Lima pay the fee.", "Oslo proposed that they could pay the fee."),
    ("en", "pred", "called", "Oslo called the plan unfair.", "Oslo called a meeting."),
    ("en", "pred:theft", "called", "Oslo called the plan a theft.", "Oslo called the theft a mistake."),
    ("en", "before", "did", "Lima left, as did Oslo.", "Lima left, as Oslo did."),
    ("en", "genitive", "severing", "The severing of ties began.", "The severing began with ties."),
    ("fr", "bare", "déclaré", "Oslo a déclaré responsable un officier.", "Oslo a déclaré le responsable coupable."),
    ("fr", "nocase:en", "représailles", "Oslo promet des représailles.", "Oslo frappe en représailles."),
]  # fmt: skip


def _is_met(kit: Kit, language: str, condition: str, word: str, text: str) -> bool:
    (sentence,) = split_sentences(make_document(text, language), (Block(start=0, end=len(text), kind="body"),), kit)
    token = next(token for token in sentence.tokens if token.text in word.split("/"))
    others = [token.i for token in sentence.tokens if token.text in ("responsable", "as", "ties")]
    lexicon = kit.compiled(compile_lexicon, language)
    name, _, words = condition.partition(":")
    asked = (name, tuple(words.split("/")) if words else ())
    entry = replace(next(iter(lexicon.entries.values()))[0], requires=(asked,))
    return meets(Reading(sentence, token, others, entry, lexicon))


@pytest.mark.parametrize(("language", "condition", "word", "text", "other"), _CASES)
def test_a_condition_tells_two_sentences_apart(
    kit: Kit, language: str, condition: str, word: str, text: str, other: str
) -> None:
    """A sentence with what a condition asks for meets it, one without it does not."""
    assert _is_met(kit, language, condition, word, text)
    assert not _is_met(kit, language, condition, word, other)


def test_every_condition_that_a_row_may_name_is_read() -> None:
    """No condition is accepted in a table that nothing asks of a sentence."""
    assert {condition.partition(":")[0] for _, condition, *_ in _CASES} == EVENT_CONDITIONS


def test_every_condition_has_its_test() -> None:
    """A condition that a row may name can be asked of a sentence, and nothing can be asked that no row may name."""
    assert set(TESTS) == EVENT_CONDITIONS
