"""Which of those spoken of before a pronoun at the place of a source is taken to mean."""

from __future__ import annotations

from dragoman.extract.speakers.antecedents import Anaphor, Candidate, features, rank
from dragoman.extract.speakers.memory import Speaker
from dragoman.kit import Kit
from dragoman.models.logistic import ANTECEDENTS, load_weights
from dragoman.records import Sentence, Token

WOMEN = frozenset({"ann"})
SENTENCE = Sentence(index=3, start=100, end=160, block=0, kind="body", language="en", tokens=(), children=())
ANN = Speaker(("nil:ann",), "Ann Gardner", "person")
PAUL = Speaker(("nil:paul",), "Paul Mercer", "person")
EGYPT = Speaker(("EGY",), "Egypt", "body")


def anaphor(word: str, around: tuple[str, ...] = ()) -> Anaphor:
    """Return a pronoun in the fourth sentence of a text."""
    token = Token(i=0, start=100, end=100 + len(word), text=word, lemma=word, pos="PRON", morph="", dep="nsubj", head=1)
    return Anaphor(SENTENCE, token, word, None, around)


def meant(word: str, *candidates: Candidate, kit: Kit, last: Speaker | None = None) -> str:
    """Return the name of the candidate that the shipped weights choose."""
    best = rank(anaphor(word), candidates, last, WOMEN, kit.compiled(load_weights, ANTECEDENTS))
    return best.speaker.name if best is not None else ""


def test_every_feature_has_a_weight(kit: Kit) -> None:
    """The table of weights and the features are the same set of names."""
    assert set(features(anaphor("he"), Candidate(ANN), None, WOMEN)) == set(load_weights(kit, ANTECEDENTS))


def test_whoever_spoke_last_goes_on(kit: Kit) -> None:
    """A pronoun goes on with whoever spoke last, if nothing speaks against it."""
    speaking = Candidate(PAUL, sentence=2, spoke=2, subject=2)
    assert meant("he", Candidate(EGYPT, sentence=2), speaking, kit=kit, last=PAUL) == "Paul Mercer"


def test_a_new_subject_of_the_sentence_before_takes_over_from_whoever_spoke_earlier(kit: Kit) -> None:
    """A new subject in the sentence before is meant rather than an earlier speaker."""
    other = Speaker(("nil:omar",), "Omar Haddad", "person")
    before = Candidate(PAUL, sentence=1, spoke=1, count=1)
    assert meant("he", before, Candidate(other, sentence=2, subject=2, count=1), kit=kit, last=PAUL) == "Omar Haddad"


def test_the_gender_of_a_given_name_outweighs_who_spoke_last(kit: Kit) -> None:
    """"She" is the woman, although a man spoke last."""
    woman, man = Candidate(ANN, sentence=2, subject=2, count=1), Candidate(PAUL, sentence=2, spoke=2, feminine=False)
    assert meant("she", man, woman, kit=kit, last=None) == "Ann Gardner"


def test_he_is_no_state(kit: Kit) -> None:
    """"He" is no state where a person was named."""
    state, man = Candidate(EGYPT, sentence=2, subject=2, count=1), Candidate(PAUL, sentence=2, count=1)
    assert meant("he", state, man, kit=kit) == "Paul Mercer"


def test_nobody_is_meant_where_nobody_was_named(kit: Kit) -> None:
    """Without candidates a pronoun means nobody."""
    assert meant("he", kit=kit) == ""


def test_the_speaker_of_the_words_around_is_marked() -> None:
    """Whoever speaks the words around the pronoun is marked as such."""
    assert features(anaphor("he", PAUL.actors), Candidate(PAUL), None, WOMEN)["speaks around"] == 1.0
