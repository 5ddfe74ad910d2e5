"""PLOVER's codes: quad class, intensity, reduced type, CAMEO code of a type and mode; all from `plover.csv`."""

from __future__ import annotations

from typing import cast

import msgspec

from dragoman.kit import Kit
from dragoman.knowledge.rows import PloverRow
from dragoman.records import EventType, Status, Tense


class Codes(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of `plover.csv` by type and mode."""

    rows: dict[tuple[str, str], PloverRow]

    def row(self, type_: str, mode: str = "") -> PloverRow:
        """Return the row of a mode, else that of its type (an unknown mode has no value of its own)."""
        return self.rows.get((type_, mode)) or self.rows[type_, ""]


def compile_codes(kit: Kit) -> Codes:
    """Index `plover.csv`. Use as `kit.compiled(compile_codes)`."""
    return Codes(rows={(row.type, row.mode): row for row in kit.knowledge.plover})


_FUTURE = {"CONSULT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "SUPPORT": "AGREE", "RETREAT": "CONCEDE"}
_REFUSABLE = frozenset((*_FUTURE, "AGREE", "CONCEDE"))


def reduce_type(type_: EventType, status: Status, time: Tense) -> EventType:
    """Return the type after PLOVER's rule: what is only planned or thought of is an intention, not the act.

    Manual, chapter "Auxiliary modes": CONSULT, COOPERATE, AID and SUPPORT in the future are AGREE, RETREAT in the future
    is CONCEDE, hypothetical ASSAULT is THREATEN; CONCEDE and all others stay. What somebody will not do for another
    ("will not lift the embargo") is a refusal, which the chapter on REJECT counts there.
    """
    if status == "hypothetical" and type_ == "ASSAULT" and time != "past":
        return "THREATEN"
    if status == "negated" and time == "future" and type_ in _REFUSABLE:
        return "REJECT"
    if status == "planned" or (time == "future" and status != "hypothetical"):
        return cast(EventType, _FUTURE.get(type_, type_))
    return type_
