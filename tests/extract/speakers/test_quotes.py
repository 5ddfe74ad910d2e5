"""Who is quoted: source, cue, content, speaker and chain, on sentences of our own."""

from __future__ import annotations

import random

import pytest
from conftest import make_document

from dragoman.extract.names.linking import link_mentions
from dragoman.extract.names.mentions import find_mentions
from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.speakers.quotes import find_quotes
from dragoman.extract.speakers.statements import build_statements
from dragoman.kit import Kit
from dragoman.pipeline import read_document
from dragoman.records import Block, Document, DocumentFacts, Links, Statement


def statements(
    text: str, kit: Kit, language: str = "en", *, linked: bool = True
) -> tuple[Document, tuple[Statement, ...]]:
    """Return the document of a text, and what it says."""
    document = make_document(text, language)
    blocks = (Block(start=0, end=len(text), kind="body"),)
    sentences = split_sentences(document, blocks, kit)
    facts, links = DocumentFacts(), Links()
    if linked:
        links = link_mentions(document, find_mentions(document, sentences, kit), sentences, facts, kit)
    quotes = find_quotes(document, blocks, sentences, links, facts, kit)
    return document, build_statements(document, quotes, sentences, links, facts, (), kit)


def triples(text: str, kit: Kit, language: str = "en") -> list[tuple[str, str, str]]:
    """Return source, cue and content of every statement, as words."""
    document, found = statements(text, kit, language, linked=False)
    return [
        (
            document.text[slice(*s.speaker_surface)] if s.speaker_surface else "",
            document.text[slice(*s.cue)] if s.cue else "",
            s.quote,
        )
        for s in found
    ]


ENGLISH = [
    ("The minister said that the port would reopen.", ("The minister", "said", "the port would reopen")),
    ("“We will reopen the port,” the minister said.", ("the minister", "said", "We will reopen the port")),
    ("“We will reopen the port,” said the minister.", ("the minister", "said", "We will reopen the port")),
    ("The minister said: “We will reopen the port.”", ("The minister", "said", "We will reopen the port.")),
    ("The port will reopen, the minister said.", ("the minister", "said", "The port will reopen")),
    ("According to the minister, the port will reopen.", ("the minister", "According to", "the port will reopen")),
    ("The port will reopen, according to the minister.", ("the minister", "according to", "The port will reopen")),
    ("As the minister noted, the port is closed.", ("the minister", "noted", "the port is closed")),
    ("The minister promised to reopen the port.", ("The minister", "promised", "to reopen the port")),
    ("The minister condemned the blockade.", ("The minister", "condemned", "the blockade")),
    ("The minister called the blockade a mistake.", ("The minister", "called", "the blockade a mistake")),
    ("The union called for an end to the blockade.", ("The union", "called", "an end to the blockade")),
    ("In his opinion, the port will reopen.", ("his", "In his opinion", "the port will reopen")),
    ("The minister denied that ships were seized.", ("The minister", "denied", "ships were seized")),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_english_frames(text: str, expected: tuple[str, str, str], kit: Kit) -> None:
    """Every frame of an English cue gives its source, cue and content."""
    assert expected in triples(text, kit)


FRENCH = [
    ("« Le port va rouvrir », a déclaré le ministre.", ("le ministre", "a déclaré", "Le port va rouvrir")),
    ("Le ministre a déclaré que le port allait rouvrir.", ("Le ministre", "a déclaré", "le port allait rouvrir")),
    ("Selon le ministre, le port va rouvrir.", ("le ministre", "Selon", "le port va rouvrir")),
    ("D'après le ministre, le port va rouvrir.", ("le ministre", "D'après", "le port va rouvrir")),
    ("Le ministre a promis de rouvrir le port.", ("Le ministre", "a promis", "de rouvrir le port")),
    ("Le ministre a condamné le blocus.", ("Le ministre", "a condamné", "le blocus")),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH, ids=[text for text, _ in FRENCH])
def test_french_frames(text: str, expected: tuple[str, str, str], kit: Kit) -> None:
    """Every frame of a French cue gives its source, cue and content."""
    assert expected in triples(text, kit, "fr")


def test_a_content_is_cut_where_the_cue_stands_in_it(kit: Kit) -> None:
    """A parenthetical cue leaves two spans of content."""
    _, found = statements("The port, the minister said, will reopen in May.", kit, linked=False)
    assert found[0].quote == "The port will reopen in May"
    assert len(found[0].content) == 2


def test_what_was_told_stands_in_the_sentence_before(kit: Kit) -> None:
    """With "This was told at the ministry" the content is the sentence before it."""
    text = "The port will reopen in May.\n\nThis was told at the Pentagon after the meeting."
    assert any(s.quote == "The port will reopen in May" for s in statements(text, kit)[1])


def test_a_quotation_broken_by_its_cue_is_one_statement(kit: Kit) -> None:
    """What goes on behind the cue in the same sentence belongs to the same statement, as a second span."""
    text = "“The port is closed,” the minister said, “and it will reopen in May.”"
    _, found = statements(text, kit, linked=False)
    assert [s.quote for s in found] == ["The port is closed and it will reopen in May."]


def test_a_quotation_resumed_in_a_new_sentence_is_a_second_statement(kit: Kit) -> None:
    """What a new sentence adds in quotes is another statement of the same speaker."""
    text = "“The port is closed,” the minister said. “It will reopen in May.”"
    _, found = statements(text, kit, linked=False)
    assert [s.quote for s in found] == ["The port is closed", "It will reopen in May."]
    assert len({s.speaker_name for s in found}) == 1


def test_who_passes_a_quotation_on_stands_in_its_chain(kit: Kit) -> None:
    """In "the agency quoted X as saying" X speaks, through the agency."""
    text = "“The port is closed,” the press office quoted Antony Blinken as saying."
    _, found = statements(text, kit)
    assert [(s.speaker_name, s.chain) for s in found] == [("Antony Blinken", ("press office",))]


def test_statements_inside_a_quotation_carry_its_speaker(kit: Kit) -> None:
    """A claim that a quoted speaker reports has that speaker in its chain."""
    text = "“France believes that the alliance is weak,” Antony Blinken said."
    _, found = statements(text, kit)
    inner = next(s for s in found if s.form == "attitude")
    assert (inner.speaker_name, inner.chain) == ("France", ("Antony Blinken",))
    assert inner.parent == next(s.id for s in found if not s.chain)


def test_the_speakers_own_we_is_no_second_voice(kit: Kit) -> None:
    """Within a quotation "we hope" is the speaker's own word."""
    _, found = statements("“We hope that the port will reopen,” the minister said.", kit, linked=False)
    assert len(found) == 1


def test_pronouns_and_roles_are_whoever_was_quoted_last(kit: Kit) -> None:
    """Words like "he" and "the expert" mean the person quoted before, and change with the speaker."""
    text = (
        "“The port is closed,” Karel Novotny said. “It will stay closed until the spring,” the expert added.\n\n"
        "Maria Lind believes that the port will reopen. She noted that ships are waiting."
    )
    _, found = statements(text, kit)
    assert [s.speaker_name for s in found] == ["Karel Novotny", "Karel Novotny", "Maria Lind", "Maria Lind"]


def test_unnamed_sources_stay_apart(kit: Kit) -> None:
    """Two anonymous descriptions are two speakers, each by its own words."""
    text = "A senior diplomat said the talks failed.\n\nA port worker said the ships had left."
    _, found = statements(text, kit)
    assert [s.speaker_name for s in found] == ["senior diplomat", "port worker"]
    assert found[0].speakers != found[1].speakers


def test_attitudes_topics_and_headings_are_told_apart(kit: Kit) -> None:
    """The form of a statement says whether something was said, wanted or only discussed."""
    text = "“A cold peace”\n\nParis wants a quick end to the talks.\n\nThe ministers discussed the blockade of the port."
    assert [s.form for s in statements(text, kit, linked=False)[1]] == ["heading", "attitude", "topic"]


def test_acts_and_stance_come_from_the_cue(kit: Kit) -> None:
    """Promises, denials and criticism are acts of their own; criticism is negative."""
    text = "The minister promised to reopen the port. The union condemned the blockade."
    assert [(s.act, s.stance) for s in statements(text, kit, linked=False)[1]] == [
        ("promise", "neutral"),
        ("criticise", "negative"),
    ]


def test_an_interview_gives_its_answers_to_the_one_who_answers(kit: Kit) -> None:
    """In an interview every answer is a statement; the questions are not."""
    text = (
        "Harbour Daily: Will the port reopen this year?\n\nMaria Lind: It will reopen in May, I am sure of it.\n\n"
        "Harbour Daily: And the ships that wait outside?\n\nMaria Lind: They will be the first ones to enter the port."
    )
    _, found = statements(text, kit)
    answers = [s for s in found if not s.chain]
    assert [s.speaker_name for s in answers] == ["Maria Lind", "Maria Lind"]
    assert answers[0].quote.startswith("It will reopen in May")


def test_an_empty_document_and_an_unread_language_say_nothing(kit: Kit) -> None:
    """No text, no statements; no exception either."""
    assert statements("", kit)[1] == ()
    assert statements("Министр сказал.", kit, "ru", linked=False)[1] == ()


SOURCE = (
    "“We are ready, ”the envoy said on Monday, adding that “nobody left” the room. According to Paris, the talks go on.\n\n"
    "“First,” she said, “we wait.\n\nThen we talk, \"the press service quoted Emmanuel Macron as saying.\n"
    "He promised to stay; this was told at the ministry. The parties' view: \"no comment\".\n"
)


def test_damaged_texts_never_raise_and_every_span_is_its_quote(kit: Kit) -> None:
    """Two hundred mutilated copies of a text give valid spans, and evidence that equals the text."""
    source = random.Random(11)
    total = 0
    for _ in range(200):
        letters = list(SOURCE)
        for _ in range(source.randint(1, 15)):
            place = source.randrange(len(letters))
            letters[place] = source.choice("\"“”«»‘’' \n,.:-—()x\x00")
        document, found = statements("".join(letters), kit, linked=False)
        total += len(found)
        for statement in found:
            assert statement.content
            for evidence in statement.evidence:
                assert document.text[evidence.start : evidence.end] == evidence.quote != ""
    assert total > 200


def speakers(text: str, kit: Kit, language: str = "en") -> dict[str, str]:
    """Return the speaker of each content, the whole line read."""
    reading = read_document(make_document(text, language), kit)
    return {s.quote: s.speaker_name for s in reading.statements}


def test_the_leaders_of_two_states_are_those_whom_the_text_names(kit: Kit) -> None:
    """A plural with the states behind "of" stands for the persons of these states, and so does "the two leaders" later."""
    text = (
        "Talks on the river\n\nOSLO, March 4, 2019\n\nThe leaders of France and Germany agreed to reopen the lock. French "
        "President Emmanuel Macron met German Chancellor Angela Merkel on Monday. The two leaders also promised to return."
    )
    found = speakers(text, kit)
    together = {"Emmanuel Macron", "Angela Merkel"}
    assert set(found["to reopen the lock"].split("; ")) == together
    assert set(found["to return"].split("; ")) == together


def test_i_in_an_opinion_piece_is_its_author(kit: Kit) -> None:
    """What the narrator believes is said by the author whom the byline names."""
    head = "Opinion: Keep the lock open\n\nBy Ada Brandt\nMarch 4, 2019\n\n"
    text = head + "I believe that the lock must stay open for all ships."
    assert speakers(text, kit)["the lock must stay open for all ships"] == "Ada Brandt"


def test_a_headline_makes_no_statement_of_its_nouns(kit: Kit) -> None:
    """A gathering in the headline agrees on nothing by itself; what was agreed stands in the body."""
    text = "Oslo summit agrees on lock\n\nOSLO, March 4, 2019\n\nThe lock was opened on Monday after a year of repairs."
    assert speakers(text, kit) == {}


def test_answers_behind_dashes_are_said_by_the_person_introduced(kit: Kit) -> None:
    """An interview without labels gives its answers to whoever the introduction describes, and chains what they report."""
    text = (
        "Un entretien\n\nLe politologue Jean Dubreuil répond à nos questions sur le barrage.\n\n"
        "Le Rwanda est-il vraiment sincère dans cette affaire ?\n\n"
        "— Kigali affirme que ses soldats sont partis. Rien n'est sûr.\n\n"
        "Et que fait Luanda de son côté ?\n\n— Le gouvernement angolais affirme que la trêve tient toujours."
    )
    reading = read_document(make_document(text, "fr"), kit)
    turns = [s for s in reading.statements if s.rule == "turn"]
    assert {s.speaker_name for s in turns} == {"Jean Dubreuil"}
    assert any(s.chain == ("Jean Dubreuil",) for s in reading.statements)
