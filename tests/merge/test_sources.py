"""How many independent sources stand behind an event, and the reasons in words."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.merge.inputs import MergeDocument
from dragoman.merge.sources import Backing, SourceCount, count_sources, shared_pairs
from dragoman.records import Actor, DocumentFacts, EventReport, Party

MINISTER = Actor(id="jane-doe", kind="person", name="Jane Doe", state="FRA")


def report(document: str, *voices: str) -> EventReport:
    """Return a report that rests on some voices, none where the narrator speaks."""
    return EventReport(
        id=f"r{document}", document=document, sentence=0, type="ACCUSE", reduced_type="ACCUSE", mode="", quad=3, intensity=-3.0,
        cameo="112", contexts=(), actors=(Party(actor="FRA", name="France", state="FRA", start=0, end=6),), recipients=(),
        mutual=False, status="happened", polarity="+", certainty="certain", time="past", according_to=voices, when=None,
        place=None, score=0.8, trigger=(7, 12), evidence=(),
    )  # fmt: skip


def count(
    *reports: EventReport, stories: dict[str, str] | None = None, facts: dict[str, Any] | None = None, **backing: Any
) -> SourceCount:
    """Count the sources of some reports; every document is a story of its own, of its own outlet, unless told otherwise."""
    facts = facts or {}
    documents = {
        r.document: MergeDocument(
            id=r.document, path=f"{r.document}.txt", language="en", text="", body=(), actors=(MINISTER,),
            facts=DocumentFacts(**{"outlet": f"The {r.document}", **facts.get(r.document, {})}),
        )
        for r in reports
    }  # fmt: skip
    story_of = {r.document: (stories or {}).get(r.document, f"y{r.document}") for r in reports}
    return count_sources(reports, documents, story_of, Backing(**backing))


def test_independent_stories_count_each() -> None:
    """Nothing in common: two sources, and the reason says that nothing was found."""
    found = count(report("a"), report("b"))
    assert (found.least, found.most) == (2, 2)
    assert found.reasons == ("The a and The b name no source in common",)


@pytest.mark.parametrize("spelling", ["MERIDIAN  POST", "meridian post", "Meridian-Post", "Méridian Post"])
def test_an_outlet_is_one_however_it_is_written(spelling: str) -> None:
    """Capitals, blanks, hyphens and accents make no second outlet."""
    found = count(report("a"), report("b"), facts={"a": {"outlet": "Meridian Post"}, "b": {"outlet": spelling}})
    assert (found.least, found.most) == (1, 1)


def test_addresses_of_one_outlet_are_one() -> None:
    """"www." and what follows the host make no second outlet; another host does."""
    written = ("www.meridianpost.example", "https://meridianpost.example/world/today.html", "meridianpost.example")
    for left, right, expected in ((0, 1, 1), (0, 2, 1), (1, 2, 1)):
        found = count(report("a"), report("b"), facts={"a": {"outlet": written[left]}, "b": {"outlet": written[right]}})
        assert (found.least, found.most) == (expected, expected)
    found = count(report("a"), report("b"), facts={"a": {"outlet": written[0]}, "b": {"outlet": "www.other.example"}})
    assert (found.least, found.most) == (2, 2)


def test_a_file_without_an_outlet_is_no_independent_source_for_certain() -> None:
    """Texts known by their file names only may be of one outlet, or of one that counts already: only the most is raised."""
    silent = {"outlet": None}
    found = count(report("a"), report("b"), facts={"a": silent, "b": silent})
    assert (found.least, found.most) == (1, 2)
    assert found.reasons == ("who published a.txt and b.txt is not known: perhaps one outlet",)
    found = count(report("a"), report("b"), report("c"), facts={"c": silent})
    assert (found.least, found.most) == (2, 3)
    assert found.reasons[1] == "who published c.txt is not known: perhaps The a or The b"
    assert count(report("a"), facts={"a": silent}).least == 1


def test_versions_of_one_story_are_one_source() -> None:
    """Five documents of one story count once."""
    found = count(*(report(name) for name in "abcde"), stories=dict.fromkeys("abcde", "y1"))
    assert (found.least, found.most) == (1, 1)
    assert "5 documents are copies or versions of one story" in found.reasons[0]


def test_one_agency_or_outlet_is_one_source() -> None:
    """An agency behind one text and the same name as outlet of another are the same newsroom, however it is written."""
    found = count(report("a"), report("b"), facts={"b": {"outlet": "Agence Littoral"}}, origins={"a": ("AGENCE  Littoral",)})
    assert (found.least, found.most) == (1, 1)
    assert "come from" in found.reasons[0]


def test_a_person_known_by_name_is_one_source() -> None:
    """Two stories that know of the act from one minister only rest on one source."""
    found = count(report("a", "Jane Doe"), report("b", "Le Littoral", "Jane Doe"))
    assert (found.least, found.most) == (1, 1)
    assert found.reasons[0] == "2 stories know of it only from Jane Doe"


def test_an_unnamed_official_may_be_one_source() -> None:
    """Two unnamed officials may be one: at least one source, at most two."""
    found = count(report("a", "a senior official"), report("b", "a senior official"))
    assert (found.least, found.most) == (1, 2)
    assert "who may be the same" in found.reasons[0]


def test_a_narrator_beside_the_official_is_another_source() -> None:
    """A text that states the act itself does not rest on the official."""
    found = count(report("a", "Jane Doe"), report("b"))
    assert (found.least, found.most) == (2, 2)


def test_one_press_release_may_be_one_source() -> None:
    """Stories that quote the same release at length are at least one source."""
    shared = shared_pairs([("a", "b", "shared-quotes"), ("a", "b", "same-topic")])
    found = count(report("a"), report("b"), shared=shared)
    assert (found.least, found.most) == (1, 2)


def test_ties_join_in_chains() -> None:
    """One agency behind the first two and one author behind the last two: at least one source, at most two."""
    facts = {"b": {"author": "Ann Lee"}, "c": {"author": "Ann Lee"}}
    found = count(report("a"), report("b"), report("c"), facts=facts, origins={"a": ("Littoral",), "b": ("Littoral",)})
    assert (found.least, found.most) == (1, 2)
