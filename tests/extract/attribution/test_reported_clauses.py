"""What is said ends where the saying goes on, and is found behind addressee, medium and day; sentences of our own."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.extract.attribution.cues import make_cue_table
from dragoman.extract.attribution.reported_clauses import hung, mended
from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.speakers.quotes import find_quotes
from dragoman.kit import Kit
from dragoman.records import Block, Document, DocumentFacts, Links, Sentence


def read(text: str, kit: Kit, language: str) -> tuple[Document, tuple[Sentence, ...]]:
    """Return the document and the sentences of a text that is all body."""
    document = make_document(text, language)
    return document, split_sentences(document, (Block(start=0, end=len(text), kind="body"),), kit)


def said(text: str, kit: Kit, language: str) -> list[tuple[str, str]]:
    """Return source and content of every attribution, as words."""
    document, sentences = read(text, kit, language)
    blocks = (Block(start=0, end=len(text), kind="body"),)
    quotes = find_quotes(document, blocks, sentences, Links(), DocumentFacts(), kit)
    return [
        (text[slice(*q.source)] if q.source else "", " ... ".join(text[start:end] for start, end in q.content)) for q in quotes
    ]


FRENCH = [
    # a clause behind a medium, an addressee, a verb of contenting oneself
    ("Des mutins ont annoncé lundi à la télévision publique qu'ils fermaient l'aéroport.",
     ("Des mutins", "ils fermaient l'aéroport")),
    ("Le préfet a confié à la radio locale qu'il quitterait son poste au printemps.",
     ("Le préfet", "il quitterait son poste au printemps")),
    ("La ministre s'est contentée d'indiquer aux députés que le dossier avançait.",
     ("La ministre", "le dossier avançait")),
    # a second reporting verb is none of the first one's words
    ("Le maire répète que le pont reste ouvert, et ses adjoints jurent que les travaux attendront.",
     ("Le maire", "le pont reste ouvert")),
    ("Le syndicat plaide pour que les usines ferment le dimanche, et demande que l'État paie les heures perdues.",
     ("Le syndicat", "les usines ferment le dimanche")),
    ("Le syndicat plaide pour que les usines ferment le dimanche, et demande que l'État paie les heures perdues.",
     ("Le syndicat", "l'État paie les heures perdues")),
    # what describes the source behind the clause is not said by it
    ("La récolte sera mauvaise, d'après la revue Terres, dont les chiffres viennent des coopératives.",
     ("la revue Terres", "La récolte sera mauvaise")),
    # verbs of two words
    ("Le patron pourrait céder l'usine, croit savoir un délégué.", ("un délégué", "Le patron pourrait céder l'usine")),
    # a clause set in, with its own subject behind it
    ("Ce pont, a souligné la maire, est une chance pour le quartier.",
     ("la maire", "Ce pont ... est une chance pour le quartier")),
    ("« Nous restons », a déclaré le délégué à l'agence du port.", ("le délégué", "Nous restons")),
    ("Lima étudie la carte, a-t-elle dit devant la presse.", ("elle", "Lima étudie la carte")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FRENCH)
def test_french_contents(kit: Kit, text: str, wanted: tuple[str, str]) -> None:
    """A content ends where the saying goes on, and is found behind a medium or addressee."""
    assert wanted in [(source.lstrip("-"), content) for source, content in said(text, kit, "fr")]


ENGLISH = [
    ("She doubts that the guards will leave the mine, and expects the owners to sue.",
     ("She", "the guards will leave the mine")),
    ("He added that the fleet would answer any attack, and made no mention of the port.",
     ("He", "the fleet would answer any attack")),
    # a day is none of what was agreed
    ("The two sides agreed on Sunday in Lima to a truce.", ("The two sides", "a truce")),
    # two verbs under one "that" stay together
    ("He said that the fleet would answer any attack and sink the raiders.",
     ("He", "the fleet would answer any attack and sink the raiders")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ENGLISH)
def test_english_contents(kit: Kit, text: str, wanted: tuple[str, str]) -> None:
    """A verb that no longer fits the clause belongs to the saying."""
    assert wanted in said(text, kit, "en")


def test_relative_clauses_stay_with_their_noun(kit: Kit) -> None:
    """`annoncer une mesure que ...` says no clause: "que" describes the measure."""
    found = said("Le préfet a annoncé une mesure que les maires réclamaient.", kit, "fr")
    assert ("Le préfet", "les maires réclamaient") not in found


def test_sentences_without_a_cue_stay_as_they_are(kit: Kit) -> None:
    """Most sentences are not rebuilt."""
    _, sentences = read("Il pleut sur la ville.", kit, "fr")
    assert mended(sentences[0], kit.compiled(make_cue_table, "fr")) is sentences[0]


def test_no_circle_is_made(kit: Kit) -> None:
    """A word is never hung below one of its own dependents, or on itself."""
    _, sentences = read("The minister said that the port would reopen.", kit, "en")
    sentence = sentences[0]
    said_, port = 2, 5
    assert hung(sentence, {said_: (port, "conj"), port: (port, "obj")}) == sentence


def test_children_follow_the_new_heads(kit: Kit) -> None:
    """A word that hangs anew stands among the dependents of its new governor, and nowhere else."""
    _, sentences = read("The minister said that the port would reopen.", kit, "en")
    changed = hung(sentences[0], {5: (2, "obj")})
    assert 5 in changed.children[2]
    assert all(changed.tokens[child].head == head for head, below in enumerate(changed.children) for child in below)


@pytest.mark.parametrize(
    ("language", "text", "addressee", "medium"),
    [
        ("en", "The mayor told reporters in an interview with the station that the bridge would reopen.", "reporters",
         "an interview with the station"),
        ("en", "The mayor wrote on X that nobody was hurt.", None, "X"),
        ("en", "The mayor said in a letter to the council that he would resign.", None, "a letter to the council"),
        ("fr", "« Nous restons », a-t-il déclaré à l'AFP.", "l'AFP", None),
        ("fr", "« Nous restons », a déclaré le délégué à l'agence du port.", "l'agence du port", None),
        ("fr", "Devant le Parlement, la ministre a déclaré que le pont rouvrirait.", "le Parlement", None),
        ("fr", "La ministre a écrit sur X que le pont rouvrirait.", None, "X"),
        ("fr", "Dans un entretien au Monde, la ministre a affirmé que le pont rouvrirait.", None, "un entretien au Monde"),
        ("fr", "Interrogée par un quotidien, la ministre a dit que le pont rouvrirait.", "un quotidien", None),
    ],
)  # fmt: skip
def test_addressee_and_medium(kit: Kit, language: str, text: str, addressee: str | None, medium: str | None) -> None:
    """To whom and through what something is said stands with the statement."""
    document, sentences = read(text, kit, language)
    blocks = (Block(start=0, end=len(text), kind="body"),)
    quotes = find_quotes(document, blocks, sentences, Links(), DocumentFacts(), kit)
    found = [(text[slice(*q.addressee)] if q.addressee else None, text[slice(*q.medium)] if q.medium else None) for q in quotes]
    assert (addressee, medium) in found


APART = [
    ("en", "Biden insisted the summit was open, though a senior official conceded that nobody came.",
     ("Biden", "the summit was open")),
    ("en", "Germany announced that it will intervene on that side, a decision that Namibia deplored.",
     ("Germany", "it will intervene on that side")),
    ("en", "He said that the islands were Russian, and dismissed the claims of Tokyo.", ("He", "the claims of Tokyo")),
    ("en", "I have heard the envoy say that Europe must grow up.", ("the envoy", "Europe must grow up")),
    ("en", "Two members, both of whom opposed the deal, left.", ("both of whom", "the deal")),
    ("en", "The department, whose spokesman Ned Price said it would change nothing, was silent.",
     ("whose spokesman Ned Price", "it would change nothing")),
    ("en", "Cruz is the only one here to have pledged to visit every county.", ("Cruz", "to visit every county")),
    ("fr", "La Pologne va fermer deux consulats russes, a annoncé son ministre des Affaires étrangères.",
     ("son ministre des Affaires étrangères", "La Pologne va fermer deux consulats russes")),
    ("fr", "Le conflit, disent les habitants, n'a jamais cessé.", ("les habitants", "Le conflit ... n'a jamais cessé")),
    ("fr", "Volodymyr Zelensky l'a remercié, tout en demandant des avions.", ("Volodymyr Zelensky", "des avions")),
    ("fr", "« Il est crucial pour nous de démontrer cela », a tempêté la ministre.",
     ("la ministre", "Il est crucial pour nous de démontrer cela")),
    ("fr", "Le ministre Mateusz Morawiecki a haussé les épaules : « Nous ne livrons plus d'armes à personne. »",
     ("Le ministre Mateusz Morawiecki", "Nous ne livrons plus d'armes à personne.")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "pair"), APART)
def test_what_others_say_beside_a_content_is_told_apart(language: str, text: str, pair: tuple[str, str], kit: Kit) -> None:
    """Whoever speaks beside, behind or between what somebody else says has words of their own, and those only."""
    assert pair in said(text, kit, language)
