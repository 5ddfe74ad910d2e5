"""Whom French pronouns and possessives stand for, in the events that they take part in."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit


def sides(text: str, kit: Kit) -> set[tuple[str, frozenset[str | None], frozenset[str | None]]]:
    """Return type and states of every report of a French text."""
    reading = dragoman.read_text(text, kit=kit, language="fr", published="2020-01-01")
    return {
        (r.type, frozenset(p.state for p in r.actors), frozenset(p.state for p in r.recipients)) for r in reading.reports
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le Togo soutient le Bénin. Celui-ci accuse la Libye de mentir.", ("ACCUSE", {"BEN"}, {"LBY"})),
        ("Le Togo soutient le Bénin. Ce dernier a expulsé trois diplomates libyens.", ("SANCTION", {"BEN"}, {"LBY"})),
        ("Oman, à qui le Qatar avait livré des missiles, accuse le Yémen.", ("AID", {"QAT"}, {"OMN"})),
    ],
)
def test_the_last_named_and_relative_pronouns(text: str, wanted: tuple[str, set[str], set[str]], kit: Kit) -> None:
    """`celui-ci` and `ce dernier` are the last one named, `à qui` is the noun of its clause."""
    assert (wanted[0], frozenset(wanted[1]), frozenset(wanted[2])) in sides(text, kit)


def test_our_is_the_speakers(kit: Kit) -> None:
    """What is done to "nous" in a quotation is done to the state of the speaker."""
    text = "« Le Kenya nous a accordé un prêt », a déclaré le ministre rwandais de la Défense. L'Ouganda accuse le Kenya."
    assert ("AID", frozenset(("KEN",)), frozenset(("RWA",))) in sides(text, kit)


def test_their_planes_are_those_of_the_subject_before(kit: Kit) -> None:
    """Military means with a possessive belong to the state that acted before."""
    text = "L'Éthiopie accuse l'Érythrée. Ses avions ont bombardé hier un aéroport érythréen."
    assert ("ASSAULT", frozenset(("ETH",)), frozenset(("ERI",))) in sides(text, kit)
