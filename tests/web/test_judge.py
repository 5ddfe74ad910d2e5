"""Judging from the page: recorded with a name, seen at once, taken back."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from dragoman.web.judge import _back, user_of

HERE = {"sec-fetch-site": "same-origin"}


def first_event(client: TestClient) -> dict[str, object]:
    """Return the event that two documents report."""
    rows = client.get("/events.json").json()["rows"]
    return next(row for row in rows if row["documents"] == 2)


def test_parting_reports_makes_two_events_and_undo_one_again(own_client: TestClient) -> None:
    """`different` parts an event, its undo joins it, and both stay in the list of judgements."""
    before = own_client.get("/events.json").json()["rows"]
    reports = own_client.get(f"/events/{first_event(own_client)['id']}.json").json()["reports"]
    form = {"verdict": "different", "left": reports[0]["id"], "right": reports[1]["id"], "user": "Ana Běla", "note": "two days",
            "back": "/events"}  # fmt: skip
    made = own_client.post("/judgements", data=form, headers=HERE)
    assert (made.status_code, made.headers["location"]) == (303, "/events?judged=1#judged")
    assert len(own_client.get("/events.json").json()["rows"]) == len(before) + 1
    undone = own_client.post("/judgements/1/undo", data={"back": "/events"}, headers=HERE)
    assert undone.status_code == 303
    after = own_client.get("/events.json").json()["rows"]
    assert [(row["id"], row["documents"]) for row in after] == [(row["id"], row["documents"]) for row in before]
    rows = own_client.get("/judgements.json").json()["rows"]
    assert [(row["verdict"], row["state"], row["user"]) for row in rows] == [
        ("undo", "takes back", "Ana Běla"), ("different", "taken back", "Ana Běla")
    ]  # fmt: skip


def test_a_rejected_report_leaves_its_event(own_client: TestClient) -> None:
    """`reject` takes a report out of the record; the judgement stands on the panel of the report."""
    event = first_event(own_client)
    report = own_client.get(f"/events/{event['id']}.json").json()["reports"][0]
    own_client.post("/judgements", data={"verdict": "reject", "left": report["id"], "user": "Ana"}, headers=HERE)
    panel = own_client.get(f"/documents/{report['document']}.json?record={report['id']}").json()["record"]
    assert [row["verdict"] for row in panel["judgements"]] == ["reject"]
    assert sum(row["documents"] for row in own_client.get("/events.json").json()["rows"]) == 2


def test_a_wrong_actor_is_replaced(own_client: TestClient) -> None:
    """`wrong-actor` with the id of another puts that one in its place."""
    row = own_client.get("/events.json?state=TUR").json()["rows"][0]
    report = own_client.get(f"/events/{row['id']}.json").json()["reports"][0]["id"]
    form = {"verdict": "wrong-actor", "left": report, "right": "TUR", "value": "RUS", "user": "Ana"}
    assert own_client.post("/judgements", data=form, headers=HERE).status_code == 303
    assert own_client.get("/events.json?state=TUR").json()["rows"] == []
    assert own_client.get("/events.json?state=RUS").json()["rows"][0]["actors"] == ["RUS"]


@pytest.mark.parametrize(
    "form",
    [
        {"verdict": "reject", "left": "r0000000000000000", "user": "Ana"}, {"verdict": "nonsense", "left": "x", "user": "Ana"},
        {"verdict": "reject"}, {"verdict": "reject", "left": "x", "user": "A" * 81}, {"user": "\0"},
    ],
)  # fmt: skip
def test_what_cannot_be_judged_is_refused_and_stores_nothing(form: dict[str, str], own_client: TestClient) -> None:
    """A judgement needs a record of the project, a verdict that there is, and a name."""
    assert own_client.post("/judgements", data=form, headers=HERE).status_code == 400
    assert own_client.get("/judgements.json").json()["rows"] == []


def test_undoing_what_is_not_there_is_refused(own_client: TestClient) -> None:
    """There is no judgement 7."""
    assert own_client.post("/judgements/7/undo", data={"user": "Ana"}, headers=HERE).status_code == 400


@pytest.mark.parametrize(
    "address", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "", "/a b"]
)
def test_a_form_leads_back_to_our_own_pages_only(address: str) -> None:
    """An address elsewhere is not followed."""
    assert _back(address, 3) == "/judgements?judged=3#judged"


def test_going_back_keeps_the_question_and_drops_older_news() -> None:
    """The number of the judgement is added to what was asked."""
    assert _back("/documents/a?record=r1&judged=2", 3) == "/documents/a?record=r1&judged=3#judged"
    assert _back("/documents/a?judged=2&record=r1#x", 3) == "/documents/a?record=r1&judged=3#judged"
    assert _back("/events", None) == "/events"


def test_names_survive_the_cookie() -> None:
    """A name of any script comes back as it was."""
    from urllib.parse import quote

    assert user_of(quote("Ana Běla; 李")) == "Ana Běla; 李"
