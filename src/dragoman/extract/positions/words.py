"""The words of forecasts, conditions and claims about the international order, ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.kit import Kit
from dragoman.languages.rows import PositionWordRow
from dragoman.records import Span, Token

_NO_WORDS = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class PositionWords:
    """The rows of one language: single words by kind, phrases as one expression a kind."""

    words: dict[str, dict[str, str]]
    phrases: dict[str, re.Pattern[str]]

    def value(self, kind: str, token: Token) -> str | None:
        """Return the value of a token's word of some kind, by its form or its lemma, or None."""
        rows = self.words.get(kind, {})
        return rows.get(token.text.lower().replace("’", "'"), rows.get(token.lemma))

    def phrases_in(self, kind: str, text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """Yield the words and phrases of a kind that stand in a stretch of text, with their values."""
        pattern = self.phrases.get(kind, _NO_WORDS)
        for match in pattern.finditer(text.replace("’", "'"), start, end):
            form = _folded(match.group())
            yield match.span(), self.words[kind].get(form, self.words[kind].get(form.removesuffix("s"), ""))


def _folded(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def make_position_words(kit: Kit, code: str) -> PositionWords:
    """Build the table of a language; ask for it through `kit.compiled`."""
    words: dict[str, dict[str, str]] = {}
    for row in kit.languages[code].rows("positions", PositionWordRow):
        words.setdefault(row.kind, {})[row.form] = row.value
    phrases = {kind: _pattern(rows) for kind, rows in words.items()}
    return PositionWords(words, phrases)


def _pattern(forms: dict[str, str]) -> re.Pattern[str]:
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    spelled = (r"\s+".join(re.escape(word) for word in form.split()) for form in ordered)
    return re.compile(r"(?<!\w)(?:" + "|".join(spelled) + r")s?(?!\w)", re.IGNORECASE)
