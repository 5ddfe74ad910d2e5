"""Where phrases hang in French."""

from __future__ import annotations

from dragoman.extract.parse.french_phrases import mend_phrases
from dragoman.extract.parse.french_words import Words


def make_words(rows: list[tuple[str, str, str, int, str]]) -> Words:
    """Return words from (text, tag, features, head, label)."""
    texts, pos, morphs, heads, deps = (list(column) for column in zip(*rows, strict=True))
    return Words(texts=texts, pos=pos, lemmas=[text.lower() for text in texts], morphs=morphs, heads=heads, deps=deps)


def test_an_agent_belongs_to_the_verb_and_not_to_the_day() -> None:
    """In "a été abattu jeudi par l'armée" the army shot, whatever the parser hung it on."""
    words = make_words(
        [
            ("drone", "NOUN", "", 3, "nsubj:pass"),
            ("a", "AUX", "", 3, "aux:tense"),
            ("été", "AUX", "", 3, "aux:pass"),
            ("abattu", "VERB", "VerbForm=Part", 3, "root"),
            ("jeudi", "NOUN", "", 3, "obl:mod"),
            ("par", "ADP", "", 7, "case"),
            ("l'", "DET", "", 7, "det"),
            ("armée", "NOUN", "", 4, "nmod"),
        ]
    )
    mend_phrases(words)
    assert (words.heads[7], words.deps[7]) == (3, "obl:agent")


def test_an_adjective_goes_to_the_noun_with_its_gender() -> None:
    """In "l'agence d'armement coréenne" the agency is Korean."""
    words = make_words(
        [
            ("agence", "NOUN", "Gender=Fem|Number=Sing", 0, "root"),
            ("d'", "ADP", "", 2, "case"),
            ("armement", "NOUN", "Gender=Masc|Number=Sing", 0, "nmod"),
            ("coréenne", "ADJ", "Gender=Fem|Number=Sing", 2, "amod"),
        ]
    )
    mend_phrases(words)
    assert words.heads[3] == 0


def test_a_bare_participle_continues_the_perfect() -> None:
    """In "a levé l'embargo qui visait l'île et sanctionné une banque" the subject of "a levé" sanctions."""
    words = make_words(
        [
            ("Ottawa", "PROPN", "", 2, "nsubj"),
            ("a", "AUX", "", 2, "aux:tense"),
            ("levé", "VERB", "VerbForm=Part", 2, "root"),
            ("embargo", "NOUN", "", 2, "obj"),
            ("qui", "PRON", "", 5, "nsubj"),
            ("visait", "VERB", "VerbForm=Fin", 3, "acl:relcl"),
            ("et", "CCONJ", "", 7, "cc"),
            ("sanctionné", "VERB", "VerbForm=Part", 5, "conj"),
        ]
    )
    mend_phrases(words)
    assert words.heads[7] == 2


def test_des_behind_a_verb_is_an_article() -> None:
    """In "déploie des milliers de soldats" the thousands are the object."""
    words = make_words(
        [
            ("Minsk", "PROPN", "", 1, "nsubj"),
            ("déploie", "VERB", "VerbForm=Fin", 1, "root"),
            ("des", "ADP", "", 3, "case"),
            ("milliers", "NOUN", "", 1, "nmod"),
        ]
    )
    mend_phrases(words)
    assert (words.deps[2], words.deps[3]) == ("det", "obj")


def test_a_noun_behind_an_article_is_no_verb_where_only_a_noun_can_stand() -> None:
    """In "a rejeté dimanche l'offre" the offer was rejected; nobody offers anything."""
    words = make_words(
        [
            ("rejeté", "VERB", "VerbForm=Part", 0, "root"),
            ("dimanche", "NOUN", "", 0, "obl:mod"),
            ("l'", "DET", "", 3, "det"),
            ("offre", "VERB", "Number=Sing|VerbForm=Fin", 1, "nsubj"),
        ]
    )
    mend_phrases(words)
    assert (words.pos[3], words.lemmas[3], words.heads[3], words.deps[3]) == ("NOUN", "offre", 0, "obj")


def test_a_clause_with_a_subject_of_its_own_keeps_its_verb() -> None:
    """A verb that has a subject is a verb, whatever it hangs on."""
    words = make_words(
        [
            ("dit", "VERB", "VerbForm=Fin", 0, "root"),
            ("Oslo", "PROPN", "", 3, "nsubj"),
            ("l'", "DET", "", 3, "det"),
            ("offre", "VERB", "VerbForm=Fin", 0, "obj"),
        ]
    )
    mend_phrases(words)
    assert words.pos[3] == "VERB"


def test_a_noun_labelled_as_a_clause_is_the_object() -> None:
    """One calls the king; one becomes king."""
    for lemma, label in (("appeler", "obj"), ("devenir", "xcomp")):
        words = make_words([("verbe", "VERB", "", 0, "root"), ("le", "DET", "", 2, "det"), ("roi", "NOUN", "", 0, "xcomp")])
        words.lemmas[0] = lemma
        mend_phrases(words)
        assert words.deps[2] == label
