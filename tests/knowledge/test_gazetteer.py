"""Cities of the world."""

from __future__ import annotations

import dragoman
from dragoman.kit import Kit
from dragoman.knowledge.gazetteer import find_city


def test_the_state_in_the_text_chooses_among_cities_of_one_name(kit: Kit) -> None:
    """Faizabad lies in Afghanistan where the text speaks of it; without a state, a name of several cities is none."""
    cities = kit.cities()
    afghan = find_city("Faizabad", {"AFG", "RUS"}, cities)
    assert afghan is not None
    assert (afghan.state, round(afghan.lat)) == ("AFG", 37)
    assert find_city("San Jose", set(), cities) is None
    assert find_city("Nowhereville", {"AFG"}, cities) is None


def test_a_city_of_the_gazetteer_is_the_place_of_an_event(kit: Kit) -> None:
    """What the own table lacks comes with coordinates and state."""
    text = "French soldiers attacked rebels in Bouaké. Ivory Coast protested."
    reading = dragoman.read_text(text, kit=kit, published="2004-11-07", language="en")
    (city,) = [actor for actor in reading.actors if actor.name == "Bouaké"]
    assert (city.kind, city.state, city.resolved) == ("place", "CIV", True)
