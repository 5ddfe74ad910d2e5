"""The relation model: what a marked source does to a marked target, as probabilities of PLOVER types and of status.

A small encoder (multilingual-e5-small, cut down to English and French) fine-tuned on sentences written for this project; see
`relations/CARD.md` beside the weights and `training/relations` for data and scripts.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import numpy as np
import numpy.typing as npt

from dragoman.kit import Kit
from dragoman.records import EventType, Record, Span, Status

FOLDER = Path(__file__).parent / "relations"
TYPES: tuple[EventType, ...] = get_args(EventType)
STATUSES: tuple[Status, ...] = get_args(Status)
NONE = "NONE"
_BATCH = 32


class Prediction(Record, frozen=True, kw_only=True):
    """Probabilities of the PLOVER types (NONE: the source does nothing to the target), of the statuses and of the modes."""

    types: dict[str, float]
    statuses: dict[str, float]
    modes: dict[str, float]


class RelationModel:
    """The loaded model. Batches are padded, so that a pair's numbers may differ in the last digits between batches."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self._heads = {"type": labels["types"], "status": labels["statuses"], "mode": labels["modes"]}
        self._warmth = float(labels["temperature"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(int(labels["length"]))
        self._tokenizer.enable_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # workers are processes; threads on top of them only get in the way
        self._session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        """Return a prediction for every text, marked as `marked_pair` does."""
        found: list[Prediction] = []
        for start in range(0, len(texts), _BATCH):
            encoded = self._tokenizer.encode_batch(list(texts[start : start + _BATCH]))
            inputs = {
                "input_ids": np.array([e.ids for e in encoded], dtype=np.int64),
                "attention_mask": np.array([e.attention_mask for e in encoded], dtype=np.int64),
            }
            logits = dict(zip(self._heads, self._session.run(list(self._heads), inputs), strict=True))
            found += self._predictions(logits)
        return found

    def _predictions(self, logits: dict[str, npt.NDArray[Any]]) -> list[Prediction]:
        shares = {head: _softmax(values / self._warmth) for head, values in logits.items()}
        named = {
            head: [dict(zip(self._heads[head], map(float, row), strict=True)) for row in rows] for head, rows in shares.items()
        }
        return [
            Prediction(types=types, statuses=statuses, modes=modes)
            for types, statuses, modes in zip(named["type"], named["status"], named["mode"], strict=True)
        ]


def load_relation_model(kit: Kit) -> RelationModel:
    """Load the bundled model; ask for it through `kit.compiled(load_relation_model)`, so that it loads once."""
    return RelationModel(FOLDER)


def marked_pair(text: str, source: Span, target: Span) -> str:
    """Return the text with the source in [ ] and the target in { }, the way the model was trained."""
    marks = [(source[0], 1, "[ "), (source[1], 0, " ]"), (target[0], 1, "{ "), (target[1], 0, " }")]
    for offset, _, mark in sorted(marks, reverse=True):
        text = text[:offset] + mark + text[offset:]
    return text


def _softmax(logits: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    shifted = np.exp(logits.astype(np.float64) - logits.max(axis=-1, keepdims=True))
    total: npt.NDArray[np.float64] = shifted / shifted.sum(axis=-1, keepdims=True)
    return total
