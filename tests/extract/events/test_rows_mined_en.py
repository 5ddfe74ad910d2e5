"""English words of acts by family, words cut at their hyphens, and the conditions that keep other senses out."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from dragoman.project import read_text

_READ = (
    ("REJECT", "Norway will not hear of a Swedish corridor.", {"NOR"}, {"SWE"}),
    ("REJECT", "Poland would not receive the Belarusian minister.", {"POL"}, {"BLR"}),
    ("REJECT", "Spain would not let the British submarine dock.", {"ESP"}, {"GBR"}),
    ("REJECT", "Malta stonewalled the Italian inspectors.", {"MLT"}, {"ITA"}),
    ("REJECT", "Iraq gave a Turkish offer a frosty reception.", {"IRQ"}, {"TUR"}),
    ("THREATEN", "Egypt refused to rule out military action against Ethiopia.", {"EGY"}, {"ETH"}),
    ("ACCUSE", "Kenya put the blast down to Somalia.", {"KEN"}, {"SOM"}),
    ("ACCUSE", "Kenya attributed the raid to Somalia.", {"KEN"}, {"SOM"}),
    ("ACCUSE", "Somalia drew the wrath of Kenya.", {"KEN"}, {"SOM"}),
    ("REQUEST", "Zambia approached Malawi for a loan.", {"ZMB"}, {"MWI"}),
    ("AGREE", "Gabon is open to talks with Chad.", {"GAB"}, {"TCD"}),
    ("SUPPORT", "The US Senate cleared an arms package for Taiwan.", {"USA"}, {"TWN"}),
    ("CONCEDE", "Mexico exempted Honduras from the tariffs.", {"MEX"}, {"HND"}),
    ("CONCEDE", "Mexico took back its remarks about Honduras.", {"MEX"}, {"HND"}),
    ("AID", "Qatar paid the salaries of Lebanese teachers.", {"QAT"}, {"LBN"}),
    ("AID", "Qatari rescuers dug through the rubble in Lebanon.", {"QAT"}, {"LBN"}),
    ("AID", "Qatar presented Lebanon with two ambulances.", {"QAT"}, {"LBN"}),
    ("RETREAT", "Ghana let two Malian soldiers go.", {"GHA"}, {"MLI"}),  # "let" takes an infinitive, whatever the parser says
    ("RETREAT", "Ghana gave the mask back to Mali.", {"GHA"}, {"MLI"}),
    ("PROTEST", "Peruvian dockers refused to unload Chilean ships.", {"PER"}, {"CHL"}),
    ("PROTEST", "Peruvian activists chained themselves to the Chilean consulate.", {"PER"}, {"CHL"}),
    ("SANCTION", "Austria scrapped visa-free travel for Serbs.", {"AUT"}, {"SRB"}),
    ("SANCTION", "Austria brought its advisers home from Serbia.", {"AUT"}, {"SRB"}),
    ("MOBILIZE", "Oman trained its guns on Yemen.", {"OMN"}, {"YEM"}),
    ("MOBILIZE", "Oman ringed the Yemeni embassy with police.", {"OMN"}, {"YEM"}),
    ("COERCE", "Mali disconnected Chad from the grid.", {"MLI"}, {"TCD"}),
    ("ASSAULT", "Sudanese soldiers burned down a Chadian village.", {"SDN"}, {"TCD"}),
)

_CUT = (
    ("CONCEDE", "France declared a cease-fire with Mali.", {"FRA"}, {"MLI"}),
    ("REJECT", "Ghana cold-shouldered the Togolese envoy.", {"GHA"}, {"TGO"}),
)

_OTHERS = (
    ("RETREAT", "Ghana let Mali know the date."),
    ("AID", "Colombian drugs arrived in Spain."),
    ("CONSULT", "Oman ringed the Yemeni embassy with police."),
    ("ASSAULT", "Mexico burned its bridges with Honduras."),
    ("REQUEST", "Zambia approached the Malawian border."),
    ("PROTEST", "Peru refused to load Chilean software."),
    ("COERCE", "Austria closed its schools."),
)


def _sides(text: str, type_: str, kit: Kit) -> tuple[set[str | None], set[str | None]]:
    reading = read_text(text, kit=kit, language="en", published="2026-05-01")
    found = [report for report in reading.reports if report.type == type_]
    assert found, [(report.type, report.rule) for report in reading.reports]
    return {party.state for party in found[0].actors}, {party.state for party in found[0].recipients}


@pytest.mark.parametrize(("type_", "text", "actors", "recipients"), _READ)
def test_families_of_words_are_read(type_: str, text: str, actors: set[str], recipients: set[str], kit: Kit) -> None:
    """A verb, its synonyms and the phrases of the same act give the act with both its sides."""
    assert _sides(text, type_, kit) == (actors, recipients)


@pytest.mark.parametrize(("type_", "text", "actors", "recipients"), _CUT)
def test_words_with_a_hyphen_are_whole(type_: str, text: str, actors: set[str], recipients: set[str], kit: Kit) -> None:
    """The parser cuts a word at its hyphen; the row that names it whole is read."""
    assert _sides(text, type_, kit) == (actors, recipients)


@pytest.mark.parametrize(("type_", "text"), _OTHERS)
def test_other_senses_stay_out(type_: str, text: str, kit: Kit) -> None:
    """What else must stand beside a word keeps its other senses out."""
    reading = read_text(text, kit=kit, language="en", published="2026-05-01")
    assert not [report.rule for report in reading.reports if report.type == type_]


def test_a_promise_that_nothing_hostile_will_come_is_an_agreement(kit: Kit) -> None:
    """An attack that is ruled out is no plan against whom the promise is given to."""
    text = "Uganda promised Kenya that no raid would be launched against it."
    assert _sides(text, "AGREE", kit) == ({"UGA"}, {"KEN"})


def test_a_decision_to_attack_is_no_agreement(kit: Kit) -> None:
    """What one decides to do against another is that act."""
    reading = read_text("Uganda decided to attack Kenya.", kit=kit, language="en", published="2026-05-01")
    assert [report.type for report in reading.reports] == ["ASSAULT"]
