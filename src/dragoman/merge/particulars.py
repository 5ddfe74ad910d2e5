"""What a text names: its day, the states and places of the tables, people and places that no table knows, figures.

Two reports of one event share these whatever their words are; two reports of one topic share the states and the well-known,
less often a village, a spokesman, a figure or the day. States and places are compared by their ids, which are the same in
every language; the other names by their spelling, near enough for another transliteration (Yuldashev, Youldachev).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import sqrt

from rapidfuzz.distance import JaroWinkler

from dragoman.intake.dates import MONTHS
from dragoman.kit import Kit
from dragoman.languages.rows import DateWordRow, NameRow
from dragoman.merge.folding import fold
from dragoman.records import Record, When

_MOST_DIGITS = 18  # of what is taken for a number: Python refuses to read thousands of digits
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ELISION = re.compile(r"^(?:[dlnsjmtc]|qu)[’'](?=\w)|[’']s?$", re.IGNORECASE)  # l'Iran, Iran's
_ENDS = ".!?…:»”\"“«([–—"  # marks after which a word has its capital from its place
_LONGEST = 5  # words of a name that the tables know
_SHORTEST = 3  # letters of a name
_LEAD = 4  # sentences in which the day of the event is told
_ALIKE, _LONG = 0.9, 5  # likeness of two spellings of one name, and letters from which likeness is asked at all
_SMALL, _YEARS = 31, (1900, 2100)  # figures that days and years are written with
_KINDS = frozenset(("name", "short", "demonym", "adjective", "capital", "garble"))  # of names.csv, that may stand in any case
_NO_NAMES = frozenset(("mme", "mlle", "mgr", "mrs"))
_MONTH = 31
_CLOSE_DAYS = 1  # two outlets date one event by their own clocks


class Particulars(Record, frozen=True, kw_only=True):
    """What a text names. `weekdays` and `dates` (month, day) are those of its opening; `day` is known from both."""

    known: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    weekdays: tuple[int, ...] = ()
    dates: frozenset[tuple[int, int]] = frozenset()
    day: int | None = None


class _Forms(Record, frozen=True, kw_only=True):
    """Forms of names (folded; acronyms as they are written) with the ids of what they name, and the words of the calendar."""

    ids: dict[str, str]
    lower: dict[str, str]  # of adjectives that are written without a capital, as in French
    acronyms: dict[str, str]
    weekdays: dict[str, int]
    months: frozenset[str]


def find_particulars(sentences: Sequence[str], language: str, published: When | None, kit: Kit) -> Particulars:
    """Return what the sentences of a text name."""
    forms = kit.compiled(_forms, language)
    found = [name for sentence in sentences for name in _names(sentence, forms)]
    lead = [fold(token) for sentence in sentences[:_LEAD] for token in _TOKEN.findall(sentence)]
    weekdays = tuple(dict.fromkeys(forms.weekdays[word] for word in lead if word in forms.weekdays))
    dates = frozenset(_dates(lead))
    return Particulars(
        known=frozenset(identifier for identifier, _ in found if identifier),
        others=frozenset(name for identifier, name in found if not identifier),
        figures=frozenset(number for sentence in sentences for number in _figures(sentence)),
        weekdays=weekdays,
        dates=dates,
        day=_day(published, weekdays),
    )


def _forms(kit: Kit, language: str) -> _Forms:
    ids: dict[str, str] = {}
    lower: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    spoken = kit.languages.get(language)
    if spoken is not None:
        for row in spoken.rows("names", NameRow):
            for form in row.form.split("|"):
                if row.kind == "acronym":
                    acronyms.setdefault(form, row.entity)
                elif row.kind in _KINDS:
                    (lower if form[:1].islower() else ids).setdefault(_folded_name(form), row.entity)
    for place in kit.knowledge.places.values():
        for form in (place.name, *place.aliases.split("|")):
            ids.setdefault(_folded_name(form), place.id)
    for person in kit.knowledge.persons.values():
        ids.setdefault(_folded_name(person.name), f"person:{person.id}")
    words = spoken.rows("dates", DateWordRow) if spoken is not None else ()
    return _Forms(
        ids=ids,
        lower=lower,
        acronyms=acronyms,
        weekdays={fold(row.form): int(row.value) for row in words if row.kind == "weekday"},
        months=frozenset(MONTHS),
    )


def _folded_name(form: str) -> str:
    return " ".join(fold(token) for token in _TOKEN.findall(form))


def _names(sentence: str, forms: _Forms) -> Iterator[tuple[str, str]]:
    """Yield the names in a sentence, each with its id in the tables, or empty where they do not know it; longest first."""
    matches = list(_TOKEN.finditer(sentence))
    tokens = [_ELISION.sub("", match.group()) for match in matches]
    words = [fold(token) for token in tokens]
    place = 0
    while place < len(tokens):
        size, identifier = _longest(tokens, words, place, forms)
        if identifier:
            yield identifier, " ".join(words[place : place + size])
        elif _is_name(sentence, matches[place], tokens[place], words[place], forms):
            yield "", words[place]
        place += size


def _longest(tokens: Sequence[str], words: Sequence[str], place: int, forms: _Forms) -> tuple[int, str]:
    """Return how many words from `place` on make a form of the tables, and its id; one word and no id where none does."""
    if tokens[place] in forms.acronyms:
        return 1, forms.acronyms[tokens[place]]
    for size in range(min(_LONGEST, len(tokens) - place), 0, -1):
        form = " ".join(words[place : place + size])
        identifier = forms.ids.get(form, "") if tokens[place][:1].isupper() else ""
        identifier = identifier or forms.lower.get(form, "")
        if identifier and (size > 1 or len(words[place]) > _SHORTEST):
            return size, identifier
    return 1, ""


def _is_name(sentence: str, match: re.Match[str], token: str, word: str, forms: _Forms) -> bool:
    if not token[:1].isupper() or len(word) < _SHORTEST or word in _NO_NAMES or word in forms.weekdays or word in forms.months:
        return False
    before = sentence[: match.start()].rstrip()
    return bool(before) and before[-1] not in _ENDS and sentence[match.start() - 1] != "\n"


def _figures(sentence: str) -> Iterator[str]:
    """Yield the figures that are neither small nor years: the same ones are seldom told of two events."""
    for token in _TOKEN.findall(sentence):
        if token[0].isdigit():
            value = token.replace(",", "").rstrip(".")
            whole = int(value) if value.isdigit() and len(value) <= _MOST_DIGITS else None
            if whole is None or (whole > _SMALL and not _YEARS[0] <= whole <= _YEARS[1]):
                yield value.replace(".", "")


def _dates(lead: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield month and day of each date in the words of an opening: 14 May, May 14, 1er mai."""
    for before, after in pairwise(lead):
        for number, name in ((before, after), (after, before)):
            if name in MONTHS and number.isdigit() and len(number) <= _MOST_DIGITS and 1 <= int(number) <= _SMALL:
                yield MONTHS[name], int(number)


def _day(published: When | None, weekdays: Sequence[int]) -> int | None:
    """Return the day of the first weekday that a text names: the last such day before its publication, or that itself."""
    if published is None or published.start is None or published.precision not in ("minute", "day") or not weekdays:
        return None
    last = date.fromisoformat(published.start[:10])
    return last.toordinal() - (last.weekday() - weekdays[0]) % 7


def shared_names(left: Particulars, right: Particulars) -> float:
    """Return how many names that no table knows two texts share, however each spells them."""
    same = left.others & right.others
    rest = [name for name in right.others - same if len(name) >= _LONG]
    near = sum(
        any(JaroWinkler.similarity(name, other, score_cutoff=_ALIKE) > 0 for other in rest)
        for name in left.others - same
        if len(name) >= _LONG
    )
    return float(len(same) + near)


def likeness_of_sets(shared: float, left: int, right: int) -> float:
    """Return the cosine of two sets: what they share over the mean of their sizes."""
    return min(1.0, shared / sqrt(left * right)) if left and right else 0.0


def same_day(left: Particulars, right: Particulars) -> bool | None:
    """Tell whether two texts open with one day; None where they do not say, or not in the same manner."""
    if left.day is not None and right.day is not None:
        return abs(left.day - right.day) <= _CLOSE_DAYS
    dates = [text.dates | _month_and_day(text.day) for text in (left, right)]
    if dates[0] and dates[1]:
        return bool(dates[0] & dates[1])
    if left.weekdays and right.weekdays:
        return left.weekdays[0] in right.weekdays or right.weekdays[0] in left.weekdays
    return None


def months_apart(left: Particulars, right: Particulars) -> bool:
    """Tell whether both texts open with dates, and no date of one lies within a month of one of the other, in whatever year."""
    dates = [text.dates | _month_and_day(text.day) for text in (left, right)]
    return bool(dates[0] and dates[1]) and all(_apart(a, b) > _MONTH for a in dates[0] for b in dates[1])


def _apart(left: tuple[int, int], right: tuple[int, int]) -> int:
    """Return the days between two days of the year, as months of thirty."""
    days = abs(30 * (left[0] - right[0]) + left[1] - right[1])
    return min(days, 360 - days)


def _month_and_day(day: int | None) -> frozenset[tuple[int, int]]:
    if day is None:
        return frozenset()
    found = date.fromordinal(day)
    return frozenset({(found.month, found.day)})
