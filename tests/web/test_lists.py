"""What every list says of itself: how many rows, which filters chose them, and the same as a file."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from starlette.testclient import TestClient


def test_a_list_downloads_whole_however_many_pages_it_has(client: TestClient) -> None:
    """The CSV of a list has every row, not one page of them, and the name of a file; with `limit` it is one part."""
    total = client.get("/statements.json").json()["total"]
    assert total > 200
    page = client.get("/statements?limit=10").text
    assert f"<b>{total} statements</b>" in page
    assert 'href="/statements.csv" download' in page
    answer = client.get("/statements.csv")
    ids = [row["id"] for row in csv.DictReader(io.StringIO(answer.text))]
    assert len(ids) == len(set(ids)) == total
    assert "filename*=utf-8''dragoman-atlas-statements.csv" in answer.headers["content-disposition"]
    part = client.get("/statements.csv?limit=10")
    assert len(part.text.splitlines()) == 11
    assert 'rel="next"' in part.headers["link"]


def test_many_parts_of_a_download_follow_each_other(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a list is longer than one answer may be, the parts are put together, none twice."""
    monkeypatch.setattr("dragoman.web.ask.MOST_ROWS", 7)
    total = client.get("/events.json?limit=1").json()["total"]
    ids = [row["id"] for row in csv.DictReader(io.StringIO(client.get("/events.csv").text))]
    assert len(ids) == len(set(ids)) == total > 7


def test_filters_in_force_are_named_and_can_be_taken_away_one_by_one(client: TestClient) -> None:
    """An event list says which filters chose it, those without a field too, by name, with a link that drops each."""
    page = client.get("/events?state=FRA&quad=1&place=Vienna").text
    away = ' title="Take this filter away"><span class="meta">'
    assert f'<a href="/events?quad=1&amp;place=Vienna"{away}state</span> <bdi>France' in page
    assert f'<a href="/events?state=FRA&amp;quad=1"{away}place</span> <bdi>Vienna' in page
    assert "verbal cooperation</bdi>" in page
    assert "Take this filter away" not in client.get("/events").text


def test_events_are_chosen_by_the_way_they_go(client: TestClient) -> None:
    """Of two states: what the first does to the second, the reverse, and what each does with the other, together all."""
    address = "/events.json?state=FRA&with=DEU&limit=1000"
    every = client.get(address).json()["rows"]
    ways = {way: client.get(f"{address}&direction={way}").json()["rows"] for way in ("out", "in", "each")}
    assert ways["out"]
    assert all(row["actor_states"] == ["FRA"] and row["recipient_states"] == ["DEU"] for row in ways["out"])
    assert all(row["actor_states"] == ["DEU"] for row in ways["in"])
    assert sorted(row["id"] for rows in ways.values() for row in rows) == sorted(row["id"] for row in every)
    dyad = client.get("/dyads/FRA/DEU.json").json()
    assert {row["direction"]: row["events"] for row in dyad["directions"]} == {way: len(rows) for way, rows in ways.items()}
    assert sum(row["events"] for row in dyad["directions"]) == dyad["count"]
    assert client.get("/events?state=FRA&direction=sideways").status_code == 400


def test_events_are_chosen_by_the_words_of_their_sentences_and_by_who_tells(client: TestClient) -> None:
    """Words in the sentence of a report find its event, words elsewhere in the text do not; an outlet finds what it tells."""
    assert client.get("/events.json?q=accused%20Iran").json()["total"] >= 1
    assert client.get("/events.json?q=settle%20a%20quarrel").json()["total"] == 0
    told = client.get("/events.json?outlet=Littoral&from=2022-06-01").json()
    assert [row["type"] for row in told["rows"]] == ["CONSULT"]
    assert client.get("/events.json?outlet=Harbour+Courier&from=2022-06-01&to=2022-06-01").json()["total"] == 0
    assert client.get("/events.json?outlet=Nobody").json()["total"] == 0


@pytest.mark.parametrize("sort", ["", "oldest", "sources"])
def test_events_in_every_order_are_paged_without_gap_or_repetition(sort: str, client: TestClient) -> None:
    """Going from page to page meets each event once, in the order that is asked for."""
    seen: list[dict[str, object]] = []
    after = ""
    while True:
        answer = client.get("/events.json", params={"sort": sort, "limit": 40, "after": after}).json()
        seen += answer["rows"]
        after = answer["next"]
        if not after:
            break
    assert len({str(row["id"]) for row in seen}) == len(seen) == answer["total"]
    if sort == "sources":
        counts = [int(str(row["documents"])) for row in seen]
        assert counts == sorted(counts, reverse=True)
    else:
        days = [str(row["start"]) for row in seen]
        assert days == sorted(days, reverse=not sort)


def test_a_bar_of_a_chart_leads_to_exactly_its_events(client: TestClient) -> None:
    """Every stretch of time of a dyad's chart has as many events in the list that it links to as the bar shows."""
    bins = [found for found in client.get("/dyads/FRA/DEU.json").json()["timeline"]["bins"] if sum(found["quads"])]
    page = client.get("/dyads/FRA/DEU").text
    for found in bins:
        link = f"/events?state=FRA&amp;with=DEU&amp;from={found['start']}&amp;to={found['end']}"
        assert link in page
        listed = client.get(link.replace("&amp;", "&").replace("/events?", "/events.json?")).json()
        assert listed["total"] == sum(found["quads"])


def test_all_that_a_state_says_about_another_its_people_too(client: TestClient) -> None:
    """The list of statements takes a speaker, its people, and whom they speak about; the page of a pair links to it."""
    answer = client.get("/statements.json?speaker=France&about=Germany&people=too").json()
    assert answer["total"] >= 1
    assert all(row["speakers"] == ["FRA"] and "DEU" in row["about"] for row in answer["rows"])
    assert "/statements?speaker=FRA&amp;people=too&amp;about=DEU" in client.get("/dyads/FRA/DEU").text
    assert client.get("/statements.json?speaker=FRA&about=BRA&people=too").json()["total"] == 0
    assert client.get("/statements?speaker=FRA&people=some").status_code == 400


def test_statements_are_chosen_by_outlet_and_time_of_telling(client: TestClient) -> None:
    """An outlet and days of publication choose statements by the document that they stand in."""
    rows = client.get("/statements.json?outlet=Littoral&from=2022-06-01&to=2022-06").json()["rows"]
    assert [(row["outlet"], row["published_start"], row["quote"]) for row in rows] == [
        ("Littoral", "2022-06-02", "the quarrel with Germany is over")
    ]


def test_an_actor_has_a_chart_that_leads_to_its_events(client: TestClient) -> None:
    """The bars of a state's page add up to the dated events that it takes part in, and link to them."""
    page = client.get("/actors/FRA.json").json()
    drawn = sum(sum(found["quads"]) for found in page["timeline"]["bins"])
    assert drawn + page["timeline"]["undated"] + page["timeline"]["earlier"] == page["state_events"]
    assert 'href="/events?state=FRA&amp;from=' in client.get("/actors/FRA").text


@pytest.mark.parametrize(("question", "named"), [
    ("France", ["FRA"]), ("france germany", ["FRA", "DEU"]), ("France – Germany", ["FRA", "DEU"]),
    ("DEU and FRA", ["DEU", "FRA"]), ("France France", []), ("quarrel over rivers", []), ("France quarrel", []),
])  # fmt: skip
def test_a_search_for_names_leads_to_the_actor_or_the_pair(question: str, named: list[str], client: TestClient) -> None:
    """One name leads to its actor, two names to their pair, whatever stands between them; other words to neither."""
    assert [row["id"] for row in client.get("/search.json", params={"q": question}).json()["named"]] == named
    page = client.get("/search", params={"q": question}).text
    assert ('class="note sought"' in page) == bool(named)
    assert (f'href="/dyads/{"/".join(named)}"' in page) == (len(named) == 2)


def test_a_search_finds_what_is_said_and_done_in_the_words(client: TestClient) -> None:
    """Statements that hold the words, and events in whose sentence they stand; words of a headline find neither."""
    found = client.get("/search.json?q=quarrel+with").json()
    assert [row["quote"] for row in found["said"]] == ["the quarrel with Germany is over"]
    assert "ACCUSE" in [row["type"] for row in client.get("/search.json?q=accused+Iran").json()["done"]]
    assert client.get("/search.json?q=settle+a+quarrel").json()["said"] == []


@pytest.mark.parametrize(("page", "sort", "column"), [
    ("actors", "", "documents"), ("actors", "events", "events"), ("actors", "statements", "statements"),
    ("actors", "name", "name"), ("documents", "", "published_start"), ("documents", "oldest", "published_start"),
    ("documents", "title", "title"),
    ("documents", "outlet", "outlet"), ("documents", "events", "reports"), ("documents", "statements", "statements"),
])  # fmt: skip
def test_tables_are_sorted_by_any_column_over_all_their_pages(page: str, sort: str, column: str, client: TestClient) -> None:
    """Each column sorts the whole list, page after page, without gap or repetition; the head of the column says so."""
    rows: list[dict[str, Any]] = []
    after = ""
    while True:
        answer = client.get(f"/{page}.json", params={"sort": sort, "limit": 7, "after": after}).json()
        rows += answer["rows"]
        if not (after := answer["next"]):
            break
    assert len({row["id"] for row in rows}) == len(rows) == answer["total"]
    values = [row[column].lower() if isinstance(row[column], str) else row[column] for row in rows]
    assert values == sorted(values, reverse=sort in ("", "events", "statements"))
    assert client.get(f"/{page}?sort={sort}").text.count("aria-sort=") == 1
    assert client.get(f"/{page}?sort=nonsense").status_code == 400


def test_dyads_are_ordered_by_what_is_surely_so(client: TestClient) -> None:
    """The surest conflict comes first where it is asked for: the pair with the lowest upper end of its interval."""
    rows = client.get("/dyads.json?sort=conflict").json()["rows"]
    assert [row["high"] for row in rows] == sorted(row["high"] for row in rows)
    rows = client.get("/dyads.json?sort=cooperation").json()["rows"]
    assert [row["low"] for row in rows] == sorted((row["low"] for row in rows), reverse=True)


def test_outlets_say_what_they_tell_and_tell_alone(client: TestClient) -> None:
    """An outlet's documents, statements and events are those of the lists that it links to; copies count as taken over."""
    rows = {row["outlet"]: row for row in client.get("/outlets.json").json()["rows"]}
    assert sum(row["documents"] for row in rows.values()) == client.get("/documents.json").json()["total"]
    row = rows["Littoral"]
    for kind in ("documents", "statements", "events"):
        assert client.get(f"/{kind}.json?outlet=Littoral").json()["total"] == row[kind]
    assert rows["Meridian Post"]["taken"] >= 1
    assert all(0 <= row["alone"] <= row["events"] for row in rows.values())
    assert sum(row["alone"] for row in rows.values()) <= client.get("/events.json").json()["total"]
