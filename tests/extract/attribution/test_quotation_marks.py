"""The scanner of quotation marks, on whole and on damaged texts."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.attribution.quotation_marks import Quoted, find_quoted, readable_lines
from dragoman.records import Block

PAGE = (
    "The envoy said “the talks go on”. Her deputy added: \"We call it a 'first step', no more.\"\n\n"
    "“Nobody left the table.\n\n“We shall meet again in May,” the envoy told reporters.\n\n"
    "« Le texte parle d’une “paix froide” », a noté le ministre.\n\n"
    "It's the parties' last chance, she said.\n"
)


def quoted(text: str) -> tuple[Quoted, ...]:
    """Return the quoted stretches of a text, all of it body."""
    blocks = (Block(start=0, end=len(text), kind="body"),)
    return find_quoted(text, readable_lines(text, blocks))


def words(text: str) -> list[str]:
    """Return the words of the outer quotes."""
    return [text[q.start : q.end] for q in quoted(text) if q.depth == 1]


def test_straight_and_curly_marks_pair_even_when_mixed() -> None:
    """A quote that opens with a curly and closes with a straight mark is one quote."""
    text = "“The border stays open, \"the mayor explained in a talk.\n\n“We agree,” he said."
    assert words(text) == ["The border stays open,", "We agree,"]


def test_a_mark_glued_to_the_next_word_still_closes() -> None:
    """Machine translation leaves the closing mark in front of the next word."""
    assert words("“We are ready to sign, ”said the minister.") == ["We are ready to sign,"]


def test_a_quote_runs_over_paragraphs_until_it_closes() -> None:
    """A quote that closes only in a later paragraph holds all paragraphs between."""
    text = "“First we wait.\n\nThen we talk.\n\nThen we sign, ”the envoy said.\n\nThe end came soon."
    assert words(text) == ["First we wait.\n\nThen we talk.\n\nThen we sign,"]


def test_a_paragraph_that_opens_again_resumes_the_quote() -> None:
    """The convention of opening every paragraph of a long quote gives one quote."""
    assert words("“First we wait.\n\n“Then we talk,” she said.") == ["First we wait.\n\n“Then we talk,"]


def test_a_quote_in_a_quote_has_depth_two() -> None:
    """Nested quotes are found within guillemets and within double marks."""
    text = "« Le texte parle d’une “paix froide” », a noté le ministre."
    assert [(q.depth, text[q.start : q.end]) for q in quoted(text)] == [
        (1, "Le texte parle d’une “paix froide”"),
        (2, "paix froide"),
    ]


def test_apostrophes_are_no_quotes() -> None:
    """Contractions and possessives open nothing."""
    assert words("It's the parties' last chance, and they don't see the ministers' point.") == []


def test_single_marks_quote_in_the_british_way() -> None:
    """Single curly marks around words are a quote, the apostrophe inside them is not."""
    assert words("‘We won’t leave,’ she said.") == ["We won’t leave,"]


def test_an_unclosed_quote_is_kept_and_flagged() -> None:
    """A missing closing mark gives an unbalanced quote, and the next paragraph is read afresh."""
    found = quoted("The envoy said “we stay on.\n\nThe press left. The hall was empty and the lights went out at noon.")
    assert [q.balanced for q in found] == [False]


def test_dialogue_dashes_are_speech_where_two_lines_have_them() -> None:
    """Two lines that begin with a dash and end a sentence make a French dialogue."""
    text = "— Partez-vous demain ?\n\n— Non, nous restons ici."
    assert words(text) == ["Partez-vous demain ?", "Non, nous restons ici."]


def _damaged(source: random.Random, text: str) -> str:
    letters = list(text)
    for _ in range(source.randint(1, 12)):
        place = source.randrange(len(letters))
        action = source.randrange(4)
        if action == 0:
            letters[place] = source.choice("\"“”«»‘’'\n ,.-—")
        elif action == 1:
            letters.insert(place, source.choice("\"“”«»‘’'\n -—"))
        elif action == 2:
            del letters[place]
        else:
            other = source.randrange(len(letters))
            letters[place], letters[other] = letters[other], letters[place]
    return "".join(letters)


def check(text: str) -> None:
    """Assert that every span is valid."""
    for item in quoted(text):
        assert 0 <= item.outer_start <= item.start < item.end <= item.outer_end <= len(text)
        assert item.depth in (1, 2)


def test_two_thousand_damaged_texts_give_valid_spans() -> None:
    """Whatever happens to the marks of a text, every span is valid and nothing is raised."""
    source = random.Random(7)
    for _ in range(2_000):
        check(_damaged(source, PAGE))


@given(st.text(alphabet="ab .,\n\"“”«»‘’'—", max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_valid_spans(text: str) -> None:
    """Marks alone, in any order, give valid spans."""
    check(text)


@pytest.mark.parametrize("unit", [PAGE, "“open and never closed ", '" x '])
def test_time_is_linear_in_length(unit: str) -> None:
    """Ten times the text takes about ten times as long, by no means a hundred times."""
    small, large = unit * 200, unit * 2_000
    quoted(small)
    assert _seconds(large) <= 40 * _seconds(small) + 0.05


def _seconds(text: str) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        quoted(text)
        times.append(time.process_time() - start)
    return min(times)


def test_a_quote_that_nothing_closes_ends_with_its_sentence_where_another_opens() -> None:
    """Two marks that open in one paragraph, sentences apart: the first quote is its own sentence, no more."""
    text = "They hoped for “results by June. The envoy left early, aides said. Oslo proposed “a longer truce,” the envoy said."
    assert words(text) == ["results by June.", "a longer truce,"]


def test_a_quote_in_a_quote_of_several_sentences_stays_one() -> None:
    """A nested quote that is closed belongs to the outer one, though a sentence ended between the two marks."""
    text = "She said: “We met. He called it “a mistake” at once. We left.” Then she went."
    assert words(text) == ["We met. He called it “a mistake” at once. We left."]
