"""Which reports tell of the same event. An event counts once, however many documents and sentences report it.

Reports are compared only where both sides stand for the same states or organisations and the type fits. Hard
contradictions (other people, other days, other places, denied against happened) keep reports apart; beyond that they need
enough agreement: within one document or story little, across stories a shared day, or a shared named place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from dragoman.ids import event_id
from dragoman.kit import Kit
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.sources import count_sources
from dragoman.records import Actor, Event, EventReport, Party, Record, Status, Story, When

# Acts that come about once a meeting or signing and are told many times over; others recur, so they need more agreement.
_GATHERING_TYPES = {"CONSULT", "AGREE", "COOPERATE"}
_UNREAL = {"negated", "denied", "hypothetical"}
_DAYS_APART = 2  # two outlets date one event up to two days apart (time zones, "Tuesday" for what happened on Monday)
_WINDOW = 400  # reports of one dyad and type compared at most with this many neighbours in time


class Candidate(Record, frozen=True, kw_only=True):
    """A report with what the comparison needs. `sides` are states or organisations, actors and recipients apart."""

    report: EventReport
    story: str
    language: str
    people: frozenset[str]
    sides: tuple[frozenset[str], frozenset[str]]
    first_day: int | None
    last_day: int | None


def join_events(documents: Sequence[MergeDocument], stories: Sequence[Story], kit: Kit) -> tuple[Event, ...]:
    """Return the events of all reports; every report is in exactly one."""
    story_of = {member.document: story.id for story in stories for member in story.members}
    by_id = {document.id: document for document in documents}
    people = {a.id: a for document in documents for a in document.actors if a.kind == "person"}
    groups: dict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    for document in documents:
        for report in document.reports:
            candidate = make_candidate(report, story_of[document.id], document.language, people)
            groups[_block(candidate)].append(candidate)
    clusters = [cluster for _, group in sorted(groups.items(), key=lambda item: str(item[0])) for cluster in _cluster(group)]
    events = [build_event([candidate.report for candidate in cluster], by_id, story_of) for cluster in clusters]
    return tuple(sorted(events, key=lambda event: event.id))


def make_candidate(report: EventReport, story: str, language: str, people: Mapping[str, Actor]) -> Candidate:
    """Return a report with what the comparison needs."""
    first, last = _days(report.when)
    return Candidate(
        report=report,
        story=story,
        language=language,
        people=frozenset(party.actor for party in report.actors + report.recipients if party.actor in people),
        sides=(_states(report.actors), _states(report.recipients)),
        first_day=first,
        last_day=last,
    )


def weigh_reports(
    reports: Iterable[EventReport], documents: Iterable[MergeDocument], story_of: Mapping[str, str]
) -> Callable[[str, str], float]:
    """Return what tells how strongly two of some reports agree; none where they contradict each other."""
    by_id = {document.id: document for document in documents}
    people = {a.id: a for document in by_id.values() for a in document.actors if a.kind == "person"}
    candidates = {
        report.id: make_candidate(report, story_of[report.document], by_id[report.document].language, people)
        for report in reports
    }

    def weigh(left: str, right: str) -> float:
        a, b = candidates[left], candidates[right]
        return 0.0 if _contradict(a, b) else agreement(a, b)

    return weigh


def _states(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.state or party.actor for party in parties)


def _days(when: When | None) -> tuple[int | None, int | None]:
    """Return an interval of dates as day numbers; None where an end is open or unreadable."""
    if when is None:
        return None, None
    return _day(when.start), _day(when.end)


def _day(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return None


def _block(candidate: Candidate) -> tuple[object, ...]:
    """Return the key under which reports are compared: type family, whether it is real, and the states involved.

    Who acts and who receives is kept apart, except for meetings, whose sides trade places between reports.
    """
    report = candidate.report
    actors, recipients = candidate.sides
    unreal = report.status if report.status in _UNREAL else ""
    if report.type in _GATHERING_TYPES:
        return report.type, unreal, tuple(sorted(actors | recipients)), ()
    return report.type, unreal, tuple(sorted(actors)), tuple(sorted(recipients))


def _cluster(group: Sequence[Candidate]) -> list[list[Candidate]]:
    """Join the reports of one block. A report joins the cluster that it fits best, if it contradicts no member."""
    ordered = sorted(group, key=lambda c: (c.first_day is None, c.first_day or 0, c.report.document, c.report.trigger))
    clusters: list[list[Candidate]] = []
    for candidate in ordered:
        scored = [
            (max(agreement(candidate, other) for other in cluster), -position)
            for position, cluster in enumerate(clusters[-_WINDOW:])
            if not any(_contradict(candidate, other) for other in cluster)
        ]
        best = max(scored, default=(0.0, 0))
        if best[0] >= 1.0:
            clusters[-_WINDOW:][-best[1]].append(candidate)
        else:
            clusters.append([candidate])
    return clusters


def _contradict(left: Candidate, right: Candidate) -> bool:
    """Tell whether two reports cannot be of one event."""
    if _dated(left) and _dated(right) and _days_between(left, right) > _DAYS_APART:
        return True
    if left.people and right.people and not left.people & right.people:
        return True
    planned = {left.report.status == "planned", right.report.status == "planned"}
    if planned == {True, False} and not (_dated(left) and _dated(right)):
        return True
    a, b = left.report.place, right.report.place
    return a is not None and b is not None and a.id != b.id and a.state != b.state


def _dated(candidate: Candidate) -> bool:
    return candidate.first_day is not None and candidate.last_day is not None


def _days_between(left: Candidate, right: Candidate) -> int:
    """Return the gap between two dated intervals in days, 0 where they overlap."""
    assert left.first_day is not None and left.last_day is not None
    assert right.first_day is not None and right.last_day is not None
    return max(0, left.first_day - right.last_day, right.first_day - left.last_day)


def agreement(left: Candidate, right: Candidate) -> float:
    """Return how strongly two reports agree; 1 is enough to join them."""
    if left.report.trigger == right.report.trigger and left.report.document == right.report.document:
        return 0.0  # two readings of one word were told apart on purpose
    score = 0.0
    if left.people & right.people:
        score += 0.4
    if _dated(left) and _dated(right):
        wide = max(_width(left), _width(right))
        score += 0.7 if wide <= 7 else 0.4 if wide <= 31 else 0.1
    a, b = left.report.place, right.report.place
    if a is not None and b is not None and a.id is not None and a.id == b.id:
        score += 0.7 if a.lat is not None else 0.2
    gathering = left.report.type in _GATHERING_TYPES
    if left.report.document == right.report.document:
        score += 0.8 if gathering else 0.5 if left.report.mode == right.report.mode else 0.0
        score += 0.3 if _same_words(left.report, right.report) else 0.0
    elif left.story == right.story:
        score += 0.8
        score += 0.3 if left.language != right.language or _same_words(left.report, right.report) else 0.0
    elif gathering:
        score += 0.2
    return score


def _width(candidate: Candidate) -> int:
    assert candidate.first_day is not None and candidate.last_day is not None
    return candidate.last_day - candidate.first_day + 1


def _same_words(left: EventReport, right: EventReport) -> bool:
    """Tell whether two reports use the same trigger, up to its ending (first five letters)."""
    words = [
        next((e.quote.casefold()[:5] for e in report.evidence if e.role == "trigger"), "") for report in (left, right)
    ]
    return words[0] == words[1] != ""


def build_event(
    cluster: Iterable[EventReport], by_id: Mapping[str, MergeDocument], story_of: Mapping[str, str]
) -> Event:
    """Return the event of one cluster. The report that knows most speaks for it; nobody's reading is lost."""
    reports = sorted(cluster, key=lambda report: report.id)
    speaker = max(reports, key=_richness)
    documents = sorted({report.document for report in reports})
    counted = count_sources(reports, by_id, story_of)
    return Event(
        id=event_id(report.id for report in reports),
        type=speaker.type,
        mode=speaker.mode,
        quad=speaker.quad,
        intensity=speaker.intensity,
        actors=_union(report.actors for report in _oriented(speaker, reports)),
        recipients=_union(report.recipients for report in _oriented(speaker, reports)),
        actor_states=tuple(sorted({p.state for p in speaker.actors if p.state})),
        recipient_states=tuple(sorted({p.state for p in speaker.recipients if p.state})),
        mutual=speaker.mutual,
        status=_status(reports),
        when=_narrowest(reports),
        place=next((r.place for r in sorted(reports, key=_place_rank) if r.place is not None), None),
        reports=tuple(report.id for report in reports),
        stories=tuple(sorted({story_of[document] for document in documents})),
        documents=len(documents),
        independent_sources=(counted.least, counted.most),
        source_reasons=counted.reasons,
    )


def _richness(report: EventReport) -> tuple[float, int, float, str]:
    """Rank reports by how much they say: dated, placed, named people, then the score of the reading."""
    known = (report.when is not None and report.when.start is not None) + (report.place is not None)
    named = sum(not party.actor.startswith("nil:") for party in report.actors + report.recipients)
    return known, named, report.score, report.id


def _oriented(speaker: EventReport, reports: Sequence[EventReport]) -> list[EventReport]:
    """Return the reports that see the sides as the speaker does (a meeting may be told from the guest's or host's side)."""
    return [r for r in reports if r.mutual == speaker.mutual and _states(r.actors) == _states(speaker.actors)]


def _union(sides: Iterable[Sequence[Party]]) -> tuple[str, ...]:
    return tuple(sorted({party.actor for side in sides for party in side}))


_STATUS_ORDER: tuple[Status, ...] = ("happened", "ongoing", "planned", "alleged", "hypothetical", "denied", "negated")


def _status(reports: Sequence[EventReport]) -> Status:
    """Return the status that most documents give; the more certain one where they are even."""
    counts: dict[Status, set[str]] = defaultdict(set)
    for report in reports:
        counts[report.status].add(report.document)
    return max(counts, key=lambda status: (len(counts[status]), -_STATUS_ORDER.index(status)))


def _narrowest(reports: Sequence[EventReport]) -> When | None:
    """Return the most precise time that a report gives."""
    dated = [
        (last - first, report.id, report.when)
        for report in reports
        if report.when is not None and None not in (pair := _days(report.when))
        for first, last in [(pair[0] or 0, pair[1] or 0)]
    ]
    if dated:
        return min(dated, key=lambda item: item[:2])[2]
    return next((report.when for report in reports if report.when is not None), None)


def _place_rank(report: EventReport) -> tuple[bool, bool, str]:
    """Order places: a point before an area, then by id."""
    return report.place is None, report.place is not None and report.place.lat is None, report.id
