"""Which documents are one story."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.lineage import find_stories
from dragoman.records import DocumentFacts, Provenance, Story, When

REPORT = (
    "The foreign ministers of Norway and Kenya met in Oslo on Monday. They discussed fishing rights off East Africa. "
    "Norway promised to send two patrol boats before the summer. Kenya's minister thanked his host for the offer. "
    "Both sides plan to sign a treaty in Nairobi next year. Opposition parties in Kenya criticised the plan."
)
EDITED = REPORT.replace("They discussed fishing rights off East Africa. ", "").replace("thanked his host", "thanked Oslo")
SAME_TOPIC = (
    "Fishing crews off Kenya want Norway to do more. Patrol boats alone will not stop foreign trawlers, says a captain in "
    "Mombasa. Oslo sent ships before, and nothing changed. A treaty would need money that Nairobi does not have."
)


def merge_document(name: str, text: str, language: str = "en", **fields: object) -> MergeDocument:
    """Return a document whose whole text is body; sentences are cut at full stops."""
    return MergeDocument(id=name, path=name, language=language, text=text, body=((0, len(text)),), **fields)  # type: ignore[arg-type]


def relations(stories: tuple[Story, ...]) -> dict[str, tuple[str, str]]:
    """Return story and relation of every document."""
    return {member.document: (story.id, member.relation) for story in stories for member in story.members}


def test_identical_texts_are_one_story(kit: Kit) -> None:
    """Two documents with the same words are a copy and its original, whatever their white space."""
    found = relations(find_stories([merge_document("a", REPORT), merge_document("b", REPORT.replace(". ", ".\n\n"))], kit))
    assert found["a"][0] == found["b"][0]
    assert {found["a"][1], found["b"][1]} == {"original", "copy"}


def test_an_edited_report_joins_its_story(kit: Kit) -> None:
    """A report with a sentence cut and words changed stays in the story."""
    found = relations(find_stories([merge_document("a", REPORT), merge_document("b", EDITED)], kit))
    assert found["a"][0] == found["b"][0]


def test_an_abridgement_is_an_excerpt_of_the_longer_text(kit: Kit) -> None:
    """The first third of a report, reposted, is an excerpt; the long text is the original."""
    short = REPORT[: REPORT.index("Kenya's minister")]
    found = relations(find_stories([merge_document("a", short), merge_document("b", REPORT * 1 + " " + SAME_TOPIC)], kit))
    assert found["a"][0] == found["b"][0]
    assert found["b"][1] == "original"
    assert found["a"][1] == "excerpt"


def test_the_same_topic_is_not_the_same_story(kit: Kit) -> None:
    """Another text about the same quarrel stands alone."""
    found = relations(find_stories([merge_document("a", REPORT), merge_document("b", SAME_TOPIC)], kit))
    assert found["a"][0] != found["b"][0]


def test_order_of_documents_does_not_matter(kit: Kit) -> None:
    """The same documents in any order give the same stories."""
    documents = [merge_document(name, text) for name, text in (("a", REPORT), ("b", EDITED), ("c", SAME_TOPIC))]
    assert find_stories(documents, kit) == find_stories(documents[::-1], kit)


def test_a_text_that_names_its_source_does_not_come_first(kit: Kit) -> None:
    """Of two copies, the one that says where it was taken from is the copy, even with an earlier date."""
    taken = DocumentFacts(
        published=When(start="2020-01-01", end="2020-01-01", precision="day", basis="publication"),
        provenance=(Provenance(kind="source", name="Harbour Courier", start=0, end=3),),
    )
    documents = [merge_document("a", REPORT, facts=taken), merge_document("b", REPORT)]
    assert relations(find_stories(documents, kit))["b"][1] == "original"


def test_a_document_without_words_is_a_story_of_its_own(kit: Kit) -> None:
    """Nothing is lost: an empty body still has a story."""
    found = relations(find_stories([merge_document("a", "..."), merge_document("b", "---"), merge_document("c", REPORT)], kit))
    assert len({story for story, _ in found.values()}) == 3


@pytest.mark.parametrize("language", ["xx", "ru"])
def test_languages_that_are_not_read_are_compared_by_their_characters(kit: Kit, language: str) -> None:
    """Copies are found in any language, since only characters are compared."""
    text = "Министры встретились в Осло. Они обсудили рыболовство. Договор подпишут весной. Кения благодарит Норвегию."
    documents = [merge_document("a", text, language), merge_document("b", text.replace("весной", "осенью"), language)]
    found = relations(find_stories(documents, kit))
    assert found["a"][0] == found["b"][0]
