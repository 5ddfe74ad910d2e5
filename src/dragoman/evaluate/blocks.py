"""Scores which text of a page is taken for the article.

Two forms of gold. Spans: `body_spans.json` maps a file's name to `[[start, end], ...]`; scored by characters. Pages:
`gold.jsonl` gives the paragraphs of saved pages; there the texts differ in blanks and order of parts, so the score aligns
words: the longest common subsequence of the two sequences of words, each word weighing as many characters as it has
(the word-level form of ROUGE-L, C.-Y. Lin 2004, which page extractors are compared by).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import InputError
from dragoman.evaluate.score import Score, characters, precision_recall, read_jsonl
from dragoman.intake.blocks import body_spans, find_blocks
from dragoman.intake.files import list_inputs, read_input
from dragoman.kit import Kit
from dragoman.records import Document, Span

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")


def evaluate(gold: Path, kit: Kit, predictions: Path | None = None) -> Score:
    """Score body spans (a folder or file with `body_spans.json`) or saved pages (a folder or file `gold.jsonl`).

    `predictions` is a JSON file: file name to spans (spans form), or to the text of the body (pages form).

    Raises:
        InputError: the folder holds neither, or a text that the gold names is missing.
    """
    given = json.loads(predictions.read_text(encoding="utf-8")) if predictions is not None else None
    spans_file = gold / "body_spans.json" if gold.is_dir() else gold
    if spans_file.name.endswith(".json") and spans_file.is_file():
        return _evaluate_spans(spans_file, kit, given)
    pages_file = gold / "gold.jsonl" if gold.is_dir() else gold
    if pages_file.is_file():
        return _evaluate_pages(pages_file, kit, given)
    raise InputError("bad_gold", f"{gold}: no body_spans.json and no gold.jsonl here; name the folder that holds one")


def _evaluate_spans(file: Path, kit: Kit, given: Mapping[str, Any] | None) -> Score:
    wanted: dict[str, list[Span]] = json.loads(file.read_text(encoding="utf-8"))
    figures: dict[str, float] = {}
    errors: list[dict[str, Any]] = []
    totals = [0, 0, 0]
    for name in sorted(wanted):
        document = _read_one(_find_text(file.parent, name), kit)
        found = given.get(name, []) if given is not None else body_spans(find_blocks(document, kit), document.text)
        right, left = characters(_pairs(wanted[name])), characters(_pairs(found))
        precision, recall, f1 = precision_recall(len(right & left), len(left), len(right))
        figures |= {f"f1:{name}": f1, f"precision:{name}": precision, f"recall:{name}": recall}
        totals = [total + size for total, size in zip(totals, (len(right & left), len(left), len(right)), strict=True)]
        errors += _differences(document.text, name, right, left)
    return _finished("spans", file, figures, totals, errors)


def _pairs(spans: Any) -> list[Span]:
    return [(int(start), int(end)) for start, end in spans]


def _differences(text: str, name: str, wanted: set[int], found: set[int]) -> list[dict[str, Any]]:
    """Return the stretches that were missed or wrongly taken, blanks aside."""
    rows = []
    for kind, offsets in (("missed", wanted - found), ("wrong", found - wanted)):
        for start, end in _stretches(offsets):
            if text[start:end].strip():
                rows.append({"file": name, "error": kind, "start": start, "end": end, "text": text[start:end][:200]})
    return rows


def _stretches(offsets: set[int]) -> list[Span]:
    joined: list[Span] = []
    for offset in sorted(offsets):
        if joined and joined[-1][1] == offset:
            joined[-1] = (joined[-1][0], offset + 1)
        else:
            joined.append((offset, offset + 1))
    return joined


def _evaluate_pages(file: Path, kit: Kit, given: Mapping[str, Any] | None) -> Score:
    figures: dict[str, float] = {}
    errors: list[dict[str, Any]] = []
    totals = [0, 0, 0]
    for row in read_jsonl(file):
        name = str(row["file"])
        found = str(given.get(name, "")) if given is not None else _body_of(file.parent / name, kit)
        right, left, wanted = aligned_characters(found, "\n".join(row["body"]))
        precision, recall, f1 = precision_recall(right, left, wanted)
        figures |= {f"f1:{name}": f1, f"precision:{name}": precision, f"recall:{name}": recall}
        totals = [total + size for total, size in zip(totals, (right, left, wanted), strict=True)]
        if f1 < 0.9:
            errors.append({"file": name, "error": "low", "f1": round(f1, 4), "found": found[:200]})
    return _finished("pages", file, figures, totals, errors)


def aligned_characters(found: str, wanted: str) -> tuple[int, int, int]:
    """Return the characters of the words that both texts share in order, and of all words of each text.

    >>> aligned_characters("Menu One two three.", "One two three.")
    (11, 15, 11)
    """
    from rapidfuzz.distance import LCSseq

    left, right = _WORD.findall(found), _WORD.findall(wanted)
    shared = sum(
        len(left[index])
        for block in LCSseq.opcodes(left, right)
        if block.tag == "equal"
        for index in range(block.src_start, block.src_end)
    )
    return shared, sum(map(len, left)), sum(map(len, right))


def _finished(
    kind: str, file: Path, figures: dict[str, float], totals: list[int], errors: list[dict[str, Any]]
) -> Score:
    """Return the score: the mean over documents first, then over all characters, then each document."""
    each = [value for name, value in figures.items() if name.startswith("f1:")]
    precision, recall, f1 = precision_recall(*totals)
    means = {
        "f1": sum(each) / len(each) if each else 0.0,
        "lowest_f1": min(each, default=0.0),
        "all_f1": f1, "all_precision": precision, "all_recall": recall,
    }  # fmt: skip
    return Score(
        kind="blocks",
        gold=f"{file} ({kind})",
        figures=means | figures,
        counts={"documents": len(each), "right": totals[0], "found": totals[1], "wanted": totals[2]},
        errors=tuple(errors),
    )


def _find_text(folder: Path, name: str) -> Path:
    """Return the file of a text: beside the gold, in a folder near it, or among the samples of the package."""
    beside = (folder, folder / "documents", folder.parent / "seeds", folder.parent / "samples")
    for place in (*beside, Path(__file__).parent.parent / "samples" / "documents"):
        if (place / name).is_file():
            return place / name
    raise InputError("bad_gold", f"the text {name} is neither in {folder} nor in its documents folder; put it there")


def _read_one(path: Path, kit: Kit) -> Document:
    """Read one file as `dragoman read` does, without its limits."""
    settings = msgspec.structs.replace(kit.settings, max_file_bytes=1 << 30, max_text_chars=1 << 30)
    for item in list_inputs([path]):
        for read in read_input(item, settings):
            if read.document is not None:
                return read.document
            raise InputError("bad_gold", f"{path}: {read.reason}")
    raise InputError("bad_gold", f"{path}: nothing to read")


def _body_of(path: Path, kit: Kit) -> str:
    """Return the text of the body of a saved page; empty where the page gives none."""
    try:
        document = _read_one(path, kit)
    except InputError:
        return ""
    spans = body_spans(find_blocks(document, kit), document.text)
    return "\n".join(document.text[start:end] for start, end in spans)
