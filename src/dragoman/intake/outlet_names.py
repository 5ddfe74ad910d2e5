"""Names of outlets: which spellings are one outlet, and what is no name of any."""

from __future__ import annotations

import re
import unicodedata

from dragoman.intake.lines import fold
from dragoman.intake.listing import SUFFIXES

_ADDRESS = re.compile(r"\s*(?:(?:https?:)?//(?:www\d?\.)?|www\d?\.)(?P<host>[^/\s?#:]+)\S*\s*", re.IGNORECASE)
_FILES = (*SUFFIXES, ".pdf", ".docx", ".doc", ".rtf", ".odt", ".xml", ".xlsx", ".parquet")


def fold_outlet(name: str) -> str:
    """Return an outlet's name as it is compared: without case, accents, punctuation and double blanks; of an address the host.

    "LE TÉLÉGRAMME" is "Le Telegramme", and "https://www.example.com/news" is "example.com".
    """
    address = _ADDRESS.fullmatch(name)
    plain = address["host"] if address is not None else name
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return fold(plain)


def is_file_name(name: str) -> bool:
    """Tell whether what should be an outlet is the name of a file: tools that export texts put it into a field `source`."""
    return name.strip().lower().endswith(_FILES) and "//" not in name
