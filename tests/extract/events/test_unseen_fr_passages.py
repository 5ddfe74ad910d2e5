"""Acts read in short French agency reports that were written without thought of the program."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.kit import Kit
from dragoman.records import EventReport
from extract.events.unseen_fr_passages import PASSAGES, Passage

_ORGANS = {"UNSC": "UN", "UNHCR": "UN", "UNGA": "UN"}  # a body of an organisation acts for it


def _states(report: EventReport, side: str) -> frozenset[str]:
    return frozenset(_ORGANS.get(str(p.state), str(p.state)) for p in getattr(report, side) if p.state)


def _tells(report: EventReport, act: str) -> bool:
    """Tell whether a report is an act: one of its types, the same sides."""
    types, _, sides = act.partition(" ")
    left, _, right = sides.partition(">")
    actors, recipients = frozenset(left.split("+")), frozenset(right.split("+")) if right else frozenset()
    if not {report.type, report.reduced_type} & set(types.split("/")):
        return False
    found = _states(report, "actors"), _states(report, "recipients")
    return found[0] | found[1] == actors | recipients if report.mutual or not recipients else found == (actors, recipients)


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_the_acts_of_a_report_are_read(kit: Kit, passage: Passage) -> None:
    """At most one act in eight of those that were read is lost when something else changes."""
    reports = dragoman.read_text(passage.text, kit=kit, language="fr", published=passage.published).reports
    lost = [act for act in passage.read if not any(_tells(report, act) for report in reports)]
    assert len(lost) <= max(1, len(passage.read) // 8), lost
