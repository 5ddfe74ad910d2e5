"""Makes `models/cues/weights.csv`: whether a cue word in its place reports what somebody says.

    python training/cues/train.py            writes the weights; prints the scores of held-out texts

Only texts written for this project are used: `passages.txt`, where cue words are marked as reporting or not, and the
development texts of tests/gold/dev_statements*, dev_french, where a cue reports if a coded statement shares its content.
The documents of tests/gold/documents, the samples and every published set have no part in it.
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
from dragoman.evaluate.statements import shared
from dragoman.evaluate.texts import gold_document
from dragoman.extract.attribution.cue_decision import DECIDED, THRESHOLD, features
from dragoman.extract.attribution.drafts import Draft
from dragoman.extract.attribution.quoted_speech import Page
from dragoman.extract.speakers import quotes
from dragoman.ids import document_id
from dragoman.kit import Kit, load_kit
from dragoman.models.logistic import CUES as FILE
from dragoman.pipeline import read_document
from dragoman.records import Document

ROOT = Path(__file__).parents[2]
PASSAGES = Path(__file__).parent / "passages.txt"
SETS = ("dev_statements", "dev_statements2", "dev_statements3", "dev_statements4", "dev_french")
STRENGTH = 0.3  # inverse of the penalty on weights: few cases, so a strong one
FEWEST = 4  # cases of a feature, at least
SHARED = 0.3  # the least overlap of a content with a coded one
FOLDS = 10
_MARKED = re.compile(r"\[([+-])(.*?)\]")


class Case(NamedTuple):
    """One attribution as the rules find it: its text, its features, and whether it is one."""

    document: str
    features: frozenset[str]
    right: bool


def main() -> None:
    """Train on everything, after scoring each fold of texts with a model that has not seen it."""
    kit = load_kit()
    cases = list(chain(_of_passages(kit), _of_sets(kit)))
    names = _names(cases)
    print(f"{len(cases)} cases, {sum(case.right for case in cases)} report, {len(names)} features")
    texts = sorted({case.document for case in cases})
    probability: dict[int, float] = {}
    for fold in range(FOLDS):
        out = set(texts[fold::FOLDS])
        model = _fit([case for case in cases if case.document not in out], names)
        held = [n for n, case in enumerate(cases) if case.document in out]
        values = model.predict_proba(_matrix([cases[n] for n in held], names))[:, 1]
        probability.update(zip(held, map(float, values), strict=True))
    for kind in ("texts", "passages"):
        some = [n for n, case in enumerate(cases) if case.document.startswith("passage") == (kind == "passages")]
        for threshold in (0.1, THRESHOLD, 0.4, 0.5):
            kept = [n for n in some if probability[n] >= threshold]
            right, every = sum(cases[n].right for n in kept), sum(cases[n].right for n in some)
            print(f"{kind}: at {threshold} {len(kept)} of {len(some)} kept, {right} of {every} reports among them")
    weights = dict(zip(names, _fit(cases, names).coef_[0], strict=True))
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("feature", "weight"))
        writer.writerows((name, f"{value:.3f}") for name, value in weights.items())


def _names(cases: list[Case]) -> list[str]:
    counts: dict[str, int] = {}
    for case in cases:
        for name in case.features:
            counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= FEWEST)


def _matrix(cases: list[Case], names: list[str]) -> np.ndarray:
    return np.array([[float(name in case.features) for name in names] for case in cases])


def _fit(cases: list[Case], names: list[str]) -> LogisticRegression:
    model = LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False)
    return model.fit(_matrix(cases, names), np.array([case.right for case in cases]))


# ---------------------------------------------------------------- cases


def _of_passages(kit: Kit) -> Iterator[Case]:
    language = ""
    for number, line in enumerate(PASSAGES.read_text(encoding="utf-8").splitlines()):
        mark = _MARKED.search(line)
        if mark is None:
            language = line.strip() if not line.startswith("#") else language
            continue
        text = line[: mark.start()] + mark[2] + line[mark.end() :]
        document = Document(id=document_id(text.encode()), text=text, path=f"passage-{number}", language=language)
        for page, draft, nested in _found(document, kit):
            token = page.sentences[draft.sentence].tokens[draft.cue_token]
            if mark.start() <= token.start < mark.start() + len(mark[2]):
                yield Case(document.path, features(page, draft, nested), mark[1] == "+")


def _of_sets(kit: Kit) -> Iterator[Case]:
    for name in SETS:
        folder = ROOT / "tests" / "gold" / name
        rows = list(read_jsonl(folder / "statements.jsonl"))
        for title in sorted({str(row["doc"]) for row in rows}):
            contents = [((int(r["content_start"]), int(r["content_end"])),) for r in rows if r["doc"] == title]
            for page, draft, nested in _found(gold_document(folder, title, kit.settings), kit):
                right = any(shared(content, draft.content) >= SHARED for content in contents)
                yield Case(title, features(page, draft, nested), right)


def _found(document: Document, kit: Kit) -> list[tuple[Page, Draft, bool]]:
    """Return what the decision is asked about in a text."""
    seen: list[tuple[Page, Draft, bool]] = []
    original = quotes.reports

    def watched(page: Page, draft: Draft, nested: bool, weights: object) -> bool:
        if draft.rule in DECIDED and draft.cue_token >= 0:
            seen.append((page, draft, nested))
        return True

    quotes.reports = watched
    try:
        read_document(document, kit)
    finally:
        quotes.reports = original
    return seen


if __name__ == "__main__":
    sys.exit(main())
