"""What a rule of the date tables reads from: one match, the words in its slots, and what surrounds it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dragoman.extract.dates.calendar import Interval
from dragoman.extract.dates.grammar import DateLexicon, Found


class Reader(NamedTuple):
    """One match with all that its rule may use. `direction` is past, future or empty; `last` the date read before."""

    found: Found
    lexicon: DateLexicon
    anchor: date | None
    direction: str
    last: Interval | None

    def has(self, name: str) -> bool:
        """Tell whether a slot is filled."""
        return name in self.found.slots

    def value(self, name: str) -> str:
        """Return the value of the word in a slot."""
        return self.lexicon.value(name.rstrip("2").replace("_", "-"), self.found.slots[name])

    def number(self, name: str) -> int | None:
        """Return the number in a slot, in digits or words; None where it is empty."""
        form = self.found.slots.get(name)
        if form is None:
            return None
        return int(form) if form.isdigit() else int(self.value(name))

    def unit(self) -> str:
        """Return the unit in a match."""
        return self.value("units") if self.has("units") else self.value("unit")

    def how_many(self) -> int | None:
        """Return how many units a match counts."""
        return self.number("number") or self.number("number2")
