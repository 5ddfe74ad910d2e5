"""Metadata: publisher, author, provenance and date, each from words on the page or declared, null when unknown."""

from __future__ import annotations

import pytest

from dragoman.intake.blocks import find_blocks
from dragoman.intake.metadata import find_metadata
from dragoman.kit import Kit
from dragoman.records import Document, DocumentFacts

LEAD = "The foreign ministers of Norway and Chile signed a fisheries accord in Oslo on Monday after two years of talks."
SECOND = "The accord lets vessels of both countries land their catch in the ports of the other, officials said."


def make_document(text: str, language: str = "en", **fields: str) -> Document:
    """Return a document of our own text, as intake would give it."""
    return Document(id="0" * 64, text=text, path="test.txt", language=language, **fields)


def facts(text: str, kit: Kit, language: str = "en", **fields: str) -> DocumentFacts:
    """Return the facts of a text, after checking that every span holds what it says."""
    document = make_document(text, language, **fields)
    found = find_metadata(document, find_blocks(document, kit), kit)
    for item in found.evidence:
        assert text[item.start : item.end] == item.quote
    for source in found.provenance:
        assert text[source.start : source.end] == source.name
    return found


@pytest.mark.parametrize(
    ("line", "date", "precision"),
    [
        (" date 2021-10-05 ", "2021-10-05", "day"),
        ("Published: 5 October 2021", "2021-10-05", "day"),
        ("Publié le 5 octobre 2021 à 10h30", "2021-10-05", "day"),
        ("Oct 5, 2021 10:30 AM", "2021-10-05", "day"),
        ("OSLO, 5 October 2021", "2021-10-05", "day"),
        ("October 2021", "2021-10-01", "month"),
    ],
)
def test_date_lines_above_the_text(kit: Kit, line: str, date: str, precision: str) -> None:
    """A date line at the head of a page is the publication date, with basis dateline and its evidence."""
    found = facts(f"Cod accord signed at last\n{line}\n\n{LEAD}\n\n{SECOND}", kit)
    assert found.published is not None
    assert (found.published.start, found.published.precision, found.published.basis) == (date, precision, "dateline")
    assert [item.role for item in found.evidence] == ["title", "published"]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n\n{SECOND}\n\nMore Stories\n\nNews 2020-02-24T15:50:14.473Z\n\n© Ledger 2019",
        f"{LEAD}\n\n{SECOND}\n\n24 February 2020",
        f"OSLO, Oct 5 (Nordwire) - {LEAD}\n\n{SECOND}",
        f"Cod accord signed\n31 February 2021\n{LEAD}\n\n{SECOND}",
        f"On 5 October 2021 nothing was signed, although many had hoped for it in both capitals. {LEAD}\n{SECOND}",
    ],
)
def test_other_dates_are_no_publication_date(kit: Kit, text: str) -> None:
    """Dates of furniture, dates in running text, days without a year and impossible dates leave it null."""
    assert facts(text, kit).published is None


def test_published_outweighs_updated(kit: Kit) -> None:
    """Of two date lines, the one that says "published" counts."""
    text = f"Cod accord signed at last\nUpdated: 7 October 2021\nPublished: 5 October 2021\n{LEAD}\n{SECOND}"
    published = facts(text, kit).published
    assert published is not None
    assert published.start == "2021-10-05"


def test_declared_metadata_come_first(kit: Kit) -> None:
    """What the input declares outweighs the page's lines and carries no evidence."""
    found = facts(
        f"Cod accord signed at last\n5 October 2021\n{LEAD}", kit, declared_published="2021-10-04T23:00:00Z",
        declared_outlet="Ledger", declared_author="A. One", declared_title="Cod",
    )  # fmt: skip
    assert found.published is not None
    assert (found.published.start, found.published.basis) == ("2021-10-04", "publication")
    assert (found.outlet, found.author, found.title) == ("Ledger", "A. One", "Cod")
    assert found.evidence == ()


@pytest.mark.parametrize(
    ("declared", "outlet"),
    [
        ("AFP", "Agence France-Presse"), ("agence france presse", "Agence France-Presse"),
        ("https://www.afp.com/en", "Agence France-Presse"), ("AFP Factuel", "AFP Factuel"), ("Presse", "Presse"),
        ("The Times", "The Times"), ("The Times of India", "The Times of India"),
    ],
)  # fmt: skip
def test_a_declared_outlet_of_the_tables_has_its_name_there(kit: Kit, declared: str, outlet: str) -> None:
    """Each way to write an outlet that the tables know is that outlet; a name that only resembles one stays what it is."""
    assert facts(LEAD, kit, declared_outlet=declared).outlet == outlet


def test_impossible_declared_date_is_no_date(kit: Kit) -> None:
    """A declared date that the calendar does not have is null, not a guess."""
    assert facts(LEAD, kit, declared_published="2021-02-31").published is None


def test_provenance_of_a_page(kit: Kit) -> None:
    """Agency, author, submitter, source, contributors and photographers are kept apart."""
    text = "\n\n".join(
        [
            "Cod accord signed at last",
            "Submitted by portside, authored by Anna Lind, independent analyst",
            f"OSLO, Oct 5, 2021 (Nordwire) - {LEAD}",
            "  • The ministers on the quay",
            "  • © Per Holm",
            SECOND,
            "Jan Berg in Santiago and Eva Dahl in Oslo contributed to this report",
            "Source: fishnews",
        ]
    )
    found = facts(text, kit)
    assert {(item.kind, item.name) for item in found.provenance} == {
        ("submitted-by", "portside"), ("author", "Anna Lind"), ("agency", "Nordwire"), ("photo", "Per Holm"),
        ("contributor", "Jan Berg"), ("contributor", "Eva Dahl"), ("source", "fishnews"),
    }  # fmt: skip
    assert found.author == "Anna Lind"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Anna Lind", "Anna Lind"), ("By Anna Lind and Per Holm", "Anna Lind, Per Holm"), ("Par Anne Lindet", "Anne Lindet"),
        ("By ANNA LIND", "ANNA LIND"), ("By Anna Lind, Nordic Ledger", "Anna Lind"),
        ("Written by Jean de la Tour", "Jean de la Tour"),
    ],
)  # fmt: skip
def test_bylines(kit: Kit, line: str, author: str) -> None:
    """The author is read from the byline, in English and French."""
    assert facts(f"Cod accord signed at last\n{line}\n{LEAD}\n{SECOND}", kit).author == author


def test_site_name_above_the_headline_is_the_outlet(kit: Kit) -> None:
    """A short name on the first line, above the headline, is the publisher."""
    found = facts(f"Nordic Ledger\nCod accord signed at last after long talks\n{LEAD}\n{SECOND}", kit)
    assert found.outlet == "Nordic Ledger"
    assert found.title == "Cod accord signed at last after long talks"


def test_plain_text_has_no_metadata(kit: Kit) -> None:
    """Where a text says nothing about itself, everything is null."""
    assert facts(f"{LEAD}\n\n{SECOND}", kit) == DocumentFacts()
