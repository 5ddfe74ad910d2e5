"""Which reports tell of the same event. An event counts once, however many documents and sentences report it.

Pairs of reports are weighed (event_agreement) and joined from the strongest down, as long as the two groups that they
would join do not contradict each other: other days, other people of one state, acts that one text tells apart. The order
of the documents does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from dragoman.kit import Kit
from dragoman.merge.build_event import build_event
from dragoman.merge.event_agreement import DAYS_APART, DEEDS, ENOUGH, agree_apart, agree_within, mark_of
from dragoman.merge.event_pairs import Pair, told_apart, weigh_pairs
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.sketches import Sketch, sketch_reports
from dragoman.merge.sources import find_backing
from dragoman.records import Event, LineageEdge, Story

__all__ = ["build_event", "join_events", "join_pairs", "weigh_reports"]


def join_events(
    documents: Sequence[MergeDocument], stories: Sequence[Story], kit: Kit, edges: Sequence[LineageEdge] = ()
) -> tuple[Event, ...]:
    """Return the events of all reports; every report is in exactly one."""
    story_of = {member.document: story.id for story in stories for member in story.members}
    by_id = {document.id: document for document in documents}
    sketches = sketch_reports(sorted(documents, key=lambda document: document.id), story_of, kit)
    sketches.sort(key=lambda sketch: (sketch.report.document, sketch.report.trigger, sketch.id))
    clusters = cluster(sketches, edges)
    backing = find_backing(by_id.values(), edges, kit)
    events = [build_event([sketches[i].report for i in members], by_id, story_of, backing) for members in clusters]
    return tuple(sorted(events, key=lambda event: event.id))


def weigh_reports(
    documents: Iterable[MergeDocument], story_of: Mapping[str, str]
) -> Callable[[str, str], float]:
    """Return what tells how strongly two of the documents' reports agree; nothing where they contradict each other."""
    sketches = {sketch.id: sketch for sketch in sketch_reports(documents, story_of, None)}

    def weigh(left: str, right: str) -> float:
        a, b = sketches[left], sketches[right]
        return agree_within(a, b) if a.story == b.story else agree_apart(a, b)

    return weigh


def cluster(sketches: Sequence[Sketch], edges: Iterable[LineageEdge]) -> list[list[int]]:
    """Return the groups of reports (by index) that tell of one event each, in order."""
    strong, apart = [], []
    for pair in weigh_pairs(sketches, edges):
        if pair.score >= ENOUGH:
            strong.append(pair)
        elif told_apart(pair, sketches):
            apart.append(pair)
    return join_pairs(sketches, strong, apart)


def join_pairs(sketches: Sequence[Sketch], strong: Iterable[Pair], apart: Collection[Pair]) -> list[list[int]]:
    """Return the groups that pairs make, joined from the strongest down; those of `apart` stay in two."""
    groups = _Groups(sketches, apart)
    for pair in sorted(strong, key=lambda p: (-round(p.score, 6), p.left, p.right)):
        groups.join(pair)
    return groups.listed()


class _Groups:
    """Groups of reports that grow by joining two at a time."""

    def __init__(self, sketches: Sequence[Sketch], apart: Collection[Pair]) -> None:
        self._sketches = sketches
        self._group_of = list(range(len(sketches)))
        self._members = [[index] for index in range(len(sketches))]
        self._enemies: list[set[int]] = [set() for _ in sketches]
        for pair in apart:
            self._enemies[pair.left].add(pair.right)
            self._enemies[pair.right].add(pair.left)
        self._days = [(sketch.low, sketch.high) for sketch in sketches]
        self._marks = [sketch.marks | mark_of(sketch) for sketch in sketches]
        self._people = [{state: set(people) for state, people in sketch.people.items()} for sketch in sketches]
        self._deeds = [sketch.report.quad in DEEDS for sketch in sketches]

    def join(self, pair: Pair) -> None:
        """Join the groups of two reports unless they contradict each other. What versions of a text differ in is shown."""
        a, b = self._group_of[pair.left], self._group_of[pair.right]
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        if a == b or self._apart(a, b):
            return
        if pair.kind != "aligned" and (self._other_days(a, b) or self._other_people(a, b)):
            return
        self._unite(a, b)

    def _apart(self, a: int, b: int) -> bool:
        tried = ((self._enemies[a], self._members[b]), (self._enemies[b], self._members[a]))
        enemies, members = min(tried, key=lambda pair: min(map(len, pair)))
        if len(enemies) < len(members):
            return any(self._group_of[enemy] == self._group_of[members[0]] for enemy in enemies)
        return any(member in enemies for member in members)

    def _other_days(self, a: int, b: int) -> bool:
        (low, high), (first, last) = self._days[a], self._days[b]
        if low is None or high is None or first is None or last is None:
            return bool(self._marks[a] and self._marks[b] and not self._marks[a] & self._marks[b])
        return max(low - last, first - high) > DAYS_APART

    def _other_people(self, a: int, b: int) -> bool:
        if self._deeds[a] or self._deeds[b]:
            return False
        mine, theirs = self._people[a], self._people[b]
        return any(state in theirs and not people & theirs[state] for state, people in mine.items())

    def _unite(self, a: int, b: int) -> None:
        for index in self._members[b]:
            self._group_of[index] = a
        self._members[a] += self._members[b]
        self._members[b] = []
        self._enemies[a] |= self._enemies[b]
        self._marks[a] |= self._marks[b]
        self._days[a] = _common(self._days[a], self._days[b])
        for state, people in self._people[b].items():
            self._people[a].setdefault(state, set()).update(people)
        self._deeds[a] = self._deeds[a] and self._deeds[b]

    def listed(self) -> list[list[int]]:
        """Return the groups."""
        return [sorted(members) for members in self._members if members]


def _common(left: tuple[int | None, int | None], right: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    """Return the days that two intervals share; those between them where they share none; the known one of two."""
    if left[0] is None or left[1] is None:
        return right
    if right[0] is None or right[1] is None:
        return left
    first, last = max(left[0], right[0]), min(left[1], right[1])
    return (first, last) if first <= last else (last, first)
