"""Where documents contradict each other about one event or one passage: shown side by side, never merged in silence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.extract.dates.grammar import DateLexicon, bound_before, date_lexicon, scan
from dragoman.ids import disagreement_id
from dragoman.kit import Kit
from dragoman.merge.event_pairs import VERSIONS
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.repairs import Named, match_names, named_in
from dragoman.merge.sketches import REALITY, days_of
from dragoman.records import Disagreement, Event, EventReport, LineageEdge, Party, Span, Version

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?![\w])|(?<![\w.,])\d{2,}(?![\w])(?![.,]\d)")
_BETWEEN = re.compile(r"[ ,.\u00a0\u202f]")
_WITNESSES = 2  # documents that are shown for one interval of days
_CLOSE = 0.6  # likeness of two passages from which a difference in one word is no accident of the alignment
_CONTRARY = frozenset(
    frozenset(pair) for pair in (("since", "until"), ("before", "after"), ("until", "after"), ("since", "before"))
)
_KEYS = ("weekday", "month")


def find_disagreements(
    documents: Sequence[MergeDocument], edges: Iterable[LineageEdge], events: Sequence[Event], kit: Kit
) -> tuple[Disagreement, ...]:
    """Return every disagreement of a project: between the reports of each event, and between versions of a text."""
    reports = {report.id: report for document in documents for report in document.reports}
    people = {actor.id for document in documents for actor in document.actors if actor.kind == "person"}
    found = [
        each
        for event in events if event.documents > 1
        for each in event_disagreements(event.id, [reports[report] for report in event.reports], people)
    ]  # fmt: skip
    return (*found, *passage_disagreements(documents, edges, events, kit))


# ---------------------------------------------------------------- between the reports of one event


def event_disagreements(event: str, reports: Sequence[EventReport], people: Iterable[str]) -> tuple[Disagreement, ...]:
    """Return the fields in which documents that report one event contradict each other; `people` are ids of persons."""
    known = set(people)
    found = [
        _between(event, "status", [(_reality(report), _status_version(report)) for report in reports]),
        _between_dates(event, reports),
        *_between_people(event, reports, known),
    ]
    return tuple(sorted((each for each in found if each is not None), key=lambda each: (each.field, each.id)))


def _reality(report: EventReport) -> str:
    return REALITY[report.status]


def _between(event: str, field: str, values: Iterable[tuple[str, Version]]) -> Disagreement | None:
    """Return a disagreement where two documents have no value in common."""
    of_document: dict[str, dict[str, Version]] = defaultdict(dict)
    for value, version in values:
        of_document[version.document].setdefault(value, version)
    alike: dict[frozenset[str], str] = {}  # one document for each set of values: there are few sets, and may be many documents
    for document in sorted(of_document):
        alike.setdefault(frozenset(of_document[document]), document)
    contrary = {values for values in alike if any(not values & others for others in alike)}
    if not contrary:
        return None
    shown: dict[str, Version] = {}
    for document in sorted(alike[values] for values in contrary):
        for value, version in sorted(of_document[document].items()):
            shown.setdefault(value, version)
    return _build(event, field, list(shown.values()), "reports of one event in different documents")


def _build(event: str | None, field: str, versions: Sequence[Version], reason: str) -> Disagreement:
    ordered = tuple(sorted(versions, key=lambda version: (version.document, version.start, version.value)))
    return Disagreement(
        id=disagreement_id(event, field, ((v.document, v.start, v.end) for v in ordered)), event=event, field=field,
        versions=ordered, reason=reason,
    )  # fmt: skip


def _status_version(report: EventReport) -> Version:
    return _version(report, report.status, _evidence_span(report, "trigger") or report.trigger)


def _version(report: EventReport, value: str, span: Span) -> Version:
    quote = next((piece.quote for piece in report.evidence if (piece.start, piece.end) == span), "")
    if not quote:
        quote = next((p.name for p in report.actors + report.recipients if (p.start, p.end) == span), "")
    return Version(document=report.document, value=value, start=span[0], end=span[1], quote=quote)


def _evidence_span(report: EventReport, role: str) -> Span | None:
    return next(((piece.start, piece.end) for piece in report.evidence if piece.role == role), None)


def _between_dates(event: str, reports: Sequence[EventReport]) -> Disagreement | None:
    """Compare days: two intervals disagree where they do not overlap."""
    dated: dict[tuple[int, int, str], tuple[int, int, Version]] = {}
    seen: dict[tuple[int, int], set[str]] = defaultdict(set)
    for report in sorted(reports, key=lambda report: (report.document, report.trigger)):
        low, high = days_of(report.when)
        if report.when is not None and low is not None and high is not None:
            span = _evidence_span(report, "time") or _evidence_span(report, "trigger") or report.trigger
            value = report.when.start if report.when.start == report.when.end else f"{report.when.start} to {report.when.end}"
            if len(seen[low, high] | {report.document}) <= _WITNESSES:
                seen[low, high].add(report.document)
                dated.setdefault((low, high, report.document), (low, high, _version(report, str(value), span)))
    listed = list(dated.values())
    contrary = {
        version
        for i, (low, high, left) in enumerate(listed) for first, last, right in listed[i + 1 :]
        if left.document != right.document and (high < first or last < low)
        for version in (left, right)
    }  # fmt: skip
    if not contrary:
        return None
    shown: dict[tuple[str, str], Version] = {}
    for version in sorted(contrary, key=lambda version: (version.document, version.start)):
        shown.setdefault((version.document, version.value), version)
    return _build(event, "date", list(shown.values()), "reports of one event in different documents")


def _between_people(event: str, reports: Sequence[EventReport], known: set[str]) -> Iterator[Disagreement]:
    """Compare who represents each state: other persons in another document."""
    by_state: dict[str, list[tuple[str, Version]]] = defaultdict(list)
    for report in reports:
        for party in report.actors + report.recipients:
            if party.actor in known and party.state is not None:
                by_state[party.state].append((party.actor, _party_version(report, party)))
    for _, values in sorted(by_state.items()):
        found = _between(event, "people", values)
        if found is not None:
            yield found


def _party_version(report: EventReport, party: Party) -> Version:
    return Version(document=report.document, value=party.actor, start=party.start, end=party.end, quote=party.name)


# ---------------------------------------------------------------- between aligned passages


def passage_disagreements(
    documents: Iterable[MergeDocument], edges: Iterable[LineageEdge], events: Iterable[Event], kit: Kit
) -> tuple[Disagreement, ...]:
    """Return where aligned passages of two versions contradict each other: times, numbers, names, what is denied."""
    by_id = {document.id: document for document in documents}
    event_of = {report: event.id for event in events for report in event.reports}
    found: dict[str, Disagreement] = {}
    for edge in edges:
        if edge.relation in VERSIONS and edge.left in by_id and edge.right in by_id:
            found |= edge_disagreements(by_id[edge.left], by_id[edge.right], edge, event_of, kit)
    return tuple(sorted(found.values(), key=lambda each: each.id))


def edge_disagreements(
    left: MergeDocument, right: MergeDocument, edge: LineageEdge, event_of: Mapping[str, str], kit: Kit
) -> dict[str, Disagreement]:
    """Return where the aligned passages of two versions contradict each other, by id."""
    found: dict[str, Disagreement] = {}
    for passage in edge.passages:
        pairs = [*_denials(left, passage.left, right, passage.right, event_of)]
        if passage.similarity >= _CLOSE:
            pairs += _times(left, passage.left, right, passage.right, kit)
            pairs += _numbers(left, passage.left, right, passage.right)
            pairs += _names(left, passage.left, right, passage.right)
        found |= {each.id: each for each in pairs}
    return found


def _denials(
    left: MergeDocument, a: Span, right: MergeDocument, b: Span, event_of: Mapping[str, str]
) -> Iterator[Disagreement]:
    """Yield acts of one type and the same parties that one version denies and the other does not."""
    rights = [report for report in right.reports if b[0] <= report.trigger[0] < b[1]]
    for report in left.reports:
        if not a[0] <= report.trigger[0] < a[1]:
            continue
        for other in rights:
            unlike = "unreal" in (_reality(report), _reality(other)) and _reality(report) != _reality(other)
            if unlike and report.type == other.type and _states(report) & _states(other) and not _has_twin(report, rights):
                reason = f"aligned passages: {event_of.get(report.id, report.id)} and {event_of.get(other.id, other.id)}"
                yield _build(None, "status", [_status_version(report), _status_version(other)], reason)


def _states(report: EventReport) -> set[str]:
    return {party.state or party.actor for party in report.actors + report.recipients}


def _has_twin(report: EventReport, others: Iterable[EventReport]) -> bool:
    """Tell whether the other passage has the act with the same status too."""
    return any(
        other.type == report.type and _reality(other) == _reality(report) and _states(other) & _states(report)
        for other in others
    )


def _times(left: MergeDocument, a: Span, right: MergeDocument, b: Span, kit: Kit) -> Iterator[Disagreement]:
    """Yield a time that one version has as the beginning and the other as the end ("since", "until"), or another day."""
    ours, theirs = _expressions(left, a, kit), _expressions(right, b, kit)
    for key in sorted(ours.keys() & theirs.keys()):
        (bound, mine), (other, yours) = ours[key], theirs[key]
        if frozenset((bound, other)) in _CONTRARY:
            yield _build(None, "date", [mine, yours], "aligned passages")
    for kind in _KEYS:
        mine_of, yours_of = ([key for key in each if key[0] == kind] for each in (ours, theirs))
        if len(mine_of) == len(yours_of) == 1 and mine_of != yours_of:
            yield _build(None, "date", [ours[mine_of[0]][1], theirs[yours_of[0]][1]], "aligned passages")


def _expressions(document: MergeDocument, span: Span, kit: Kit) -> dict[tuple[str, str], tuple[str, Version]]:
    """Return the weekdays and months of a passage, each with the bound before it and the words that say so."""
    if document.language not in kit.languages:
        return {}
    lexicon = kit.compiled(date_lexicon, document.language)
    text = document.text[span[0] : span[1]].lower()
    found = {}
    for expression in scan(text, lexicon):
        for key in _keys(expression.slots, lexicon):
            bound = bound_before(text, expression.start, lexicon)
            start = bound[0] if bound else expression.start
            quote = document.text[span[0] + start : span[0] + expression.end]
            version = Version(
                document=document.id, value=quote, start=span[0] + start, end=span[0] + expression.end, quote=quote
            )
            found[key] = (bound[1] if bound else "", version)
    return found


def _keys(slots: Mapping[str, str], lexicon: DateLexicon) -> Iterator[tuple[str, str]]:
    for kind in _KEYS:
        alone = kind == "month" and len(slots) == 1  # "may", "mars" and their like are words too
        if kind in slots and not alone and (kind, slots[kind]) in lexicon.values:
            yield kind, lexicon.value(kind, slots[kind])


def _numbers(left: MergeDocument, a: Span, right: MergeDocument, b: Span) -> Iterator[Disagreement]:
    """Yield the one number of a passage where the other passage has one too, and another."""
    ours, theirs = _figures(left, a), _figures(right, b)
    if len(ours) == len(theirs) == 1 and ours[0].value != theirs[0].value:
        yield _build(None, "number", [*ours, *theirs], "aligned passages")


def _figures(document: MergeDocument, span: Span) -> list[Version]:
    return [
        Version(
            document=document.id, value=_BETWEEN.sub("", match[0]), start=match.start(), end=match.end(), quote=match[0]
        )
        for match in _NUMBER.finditer(document.text, span[0], span[1])
    ]


def _names(left: MergeDocument, a: Span, right: MergeDocument, b: Span) -> Iterator[Disagreement]:
    """Yield the one person, organ or place that is left over in each passage, where they are not the same."""
    ours, theirs = named_in(left, a), named_in(right, b)
    taken = {(name.document, name.start) for pair in match_names(ours, theirs) for name in pair}
    for kinds in (("person",), ("organ", "organisation", "format", "treaty"), ("place", "region"), ("state",)):
        rest = [_left_over(names, kinds, taken) for names in (ours, theirs)]
        if len(rest[0]) == len(rest[1]) == 1 and rest[0][0].actor != rest[1][0].actor:
            yield _build(None, "name", [_named_version(rest[0][0]), _named_version(rest[1][0])], "aligned passages")


def _left_over(names: Sequence[Named], kinds: Sequence[str], taken: set[tuple[str, int]]) -> list[Named]:
    return [
        name for name in names
        if name.kind in kinds and name.actor is not None and (name.document, name.start) not in taken
    ]  # fmt: skip


def _named_version(name: Named) -> Version:
    return Version(
        document=name.document, value=str(name.actor), start=name.start, end=name.end, quote=name.words
    )
