"""Makes what cannot be seen visible: control characters, changes of writing direction, zero-width signs.

An article may hold escape sequences, or marks that turn the order of letters so that a reader sees another text than the
machine read. Nothing is removed: every such character is shown by its name, where it stands.
"""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup, escape

_NAMES = {
    0x061C: "ALM", 0x200B: "ZWSP", 0x200E: "LRM", 0x200F: "RLM", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO",
    0x202E: "RLO", 0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0x180E: "MVS", 0xFEFF: "BOM",
    0x7F: "DEL", 0x2028: "LSEP", 0x2029: "PSEP",
}  # fmt: skip
# Line feed, tab and carriage return are blanks to a page; joiners (U+200C, U+200D) belong to words of Persian or Hindi.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def name_character(sign: str) -> str:
    """Return what stands for an invisible character: a control picture such as ␛, or a name such as ⟨RLO⟩."""
    code = ord(sign)
    if code < 0x20:
        return chr(0x2400 + code)
    return f"⟨{_NAMES.get(code, f'U+{code:04X}')}⟩"


def visible(text: str) -> str:
    """Return a text in which every invisible character is named."""
    return _HIDDEN.sub(lambda found: name_character(found[0]), text)


def visible_marked(text: str) -> Markup:
    """Return a text as HTML, escaped, the names of invisible characters set apart from the words."""
    parts: list[Markup] = []
    position = 0
    for found in _HIDDEN.finditer(text):
        parts.append(escape(text[position : found.start()]))
        named = name_character(found[0])
        parts.append(Markup('<span class="sign" title="character U+{:04X}, shown, not run">{}</span>').format(
            ord(found[0]), named
        ))  # fmt: skip
        position = found.end()
    parts.append(escape(text[position:]))
    return Markup("").join(parts)


def finalize(value: Any) -> Any:
    """Return a value as templates print it: every text that is not markup of our own made visible; None is nothing."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
