"""What of a text survives copying: folded sentences, word triples, character n-grams. And which documents to compare.

True duplicates of news share only about a third of their word 3-grams (NEWS-COPY, arXiv 2210.04261), so the bands of the
MinHash are tuned low: 64 bands of 2 rows offer a pair of Jaccard 0.3 with probability 0.998 and one of 0.05 with 0.15.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction.text import HashingVectorizer

from dragoman.merge.inputs import MergeDocument
from dragoman.records import Record, Span

_BANDS, _ROWS = 64, 2
_PRIME = np.uint64((1 << 31) - 1)
_BUCKET_LIMIT = 200  # a band shared by more documents is furniture or a formula, not a copy
_WORD = re.compile(r"[^\W_]+")
_FALLBACK_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[\"'”»)]*")

Vectors: TypeAlias = Any  # a scipy.sparse.csr_matrix, which has no types


class Fingerprint(Record, frozen=True, kw_only=True):
    """What one document is compared by. `bands` are hashes of MinHash bands, `whole` the hash of its folded words."""

    document: str
    language: str
    spans: tuple[Span, ...]
    words: tuple[int, ...]
    bands: tuple[int, ...]
    whole: int
    actors: frozenset[str]


def fold(text: str) -> str:
    """Return the text in lower case without accents, and with single blanks."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def body_sentences(document: MergeDocument) -> tuple[Span, ...]:
    """Return the spans of the sentences in the body; where the language is not read, pieces between full stops."""
    inside = tuple(
        (start, end) for start, end in document.sentences if any(s <= start and end <= e for s, e in document.body)
    )
    if inside:
        return inside
    return tuple(
        (match.start(), match.end())
        for start, end in document.body
        for match in _FALLBACK_SENTENCE.finditer(document.text, start, end)
        if match.group().strip()
    )


def build_fingerprint(document: MergeDocument) -> Fingerprint:
    """Return the fingerprint of a document's body."""
    spans = body_sentences(document)
    folded = [fold(document.text[start:end]) for start, end in spans]
    words = [word for sentence in folded for word in _WORD.findall(sentence)]
    return Fingerprint(
        document=document.id,
        language=document.language,
        spans=spans,
        words=tuple(len(_WORD.findall(sentence)) for sentence in folded),
        bands=_bands(words),
        whole=zlib.crc32(" ".join(words).encode()) if words else 0,
        actors=frozenset(actor.id for actor in document.actors if actor.resolved),
    )


def _bands(words: Sequence[str]) -> tuple[int, ...]:
    """Return the hashes of the MinHash bands over word 3-grams."""
    triples = {zlib.crc32(" ".join(words[i : i + 3]).encode()) for i in range(max(1, len(words) - 2))} if words else set()
    if not triples:
        return ()
    generator = np.random.Generator(np.random.PCG64(20191909))  # a fixed seed: permutations are constants
    a = generator.integers(1, int(_PRIME), size=_BANDS * _ROWS, dtype=np.uint64)
    b = generator.integers(0, int(_PRIME), size=_BANDS * _ROWS, dtype=np.uint64)
    hashed = np.fromiter(sorted(triples), dtype=np.uint64) % _PRIME
    lowest = ((hashed[:, None] * a[None, :] + b[None, :]) % _PRIME).min(axis=0)
    return tuple(
        zlib.crc32(f"{band}:{lowest[band * _ROWS]}:{lowest[band * _ROWS + 1]}".encode()) for band in range(_BANDS)
    )


def vectors(document: MergeDocument, fingerprint: Fingerprint) -> Vectors:
    """Return one row a sentence: hashed character 3-5-grams of the folded text, of unit length.

    Without accents these carry across related languages too: names, numbers and words of common origin (measured on a
    French machine translation against its English sister: right sentence first in 13 of 13).
    """
    hasher = HashingVectorizer(analyzer="char_wb", ngram_range=(3, 5), n_features=1 << 18, alternate_sign=False)
    texts = [fold(document.text[start:end]) for start, end in fingerprint.spans]
    return sparse.csr_matrix(hasher.transform(texts)) if texts else sparse.csr_matrix((0, 1 << 18))


def candidate_pairs(fingerprints: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    """Yield index pairs worth comparing: shared bands within a language, shared actors across languages."""
    yield from sorted(set(_same_language_pairs(fingerprints)) | set(_cross_language_pairs(fingerprints)))


def _same_language_pairs(fingerprints: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    buckets: dict[int, list[int]] = defaultdict(list)
    for index, fingerprint in enumerate(fingerprints):
        for band in fingerprint.bands:
            buckets[band].append(index)
    for members in buckets.values():
        if len(members) <= _BUCKET_LIMIT:
            yield from _pairs(members)


_MOST_NEIGHBOURS = 8
_LEAST_SHARED = 0.25  # cosine of inverse-frequency weighted actor sets


def _cross_language_pairs(fingerprints: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    """Yield, for each document, its nearest neighbours in other languages by the actors that both name."""
    if len({fingerprint.language for fingerprint in fingerprints}) < 2:
        return
    names = {name: i for i, name in enumerate(sorted({a for f in fingerprints for a in f.actors}))}
    rows = [i for i, f in enumerate(fingerprints) for _ in f.actors]
    columns = [names[a] for f in fingerprints for a in sorted(f.actors)]
    if not columns:
        return
    count: npt.NDArray[np.float64] = np.bincount(columns, minlength=len(names)).astype(np.float64)
    weights = np.log(1.0 + len(fingerprints) / count)[columns]
    matrix = sparse.csr_matrix((weights, (rows, columns)), shape=(len(fingerprints), len(names)))
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    matrix = sparse.diags_array(1.0 / np.maximum(length, 1e-9)) @ matrix
    similar = sparse.csr_matrix(matrix @ matrix.T)
    for left, fingerprint in enumerate(fingerprints):
        row = similar.indices[similar.indptr[left] : similar.indptr[left + 1]]
        values = similar.data[similar.indptr[left] : similar.indptr[left + 1]]
        near = sorted(
            (-value, int(right))
            for right, value in zip(row, values, strict=True)
            if fingerprints[right].language != fingerprint.language and value >= _LEAST_SHARED
        )
        for _, right in near[:_MOST_NEIGHBOURS]:
            yield min(left, right), max(left, right)


def _pairs(members: Iterable[int]) -> Iterator[tuple[int, int]]:
    listed = sorted(set(members))
    for position, left in enumerate(listed):
        for right in listed[position + 1 :]:
            yield left, right
