"""Text as it is compared: without case, accents and double blanks."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Return the text in lower case without accents, and with single blanks."""
    lowered = text.casefold()
    if not lowered.isascii():
        lowered = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return " ".join(lowered.split())
