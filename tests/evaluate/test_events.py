"""Scores of event reports: what matches, what is excused, what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.evaluate.coders import coding_of
from dragoman.evaluate.events import Coded, Found, calibration_error, evaluate, fits, score_documents, stands_at
from dragoman.kit import Kit

TEXT = "Sweden praised Norway. Later Sweden praised Norway again. Norway blamed Iceland."


def found(start: int, end: int, type_: str = "SUPPORT", actors: str = "SWE", recipients: str = "NOR", **fields: Any) -> Found:
    """Return a report of the text above."""
    return Found(
        **{
            "type": type_, "reduced_type": type_, "quad": 1, "actors": frozenset(actors.split()),
            "recipients": frozenset(recipients.split()), "mutual": False, "status": "happened", "according_to": (),
            "trigger": (start, end), "evidence": ((start, end),), **fields,
        }
    )  # fmt: skip


ROW = {
    "doc": "d", "evidence": "Sweden praised Norway.", "types": ["SUPPORT"], "a": ["SWE"], "b": ["NOR"], "mutual": False,
    "status": "happened", "date": "", "according_to": "", "need": "core", "link": "",
}  # fmt: skip
TIE = {"a": "NOR", "b": "ISL", "sign": -1, "doc": "d"}


def score(*reports: Found, ties: tuple[dict[str, Any], ...] = ()) -> dict[str, float]:
    """Score reports of the text against its one row."""
    coded = Coded(name="d", text=TEXT, rows=(ROW,), spans=(((0, 22),),), ties=ties, body=())
    return score_documents([coded], {"d": reports}, "gold").figures


def test_right_report() -> None:
    """A report with type, states and trigger right is found and right."""
    figures = score(found(7, 14))
    assert (figures["core_recall"], figures["strict_precision"], figures["status"]) == (1.0, 1.0, 1.0)


def test_second_report_at_the_same_place_is_wrong() -> None:
    """A row is matched once; a second report of it at the same place counts as wrong, fairly too."""
    assert score(found(7, 14), found(7, 14))["fair_precision"] == pytest.approx(0.5)


def test_repeat_elsewhere_is_excused() -> None:
    """What says elsewhere what a row codes is wrong strictly, and does not count fairly."""
    figures = score(found(7, 14), found(36, 43))
    assert (figures["strict_precision"], figures["fair_precision"]) == (0.5, 1.0)


def test_tie_excuses_only_its_sign() -> None:
    """A coded tie excuses a report between its sides with its sign, not one with the other."""
    hostile = found(64, 70, "ACCUSE", "NOR", "ISL", quad=3)
    friendly = found(64, 70, "SUPPORT", "NOR", "ISL", quad=1)
    assert score(found(7, 14), hostile, ties=(TIE,))["fair_precision"] == 1.0
    assert score(found(7, 14), friendly, ties=(TIE,))["fair_precision"] == 0.5


def test_core_rows_choose_first() -> None:
    """A debatable row inside the evidence of a core row does not take the one report that fits both."""
    inner = {**ROW, "evidence": "praised Norway", "need": "extra"}
    coded = Coded(name="d", text=TEXT, rows=(inner, ROW), spans=(((7, 21),), ((0, 22),)), ties=(), body=())
    assert score_documents([coded], {"d": [found(7, 14)]}, "gold").figures["core_recall"] == 1.0


def test_scores_that_are_right_as_often_as_they_say_have_no_calibration_error() -> None:
    """Of four reports with 0.75 three are right; said with 0.25 the same are half off."""
    right = (True, True, True, False)
    assert calibration_error([(0.75, each) for each in right]) == pytest.approx(0.0)
    assert calibration_error([(0.25, each) for each in right]) == pytest.approx(0.5)


def test_direction_counts_unless_mutual() -> None:
    """Sides the wrong way round do not match a directed row; they match a mutual one."""
    turned = found(7, 14, actors="NOR", recipients="SWE")
    assert not fits(turned, ROW)
    assert fits(turned, {**ROW, "mutual": True})


def test_half_of_the_states_is_enough() -> None:
    """Each side needs a Jaccard of one half."""
    assert fits(found(7, 14, recipients="NOR DNK"), ROW)
    assert not fits(found(7, 14, recipients="NOR DNK FIN"), ROW)


def test_the_type_as_worded_or_as_reduced_is_enough() -> None:
    """A planned meeting is a CONSULT as worded and an AGREE by PLOVER's rule: gold may hold either."""
    assert fits(found(7, 14, "CONSULT", reduced_type="SUPPORT"), ROW)
    assert fits(found(7, 14, "SUPPORT", reduced_type="AGREE"), ROW)
    assert not fits(found(7, 14, "CONSULT", reduced_type="AGREE"), ROW)


def test_a_report_stands_at_a_row_by_its_trigger_or_by_half_of_its_words() -> None:
    """A trigger that only reaches into the evidence is not in it; evidence must cover half of the row's."""
    assert stands_at(found(0, 22), ((0, 22),))
    assert not stands_at(found(20, 30, evidence=((20, 30),)), ((0, 22),))
    assert stands_at(found(36, 43, evidence=((0, 11),)), ((0, 22),))
    assert not stands_at(found(36, 43, evidence=((0, 10),)), ((0, 22),))
    assert stands_at(found(36, 43, evidence=((50, 56),)), ((0, 22), (45, 57)))


@pytest.mark.parametrize(
    ("chain", "wanted", "right"),
    [((), "", 1.0), (("Oslo",), "", 0.0), ((), "Oslo", 0.0), (("Oslo",), "the Oslo daily", 1.0), (("Reykjavik",), "Oslo", 0.0)],
)
def test_whose_word_it_is_counts(chain: tuple[str, ...], wanted: str, right: float) -> None:
    """Narrated where gold has no voice, and else by a speaker whose name holds that of gold, or stands in it."""
    coded = Coded(name="d", text=TEXT, rows=({**ROW, "according_to": wanted},), spans=(((0, 22),),), ties=(), body=())
    assert score_documents([coded], {"d": [found(7, 14, according_to=chain)]}, "gold").figures["according_to"] == right


def test_an_export_is_scored_as_the_reading_is(tmp_path: Path, kit: Kit) -> None:
    """Predictions are an export of the table reports: evidence anywhere in the text counts, unknown actors do not."""
    (tmp_path / "d.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "events.jsonl").write_text(json.dumps({**ROW, "evidence": "Sweden praised Norway"}) + "\n", encoding="utf-8")
    row = {
        "path": "somewhere/d.txt", "type": "SUPPORT", "quad": 1, "mutual": False, "status": "happened", "according_to": [],
        "actors": ["SWE"], "actor_states": ["SWE"], "recipients": ["NOR", "nil:x"], "recipient_states": ["NOR", None],
        "evidence": [], "score": 0.5,
    }  # fmt: skip
    for trigger, expected in (([7, 14], 1.0), ([36, 43], 1.0), ([64, 70], 0.0)):
        (tmp_path / "reports.jsonl").write_text(json.dumps({**row, "trigger": trigger}) + "\n", encoding="utf-8")
        assert evaluate(tmp_path, kit, tmp_path / "reports.jsonl").figures["core_recall"] == expected


def test_statements_of_coders_are_no_events() -> None:
    """CAMEO 01 and 02 are left out; 08 is YIELD."""
    row = {
        "events": [
            {"cameo": "0-1 Make Public Statement", "Action": [["said", 3]]},
            {"cameo": "2-8 Yield", "Action": [["freed", 10]]},
            {"cameo": "", "Action": [["x", 1]]},
        ]
    }
    assert coding_of(row) == [("YIELD", ((10, 15),))]
