"""Which of two texts was first."""

from __future__ import annotations

from typing import Literal

import pytest

from dragoman.kit import Kit
from dragoman.merge.direction import find_precedence
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.origin import find_origins
from dragoman.records import DocumentFacts, Provenance, When

Basis = Literal["text", "publication"]


def page(
    outlet: str | None = None, day: str | None = None, language: str = "en", basis: Basis = "publication", **lines: str
) -> MergeDocument:
    """Return a page with what it states; `lines` are kinds of provenance and names."""
    published = When(start=day, end=day, precision="day", basis=basis) if day else None
    provenance = tuple(
        Provenance(kind=kind.replace("_", "-"), name=name, start=place, end=place + 1)
        for place, (kind, name) in enumerate(lines.items())
    )
    facts = DocumentFacts(outlet=outlet, published=published, provenance=provenance)
    return MergeDocument(id="x", path="x", language=language, text="", body=(), facts=facts)


def test_a_page_that_names_the_other_as_its_source_is_later(kit: Kit) -> None:
    """A stated source comes before dates: aggregators date what they copy by their own clock."""
    taken, giver = page("Daily Lantern", "2021-03-01", source="Harbour Courier"), page("Harbour Courier", "2021-03-02")
    assert find_precedence(taken, giver, kit).first == "right-first"
    assert find_precedence(giver, taken, kit).first == "left-first"


def test_the_earlier_day_is_first(kit: Kit) -> None:
    """Where no page names the other, the days that both state decide."""
    assert find_precedence(page(day="2021-03-01"), page(day="2021-03-02"), kit).first == "left-first"


@pytest.mark.parametrize("other", [page(), page(day="2021-03-01"), page(day="2021-03-02", basis="text")])
def test_nothing_is_guessed(kit: Kit, other: MergeDocument) -> None:
    """No date, the same date, or one that was only inferred: the direction stays unknown."""
    assert find_precedence(page(day="2021-03-01"), other, kit).first == "unknown"


def test_pages_that_name_each_other_contradict(kit: Kit) -> None:
    """Two pages that each name the other as their source leave the direction unknown, and it is said why."""
    found = find_precedence(page("A Post", source="B Post"), page("B Post", source="A Post"), kit)
    assert found.first == "unknown"
    assert found.reasons


def test_a_page_of_translations_follows(kit: Kit) -> None:
    """Of two languages, the page that says that it translates is the later one; within one language that says nothing."""
    translated = page(translation="read foreign news")
    assert find_precedence(page(language="fr"), translated, kit).first == "left-first"
    assert find_precedence(page(), translated, kit).first == "unknown"


def test_the_source_line_goes_before_the_agency_and_a_photograph_counts_for_nothing(kit: Kit) -> None:
    """A text comes from the source that its page names, else from the agency; never from a photographer's agency."""
    nearest, agency = find_origins(page(photo="Reuters", agency="AFP", source="Harbour Courier").facts, kit)
    assert (nearest.name, nearest.kind) == ("Harbour Courier", "source")
    assert (agency.id, agency.kind) == ("outlet:agence-france-presse", "agency")
    (agency,) = find_origins(page(photo="Reuters", agency="afp").facts, kit)
    assert (agency.id, agency.kind) == ("outlet:agence-france-presse", "agency")
    assert find_origins(page(photo="Reuters").facts, kit) == ()
