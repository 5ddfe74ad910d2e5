"""Time expressions of whole sentences, read with and without the day of the document."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import make_document
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.dates.stage import find_dates
from dragoman.extract.parse.sentences import split_sentences
from dragoman.kit import Kit
from dragoman.records import Block, DateMention, DocumentFacts, When

Read = Callable[..., list[DateMention]]


@pytest.fixture
def read(kit: Kit) -> Read:
    """Return a function that reads the dates of a text."""

    def _read(text: str, language: str = "en", published: When | str | None = "2021-10-05") -> list[DateMention]:
        document = make_document(text, language)
        sentences = split_sentences(document, (Block(start=0, end=len(text), kind="body"),), kit)
        if isinstance(published, str):
            published = When(start=published, end=published, precision="day", basis="text")
        return list(find_dates(document, sentences, DocumentFacts(published=published), kit))

    return _read


def spans(mentions: list[DateMention]) -> list[tuple[str | None, str | None]]:
    """Return the intervals of some mentions."""
    return [(each.when.start, each.when.end) for each in mentions]


def test_a_month_is_a_month_and_not_a_day_in_it(read: Read) -> None:
    """Precision is that of the words."""
    (mention,) = read("The fleet sailed in June 2021.")
    assert spans([mention]) == [("2021-06-01", "2021-06-30")]
    assert mention.when.precision == "month"
    assert mention.when.basis == "text"


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("The envoys met on Monday.", "en", "2021-10-04"),
        ("The envoys will meet on Monday.", "en", "2021-10-11"),
        ("The envoys met on Tuesday.", "en", "2021-10-05"),
        ("The envoys hope to meet on Saturday.", "en", "2021-10-09"),
        ("The meeting, scheduled for Saturday, was put off.", "en", "2021-10-09"),
        ("Les émissaires se sont vus lundi.", "fr", "2021-10-04"),
        ("Les émissaires se verront lundi.", "fr", "2021-10-11"),
        ("La rencontre, prévue samedi, a été reportée.", "fr", "2021-10-09"),
    ],
)
def test_a_bare_weekday_takes_its_direction_from_the_verb(read: Read, text: str, language: str, day: str) -> None:
    """Past tense looks back, the day itself included; future, intention and schedule look ahead."""
    (mention,) = read(text, language)
    assert spans([mention]) == [(day, day)]
    assert mention.when.basis == "publication"


def test_until_looks_ahead_whatever_the_tense(read: Read) -> None:
    """"until Wednesday" is the next one also beside a verb in the past."""
    (mention,) = read("The truce was extended until Wednesday.")
    assert spans([mention]) == [("2021-10-05", "2021-10-06")]


@pytest.mark.parametrize(("text", "language"), [("They met on Tuesday.", "en"), ("Ils se sont vus il y a deux ans.", "fr")])
def test_without_an_anchor_nothing_is_made_up(read: Read, text: str, language: str) -> None:
    """What leans on an unknown day stays unresolved, and says so."""
    (mention,) = read(text, language, published=None)
    assert spans([mention]) == [(None, None)]
    assert mention.when.basis == "none"


def test_a_wide_anchor_gives_a_wide_reading(read: Read) -> None:
    """Where the document's date is an interval, "yesterday" is one as well."""
    published = When(start="2021-10-01", end="2021-10-31", precision="month", basis="dateline")
    (mention,) = read("The base was attacked yesterday.", published=published)
    assert spans([mention]) == [("2021-09-30", "2021-10-30")]
    assert mention.when.precision == "range"
    assert mention.when.basis == "dateline"


def test_the_next_day_follows_the_date_told_before(read: Read) -> None:
    """Anaphoric expressions lean on the last date of the text, not on the document's."""
    mentions = read("The fort fell on 3 June 2018. The next day, the town burned.")
    assert spans(mentions)[1] == ("2018-06-04", "2018-06-04")


def test_ranges_share_their_year(read: Read) -> None:
    """"from March to June 2020" is one interval."""
    assert spans(read("Ports were shut from March to June 2020.")) == [("2020-03-01", "2020-06-30")]
    assert spans(read("Les ports sont restés clos de mars à juin 2020.", "fr")) == [("2020-03-01", "2020-06-30")]


def test_gatherings_are_anchors(read: Read) -> None:
    """A summit of known days dates what is told around it, without any date of the document."""
    (mention,) = read("They dined on the eve of the G7 summit in Biarritz.", published=None)
    assert spans([mention]) == [("2019-08-23", "2019-08-23")]
    (mention,) = read("Ils ont dîné à la veille du sommet du G7 à Biarritz.", "fr", published=None)
    assert spans([mention]) == [("2019-08-23", "2019-08-23")]


def test_a_summit_without_place_or_year_stays_open_without_a_document_date(read: Read) -> None:
    """Nothing tells which of the yearly summits is meant."""
    (mention,) = read("They spoke at the G7 summit.", published=None)
    assert spans([mention]) == [(None, None)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The troops may march on the capital.", "en"),
        ("Theresa May spoke for two hours.", "en"),
        ("The army sent 2000 soldiers.", "en"),
        ("The second envoy left.", "en"),
        ("La sonde a quitté Mars sans bruit.", "fr"),
        ("Ils ont parlé pendant deux heures.", "fr"),
    ],
)
def test_false_friends_are_no_dates(read: Read, text: str, language: str) -> None:
    """Verbs, names, quantities and durations are left alone."""
    assert read(text, language) == []


def test_numbers_that_may_be_american_or_british_stay_open(read: Read) -> None:
    """03/04/2021 tells two days; 03/25/2021 one."""
    assert spans(read("It was dated 03/04/2021 by the clerk.")) == [(None, None)]
    assert spans(read("It was dated 03/25/2021 by the clerk.")) == [("2021-03-25", "2021-03-25")]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([
    "on Monday", "in May", "2020", "from 3 to 5 May 2021", "-", "since", "until", "two years ago", "the", "99/99/2021",
    "31 June 2021", "İstanbul", "the 1990s", "«", "later", "this month", "the G7 summit", "29 February 2021", "0 May",
]), max_size=12))  # fmt: skip
def test_any_words_give_ordered_spans_that_quote_the_text(kit: Kit, words: list[str]) -> None:
    """Spans lie in the text, in order, without overlap; a closed interval ends after it starts."""
    text = " ".join(words)
    document = make_document(text)
    sentences = split_sentences(document, (Block(start=0, end=len(text), kind="body"),), kit)
    published = When(start="2021-10-05", end="2021-10-05", precision="day", basis="text")
    mentions = find_dates(document, sentences, DocumentFacts(published=published), kit)
    edges = [edge for each in mentions for edge in (each.start, each.end)]
    assert edges == sorted(edges)
    assert all(0 <= each.start < each.end <= len(text) for each in mentions)
    assert all(each.when.start <= each.when.end for each in mentions if each.when.start and each.when.end)


def test_the_same_day_counts_from_a_day_and_not_from_a_stretch_beside_the_document(read: Read) -> None:
    """What is said to follow "within two months" is no day that a later sentence could mean."""
    found = read("The envoys met on Monday. They will reopen it within two months. Oslo and Riga signed on the same day.")
    assert spans(found)[-1] == ("2021-10-04", "2021-10-04")
