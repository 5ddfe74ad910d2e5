"""The words of a quotation in a form that two outlets share, with the way back to the characters they stand at.

Outlets print one quotation with other marks, dashes, blanks, capitals and accents. The key keeps its words only; `offsets`
leads from each character of the key to the text, so that a part which two keys share can be shown in both.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class QuoteKey(NamedTuple):
    """The words of a text in small letters without accents, joined by single blanks; for each character its offset."""

    key: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text that a non-empty stretch of the key was read from."""
        return self.offsets[start], self.offsets[end - 1] + 1


def make_quote_key(text: str) -> QuoteKey:
    """Return the key of a text. A letter that unfolds into several ("œ", "ß", "ﬁ") gives each of them its own offset."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        plain = _plain(character)
        if not plain and not unicodedata.combining(character) and characters and characters[-1] != " ":
            plain = " "
        characters += plain
        offsets += [offset] * len(plain)
    if characters and characters[-1] == " ":
        characters.pop()
        offsets.pop()
    return QuoteKey("".join(characters), tuple(offsets))


_LIGATURES = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"}


def _plain(character: str) -> str:
    """Return the letters or digits that a character stands for; nothing for marks and blanks."""
    folded = unicodedata.normalize("NFKD", character.casefold())
    return "".join(_LIGATURES.get(part, part) for part in folded if part.isalnum())
