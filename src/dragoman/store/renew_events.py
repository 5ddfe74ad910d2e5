"""The events of the groups that a run has touched, and where documents contradict each other: some at a time."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from dragoman.ids import event_id
from dragoman.kit import Kit
from dragoman.merge.build_event import build_event
from dragoman.merge.disagreements import edge_disagreements, event_disagreements
from dragoman.merge.event_pairs import VERSIONS
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.repairs import fill_names
from dragoman.merge.sources import Backing, find_backing, shared_pairs
from dragoman.records import Disagreement, Event, EventReport, LineageEdge
from dragoman.store.lineage import KNOWN, edges_of, load_edges, relation_in
from dragoman.store.load import load_pages, load_reports_by_id, rows_in
from dragoman.store.renew_pairs import Lines
from dragoman.store.renew_stories import Fills

_AT_ONCE = 2000  # reports whose events are built together
_PAGES = 200  # documents whose text, names and reports stay in memory: about 100 kB each
_SHOWN = ("trigger", "time")  # evidence that disagreements show


class Filler(msgspec.Struct, frozen=True):
    """Puts the parties that repaired names mean in the place of unknown ones."""

    fills: Fills
    states: Mapping[str, str | None]

    def fill(self, page: MergeDocument) -> MergeDocument:
        """Return a document whose reports have these parties."""
        repairs = self.fills.get(page.id, ())
        return fill_names(page, repairs, self.states) if repairs else page


class Events:
    """Builds events: what a batch of them needs is loaded together, and nothing of it is kept."""

    def __init__(self, connection: Connection, kit: Kit, lines: Lines, filler: Filler, story_of: Mapping[str, str]) -> None:
        """Take the stories of the documents that were touched; those of others stand in the file."""
        self._connection = connection
        self._kit = kit
        self._lines = lines
        self._filler = filler
        self._story_of = story_of

    def build(self, groups: Iterable[Sequence[int]]) -> Iterator[tuple[Event, tuple[Disagreement, ...]]]:
        """Yield the event of each group with what its documents contradict each other in."""
        waiting: list[Sequence[int]] = []
        size = 0
        for group in groups:
            waiting.append(group)
            size += len(group)
            if size >= _AT_ONCE:
                yield from self._build(waiting)
                waiting, size = [], 0
        yield from self._build(waiting)

    def _build(self, groups: Sequence[Sequence[int]]) -> Iterator[tuple[Event, tuple[Disagreement, ...]]]:
        asked = [index for group in groups for index in group]
        pages = self._pages(asked)
        by_id = {report.id: report for page in pages.values() for report in page.reports}
        damage = {self._lines.reports[index]: self._lines.damage[index] for index in asked}
        story_of = self._stories(pages)
        origins = find_backing(pages.values(), (), self._kit).origins
        shared = self._shared(pages)
        for group in groups:
            reports = [by_id[self._lines.reports[index]] for index in group]
            documents = {report.document for report in reports}
            pairs = [pair for document in documents for pair in shared.get(document, ()) if pair[1] in documents]
            backing = Backing(origins=origins, shared=tuple(sorted(pairs)))
            event = build_event(reports, pages, story_of, backing, damage.__getitem__)
            yield event, self._disagreements(event, reports, pages)

    def _pages(self, asked: Sequence[int]) -> dict[str, MergeDocument]:
        by_document: dict[str, list[EventReport]] = defaultdict(list)
        for report in load_reports_by_id(self._connection, [self._lines.reports[index] for index in asked], _SHOWN):
            by_document[report.document].append(report)
        return {
            page.id: self._filler.fill(replace(page, reports=tuple(by_document[page.id])))
            for page in load_pages(self._connection, by_document, actors="people")
        }

    def _stories(self, documents: Collection[str]) -> dict[str, str]:
        known = {document: self._story_of[document] for document in documents if document in self._story_of}
        query = "SELECT document, found FROM story_members WHERE document IN ({})"
        return known | dict(rows_in(self._connection, query, [name for name in documents if name not in known]))

    def _shared(self, documents: Collection[str]) -> dict[str, list[tuple[str, str]]]:
        """Return the pairs with one press release or interview behind both, by the left document."""
        edges = edges_of(self._connection, documents, relation_in(["shared-quotes"]), table=KNOWN, passages=False)
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for pair in shared_pairs((edge.left, edge.right, edge.relation) for edge in edges):
            found[pair[0]].append(pair)
        return found

    def _disagreements(
        self, event: Event, reports: Sequence[EventReport], pages: Mapping[str, MergeDocument]
    ) -> tuple[Disagreement, ...]:
        if event.documents < 2:
            return ()
        people = {actor.id for report in reports for actor in pages[report.document].actors}
        return event_disagreements(event.id, sorted(reports, key=lambda report: report.id), people)


# ---------------------------------------------------------------- groups that are other than before


class Regrouping:
    """Groups held against the events in the file: which are other than before, and which events are no more."""

    def __init__(self, connection: Connection, lines: Lines, touched: Collection[str], *, whole: bool) -> None:
        self._connection = connection
        self._lines = lines
        self._touched = lines.of_documents(touched)
        self._whole = whole
        self.gone: set[str] = set()
        self.event_of: dict[str, str] = {}  # of all reports in the groups
        self.renamed: set[str] = set()  # documents with a report whose event has another id than before

    def changed(self, groups: Iterable[list[int]]) -> list[list[int]]:
        """Return the groups whose events are to be built anew, in the order of their first reports."""
        listed = sorted(groups)
        for group in listed:
            name = event_id(self._lines.reports[index] for index in group)
            self.event_of |= {self._lines.reports[index]: name for index in group}
        before = {} if self._whole else self._before(self.event_of)
        size: dict[str, int] = defaultdict(int)
        for event in before.values():
            size[event] += 1
        changed, kept = [], set()
        for group in listed:
            reports = [self._lines.reports[index] for index in group]
            event = self.event_of[reports[0]]
            same = size[event] == len(group) and all(before.get(report) == event for report in reports)
            if same and not any(self._touched[index] for index in group):
                kept.add(event)
                continue
            changed.append(group)
            self.renamed |= {
                self._lines.document_of(index) for index, report in zip(group, reports, strict=True)
                if before.get(report) != event
            }  # fmt: skip
        self.gone = set(before.values()) - kept
        return changed

    def _before(self, reports: Collection[str]) -> dict[str, str]:
        query = "SELECT report, found FROM event_reports WHERE report IN ({})"
        return dict(rows_in(self._connection, query, reports))


# ---------------------------------------------------------------- between versions of a text


def passage_edges(connection: Connection, documents: Collection[str], *, whole: bool) -> Iterable[LineageEdge]:
    """Return the edges between versions of a text that some documents have; all where everything is worked out anew."""
    if whole:
        return load_edges(connection, relation_in(VERSIONS), table=KNOWN)
    return edges_of(connection, documents, relation_in(VERSIONS), table=KNOWN)


def between_versions(
    connection: Connection, edges: Iterable[LineageEdge], filler: Filler, event_of: Mapping[str, str], kit: Kit
) -> Iterator[tuple[tuple[str, str], dict[str, Disagreement]]]:
    """Yield for each edge where its two documents contradict each other in aligned passages, by id."""
    pages: OrderedDict[str, MergeDocument] = OrderedDict()
    for edge in edges:
        for name in (edge.left, edge.right):
            if name not in pages:
                (page,) = load_pages(
                    connection, (name,), text=True, mentions="all", reports=True, roles=_SHOWN
                )
                pages[name] = filler.fill(page)
            pages.move_to_end(name)
        left, right = pages[edge.left], pages[edge.right]
        known = _events_of(connection, (*left.reports, *right.reports), event_of)
        yield (edge.left, edge.right), edge_disagreements(left, right, edge, known, kit)
        while len(pages) > _PAGES:
            pages.popitem(last=False)


def _events_of(connection: Connection, reports: Sequence[EventReport], event_of: Mapping[str, str]) -> dict[str, str]:
    known = {report.id: event_of[report.id] for report in reports if report.id in event_of}
    query = "SELECT report, found FROM event_reports WHERE report IN ({})"
    return known | dict(rows_in(connection, query, [r.id for r in reports if r.id not in known]))
