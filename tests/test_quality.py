"""Quality floors: what is read from our own annotated documents never gets worse unnoticed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.evaluate.harness import score_kind
from dragoman.kit import Kit

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("gold", sorted(FLOORS))
def test_quality_does_not_fall(kit: Kit, gold: str) -> None:
    """Every figure stays at or above its floor; lowering a floor needs a reason in the changelog."""
    kind, _, place = gold.partition(" ")
    score = score_kind(kind, HERE / place, kit)
    low = {name: score.figures[name] for name, floor in FLOORS[gold].items() if score.figures[name] < floor}
    assert not low, f"{gold}: {low} under the floors {FLOORS[gold]}"


def test_every_kind_of_gold_of_ours_has_a_floor() -> None:
    """Gold without a floor guards nothing."""
    assert {gold.split(" ")[0] for gold in FLOORS} >= {"blocks", "events", "statements", "links", "dates", "grouping"}
