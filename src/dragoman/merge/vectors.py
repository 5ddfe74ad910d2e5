"""A document made ready for comparison: its sentences as characters, as meanings, and what of them is quoted.

Two likenesses are measured, since neither is enough alone: character n-grams hold names, numbers and words of common
origin (and find the right sentence of a related language as often as meanings do, 13 of 13 on a French translation),
sentence vectors hold the meaning of reworded text and of languages that share no script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from dragoman.kit import Kit
from dragoman.merge.fingerprints import body_sentences, words_of
from dragoman.merge.folding import fold
from dragoman.merge.grams import Grams, Matrix, hash_grams, neighbours, products
from dragoman.merge.hashing import Hashes, TextHasher, hash_texts
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.particulars import Particulars, find_particulars
from dragoman.models.sentence_vectors import DIMENSIONS, LANGUAGES, load_sentence_encoder
from dragoman.records import Span

Counts = npt.NDArray[np.int64]

_CONTENT, _STEM = 6, 5  # letters of a word that says what a text is about, and those that survive inflection and translation
ROW = 5  # words in a row that are hardly the same by chance
_MOST_SENTENCES = 400  # of a document that are aligned: the table of likenesses grows with the square
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"\n]{8,800}[”“»\"]")
_NAME = re.compile(r"(?<![.!?…:»”\"] )(?<!\n)\b[A-ZÀ-ÞŁŚŽČĐ][\w’'-]{2,}")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True)
class Comparable:
    """A document's sentences, ready to be compared. `grams` and `meanings` have one row of unit length each.

    `meanings` are None where the encoder was not trained on the language.
    """

    document: MergeDocument
    spans: tuple[Span, ...]
    words: Counts
    hashes: Hashes
    grams: Grams
    meanings: Matrix | None
    quoted: Matrix
    names: frozenset[str]
    numbers: frozenset[str]
    stems: frozenset[str]
    particulars: Particulars
    tokens: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.spans)

    @cached_property
    def rows(self) -> Hashes:
        """One hash for every row of five words, wherever sentences end."""
        ends = np.cumsum([len(word) + 1 for word in self.tokens], dtype=np.int64) - 1
        starts = ends - np.array([len(word) for word in self.tokens], dtype=np.int64)
        count = max(0, len(self.tokens) - ROW + 1)
        return TextHasher(" ".join(self.tokens)).stretches(starts[:count], ends[ROW - 1 :])


def make_comparable(document: MergeDocument, kit: Kit) -> Comparable:
    """Return a document ready to be compared; sentences without words are left out."""
    text = document.text
    kept = [span for span in body_sentences(document) if words_of(text[span[0] : span[1]])][:_MOST_SENTENCES]
    raw = [text[start:end] for start, end in kept]
    folded = [words_of(piece) for piece in raw]
    body = "\n".join(raw)
    return Comparable(
        document=document,
        spans=tuple(kept),
        words=np.array([len(words) for words in folded], dtype=np.int64),
        hashes=hash_texts([" ".join(words) for words in folded]),
        grams=hash_grams([fold(piece) for piece in raw]),
        meanings=_meanings(document.language, raw, kit),
        quoted=np.array(_quoted_shares(text, kept), dtype=np.float64),
        names=frozenset(fold(name) for name in _NAME.findall(body)),
        numbers=frozenset(number.replace(",", "").rstrip(".") for number in _NUMBER.findall(body)),
        stems=frozenset(word[:_STEM] for words in folded for word in words if len(word) >= _CONTENT),
        particulars=find_particulars(raw, document.language, document.facts.published, kit),
        tokens=tuple(word for words in folded for word in words),
    )


def _meanings(language: str, raw: list[str], kit: Kit) -> Matrix | None:
    if language not in LANGUAGES:
        return None
    if not raw:
        return np.zeros((0, DIMENSIONS))
    return kit.compiled(load_sentence_encoder).encode(raw).astype(np.float64)


def _quoted_shares(text: str, spans: list[Span]) -> list[float]:
    """Return for each sentence the share of its characters that stand in quotation marks, which may hold several sentences."""
    quotations = [match.span() for match in _QUOTED.finditer(text)]
    return [
        sum(max(0, min(end, last) - max(start, first)) for first, last in quotations) / max(1, end - start)
        for start, end in spans
    ]


__all__ = ["ROW", "Comparable", "Counts", "Grams", "Matrix", "make_comparable", "neighbours", "products"]
