"""Interviews whose answers have no label: who answers, and which texts with questions on lines of their own are none."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.kit import Kit
from dragoman.pipeline import read_document
from dragoman.records import Statement

INTRO = "Dr Harald Brekke, who counted minke whales in Bergen for thirty years, explains what the hunt means to the coast."
ASKED = (
    ("Why does Norway go on hunting?", ("Because the stock is healthy. The ministry told us that it does no harm.",)),
    ("And the minister?", ("She had been in office for a week. She feared a quarrel.", "Later she asked me to keep quiet.")),
    ("How did Brussels react?", ("Badly. The Commission said in a letter: \"This must end.\" I think they will give in.",)),
    ("Will there be sanctions?", ("The Commission denies any such plan. Iceland fears them more than Norway does.",)),
)
INTRO_FR = "Longtemps conseillère des ministres chiliens, Paola Errázuriz raconte comment Santiago a perdu le procès."
ASKED_FR = (
    ("Que voulait vraiment La Paz ?", ("Un port. Les Boliviens nous demandaient en secret de céder Arica.",)),
    ("Et le juge ?", ("Il m'a dit un jour que le dossier était vide.", "Je crois qu'il le pensait.")),
    ("Comment Lima a-t-il réagi ?", ("L'ambassadeur a écrit : « Nous attendrons le jugement. » Lima craignait le précédent.",)),
)


def laid_out(intro: str, asked: tuple[tuple[str, tuple[str, ...]], ...], head: str = "", between: str = "\n\n") -> str:
    """Return the text of an interview: a head, an introduction, questions with their paragraphs of answers."""
    lines = [head, intro] if head else [intro]
    for question, answers in asked:
        lines += [question, *answers]
    return between.join(lines)


def answers(text: str, kit: Kit, language: str = "en") -> list[Statement]:
    """Return the statements that are answers of an interview."""
    return [s for s in read_document(make_document(text, language), kit).statements if s.rule == "turn"]


@pytest.mark.parametrize("head", ["", "The last hunt", "Who still eats whales?", "\"The whales are easy, but who pays?\""])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_every_answer_belongs_to_whom_the_introduction_names(head: str, between: str, kit: Kit) -> None:
    """A headline that asks is no question put to anybody, and an answer that quotes a third side is still an answer."""
    found = answers(laid_out(INTRO, ASKED, head, between), kit)
    assert [s.speaker_name for s in found] == ["Harald Brekke"] * 4
    assert found[1].quote.endswith("keep quiet.")  # an answer of two paragraphs


def test_what_an_answer_quotes_is_told_through_who_answers(kit: Kit) -> None:
    """A quotation with a source of its own inside an answer gets the chain of the answer."""
    reading = read_document(make_document(laid_out(INTRO, ASKED)), kit)
    letter = next(s for s in reading.statements if s.quote == "This must end.")
    assert letter.chain == ("Harald Brekke",)


@pytest.mark.parametrize("head", ["", "Le procès perdu", "« Le Chili a-t-il perdu la mer ? »"])
def test_a_french_interview_without_labels(head: str, kit: Kit) -> None:
    """Two French answers of three speak in the first person: that is a talk."""
    found = answers(laid_out(INTRO_FR, ASKED_FR, head), kit, "fr")
    assert [s.speaker_name for s in found] == ["Paola Errázuriz"] * 3
    assert found[2].quote.endswith("précédent.")


def test_two_questions_need_more_to_be_an_interview(kit: Kit) -> None:
    """Two lines of questions are an interview where it is announced as one and the answers say "I"."""
    assert [s.speaker_name for s in answers(laid_out("Interview: " + INTRO, ASKED[:2]), kit)] == ["Harald Brekke"] * 2
    assert answers(laid_out(INTRO, ASKED[:1] + ASKED[3:]), kit) == []


def test_headings_that_ask_make_no_interview(kit: Kit) -> None:
    """An explainer in the third person puts its headings as questions, and nobody answers them."""
    intro = "A ship of the Chinese navy came to Colombo on Monday. Ranil Wickremesinghe, the president, let it in."
    asked = (
        ("Why is Delhi angry?", ("Because the port is close. The ministry said that the ship could follow missiles.",)),
        ("What does Beijing say?", ("The embassy denies any such plan. It promised to explain the voyage.",)),
        ("What comes next?", ("The ship sails on Friday. The government hopes that the quarrel ends soon.",)),
    )
    assert answers(laid_out(intro, asked, "The ship that troubles Delhi"), kit) == []


def test_rhetorical_questions_make_no_interview(kit: Kit) -> None:
    """Two questions on lines of their own in a report, whose people are quoted as "we", leave it a report."""
    asked = (
        ("But at what price?", ("Her rivals say that the forest will drown. \"We will stay,\" said Ana Costa, a farmer.",)),
        ("And who will pay for it?", ("\"I do not know,\" said the banker. He promised nothing.",)),
    )
    assert answers(laid_out("President Marta Silva of Brazil said on Monday that the dam would be built.", asked), kit) == []
