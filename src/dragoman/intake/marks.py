"""What each line of a page is: first by its wording (the furniture tables), then by its shape and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from dragoman.intake.dates import only_date
from dragoman.intake.furniture import Furniture
from dragoman.intake.lines import Line, fold, word_count
from dragoman.records import BlockKind, Record

_HEADLINE_WORDS = range(3, 36)
_MOST_LEADS = 3
_MOST_SUBHEADS = 2  # short lines in a row; more are a list of the page


class Mark(Record, frozen=True, kw_only=True):
    """What one line is, and the rule that says so."""

    kind: BlockKind
    detail: str = ""
    rule: str = ""
    scope: str = "line"


def mark_lines(
    lines: Sequence[Line], title: str | None, furniture: Furniture, outlets: frozenset[str]
) -> list[Mark]:
    """Say of every line what it is. The article reaches from the first to the last long paragraph and a little beyond."""
    worded = [_by_wording(line, furniture) for line in lines]
    first, last = _article_bounds(lines, worded)
    if first is None or last is None:
        return [mark or Mark(kind="body", rule="no-paragraphs") for mark in worded] if _some_left(worded) else [
            Mark(kind="body", rule="nothing-else") for _ in lines
        ]
    marks = [
        _by_place(line, index, first, last, mark, furniture)
        for index, (line, mark) in enumerate(zip(lines, worded, strict=True))
    ]
    last = _close_article(lines, marks, first, last)
    _mark_bullet_runs(lines, marks, outlets, first, last)
    _mark_bio(lines, marks, first, last)
    _mark_author_bio(lines, marks, first)
    _mark_head(lines, marks, title, first)
    _mark_tail(lines, marks, last)
    _mark_lists(lines, marks, last)
    return [mark or _inside(lines[index], index < last) for index, mark in enumerate(marks)]


def _mark_lists(lines: Sequence[Line], marks: list[Mark | None], last: int) -> None:
    """Mark runs of short lines inside the article, which no colon announces: links, tags, tables."""
    index = 0
    while index < last:
        end = index
        while end < last and marks[end] is None and _inside(lines[end], before_last=True).kind == "subhead":
            end += 1
        announced = index > 0 and lines[index - 1].text.endswith(":")
        if end - index > _MOST_SUBHEADS and not announced:
            for position in range(index, end):
                marks[position] = Mark(kind="furniture", detail="list", rule="short-lines")
        index = max(end, index + 1)


def _some_left(marks: Sequence[Mark | None]) -> bool:
    return any(mark is None for mark in marks)


def _by_wording(line: Line, furniture: Furniture, *, head: bool = False, tail: bool = False) -> Mark | None:
    """Return what the tables say about a line, wherever it stands."""
    row = furniture.match(line.text, head=head, tail=tail)
    if row is None:
        return None
    kind: BlockKind = row.kind  # type: ignore[assignment]  # the table's loader checks nothing; tests do
    return Mark(kind=kind, detail=row.detail, rule=f"table:{row.detail or row.kind}", scope=row.scope)


def _article_bounds(lines: Sequence[Line], worded: Sequence[Mark | None]) -> tuple[int | None, int | None]:
    """Return the first and the last line that is surely a paragraph of running text.

    A text of short paragraphs has none that are long: then the bounds are its first and last sentence-like lines.
    """
    for test in ("long", "prose"):
        found = [
            index for index, line in enumerate(lines)
            if getattr(line, test) and worded[index] is None
        ]
        if found:
            return _reach_back(lines, worded, found[0]), found[-1]
    return None, None


def _reach_back(lines: Sequence[Line], worded: Sequence[Mark | None], first: int) -> int:
    """Move the start of the article up over sentences that stand directly before the first long paragraph."""
    while first > 0 and worded[first - 1] is None and lines[first - 1].prose and not lines[first - 1].bullet:
        first -= 1
    return first


def _by_place(
    line: Line, index: int, first: int, last: int, mark: Mark | None, furniture: Furniture
) -> Mark | None:
    """Add what the tables say only about the head or the tail of a page, and lines that are nothing but a date."""
    if mark is None and (index < first or index >= last):
        mark = _by_wording(line, furniture, head=index < first, tail=index >= last)
    if mark is None and only_date(line.text) is not None:
        mark = Mark(kind="dateline", rule="date-alone") if index < first else Mark(
            kind="furniture", detail="date", rule="date-alone"
        )
    return mark


def _close_article(lines: Sequence[Line], marks: list[Mark | None], first: int, last: int) -> int:
    """Mark what stands under a heading like "More stories"; return the last line of the article.

    Under such a heading everything is furniture when it stands after most of the text; before that, only what is no
    running text.
    """
    half = sum(line.words for line in lines) / 2
    before = list(accumulate(line.words for line in lines))
    index = 0
    while index < len(lines):
        mark = marks[index]
        index += 1
        if mark is None or mark.scope == "line":
            continue
        ends = mark.scope == "rest" and index > first + 1 and before[index - 1] > half
        stop = len(lines) if ends and mark.detail == "comments" else _resumes(lines, marks, index, ends)
        for later in range(index, stop):
            if marks[later] is None:
                marks[later] = Mark(kind="furniture", detail=mark.detail, rule=f"under:{mark.rule}")
        index = stop
    open_lines = [index for index in range(first, last + 1) if marks[index] is None and lines[index].prose]
    return open_lines[-1] if open_lines else last


def _resumes(lines: Sequence[Line], marks: Sequence[Mark | None], start: int, ends: bool) -> int:
    """Return where running text goes on after a heading of links.

    In the upper half any sentence does; below, where links come with teasers, two paragraphs in a row of 50 words.
    """
    for index in range(start, len(lines)):
        if not ends and (lines[index].prose or marks[index] is not None):
            return index
        pair = [line for line, mark in zip(lines[index : index + 2], marks[index : index + 2], strict=True) if not mark]
        if len(pair) == 2 and all(line.prose for line in pair) and sum(line.words for line in pair) >= 50:
            return index
    return len(lines)


def _mark_bullet_runs(
    lines: Sequence[Line], marks: list[Mark | None], outlets: frozenset[str], first: int, last: int
) -> None:
    """Mark runs of bullets: a picture's caption and credit, a list of the page, or a list of the article."""
    index = 0
    while index < len(lines):
        if not lines[index].bullet:
            index += 1
            continue
        end = index
        while end < len(lines) and lines[end].bullet:
            end += 1
        if index < first or not all(_is_spoken(line) for line in lines[index:end]):
            _mark_run(lines, marks, range(index, end), outlets, first <= index <= last)
        index = end


def _is_spoken(line: Line) -> bool:
    """Tell whether a dash opens speech rather than an entry of a list: an interviewer's question, a line of dialogue."""
    return line.dash and line.final and line.text[:1].isupper() and line.text[-1:] in "?!.…»”\""


def _mark_run(
    lines: Sequence[Line], marks: list[Mark | None], run: range, outlets: frozenset[str], inside: bool
) -> None:
    credits = [index for index in run if (mark := marks[index]) is not None and mark.kind == "credit"]
    if credits:
        for index in run:
            if marks[index] is None and not lines[index].final:
                named = fold(lines[index].text) in outlets or (index > run[0] and lines[index].words <= 4)
                marks[index] = Mark(kind="credit" if named else "caption", rule="bullets-with-credit")
        return
    announced = run[0] > 0 and lines[run[0] - 1].text.endswith(":")
    sentences = sum(lines[index].prose for index in run)
    if announced or (inside and (sentences * 2 >= len(run) or all(lines[index].words >= 8 for index in run))):
        for index in run:
            if marks[index] is None:
                marks[index] = Mark(kind="body", rule="bullet-list")
        return
    for index in run:
        if marks[index] is None and not lines[index].long:
            marks[index] = Mark(kind="furniture", detail="widget", rule="bullet-list")


_SENTENCE_END = re.compile(r"[.!?…]+[\s»”\"']+")


def _mark_bio(lines: Sequence[Line], marks: list[Mark | None], first: int, last: int) -> None:
    """Mark a self-description after the article: one paragraph of fragments ("Traveller. Coffee lover. Dreamer.").

    Sentences of news run to 15-25 words; four or more in a row of under five words each on average are no report.
    """
    for index in range(max(last, first + 1), len(lines)):
        line = lines[index]
        pieces = [piece for piece in _SENTENCE_END.split(line.text + " ") if word_count(piece)]
        if marks[index] is None and len(pieces) >= 4 and line.words / len(pieces) < 5:
            marks[index] = Mark(kind="furniture", detail="bio", rule="fragments")


_LEADING_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]* ){1,3}[A-ZÀ-Þ][\w'’.-]*")


def _mark_author_bio(lines: Sequence[Line], marks: list[Mark | None], first: int) -> None:
    """Mark closing lines that begin with the full name of the author in the byline ("A. Author teaches law.")."""
    bylines = " | ".join(fold(line.text) for line, mark in zip(lines, marks, strict=True) if mark and mark.kind == "byline")
    for index in range(len(lines) - 1, max(first, len(lines) - 4), -1):
        name = _LEADING_NAME.match(lines[index].text)
        if marks[index] is None and name is not None and lines[index].words <= 60 and fold(name[0]) in bylines:
            marks[index] = Mark(kind="furniture", detail="bio", rule="author-of-byline")


def _mark_head(lines: Sequence[Line], marks: list[Mark | None], title: str | None, first: int) -> None:
    """Mark the lines before the first paragraph: the headline, leads after it, site names before it."""
    headline = _find_headline(lines, marks, title, first)
    after = [i for i in range(first) if marks[i] is None and headline is not None and i > headline and lines[i].words >= 8]
    leads = after if len(after) <= _MOST_LEADS else []  # more are a list of other headlines
    for index in range(first):
        if marks[index] is not None:
            continue
        line = lines[index]
        if index == headline:
            marks[index] = Mark(kind="headline", rule="title" if title else "before-text")
        elif index in leads:
            marks[index] = Mark(kind="dek", rule="after-headline")
        else:
            site = index == 0 and headline is not None and _looks_like_site_name(line)
            marks[index] = Mark(kind="furniture", detail="site-name" if site else "navigation", rule="before-text")


def _looks_like_site_name(line: Line) -> bool:
    """Tell whether the page's first line is a short name: up to four words, each with a capital."""
    words = line.text.split()
    return len(words) <= 4 and not line.final and all(word[:1].isupper() for word in words)


def _find_headline(lines: Sequence[Line], marks: Sequence[Mark | None], title: str | None, first: int) -> int | None:
    """Return the line that is the headline: the declared title, else the fullest short line before the text."""
    wanted = fold(title) if title else ""
    candidates = [index for index in range(first) if marks[index] is None]
    for index in candidates:
        if wanted and fold(lines[index].text) == wanted:
            return index
    quoted = next((index for index in candidates if lines[index].text[:1] in "\"“«" and lines[index].text[-1:] in "\"”»"), None)
    if quoted is not None:
        return quoted  # interviews are titled by a quotation, and a longer line below it says who speaks
    ranked = [
        (min(lines[index].words, 12) - 6 * lines[index].text.endswith(("...", "…", ":")), -index)
        for index in candidates
        if lines[index].words in _HEADLINE_WORDS
    ]
    return -max(ranked)[1] if ranked else None


def _mark_tail(lines: Sequence[Line], marks: list[Mark | None], last: int) -> None:
    """Mark the lines after the last paragraph: sentences go on the article, anything else ends it."""
    ended = False
    for index in range(last + 1, len(lines)):
        if marks[index] is not None:
            ended = True
        elif ended or not lines[index].final:
            ended = True
            marks[index] = Mark(kind="furniture", detail="related", rule="after-text")


def _inside(line: Line, before_last: bool) -> Mark:
    """Return what an unmarked line of the article is: a paragraph, or a sub-headline."""
    if before_last and not line.final and line.words <= 14 and not line.text.endswith((":", ",", ";")):
        return Mark(kind="subhead", rule="short-line")
    return Mark(kind="body", rule="paragraph")
