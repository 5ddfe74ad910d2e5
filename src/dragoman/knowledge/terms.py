"""Terms of office compared: which are one term told twice, which tell more, which contradict each other.

Two sources rarely give one term in the same words: one cuts the dates, the other knows no end. What agrees is one term;
what overlaps and does not agree is a conflict, and stays visible: nobody here can say which source is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

import msgspec

from dragoman.records import Tenure

# Offices that one person holds at a time. Others (deputies, commissioners, envoys, party leaders) are often shared.
_SINGLE = frozenset({
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "interior-minister", "finance-minister",
    "chief-of-defence", "secretary-general", "national-security-adviser",
})  # fmt: skip
_HANDOVER = timedelta(days=31)  # sources date the end and the next start differently by days: no conflict


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Two rows that cannot both be right, or of which it cannot be told whether they mean one person. Both stay."""

    kind: str
    about: tuple[str, ...]
    left: str
    right: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.left} | {self.right}"


def term_text(start: str | None, end: str | None, known_through: str = "") -> str:
    """Return a term in words. An open end says how far it is known, never that it lasts."""
    if end:
        return f"{start or '...'} to {end}"
    through = known_through or start
    return f"{start or '...'}, known through {through}" if through else "dates unknown"


def tenure_text(tenure: Tenure) -> str:
    """Return a tenure in words, with its source."""
    term = term_text(tenure.start, tenure.end, tenure.known_through)
    return f"{tenure.person}, {tenure.office}, {term} ({tenure.source})"


def same_date(left: str | None, right: str | None) -> bool:
    """Tell whether two dates can be the same day: one is open, or one is the other cut to year or month."""
    return not left or not right or left.startswith(right) or right.startswith(left)


def agree(left: Tenure, right: Tenure) -> bool:
    """Tell whether two rows can tell the same term."""
    return same_date(left.start, right.start) and _ends_agree(left, right) and _ends_agree(right, left)


def _ends_agree(left: Tenure, right: Tenure) -> bool:
    if left.end is None:
        return right.end is None or not _before(right.end, left.known_through)
    return same_date(left.end, right.end)


def _before(left: str, right: str) -> bool:
    size = min(len(left), len(right))
    return left[:size] < right[:size]


def meet(left: Tenure, right: Tenure) -> bool:
    """Tell whether two terms begin together or share time; the end of one may be the start of the next."""
    if left.start and right.start and same_date(left.start, right.start):
        return True
    start = max(left.start or "", right.start or "")
    return all(_reaches(term, start) for term in (left, right))


def _reaches(term: Tenure, start: str) -> bool:
    if term.end:
        return _before(start, term.end)
    return not _before(term.known_through or term.start or "9999", start)


def tells_more(left: Tenure, right: Tenure) -> bool:
    """Tell whether the left row dates the term more closely, or further, than the right one."""
    if len(left.start or "") > len(right.start or "") or len(left.end or "") > len(right.end or ""):
        return True
    return left.end is None and right.end is None and left.known_through > right.known_through


def refined(tenures: Sequence[Tenure], own: frozenset[Tenure]) -> dict[Tenure, Tenure]:
    """Map rows to rows of the user's that tell the same term more closely: those stand in their place."""
    better: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in tenures:
        if tenure in own:
            better.setdefault((tenure.person, tenure.office), []).append(tenure)
    found = {}
    for tenure in tenures:
        for other in better.get((tenure.person, tenure.office), ()):
            if _stands_for(other, tenure) and (tenure not in own or tells_more(other, tenure)):
                found[tenure] = other
    return found


def _stands_for(better: Tenure, tenure: Tenure) -> bool:
    return meet(tenure, better) and agree(tenure, better) and not tells_more(tenure, better)


def find_conflicts(tenures: Iterable[Tenure], types: Mapping[str, str]) -> Iterator[Conflict]:
    """Yield every pair of rows that contradict each other; `types` gives the type of each office."""
    offices: dict[str, list[Tenure]] = {}
    people: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in sorted(tenures, key=_order):
        people.setdefault((tenure.office, tenure.person), []).append(tenure)
        if types.get(tenure.office) in _SINGLE:
            offices.setdefault(tenure.office, []).append(tenure)
    for _, held in sorted(people.items()):
        for left, right in combinations(held, 2):
            if meet(left, right) and not agree(left, right):
                yield _conflict("different dates", left, right)
    for _, held in sorted(offices.items()):
        for left, right in combinations(held, 2):
            if left.person != right.person and _at_once(left, right):
                yield _conflict("two holders at once", left, right)


def _order(tenure: Tenure) -> tuple[str, ...]:
    return (tenure.start or "", tenure.end or "9999", tenure.person, tenure.known_through, tenure.source)


def _conflict(kind: str, left: Tenure, right: Tenure) -> Conflict:
    about = tuple(sorted({left.person, right.person, left.office}))
    return Conflict(kind=kind, about=about, left=tenure_text(left), right=tenure_text(right))


def _at_once(left: Tenure, right: Tenure) -> bool:
    """Tell whether two terms surely share more than a month, whatever the days are that cut dates leave open."""
    if not left.start or not right.start:
        return False
    start = max(_day(left.start, "-12-31"), _day(right.start, "-12-31"))
    end = min(_day(t.end or t.known_through or t.start or "", "-01-01") for t in (left, right))
    return end - start > _HANDOVER


def _day(text: str, rest: str) -> date:
    """Return the first or last day that a cut date may mean (the 28th is the last day that every month has)."""
    padded = text + (rest if len(text) == 4 else rest[3:] if len(text) == 7 else "")
    return date.fromisoformat(padded if len(text) != 7 else padded.replace("-31", "-28"))
