"""Interviews without labels, and articles that only quote questions; sentences of our own."""

from __future__ import annotations

from dragoman.kit import Kit
from extract.speakers.test_quotes import statements

ASKED = ("What do you think?", "And what will you do?", "Are you sure?")
LEAD = "Ann Lee, a pilot, talks to us about the port in an interview."


def test_questions_with_short_answers_are_an_interview(kit: Kit) -> None:
    """Questions on lines of their own, each with its answer, make the answers those of the one introduced."""
    text = "\n\n".join((LEAD, *(f"{question}\n\nI think that we need the port." for question in ASKED)))
    _, found = statements(text, kit, "en")
    assert [s.speaker_name for s in found if s.rule == "turn"] == ["Ann Lee"] * 3


def test_a_long_report_that_quotes_questions_is_no_interview(kit: Kit) -> None:
    """Where one line in many is a question, nobody is interviewed."""
    told = "\n\n".join("The mayor said in an interview that we need the port." for _ in range(8))
    text = "\n\n".join((LEAD, *(f"{question}\n\n{told}" for question in ASKED)))
    _, found = statements(text, kit, "en")
    assert not [s for s in found if s.rule == "turn"]
