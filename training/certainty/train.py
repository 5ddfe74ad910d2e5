"""Makes `models/certainty/weights.csv`: whether an event report is right, by how it was read and by the rest of its text.

    python training/certainty/train.py       writes the weights; prints the scores of held-out texts

Only texts written and coded for this project are used: tests/gold/dev_events*, dev_french*, fourth_*, and the half of fifth_*
that was learned from. The rules were written with these texts in view, so that they are read better than others: the other half
of fifth_*, which no writer of rules has read, sets one number, the bias. The documents of tests/gold/documents, the samples and
every published set have no part. A report counts as right where it matches a coded act; what only repeats a coded act is left
out, as in the fair precision.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import brentq
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from dragoman.evaluate.events import calibration_error, code_document, label_reports, reduce_reports
from dragoman.evaluate.score import read_jsonl
from dragoman.evaluate.texts import gold_document
from dragoman.extract.dates.stage import find_dates
from dragoman.extract.events.score import LEAST_SURE
from dragoman.extract.events.stage import find_candidates
from dragoman.extract.names.linking import link_mentions
from dragoman.extract.names.mentions import find_mentions
from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.speakers.quotes import find_quotes
from dragoman.extract.speakers.settling import settle_speakers
from dragoman.intake.blocks import find_blocks
from dragoman.intake.metadata import find_metadata
from dragoman.kit import Kit, load_kit
from dragoman.models.logistic import CERTAINTY as FILE
from dragoman.records import Document, EventReport

ROOT = Path(__file__).parents[2]
SETS = (
    "dev_events", "dev_events2", "dev_events3", "dev_french", "dev_french2", "fourth_english", "fourth_french", "fifth_english",
    "fifth_french",
)  # fmt: skip
HELD = frozenset(  # coded blind, and read by nobody who writes rules
    ("baku_mt", "conakry_tour", "lima_asylum", "myanmar_opinion", "bagdad_communique", "dili_1999", "katmandou_entretien",
     "oulan_bator_cpi")
)  # fmt: skip
STRENGTH = 0.01  # inverse of the penalty on the standardised weights; 0.003 to 0.1 order reports about as well
FOLDS = 10


class Case(NamedTuple):
    """One report: its text, its features, whether it is right."""

    document: str
    features: dict[str, float]
    right: bool


def main() -> None:
    """Train on everything, after scoring each fold of texts with a model that has not seen it."""
    kit = load_kit()
    cases = list(_cases(kit))
    names = sorted({name for case in cases for name in case.features})
    values = np.array([[case.features.get(name, 0.0) for name in names] for case in cases])
    right = np.array([case.right for case in cases])
    texts = sorted({case.document for case in cases})
    of_text = np.array([texts.index(case.document) for case in cases])
    sure = np.zeros(len(cases))
    for fold in range(FOLDS):
        out = of_text % FOLDS == fold
        weights, bias = _fit(values[~out], right[~out])
        sure[out] = 1.0 / (1.0 + np.exp(-(values[out] @ weights + bias)))
    pairs = list(zip(map(float, sure), map(bool, right), strict=True))
    print(f"{len(cases)} reports of {len(texts)} texts, {right.sum()} right; held-out texts: area under the curve "
          f"{roc_auc_score(right, sure):.3f}, calibration error {calibration_error(pairs):.3f}")  # fmt: skip
    for least in (LEAST_SURE, 0.6, 0.7, 0.8, 0.9):
        kept = sure >= least
        print(f"from {least}: {kept.sum()} kept, {right[kept].mean():.3f} right, {right[~kept].sum()} right ones lost")
    weights, bias = _fit(values, right)
    unread = list(_cases(kit, unread=True))
    others = np.array([[case.features.get(name, 0.0) for name in names] for case in unread]) @ weights
    share = np.mean([case.right for case in unread])
    sure = 1.0 / (1.0 + np.exp(-(others + bias)))
    print(f"{len(unread)} reports of unread texts, {share:.3f} right, thought {sure.mean():.3f}; area under the curve "
          f"{roc_auc_score([case.right for case in unread], sure):.3f}")  # fmt: skip
    bias = brentq(lambda level: (1.0 / (1.0 + np.exp(-(others + level)))).mean() - share, bias - 5, bias + 5)
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("feature", "weight"))
        writer.writerow(("always", f"{bias:.3f}"))
        writer.writerows((name, f"{value:.3f}") for name, value in zip(names, weights, strict=True))


def _fit(values: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, float]:
    """Return weights and bias in the units of the features; the penalty falls on standardised ones."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-6
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit((values - mean) / spread, right)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - mean @ weights)


def _cases(kit: Kit, *, unread: bool = False) -> Iterator[Case]:
    for name in SETS:
        folder = ROOT / "tests" / "gold" / name
        rows = list(read_jsonl(folder / "events.jsonl"))
        titles = {str(row["doc"]) for row in rows}
        for title in sorted(titles & HELD if unread else titles - HELD):
            document = gold_document(folder, title, kit.settings)
            found = _candidates(document, kit)
            coded = code_document(title, document.text, rows, folder)
            labels = label_reports(coded, reduce_reports([report for report, _ in found], document.text))
            for (_, features), label in zip(found, labels, strict=True):
                if label in ("right", "wrong"):
                    yield Case(f"{name}/{title}", features, label == "right")


def _candidates(document: Document, kit: Kit) -> list[tuple[EventReport, dict[str, float]]]:
    """Read a document up to its reports, as `pipeline.read_document` does."""
    blocks = find_blocks(document, kit)
    facts = find_metadata(document, blocks, kit)
    sentences = split_sentences(document, blocks, kit)
    links = link_mentions(document, find_mentions(document, sentences, kit), sentences, facts, kit)
    dates = find_dates(document, sentences, facts, kit)
    quotes = find_quotes(document, blocks, sentences, links, facts, kit)
    return find_candidates(document, sentences, settle_speakers(links, quotes), dates, quotes, facts, kit)


if __name__ == "__main__":
    main()
