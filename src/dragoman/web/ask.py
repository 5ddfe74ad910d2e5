"""What a reader asks for: the parts of the address and its parameters, checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec

PAGE_ROWS = 50
MOST_ROWS = 1000
_LONGEST = 500  # characters of one parameter


class QuestionError(Exception):
    """A parameter cannot be understood; the message says which, and what would be."""


class NotFoundError(Exception):
    """There is no record with this id; the message says where to look."""


class Ask(msgspec.Struct, frozen=True):
    """One question: `parts` from the path, `given` from the query string; `as_table` where CSV is asked for.

    `user` is the analyst's name, if known.
    """

    path: str = "/"
    parts: dict[str, str] = {}
    given: dict[str, str] = {}
    user: str = ""
    as_table: bool = False

    def text(self, name: str) -> str:
        """Return a parameter as text without outer blanks; empty where it is not given."""
        return self.given.get(name, "").strip()

    def choice(self, name: str, allowed: Mapping[str, str] | tuple[str, ...]) -> str:
        """Return a parameter that must be one of some values, or empty."""
        value = self.text(name)
        if value and value not in allowed:
            raise QuestionError(f"{name} is one of {', '.join(allowed)}; {value!r} is none of them")
        return value

    def day(self, name: str) -> str:
        """Return a date, whole or cut to month or year, or empty."""
        value = self.text(name)
        if value and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
            raise QuestionError(f"{name} is a date such as 2021-10-05, 2021-10 or 2021; {value!r} is none")
        return value

    def score(self, name: str) -> float | None:
        """Return a score from 0 to 1, with a point or a comma; None where it is not given."""
        value = self.text(name)
        if not value:
            return None
        if not re.fullmatch(r"[01]|[01]?[.,]\d{1,6}", value, re.ASCII) or (found := float(value.replace(",", "."))) > 1:
            raise QuestionError(f"{name} is a score from 0 to 1, such as 0.8; {value!r} is none")
        return found

    def rows(self) -> int:
        """Return how many rows are asked for."""
        value = self.text("limit")
        if not value:
            return MOST_ROWS if self.as_table else PAGE_ROWS
        if not value.isascii() or not value.isdigit() or not 1 <= int(value[:9]) <= MOST_ROWS:
            raise QuestionError(f"limit is a number from 1 to {MOST_ROWS}; {value!r} is none")
        return int(value)

    def after(self, count: int) -> tuple[str, ...] | None:
        """Return the key of the last row of the page before: `count` values, or None for the first page."""
        value = self.text("after")
        if not value:
            return None
        parts = tuple(value.split("~", count - 1))
        if len(parts) != count:
            raise QuestionError("after is what the link to the next page says; go back to the first page")
        return parts

    def link(self, **changes: str | None) -> str:
        """Return this address with some parameters changed; None or empty takes one away."""
        merged: dict[str, str | None] = {**self.given, **changes}
        kept = {name: value for name, value in merged.items() if value}
        return f"{self.path}?{urlencode(kept)}" if kept else self.path

    def link_form(self, form: str) -> str:
        """Return the address of a whole list, from its first row on, as json or csv."""
        kept = {name: value for name, value in self.given.items() if name not in ("after", "limit")}
        return msgspec.structs.replace(self, given=kept).form(form)

    def form(self, form: str) -> str:
        """Return the address of the same answer in another form: json or csv."""
        kept = {name: value for name, value in self.given.items() if value and name != "record"}
        stem = self.path if self.path != "/" else "/index"
        return f"{stem}.{form}" + (f"?{urlencode(kept)}" if kept else "")


def check_given(given: Mapping[str, str]) -> dict[str, str]:
    """Return parameters that are short enough and free of NUL.

    Raises:
        QuestionError: one is not.
    """
    for name, value in given.items():
        if len(value) > _LONGEST or "\0" in value:
            raise QuestionError(f"{name[:40]} is too long: at most {_LONGEST} characters, none of them NUL")
    return dict(given)
