"""Contents that stand in the sentence before their cue ("This was told at the ministry", "He said this in Geneva")."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.attribution.cues import Cue, CueTable
from dragoman.extract.attribution.drafts import Draft
from dragoman.extract.attribution.frames import verb_draft
from dragoman.extract.attribution.verb_forms import is_passive
from dragoman.extract.parse.tree import children
from dragoman.languages.rows import CueRow
from dragoman.records import Sentence, Span, Token

_STRICT = {"this", "ceci", "cela"}
_MODALS = {"can", "could", "may", "might", "must", "should", "will", "would"}
_MADE = {"make", "voice", "issue", "faire", "tenir"}


def previous_contents(
    sentence: Sentence, previous: Sentence | None, table: CueTable, used: frozenset[int]
) -> Iterator[Draft]:
    """Yield the attributions of a sentence whose content is the sentence before it."""
    if previous is None or previous.kind != sentence.kind:
        return
    content = _whole(previous)
    for token in sentence.tokens:
        if token.pos != "VERB" or token.i in used or content is None:
            continue
        row = _points_back(sentence, token, table)
        if row is not None:
            draft = verb_draft(sentence, token, row, (content,), "previous-sentence", table)
            if draft is not None:
                yield draft
            return


def _whole(sentence: Sentence) -> Span | None:
    """Return a sentence without its final stop."""
    last = len(sentence.tokens)
    while last > 0 and sentence.tokens[last - 1].text in ".":
        last -= 1
    return (sentence.start, sentence.tokens[last - 1].end) if last >= 3 else None


def _points_back(sentence: Sentence, token: Token, table: CueTable) -> CueRow | None:
    """Return the reading of a cue whose content is a pronoun ("this"), or "this statement" with a verb of making."""
    cue = table.cue(token)
    own = cue.reading("speech", "evaluation") if cue is not None else None
    if own is not None and _says_this(sentence, token, cue):
        return own
    if token.lemma in _MADE:
        for child in children(sentence, token.i, "nsubj:pass", "obj"):
            noun = table.cue(child) if child.pos == "NOUN" else None
            if noun is not None and _with_this(sentence, child):
                return noun.rows[0][0]
    return None


def _says_this(sentence: Sentence, token: Token, cue: Cue | None) -> bool:
    modal = any(t.text.lower() in _MODALS for t in children(sentence, token.i, "aux"))
    if cue is None or modal or children(sentence, token.i, "ccomp", "xcomp"):
        return False
    if is_passive(sentence, token.i):
        return any(t.text.lower() in _STRICT for t in children(sentence, token.i, "nsubj:pass"))
    objects = children(sentence, token.i, "obj", "advmod")
    return cue.row_for("bare-object") is not None and any(t.text.lower() in _STRICT for t in objects)


def _with_this(sentence: Sentence, noun: Token) -> bool:
    determiners = {t.text.lower() for t in children(sentence, noun.i, "det")}
    return bool(determiners & {"this", "these", "such", "cette", "ces", "ce"})

