"""The list of events: what a reader may choose by, in which order, and the chosen ones over time."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.store.queries import search_expression
from dragoman.web import words
from dragoman.web.ask import Ask
from dragoman.web.charts import ABOVE_LIST
from dragoman.web.queries.conditions import holding
from dragoman.web.queries.days import by_telling, event_day, over_time
from dragoman.web.queries.documents import outlets
from dragoman.web.queries.events import _FIELDS as FIELDS
from dragoman.web.queries.events import PAIR, event_rows, taking_part
from dragoman.web.queries.selection import told_by
from dragoman.web.room import Room

COLUMNS = (
    "id", "type", "mode", "quad", "intensity", "status", "start", "end", "precision", "actors", "recipients", "actor_names",
    "recipient_names", "actor_states", "recipient_states", "mutual", "place", "documents", "least_sources", "most_sources",
)  # fmt: skip

_FILTERS = (
    "state", "with", "direction", "actor", "quad", "type", "status", "from", "to", "q", "outlet", "speaker", "place", "story",
    "min_score",
)  # fmt: skip
SORTS = ("oldest", "sources")

_ONE_WAY = PAIR + " AND a.side = '{}' AND b.side = '{}'"
_OUT, _IN = _ONE_WAY.format("actor", "recipient"), _ONE_WAY.format("recipient", "actor")
# Which way an event goes between the two of a pair. Who acts on both sides, or to each other, acts neither way alone.
DIRECTIONS = {
    "out": f"NOT e.mutual AND e.id IN ({_OUT}) AND e.id NOT IN ({_IN})",
    "in": f"NOT e.mutual AND e.id IN ({_IN}) AND e.id NOT IN ({_OUT})",
    "each": f"(e.mutual OR (e.id IN ({_OUT})) = (e.id IN ({_IN})))",
}
_SIDES = {"out": "actor", "in": "recipient"}

# A report's sentence has the words; which documents can have it, the index of words tells.
SENTENCE = 'substr(d.text, t.start + 1, t."end" - t.start)'
_HEARD = (
    "SELECT DISTINCT x.event FROM documents d JOIN reports r ON r.document = d.id JOIN event_reports x ON x.report = r.id "
    "JOIN sentences t ON t.document = r.document AND t.position = r.sentence WHERE d.number IN "
    "(SELECT rowid FROM documents_search WHERE documents_search MATCH :expression) "
    "AND "
)


def event_list(room: Room, ask: Ask) -> dict[str, Any]:
    """Return events that pass the filters of the question, newest first unless it asks for another order."""
    where, given, few = filters(room, ask)
    condition = f"WHERE {' AND '.join(where)}" if where else ""
    total = room.total(f"SELECT 1 FROM events e {condition}", given)
    after = ask.after(2)
    chart = _over_time(room, ask, condition, given) if total and not after and not ask.as_table else None
    key, way = _order(ask)
    if after is not None:
        where.append(f"({key}, e.id) {'>' if way == 'ASC' else '<'} (:after_key, :after_id)")
        given |= {"after_key": after[0], "after_id": after[1]}
    limit = ask.rows()
    found = room.reader.rows(
        f"SELECT {FIELDS}, {key} AS key FROM events e {'WHERE ' + ' AND '.join(where) if where else ''} "
        f"ORDER BY {'+' if few else ''}{key} {way}, e.id {way} LIMIT :limit",
        {**given, "limit": limit + 1},
    )
    last = found[limit - 1] if len(found) > limit else None
    return {
        "title": "Events",
        "total": total,
        "rows": event_rows(room, found[:limit], heard=not ask.as_table),
        "next": f"{last['key']}~{last['id']}" if last else None,
        "timeline": chart,
        "by_telling": by_telling(ask),
        "filters": {name: ask.text(name) for name in _FILTERS},
        "chosen": {name: room.chosen(ask.text(name)) for name in ("state", "with", "actor")},
        "sort": ask.text("sort"),
        "known": room.known_actors(),
        "outlets": outlets(room),
    }


def _order(ask: Ask) -> tuple[str, str]:
    """Return the text that events are sorted by, and the way. Events without a date come last."""
    sort = ask.choice("sort", SORTS)
    if sort == "sources":
        return "printf('%06d', e.documents)", "DESC"
    if sort == "oldest":
        return f"coalesce({event_day(ask)}, '9999-99')", "ASC"
    return f"coalesce({event_day(ask)}, '')", "DESC"


def _over_time(room: Room, ask: Ask, condition: str, given: dict[str, Any]) -> dict[str, Any]:
    rows = room.reader.rows(
        f"SELECT {event_day(ask)} AS day, e.quad, count(*) AS events FROM events e {condition} GROUP BY 1, e.quad", given
    )
    return over_time(ask, [(row["day"], row["quad"], row["events"]) for row in rows], ABOVE_LIST)


def filters(room: Room, ask: Ask) -> tuple[list[str], dict[str, Any], bool]:
    """Return the conditions that a question sets on events `e`, their parameters, and whether few events pass them."""
    where, given, few = _parties(room, ask)
    for name, column, allowed in (("type", "e.type", words.TYPES), ("status", "e.status", tuple(words.STATUSES))):
        if value := ask.choice(name, allowed):
            where.append(f"{column} = :{name}")
            given[name] = value
    if quad := ask.choice("quad", ("1", "2", "3", "4")):
        where.append("e.quad = :quad")
        given["quad"] = int(quad)
    if place := ask.text("place"):
        where.append("json_extract(e.place, '$.name') = :place")
        given["place"] = place
    if story := ask.text("story"):
        where.append(
            "e.id IN (SELECT x.event FROM story_members m JOIN reports r ON r.document = m.document "
            "JOIN event_reports x ON x.report = r.id WHERE m.story = :story)"
        )
        given["story"] = story
        few = True
    if start := ask.day("from"):
        where.append(f"{event_day(ask)} >= :from")
        given["from"] = start
    if end := ask.day("to"):
        where.append(f"{event_day(ask)} <= :to")
        given["to"] = end + "~"  # a day, month or year includes all that begins with it
    return where + _told(room, ask, given), given, few


def _parties(room: Room, ask: Ask) -> tuple[list[str], dict[str, Any], bool]:
    """Return the conditions on who takes part, and which way the act goes."""
    where: list[str] = []
    given: dict[str, Any] = {name: room.resolve(value) for name in ("actor", "state", "with") if (value := ask.text(name))}
    direction = ask.choice("direction", tuple(DIRECTIONS))
    few = pair = "state" in given and "with" in given
    if pair:
        where.append(f"e.id IN ({PAIR})")
        where += [DIRECTIONS[direction]] if direction else []
    elif direction and "state" in given:
        side = f" AND side = '{_SIDES[direction]}'" if direction in _SIDES else ""
        mutual = "e.mutual" if direction == "each" else "NOT e.mutual"
        where.append(f"{mutual} AND EXISTS (SELECT 1 FROM event_parties WHERE event = e.id AND state = :state{side})")
    for name, column in {"actor": "actor", **({} if pair else {"state": "state", "with": "state"})}.items():
        if name in given:
            condition, rare = taking_part(room, column, name, given[name])
            where.append(condition)
            few = few or rare
    return where, given, few


def _told(room: Room, ask: Ask, given: dict[str, Any]) -> list[str]:
    """Return the conditions on who tells of it and in which words; what they need goes into `given`."""
    where = told_by(ask, msgspec.json.encode(ask.text("speaker")).decode().strip('"'), given)
    if expression := search_expression(ask.text("q")):
        sought: dict[str, Any] = {"expression": expression}
        heard = room.reader.values(_HEARD + " AND ".join(holding(ask.text("q"), SENTENCE, sought)), sought)
        where.append("e.id IN (SELECT value FROM json_each(:heard))")  # sought once: a page counts, draws and lists
        given["heard"] = msgspec.json.encode(heard).decode()
    return where
