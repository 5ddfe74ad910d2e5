"""Relations of a given pair: our figures beside the published ones, computed on the rows that are given.

Run: `python benchmarks/peers.py [FILE] [--peer NAME=PREDICTIONS ...] [--cut START:STOP]`

FILE is a set in PLV form (sentence with <s>source</s> and <t>target</t>, type), by default PLV's development split. A peer's
predictions, one JSON object {"type": ...} a line in the order of FILE, are scored by the same code on the same rows; so are
the word tables and the model alone, which shows what each brings. Published figures are those of the named sources, most of
them on PLV's test split: they stand beside ours for orientation and are comparable only where the rows are the same.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.evaluate.relations import label, score_pairs, spans_of
from dragoman.evaluate.score import read_jsonl
from dragoman.extract.events.relations import Relation, classify_relation, relation_by_model, relation_by_words
from dragoman.kit import Kit, load_kit
from dragoman.records import Span

ROWS = Path(__file__).parents[2] / "shared" / "data" / "events" / "plv_dev.jsonl"
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
PUBLISHED = (  # name, rows, binary, quad, root (macro-F1), source
    ("Universal PETRARCH, 81,000 patterns", "test", 0.808, 0.518, 0.463, "Hu et al., ACL 2024, table 4"),
    ("GPT-3.5, zero-shot with codebook", "test", 0.901, 0.662, 0.409, "Hu et al., ACL 2024, table 4"),
    ("GPT-4, zero-shot with codebook", "test", 0.934, 0.767, 0.615, "Hu et al., ACL 2024, table 4"),
    ("Gemma2-9b, enriched codebook", "test", 0.958, 0.868, 0.714, "codebook_eval README"),
    ("TF-IDF and SVM, supervised", "test", 0.910, 0.858, 0.711, "measured, trained on the development split"),
    ("ZSP, zero-shot, roberta-large-mnli", "test", 0.964, 0.896, 0.824, "Hu et al., ACL 2024, table 4"),
    ("ZSP, zero-shot, roberta-large-mnli", "dev", 0.965, 0.867, 0.743, "measured from the predictions it ships"),
    ("ConfliBERT, supervised on the dev split", "test", 0.984, 0.963, 0.867, "Hu et al., ACL 2024, table 4"),
)


def main() -> None:
    """Print one line for each system."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=ROWS)
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=PREDICTIONS")
    parser.add_argument("--cut", default=":", metavar="START:STOP", help="score these rows only")
    arguments = parser.parse_args()
    start, stop = (int(part) if part else None for part in arguments.cut.split(":"))
    rows = list(read_jsonl(arguments.file))[start:stop]
    print(f"{'macro-F1':44} {'rows':>10} {'binary':>7} {'quad':>6} {'root':>6}   source")
    for name, where, binary, quad, root, source in PUBLISHED:
        line(name, f"PLV {where}", {"binary": binary, "quad": quad, "root": root}, source)
    for peer in arguments.peer:
        name, _, path = peer.partition("=")
        given = [str(row["type"]) for row in read_jsonl(Path(path))][start:stop]
        line(name, str(len(rows)), scored(rows, given), "predictions, scored here")
    ours(rows)


def ours(rows: Sequence[Mapping[str, Any]]) -> None:
    """Score tables and model together, then each alone."""
    kit = load_kit()
    classify_relation("Oslo praised Minsk.", source=(0, 4), target=(13, 18), kit=kit)  # models load before the clock starts
    readers = {"word tables and model": classify_relation, "word tables alone": relation_by_words, "model alone": by_model}
    for name, read in readers.items():
        begun = time.perf_counter()
        found = [label(read(str(row["text"]), *spans_of(str(row["marked"])), kit)) for row in rows]
        speed = len(rows) / (time.perf_counter() - begun)
        line(f"DRAGOMAN, {name}", str(len(rows)), scored(rows, found), f"measured here, {speed:.0f} sentences/s, one process")


def by_model(text: str, source: Span | None, target: Span | None, kit: Kit) -> Relation | None:
    """Return the model's relation, where both sides are marked."""
    return relation_by_model(text, source, target, kit) if source and target else None


def scored(rows: Sequence[Mapping[str, Any]], types: Sequence[str]) -> Mapping[str, float]:
    """Score types by the convention of the set, in which CONCEDE and RETREAT are YIELD."""
    return score_pairs(rows, [MERGED.get(type_, type_) for type_ in types], "").figures


def line(name: str, rows: str, figures: Mapping[str, float], source: str) -> None:
    """Print one system."""
    print(f"{name:44} {rows:>10} {figures['binary']:7.3f} {figures['quad']:6.3f} {figures['root']:6.3f}   {source}", flush=True)


if __name__ == "__main__":
    main()
