"""Dated gatherings as anchors: "the G7 summit in Biarritz", matched against `gatherings.csv` of the knowledge base."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from datetime import date
from typing import NamedTuple

import msgspec

from dragoman.extract.date_calendar import Interval, nearest
from dragoman.extract.date_grammar import Found
from dragoman.kit import Kit
from dragoman.knowledge.rows import GatheringRow
from dragoman.languages.rows import DateWordRow, NameRow

RULE = "gathering"


class Gathering(NamedTuple):
    """One dated meeting: its days, and the words for its place."""

    interval: Interval
    places: frozenset[str]


class GatheringLexicon(msgspec.Struct, frozen=True):
    """The gatherings by the plain name of their group, and the pattern that finds them in a language."""

    pattern: re.Pattern[str] | None
    gatherings: dict[str, tuple[Gathering, ...]]
    groups: dict[str, str]


def gathering_lexicon(kit: Kit, language: str) -> GatheringLexicon:
    """Compile the gatherings for one language (for `Kit.compiled`)."""
    by_group: dict[str, list[Gathering]] = defaultdict(list)
    for row in kit.knowledge.gatherings:
        by_group[row.group].append(Gathering(_interval(row), _place_words(row, kit)))
    groups = {group.lower(): group for group in by_group}
    for name in kit.languages[language].rows("names", NameRow):
        if name.entity in by_group:
            groups |= {form.lower(): name.entity for form in name.form.split("|")}
    nouns = [row.form for row in kit.languages[language].rows("dates", DateWordRow) if row.kind == "gathering"]
    return GatheringLexicon(
        pattern=_pattern(groups, nouns) if groups and nouns else None,
        gatherings={group: tuple(found) for group, found in by_group.items()},
        groups=groups,
    )


def _pattern(groups: dict[str, str], nouns: list[str]) -> re.Pattern[str]:
    group = "|".join(re.escape(form) for form in sorted(groups, key=len, reverse=True))
    noun = "|".join(re.escape(form) for form in sorted(nouns, key=len, reverse=True))
    tail = r"(?: (?:in|at|of|à|de|d')[ ]?(?P<{0}>[\w-]+(?: [\w-]+)?))?(?: (?:in|of|en|de) (?P<{1}>20\d\d|19\d\d))?"
    english = rf"(?:(?P<year>(?:20|19)\d\d) )?(?P<group>{group})(?:'s?)? (?:\w+ )?(?:{noun})" + tail.format("in1", "y1")
    french = rf"(?:{noun})(?: \w+)? (?:du|de la|de l'|de|des|d'|of the|of) ?(?P<group2>{group})" + tail.format("in2", "y2")
    return re.compile(rf"(?<!\w)(?:{english}|{french})(?!\w)")


def _interval(row: GatheringRow) -> Interval:
    start, end = date.fromisoformat(row.start), date.fromisoformat(row.end)
    return Interval(start, end, "day" if start == end else "range")


def _place_words(row: GatheringRow, kit: Kit) -> frozenset[str]:
    """Return the plain words by which a text may name the place of a gathering."""
    if row.place is None:
        return frozenset()
    place = kit.knowledge.places.get(row.place)
    names = [row.place.removeprefix("place:").replace("-", " ")]
    if place is not None:
        names += [place.name, *place.aliases.split("|")]
    return frozenset(folded(name) for name in names if name)


def folded(text: str) -> str:
    """Return a text in lower case without diacritics, for comparing names."""
    marks = unicodedata.normalize("NFD", text.lower())
    return "".join(mark for mark in marks if not unicodedata.combining(mark))


def find_gatherings(text: str, lexicon: GatheringLexicon) -> list[Found]:
    """Return the gatherings that a lower-case text names by group and kind."""
    if lexicon.pattern is None:
        return []
    found = []
    for match in lexicon.pattern.finditer(text):
        groups = match.groupdict()
        place = groups["in1"] or groups["in2"] or ""
        end = match.end()
        slots = {
            "group": lexicon.groups[groups["group"] or groups["group2"]],
            "place": place,
            "year": groups["year"] or groups["y1"] or groups["y2"] or "",
        }
        found.append(Found(match.start(), end, RULE, slots))
    return found


def date_gathering(found: Found, lexicon: GatheringLexicon, anchor: date | None, direction: str) -> Interval | None:
    """Return the days of a gathering: by its place and year where the text names them, else the nearest to the document's day.

    Without place, year and document date nothing tells which one is meant.
    """
    meant = list(lexicon.gatherings[found.slots["group"]])
    named = [each for each in meant if _is_at(each, found.slots["place"])]
    meant = named or meant
    if found.slots["year"]:
        year = int(found.slots["year"])
        meant = [each for each in meant if each.interval.start is not None and each.interval.start.year == year]
    if len(meant) == 1 and (named or found.slots["year"]):
        return meant[0].interval
    if anchor is None:
        return None
    return nearest([each.interval for each in meant], anchor, direction) if meant else None


def _is_at(gathering: Gathering, place: str) -> bool:
    words = folded(place)
    return bool(words) and any(words == name or words.startswith(name + " ") for name in gathering.places)
