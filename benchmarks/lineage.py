"""Fingerprints and candidates at scale: time, memory and recall, and the cost of a document as the store grows.

    python benchmarks/lineage.py --documents 100000 --workers 2 --folder /tmp/scale

Documents of about 500 words are generated: words by Zipf's law, first those of our own texts, then made-up ones, formulas
that recur as in reports, names of their own, a hundred from each day. One in ten is a copy of an earlier one, of eight
kinds. Each batch is fingerprinted by workers, stored and compared as a run of `dragoman read` does. The plot shows the cost
of a document in each batch; recall counts copies that are offered with the text that they were made from, or with another
copy of it.

With `--vectors 50` only every fiftieth document gets its sign code from the sentence encoder, and what that costs is
counted for all; the others get random signs, so that the search through them costs what it does. Recall is then that of
the keys alone.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from lineage_pairs import damage, one_paragraph, reordered, spin, subset, synonyms, written
from lineage_sources import own_sources
from msgspec.structs import replace
from sqlalchemy import insert

from dragoman.kit import Kit, load_kit
from dragoman.merge.fingerprints import build_fingerprint, words_of
from dragoman.merge.inputs import MergeDocument
from dragoman.models.sentence_vectors import load_sentence_encoder
from dragoman.records import Fingerprint
from dragoman.store import schema
from dragoman.store.lineage import note_pairs, save_edges, waiting_pairs
from dragoman.store.rows import fingerprint_row
from dragoman.store.store import open_store

KINDS = ("identical", "abridged", "reordered", "furnished", "spun", "damaged", "merged", "excerpt")
Sentences = list[tuple[int, str]]


class Newsroom:
    """Writes texts: the words of a language by Zipf's law, formulas that recur, names that do not."""

    def __init__(self, seed: int) -> None:
        dice = random.Random(seed)
        syllables = [c + v for c in "bcdfghklmnprstvwz" for v in "aeiou"]
        own = Counter(word for s in own_sources() if s.language == "en" for _, text in s.sentences for word in words_of(text))
        made = {"".join(dice.choices(syllables, k=dice.choice((2, 3, 3, 4)))) for _ in range(40_000)} - set(own)
        self._words = [word for word, _ in sorted(own.items(), key=lambda item: (-item[1], item[0]))] + sorted(made)
        ranks = np.arange(1, len(self._words) + 1, dtype=np.float64)
        self._weights = np.cumsum(1 / (ranks + 2.7) ** 1.05)
        self._formulas = [" ".join(self._words_of(np.random.default_rng(seed + n), 6)) for n in range(400)]

    def _words_of(self, chance: np.random.Generator, count: int) -> list[str]:
        places = np.searchsorted(self._weights, chance.random(count) * self._weights[-1])
        return [self._words[place] for place in places]

    def write(self, number: int) -> Sentences:
        """Return the text of a number: the same each time."""
        chance = np.random.default_rng((7, number))
        names = [f"{a.capitalize()} {b.capitalize()}" for a, b in zip(self._rare(chance), self._rare(chance), strict=True)]
        sentences: Sentences = []
        count = 0
        while count < 500:
            words = self._words_of(chance, int(chance.integers(12, 32)))
            if chance.random() < 0.3:
                words[3:3] = names[int(chance.integers(len(names)))].split()
            if chance.random() < 0.15:
                words += self._formulas[int(len(self._formulas) * chance.random() ** 2)].split()
            sentence = " ".join(words)
            sentences.append((len(sentences) // 3, f"{sentence[:1].upper()}{sentence[1:]}."))
            count += len(words)
        return sentences

    def _rare(self, chance: np.random.Generator) -> list[str]:
        return [self._words[int(place)] for place in chance.integers(2000, len(self._words), size=6)]


def copy_of(sentences: Sentences, kind: str, other: Sentences, dice: random.Random) -> Sentences:
    """Return a copy of one of the eight kinds; `other` is the page that it stands on."""
    start = dice.randrange(max(1, len(sentences) - 3))
    table = synonyms("en")
    makers: dict[str, Callable[[], Sentences]] = {
        "identical": lambda: list(sentences),
        "abridged": lambda: subset(sentences, dice.uniform(0.35, 0.7), dice),
        "reordered": lambda: reordered(sentences, dice),
        "furnished": lambda: [*other[:2], *sentences, *other[-2:]],  # pieces of the page that were taken for the article
        "spun": lambda: [(p, _reworded(spin(s, 0.9, table, dice), dice)) for p, s in sentences],
        "damaged": lambda: [(p, damage(s, 0.8, dice)) for p, s in sentences],
        "merged": lambda: one_paragraph(sentences),
        "excerpt": lambda: [*other[:10], *sentences[start : start + 3], *other[10:]],  # quoted in another report
    }
    return makers[kind]()


def _reworded(sentence: str, dice: random.Random) -> str:
    """Replace one word in six, so that a third to a half of the word triples survive."""
    return " ".join(word[::-1] if dice.random() < 1 / 6 else word for word in sentence.split())


def document(number: int, newsroom: Newsroom) -> tuple[str, int, str]:
    """Return text, number of the text it was copied from (its own where it was not) and kind."""
    dice = random.Random(number)
    if number % 10 != 9:
        return written(newsroom.write(number)), number, "original"
    source = dice.randrange(number)
    source -= source % 10 == 9  # copies are made from originals
    kind = KINDS[number // 10 % len(KINDS)]
    return written(copy_of(newsroom.write(source), kind, newsroom.write(number), dice)), source, kind


@cache
def _tools() -> tuple[Kit, Newsroom]:
    """Return kit and newsroom of this process, the sentence encoder loaded."""
    kit = load_kit()
    kit.compiled(load_sentence_encoder).encode(["warm"])
    return kit, Newsroom(1)


def fingerprints_of(numbers: Sequence[int], every: int, per_day: int) -> tuple[list[Fingerprint], list[float]]:
    """Return the fingerprints of some documents, and the seconds of processor time of each that has a real sign code."""
    kit, newsroom = _tools()
    found, seconds = [], []
    for number in numbers:
        text, name = document(number, newsroom)[0], f"{number:08}"
        with_code = number % every == 0
        language = "en" if with_code else "xx"  # a language that the encoder does not know
        begun = time.process_time()
        made = build_fingerprint(
            MergeDocument(id=name, path=name, language=language, text=text, body=((0, len(text)),)), kit
        )
        taken = time.process_time() - begun
        if with_code:
            seconds.append(taken)
        else:
            made = replace(made, language="en", code=np.random.default_rng(number).bytes(64))
        found.append(replace(made, day=730_000 + number // per_day if per_day else None))
    return found, seconds


def batches(total: int, size: int) -> Iterator[range]:
    """Yield the numbers of the documents, batch by batch."""
    for start in range(0, total, size):
        yield range(start, min(total, start + size))


def measure(total: int, size: int, workers: int, every: int, per_day: int, folder: Path) -> dict[str, Any]:
    """Fingerprint, store and compare all documents; return the figures."""
    store, curve, found = open_store(folder, create=True), [], defaultdict(set)
    begun = time.perf_counter()
    with store, ProcessPoolExecutor(workers) as pool:
        for batch in batches(total, size):
            start = time.perf_counter()
            parts = [batch[offset :: workers] for offset in range(workers)]
            made = list(pool.map(fingerprints_of, parts, [every] * workers, [per_day] * workers))
            worked = time.process_time()
            prints = sorted((p for part, _ in made for p in part), key=lambda p: p.document)
            pairs = compare(store, prints)
            for early, late in pairs:
                found[late].add(early)
            seconds = [second for _, part in made for second in part]
            curve.append({
                "documents": batch[-1] + 1, "fingerprint_ms": 1000 * sum(seconds) / max(1, len(seconds)),
                "candidate_ms": 1000 * (time.process_time() - worked) / len(batch),
                "wall_ms": 1000 * (time.perf_counter() - start) / len(batch), "pairs": len(pairs),
                "recall": recall(batch[-1] + 1, found)["recall"],
            })  # fmt: skip
            print(json.dumps(curve[-1]), file=sys.stderr)
    cost = {stage: sum(point[f"{stage}_ms"] for point in curve) / len(curve) for stage in ("fingerprint", "candidate")}
    return {
        "documents": total, "workers": workers,
        "processor_minutes": {stage: round(value * total / 60_000, 2) for stage, value in cost.items()},
        "minutes": round((time.perf_counter() - begun) / 60, 2),
        "memory_gb": _memory(workers), "file_gb": round((folder / "dragoman.sqlite").stat().st_size / 1e9, 2),
        **recall(total, found), "curve": curve,
    }  # fmt: skip


def compare(store: Any, prints: Sequence[Fingerprint]) -> list[tuple[int, int]]:
    """Store fingerprints as a run does and return the candidate pairs that hold one of them."""
    with store.writing() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.execute(insert(schema.documents), [_bare(found) for found in prints])
        connection.execute(insert(schema.fingerprints), [fingerprint_row(found) for found in prints])
    note_pairs(store)
    with store.reading() as connection:
        pairs = waiting_pairs(connection)
    with store.writing() as connection:
        save_edges(connection, ())
    return pairs


def _bare(found: Fingerprint) -> dict[str, Any]:
    """Return the row of a document that has nothing but its id: its text plays no part here."""
    text = dict.fromkeys(("path", "member", "text", "language", "media_type", "encoding", "extractor"), "")
    return {"id": found.document, **text, "provenance": [], "declared": {}, "body": []}


def _memory(workers: int) -> float:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    others = workers * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return round((own + others) / 1e6, 2)


def recall(total: int, found: dict[int, set[int]]) -> dict[str, Any]:
    """Return how many copies were offered with their source or another copy of it, by kind. Row numbers begin with 1."""
    sources = {number: document_source(number) for number in range(9, total, 10)}
    family: dict[int, set[int]] = defaultdict(set)
    right, all_of = Counter[str](), Counter[str]()
    for number, (source, kind) in sources.items():
        relatives = {source + 1} | family[source]
        all_of[kind] += 1
        right[kind] += bool(found.get(number + 1, set()) & relatives)
        family[source].add(number + 1)
    return {
        "recall": round(sum(right.values()) / max(1, sum(all_of.values())), 4),
        "recall_by_kind": {kind: round(right[kind] / all_of[kind], 4) for kind in sorted(all_of)},
        "pairs_a_document": round(sum(map(len, found.values())) / total, 2),
    }


def document_source(number: int) -> tuple[int, str]:
    """Return what a copy was made from, and its kind, without writing it."""
    source = random.Random(number).randrange(number)
    return source - (source % 10 == 9), KINDS[number // 10 % len(KINDS)]


def plot(curve: Sequence[dict[str, float]], path: Path) -> None:
    """Draw the cost of a document against the number of documents stored."""
    width, height, left, low = 640, 300, 60, 250
    most = max(point["fingerprint_ms"] + point["candidate_ms"] for point in curve) * 1.15
    last = curve[-1]["documents"]

    def place(documents: float, value: float) -> str:
        return f"{left + (width - left - 20) * documents / last:.1f},{low - (low - 20) * value / most:.1f}"

    lines = []
    for name, colour in (("fingerprint_ms", "#7a8b99"), ("candidate_ms", "#b3541e")):
        points = " ".join(place(point["documents"], point[name]) for point in curve)
        lines.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{points}"/>')
        lines.append(f'<text x="{width - 150}" y="{20 + 16 * len(lines) / 2}" fill="{colour}">{name.replace("_", ", ")}</text>')
    for share in (0.0, 0.5, 1.0):
        x, y = left + (width - left - 20) * share, low - (low - 20) * share
        lines.append(f'<text x="{x}" y="{low + 18}" text-anchor="middle">{int(last * share):,}</text>')
        lines.append(f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{most * share:.1f}</text>')
    axes = f'<path d="M{left},20 V{low} H{width - 20}" fill="none" stroke="#333"/>'
    title = f'<text x="{left}" y="{height - 8}">milliseconds a document, by documents stored before it</text>'
    body = f'<g font-family="sans-serif" font-size="12">{axes}{"".join(lines)}{title}</g>'
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{body}</svg>\n', encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Print the figures as JSON and draw the curve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--batch", type=int, default=1_000, help="documents of one run of `dragoman read`")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--vectors", type=int, default=1, help="every how many-th document gets a real sign code")
    parser.add_argument("--per-day", type=int, default=100, help="documents of one day of publication; 0: none states its day")
    parser.add_argument("--folder", type=Path, required=True, help="an empty folder for the project file")
    parser.add_argument("--plot", type=Path, help="where to draw the curve (SVG)")
    given = parser.parse_args(arguments)
    figures = measure(given.documents, given.batch, given.workers, given.vectors, given.per_day, given.folder)
    if given.plot is not None:
        plot(figures["curve"], given.plot)
    print(json.dumps({name: value for name, value in figures.items() if name != "curve"}, indent=1))


if __name__ == "__main__":
    main(sys.argv[1:])
