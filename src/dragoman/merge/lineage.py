"""Which documents go back to one report: copies, excerpts, rewrites, translations. And which of them came first.

First version: identical and near-identical texts, abridgements and rewrites within a language by ordered sentence
alignment; translations between related languages by the same alignment over character n-grams.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from dragoman.ids import story_id
from dragoman.kit import Kit
from dragoman.merge.alignment import Alignment, align
from dragoman.merge.fingerprints import Fingerprint, Vectors, build_fingerprint, candidate_pairs, vectors
from dragoman.merge.inputs import MergeDocument
from dragoman.records import Record, Relation, Story, StoryMember

# Floors of sentence similarity (cosine of character 3-5-grams). Within a language unrelated long sentences reach 0.5, so
# 0.6; between English and French unrelated ones reach 0.15, true partners 0.2 to 0.35 (swept 0.12-0.24 on seed-like
# pairs, 0.16 kept most partners).
_SAME_LANGUAGE_FLOOR = 0.6
_CROSS_LANGUAGE_FLOOR = 0.16
_MANY = 3  # aligned sentences that a relation needs, unless the texts are shorter than that


class Tie(Record, frozen=True, kw_only=True):
    """How the right document of a pair relates to the left one."""

    left: int
    right: int
    relation: Relation
    score: float
    left_coverage: float
    right_coverage: float
    reason: str


def find_stories(documents: Sequence[MergeDocument], kit: Kit) -> tuple[Story, ...]:
    """Return the stories: every document is in exactly one, alone if nothing resembles it."""
    documents = sorted(documents, key=lambda document: document.id)
    fingerprints = [build_fingerprint(document) for document in documents]
    rows: dict[int, Vectors] = {}
    ties = [
        tie
        for left, right in candidate_pairs(fingerprints)
        if (tie := _compare(documents, fingerprints, rows, left, right)) is not None
    ]
    groups = _groups(len(documents), ties)
    stories = [_build_story([documents[i] for i in group], group, ties) for group in groups]
    return tuple(sorted(stories, key=lambda story: story.id))


def _compare(
    documents: Sequence[MergeDocument],
    fingerprints: Sequence[Fingerprint],
    rows: dict[int, Vectors],
    left: int,
    right: int,
) -> Tie | None:
    """Judge one candidate pair."""
    a, b = fingerprints[left], fingerprints[right]
    if not a.spans or not b.spans:
        return None
    if a.whole == b.whole and a.words == b.words:
        return Tie(
            left=left, right=right, relation="copy", score=1.0, left_coverage=1.0, right_coverage=1.0,
            reason="identical text",
        )  # fmt: skip
    for index in (left, right):
        if index not in rows:
            rows[index] = vectors(documents[index], fingerprints[index])
    similarity = np.asarray((rows[left] @ rows[right].T).todense(), dtype=np.float64)
    if a.language == b.language:
        return _within_language(left, right, align(similarity, a.words, b.words, _SAME_LANGUAGE_FLOOR), a, b)
    return _across_languages(left, right, align(similarity, a.words, b.words, _CROSS_LANGUAGE_FLOOR), a, b)


def _enough(found: Alignment, a: Fingerprint, b: Fingerprint) -> bool:
    """Tell whether the alignment is more than one shared quotation."""
    needed = min(_MANY, len(a.spans), len(b.spans))
    return len(found.pairs) >= needed and (needed >= 2 or found.mean >= 0.85)


def _within_language(left: int, right: int, found: Alignment, a: Fingerprint, b: Fingerprint) -> Tie | None:
    """Grade a pair of one language. Coverage decides the relation, mean similarity its score."""
    low, high = sorted((found.left_coverage, found.right_coverage))
    if not _enough(found, a, b):
        return None
    if low >= 0.75 and found.mean >= 0.85:
        relation: Relation = "copy"
    elif high >= 0.75 and low < 0.6 and found.mean >= 0.8:
        relation = "excerpt"
    elif high >= 0.55 and low >= 0.25:
        relation = "rewrite"
    else:
        return None
    return _tie(left, right, relation, found, round(min(1.0, (high + found.mean) / 2), 3))


def _across_languages(left: int, right: int, found: Alignment, a: Fingerprint, b: Fingerprint) -> Tie | None:
    """Grade a pair of two languages: most of one text in order in the other, far above chance."""
    low, high = sorted((found.left_coverage, found.right_coverage))
    if not _enough(found, a, b) or high < 0.6 or low < 0.3 or found.margin < 2.5:
        return None
    return _tie(left, right, "translation", found, round(min(1.0, 0.5 * high + 0.1 * min(found.margin, 5.0)), 3))


def _tie(left: int, right: int, relation: Relation, found: Alignment, score: float) -> Tie:
    reason = (
        f"{len(found.pairs)} sentences aligned in order, covering {found.left_coverage:.0%} and "
        f"{found.right_coverage:.0%} of the words, mean similarity {found.mean:.2f}"
    )
    return Tie(
        left=left, right=right, relation=relation, score=score, reason=reason,
        left_coverage=round(found.left_coverage, 3), right_coverage=round(found.right_coverage, 3),
    )  # fmt: skip


def _groups(count: int, ties: Sequence[Tie]) -> list[list[int]]:
    """Return the connected groups of documents."""
    parent = list(range(count))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for tie in ties:
        a, b = sorted((root(tie.left), root(tie.right)))
        parent[b] = a
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(count):
        groups[root(index)].append(index)
    return list(groups.values())


def _build_story(members: Sequence[MergeDocument], indices: Sequence[int], ties: Sequence[Tie]) -> Story:
    """Return the story of one group, each member related to the one that came first."""
    inside = [tie for tie in ties if tie.left in set(indices)]
    languages = Counter(member.language for member in members)
    first = min(
        range(len(members)), key=lambda position: _precedence(members[position], indices[position], inside, languages)
    )
    by_pair = {(tie.left, tie.right): tie for tie in inside}
    listed = tuple(
        _member(member, index, indices[first], members[first], by_pair, inside)
        for member, index in zip(members, indices, strict=True)
    )
    return Story(
        id=story_id(member.id for member in members),
        members=tuple(sorted(listed, key=lambda m: (m.relation != "original", m.document))),
        first=members[first].id,
    )


def _precedence(
    document: MergeDocument, index: int, ties: Sequence[Tie], languages: Mapping[str, int]
) -> tuple[bool, str, int, bool, int, str]:
    """Order the members of a story: not taken from elsewhere, earliest, in its main language, whole, longest, then id.

    A text that says that it is submitted or taken from elsewhere ("Source: ...") does not come first. Copies spread in the
    language of the original more than in others, so the language of most members goes before.
    """
    published = document.facts.published
    date = published.start if published is not None and published.start is not None else "9999"
    taken = any(line.kind in ("source", "submitted-by") for line in document.facts.provenance)
    contained = any(
        tie.relation == "excerpt"
        and ((tie.left == index and tie.left_coverage > tie.right_coverage)
             or (tie.right == index and tie.right_coverage > tie.left_coverage))
        for tie in ties
    )  # fmt: skip
    return taken, date, -languages[document.language], contained, -sum(end - start for start, end in document.body), document.id


def _member(
    member: MergeDocument,
    index: int,
    first: int,
    original: MergeDocument,
    by_pair: Mapping[tuple[int, int], Tie],
    ties: Sequence[Tie],
) -> StoryMember:
    """Relate one member to the first: by their own tie, else by its strongest tie to another member."""
    if index == first:
        return StoryMember(document=member.id, relation="original", score=1.0, reason="comes first in its story")
    tie = by_pair.get((min(index, first), max(index, first)))
    if tie is None:
        strongest = max((t for t in ties if index in (t.left, t.right)), key=lambda t: (t.score, -t.left, -t.right))
        relation: Relation = "translation" if member.language != original.language else strongest.relation
        if relation == "translation" and member.language == original.language:
            relation = "rewrite"  # tied through a translation, back in the language of the original
        return StoryMember(
            document=member.id, relation=relation, score=strongest.score, reason=f"through another member: {strongest.reason}"
        )
    return StoryMember(document=member.id, relation=tie.relation, score=tie.score, reason=tie.reason)
