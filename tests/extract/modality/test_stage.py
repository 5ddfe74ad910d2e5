"""How events stand: happened, planned, denied and so on."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.errors import InputError
from dragoman.extract.modality.stage import Standing, rate_factuality, rate_standing
from dragoman.extract.parse.sentences import split_sentences
from dragoman.kit import Kit
from dragoman.records import Block


def rate(text: str, word: str, kit: Kit, language: str = "en", inside_report: bool = False) -> Standing:
    """Rate the event at the first token that reads `word`."""
    document = make_document(text, language)
    sentences = split_sentences(document, (Block(start=0, end=len(text), kind="body"),), kit)
    sentence, token = next((s, t) for s in sentences for t in s.tokens if t.text == word)
    return rate_standing(sentence, token.i, kit, inside_report)


ENGLISH = [
    ("Two frigates shelled the port.", "shelled", "happened"),
    ("Rome is supporting Tunis.", "supporting", "ongoing"),
    ("The premier will visit Cairo.", "visit", "planned"),
    ("The premier is set to visit Cairo.", "visit", "planned"),
    ("The two have agreed to hold a summit.", "summit", "planned"),
    ("A meeting planned for May was welcomed; the upcoming talks matter.", "talks", "planned"),
    ("The fleet may leave the bay.", "leave", "hypothetical"),
    ("If the fleet leaves, the truce will end.", "leaves", "hypothetical"),
    ("If the fleet leaves, the truce will end.", "end", "hypothetical"),
    ("They called for a ceasefire.", "ceasefire", "hypothetical"),
    ("The state should withdraw its army.", "withdraw", "hypothetical"),
    ("Will the army cross the river?", "cross", "hypothetical"),
    ("The two did not rule out an attack.", "attack", "hypothetical"),
    ("The alleged attack killed a guard.", "attack", "alleged"),
    ("The army reportedly crossed the river.", "crossed", "alleged"),
    ("According to Ankara, the army crossed the river.", "crossed", "alleged"),
    ("Ankara said the army crossed the river.", "crossed", "alleged"),
    ("Ankara denied shelling the town.", "shelling", "denied"),
    ("Ankara said the army did not cross the river.", "cross", "denied"),
    ("The army did not cross the river.", "cross", "negated"),
    ("No treaty was signed.", "signed", "negated"),
    ("The envoys failed to sign a treaty.", "sign", "negated"),
    ("They left without signing a treaty.", "signing", "negated"),
    ("The state has yet to ratify the treaty.", "ratify", "negated"),
    ("They managed to reach a deal.", "deal", "happened"),
    ("He condemned the attack.", "attack", "happened"),
    ("Not only did they meet, they signed a pact.", "meet", "happened"),
    ("Neither Rome nor Tunis signed the pact.", "signed", "negated"),
    ("Recall that the two capitals signed a pact.", "signed", "happened"),
    ("Trade was discussed during a meeting in Rome.", "meeting", "happened"),
    ("Trade could be discussed during a meeting in Rome.", "meeting", "hypothetical"),
]
FRENCH = [
    ("Deux frégates ont bombardé le port.", "bombardé", "happened"),
    ("Rome soutient Tunis.", "soutient", "ongoing"),
    ("Ni Rome ni Tunis n'ont signé le pacte.", "signé", "negated"),
    ("Rappelons que les deux capitales ont signé un pacte.", "signé", "happened"),
    ("La trêve n'a pas tenu : en avril, l'armée bombardait de nouveau le port.", "bombardait", "happened"),
    ("Le premier ministre se rendra au Caire.", "rendra", "planned"),
    ("Le premier ministre va rencontrer son homologue.", "rencontrer", "planned"),
    ("Le ministre a dit qu'il se rendrait au Caire.", "rendrait", "planned"),
    ("Les deux pays pourraient signer un accord.", "signer", "hypothetical"),
    ("Rome appelle à un cessez-le-feu.", "cessez-le-feu", "hypothetical"),
    ("Rome n'a pas exclu de retirer ses troupes.", "retirer", "hypothetical"),
    ("L'armée aurait attaqué le port.", "attaqué", "alleged"),
    ("Selon Ankara, l'armée a franchi le fleuve.", "franchi", "alleged"),
    ("L'attaque présumée a tué un garde.", "attaque", "alleged"),
    ("Ankara a démenti avoir attaqué le port.", "attaqué", "denied"),
    ("L'armée n'a jamais franchi le fleuve.", "franchi", "negated"),
    ("Aucun traité n'a été signé.", "signé", "negated"),
    ("Ils sont partis sans signer de traité.", "signer", "negated"),
    ("Rome ne soutient plus Tunis.", "soutient", "negated"),
    ("Il a refusé de signer le traité.", "signer", "negated"),
]


@pytest.mark.parametrize(("text", "word", "status"), ENGLISH)
def test_status_in_english(kit: Kit, text: str, word: str, status: str) -> None:
    """Each embedding word passes its effect to the event."""
    assert rate(text, word, kit).status == status


@pytest.mark.parametrize(("text", "word", "status"), FRENCH)
def test_status_in_french(kit: Kit, text: str, word: str, status: str) -> None:
    """The same walk reads French from its own table."""
    assert rate(text, word, kit, "fr").status == status


def test_inside_a_report_the_reporting_word_does_not_count(kit: Kit) -> None:
    """For the narrator the claim is alleged, for the speaker it happened."""
    text = "Ankara said the army crossed the river."
    assert rate(text, "crossed", kit).status == "alleged"
    assert rate(text, "crossed", kit, inside_report=True).status == "happened"


def test_inside_a_report_negation_is_the_speakers_own(kit: Kit) -> None:
    """A speaker who says that it did not happen negates; the narrator tells of a denial."""
    text = "Ankara said the army did not cross the river."
    assert rate(text, "cross", kit, inside_report=True).status == "negated"


def test_cues_quote_the_words_that_decide(kit: Kit) -> None:
    """Every status that is not plain can be shown in the text."""
    text = "The envoys refused to sign a treaty."
    standing = rate(text, "sign", kit)
    assert [text[start:end] for start, end in standing.cues] == ["refused"]


def test_factuality_orders_certain_possible_and_denied(kit: Kit) -> None:
    """The scale runs from certainly not to certainly so."""
    text = "Troops crossed the river. Troops may cross the river. Troops did not cross the river."
    spans = [(7, 14), (37, 42), (73, 78)]
    values = rate_factuality(text, spans, kit=kit, language="en")
    assert values[0] > values[1] > 0 > values[2]
    assert all(-3.0 <= value <= 3.0 for value in values)


@pytest.mark.parametrize("span", [(0, 99), (-1, 2), (3, 1)])
def test_a_span_outside_of_the_text_is_refused(kit: Kit, span: tuple[int, int]) -> None:
    """A wrong offset is the caller's mistake: a figure for it would look like a reading."""
    with pytest.raises(InputError, match="does not lie in the text, which has 6 characters"):
        rate_factuality("a war.", [(2, 5), span], kit=kit, language="en")


def test_a_span_without_a_word_is_undecided(kit: Kit) -> None:
    """Nothing is claimed where nothing stands."""
    assert rate_factuality("   ", [(0, 1)], kit=kit, language="en") == [0.0]
