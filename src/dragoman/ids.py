"""Content-derived ids; the only place that makes one.

Ids come from raw, stable things (bytes, spans), never from a code or a score: a better coder changes the code, and an
analyst's judgement still hangs on the right record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

_LENGTH = 16  # 64 bits: about 1 in 10^7 chance of one collision among two million records of a kind


def digest(*parts: object) -> str:
    """Return 16 hexadecimal digits of the SHA-256 of the parts, each separated by a unit separator."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def document_id(raw: bytes) -> str:
    """Return the id of a document: the full SHA-256 of its raw bytes, in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def mention_id(document: str, start: int, end: int) -> str:
    """Return the id of a mention: its document and span."""
    return "m" + digest("mention", document, start, end)


def report_id(document: str, start: int, end: int, ordinal: int = 0) -> str:
    """Return the id of an event report: its document, trigger span, and ordinal among reports of that trigger."""
    return "r" + digest("report", document, start, end, ordinal)


def statement_id(document: str, content: Iterable[tuple[int, int]], ordinal: int = 0) -> str:
    """Return the id of a statement: its document, content spans, and ordinal among statements with that content."""
    return "s" + digest("statement", document, *(f"{start}-{end}" for start, end in content), ordinal)


def position_id(document: str, start: int, end: int, ordinal: int = 0) -> str:
    """Return the id of a position: its document and outcome span."""
    return "p" + digest("position", document, start, end, ordinal)


def story_id(documents: Iterable[str]) -> str:
    """Return the id of a story: its smallest member, so that it stays when later copies join."""
    return "y" + digest("story", min(documents))


def event_id(reports: Iterable[str]) -> str:
    """Return the id of an event: its smallest report."""
    return "e" + digest("event", min(reports))


def disagreement_id(event: str | None, field: str, places: Iterable[tuple[str, int, int]]) -> str:
    """Return the id of a disagreement: its event, its field and the passages that disagree."""
    return "d" + digest("disagreement", event or "", field, *(f"{d} {start}-{end}" for d, start, end in sorted(places)))


def repair_id(document: str, start: int, end: int) -> str:
    """Return the id of the repair of a name: its document and span."""
    return "n" + digest("repair", document, start, end)


def unresolved_actor_id(document: str, name: str) -> str:
    """Return the id of an actor that the knowledge base does not know: its document and folded name."""
    return "nil:" + digest("actor", document, " ".join(name.casefold().split()))


def scenario_id(content: str) -> str:
    """Return the id of a what-if scenario: its changes in a fixed form, whatever file they stand in."""
    return "w" + digest("scenario", content)


def network_id(ties: Iterable[tuple[object, ...]]) -> str:
    """Return the id of the ties (or sizes and propensities) that a model was given, in any order."""
    return "n" + digest("network", *sorted(map(repr, ties)))
