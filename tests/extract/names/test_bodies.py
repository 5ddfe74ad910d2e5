"""Bodies of states: whose "Congress" is meant, and descriptions with several states."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.names.test_linking import actors_of, read


def every_actor(text: str, kit: Kit, language: str = "en") -> set[str]:
    """Return everybody whom a text names."""
    return {actor for link in read(text, kit, "2024-05-01", language).links for actor in link.actors}


@pytest.mark.parametrize(
    ("language", "text", "actor", "other"),
    [
        ("en", "The Nigerian Foreign Office thanked Kenya.", "NGA.foreign-ministry", "GBR.foreign-ministry"),
        ("en", "Canada's House of Commons thanked Kenya.", "CAN.lower-house", "GBR.lower-house"),
        ("en", "The Peruvian Congress thanked Kenya.", "PER.parliament", "USA.parliament"),
        ("en", "The Department of State of Ghana thanked Kenya.", "GHA.foreign-ministry", "USA.foreign-ministry"),
        ("en", "The Home Office of the Philippines thanked Kenya.", "PHL.interior-ministry", "GBR.interior-ministry"),
        ("fr", "Le Congrès péruvien a remercié le Kenya.", "PER.parliament", "USA.parliament"),
        ("fr", "Le Congrès du Pérou a remercié le Kenya.", "PER.parliament", "USA.parliament"),
        ("fr", "Le Conseil de sécurité iranien a remercié le Kenya.", "IRN.security-council", "UNSC"),
    ],
)
def test_a_shared_name_is_that_of_the_state_beside_it(kit: Kit, language: str, text: str, actor: str, other: str) -> None:
    """A body's name that other states use too is read as the body of the state said with it."""
    named = every_actor(text, kit, language)
    assert actor in named
    assert other not in named


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "The American Congress thanked Kenya.", "USA.parliament"),
        ("en", "Kenya's plan angered Congress.", "USA.parliament"),
        ("en", "In Kenya, the Foreign Office thanked Oslo.", "GBR.foreign-ministry"),
        ("en", "Libya's Government of National Unity thanked Kenya.", "GNU-LIBYA"),
        ("en", "Guyana's Security Council seat pleased Kenya.", "UNSC"),
        ("en", "The Security Council of the United Nations thanked Kenya.", "UNSC"),
        ("fr", "Le Congrès a remercié le Kenya.", "USA.parliament"),
    ],
)
def test_a_shared_name_without_another_state_keeps_its_own(kit: Kit, language: str, text: str, actor: str) -> None:
    """Alone, with its own state, or with a state that only sits in it, a name means what it usually does."""
    assert actor in every_actor(text, kit, language)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Nigerian Federal Government thanked Kenya.", "NGA.government"),
        ("Nigeria's Federal Government thanked Kenya.", "NGA.government"),
        ("The Federal Government of Nigeria thanked Kenya.", "NGA.government"),
        ("Australia signed the pact. The Federal Government thanked Kenya.", "AUS.government"),
        ("Berlin recalled its envoy. The Federal Government thanked Kenya.", "DEU.government"),
    ],
)
def test_a_federal_government_is_that_of_the_federation_told_of(kit: Kit, text: str, actor: str) -> None:
    """Many federations call their government so; the state beside it or the one that acts before says which."""
    assert actor in every_actor(text, kit)


def test_a_federal_government_of_nobody_is_not_the_german_one(kit: Kit) -> None:
    """Where no federation is named, nobody's government is meant."""
    assert "DEU.government" not in every_actor("The Federal Government thanked Kenya.", kit)


@pytest.mark.parametrize(
    ("language", "marked", "actors"),
    [
        ("en", "[Ministers of Chad, Niger and Mali] met.", "TCD NER MLI"),
        ("en", "[The leaders of Chad, Niger, and Mali] met.", "TCD NER MLI"),
        ("en", "She called [her counterparts from Fiji, Tonga and Samoa].", "FJI TON WSM"),
        ("en", "She met [her counterparts in Fiji and Tonga].", "FJI TON"),
        ("fr", "Elle a appelé [ses homologues du Mali, du Niger et du Tchad].", "MLI NER TCD"),
        ("fr", "Elle a vu [ses homologues en Norvège et en Finlande].", "NOR FIN"),
        ("fr", "Elle a vu [ses homologues aux Fidji et en Norvège].", "FJI NOR"),
    ],
)
def test_a_plural_description_has_all_states_of_the_row(kit: Kit, language: str, marked: str, actors: str) -> None:
    """Ministers of A, B and C are those of all three; colleagues in two states at once are those of both."""
    surface = marked.partition("[")[2].partition("]")[0]
    links = read(marked.replace("[", "").replace("]", ""), kit, None, language)
    assert actors_of(links, surface) == tuple(actors.split())


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("He met the leaders of Chad, and Niger protested.", "the leaders of Chad"),
        ("He met the leaders of Chad, Niger protested and Mali left.", "the leaders of Chad"),
        ("The president of Chad, Niger and Mali met.", "The president of Chad"),
        ("She met her counterparts in Fiji.", "her counterparts"),
        ("She met her counterparts in Fiji and left.", "her counterparts"),
        ("She met her ministers in Fiji and Tonga.", "her ministers"),
    ],
)
def test_a_row_that_is_none_ends_the_description(kit: Kit, text: str, surface: str) -> None:
    """A new clause, one person, or the one place of a meeting adds no state."""
    assert surface in [mention.surface for mention in read(text, kit, "2024-05-01").mentions]


@pytest.mark.parametrize(
    ("text", "surface", "actors"),
    [
        ("The governments of Chad and Niger met.", "The governments of Chad and Niger", "TCD.government NER.government"),
        ("The French and German governments met.", "The French and German governments", "FRA.government DEU.government"),
        ("The government of Chad met.", "The government of Chad", "TCD.government"),
        ("NATO's German troops left.", "NATO's German troops", "NATO.shape"),
    ],
)
def test_bodies_of_several_states_are_each_its_own(kit: Kit, text: str, surface: str, actors: str) -> None:
    """Two governments are two bodies; troops of an alliance are its own, whosesoever soldiers they are."""
    assert actors_of(read(text, kit, "2024-05-01"), surface) == tuple(actors.split())


def test_the_country_is_no_organisation(kit: Kit) -> None:
    """A body that the text names most is not what "the country" means, however short its name."""
    text = "The IMF lent the money. The IMF praised the reforms in Ghana. The country had asked the IMF for more."
    assert actors_of(read(text, kit, "2024-05-01"), "The country") == ("GHA",)
