"""Dated gatherings as anchors: "the G7 summit in Biarritz", matched against `gatherings.csv` of the knowledge base."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import msgspec

from dragoman.extract.dates.calendar import Interval, nearest
from dragoman.extract.dates.grammar import Found
from dragoman.kit import Kit
from dragoman.knowledge.rows import GatheringRow
from dragoman.languages.rows import DateWordRow, NameRow

RULE = "gathering"


_UNDATED_REACH = 120  # days: a summit named without place or year is taken for one of these months, else left open
_ADJECTIVAL = ("adjective", "demonym")


class Gathering(NamedTuple):
    """One dated meeting: its days, and the words for its place."""

    interval: Interval
    places: frozenset[str]


class GatheringLexicon(msgspec.Struct, frozen=True):
    """The gatherings by what a text may call them, and the pattern that finds such names in a language.

    `hints` are words of which one must stand in a sentence before the pattern is tried.
    """

    pattern: re.Pattern[str] | None
    gatherings: dict[str, tuple[Gathering, ...]]
    hints: tuple[str, ...]


def gathering_lexicon(kit: Kit, language: str) -> GatheringLexicon:
    """Compile the gatherings for one language (for `Kit.compiled`)."""
    by_group: dict[str, list[Gathering]] = defaultdict(list)
    by_form: dict[str, list[Gathering]] = defaultdict(list)
    for row in kit.knowledge.gatherings:
        gathering = Gathering(_interval(row), _place_words(row, kit))
        by_group[row.group].append(gathering)
        by_form[row.name.partition(" (")[0].lower()].append(gathering)
    nouns = [row.form for row in kit.languages[language].rows("dates", DateWordRow) if row.kind == "gathering"]
    groups = {group.lower(): group for group in by_group}
    for name in kit.languages[language].rows("names", NameRow):
        if name.entity in by_group and name.kind not in _ADJECTIVAL:
            groups |= {form.lower(): name.entity for form in name.form.split("|")}
    standing = {form for form in (*by_form, *groups) if form in by_form or any(noun in form.split() for noun in nouns)}
    found = {form: tuple(by_form.get(form) or by_group[groups[form]]) for form in {*groups, *standing}}
    places = {place for each in by_group.values() for gathering in each for place in gathering.places}
    return GatheringLexicon(
        pattern=_pattern(groups, standing, nouns, places) if by_group and nouns else None,
        gatherings=found,
        hints=(*nouns, *(form for form in standing if not any(noun in form for noun in nouns))),
    )


def _pattern(groups: Iterable[str], standing: Iterable[str], nouns: Iterable[str], places: Iterable[str]) -> re.Pattern[str]:
    group, name, noun, place = (_alternatives(forms) for forms in (groups, standing, nouns, places))
    before = r"(?:(?P<year1>(?:20|19)\d\d) )?"
    first = rf"{before}(?P<group1>{group})(?:'s?)? (?:[a-z]+ )?{noun}"
    last = rf"{noun}(?: \w+)? (?:du|de la|de l'|de|des|d'|of the|of) ?(?P<group2>{group})"
    tail = rf"(?: (?:in|at|of|à|au|de|d'|du) ?(?P<place>{place}))?(?:,? (?:in |of |en |de )?(?P<year2>(?:20|19)\d\d))?"
    return re.compile(rf"(?<!\w)(?:{first}|{last}|{before.replace('1', '3')}(?P<group3>{name})){tail}(?!\w)")


def _alternatives(forms: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) + ")"


def _interval(row: GatheringRow) -> Interval:
    start, end = date.fromisoformat(row.start), date.fromisoformat(row.end)
    return Interval(start, end, "day" if start == end else "range")


def _place_words(row: GatheringRow, kit: Kit) -> frozenset[str]:
    """Return the lower-case words by which a text may name the place of a gathering."""
    if row.place is None:
        return frozenset()
    place = kit.knowledge.places.get(row.place)
    names = [row.place.removeprefix("place:").replace("-", " ")]
    if place is not None:
        names += [place.name, *place.aliases.split("|")]
    return frozenset(name.lower() for name in names if name)


def find_gatherings(text: str, lexicon: GatheringLexicon) -> list[Found]:
    """Return the gatherings that a lower-case text names by group and kind."""
    if lexicon.pattern is None or not any(hint in text for hint in lexicon.hints):
        return []
    found = []
    for match in lexicon.pattern.finditer(text):
        groups = match.groupdict()
        slots = {
            "name": groups["group1"] or groups["group2"] or groups["group3"],
            "place": groups["place"] or "",
            "year": groups["year1"] or groups["year2"] or groups["year3"] or "",
        }
        found.append(Found(match.start(), match.end(), RULE, slots))
    return found


def date_gathering(found: Found, lexicon: GatheringLexicon, anchor: date | None, direction: str) -> Interval | None:
    """Return the days of a gathering: by its place and year where the text names them, else the nearest to the document's day.

    Without place, year and document date nothing tells which one is meant; nor does a document date months away from all.
    """
    place, year = found.slots["place"], found.slots["year"]
    meant = [each.interval for each in lexicon.gatherings[found.slots["name"]] if not place or place in each.places]
    if year:
        meant = [each for each in meant if each.start is not None and each.start.year == int(year)]
    if len(meant) == 1 and (place or year or len(lexicon.gatherings[found.slots["name"]]) == 1):
        return meant[0]
    chosen = nearest(meant, anchor, direction) if anchor is not None and meant else None
    if chosen is None or chosen.start is None or anchor is None:
        return None
    return chosen if place or year or abs((chosen.start - anchor).days) <= _UNDATED_REACH else None
