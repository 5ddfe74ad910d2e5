"""Which nouns are somebody who can speak, and which verbs tell what is said; sentences of our own."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.extract.attribution.cues import make_cue_table
from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.parse.tree import has_label
from dragoman.kit import Kit
from dragoman.records import Block
from extract.speakers.test_quotes import triples
from extract.speakers.test_who_speaks import spoken


def class_of_subject(text: str, kit: Kit, language: str) -> str:
    """Return the class of source that the subject of a sentence is, empty for none."""
    sentence = split_sentences(make_document(text, language), (Block(start=0, end=len(text), kind="body"),), kit)[0]
    subject = next(t for t in sentence.tokens if has_label(t, "nsubj"))
    return make_cue_table(kit, language).sources.get(subject.lemma, "")


NOUNS = [
    ("en", "A smuggler said that the road was open.", "persons"),
    ("en", "Three pensioners said that the bus was late.", "persons"),
    ("en", "Her daughters say that the house is empty.", "persons"),
    ("en", "The nuns told the mayor that the well was dry.", "persons"),
    ("en", "Several dockworkers complained that the crane was broken.", "persons"),
    ("en", "Two passersby said that the window was broken.", "persons"),
    ("en", "An archaeologist thinks that the wall is Roman.", "persons"),
    ("en", "The sceptics doubt that the bridge will hold.", "persons"),
    ("en", "A conscript wrote that the barracks were cold.", "persons"),
    ("en", "The jury found that the driver was asleep.", "organisation"),
    ("en", "The union said that its library would close.", "organisation"),
    # whose people are called after it: "the hydrologist of the University of X Ann Holm" is a person
    ("en", "The university said that its library would close.", ""),
    ("fr", "L'université précise que deux places sont libres.", ""),
    ("en", "The delegates said that the vote was fair.", "participants"),
    ("en", "The indictment says that the money was hidden.", "document"),
    ("en", "The ladder shows that the burglar was tall.", ""),
    ("en", "The rain meant that the match was over.", ""),
    ("en", "The harvest proved that the soil was good.", ""),
    ("fr", "Une retraitée raconte que le bus est en retard.", "persons"),
    ("fr", "Deux passeurs affirment que la piste est ouverte.", "persons"),
    ("fr", "Les éleveurs disent que le puits est à sec.", "persons"),
    ("fr", "Ses cousines disent que la maison est vide.", "persons"),
    ("fr", "Un moine raconte que la cloche est fêlée.", "persons"),
    ("fr", "Plusieurs réservistes racontent que la caserne est froide.", "persons"),
    ("fr", "Une climatologue explique que la mer monte.", "persons"),
    ("fr", "Les grévistes disent que la grue est cassée.", "persons"),
    ("fr", "Un homme affirme que la porte était ouverte.", "persons"),
    ("fr", "Ses collègues disent que le dossier est perdu.", "participants"),
    ("fr", "La municipalité assure que le pont tiendra.", "organisation"),
    ("fr", "La confédération précise que deux places sont libres.", "organisation"),
    ("fr", "Le jugement dit que l'argent fut caché.", "document"),
    ("fr", "La pluie signifie que le match est fini.", ""),
    ("fr", "La récolte prouve que le sol est bon.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind"), NOUNS)
def test_a_noun_of_persons_or_bodies_is_a_source_and_one_of_things_is_none(
    language: str, text: str, kind: str, kit: Kit
) -> None:
    """The lemma that the parser gives the subject is in the table for those who speak, and only for them."""
    assert class_of_subject(text, kit, language) == kind


VERBS = [
    ("en", "The minister put the number of dead at forty.", ("put", "the number of dead")),
    ("en", "The minister put the glass on the table.", None),
    ("en", "The envoy fears for the harbour.", ("fears", "the harbour")),
    ("en", "The minister made known that the port would close.", ("made", "the port would close")),
    ("en", "The minister made a table for the port.", None),
    ("en", "The envoy precised that the port would close.", ("precised", "the port would close")),
    ("en", "“We were never asked,” slips a diplomat.", ("slips", "We were never asked")),
    ("en", "A diplomat slips on the wet stairs.", None),
    ("en", "“Nobody asked us,” snapped the minister.", ("snapped", "Nobody asked us")),
    ("en", "The branch snapped in the storm.", None),
    ("en", "The minister recognised serious shortcomings in the port.", ("recognised", "shortcomings")),
    ("en", "The minister recognised the new state.", None),
    ("fr", "La ministre s'agace que le port soit fermé.", ("agace", "le port soit fermé")),
    ("fr", "Le maire peste contre la fermeture du port.", ("peste", "la fermeture du port")),
    ("fr", "Le maire reconnaît des erreurs dans ce dossier.", ("reconnaît", "erreurs")),
    ("fr", "Le maire reconnaît son chapeau dans la vitrine.", None),
    ("fr", "« On nous a oubliés », sourit un éleveur.", ("sourit", "On nous a oubliés")),
    ("fr", "Un éleveur sourit à son chien.", None),
    ("fr", "Les experts évaluent le nombre de victimes.", ("évaluent", "le nombre de victimes")),
    ("fr", "La ministre crie que le port est fermé.", ("crie", "le port est fermé")),
    ("fr", "Le gardien hurle de douleur.", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), VERBS)
def test_a_verb_tells_something_only_with_what_it_takes(
    language: str, text: str, wanted: tuple[str, str] | None, kit: Kit
) -> None:
    """With its own object, preposition or quotation it is a cue; in its other sense it tells nothing."""
    found = triples(text, kit, language)
    if wanted is None:
        assert not found
    else:
        assert any(cue.endswith(wanted[0]) and wanted[1] in content for _, cue, content in found), found


def test_a_name_beside_a_new_noun_of_persons_is_who_speaks(kit: Kit) -> None:
    """A noun taken up by itself is whoever it was said of."""
    text = "The smuggler, Tarvo Belik, left the town. The smuggler said that the road was open."
    assert spoken(text, kit)["said"] == "Tarvo Belik"
    text = "L'archéologue Tarvo Belik a quitté la ville. L'archéologue affirme que le mur est romain."
    assert spoken(text, kit, "fr")["affirme"] == "Tarvo Belik"


def test_those_who_have_views_open_a_french_sentence(kit: Kit) -> None:
    """`Pour les éleveurs, ...` is a view; `Pour la récolte, ...` is none, nor is `Pour les enfants`, for whom something is."""
    assert triples("Pour les éleveurs, la loi est mauvaise.", kit, "fr")
    assert not triples("Pour la récolte, la loi est mauvaise.", kit, "fr")
    assert not triples("Pour les enfants, l'entrée est gratuite.", kit, "fr")
