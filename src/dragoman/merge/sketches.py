"""A sketch of each report: what is compared when two reports may tell of the same event."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from dragoman.kit import Kit
from dragoman.languages.rows import DateWordRow, DescriptionRow
from dragoman.merge.folding import fold
from dragoman.merge.inputs import MergeDocument
from dragoman.records import EventReport, Party, Record, Span, When

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4  # letters of a word that carries content: most function words of English and French are shorter
_STEM = 5  # letters that an inflected word keeps
_BEFORE, _AFTER = 60, 120  # characters around the trigger that describe the act
_QUOTED = re.compile("[“«\"„]\\s*([^“”«»\"„]{8,80}?)\\s*[”»\"“]")
_LARGEST_FORMAT = 7  # members of a format that is read as its members: the Normandy Four, the Quad, the G7

REALITY = {
    "happened": "real", "ongoing": "real", "alleged": "real", "planned": "planned", "hypothetical": "hypothetical",
    "negated": "unreal", "denied": "unreal",
}  # fmt: skip


class Sketch(Record, frozen=True, kw_only=True):
    """A report with what the comparison needs.

    `sides` are states, organisations or, where there is neither, folded names; a small format stands for its members.
    `people` are the persons known by name, by their state. `low` and `high` are the first and last day as numbers.
    `marks` are days and months named near the trigger, `venues` the points on the map that its sentence names. `words`
    are stems around the trigger without those of the parties, `head` the stem of the trigger itself, `quoted` what its
    sentence puts in quotation marks. `borrowed` are the parties whom the text names before the sentence, not in it.
    """

    report: EventReport
    story: str
    language: str
    published: int | None
    sides: tuple[frozenset[str], frozenset[str]]
    people: Mapping[str, frozenset[str]]
    low: int | None
    high: int | None
    marks: frozenset[tuple[int, int]] = frozenset()
    venues: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()
    head: str = ""
    definite: bool = False
    borrowed: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The id of the report."""
        return self.report.id

    @property
    def everyone(self) -> frozenset[str]:
        """All who take part."""
        return self.sides[0] | self.sides[1]

    @property
    def reality(self) -> str:
        """Whether the act is real, planned, hypothetical or unreal."""
        return REALITY[self.report.status]

    @property
    def cooperative(self) -> bool:
        """Whether the act is one of cooperation."""
        return self.report.quad in (1, 2)


def sketch_reports(documents: Iterable[MergeDocument], story_of: Mapping[str, str], kit: Kit | None) -> list[Sketch]:
    """Return the sketches of all reports, in the order of the documents. Without a kit the words are not looked at."""
    made = []
    for document in documents:
        page = _Page(document, kit)
        for report in document.reports:
            made.append(_sketch(report, page, story_of.get(document.id, document.id)))
    return made


class Months(Record, frozen=True, kw_only=True):
    """How a language writes a day of a month, and what it puts before a thing that is known already."""

    pattern: str
    numbers: Mapping[str, int]
    articles: frozenset[str]


def compile_months(kit: Kit, language: str) -> Months:
    """Compile the words for dates and the articles of a language. Use through `kit.compiled(compile_months, code)`."""
    tables = kit.languages[language]
    numbers = {row.form.casefold(): int(row.value) for row in tables.rows("dates", DateWordRow) if row.kind == "month"}
    month = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    articles = {
        row.form.casefold() for row in tables.rows("descriptions", DescriptionRow)
        if row.kind in ("article", "possessive") and row.value not in ("indefinite", "a")
    }  # fmt: skip
    pattern = (
        rf"\b(?:(?P<before>{month})\.? (?P<after>\d{{1,2}})(?!\d)|"
        rf"(?<!\d)(?P<first>\d{{1,2}})(?:er|st|nd|rd|th)? (?:of )?(?P<then>{month})\b)"
    )
    return Months(pattern=pattern, numbers=numbers, articles=frozenset(articles))


def compile_formats(kit: Kit) -> Mapping[str, frozenset[str]]:
    """Return the members of every small group. Use through `kit.compiled(compile_formats)`."""
    members: dict[str, set[str]] = defaultdict(set)
    for row in kit.knowledge.memberships:
        members[row.group].add(row.member)
    return {
        group: frozenset(found) for group, found in members.items()
        if 2 <= len(found) <= _LARGEST_FORMAT and (actor := kit.knowledge.actor(group)) is not None and actor.kind == "format"
    }  # fmt: skip


class _Page:
    """One document, with what its reports are sketched from."""

    def __init__(self, document: MergeDocument, kit: Kit | None) -> None:
        self.document = document
        self.people = {actor.id for actor in document.actors if actor.kind == "person" and actor.resolved}
        self.formats: Mapping[str, frozenset[str]] = kit.compiled(compile_formats) if kit is not None else {}
        known = kit is not None and document.language in kit.languages
        self.months = kit.compiled(compile_months, document.language) if kit is not None and known else None
        published = document.facts.published
        self.published = day_number(published.start) if published is not None else None
        self.starts = [start for start, _ in document.sentences]

    def sentence(self, offset: int) -> Span | None:
        """Return the sentence around an offset."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0 or self.document.sentences[index][1] < offset:
            return None
        return self.document.sentences[index]

    def venues(self, span: Span) -> frozenset[str]:
        """Return the points on the map that a stretch of the text names."""
        return frozenset(
            actor
            for mention, link in zip(self.document.mentions, self.document.links, strict=True)
            if span[0] <= mention.start and mention.end <= span[1]
            for actor in link.actors
            if actor.startswith("place:")
        )


def _sketch(report: EventReport, page: _Page, story: str) -> Sketch:
    low, high = days_of(report.when)
    plain = Sketch(
        report=report, story=story, language=page.document.language, published=page.published,
        sides=(_entities(report.actors, page.formats), _entities(report.recipients, page.formats)),
        people=_people(report.actors + report.recipients, page.people), low=low, high=high,
        head=_stem(_trigger(report)), venues=_own_venue(report),
    )  # fmt: skip
    span = page.sentence(report.trigger[0])
    if span is None or page.months is None:
        return plain
    start, end = max(span[0], report.trigger[0] - _BEFORE), min(span[1], report.trigger[1] + _AFTER)
    text = page.document.text
    return msgspec.structs.replace(
        plain,
        marks=_marks(text[start:end], page.months),
        venues=plain.venues | page.venues(span),
        quoted=frozenset(fold(match[1]).strip(" .,") for match in _QUOTED.finditer(text, span[0], span[1])),
        words=_words(text, (start, end), [(party.start, party.end) for party in report.actors + report.recipients]),
        borrowed=_entities([p for p in report.actors + report.recipients if p.end <= span[0]], page.formats),
        definite=_is_definite(text[span[0] : report.trigger[1]], _trigger(report), page.months.articles),
    )  # fmt: skip


def _entities(parties: Sequence[Party], formats: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    for party in parties:
        name = party.state or (f"name:{fold(party.name)}" if party.actor.startswith("nil:") else party.actor)
        found |= formats.get(name, {name})
    return frozenset(found)


def _people(parties: Sequence[Party], known: set[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        if party.actor in known:
            found[party.state or party.actor].add(party.actor)
    return {state: frozenset(people) for state, people in found.items()}


def _trigger(report: EventReport) -> str:
    return next((piece.quote for piece in report.evidence if piece.role == "trigger"), "")


def _own_venue(report: EventReport) -> frozenset[str]:
    place = report.place
    return frozenset({place.id}) if place is not None and place.id is not None and place.lat is not None else frozenset()


def _stem(words: str) -> str:
    first = next(iter(_WORD.findall(fold(words))), "")
    return first[:_STEM]


def _words(text: str, around: Span, without: Sequence[Span]) -> frozenset[str]:
    """Return the stems of the longer words of a stretch, but for some spans."""
    start, end = around
    pieces, position = [], start
    for skip_start, skip_end in sorted(without):
        if skip_start < end and skip_end > start:
            pieces.append(text[position : max(position, skip_start)])
            position = max(position, skip_end)
    pieces.append(text[position:end])
    return frozenset(word[:_STEM] for word in _WORD.findall(fold(" ".join(pieces))) if len(word) >= _SHORTEST)


def _marks(text: str, months: Months) -> frozenset[tuple[int, int]]:
    """Return the days of months that a stretch of text names."""
    found = set()
    for match in re.finditer(months.pattern, text, re.IGNORECASE):
        month, day = match["before"] or match["then"], match["after"] or match["first"]
        found.add((months.numbers[month.casefold()], int(day)))
    return frozenset(found)


def _is_definite(text: str, trigger: str, articles: frozenset[str]) -> bool:
    """Tell whether the trigger is a noun that the text takes as known ("the talks", "their meeting")."""
    before = text[: len(text) - len(trigger)].casefold().split()[-2:]
    inside = trigger.casefold().split()[:1]
    return any(word.rstrip("'’") in articles or word in articles for word in before + inside)


def days_of(when: When | None) -> tuple[int | None, int | None]:
    """Return an interval of dates as day numbers; None where an end is open or unreadable."""
    if when is None:
        return None, None
    return day_number(when.start), day_number(when.end)


def day_number(text: str | None) -> int | None:
    """Return the number of a day (ISO 8601), counted from the first of January of year 1."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return None
