"""English words of support, concession, aid and retreat, by family, and the conditions that keep other senses out."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from dragoman.project import read_text

_AID = (
    ("Portugal gifted Angola two patrol boats.", {"PRT"}, {"AGO"}),
    ("Finland wired 12 million kroner to Kenya.", {"FIN"}, {"KEN"}),  # a currency
    ("Jordan received six hundred tents from Japan.", {"JPN"}, {"JOR"}),  # who receives is the recipient
    ("Canada authorised the release of nine million dollars to Haiti.", {"CAN"}, {"HTI"}),
    ("Brazil ferried drinking water to Paraguay after the flood.", {"BRA"}, {"PRY"}),
    ("Egypt handed out blankets to Sudanese refugees.", {"EGY"}, {"SDN"}),
    ("The Danish air force flew four Afghan families to safety.", {"DNK"}, {"AFG"}),
    ("The Greek coastguard saved nine Syrian sailors off Crete.", {"GRC"}, {"SYR"}),
    ("France rearmed Chad after the raid.", {"FRA"}, {"TCD"}),
    ("Sweden doubled its contribution to Somalia.", {"SWE"}, {"SOM"}),
    ("Spain funnelled rifles to Mali.", {"ESP"}, {"MLI"}),
    ("Rwandan peacekeepers landed in Mozambique.", {"RWA"}, {"MOZ"}),
    ("Turkish aid reached Syria on Friday.", {"TUR"}, {"SYR"}),
    ("Japan guaranteed Jordan's loan.", {"JPN"}, {"JOR"}),
    ("The United States replenished Ukraine's arsenal.", {"USA"}, {"UKR"}),
    ("Norwegian sappers cleared mines in Cambodia.", {"NOR"}, {"KHM"}),
    ("Norway sent forty tents to Lyon.", {"NOR"}, {"FRA"}),  # a town stands for its state
)
_CONCEDE = (
    ("Poland abolished its tariff on Ukrainian grain.", {"POL"}, {"UKR"}),
    ("Kenya revoked the arrest warrant against the Somali minister.", {"KEN"}, {"SOM"}),
    ("An Italian court quashed the conviction of a Tunisian sailor.", {"ITA"}, {"TUN"}),
    ("A Serbian court cleared the Croatian officer of murder.", {"SRB"}, {"HRV"}),
    ("The United States removed the Ethiopian banks from its sanctions list.", {"USA"}, {"ETH"}),
    ("Malaysia granted two Indonesian fishermen a pardon.", {"MYS"}, {"IDN"}),
    ("Argentina gave up its claim on Chile.", {"ARG"}, {"CHL"}),
    ("Algeria no longer demands that Morocco leave the post.", {"DZA"}, {"MAR"}),
    ("Eritrea agreed to free the Sudanese pilots.", {"ERI"}, {"SDN"}),  # a release to come
    ("The Serbian minister withdrew his remarks about Kosovo.", {"SRB"}, {"XKX"}),
    ("Sweden yielded to the demands of Turkey.", {"SWE"}, {"TUR"}),
    ("Germany gave Greece another three months to repay.", {"DEU"}, {"GRC"}),
)
_RETREAT = (
    ("Sudan granted Ethiopian monitors access to the camp.", {"SDN"}, {"ETH"}),
    ("Iran let a Swiss diplomat visit the prisoner.", {"IRN"}, {"CHE"}),  # an infinitive with a subject of its own
    ("Venezuela let a Colombian reporter go home.", {"VEN"}, {"COL"}),
    ("Portugal sent back two bronzes to Nigeria.", {"PRT"}, {"NGA"}),
    ("Kenya completed the pullout of its troops from Somalia.", {"KEN"}, {"SOM"}),
    ("French soldiers are to leave Niger in May.", {"FRA"}, {"NER"}),  # the subject stands in the clause above
    ("Russia halted its offensive in Ukraine.", {"RUS"}, {"UKR"}),
    ("Ugandan troops pulled out of Congo.", {"UGA"}, {"COD"}),
    ("Ethiopia handed the border district to Eritrea.", {"ETH"}, {"ERI"}),
)
_SUPPORT = (
    ("Chad won praise from France.", {"FRA"}, {"TCD"}),
    ("The Belgian minister heaped praise on Rwanda.", {"BEL"}, {"RWA"}),
    ("Germany gave the Polish proposal a cautious welcome.", {"DEU"}, {"POL"}),
    ("Cuba wished Angola success.", {"CUB"}, {"AGO"}),
    ("The Irish minister was full of praise for Malta.", {"IRL"}, {"MLT"}),
    ("Japan approved of the Indian proposal.", {"JPN"}, {"IND"}),
    ("The Swiss president rang the Austrian chancellor to congratulate him.", {"CHE"}, {"AUT"}),  # what for is the act
    ("The Danish parliament waved through the treaty with Iceland.", {"DNK"}, {"ISL"}),
)
_READ = tuple(
    (text, type_, actors, recipients)
    for type_, rows in (("AID", _AID), ("CONCEDE", _CONCEDE), ("RETREAT", _RETREAT), ("SUPPORT", _SUPPORT))
    for text, actors, recipients in rows
)
_NOT = (
    ("France sent an aircraft carrier to Libya.", "AID"),  # a warship that is sent threatens
    ("France hosted the German leaders in Paris.", "AID"),
    ("Germany carried out talks with Kenya.", "AID"),
    ("The American president called off the strike on Iran.", "CONCEDE"),  # of bombs, not of workers
    ("Ghana backs Guyana in a border row.", "CONCEDE"),
    ("Russia gave money in Serbia.", "CONCEDE"),  # "give in" has a particle
    ("The minister, after three days of marches, gave Togo his answer.", "THREATEN"),  # no time is given
    ("Norway delivered rifles to Estonia.", "RETREAT"),  # only fighters hand in theirs
    ("Italy left the pact with China.", "RETREAT"),
    ("The Israeli minister quit Egypt's market.", "RETREAT"),
    ("Iraq cleared Mosul of mines.", "CONCEDE"),
    ("Eritrea agreed a free-trade pact with Sudan.", "CONCEDE"),
    ("Syria promised Lebanon to release the figures.", "CONCEDE"),
    ("Hungary withdrew its troops from Kosovo.", "CONCEDE"),
    ("India promised Nepal a thousand tents.", "AID"),  # promised is not yet given
    ("Chad sought praise from France.", "SUPPORT"),
    ("Ireland called Malta to ask for gas.", "SUPPORT"),
)


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), _READ)
def test_families(kit: Kit, text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    """The words of one family give the same act, each with its sides."""
    reports = read_text(text, kit=kit, language="en").reports
    found = [(r.type, {p.state for p in r.actors}, {p.state for p in r.recipients}) for r in reports]
    assert (type_, actors, recipients) in found


@pytest.mark.parametrize(("first", "second"), [("Mongolia", "Nepal"), ("Oman", "Qatar")])
def test_names_put_to_a_pact_are_its_signing(kit: Kit, first: str, second: str) -> None:
    """Who puts their names to an accord or seals a partnership signs it together."""
    for text in (f"{first} and {second} put their names to an accord.", f"{first} and {second} sealed a partnership."):
        reports = read_text(text, kit=kit, language="en").reports
        assert [(r.type, r.mutual, len(r.actors)) for r in reports] == [("SUPPORT", True, 2)]


@pytest.mark.parametrize(("text", "type_"), _NOT)
def test_other_senses(kit: Kit, text: str, type_: str) -> None:
    """The same words in another sense, or without what the act needs, are not that act."""
    assert type_ not in {report.type for report in read_text(text, kit=kit, language="en").reports}
