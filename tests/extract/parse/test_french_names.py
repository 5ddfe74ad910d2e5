"""What the parser makes of names in French."""

from __future__ import annotations

import pytest

from dragoman.extract.parse.french_names import mend_names
from extract.parse.test_french_phrases import make_words


def test_a_capital_inside_a_sentence_is_a_name() -> None:
    """No pronoun has a capital behind a verb: "a appelé Poutine"."""
    words = make_words([("a", "AUX", "", 1, "aux"), ("appelé", "VERB", "", 1, "root"), ("Poutine", "PRON", "", 1, "obj")])
    mend_names(words)
    assert (words.pos[2], words.deps[2]) == ("PROPN", "obj")


@pytest.mark.parametrize(("first", "tag", "label"), [("Macron", "PROPN", "nsubj"), ("Hier", "ADV", "advmod"),
                                                      ("Longuement", "ADV", "advmod")])  # fmt: skip
def test_what_opens_a_verb_and_is_no_adverb_is_its_subject(first: str, tag: str, label: str) -> None:
    """A name tagged as an adverb is the subject that the verb lacks; an adverb stays one."""
    words = make_words([(first, "ADV", "", 2, "advmod"), ("a", "AUX", "VerbForm=Fin", 2, "aux"),
                        ("cédé", "VERB", "VerbForm=Part", 2, "root")])  # fmt: skip
    mend_names(words)
    assert (words.pos[0], words.deps[0]) == (tag, label)


def test_a_quotation_begins_a_sentence_anew() -> None:
    """Behind a mark a capital says nothing: "« Nous" is a pronoun."""
    words = make_words([("dit", "VERB", "", 0, "root"), ("«", "PUNCT", "", 3, "punct"), ("Nous", "PRON", "", 3, "nsubj"),
                        ("restons", "VERB", "VerbForm=Fin", 0, "ccomp")])  # fmt: skip
    mend_names(words)
    assert words.pos[2] == "PRON"
