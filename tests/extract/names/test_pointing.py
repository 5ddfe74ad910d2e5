"""Offices and their holders: "the French foreign minister", "his counterpart", "in Oslo, the minister"."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.names.test_bodies import every_actor
from extract.names.test_linking import actor_of, actors_of, read


def test_description_names_the_holder_at_the_date(kit: Kit) -> None:
    """The same description names another person at another date."""
    text = "The French foreign minister is travelling."
    assert actors_of(read(text, kit, "2018-06-01"), "The French foreign minister") == ("jean-yves-le-drian",)
    assert actors_of(read(text, kit, "2003-02-14"), "The French foreign minister") == ("dominique-de-villepin",)


def test_description_without_a_date_names_the_body(kit: Kit) -> None:
    """Without a date an office stands for its ministry, and nobody is guessed."""
    assert actor_of(read("The French foreign minister is travelling.", kit), "The French foreign minister").state == "FRA"
    assert actor_of(read("The French foreign minister is travelling.", kit), "The French foreign minister").kind == "organ"


def test_counterpart_holds_the_same_office_elsewhere(kit: Kit) -> None:
    """A counterpart is who holds the speaker's office in the other state."""
    links = read("Sergei Shoigu received his French counterpart.", kit, "2019-09-09")
    assert actors_of(links, "his French counterpart") == ("florence-parly",)


@pytest.mark.parametrize(
    ("language", "text", "holder"),
    [
        ("en", "In Warsaw, the foreign minister thanked Kenya.", "radoslaw-sikorski"),
        ("en", "Benjamin Netanyahu left Israel. In Washington, the president thanked Kenya.", "joe-biden"),
        ("en", "Joe Biden flew to Europe. In Warsaw, the president thanked Kenya.", "joe-biden"),
        ("en", "In Warsaw, Secretary of State Antony Blinken thanked Kenya.", "antony-blinken"),
        ("en", "In Rabat, the king thanked Kenya.", "mohammed-vi"),
        ("fr", "À Berlin, la ministre des Affaires étrangères a remercié le Kenya.", "annalena-baerbock"),
        ("fr", "Emmanuel Macron a pris l'avion. À Varsovie, le président a remercié le Kenya.", "emmanuel-macron"),
    ],
)
def test_an_office_at_an_opening_capital_is_of_that_state(kit: Kit, language: str, text: str, holder: str) -> None:
    """"In Oslo, the minister" is the state's own, unless somebody in such an office was just spoken of."""
    people = every_actor(text, kit, language) & kit.knowledge.tenures_by_person.keys()
    assert holder in people
    assert people <= {holder, "benjamin-netanyahu"}


@pytest.mark.parametrize(
    "text",
    [
        "In Brussels, the prime minister thanked Kenya.",
        "In Geneva, the foreign minister thanked Kenya.",
        "In Washington, the prime minister thanked Kenya.",
        "In Warsaw, the king thanked Kenya.",
        "In London, the president thanked Kenya.",
        "In Warsaw, a minister thanked Kenya.",
        "In Warsaw, the former president thanked Kenya.",
        "In Warsaw, the ambassador thanked Kenya.",
        "In Warsaw, a spokesman thanked Kenya.",
    ],
)
def test_an_opening_capital_names_nobody_else(kit: Kit, text: str) -> None:
    """No seat of an organisation, no office that the state lacks, nobody indefinite, former or without an office of state."""
    assert not every_actor(text, kit) & kit.knowledge.tenures_by_person.keys()
