"""Scores of the signed network."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.evaluate.ties import evaluate
from dragoman.kit import Kit

TEXT = (
    "The French foreign minister met her Turkish counterpart in Ankara on Monday.\n\n"
    "The United States imposed sanctions on Iran. France did not sign an agreement with Iran.\n"
)


def tie(a: str, b: str, sign: int, evidence: str) -> dict[str, Any]:
    """Return a coded tie."""
    start = TEXT.index(evidence)
    return {"doc": "page", "a": a, "b": b, "sign": sign, "evidence": evidence, "span": [start, start + len(evidence)]}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Return a gold file with its text beside it: five ties that can be carried, three that cannot or are not there."""
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    ties = [
        tie("FRA", "TUR", 1, "met her Turkish counterpart"),
        tie("TUR", "France", 1, "imposed sanctions on Iran"),
        tie("USA", "IRN", -1, "imposed sanctions on Iran"),
        tie("USA", "IRN", 1, "imposed sanctions on Iran"),
        tie("USA", "IRN", 0, "imposed sanctions on Iran"),
        tie("USA", "the friends of Iran", 1, "imposed sanctions on Iran"),
    ]
    path = tmp_path / "system.json"
    path.write_text(json.dumps({"ties": ties}), encoding="utf-8")
    return path


def test_ties_are_found_by_pair_and_sign_and_in_place_by_their_evidence(gold: Path, kit: Kit) -> None:
    """A tie of the right sign is found wherever the document reports it, in place only where it is coded."""
    found = evaluate(gold, kit)
    assert (found.counts["gold"], found.counts["no_sign"], found.counts["no_actor"]) == (6, 1, 1)
    assert (found.counts["carried"], found.counts["found"], found.counts["in_place"]) == (4, 3, 2)
    assert found.figures["recall"] == 0.75
    assert [row["error"] for row in found.errors] == ["found elsewhere", "missed", "no actor of the tables"]


def test_the_coded_ties_of_the_seeds_are_in_the_network(shared: Path, kit: Kit) -> None:
    """Three quarters of the ties that a report can carry are there with the right sign."""
    assert evaluate(shared / "gold/system.json", kit).figures["recall"] >= 0.75
