"""Writes the trained network for use: model.onnx with 8-bit weights, tokenizer.json, labels.json."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from read_sentences import STATUSES, TYPES
from torch import nn

TEMPERATURE = 1.25  # of 1.0 to 3.0 the least log loss on PLV development


def export(model: nn.Module, base: Path, folder: Path, facts: dict[str, Any]) -> None:
    """Write the three files; `facts` go into labels.json."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "whole.onnx"
    sample = torch.ones(2, 16, dtype=torch.long)
    torch.onnx.export(
        model, (sample, sample), str(whole), input_names=["input_ids", "attention_mask"],
        output_names=["type", "status", "mode"],
        dynamic_axes={name: {0: "batch", 1: "length"} for name in ("input_ids", "attention_mask")}, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(whole, folder / "model.onnx", weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
    shutil.copy(base / "tokenizer.json", folder / "tokenizer.json")
    labels = {"types": TYPES, "statuses": STATUSES, "temperature": TEMPERATURE, **facts}
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
