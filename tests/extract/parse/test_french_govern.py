"""Repairs of what a verb governs in a French parse."""

from __future__ import annotations

from functools import partial

import pytest

from dragoman.extract.parse.french_forms import compile_verb_forms
from dragoman.extract.parse.french_govern import mend_government
from dragoman.kit import Kit
from extract.parse.trees import changes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "Oslo/PROPN/nsubj>aidé aidé/VERB/root>aidé Accra/PROPN/obj>aidé en/ADP/mark>envoyant "
            "envoyant=envoyer/VERB/acl>Accra",
            "envoyant/VERB/advcl>aidé",
            id="a gerund under an object",
        ),
        pytest.param(
            "Lima/PROPN/nsubj>critiqué critiqué/VERB/root>critiqué vote/NOUN/obj>critiqué ,/PUNCT/punct>reprochant "
            "reprochant=reprocher/VERB/acl>vote",
            "reprochant/VERB/advcl>critiqué",
            id="a participle of speech behind a comma",
        ),
        pytest.param(
            "voté/VERB/root>voté résolution/NOUN/obj>voté la/DET/det>sommant sommant=sommer/VERB/acl>résolution",
            "la/PRON/obj>sommant",
            id="a pronoun before a participle",
        ),
        pytest.param(
            "voté/VERB/root>voté résolution/NOUN/nmod>voté la/DET/det>sommant sommant=sommer/VERB/obj>voté",
            "la/PRON/obj>sommant sommant/VERB/acl>résolution",
            id="a participle with a pronoun taken for the object",
        ),
        pytest.param(
            "jugé=juger/VERB/root>jugé menace/NOUN/obj>jugé «/PUNCT/punct>vaine vaine/ADJ/acl>menace "
            "»/PUNCT/punct>vaine",
            "vaine/ADJ/xcomp>jugé",
            id="a judgement in quotes",
        ),
        pytest.param(
            "Dans/ADP/case>Sinaï Sinaï/PROPN/nsubj>pris ,/PUNCT/punct>Sinaï colonnes/NOUN/appos>Sinaï "
            "armées/VERB/acl>Sinaï ont/AUX/aux:tense>pris pris/VERB/root>pris",
            "Sinaï/PROPN/obl:mod>pris colonnes/NOUN/nsubj>pris armées/VERB/acl>colonnes",
            id="a place put first taken for the subject",
        ),
        pytest.param(
            "mis=mettre/VERB/root>mis en/ADP/case>garde garde/NOUN/obl:arg>mis Rome/PROPN/nmod>garde et/CCONJ/cc>Oslo "
            "Oslo/PROPN/conj>garde",
            "Rome/PROPN/obj>mis Oslo/PROPN/conj>Rome",
            id="whom one warns",
        ),
        pytest.param(
            "drones/NOUN/nsubj>partis partis/NOUN/nsubj>frappé d'/ADP/case>Iran Iran/PROPN/nmod>partis "
            "ont/AUX/aux:tense>frappé frappé/VERB/root>frappé",
            "drones/NOUN/nsubj>frappé partis/VERB/acl>drones Iran/PROPN/obl:arg>partis",
            id="left for elsewhere taken for parties",
        ),
        pytest.param(
            "Ghana/PROPN/nsubj>exige exige/VERB/root>exige du/ADP/case>Togo Togo/PROPN/obl:arg>exige "
            "qu'/SCONJ/mark>libère il/PRON/nsubj>libère libère/VERB/acl>Togo",
            "libère/VERB/ccomp>exige",
            id="what is demanded of somebody",
        ),
        pytest.param(
            "encouragé=encourager/VERB/root>encouragé Togo/PROPN/obj>encouragé à/ADP/mark>négocier "
            "négocier/VERB/acl>Togo#VerbForm=Inf",
            "négocier/VERB/xcomp>encouragé",
            id="an infinitive of whoever is moved to it",
        ),
        pytest.param(
            "rejeté/VERB/root>rejeté plan/NOUN/obj>rejeté se/PRON/expl:comp>prêt disant=dire/VERB/aux:tense>prêt "
            "prêt/ADJ/conj>rejeté",
            "se/PRON/expl:comp>disant disant/VERB/advcl>rejeté prêt/ADJ/xcomp>disant",
            id="saying oneself ready",
        ),
        pytest.param(
            "salué/VERB/root>salué et/CCONJ/cc>offert lui/PRON/nsubj>offert a/AUX/aux:tense>offert "
            "offert/VERB/conj>salué",
            "lui/PRON/iobj>offert",
            id="whom it is done to taken for who does it",
        ),
        pytest.param(
            "lancé/VERB/root>lancé ultimatum/NOUN/obj>lancé à/ADP/case>Ankara Ankara/PROPN/obl:arg>lancé "
            ",/PUNCT/punct>ignoré qui/PRON/nsubj>ignoré l'/PRON/obj>ignoré ignoré/VERB/acl:relcl>ultimatum",
            "ignoré/VERB/acl:relcl>Ankara",
            id="a clause on a name taken for one on a thing",
        ),
    ],
)
def test_governors_are_mended(before: str, after: str, kit: Kit) -> None:
    """Each shape that grammar rules out becomes what the sentence says."""
    assert changes(partial(mend_government, forms=kit.compiled(compile_verb_forms, "fr")), before) == after.split(" ")


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(
            "Lima/PROPN/nsubj>critiqué critiqué/VERB/root>critiqué vote/NOUN/obj>critiqué ,/PUNCT/punct>coûtant "
            "coûtant=coûter/VERB/acl>vote",
            id="a participle of another verb",
        ),
        pytest.param(
            "rebelles/NOUN/nsubj>fui ,/PUNCT/punct>accusant accusant=accuser/VERB/acl>rebelles ont/AUX/aux:tense>fui "
            "fui/VERB/root>fui",
            id="a participle of speech of the subject",
        ),
        pytest.param(
            "voté/VERB/root>voté la/DET/det>montant montant/NOUN/obj>voté",
            id="an article before a noun in -ant",
        ),
        pytest.param(
            "jugé=juger/VERB/root>jugé menace/NOUN/obj>jugé vaine/ADJ/acl>menace",
            id="an adjective without quotes",
        ),
        pytest.param(
            "lu=lire/VERB/root>lu menace/NOUN/obj>lu «/PUNCT/punct>vaine vaine/ADJ/acl>menace »/PUNCT/punct>vaine",
            id="quotes behind a verb that does not judge",
        ),
        pytest.param(
            "De/ADP/case>renforts renforts/NOUN/nsubj>pris ,/PUNCT/punct>renforts colonnes/NOUN/appos>renforts "
            "ont/AUX/aux:tense>pris pris/VERB/root>pris",
            id="a subject under another preposition",
        ),
        pytest.param(
            "Dans/ADP/case>Sinaï Sinaï/PROPN/nsubj>pris colonnes/NOUN/appos>Sinaï ont/AUX/aux:tense>pris "
            "pris/VERB/root>pris",
            id="an apposition without a comma before it",
        ),
        pytest.param(
            "mis=mettre/VERB/root>mis en/ADP/case>garde garde/NOUN/obl:arg>mis de/ADP/case>Rome Rome/PROPN/nmod>garde",
            id="whose custody",
        ),
        pytest.param(
            "mis=mettre/VERB/root>mis Lima/PROPN/obj>mis en/ADP/case>garde garde/NOUN/obl:arg>mis Rome/PROPN/nmod>garde",
            id="another warned already",
        ),
        pytest.param(
            "mis=mettre/VERB/root>mis en/ADP/case>scène scène/NOUN/obl:arg>mis Rome/PROPN/nmod>scène",
            id="a noun that is no fixed phrase",
        ),
        pytest.param(
            "chefs/NOUN/nsubj>frappé des/DET/det>partis partis/NOUN/nmod>chefs de/ADP/case>Rome Rome/PROPN/nmod>partis "
            "frappé/VERB/root>frappé",
            id="parties with their article",
        ),
        pytest.param(
            "drones/NOUN/nsubj>frappé partis/NOUN/nmod>drones hier/ADV/advmod>frappé frappé/VERB/root>frappé",
            id="parties of nothing",
        ),
        pytest.param(
            "exige/VERB/root>exige du/ADP/case>fait fait/NOUN/obl:arg>exige que/SCONJ/mark>libère "
            "Oslo/PROPN/nsubj>libère libère/VERB/acl>fait",
            id="what is said of a noun",
        ),
        pytest.param(
            "proposé=proposer/VERB/root>proposé plan/NOUN/obj>proposé à/ADP/mark>négocier "
            "négocier/VERB/acl>plan#VerbForm=Inf",
            id="an infinitive of the plan",
        ),
        pytest.param(
            "rejeté=rejeter/VERB/root>rejeté Togo/PROPN/obj>rejeté à/ADP/mark>négocier "
            "négocier/VERB/acl>Togo#VerbForm=Inf",
            id="an infinitive under a verb that moves nobody",
        ),
        pytest.param(
            "encouragé=encourager/VERB/root>encouragé Togo/PROPN/obj>encouragé négocier/VERB/acl>Togo#VerbForm=Inf",
            id="an infinitive without a preposition",
        ),
        pytest.param(
            "rejeté/VERB/root>rejeté étant=être/AUX/cop>prêt prêt/ADJ/conj>rejeté",
            id="being ready",
        ),
        pytest.param(
            "Lima/PROPN/obl:mod>offert ,/PUNCT/punct>offert lui/PRON/nsubj>offert a/AUX/aux:tense>offert "
            "offert/VERB/root>offert",
            id="a pronoun set off by a comma",
        ),
        pytest.param(
            "lancé/VERB/root>lancé ultimatum/NOUN/obj>lancé à/ADP/case>Ankara Ankara/PROPN/obl:arg>lancé "
            ",/PUNCT/punct>expire qui/PRON/nsubj>expire expire/VERB/acl:relcl>ultimatum",
            id="a clause without an object pronoun",
        ),
    ],
)
def test_governors_that_are_right_stay(tree: str, kit: Kit) -> None:
    """What only looks like such a shape is left as the parser gave it."""
    assert changes(partial(mend_government, forms=kit.compiled(compile_verb_forms, "fr")), tree) == []
