"""Stories from edges."""

from __future__ import annotations

from dragoman.merge.stories import Version, build_stories
from dragoman.records import Direction, Extent, LineageEdge, LineageRelation, Story


def edge(
    left: str, right: str, relation: LineageRelation, direction: Direction = "unknown", extent: Extent = "partial"
) -> LineageEdge:
    """Return an edge of two documents."""
    return LineageEdge(
        left=left, right=right, relation=relation, direction=direction, extent=extent, probability=0.9, reasons=("because",)
    )


def versions(**languages: str) -> list[Version]:
    """Return documents with their languages; later names are shorter."""
    return [Version(id=name, language=language, length=1000 - ord(name)) for name, language in languages.items()]


def members(story: Story) -> dict[str, tuple[str, str | None]]:
    """Return relation and parent of each member."""
    return {member.document: (member.relation, member.parent) for member in story.members}


def test_what_is_only_quoted_or_on_the_topic_makes_no_story() -> None:
    """A shared press release, a shared event or topic leaves every document in its own story."""
    edges = [edge("a", "b", "shared-quotes"), edge("b", "c", "same-event"), edge("a", "c", "same-topic")]
    assert len(build_stories(versions(a="en", b="en", c="en"), edges)) == 3


def test_members_form_a_tree_along_what_is_known() -> None:
    """A copy of a copy hangs on the copy that it was taken from, and each is related to the first."""
    edges = [edge("a", "b", "rewrite", "right-first"), edge("b", "c", "near-copy", "left-first"), edge("a", "c", "rewrite")]
    (story,) = build_stories(versions(a="en", b="en", c="en"), edges)
    assert story.first == "b"
    assert members(story) == {"b": ("original", None), "a": ("rewrite", "b"), "c": ("copy", "b")}


def test_a_copy_of_a_translation_is_a_translation() -> None:
    """Without an edge of its own to the first, a member is what was changed most on its way."""
    edges = [edge("a", "b", "translation", "left-first"), edge("b", "c", "near-copy")]
    (story,) = build_stories(versions(a="en", b="fr", c="fr"), edges)
    assert members(story)["c"] == ("translation", "b")


def test_back_in_the_language_of_the_original_it_is_a_rewrite() -> None:
    """A text that was translated twice is no translation of the first."""
    edges = [edge("a", "b", "translation", "left-first"), edge("b", "c", "translation")]
    (story,) = build_stories(versions(a="en", b="fr", c="en"), edges)
    assert members(story)["c"] == ("rewrite", "b")


def test_the_part_follows_the_whole() -> None:
    """Where nothing shows which was first, an excerpt hangs on the text that it is a part of, even with a smaller id."""
    (story,) = build_stories(versions(a="en", b="en"), [edge("a", "b", "excerpt", extent="left-in-right")])
    assert members(story) == {"b": ("original", None), "a": ("excerpt", "b")}


def test_the_order_of_edges_and_documents_does_not_matter() -> None:
    """The same edges in any order give the same stories."""
    edges = [edge("a", "b", "near-copy"), edge("b", "c", "rewrite"), edge("c", "d", "excerpt"), edge("a", "d", "identical")]
    documents = versions(a="en", b="en", c="en", d="en")
    assert build_stories(documents, edges) == build_stories(documents[::-1], edges[::-1])
