"""How many independent sources stand behind an event: an interval with reasons, never one proud number.

Copies of one report are one source; so are two reports that both rest on one agency, or whose only voice is the same
speaker. `most` counts stories; `least` counts what is left after everything that may be shared is taken as shared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dragoman.merge.inputs import MergeDocument
from dragoman.records import EventReport, Record

_ORIGINS = ("agency", "source", "submitted-by", "contributor")


class SourceCount(Record, frozen=True, kw_only=True):
    """At least and at most so many independent sources, and why."""

    least: int
    most: int
    reasons: tuple[str, ...]


def count_sources(
    reports: Sequence[EventReport],
    documents: Mapping[str, MergeDocument],
    story_of: Mapping[str, str],
) -> SourceCount:
    """Count the independent sources of an event from its reports."""
    by_story: dict[str, list[EventReport]] = defaultdict(list)
    for report in reports:
        by_story[story_of[report.document]].append(report)
    reasons = [_copies(story, members) for story, members in sorted(by_story.items()) if len(_documents(members)) > 1]
    origins: dict[str, set[str]] = defaultdict(set)
    for story, members in by_story.items():
        for origin in _origins(members, documents):
            origins[origin].add(story)
    shared = {origin: named for origin, named in sorted(origins.items()) if len(named) > 1}
    reasons += [f"{len(named)} stories rest on {origin}" for origin, named in shared.items()]
    return SourceCount(least=_joined(sorted(by_story), list(shared.values())), most=len(by_story), reasons=tuple(reasons))


def _documents(reports: Sequence[EventReport]) -> set[str]:
    return {report.document for report in reports}


def _copies(story: str, members: Sequence[EventReport]) -> str:
    return f"{len(_documents(members))} documents are copies or versions of one story ({story})"


def _origins(members: Sequence[EventReport], documents: Mapping[str, MergeDocument]) -> set[str]:
    """Return whom a story's reports rest on: agencies and outlets that its pages name, and a speaker who alone says it."""
    found = set()
    for identifier in _documents(members):
        facts = documents[identifier].facts
        found |= {f"the outlet {line.name}" for line in facts.provenance if line.kind in _ORIGINS and line.name}
        if facts.outlet:
            found.add(f"the outlet {facts.outlet}")
    if all(report.according_to for report in members):
        speakers = {report.according_to[-1] for report in members}
        if len(speakers) == 1:
            found.add(f"the word of {speakers.pop()}")
    return found


def _joined(stories: Sequence[str], shared: Sequence[set[str]]) -> int:
    """Return the number of groups after joining all stories that share an origin."""
    group = {story: {story} for story in stories}
    for named in shared:
        merged: set[str] = set().union(*(group[story] for story in named))
        for story in merged:
            group[story] = merged
    return len({frozenset(members) for members in group.values()})
