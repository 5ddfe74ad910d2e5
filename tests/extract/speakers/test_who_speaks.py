"""Whose name a source gets where parser, garbled text or a new word for somebody known would mislead; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_quotes import statements


def spoken(text: str, kit: Kit, language: str = "en") -> dict[str, str]:
    """Return who says what, by the last word of the cue."""
    document, found = statements(text, kit, language)
    return {document.text[slice(*s.cue)].rsplit(maxsplit=1)[-1]: s.speaker_name for s in found if s.cue}


ENGLISH = [
    # a message posted somewhere is the medium, not the saying
    ("The union said in a message posted on Facebook that its men had been paid.", "said", "union"),
    # of two subjects that before the clause set in
    ("Lima, which armed Chile then and arms it still, demanded that the port be closed.", "demanded", "Peru"),
    # a quotation behind the view of somebody
    ("For the historian Ann Holm, “it is a quarrel in the family, no more than that.”", "For", "Ann Holm"),
    # a description of somebody new is nobody named behind it
    ("According to a senior diplomat, Ann Holm left the talks early on Friday.", "to", "senior diplomat"),
    # what describes a body in the name of an unnamed source is left out
    ("A spokesman for the Lantern Front, the coalition that holds the hills, said that the strike had failed.", "said",
     "spokesman for the Lantern Front"),
    # persons named in the same sentence
    ("Ann Holm met Karl Jensen twice, and the leaders agreed to reopen the port.", "agreed", "Ann Holm; Karl Jensen"),
    ("Ann Holm met Karl Jensen on Crete, and the pair agreed to reopen the port.", "agreed", "Ann Holm; Karl Jensen"),
    # who spoke right before, by another word
    ("The general Bo Dahl said that the president had retired. “He is free,” added the former aide.", "added", "Bo Dahl"),
]  # fmt: skip
FRENCH = [
    ("À Tin Zaman, des commerçants racontent que les camions ne passent plus.", "racontent", "commerçants"),
    ("« Des rumeurs », rétorque-t-on à Lima.", "rétorque", "Peru"),
    ("Le Hamas a salué le geste et pressé les pays voisins d'en faire autant.", "pressé", "Hamas"),
    ("Je rappelle que c'est Gazprom qui réclame une dette de sept millions.", "réclame", "Gazprom"),
    ("La nouvelle tient, d'après l'hebdomadaire Die Zeit, dont les sources sont sûres.", "après", "Die Zeit"),
]


@pytest.mark.parametrize(("text", "cue", "name"), ENGLISH)
def test_an_english_source_is_who_speaks(text: str, cue: str, name: str, kit: Kit) -> None:
    """The name is that of who speaks, whole and without what only describes it."""
    assert spoken(text, kit).get(cue) == name, spoken(text, kit)


@pytest.mark.parametrize(("text", "cue", "name"), FRENCH)
def test_a_french_source_is_who_speaks(text: str, cue: str, name: str, kit: Kit) -> None:
    """The name is that of who speaks, not of the place, the object or the noun beside it."""
    found = spoken(text, kit, "fr")
    assert found.get(cue, found.get("d'" + cue, found.get("d’" + cue))) == name, found


def test_a_relative_phrase_is_no_speaker(kit: Kit) -> None:
    """`The purpose of which` says nothing; "many of whom" do."""
    text = "The cabinet adopted a plan, the purpose of which is to show that the port will reopen."
    assert not any("of which" in name for name in spoken(text, kit).values())
    assert spoken("Her guests, many of whom say that the port is closed, left.", kit).get("say")


def test_a_ministry_belongs_to_no_meeting(kit: Kit) -> None:
    """A complement that machine translation left behind is no part of the name; that of a state or field is."""
    text = "Le ministère des Transports de la réunion a déclaré que le port rouvrirait."
    assert not any("réunion" in name for name in spoken(text, kit, "fr").values())
    text = "Le ministère des Transports de la province a déclaré que le port rouvrirait."
    assert any("province" in name or "Transports" in name for name in spoken(text, kit, "fr").values())


def test_who_adds_something_is_nobody_else_where_the_noun_names_somebody(kit: Kit) -> None:
    """Another person introduced with the noun keeps it."""
    text = "The mayor Ann Holm left. The general Bo Dahl said that the president had retired. “He is free,” added the mayor."
    assert spoken(text, kit).get("added") == "Ann Holm"


def test_who_speaks_in_quotation_marks_is_not_he(kit: Kit) -> None:
    """In direct speech the third person is somebody other than the speaker."""
    text = "“Bo Dahl came in May. He said that he would wait,” Ann Holm said."
    inner = [s.speaker_name for s in statements(text, kit)[1] if s.chain]
    assert inner
    assert "Ann Holm" not in inner
