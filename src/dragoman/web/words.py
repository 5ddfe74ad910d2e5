"""The words of the pages for what records say in codes: quad classes, states of affairs, dates, numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dragoman.web.room import MOST_COUNTED

QUADS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}
QUAD_KEYS = {1: "q1", 2: "q2", 3: "q3", 4: "q4"}

STATUSES = {
    "happened": "the text says that it happened",
    "ongoing": "the text says that it is going on",
    "planned": "announced or planned, not yet done",
    "hypothetical": "only under a condition, or only thought of",
    "alleged": "somebody claims it; the narrator does not",
    "denied": "somebody denies it",
    "negated": "the text says that it did not happen",
}

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip

ACTOR_KINDS = {
    "state": "state", "organ": "organ of a state", "person": "person", "organisation": "organisation", "treaty": "treaty",
    "format": "format of talks", "group": "group", "region": "region", "outlet": "outlet", "place": "place",
    "unresolved": "not in the tables",
}  # fmt: skip

LANGUAGES = {
    "en": "English", "fr": "French", "de": "German", "es": "Spanish", "ru": "Russian", "uk": "Ukrainian", "ar": "Arabic",
    "zh": "Chinese", "it": "Italian", "pl": "Polish", "pt": "Portuguese", "tr": "Turkish", "fa": "Persian", "he": "Hebrew",
    "und": "unknown",
}  # fmt: skip

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_BASES = {
    "text": "the text says so",
    "dateline": "counted from the dateline",
    "publication": "counted from the day of publication",
    "none": "",
}


def day_words(day: str | None) -> str:
    """Return an ISO date, whole or cut, as people write it: 5 October 2021."""
    if not day:
        return ""
    parts = day[:10].split("-")
    if len(parts) == 1 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return day
    month = MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def when_words(when: dict[str, Any] | None) -> str:
    """Return an interval as people write it, as precise as it is and no more."""
    if not when or not (when.get("start") or when.get("end")):
        return ""
    start, end, precision = when.get("start"), when.get("end"), when.get("precision")
    if not start:
        return f"until {day_words(end)}"
    if not end:
        return f"from {day_words(start)}"
    cut = {"month": 7, "year": 4}.get(str(precision), 10)
    return day_words(start[:cut]) if start[:cut] == end[:cut] else _between(start, end)


def _between(start: str, end: str) -> str:
    if start[:7] == end[:7]:
        return f"{int(start[8:10])}–{day_words(end)}"
    if start[:4] == end[:4]:
        return f"{day_words(start).rsplit(' ', 1)[0]} – {day_words(end)}"
    return f"{day_words(start)} – {day_words(end)}"


def basis_words(when: dict[str, Any] | None) -> str:
    """Return where a date comes from."""
    return _BASES.get((when or {}).get("basis") or "none", "")


def language_name(code: str | None) -> str:
    """Return the English name of a language, or its code."""
    return LANGUAGES.get(code or "", code or "")


def count_words(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 report, 2,310 reports."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def found_words(total: int, one: str, many: str = "") -> str:
    """Return how many rows a list has in all: no event, 1 event, 749 events, more than 10,000 events."""
    if not total:
        return f"no {one}"
    return f"more than {count_words(MOST_COUNTED, one, many)}" if total > MOST_COUNTED else count_words(total, one, many)


# What a filter is called where it stands as a line of its own, and the words of its values where they are codes.
DIRECTIONS = {"out": "first to second", "in": "second to first", "each": "each to the other"}
FILTERS = {
    "q": "words", "quad": "class", "type": "act", "known": "in the tables", "size": "told by", "relation": "with a",
    "people": "its people", "min_score": "sure",
}  # fmt: skip


def filter_words(name: str, value: str) -> str:
    """Return the value of a filter as people write it."""
    if name == "quad" and value.isdigit():
        return QUADS.get(int(value), value)
    if name in ("from", "to"):
        return day_words(value)
    if name == "min_score":
        return f"at least {value}"
    return {"language": LANGUAGES, "kind": ACTOR_KINDS, "direction": DIRECTIONS}.get(name, {}).get(value, value)


def and_words(names: Iterable[str]) -> str:
    """Return names as people list them: France, Germany and Poland."""
    listed = list(names)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"


# What an act is called in a headline: of one, of several, of several to each other. PLOVER's code stays beside it.
_VERBS = {
    "AGREE": ("agrees with", "agree with", "agree"),
    "CONSULT": ("confers with", "confer with", "confer"),
    "SUPPORT": ("supports", "support", "support each other"),
    "COOPERATE": ("works with", "work with", "work together"),
    "AID": ("aids", "aid", "aid each other"),
    "CONCEDE": ("concedes to", "concede to", "concede to each other"),
    "RETREAT": ("withdraws before", "withdraw before", "withdraw"),
    "REQUEST": ("asks", "ask", "ask each other"),
    "ACCUSE": ("accuses", "accuse", "accuse each other"),
    "REJECT": ("refuses", "refuse", "refuse each other"),
    "THREATEN": ("threatens", "threaten", "threaten each other"),
    "PROTEST": ("protests against", "protest against", "protest"),
    "SANCTION": ("sanctions", "sanction", "sanction each other"),
    "MOBILIZE": ("mobilizes against", "mobilize against", "mobilize"),
    "COERCE": ("coerces", "coerce", "coerce each other"),
    "ASSAULT": ("attacks", "attack", "fight each other"),
}


def verb(code: str, actors: int, recipients: int) -> str:
    """Return a PLOVER type as a verb that fits the number of those on each side."""
    forms = _VERBS.get(code, (code.lower(),) * 3)
    if not recipients and actors > 1:
        return forms[2]
    return forms[0] if actors < 2 else forms[1]
