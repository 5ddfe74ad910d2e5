"""Who speaks in what machines translated from languages without articles: rules with sentences that they read and leave."""

from __future__ import annotations

import pytest

from dragoman.extract.parse.sentences import without_set_off
from dragoman.kit import Kit
from extract.speakers.test_quotes import statements

RULES = [
    # a noun for one person without an article behind its verb is the one spoken of; with an indefinite one it is another
    ("fr", "Le premier ministre de Moldavie Dorin Recean est là. \"Nous ne céderons pas\", - a souligné chef du "
     "gouvernement. Selon ses mots, le pays est prêt.", "céderons", "Dorin Recean"),
    ("fr", "Le premier ministre de Moldavie Dorin Recean est là. \"Nous ne céderons pas\", - a souligné chef du "
     "gouvernement. Selon ses mots, le pays est prêt.", "prêt", "Dorin Recean"),
    ("fr", "Le ministre Pavel Horn est arrivé. \"Nous sommes prêts\", - a dit ministre.", "prêts", "Pavel Horn"),
    ("fr", "Le ministre Pavel Horn est arrivé. \"Nous sommes prêts\", - a dit un ministre.", "prêts", "ministre"),
    ("en", "The mayor Pavel Horn stated, that the port works. \"The enemy retreats\",- noted mayor.", "retreats", "Pavel Horn"),
    ("en", "The mayor Pavel Horn stated, that the port works. \"The enemy retreats\", - noted a mayor.", "retreats", "mayor"),
    ("en", "\"The prices grow\", - noted mayor.", "grow", "mayor"),
    # the representative of a body is who just spoke for it; that of another body is somebody else
    ("en", "The Kremlin press secretary Dmitry Peskov told that Moscow does not interfere. \"It is their internal matter, - "
     "stressed representative of the Kremlin.", "internal matter", "Dmitry Peskov"),
    ("en", "The Kremlin press secretary Dmitry Peskov told that Moscow does not interfere. \"It is their internal matter, - "
     "stressed the representative of the parliament.", "internal matter", "representative of the parliament"),
    ("fr", "La porte-parole de l'ambassade Irina Lobova a déclaré que la visite est annulée. \"C'est dommage, a noté "
     "la représentante de l'ambassade.", "dommage", "Irina Lobova"),
    # the politician is who spoke last
    ("fr", "La ministre Anna Korb a qualifié la loi de faute. \"Le parti a cédé\", - a dit la politicienne aux journalistes.",
     "cédé", "Anna Korb"),
    ("fr", "La ministre Anna Korb a qualifié la loi de faute. \"Le parti a cédé\", - a dit une politicienne.", "cédé",
     "politicienne"),
    # a plural verb behind a body and nobody else: they say it there; with a subject of its own, that says it
    ("fr", "Dans le parti \"Patrie nouvelle\" considèrent la loi comme une menace.", "menace", "Patrie nouvelle"),
    ("fr", "Au ministère des Affaires étrangères de la Biélorussie estiment, que les sanctions sont illégales.", "sanctions",
     "Belarusian Ministry of Foreign Affairs"),
    ("fr", "Dans le gouvernement de la Moldavie ont annoncé que la route sera fermée.", "route", "Moldovan Government"),
    ("fr", "À Bakou ont démenti les informations sur les pertes.", "pertes", "Azerbaijan"),
    ("fr", "Dans le parti, des voix considèrent la loi comme une menace.", "menace", "voix"),
    ("fr", "Les avocats ont déclaré au ministère que la plainte serait déposée.", "plainte", "avocats"),
    # in a paper it is said: whoever issued it says it
    ("fr", "Avant cela était adoptée résolution du Parlement européen, laquelle exige la libération des otages. Dans le "
     "document il est dit, que les procès n'étaient pas justes.", "libération", "European Parliament"),
    ("fr", "Avant cela était adoptée résolution du Parlement européen, laquelle exige la libération des otages. Dans le "
     "document il est dit, que les procès n'étaient pas justes.", "procès", "European Parliament"),
    ("en", "The UN Security Council adopted the resolution. In the document it is said, that the sides must stop the fire.",
     "stop the fire", "United Nations Security Council"),
    ("en", "In the report of OSCE it is said, that the vote was free.", "vote was free",
     "Organization for Security and Co-operation in Europe"),
    ("en", "In the evening it is said, that the vote was free.", "vote was free", ""),
    # a ministry without an article is the one that spoke before; one that another name tells apart is not
    ("en", "The Ministry of Defence of Azerbaijan accused Armenia of shelling. \"All responsibility lies on Yerevan\", - is "
     "said in the message of department.", "responsibility", "Azerbaijani Ministry of Defence"),
    ("en", "The Ministry of Defence of Azerbaijan accused Armenia of shelling. \"All responsibility lies on Baku\", - is "
     "said in the message of the Armenian government.", "responsibility", "Armenian Government"),
    # a quotation that nothing closes ends with its attribution, one that is resumed behind a dash does not
    ("en", "The minister Olga Stein left. \"The road is closed, - said she. Novak thinks, that the spring will be cold.",
     "The road", "Olga Stein"),
    ("en", "The minister Olga Stein left. \"The road is closed, - said she. Pavel Novak thinks, that the spring will be cold.",
     "the spring", "Pavel Novak"),
    ("en", "The minister Olga Stein left. \"The road is closed, - said she. - We will open it in spring\".", "open it",
     "Olga Stein"),
]


@pytest.mark.parametrize(("language", "text", "said", "name"), RULES)
def test_who_speaks_in_a_translation(language: str, text: str, said: str, name: str, kit: Kit) -> None:
    """The speaker of the statement that holds some words."""
    _, all_said = statements(text, kit, language)
    found = {statement.speaker_name for statement in all_said if said in statement.quote}
    assert found == {name}


def test_the_dash_before_an_attribution_is_not_shown_to_the_parser() -> None:
    """A dash between comma or closing mark and a small letter is blank; one between words stays."""
    assert without_set_off('"We agree", - said he. "We",- said Bo. "We"- said Bo.') == (
        '"We agree",   said he. "We",  said Bo. "We"  said Bo.'
    )
    for text in ('the paper "Dawn" - the oldest', "well - known", "they left, - Bo said", "3 - 4"):
        assert without_set_off(text) == text
