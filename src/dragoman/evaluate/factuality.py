"""Scores of factuality: event words with a value from -3 (certainly not) to +3 (certainly so), in the form of UW and UDS.

A gold row is `{"tokens": [...], "events": [{"token": i, "value": v}]}`. Three classes are cut at -1 and +1 (both outside the
uncertain one): the values are means of several annotators, and a third of the scale on either side of 0 is undecided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.evaluate.score import Score, macro_f1, precision_recall, read_jsonl
from dragoman.extract.modality.stage import rate_factuality
from dragoman.kit import Kit
from dragoman.records import Span

__all__ = ["evaluate", "join_tokens", "rate_factuality"]
CLASSES = ("negative", "uncertain", "positive")
_CUT = 1.0
_CLOSING = frozenset(".,;:?!)]}")


def evaluate(gold: Path, kit: Kit, predictions: Path | None = None) -> Score:
    """Score the values of event words; `predictions` has one object {"values": [...]} a line, in the order of gold."""
    rows = list(read_jsonl(gold))
    if predictions is not None:
        found = [[float(value) for value in row["values"]] for row in read_jsonl(predictions)]
    else:
        found = [_rate_row(row, kit) for row in rows]
    wanted = [[float(event["value"]) for event in row["events"]] for row in rows]
    return score_values(rows, wanted, found, str(gold))


def _rate_row(row: Mapping[str, Any], kit: Kit) -> list[float]:
    text, spans = join_tokens(row["tokens"])
    words = [spans[event["token"]] for event in row["events"]]
    return rate_factuality(text, words, kit=kit, language=row.get("language", "en"))


def join_tokens(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """Join tokens into running text, punctuation close to its word, and return the span of each token in it."""
    text, spans, open_quote = "", [], False
    for index, token in enumerate(tokens):
        glued = index == 0 or token in _CLOSING or token[:1] == "'" or token in ("n't", "''", "%")
        if index and tokens[index - 1] in ("(", "[", "$", "£", "``", "`"):
            glued = True
        if token == '"':
            glued, open_quote = open_quote or index == 0, not open_quote
        elif index and tokens[index - 1] == '"' and open_quote:
            glued = True
        text += "" if glued else " "
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans


def class_of(value: float) -> str:
    """Return the class of a value."""
    if value <= -_CUT:
        return "negative"
    return "positive" if value >= _CUT else "uncertain"


def score_values(
    rows: Sequence[Mapping[str, Any]], wanted: Sequence[Sequence[float]], found: Sequence[Sequence[float]], name: str
) -> Score:
    """Compare values: mean absolute error, and F1 of the three classes."""
    pairs = [
        (row, event, w, f)
        for row, values, given in zip(rows, wanted, found, strict=True)
        for event, w, f in zip(row["events"], values, given, strict=True)
    ]
    gold = [class_of(w) for _, _, w, _ in pairs]
    predicted = [class_of(f) for _, _, _, f in pairs]
    error = sum(abs(w - f) for _, _, w, f in pairs) / len(pairs) if pairs else 0.0
    figures = {"mean_absolute_error": error, "macro_f1": macro_f1(gold, predicted, CLASSES)}
    for label in CLASSES:
        right = sum(g == label == p for g, p in zip(gold, predicted, strict=True))
        figures[f"f1_{label}"] = precision_recall(right, predicted.count(label), gold.count(label))[2]
    errors = tuple(
        {"text": " ".join(row["tokens"]), "word": row["tokens"][event["token"]], "gold": w, "found": f}
        for row, event, w, f in pairs
        if class_of(w) != class_of(f)
    )
    counts = {"events": len(pairs), "sentences": len(rows)}
    return Score(kind="factuality", gold=name, figures=figures, counts=counts, errors=errors)
