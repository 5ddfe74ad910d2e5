"""Lines as a writer set them: what an editor or mailer broke at a width is joined again."""

from __future__ import annotations

import textwrap

import pytest

from dragoman.intake.lines import split_lines

_REPORT = (
    "Norway and Chile have signed an accord on fisheries that lets vessels of both countries land their catch in the ports of "
    "the other, officials in Oslo said on Monday. Both parliaments still have to approve the text before the summer."
)
_ACTS = ("Peru regrets the step of its large neighbour", "Chile will not change it", "Bolivia calls for talks between the two")


def lines(text: str) -> list[str]:
    """Return the lines as they are read, their breaks as blanks."""
    return [" ".join(text[line.start : line.end].split()) for line in split_lines(text)]


@pytest.mark.parametrize("width", [48, 64, 72, 84])
def test_a_text_filled_to_a_width_is_one_line(width: int) -> None:
    """Wherever the width broke it, within a sentence or between two, a paragraph is one line."""
    assert lines(textwrap.fill(_REPORT, width)) == [_REPORT]


def test_paragraphs_of_a_filled_text_stay_apart() -> None:
    """A blank line ends a paragraph, though the line before it is full."""
    text = textwrap.fill(_REPORT, 72)
    assert lines(f"{text}\n\n{text}") == [_REPORT, _REPORT]


def test_narrow_lines_are_no_filled_text() -> None:
    """What is as narrow as verse or a column of names was not filled by a mailer."""
    assert len(lines(textwrap.fill(_REPORT, 34))) > 1


def test_one_line_above_another_shows_no_width() -> None:
    """A single pair of lines may have its lengths by chance."""
    pair = ["The accord was signed by Ann Lee of Norway", "though the other side had wished to wait"]
    assert lines("\n".join(pair)) == pair


def test_a_text_of_which_few_lines_are_full_is_not_filled() -> None:
    """Where half of the lines had room for the next word, the full ones are so by chance."""
    mixed = ["the accord was signed by Ann Lee of Norway", "late at night", "the other side had wished to wait a little",
             "over the text", "in the end both of them signed the accord"]  # fmt: skip
    assert lines("\n".join(mixed)) == mixed


def test_lines_with_room_for_the_next_word_are_a_writers_own() -> None:
    """Where most lines could have held the next word, their ends are meant."""
    assert lines("\n".join(_ACTS)) == list(_ACTS)


def test_full_lines_that_all_begin_sentences_are_a_writers_own() -> None:
    """Headlines one below the other may fill a line each; in running text many lines begin within a sentence."""
    heads = ["Norway-signs-accord-with-Chile-on-fisheries-and-trade", "Peru-recalls-ambassador-from-Santiago-after-quarrel",
             "Bolivia-calls-for-talks-between-two-large-neighbours"]  # fmt: skip
    assert lines("\n".join(heads)) == heads


def test_a_bullet_begins_a_line_in_a_filled_text() -> None:
    """A point of a list is not joined to the full line above it."""
    filled = textwrap.fill(_REPORT, 68).split("\n")
    widest = max(range(len(filled)), key=lambda number: (len(filled[number]), number))
    point = "- This point of a list stands below a line that is full"
    assert widest > 1
    assert lines("\n".join([*filled[: widest + 1], point]))[-1] == point
