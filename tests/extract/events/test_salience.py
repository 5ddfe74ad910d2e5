"""Whom an act concerns where its sentence does not say."""

from __future__ import annotations

import dragoman
from dragoman.kit import Kit


def _sides(text: str, kit: Kit, trigger: str) -> tuple[set[str | None], set[str | None]]:
    reading = dragoman.read_text(text, kit=kit, published="2021-06-01", language="en")
    report = next(r for r in reading.reports if trigger in text[slice(*r.trigger)])
    return {party.state for party in report.actors}, {party.state for party in report.recipients}


def test_the_state_most_spoken_of_is_meant(kit: Kit) -> None:
    """A protest without an aim goes to the state that the text is about besides the actor."""
    text = (
        "Kenya and Uganda quarrel about an island. Uganda sent police there. Kenya accused Uganda of landing on it. "
        "Tanzania watched. Nairobi later recalled its ambassador."
    )
    assert _sides(text, kit, "recalled") == ({"KEN"}, {"UGA"})


def test_a_plural_that_is_one_state_acts_alone(kit: Kit) -> None:
    """"They" after the Americans are the United States, not the last pair."""
    text = "Peru and Chile talked in Lima. The Americans followed the talks, and they praised Chile for its patience."
    assert _sides(text, kit, "praised") == ({"USA"}, {"CHL"})


def test_who_is_busy_in_the_text_is_meant(kit: Kit) -> None:
    """An act whose aim is not said concerns the state around which the text turns, not one that is only named as often."""
    text = (
        "Peru accused Chile of spying. Bolivia condemned Chile. Argentina suspended its treaty with Chile. "
        "A summit in Panama was of no help. Brazil recalled its ambassador."
    )
    assert _sides(text, kit, "recalled") == ({"BRA"}, {"CHL"})


def test_whose_a_seized_thing_is_must_be_beyond_doubt(kit: Kit) -> None:
    """A deed done to a thing concerns the one other state of the text; with two alike in mind it concerns nobody."""
    text = "Peru and Chile quarrel about fish. Peru accused Chile of poaching. In May the Peruvian navy {}."
    assert _sides(text.format("seized a trawler"), kit, "seized")[1] == {"CHL"}
    plan = dragoman.read_text(text.format("wants to seize a trawler"), kit=kit, published="2021-06-01", language="en")
    assert all(not r.recipients for r in plan.reports if r.type == "COERCE")
    three = "Peru accused Chile and Ecuador of poaching. In May the Peruvian navy seized a trawler."
    doubtful = dragoman.read_text(three, kit=kit, published="2021-06-01", language="en")
    assert all(not r.recipients for r in doubtful.reports if r.type == "COERCE")
