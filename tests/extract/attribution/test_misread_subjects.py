"""Whose words they are where small parsers misread the English subject; sentences of our own."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.speakers.quotes import find_quotes
from dragoman.kit import Kit
from dragoman.records import Block, DocumentFacts, Links
from extract.speakers.test_quotes import statements


def sources(text: str, kit: Kit) -> dict[str, str]:
    """Return the words of the source of every attribution, by its cue."""
    document = make_document(text, "en")
    blocks = (Block(start=0, end=len(text), kind="body"),)
    quotes = find_quotes(document, blocks, split_sentences(document, blocks, kit), Links(), DocumentFacts(), kit)
    return {text[slice(*q.cue)].rsplit(maxsplit=1)[-1]: text[slice(*q.source)] if q.source else "" for q in quotes if q.cue}


RIGHT = [
    ("With ten days until the vote, Ann Lee, an adviser to the campaign, called the speech a warning.", "called", "Ann Lee"),
    ("The minister shrugged, reminding the guests: “We never signed the paper.”", "reminding", "The minister"),
]


@pytest.mark.parametrize(("text", "cue", "wanted"), RIGHT)
def test_the_speaker_is_found_where_the_parser_errs(text: str, cue: str, wanted: str, kit: Kit) -> None:
    """The source is who speaks, not the noun on which the parser hangs the verb."""
    found = sources(text, kit)
    assert found.get(cue, "").startswith(wanted), found


NOBODY = [
    ("Shares fell on Monday amid growing fears that the bank would fail.", "fears"),
    ("The port closed after reports of an explosion.", "reports"),
    ("The plan seems to be a mistake.", "seems"),
]


@pytest.mark.parametrize(("text", "cue"), NOBODY)
def test_what_others_fear_or_think_is_not_said_by_the_subject(text: str, cue: str, kit: Kit) -> None:
    """Fears amid which shares fall are no fears of the shares, and what seems so seems so to others."""
    assert not sources(text, kit).get(cue)


PLAIN = [
    ("In May the ministry said that the port would close.", "said", "the ministry"),
    ("The deputies know that the dam will hold.", "know", "The deputies"),
    ("The minister voiced fears that the bank would fail.", "fears", "The minister"),
]


@pytest.mark.parametrize(("text", "cue", "wanted"), PLAIN)
def test_plain_subjects_stay(text: str, cue: str, wanted: str, kit: Kit) -> None:
    """Where the parser is right nothing changes."""
    found = sources(text, kit)
    assert found.get(cue, "").startswith(wanted), found


def test_words_that_fill_a_pause_are_no_cue(kit: Kit) -> None:
    """`You know, ...` says nothing; `you know that ...` does."""
    assert "know" not in sources("“You know, the port was always closed,” the minister said.", kit)


def test_what_a_deputy_says_beside_introduces_no_quotation_behind_the_full_stop(kit: Kit) -> None:
    """A quotation that goes on behind its cue is not said by who "also spoke" in a relative clause."""
    text = "“We stay,” the minister said in Oslo, where the mayor also spoke. “Nothing will move us from here.”"
    assert "spoke" not in sources(text, kit)


def test_who_is_asked_is_not_asking(kit: Kit) -> None:
    """`When asked about it` is no cue of the quotation before it."""
    text = "The minister praised the plan -- “It makes us strong” -- and, when questioned, “We need it.”"
    assert "questioned" not in sources(text, kit)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le Brésil, principal client de la Bolivie, a dénoncé un geste inamical.", "Brazil"),
        ("Viginia, le service français chargé des ports, a affirmé que la digue tiendrait.", "Viginia"),
        ("Le Portugal, ancienne puissance coloniale, et le Brésil ont demandé une trêve.", "Portugal; Brazil"),
        ("À Lima, le ministre, un ancien juge, a promis un vote.", "ministre"),
        ("L'opposition de Santa Cruz craint que les juges ne partent.", "opposition de Santa Cruz"),
        ("Le maire de San Pedro affirme que la route est coupée.", "maire de San Pedro"),
    ],
)  # fmt: skip
def test_what_stands_between_commas_behind_a_french_name_describes_it(text: str, name: str, kit: Kit) -> None:
    """A name that opens a sentence speaks, not its description; a place behind a preposition does not, and names stay whole."""
    _, found = statements(text, kit, "fr")
    assert [s.speaker_name for s in found] == [name]
