"""Answers are kept while the project stays as it is, and no longer."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from dragoman.store.store import open_store
from dragoman.web.kept import Kept
from web.test_judge import HERE


def test_an_answer_is_made_once_until_the_project_changes(folder: Path) -> None:
    """The second question costs nothing; after a change the answer is made anew."""
    made: list[int] = []
    kept = Kept(folder)
    for _ in range(3):
        kept.answer("q", lambda: made.append(1))
    assert len(made) == 1
    with open_store(folder) as store, store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO meta(key, value) VALUES ('tested', '1')")
    kept.answer("q", lambda: made.append(1))
    assert len(made) == 2


def test_only_the_last_answers_are_kept(tmp_path: Path) -> None:
    """A reader who asks for everything does not fill the memory."""
    open_store(tmp_path, create=True).close()
    kept = Kept(tmp_path)
    made: list[int] = []
    for number in range(200):
        kept.answer(number, lambda number=number: made.append(number))  # type: ignore[misc]
    kept.answer(0, lambda: made.append(0))
    assert len(made) == 201


def test_a_judgement_shows_at_once(own_client: TestClient) -> None:
    """Lists that were read before a judgement are not shown after it."""
    before = own_client.get("/events.json").json()["rows"]
    report = own_client.get(f"/events/{before[0]['id']}.json").json()["reports"][0]["id"]
    own_client.post("/judgements", data={"verdict": "reject", "left": report, "user": "Ana"}, headers=HERE)
    assert own_client.get("/events.json").json()["rows"] != before
