"""The event of a group of reports: the cleanest version speaks for it, with the parties and sources of all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.ids import event_id
from dragoman.merge.folding import fold
from dragoman.merge.garble import sentence_garble
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.sketches import days_of
from dragoman.merge.sources import Backing, count_sources
from dragoman.records import Event, EventReport, Party, Status, When

Damage = Callable[[str], float]


def build_event(
    cluster: Iterable[EventReport], by_id: Mapping[str, MergeDocument], story_of: Mapping[str, str], backing: Backing,
    damage: Damage | None = None,
) -> Event:
    """Return the event of one cluster. The cleanest report that knows most speaks for it; nobody's reading is lost.

    `damage` tells that of the sentence around a report's trigger; without it the texts of the documents are looked at.
    """
    reports = sorted(cluster, key=lambda report: report.id)
    speaker = choose_speaker(reports, damage or _damage_in(reports, by_id))
    documents = sorted({report.document for report in reports})
    counted = count_sources(reports, by_id, story_of, backing)
    actors = _union(report.actors for report in _oriented(speaker, reports))
    recipients = _union(report.recipients for report in _oriented(speaker, reports))
    return Event(
        id=event_id(report.id for report in reports),
        type=speaker.type,
        mode=speaker.mode,
        quad=speaker.quad,
        intensity=speaker.intensity,
        actors=tuple(actors),
        recipients=tuple(recipients),
        actor_states=tuple(actors.values()),
        recipient_states=tuple(recipients.values()),
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


def _damage_in(reports: Iterable[EventReport], by_id: Mapping[str, MergeDocument]) -> Damage:
    spans = {report.id: (report.document, report.trigger) for report in reports}
    return lambda report: sentence_garble(by_id[spans[report][0]], spans[report][1])


def choose_speaker(reports: Sequence[EventReport], damage: Damage) -> EventReport:
    """Return the report that speaks for an event: of the type that most documents read, the cleanest that says most."""
    if len(reports) == 1:
        return reports[0]
    readers: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        readers[report.type].add(report.document)
    return max(
        reports,
        key=lambda report: (
            len(readers[report.type]),
            -damage(report.id),
            *_richness(report),
        ),
    )


def _richness(report: EventReport) -> tuple[float, int, float, str]:
    """Rank reports by how much they say: dated, placed, named people, then the score of the reading."""
    known = (report.when is not None and report.when.start is not None) + (report.place is not None)
    named = sum(not party.actor.startswith("nil:") for party in report.actors + report.recipients)
    return known, named, report.score, report.id


def _oriented(speaker: EventReport, reports: Sequence[EventReport]) -> list[EventReport]:
    """Return the reports that see the sides as the speaker does (a meeting may be told from the guest's or host's side)."""
    return [r for r in reports if r.mutual == speaker.mutual and _states(r.actors) == _states(speaker.actors)]


def _union(sides: Iterable[Sequence[Party]]) -> dict[str, str | None]:
    """Return the parties of one side with their states: the people and organs where some report names them.

    A state alone, or a name that the tables do not know, says nothing that a known person or organ of that state does not.
    """
    votes: dict[str, Counter[str | None]] = defaultdict(Counter)
    names: dict[str, str] = {}
    for side in sides:
        for party in side:
            key = fold(party.name) if party.actor.startswith("nil:") else party.actor
            actor = names.setdefault(key, party.actor)
            votes[actor][party.state] += 1
    states = {actor: max(sorted(found, key=str), key=lambda state: found[state]) for actor, found in votes.items()}
    named = {state for actor, state in states.items() if state and actor != state and not actor.startswith("nil:")}
    vague = {actor for actor, state in states.items() if state in named and (actor == state or actor.startswith("nil:"))}
    return {actor: states[actor] for actor in sorted(states) if actor not in vague}


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
        if report.when is not None and None not in (pair := days_of(report.when))
        for first, last in [(pair[0] or 0, pair[1] or 0)]
    ]
    if dated:
        return min(dated, key=lambda item: item[:2])[2]
    return next((report.when for report in reports if report.when is not None), None)


def _place_rank(report: EventReport) -> tuple[bool, bool, str]:
    """Order places: a point before an area, then by id."""
    return report.place is None, report.place is not None and report.place.lat is None, report.id


def _states(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.state or party.actor for party in parties)
