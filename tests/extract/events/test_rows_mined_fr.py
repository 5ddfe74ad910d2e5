"""French words of diplomacy and war as the press writes them, and other senses of the same words that are no acts."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.events.test_french_idioms import acts

WORDS = [
    ("Le chancelier allemand a recadré le ministre hongrois.", ("ACCUSE", "DEU", "HUN")),
    ("Le chef du gouvernement belge s'est désolidarisé de la Hongrie.", ("ACCUSE", "BEL", "HUN")),
    ("Le ministre serbe n'a pas mâché ses mots contre le Kosovo.", ("ACCUSE", "SRB", "XKX")),
    ("L'Iran met l'explosion sur le compte d'Israël.", ("ACCUSE", "IRN", "ISR")),
    ("Washington a fait porter à l'Iran la responsabilité de l'échec.", ("ACCUSE", "USA", "IRN")),
    ("Le Chili a taxé l'Argentine de protectionnisme.", ("ACCUSE", "CHL", "ARG")),
    ("L'Inde a frappé du poing sur la table face au Pakistan.", ("ACCUSE", "IND", "PAK")),
    ("La Norvège a répondu favorablement à la demande de l'Ukraine.", ("AGREE", "NOR", "UKR")),
    ("La Pologne ne ferme pas la porte à des discussions avec la Biélorussie.", ("AGREE", "POL", "BLR")),
    ("Le Canada a doublé son aide à Haïti.", ("AID", "CAN", "HTI")),
    ("L'Espagne a déployé des pompiers en Turquie.", ("AID", "ESP", "TUR")),
    ("Le Qatar a versé les salaires des fonctionnaires libanais.", ("AID", "QAT", "LBN")),
    ("Trois civils libanais ont été tués dans une frappe israélienne.", ("ASSAULT", "ISR", "LBN")),
    ("L'armée ukrainienne a essuyé des tirs russes.", ("ASSAULT", "RUS", "UKR")),
    ("La base américaine a subi une attaque iranienne.", ("ASSAULT", "IRN", "USA")),
    ("L'Ukraine a été la cible d'une attaque russe.", ("ASSAULT", "RUS", "UKR")),
    ("L'armée soudanaise en a décousu avec les rebelles tchadiens.", ("ASSAULT", "SDN TCD", "")),
    ("Israël a approuvé la construction de colonies en Cisjordanie.", ("COERCE", "ISR", "PSE")),
    ("Le régime syrien a fait taire les manifestants libanais.", ("COERCE", "SYR", "LBN")),
    ("Les États-Unis ont abaissé leurs droits de douane sur les produits japonais.", ("CONCEDE", "USA", "JPN")),
    ("L'Union européenne a sorti le Panama de sa liste grise.", ("CONCEDE", "EU", "PAN")),
    ("La Pologne et l'Ukraine se sont associées pour produire des drones.", ("COOPERATE", "POL UKR", "")),
    ("Washington a dérouté un porte-avions face à l'Iran.", ("MOBILIZE", "USA", "IRN")),
    ("L'Allemagne a installé une brigade en Lituanie.", ("MOBILIZE", "DEU", "LTU")),
    ("Des supporters turcs ont sifflé l'hymne israélien.", ("PROTEST", "TUR", "ISR")),
    ("L'Argentine a fait la sourde oreille à l'appel du Brésil.", ("REJECT", "ARG", "BRA")),
    ("La Hongrie met des bâtons dans les roues de l'Ukraine.", ("REJECT", "HUN", "UKR")),
    ("La France insiste auprès de l'Iran pour la libération d'un touriste.", ("REQUEST", "FRA", "IRN")),
    ("Les États-Unis ont mis le Liban sous pression.", ("REQUEST", "USA", "LBN")),
    ("Le Kosovo a déposé sa candidature à l'Union européenne.", ("REQUEST", "XKX", "EU")),
    ("La Belgique a rappelé ses casques bleus du Rwanda.", ("RETREAT", "BEL", "RWA")),
    ("Le Niger a mis fin à la coopération militaire avec les États-Unis.", ("SANCTION", "NER", "USA")),
    ("La Tchéquie a limité les déplacements des diplomates russes.", ("SANCTION", "CZE", "RUS")),
    ("Le ministre indien a chanté les louanges de la Russie.", ("SUPPORT", "IND", "RUS")),
    ("Israël se prépare à attaquer l'Iran.", ("THREATEN", "ISR", "IRN")),
    ("L'Inde n'exclut pas une intervention au Pakistan.", ("THREATEN", "IND", "PAK")),
    ("Le ministre burkinabè a vertement répondu à la Côte d'Ivoire.", ("ACCUSE", "BFA", "CIV")),
    ("L'Inde et le Pakistan se renvoient la responsabilité de l'incident.", ("ACCUSE", "IND PAK", "")),
    ("Le bras de fer entre le Canada et l'Inde se durcit.", ("ACCUSE", "CAN IND", "")),
    ("Le Vietnam a protesté contre la Chine.", ("ACCUSE", "VNM", "CHN")),
    ("Le Royaume-Uni et la France ont accordé leurs violons.", ("AGREE", "GBR FRA", "")),
    ("Le Pentagone a approuvé la livraison de missiles à la Pologne.", ("AGREE", "USA", "POL")),
    ("Le Niger a reçu des instructeurs russes.", ("AID", "RUS", "NER")),
    ("L'armée soudanaise a repris Khartoum aux milices tchadiennes.", ("ASSAULT", "SDN", "TCD")),
    ("La Tunisie a expulsé des migrants vers l'Algérie.", ("COERCE", "TUN", "DZA")),
    ("Des mercenaires russes sont arrivés au Mali.", ("MOBILIZE", "RUS", "MLI")),
    ("Des manifestants congolais s'en sont pris à l'ambassade du Rwanda.", ("PROTEST", "COD", "RWA")),
    ("Des étudiants maliens ont protesté contre la France.", ("PROTEST", "MLI", "FRA")),
    ("La Malaisie a mis en doute les accusations de la Thaïlande.", ("REJECT", "MYS", "THA")),
    ("Les instructeurs espagnols ont quitté le Mali.", ("RETREAT", "ESP", "MLI")),
    ("Le président biélorusse a fait allégeance à la Russie.", ("SUPPORT", "BLR", "RUS")),
    ("Israël et l'Iran ont échangé des menaces.", ("THREATEN", "ISR IRN", "")),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_of_the_press_are_acts(kit: Kit, text: str, expected: tuple[str, str, str]) -> None:
    """A verb or phrase of the press is read as the act that it stands for, between the states named."""
    assert expected in acts(text, kit)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Moscou a accusé le coup après les sanctions de l'Union européenne.", "ACCUSE"),
        ("L'Arménie a accusé réception de la note de l'Azerbaïdjan.", "ACCUSE"),
        ("La France a taxé le vin de l'Italie.", "ACCUSE"),
        ("Le Sénégal a éliminé l'Égypte de la Coupe d'Afrique.", "ASSAULT"),
        ("Le Kenya a exécuté le budget de la Tanzanie.", "ASSAULT"),
        ("Le président a été bombardé de questions sur l'Iran.", "ASSAULT"),
        ("La Norvège a abattu ses cartes face à la Suède.", "ASSAULT"),
        ("Le ministre malien s'est emparé du sujet de la Mauritanie.", "COERCE"),
        ("L'Espagne a arrêté la production en Algérie.", "COERCE"),
        ("Un navire de croisière américain a traversé le détroit de Gibraltar.", "MOBILIZE"),
        ("Le Japon a rejeté de l'eau dans le Pacifique malgré la Chine.", "REJECT"),
        ("L'Iran a enterré son président en Irak.", "REJECT"),
        ("La Grèce a repoussé l'échéance de la dette envers l'Allemagne.", "REJECT"),
        ("Le ministre iranien a quitté l'hôpital de Berlin.", "SANCTION"),
        ("Le président turc a salué la foule à Bakou.", "SUPPORT"),
        ("Le Danemark a mis fin aux rumeurs sur la Suède.", "SANCTION"),
        ("La Chine a libéré des fonds pour le Laos.", "RETREAT"),
        ("Le président chilien a évoqué l'attaque de la Russie.", "THREATEN"),
        ("La Finlande prépare une conférence en Suède.", "THREATEN"),
        ("La guerre froide entre les États-Unis et la Russie est finie.", "ASSAULT"),
        ("Des touristes russes sont arrivés au Mali.", "CONSULT"),
        ("L'équipe du Mali a échangé des maillots avec le Sénégal.", "CONSULT"),
        ("Le ministre a lâché une phrase sur la Chine.", "SANCTION"),
        ("La France a arraché la victoire face à l'Italie.", "REQUEST"),
        ("Le gouvernement vietnamien a protesté contre la Chine.", "PROTEST"),
    ],
)
def test_other_senses_are_no_such_act(kit: Kit, text: str, kind: str) -> None:
    """The same words with other things beside them are not read as the act."""
    assert not [act for act in acts(text, kit) if act[0] == kind]
