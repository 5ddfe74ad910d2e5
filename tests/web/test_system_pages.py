"""Dyads, map and network: counts that add up, filters that filter, drawings that stand still."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import select, update
from starlette.testclient import TestClient

from dragoman.knowledge.load import Knowledge
from dragoman.store import schema
from dragoman.store.store import open_store
from dragoman.web.app import make_app
from dragoman.web.earth import HEIGHT, WIDTH, project
from dragoman.web.queries.dyads import balance
from dragoman.web.queries.network import lay_out, place_names
from web.conftest import our_sketches
from web.made import write_project


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


@pytest.fixture(scope="module")
def unsure_client(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> TestClient:
    """Return a client of a project in which every third report was read with a score of 0.5, one outlet's all with 0.3."""
    folder = tmp_path_factory.mktemp("unsure") / "own"
    write_project(folder, our_sketches())
    with open_store(folder) as store, store.writing() as connection:
        d, r = schema.documents.c, schema.reports.c
        third = connection.scalars(select(r.id).order_by(r.id)).all()[::3]
        connection.execute(update(schema.reports).where(r.id.in_(third)).values(score=0.5))
        littoral = select(d.id).where(d.outlet == "Littoral")
        connection.execute(update(schema.reports).where(r.document.in_(littoral)).values(score=0.3))
        geneva = {"name": "Geneva", "id": "place:geneva", "lat": 46.2, "lon": 6.15, "state": "CHE"}
        connection.execute(update(schema.events).values(place=geneva))
    return TestClient(make_app(folder, knowledge), base_url="http://127.0.0.1:8765")


@pytest.mark.parametrize("address", ["/network", "/map", "/dyads", "/system", "/events"])
def test_reports_that_are_too_unsure_can_be_left_out(address: str, unsure_client: TestClient) -> None:
    """A score is a field of the form, a filter that a click takes away, and a choice that the links to other pages keep."""
    page = unsure_client.get(f"{address}?min_score=0.8&from=1990").text
    assert 'name="min_score" value="0.8"' in page
    assert re.search(rf'<a href="{address}\?from=1990" title="Take this filter away"><span class="meta">sure</span> '
                     r"<bdi>at least 0.8</bdi>", page)  # fmt: skip
    onward = {"/network": "/dyads/", "/map": "/events?", "/dyads": "/dyads/", "/system": "/network?", "/events": "/events?"}
    links = [link for link in re.findall(r'href="([^"]*)"', page) if link.startswith(onward[address])]
    assert any("min_score=0.8" in link for link in links)


@pytest.mark.parametrize("address", ["/network", "/map", "/dyads", "/events"])
def test_an_event_counts_as_long_as_one_of_its_reports_is_sure_enough(address: str, unsure_client: TestClient) -> None:
    """As with `--min-score`: the higher the score, the fewer events, and none above the highest that any report has."""

    def count(least: str) -> int:
        rows = unsure_client.get(f"{address}.json?limit=1000&min_score={least}").json()["rows"]
        return sum(row.get("events", 1) for row in rows)

    assert count("") == count("0") == count("0.3") > count("0.5") > count("0.51") == count("0,8") > count("0.81") == 0


def test_a_pair_and_its_events_are_counted_by_the_same_score(unsure_client: TestClient) -> None:
    """The page of a pair, its list of events and the row of the list of pairs agree, and the page says what is left out."""
    chosen = "min_score=0.8"
    row = next(row for row in unsure_client.get(f"/dyads.json?state=FRA&{chosen}").json()["rows"] if row["b"] == "FRA")
    pair = unsure_client.get(f"{row['address']}.json?{chosen}").json()
    events = unsure_client.get(f"/events.json?state={row['a']}&with=FRA&limit=1000&{chosen}").json()["rows"]
    assert pair["count"] == row["events"] == len(events) < unsure_client.get(f"{row['address']}.json").json()["count"]
    assert sum(way["events"] for way in pair["directions"]) == pair["count"]
    assert {event["id"] for event in pair["events"]} <= {event["id"] for event in events}
    page = unsure_client.get(f"{row['address']}?{chosen}").text
    assert "Only reports read with a score of <bdi>0.8</bdi> or more count." in page
    assert "Only reports" not in unsure_client.get(row["address"]).text


def test_an_outlet_counts_for_an_event_only_with_a_report_that_is_sure_enough(unsure_client: TestClient) -> None:
    """The sure report of one outlet does not bring in the unsure one of another."""
    assert unsure_client.get("/events.json?outlet=Littoral&min_score=0.3").json()["total"] > 0
    assert unsure_client.get("/events.json?outlet=Littoral&min_score=0.8").json()["total"] == 0


@pytest.mark.parametrize("score", ["1.1", "-0.5", "high", "0.8.1", "nan", "1e-3"])
def test_what_is_no_score_is_refused(score: str, client: TestClient) -> None:
    """A score lies between 0 and 1; the page says so."""
    for address in ("/network", "/dyads/FRA/DEU", "/events"):
        answer = client.get(f"{address}.json?min_score={score}")
        assert answer.status_code == 400
        assert "from 0 to 1" in answer.text


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
