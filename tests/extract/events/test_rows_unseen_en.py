"""Words of acts taught by English reports that nobody had read before: one sentence a family, and what only looks like it."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.events.test_plain_news import acts


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Nepal and Bhutan agreed on Monday to a ceasefire.", "AGREE BTN+NPL>"),
        ("Chad and Sudan agreed to an exchange of prisoners.", "AGREE SDN+TCD>"),
        ("Russia sent Ethiopia fifteen transport planes.", "AID RUS>ETH"),
        ("Kenya placed two battalions at the disposal of Somalia.", "AID KEN>SOM"),
        ("Norway and Poland traded angry words over the pipeline.", "ACCUSE NOR+POL>"),
        ("The king of Jordan cabled his thanks to President Macron.", "SUPPORT JOR>FRA"),
        ("Tehran laid the blast at Israel's door.", "ACCUSE IRN>ISR"),
        ("The hijacker was turned over to Cyprus by the Lebanese authorities.", "COOPERATE LBN>CYP"),
        ("Japan has made two patrol boats available to the Philippines.", "AID JPN>PHL"),
        ("Serbia introduced stricter checks on lorries from Kosovo.", "SANCTION SRB>XKX"),
        ("Bolivia demanded to Chile the release of the officers.", "REQUEST BOL>CHL"),
        ("Algeria summoned its ambassador from Rabat for consultations.", "SANCTION DZA>MAR"),
        ("Togo drew a warning from Ghana.", "THREATEN GHA>TGO"),
        ("France organised a donors' conference for Lebanon.", "SUPPORT FRA>LBN"),
        ("Oslo has come out against the Danish plan.", "REJECT NOR>DNK"),
        ("Manila stood up to China over the shoal.", "REJECT PHL>CHN"),
        ("Ankara played down the Greek protest.", "REJECT TUR>GRC"),
    ],
)
def test_families_of_words_are_read(kit: Kit, text: str, act: str) -> None:
    """Each sentence tells its act."""
    assert act in acts(kit, text, "en")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Nepal and Bhutan agreed with each other's maps.", "CONCEDE"),
        ("The Danish minister had a word with his Swedish guest.", "ACCUSE"),
        ("Kenya's report on Somalia is available to all.", "AID"),
        ("The Greek minister summoned the Turkish ambassador.", "SANCTION"),
        ("Chile introduced stricter checks on tax returns.", "SANCTION"),
        ("Norway came out of the recession before Denmark.", "REJECT"),
    ],
)
def test_what_only_shares_a_word_is_no_such_act(kit: Kit, text: str, type_: str) -> None:
    """The same verbs with other words beside them tell something else."""
    assert not {act for act in acts(kit, text, "en") if act.startswith(type_)}
