"""The record of the world after a run: what a run does not touch stays, and the result is that of all documents at once."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from dragoman import runs
from dragoman.kit import Kit
from dragoman.merge import event_pairs, meetings
from dragoman.merge.inputs import merge_document
from dragoman.merge.lineage import Lineage
from dragoman.merge.record import build_record
from dragoman.merge.stories import build_stories, version_of
from dragoman.store import renew, working
from dragoman.store.check import check_store
from dragoman.store.judgements import append, undo
from dragoman.store.store import Store, open_store
from dragoman.store.world import replace_world
from store.made_readings import dump, edges_among, new_edges, reading, store_readings

WORLD = ("actors", "stories", "story_edges", "events", "disagreements", "name_repairs", "reports", "judgements")
MEMORY = {
    "sketches": "SELECT report, place, keys, traits, damage, body FROM merge_sketches",
    "pairs": "SELECT a.report, b.report, p.kind, p.score FROM merge_pairs p "
    "JOIN merge_sketches a ON a.number = p.left JOIN merge_sketches b ON b.number = p.right",
    "states": "SELECT actor, state FROM merge_states",
}
NOW = "2026-01-05T10:00:00+00:00"


@pytest.fixture(autouse=True)
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the lines in which reports meet so short that everybody who comes in parts others; compare nothing."""
    monkeypatch.setattr(meetings, "IN_LINE", 2)
    monkeypatch.setattr(event_pairs, "IN_LINE", 2)
    monkeypatch.setattr(runs, "compare_waiting", new_edges)


def read(folder: Path, kit: Kit, *batches: Sequence[int]) -> dict[str, list[Any]]:
    """Read documents in some runs; return the tables of the record, and what the merge will use again."""
    with open_store(folder, create=True) as store:
        for batch in batches:
            runs.merge_stored(store, store_readings(store, batch), kit)
        assert check_store(store).faults == ()
    return tables(folder)


def tables(folder: Path) -> dict[str, list[Any]]:
    """Return the tables of the record, and the working memory: sketches, and the pairs of reports that agree."""
    with open_store(folder) as store, store.reading() as connection:
        memory = {name: sorted(map(tuple, connection.exec_driver_sql(query))) for name, query in MEMORY.items()}
    return dump(folder, WORLD) | memory


def parts(seed: int, count: int) -> list[list[int]]:
    """Return the numbers of documents in some order, cut into runs."""
    dice = random.Random(seed)
    numbers = dice.sample(range(count), count)
    cuts = sorted(dice.sample(range(1, count), dice.randint(1, 4)))
    return [numbers[a:b] for a, b in zip([0, *cuts], [*cuts, count], strict=True)]


@pytest.mark.parametrize("seed", range(6))
def test_reading_in_parts_gives_the_record_of_all_at_once(kit: Kit, tmp_path: Path, seed: int) -> None:
    """Whatever the order and the size of the runs, every table of the record has the same rows."""
    whole = read(tmp_path / "whole", kit, range(24))
    assert read(tmp_path / "parts", kit, *parts(seed, 24)) == whole
    assert all(whole[name] for name in ("events", "disagreements", "name_repairs"))


def test_one_document_at_a_time_gives_the_record_of_all_at_once(kit: Kit, tmp_path: Path) -> None:
    """A run for each document ends as one run for all."""
    in_turn = read(tmp_path / "parts", kit, *([number] for number in range(14, -1, -1)))
    assert in_turn == read(tmp_path / "whole", kit, range(15))


def test_the_stored_merge_gives_the_record_of_the_merge_in_memory(kit: Kit, tmp_path: Path) -> None:
    """The two ways, in memory and from the file, give one record."""
    read(tmp_path / "stored", kit, *parts(3, 24))
    stored = dump(tmp_path / "stored", WORLD)
    pages = [merge_document(reading(number)) for number in range(24)]
    edges = tuple(sorted(edges_among(range(24)), key=lambda edge: (edge.left, edge.right)))
    world = build_record(pages, kit, Lineage(stories=build_stories(map(version_of, pages), edges), edges=edges))
    with open_store(tmp_path / "stored") as store, store.writing() as connection:
        replace_world(connection, world)
    assert dump(tmp_path / "stored", WORLD) == stored


def judge(store: Store, dice: random.Random) -> None:
    """Make some judgements on records that the first documents have."""
    one, two = (reading(number) for number in dice.sample(range(6), 2))
    pairs = [(one.reports[0].id, two.reports[1].id), (one.document.id, two.document.id)]
    for left, right in pairs:
        append(store, verdict=dice.choice(("same", "different")), left=left, right=right, user="ana", now=NOW)
    append(store, verdict="reject", left=one.reports[2].id, right=None, user="ana", now=NOW)
    wrong = two.reports[3]
    append(store, verdict="wrong-actor", left=wrong.id, right=wrong.recipients[0].actor, value="FRA", user="ana", now=NOW)
    number = append(store, verdict="same", left=one.reports[1].id, right=two.reports[2].id, user="ana", now=NOW).number
    if dice.random() < 0.5:
        undo(store, number, user="ana", now=NOW)


@pytest.mark.parametrize("seed", range(4))
def test_judgements_between_two_runs_leave_no_trace_in_what_is_found(kit: Kit, tmp_path: Path, seed: int) -> None:
    """Judged before the rest is read or after it: the record is the same."""
    rest = parts(seed, 18)
    with open_store(tmp_path / "between", create=True) as store:
        for batch in ([*range(6)], *([6 + number for number in part] for part in rest)):
            runs.merge_stored(store, store_readings(store, batch), kit)
            if batch[0] == 0:
                judge(store, random.Random(seed))
    with open_store(tmp_path / "after", create=True) as store:
        runs.merge_stored(store, store_readings(store, range(24)), kit)
        judge(store, random.Random(seed))
        runs.merge_stored(store, store_readings(store, [24]), kit)
    assert read(tmp_path / "between", kit, [24]) == tables(tmp_path / "after")


def test_only_what_a_run_touches_is_worked_out_anew(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that resembles none and shares no day with others costs its own events only."""
    read(tmp_path, kit, range(20))
    built: list[int] = []
    build = renew.Events.build

    def counting(self: renew.Events, groups: list[list[int]]) -> object:
        built.append(len(groups))
        return build(self, groups)

    monkeypatch.setattr(renew.Events, "build", counting)
    read(tmp_path, kit, [21])
    assert 0 < built[0] < 60
    with open_store(tmp_path) as store, store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar() > 3 * built[0]


def test_working_memory_of_another_program_is_made_anew(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an update of the program or of the tables nothing that was worked out before is used."""
    read(tmp_path, kit, range(8))
    with open_store(tmp_path) as store, store.writing() as connection:
        connection.exec_driver_sql("UPDATE merge_sketches SET body = x'00', keys = x''")
        connection.exec_driver_sql("UPDATE merge_facts SET value = 'older' WHERE key = 'made_with'")
    assert read(tmp_path, kit, [8, 9]) == read(tmp_path / "whole", kit, range(10))
    monkeypatch.setattr(working, "version", lambda _: "9.9")
    assert working.made_with(kit) != "older"


@pytest.mark.parametrize("step", ["renew", "finish_run"])
def test_a_run_cut_while_it_merges_leaves_no_trace(
    kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Cut after the sketches were stored, then other documents come in: the record is that of all at once."""

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    read(tmp_path / "cut", kit, range(10))
    with monkeypatch.context() as patch, open_store(tmp_path / "cut") as store:
        patch.setattr(runs, step, cut)
        with pytest.raises(KeyboardInterrupt):
            runs.merge_stored(store, store_readings(store, [10, 11, 12]), kit)
    assert read(tmp_path / "cut", kit, [13, 14]) == read(tmp_path / "whole", kit, range(15))


def test_sketches_are_loaded_some_at_a_time(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few sketches fit into memory, and however few places in line are looked at together, the record is the same."""
    whole = read(tmp_path / "whole", kit, range(12))
    monkeypatch.setattr(working, "_KEPT", 3)
    monkeypatch.setattr(meetings, "_AT_ONCE", 7)
    assert read(tmp_path / "few", kit, range(6), range(6, 12)) == whole
