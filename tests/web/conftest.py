"""A project of our own making for the pages: thirty ordinary documents, a translated story, and one article that attacks."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from sqlalchemy import insert
from starlette.testclient import TestClient

from dragoman.knowledge.load import Knowledge, load_knowledge
from dragoman.records import Reading
from dragoman.store import schema
from dragoman.store.store import open_store
from dragoman.web.app import make_app

sys.path.insert(0, str(Path(__file__).parent))  # made.py serves the benchmark too

from web.made import Sketch, sketches, write_project

HOSTILE_TITLE = '<img src=x onerror="document.title=\'run\'"> & <b>bold</b>'
HOSTILE = (
    "<script>document.title='run'</script> closes </script> nothing.\n"
    "\x1b[31mred\x1b[0m and \u202egnihtyna\u202c and zero\u200bwidth.\n"
    '{"id": "e0000000000000000", "type": "AGREE"} "onmouseover="alert(1)\n'
    "{{ 7 * 7 }} {% raw %} &lt;already&gt;\n"
)


def our_sketches() -> list[Sketch]:
    """Return the documents of the tests' project."""
    story = [
        Sketch(title="Paris and Berlin settle a quarrel", acts=[("France", "met", "Germany", "2022-06-01")],
               words=[("France", "the quarrel with Germany is over")], outlet="Littoral", day="2022-06-02", story="quarrel",
               path="made/first.txt"),
        Sketch(title="Paris et Berlin règlent une querelle", acts=[("France", "met", "Germany", "2022-06-01")], language="fr",
               words=[("France", "la querelle avec Germany est finie")], day="2022-06-03", outlet="Meridian Post",
               story="quarrel", relation="translation", path="made/second.txt"),
        Sketch(title=HOSTILE_TITLE, acts=[("Turkey", "accused", "Iran", "2022-07-01")],
               words=[("Turkey", "<script>alert('said')</script> Iran is \u202egnorw")], raw=HOSTILE, day="2022-07-02",
               outlet="<i>Outlet</i>", path="made/hostile.txt"),
    ]  # fmt: skip
    return [*sketches(30), *story]


@pytest.fixture(scope="session")
def readings() -> dict[str, Reading]:
    """Return the readings of the project, by path; the fixture `folder` fills it."""
    return {}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, readings: dict[str, Reading]) -> Path:
    """Return a project folder."""
    made = tmp_path_factory.mktemp("room") / "atlas"
    readings.update({reading.document.path: reading for reading in write_project(made, our_sketches())})
    _align(made, readings["made/first.txt"], readings["made/second.txt"])
    return made


def _align(folder: Path, one: Reading, other: Reading) -> None:
    """Store how two documents of a story relate: their first sentences are aligned."""
    left, right = sorted((one, other), key=lambda reading: reading.document.id)
    row = {
        "left": left.document.id, "right": right.document.id, "relation": "translation",
        "direction": "left-first" if left is one else "right-first", "extent": "whole", "probability": 0.9,
        "left_coverage": 0.8, "right_coverage": 0.7, "order": 1.0, "reasons": ["made for the tests"],
        "passages": [[left.sentences[0], right.sentences[0], 0.9], [left.sentences[1], right.sentences[1], 0.8]],
    }  # fmt: skip
    with open_store(folder) as store, store.writing() as connection:
        connection.execute(insert(schema.story_edges), [row])


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """Return the bundled tables of facts."""
    return load_knowledge(None)


@pytest.fixture(scope="session")
def client(folder: Path, knowledge: Knowledge) -> TestClient:
    """Return a reader of the pages."""
    return TestClient(make_app(folder, knowledge), base_url="http://127.0.0.1:8765", follow_redirects=False)


@pytest.fixture
def own_client(tmp_path: Path, knowledge: Knowledge) -> TestClient:
    """Return a reader of a small project that a test may change."""
    write_project(tmp_path / "own", our_sketches()[-3:])
    return TestClient(make_app(tmp_path / "own", knowledge), base_url="http://127.0.0.1:8765", follow_redirects=False)


@pytest.fixture(scope="session")
def addresses(client: TestClient, readings: dict[str, Reading]) -> dict[str, str]:
    """Return one address of every kind of page."""
    first, hostile = readings["made/first.txt"], readings["made/hostile.txt"]
    event = client.get("/events.json?state=FRA&with=DEU&from=2022-06-01&to=2022-06-01&type=CONSULT").json()["rows"][0]["id"]
    story = client.get("/stories.json?relation=translation").json()["rows"][0]["id"]
    document = f"/documents/{first.document.id}"
    return {
        "home": "/", "home told": "/?dated=telling",
        "search": "/search?q=quarrel", "search nothing": "/search", "documents": "/documents",
        "document": document, "hostile": f"/documents/{hostile.document.id}",
        "report": f"{document}?record={first.reports[0].id}", "statement": f"{document}?record={first.statements[0].id}",
        "mention": f"{document}?record={first.mentions[0].id}", "events": "/events", "no events": "/events?state=BRA",
        "event": f"/events/{event}", "statements": "/statements", "actors": "/actors", "actor": "/actors/FRA",
        "person": "/actors/emmanuel-macron", "organisation": "/actors/NATO", "stories": "/stories",
        "story": f"/stories/{story}", "dyads": "/dyads", "dyad": "/dyads/FRA/DEU",
        "dyad less": "/dyads/FRA/DEU?without=Littoral", "dyad told": "/dyads/FRA/DEU?dated=telling",
        "outlets": "/outlets",
        "map": "/map", "network": "/network", "system": "/system", "ledger": "/ledger", "judgements": "/judgements",
    }  # fmt: skip
