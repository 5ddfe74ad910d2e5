"""The measures of grouping, against values worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluate.grouping import b_cubed, ceaf_e, muc, score_grouping

GOLD = {"a": "1", "b": "1", "c": "1", "d": "2", "e": "2", "f": "3"}
SPLIT = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "y", "f": "z"}
labels = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("1234"), min_size=1)


def test_pairs_are_counted_once() -> None:
    """Gold has four pairs, the other grouping four, and two of them are the same."""
    score = score_grouping(GOLD, SPLIT, dict.fromkeys(GOLD, "words"), "gold")
    assert score.counts["gold_pairs"] == 4
    assert score.counts["found_pairs"] == 4
    assert score.figures["p"] == score.figures["r"] == 0.5
    assert {error["error"] for error in score.errors} == {"missed", "false"}


def test_coreference_measures_follow_their_papers() -> None:
    """MUC counts links, B-cubed reports, CEAF-e groups matched one to one."""
    assert muc(GOLD, SPLIT) == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    precision, recall, _ = b_cubed(GOLD, SPLIT)
    assert precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3 + 1) / 6)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6)
    assert ceaf_e(GOLD, SPLIT)[2] == pytest.approx((4 / 5 + 4 / 5 + 1) / 3)


@given(labels)
def test_a_grouping_agrees_with_itself(gold: dict[str, str]) -> None:
    """Every measure of a grouping against itself is one, but for links where there are none."""
    assert b_cubed(gold, gold)[2] == pytest.approx(1.0)
    assert ceaf_e(gold, gold)[2] == pytest.approx(1.0)
    if len(set(gold.values())) < len(gold):
        assert muc(gold, gold)[2] == pytest.approx(1.0)


def test_a_report_in_no_event_stands_alone() -> None:
    """What the program does not place counts as a group of its own."""
    score = score_grouping({"a": "1", "b": "1"}, {"a": "x"}, {"a": "", "b": ""}, "gold")
    assert score.figures["r"] == 0.0
    assert score.counts["found_events"] == 2
