"""Which reports are compared: those of one text or story, and those that share parties and a day, place or quotation.

No bucket is compared with itself whole: each is put in order, and every report meets the next few only. So the cost
grows with the number of reports, however many tell of one day of one war; a long chain still hangs together by its links.
Reports are known by their index among `sketches`, in the order of their documents and places there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, Protocol

import numpy as np

from dragoman.merge.event_agreement import ENOUGH, GATHERINGS, agree_aligned, agree_apart, agree_within
from dragoman.merge.meetings import IN_LINE, Indices, Traits, all_meetings, couples, may_agree
from dragoman.merge.sketches import Sketch
from dragoman.records import LineageEdge, LineageRelation, Record, Span

_WITHIN = 40  # reports of one text that each one meets
_HINT = 0.4  # weight of the likeness of two passages in independent texts

# Relations in which aligned passages are the same words, edited or translated: not merely words on the same matter.
VERSIONS: frozenset[LineageRelation] = frozenset(
    ("identical", "near-copy", "excerpt", "edition", "translation", "rewrite", "shared-quotes")
)


Kind = Literal["within", "aligned", "beside", "hint", "across"]


class Pair(Record, frozen=True, kw_only=True):
    """Two reports (by index, the smaller first), how strongly they agree, and how they come together.

    `kind`: within a text, aligned (in passages that say the same in two versions), beside each other in one story, hint (in
    passages of independent texts that resemble each other), or across independent texts.
    """

    left: int
    right: int
    score: float
    kind: Kind = "across"


class Sketches(Protocol):
    """Sketches by index: a list, or what loads them when they are asked for."""

    def __getitem__(self, index: int, /) -> Sketch: ...


Weighed = Container[tuple[int, int]]  # pairs that were weighed otherwise
Triggers = Mapping[str, Sequence[tuple[int, Span]]]  # the reports of each document: index and span of the trigger


def weigh_pairs(sketches: Sequence[Sketch], edges: Iterable[LineageEdge]) -> Iterator[Pair]:
    """Yield every pair that is compared, each once, with its strongest agreement."""
    edges = list(edges)
    triggers = _triggers(sketches)
    aligned = weigh_aligned(sketches, triggers, edges)
    yield from aligned.values()
    for listed in triggers.values():
        yield from weigh_within(sketches, [index for index, _ in listed])
    of_story: dict[str, list[int]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        of_story[sketch.story].append(index)
    beside = {
        pair: found for members in of_story.values() for pair, found in weigh_beside(sketches, members, aligned).items()
    }
    yield from beside.values()
    hinted = weigh_hints(sketches, triggers, edges, aligned.keys() | beside.keys())
    yield from hinted.values()
    seen = {*aligned, *beside, *hinted}
    meetings, traits = all_meetings(sketches)
    number = {document: place for place, document in enumerate(triggers)}
    texts = np.array([number[sketch.report.document] for sketch in sketches], dtype=np.int64)
    everybody = np.arange(len(sketches), dtype=np.int64)
    for lefts, rights in meetings.pairs(everybody):
        yield from weigh_across(sketches, *worth_weighing(lefts, rights, texts, traits), seen)


def _triggers(sketches: Iterable[Sketch]) -> dict[str, list[tuple[int, Span]]]:
    found: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        found[sketch.report.document].append((index, sketch.report.trigger))
    return found


# ---------------------------------------------------------------- across texts


def worth_weighing(lefts: Indices, rights: Indices, texts: Indices, traits: Traits) -> tuple[Indices, Indices]:
    """Return the pairs of two texts that may agree at all."""
    apart = texts[lefts] != texts[rights]
    lefts, rights = lefts[apart], rights[apart]
    fits = may_agree(traits[lefts], traits[rights])
    return lefts[fits], rights[fits]


def weigh_across(
    sketches: Sketches, lefts: Indices, rights: Indices, without: Weighed
) -> Iterator[Pair]:
    """Yield the pairs of independent texts with their agreement, but those that were weighed otherwise."""
    for pair in zip(lefts.tolist(), rights.tolist(), strict=True):
        if pair not in without:
            yield Pair(left=pair[0], right=pair[1], score=agree_apart(sketches[pair[0]], sketches[pair[1]]), kind="across")


def weigh_hints(
    sketches: Sketches, triggers: Triggers, edges: Iterable[LineageEdge], without: Weighed
) -> dict[tuple[int, int], Pair]:
    """Return the reports of independent texts whose passages resemble each other: their likeness speaks for them."""
    found: dict[tuple[int, int], float] = {}
    for edge in edges:
        if edge.relation in VERSIONS:
            continue
        for passage in edge.passages:
            for a in _inside(triggers, edge.left, passage.left):
                for b in _inside(triggers, edge.right, passage.right):
                    pair = min(a, b), max(a, b)
                    if pair not in without:
                        found[pair] = max(passage.similarity, found.get(pair, 0.0))
    hinted = {}
    for (left, right), likeness in sorted(found.items()):
        score = agree_apart(sketches[left], sketches[right])
        hinted[left, right] = Pair(left=left, right=right, score=score and score + _HINT * likeness, kind="hint")
    return hinted


# ---------------------------------------------------------------- within a text and a story


def weigh_within(sketches: Sketches, members: Sequence[int]) -> Iterator[Pair]:
    """Yield the pairs of one text."""
    ordered = sorted(members, key=lambda i: (sketches[i].report.trigger, sketches[i].id))
    yield from _antecedents(_weigh_within(sketches, _near(ordered, _WITHIN)))


def _weigh_within(sketches: Sketches, pairs: Iterable[tuple[int, int]]) -> Iterator[Pair]:
    for left, right in pairs:
        yield Pair(left=left, right=right, score=agree_within(sketches[left], sketches[right]), kind="within")


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


def told_apart(pair: Pair, sketches: Sketches) -> bool:
    """Tell whether one text tells two acts of one kind as two; a meeting is often just mentioned again."""
    if pair.kind != "within" or pair.score >= ENOUGH:
        return False
    left, right = sketches[pair.left], sketches[pair.right]
    return left.report.type == right.report.type not in GATHERINGS and bool(left.everyone & right.everyone)


def weigh_aligned(
    sketches: Sketches, triggers: Triggers, edges: Iterable[LineageEdge]
) -> dict[tuple[int, int], Pair]:
    """Return the pairs of reports in passages that say the same in two versions of a text.

    A passage may hold several acts: each report has at most one counterpart in it, that with which it agrees best. The
    others are returned as disagreeing, so that they are not weighed again as if they stood in unlike places.
    """
    found: dict[tuple[int, int], float] = {}
    for edge in edges:
        if edge.relation not in VERSIONS:
            continue
        for passage in edge.passages:
            lefts = _inside(triggers, edge.left, passage.left)
            rights = _inside(triggers, edge.right, passage.right)
            for pair, score in _counterparts(sketches, lefts, rights).items():
                found[pair] = max(score, found.get(pair, 0.0))
    return {
        (left, right): Pair(left=left, right=right, score=score, kind="aligned")
        for (left, right), score in sorted(found.items())
    }


def _counterparts(sketches: Sketches, lefts: list[int], rights: list[int]) -> dict[tuple[int, int], float]:
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


def _inside(triggers: Triggers, document: str, span: Span) -> list[int]:
    """Return the reports of a document whose trigger stands in a passage."""
    return [index for index, trigger in triggers.get(document, ()) if span[0] <= trigger[0] and trigger[1] <= span[1]]


def weigh_beside(
    sketches: Sketches, members: Iterable[int], without: Weighed
) -> dict[tuple[int, int], Pair]:
    """Return the pairs of two texts of one story that share parties; `members` are all reports of the story."""
    listed = sorted(members)
    if len({sketches[index].report.document for index in listed}) < 2:
        return {}
    shared: dict[Hashable, list[int]] = defaultdict(list)
    for index in listed:
        for couple in couples(sketches[index]):
            shared[couple, sketches[index].cooperative].append(index)
    met = set()
    for bucket in shared.values():
        ordered = sorted(bucket, key=lambda i: (sketches[i].report.type, sketches[i].low or 0, sketches[i].id))
        met |= {pair for pair in _near(ordered, IN_LINE) if pair not in without}
    return {
        (left, right): Pair(left=left, right=right, score=agree_within(sketches[left], sketches[right]), kind="beside")
        for left, right in sorted(met) if sketches[left].report.document != sketches[right].report.document
    }  # fmt: skip


def _near(ordered: Sequence[int], window: int) -> Iterator[tuple[int, int]]:
    for position, left in enumerate(ordered):
        for right in ordered[position + 1 : position + 1 + window]:
            yield min(left, right), max(left, right)
