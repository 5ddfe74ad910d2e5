"""Which cue words in their place report something, on sentences of our own."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.extract.attribution.cue_decision import reports
from dragoman.extract.attribution.cues import make_cue_table
from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.speakers.quotes import find_drafts, find_quotes, read_page
from dragoman.kit import Kit
from dragoman.models.logistic import CUES, load_weights
from dragoman.records import Block, DocumentFacts, Links


def cues(text: str, kit: Kit, language: str) -> list[str]:
    """Return the cue words of the attributions of a text."""
    document = make_document(text, language)
    blocks = (Block(start=0, end=len(text), kind="body"),)
    sentences = split_sentences(document, blocks, kit)
    return [q.cue_lemma for q in find_quotes(document, blocks, sentences, Links(), DocumentFacts(), kit)]


@pytest.mark.parametrize(
    ("language", "idle", "telling", "cue"),
    [
        ("en", "The matter was not mentioned at lunch.", "The envoy mentioned a list of missing ships.", "mention"),
        ("en", "The topic was discussed.", "The ministers discussed the fate of the lost convoy.", "discuss"),
        ("fr", "Le dossier n'a pas été évoqué.", "La députée a évoqué une liste de trente navires disparus.", "évoquer"),
        ("fr", "Le village le réclame.", "Le village réclame que la route soit rouverte.", "réclamer"),
    ],
)
def test_a_cue_that_tells_nothing_is_dropped(kit: Kit, language: str, idle: str, telling: str, cue: str) -> None:
    """The same word reports where somebody says something of substance, and not where nobody does."""
    assert cue in cues(telling, kit, language)
    assert cue not in cues(idle, kit, language)


def test_quotations_are_not_decided_about(kit: Kit) -> None:
    """What stands in quotation marks beside its cue is kept whatever the weights say."""
    text = "“We stay,” she said."
    document = make_document(text, "en")
    blocks = (Block(start=0, end=len(text), kind="body"),)
    sentences = split_sentences(document, blocks, kit)
    page = read_page(document, blocks, sentences, kit.compiled(make_cue_table, "en"))
    drafts = find_drafts(page, {"always": -50.0})
    assert [draft.rule for draft in drafts] == ["quotation"]
    assert reports(page, drafts[0], False, {"always": -50.0})


def test_weights_are_finite_and_named_once(kit: Kit) -> None:
    """The table has a constant and no weight beyond what few cases can teach."""
    weights = kit.compiled(load_weights, CUES)
    assert "always" in weights
    assert all(abs(weight) < 3 for weight in weights.values())
