"""How many acts of short French reports are read, and how many reports are right: floors a round that should only rise."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit
from dragoman.records import EventReport
from extract.events import unseen_fr_passages, unseen_fr_passages2
from extract.events.unseen_fr_passages import Passage

_ORGANS = {"UNSC": "UN", "UNHCR": "UN", "UNGA": "UN"}  # a body of an organisation acts for it
_ROUNDS = {  # the reports, the least share of acts read, the least share of right reports
    "first": (unseen_fr_passages.PASSAGES, 0.62, 0.70),
    "second": (unseen_fr_passages2.PASSAGES, 0.51, 0.78),
}


def _states(report: EventReport, side: str) -> frozenset[str]:
    return frozenset(_ORGANS.get(str(p.state), str(p.state)) for p in getattr(report, side) if p.state)


def _tells(report: EventReport, act: str) -> bool:
    """Tell whether a report is an act: one of its types, just its sides, its status where one is coded."""
    types, sides, *status = act.removeprefix("? ").split(" ")
    left, _, right = sides.partition(">")
    actors, recipients = frozenset(left.split("+")), frozenset(right.split("+")) if right else frozenset()
    if not {report.type, report.reduced_type} & set(types.split("/")) or (status and report.status != status[0]):
        return False
    found = _states(report, "actors"), _states(report, "recipients")
    return found[0] | found[1] == actors | recipients if report.mutual or not recipients else found == (actors, recipients)


def _between(report: EventReport) -> bool:
    return len(_states(report, "actors") | _states(report, "recipients")) > 1


def figures(kit: Kit, passages: tuple[Passage, ...]) -> tuple[int, int, int, int]:
    """Acts read, acts, right reports, reports between states: debatable acts count only for the reports that tell them."""
    found = acts = right = told = 0
    for passage in passages:
        reading = dragoman.read_text(passage.text, kit=kit, language="fr", published=passage.published)
        between = [report for report in reading.reports if _between(report)]
        core = [act for act in passage.acts if not act.startswith("?")]
        acts += len(core)
        found += sum(any(_tells(report, act) for report in between) for act in core)
        told += len(between)
        right += sum(any(_tells(report, act) for act in passage.acts) for report in between)
    return found, acts, right, told


@pytest.mark.parametrize("name", _ROUNDS)
def test_the_acts_of_short_reports_are_read(kit: Kit, name: str) -> None:
    """The share of acts read and that of right reports stay at what was measured."""
    passages, least_read, least_right = _ROUNDS[name]
    found, acts, right, told = figures(kit, passages)
    assert found / acts >= least_read, (found, acts)
    assert right / told >= least_right, (right, told)
