"""What of a text survives copying: its sentences, word triples, passages, quotations and names, each as a key.

A document is a set of 64-bit keys, and two documents that share keys are worth comparing. True duplicates of news share
only about a third of their word 3-grams (NEWS-COPY, arXiv 2210.04261), so the MinHash bands are tuned low: 64 bands of 2
rows give a pair of Jaccard 0.3 one band or more with probability 0.998, two or more with 0.98; a pair of 0.01 two or more
with 0.00002. Beside the keys stands a sign code of what the text means, in whatever language (sentence vectors).

Only the body counts: furniture that two pages share makes no lineage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import combinations

import numpy as np

from dragoman.kit import Kit
from dragoman.merge.folding import fold
from dragoman.merge.hashing import Hashes, TextHasher, bands, hash_texts, minhash, winnow
from dragoman.merge.inputs import MergeDocument
from dragoman.models.sentence_vectors import LANGUAGES, load_sentence_encoder
from dragoman.records import Fingerprint, Span

# The kind of a key stands in its lowest three bits.
SENTENCE, SHINGLE, PASSAGE, NAMES, QUOTE = range(5)

_SLOTS, _ROWS = 128, 2
_GRAM, _WINDOW = 25, 48  # a verbatim passage of 72 characters is always noticed
_SHORTEST_SENTENCE = 6  # words; shorter ones recur by themselves ("He did not elaborate.")
_SHORTEST_QUOTE = 5
_MOST = {SENTENCE: 256, SHINGLE: _SLOTS // _ROWS, PASSAGE: 384, NAMES: 28, QUOTE: 64}  # a book is sampled, by smallest hash
_RARE_NAMES = 8
# Sentences of the text that the sign code is made from, and characters of each: about 12 milliseconds' worth. The beginnings
# of sentences say enough: on 13 texts and translations, cut and furnished, 60 characters found as many as 100 (all but 4 % to
# 8 % of halves within 150 bits), 30 characters or ten sentences fewer.
_CODE_SENTENCES, _CODE_LENGTH = 20, 60

# Scripts that write no blanks: each sign counts as a word.
_SIGNS = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_SIGNS}]|[^\W_{_SIGNS}]+")
_FALLBACK_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]*[\"'”»)]*")
_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"\n]{20,600})[”“»\"]")
_NAME = re.compile(r"(?<=[\w,;] )[A-ZÀ-ÞŁŚŽČĐ][\w’'-]+(?: [A-ZÀ-ÞŁŚŽČĐ][\w’'-]+)+")


def words_of(text: str) -> list[str]:
    """Return the folded words of a text."""
    return _WORD.findall(fold(text))


def body_sentences(document: MergeDocument) -> tuple[Span, ...]:
    """Return the spans of the sentences in the body; where the language is not read, pieces between full stops."""
    inside = tuple(
        (start, end) for start, end in document.sentences if any(s <= start and end <= e for s, e in document.body)
    )
    return inside or tuple(
        (match.start(), match.end())
        for start, end in document.body
        for match in _FALLBACK_SENTENCE.finditer(document.text, start, end)
        if match.group().strip()
    )


def build_fingerprint(document: MergeDocument, kit: Kit) -> Fingerprint:
    """Return the fingerprint of a document's body. The order of its keys is that of their numbers."""
    texts = [document.text[start:end] for start, end in body_sentences(document)]
    sentences = [words for text in texts if (words := words_of(text))]
    words = [word for sentence in sentences for word in sentence]
    joined = " ".join(words)
    hasher = TextHasher(joined)
    keys = [
        *_keys(SENTENCE, hash_texts([" ".join(s) for s in sentences if len(s) >= _SHORTEST_SENTENCE])),
        *_keys(SHINGLE, _shingle_bands(hasher, words)),
        *_keys(PASSAGE, winnow(hasher.grams(_GRAM), _WINDOW)),
        *_keys(NAMES, hash_texts(_name_pairs(document, texts))),
        *_keys(QUOTE, hash_texts(_quotes(texts))),
    ]
    return Fingerprint(
        document=document.id,
        language=document.language,
        day=_day(document),
        words=len(words),
        whole=int(hash_texts([joined]).view(np.int64)[0]) if words else 0,
        keys=tuple(sorted(set(keys))),
        code=_sign_code(document.language, texts, kit),
    )


def _keys(kind: int, hashes: Hashes) -> list[int]:
    """Return keys of one kind as signed numbers; of too many, the smallest: two texts then keep the same ones."""
    kept = np.unique(hashes)[: _MOST[kind]]
    marked = (kept & ~np.uint64(7)) | np.uint64(kind)
    keys: list[int] = marked.view(np.int64).tolist()
    return keys


def kind_of(key: int) -> int:
    """Return what sort of thing a key stands for."""
    return key & 7


def _shingle_bands(hasher: TextHasher, words: Sequence[str]) -> Hashes:
    """Return the MinHash bands over word triples; a text of fewer words is one shingle."""
    if not words:
        return np.zeros(0, dtype=np.uint64)
    ends = np.cumsum([len(word) + 1 for word in words], dtype=np.int64) - 1
    starts = np.concatenate([np.zeros(1, dtype=np.int64), ends[:-1] + 1])
    size = min(3, len(words))
    shingles = np.unique(hasher.stretches(starts[: len(words) - size + 1], ends[size - 1 :]))
    return bands(minhash(shingles, _SLOTS), _ROWS)


def _name_pairs(document: MergeDocument, texts: Sequence[str]) -> list[str]:
    """Return pairs of names that two reports of one thing share in any language: ids of actors, or names as written.

    States and organisations are left out: two of them meet in thousands of reports.
    """
    names = {a.id if a.resolved else fold(a.name) for a in document.actors if a.kind in ("person", "organ", "unresolved")}
    if not document.actors:
        names = {fold(match) for text in texts for match in _NAME.findall(text)}
    listed = sorted(name for name in names if name)
    rare = [listed[i] for i in np.argsort(hash_texts(listed), kind="stable")[:_RARE_NAMES]]
    return [f"{a} {b}" for a, b in combinations(sorted(rare), 2)]


def _quotes(texts: Sequence[str]) -> list[str]:
    """Return the folded words of each quotation."""
    found = [words_of(match) for match in _QUOTED.findall("\n".join(texts))]
    return [" ".join(words) for words in found if len(words) >= _SHORTEST_QUOTE]


def _day(document: MergeDocument) -> int | None:
    """Return the day of publication as a number, where the page states it."""
    published = document.facts.published
    if published is None or published.start is None or published.precision not in ("minute", "day"):
        return None
    try:
        return date.fromisoformat(published.start[:10]).toordinal()
    except ValueError:
        return None


def _sign_code(language: str, texts: Sequence[str], kit: Kit) -> bytes:
    """Return the signs of the mean sentence vector, 64 bytes; nothing for languages that the encoder was not trained on.

    Texts that mean the same differ in few bits, whatever their language. Measured over 400 documents: French translations
    and their originals differ in 93 of 512 on average and in 110 at most, halves of them in 127; half of all pairs differ in
    more than 194, one in a thousand in fewer than 108.
    """
    chosen = [text[:_CODE_LENGTH] for text in texts if len(text.split()) >= 3][:_CODE_SENTENCES]
    if language not in LANGUAGES or not chosen:
        return b""
    mean = kit.compiled(load_sentence_encoder).encode(chosen).mean(axis=0)
    return np.packbits(mean > 0).tobytes()
