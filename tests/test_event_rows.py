"""A project's events as an event table: each report with outlet, language, story and voice."""

from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.kit import Kit
from dragoman.system.event_table import EVENT_SCHEMA
from dragoman.system.sensitivity import of_pair, sources_of

TEXTS = {
    "one.txt": "The French foreign minister met his German counterpart in Berlin on 5 October 2021.",
    "copy.txt": "The French foreign minister met his German counterpart in Berlin on 5 October 2021.\n",
    "two.txt": 'Poland accused Hungary of blackmail on 4 May 2021. "Hungary has threatened Poland," said analyst Jan Kral.',
}


@pytest.fixture(scope="module")
def table(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> object:
    """Return the event table of a project of our own texts."""
    folder = tmp_path_factory.mktemp("events")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with dragoman.open_project(folder / "P", kit) as project:
        project.read([str(folder / name) for name in TEXTS], workers=1, language="en", outlet="Gazette")
        return project.events_table()


def test_it_is_an_event_table(table: object) -> None:
    """Columns and types are those of every event table."""
    assert table.schema == EVENT_SCHEMA  # type: ignore[attr-defined]


def test_a_mutual_event_has_both_directions_and_copies_one_story(table: object) -> None:
    """The meeting is one event in two rows, with two reports of one story by one outlet: one source."""
    rows = of_pair(table, "FRA", "DEU")
    found = rows.to_pylist()
    assert {(row["source"], row["target"]) for row in found} == {("FRA", "DEU"), ("DEU", "FRA")}
    assert len({row["event"] for row in found}) == 1
    assert (len(found[0]["reports"]), set(found[0]["outlets"]), len(set(found[0]["stories"]))) == (2, {"Gazette"}, 1)
    assert sources_of(rows).words == "one source"
    assert str(found[0]["day"]) == "2021-10-05"
    assert found[0]["cameo"]
    assert all(0.5 < score <= 1 for score in found[0]["scores"])


def test_the_narrator_and_the_analyst_have_their_own_voices(table: object) -> None:
    """What the text says itself is narration; what the analyst says is an expert's."""
    voices = {row["type"]: set(row["voices"]) for row in table.to_pylist()}  # type: ignore[attr-defined]
    assert voices["ACCUSE"] == {"narration"}
    assert voices["THREATEN"] == {"expert"}


def test_an_empty_project_gives_an_empty_table(kit: Kit, tmp_path: Path) -> None:
    """No events, but the columns."""
    (tmp_path / "void.txt").write_text("Nothing of note.", encoding="utf-8")
    with dragoman.open_project(tmp_path / "P", kit) as project:
        project.read([str(tmp_path / "void.txt")], workers=1, language="en")
        assert project.events_table().schema == EVENT_SCHEMA


def test_an_event_knows_the_first_day_on_which_it_was_told(kit: Kit, tmp_path: Path) -> None:
    """Of two copies the earlier counts; an article of unknown day tells nothing."""
    text = "France recalled its ambassador from Canberra on Friday."
    with dragoman.open_project(tmp_path / "P", kit) as project:
        for ending, published in (("", "2021-09-20"), ("\n", "2021-09-18"), ("\n\n", None)):
            (tmp_path / "a.txt").write_text(text + ending, encoding="utf-8")
            project.read([str(tmp_path / "a.txt")], workers=1, language="en", published=published)
        rows = project.events_table().to_pylist()
    assert [(len(row["reports"]), str(row["told_day"])) for row in rows] == [(3, "2021-09-18")]
