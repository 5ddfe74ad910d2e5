"""Where the sides of an act stand when the parse hides them: passives, French "que", objects in a row, places struck."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from dragoman.project import read_text
from extract.events.test_stage import dyads, read, sides

Sides = tuple[frozenset[str], frozenset[str]]

FOUND = [
    ("en", "Chile handed Bolivia a crate of vaccines.", "AID", sides("CHL", "BOL")),  # two objects
    ("en", "Egypt rejected the truce proposed by Sudan.", "REJECT", sides("EGY", "SDN")),
    ("en", "Norway blamed Sweden for arming Finland.", "AID", sides("SWE", "FIN")),
    ("en", "Kenya praised Uganda and the Rwandan minister attacked Burundi.", "SUPPORT", sides("KEN", "UGA")),
    ("en", "Kenya praised Uganda and the Rwandan minister attacked Burundi.", "ASSAULT", sides("RWA", "BDI")),
    ("en", "Kenya praised Uganda and Rwanda, and attacked Burundi.", "SUPPORT", sides("KEN", "UGA RWA")),
    ("en", "The Ghanaian president conferred for three hours with the Togolese premier.", "CONSULT", sides("GHA TGO")),
    ("en", "Rwandan soldiers killed twelve villagers near Goma.", "ASSAULT", sides("RWA", "COD")),
    ("en", "Kenyan nurses treated the wounded of the quake in Kathmandu.", "AID", sides("KEN", "NPL")),
    ("en", "The Ghanaian president discussed gold prices with the Togolese premier.", "CONSULT", sides("GHA TGO")),
    ("en", "Norway thanked Kenya, whose president praised Uganda.", "SUPPORT", sides("KEN", "UGA")),
    (
        "en", "Peru appealed to the International Court of Justice, whose jurisdiction Chile rejects.", "REJECT",
        sides("CHL", "ICJ"),
    ),
    ("en", "NATO members, France and Turkey, condemned Russia.", "ACCUSE", sides("FRA TUR", "RUS")),
    ("en", "NATO members condemned Russia.", "ACCUSE", sides("NATO", "RUS")),
    ("fr", "Des planteurs ivoiriens ont accusé le Ghana.", "ACCUSE", sides("CIV", "GHA")),
    ("fr", "Oslo a vivement condamné le raid de la Russie.", "ACCUSE", sides("NOR", "RUS")),
    ("fr", "Le ministre norvégien a été condamné par Moscou.", "ACCUSE", sides("RUS", "NOR")),
    ("fr", "Le Pérou a rejeté la trêve proposée par le Chili.", "REJECT", sides("PER", "CHL")),
    ("fr", "Le Chili, que le Pérou accuse de mentir, a protesté.", "ACCUSE", sides("PER", "CHL")),
    ("fr", "Le Maroc a tenu l'Espagne dans l'attente avant de lever son veto.", "CONCEDE", sides("MAR", "ESP")),
    ("en", "Norway called for Russia to leave the base.", "REQUEST", sides("NOR", "RUS")),
    ("en", "Egypt's refusal to receive the Ethiopian envoy was noted.", "REJECT", sides("EGY", "ETH")),
    ("en", "Iceland was promised a new ferry by Denmark.", "AGREE", sides("DNK", "ISL")),
    ("en", "The Chilean minister flew to Lima and was criticised by Bolivia.", "ACCUSE", sides("BOL", "CHL")),
    ("en", "Kenya stopped Ugandan lorries from crossing the border.", "SANCTION", sides("KEN", "UGA")),
    ("en", "The Ghanaian president discussed the price of gold with the Togolese premier.", "CONSULT", sides("GHA TGO")),
    ("fr", "La Colombie a accusé vendredi le Venezuela de mentir.", "ACCUSE", sides("COL", "VEN")),
    ("fr", "La Norvège dément avoir bombardé la Suède.", "ASSAULT", sides("NOR", "SWE")),
]


@pytest.mark.parametrize(("language", "text", "type_", "wanted"), FOUND)
def test_sides_are_found_where_the_parse_hides_them(
    kit: Kit, language: str, text: str, type_: str, wanted: Sides
) -> None:
    """Who acts and on whom is read through double objects, stray agents, French perfects, "que" and shared subjects."""
    assert (type_, *wanted) in dyads(read(text, kit, language))


NOT_SO = [
    ("en", "The Peruvian minister was alarmed at the attack by Colombian rebels.", "ACCUSE", sides("COL", "PER")),
    ("en", "Norway met Sweden for talks about arming Finland.", "AID", sides("SWE", "FIN")),
    ("en", "Serbian police killed twelve people, according to the United Nations.", "ASSAULT", sides("SRB", "UN")),
    ("en", "Ethiopian soldiers shelled a market, the United Nations said.", "ASSAULT", sides("ETH", "UN")),
    ("en", "Kenya praised Uganda and Rwanda, and attacked Burundi.", "ASSAULT", sides("RWA", "BDI")),
    ("en", "Delegates of Larcom Steel held talks with the Mongolian treasury in London.", "CONSULT", sides("MNG GBR")),
    ("en", "The Ghanaian president discussed the war with Togo.", "CONSULT", sides("GHA TGO")),
    ("en", "Egypt's refusal, read by Kenya to Ethiopian judges, was noted.", "REJECT", sides("EGY", "KEN")),
    ("en", "Kenya stopped to thank Uganda for crossing the river.", "SANCTION", sides("KEN", "UGA")),
    ("en", "Iceland was promised to Denmark by the Norwegian king.", "AGREE", sides("NOR", "ISL")),
    ("fr", "La Colombie a accusé vendredi dernier de Paris le Venezuela.", "ACCUSE", sides("COL", "FRA")),
    ("fr", "Arrivé à Rome, le ministre chinois a rencontré Giorgia Meloni.", "CONSULT", sides("ITA", "CHN")),
]


@pytest.mark.parametrize(("language", "text", "type_", "unwanted"), NOT_SO)
def test_sides_are_not_taken_from_what_belongs_elsewhere(
    kit: Kit, language: str, text: str, type_: str, unwanted: Sides
) -> None:
    """An agent of another noun, a purpose, a source or the subject of the next clause does not fill a side."""
    assert (type_, *unwanted) not in dyads(read(text, kit, language))


def test_the_negation_of_an_idiom_denies_nothing(kit: Kit) -> None:
    """Words that hold their own negation ("ne livre plus") say what happened; a negation beside a plain word denies it."""
    stopped = read_text("La Norvège ne livre plus d'armes à la Turquie.", kit=kit, language="fr").reports
    denied = read_text("La Norvège ne condamne pas la Turquie.", kit=kit, language="fr").reports
    assert [(r.type, r.status) for r in stopped] == [("SANCTION", "happened")]
    assert [(r.type, r.status) for r in denied] == [("ACCUSE", "negated")]


AROUND = [
    ("en", "At the urging of Oslo, Stockholm delayed the launch.", "REQUEST", sides("NOR", "SWE")),
    ("en", "Over the objections of Moscow, Yerevan joined the court.", "ACCUSE", sides("RUS", "ARM")),
    ("en", "Bulgaria opened the mine despite appeals from Turkey.", "REQUEST", sides("TUR", "BGR")),
    ("en", "Under pressure from Chile, Peru dropped the bill.", "REQUEST", sides("CHL", "PER")),
    ("en", "Sofia reopened the mine, to the dismay of Ankara.", "ACCUSE", sides("TUR", "BGR")),
    ("fr", "Malgré la mise en garde de Pretoria, la police du Lesotho a fouillé le marché.", "ACCUSE", sides("ZAF", "LSO")),
    ("fr", "Sous la pression de Bruxelles, Sofia a retiré la loi.", "REQUEST", sides("EU", "BGR")),
    ("fr", "Le Tchad a rouvert la mine malgré les protestations du Niger.", "ACCUSE", sides("NER", "TCD")),
    ("en", "To the anger of Ankara, Sofia reopened the church.", "ACCUSE", sides("TUR", "BGR")),  # the parse has a list
    ("en", "In defiance of warnings from Chile, Peru opened the mine while Bolivia watched.", "THREATEN", sides("CHL", "PER")),
]


@pytest.mark.parametrize(("language", "text", "type_", "wanted"), AROUND)
def test_pressure_around_a_clause_falls_on_its_subject(
    kit: Kit, language: str, text: str, type_: str, wanted: Sides
) -> None:
    """Who is pressed, warned or deplored in a circumstance is who acts in the clause around it."""
    assert (type_, *wanted) in dyads(read(text, kit, language))


NOT_AROUND = [
    ("en", "Two Bolivian sailors were freed by Peru at the request of Chile.", "REQUEST", sides("CHL", "BOL")),  # of the agent
    ("fr", "Oslo a rouvert la mine, à la fureur de Stockholm.", "SUPPORT", sides("NOR", "SWE")),  # the mine is opened to nobody
    ("en", "To the anger of Ankara, Sofia reopened the church.", "ACCUSE", sides("BGR", "TUR")),
    ("en", "Kenya opened the mine after its talks with Chile, to the surprise of Peru.", "ACCUSE", sides("PER", "KEN")),
]


@pytest.mark.parametrize(("language", "text", "type_", "unwanted"), NOT_AROUND)
def test_pressure_around_a_clause_falls_on_nobody_else(
    kit: Kit, language: str, text: str, type_: str, unwanted: Sides
) -> None:
    """Who suffers in a passive clause is not who is pressed, and who is angered is not whom the act concerns."""
    assert (type_, *unwanted) not in dyads(read(text, kit, language))
