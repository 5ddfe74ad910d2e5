"""Lineage on the development data: the documents that the project began with, and pairs made of news texts."""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path

import pytest

from dragoman.intake.blocks import body_spans, find_blocks
from dragoman.intake.metadata import find_metadata
from dragoman.kit import Kit
from dragoman.languages.detect import detect_language
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.lineage import find_lineage
from dragoman.merge.origin import find_origins
from dragoman.merge.relations import STORY_RELATIONS
from dragoman.records import Document

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def seeds(shared: Path, kit: Kit) -> list[MergeDocument]:
    """Return the five documents, their sentences cut at full stops."""
    return [page(path, kit) for path in sorted((shared / "seeds").glob("*.txt"))]


def page(path: Path, kit: Kit) -> MergeDocument:
    """Return a file as the merge sees it, by the first three signs of its name."""
    text = path.read_bytes().decode("utf-8")
    document = Document(id=path.name[:3], text=text, path=path.name, language=detect_language(text))
    blocks = find_blocks(document, kit)
    facts = find_metadata(document, blocks, kit)
    return MergeDocument(
        id=document.id, path=path.name, language=document.language, text=text, body=body_spans(blocks, text), facts=facts
    )


def test_the_translation_and_the_later_edition_are_one_story(seeds: list[MergeDocument], kit: Kit) -> None:
    """003 stands whole and in order in 004, of which it is a translation; which was first is not known."""
    lineage = find_lineage(seeds, kit)
    (edge,) = (edge for edge in lineage.edges if edge.relation in STORY_RELATIONS)
    assert (edge.left, edge.right, edge.relation) == ("003", "004", "translation")
    assert (edge.direction, edge.extent) == ("unknown", "left-in-right")
    assert edge.left_coverage > 0.97
    assert edge.right_coverage < 0.75
    assert edge.order == 1.0
    assert len(edge.passages) >= 11
    assert [len(story.members) for story in lineage.stories].count(2) == 1


def test_origins_are_read_from_lines_and_not_from_photographs(seeds: list[MergeDocument], kit: Kit) -> None:
    """CNN stands behind 004 and RT behind 002; Reuters took a photograph in 000."""
    origins = {document.id: [origin.name for origin in find_origins(document.facts, kit)][:1] for document in seeds}
    assert (origins["004"], origins["002"], origins["000"]) == (["CNN"], ["RT"], [])
    assert ("photo", "Reuters") in {(line.kind, line.name) for line in seeds[0].facts.provenance}


def test_texts_of_one_topic_are_not_one_story(shared: Path, kit: Kit) -> None:
    """Among all pairs of twenty-four reports of one campaign none is taken for a copy, though all name the same people."""
    sys.path.insert(0, str(BENCHMARKS))
    from lineage_documents import as_document
    from lineage_pairs import written
    from lineage_sources import shared_sources

    texts = [source for source in shared_sources(shared / "data", "dev") if "trump" in source.name][:24]
    documents = [as_document(source.name, written(source.sentences[:25]), "en", kit) for source in texts]
    found = [edge for edge in find_lineage(documents, kit).edges if edge.relation in STORY_RELATIONS]
    assert len(list(combinations(texts, 2))) > 50
    assert found == []
