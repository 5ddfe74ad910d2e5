"""Constructions that English reports nobody had read before taught: gerunds, echoes, hosts, main verbs behind an aside."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.events.test_plain_news import acts


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Honduras announced the severing of diplomatic relations with Taiwan.", "SANCTION HND>TWN"),
        ("The freezing of Libyan assets by Britain was announced in March.", "SANCTION GBR>LBY"),
        ("The expelling of three Russian diplomats by Sweden drew no reply.", "SANCTION SWE>RUS"),
        ("Ghana condemned the coup in Niger, as did Togo.", "ACCUSE TGO>NER"),
        ("Norway has stood by Moldova, and so has Canada.", "SUPPORT CAN>MDA"),
        ("France hailed the accord with Niger, and so did Italy.", "SUPPORT ITA>NER"),
        ("Chile accused Peru of spying; Ecuador associated itself with the protest.", "ACCUSE ECU>PER"),
        ("Oman hosted talks between Iran and Iraq.", "CONSULT IRN+IRQ>"),
        ("Oman hosted talks between Iran and Iraq.", "CONSULT OMN>IRN+IRQ"),
        ("Washington was deeply concerned by Turkey's decision.", "ACCUSE USA>TUR"),
        ("The Sudanese ambassador to Kenya has been recalled for consultations.", "SANCTION SDN>KEN"),
        ("Turkey called the Greek plan an assault on its sovereignty.", "ACCUSE TUR>GRC"),
        ("China, which closed its sky to flights as a precaution, called on Iran and Iraq to stop.", "REQUEST CHN>IRN+IRQ"),
        ("Chad bombed a village in Sudan. Kenya deplored the raid, and Niger condemned the bombing.", "ACCUSE KEN>TCD"),
        ("Kyiv said that Russian drones had struck a hospital.", "ASSAULT RUS>UKR"),
        ("Iran and Iraq are at odds. Talks between the two, hosted by Oman, ended on Friday.", "CONSULT IRN+IRQ>"),
    ],
)
def test_a_construction_gives_its_act(kit: Kit, text: str, act: str) -> None:
    """The act is told with who does it and to whom."""
    assert act in acts(kit, text, "en")


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("The meeting of the ministers of Chad and Mali met the demands of Togo.", "CONCEDE TCD+MLI>TGO"),
        ("Kenya asked Uganda to withdraw; Uganda did so.", "REQUEST UGA>KEN"),
        ("Ghana condemned the coup in Niger, as it had done in Mali.", "ACCUSE NER>GHA"),
        ("Norway proposed a meeting between Iran and Iraq.", "CONSULT IRN+IRQ>"),
        ("The Greek ambassador recalled his years in Turkey.", "SANCTION GRC>TUR"),
        ("Oslo called the attack on Iran a mistake.", "ACCUSE NOR>IRN"),
        ("Russia attacked Ukraine. Oslo said that Russian drones had struck a hospital.", "ASSAULT RUS>NOR"),
        ("The tanker, which was built in Japan as a training ship, called at Oslo.", "REQUEST JPN>NOR"),
    ],
)
def test_what_only_looks_like_it_gives_none(kit: Kit, text: str, unwanted: str) -> None:
    """Gerunds without "of", pro-verbs of the same actor and mere proposals tell no further act."""
    assert unwanted not in acts(kit, text, "en")
