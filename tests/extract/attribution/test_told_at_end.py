"""Who tells the clause before a verb of saying, and where such a verb is one more act of the subject; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.attribution.test_reported_clauses import said


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("L'Union africaine enverra des observateurs, a promis mercredi soir à la presse le président de la Commission.",
         "le président de la Commission", "L'Union africaine enverra des observateurs"),
        ("Le dialogue reprendra, a indiqué à l'issue de la rencontre le médiateur togolais.", "le médiateur togolais",
         "Le dialogue reprendra"),
        ("Le pont rouvrira en mai, a annoncé lundi le ministère et la mairie.", "le ministère et la mairie",
         "Le pont rouvrira en mai"),
        ("Le blocus sera levé, ont annoncé conjointement les deux capitales.", "les deux capitales", "Le blocus sera levé"),
        ("La mission partira vendredi, a décidé le conseil des ministres.", "le conseil des ministres",
         "La mission partira vendredi"),
    ],
)  # fmt: skip
def test_somebody_behind_the_verb_tells_what_stands_before(text: str, source: str, content: str, kit: Kit) -> None:
    """Days, places, papers and who was told may stand between a verb and its subject."""
    assert (source, content) in said(text, kit, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "La Chine a rappelé son envoyé, a dénoncé un complot et a fermé deux consulats.",
        "Le ministre a reçu l'ambassadeur, a salué les progrès du chantier et a quitté la salle.",
        "Le Tchad a fermé sa frontière, a salué le geste du Niger et a expulsé trois diplomates.",
        "Le ministre a reçu l'envoyé, a rappelé la position de Paris.",
    ],
)
def test_a_thing_behind_one_of_several_acts_tells_nothing(text: str, kit: Kit) -> None:
    """What somebody denounces, hails or recalls is no speaker, and what was done before is not told by it."""
    opening = text[: text.index(",")]
    assert all(source in ("", *opening.split(" a ")[:1]) and content != opening for source, content in said(text, kit, "fr"))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("La guerre est finie, a déclaré lundi le général, et a promis une amnistie.", "le général"),
        ("Le ministre a reçu l'envoyé, a indiqué que le port rouvrirait.", "Le ministre"),
        ("Paris a dit vouloir négocier, a répété le ministre.", "le ministre"),
    ],
)
def test_what_a_verb_has_of_its_own_stays(text: str, source: str, kit: Kit) -> None:
    """A clause with "que" behind the verb is what it tells; a clause that tells may itself be told."""
    assert source in [each for each, _ in said(text, kit, "fr")]
