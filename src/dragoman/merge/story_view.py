"""Stories as judgements have them: joined where an analyst says so, parted where one does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from dragoman.ids import story_id
from dragoman.merge.judgements import Bonds, regroup
from dragoman.records import Relation, Story, StoryMember

_JOINED = "an analyst judged it the same story"
_PARTED = "an analyst parted it from the story that it was found in"


def regroup_stories(
    found: Mapping[str, Sequence[StoryMember]], bonds: Bonds, languages: Mapping[str, str]
) -> list[Story]:
    """Return the stories that judgements make of those found, each with one member that comes first.

    A member that nothing is said about stays with the document that came first in its story as found.
    """
    members = {member.document: member for listed in found.values() for member in listed}
    story_of = {member.document: story for story, listed in found.items() for member in listed}

    def agreement(left: str, right: str) -> float:
        if story_of[left] != story_of[right]:
            return 0.0
        return 1.0 if "original" in (members[left].relation, members[right].relation) else 0.5

    groups = regroup([[member.document for member in listed] for listed in found.values()], bonds, agreement)
    return [_build_story([members[document] for document in group], languages) for group in groups]


def _build_story(members: Sequence[StoryMember], languages: Mapping[str, str]) -> Story:
    """Return one story. Of several firsts the one with the smallest id leads; where there is none, the smallest member."""
    leaders = [member for member in members if member.relation == "original"]
    first = min(leaders or members, key=lambda member: member.document)
    listed = [_member(member, first, languages) for member in members]
    return Story(
        id=story_id(member.document for member in members),
        members=tuple(sorted(listed, key=lambda member: (member.relation != "original", member.document))),
        first=first.document,
    )


def _member(member: StoryMember, first: StoryMember, languages: Mapping[str, str]) -> StoryMember:
    if member.document == first.document:
        if member.relation == "original":
            return member
        return msgspec.structs.replace(member, relation="original", score=1.0, reason=_PARTED)
    if member.relation == "original":
        same_language = languages[member.document] == languages[first.document]
        relation: Relation = "rewrite" if same_language else "translation"
        return msgspec.structs.replace(member, relation=relation, score=1.0, reason=_JOINED)
    return member
