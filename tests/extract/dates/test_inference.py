"""The day of writing, inferred from what a document tells."""

from __future__ import annotations

from conftest import make_document

import dragoman
from dragoman.extract.dates.inference import Inference, infer_document_date
from dragoman.extract.dates.stage import find_dates
from dragoman.extract.parse.sentences import split_sentences
from dragoman.kit import Kit
from dragoman.records import Block, DocumentFacts


def infer(text: str, kit: Kit) -> Inference | None:
    """Infer the date of a text that states none."""
    document = make_document(text)
    sentences = split_sentences(document, (Block(start=0, end=len(text), kind="body"),), kit)
    dates = find_dates(document, sentences, DocumentFacts(), kit)
    return infer_document_date(document, sentences, dates, kit)


def test_yesterday_beside_a_known_summit_fixes_the_day(kit: Kit) -> None:
    """The summit in Biarritz ended on 26 August 2019; who met there yesterday is written about on the 27th."""
    found = infer("Leaders ended the G7 summit in Biarritz yesterday.", kit)
    assert found is not None
    assert (found.when.start, found.when.end, found.when.precision) == ("2019-08-27", "2019-08-27", "day")


def test_past_and_announced_dates_bound_the_day(kit: Kit) -> None:
    """The text lies between what has happened and what will."""
    text = "The minister resigned on 3 May 2018. Voters will choose a parliament on 9 September 2018."
    found = infer(text, kit)
    assert found is not None
    assert (found.when.start, found.when.end) == ("2018-05-03", "2018-09-09")
    assert [text[slice(*bound.span)] for bound in found.bounds] == ["3 May 2018", "9 September 2018"]


def test_contradictions_and_silence_give_nothing(kit: Kit) -> None:
    """No date is better than a made-up one."""
    assert infer("The minister resigned on 3 May 2018. Voters will choose on 9 September 2012.", kit) is None
    assert infer("The two sides met on Tuesday.", kit) is None


def test_a_narrow_interval_dates_the_document_with_its_words(kit: Kit) -> None:
    """The day that the text gives away becomes its date, and the words that bound it are the evidence."""
    text = "Leaders ended the G7 summit in Biarritz yesterday. Ministers will meet on Friday."
    reading = dragoman.read_text(text, kit=kit, language="en")
    assert reading.facts.published is not None
    assert (reading.facts.published.start, reading.facts.published.basis) == ("2019-08-27", "text")
    assert [found.quote for found in reading.facts.evidence] == ["yesterday"]


def test_a_wide_interval_dates_nothing(kit: Kit) -> None:
    """Four months are too many to say which Tuesday is meant."""
    text = "The minister resigned on 3 May 2018. Voters will choose a parliament on 9 September 2018."
    assert dragoman.read_text(text, kit=kit, language="en").facts.published is None
