"""Events on a map: by the places that the reports name."""

from __future__ import annotations

from math import sqrt
from typing import Any

import msgspec

from dragoman.web.ask import Ask
from dragoman.web.earth import HEIGHT, WIDTH, project
from dragoman.web.queries.documents import outlets
from dragoman.web.queries.dyads import by_name
from dragoman.web.queries.selection import FILTERS, selection
from dragoman.web.room import Room

COLUMNS = ("name", "place", "lat", "lon", "state", "events", "quads")

_OF_ONE, _LARGEST = 6.0, 26.0  # radius of a place with one event, and of any place at most


def event_map(room: Room, ask: Ask) -> dict[str, Any]:
    """Return the places where events happened, with their counts by quad class and where they lie on the drawing."""
    condition, given = selection(ask)
    found = room.reader.rows(
        f"SELECT json_extract(e.place, '$.name') AS name, e.place, e.quad, count(*) AS events FROM events e "
        f"WHERE e.place IS NOT NULL AND {condition} GROUP BY e.place, e.quad", given)  # fmt: skip
    places: dict[str, dict[str, Any]] = {}
    for row in found:
        key = msgspec.json.encode(row["place"]).decode()
        place = places.setdefault(key, {**row["place"], "quads": {}})
        place["quads"][row["quad"]] = row["events"]
    rows = sorted((_placed(place) for place in places.values()), key=lambda place: (-place["events"], place["name"]))
    most = max((row["events"] for row in rows if row["x"] is not None), default=1)
    unit = min(_OF_ONE, _LARGEST / sqrt(most))
    shown = [{**row, "radius": round(max(3.5, unit * sqrt(row["events"])), 1)} for row in rows]
    return {
        "title": "Map",
        "total": len(shown),
        "rows": shown[: ask.rows() * 4],
        "next": None,
        "nowhere": room.reader.value(f"SELECT count(*) FROM events e WHERE e.place IS NULL AND {condition}", given),
        "width": WIDTH,
        "height": HEIGHT,
        "filters": {name: ask.text(name) for name in FILTERS},
        "outlets": outlets(room),
    }


def _placed(place: dict[str, Any]) -> dict[str, Any]:
    quads = place["quads"]
    known = place.get("lat") is not None and place.get("lon") is not None
    x, y = project(place["lon"], place["lat"]) if known else (None, None)
    return {
        "name": place["name"], "place": place.get("id"), "lat": place.get("lat"), "lon": place.get("lon"),
        "state": place.get("state"), "events": sum(quads.values()), "quads": by_name(quads),
        "quad": max(quads, key=lambda quad: (quads[quad], -quad)), "x": x, "y": y,
    }  # fmt: skip
