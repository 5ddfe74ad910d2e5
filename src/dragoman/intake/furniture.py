"""Compiled rows of the furniture tables: which lines of a page are, by their wording, not the article."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.kit import Kit
from dragoman.languages.rows import FurnitureRow
from dragoman.records import Record

_LONGEST = 700  # no furniture line is longer; also bounds the time of every pattern


class Furniture(Record, frozen=True, kw_only=True):
    """All rows, and one expression over them that quickly says "none" for most lines."""

    rows: tuple[tuple[re.Pattern[str], FurnitureRow], ...]
    groups: tuple[tuple[re.Pattern[str], tuple[int, ...]], ...]

    def match(self, text: str, *, head: bool, tail: bool) -> FurnitureRow | None:
        """Return the first row that fits a line, or None. `head` and `tail` say where on the page the line stands."""
        if len(text) > _LONGEST:
            return None
        for quick, indices in self.groups:
            if not quick.match(text):
                continue
            for index in indices:
                pattern, row = self.rows[index]
                if (row.where == "head" and not head) or (row.where == "tail" and not tail):
                    continue
                if pattern.match(text):
                    return row
        return None


def compile_furniture(kit: Kit) -> Furniture:
    """Compile the furniture rows of all languages: English furniture stands on pages in every language."""
    listed = [row for code in sorted(kit.languages) for row in kit.languages[code].rows("furniture", FurnitureRow)]
    rows = tuple((re.compile(_anchored(row), re.IGNORECASE if _folds(row) else 0), row) for row in listed)
    folded = tuple(index for index, row in enumerate(listed) if _folds(row))
    exact = tuple(index for index, row in enumerate(listed) if not _folds(row))
    return Furniture(
        rows=rows, groups=tuple((_any_of(listed, part), part) for part in (folded, exact) if part)
    )


def _folds(row: FurnitureRow) -> bool:
    """Tell whether a row ignores case: unless it asks for capitals itself (names)."""
    return "[A-Z" not in row.pattern


def _anchored(row: FurnitureRow) -> str:
    shapes = {"line": r"(?:{})\Z", "start": r"(?:{})", "end": r".*?(?:{})\Z", "search": r".*?(?:{})"}
    return shapes[row.match].replace("{}", row.pattern)


def _any_of(rows: Iterable[FurnitureRow], indices: tuple[int, ...]) -> re.Pattern[str]:
    listed = list(rows)
    flags = re.IGNORECASE if _folds(listed[indices[0]]) else 0
    return re.compile("|".join(f"(?:{_anchored(listed[index])})" for index in indices), flags)
