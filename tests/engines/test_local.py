"""The local engine: order, faults, dead and hanging workers."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dragoman.engines.local import Inline, LocalPool, open_engine
from dragoman.errors import EngineError, SettingsError
from dragoman.kit import Kit
from dragoman.settings import Settings


def double(item: int, kit: Kit) -> int:
    """Return twice the item; later items are faster, so that they overtake."""
    time.sleep(0.02 if item % 5 == 0 else 0)
    return item * 2 if kit.settings.workers >= 0 else 0


def stumble(item: int, kit: Kit) -> int:
    """Fail on one item, die on another, hang on a third."""
    if item == 2:
        raise ValueError("not two")
    if item == 4:
        os._exit(9)
    if item == 6:
        time.sleep(600)
    return item


def die_once(item: str, kit: Kit) -> str:
    """Kill the worker the first time only."""
    if not Path(item).exists():
        Path(item).touch()
        os._exit(1)
    return "read"


def test_one_worker_is_this_process(kit: Kit) -> None:
    """With one worker no process is started."""
    assert isinstance(open_engine(kit, 1), Inline)


def test_a_failing_item_gives_a_reason_and_the_rest_goes_on(kit: Kit) -> None:
    """An exception on one item becomes its reason, with the place where it arose."""
    done = list(Inline(kit).map(stumble, [1, 2, 3]))
    assert [item.result for item in done] == [1, None, 3]
    assert done[1].reason == "failed"
    assert done[1].message == "ValueError: not two"


def unset(item: int, kit: Kit) -> int:
    """Need a model that a setting names and nobody has."""
    raise SettingsError("install that package")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_wrong_setting_stops_everything(kit: Kit, workers: int) -> None:
    """A model that is not there would reject every document by itself: it is said once, whoever does the work."""
    with closing(open_engine(kit, workers)) as engine, pytest.raises(SettingsError, match="install that package"):
        list(engine.map(unset, [1, 2, 3]))


def test_results_come_in_the_order_of_the_items(kit: Kit) -> None:
    """Two workers give what one gives, in the same order, and draw no more than a few items ahead."""
    drawn = 0

    def items() -> Iterator[int]:
        nonlocal drawn
        for item in range(40):
            drawn += 1
            yield item

    with closing(LocalPool(kit.settings, 2)) as pool:
        results = pool.map(double, items())
        assert next(results).result == 0
        assert drawn <= 10
        assert [done.result for done in results] == [item * 2 for item in range(1, 40)]


def test_two_maps_share_the_workers(kit: Kit) -> None:
    """A map may draw its items from the results of another."""
    with closing(LocalPool(kit.settings, 2)) as pool:
        first = (done.result for done in pool.map(double, range(20)))
        assert [done.result for done in pool.map(double, first)] == [item * 4 for item in range(20)]


def test_a_dying_or_hanging_worker_costs_one_item(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that kills or holds up its worker twice is given up by name; all others are read."""
    monkeypatch.setattr("dragoman.engines.local._START_SECONDS", 30.0)
    with closing(LocalPool(Settings(document_seconds=0.5), 2)) as pool:
        list(pool.map(double, range(4)))  # both workers are warm
        monkeypatch.setattr("dragoman.engines.local._START_SECONDS", 8.0)  # a busy machine needs some to load the tables
        done = list(pool.map(stumble, range(9)))
    assert [item.result for item in done] == [0, 1, None, 3, None, 5, None, 7, 8]
    assert [item.reason for item in done if item.reason] == ["failed", "worker_died", "timeout"]
    assert "document_seconds" in done[6].message


def test_a_document_is_tried_twice(kit: Kit, tmp_path: Path) -> None:
    """A worker that dies once, for want of memory say, costs nothing."""
    with closing(LocalPool(kit.settings, 2)) as pool:
        assert [done.result for done in pool.map(die_once, [str(tmp_path / "mark")])] == ["read"]


def test_workers_that_cannot_start_stop_the_run(tmp_path: Path) -> None:
    """When the workers themselves are broken, no document is blamed."""
    broken = Settings(knowledge=str(tmp_path))
    (tmp_path / "states.csv").write_text("nonsense\n1\n", encoding="utf-8")
    with closing(LocalPool(broken, 2)) as pool, pytest.raises(EngineError, match="did not start"):
        list(pool.map(double, [1]))
