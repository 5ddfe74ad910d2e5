"""The ledger of forecasts and its scores."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Judgement
from dragoman.system.forecasts import Claim, Estimate, brier, build_ledger, log_score, reliability, score_speakers

LIKELY = Estimate(form="likely", language="en", probability=0.7, low=0.55, high=0.8, source="a book")
MAY = Estimate(form="may", language="en", probability=None, low=None, high=None, source="nobody")
PAIRS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 1)), min_size=1)


def claim(name: str, **more: Any) -> Claim:
    """Return a forecast of an analyst."""
    given: dict[str, Any] = {
        "id": name, "document": "d", "path": "d.txt", "language": "en", "published": None, "speaker": "Analyst",
        "kind": "forecast", "condition": None, "condition_span": None, "outcome": f"outcome of {name}",
        "outcome_span": (0, 5), "horizon": "", "hedge": "likely",
    }  # fmt: skip
    return Claim(**given | more)


def judged(number: int, left: str, verdict: str) -> Judgement:
    """Return a judgement."""
    return Judgement(number=number, left=left, right=None, verdict=verdict, user="me", created="", note="")


def test_a_forecast_is_scored_by_its_hedge_once_it_is_resolved() -> None:
    """Of two likely things one happened: Brier (0.09 + 0.49) / 2, with its n and a word about it."""
    ledger = build_ledger(
        [claim("p1"), claim("p2"), claim("p3")], [judged(1, "p1", "happened"), judged(2, "p2", "not-happened")], [LIKELY]
    )
    (score,) = score_speakers(ledger)
    assert (score.forecasts, score.resolved, score.scored) == (3, 2, 2)
    assert score.brier == pytest.approx((0.09 + 0.49) / 2)
    assert "only 2" in score.warning


@pytest.mark.parametrize("verdict", ["condition-never-met", "cannot-be-told"])
def test_what_says_nothing_is_not_scored(verdict: str) -> None:
    """A forecast whose condition was never met, or that cannot be told, is resolved and counts for nothing."""
    ledger = build_ledger([claim("p1")], [judged(1, "p1", verdict)], [LIKELY])
    (score,) = score_speakers(ledger)
    assert (score.resolved, score.scored, score.brier) == (1, 0, None)


def test_a_hedge_without_a_number_is_not_scored() -> None:
    """"May" has no agreed number: the forecast is kept and resolved, and not scored; so is one that no table knows."""
    ledger = build_ledger(
        [claim("p1", hedge="may"), claim("p2", hedge="peut-être")],
        [judged(1, "p1", "happened"), judged(2, "p2", "happened")], [MAY],
    )  # fmt: skip
    assert [forecast.scored for forecast in ledger] == [False, False]
    assert [forecast.state for forecast in ledger] == ["happened", "happened"]


def test_the_last_resolution_in_force_counts_and_undo_opens_it_again() -> None:
    """A later verdict prevails; taken back, the earlier one stands; all taken back, it is open."""
    rows = [judged(1, "p1", "happened"), judged(2, "p1", "not-happened")]
    assert build_ledger([claim("p1")], rows, [LIKELY])[0].state == "not-happened"
    rows.append(judged(3, "2", "undo"))
    assert build_ledger([claim("p1")], rows, [LIKELY])[0].state == "happened"
    rows.append(judged(4, "1", "undo"))
    assert build_ledger([claim("p1")], rows, [LIKELY])[0].state == "open"


def test_copies_of_a_forecast_stand_once() -> None:
    """The same words of one speaker in two documents of one story are one forecast, resolved by either of its ids."""
    copies = [claim("p1", story="y", outcome="It  will rain"), claim("p2", story="y", outcome="it will rain", document="d2")]
    (forecast,) = build_ledger(copies, [judged(1, "p2", "happened")], [LIKELY])
    assert forecast.state == "happened"
    assert len(build_ledger([copies[0], claim("p3", story="z", outcome="It will rain")], [], [LIKELY])) == 2


def test_claims_about_polarity_are_no_forecasts() -> None:
    """They have a ledger of their own."""
    assert build_ledger([claim("p1", kind="polarity-claim")], [], [LIKELY]) == ()


def test_all_speakers_stand_last() -> None:
    """Each speaker has a row, the one with most scored first, and all together the last."""
    ledger = build_ledger([claim("p1"), claim("p2", speaker="Sage")], [judged(1, "p2", "happened")], [LIKELY])
    assert [row.speaker for row in score_speakers(ledger)] == ["Sage", "Analyst", "all"]


@given(PAIRS)
def test_scores_lie_in_their_ranges_and_bins_hold_everything(pairs: list[tuple[float, int]]) -> None:
    """Brier lies in 0 to 1, the log score is not negative, every forecast is in one bin."""
    value, logs = brier(pairs), log_score(pairs)
    assert value is not None
    assert 0 <= value <= 1
    assert logs is not None
    assert logs >= 0
    bins = reliability(pairs)
    assert sum(row.count for row in bins) == len(pairs)
    assert all(row.low <= row.mean <= row.high + 1e-9 for row in bins)


def test_a_certain_mistake_is_infinite() -> None:
    """Who gave no chance to what happened has an infinite log score and a Brier score of one."""
    assert log_score([(0.0, 1)]) == math.inf
    assert brier([(0.0, 1)]) == 1
    assert brier([]) is None
