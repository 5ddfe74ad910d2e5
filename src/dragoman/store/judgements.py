"""Judgements in a project: append one, take one back, list them. Records never change; the views over them do, at once.

A judgement is one short write transaction of its own and needs no lock. It waits for a running `read` no longer than that
takes to store one document or the keys of some hundred, or at its end to put the new record in the place of the old one,
over which the judgements are laid again. While a run compares texts, nobody waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from sqlalchemy import Connection, func, insert, select

from dragoman.errors import JudgementError
from dragoman.knowledge.load import load_knowledge
from dragoman.merge.judgements import DIFFERENT, REJECT, SAME, UNDO, WRONG_ACTOR, find_bonds, in_force
from dragoman.records import Judgement
from dragoman.settings import load_settings
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.store.views import is_document, read_judgements, refresh_views

VERDICTS = (SAME, DIFFERENT, REJECT, WRONG_ACTOR)


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement and what has become of it: in force, undone, overruled (by a later one), or undoing."""

    judgement: Judgement
    state: str


def append(
    store: Store, *, verdict: str, left: str, right: str | None = None, value: str | None = None, user: str, now: str,
    note: str = "",
) -> Judgement:
    """Append a judgement and bring the views up to date; return it with its number.

    Args:
        store: the open project.
        verdict: same or different (two reports, two events, two documents or two stories), reject (a report),
            wrong-actor (`right` does not stand in the report `left`; `value` does, if given).
        left: id of a report, event, document or story. An event stands for its first report, a story for the document
            that comes first in it: judgements hang on what documents say, which no later reading renames.
        right: the other one; with wrong-actor the id of the actor.
        value: with wrong-actor the id of the actor that should stand there.
        user: who judges.
        now: the time in UTC, ISO 8601.
        note: why.

    Raises:
        JudgementError: there is no such record in the project, or the verdict cannot be about it. Nothing was stored.
    """
    known = _known(store, value) if verdict == WRONG_ACTOR and value is not None else True
    with store.writing() as connection:
        draft = Judgement(verdict=verdict, left=left, right=right, value=value, user=user, created=now, note=note)
        judgement = _append(connection, _checked(connection, draft, known=known))
        refresh_views(connection, _touched(judgement))
    return judgement


def undo(store: Store, number: int, *, user: str, now: str, note: str = "") -> Judgement:
    """Take a judgement back by appending another; taking that one back restores the first.

    Raises:
        JudgementError: there is no judgement with that number, or it is taken back already.
    """
    with store.writing() as connection:
        rows = read_judgements(connection)
        wanted = next((row for row in rows if row.number == number), None)
        if wanted is None:
            raise JudgementError(f"there is no judgement {number}; list them with: dragoman judge list")
        if _state(wanted, rows) == "undone":
            raise JudgementError(f"judgement {number} is undone already; to restore it, undo the judgement that undid it")
        draft = Judgement(verdict=UNDO, left=str(number), right=None, user=user, created=now, note=note)
        judgement = _append(connection, draft)
        refresh_views(connection, _touched(_at_bottom(wanted, rows)))
    return judgement


def current(connection: Connection) -> tuple[Judgement, ...]:
    """Return the judgements in force, in order of their numbers."""
    return in_force(read_judgements(connection))


def listed(connection: Connection) -> list[Listed]:
    """Return every judgement ever made with its state, in order of their numbers."""
    rows = read_judgements(connection)
    return [Listed(judgement=row, state=_state(row, rows)) for row in rows]


def _state(judgement: Judgement, rows: Sequence[Judgement]) -> str:
    standing = in_force(rows)
    if judgement.verdict == UNDO:
        later = [row for row in rows if row.number > judgement.number]
        return "undone" if any(row.left == str(judgement.number) for row in _undoing(later)) else "undoing"
    if judgement not in standing:
        return "undone"
    return "overruled" if judgement.number in find_bonds(standing).overruled else "in force"


def _undoing(rows: Sequence[Judgement]) -> list[Judgement]:
    """Return the takings back that are not taken back themselves."""
    undone: set[int] = set()
    standing = []
    for row in sorted(rows, key=lambda row: row.number, reverse=True):
        if row.verdict == UNDO and row.number not in undone:
            undone.add(int(row.left))
            standing.append(row)
    return standing


def _at_bottom(judgement: Judgement, rows: Sequence[Judgement]) -> Judgement:
    """Follow takings back to the judgement that they are about."""
    by_number = {row.number: row for row in rows}
    while judgement.verdict == UNDO:
        judgement = by_number[int(judgement.left)]
    return judgement


def _touched(judgement: Judgement) -> list[str]:
    """Return the reports or documents that a judgement is about."""
    pair = judgement.verdict in (SAME, DIFFERENT) and judgement.right is not None
    return [judgement.left, str(judgement.right)] if pair else [judgement.left]


def _append(connection: Connection, judgement: Judgement) -> Judgement:
    number = (connection.scalar(select(func.max(schema.judgements.c.number))) or 0) + 1
    numbered = msgspec.structs.replace(judgement, number=number)
    connection.execute(insert(schema.judgements), [msgspec.structs.asdict(numbered)])
    return numbered


# ---------------------------------------------------------------- what a judgement can be about


def _checked(connection: Connection, draft: Judgement, *, known: bool) -> Judgement:
    """Return a judgement with every id that of a report, document or actor of the project."""
    replace = msgspec.structs.replace
    if draft.verdict not in VERDICTS:
        raise JudgementError(f"there is no verdict {draft.verdict!r}; the verdicts are {', '.join(VERDICTS)}")
    left = _anchor(connection, draft.left)
    if draft.verdict in (SAME, DIFFERENT):
        return replace(draft, left=left, right=_other(connection, draft, left), value=None)
    if left != draft.left or is_document(left):
        raise JudgementError(
            f"{draft.verdict} is said of a report, and {draft.left} is none; `dragoman show reports` lists them"
        )
    if draft.verdict == REJECT:
        return replace(draft, right=None, value=None)
    return replace(draft, right=_party(connection, left, draft.right), value=_actor(draft.value, known=known))


def _other(connection: Connection, draft: Judgement, left: str) -> str:
    """Return the other record of a pair, which must be of the same kind."""
    if draft.right is None:
        raise JudgementError(f"{draft.verdict} needs two records; name the other one too")
    right = _anchor(connection, draft.right)
    if is_document(left) != is_document(right):
        raise JudgementError(
            f"{draft.left} and {draft.right} are of two kinds; name two reports or events, or two documents or stories"
        )
    if left == right:
        raise JudgementError(f"{draft.left} and {draft.right} are one and the same; name two records")
    return right


def _anchor(connection: Connection, identifier: str) -> str:
    """Return the report or document that an id stands for.

    Raises:
        JudgementError: the project has no such record.
    """
    part = schema.event_reports.c
    if identifier.startswith("e"):
        first: str | None = connection.scalar(select(func.min(part.report)).where(part.event == identifier))
        if first is not None:
            return first
    for query in (
        select(schema.reports.c.id).where(schema.reports.c.id == identifier),
        select(schema.documents.c.id).where(schema.documents.c.id == identifier),
        select(schema.stories.c.first).where(schema.stories.c.id == identifier),
    ):
        found: str | None = connection.scalar(query)
        if found is not None:
            return found
    return _document_at(connection, identifier)


def _document_at(connection: Connection, wanted: str) -> str:
    """Return the document with a path, or else the one whose path ends so."""
    path = schema.documents.c.path
    for fits in (path == wanted, path.endswith(f"/{wanted}", autoescape=True)):
        found: list[str] = list(connection.scalars(select(schema.documents.c.id).where(fits)))
        if len(found) == 1:
            return found[0]
        if found:
            raise JudgementError(f"{len(found)} documents go by {wanted!r}; `dragoman show documents` lists their ids")
    raise JudgementError(
        f"the project has no report, event, document or story {wanted!r}; `dragoman show events` lists the ids of events, "
        "`dragoman show reports` those of reports"
    )


def _party(connection: Connection, report: str, actor: str | None) -> str:
    """Return an actor that stands in a report."""
    parties = schema.report_parties.c
    standing = sorted(set(connection.scalars(select(parties.actor).where(parties.report == report))))
    if actor is None or actor not in standing:
        raise JudgementError(f"{actor} does not stand in report {report}; its actors are {', '.join(standing)}")
    return actor


def _known(store: Store, actor: str) -> bool:
    """Tell whether an actor can be put in: one of the project, or a state, organisation or organ of the tables of facts."""
    with store.reading() as connection:
        if connection.scalar(select(schema.actors.c.id).where(schema.actors.c.id == actor)) is not None:
            return True
    if not actor.partition(".")[0].isupper():
        return False  # people and places are named by a document of the project, or by none
    own = load_settings(store.path.parent).knowledge
    return actor in load_knowledge(Path(own) if own else None).entities


def _actor(actor: str | None, *, known: bool) -> str | None:
    if not known:
        raise JudgementError(
            f"no document of the project names {actor!r}, and no state or organisation has that id; give an actor that a "
            "document names (`dragoman show actors`), or a state or organisation by its id (FRA, NATO)"
        )
    return actor
