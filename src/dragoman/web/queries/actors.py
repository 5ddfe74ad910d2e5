"""Actors: their list, and one actor with the names it is met under, its offices, and what it does and says."""

from __future__ import annotations

from typing import Any

from dragoman.web import words
from dragoman.web.ask import Ask, NotFoundError
from dragoman.web.charts import ABOVE_LIST
from dragoman.web.queries.conditions import DAY, like
from dragoman.web.queries.days import by_telling, event_day, over_time
from dragoman.web.queries.documents import FROM, document_rows
from dragoman.web.queries.events import _FIELDS as EVENT_FIELDS
from dragoman.web.queries.events import event_rows, newest_first, taking_part
from dragoman.web.queries.known import known_of
from dragoman.web.queries.statements import BY_ITS_PEOPLE, newest_statements
from dragoman.web.reader import Row
from dragoman.web.room import Room

COLUMNS = ("id", "kind", "name", "state", "wikidata", "resolved", "documents", "events", "statements")

_EVENTS = "(SELECT count(*) FROM (SELECT 1 FROM event_parties p WHERE p.actor = a.id GROUP BY p.event))"
_STATEMENTS = "(SELECT count(*) FROM statement_actors s WHERE s.actor = a.id AND s.role = 'speaker')"
_COUNTS = f"{_EVENTS} AS events, {_STATEMENTS} AS statements"
_SORTS = {
    "": ("a.documents", "DESC"), "events": (_EVENTS, "DESC"), "statements": (_STATEMENTS, "DESC"),
    "name": ("replace(lower(a.name), '~', '-')", "ASC"),  # a tilde parts the keys of a page
}  # fmt: skip


def actor_list(room: Room, ask: Ask) -> dict[str, Any]:
    """Return actors, those that most documents name first, that pass the filters of the question."""
    where: list[str] = []
    given: dict[str, Any] = {}
    if kind := ask.choice("kind", words.ACTOR_KINDS):
        where.append("a.kind = :kind")
        given["kind"] = kind
    if wanted := ask.text("q"):
        where.append("(a.name LIKE :like ESCAPE '\\' OR a.id = :wanted)")
        given |= {"like": like(wanted), "wanted": wanted}
    if ask.choice("known", ("yes", "no")):
        where.append("a.resolved = :known")
        given["known"] = ask.text("known") == "yes"
    key, way = _SORTS[ask.choice("sort", tuple(_SORTS))]
    total = room.total(f"SELECT 1 FROM actors a {'WHERE ' + ' AND '.join(where) if where else ''}", given)
    after = ask.after(2)
    if after is not None:
        last = "CAST(:after_key AS INTEGER)" if way == "DESC" else ":after_key"
        where.append(f"({key}, a.id) {'<' if way == 'DESC' else '>'} ({last}, :after_id)")
        given |= {"after_key": after[0], "after_id": after[1]}
    limit = ask.rows()
    condition = f"WHERE {' AND '.join(where)}" if where else ""
    found = room.reader.rows(
        f"SELECT a.*, {_COUNTS}, {key} AS key FROM actors a {condition} ORDER BY {key} {way}, a.id {way} LIMIT :limit",
        {**given, "limit": limit + 1},
    )
    return {
        "title": "Actors",
        "total": total,
        "rows": [{name: value for name, value in actor_row(row).items() if name != "key"} for row in found[:limit]],
        "next": f"{found[limit - 1]['key']}~{found[limit - 1]['id']}" if len(found) > limit else None,
        "sort": ask.text("sort"),
        "filters": {name: ask.text(name) for name in ("q", "kind", "known")},
        "kinds": room.reader.rows("SELECT kind, count(*) AS actors FROM actors GROUP BY kind ORDER BY 2 DESC, 1"),
    }


def actor_row(row: Row) -> Row:
    """Return an actor as lists show it."""
    return {**row, "resolved": bool(row["resolved"]), "address": f"/actors/{row['id']}"}


def actor(room: Room, ask: Ask) -> dict[str, Any]:
    """Return one actor: how the documents name it, what the tables know of it, and its events and statements."""
    identifier = ask.parts["actor"]
    row = room.reader.row(f"SELECT a.*, {_COUNTS} FROM actors a WHERE a.id = ?", [identifier])
    known = known_of(room, identifier)
    if row is None and known is None:
        raise NotFoundError(f"No document names an actor {identifier}, and the tables of facts do not know it.")
    if row is None:
        entity = room.knowledge.entities[identifier]
        row = {"id": identifier, "kind": entity.kind, "name": entity.name, "state": entity.state, "wikidata": entity.wikidata,
               "resolved": True, "documents": 0, "events": 0, "statements": 0}  # fmt: skip
    state = row["state"]
    whole = state == identifier
    return {
        "title": row["name"],
        "actor": actor_row(row),
        "state_name": room.names([state]).get(state) if state and state != identifier else None,
        "names": room.reader.rows(
            "SELECT surface, count(*) AS times, count(DISTINCT document) AS documents FROM mentions WHERE actor = ? "
            "GROUP BY surface ORDER BY times DESC, surface LIMIT 30", [identifier]),
        "posts": _posts_met(room, identifier),
        "known": known,
        "is_state": whole,
        "timeline": _over_time(room, ask, "state" if whole else "actor", identifier),
        "by_telling": by_telling(ask),
        "events": _newest_events(room, identifier),
        "state_events": _state_events(room, row),
        "partners": _partners(room, identifier),
        "state_said": _state_said(room, identifier) if whole else 0,
        "said": newest_statements(room, "speaker", identifier, 8),
        "about": newest_statements(room, "about", identifier, 8),
        "speakers": _speakers_about(room, identifier),
        "documents": _documents(room, identifier),
        "cite": room.cite(identifier, ask.path, source=f"{row['documents']} documents"),
    }  # fmt: skip


def _newest_events(room: Room, identifier: str) -> list[Row]:
    condition, few = taking_part(room, "actor", "actor", identifier)
    found = room.reader.rows(
        f"SELECT {EVENT_FIELDS} FROM events e WHERE {condition} {newest_first(few)} LIMIT 12", {"actor": identifier}
    )
    return event_rows(room, found)


def _over_time(room: Room, ask: Ask, column: str, identifier: str) -> dict[str, Any]:
    """Return the chart of an actor's events; a state's with those of its organs and people."""
    rows = room.reader.rows(
        f"SELECT {event_day(ask)} AS day, e.quad, count(*) AS events FROM events e "
        f"WHERE e.id IN (SELECT event FROM event_parties WHERE {column} = ?) GROUP BY 1, e.quad", [identifier])  # fmt: skip
    return over_time(ask, [(row["day"], row["quad"], row["events"]) for row in rows], ABOVE_LIST)


def _state_said(room: Room, identifier: str) -> int:
    """Return how many statements a state makes with its organs and people."""
    return room.total(f"SELECT 1 FROM statements s WHERE {BY_ITS_PEOPLE}", {"speaker": identifier})


def _posts_met(room: Room, identifier: str) -> list[Row]:
    """Return the posts that the documents give a person."""
    rows = room.reader.rows(
        "SELECT office, count(*) AS times, min(surface) AS surface FROM mentions WHERE actor = ? AND office IS NOT NULL "
        "GROUP BY office ORDER BY times DESC LIMIT 12", [identifier])  # fmt: skip
    offices = room.knowledge.offices
    return [{**row, "name": offices[row["office"]].name if row["office"] in offices else row["office"]} for row in rows]


def _state_events(room: Room, row: Row) -> int:
    """Return how many events a state or organisation takes part in by all its organs and people."""
    if row["state"] != row["id"]:
        return 0
    found = room.reader.value("SELECT count(*) FROM (SELECT 1 FROM event_parties WHERE state = ? GROUP BY event)", [row["id"]])
    return int(found)


_PARTNERS = """
SELECT o.actor AS id, o.quad, count(*) AS events FROM
(SELECT DISTINCT event FROM event_parties WHERE actor = ?1) mine CROSS JOIN event_parties o ON o.event = mine.event
WHERE o.actor <> ?1 GROUP BY o.actor, o.quad
"""


def _partners(room: Room, identifier: str) -> list[dict[str, Any]]:
    """Return those with whom an actor has most events, counted by quad class."""
    counts: dict[str, dict[int, int]] = {}
    for row in room.reader.rows(_PARTNERS, [identifier]):
        counts.setdefault(row["id"], {})[row["quad"]] = row["events"]
    best = sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0]))[:12]
    names = room.names(other for other, _ in best)
    states = _states(room, [other for other, _ in best])
    return [
        {"id": other, "name": names[other], "state": states.get(other), "events": sum(quads.values()),
         "quads": {str(quad): quads.get(quad, 0) for quad in words.QUADS}}
        for other, quads in best
    ]  # fmt: skip


def _states(room: Room, identifiers: list[str]) -> dict[str, str]:
    """Return the state or organisation that each actor belongs to, or is; who belongs to none is left out."""
    marks = ",".join("?" * len(identifiers))
    found = room.reader.tuples(f"SELECT id, state FROM actors WHERE state IS NOT NULL AND id IN ({marks})", identifiers)
    return dict(found)


def _speakers_about(room: Room, identifier: str) -> list[Row]:
    return room.reader.rows(
        "SELECT s.speaker_name AS name, json_extract(s.speakers, '$[0]') AS id, count(*) AS times FROM statement_actors a "
        "JOIN statements s ON s.id = a.statement WHERE a.actor = ? AND a.role = 'about' AND s.speaker_name <> '' "
        "GROUP BY s.speaker_name ORDER BY times DESC, 1 LIMIT 10", [identifier])  # fmt: skip


def _documents(room: Room, identifier: str) -> list[Row]:
    many = room.frequent("SELECT 1 FROM document_actors WHERE actor = :actor", {"actor": identifier})
    condition = (
        "EXISTS (SELECT 1 FROM document_actors a WHERE a.document = d.id AND a.actor = :actor)" if many
        else "d.id IN (SELECT document FROM document_actors WHERE actor = :actor)"
    )  # fmt: skip
    found = room.reader.rows(
        f"SELECT d.id, d.path, d.title, d.outlet, d.language, d.published, m.story, m.relation {FROM} "
        f"WHERE {condition} ORDER BY {'' if many else '+'}{DAY} DESC, d.id DESC LIMIT 10",
        {"actor": identifier},
    )
    return document_rows(found)
