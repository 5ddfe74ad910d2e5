"""Stories from edges: which documents go back to one report, which was first, and who took it from whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.ids import story_id
from dragoman.merge.arborescence import heaviest_tree
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.origin import is_taken
from dragoman.merge.relations import STORY_RELATIONS
from dragoman.records import DocumentFacts, LineageEdge, LineageRelation, Record, Relation, Story, StoryMember

# How the typed relations reduce to the labels of a story's members (docs/decisions.md).
_LABELS: dict[LineageRelation, Relation] = {
    "identical": "copy", "near-copy": "copy", "excerpt": "excerpt", "edition": "rewrite", "rewrite": "rewrite",
    "translation": "translation",
}  # fmt: skip
_CHANGE: tuple[Relation, ...] = ("copy", "excerpt", "rewrite", "translation")  # from the least to the most
# An arc of the tree weighs the edge's probability times how likely it points this way: known, unknown, known otherwise.
_KNOWN, _UNKNOWN, _AGAINST, _TILT = 1.0, 0.5, 0.01, 0.1


class Version(Record, frozen=True, kw_only=True):
    """What the stories need to know of a document."""

    id: str
    language: str
    length: int
    facts: DocumentFacts = DocumentFacts()


def version_of(document: MergeDocument) -> Version:
    """Return what the stories need to know of a document."""
    length = sum(end - start for start, end in document.body)
    return Version(id=document.id, language=document.language, length=length, facts=document.facts)


def build_stories(versions: Iterable[Version], edges: Iterable[LineageEdge]) -> tuple[Story, ...]:
    """Return the stories: every document is in exactly one, alone if no edge makes it part of another's."""
    known = {version.id: version for version in versions}
    inside = [edge for edge in edges if edge.relation in STORY_RELATIONS]
    by_group: dict[str, list[LineageEdge]] = defaultdict(list)
    root_of = _groups(known, inside)
    for edge in inside:
        by_group[root_of[edge.left]].append(edge)
    members: dict[str, list[Version]] = defaultdict(list)
    for identifier in sorted(known):
        members[root_of[identifier]].append(known[identifier])
    stories = [_build_story(group, by_group[root]) for root, group in members.items()]
    return tuple(sorted(stories, key=lambda story: story.id))


def _groups(known: Iterable[str], edges: Iterable[LineageEdge]) -> dict[str, str]:
    """Return for each document the smallest one of its connected group."""
    parent = {identifier: identifier for identifier in known}

    def root(identifier: str) -> str:
        while parent[identifier] != identifier:
            parent[identifier] = parent[parent[identifier]]
            identifier = parent[identifier]
        return identifier

    for edge in edges:
        a, b = sorted((root(edge.left), root(edge.right)))
        parent[b] = a
    return {identifier: root(identifier) for identifier in parent}


def _build_story(members: Sequence[Version], edges: Sequence[LineageEdge]) -> Story:
    """Return the story of one group, its members in the order of their precedence."""
    ranked = _by_precedence(members, edges)
    by_pair = {(edge.left, edge.right): edge for edge in edges}
    parents = _tree(ranked, edges)
    first = next(version for version in ranked if version.id not in parents)
    listed = [_member(version, first, parents, by_pair) for version in ranked]
    return Story(
        id=story_id(version.id for version in members),
        members=tuple(sorted(listed, key=lambda member: (member.relation != "original", member.document))),
        first=first.id,
    )


def _by_precedence(members: Sequence[Version], edges: Sequence[LineageEdge]) -> list[Version]:
    """Order the members: not taken from elsewhere, earliest, in the main language, whole, longest, then by id.

    Copies spread in the language of the original more than in others, so the language of most members goes before.
    """
    languages = Counter(version.language for version in members)
    parts = {edge.left if edge.extent == "left-in-right" else edge.right
             for edge in edges if edge.relation == "excerpt" and edge.extent in ("left-in-right", "right-in-left")}  # fmt: skip

    def rank(version: Version) -> tuple[bool, str, int, bool, int, str]:
        published = version.facts.published
        date = published.start if published is not None and published.start is not None else "9999"
        return (
            is_taken(version.facts), date, -languages[version.language], version.id in parts, -version.length, version.id,
        )  # fmt: skip

    return sorted(members, key=rank)


def _tree(ranked: Sequence[Version], edges: Sequence[LineageEdge]) -> dict[str, str]:
    """Return from which member each one was taken: the heaviest tree over the edges, hung on one root.

    The root is tied to all by arcs so light that only one of them is used, least light to the member of first precedence.
    """
    number = {version.id: index + 1 for index, version in enumerate(ranked)}
    weights: dict[tuple[int, int], float] = {(0, index): -len(ranked) - index / 1000 for index in number.values()}
    for edge in edges:
        a, b = number[edge.left], number[edge.right]
        forward = _weight(edge, "left-first", earlier=a < b)
        weights[a, b], weights[b, a] = forward * edge.probability, _backward(edge, a > b) * edge.probability
    tree = heaviest_tree(0, weights)
    return {ranked[end - 1].id: ranked[start - 1].id for end, start in tree.items() if start}


def _backward(edge: LineageEdge, earlier: bool) -> float:
    return _weight(edge, "right-first", earlier=earlier)


def _weight(edge: LineageEdge, wanted: str, *, earlier: bool) -> float:
    """Return how likely an edge points in one direction; precedence tilts what nothing shows."""
    if edge.direction == "unknown":
        return _UNKNOWN + (_TILT if earlier else -_TILT)
    return _KNOWN if edge.direction == wanted else _AGAINST


def _member(
    version: Version, first: Version, parents: Mapping[str, str], by_pair: Mapping[tuple[str, str], LineageEdge]
) -> StoryMember:
    """Relate one member to the first: by their own edge, else by what was changed most on the way through the tree."""
    if version.id == first.id:
        return StoryMember(document=version.id, relation="original", score=1.0, reason="comes first in its story")
    parent = parents[version.id]
    own = by_pair.get(_pair(version.id, first.id))
    if own is not None:
        return StoryMember(
            document=version.id, relation=_LABELS[own.relation], score=own.probability, reason="; ".join(own.reasons),
            parent=parent,
        )  # fmt: skip
    path = _path(version.id, parents, by_pair)
    change = max((_LABELS[edge.relation] for edge in path), key=_CHANGE.index)
    if version.language != first.language:
        change = "translation"
    elif change == "translation":
        change = "rewrite"  # through a translation, back in the language of the original
    score = 1.0
    for edge in path:
        score *= edge.probability
    reason = f"through {len(path) - 1} other member{'s' if len(path) > 2 else ''}: {path[0].reasons[0]}"
    return StoryMember(document=version.id, relation=change, score=round(score, 4), reason=reason, parent=parent)


def _path(
    identifier: str, parents: Mapping[str, str], by_pair: Mapping[tuple[str, str], LineageEdge]
) -> list[LineageEdge]:
    """Return the edges from a member up to the first."""
    found = []
    while identifier in parents:
        found.append(by_pair[_pair(identifier, parents[identifier])])
        identifier = parents[identifier]
    return found


def _pair(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left < right else (right, left)
