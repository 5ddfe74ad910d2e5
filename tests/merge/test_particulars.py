"""What texts name: days, states, people, figures."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from dragoman.merge.particulars import Particulars, find_particulars, likeness_of_sets, months_apart, same_day, shared_names
from dragoman.records import When

ENGLISH = (
    "Kenyan officials met Rwanda's ministers in Mombasa on Tuesday 14 May.",
    "Wanjiru Odhiambo of Nyagatare sold 4,200 litres in 2021 to Sardor Yuldashev, and 12 to me.",
)
FRENCH = (
    "Des responsables kényans ont rencontré mardi 14 mai à Mombasa des ministres du Rwanda.",
    "Une éleveuse de Nyagatare a vendu 4200 litres à Sardor Youldashev.",
)


def named(sentences: tuple[str, ...], kit: Kit, language: str = "en", day: str | None = None) -> Particulars:
    """Return what sentences name."""
    published = When(start=day, end=day, precision="day", basis="publication") if day else None
    return find_particulars(sentences, language, published, kit)


def test_states_and_places_have_one_id_in_every_language(kit: Kit) -> None:
    """Adjectives and names of states lead to the state, whichever language writes them with a capital."""
    english, french = named(ENGLISH, kit), named(FRENCH, kit, "fr")
    assert english.known == french.known == {"KEN", "RWA", "place:mombasa"}


def test_names_that_no_table_knows_are_matched_by_spelling(kit: Kit) -> None:
    """Two transliterations are one name; a word with a capital from its place is none."""
    english, french = named(ENGLISH, kit), named(FRENCH, kit, "fr")
    assert english.others == {"odhiambo", "nyagatare", "sardor", "yuldashev"}
    assert shared_names(english, french) == 3.0


def test_figures_are_neither_days_nor_years(kit: Kit) -> None:
    """Small numbers and years recur in any two texts."""
    assert named(ENGLISH, kit).figures == {"4200"}


def test_thousands_of_digits_are_no_number_and_no_fault(kit: Kit) -> None:
    """A run must not fail on a string of digits that Python refuses to read as one number."""
    digits = "7" * 5_000
    assert digits in named((f"The code {digits} was sent on Monday, May {digits}.",), kit).figures


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("It rained on Tuesday.", "On Tuesday it rained again.", True),
        ("It rained on Tuesday.", "On Friday it rained.", False),
        ("It rained on 14 May.", "On May 15 it rained.", False),
        ("It rained on 14 May.", "It rained on Tuesday.", None),
        ("It rained.", "It rained on Tuesday.", None),
    ],
)
def test_days_are_compared_as_they_are_told(kit: Kit, left: str, right: str, expected: bool | None) -> None:
    """Weekdays with weekdays, dates with dates; a text that tells no day says nothing."""
    assert same_day(named((left,), kit), named((right,), kit)) is expected


def test_a_weekday_is_the_last_one_before_publication(kit: Kit) -> None:
    """The Tuesday of two reports is not one day when they were published a week apart."""
    first, later = named(ENGLISH[:1], kit, day="2024-05-15"), named(("It rained on Tuesday.",), kit, day="2024-05-22")
    assert first.day is not None
    assert later.day == first.day + 7
    assert same_day(first, later) is False
    assert same_day(first, named(("It rained on Tuesday.",), kit, day="2024-05-14")) is True


def test_sets_of_other_sizes_share_less() -> None:
    """Two names of four and of nine: a third; an empty set shares nothing."""
    assert likeness_of_sets(2, 4, 9) == pytest.approx(1 / 3)
    assert likeness_of_sets(0, 0, 9) == 0.0


def test_dates_of_other_months_are_told_apart_around_the_year(kit: Kit) -> None:
    """May and November are months apart, the end and the start of a year are not; without dates nothing is said."""
    may, november, january, december = (
        named((f"It rained on {day}.",), kit) for day in ("14 May", "3 November", "2 January", "28 December")
    )
    assert months_apart(may, november)
    assert not months_apart(january, december)
    assert not months_apart(may, named(("It rained.",), kit))
