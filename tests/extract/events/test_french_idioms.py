"""French idioms for acts: families of phrases, with the sides where French puts them, and phrases that only look alike."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from dragoman.project import read_text


def acts(text: str, kit: Kit) -> set[tuple[str, str, str]]:
    """Return type, actors and recipients of what a text reports."""
    reading = read_text(text, kit=kit, published="2024-05-05", language="fr")
    return {
        (r.type, " ".join(p.state or "?" for p in r.actors), " ".join(p.state or "?" for p in r.recipients))
        for r in reading.reports
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rabat en veut à Madrid d'avoir soigné un rebelle.", ("ACCUSE", "MAR", "ESP")),
        ("Le Kremlin voit d'un mauvais œil les manœuvres de la Norvège.", ("ACCUSE", "RUS", "NOR")),
        ("L'Iran crie à la provocation américaine.", ("ACCUSE", "IRN", "USA")),
        ("Pékin fait fi des protestations du Japon.", ("REJECT", "CHN", "JPN")),
        ("Le président turc a remis sine die sa visite en Israël.", ("REJECT", "TUR", "ISR")),
        ("La Grèce tient la Macédoine du Nord à la porte de l'Union européenne.", ("REJECT", "GRC", "MKD")),
        ("L'Érythrée a claqué la porte de l'Union africaine.", ("SANCTION", "ERI", "AU")),
        ("Washington a frappé l'Iran de nouvelles sanctions.", ("SANCTION", "USA", "IRN")),
        ("Moscou a interdit à la Géorgie d'exporter ses vins.", ("SANCTION", "RUS", "GEO")),
        ("La marine iranienne a barré la route à un pétrolier britannique.", ("COERCE", "IRN", "GBR")),
        ("Des soldats russes stationnent en Arménie.", ("MOBILIZE", "RUS", "ARM")),
        ("L'aviation turque a taillé en pièces une colonne syrienne.", ("ASSAULT", "TUR", "SYR")),
        ("Trois soldats indiens sont tombés sous les balles pakistanaises.", ("ASSAULT", "PAK", "IND")),
        ("Séoul a promis un déluge de feu à la Corée du Nord.", ("THREATEN", "KOR", "PRK")),
        ("La Russie a laissé expirer l'embargo contre la Turquie.", ("CONCEDE", "RUS", "TUR")),
        ("La Ligue arabe a rouvert ses portes à la Syrie.", ("SUPPORT", "ARAB-LEAGUE", "SYR")),
        ("La Finlande est entrée dans l'OTAN.", ("COOPERATE", "FIN", "NATO")),
        ("L'Algérie a prêté main-forte à la Tunisie.", ("AID", "DZA", "TUN")),
        ("La Lituanie en appelle à la Pologne.", ("REQUEST", "LTU", "POL")),
        ("L'armée française a plié bagage du Niger.", ("RETREAT", "FRA", "NER")),
    ],
)
def test_idioms_are_acts(kit: Kit, text: str, expected: tuple[str, str, str]) -> None:
    """An idiom is read as the act that it stands for, between the states named."""
    assert expected in acts(text, kit)


@pytest.mark.parametrize(
    "text",
    [
        "Le Danemark s'en remet à la Cour internationale de justice.",
        "La France a ouvert la porte à des négociations.",
        "Moscou a rendu la pareille à Londres.",
        "Les sanctions qui frappent la Russie et l'Iran pèsent sur les prix.",
    ],
)
def test_phrases_that_look_like_acts_are_none(kit: Kit, text: str) -> None:
    """Trust in a court, an opening to talks, an answer in kind and sanctions that bite are no acts of their own."""
    assert acts(text, kit) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les Émirats arabes unis avaient été les premiers à renouer avec la Syrie.", ("SUPPORT", "ARE SYR", "")),
        ("Les Européens ont infligé à la Russie douze paquets de sanctions.", ("SANCTION", "EU", "RUS")),
        ("La France a livré un radar au Niger, puis le Togo, qui accuse le Bénin.", ("ACCUSE", "TGO", "BEN")),
        ("On attend beaucoup du Chili et du Pérou, qui ont échangé des ambassadeurs.", ("SUPPORT", "CHL PER", "")),
        ("Paris nous écoute, mais Berlin lui a livré des blindés, a dit la Lettonie.", ("AID", "DEU", "FRA")),
    ],
)
def test_sides_stand_where_french_puts_them(kit: Kit, text: str, expected: tuple[str, str, str]) -> None:
    """The first to act, both names before "qui" with a plural verb, and a pronoun before the verb give the sides."""
    assert expected in acts(text, kit)


def test_somebody_who_declares_is_not_declared_responsible(kit: Kit) -> None:
    """The subject behind "a déclaré" is no verdict, even where the parser takes it for an object."""
    text = (
        "Berlin et Rome se sont entendues mardi. Ottawa a dénoncé Madrid. « C'est un bon début pour Berlin », "
        "a déclaré le responsable."
    )
    assert not {found for found in acts(text, kit) if found[0] == "ACCUSE"} - {("ACCUSE", "CAN", "ESP")}
    assert ("ACCUSE", "CAN", "MEX") in acts("Ottawa a déclaré le Mexique responsable du retard.", kit)
