"""How sure a report is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.extract.events.score import probability, with_company
from dragoman.kit import Kit
from dragoman.models.logistic import CERTAINTY, load_weights
from dragoman.records import EventReport

_QUARREL = (
    "Chile accused Peru of spying on Monday. Peru expelled two Chilean diplomats. Chile recalled its ambassador from Lima. "
    "Peru threatened Chile with sanctions. "
)


def _reports(kit: Kit, text: str) -> tuple[EventReport, ...]:
    return dragoman.read_text(text, kit=kit, published="2021-06-01", language="en").reports


def test_more_of_the_same_two_makes_a_report_surer(kit: Kit) -> None:
    """One accusation is surer in a text about a quarrel of the two than in one where nothing else links them."""
    other = "Norway thanked Sweden for its help. Norway signed a trade deal with Finland. Sweden lent Finland two ferries. "
    accused = [
        next(report.score for report in _reports(kit, text) if report.type == "ACCUSE")
        for text in (_QUARREL, "Chile accused Peru of spying on Monday. " + other)
    ]
    assert accused[0] > accused[1]


def test_scores_do_not_hang_on_the_order_of_reports(kit: Kit) -> None:
    """What a document tells of two sides is counted, whatever comes first."""
    reports = _reports(kit, _QUARREL)
    straight = with_company(reports, [{} for _ in reports])
    turned = with_company(reports[::-1], [{} for _ in reports])
    assert len(reports) > 3
    assert straight == turned[::-1]


def test_two_reports_say_nothing_of_each_others_company(kit: Kit) -> None:
    """In a passage with a report or two the mean of longer texts stands for their company."""
    reports = _reports(kit, "Chile accused Peru of spying. Norway thanked Sweden.")
    first, second = with_company(reports, [{"raw": 0.8}, {"raw": 0.6}])
    assert {name: value for name, value in first.items() if name != "raw"} == {k: v for k, v in second.items() if k != "raw"}


@given(st.dictionaries(st.sampled_from(["raw", "weight", "whole", "pair share", "unheard of"]), st.floats(0, 1)))
def test_a_probability_is_a_share(features: dict[str, float]) -> None:
    """Whatever the features, the score lies between 0 and 1; features that nobody weighed count nothing."""
    weights = {"always": -1.0, "raw": 2.0, "weight": 1.5, "whole": 1.0, "pair share": 0.7}
    value = probability(features, weights)
    assert 0 <= value <= 1
    assert value == probability({k: v for k, v in features.items() if k in weights}, weights)


@pytest.mark.parametrize("feature", ["raw", "weight", "whole", "pair share", "pair again", "pair in kind"])
def test_shipped_weights_let_good_signs_raise_the_score(kit: Kit, feature: str) -> None:
    """A surer parse, a plainer word, both sides named and company never lower the score."""
    weights = kit.compiled(load_weights, CERTAINTY)
    assert weights[feature] > 0


def test_a_passage_keeps_what_a_text_would_drop(kit: Kit) -> None:
    """Of a single sentence every reading is kept; in a text only what is as likely right as wrong."""
    assert all(report.score >= 0.5 for report in _reports(kit, _QUARREL))
    assert _reports(kit, "Lima recalled its ambassador.")
