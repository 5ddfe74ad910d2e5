"""A document made ready for comparison: its sentences as characters, as meanings, and what of them is quoted.

Two likenesses are measured, since neither is enough alone: character n-grams hold names, numbers and words of common
origin (and find the right sentence of a related language as often as meanings do, 13 of 13 on a French translation),
sentence vectors hold the meaning of reworded text and of languages that share no script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction.text import HashingVectorizer

from dragoman.kit import Kit
from dragoman.merge.fingerprints import body_sentences, words_of
from dragoman.merge.folding import fold
from dragoman.merge.hashing import Hashes, hash_texts
from dragoman.merge.inputs import MergeDocument
from dragoman.models.sentence_vectors import DIMENSIONS, LANGUAGES, load_sentence_encoder
from dragoman.records import Span

Matrix = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]
Grams: TypeAlias = Any  # a scipy.sparse.csr_matrix, which has no types

_FEATURES = 1 << 18
_CONTENT, _STEM = 6, 5  # letters of a word that says what a text is about, and those that survive inflection and translation
_MOST_SENTENCES = 400  # of a document that are aligned: the table of likenesses grows with the square
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]{8,800}[”“»\"]")
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

    def __len__(self) -> int:
        return len(self.spans)


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
        grams=_grams(raw),
        meanings=_meanings(document.language, raw, kit),
        quoted=np.array(_quoted_shares(text, kept), dtype=np.float64),
        names=frozenset(fold(name) for name in _NAME.findall(body)),
        numbers=frozenset(number.replace(",", "").rstrip(".") for number in _NUMBER.findall(body)),
        stems=frozenset(word[:_STEM] for words in folded for word in words if len(word) >= _CONTENT),
    )


def _grams(raw: list[str]) -> Grams:
    """Return hashed character 3-5-grams of the folded sentences."""
    hasher = HashingVectorizer(analyzer="char_wb", ngram_range=(3, 5), n_features=_FEATURES, alternate_sign=False)
    return sparse.csr_matrix(hasher.transform([fold(piece) for piece in raw])) if raw else sparse.csr_matrix((0, _FEATURES))


def _meanings(language: str, raw: list[str], kit: Kit) -> Matrix | None:
    if language not in LANGUAGES:
        return None
    if not raw:
        return np.zeros((0, DIMENSIONS))
    return kit.compiled(load_sentence_encoder).encode(raw).astype(np.float64)


def _quoted_shares(text: str, spans: list[Span]) -> list[float]:
    """Return for each sentence the share of its characters that stand in quotation marks."""
    shares = []
    for start, end in spans:
        inside = sum(match.end() - match.start() for match in _QUOTED.finditer(text, start, end))
        shares.append(inside / max(1, end - start))
    return shares


def neighbours(rows: Any) -> Any:
    """Return the sum of each row and the next one, of unit length: two sentences read as one."""
    joined = rows[:-1] + rows[1:]
    if sparse.issparse(joined):
        length = np.sqrt(np.asarray(joined.multiply(joined).sum(axis=1)).ravel())
        return sparse.csr_matrix(sparse.diags_array(1.0 / np.maximum(length, 1e-9)) @ joined)
    return joined / np.maximum(np.linalg.norm(joined, axis=1, keepdims=True), 1e-9)


def products(left: Any, right: Any) -> Matrix:
    """Return the cosine of every pair of rows."""
    found = left @ right.T
    return np.asarray(found.todense() if sparse.issparse(found) else found, dtype=np.float64)
