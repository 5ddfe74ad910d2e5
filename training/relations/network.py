"""The network: an encoder, the first token and the mean of all tokens joined, and a linear layer for each head."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel


class RelationNetwork(nn.Module):
    """Encoder with heads for type, status and mode."""

    def __init__(self, base: Path, types: int, statuses: int, modes: int, layers: int = 0) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, attn_implementation="eager")
        if layers:
            self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.keep_words = self.encoder.config.vocab_size > 32_000  # many pieces are not in the training text
        width = 2 * self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.type_head, self.status_head = nn.Linear(width, types), nn.Linear(width, statuses)
        self.mode_head = nn.Linear(width, modes)

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return the logits of type, status and mode for a batch of token ids."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(1) / mask.sum(1)
        joined = self.drop(torch.cat([hidden[:, 0], mean], dim=-1))
        return self.type_head(joined), self.status_head(joined), self.mode_head(joined)
