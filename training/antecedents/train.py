"""Makes `models/antecedents/weights.csv`: how pronouns that speak are resolved.

    python training/antecedents/train.py            writes the weights; prints the scores of held-out texts

Only texts written for this project are used: `passages.txt`, where whom a pronoun means is marked, and the development
texts of tests/gold/dev_statements*, dev_french, where the coded speaker of a statement whose source is a pronoun is whom
it means. The documents of tests/gold/documents and the samples have no part in it.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from dragoman.evaluate.score import read_jsonl
from dragoman.evaluate.statements import same_name
from dragoman.evaluate.texts import gold_document
from dragoman.extract.speakers import pronouns as speakers
from dragoman.extract.speakers.antecedents import Anaphor, Candidate, agreeing, features
from dragoman.ids import document_id
from dragoman.kit import Kit, load_kit
from dragoman.models.logistic import ANTECEDENTS as FILE
from dragoman.pipeline import read_document
from dragoman.records import Document

ROOT = Path(__file__).parents[2]
PASSAGES = Path(__file__).parent / "passages.txt"
SETS = ("dev_statements", "dev_statements2", "dev_statements3", "dev_statements4", "dev_french")
STRENGTH = 1.0  # inverse of the penalty on weights
_MARKED = re.compile(r"\[\[(.*?)\|(.*?)\]\]")


class Case(NamedTuple):
    """One pronoun: its text, the features of the candidates, and which of them it means."""

    document: str
    rows: list[dict[str, float]]
    right: list[bool]


def main() -> None:
    """Train on everything, after scoring each text with a model that has not seen it."""
    kit = load_kit()
    cases = [case for case in chain(_of_passages(kit), _of_sets(kit)) if any(case.right)]
    names = list(cases[0].rows[0])
    held_out = sum(_hits(_fit([c for c in cases if c.document != name], names), [c for c in cases if c.document == name], names)
                   for name in sorted({case.document for case in cases}))  # fmt: skip
    print(f"{len(cases)} pronouns, {held_out} right where the text was held out")
    model = _fit(cases, names)
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("feature", "weight"))
        writer.writerows((name, f"{value:.3f}") for name, value in zip(names, model.coef_[0], strict=True))


def _fit(cases: list[Case], names: list[str]) -> LogisticRegression:
    rows = [[row[name] for name in names] for case in cases for row in case.rows]
    right = [value for case in cases for value in case.right]
    return LogisticRegression(C=STRENGTH, max_iter=5000).fit(np.array(rows), np.array(right))


def _hits(model: LogisticRegression, cases: list[Case], names: list[str]) -> int:
    return sum(
        case.right[int(model.decision_function(np.array([[row[name] for name in names] for row in case.rows])).argmax())]
        for case in cases
    )


# ---------------------------------------------------------------- cases


def _of_passages(kit: Kit) -> Iterator[Case]:
    for number, (language, raw) in enumerate(_read_passages()):
        text, meant, place = "", {}, 0
        for mark in _MARKED.finditer(raw):
            text += raw[place : mark.start()]
            meant[len(text)] = mark[2]
            text += mark[1]
            place = mark.end()
        text += raw[place:]
        document = Document(id=document_id(text.encode()), text=text, path=f"passage-{number}", language=language)
        yield from _cases(document, meant, kit)


def _read_passages() -> Iterator[tuple[str, str]]:
    language, lines = "", [""]
    for line in (*PASSAGES.read_text(encoding="utf-8").splitlines(), "== end"):
        if line.startswith("=="):
            if any(lines):
                yield language, " ".join(filter(None, lines))
            language, lines = line.removeprefix("==").strip(), []
        elif not line.startswith("#"):
            lines.append(line.strip())


def _of_sets(kit: Kit) -> Iterator[Case]:
    for name in SETS:
        folder = ROOT / "tests" / "gold" / name
        rows = list(read_jsonl(folder / "statements.jsonl"))
        for title in sorted({str(row["doc"]) for row in rows}):
            meant = {
                int(row["source_span"][0]): str(row["source_canonical"])
                for row in rows
                if row["doc"] == title and row.get("source_span") and ";" not in str(row["source_canonical"])
            }
            yield from _cases(gold_document(folder, title, kit.settings), meant, kit)


def _cases(document: Document, meant: dict[int, str], kit: Kit) -> Iterator[Case]:
    """Yield a case for each pronoun of a text that speaks and whose meaning is known."""
    seen: list[tuple[Anaphor, list[Candidate], dict[str, object]]] = []
    original = speakers.rank

    def watched(anaphor: Anaphor, candidates: list[Candidate], *rest: object) -> Candidate | None:
        seen.append((anaphor, candidates, {"rest": rest}))
        return original(anaphor, candidates, *rest)  # type: ignore[arg-type]

    speakers.rank = watched  # type: ignore[assignment]
    try:
        read_document(document, kit)
    finally:
        speakers.rank = original
    for anaphor, candidates, more in seen:
        name = meant.get(anaphor.token.start) or meant.get(anaphor.token.start + 1)
        if name is not None:
            last, women = more["rest"][:2]  # type: ignore[index]
            kept = agreeing(anaphor, candidates)
            rows = [features(anaphor, candidate, last, women) for candidate in kept]
            yield Case(document.path, rows, [same_name(name, candidate.speaker.name) for candidate in kept])


if __name__ == "__main__":
    sys.exit(main())
