"""How many independent sources stand behind an event: an interval with reasons, never one proud number.

Copies, editions and translations of one report are one source; so are texts that rest on one agency or outlet, come from
one newsroom, or know of the event from one named person only. That is certain, and lowers both ends of the interval. What
may be shared (one unnamed official, one author, one press release behind both) lowers only the lower end, and so does a
text that names no outlet: it may be of one that is counted already. The credit of a photograph is no source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.intake.outlet_names import fold_outlet
from dragoman.kit import Kit
from dragoman.merge.folding import fold
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.origin import find_origins
from dragoman.records import EventReport, LineageEdge, Record

_SHOWN = 4  # names listed in a reason


class SourceCount(Record, frozen=True, kw_only=True):
    """At least and at most so many independent sources, and why."""

    least: int
    most: int
    reasons: tuple[str, ...]


class Backing(Record, frozen=True, kw_only=True):
    """What ties documents to others: whom each was taken from, and the pairs that share a press release or interview."""

    origins: Mapping[str, tuple[str, ...]] = {}
    shared: tuple[tuple[str, str], ...] = ()


class _Tie(Record, frozen=True, kw_only=True):
    """Stories that have a source in common, for certain or perhaps."""

    stories: frozenset[str]
    reason: str
    certain: bool


def find_backing(documents: Iterable[MergeDocument], edges: Iterable[LineageEdge], kit: Kit) -> Backing:
    """Return what ties the documents of a project to each other's sources."""
    return Backing(
        origins={
            document.id: tuple(dict.fromkeys(origin.name for origin in find_origins(document.facts, kit)))
            for document in documents
        },
        shared=shared_pairs((edge.left, edge.right, edge.relation) for edge in edges),
    )


def shared_pairs(edges: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of documents with one press release or interview behind both."""
    return tuple(sorted((left, right) for left, right, relation in edges if relation == "shared-quotes"))


def count_sources(
    reports: Sequence[EventReport],
    documents: Mapping[str, MergeDocument],
    story_of: Mapping[str, str],
    backing: Backing,
) -> SourceCount:
    """Count the independent sources of an event from its reports."""
    by_story: dict[str, list[EventReport]] = defaultdict(list)
    for report in reports:
        by_story[story_of[report.document]].append(report)
    stories = sorted(by_story)
    ties = [tie for tie in _ties(by_story, documents, story_of, backing) if len(tie.stories) > 1]
    named = {story for story in stories if any(_published_by(d, documents, backing) for d in _documents(by_story[story]))}
    least = max(1, sum(not group.isdisjoint(named) for group in _joined(stories, ties)))
    most = len(_joined(stories, [tie for tie in ties if tie.certain]))
    reasons = [_copies(members, documents) for _, members in sorted(by_story.items()) if len(_documents(members)) > 1]
    reasons += [tie.reason for tie in ties]
    known = _names([report for report in reports if story_of[report.document] in named], documents)
    silent = _names([report for report in reports if story_of[report.document] not in named], documents)
    if most > 1 and len(named) > 1:
        reasons.append(f"{_listed(known)} {'otherwise ' if ties else ''}name no source in common")
    if most > 1 and silent:
        whose = f"perhaps {' or '.join(known) if len(known) < 3 else 'one of these'}" if named else "perhaps one outlet"
        reasons.append(f"who published {_listed(silent)} is not known: {whose}")
    elif len(stories) == 1 and not reasons:
        reasons.append(f"only {_listed(_names(reports, documents))} reports it")
    return SourceCount(least=least, most=most, reasons=tuple(reasons))


def _published_by(document: str, documents: Mapping[str, MergeDocument], backing: Backing) -> list[str]:
    """Return whom the text of a document is from, the nearest first, its own outlet last; empty where nothing tells."""
    return [name for name in (*backing.origins.get(document, ()), documents[document].facts.outlet) if name]


def _documents(reports: Iterable[EventReport]) -> list[str]:
    return sorted({report.document for report in reports})


def _names(reports: Iterable[EventReport], documents: Mapping[str, MergeDocument]) -> list[str]:
    """Return what the documents of some reports are called: their outlet, else their path."""
    return list(dict.fromkeys(documents[d].facts.outlet or documents[d].path or d[:12] for d in _documents(reports)))


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_SHOWN])
    if len(names) > _SHOWN:
        shown.append(f"{len(names) - _SHOWN} more")
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _copies(members: Sequence[EventReport], documents: Mapping[str, MergeDocument]) -> str:
    names = _listed(_names(members, documents))
    return f"{len(_documents(members))} documents are copies or versions of one story ({names})"


def _ties(
    by_story: Mapping[str, Sequence[EventReport]],
    documents: Mapping[str, MergeDocument],
    story_of: Mapping[str, str],
    backing: Backing,
) -> list[_Tie]:
    """Return everything that two stories may have in common, the certain first."""
    named: dict[str, set[str]] = defaultdict(set)
    told: dict[str, tuple[bool, str]] = {}
    for story, members in sorted(by_story.items()):
        for key, (certain, what) in _rests_on(members, documents, backing).items():
            named[key].add(story)
            told.setdefault(key, (certain, what))
    ties = [
        _Tie(stories=frozenset(stories), certain=told[key][0], reason=f"{len(stories)} stories {told[key][1]}")
        for key, stories in named.items()
    ]
    inside = {document for members in by_story.values() for document in _documents(members)}
    for left, right in backing.shared:
        if left in inside and right in inside:
            reason = "2 stories quote one press release or interview at length"
            ties.append(_Tie(stories=frozenset({story_of[left], story_of[right]}), certain=False, reason=reason))
    return sorted(set(ties), key=lambda tie: (not tie.certain, tie.reason, sorted(tie.stories)))


def _rests_on(
    members: Sequence[EventReport], documents: Mapping[str, MergeDocument], backing: Backing
) -> dict[str, tuple[bool, str]]:
    """Return what one story's report of an event rests on: whether that makes it the same source for certain, and words."""
    found: dict[str, tuple[bool, str]] = {}
    for identifier in _documents(members):
        facts = documents[identifier].facts
        for name in _published_by(identifier, documents, backing):
            found.setdefault(fold_outlet(name), (True, f"come from {name}"))
        if facts.author and len(facts.author.split()) > 1:
            found.setdefault(f"by {fold(facts.author)}", (False, f"are signed by {facts.author}"))
    voice = _only_voice(members, documents)
    return found | ({f"voice {fold(voice[1])}": voice} if voice else {})


def _only_voice(
    members: Sequence[EventReport], documents: Mapping[str, MergeDocument]
) -> tuple[bool, str] | None:
    """Return the one speaker on whose word a story reports the event; certain where that is a person known by name."""
    voices = {report.according_to[-1] if report.according_to else "" for report in members}
    if len(voices) != 1 or "" in voices:
        return None
    voice = voices.pop()
    people = {actor.name for d in _documents(members) for actor in documents[d].actors if actor.kind == "person"}
    known = voice in people
    return known, f"know of it only from {voice}" + ("" if known else ", who may be the same")


def _joined(stories: Sequence[str], ties: Sequence[_Tie]) -> set[frozenset[str]]:
    """Return the groups of stories after joining all that a tie connects."""
    group = {story: {story} for story in stories}
    for tie in ties:
        merged: set[str] = set().union(*(group[story] for story in tie.stories))
        for story in merged:
            group[story] = merged
    return {frozenset(members) for members in group.values()}
