"""Items of a text: where what is in mind begins anew."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit

_FIRST = "Peru accused Chile of espionage. Chile expelled two Peruvian diplomats. Chile rejected the charges of Peru."


def _recipients(kit: Kit, text: str, trigger: str) -> set[str | None]:
    reading = dragoman.read_text(text, kit=kit, published="2021-06-01", language="en")
    found = [report for report in reading.reports if trigger in text[slice(*report.trigger)]]
    return {party.state for report in found for party in report.recipients}


@pytest.mark.parametrize("between", ["\n\nKAMPALA. ", "\n\nKAMPALA (Agency) - ", "\n\nKAMPALA/NAIROBI - "])
def test_dateline_begins_an_item(kit: Kit, between: str) -> None:
    """An act that leaves its aim open takes nobody from the item before, where each item has its dateline."""
    text = f"LIMA. {_FIRST}{between}Uganda recalled its ambassador."
    assert not _recipients(kit, text, "recalled") & {"PER", "CHL"}


def test_one_dateline_is_that_of_the_article(kit: Kit) -> None:
    """The paragraphs of an article share what is in mind."""
    assert _recipients(kit, f"LIMA - {_FIRST}\n\nLima then recalled its ambassador.", "recalled") == {"CHL"}


_BREAK = "\n\n***\n\n"
_UGANDA = (
    "Uganda recalled its ambassador. The rains came late this year, and the harvest has been poor in most of the country.\n\n"
    "Traders in the markets of the north say that they have never seen such prices, and that they fear what comes."
)


def test_row_of_stars_between_strangers_begins_an_item(kit: Kit) -> None:
    """Behind a row of stars nothing is taken from a text that shares no state with what follows."""
    assert not _recipients(kit, f"{_FIRST}{_BREAK}{_UGANDA}", "recalled") & {"PER", "CHL"}


def test_row_of_stars_within_a_story_forgets_nothing(kit: Kit) -> None:
    """The parts of one article go on with the same states."""
    text = f"{_FIRST}{_BREAK}{_UGANDA.replace('Uganda', 'Peru')}"
    assert _recipients(kit, text, "recalled") == {"CHL"}
