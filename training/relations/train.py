"""Trains the relation model: a small encoder, fine-tuned through, with heads for the type, the status and the mode.

    python training/relations/train.py --base BASE --output src/dragoman/models/relations

BASE is the folder that `base.py` builds (multilingual-e5-small, MIT). Training text: only the sentences beside this script,
which were written for this project. Deterministic: fixed seed, deterministic kernels, one thread. The result is exported to
ONNX with 8-bit weights.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from export import export
from network import RelationNetwork
from read_sentences import STATUSES, TYPES, Example, read_examples
from tokenizers import Tokenizer
from torch import nn
from views import modes_of, view

SEED, EPOCHS, BATCH, RATE, LENGTH = 20260, 6, 32, 3e-4, 96
LOWER = 0.9  # each layer below the top learns this much more slowly
STATUS_WEIGHT, MODE_WEIGHT, SMOOTHING, WARM = 0.5, 0.25, 0.05, 0.1


def batches(examples: list[Example], chance: random.Random) -> list[list[Example]]:
    """Shuffle, then put sentences of like length together: padding is time."""
    order = sorted(examples, key=lambda example: (len(example.marked) // 24, chance.random()))
    cut = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    chance.shuffle(cut)
    return cut


def groups(model: RelationNetwork, rate: float, frozen: int) -> list[dict[str, object]]:
    """Return the weights by layer with their rates; word embeddings and the lowest `frozen` layers stay as they are."""
    layers = list(model.encoder.encoder.layer)
    model.encoder.embeddings.requires_grad_(frozen == 0 and not model.keep_words)
    for layer in layers[:frozen]:
        layer.requires_grad_(False)
    heads = [weight for name, weight in model.named_parameters() if not name.startswith("encoder.")]
    found: list[dict[str, object]] = [{"params": heads, "lr": rate * 2}]
    for depth, layer in enumerate(reversed(layers)):
        found.append({"params": list(layer.parameters()), "lr": rate * LOWER**depth})
    found.append({"params": list(model.encoder.embeddings.parameters()), "lr": rate * LOWER ** len(layers)})
    return [g for g in found if any(weight.requires_grad for weight in g["params"])]  # type: ignore[attr-defined]


def fix(seed: int) -> None:
    """Make every run the same."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    torch.set_num_threads(1)  # the same sums on any machine
    torch.set_flush_denormal(True)


def train(examples: list[Example], arguments: argparse.Namespace) -> RelationNetwork:
    """Fine-tune the weights; the rate rises over the first tenth of the steps and then falls to zero."""
    fix(arguments.seed)
    modes = modes_of(examples)
    tokenizer = Tokenizer.from_file(str(arguments.base / "tokenizer.json"))
    tokenizer.enable_truncation(LENGTH)
    tokenizer.enable_padding(pad_id=tokenizer.token_to_id("<pad>") or 0)
    model = RelationNetwork(arguments.base, len(TYPES), len(STATUSES), len(modes), arguments.layers)
    optimiser = torch.optim.AdamW(groups(model, arguments.rate, arguments.frozen), weight_decay=0.01)
    total = arguments.epochs * math.ceil(len(examples) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (WARM * total), max(0.0, (total - step) / ((1 - WARM) * total)))
    )
    loss_of, chance, started = nn.CrossEntropyLoss(label_smoothing=SMOOTHING), random.Random(arguments.seed), time.time()
    model.train()
    for epoch in range(arguments.epochs):
        sum_loss = 0.0
        for batch in batches(examples, chance):
            seen = [view(example, chance, arguments.turned) for example in batch]
            encoded = tokenizer.encode_batch([example.model_text for example in seen])
            inputs = torch.tensor([e.ids for e in encoded]), torch.tensor([e.attention_mask for e in encoded])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=arguments.half):
                logits = [values.float() for values in model(*inputs)]
            golds = (
                [TYPES.index(e.type) for e in seen],
                [STATUSES.index(e.status) for e in seen],
                [modes.index(e.mode if e.mode in modes else "") for e in seen],
            )
            losses = [loss_of(values, torch.tensor(gold)) for values, gold in zip(logits, golds, strict=True)]
            loss = losses[0] + STATUS_WEIGHT * losses[1] + MODE_WEIGHT * losses[2]
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            sum_loss += float(losses[0].detach()) * len(batch)
        print(f"epoch {epoch + 1}: loss {sum_loss / len(examples):.3f}, {time.time() - started:.0f} s", flush=True)
    export(model.eval(), arguments.base, arguments.output, {"modes": modes, "length": LENGTH, "examples": len(examples)})
    return model


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--only", default="", help="files whose name starts so")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--layers", type=int, default=0, help="layers kept; 0: all")
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers that do not learn")
    parser.add_argument("--turned", type=float, default=0.1, help="share of examples whose pair is turned round")
    parser.add_argument("--half", action="store_true", help="sums in half precision: faster where the processor knows them")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    train([e for e in read_examples() if e.file.startswith(given.only)], given)
