"""Parts of states that news names: each is known in both languages and lies in its state, and no namesake is taken for it."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.names.test_linking import actors_of, read


@pytest.mark.parametrize(
    ("language", "text", "surface", "region", "state"),
    [
        ("en", "The governor of Texas accused Mexico.", "The governor of Texas", "TEXAS", "USA"),
        ("en", "Police in Ontario arrested two Zambians.", "Ontario", "ONTARIO", "CAN"),
        ("en", "The Sindh government rejected the plan of Iran.", "The Sindh government", "SINDH", "PAK"),
        ("en", "New South Wales expelled an envoy of Peru.", "New South Wales", "NEW-SOUTH-WALES", "AUS"),
        ("en", "Soldiers in New Mexico praised Fiji.", "New Mexico", "NEW-MEXICO", "USA"),
        ("en", "Drones of Ukraine hit a depot in the Bryansk region.", "Bryansk region", "BRYANSK-OBLAST", "RUS"),
        ("en", "The US state of Georgia sued Fiji.", "US state of Georgia", "US-GEORGIA", "USA"),
        ("fr", "Le gouverneur du Texas accuse le Pérou.", "Le gouverneur du Texas", "TEXAS", "USA"),
        ("fr", "Les autorités californiennes accusent le Pérou.", "Les autorités californiennes", "CALIFORNIA", "USA"),
        ("fr", "La Colombie-Britannique accuse le Pérou.", "Colombie-Britannique", "BRITISH-COLUMBIA", "CAN"),
        ("fr", "Un village de la région de Briansk a été bombardé.", "région de Briansk", "BRYANSK-OBLAST", "RUS"),
        ("fr", "La province de l'Équateur réclame des vivres.", "province de l'Équateur", "EQUATEUR-COD", "COD"),
    ],
)
def test_a_part_of_a_state_is_known_with_its_state(
    language: str, text: str, surface: str, region: str, state: str, kit: Kit
) -> None:
    """A region, its government and its governor lead to the region, whose row says in which state it lies."""
    links = read(text, kit, "2024-05-01", language)
    assert actors_of(links, surface) == (region,)
    assert links.actors[region].state == state


@pytest.mark.parametrize(
    ("language", "text", "region"),
    [
        ("en", "Georgia accused Russia of meddling.", "US-GEORGIA"),
        ("en", "Virginia Raggi met two envoys of Italy.", "VIRGINIA"),
        ("en", "Lorraine Kelly met two envoys of France.", "LORRAINE"),
        ("en", "The crowd was moved by rivers of blood, far from Nigeria.", "RIVERS-STATE"),
        ("en", "The Anglo-Saxon powers accused Iran.", "SAXONY"),
        ("en", "Two men from Bahía Blanca praised Peru.", "BAHIA"),
        ("fr", "L'Équateur accuse le Mexique.", "EQUATEUR-COD"),
        ("fr", "Virginie Efira a ému la Belgique.", "VIRGINIA"),
        ("fr", "Thierry Breton accuse la Chine.", "BRITTANY"),
        ("fr", "La Grande-Bretagne accuse la Chine.", "BRITTANY"),
    ],
)
def test_a_namesake_is_no_part_of_a_state(language: str, text: str, region: str, kit: Kit) -> None:
    """A country, a person, a people or a common word that shares the form of a region is not read as the region."""
    links = read(text, kit, "2024-05-01", language)
    assert region not in {actor for link in links.links for actor in link.actors}


def test_a_form_that_is_also_a_given_name_needs_its_state_beside_it(kit: Kit) -> None:
    """Virginia alone may be anybody; in a text that names the United States it is the state."""
    near = read("Virginia sued the United States.", kit, "2024-05-01")
    assert actors_of(near, "Virginia") == ("VIRGINIA",)
    alone = read("Virginia left the house in Peru.", kit, "2024-05-01")
    assert "VIRGINIA" not in {actor for link in alone.links for actor in link.actors}


def test_who_is_unknown_and_leads_a_part_of_a_state_acts_for_the_state(kit: Kit) -> None:
    """A premier whom no table knows has the state of his province, not the province, as his state."""
    links = read("Ontario Premier Dirk Vanderhoof accused Peru.", kit)
    assert [links.actors[actor].state for actor in actors_of(links, "Dirk Vanderhoof")] == ["CAN"]
