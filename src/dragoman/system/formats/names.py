"""Whom a country name or country code of an event file means."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.records import Record

MISSING = frozenset({"", "na", "n/a", "none", "null", "nan", "---"})  # how files write that there is nothing


class StateNames(Record, frozen=True, kw_only=True):
    """Names (folded to lower case) and codes of states, each with our id. A dict of whoever loads them; nothing is guessed."""

    by_name: Mapping[str, str]
    by_code: Mapping[str, str]

    def named(self, name: str) -> str | None:
        """Return the state of a name; of "Korea, Republic of" too; where it is none we know, the name itself."""
        plain = " ".join(name.casefold().split())
        if plain in MISSING:
            return None
        head, comma, tail = plain.partition(", ")
        for form in (plain, f"{tail} {head}" if comma else plain):
            for candidate in (form, form.removeprefix("the ")):
                if candidate in self.by_name:
                    return self.by_name[candidate]
        return name.strip()

    def coded(self, code: str) -> str | None:
        """Return the state or organisation of a three-letter code; none for a code that is not in the list."""
        return self.by_code.get(code.strip().upper())


def missing_as_empty(value: str) -> str:
    """Return the value, or nothing where the file writes a word for nothing."""
    return "" if value.strip().casefold() in MISSING else value
