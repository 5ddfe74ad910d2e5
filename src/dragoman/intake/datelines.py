"""The dateline that opens a report: place, perhaps date and agency, then a dash ("GENEVA, 5 May (Agency) - ...")."""

from __future__ import annotations

import re
from collections.abc import Collection

from dragoman.intake.dates import MONTH_NAME
from dragoman.records import Record, Span

_WORD = r"[A-ZÀ-ÞŁŚŽČĐ][\w'’.-]*"
_OPENING = re.compile(
    rf"(?P<place>{_WORD}(?:[ ,/-]{{1,2}}{_WORD}){{0,4}}?)"
    rf"(?:\s?[,.(]\s?(?P<date>(?:(?i:le|on)\s)?[^()/\n–—]{{0,24}}?(?i:{MONTH_NAME})[^()/\n–—-]{{0,14}}?))?"
    r"(?:\s?[.,)]?\s?(?:\((?P<agency>[^()\n]{2,40})\)|/(?P<slashed>[\w .-]{2,30})/\.?))?"
    r"\s?\)?\s?(?:(?P<dash>[-–—]{1,2}|:)|(?<=/\.)|(?<=/))\s+(?=[\"“«„'‘]?\s?[A-ZÀ-Þ0-9])"
)
_LONGEST = 120


class Dateline(Record, frozen=True, kw_only=True):
    """The length of an opening dateline with what follows its dash, and where its parts stand, relative to the line."""

    length: int
    end: int
    date: Span | None
    agency: Span | None


def find_dateline(line: str, known: Collection[str] = ()) -> Dateline | None:
    """Return the dateline that a line of text begins with, or None. `known` are ids that are no places (NATO, EU).

    A place in capitals and a dash are enough; a place in small letters needs a date or an agency beside it.
    """
    match = _OPENING.match(line[: _LONGEST + 40])
    if match is None or match.end() > _LONGEST:
        return None
    agency = "agency" if match["agency"] else "slashed"
    shouted = match["place"].isupper() and len(match["place"]) > 2 and match["place"] not in known
    if not (match[agency] or match["date"] or (shouted and match["dash"] not in (None, ":"))):
        return None
    return Dateline(
        length=match.end(),
        end=len(line[: match.end()].rstrip()),
        date=match.span("date") if match["date"] else None,
        agency=match.span(agency) if match[agency] else None,
    )
