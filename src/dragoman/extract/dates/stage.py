"""Time expressions and the intervals that they mean.

Every expression becomes a closed interval with an honest precision: "June 2021" is a month, not a day in it. What leans on
the document's date says so in its basis; what leans on nothing stays unresolved (`basis` "none"). The rules stand in
`languages/<code>/dates.csv` as templates, their meaning in `date_rules.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dragoman.extract.dates.anchors import RULE as GATHERING
from dragoman.extract.dates.anchors import date_gathering, find_gatherings, gathering_lexicon
from dragoman.extract.dates.calendar import Interval, shift
from dragoman.extract.dates.direction import direction_at
from dragoman.extract.dates.filter import is_plausible
from dragoman.extract.dates.grammar import DateLexicon, Found, bound_before, date_lexicon, offset_before, scan
from dragoman.extract.dates.reader import Reader
from dragoman.extract.dates.relative import away
from dragoman.extract.dates.rules import ANAPHORIC, DIRECTED, resolve
from dragoman.extract.parse.sentences import plain
from dragoman.kit import Kit
from dragoman.records import Basis, DateMention, Document, DocumentFacts, Sentence, When

_DAY = timedelta(days=1)


class Dated(NamedTuple):
    """One expression of a sentence with its reading; offsets count in the sentence."""

    start: int
    end: int
    rule: str
    interval: Interval | None
    basis: Basis


class _Page(NamedTuple):
    """What every expression of a document shares."""

    anchor: Interval | None
    basis: Basis
    kit: Kit


def find_dates(
    document: Document, sentences: Sequence[Sentence], facts: DocumentFacts, kit: Kit
) -> tuple[DateMention, ...]:
    """Return every time expression with its interval, in order."""
    page = _Page(*_anchor(facts.published), kit)
    mentions: list[DateMention] = []
    last: Dated | None = None
    for sentence in sentences:
        for dated in _date_sentence(document, sentence, page, last):
            mentions.append(_mention(dated, sentence))
            if _is_reference(dated) and dated.rule != "back":
                last = dated
    return tuple(mentions)


def _is_reference(dated: Dated) -> bool:
    """Tell whether "the same day" may count from an expression: not from a stretch at the document's day ("within a year")."""
    interval = dated.interval
    return interval is not None and not (interval.precision == "range" and dated.basis != "text" and dated.rule != "range")


def _anchor(published: When | None) -> tuple[Interval | None, Basis]:
    if published is None or published.start is None or published.end is None:
        return None, "none"
    start, end = date.fromisoformat(published.start[:10]), date.fromisoformat(published.end[:10])
    return Interval(start, end, published.precision), "dateline" if published.basis == "dateline" else "publication"


def _mention(dated: Dated, sentence: Sentence) -> DateMention:
    interval = dated.interval or Interval(None, None, "unknown")
    when = When(
        start=interval.start.isoformat() if interval.start else None,
        end=interval.end.isoformat() if interval.end else None,
        precision=interval.precision,
        basis=dated.basis,
    )
    return DateMention(
        start=sentence.start + dated.start,
        end=sentence.start + dated.end,
        when=when,
        rule=dated.rule,
        sentence=sentence.index,
    )


def _date_sentence(document: Document, sentence: Sentence, page: _Page, last: Dated | None) -> list[Dated]:
    """Find and read the expressions of one sentence, from left to right."""
    original = plain(document.text[sentence.start : sentence.end])
    text = original.lower()
    if len(text) != len(original):  # a few capital letters grow in lower case; such a sentence is read as it stands
        text = original
    lexicon = page.kit.compiled(date_lexicon, sentence.language)
    gatherings = find_gatherings(text, page.kit.compiled(gathering_lexicon, sentence.language))
    found = [each for each in scan(text, lexicon) if is_plausible(each, original, sentence, lexicon)]
    taken = {offset for gathering in gatherings for offset in range(gathering.start, gathering.end)}
    found = [each for each in found if taken.isdisjoint(range(each.start, each.end))]
    read: list[Dated] = []
    for each in sorted([*found, *gatherings], key=lambda match: match.start):
        recent = read[-1] if read and _is_reference(read[-1]) else last
        dated = _read(each, text, sentence, page, recent)
        if dated is not None:
            read.append(dated)
    return _outermost(_join_ranges(read, found, text, sentence, page))


def _outermost(read: Sequence[Dated]) -> list[Dated]:
    """Of expressions that overlap keep the longer: "la veille du sommet", not "la veille"."""
    kept: list[Dated] = []
    for each in sorted(read, key=lambda dated: (dated.start, -dated.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
        elif each.end - each.start > kept[-1].end - kept[-1].start:
            kept[-1] = each
    return kept


def _read(found: Found, text: str, sentence: Sentence, page: _Page, last: Dated | None) -> Dated | None:
    """Read one match with the words before it that move or open its interval; None where it is no date after all."""
    lexicon = page.kit.compiled(date_lexicon, sentence.language)
    bound = bound_before(text, found.start, lexicon)
    direction = _direction(found, bound, sentence, page)
    if found.rule == "in-count" and direction != "future":
        return None
    interval, basis = _interval(found, lexicon, sentence, page, direction, last)
    offset = offset_before(text, found.start, lexicon)
    if offset is not None and (offset.rule != "at" or found.rule == GATHERING):
        moved = _move(interval, offset, lexicon)
        return Dated(offset.start, found.end, f"{offset.rule}+{found.rule}", moved, basis if moved else "none")
    if found.rule == GATHERING:
        return None
    if bound is not None and (opened := _open(interval, bound[1], page.anchor)) is not None:
        return Dated(bound[0], found.end, f"{bound[1]}+{found.rule}", opened, basis)
    return Dated(found.start, found.end, found.rule, interval, basis)


def _direction(found: Found, bound: tuple[int, str] | None, sentence: Sentence, page: _Page) -> str:
    sense = bound[1] if bound else ""
    if sense in ("since", "until"):
        return "past" if sense == "since" else "future"
    if found.rule not in DIRECTED or found.slots.get("year"):
        return ""
    direction = direction_at(sentence, sentence.start + found.start, sentence.start + found.end, page.kit)
    if direction != "present":
        return direction
    # The present tense looks ahead ("the court rules on Friday"), but with day and month it may mark a day of every year.
    whole = "month" in found.slots and ("day" in found.slots or "ordinal" in found.slots)
    return "" if whole else "future"


def _interval(
    found: Found, lexicon: DateLexicon, sentence: Sentence, page: _Page, direction: str, last: Dated | None
) -> tuple[Interval | None, Basis]:
    """Return the interval of a match and what it rests on: the text alone, the date read before, or the document's date."""
    if found.rule == GATHERING:
        gatherings = page.kit.compiled(gathering_lexicon, sentence.language)
        known = date_gathering(found, gatherings, None, direction)
        if known is not None or page.anchor is None:
            return known, "text" if known else "none"
        near = date_gathering(found, gatherings, page.anchor.end, direction)
        return near, page.basis if near else "none"
    before = last.interval if last is not None else None
    reader = Reader(found, lexicon, None, direction, before)
    interval = resolve(reader, None)
    if interval is not None:
        return interval, last.basis if found.rule in ANAPHORIC and last is not None else "text"
    interval = resolve(reader, page.anchor)
    return interval, page.basis if interval is not None else "none"


def _move(interval: Interval | None, offset: Found, lexicon: DateLexicon) -> Interval | None:
    """Return the interval that lies off an anchor: its eve, the days before it, so many months after it."""
    if interval is None or interval.start is None or interval.end is None:
        return None
    if offset.rule in ("at", "same", "same-day"):
        return interval
    if offset.rule in ("eve", "day-after"):
        edge = interval.start - _DAY if offset.rule == "eve" else interval.end + _DAY
        return Interval(edge, edge, "day")
    if offset.rule in ("count-after", "count-before"):
        after = offset.rule == "count-after"
        reader = Reader(offset, lexicon, None, "", None)
        return away(reader, interval.end if after else interval.start, 1 if after else -1)
    reach, _, side = offset.rule.partition("-")
    unit, count = {"shortly": ("day", 14), "days": ("day", 9), "weeks": ("week", 6), "months": ("month", 11)}[reach]
    if side == "before":
        return Interval(shift(interval.start, -count, unit), interval.start - _DAY, "range")
    return Interval(interval.end + _DAY, shift(interval.end, count, unit), "range")


def _open(interval: Interval | None, sense: str, anchor: Interval | None) -> Interval | None:
    """Return the stretch that "since", "until", "before" or "after" opens beside an interval; None where it opens none."""
    if interval is None or interval.start is None or interval.end is None:
        return None
    today = anchor.end if anchor else None
    if sense in ("since", "from"):
        end = today if today is not None and today >= interval.start else None
        return Interval(interval.start, end, "range") if sense == "since" else None
    if sense == "until":
        first = anchor.start if anchor else None
        return Interval(first if first is not None and first <= interval.end else None, interval.end, "range")
    if interval.precision in ("day", "week"):
        return None  # "after Tuesday's talks" tells of Tuesday
    if sense == "before":
        return Interval(None, interval.start - _DAY, "range")
    end = today if today is not None and today > interval.end else None
    return Interval(interval.end + _DAY, end, "range")


def _join_ranges(
    read: list[Dated], found: Sequence[Found], text: str, sentence: Sentence, page: _Page
) -> list[Dated]:
    """Join "from A to B" and "A - B" into one interval; A takes from B the year that it lacks."""
    lexicon = page.kit.compiled(date_lexicon, sentence.language)
    by_end = {each.end: each for each in found}
    joined: list[Dated] = []
    for dated in read:
        previous = joined[-1] if joined else None
        start = _range_start(previous, dated, text, lexicon) if previous is not None else None
        if previous is None or start is None:
            joined.append(dated)
            continue
        first = by_end.get(previous.end)
        interval = _span(previous, dated, first, lexicon)
        if interval is None:
            joined.append(dated)
        else:
            basis: Basis = "text" if dated.basis == "text" else dated.basis
            joined[-1] = Dated(start, dated.end, "range", interval, basis)
    return joined


def _range_start(first: Dated, second: Dated, text: str, lexicon: DateLexicon) -> int | None:
    """Return where a range of two neighbouring expressions begins; None where they are none."""
    between = text[first.end : second.start].strip()
    inside = text[second.start : second.end].split(" ", 1)[0]
    if between not in lexicon.connectors and not (between == "" and inside in lexicon.connectors):
        return None
    opener = lexicon.openers.search(text[max(0, first.start - 12) : first.start])
    if opener:
        return first.start - len(opener.group())
    if text[first.start : first.end].startswith(tuple(lexicon.words("opener"))):
        return first.start
    return first.start if between == "-" else None


def _span(first: Dated, second: Dated, found: Found | None, lexicon: DateLexicon) -> Interval | None:
    end = second.interval.end if second.interval else None
    if end is None or second.interval is None:
        return None
    start = first.interval.start if first.interval else None
    if found is not None and first.basis != "text":
        anchor = Interval(end, end, "day")
        again = resolve(Reader(found, lexicon, None, "past", None), anchor)
        start = again.start if again is not None else start
    return Interval(start, end, "range") if start is not None and start <= end else None
