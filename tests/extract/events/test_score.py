"""How sure a report is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.extract.events.score import features_of, probability, with_company
from dragoman.kit import Kit
from dragoman.models.logistic import CERTAINTY, load_weights
from dragoman.records import EventReport, Party, Sentence, Token

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
@settings(deadline=None)
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


def _party(state: str, start: int = 0) -> Party:
    return Party(actor=state, name=state, state=None if state.startswith("nil:") else state, start=start, end=start + 3)


def _report(actor: str, recipient: str, type_: str = "ACCUSE", quad: int = 3) -> Any:
    """Return what company looks at in a report."""
    return SimpleNamespace(actors=(_party(actor),), recipients=(_party(recipient),), type=type_, quad=quad)


def test_company_counts_acts_between_the_same_two() -> None:
    """How many others tell of the same two, which of them of the same act or class; other pairs count nothing."""
    quarrel = [_report("CHL", "PER"), _report("PER", "CHL", "COERCE", 4), _report("CHL", "PER", "THREATEN")]
    reports = [*quarrel, _report("NOR", "SWE")]
    first, second, third, alone = with_company(reports, [{} for _ in reports])
    assert first == {"pair share": 2 / 3, "pair often": 0.4, "pair again": 0.0, "pair in kind": 1.0}
    assert (second["pair in kind"], third["pair again"]) == (0.0, 0.0)
    assert alone == {"pair share": 0.0, "pair often": 0.0, "pair again": 0.0, "pair in kind": 0.0}
    again = with_company([*reports, _report("PER", "CHL")], [{} for _ in range(5)])
    assert (again[0]["pair again"], again[1]["pair again"]) == (1.0, 0.0)


def test_few_reports_have_the_company_of_longer_texts() -> None:
    """Under four reports the same two are no more company than others."""
    usual = with_company([_report("CHL", "PER"), _report("CHL", "PER"), _report("NOR", "SWE")], [{}, {}, {}])
    assert usual[0] == usual[2]
    assert usual[0]["pair share"] > 0


def _features(actor: int, recipient: int, name: str = "PER", *, lone: bool = False, mutual: bool = False) -> dict[str, float]:
    """Return the features of an act told at 100 of a sentence from 50 to 400, its sides standing where it is said."""
    word = Token(i=0, start=100, end=107, text="accused", lemma="accuse", pos="VERB", morph="", dep="root", head=0)
    sides = {"actors": (_party("CHL", actor),), "recipients": (_party(name, recipient),)}
    match = SimpleNamespace(head=0, tokens=(0,), entry=SimpleNamespace(row=SimpleNamespace(weight=0.8)))
    draft: Any = SimpleNamespace(match=match, score=0.7, lone=lone, mutual=mutual, context="", **sides)
    report: Any = SimpleNamespace(mutual=mutual, according_to=(), **sides)
    sentence = Sentence(index=0, start=50, end=400, block=0, kind="body", language="en", tokens=(word,), children=((),))
    return features_of(sentence, draft, report)


def test_features_say_where_the_sides_stand() -> None:
    """Near in the sentence or far, before the word or behind it, or in another sentence."""
    near = _features(90, 110)
    assert near["actor far"] == 10 / 200
    assert near["recipient after"] == 1.0
    assert not {"actor outside", "recipient outside"} & near.keys()
    outside = _features(10, 60)
    assert (outside["actor outside"], outside["actor far"]) == (1.0, 1.0)
    assert "recipient after" not in outside
    assert _features(90, 20)["recipient outside"] == 1.0


def test_features_say_whether_an_act_is_whole() -> None:
    """Two known sides make an act whole; one that stands for lack of a better, or a recipient nobody knows, does not."""
    assert _features(90, 110)["whole"] == 1.0
    assert "whole" not in _features(90, 110, lone=True)
    assert "unknown recipient" not in _features(90, 110)
    assert _features(90, 110, "nil:somebody")["unknown recipient"] == 1.0
