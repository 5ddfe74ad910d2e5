"""The draft of an attribution: what a rule found, before it has a speaker."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.languages.rows import CueRow
from dragoman.records import Span

_FORMS = {"attitude": "attitude", "topic": "topic"}


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution as a rule found it. `cue_token` and `source_token` index the tokens of its sentence.

    `carrier` is whoever passes the words on without words of their own ("the agency quoted X as saying"). `opening`: for the
    turns of an interview, where its first question begins; before it stands the introduction.
    """

    sentence: int
    cue_token: int
    row: CueRow | None
    source: Span | None
    source_token: int | None
    cue: Span | None
    content: tuple[Span, ...]
    rule: str
    score: float
    form: str = "statement"
    addressee: Span | None = None
    medium: Span | None = None
    carrier: int | None = None
    opening: int = -1


def form_of(row: CueRow) -> str:
    """Return the form of statement that a cue makes."""
    return _FORMS.get(row.group, "statement")
