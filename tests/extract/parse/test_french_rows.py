"""Repairs of what is joined to what in a French parse."""

from __future__ import annotations

import pytest

from dragoman.extract.parse.french_rows import mend_rows
from extract.parse.trees import changes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "le/DET/det>président président/NOUN/nsubj>signé Sow/PROPN/appos>président et/CCONJ/cc>homologue "
            "son/DET/det>homologue homologue/NOUN/conj>Sow ont/AUX/aux:tense>signé signé/VERB/root>signé",
            "homologue/NOUN/conj>président",
            id="a colleague joined to a name",
        ),
        pytest.param(
            "le/DET/det>président président/NOUN/nsubj>réunis Sow/PROPN/appos>président ,/PUNCT/punct>chancelier "
            "le/DET/det>chancelier chancelier/NOUN/appos>président Brandt/PROPN/appos>chancelier et/CCONJ/cc>roi "
            "un/DET/det>roi roi/NOUN/conj>chancelier réunis/VERB/root>réunis",
            "chancelier/NOUN/conj>président",
            id="the second of three titled persons",
        ),
        pytest.param(
            "Japon/PROPN/obl:mod>signé ,/PUNCT/punct>signé la/DET/det>Corée Corée/PROPN/nsubj>signé et/CCONJ/cc>Canada "
            "le/DET/det>Canada Canada/PROPN/conj>Corée ont/AUX/aux:tense>signé signé/VERB/root>signé",
            "Japon/PROPN/nsubj>signé Corée/PROPN/conj>Japon",
            id="two subjects with a comma between",
        ),
        pytest.param(
            "aidé/VERB/root>aidé Tunis/PROPN/obj>aidé et/CCONJ/cc>navire un/DET/det>navire navire/NOUN/conj>Tunis "
            "a/AUX/aux:tense>fait fait=faire/VERB/advcl>aidé escale/NOUN/obj>fait",
            "et/CCONJ/cc>fait navire/NOUN/nsubj>fait fait/VERB/conj>aidé",
            id="a subject behind et taken for an object",
        ),
        pytest.param(
            "Oslo/PROPN/nsubj>expulsé a/AUX/aux:tense>expulsé expulsé/VERB/root>expulsé plusieurs/DET/obj>expulsé "
            "des/ADP/case>diplomates diplomates/NOUN/nmod>plusieurs",
            "plusieurs/DET/det>diplomates des/ADP/dep>diplomates diplomates/NOUN/obj>expulsé",
            id="several of them taken for the object",
        ),
        pytest.param(
            "Oslo/PROPN/nsubj>arrêté arrêté/VERB/root>arrêté trois/NUM/obl:mod>arrêté des/ADP/case>pêcheurs "
            "pêcheurs/NOUN/nmod>trois",
            "trois/NUM/det>pêcheurs des/ADP/dep>pêcheurs pêcheurs/NOUN/obj>arrêté",
            id="three of them taken for a circumstance",
        ),
    ],
)
def test_rows_are_mended(before: str, after: str) -> None:
    """Each shape that grammar rules out becomes what the sentence says."""
    assert changes(mend_rows, before) == after.split(" ")


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(
            "le/DET/det>président président/NOUN/nsubj>signé (/PUNCT/punct>Sow Sow/PROPN/appos>président "
            "et/CCONJ/cc>homologue son/DET/det>homologue homologue/NOUN/conj>Sow signé/VERB/root>signé",
            id="behind a bracket",
        ),
        pytest.param(
            "Sow/PROPN/nsubj>signé et/CCONJ/cc>homologue son/DET/det>homologue homologue/NOUN/conj>Sow "
            "signé/VERB/root>signé",
            id="a name without a title",
        ),
        pytest.param(
            "le/DET/det>président président/NOUN/nsubj>réunis Sow/PROPN/appos>président ,/PUNCT/punct>chef "
            "un/DET/det>chef chef/NOUN/appos>président Brandt/PROPN/appos>chef réunis/VERB/root>réunis",
            id="an apposition without a third person",
        ),
        pytest.param(
            "le/DET/det>président président/NOUN/nsubj>réunis Sow/PROPN/appos>président un/DET/det>chef "
            "chef/NOUN/appos>président Brandt/PROPN/appos>chef et/CCONJ/cc>roi ce/DET/det>roi roi/NOUN/conj>chef "
            "réunis/VERB/root>réunis",
            id="an apposition without a comma",
        ),
        pytest.param(
            "Au/ADP/case>Japon Japon/PROPN/obl:mod>signé ,/PUNCT/punct>signé la/DET/det>Corée Corée/PROPN/nsubj>signé "
            "et/CCONJ/cc>Canada le/DET/det>Canada Canada/PROPN/conj>Corée signé/VERB/root>signé",
            id="a place put first",
        ),
        pytest.param(
            "Japon/PROPN/obl:mod>signé ,/PUNCT/punct>signé la/DET/det>Corée Corée/PROPN/nsubj>signé "
            "signé/VERB/root>signé",
            id="one subject behind a noun",
        ),
        pytest.param(
            "aidé/VERB/root>aidé Tunis/PROPN/obj>aidé et/CCONJ/cc>navire navire/NOUN/conj>Tunis elle/PRON/nsubj>fait "
            "a/AUX/aux:tense>fait fait=faire/VERB/advcl>aidé",
            id="a second clause with its own subject",
        ),
        pytest.param(
            "aidé/VERB/root>aidé Tunis/PROPN/obj>aidé et/CCONJ/cc>navire navire/NOUN/conj>Tunis "
            "arrivé=arriver/VERB/advcl>aidé#VerbForm=Part",
            id="a second participle without auxiliary",
        ),
        pytest.param(
            "Oslo/PROPN/nsubj>vu vu/VERB/root>vu tous/DET/obj>vu des/ADP/case>ports ports/NOUN/nmod>tous",
            id="a part of something else",
        ),
        pytest.param(
            "Oslo/PROPN/nsubj>vu vu/VERB/root>vu à/ADP/case>plusieurs plusieurs/DET/obj>vu des/ADP/case>ports "
            "ports/NOUN/nmod>plusieurs",
            id="several under a preposition",
        ),
    ],
)
def test_rows_that_are_right_stay(tree: str) -> None:
    """What only looks like such a shape is left as the parser gave it."""
    assert changes(mend_rows, tree) == []
