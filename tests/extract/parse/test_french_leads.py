"""Repairs of which word leads a clause of a French parse."""

from __future__ import annotations

import pytest

from dragoman.extract.parse.french_leads import mend_leads
from extract.parse.trees import changes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "Oslo/PROPN/nsubj>inspecte inspecte/VERB/root>inspecte des/DET/det>chars chars/NOUN/obj>inspecte "
            "biélorusses=biélorusser/AUX/cop>inspecte",
            "biélorusses/ADJ/amod>chars",
            id="an adjective taken for an auxiliary",
        ),
        pytest.param(
            "Bamako/PROPN/nsubj>condamnés les/DET/obj>condamnés avait=avoir/AUX/aux:tense>condamnés "
            "condamnés=condamner/VERB/root>condamnés",
            "les/PRON/obj>condamnés",
            id="a pronoun taken for an article",
        ),
        pytest.param(
            "Ils/PRON/nsubj>fait ont=avoir/AUX/aux:tense>fait fait=faire/VERB/dep>irruption "
            "irruption/NOUN/root>irruption à/ADP/case>Lima Lima/PROPN/obl:mod>irruption",
            "fait/VERB/root>fait irruption/NOUN/obj>fait Lima/PROPN/obl:mod>fait",
            id="a light verb under its noun",
        ),
        pytest.param(
            "dit/VERB/root>dit ils/PRON/nsubj>fait fait=faire/VERB/dep>irruption irruption/NOUN/ccomp>dit",
            "fait/VERB/ccomp>dit irruption/NOUN/obj>fait",
            id="a light verb under a noun within the sentence",
        ),
        pytest.param(
            "Accra/PROPN/nsubj>a a=avoir/VERB/root>a pour/ADP/case>part part/NOUN/obl:mod>a "
            "proposé=proposer/VERB/acl>part#Tense=Past|VerbForm=Part d'/ADP/mark>aider aider/VERB/acl>part",
            "Accra/PROPN/nsubj>proposé a/AUX/aux:tense>proposé part/NOUN/obl:mod>proposé proposé/VERB/root>proposé "
            "aider/VERB/xcomp>proposé",
            id="a perfect parted by a circumstance",
        ),
        pytest.param(
            "Oslo/PROPN/root>Oslo dément=démentir/VERB/acl>Oslo#VerbForm=Fin ces/DET/det>propos propos/NOUN/obj>dément "
            "./PUNCT/punct>Oslo",
            "Oslo/PROPN/nsubj>dément dément/VERB/root>dément ./PUNCT/punct>dément",
            id="a name taken for what a clause describes",
        ),
        pytest.param(
            "ministre/NOUN/nsubj>arrivé ,/PUNCT/punct>arrivé arrivé=arriver/VERB/root>arrivé#VerbForm=Part "
            "à/ADP/case>Lima Lima/PROPN/obl:arg>arrivé ,/PUNCT/punct>arrivé a=avoir/AUX/aux:tense>protesté "
            "protesté=protester/VERB/advcl>arrivé ./PUNCT/punct>arrivé",
            "ministre/NOUN/nsubj>protesté arrivé/VERB/acl>ministre protesté/VERB/root>protesté ./PUNCT/punct>protesté",
            id="an aside taken for the sentence",
        ),
    ],
)
def test_leads_are_mended(before: str, after: str) -> None:
    """Each shape that grammar rules out becomes what the sentence says."""
    assert changes(mend_leads, before) == after.split(" ")


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(
            "chef/NOUN/root>chef es=être/AUX/cop>chef",
            id="a form of être is no adjective",
        ),
        pytest.param(
            "rebelles/NOUN/nsubj>prennent prends=prendre/AUX/dep>prennent Ariel/PROPN/obj>prends "
            "prennent/VERB/root>prennent",
            id="no adjective with an object",
        ),
        pytest.param(
            "les/DET/det>juges juges/NOUN/nsubj>partent partent/VERB/root>partent",
            id="an article before its noun",
        ),
        pytest.param(
            "les/DET/obj>juges juges/NOUN/root>juges",
            id="an object before no verb",
        ),
        pytest.param(
            "Ils/PRON/nsubj>voit voit=voir/VERB/dep>irruption irruption/NOUN/root>irruption",
            id="another verb than faire",
        ),
        pytest.param(
            "fait=faire/VERB/dep>irruption irruption/NOUN/root>irruption",
            id="faire without a subject",
        ),
        pytest.param(
            "Accra/PROPN/nsubj>a a=avoir/VERB/root>a foi/NOUN/obj>a en/ADP/case>accord accord/NOUN/obl:arg>a "
            "proposé=proposer/VERB/acl>accord#Tense=Past|VerbForm=Part",
            id="avoir with its own object",
        ),
        pytest.param(
            "Accra/PROPN/nsubj>a a=avoir/VERB/root>a droit/NOUN/obl:arg>a x/ADV/advmod>a y/ADV/advmod>a z/ADV/advmod>a "
            "u/ADV/advmod>a v/ADV/advmod>a w/ADV/advmod>a signé=signer/VERB/acl>droit#Tense=Past|VerbForm=Part",
            id="a participle too far from avoir",
        ),
        pytest.param(
            "Réunion/NOUN/root>Réunion prévue=prévoir/VERB/acl>Réunion#VerbForm=Part lundi/NOUN/obl:mod>prévue",
            id="a noun that a participle describes",
        ),
        pytest.param(
            "Oslo/PROPN/root>Oslo dément=démentir/VERB/acl>Oslo#VerbForm=Fin un/DET/det>Oslo",
            id="a noun with its article",
        ),
        pytest.param(
            "Oslo/PROPN/root>Oslo hier/NOUN/obl:mod>dément dément=démentir/VERB/acl>Oslo#VerbForm=Fin",
            id="a noun between the name and the verb",
        ),
        pytest.param(
            "ministre/NOUN/nsubj>arrivé ,/PUNCT/punct>arrivé arrivé=arriver/VERB/root>arrivé#VerbForm=Part "
            ",/PUNCT/punct>arrivé quand/SCONJ/mark>protesté a=avoir/AUX/aux:tense>protesté "
            "protesté=protester/VERB/advcl>arrivé",
            id="a clause of time is no sentence of its own",
        ),
        pytest.param(
            "ministre/NOUN/nsubj>arrivé ,/PUNCT/punct>arrivé arrivé=arriver/VERB/root>arrivé#VerbForm=Part "
            "tôt/ADV/advmod>arrivé a=avoir/AUX/aux:tense>protesté protesté=protester/VERB/advcl>arrivé",
            id="no comma before the second verb",
        ),
    ],
)
def test_leads_that_are_right_stay(tree: str) -> None:
    """What only looks like such a shape is left as the parser gave it."""
    assert changes(mend_leads, tree) == []
