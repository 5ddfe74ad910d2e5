"""Speech that is cut by its own attribution inside one pair of marks: `"We agree, - said the minister. - We will sign."`.

Print in Slavic languages, and what machines translate from it, sets the attribution between dashes within the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.quotation_marks import Quoted
from dragoman.records import Sentence, Token

# A comma or final mark, a dash, a clause in small letters, a final mark or comma, perhaps a dash again.
_INSET = re.compile(r"[,.!?…]\s*[-–—]\s*(?=[^\W\d_])([^\n\"«»“”]{4,120}?)(?:[.,:;]\s*[-–—]\s*|[.!?]\s+(?=[^\W\d_])|$)")
_NEAR = 3  # words of the inset within which its verb stands


def split_insets(
    text: str, quoted: Sequence[Quoted], sentences: Sequence[Sentence], table: CueTable
) -> tuple[Quoted, ...]:
    """Return the quotations, cut in two where an attribution is set in."""
    dashed = [q for q in quoted if q.family != "dash" and _INSET.search(text, q.start, q.end)]
    if not dashed:
        return tuple(quoted)
    tokens = {t.start: (s, t) for s in sentences for t in s.tokens}
    parts = {q.start: list(_parts(text, q, tokens, table)) for q in dashed}
    return tuple(sorted((p for q in quoted for p in parts.get(q.start, [q])), key=lambda q: (q.start, -q.end)))


def _parts(text: str, quoted: Quoted, tokens: dict[int, tuple[Sentence, Token]], table: CueTable) -> Iterator[Quoted]:
    for inset in _INSET.finditer(text, quoted.start, quoted.end):
        if text[inset.start(1)].islower() and _speaks(text, inset, tokens, table):
            yield replace(quoted, end=inset.start(), outer_end=inset.start())
            if inset.end() < quoted.end:
                yield replace(quoted, start=inset.end(), outer_start=inset.end())
            return
    yield quoted


def _speaks(
    text: str, inset: re.Match[str], tokens: dict[int, tuple[Sentence, Token]], table: CueTable
) -> bool:
    """Tell whether a verb of speech stands among the first words of an inset."""
    words = list(re.finditer(r"[^\W\d_]+", inset.group(1)))[:_NEAR]
    for word in words:
        found = tokens.get(inset.start(1) + word.start())
        pair = table.cue_in(*found) if found is not None and found[1].pos in ("VERB", "AUX") else None
        if pair is not None and pair[0].row_for("quote") is not None:
            return True
    return False
