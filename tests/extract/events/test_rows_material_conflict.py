"""Words of force, protest, sanction and mobilisation: families of rows, and the senses that their conditions keep out."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from dragoman.project import read_text

_READ = (
    # COERCE: media, raids, deportations, withheld supplies, hackers, emergency rule
    ("Morocco suspended the French weekly for a month.", "COERCE", "MAR", "FRA"),
    ("Turkish police raided the offices of a Dutch newspaper.", "COERCE", "TUR", "NLD"),
    ("Algeria put twelve Malian migrants on a plane to Bamako.", "COERCE", "DZA", "MLI"),
    ("Oman sent home 300 Indian labourers.", "COERCE", "OMN", "IND"),
    ("Burma compelled Thai fishermen to leave.", "COERCE", "MMR", "THA"),
    ("Syria cut off electricity to Lebanon.", "COERCE", "SYR", "LBN"),
    ("Russian hackers wiped the computers of a Polish hospital.", "COERCE", "RUS", "POL"),
    ("Cuba spread lies about Spain.", "COERCE", "CUB", "ESP"),
    ("Peru's electoral court struck a Chilean candidate from the ballot.", "COERCE", "PER", "CHL"),
    ("Serbian police dispersed Albanian protesters.", "COERCE", "SRB", "ALB"),
    # ASSAULT
    ("Sudanese gunmen snatched a French engineer on Monday.", "ASSAULT", "SDN", "FRA"),
    ("Somali rebels strangled an Italian monk.", "ASSAULT", "SOM", "ITA"),
    ("Malian soldiers chased Chadian rebels out of Gao.", "ASSAULT", "MLI", "TCD"),
    # MOBILIZE: tests are no attacks, ranges and purposes name whom a move is aimed at
    ("Iran test-fired a missile near Oman.", "MOBILIZE", "IRN", "OMN"),
    ("North Korea fired four rockets into the sea off Japan.", "MOBILIZE", "PRK", "JPN"),
    ("Kenya posted 400 policemen along the Somali border.", "MOBILIZE", "KEN", "SOM"),
    ("Peru placed howitzers within range of Ecuador.", "MOBILIZE", "PER", "ECU"),
    ("Canada sent two frigates to shadow a Russian submarine.", "MOBILIZE", "CAN", "RUS"),
    ("Russian troops massed along the Finnish border.", "MOBILIZE", "RUS", "FIN"),
    ("Iran laid mines along the Iraqi coast.", "MOBILIZE", "IRN", "IRQ"),
    # PROTEST: labour and hunger strikes, boycotts by buyers, marches with a purpose
    ("Spanish dockers are on strike against the French shipping line.", "PROTEST", "ESP", "FRA"),
    ("Serbian prisoners are refusing food in a protest against Croatia.", "PROTEST", "SRB", "HRV"),
    ("French farmers blocked the crossing to Spanish lorries.", "PROTEST", "FRA", "ESP"),
    ("Danish shoppers shunned American cheese.", "PROTEST", "DNK", "USA"),
    ("Belgian nurses gathered outside the French embassy.", "PROTEST", "BEL", "FRA"),
    ("Chilean students marched through the capital to denounce Peru.", "PROTEST", "CHL", "PER"),
    # SANCTION: courts, supplies, visas, recalls, own people brought home
    ("A Dutch court held Russia liable for the crash.", "SANCTION", "NLD", "RUS"),
    ("Romania upheld the conviction of a Moldovan banker.", "SANCTION", "ROU", "MDA"),
    ("Chile shut off gas to Argentina.", "SANCTION", "CHL", "ARG"),
    ("Sweden choked off imports from Belarus.", "SANCTION", "SWE", "BLR"),
    ("Jordan has cut off trade with Iraq.", "SANCTION", "JOR", "IRQ"),
    ("Ghana cancelled arms sales to Togo.", "SANCTION", "GHA", "TGO"),
    ("India cancelled the visas of Canadian officials.", "SANCTION", "IND", "CAN"),
    ("Mexico's recall of its ambassador from Bolivia surprised nobody.", "SANCTION", "MEX", "BOL"),
    ("Kuwait gave the Iranian attaché 48 hours to leave.", "SANCTION", "KWT", "IRN"),
    ("The Philippines pulled its workers out of Kuwait.", "SANCTION", "PHL", "KWT"),
)


@pytest.mark.parametrize(("text", "type_", "actor", "recipient"), _READ)
def test_acts_of_force_and_pressure(kit: Kit, text: str, type_: str, actor: str, recipient: str) -> None:
    """Verbs, phrasal verbs and nouns of one act are read alike, with whoever does it and to whom."""
    reports = read_text(text, kit=kit, language="en").reports
    found = [(r.type, {p.state for p in r.actors}, {p.state for p in r.recipients}) for r in reports]
    assert (type_, {actor}, {recipient}) in found


_OTHER_SENSE = (
    ("Hamas fired four rockets at Israel.", "MOBILIZE"),  # no test: they were aimed
    ("Spain blocked the crossing to French lorries.", "PROTEST"),  # a state blocks, no crowd
    ("Spain shunned American cheese.", "PROTEST"),  # a state, no shoppers
    ("The minister held Russia responsible for the crash.", "SANCTION"),  # no court
    ("Israeli jets raided Hamas.", "COERCE"),  # no police
    ("Canada sent home 200 soldiers from Latvia.", "COERCE"),  # its own troops
    ("The ban has strangled the Cuban economy.", "ASSAULT"),  # nobody dies
    ("Chad snatched victory from Mali.", "ASSAULT"),
    ("Canada sent two frigates to Haiti to help its people.", "COERCE"),
    ("Arab leaders gathered in Cairo to condemn Israel.", "PROTEST"),  # leaders meet, they do not march
    ("Fans of Real Madrid filled the square to greet the team.", "PROTEST"),
    ("Turkey left Greece to face the crisis alone.", "SANCTION"),  # it quits nothing
    ("Hungary pulled its soldiers out of Mali.", "SANCTION"),  # a retreat of troops
    ("Suspected Somali pirates attacked a Greek tanker.", "ACCUSE"),  # nobody says who suspects whom
    ("Poland poisoned its relations with Hungary by leaking the memo.", "ASSAULT"),
    ("Reporters bombarded the Japanese minister with questions.", "ASSAULT"),
    ("China seized the opportunity to court Malaysia.", "COERCE"),
    ("Turkish farmers slaughtered Bulgarian sheep.", "ASSAULT"),
    ("Italy fought Germany in the semi-final.", "ASSAULT"),
    ("Warsaw was obliged to deny the report about Lithuania.", "COERCE"),
)


@pytest.mark.parametrize(("text", "type_"), _OTHER_SENSE)
def test_other_senses_are_not_read_so(kit: Kit, text: str, type_: str) -> None:
    """The same words with another subject, object or preposition do not give the act."""
    assert type_ not in {r.type for r in read_text(text, kit=kit, language="en").reports}
