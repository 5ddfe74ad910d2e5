"""How many acts of our own labelled sentences the event rows read, and which they miss.

    python benchmarks/row_coverage.py --part held
    python benchmarks/row_coverage.py --part open --language fr --missed missed.txt

The sentences are those of `training/relations`, each with a marked pair and its PLOVER type, written for the pair model and not
for the rows. Only pairs whose two sides are both linked to actors count. A third of them (`held`, by a hash of the sentence) is
never looked at by those who write rows: what the rest (`open`) teaches shows there. `--missed` writes the open sentences that
are not read, with what is read instead.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.kit import load_kit
from dragoman.project import read_text
from dragoman.records import EventReport, Party, Reading, Span

sys.path.insert(0, str(Path(__file__).parent.parent / "training" / "relations"))
from read_sentences import Example, read_examples

HELD = 35  # of a hundred
_MARKS = re.compile(r"\[\[|\]\]|\{\{|\}\}")


def is_held(text: str) -> bool:
    """Tell whether a sentence is one that nobody who writes rows looks at."""
    return int(hashlib.md5(text.encode(), usedforsecurity=False).hexdigest(), 16) % 100 < HELD


def unmarked(example: Example) -> tuple[str, Span, Span]:
    """Return the plain sentence with the spans of source and target."""
    text, places, last = "", {}, 0
    for mark in _MARKS.finditer(example.marked):
        text += example.marked[last : mark.start()]
        places[mark.group()], last = len(text), mark.end()
    return text + example.marked[last:], (places["[["], places["]]"]), (places["{{"], places["}}"])


def outcome(reading: Reading, kind: str, source: Span, target: Span) -> str:
    """Return how a pair is read: right, wrong type, other sides (its type stands elsewhere), or nothing."""
    if not (_is_linked(reading, source) and _is_linked(reading, target)):
        return "not linked"
    pair = [report for report in reading.reports if _between(report, source, target)]
    if kind == "NONE":
        return "read" if pair else "right"
    if any(kind in (report.type, report.reduced_type) for report in pair):
        return "right"
    if pair:
        return "wrong type"
    return "other sides" if any(kind in (r.type, r.reduced_type) for r in reading.reports) else "nothing"


def _is_linked(reading: Reading, span: Span) -> bool:
    pairs = zip(reading.mentions, reading.links, strict=True)
    return any(mention.start < span[1] and span[0] < mention.end and link.actors for mention, link in pairs)


def _between(report: EventReport, source: Span, target: Span) -> bool:
    if report.mutual:
        everyone = (*report.actors, *report.recipients)
        return _at(everyone, source) and _at(everyone, target)
    return _at(report.actors, source) and _at(report.recipients, target)


def _at(parties: tuple[Party, ...], span: Span) -> bool:
    return any(party.start < span[1] and span[0] < party.end for party in parties)


def _chosen(part: str, language: str) -> Iterator[tuple[Example, str, Span, Span]]:
    for example in read_examples():
        text, source, target = unmarked(example)
        if example.file.startswith(language) and part in ("all", "held" if is_held(text) else "open"):
            yield example, text, source, target


def _line(example: Example, reading: Reading) -> str:
    read = "; ".join(f"{r.type} by {r.rule or '-'}" for r in reading.reports) or "nothing"
    return f"{example.type} {example.mode} | {example.marked}\n    read: {read}\n"


def main() -> None:
    """Count outcomes for each language, for pairs that relate and for pairs that do not."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--part", choices=("open", "held", "all"), default="open")
    arguments.add_argument("--language", choices=("en", "fr"), action="append")
    arguments.add_argument("--missed", type=Path, help="write the sentences not read here (not with --part held)")
    given = arguments.parse_args()
    if given.missed and given.part != "open":
        arguments.error("only open sentences may be looked at; leave --missed out, or take --part open")
    kit, missed = load_kit(), []
    for language in given.language or ("en", "fr"):
        counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        for example, text, source, target in _chosen(given.part, language):
            reading = read_text(text, kit=kit, language=language, published="2026-05-01")
            found = outcome(reading, example.type, source, target)
            counts[example.type != "NONE"][found] += 1
            if found in ("nothing", "wrong type", "other sides"):
                missed.append(_line(example, reading))
        for related, found in counts.items():
            total = found.total() - found["not linked"]
            share = found["right"] / total if total else 0.0
            what = "pairs that relate" if related else "pairs that do not"
            print(f"{language} {what}: {share:.3f} right of {total:,}  {dict(found.most_common())}")
    if given.missed:
        given.missed.write_text("".join(missed), encoding="utf-8")


if __name__ == "__main__":
    main()
