"""Judgements carried from one project to another: of the same texts read anew, by other tables or by another dragoman.

A file of judgements has one JSON object a line, in the order in which they were made. Ids would not do: what another reading
makes of a text has other ids, or under the same id other fields. So each line says what it is about as the analyst saw it: the
document by its bytes, its text and its path, the report by its words and where they stand, its type and its two sides. It is
laid over the other project only where that reading says the same in the same place; where it does not, the reason is told.

Judgements that were taken back are not carried: undoing leaves no trace.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec
from sqlalchemy import Connection, select

from dragoman.errors import InputError, JudgementError
from dragoman.merge.judgements import DIFFERENT, REJECT, SAME, WRONG_ACTOR, in_force
from dragoman.records import Record, Span
from dragoman.store import judgements, schema
from dragoman.store.store import Store
from dragoman.store.views import is_document, read_judgements

_PAIRED = (SAME, DIFFERENT)


class Place(Record, frozen=True, kw_only=True):
    """What a judgement is about: a document, or a report in it (then `report` is its id and the other fields are there).

    `text` is the SHA-256 of the document's text, which the same text in another file has too; `quote` has the words
    of `trigger`.
    """

    document: str
    path: str = ""
    text: str = ""
    report: str | None = None
    trigger: Span = (0, 0)
    quote: str = ""
    type: str = ""
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


class Carried(Record, frozen=True, kw_only=True):
    """One line of a file of judgements. Of wrong-actor `actor` is who does not belong there; `right` is for pairs only."""

    number: int
    verdict: Literal["same", "different", "reject", "wrong-actor"]
    left: Place
    right: Place | None = None
    actor: str | None = None
    value: str | None = None
    user: str
    created: str
    note: str = ""


class Outcome(Record, frozen=True, kw_only=True):
    """What became of one line: `number` is that of the file, `made` that of the judgement in this project."""

    number: int
    outcome: Literal["applied", "already there", "not applied"]
    made: int | None = None
    reason: str = ""


def carried(connection: Connection) -> Iterator[Carried]:
    """Yield the judgements of a project that were not taken back, each with what it is about."""
    for made in in_force(read_judgements(connection)):
        paired = made.verdict in _PAIRED and made.right is not None
        yield Carried(
            number=made.number, verdict=msgspec.convert(made.verdict, Literal["same", "different", "reject", "wrong-actor"]),
            left=_place(connection, made.left), right=_place(connection, str(made.right)) if paired else None,
            actor=None if paired else made.right, value=made.value, user=made.user, created=made.created, note=made.note,
        )  # fmt: skip


def read_carried(data: bytes) -> list[Carried]:
    """Return the lines of a file of judgements.

    Raises:
        InputError: a line is none of `carried`; nothing of the file is used.
    """
    decode = msgspec.json.Decoder(Carried).decode
    found = []
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip():
            try:
                found.append(decode(line))
            except msgspec.DecodeError as error:
                message = f"line {number} is no judgement ({error}); give a file that `dragoman judge export` has written"
                raise InputError("bad_judgements", message) from error
    return found


def lay_over(store: Store, lines: Iterable[Carried]) -> list[Outcome]:
    """Append judgements of another project, each where this one reads the same; return what became of each, in order.

    Who judged, when and why stay as they were. What is in force here already is not appended again.
    """
    finder = _Finder(store)
    return [_laid(store, line, finder) for line in lines]


def _laid(store: Store, line: Carried, finder: _Finder) -> Outcome:
    try:
        left = finder.find(line, line.left)
        right = finder.find(line, line.right) if line.right is not None else line.actor
        if (there := _standing(store, line, left, right)) is not None:
            return Outcome(number=line.number, outcome="already there", made=there)
        made = judgements.append(
            store, verdict=line.verdict, left=left, right=right, value=line.value, user=line.user, now=line.created,
            note=line.note,
        )
    except JudgementError as error:
        return Outcome(number=line.number, outcome="not applied", reason=str(error))
    return Outcome(number=line.number, outcome="applied", made=made.number)


def _standing(store: Store, line: Carried, left: str, right: str | None) -> int | None:
    """Return the number of the same judgement where it is in force in the project."""
    with store.reading() as connection:
        for made in judgements.current(connection):
            ends = (made.left, made.right)
            same = {*ends} == {left, right} if line.verdict in _PAIRED else ends == (left, right)
            if same and (made.verdict, made.value) == (line.verdict, line.value):
                return made.number
    return None


class _Finder:
    """Finds in a project what a judgement of another one is about."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_text: dict[str, list[tuple[str, str]]] | None = None

    def find(self, line: Carried, place: Place) -> str:
        """Return the id of the document or report that a place stands for.

        Raises:
            JudgementError: this project does not have it, or says something else there.
        """
        with self._store.reading() as connection:
            document = self._document(connection, place)
            if place.report is None:
                return document
            here = [other for other in _reports(connection, document) if _touch(other.trigger, place.trigger)]
        fitting = sorted((other for other in here if _fits(line, place, other)), key=lambda other: _rank(place, other))
        closest = [other for other in fitting if _rank(place, other) == _rank(place, fitting[0])]
        if len(closest) == 1 and closest[0].report is not None:
            return closest[0].report
        where = f"{place.path} {place.trigger[0]}-{place.trigger[1]} ({place.quote!r})"
        if closest:
            raise JudgementError(f"{where}: {len(closest)} reports fit; judge the right one anew")
        reads = "; ".join(_words(other) for other in here) or "no report"
        raise JudgementError(f"{where}: judged was {_words(place)}, this project reads {reads}; judge it anew if need be")

    def _document(self, connection: Connection, place: Place) -> str:
        """Return the document of a place: the same bytes, else the same text, best at the same path."""
        d = schema.documents.c
        if connection.scalar(select(d.id).where(d.id == place.document)) is not None:
            return place.document
        if self._by_text is None:
            self._by_text = {}
            for row in connection.execution_options(yield_per=100).execute(select(d.id, d.path, d.text).order_by(d.path, d.id)):
                self._by_text.setdefault(_digest(row.text), []).append((row.path, row.id))
        same = sorted(self._by_text.get(place.text, []), key=lambda found: found[0] != place.path)
        if same:
            return same[0][1]
        raise JudgementError(f"this project has no document with the text of {place.path}; read it, then import again")


def _place(connection: Connection, identifier: str) -> Place:
    """Return what an id of a judgement stands for."""
    d, r = schema.documents.c, schema.reports.c
    document, report = identifier, None
    if not is_document(identifier):
        document = connection.scalar(select(r.document).where(r.id == identifier)) or ""
        report = next((other for other in _reports(connection, document) if other.report == identifier), None)
        if report is None:
            return Place(document=document, report=identifier)
    row = connection.execute(select(d.path, d.text).where(d.id == document)).one_or_none()
    path, text = (row.path, row.text) if row is not None else ("", "")
    if report is None:
        return Place(document=document, path=path, text=_digest(text))
    return msgspec.structs.replace(report, path=path, text=_digest(text), quote=text[slice(*report.trigger)])


def _reports(connection: Connection, document: str) -> list[Place]:
    """Return the reports of a document, without its path and text."""
    r, p = schema.reports.c, schema.report_parties.c
    sides: dict[tuple[str, str], list[str]] = {}
    parties = select(p.report, p.side, p.actor).where(p.document == document).order_by(p.report, p.side, p.position)
    for row in connection.execute(parties):
        sides.setdefault((row.report, row.side), []).append(row.actor)
    query = select(r.id, r.type, r.trigger_start, r.trigger_end).where(r.document == document).order_by(r.id)
    return [
        Place(
            document=document, report=row.id, trigger=(row.trigger_start, row.trigger_end), type=row.type,
            actors=tuple(sides.get((row.id, "actor"), ())), recipients=tuple(sides.get((row.id, "recipient"), ())),
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def _fits(line: Carried, place: Place, other: Place) -> bool:
    """Tell whether a judgement holds of a report of this project.

    That a report is wrong is said of what it says: its type and sides. That two tell of one event, of acts of these types. That
    an actor does not belong in it, of a report in which that actor stands.
    """
    if line.verdict == WRONG_ACTOR:
        return line.actor in {*other.actors, *other.recipients}
    return _alike(place, other) if line.verdict == REJECT else place.type == other.type


def _alike(place: Place, other: Place) -> bool:
    """Tell whether two readings say the same: the type, and the same actors on the same sides, in any order."""
    return (place.type, {*place.actors}, {*place.recipients}) == (other.type, {*other.actors}, {*other.recipients})


def _rank(place: Place, other: Place) -> tuple[bool, bool]:
    """Return by which of several reports a place is meant: what says the same, then what has the same id; the best is first."""
    return not _alike(place, other), other.report != place.report


def _touch(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _words(place: Place) -> str:
    """Return what a report says, in one line."""
    acting, on = ", ".join(place.actors) or "nobody", ", ".join(place.recipients)
    return f"{place.type} {acting}" + (f" > {on}" if on else "")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
