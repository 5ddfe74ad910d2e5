"""Words of verbal conflict in English: families of requests, accusations, refusals and threats, and what looks like them."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from dragoman.project import read_text

_REQUESTS = (
    ("Haiti has solicited Kenya's help against the gangs.", "HTI", "KEN"),
    ("Pakistan went cap in hand to China.", "PAK", "CHN"),
    ("Eritrea sued for peace with Ethiopia.", "ERI", "ETH"),
    ("Nepal asked India for troops.", "NPL", "IND"),
    ("Kiribati addressed to New Zealand a request to take families.", "KIR", "NZL"),
    ("Germany called for Serbia to withdraw its police.", "DEU", "SRB"),
    ("Jordan looks to Saudi Arabia for support.", "JOR", "SAU"),
    ("Ireland demanded the withdrawal of the Israeli ambassador.", "IRL", "ISR"),
    ("Tajikistan counselled Uzbekistan to close the dam.", "TJK", "UZB"),
    ("Denmark suggested that Sweden join the patrols.", "DNK", "SWE"),
    ("Sierra Leone plans to ask Cuba for doctors.", "SLE", "CUB"),  # no agreement with Cuba
)
_ACCUSATIONS = (
    ("Swiss prosecutors are looking into Angolan officials.", "CHE", "AGO"),
    ("Norway opened a review of the conduct of Danish police.", "NOR", "DNK"),
    ("British deputies grilled the Qatari ambassador.", "GBR", "QAT"),
    ("A Spanish judge placed the Moroccan envoy under investigation.", "ESP", "MAR"),
    ("Georgia holds Russia to blame for the deaths.", "GEO", "RUS"),
    ("Sweden came under fire from Turkey over the protest.", "TUR", "SWE"),
    ("Bulgaria is preparing a note of protest to Romania.", "BGR", "ROU"),
    ("A court in Dakar tried three Gambian officers for murder.", "SEN", "GMB"),
    ("Kuwait said Iraqi guards were acting with impunity.", "KWT", "IRQ"),
    ("Turkmenistan expressed to Azerbaijan its bewilderment over the drilling.", "TKM", "AZE"),
    ("Colombia found fault with Ecuador's figures.", "COL", "ECU"),
    ("Criticism of Norway by Chinese officials grew.", "CHN", "NOR"),  # of whom, not whose
    ("Yerevan lectured Baku on human rights.", "ARM", "AZE"),
)
_REFUSALS = (
    ("Brazilian senators voted down the Argentine proposal.", "BRA", "ARG"),
    ("Egyptian guards turned away Irish surgeons at Rafah.", "EGY", "IRL"),
    ("Morocco barred Spanish lawmakers from entering the city.", "MAR", "ESP"),
    ("Kenya tore up its promise to Somalia.", "KEN", "SOM"),
    ("France disinvited Belarus from the ceremony.", "FRA", "BLR"),
    ("Bolivia withheld its consent from Chile.", "BOL", "CHL"),
    ("The Italian court threw out the Libyan complaint.", "ITA", "LBY"),
    ("The Greek rejection of the Macedonian plan surprised nobody.", "GRC", "MKD"),
    ("Austria left the Hungarian minister waiting.", "AUT", "HUN"),
    ("Ecuador's president gave Peru a frosty answer.", "ECU", "PER"),
    ("Latvia refused to let Russian trucks in.", "LVA", "RUS"),  # whom the verb inside names
    ("Poland will not lift the embargo on Belarus.", "POL", "BLR"),  # what one will not do reduces to a refusal
)
_THREATS = (
    ("A court in Athens put out a warrant for two Turkish officers.", "GRC", "TUR"),
    ("Egypt is weighing sanctions on Ethiopian officials.", "EGY", "ETH"),
    ("Sudan may reconsider its relations with Kenya.", "SDN", "KEN"),
    ("Peru served notice on Chile that the fishing would end.", "PER", "CHL"),
    ("Malta put Libya on notice over the smugglers.", "MLT", "LBY"),
    ("Iran told Iraq to brace for a response.", "IRN", "IRQ"),
    ("Turkey gave Cyprus until Friday to withdraw.", "TUR", "CYP"),
    ("Russia promised Estonia a harsh reply.", "RUS", "EST"),
    ("Beijing said Lithuania would face consequences.", "CHN", "LTU"),
    ("Washington threatened Canada with tariffs.", "USA", "CAN"),  # the sanction is not there yet
)
_READ = [
    (type_, *row)
    for type_, rows in (("REQUEST", _REQUESTS), ("ACCUSE", _ACCUSATIONS), ("REJECT", _REFUSALS), ("THREATEN", _THREATS))
    for row in rows
]


@pytest.mark.parametrize(("type_", "text", "actor", "recipient"), _READ)
def test_families_of_verbal_conflict(kit: Kit, type_: str, text: str, actor: str, recipient: str) -> None:
    """Requests, accusations, refusals and threats are read in their idioms too, with who makes them and to whom."""
    reports = read_text(text, kit=kit, language="en").reports
    found = [
        ({r.type, r.reduced_type}, {p.state for p in r.actors}, {p.state for p in r.recipients})
        for r in reports
    ]  # fmt: skip
    assert any(type_ in types and actors == {actor} and sides == {recipient} for types, actors, sides in found), found


_OTHER_SENSES = (
    ("France tried to help Germany.", "ACCUSE"),  # no trial
    ("The report contained a chapter on France and Germany.", "ACCUSE"),
    ("Estonia came under fire from Russian tanks.", "ACCUSE"),  # real fire
    ("Ghana was condemned by Togo for years.", "COERCE"),  # no sentence of years
    ("Canada turned away from Europe.", "REJECT"),  # nobody is sent away
    ("Norway gave Sweden a quick answer.", "REJECT"),
    ("Japan will not attack Korea.", "REJECT"),  # a harm that will not come is refused to nobody
    ("Mexico let Cuban doctors in.", "REJECT"),
    ("France promised Germany an answer by Monday.", "THREATEN"),
    ("Peru reviewed its exports to Chile.", "THREATEN"),
    ("Poland gave Latvia a radar.", "THREATEN"),
    ("Italy told Malta to expect a visit.", "THREATEN"),
    ("A Danish firm sued Norway.", "REQUEST"),
    ("Denmark suggested that Sweden had joined the patrols.", "REQUEST"),  # a claim
    ("Cuba plans to visit Sierra Leone.", "REQUEST"),
)


@pytest.mark.parametrize(("text", "type_"), _OTHER_SENSES)
def test_other_senses_are_no_verbal_conflict(kit: Kit, text: str, type_: str) -> None:
    """The same words in another sense, without what makes them a request, accusation, refusal or threat, are none."""
    assert type_ not in {t for r in read_text(text, kit=kit, language="en").reports for t in (r.type, r.reduced_type)}


def test_a_denied_act_of_ones_own_stays(kit: Kit) -> None:
    """Who denies having done something rejects, and what is denied stands beside it as denied; what is refused does not."""
    denied = read_text("Norway denied that it had sued Spain.", kit=kit, language="en").reports
    assert {(r.type, r.status) for r in denied} == {("REJECT", "happened"), ("ACCUSE", "denied")}
    refused = read_text("Norway refused to sue Spain.", kit=kit, language="en").reports
    assert {r.type for r in refused} == {"REJECT"}
