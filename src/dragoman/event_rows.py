"""The events of a project as the event table of `dragoman.system`, each report with its outlet, story, voice and score."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from dragoman.kit import Kit
from dragoman.origins import find_origins
from dragoman.records import Span
from dragoman.store import schema
from dragoman.store.queries import Row, table_rows
from dragoman.system.event_table import Table, event_table
from dragoman.system.formats.own import rows_of
from dragoman.voices import Speaker, Voice, passages, voice_of

_SINGLE = ("person", "unresolved")  # kinds of speakers that their description on the page tells more about
_AT_ONCE = 200  # documents whose texts are in memory at once


class _Page(NamedTuple):
    """What the reports of one document share."""

    outlet: str
    language: str
    story: str
    day: str
    told: datetime.date | None


class _Coded(NamedTuple):
    """What the event table asks of a report."""

    document: str
    type: str
    cameo: str
    voice: Voice
    score: float


class _Actor(NamedTuple):
    """Who goes by a name."""

    kind: str
    id: str


def project_events(connection: Connection, kit: Kit) -> Table:
    """Return the event table of a project. No text stays in memory but that of some documents at a time."""
    pages = _pages(connection, find_origins(connection, kit))
    coded = dict(_coded(connection, pages, kit))
    return event_table(
        row for event in table_rows(connection, "events") for row in rows_of(event, **_reports(event, coded, pages))
    )


def _reports(event: Row, coded: dict[str, _Coded], pages: dict[str, _Page]) -> dict[str, Any]:
    """Return what the event table says of an event's reports; its CAMEO code is that of its first report of its type."""
    reports = [coded[report] for report in event["reports"]]
    of_report = [pages[report.document] for report in reports]
    return {
        "told_day": min((page.told for page in of_report if page.told), default=None),
        "cameo": next((report.cameo for report in reports if report.type == event["type"]), ""),
        "reports": list(event["reports"]),
        "outlets": [page.outlet for page in of_report],
        "languages": [page.language for page in of_report],
        "stories": [page.story for page in of_report],
        "voices": [report.voice for report in reports],
        "scores": [report.score for report in reports],
    }


def _pages(connection: Connection, origins: dict[str, str]) -> dict[str, _Page]:
    d, m = schema.documents.c, schema.story_members
    query = select(d.id, d.language, d.published, m.c.story).outerjoin(m, m.c.document == d.id)
    return {
        row.id: _Page(
            outlet=origins[row.id], language=row.language, story=row.story or row.id,
            day=(row.published or {}).get("start") or "", told=_known_day(row.published),
        )
        for row in connection.execute(query)
    }  # fmt: skip


def _known_day(published: Mapping[str, str] | None) -> datetime.date | None:
    """Return the day of publication, None where only its month or year is known."""
    if not published or published["start"] != published["end"]:
        return None
    return datetime.date.fromisoformat(published["start"][:10])


def _coded(connection: Connection, pages: dict[str, _Page], kit: Kit) -> Iterator[tuple[str, _Coded]]:
    """Yield for each report what the table asks of it; its voice is that of the last of its chain of speakers."""
    known = _known_actors(connection)
    r, d = schema.reports.c, schema.documents.c
    documents = sorted(pages)
    for first in range(0, len(documents), _AT_ONCE):
        some = documents[first : first + _AT_ONCE]
        texts = {row.id: row.text for row in connection.execute(select(d.id, d.text).where(d.id.in_(some)))}
        spans = _spans(connection, some)
        query = select(r.id, r.document, r.type, r.cameo, r.according_to, r.score).where(r.document.in_(some))
        for row in connection.execute(query):
            name = _name(row.according_to, known)
            actor = known.get(name or "", _Actor("", ""))
            beside = spans.get((row.document, actor.id), []) if actor.kind in _SINGLE else []
            speaker = None if name is None else Speaker(name, actor.kind, actor.id, pages[row.document].day)
            voice = voice_of(speaker, passages(texts[row.document], beside), kit)
            yield row.id, _Coded(row.document, row.type, row.cameo, voice, row.score)


def _name(chain: Sequence[str], known: Mapping[str, _Actor]) -> str | None:
    """Return the last speaker of a chain, None for the narrator; of several who speak together the first known decides."""
    if not chain:
        return None
    return next((name for name in (chain[-1], *chain[-1].split("; ")) if name in known), chain[-1])


def _known_actors(connection: Connection) -> dict[str, _Actor]:
    """Return the actors by name; of several of one name the one that the tables know, then the first by id."""
    a = schema.actors.c
    found: dict[str, _Actor] = {}
    for row in connection.execute(select(a.name, a.kind, a.id).order_by(a.resolved.desc(), a.id)):
        found.setdefault(row.name, _Actor(row.kind, row.id))
    return found


def _spans(connection: Connection, documents: Sequence[str]) -> dict[tuple[str, str], list[Span]]:
    """Return where some documents name each person, by document and actor, in the order of the text."""
    m, a = schema.mentions.c, schema.actors.c
    query = (
        select(m.document, m.actor, m.start, m.end).join(schema.actors, a.id == m.actor)
        .where(m.document.in_(documents), a.kind.in_(_SINGLE), m.kind != "pronoun").order_by(m.document, m.start)
    )  # fmt: skip
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.document, row.actor].append((row.start, row.end))
    return found
