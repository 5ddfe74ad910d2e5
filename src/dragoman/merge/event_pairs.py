"""Which reports are compared: those of one text or story, and those that share parties and a day, place or quotation.

No bucket is compared with itself whole: each is put in order, and every report meets the next few only. So the cost
grows with the number of reports, however many tell of one day of one war; a long chain still hangs together by its links.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

from dragoman.merge.event_agreement import ENOUGH, agree_aligned, agree_apart, agree_within, dated
from dragoman.merge.sketches import Sketch
from dragoman.records import LineageEdge, Record

_WITHIN, _ACROSS = 40, 20  # reports of one text, and of one bucket across texts, that each one meets
_HINT = 0.4  # weight of the likeness of two passages in independent texts
_MOST_PARTIES = 6  # of one report that buckets are made for
_LONGEST = 31  # days of an interval that is narrow enough to look for others of the same time

# Relations in which aligned passages are the same words, edited or translated: not merely words on the same matter.
VERSIONS = frozenset({"identical", "near-copy", "excerpt", "edition", "translation", "rewrite", "shared-quotes"})


class Pair(Record, frozen=True, kw_only=True):
    """Two reports (by index, the smaller first) and how strongly they agree; `aligned` where passages match."""

    left: int
    right: int
    score: float
    aligned: bool = False
    within: bool = False


def weigh_pairs(sketches: Sequence[Sketch], edges: Iterable[LineageEdge]) -> Iterator[Pair]:
    """Yield every pair that is compared, each once, with its strongest agreement."""
    edges = list(edges)
    aligned = set()
    for pair in _aligned(sketches, edges):
        aligned.add((pair.left, pair.right))
        yield pair
    yield from _antecedents(_weigh_within(sketches, (pair for pair in _within(sketches) if pair not in aligned)))
    beside = set(_beside(sketches))
    for left, right in sorted(beside - aligned):
        yield Pair(left=left, right=right, score=agree_within(sketches[left], sketches[right]))
    seen = aligned | beside
    hints = _hints(sketches, edges, seen)
    for (left, right), likeness in sorted(hints.items()):
        score = agree_apart(sketches[left], sketches[right])
        yield Pair(left=left, right=right, score=score and score + _HINT * likeness)
    seen |= hints.keys()
    for left, right in _once(_across(sketches), len(sketches)):
        if sketches[left].report.document != sketches[right].report.document and (left, right) not in seen:
            yield Pair(left=left, right=right, score=agree_apart(sketches[left], sketches[right]))


def _hints(
    sketches: Sequence[Sketch], edges: Iterable[LineageEdge], without: set[tuple[int, int]]
) -> dict[tuple[int, int], float]:
    """Return the reports of independent texts whose passages resemble each other, with that likeness."""
    by_document = _by_document(sketches)
    found: dict[tuple[int, int], float] = {}
    for edge in edges:
        if edge.relation in VERSIONS:
            continue
        for passage in edge.passages:
            for a in _inside(sketches, by_document[edge.left], passage.left):
                for b in _inside(sketches, by_document[edge.right], passage.right):
                    pair = min(a, b), max(a, b)
                    if pair not in without:
                        found[pair] = max(passage.similarity, found.get(pair, 0.0))
    return found


def _by_document(sketches: Sequence[Sketch]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        found[sketch.report.document].append(index)
    return found


def _once(pairs: Iterable[tuple[int, int]], count: int) -> Iterator[tuple[int, int]]:
    """Yield each pair once, in order; eight bytes a pair, for there are many."""
    numbered = array("q", (left * count + right for left, right in pairs))
    for number in np.unique(np.frombuffer(numbered, dtype=np.int64)) if numbered else ():
        left, right = divmod(int(number), count)
        yield left, right


def _weigh_within(sketches: Sequence[Sketch], pairs: Iterable[tuple[int, int]]) -> Iterator[Pair]:
    for left, right in pairs:
        yield Pair(left=left, right=right, score=agree_within(sketches[left], sketches[right]), within=True)


def _antecedents(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield the pairs, but of those that would join a mention to what the same text says before only the strongest.

    A text that goes back to a meeting means one; a mention that fits two of them must not make one of both.
    """
    best: dict[int, Pair] = {}
    for pair in pairs:
        if pair.score < ENOUGH:
            yield pair
            continue
        known = best.get(pair.right)
        if known is None or (pair.score, pair.left) > (known.score, known.left):
            best[pair.right] = pair
    yield from best.values()


def _aligned(sketches: Sequence[Sketch], edges: Iterable[LineageEdge]) -> Iterator[Pair]:
    """Yield the pairs of reports in passages that say the same in two versions of a text.

    A passage may hold several acts: each report has at most one counterpart in it, that with which it agrees best. The
    others are yielded as disagreeing, so that they are not weighed again as if they stood in unlike places.
    """
    by_document = _by_document(sketches)
    found: dict[tuple[int, int], float] = {}
    for edge in edges:
        if edge.relation not in VERSIONS:
            continue
        for passage in edge.passages:
            lefts = _inside(sketches, by_document[edge.left], passage.left)
            rights = _inside(sketches, by_document[edge.right], passage.right)
            for pair, score in _counterparts(sketches, lefts, rights).items():
                found[pair] = max(score, found.get(pair, 0.0))
    for (left, right), score in sorted(found.items()):
        yield Pair(left=left, right=right, score=score, aligned=True)


def _counterparts(sketches: Sequence[Sketch], lefts: list[int], rights: list[int]) -> dict[tuple[int, int], float]:
    """Return all pairs of two aligned passages; those that are not each other's best get no agreement."""
    scores = {(a, b): agree_aligned(sketches[a], sketches[b]) for a in lefts for b in rights}
    taken: set[int] = set()
    found = {}
    for (a, b), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        free = not {a, b} & taken
        found[min(a, b), max(a, b)] = score if free else 0.0
        if free and score > 0:
            taken |= {a, b}
    return found


def _inside(sketches: Sequence[Sketch], indices: Iterable[int], span: tuple[int, int]) -> list[int]:
    return [
        index for index in indices
        if span[0] <= sketches[index].report.trigger[0] and sketches[index].report.trigger[1] <= span[1]
    ]  # fmt: skip


def _within(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Yield pairs of one text."""
    texts: dict[str, list[int]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        texts[sketch.report.document].append(index)
    for bucket in texts.values():
        yield from _near(sorted(bucket, key=lambda i: (sketches[i].report.trigger, sketches[i].id)), _WITHIN)


def _beside(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Yield pairs of two texts of one story that share parties."""
    texts: dict[str, set[str]] = defaultdict(set)
    for sketch in sketches:
        texts[sketch.story].add(sketch.report.document)
    stories: dict[Hashable, list[int]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        if len(texts[sketch.story]) > 1:
            for couple in _couples(sketch):
                stories[sketch.story, couple, sketch.cooperative].append(index)
    for bucket in stories.values():
        ordered = sorted(bucket, key=lambda i: (sketches[i].report.type, sketches[i].low or 0, sketches[i].id))
        for left, right in _near(ordered, _ACROSS):
            if sketches[left].report.document != sketches[right].report.document:
                yield left, right


def _across(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Yield pairs of different texts that share parties and something that says when, where, who or in what words."""
    keys: tuple[Callable[[Sketch], Iterable[Hashable]], ...] = (_by_day, _by_venue, _by_people, _by_quotation, _by_paper)
    for key in keys:
        buckets: dict[Hashable, list[int]] = defaultdict(list)
        for index, sketch in enumerate(sketches):
            for couple in _couples(sketch):
                for value in key(sketch):
                    buckets[couple, sketch.cooperative, value].append(index)
        for bucket in buckets.values():
            yield from _near(sorted(bucket, key=lambda i: _order(sketches[i])), _ACROSS)


def _order(sketch: Sketch) -> tuple[int, int, str, str, str]:
    return sketch.low or 0, sketch.high or 0, sketch.report.type, sketch.head, sketch.id


def _by_day(sketch: Sketch) -> Iterable[Hashable]:
    """One bucket for all dated reports of a couple: in order of their days, neighbours are near in time."""
    narrow = dated(sketch) and (sketch.high or 0) - (sketch.low or 0) < _LONGEST
    return (True,) if narrow else ()


def _by_venue(sketch: Sketch) -> Iterable[Hashable]:
    return sketch.venues


def _by_people(sketch: Sketch) -> Iterable[Hashable]:
    """Undated reports meet those of the same people and type."""
    return () if dated(sketch) else {(person, sketch.report.type) for people in sketch.people.values() for person in people}


def _by_quotation(sketch: Sketch) -> Iterable[Hashable]:
    return sketch.quoted


def _by_paper(sketch: Sketch) -> Iterable[Hashable]:
    """Reports meet those of the same type that were published, or date the act, in the same days."""
    days = {day for day in (sketch.published, sketch.low if dated(sketch) else None) if day is not None}
    halves = {half for day in days for half in (day // 2, day // 2 + 1)}  # overlapping, so that no border parts them
    return {(sketch.report.type, half) for half in halves}


def _couples(sketch: Sketch) -> list[tuple[str, ...]]:
    """Return the couples of parties that a report is looked up by; the one party where there is no other."""
    parties = sorted(sketch.everyone)[:_MOST_PARTIES]
    return list(combinations(parties, 2)) if len(parties) > 1 else [tuple(parties)]


def _near(ordered: Sequence[int], window: int) -> Iterator[tuple[int, int]]:
    for position, left in enumerate(ordered):
        for right in ordered[position + 1 : position + 1 + window]:
            yield min(left, right), max(left, right)
