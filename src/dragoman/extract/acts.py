"""Which act a statement is (praise, criticise, promise ...) and its stance, from the cue table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.extract.cues import Cue, make_cue_table
from dragoman.kit import Kit
from dragoman.languages.load import READ_LANGUAGES
from dragoman.languages.rows import CueRow
from dragoman.records import Quote

Stance = Literal["positive", "negative", "neutral"]
_STANCES: dict[str, Stance] = {"positive": "positive", "negative": "negative"}


@dataclass(frozen=True, slots=True)
class ActTable:
    """Act and stance of every cue, by lemma and rule."""

    rows: dict[str, CueRow]

    def act_of(self, quote: Quote) -> tuple[str, Stance]:
        """Return the act of a quote and its stance to what it is about."""
        row = self.rows.get(quote.cue_lemma)
        return (row.act, _STANCES.get(row.stance, "neutral")) if row is not None else ("say", "neutral")


def make_act_table(kit: Kit, code: str) -> ActTable:
    """Build the act table of a language; ask for it through `kit.compiled`."""
    rows: dict[str, CueRow] = {}
    if code in READ_LANGUAGES:
        for row in kit.languages[code].rows("cues", CueRow):
            rows.setdefault(row.lemma, row)
    return ActTable(rows)


__all__ = ["ActTable", "Cue", "Stance", "make_act_table", "make_cue_table"]
