"""States that are named by a common noun: "the kingdom", "the island", "ce pays", "the two democracies"."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.names.test_linking import actors_of, read


@pytest.mark.parametrize(
    ("language", "text", "surface", "actors"),
    [
        ("en", "Riyadh expelled two envoys of Iran. The United States sent jets to the kingdom.", "the kingdom", ("SAU",)),
        ("en", "Chile sold Cuba wheat. Peru criticised the island.", "the island", ("CUB",)),
        ("en", "Kosovo held three Serbian officers. Serbia denounced the breakaway region.", "the breakaway region", ("XKX",)),
        ("en", "Sudan left the talks. Kenya accused the Emirates, and the Gulf state replied.", "the Gulf state", ("ARE",)),
        ("en", "Japan and South Korea signed a pact. The two democracies praised it.", "The two democracies", ("JPN", "KOR")),
        ("fr", "Tunis et le Qatar ont rompu. L'Iran a félicité le petit émirat.", "le petit émirat", ("QAT",)),
        ("fr", "Le Chili a livré du blé aux Maldives. Le Pérou a aidé l'archipel.", "l'archipel", ("MDV",)),
        ("fr", "L'Iran a armé le Soudan. L'Égypte critique la République islamique.", "République islamique", ("IRN",)),
    ],
)
def test_a_common_noun_of_few_states_is_the_last_of_them(
    language: str, text: str, surface: str, actors: tuple[str, ...], kit: Kit
) -> None:
    """A kingdom is the last kingdom that was named, an island the last island, whatever acted between."""
    assert actors_of(read(text, kit, "2024-05-01", language), surface) == actors


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Chile and Bolivia quarrelled. Peru landed on the island.", "the island"),
        ("Chile and Bolivia quarrelled. The power failed in Lima.", "The power"),
        ("Chile and Bolivia quarrelled. The democracy is fragile.", "The democracy"),
    ],
)
def test_a_common_noun_that_fits_nobody_named_is_nobody(text: str, surface: str, kit: Kit) -> None:
    """No island was named; a power or a democracy alone names no state."""
    links = read(text, kit, "2024-05-01")
    named = [link for mention, link in zip(links.mentions, links.links, strict=True) if mention.surface == surface]
    assert not any(actor in ("CHL", "BOL", "PER") for link in named for actor in link.actors)


def test_the_country_is_not_the_state_that_acts_on_it(kit: Kit) -> None:
    """`Hungary criticised the country`: the other one."""
    other = read("Sweden applied in May. Hungary criticised the country.", kit, "2024-05-01")
    assert actors_of(other, "the country") == ("SWE",)


def test_this_country_is_the_last_one_named(kit: Kit) -> None:
    """A demonstrative points to what was named last, not to the subject of its own sentence."""
    links = read("Le gazoduc traverse le Maroc. L'Espagne va vendre du gaz à ce pays.", kit, "2024-05-01", "fr")
    assert actors_of(links, "ce pays") == ("MAR",)


def test_a_form_with_its_article_gives_way_to_a_longer_name(kit: Kit) -> None:
    """`la République` alone is France; before an adjective of another republic it is that one."""
    links = read("La Chine a aidé la République tchèque. Paris a remercié la République.", kit, "2024-05-01", "fr")
    assert actors_of(links, "République tchèque") == ("CZE",)
    assert actors_of(links, "la République") == ("FRA",)


def test_the_country_said_again_is_the_same(kit: Kit) -> None:
    """What was just called "the country" is still meant, though another state has acted meanwhile."""
    text = "Niger closed its border. Germany has cut its aid to the country. The country asked for talks."
    read_again = read(text, kit, "2023-12-01")
    assert actors_of(read_again, "the country") == ("NER",)
    assert actors_of(read_again, "The country") == ("NER",)


def test_the_country_is_what_the_text_is_about(kit: Kit) -> None:
    """Where no state acts just before, the country is the one that the text names most; where none is, the last one named."""
    text = (
        "Togo: vote put off. Togo has put off its vote. Observers had come to Togo. Leaders of the region meet in Ghana soon. "
        "Prices rise. Unrest grips the country."
    )
    assert actors_of(read(text, kit, "2024-05-01"), "the country") == ("TGO",)
    even = "Observers had come to Togo. Leaders of the region meet in Ghana soon. Unrest grips the country."
    assert actors_of(read(even, kit, "2024-05-01"), "the country") == ("GHA",)
