"""What every list says of itself: how many rows, which filters chose them, and the same as a file."""

from __future__ import annotations

import csv
import io

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
    assert '<a href="/events?quad=1&amp;place=Vienna" title="Take this filter away"><span class="meta">state</span> <bdi>France' in page
    assert '<a href="/events?state=FRA&amp;quad=1" title="Take this filter away"><span class="meta">place</span> <bdi>Vienna' in page
    assert "verbal cooperation</bdi>" in page
    assert "Take this filter away" not in client.get("/events").text
