"""The score of blocks: by characters where spans are given, by aligned words where paragraphs are."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluate.blocks import aligned_characters, evaluate
from dragoman.kit import Kit

TEXT = "Norway and Chile signed a fisheries accord in Oslo on Monday after two years of difficult talks."


def test_spans_are_scored_by_characters(kit: Kit, tmp_path: Path) -> None:
    """Half of the wanted characters found gives recall 0.5; what was missed is listed with its text."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "body_spans.json").write_text(json.dumps({"a.txt": [[0, 96]]}))
    (tmp_path / "found.json").write_text(json.dumps({"a.txt": [[0, 48]]}))
    score = evaluate(tmp_path, kit, tmp_path / "found.json")
    assert score.figures["recall:a.txt"] == 0.5
    assert score.figures["precision:a.txt"] == 1.0
    assert score.errors[0]["text"] == TEXT[48:96]
    assert evaluate(tmp_path, kit).figures["f1"] == pytest.approx(1.0, abs=0.01)


def test_pages_are_scored_by_aligned_words(kit: Kit, tmp_path: Path) -> None:
    """A saved page is read as any input and compared with its paragraphs."""
    second = "Parliaments in both capitals still have to approve the text, which they are expected to do by the summer."
    page = f"<html><body><article><p>{TEXT}</p><p>{second}</p></article></body></html>"
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page.encode()))
    (tmp_path / "gold.jsonl").write_text(json.dumps({"file": "a.html.gz", "body": [TEXT, second]}) + "\n")
    assert evaluate(tmp_path, kit).figures["f1"] > 0.95


def test_alignment_keeps_order() -> None:
    """Words that both texts have, but in another order, do not all count."""
    assert aligned_characters("one two", "one two") == (6, 6, 6)
    assert aligned_characters("two one", "one two") == (3, 6, 6)
    assert aligned_characters("", "one two") == (0, 0, 6)


def test_missing_text_is_said(kit: Kit, tmp_path: Path) -> None:
    """Gold without its text, or a folder without gold, names what to do."""
    (tmp_path / "body_spans.json").write_text(json.dumps({"absent.txt": [[0, 1]]}))
    with pytest.raises(InputError, match=r"absent\.txt"):
        evaluate(tmp_path, kit)
    with pytest.raises(InputError, match="body_spans"):
        evaluate(tmp_path / "nowhere", kit)


def test_saved_pages_of_the_development_set_reach_the_floor(kit: Kit, shared: Path) -> None:
    """On 139 saved pages of many publishers the mean score is at least 0.94 (0.96 when pinned)."""
    assert evaluate(shared / "data" / "pages", kit).figures["f1"] >= 0.94
