"""Constructions of English news: joined clauses, weapons and who laid them, bare numbers, bidding, answers, telling."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit


def _read(kit: Kit, text: str) -> set[str]:
    """Return the acts of a text as "TYPE ACTORS>RECIPIENTS"."""
    found = set()
    for report in dragoman.read_text(text, kit=kit, published="2024-05-01", language="en").reports:
        sides = ["+".join(sorted(str(p.state) for p in side)) for side in (report.actors, report.recipients)]
        found.add(f"{report.type} {sides[0]}>{sides[1]}")
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway asked Iceland to stop and broke off talks with Denmark.", "SANCTION NOR>DNK"),
        ("Turkey has offered to mediate between the two and called on Iran to stop.", "REQUEST TUR>IRN"),
        ("A bomb laid by the Taliban killed two Danish soldiers.", "ASSAULT AFG>DNK"),
        ("A rocket launched from Gaza killed a Thai worker in Israel.", "ASSAULT PSE>THA"),
        ("A Greek patrol vessel fired at a Turkish trawler.", "ASSAULT GRC>TUR"),
        ("China commended Kiribati for its choice. The two later exchanged ambassadors.", "SUPPORT CHN+KIR>"),
        ("Norway deplored the presence of Chilean forces in Peru and demanded that they go.", "REQUEST NOR>CHL"),
        ("Norway proposed that Iceland pay for the ferry.", "REQUEST NOR>ISL"),
        ("Kenya said that Uganda was behind the bombing.", "ACCUSE KEN>UGA"),
        ("Kenya told Somalia that it would send doctors.", "AGREE KEN>SOM"),
        ("Romania closed its side of the river to Ukrainian boats.", "SANCTION ROU>UKR"),
        ("Tanzania has put a berth at the disposal of Zambia.", "AID TZA>ZMB"),
        ("Chile complained to the Organization of American States that Argentine ships harassed a patrol.", "ACCUSE CHL>ARG"),
        ("Oman gave Yemen until Monday to withdraw its troops.", "THREATEN OMN>YEM"),
        ("A Russian deputy minister was received in Niamey on Monday.", "CONSULT RUS>NER"),
        ("Chad promised Libya support.", "SUPPORT TCD>LBY"),
    ],
)  # fmt: skip
def test_an_act_is_read_with_its_sides(kit: Kit, text: str, wanted: str) -> None:
    """Each construction gives the act with who does it and to whom."""
    assert wanted in _read(kit, text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Iran refused to apologise or pay compensation to Iraq.", "AID IRN>IRQ"),
        ("A man hired by the Taliban met two Danish soldiers.", "CONSULT AFG+DNK>"),
        ("Greece gave the package its backing, while Norway told Turkey to stop.", "SUPPORT GRC>NOR"),
        ("The minister of Norway left for Addis Ababa with a message from Kenya.", "SANCTION NOR>KEN"),
        ("Norway met Iceland. Denmark's foreign minister resigned.", "RETREAT DNK>NOR"),
        ("Finland and Sweden applied. Finland said that it might have to go ahead on its own.", "REQUEST FIN>SWE"),
        ("Peru condemned Chile. Israel claimed the capture of a hill.", "ACCUSE ISR>PER"),
        ("Norway accused Iceland of fraud. Iceland ordered a battle group to move.", "REQUEST ISL>NOR"),
        ("Kenya suggested that Uganda was lying.", "REQUEST KEN>UGA"),
        ("Chile complained to the Organization of American States that Argentine ships harassed a patrol.", "ACCUSE CHL>OAS"),
        ("Oman accused Yemen of piracy. Yemen dismissed the case as a stunt.", "CONCEDE YEM>OMN"),
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_no_act(kit: Kit, text: str, unwanted: str) -> None:
    """Shared infinitives, persons that somebody hired, asides, journeys and one's own duties are no such acts."""
    assert unwanted not in _read(kit, text)
