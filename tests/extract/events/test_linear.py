"""Sides by the order of the words, and names that the French parser mistakes."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("N'Djamena a accusé le Nigeria d'espionnage.", "TCD", "NGA"),
        ("Madrid, qui présidait alors la conférence, a remercié le Portugal.", "ESP", "PRT"),
    ],
)
def test_french_subjects_that_the_parse_loses(text: str, actor: str, recipient: str, kit: Kit) -> None:
    """Who stands before the verb acts, also behind an aside or in a name with an apostrophe."""
    reading = dragoman.read_text(text, kit=kit, published="2021-06-01", language="fr")
    sides = {(a.state, b.state) for r in reading.reports for a in r.actors for b in r.recipients}
    assert (actor, recipient) in sides


def test_an_apostrophe_of_a_name_negates_nothing(kit: Kit) -> None:
    """What N'Djamena does has happened."""
    reading = dragoman.read_text("N'Djamena a accusé le Nigeria d'espionnage.", kit=kit, published="2021-06-01", language="fr")
    assert [report.status for report in reading.reports] == ["happened"]
