"""Which of two texts was first: only where something shows it, in the order of what is trusted more.

What a page states about its source comes before dates (an aggregator dates what it copies by its own clock), and dates
before marks of translation. That one text is contained in the other shows nothing alone: an abridgement and an early
edition look the same.
"""

from __future__ import annotations

from datetime import date

from dragoman.kit import Kit
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.origin import find_origins, is_translated, outlet_key
from dragoman.records import Direction, Record, When

_STATED = ("publication", "dateline")  # a date that was inferred from what the text tells is no date of publication


class Precedence(Record, frozen=True, kw_only=True):
    """Which text was first, and what shows it."""

    first: Direction = "unknown"
    reasons: tuple[str, ...] = ()


def find_precedence(left: MergeDocument, right: MergeDocument, kit: Kit) -> Precedence:
    """Return which of two versions of one report was first, or that nothing shows it."""
    for find in (_by_statement, _by_date, _by_translation):
        found = find(left, right, kit)
        if found.first != "unknown" or found.reasons:
            return found
    return Precedence()


def _decide(for_left: bool, for_right: bool, reason: str, contradiction: str) -> Precedence:
    if for_left and for_right:
        return Precedence(reasons=(contradiction,))
    if for_left or for_right:
        return Precedence(first="left-first" if for_left else "right-first", reasons=(reason,))
    return Precedence()


def _by_statement(left: MergeDocument, right: MergeDocument, kit: Kit) -> Precedence:
    """One page names the other's outlet as its source."""
    for_left, for_right = _names(right, left, kit), _names(left, right, kit)
    taker, giver = (right, left) if for_left else (left, right)
    reason = f"{_called(taker)} names {giver.facts.outlet} as its source"
    return _decide(for_left, for_right, reason, "each page names the other's outlet as its source")


def _names(taker: MergeDocument, giver: MergeDocument, kit: Kit) -> bool:
    outlet = outlet_key(giver.facts.outlet, kit)
    own = outlet_key(taker.facts.outlet, kit)
    named = {outlet_key(origin.name, kit) for origin in find_origins(taker.facts, kit)}
    return outlet is not None and outlet != own and outlet in named


def _called(document: MergeDocument) -> str:
    return document.facts.outlet or document.path or document.id


def _by_date(left: MergeDocument, right: MergeDocument, kit: Kit) -> Precedence:
    """Both pages state the day of their publication, and the days differ."""
    a, b = day_of(left.facts.published), day_of(right.facts.published)
    if a is None or b is None or a == b:
        return Precedence()
    early, late = sorted((a, b))
    reason = f"published on {date.fromordinal(early)}, the other on {date.fromordinal(late)}"
    return _decide(a < b, b < a, reason, "")


def day_of(when: When | None) -> int | None:
    """Return the day of a date that a page states to the day, as a number."""
    if when is None or when.start is None or when.precision not in ("minute", "day") or when.basis not in _STATED:
        return None
    try:
        return date.fromisoformat(when.start[:10]).toordinal()
    except ValueError:
        return None


def _by_translation(left: MergeDocument, right: MergeDocument, kit: Kit) -> Precedence:
    """One page says that it is translated, the other does not, and they are of two languages."""
    if left.language == right.language:
        return Precedence()
    a, b = is_translated(left.facts), is_translated(right.facts)
    if a == b:
        return Precedence()
    taker = left if a else right
    return _decide(b, a, f"{_called(taker)} says that it publishes translations", "")
