"""The plainest sentences of news, as every reader would try them first: one act each, with its sides."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit

ENGLISH = {
    "Biden phoned Xi on Tuesday.": "CONSULT CHN+USA>",
    "Iran rejected the American offer on Sunday.": "REJECT IRN>USA",
    "Turkey summoned the Swedish ambassador on Wednesday.": "ACCUSE TUR>SWE",
    "The United States withdrew its troops from Afghanistan in August.": "RETREAT USA>AFG",
    "The EU extended sanctions against Russia by six months.": "SANCTION EU>RUS",
    "Iran and Saudi Arabia restored diplomatic relations on Friday.": "SUPPORT IRN+SAU>",
    "Ethiopia and Somalia are negotiating an agreement on sea access.": "CONSULT ETH+SOM>",
    "South Korea condemned North Korea's missile launch.": "ACCUSE KOR>PRK",
    "France condemned Turkey's invasion of northern Syria.": "ACCUSE FRA>TUR",
    "Canada expelled six Indian diplomats on Monday.": "SANCTION CAN>IND",
    "Colombia recalled its ambassador from Caracas.": "SANCTION COL>VEN",
    "Zelensky urged Scholz to send tanks.": "REQUEST UKR>DEU",
    "Scholz refused to send Taurus missiles to Ukraine.": "REJECT DEU>UKR",
    "Ukraine was promised F-16 jets by Denmark.": "AGREE DNK>UKR",
    "Two Indian soldiers were killed by Pakistani troops in Kashmir.": "ASSAULT PAK>IND",
    "Russia and the United States exchanged prisoners in Ankara.": "RETREAT RUS+USA>",
    "Sri Lanka allowed a Chinese research ship to dock at Hambantota.": "COOPERATE LKA>CHN",
    "Turkish police arrested two French journalists.": "COERCE TUR>FRA",
}
FRENCH = {
    "Macron a appelé Poutine lundi.": "CONSULT FRA+RUS>",
    "L'Iran a rejeté dimanche l'offre américaine.": "REJECT IRN>USA",
    "La Turquie a convoqué l'ambassadeur de Suède mercredi.": "ACCUSE TUR>SWE",
    "Les États-Unis ont retiré leurs troupes d'Afghanistan en août.": "RETREAT USA>AFG",
    "L'UE a prolongé de six mois ses sanctions contre la Russie.": "SANCTION EU>RUS",
    "La Corée du Sud a condamné le tir de missile nord-coréen.": "ACCUSE KOR>PRK",
    "La Corée du Nord a tiré un missile balistique au-dessus du Japon.": "MOBILIZE PRK>JPN",
    "Le Canada a expulsé lundi six diplomates indiens.": "SANCTION CAN>IND",
    "Zelensky a exhorté Scholz à livrer des chars.": "REQUEST UKR>DEU",
    "Deux soldats indiens ont été tués par des soldats pakistanais au Cachemire.": "ASSAULT PAK>IND",
    "La Chine a rabaissé le niveau de ses relations avec la Lituanie.": "SANCTION CHN>LTU",
    "La Slovaquie cessera d'envoyer des armes à l'Ukraine, a déclaré Fico.": "SANCTION SVK>UKR",
    "Emmanuel Macron s'est entretenu avec son homologue chinois.": "CONSULT CHN+FRA>",
    "La police turque a arrêté deux journalistes français.": "COERCE TUR>FRA",
}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [("en", text, wanted) for text, wanted in ENGLISH.items()] + [("fr", text, wanted) for text, wanted in FRENCH.items()],
)
def test_a_plain_act_is_read_with_its_sides(kit: Kit, language: str, text: str, wanted: str) -> None:
    """Type, who, to whom; of what all do to each other both stand on the left."""
    found = set()
    for report in dragoman.read_text(text, kit=kit, language=language, published="2024-10-05").reports:
        sides = [sorted(str(party.state) for party in side) for side in (report.actors, report.recipients)]
        found.add(f"{report.type} {'+'.join(sides[0])}>{'+'.join(sides[1])}")
    assert wanted in found


@pytest.mark.parametrize(
    ("text", "type_"), [("Macron called Putin on Monday.", "CONSULT"), ("Macron called on Putin to leave.", "REQUEST")]
)
def test_a_day_is_not_what_a_verb_with_a_preposition_is_about(kit: Kit, text: str, type_: str) -> None:
    """One calls somebody on Monday, or calls on somebody."""
    found = dragoman.read_text(text, kit=kit, language="en", published="2024-10-05").reports
    assert {report.type for report in found} == {type_}


def test_a_month_is_no_march(kit: Kit) -> None:
    """Joining in March is no demonstration; joining a march is one."""
    texts = ("Sweden joined NATO in March 2024.", "Thousands of Swedes joined a march against Turkey.")
    read = [dragoman.read_text(text, kit=kit, language="en", published="2024-10-05") for text in texts]
    kinds = [{report.type for report in reading.reports} for reading in read]
    assert "PROTEST" not in kinds[0]
    assert kinds[1] == {"PROTEST"}


def test_what_one_is_convinced_of_convicts_nobody(kit: Kit) -> None:
    """A conviction of somebody is a court's; "our conviction" alone is a belief."""
    texts = ("Iran's conviction of a French tourist angered Paris.", "In our conviction, Lavrov told Le Drian, all is well.")
    read = [dragoman.read_text(text, kit=kit, language="en", published="2024-10-05") for text in texts]
    kinds = [{report.type for report in reading.reports} for reading in read]
    assert "SANCTION" in kinds[0]
    assert "SANCTION" not in kinds[1]
