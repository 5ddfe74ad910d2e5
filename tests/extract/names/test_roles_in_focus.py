"""Roles that name no office of their own: "the minister", "the official" as whoever was spoken of before."""

from __future__ import annotations

from dragoman.kit import Kit
from extract.names.test_linking import actor_of, actors_of, read


def test_minister_points_back(kit: Kit) -> None:
    """A bare role names the last person in that role."""
    links = read("Foreign Minister Sergei Lavrov spoke. Snow fell. The minister left.", kit, "2019-02-01")
    assert actors_of(links, "The minister") == ("sergei-lavrov",)


def test_an_unnamed_official_is_one_person_through_the_text(kit: Kit) -> None:
    """Later words for the official name the official of a ministry who was introduced before, whoever that is."""
    text = "Un haut responsable du ministère des Affaires étrangères a parlé. « C'est bien », a déclaré le responsable."
    links = read(text, kit, "2021-10-05", "fr")
    first = actor_of(links, "Un haut responsable du ministère des Affaires étrangères")
    assert not first.resolved
    assert actors_of(links, "le responsable") == (first.id,)
