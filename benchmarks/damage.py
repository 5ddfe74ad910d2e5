"""Reads thousands of damaged texts and prints exceptions, invalid spans, and how time grows with length.

    python benchmarks/damage.py --texts 10000

The texts are passages of the sample documents after random harm: marks doubled, swapped or lost, letters dropped, lines cut,
glued or shuffled, other scripts and control characters put in. The same seed gives the same texts.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import dragoman
from dragoman.kit import Kit, load_kit
from dragoman.languages.detect import detect_language
from dragoman.pipeline import read_document
from dragoman.records import Document, Reading

SAMPLES = Path(dragoman.__file__).parent / "samples" / "documents"
MARKS = "\"“”„«»‹›'‘’`()—–-:;,.!?…"
STRANGE = "\u0000\u200b\ufeff\u202e\u0301ÿ漢字עב\U0001f600\t\r\n"


def passages() -> list[str]:
    """Return the samples cut into passages of one to three paragraphs."""
    found = []
    for path in sorted(SAMPLES.glob("*.txt")):
        paragraphs = path.read_text(encoding="utf-8").split("\n\n")
        found += ["\n\n".join(paragraphs[i : i + 1 + i % 3]) for i in range(len(paragraphs))]
    return [passage for passage in found if passage.strip()]


def damaged(source: random.Random, text: str) -> str:
    """Return a text after one to twelve random harms."""
    for _ in range(source.randint(1, 12)):
        if text:
            text = source.choice(HARMS)(source, text)
    return text


def _put(source: random.Random, text: str) -> str:
    place = source.randrange(len(text) + 1)
    return text[:place] + source.choice(MARKS + STRANGE) * source.choice((1, 1, 1, 2, 5)) + text[place:]


def _drop(source: random.Random, text: str) -> str:
    place = source.randrange(len(text))
    return text[:place] + text[place + source.choice((1, 1, 3, 20)) :]


def _swap_marks(source: random.Random, text: str) -> str:
    old, new = source.choice(MARKS), source.choice(MARKS)
    return text.replace(old, new)


def _shuffle(source: random.Random, text: str) -> str:
    separator = source.choice((" ", "\n", ". ", ", "))
    parts = text.split(separator)
    source.shuffle(parts)
    return separator.join(parts)


def _glue(source: random.Random, text: str) -> str:
    return text.replace(source.choice((" ", "\n", "\n\n")), "", source.randint(1, 8))


def _repeat(source: random.Random, text: str) -> str:
    start = source.randrange(len(text))
    return text[:start] + text[start : start + 40] * source.randint(2, 4) + text[start:]


HARMS: tuple[Callable[[random.Random, str], str], ...] = (_put, _put, _drop, _drop, _swap_marks, _shuffle, _glue, _repeat)


def invalid_spans(reading: Reading) -> int:
    """Count pieces of evidence that are not the characters they point to, and contents outside of the text."""
    text = reading.document.text
    evidence = [e for record in (*reading.statements, *reading.reports) for e in record.evidence]
    wrong = sum(text[e.start : e.end] != e.quote or e.start >= e.end for e in evidence)
    spans = [span for s in reading.statements for span in s.content] + [p.outcome for p in reading.positions]
    return wrong + sum(not 0 <= start < end <= len(text) for start, end in spans)


def as_document(text: str, number: int, language: str) -> Document:
    """Return a text as intake would give it."""
    return Document(id=f"{number:064x}", text=text, path=f"{number}.txt", language=language)


def growth(kit: Kit, language: str) -> float:
    """Return how many times longer a text of ten times the length takes, sentences not counted apart."""
    text = "\n\n".join(p for p in passages() if detect_language(p) == language)[:6000]
    taken = []
    for times in (1, 10):
        started = time.process_time()
        read_document(as_document("\n\n".join([text] * times), times, language), kit)
        taken.append(time.process_time() - started)
    return taken[1] / taken[0]


def main() -> None:
    """Print one line for each measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    kit, source, sound = load_kit(), random.Random(arguments.seed), passages()
    languages = {passage: detect_language(passage) for passage in sound}
    exceptions: Counter[str] = Counter()
    wrong = 0
    for number in range(arguments.texts):
        passage = source.choice(sound)
        text = damaged(source, passage[: source.choice((200, 600, 2000))])
        try:
            wrong += invalid_spans(read_document(as_document(text, number, languages[passage]), kit))
        except Exception as error:  # noqa: BLE001 - counting them is what this script is for
            exceptions[f"{type(error).__name__}: {error}"[:100]] += 1
    print(f"texts           {arguments.texts}")
    print(f"exceptions      {sum(exceptions.values())} {dict(exceptions.most_common(5))}")
    print(f"invalid spans   {wrong}")
    print(f"10x the text    {growth(kit, 'en'):.1f}x the time (en), {growth(kit, 'fr'):.1f}x (fr)")


if __name__ == "__main__":
    main()
