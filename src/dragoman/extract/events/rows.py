"""What the event table writes short, spelled out: slots, conditions, classes of words; and the number words beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.kit import Kit
from dragoman.languages.rows import DateWordRow, EventWordRow


def classes_of(kit: Kit, language: str) -> dict[str, tuple[str, ...]]:
    """Return the words of each class that rows name by "@": kinds of things that many verbs take."""
    found: dict[str, tuple[str, ...]] = {}
    for row in kit.languages[language].rows("events", EventWordRow):
        if row.pos == "CLASS":
            name = f"@{row.mode}"
            found[name] = (*found.get(name, ()), *row.pattern.split("/"))
    return found


def number_words(kit: Kit, language: str) -> dict[str, int]:
    """Return the small number words of a language."""
    rows = kit.languages[language].rows("dates", DateWordRow)
    return {row.form: int(row.value) for row in rows if row.kind == "number" and row.value.isdigit()}


def time_words(kit: Kit, language: str) -> frozenset[str]:
    """Return the names of days and months of a language."""
    rows = kit.languages[language].rows("dates", DateWordRow)
    return frozenset(row.form for row in rows if row.kind in ("weekday", "month"))


def day_words(kit: Kit, language: str) -> frozenset[str]:
    """Return the words of a language that are a day by themselves: its weekdays, "yesterday"."""
    rows = kit.languages[language].rows("dates", DateWordRow)
    return frozenset(row.form for row in rows if row.kind in ("weekday", "day-word") and " " not in row.form)


def slots_of(text: str, separator: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Read "subj,prep:with/to" into (("subj", ()), ("prep", ("with", "to")))."""
    slots = []
    for part in filter(None, text.split(separator)):
        name, _, words = part.strip().partition(":")
        slots.append((name, tuple(filter(None, words.split("/")))))
    return tuple(slots)


def spelled_out(words: Iterable[str], classes: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return words with those of a class in the place of its name; a class that no row has raises KeyError."""
    return tuple(each for word in words for each in (classes[word] if word.startswith("@") else (word,)))
