"""Foreign pages cannot read or change a project, and nothing in an article runs."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from dragoman.web.safety import host_name
from web.test_pages import KINDS, as_data

FORM = {"verdict": "reject", "left": "r0000000000000000", "user": "Ana"}


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8765", "", "10.0.0.1", "[::2]:80"]
)
def test_a_foreign_host_is_refused(host: str, client: TestClient) -> None:
    """A name that is not ours gets nothing, whatever it points at (DNS rebinding)."""
    assert client.get("/", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:9999", "localhost:1", "LOCALHOST", "[::1]:8765", "[::1]"])
def test_our_own_names_are_answered(host: str, client: TestClient) -> None:
    """Loopback by any of its names, with or without a port."""
    assert client.get("/", headers={"host": host}).status_code == 200


def test_host_names_are_cut_from_their_ports() -> None:
    """IPv6 addresses keep their brackets."""
    assert [host_name(host) for host in ("[::1]:80", "[::1]", "a:80", "a")] == ["[::1]", "[::1]", "a", "a"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403), ({"sec-fetch-site": "same-site"}, 403), ({"sec-fetch-site": "none"}, 403),
        ({"origin": "http://evil.example"}, 403), ({"origin": "null"}, 403), ({"origin": "http://127.0.0.1:1"}, 403),
        ({"sec-fetch-site": "same-origin"}, 400), ({"origin": "http://127.0.0.1:8765"}, 400), ({}, 400),
    ],
)  # fmt: skip
def test_forms_come_from_our_own_pages_only(headers: dict[str, str], status: int, client: TestClient) -> None:
    """A form of another page is refused; our own is heard (here: it names no record, so it is told that)."""
    assert client.post("/judgements", data=FORM, headers=headers).status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(method: str, client: TestClient) -> None:
    """Pages are read or judged, nothing else."""
    assert client.request(method, "/judgements").status_code == 405


def test_long_forms_are_refused_before_they_are_read(client: TestClient) -> None:
    """A form of a megabyte is none of ours."""
    assert client.post("/judgements", content=b"note=" + b"x" * 1_000_000).status_code == 413


@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_carries_the_policy(kind: str, client: TestClient, addresses: dict[str, str]) -> None:
    """Nothing but our own files may run or load, on pages and on data."""
    for address in (addresses[kind], as_data(addresses[kind])):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "*" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_refusals_and_errors_carry_the_policy_too(client: TestClient) -> None:
    """A page of an error, a refusal and a file are guarded like all others."""
    for answer in (client.get("/nowhere"), client.get("/", headers={"host": "evil.example"}), client.get("/static/room.css")):
        assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_has_code_or_style_of_its_own(kind: str, client: TestClient, addresses: dict[str, str]) -> None:
    """Scripts and styles are files: an inline one could not run, and would show that somebody forgot why."""
    page = client.get(addresses[kind]).text
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r"<[a-z][^>]*\s(style|on\w+)\s*=", re.sub(r'"[^"]*"', '""', page))
    assert "<style" not in page
    assert "javascript:" not in page


@pytest.mark.parametrize("kind", ["hostile", "documents", "home", "stories", "statements", "ledger"])
def test_markup_of_an_article_is_text(kind: str, client: TestClient, addresses: dict[str, str]) -> None:
    """Tags, quotes and templates in an article stand on the page as their characters."""
    page = client.get(addresses[kind]).text
    assert "<script>document" not in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<i>Outlet" not in page
    assert "<b>bold" not in page
    assert kind != "hostile" or "{{ 7 * 7 }} {% raw %} &amp;lt;already" in page


def test_what_cannot_be_seen_is_shown_by_name(client: TestClient, addresses: dict[str, str]) -> None:
    """Escape sequences and changes of writing direction stand as names on the page, as themselves in the data."""
    page = client.get(addresses["hostile"]).text
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\u200b]", page)
    assert "␛" in page
    assert "⟨RLO⟩" in page
    assert "⟨ZWSP⟩" in page
    assert "\u202e" in client.get(as_data(addresses["hostile"])).json()["document"]["text"]


def test_spreadsheets_run_no_cell(client: TestClient) -> None:
    """A cell of a CSV that would be a formula begins with an apostrophe."""
    from dragoman.web.app import _cell

    assert [_cell(value) for value in ("=1+1", "+1", "-1", "@x", "\tx", "France", -2.5)] == [
        "'=1+1", "'+1", "'-1", "'@x", "'\tx", "France", "-2.5"
    ]  # fmt: skip


def test_reading_changes_nothing(client: TestClient, folder: object) -> None:
    """No GET writes: the addresses that judge know only POST."""
    for address in ("/judgements/1/undo", "/user"):
        assert client.get(address).status_code == 405
