"""Names of persons that stand behind an office or a body, damaged, or with the family name first."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.names.test_linking import read


@pytest.mark.parametrize(
    ("text", "language", "surface", "actor"),
    [
        ("This was told by the President of France Emanuel Macron after the talks.", "en", "Emanuel Macron", "emmanuel-macron"),
        ("The President of France Emanuel Macron spoke. \"We are close,\" said Makron.", "en", "Makron", "emmanuel-macron"),
        ("The Chancellor of Germany Olaf Scholtz spoke. \"No,\" Sholz said.", "en", "Sholz", "olaf-scholz"),
    ],
)
def test_a_damaged_name_beside_its_office_is_found(text: str, language: str, surface: str, actor: str, kit: Kit) -> None:
    """The state of an office before a name is no part of it, and its later damage is the same person's."""
    links = read(text, kit, "2022-05-01", language)
    found = {m.surface: link.actors for m, link in zip(links.mentions, links.links, strict=True)}
    assert found.get(surface) == (actor,), found


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Fenwick Rothwater, who acted for Australia in the case, expects more.", "Fenwick Rothwater"),
        ("Political scientist of the Institute of CIS Arkady Lomtev-Zubarev does not exclude it.", "Arkady Lomtev-Zubarev"),
    ],
)
def test_a_clause_or_a_role_tells_that_a_name_is_a_persons(text: str, surface: str, kit: Kit) -> None:
    """The model took these names for bodies."""
    links = read(text, kit, "2022-05-01", "en")
    assert surface in {m.surface for m in links.mentions if m.kind == "person"}


def test_a_body_of_whom_a_clause_tells_stays_a_body(kit: Kit) -> None:
    """"Doctors Without Borders, who run the camp" are no person."""
    links = read("Doctors Without Borders, who run the camp, left.", kit, "2022-05-01", "en")
    assert not [m for m in links.mentions if m.kind == "person"]


@pytest.mark.parametrize(
    ("text", "language", "surface", "actor"),
    [
        ("Anwar Ibrahim, Premier ministre malaisien, a parlé. Le dirigeant malaisien est content.", "fr",
         "Le dirigeant malaisien", "anwar-ibrahim"),
        ("Malaysian Prime Minister Anwar Ibrahim spoke. The Malaysian leader looked tired.", "en", "The Malaysian leader",
         "anwar-ibrahim"),
        ("Le Département fédéral des affaires étrangères se tait.", "fr", "Département fédéral des affaires étrangères",
         "CHE.foreign-ministry"),
        ("L'Assemblée des Etats parties regrette ce départ.", "fr", "Assemblée des Etats parties", "ICC.assembly"),
        ("Envoys of François Hollande came. The paper blamed France and Spain.", "en", "France", "FRA"),
    ],
)  # fmt: skip
def test_a_name_is_whose_the_text_says(text: str, language: str, surface: str, actor: str, kit: Kit) -> None:
    """A leader is king or prime minister, whoever was spoken of; a state is no damaged given name; bodies have names."""
    links = read(text, kit, "2025-07-28", language)
    found = {m.surface: link.actors for m, link in zip(links.mentions, links.links, strict=True)}
    assert found.get(surface) == (actor,), found


def test_a_shared_particle_makes_no_likeness(kit: Kit) -> None:
    """`Al-Tahir` is no damaged `Al Thani`: what both share is an article."""
    links = read("The speaker, Ahmed Ibrahim al-Tahir, left.", kit, "2012-04-16", "en")
    assert not any(actor.resolved for actor in links.actors.values())


def test_one_unknown_word_behind_in_is_a_place(kit: Kit) -> None:
    """Nobody is called by the village "in" which something happens, whatever the model says."""
    links = read("In Gengma, many villagers are afraid. \"We ran,\" said Li Guozhen, a farmer.", kit, "2015-03-16", "en")
    assert [m.surface for m in links.mentions if m.kind == "person"] == ["Li Guozhen"]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The National Mapping and Resource Information Authority, whose experts took part, confirmed it.",
         "The National Mapping and Resource Information Authority"),
        ("The Fisheries and Oceans Agency said that the catch fell.", "Fisheries and Oceans Agency"),
    ],
)  # fmt: skip
def test_a_body_may_have_and_in_its_name(text: str, surface: str, kit: Kit) -> None:
    """Two nouns under one article before a noun in the singular name one body, whatever outlet their first words name."""
    links = read(text, kit, "2022-05-01", "en")
    assert [m.surface for m in links.mentions if m.kind == "organisation"] == [surface]


def test_a_person_and_a_body_are_two(kit: Kit) -> None:
    """`Ann Lee and the Oceans Agency`, `the Treasury and Home Office` are two each; an outlet stays one."""
    links = read("Ann Lee and the Oceans Agency met. The National reported it.", kit, "2022-05-01", "en")
    assert {m.surface: m.kind for m in links.mentions} == {
        "Ann Lee": "person", "the Oceans Agency": "organ", "The National": "outlet",
    }  # fmt: skip
