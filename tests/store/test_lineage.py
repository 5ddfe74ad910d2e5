"""Lineage in the project file."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from dragoman.kit import Kit
from dragoman.project import open_project
from dragoman.store import lineage, schema
from dragoman.store.store import open_store

REPORT = (
    "The foreign ministers of Norway and Kenya met in Oslo on Monday. They discussed fishing rights off East Africa. "
    "Norway promised to send two patrol boats before the summer. Kenya's minister thanked his host for the offer. "
    "Both sides plan to sign a treaty in Nairobi next year. Opposition parties in Kenya criticised the plan."
)
OTHER = (
    "A court in Uruguay ordered the railway to pay its pensioners. The sum is larger than a year's receipts. "
    "Unions celebrated in front of the station in Montevideo. The company will appeal to the supreme court."
)
TEXTS = {
    "a.txt": REPORT,
    "b.txt": REPORT.replace("thanked his host", "thanked Oslo"),
    "c.txt": OTHER,
    "d.txt": " ".join(REPORT.split(". ")[1:4]) + ".",
}


def read(folder: Path, kit: Kit, *batches: list[str]) -> list[tuple[str, str, str]]:
    """Read texts in several runs; return the edges by the names of the files."""
    inputs = folder / "inputs"
    inputs.mkdir(parents=True)
    for name, text in TEXTS.items():
        (inputs / name).write_text(text, encoding="utf-8")
    with open_project(folder / "project", kit) as project:
        for batch in batches:
            project.read([inputs / name for name in batch], workers=1)
        names = {row["id"]: Path(str(row["path"])).name for row in project.rows("documents")}
        found = []
        for row in project.rows("story_edges"):
            left, right = sorted((names[str(row["left"])], names[str(row["right"])]))
            found.append((left, right, str(row["relation"])))
        return sorted(found)


def test_documents_that_come_later_find_those_that_were_there(kit: Kit, tmp_path: Path) -> None:
    """Three runs give the same edges as one."""
    at_once = read(tmp_path / "one", kit, sorted(TEXTS))
    in_turn = read(tmp_path / "three", kit, ["b.txt", "c.txt"], ["d.txt"], ["a.txt"])
    assert at_once == in_turn
    assert {(left, right) for left, right, _ in at_once} == {("a.txt", "b.txt"), ("a.txt", "d.txt"), ("b.txt", "d.txt")}


def test_a_run_loads_the_texts_of_candidates_only(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nothing resembles is not loaded, and what was compared before is not compared again."""
    loaded: list[str] = []
    load = lineage.load_text
    monkeypatch.setattr(lineage, "load_text", lambda connection, name: loaded.append(name) or load(connection, name))
    read(tmp_path, kit, ["a.txt", "c.txt"])
    assert loaded == []
    with open_project(tmp_path / "project", kit) as project:
        project.read([tmp_path / "inputs" / "b.txt"], workers=1)
        paths = {str(row["id"]): Path(str(row["path"])).name for row in project.rows("documents")}
    assert {paths[name] for name in loaded} == {"a.txt", "b.txt"}


def test_every_document_is_compared_once(kit: Kit, tmp_path: Path) -> None:
    """After a run no fingerprint waits, and each key stands in the index for each document that has it."""
    read(tmp_path, kit, sorted(TEXTS))
    with open_store(tmp_path / "project") as store, store.reading() as connection:
        prints = schema.fingerprints.c
        assert connection.scalars(select(prints.compared)).all() == [True] * len(TEXTS)
        keys = sum(len(blob) // 8 for blob in connection.scalars(select(prints["keys"])))
        assert connection.scalar(select(func.count()).select_from(schema.bands)) == keys
