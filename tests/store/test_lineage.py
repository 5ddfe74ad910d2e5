"""Lineage in the project file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Connection, inspect, select

from dragoman.kit import Kit
from dragoman.merge.inputs import MergeDocument
from dragoman.project import open_project
from dragoman.records import LineageEdge
from dragoman.store import lineage, schema, write
from dragoman.store.judgements import append, undo
from dragoman.store.queries import is_stale
from dragoman.store.store import Store, open_store

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


def write_texts(inputs: Path) -> list[Path]:
    """Write the texts into a folder; return their paths."""
    inputs.mkdir(parents=True)
    for name, words in TEXTS.items():
        (inputs / name).write_text(words, encoding="utf-8")
    return sorted(inputs.iterdir())


def read(folder: Path, kit: Kit, *batches: list[str]) -> list[tuple[str, str, str]]:
    """Read texts in several runs; return the edges by the names of the files."""
    inputs = folder / "inputs"
    write_texts(inputs)
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
    """After a run no fingerprint waits."""
    read(tmp_path, kit, sorted(TEXTS))
    with open_store(tmp_path / "project") as store, store.reading() as connection:
        assert connection.scalars(select(schema.fingerprints.c.compared)).all() == [True] * len(TEXTS)


@pytest.mark.parametrize(
    ("module", "step", "times"),
    [(lineage, "_note_batch", 0), (lineage, "_note_batch", 2), (lineage, "load_text", 0), (lineage, "load_text", 2),
     (write, "save_edges", 0), (write, "replace_world", 0)],
)  # fmt: skip
def test_a_merge_cut_anywhere_is_completed_to_the_same_bytes(
    kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType, step: str, times: int
) -> None:
    """Cut between batches, while texts are compared or at the end: nothing half done shows, and the next run ends the same."""
    monkeypatch.setattr(lineage, "_BATCH", 1)
    inputs = write_texts(tmp_path / "inputs")
    with open_project(tmp_path / "whole", kit) as project:
        project.read(inputs, workers=1)
    with open_project(tmp_path / "cut", kit) as project:
        with monkeypatch.context() as patch:
            patch.setattr(module, step, cut_after(times, getattr(module, step)))
            with pytest.raises(KeyboardInterrupt):
                project.read(inputs, workers=1)
        assert stored(tmp_path / "cut", "story_edges", "stories") == {"story_edges": [], "stories": []}
        assert not project.check().faults
        project.read(inputs, workers=1)
        assert not project.check().faults
    names = ("fingerprints", "meta", "story_edges", *(table.name for table in schema.WORLD))
    assert stored(tmp_path / "cut", *names) == stored(tmp_path / "whole", *names)


def cut_after(times: int, call: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that works so many times; then it is as if the process were stopped."""
    left = [None] * times

    def cut(*arguments: Any) -> Any:
        if not left:
            raise KeyboardInterrupt
        left.pop()
        return call(*arguments)

    return cut


def stored(project: Path, *names: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return rows as they stand in the file of a project; pairs may wait in it only while the record is stale."""
    with open_store(project) as store, store.reading() as connection:
        assert is_stale(connection) or "waiting_pairs" not in inspect(connection).get_table_names()
        return {name: sorted(map(tuple, connection.exec_driver_sql(f"SELECT * FROM {name}")), key=repr) for name in names}


def test_an_analyst_can_judge_while_texts_are_compared(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A judgement made in the midst of comparing is stored at once, and the record that follows has it laid over it."""
    read(tmp_path, kit, ["a.txt", "c.txt"])
    folder, load = tmp_path / "project", lineage.load_text
    made: list[int] = []

    def judge_once(connection: Connection, name: str) -> MergeDocument:
        if not made:
            with open_store(folder) as other:  # it would wait for thirty seconds, then fail, were a transaction open
                judged = append(other, verdict="same", left="a.txt", right="c.txt", user="ana", now="2026-01-05T10:00:00+00:00")
                made.append(judged.number)
                assert story_of(other, "a.txt") == story_of(other, "c.txt")
        return load(connection, name)

    monkeypatch.setattr(lineage, "load_text", judge_once)
    with open_project(folder, kit) as project:
        project.read([tmp_path / "inputs" / "b.txt"], workers=1)
        assert made == [1]
        assert not project.check().faults
    with open_store(folder) as store:
        assert story_of(store, "a.txt") == story_of(store, "b.txt") == story_of(store, "c.txt")
        undo(store, 1, user="ana", now="2026-01-05T10:01:00+00:00")
        assert story_of(store, "a.txt") == story_of(store, "b.txt") != story_of(store, "c.txt")


def story_of(store: Store, name: str) -> str | None:
    """Return the story of the document with a file name."""
    member, document = schema.story_members.c, schema.documents.c
    with store.reading() as connection:
        return connection.scalar(select(member.story).join(schema.documents).where(document.path.endswith(f"/{name}")))


def test_edges_are_alike_fresh_and_loaded(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stories are built from the very edges that are stored, to the last figure."""
    saved: list[LineageEdge] = []

    def save(connection: Connection, edges: Sequence[LineageEdge]) -> None:
        saved.extend(edges)
        lineage.save_edges(connection, edges)

    monkeypatch.setattr(write, "save_edges", save)
    read(tmp_path, kit, sorted(TEXTS))
    with open_store(tmp_path / "project") as store, store.reading() as connection:
        loaded = tuple(lineage.load_edges(connection))
    assert loaded
    assert sorted(saved, key=lambda edge: (edge.left, edge.right)) == list(loaded)
