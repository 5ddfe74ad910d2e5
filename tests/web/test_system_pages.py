"""Dyads, map and network: counts that add up, filters that filter, drawings that stand still."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update
from starlette.testclient import TestClient

from dragoman.store import schema
from dragoman.store.store import open_store
from dragoman.web.earth import HEIGHT, WIDTH, project
from dragoman.web.queries.dyads import balance
from dragoman.web.queries.network import lay_out, place_names


def test_a_dyad_counts_the_events_that_the_list_of_events_has(client: TestClient) -> None:
    """The pair's page, the row of the list and the filtered events agree, whatever the order of the two."""
    events = client.get("/events.json?state=FRA&with=DEU&limit=1000").json()["rows"]
    page, turned = client.get("/dyads/FRA/DEU.json").json(), client.get("/dyads/DEU/FRA.json").json()
    row = next(row for row in client.get("/dyads.json?state=FRA").json()["rows"] if {row["a"], row["b"]} == {"FRA", "DEU"})
    assert len(events) == page["count"] == turned["count"] == row["events"] > 0
    assert sum(page["quads"].values()) == page["count"]
    assert page["quads"] == row["quads"]


def test_leaving_an_outlet_out_leaves_what_others_report(client: TestClient) -> None:
    """Events that only one outlet carries go with it; the others stay."""
    page = client.get("/dyads/FRA/DEU.json").json()
    outlet = page["outlets"][0]
    less = client.get(f"/dyads/FRA/DEU.json?without={outlet['outlet']}").json()
    assert less["count"] == page["count"] - outlet["alone"]
    assert less["balance"] == outlet["balance_without"]


def test_undated_events_are_drawn_on_the_day_of_their_telling_where_asked(own_client: TestClient, tmp_path: Path) -> None:
    """Without dates nothing is drawn; by telling all of it is, on the days of the articles, and the page says so."""
    with open_store(tmp_path / "own") as store, store.writing() as connection:
        connection.execute(update(schema.events).values(day=None))
    pair = own_client.get("/dyads.json").json()["rows"][0]["address"]
    for address, undated in ((pair, lambda page: page["timeline"]["undated"]), ("/", lambda page: page["timeline"]["undated"])):
        plain, told = own_client.get(f"{address}.json").json(), own_client.get(f"{address}.json?dated=telling").json()
        assert undated(plain) > undated(told) == 0
        assert not plain["timeline"]["drawings"]
        assert told["timeline"]["drawings"]
        assert "on the day of their first article" in own_client.get(f"{address}?dated=telling").text
        assert own_client.get(f"{address}?dated=Tuesday").status_code == 400


def test_a_dyad_needs_two_known_sides(client: TestClient) -> None:
    """Nobody with nobody is no pair, and one state alone is none."""
    assert client.get("/dyads/FRA/FRA").status_code == 400
    assert client.get("/dyads/FRA/NOBODY-AT-ALL").status_code == 404
    assert client.get("/dyads/France/germany").status_code == 200


def test_more_events_make_the_interval_narrower() -> None:
    """Half of ten is less sure than half of a thousand, and without events nothing is known."""
    few, many, none = balance({1: 5, 3: 5}), balance({1: 500, 3: 500}), balance({})
    assert few["cooperation_share"] == many["cooperation_share"] == none["cooperation_share"] == 0.5
    assert many["high"] - many["low"] < few["high"] - few["low"] < none["high"] - none["low"]


@pytest.mark.parametrize("address", ["/network", "/map", "/dyads"])
def test_filters_narrow_what_is_drawn(address: str, client: TestClient) -> None:
    """A year has no more events than all years; a time without events has none, and says so."""
    whole = sum(row["events"] for row in client.get(f"{address}.json?limit=1000").json()["rows"])
    year = sum(row["events"] for row in client.get(f"{address}.json?limit=1000&from=2019&to=2019").json()["rows"])
    assert year <= whole
    assert client.get(f"{address}.json?from=1900&to=1901").json()["rows"] == []
    assert client.get(f"{address}?from=1900&to=1901").status_code == 200


def test_the_network_can_be_that_of_one_outlet_or_speaker(client: TestClient) -> None:
    """An outlet has some of the ties; a speaker who reports no event has none."""
    whole = client.get("/network.json?limit=1000").json()["rows"]
    part = client.get("/network.json?limit=1000&outlet=Littoral").json()["rows"]
    assert 0 < sum(row["events"] for row in part) < sum(row["events"] for row in whole)
    assert client.get("/network.json?speaker=Nobody").json()["rows"] == []


def test_the_same_network_is_drawn_the_same_way_inside_the_drawing() -> None:
    """No chance moves the states, and none of them leaves the page."""
    ties = [{"a": "A", "b": "B", "events": 3, "sign": 1}, {"a": "B", "b": "C", "events": 9, "sign": -1}]
    places = lay_out(["B", "A", "C"], ties)
    assert places == lay_out(["C", "B", "A"], ties)
    assert all(0 < x < 1000 and 0 < y < 620 for x, y in places.values())
    assert lay_out([], []) == {}


def test_the_earth_fits_the_map() -> None:
    """The middle is the middle, and the edges lie on the edges."""
    assert project(0, 0) == (WIDTH / 2, HEIGHT / 2)
    assert project(180, 0)[0] == pytest.approx(WIDTH, abs=0.5)
    assert project(0, 90)[1] == pytest.approx(0, abs=0.5)
    assert project(0, -90)[1] == pytest.approx(HEIGHT, abs=0.5)


def test_the_system_shows_blocs_with_their_cost_and_two_indices_at_least(client: TestClient) -> None:
    """Two blocs and free ones, each with what stands against it; polarity as counted apart from what speakers claim."""
    answer = client.get("/system.json").json()
    divisions = {found["kind"]: found for found in answer["blocs"]["divisions"]}
    assert divisions["free"]["violated"] <= divisions["two"]["violated"]
    assert len(divisions["two"]["members"]) <= 2
    assert len(answer["polarity"]) >= 2
    assert client.get("/system.json?from=1900&to=1901").json()["blocs"] is None
    assert client.get("/system?from=1900&to=1901").status_code == 200
    assert client.get("/system.csv").text.startswith("id,kind,speaker")


def test_names_in_the_network_cover_no_other_state_where_there_is_room() -> None:
    """A name stands to the right of its state, or on another side where something is in the way; a long one is short."""
    places = {"FRA": (300.0, 300.0), "DEU": (340.0, 300.0), "ITA": (300.0, 60.0), "NATO": (900.0, 500.0)}
    names = {"FRA": "France", "DEU": "Germany", "ITA": "Italy", "NATO": "North Atlantic Treaty Organization"}
    found = {row["id"]: row for row in place_names(list(places), names, dict.fromkeys(places, 10), places)}
    assert found["ITA"]["anchor"] == "start"
    assert found["FRA"]["anchor"] != "start"
    assert found["NATO"]["label"] == "NATO"
    assert found["NATO"]["name"] == "North Atlantic Treaty Organization"


def test_the_network_is_a_table_of_edges_that_other_programs_take(client: TestClient) -> None:
    """The CSV names source, target and weight, and has every tie; the number of ties is on the page."""
    lines = client.get("/network.csv").text.splitlines()
    total = client.get("/network.json").json()["total"]
    assert lines[0].startswith("source,target,weight,")
    assert len(lines) == total + 1
    assert f"<b>{total} ties</b>" in client.get("/network").text
