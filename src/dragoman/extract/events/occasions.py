"""Meetings told again: "the talks lasted all day" has the day of the sentence that told of them before.

A definite noun without any further word means the occasion that was told before. Where the text has dated one meeting of one of
these states, and has named no other day since, its day is that of the act too; else nobody can tell which is meant.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from dragoman.extract.events.matching import Match
from dragoman.extract.parse.tree import children
from dragoman.records import DateMention, EventReport, Sentence

_KIND = "CONSULT"
_DONE = ("happened", "ongoing")
_POINTING = ("Definite=Def", "PronType=Dem")
_BARE = ("det", "case", "punct", "cc", "conj")


class Occasions:
    """The dated meetings that one item has told so far."""

    def __init__(self, dates: Iterable[DateMention]) -> None:
        self._told: list[EventReport] = []
        self._days = [date for date in dates if date.when.precision == "day"]

    def dated(self, sentence: Sentence, match: Match, report: EventReport) -> EventReport:
        """Return a report with the date of the meeting that it means, where it has none and means one; else as it is."""
        if report.when is None and report.type == _KIND and report.status in _DONE and _is_told_again(sentence, match):
            states = _states(report)
            meant = {told.when: told for told in reversed(self._told) if states & _states(told)}
            if len(meant) == 1 and not self._is_past(told := next(iter(meant.values())), sentence):
                spans = (evidence for evidence in told.evidence if evidence.role == "time")
                return replace(report, when=told.when, evidence=(*report.evidence, *spans))
        return report

    def _is_past(self, told: EventReport, sentence: Sentence) -> bool:
        """Tell whether a day other than that of a meeting was named between it and a sentence."""
        return any(told.sentence < date.sentence < sentence.index and date.when != told.when for date in self._days)

    def note(self, report: EventReport) -> None:
        """Remember a meeting that was held on a known day."""
        if report.type == _KIND and report.status in _DONE and report.when is not None and report.when.precision == "day":
            self._told.append(report)


def _states(report: EventReport) -> frozenset[str]:
    return frozenset(party.state for party in (*report.actors, *report.recipients) if party.state)


def _is_told_again(sentence: Sentence, match: Match) -> bool:
    """Tell whether a noun of the act is a bare definite one: "the talks", "cette rencontre", not "the first talks in May"."""
    return any(_is_bare(sentence, index) for index in _nouns(sentence, match))


def _nouns(sentence: Sentence, match: Match) -> Iterable[int]:
    return (index for index in {match.head, *match.tokens} if sentence.tokens[index].pos == "NOUN")


def _is_bare(sentence: Sentence, noun: int) -> bool:
    below = children(sentence, noun)
    pointing = any(mark in child.morph for child in below if child.dep == "det" for mark in _POINTING)
    return pointing and len(children(sentence, noun, *_BARE)) == len(below)

