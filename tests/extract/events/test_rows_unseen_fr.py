"""Words and constructions of French acts met in reports that nobody had read before, in other sentences."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.events.test_french_idioms import acts

WORDS = [
    ("L'Albanie a frappé la Bulgarie avec des tarifs douaniers.", ("SANCTION", "ALB", "BGR")),
    ("Le Ghana a offert ses bons offices au Togo et au Bénin.", ("AGREE", "GHA", "TGO BEN")),
    ("Le ministre pakistanais a désigné les ports indiens comme des cibles légitimes.", ("THREATEN", "PAK", "IND")),
    ("Le Kenya a promis la guerre à la Somalie.", ("THREATEN", "KEN", "SOM")),
    ("La Suède a juré de demander des comptes à l'Iran.", ("THREATEN", "SWE", "IRN")),
    ("Lima a jugé infondées les accusations de Quito.", ("REJECT", "PER", "ECU")),
    ("Le Caire a qualifié de mensongères les allégations turques.", ("REJECT", "EGY", "TUR")),
    ("Le Japon a annoncé le versement au Laos d'une enveloppe de dix millions d'euros.", ("AID", "JPN", "LAO")),
    ("Le Gabon a donné 48 heures aux diplomates français pour plier bagage.", ("SANCTION", "GAB", "FRA")),
    ("Cette mesure bulgare équivaut à une agression, a estimé le ministère grec.", ("ACCUSE", "GRC", "BGR")),
    ("Le Canada a présenté ses condoléances au Maroc, à la Tunisie et à l'Égypte.", ("SUPPORT", "CAN", "MAR TUN EGY")),
    ("L'Irlande, tout comme l'Islande, a condamné la Libye.", ("ACCUSE", "IRL ISL", "LBY")),
]


@pytest.mark.parametrize(("text", "act"), WORDS, ids=[text for text, _ in WORDS])
def test_act_is_read(kit: Kit, text: str, act: tuple[str, str, str]) -> None:
    """An act is read with its type and its sides."""
    assert act in acts(text, kit)


OTHERS = [
    ("L'Albanie a frappé la Bulgarie avec des tarifs douaniers.", "ASSAULT"),
    ("L'Union européenne a adopté des mesures et ce train frappe la Russie.", "ASSAULT"),
    ("L'Espagne a promis un port à la Guinée.", "THREATEN"),
    ("La Suède a demandé des comptes à son banquier.", "THREATEN"),
]


@pytest.mark.parametrize(("text", "type_"), OTHERS, ids=[f"{text} {type_}" for text, type_ in OTHERS])
def test_other_sense_is_not_read(kit: Kit, text: str, type_: str) -> None:
    """The same words in another sense are no such act."""
    assert type_ not in {found[0] for found in acts(text, kit)}
