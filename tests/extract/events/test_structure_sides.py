"""Sides that the structure of a sentence gives: "se voir", company, negated promises, conditions, clauses on a measure."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.events.test_stage import dyads, read, sides

Sides = tuple[frozenset[str], frozenset[str]]

FOUND = [
    # a capital behind "à", next to a verb that takes a person, is who is addressed
    ("fr", "L'Indonésie a enjoint à Tokyo de retirer ses navires.", "REQUEST", sides("IDN", "JPN")),
    # ready to strike is a threat
    ("fr", "L'Iran s'est dit prêt à attaquer la Jordanie.", "THREATEN", sides("IRN", "JOR")),
    ("fr", "La Turquie est prête à bombarder la Syrie.", "THREATEN", sides("TUR", "SYR")),
    ("en", "Ethiopia is ready to invade Eritrea.", "THREATEN", sides("ETH", "ERI")),
    # whoever sees something done to them suffers it
    ("fr", "La Géorgie s'est vu refuser un visa par la Lituanie.", "REJECT", sides("LTU", "GEO")),
    ("fr", "La Suisse s'est vu imposer des droits de douane par les États-Unis.", "SANCTION", sides("USA", "CHE")),
    ("fr", "Le Chili se voit reprocher son silence par le Pérou.", "ACCUSE", sides("PER", "CHL")),
    ("fr", "Le Chili s'est vu opposer un refus par le Pérou.", "REJECT", sides("PER", "CHL")),
    ("fr", "La Suède s'est fait livrer des missiles par la Norvège.", "AID", sides("NOR", "SWE")),
    # whom a measure strikes stands in the clause on it
    ("fr", "La Suède a levé l'interdiction qui frappait la Syrie.", "CONCEDE", sides("SWE", "SYR")),
    ("fr", "Le Canada maintient l'embargo qui pèse sur le Mali.", "COERCE", sides("CAN", "MLI")),
    ("en", "Norway lifted the ban that affected Syria.", "CONCEDE", sides("NOR", "SYR")),
    ("en", "Japan ended the embargo that had been imposed on Cuba.", "CONCEDE", sides("JPN", "CUB")),
    # what the parser hangs on the name of the doer
    ("fr", "L'expulsion par la Pologne de trois diplomates russes a surpris.", "SANCTION", sides("POL", "RUS")),
    # company
    ("en", "Norway, together with Sweden, condemned Russia.", "ACCUSE", sides("NOR SWE", "RUS")),
    ("en", "Poland, along with Lithuania, expelled Russian diplomats.", "SANCTION", sides("POL LTU", "RUS")),
    # promises not to
    ("en", "India promised not to attack Pakistan.", "AGREE", sides("IND", "PAK")),
    ("en", "Ethiopia vowed never to invade Eritrea.", "AGREE", sides("ETH", "ERI")),
    ("fr", "L'Inde a promis de ne pas attaquer le Pakistan.", "AGREE", sides("IND", "PAK")),
    ("en", "Chile told the Peruvian envoy not to come back.", "SANCTION", sides("CHL", "PER")),  # a ban stays one
    # whom a condition names
    ("en", "Chile threatened to strike if Peru resumed its drills.", "THREATEN", sides("CHL", "PER")),
    # told that it will be struck
    ("en", "Turkey told Greece that it would strike.", "THREATEN", sides("TUR", "GRC")),
]


@pytest.mark.parametrize(("language", "text", "type_", "wanted"), FOUND)
def test_the_structure_of_a_sentence_gives_the_sides(kit: Kit, language: str, text: str, type_: str, wanted: Sides) -> None:
    """Who acts and on whom is read through "se voir", company, negated promises, conditions and clauses on a measure."""
    assert (type_, *wanted) in dyads(read(text, kit, language))


NOT_SO = [
    ("fr", "Le président chilien a prononcé un discours à Lima.", "CONSULT", sides("CHL", "PER")),
    ("fr", "Le ministre chilien a signifié son départ lors d'un dîner à Lima.", "SANCTION", sides("CHL", "PER")),
    ("fr", "L'Iran se dit prêt à aider la Jordanie.", "THREATEN", sides("IRN", "JOR")),
    ("fr", "La Grèce a vu la Turquie refuser un visa.", "REJECT", sides("TUR", "GRC")),
    ("fr", "La Géorgie s'est vu refuser un visa par la Lituanie.", "REJECT", sides("GEO", "LTU")),
    ("en", "Norway lifted the ban that Syria called absurd.", "CONCEDE", sides("NOR", "SYR")),
    ("en", "The sanctions that hit Syria weigh on prices.", "SANCTION", sides("", "SYR")),
    ("en", "Norway condemned Russia at a dinner with Sweden.", "ACCUSE", sides("NOR SWE", "RUS")),
    ("en", "India promised not to attack Pakistan.", "THREATEN", sides("IND", "PAK")),
    ("en", "India vowed to attack Pakistan.", "AGREE", sides("IND", "PAK")),
    ("en", "Turkey told Greece that it would not strike.", "THREATEN", sides("TUR", "GRC")),
    ("en", "Turkey told Greece that earthquakes would strike.", "THREATEN", sides("TUR", "GRC")),
    ("en", "Chile threatened to strike Bolivia if Peru resumed its drills.", "THREATEN", sides("CHL", "PER")),
]


@pytest.mark.parametrize(("language", "text", "type_", "unwanted"), NOT_SO)
def test_what_only_looks_alike_is_no_side(kit: Kit, language: str, text: str, type_: str, unwanted: Sides) -> None:
    """A place of a speech, an observer, a guest, who is spared or only mentioned beside the aim is no side."""
    assert (type_, *unwanted) not in dyads(read(text, kit, language))


@pytest.mark.parametrize(
    ("text", "language"),
    [("La Géorgie s'est vu refuser un visa par la Lituanie.", "fr"), ("Le Niger se voit privé de blé par le Mali.", "fr")],
)
def test_who_sees_something_done_meets_nobody(kit: Kit, text: str, language: str) -> None:
    """French "se voir" with an infinitive or an adjective is no meeting."""
    assert "CONSULT" not in {type_ for type_, _, _ in dyads(read(text, kit, language))}
