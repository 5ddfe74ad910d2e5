"""CAMEO codes as event files carry them: mended where a zero was lost, and their class and PLOVER type by root."""

from __future__ import annotations

_TYPES = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "CONCEDE",
    "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE",
    "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
_RETREAT = ("084", "085", "086", "087")  # yielding that is material: return, ease, allow in, stop fighting
_LAST_ROOT = 20


def mended_code(code: str) -> str:
    """Return a CAMEO code with the zero that a spreadsheet took from it: 40 is 040, 211 is 0211; empty if it is no code.

    Full codes have three or four digits and roots from 01 to 20, so that a lost zero shows: two digits, or a root above 20.
    """
    digits = code.strip().removesuffix(".0")
    if not digits.isascii() or not digits.isdigit() or not 2 <= len(digits) <= 4:
        return ""
    if len(digits) == 2 or int(digits[:2]) > _LAST_ROOT:
        digits = "0" + digits
    return digits if len(digits) <= 4 and 1 <= int(digits[:2]) <= _LAST_ROOT else ""


def quad_of(code: str) -> int | None:
    """Return the class of a code by the usual convention: roots 01-05, 06-08, 09-13, 14-20; GDELT has 14 in class 3."""
    if not code:
        return None
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def plover_type(code: str) -> str:
    """Return the PLOVER type of a code's root; empty for 01, a bare statement, which PLOVER does not code."""
    return "RETREAT" if code[:3] in _RETREAT else _TYPES.get(code[:2], "")
