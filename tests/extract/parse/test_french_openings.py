"""French sentences that open with something else than their subject."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.parse.tree import children
from dragoman.kit import Kit
from dragoman.records import Block, Sentence, Token


def _parse(kit: Kit, text: str) -> Sentence:
    (sentence,) = split_sentences(make_document(text, "fr"), [Block(start=0, end=len(text), kind="body")], kit)
    return sentence


def _word(sentence: Sentence, text: str) -> Token:
    return next(token for token in sentence.tokens if token.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Les vedettes grecques seront fouillées, a prévenu Tirana.", "prévenu", "Tirana"),
        ("Le pont restera ouvert, a annoncé Bratislava.", "annoncé", "Bratislava"),
        ("Les dépôts libyens seront des cibles, a averti Malte.", "averti", "Malte"),
        ("Tout retard serait une faute, a averti le ministère danois.", "averti", "ministère"),
        ("Reçu par Andrej Babis, le président slovène a salué la Tchéquie.", "salué", "président"),
        ("Accueilli par Serdar Ata, le dirigeant ouzbek Chavkat Mirzioïev a loué le Turkménistan.", "loué", "dirigeant"),
        ("Arrivés à Vilnius, les ministres danois et suédois ont signé un accord.", "signé", "ministres"),
        ("Le ministère belge s'était dit, jeudi, « très inquiet » d'un raid, et avait appelé Kigali.", "dit", "ministère"),
    ],
)
def test_verb_has_its_subject(kit: Kit, text: str, verb: str, subject: str) -> None:
    """The verb that tells, or that stands behind an opening participle, has the noun that does it as its subject."""
    sentence = _parse(kit, text)
    found = [token.text for token in children(sentence, _word(sentence, verb).i, "nsubj")]
    assert found == [subject]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("La Slovénie, qui craint un raid, a annoncé la fermeture du port.", "annoncé", "Slovénie"),
        ("La Croatie, dont le ministre est à Bruxelles, a demandé l'aide des Danois.", "demandé", "Croatie"),
        ("Le Monténégro a rejeté le texte, a signé un accord et a rappelé Belgrade.", "rejeté", "Monténégro"),
        ("Andrés à part, les joueurs ont signé un accord.", "signé", "joueurs"),
    ],
)
def test_subject_is_left_to_its_verb(kit: Kit, text: str, verb: str, subject: str) -> None:
    """Where the order of words says who does it, nothing is changed."""
    sentence = _parse(kit, text)
    assert subject in [token.text for token in children(sentence, _word(sentence, verb).i, "nsubj")]


def test_agent_of_a_passive_hangs_on_it(kit: Kit) -> None:
    """Who does it hangs on the passive, not on the phrase that says how; but "par" of a deed stays with that deed."""
    sentence = _parse(kit, "L'offre a été repoussée avec mépris par Bamako.")
    assert _word(sentence, "Bamako").head == _word(sentence, "repoussée").i
    other = _parse(kit, "Le pont a été détruit dans une attaque menée par Bamako.")
    assert _word(other, "Bamako").head != _word(other, "détruit").i


@pytest.mark.parametrize(
    ("text", "place", "noun"),
    [
        ("Le roi est revenu d'une visite d'État de trois jours en Finlande.", "Finlande", "visite"),
        ("Il a salué les entretiens de deux heures avec Lima.", "Lima", "entretiens"),
    ],
)
def test_what_lasts_governs_the_phrase_behind_its_duration(kit: Kit, text: str, place: str, noun: str) -> None:
    """A place or partner behind a duration belongs to the noun that lasts so long."""
    sentence = _parse(kit, text)
    assert sentence.tokens[_word(sentence, place).head].text == noun


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Le ministre a rejeté une résolution, présentée par la Suède, qui visait Malte.", "résolution"),
        ("La frégate a quitté le port, escortée par la marine danoise.", "quitté"),
    ],
)
def test_participle_is_said_of_what_it_agrees_with(kit: Kit, text: str, head: str) -> None:
    """A participle with its agent behind a comma belongs to the noun before it only where it agrees with that one alone."""
    sentence = _parse(kit, text)
    participle = next(token for token in sentence.tokens if token.text in ("présentée", "escortée"))
    assert sentence.tokens[participle.head].text == head


def test_a_day_between_teller_and_verb_tells_nothing(kit: Kit) -> None:
    """Behind ", a prévenu lundi" the teller is the noun behind the day; without one nobody is made the teller."""
    sentence = _parse(kit, "« Le port est sous l'eau », a prévenu lundi la maire de Toliara.")
    found = [token.text for token in children(sentence, _word(sentence, "prévenu").i, "nsubj")]
    assert found == ["maire"]
    alone = _parse(kit, "Le port est sous l'eau, a prévenu lundi Bamako.")
    assert [token.text for token in children(alone, _word(alone, "prévenu").i, "nsubj")] == ["Bamako"]
