"""Several states in one phrase."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.extract.events.peoples import compile_peoples, list_end, states_inside
from dragoman.kit import Kit


@pytest.mark.parametrize(
    ("language", "surface", "expected"),
    [
        ("en", "Chilean and Bolivian soldiers", ("CHL", "BOL")),
        ("en", "the Chilean soldiers in Bolivia", ()),
        ("fr", "Les marines de la Norvège et de l'Islande", ("NOR", "ISL")),
        ("fr", "la marine norvégienne", ("NOR",)),
        ("en", "the North Korean envoy", ("PRK",)),
        ("en", "North and South Korean envoys", ("KOR",)),
        ("en", "Chinese and North Korean envoys", ("CHN", "PRK")),
        ("en", "the Papua New Guinean minister", ("PNG",)),
    ],
)
def test_states_listed_in_a_phrase_are_all_named(language: str, surface: str, expected: tuple[str, ...], kit: Kit) -> None:
    """Adjectives and names joined by marks of a list are several states; apart from each other they are none."""
    assert states_inside(surface, kit.compiled(compile_peoples, language)) == expected


def test_a_list_ends_with_its_last_name() -> None:
    """Commas and "and" carry a list on; without "and" there is none."""
    text = "la Norvège, la Suède et l'Islande ont réagi"
    spans = [(3, 10), (15, 20), (26, 33)]
    assert [text[slice(*span)] for span in spans] == ["Norvège", "Suède", "Islande"]
    assert list_end(text, spans, 0) == 2
    assert list_end(text, spans[:2], 0) == 0


@given(st.text(max_size=40), st.integers(0, 3))
def test_a_list_never_leaves_its_spans(text: str, first: int) -> None:
    """Whatever stands between, the end lies between the first span and the last."""
    spans = [(i, i + 1) for i in range(0, 8, 2)]
    assert first <= list_end(text, spans, first) < len(spans)


def test_each_of_two_armies_takes_part(kit: Kit) -> None:
    """Soldiers of two states who fight are two sides."""
    reading = dragoman.read_text("Chilean and Bolivian troops exchanged fire.", kit=kit, published="2021-06-01", language="en")
    (report,) = reading.reports
    assert report.mutual
    assert {party.state for party in report.actors} == {"CHL", "BOL"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The North Korean envoy accused Malaysia.", "PRK"),
        ("The East German envoy accused France.", "DDR"),
        ("The Equatorial Guinean envoy accused Gabon.", "GNQ"),
        ("North Korean and Chinese officers accused Japan.", "PRK"),
    ],
)
def test_a_name_of_two_words_is_not_read_by_its_second(text: str, actor: str, kit: Kit) -> None:
    """"North Korean" is not "Korean": whoever is named with both words acts for the state that both name."""
    (report,) = dragoman.read_text(text, kit=kit, language="en", published="1985-05-01").reports
    assert report.actors[0].state == actor


def test_where_a_ship_is_does_not_act_nor_suffer(kit: Kit) -> None:
    """A sea behind a ship is where it was: the ship stands for the state of its adjective."""
    (report,) = dragoman.read_text("Les Houthis ont attaqué un navire grec en mer Rouge.", kit=kit, language="fr").reports
    assert [party.state for party in report.recipients] == ["GRC"]
    assert all("SEA" not in party.actor for party in report.actors + report.recipients)


def test_fighters_of_a_group_stand_for_its_state(kit: Kit) -> None:
    """Whoever fights for a known group has the state of the group: "Wagner fighters"."""
    (report,) = dragoman.read_text("Two Hezbollah members were arrested by Germany.", kit=kit, language="en").reports
    assert report.recipients[0].state == "LBN"
