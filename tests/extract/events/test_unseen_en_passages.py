"""How many of the acts of short reports are read, and how many of the acts read are told: floors that should only rise."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit
from dragoman.records import EventReport
from extract.events.unseen_en_passages import FIRST, FOURTH, SECOND, THIRD, Passages


def _sides(report: EventReport) -> tuple[frozenset[str], frozenset[str]]:
    actors, recipients = (frozenset(str(p.state) for p in side if p.state) for side in (report.actors, report.recipients))
    return actors, recipients


def _is_told(report: EventReport, act: str) -> bool:
    """Tell whether a report says what an act says, with all or some of its sides."""
    types, sides, *_ = act.lstrip("? ").split()
    left, _, right = sides.partition(">")
    wanted = frozenset(filter(None, left.split("+"))), frozenset(filter(None, right.split("+")))
    actors, recipients = _sides(report)
    if report.type not in types.split("/"):
        return False
    if report.mutual or not right:
        return actors | recipients <= wanted[0] | wanted[1] and len(actors | recipients) > 1
    return bool(actors and recipients) and actors <= wanted[0] and recipients <= wanted[1]


@pytest.mark.parametrize(
    ("passages", "least_found", "least_told"),
    [
        pytest.param(FIRST, 0.55, 0.65, id="first"),  # at first sight 0.39 of the acts were read
        pytest.param(SECOND, 0.62, 0.73, id="second"),  # 0.52
        pytest.param(THIRD, 0.64, 0.74, id="third"),  # 0.56
        pytest.param(FOURTH, 0.435, 0.67, id="fourth"),  # 0.33, and 0.65 of the reports were told
    ],
)
def test_acts_of_short_reports_are_read(kit: Kit, passages: Passages, least_found: float, least_told: float) -> None:
    """So many of the acts of a round are read with their sides, and so many of the acts read between states are told."""
    found = acts = told = reports = 0
    for name, day, text, wanted in passages:
        whole = "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
        reading = dragoman.read_text(whole, kit=kit, language="en", published=day, path=name)
        told_acts = wanted.splitlines()
        core = [act for act in told_acts if not act.startswith("?")]
        between = [r for r in reading.reports if len(frozenset.union(*_sides(r))) > 1]
        acts += len(core)
        found += sum(any(_is_told(report, act) for report in between) for act in core)
        reports += len(between)
        told += sum(any(_is_told(report, act) for act in told_acts) for report in between)
    assert found / acts >= least_found, (found, acts)
    assert told / reports >= least_told, (told, reports)
