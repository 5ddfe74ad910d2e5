"""A meeting that is told again has the day on which the text said that it was held."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.kit import Kit
from dragoman.pipeline import read_document
from dragoman.records import EventReport


def read(text: str, kit: Kit, language: str = "en") -> tuple[EventReport, ...]:
    """Return the reports of a text of Friday, 8 October 2021."""
    return read_document(make_document(text, language, declared_published="2021-10-08"), kit).reports


def days_at(text: str, word: str, reports: tuple[EventReport, ...]) -> set[str | None]:
    """Return the days of the meetings that are told in the sentence that begins with some words."""
    start = text.index(word)
    found = [each for each in reports if each.trigger[0] >= start and each.type == "CONSULT"]
    assert found, f"a meeting after {word!r}"
    return {each.when.start if each.when else None for each in found}


AGAIN = [
    ("en", "Peruvian President Elena Ruiz met Chilean President Juan Soto on Tuesday. The talks lasted six hours.", "The t"),
    ("en", "The foreign ministers of Kenya and Uganda met on Tuesday. The meeting was hosted by Tanzania.", "The m"),
    ("fr", "Le président péruvien a rencontré mardi le président chilien. Le Pérou a accueilli la rencontre.", "Le Pérou"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "word"), AGAIN)
def test_the_talks_that_were_told_before_keep_their_day(language: str, text: str, word: str, kit: Kit) -> None:
    """The day is that of the only dated meeting, and its words are the evidence."""
    reports = read(text, kit, language)
    assert days_at(text, word, reports) == {"2021-10-05"}
    told = reports[-1]
    assert [text[each.start : each.end] for each in told.evidence if each.role == "time"] == [
        "mardi" if language == "fr" else "Tuesday"
    ]


OTHERS = [
    "Peru and Chile met on Monday in Quito. On Wednesday Peru and Chile met in Lima. The talks lasted six hours.",
    "Peru and Chile met in Quito on Tuesday. The first talks between Peru and Chile were held in Lima.",
    "Peru and Chile met in Quito in 2019. The talks between Peru and Chile lasted six hours.",
    "Peru and Chile met in Quito on Tuesday. Kenya said on Wednesday that it had closed its port. The talks lasted six hours.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_where_it_is_not_sure_which_meeting_is_meant_there_is_no_day(text: str, kit: Kit) -> None:
    """Two days, a further word, a year only, or another day since: no day is better than a wrong one."""
    last = text.rindex(". ", 0, -2) + 2
    assert days_at(text, text[last:], read(text, kit)) == {None}
