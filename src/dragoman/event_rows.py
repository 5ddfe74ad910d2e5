"""The events of a project as the event table of `dragoman.system`, each report with its outlet, language, story and voice."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from dragoman.kit import Kit
from dragoman.origins import find_origins
from dragoman.records import Record
from dragoman.store import schema
from dragoman.store.queries import Row, table_rows
from dragoman.system.event_table import Table, event_table
from dragoman.system.formats.own import rows_of
from dragoman.voices import Speaker, Voice, passages, voice_of

_SINGLE = ("person", "unresolved")  # kinds of speakers that their description on the page tells more about


class _Page(Record, frozen=True, kw_only=True):
    """What the reports of one document share."""

    outlet: str
    language: str
    story: str
    text: str
    day: str
    told: datetime.date | None


def project_events(connection: Connection, kit: Kit) -> Table:
    """Return the event table of a project."""
    pages = _pages(connection, find_origins(connection, kit))
    voices = dict(_voices(connection, pages, kit))
    r = schema.reports.c
    coded = connection.execute(select(r.id, r.document, r.type, r.cameo))
    known = {row.id: (row.document, row.type, row.cameo) for row in coded}
    return event_table(
        row for event in table_rows(connection, "events") for row in rows_of(event, **_reports(event, known, pages, voices))
    )


def _reports(
    event: Row, known: dict[str, tuple[str, str, str]], pages: dict[str, _Page], voices: dict[str, Voice]
) -> dict[str, Any]:
    """Return what the event table says of an event's reports; its CAMEO code is that of its first report of its type."""
    reports = list(event["reports"])
    of_report = [pages[known[report][0]] for report in reports]
    return {
        "told_day": min((page.told for page in of_report if page.told), default=None),
        "cameo": next((known[report][2] for report in reports if known[report][1] == event["type"]), ""),
        "reports": reports,
        "outlets": [page.outlet for page in of_report],
        "languages": [page.language for page in of_report],
        "stories": [page.story for page in of_report],
        "voices": [voices[report] for report in reports],
    }


def _pages(connection: Connection, origins: dict[str, str]) -> dict[str, _Page]:
    d, m = schema.documents.c, schema.story_members
    query = select(d.id, d.language, d.text, d.published, m.c.story).outerjoin(m, m.c.document == d.id)
    return {
        row.id: _Page(
            outlet=origins[row.id], language=row.language, story=row.story or row.id, text=row.text,
            day=(row.published or {}).get("start") or "", told=_known_day(row.published),
        )
        for row in connection.execute(query)
    }  # fmt: skip


def _known_day(published: Mapping[str, str] | None) -> datetime.date | None:
    """Return the day of publication, None where only its month or year is known."""
    if not published or published["start"] != published["end"]:
        return None
    return datetime.date.fromisoformat(published["start"][:10])


def _voices(connection: Connection, pages: dict[str, _Page], kit: Kit) -> Iterator[tuple[str, Voice]]:
    """Yield for each report the voice that it speaks in: that of the last of its chain of speakers."""
    known = _known_actors(connection)
    spans = _spans(connection)
    r = schema.reports.c
    for report in connection.execute(select(r.id, r.document, r.according_to)):
        page = pages[report.document]
        yield report.id, _voice(report.according_to, page, known, spans[report.document], kit)


def _voice(chain: Sequence[str], page: _Page, known: dict[str, Row], spans: dict[str, list[Any]], kit: Kit) -> Voice:
    if not chain:
        return voice_of(None, (), kit)
    names = [chain[-1], *chain[-1].split("; ")]  # several who speak together stand as one name: the first known decides
    name = next((name for name in names if name in known), chain[-1])
    actor = known.get(name, {"kind": "", "id": ""})
    texts = passages(page.text, spans.get(actor["id"], [])) if actor["kind"] in _SINGLE else []
    return voice_of(Speaker(name, actor["kind"], actor["id"], page.day), texts, kit)


def _known_actors(connection: Connection) -> dict[str, Row]:
    """Return the actors by name; of several of one name the one that the tables know."""
    found: dict[str, Row] = {}
    for row in sorted(table_rows(connection, "actors"), key=lambda row: not row["resolved"]):
        found.setdefault(row["name"], row)
    return found


def _spans(connection: Connection) -> dict[str, dict[str, list[Any]]]:
    """Return where each document names each person."""
    m, a = schema.mentions.c, schema.actors.c
    query = (
        select(m.document, m.actor, m.start, m.end).join(schema.actors, a.id == m.actor)
        .where(a.kind.in_(_SINGLE), m.kind != "pronoun").order_by(m.document, m.start)
    )  # fmt: skip
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for row in connection.execute(query):
        found[row.document][row.actor].append((row.start, row.end))
    return found
