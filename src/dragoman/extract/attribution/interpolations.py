"""Speech that is cut by its own attribution inside one pair of marks: `"We agree, - said the minister. - We will sign."`.

Print in Slavic languages, and what machines translate from it, sets the attribution between dashes within the quotation;
the French press sets it between commas ("« La guerre, prévient le général, durera. »").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.quotation_marks import Quoted
from dragoman.extract.attribution.who_can_speak import can_speak, is_tied
from dragoman.extract.parse.tree import has_label
from dragoman.records import Sentence, Token

# A comma or final mark, a dash, a clause in small letters, a final mark or comma, perhaps a dash again.
_INSET = re.compile(r"[,.!?…]\s*[-–—]\s*(?=[^\W\d_])([^\n\"«»“”]{4,120}?)(?:[.,:;]\s*[-–—]\s*|[.!?]\s+(?=[^\W\d_])|$)")
_BETWEEN_COMMAS = re.compile(r",\s+(?=[^\W\d_])([^\n\"«»“”,]{4,90}?)(?:,\s+|$)")
# In a quotation that nothing closes, the sentence in which the attribution stands ends it.
_AT_THE_END = re.compile(r",\s+(?=[^\W\d_])([^\n\"«»“”,]{4,90}?)(?:,\s+|[.!?](?=\s|$)|$)")
_NEAR = 3  # words of the inset within which its verb stands


def split_insets(
    text: str, quoted: Sequence[Quoted], sentences: Sequence[Sentence], table: CueTable
) -> tuple[Quoted, ...]:
    """Return the quotations, cut in two where an attribution is set in."""
    marked = [q for q in quoted if q.family != "dash" and q.depth == 1]
    cut = [q for q in marked if _INSET.search(text, q.start, q.end) or _BETWEEN_COMMAS.search(text, q.start, q.end)]
    if not cut:
        return tuple(quoted)
    tokens = {t.start: (s, t) for s in sentences for t in s.tokens}
    parts = {q.start: list(_parts(text, q, tokens, table)) for q in cut}
    return tuple(sorted((p for q in quoted for p in parts.get(q.start, [q])), key=lambda q: (q.start, -q.end)))


def _parts(text: str, quoted: Quoted, tokens: dict[int, tuple[Sentence, Token]], table: CueTable) -> Iterator[Quoted]:
    between = _BETWEEN_COMMAS if quoted.balanced else _AT_THE_END
    for pattern, tells in ((_INSET, _speaks), (between, _opens_with_verb)):
        for inset in pattern.finditer(text, quoted.start, quoted.end):
            if text[inset.start(1)].islower() and tells(text, inset, tokens, table):
                yield replace(quoted, end=inset.start(), outer_end=inset.start())
                if inset.end() < quoted.end and (quoted.balanced or inset.group().rstrip()[-1] in _RESUMING):
                    yield replace(quoted, start=inset.end(), outer_start=inset.end())
                return
    yield quoted


def _opens_with_verb(
    text: str, inset: re.Match[str], tokens: dict[int, tuple[Sentence, Token]], table: CueTable
) -> bool:
    """Tell whether an inset is a verb of speech with its speaker behind it: "a prévenu le général", "dit-il"."""
    found = tokens.get(inset.start(1))
    if found is not None and found[1].pos == "PRON" and found[1].text.lower() in _REFLEXIVE:  # "s'est indigné le maire"
        found = (found[0], found[0].tokens[min(found[1].i + 1, len(found[0].tokens) - 1)])
    if found is None or found[1].pos not in ("VERB", "AUX"):
        return False
    sentence, verb = found
    if has_label(verb, "aux"):
        verb = sentence.tokens[verb.head]
    pair = table.cue_in(sentence, verb) if verb.pos in ("VERB", "AUX") and verb.end <= inset.end(1) else None
    row = pair[0].row_for("quote") if pair is not None else None
    if row is None or row.group != "speech" or ("VerbForm=Part" in verb.morph and "Tense=Pres" in verb.morph):
        return False  # "..., adding that they agree" goes on with what somebody said
    behind = [t for t in sentence.tokens[found[1].i : verb.i + _REACH] if t.end <= inset.end(1)]
    nouns = (t for t in behind if t.pos in ("NOUN", "PROPN"))
    return any(is_tied(t) or t.text.lower() in _WHO for t in behind) or any(can_speak(sentence, t, table) for t in nouns)


_WHO = frozenset(("he", "she", "they", "il", "elle", "ils", "elles"))  # "a dit il": translation loses the hyphen
_REFLEXIVE = frozenset(("s'", "s’", "se"))
_RESUMING = frozenset(",-–—")  # what stands behind an attribution where the quotation goes on though nothing closes it
_REACH = 7  # words behind a verb within which its speaker is named


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
