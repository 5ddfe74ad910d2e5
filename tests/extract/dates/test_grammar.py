"""Matching the templates of the date tables."""

from __future__ import annotations

import time

import pytest

from dragoman.extract.dates.grammar import Found, date_lexicon, resolve_overlaps, scan
from dragoman.extract.dates.rules import RULES
from dragoman.kit import Kit
from dragoman.languages.rows import DateWordRow

OFFSETS = {
    "at", "same", "same-day", "eve", "day-after", "count-after", "count-before", "shortly-before", "shortly-after",
    "days-before", "days-after", "weeks-before", "weeks-after", "months-before", "months-after",
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_template_names_a_rule_that_exists(kit: Kit, language: str) -> None:
    """A row cannot ask for a rule that the code does not have."""
    rows = kit.languages[language].rows("dates", DateWordRow)
    assert {row.value for row in rows if row.kind == "pattern"} <= set(RULES)
    assert {row.value for row in rows if row.kind == "offset"} <= OFFSETS


def test_the_longer_match_wins(kit: Kit) -> None:
    """"5 may 2021" is one date, not a day, a month and a year."""
    (found,) = scan("signed on 5 may 2021 in rome", kit.compiled(date_lexicon, "en"))
    assert found.slots == {"day": "5", "month": "may", "year": "2021"}


def test_of_equal_matches_the_earlier_row_wins() -> None:
    """The order of the table decides between readings of the same words."""
    first, second = Found(0, 5, "a", {}, rank=1), Found(0, 5, "b", {}, rank=2)
    assert resolve_overlaps([second, first]) == [first]


def test_a_text_without_telling_words_is_not_searched(kit: Kit) -> None:
    """Numbers and articles alone make no date."""
    assert scan("the three envoys and 12 aides left", kit.compiled(date_lexicon, "en")) == []


def test_time_grows_in_step_with_the_text(kit: Kit) -> None:
    """Ten times the text takes no more than about ten times as long."""
    lexicon = kit.compiled(date_lexicon, "en")

    def seconds(text: str) -> float:
        start = time.process_time()
        scan(text, lexicon)
        return time.process_time() - start

    text = "the first half of the end of the second week of may and from 3 to "
    small = min(seconds(text * 30) for _ in range(3))
    assert min(seconds(text * 300) for _ in range(3)) <= 40 * small + 0.05
