"""Base forms of English verbs that the model gets wrong."""

from __future__ import annotations

import pytest

from dragoman.extract.parse.english_lemmas import base_form

_KNOWN = frozenset(("readmit", "resupply", "defund", "ready", "pledge"))


@pytest.mark.parametrize(
    ("form", "given", "right"),
    [
        ("staged", "stag", "stage"),
        ("hoping", "hop", "hope"),
        ("fined", "fin", "fine"),
        ("readmitted", "readmitte", "readmit"),
        ("resupplied", "resupplie", "resupply"),
        ("defunded", "defunde", "defund"),
    ],
)
def test_the_spelling_tells_the_base_form(form: str, given: str, right: str) -> None:
    """One consonant behind one short vowel is doubled before an ending; an unknown verb is looked for in the tables."""
    assert base_form(form, given, _KNOWN) == right


@pytest.mark.parametrize(
    ("form", "given"),
    [
        ("hopped", "hop"),  # doubled: of "hop"
        ("backed", "back"),  # two consonants
        ("waited", "wait"),  # two vowels
        ("showed", "show"),
        ("fixed", "fix"),
        ("visited", "visit"),  # more than one syllable
        ("pledged", "pledge"),  # a word of the tables
        ("frobnicated", "frobnicate"),
    ],
)
def test_a_right_base_form_stays(form: str, given: str) -> None:
    """What the spelling allows is left as the model has it."""
    assert base_form(form, given, _KNOWN) == given
