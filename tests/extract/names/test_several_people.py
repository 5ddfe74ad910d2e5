"""Several people in one description: "the French and Russian ministers", "the pair", "the heads of state of the alliance"."""

from __future__ import annotations

from dragoman.kit import Kit
from extract.names.test_linking import actors_of, read


def test_joined_posts_of_two_states_are_four_people(kit: Kit) -> None:
    """Two adjectives and two portfolios make whoever held the four posts that day."""
    links = read("The French and Russian foreign and defence ministers met in Moscow.", kit, "2019-09-09")
    assert set(actors_of(links, "The French and Russian foreign and defence ministers")) == {
        "jean-yves-le-drian", "florence-parly", "sergei-lavrov", "sergei-shoigu",
    }  # fmt: skip


def test_french_posts_joined_after_the_noun(kit: Kit) -> None:
    """In French, too, "les ministres des Affaires étrangères et de la Défense" of two states are four people as well."""
    text = "Les ministres français des Affaires étrangères et de la Défense ont reçu leurs homologues."
    links = read("La France a reçu des invités. " + text.replace("français ", ""), kit, "2019-09-09", "fr")
    surfaces = [mention.surface for mention in links.mentions]
    assert "Les ministres des Affaires étrangères et de la Défense" in surfaces


def test_the_pair_are_the_two_people_last_named(kit: Kit) -> None:
    """Two people who were named are a pair; without two there is none."""
    assert set(actors_of(read("Macron met Merkel. The pair agreed.", kit, "2020-05-01"), "The pair")) == {
        "emmanuel-macron", "angela-merkel",
    }  # fmt: skip
    alone = read("Macron bought shoes. The pair was cheap.", kit, "2020-05-01")
    named = {mention.surface: link.actors for mention, link in zip(alone.mentions, alone.links, strict=True)}
    assert not named.get("The pair")


def test_heads_of_state_of_an_organisation_are_not_its_secretary(kit: Kit) -> None:
    """They are those of its members, for whom the organisation stands."""
    links = read("He wrote to the heads of state of NATO.", kit, "2023-05-01", "en")
    found = {m.surface: link.actors for m, link in zip(links.mentions, links.links, strict=True)}
    assert ("NATO",) in found.values()
    assert ("jens-stoltenberg",) not in found.values()
