"""Blocks: which lines of a page are the article, whatever outlet it is from."""

from __future__ import annotations

import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.evaluate.blocks import evaluate
from dragoman.intake.blocks import body_spans, find_blocks
from dragoman.kit import Kit
from dragoman.records import Document

LEAD = "The foreign ministers of Norway and Chile signed a fisheries accord in Oslo on Monday after two years of talks."
SECOND = "The accord lets vessels of both countries land their catch in the ports of the other, officials said."
THIRD = "Parliaments in both capitals still have to approve the text, which they are expected to do before the summer."


def make_document(text: str, language: str = "en", **fields: str) -> Document:
    """Return a document of our own text, as intake would give it."""
    return Document(id="0" * 64, text=text, path="test.txt", language=language, **fields)


def kinds(text: str, kit: Kit, language: str = "en", **fields: str) -> list[tuple[str, str]]:
    """Return kind and text of each block."""
    document = make_document(text, language, **fields)
    return [(block.kind, text[block.start : block.end]) for block in find_blocks(document, kit)]


def body(text: str, kit: Kit) -> str:
    """Return the text that is taken for the article."""
    document = make_document(text)
    return "|".join(text[start:end] for start, end in body_spans(find_blocks(document, kit), text))


@pytest.mark.parametrize("text", [LEAD, "Norway and Chile sign fisheries accord", "Talks failed.", "Oslo"])
def test_a_single_line_is_body(kit: Kit, text: str) -> None:
    """A text of one paragraph or one sentence is body, never a headline."""
    assert [kind for kind, _ in kinds(text, kit)] == ["body"]


def test_page_with_everything_around_the_article(kit: Kit) -> None:
    """Headline, byline, date, caption, credit, widgets and related links are told from the article."""
    text = "\n\n".join(
        [
            "Nordic Ledger",
            "Norway and Chile settle their quarrel over fish",
            "By Anna Lind",
            "5 October 2021",
            LEAD,
            "Photo: Per Holm / Nordic Ledger",
            "Advertisement",
            SECOND,
            "What comes next",
            THIRD,
            "Read more: Five facts about cod",
            "Sign up for our weekly newsletter",
            "More Stories",
            "Cod prices rise for the third month",
            "Share  Tweet  Email",
            "© 2021 Nordic Ledger. All rights reserved.",
        ]
    )
    assert [kind for kind, _ in kinds(text, kit)] == [
        "furniture", "headline", "byline", "dateline", "body", "credit", "furniture", "body", "subhead", "body",
        "furniture", "furniture", "furniture", "furniture", "furniture", "furniture",
    ]  # fmt: skip
    assert body(text, kit).replace("\n\n", " ") == f"{LEAD}|{SECOND} What comes next {THIRD}"


def test_french_page(kit: Kit) -> None:
    """The same holds for a French page."""
    lead = "Les ministres des Affaires étrangères de la Norvège et du Chili ont signé lundi à Oslo un accord sur la pêche."
    text = "\n".join(
        [
            "La Norvège et le Chili règlent leur différend",
            "Par Anne Lindet",
            "Publié le 5 octobre 2021 à 10h30",
            lead,
            "À lire aussi : cinq choses à savoir sur le cabillaud",
            "« C'est un grand jour pour nos pêcheurs », a déclaré le ministre norvégien lors d'une conférence de presse.",
            "Laisser un commentaire",
            "Votre adresse e-mail ne sera pas publiée.",
        ]
    )
    assert [kind for kind, _ in kinds(text, kit, "fr")] == [
        "headline", "byline", "dateline", "body", "furniture", "body", "furniture", "furniture",
    ]  # fmt: skip


def test_everything_below_a_comment_box_is_furniture(kit: Kit) -> None:
    """Sentences of readers below the article are not the article, long as they may be."""
    comment = "I have fished these waters for thirty years and nobody in the capital has ever asked me what I think of it."
    text = "\n\n".join([LEAD, SECOND, THIRD, "Leave a Reply", comment])
    assert body(text, kit).endswith("before the summer.")


def test_a_heading_of_links_inside_the_article_does_not_end_it(kit: Kit) -> None:
    """After a box of related links in the upper half, the article goes on."""
    text = "\n\n".join([LEAD, "Related stories", "Cod prices rise again", SECOND, THIRD, THIRD + " They may.", SECOND])
    assert "Cod prices" not in body(text, kit)
    assert body(text, kit).count(SECOND) == 2


def test_bullets_with_a_credit_are_a_picture(kit: Kit) -> None:
    """A run of bullets that holds a photo credit is a caption and its credit; a list that a colon announces is text."""
    text = "\n".join([LEAD, "• The two ministers on the quay at Oslo", "• Nordic Pictures", "• © Per Holm", SECOND])
    assert [kind for kind, _ in kinds(text, kit)] == ["body", "caption", "credit", "credit", "body"]
    listed = "\n".join([LEAD, "The accord has two parts:", "• Landing rights", "• Shared patrols", SECOND])
    assert {kind for kind, _ in kinds(listed, kit)} == {"body"}


def test_fragments_after_the_article_are_a_self_description(kit: Kit) -> None:
    """A closing paragraph of fragments is an author's note, not text."""
    text = "\n".join([LEAD, SECOND, "Traveller. Coffee lover. Amateur cook. Dreamer at heart. Friend of cats."])
    assert kinds(text, kit)[-1][0] == "furniture"


def test_note_on_the_author_of_the_byline(kit: Kit) -> None:
    """A closing line about the person in the byline is furniture."""
    text = "\n".join(["Why the cod quarrel matters", "By Anna Lind", LEAD, SECOND, "Anna Lind advises shipping firms."])
    assert kinds(text, kit)[-1][0] == "furniture"


def test_opening_dateline_is_a_block_of_its_own(kit: Kit) -> None:
    """Place, date and agency before the first sentence are marked apart from it."""
    text = f"OSLO, Oct 5, 2021 (Nordwire) - {LEAD}\n\n{SECOND}"
    assert kinds(text, kit)[:2] == [("dateline", "OSLO, Oct 5, 2021 (Nordwire) -"), ("body", LEAD)]


def test_declared_title_is_the_headline(kit: Kit) -> None:
    """A line that equals the declared title is the headline, whatever stands around it."""
    text = f"Fish\nCod war ends\nA long line about nothing that stands before the text and is no title at all\n{LEAD}"
    marked = {line: kind for kind, line in kinds(text, kit, declared_title="Cod War Ends")}
    assert marked["Cod war ends"] == "headline"


def test_short_closing_sentences_stay(kit: Kit) -> None:
    """A short last sentence belongs to the article."""
    assert body("\n".join([LEAD, SECOND, '"We will see," he said.']), kit).endswith("he said.")


def test_hard_wrapped_paragraphs_are_one_block(kit: Kit) -> None:
    """Lines broken at a fixed width are one paragraph."""
    text = (
        "The foreign ministers of the two northern countries signed an agreement\n"
        "on fisheries in the capital on Monday, after talks which had lasted for\n"
        "more than two years and had twice been broken off in anger.\n\n" + SECOND
    )
    assert [kind for kind, _ in kinds(text, kit)] == ["body", "body"]


_PARAGRAPHS = (
    "The foreign minister of Chile, Ana Soto, on Tuesday accused neighbouring Peru of sending fishing boats into Chilean "
    "waters without permission and said the government in Santiago would expel two Peruvian diplomats.",
    "Peru rejected the accusation and recalled its ambassador from Santiago for consultations. The Peruvian president said "
    "that his country would ask the Organization of American States to send observers to the area.",
)


@pytest.mark.parametrize("width", [66, 72, 80, 100, 120])
def test_a_text_filled_to_a_width_is_read_as_if_it_were_not(kit: Kit, width: int) -> None:
    """Whatever word a mailer's line begins with, paragraphs, sentences and acts are those of the text itself."""
    whole, filled = (
        dragoman.read_text(text, kit=kit, published="2026-05-01", language="en")
        for text in ("\n\n".join(_PARAGRAPHS), "\n\n".join(textwrap.fill(part, width) for part in _PARAGRAPHS))
    )
    assert [block.kind for block in filled.blocks] == ["body", "body"]
    assert len(filled.sentences) == len(whole.sentences) == 3
    assert [report.type for report in filled.reports] == [report.type for report in whole.reports]
    assert len(whole.reports) > 3


def test_short_lines_below_each_other_stay_apart(kit: Kit) -> None:
    """Paragraphs of one line each, without blank lines between, are no filled text: the next word had room."""
    text = "Peru regretted the decision.\nChile said it would not change it.\nBolivia called for talks between the two."
    assert len(kinds(text, kit)) == 3


@given(
    st.lists(
        st.one_of(
            st.sampled_from([LEAD, SECOND, "Leave a Reply", "More Stories", "• Item", "© Someone", "Source: X", "5 May 2021"]),
            st.text(max_size=60),
        ),
        max_size=12,
    ),
    st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", "\x0b", "\x85"]),
)
@settings(max_examples=150, deadline=None)
def test_blocks_cover_every_line_once(kit: Kit, lines: list[str], line_end: str) -> None:
    """Blocks are in order, do not overlap, hold no outer blanks, and leave out nothing that is visible."""
    text = line_end.join(lines)
    blocks = find_blocks(make_document(text), kit)
    reached = 0
    left = []
    for block in blocks:
        assert reached <= block.start < block.end <= len(text)
        left.append(text[reached : block.start])
        reached = block.end
    left.append(text[reached:])
    assert not any(character.isalnum() for gap in left for character in gap)
    for start, end in body_spans(blocks, text):
        assert text[start:end].strip()


@pytest.mark.parametrize("unit", ["word " * 30 + ". ", "a, ", "Photo: ", "(", "By A. ", "1/2/2020 ", "\u00a0", "• "])
def test_time_grows_with_length_only(kit: Kit, unit: str) -> None:
    """Ten times the text takes about ten times as long, by no means a hundred times."""
    def spent(repeats: int) -> float:
        document = make_document((unit * repeats + "\n") * 3)
        started = time.process_time()
        find_blocks(document, kit)
        return time.process_time() - started

    spent(10)
    assert spent(20_000) < 40 * spent(2_000) + 0.1  # a square would be 100 times; a loaded machine swings


def test_own_documents_reach_the_floor(kit: Kit) -> None:
    """The body of each sample document is found almost to the character."""
    score = evaluate(Path(__file__).parent.parent / "gold", kit)
    assert score.figures["lowest_f1"] >= 0.97


def test_coded_development_documents_reach_the_floor(kit: Kit, shared: Path) -> None:
    """The body of each coded document is found almost to the character."""
    assert evaluate(shared / "gold", kit).figures["lowest_f1"] >= 0.97


def test_a_question_behind_a_dash_is_no_entry_of_a_list(kit: Kit) -> None:
    """Interviewers' questions are often set off by a dash; what is asked last, and its answer, are text like the rest."""
    first = "The stock is healthy, the ministry in Oslo has said for years, and a thousand animals do it no harm, it says."
    last = "No plan of that sort is on any table that I have seen in Oslo, and nobody in Brussels has asked for it yet."
    opening = "Harald Brekke, a biologist in Bergen, talks to this paper about whales, boats and the quarrel with Brussels."
    text = "\n\n".join((opening, "– Why do you hunt?", first, "– Will it end?", last))
    assert {kind for kind, words in kinds(text, kit) if words.endswith("?")} == {"body"}
