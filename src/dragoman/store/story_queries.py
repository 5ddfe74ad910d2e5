"""One story and one event, with everything that is told about them: what `show story` and `show event` print."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, or_, select

from dragoman.errors import DragomanError
from dragoman.merge.garble import garble
from dragoman.store import schema
from dragoman.store.load_reports import select_by

Row = dict[str, Any]


def find_story(connection: Connection, wanted: str) -> str:
    """Return the id of a story by itself, its first signs, or the path or id of one of its documents.

    Raises:
        DragomanError: no story, or more than one, goes by that name.
    """
    part, d = schema.story_members, schema.documents
    by_id = select(schema.stories.c.id).where(schema.stories.c.id.startswith(wanted, autoescape=True))
    named = or_(
        d.c.id.startswith(wanted, autoescape=True), d.c.path == wanted, d.c.path.endswith(f"/{wanted}", autoescape=True)
    )
    by_document = select(part.c.story).join(d, d.c.id == part.c.document).where(named)
    return _only(connection, "story", wanted, (by_id, by_document))


def find_event(connection: Connection, wanted: str) -> str:
    """Return the id of an event by itself, its first signs, or the id of one of its reports.

    Raises:
        DragomanError: no event, or more than one, goes by that name.
    """
    part = schema.event_reports.c
    by_id = select(schema.events.c.id).where(schema.events.c.id.startswith(wanted, autoescape=True))
    by_report = select(part.event).where(part.report.startswith(wanted, autoescape=True), part.event.is_not(None))
    return _only(connection, "event", wanted, (by_id, by_report))


def _only(connection: Connection, kind: str, wanted: str, queries: Collection[Any]) -> str:
    for query in queries:
        found = sorted(set(connection.scalars(query.limit(10))))
        if len(found) == 1:
            return str(found[0])
        if found:
            raise DragomanError(f"{wanted!r} is the beginning of several: {', '.join(found)}; give more signs of the id")
    plural = {"story": "stories", "event": "events"}[kind]
    raise DragomanError(f"no {kind} goes by {wanted!r}; `dragoman show {plural}` lists them")


# ---------------------------------------------------------------- a story


def story_page(connection: Connection, story: str) -> Row:
    """Return a story with its members, how they relate, what they disagree in and which names they repair."""
    members = _members(connection, story)
    inside = {member["document"] for member in members}
    first = connection.scalar(select(schema.stories.c.first).where(schema.stories.c.id == story))
    cleanest = min(members, key=lambda member: (member["garble"], member["document"] != first, member["document"]))
    repairs = select_by(connection, schema.name_repairs.c.document, inside)
    return {
        "id": story,
        "first": first,
        "members": members,
        "cleanest": cleanest["document"],
        "edges": _edges(connection, inside),
        "disagreements": _story_disagreements(connection, inside),
        "repairs": [dict(row) for row in _sorted(repairs, "document", "start")],
        "events": _events_of(connection, inside),
    }


def _members(connection: Connection, story: str) -> list[Row]:
    part, d = schema.story_members, schema.documents
    query = select(part, d.c.path, d.c.member, d.c.language, d.c.outlet, d.c.published, d.c.title, d.c.body, d.c.text).join(
        d, d.c.id == part.c.document
    ).where(part.c.story == story)  # fmt: skip
    rows = []
    for row in connection.execute(query).mappings():
        body = " ".join(row["text"][start:end] for start, end in row["body"])
        rows.append({**{name: row[name] for name in row if name not in ("text", "body")}, "garble": garble(body)})
    return sorted(rows, key=lambda row: (row["relation"] != "original", row["path"], row["member"], row["document"]))


def _edges(connection: Connection, inside: Collection[str]) -> list[Row]:
    """Return how the members relate, the strongest pairs first, with the words of the aligned passages."""
    rows = [dict(row) for row in select_by(connection, schema.story_edges.c.left, inside) if row["right"] in inside]
    texts = {row["id"]: row["text"] for row in select_by(connection, schema.documents.c.id, inside)}
    for row in rows:
        row["aligned"] = [
            {"left": texts[row["left"]][a:b], "right": texts[row["right"]][c:d], "similarity": likeness}
            for (a, b), (c, d), likeness in row["passages"]
        ]
    return sorted(rows, key=lambda row: (-row["probability"], row["left"], row["right"]))


def _story_disagreements(connection: Connection, inside: Collection[str]) -> list[Row]:
    table = schema.disagreements
    rows = [row for row in select_by(connection, table.c.left, inside) if row["right"] in inside]
    return [dict(row) for row in _sorted(rows, "field", "id")]


def _sorted(rows: Any, *names: str) -> list[Any]:
    return sorted(rows, key=lambda row: tuple(row[name] for name in names))


def _events_of(connection: Connection, inside: Collection[str]) -> list[Row]:
    reports = [row["id"] for row in select_by(connection, schema.reports.c.document, inside)]
    linked = {row["event"] for row in select_by(connection, schema.event_reports.c.report, reports)} - {None}
    rows = [dict(row) for row in select_by(connection, schema.events.c.id, linked)]
    return sorted(rows, key=lambda row: (-row["documents"], row["day"] or "9999", row["id"]))


# ---------------------------------------------------------------- an event


def event_page(connection: Connection, event: str) -> Row:
    """Return an event with every report of it, in its sentence, and what the reports disagree in."""
    row = dict(connection.execute(select(schema.events).where(schema.events.c.id == event)).mappings().one())
    found = schema.disagreements
    differing = connection.execute(select(found).where(found.c.event == event).order_by(found.c.field, found.c.id)).mappings()
    names = {a["id"]: a["name"] for a in select_by(connection, schema.actors.c.id, {*row["actors"], *row["recipients"]})}
    return {
        **row,
        "actor_names": [names.get(actor, actor) for actor in row["actors"]],
        "recipient_names": [names.get(actor, actor) for actor in row["recipients"]],
        "reports": _reports(connection, event),
        "disagreements": [dict(each) for each in differing],
    }


def _reports(connection: Connection, event: str) -> list[Row]:
    """Return the reports of an event, story by story, each with the words of its sentence."""
    r, d, part, member = schema.reports, schema.documents, schema.event_reports, schema.story_members
    query = (
        select(r, d.c.path, d.c.member, d.c.outlet, d.c.published, d.c.language, d.c.text, member.c.story, member.c.relation)
        .join(d, d.c.id == r.c.document).join(part, part.c.report == r.c.id).join(member, member.c.document == d.c.id)
        .where(part.c.event == event)
        .order_by(member.c.story, d.c.path, d.c.member, d.c.id, r.c.trigger_start, r.c.id)
    )  # fmt: skip
    rows = []
    for row in connection.execute(query).mappings():
        start, end = _sentence(connection, row["document"], row["sentence"], row["trigger_start"], row["trigger_end"])
        text = row["text"]
        rows.append({
            **{name: row[name] for name in row if name != "text"},
            "before": text[start : row["trigger_start"]],
            "trigger": text[row["trigger_start"] : row["trigger_end"]],
            "after": text[row["trigger_end"] : end],
        })  # fmt: skip
    return rows


def _sentence(connection: Connection, document: str, number: int, start: int, end: int) -> tuple[int, int]:
    """Return the span of a report's sentence, at least that of its trigger."""
    s = schema.sentences.c
    row = connection.execute(select(s.start, s.end).where(s.document == document, s.position == number)).first()
    return (min(row.start, start), max(row.end, end)) if row is not None else (start, end)


def document_paths(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """Return what to call some documents: their outlet and path."""
    found = {}
    for row in select_by(connection, schema.documents.c.id, documents):
        place = f"{row['path']} {row['member']}".rstrip()
        found[row["id"]] = f"{row['outlet']} ({place})" if row["outlet"] else place
    return found
