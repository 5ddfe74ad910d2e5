"""The scorers of statements and positions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.evaluate import positions, statements
from dragoman.evaluate.statements import Said, match, same_chain, same_name, score_polnear, score_seed, shared
from dragoman.kit import Kit
from dragoman.records import Position

Spans = tuple[tuple[int, int], ...]


def test_shared_is_jaccard_over_characters() -> None:
    """Half of two spans in common gives a third."""
    assert shared([(0, 10)], [(5, 15)]) == pytest.approx(1 / 3)
    assert shared([], []) == 0.0


def test_matching_is_one_to_one_and_the_best_pairs_win() -> None:
    """Two finds of one content count once."""
    gold = [Said(content=((0, 10),))]
    found = [Said(content=((0, 9),)), Said(content=((0, 10),))]
    assert match(gold, found, 0.5) == [(0, 1, 1.0)]


def test_polnear_rows_are_scored_for_content_and_source() -> None:
    """A right content with a wrong source counts for the one and not for the other."""
    row = {"id": "a", "text": "x" * 40, "attributions": [{"source": [[0, 5]], "content": [[10, 30]]}]}
    score = score_polnear([row], "own", lambda _: [Said(content=((10, 30),), source=((35, 38),))])
    assert score.figures["content_f1_0.8"] == 1.0
    assert score.figures["source"] == 0.0
    assert score.errors[0]["error"] == "source"


def test_names_are_compared_without_order_and_brackets() -> None:
    """Several speakers are a set; what stands in brackets is a note."""
    assert same_name("Ann Lee; Bo Ek", "Bo Ek; Ann Lee")
    assert same_name("experts (unnamed)", "experts")
    assert not same_name("Ann Lee", "Bo Ek")
    assert same_chain(["A", "B"], ["A", "B"])
    assert not same_chain(["A", "B"], ["B", "A"])


def test_seed_rows_are_scored_for_chain_and_speaker() -> None:
    """Empty chains and all records are scored apart; misses and false finds are listed."""
    rows = [
        {"doc": "d", "content_start": 0, "content_end": 20, "source_canonical": "A", "chain": [], "type": "statement",
         "content": "c"},
        {"doc": "d", "content_start": 5, "content_end": 20, "source_canonical": "B", "chain": ["A"], "type": "statement",
         "content": "c"},
    ]  # fmt: skip
    found = [Said(content=((0, 20),), speaker="A"), Said(content=((6, 20),), speaker="B", chain=("Z",))]
    score = score_seed(rows, "own", {"d": found}, {})
    assert (score.figures["top_f1"], score.figures["f1"]) == (1.0, 1.0)
    assert (score.figures["speaker"], score.figures["chain"]) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [(((0, 5),), ((3, 8),), 1.0), (((0, 5),), (), 0.0), ((), ((0, 5),), 0.0), ((), (), 1.0)],
)
def test_a_source_is_right_where_it_overlaps_or_where_there_is_none(gold: Spans, found: Spans, right: float) -> None:
    """Naming a source that gold has not is as wrong as missing one that it has."""
    row = {"id": "a", "text": "x" * 40, "attributions": [{"source": [list(span) for span in gold], "content": [[10, 30]]}]}
    assert score_polnear([row], "own", lambda _: [Said(content=((10, 30),), source=found)]).figures["source"] == right


def test_every_fault_of_a_pair_is_listed_once_by_its_kind() -> None:
    """A wrong speaker, a wrong chain, a miss and a false find are told apart."""
    gold = [
        {"doc": "d", "content_start": start, "content_end": start + 9, "source_canonical": "A", "chain": chain,
         "type": "statement", "content": "c"}
        for start, chain in ((0, []), (10, ["Z"]), (20, []), (40, []))
    ]  # fmt: skip
    found = [
        Said(content=((0, 9),), speaker="A"), Said(content=((10, 19),), speaker="A"), Said(content=((20, 29),), speaker="B"),
        Said(content=((60, 69),), speaker="A"),
    ]  # fmt: skip
    errors = score_seed(gold, "own", {"d": found}, {}).errors
    assert sorted(error["error"] for error in errors) == ["chain", "false", "missed", "speaker"]


def test_an_export_of_statements_is_scored_as_the_reading_is(tmp_path: Path, kit: Kit) -> None:
    """A speaker whom the export leaves open (null) is no speaker called None."""
    row = {"doc": "d", "content_start": 0, "content_end": 9, "source_canonical": "", "chain": [], "type": "statement",
           "content": "c"}  # fmt: skip
    exported = {"path": "in/d.txt", "content": [[0, 9]], "speaker_surface": None, "speaker_name": None, "chain": [],
                "quote": "c"}  # fmt: skip
    (tmp_path / "statements.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "export.jsonl").write_text(json.dumps(exported) + "\n", encoding="utf-8")
    score = statements.evaluate(tmp_path / "statements.jsonl", kit, tmp_path / "export.jsonl")
    assert (score.figures["f1"], score.figures["speaker"]) == (1.0, 1.0)


def test_a_position_is_found_by_half_of_its_evidence() -> None:
    """Positions of the other sort do not count."""
    rows = {"forecasts": [{"doc": "d", "span": [0, 10], "evidence": "e"}], "polarity_claims": []}
    found = Position(
        id="p", statement=None, document="d", speaker_name="A", condition=None, outcome=(4, 30), horizon="", hedge="",
        kind="forecast",
    )  # fmt: skip
    assert positions.score(rows, "own", {"d": [found]}).figures["forecasts_recall"] == 1.0
    assert positions.score(rows, "own", {"d": []}).figures["forecasts_recall"] == 0.0


def test_the_seed_document_keeps_its_floor(kit: Kit, shared: Path) -> None:
    """The development document is read at least as well as asked for."""
    figures = statements.evaluate(shared / "gold" / "statements.jsonl", kit).figures
    assert figures["top_f1"] >= 0.88
    assert figures["f1"] >= 0.75
    assert figures["chain"] >= 0.85


def test_forecasts_and_claims_of_the_seeds_keep_their_floor(kit: Kit, shared: Path) -> None:
    """Three quarters of the coded forecasts and claims about the order are found."""
    figures = positions.evaluate(shared / "gold" / "system.json", kit).figures
    assert figures["forecasts_recall"] >= 0.75
    assert figures["polarity_claims_recall"] >= 0.75
