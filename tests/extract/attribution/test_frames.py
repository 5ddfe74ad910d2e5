"""To whom and through what something is said; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.extract.speakers.quotes import find_quotes
from dragoman.kit import Kit
from dragoman.records import Block, DocumentFacts, Links
from extract.attribution.test_reported_clauses import read


@pytest.mark.parametrize(
    ("language", "text", "addressee", "medium"),
    [
        ("en", "The mayor told reporters in an interview with the station that the bridge would reopen.", "reporters",
         "an interview with the station"),
        ("en", "The mayor wrote on X that nobody was hurt.", None, "X"),
        ("en", "The mayor said in a letter to the council that he would resign.", None, "a letter to the council"),
        ("fr", "« Nous restons », a-t-il déclaré à l'AFP.", "l'AFP", None),
        ("fr", "« Nous restons », a déclaré le délégué à l'agence du port.", "l'agence du port", None),
        ("fr", "Devant le Parlement, la ministre a déclaré que le pont rouvrirait.", "le Parlement", None),
        ("fr", "La ministre a écrit sur X que le pont rouvrirait.", None, "X"),
        ("fr", "Dans un entretien au Monde, la ministre a affirmé que le pont rouvrirait.", None, "un entretien au Monde"),
        ("fr", "Interrogée par un quotidien, la ministre a dit que le pont rouvrirait.", "un quotidien", None),
    ],
)  # fmt: skip
def test_addressee_and_medium(kit: Kit, language: str, text: str, addressee: str | None, medium: str | None) -> None:
    """To whom and through what something is said stands with the statement."""
    document, sentences = read(text, kit, language)
    blocks = (Block(start=0, end=len(text), kind="body"),)
    quotes = find_quotes(document, blocks, sentences, Links(), DocumentFacts(), kit)
    found = [(text[slice(*q.addressee)] if q.addressee else None, text[slice(*q.medium)] if q.medium else None) for q in quotes]
    assert (addressee, medium) in found
