"""Every page answers as page and as data, and the two say the same."""

from __future__ import annotations

import csv
import io
import re
from contextlib import suppress
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.records import Reading
from dragoman.web.pages import PAGES

KINDS = (
    "home", "search", "search nothing", "documents", "document", "hostile", "report", "statement", "mention", "events",
    "no events", "event", "statements", "actors", "actor", "person", "organisation", "stories", "story", "dyads", "dyad",
    "dyad less", "outlets", "map", "network", "system", "ledger", "judgements",
)  # fmt: skip


def as_data(address: str, form: str = "json") -> str:
    """Return the address of the same answer as data."""
    path, _, question = address.partition("?")
    return f"{'/index' if path == '/' else path}.{form}" + (f"?{question}" if question else "")


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_answers_as_page_and_as_json(kind: str, client: TestClient, addresses: dict[str, str]) -> None:
    """The title of the page is the title of the data, and the page links to its data."""
    page, data = client.get(addresses[kind]), client.get(as_data(addresses[kind]))
    assert (page.status_code, data.status_code) == (200, 200)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    title = re.search("<title>(.*?)</title>", page.text)
    assert title is not None
    assert (kind == "hostile" or data.json()["title"] in unescape(title[1]))
    assert 'href="' + as_data(addresses[kind]).partition("?")[0] in page.text


def test_every_page_has_a_case_here() -> None:
    """No page is forgotten by the tests above (and so by those in the browser, which take the same addresses)."""
    listed = {page.template.removesuffix(".html") for page in PAGES}
    assert {"home", "search", "documents", "document", "events", "event", "statements"} <= listed
    assert len(PAGES) >= 17


@pytest.mark.parametrize("page", [page for page in PAGES if page.columns], ids=lambda page: page.address)
def test_lists_answer_as_csv_with_the_rows_of_the_json(page: object, client: TestClient) -> None:
    """The CSV has a column for each name, and the ids of the JSON in the same order."""
    address: str = page.address  # type: ignore[attr-defined]
    question = "?q=France" if address == "/search" else ""
    table = list(csv.DictReader(io.StringIO(client.get(f"{address}.csv{question}").text)))
    data = client.get(f"{address}.json{question}&limit=1000" if question else f"{address}.json?limit=1000").json()
    assert len(table) == len(data["rows"])
    key = "id" if "id" in page.columns else page.columns[0]  # type: ignore[attr-defined]
    assert [row[key] for row in table] == [str(row[key]) for row in data["rows"]]


@pytest.mark.parametrize("address", ["/documents", "/events", "/statements", "/actors", "/stories", "/ledger"])
def test_pages_of_a_list_follow_each_other_without_gap_or_repetition(address: str, client: TestClient) -> None:
    """Going from page to page gives every row once, in the order of the whole list."""
    key = "path" if address == "/ledger" else "id"
    whole = [row[key] for row in client.get(f"{address}.json?limit=1000").json()["rows"]]
    found: list[str] = []
    after: str | None = ""
    while after is not None:
        data = client.get(f"{address}.json", params={"limit": 7, **({"after": after} if after else {})}).json()
        found += [row[key] for row in data["rows"]]
        after = data["next"]
    assert found == whole
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere", 404), ("/documents/" + "0" * 64, 404), ("/documents/abc", 404), ("/documents/../../etc/passwd", 404),
        ("/events/e0000000000000000", 404), ("/events/%2e%2e%2fsecret", 404), ("/actors/nobody-at-all", 404),
        ("/stories/y0000000000000000", 404), ("/static/../app.py", 404), ("/static/%2e%2e/app.py", 404),
        ("/events?quad=9", 400), ("/events?type=NONSENSE", 400), ("/events?from=yesterday", 400), ("/events?limit=0", 400),
        ("/events?limit=99999999999999999999", 400), ("/events?after=x", 400), ("/ledger?after=a~b~c", 400),
        ("/documents?q=" + "x" * 600, 400), ("/statements?kind=loud", 400), ("/actors?kind=ghost", 400),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_with_words(address: str, status: int, client: TestClient) -> None:
    """An unknown record is 404, a question that cannot be understood 400; both as a page that says what to do."""
    answer = client.get(address)
    assert answer.status_code == status
    assert "<h1>" in answer.text or address.startswith("/static")


@pytest.mark.parametrize(
    "question", ['"', "foo:bar", "NEAR(", "*", "a AND", "'; DROP TABLE documents; --", "\u202e", "%", "e" * 200]
)
def test_any_words_can_be_sought(question: str, client: TestClient) -> None:
    """Signs that mean something to the search engine mean nothing to a reader."""
    for address in ("/search", "/documents", "/statements", "/actors", "/ledger"):
        assert client.get(address, params={"q": question}).status_code == 200, address


def test_search_finds_words_actors_and_records(client: TestClient, readings: dict[str, Reading]) -> None:
    """Words find documents, a name finds an actor, an id finds its record."""
    first = readings["made/first.txt"]
    assert [row["path"] for row in client.get("/search.json?q=QUARREL+over").json()["rows"]] == ["made/first.txt"]
    assert [row["path"] for row in client.get("/search.json?q=reglent+querelle").json()["rows"]] == ["made/second.txt"]
    assert client.get("/search.json?q=franc").json()["actors"][0]["id"] == "FRA"
    record = client.get(f"/search.json?q={first.reports[0].id}").json()["record"]
    assert record == f"/documents/{first.document.id}?record={first.reports[0].id}#words"
    assert client.get(f"/search.json?q={first.document.id[:16]}").json()["record"] == f"/documents/{first.document.id}"


def test_filters_take_names_as_well_as_ids(client: TestClient) -> None:
    """A state is found by its name, in any case, and by its id."""
    by_id = client.get("/events.json?state=FRA&with=DEU").json()["rows"]
    assert by_id
    assert by_id == client.get("/events.json?state=france&with=Germany").json()["rows"]


def test_a_document_shows_its_whole_text_in_order(client: TestClient, readings: dict[str, Reading]) -> None:
    """Taken together, the pieces of a page are the text, character by character, but for blank lines between blocks."""
    for path in ("made/first.txt", "made/hostile.txt"):
        document = readings[path].document
        data = client.get(f"/documents/{document.id}.json").json()
        pieces = [piece for block in data["blocks"] for piece in block["pieces"]]
        assert all(document.text[piece["start"] : piece["end"]] == piece["text"] for piece in pieces)
        assert "".join("".join(piece["text"] for piece in pieces).split()) == "".join(document.text.split())


def test_each_kind_of_record_stands_in_the_panel_with_its_words(client: TestClient, addresses: dict[str, str]) -> None:
    """A report, a statement and a mention show their evidence; what a click loads is the same panel without the page."""
    for kind, words in (("report", "From these words"), ("statement", "Speaker"), ("mention", "Because")):
        page = client.get(addresses[kind]).text
        panel = client.get(addresses[kind], headers={"hx-request": "true"}).text
        assert words in panel
        assert panel.strip() in page
        assert "<html" not in panel
        assert "lit" in page


def test_a_record_of_another_document_is_not_shown(
    client: TestClient, addresses: dict[str, str], readings: dict[str, Reading]
) -> None:
    """Ids of records are looked up within the document of the address."""
    other = readings["made/hostile.txt"].reports[0].id
    assert client.get(as_data(addresses["document"]) + f"?record={other}").json()["record"] is None


def test_an_event_shows_all_its_reports_with_their_sentences(client: TestClient, addresses: dict[str, str]) -> None:
    """Both versions of the story stand on the page of the event, each as its document words it."""
    data = client.get(as_data(addresses["event"])).json()
    assert {report["path"] for report in data["reports"]} == {"made/first.txt", "made/second.txt"}
    for report in data["reports"]:
        sentence = "".join(piece["text"] for piece in report["pieces"])
        assert sentence == "France met Germany in Vienna on 2022-06-01."


def test_a_story_lays_aligned_passages_beside_each_other(client: TestClient, addresses: dict[str, str]) -> None:
    """The original and its translation stand in one row for each aligned passage."""
    beside = client.get(as_data(addresses["story"])).json()["beside"]
    rows = [(row["left"], row["right"]) for row in beside["rows"] if row["score"] is not None]
    assert len(rows) == 2
    assert "quarrel with Germany is over" in rows[1][0] + rows[1][1]
    assert "querelle avec Germany" in rows[1][0] + rows[1][1]


def test_pages_work_while_a_run_writes(tmp_path: Path, client: TestClient, folder: Path) -> None:
    """An open write transaction does not keep a reader waiting, and is not seen."""
    from sqlalchemy import delete

    from dragoman.store import schema
    from dragoman.store.store import open_store

    class UndoneError(Exception):
        pass

    before = client.get("/events.json").json()["rows"]
    with open_store(folder) as store, suppress(UndoneError), store.writing() as connection:
        connection.execute(delete(schema.event_reports))
        assert client.get("/events.json").json()["rows"] == before
        raise UndoneError


def test_an_empty_project_says_what_to_do(tmp_path: Path, knowledge: object) -> None:
    """Where nothing was read, every list says so and the front page names the command."""
    from dragoman.store.store import open_store
    from dragoman.web.app import make_app

    open_store(tmp_path / "empty", create=True).close()
    empty = TestClient(make_app(tmp_path / "empty", knowledge), base_url="http://127.0.0.1")  # type: ignore[arg-type]
    assert "dragoman read" in empty.get("/").text
    for page in PAGES:
        if "{" not in page.address:
            assert empty.get(page.address).status_code == 200, page.address


def test_a_project_that_is_gone_is_told_on_the_page(tmp_path: Path, knowledge: object) -> None:
    """A folder without a project gives a page with the reason, not a bare failure."""
    from dragoman.web.app import make_app

    gone = TestClient(make_app(tmp_path, knowledge), base_url="http://127.0.0.1")  # type: ignore[arg-type]
    answer = gone.get("/events")
    assert answer.status_code == 503
    assert "cannot be" in answer.text
