"""The merge in order: which documents are one story, which reports are one event, how many sources stand behind it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.kit import Kit
from dragoman.merge.disagreements import find_disagreements
from dragoman.merge.inputs import MergeDocument, WorldRecord
from dragoman.merge.lineage import Lineage, find_lineage
from dragoman.merge.repairs import fill_all, find_repairs
from dragoman.merge.same_event import join_events
from dragoman.merge.sources import find_backing

__all__ = ["MergeDocument", "WorldRecord", "build_record"]


def build_record(documents: Sequence[MergeDocument], kit: Kit, lineage: Lineage | None = None) -> WorldRecord:
    """Return stories and events of all documents of a project. The order of the documents does not matter.

    Where the stories are known already (the store keeps their edges), they come as `lineage`.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    lineage = lineage or find_lineage(ordered, kit)
    stories = lineage.stories
    repairs = find_repairs(ordered, lineage.edges, kit)
    filled = fill_all(ordered, repairs)
    events = join_events(filled, stories, kit, lineage.edges)
    return WorldRecord(
        stories=stories,
        events=events,
        story_of={member.document: story.id for story in stories for member in story.members},
        event_of={report: event.id for event in events for report in event.reports},
        edges=lineage.edges,
        repairs=repairs,
        disagreements=find_disagreements(filled, lineage.edges, events, kit),
        origins=dict(find_backing(ordered, (), kit).origins),
    )
