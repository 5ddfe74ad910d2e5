"""For whom leaders speak, and other sources that a text describes rather than names."""

from __future__ import annotations

import pytest

from dragoman.evaluate.statements import same_name
from dragoman.kit import Kit
from extract.speakers.test_quotes import statements

SADC = "Southern African Development Community"
PASSAGES = [
    pytest.param("en", f"Leaders of the {SADC} met on Saturday. The leaders called for a truce.", "a truce", SADC,
                 id="the leaders of an organisation speak for it"),
    pytest.param("en", "The leaders of Chad and Niger met on Saturday. The President of Togo, Ana Lee, said that both were "
                 "welcome.", "were welcome", "Ana Lee", id="the leaders of states are no organisation's"),
    pytest.param("fr", "Le sommet de la Ligue arabe s'est achevé vendredi. Londres avait protesté. Le communiqué final fustige "
                 "les ingérences.", "ingérences", "League of Arab States", id="the final communiqué is that of the summit"),
    pytest.param("en", "Ghanaian President Kofi Bonsu met Togolese Prime Minister Yao Adjavon in Lome. He also called on "
                 "Togolese Foreign Minister Essi Lawson and Togolese President Kodjo Tete. Both leaders welcomed the road.",
                 "the road", "Kofi Bonsu; Yao Adjavon", id="both leaders are of two sides"),
    pytest.param("fr", "Le Pérou avait expulsé en mars des diplomates chiliens; les deux pays ont ensuite annoncé une trêve.",
                 "une trêve", "Peru; Chile", id="the two countries of one sentence"),
    pytest.param("fr", "La délégation a rencontré le chef de la junte, le général Issa N'Dao. La junte affirme avoir évité le "
                 "pire. Son chef a promis des élections.", "des élections", "Issa N'Dao",
                 id="its chief is the one so introduced"),
    pytest.param("en", "Uganda sent troops to protect President Salva Kiir, its army chief said.", "Uganda sent troops",
                 "army chief", id="a subject behind a comma is no apposition"),
    pytest.param("en", "Salva Kiir, the president, said that rain was coming.", "rain was coming", "Salva Kiir",
                 id="an apposition between commas is the person"),
    pytest.param("fr", "Le Portugal, ancienne puissance coloniale, et le Brésil ont appelé à la libération des ministres.",
                 "libération", "Portugal; Brazil", id="a bare noun between commas is no third speaker"),
    pytest.param("fr", "La France, la Norvège et le Brésil ont appelé à la libération des ministres.", "libération",
                 "France; Norway; Brazil", id="names between commas all speak"),
    pytest.param("fr", "La France, qui redoute une nouvelle crise dans la région, a invité ses ressortissants à la prudence.",
                 "la prudence", "France", id="what stands in a relative clause does not speak"),
    pytest.param("fr", "Karim Ziani avait convoqué l'ambassadeur chilien, Luis Bosch, pour exiger des excuses.", "des excuses",
                 "Karim Ziani", id="who summons somebody demands something"),
    pytest.param("fr", "Karim Ziani avait dépêché un émissaire, Luis Bosch, pour exiger des excuses.", "des excuses",
                 "Luis Bosch", id="who is sent to demand something demands it"),
    pytest.param("en", "Ann Lee wrote to the council to complain that the bridge was unsafe.", "the bridge was unsafe",
                 "Ann Lee", id="who writes complains"),
    pytest.param("fr", "Tout a commencé début mai, quand le ministre Oscar Puentes a laissé entendre que le prix baisserait.",
                 "le prix baisserait", "Oscar Puentes", id="a date lets nothing be understood"),
    pytest.param("fr", "L'opposant Moussa Traore-Balde a rejeté la motion. « Elle est nulle », a tranché Moussa Traoré-Baldé.",
                 "la motion", "Moussa Traoré-Baldé", id="a name with and without accents is one"),
    pytest.param("fr", "Le candidat de l'opposition, Fernando Dias, revendique la victoire.", "la victoire", "Fernando Dias",
                 id="a given name is no damaged family name"),
    pytest.param("fr", "La présidence argentine a répondu par un communiqué accusant M. Sánchez de mentir.", "mentir",
                 "Argentine Presidency", id="who answers by a paper accuses"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "speaker"), PASSAGES)
def test_the_speaker_of_a_described_source(language: str, text: str, words: str, speaker: str, kit: Kit) -> None:
    """Each statement is given to the person or body who makes it."""
    _, found = statements(text, kit, language)
    place = text.index(words)
    said = [s.speaker_name for s in found if s.content[0][0] <= place < s.content[-1][1]]
    assert said
    assert same_name(speaker, said[-1]), [(s.speaker_name, s.quote) for s in found]
