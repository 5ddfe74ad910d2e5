"""Quotations without a source beside them: headings in quotes, and quoted words that nobody is named for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dragoman.extract.attribution.drafts import Draft
from dragoman.extract.attribution.quotation_marks import Quoted
from dragoman.extract.attribution.quoted_speech import Page
from dragoman.extract.parse.tree import overlap
from dragoman.records import Span

_FEWEST = 3  # words; shorter ones are names of things ("road map") or scare quotes
_HEADING_LENGTH = 120
_WORD = re.compile(r"\w+")


def heading_quotations(page: Page) -> tuple[Quoted, ...]:
    """Return the quotations that fill a short line without a final stop: the headings of a text's parts."""
    found = []
    for quoted in page.quoted:
        line = page.line_at(quoted.outer_start)
        if quoted.depth != 1 or line is None or line.end - line.start > _HEADING_LENGTH or quoted.family == "dash":
            continue
        fills = line.start == quoted.outer_start and line.end == quoted.outer_end
        if fills and page.text[quoted.end - 1] not in ".!?…,;:":
            found.append(quoted)
    return tuple(found)


def loose_quotations(page: Page, drafts: Sequence[Draft], headings: Sequence[Quoted]) -> list[Draft]:
    """Return a draft for every quotation that no attribution covers and that says something."""
    covered = sorted(span for draft in drafts for span in draft.content)
    found = []
    for quoted in (q for q in page.quoted if q.depth == 1 and q.family != "dash"):
        span = (quoted.start, quoted.end)
        heading = quoted in headings
        if not heading and (_is_covered(span, covered) or not _says_something(page, quoted)):
            continue
        sentence = next(iter(page.sentences_in(quoted.start, quoted.end)), None)
        if sentence is not None:
            found.append(
                Draft(
                    sentence=sentence.index, cue_token=-1, row=None, source=None, source_token=None, cue=None,
                    content=(span,), rule="loose-quotation", score=0.4, form="heading" if heading else "unattributed",
                )
            )  # fmt: skip
    return found


def _is_covered(span: Span, covered: Sequence[Span]) -> bool:
    """Tell whether some content holds more than half of a span. `covered` is sorted."""
    last = bisect_left(covered, (span[1], span[1]))
    return any(overlap(span, other) * 2 > span[1] - span[0] for other in covered[max(0, last - 40) : last])


def _says_something(page: Page, quoted: Quoted) -> bool:
    """Three words or more with a finite verb; names of things and scare quotes have none."""
    if len(page.text[quoted.start : quoted.end].split()) < _FEWEST:
        return False
    return any(
        token.pos in ("VERB", "AUX") and quoted.start <= token.start < quoted.end and "VerbForm=Fin" in token.morph
        for sentence in page.sentences_in(quoted.start, quoted.end)
        for token in sentence.tokens
    )


def same_words(page: Page, heading: Span, contents: Sequence[Sequence[Span]]) -> int | None:
    """Return the index of the first content that holds nearly all words of a heading, or None."""
    wanted = _words(page.text[slice(*heading)])
    for index, spans in enumerate(contents):
        if wanted and spans[0][0] > heading[0]:
            given = set().union(*(_words(page.text[start:end]) for start, end in spans))
            if len(wanted & given) >= 0.75 * len(wanted):
                return index
    return None


def _words(text: str) -> set[str]:
    """Return the first four letters of all words but the shortest: "wants" and "want" are the same word here."""
    return {word.casefold()[:4] for word in _WORD.findall(text) if len(word) > 2}


def with_marks(page: Page, span: Span) -> Span:
    """Return a content with the closing mark of a quotation that it holds to the last word."""
    start, end = span
    for quoted in page.quoted_near(start, end):
        if quoted.depth == 1 and start < quoted.outer_start < end and 0 <= quoted.end - end <= 1:
            end = max(end, quoted.outer_end)
        elif quoted.depth == 1 and 0 <= quoted.outer_start - end <= 1 and page.text[end:quoted.outer_start].isspace():
            end = quoted.outer_end  # "demanded the departure “without delay”": one noun phrase
    return start, end
