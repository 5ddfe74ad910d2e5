"""Compiled rows of the furniture tables: which lines of a page are, by their wording, not the article."""

from __future__ import annotations

import re

from dragoman.kit import Kit
from dragoman.languages.rows import FurnitureRow
from dragoman.records import Record

_LONGEST = 700  # no furniture line is longer; also bounds the time of every pattern


class Furniture(Record, frozen=True, kw_only=True):
    """All rows, and one expression over them that quickly says "none" for most lines."""

    rows: tuple[tuple[re.Pattern[str], FurnitureRow], ...]
    any_row: re.Pattern[str]

    def match(self, text: str, *, head: bool, tail: bool) -> FurnitureRow | None:
        """Return the first row that fits a line, or None. `head` and `tail` say where on the page the line stands."""
        if len(text) > _LONGEST or not self.any_row.match(text):
            return None
        for pattern, row in self.rows:
            if (row.where == "head" and not head) or (row.where == "tail" and not tail):
                continue
            if pattern.match(text):
                return row
        return None


def compile_furniture(kit: Kit) -> Furniture:
    """Compile the furniture rows of all languages: English furniture stands on pages in every language."""
    rows = [row for code in sorted(kit.languages) for row in kit.languages[code].rows("furniture", FurnitureRow)]
    shapes = [_anchored(row) for row in rows]
    return Furniture(
        rows=tuple((re.compile(shape, re.IGNORECASE), row) for shape, row in zip(shapes, rows, strict=True)),
        any_row=re.compile("|".join(f"(?:{shape})" for shape in shapes) or r"(?!)", re.IGNORECASE),
    )


_CAPITALS = re.compile(r"\[A-Z[^\]]*\]")
_SHAPES = {"line": r"(?:{})\Z", "start": r"(?:{})", "end": r".*?(?:{})\Z", "search": r".*?(?:{})"}


def _anchored(row: FurnitureRow) -> str:
    """Return the row's expression for `match`. Case does not matter, except where the row asks for capitals (names)."""
    pattern = _CAPITALS.sub(lambda found: f"(?-i:{found[0]})", row.pattern)
    return _SHAPES[row.match].replace("{}", pattern)
