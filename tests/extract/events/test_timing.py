"""Which date of a sentence an act bears: its own clause's, that of a clause whose time it shares, or none."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.kit import Kit
from dragoman.pipeline import read_document

_PUBLISHED = "2021-10-08"  # a Friday


def dated(text: str, kit: Kit, language: str = "en", published: str = _PUBLISHED) -> dict[str, str | None]:
    """Return the first day of each report by the head of its trigger's words."""
    reading = read_document(make_document(text, language, declared_published=published), kit)
    return {text[slice(*report.trigger)]: report.when.start if report.when else None for report in reading.reports}


def _day_of(word: str, found: dict[str, str | None]) -> str | None:
    days = {day for trigger, day in found.items() if word in trigger}
    assert len(days) == 1, f"one report with {word!r} in {found}"
    return days.pop()


OTHERS = [
    ("en", "Norway broke the contract concluded in 2016 with Finland.", "broke"),
    ("en", "Kenya rejected the treaty that Uganda had signed in 1999.", "rejected"),
    ("en", "Peru criticised the agreement of 2008 with Chile.", "criticised"),
    ("en", "Sweden condemned Russia over the 2015 deal.", "condemned"),
    ("en", "Norway accused Denmark of breaking the pact reached last year.", "accused"),
    ("en", "Egypt thanked Italy for the loans it provided in 2019.", "thanked"),
    ("en", "Japan expelled two Russian diplomats after Moscow had closed a Japanese consulate in 2018.", "expelled"),
    ("en", "Chad promised Niger to withdraw its troops from Niger next week.", "promised"),
    ("en", "Peru criticised Chile over the June 12 Quito Summit.", "criticised"),
    ("en", "Peru recalled its envoy on Monday after Chile expelled a Peruvian diplomat.", "expelled"),
    ("en", "Peru condemned Chile on Monday, a day after Chilean troops attacked Bolivia.", "attacked"),
    ("fr", "La Norvège a rompu un contrat conclu en 2016 avec la Finlande.", "rompu"),
    ("fr", "Le Kenya a rejeté l'accord de 2015 avec l'Ouganda.", "rejeté"),
    ("fr", "Le Pérou a condamné le Chili, qui avait signé le traité en 1999.", "condamné"),
    ("fr", "L'Égypte a critiqué l'embargo que l'Italie avait décrété en 2019.", "critiqué"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "word"), OTHERS)
def test_a_date_of_another_verb_or_within_a_name_does_not_date_the_act(language: str, text: str, word: str, kit: Kit) -> None:
    """What was signed, reached or given then is not when somebody acts on it."""
    assert _day_of(word, dated(text, kit, language)) is None


OWN = [
    ("en", "On Tuesday Norway broke the contract concluded in 2016 with Finland.", "broke", "2021-10-05"),
    ("en", "Peru signed a pact with Chile on Wednesday.", "signed", "2021-10-06"),
    ("en", "Kenya recalled its ambassador to Uganda in the night of October 4.", "recalled", "2021-10-04"),
    ("en", "Talks between India and Nepal were held in Geneva on Monday.", "Talks", "2021-10-04"),
    ("en", "Sweden accused Russia in May and expelled three Russian diplomats.", "expelled", "2021-05-01"),
    ("en", "On Wednesday Peru recalled its ambassador to Chile.", "recalled", "2021-10-06"),
    ("en", "In June Chad closed its border with Libya, accusing Tripoli of arming rebels.", "accusing", "2021-06-01"),
    ("en", "Peru and Chile signed a pact on Monday and will open the border on June 1.", "open", "2022-06-01"),
    ("en", "Peru said the talks with Chile would resume in May.", "talks", "2022-05-01"),
    ("fr", "Le Kenya a annoncé lundi avoir attaqué la Somalie.", "attaqué", "2021-10-04"),
    ("fr", "La Norvège a rompu mardi le contrat conclu en 2016 avec la Finlande.", "rompu", "2021-10-05"),
    ("fr", "Le Tchad a rappelé lundi son ambassadeur en Libye et expulsé deux diplomates libyens.", "expulsé", "2021-10-04"),
    ("fr", "En 2016, le Pérou a conclu un traité avec le Chili.", "conclu", "2016-01-01"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "word", "day"), OWN)
def test_an_act_has_the_date_of_its_own_clause_or_of_one_it_shares_the_time_of(
    language: str, text: str, word: str, day: str, kit: Kit
) -> None:
    """The date beside the verb counts, for what is coordinated with it and what is said to go along with it too."""
    assert _day_of(word, dated(text, kit, language)) == day


def test_a_date_is_not_shared_across_a_change_of_tense(kit: Kit) -> None:
    """What was done on a day and what has been done since are told in two tenses."""
    found = dated("Kenya signed a treaty with Uganda in 2008, and Tanzania has condemned Rwanda.", kit)
    assert (_day_of("signed", found), _day_of("condemned", found)) == ("2008-01-01", None)


def test_an_act_of_a_later_clause_does_not_date_the_one_before_it(kit: Kit) -> None:
    """A date behind the second of two verbs is that of the second."""
    found = dated("Peru condemned Chile, and Bolivia expelled the Chilean ambassador in June.", kit)
    assert (_day_of("condemned", found), _day_of("expelled", found)) == (None, "2021-06-01")


def test_a_date_that_is_not_known_keeps_that_of_another_clause_away(kit: Kit) -> None:
    """Without a day of publication "on Thursday" is no known day, but still the day of its act and no other."""
    document = make_document("Peru recalled its ambassador to Chile on Thursday, the first time since it did so in 1979.")
    reports = read_document(document, kit).reports
    assert reports
    assert all(report.when is None for report in reports if "recalled" in document.text[slice(*report.trigger)])


def test_what_is_done_has_no_deadline_and_lies_not_ahead(kit: Kit) -> None:
    """A deadline dates what is to be done by then."""
    assert _day_of("called", dated("Norway called on Chad by December 31 to free two sailors.", kit)) is None
