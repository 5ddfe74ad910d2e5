"""How two documents relate."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.relations import relate
from dragoman.merge.vectors import make_comparable
from dragoman.records import DocumentFacts, LineageEdge, When

REPORT = """Ghana and Togo agreed on Friday to mark their sea border with twelve buoys.
The first of them will float off Aflao before the end of the year.
"A line that fishermen can see is worth more than one that lawyers can read," said Ghana's minister Efua Ansah.
Her colleague from Lomé, Kodjo Amegan, wants the two navies to lay the chain together.
Both governments had asked a tribunal in Hamburg to draw the line, and withdrew the case in spring.
Oil companies have waited for the outcome since a block on the border was put up for sale.
The buoys cost four million dollars, half of which a Danish fund will pay.
Crews from Keta complained that nobody had asked them where their nets lie."""
FRENCH = """Le Ghana et le Togo sont convenus vendredi de marquer leur frontière maritime par douze bouées.
La première d'entre elles flottera au large d'Aflao avant la fin de l'année.
« Une ligne que les pêcheurs peuvent voir vaut mieux qu'une ligne que les juristes savent lire », a dit la ministre Efua Ansah.
Son collègue de Lomé, Kodjo Amegan, souhaite que les deux marines posent la chaîne ensemble.
Les deux gouvernements avaient demandé à un tribunal de Hambourg de tracer la ligne, et ont retiré l'affaire au printemps.
Les compagnies pétrolières attendent l'issue depuis qu'un bloc sur la frontière a été mis en vente."""
INDEPENDENT = """Twelve yellow buoys are to end an old quarrel in the Gulf of Guinea.
Kodjo Amegan and Efua Ansah shook hands on them at the port of Lomé on Friday evening.
For years patrols of either side had seized canoes which the other held to be at home.
Whether the compromise satisfies those who bid for the oil below is another matter.
A captain from Keta shrugged: his grandfather steered by the lighthouse."""


def document(text: str, name: str, language: str = "en", day: str | None = None) -> MergeDocument:
    """Return a text as a document that is all body."""
    facts = DocumentFacts(published=When(start=day, end=day, precision="day", basis="publication")) if day else DocumentFacts()
    return MergeDocument(id=name, path=name, language=language, text=text, body=((0, len(text)),), facts=facts)


def related(left: MergeDocument, right: MergeDocument, kit: Kit) -> LineageEdge:
    """Return the edge of two documents."""
    return relate(make_comparable(left, kit), make_comparable(right, kit), kit)


@pytest.mark.parametrize(
    ("text", "language", "relation"),
    [
        (REPORT.replace("\n", " "), "en", "identical"),
        (REPORT.replace("Ansah", "Anseh").replace("twelve", "a dozen").replace("complained", "grumbled"), "en", "near-copy"),
        ("\n".join(REPORT.splitlines()[:4]), "en", "excerpt"),
        (FRENCH, "fr", "translation"),
        (INDEPENDENT, "en", "same-event"),
    ],
)
def test_relations_are_told_apart(kit: Kit, text: str, language: str, relation: str) -> None:
    """The same words, a few changed, a part, a translation, and another reporter's account of the event."""
    assert related(document(REPORT, "a"), document(text, "b", language), kit).relation == relation


def test_a_translation_of_a_part_says_so(kit: Kit) -> None:
    """Coverage and extent tell a translation of a shorter edition from one of the whole."""
    edge = related(document(FRENCH, "a", "fr"), document(REPORT, "b"), kit)
    assert (edge.relation, edge.extent, edge.direction) == ("translation", "left-in-right", "unknown")
    assert edge.left_coverage == pytest.approx(1.0)
    assert 0.6 < edge.right_coverage < 0.9
    assert edge.order == 1.0


def test_passages_are_spans_of_both_texts(kit: Kit) -> None:
    """Every aligned passage is a sentence of each text, and they follow the left one."""
    edge = related(document(FRENCH, "a", "fr"), document(REPORT, "b"), kit)
    assert [FRENCH[p.left[0] : p.left[1]].strip() for p in edge.passages] == FRENCH.split("\n")
    assert [REPORT[p.right[0] : p.right[1]].strip() for p in edge.passages] == REPORT.split("\n")[:6]


def test_a_shorter_text_of_an_earlier_day_is_an_edition(kit: Kit) -> None:
    """What has less is an excerpt, unless its page states an earlier day: then the report has grown."""
    short = "\n".join(REPORT.splitlines()[:5])
    early, late = document(short, "a", day="2022-05-06"), document(REPORT, "b", day="2022-05-07")
    edge = related(early, late, kit)
    assert (edge.relation, edge.direction) == ("edition", "left-first")
    assert related(document(short, "a"), document(REPORT, "b"), kit).relation == "excerpt"


def test_texts_without_a_word_in_common_have_no_passages(kit: Kit) -> None:
    """Strangers have nothing aligned, no coverage and no order."""
    other = "The orchestra tuned its strings. A child dropped a glass. Nobody turned round, since the soup had come."
    edge = related(document(REPORT, "a"), document(other, "b"), kit)
    assert edge.relation == "none"
    assert (edge.passages, edge.left_coverage, edge.order) == ((), 0.0, 0.0)


def test_a_text_of_another_season_is_no_report_of_the_event(kit: Kit) -> None:
    """Two accounts published half a year apart share a topic."""
    early, late = document(REPORT, "a", day="2022-05-06"), document(INDEPENDENT, "b", day="2022-11-06")
    assert related(early, late, kit).relation == "same-topic"


STATEMENT = "A line that fishermen can see is worth more than one that lawyers can read. The buoys are lit, and nobody pays."
QUOTING = f"""The lamps are Danish and the batteries come from Korea, says the harbour master of Tema.
"{STATEMENT}"
That is what ministers wrote on Friday, and he read it aloud to his crew.
He expects the first theft within a week, since copper is dear this year."""
QUOTING_TOO = f"""Lawyers in Hamburg lose a case that had fed them for six years.
"{STATEMENT}" So the two governments declared.
A professor of the law of the sea believes that an oil company drew the chart.
Her students had wagered on a verdict in spring."""
LATER = """Two navies quarrelled on Tuesday about a canoe that was found between the buoys off Aflao.
Efua Ansah, Ghana's minister, called the seizure of its nets a mistake.
Kodjo Amegan replied from Lomé that the crew had no papers.
Its owner asks for four thousand dollars."""


def test_paragraphs_in_another_order_are_a_near_copy(kit: Kit) -> None:
    """All words of each are words of the other: nothing was taken away, nothing added."""
    lines = REPORT.split("\n")
    assert related(document(REPORT, "a"), document("\n".join(lines[4:] + lines[:4]), "b"), kit).relation == "near-copy"


def test_sentences_joined_otherwise_are_identical(kit: Kit) -> None:
    """The same words in the same order are one text, wherever full stops stand."""
    assert related(document(REPORT, "a"), document(REPORT.replace(".\n", "; "), "b"), kit).relation == "identical"


def test_two_reports_that_quote_one_statement_share_quotes(kit: Kit) -> None:
    """A statement of several sentences that both quote makes no copy."""
    assert related(document(QUOTING, "a"), document(QUOTING_TOO, "b"), kit).relation == "shared-quotes"


def test_the_same_people_on_another_day_are_a_topic(kit: Kit) -> None:
    """Names and places in common, another day and nothing told twice: two events."""
    assert related(document(REPORT, "a"), document(LATER, "b"), kit).relation == "same-topic"
