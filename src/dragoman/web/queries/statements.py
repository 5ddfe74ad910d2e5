"""Who says what about whom: the list of statements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.web.ask import Ask
from dragoman.web.queries.conditions import DAY, holding, published_between, with_words
from dragoman.web.reader import Row
from dragoman.web.room import Room

COLUMNS = (
    "id", "document", "path", "outlet", "published_start", "speakers", "speaker_name", "chain", "kind", "act", "stance",
    "about", "addressee", "quote", "score",
)  # fmt: skip

KINDS = {"direct": "direct speech", "indirect": "reported speech", "mixed": "partly quoted"}
STANCES = ("positive", "negative", "neutral")

_FILTERS = ("speaker", "people", "about", "q", "kind", "act", "stance", "outlet", "from", "to")
_OUTLETS = "SELECT DISTINCT outlet AS name FROM documents WHERE outlet IS NOT NULL ORDER BY 1 LIMIT 200"

# Of many the documents are walked in their order; few are gathered by their ids, then sorted.
_FROM = "SELECT s.*, d.path, d.title, d.outlet, d.published FROM documents d CROSS JOIN statements s ON s.document = d.id"
FROM_FEW = "SELECT s.*, d.path, d.title, d.outlet, d.published FROM statements s CROSS JOIN documents d ON d.id = s.document"


def statement_list(room: Room, ask: Ask) -> dict[str, Any]:
    """Return statements, those of the newest documents first, that pass the filters of the question."""
    where, given, few = _filters(room, ask)
    source = FROM_FEW if few else _FROM
    total = room.total(f"{source} {'WHERE ' + ' AND '.join(where) if where else ''}", given)
    after = ask.after(3)
    if after is not None:
        where.append(f"(({DAY}, d.id) < (:day, :document) OR (d.id = :document AND s.id > :id))")
        given |= {"day": after[0], "document": after[1], "id": after[2]}
        where.append(f"{DAY} <= :day")
    limit = ask.rows()
    found = room.reader.rows(
        f"{source} {'WHERE ' + ' AND '.join(where) if where else ''} "
        f"ORDER BY {DAY} DESC, d.id DESC, s.id LIMIT :limit",
        {**given, "limit": limit + 1},
    )
    rows = as_list(room, found[:limit])
    return {
        "title": "Statements",
        "total": total,
        "rows": rows,
        "next": _key(found[limit - 1]) if len(found) > limit else None,
        "filters": {name: ask.text(name) for name in _FILTERS},
        "outlets": room.reader.rows(_OUTLETS),
        "chosen": {name: room.chosen(ask.text(name)) for name in ("speaker", "about")},
        "known": room.known_actors(),
    }


def _key(row: Row) -> str:
    return f"{(row['published'] or {}).get('start') or ''}~{row['document']}~{row['id']}"


def speaking(room: Room, role: str, actor: str) -> tuple[str, bool]:
    """Return the condition that an actor speaks in statement `s` (or that it is about one), and whether few are so."""
    given = {"actor": actor, "role": role}
    if room.frequent("SELECT 1 FROM statement_actors WHERE actor = :actor AND role = :role", given):
        return f"EXISTS (SELECT 1 FROM statement_actors WHERE statement = s.id AND role = '{role}' AND actor = :{role})", False
    return f"s.id IN (SELECT statement FROM statement_actors WHERE actor = :{role} AND role = '{role}')", True


# A state speaks by its organs and people too, where a reader asks for them.
BY_ITS_PEOPLE = (
    "s.id IN (SELECT statement FROM statement_actors WHERE role = 'speaker' "
    "AND (actor = :speaker OR actor IN (SELECT id FROM actors WHERE state = :speaker)))"
)


def newest_statements(room: Room, role: str, actor: str, limit: int) -> list[Row]:
    """Return the newest statements by an actor, or about one."""
    condition, few = speaking(room, role, actor)
    return as_list(room, room.reader.rows(
        f"{FROM_FEW if few else _FROM} WHERE {condition} ORDER BY {DAY} DESC, d.id DESC, s.id LIMIT :limit",
        {role: actor, "limit": limit},
    ))  # fmt: skip


def _filters(room: Room, ask: Ask) -> tuple[list[str], dict[str, Any], bool]:
    where: list[str] = []
    given: dict[str, Any] = {}
    few = False
    for name in ("speaker", "about"):
        if value := ask.text(name):
            given[name] = room.resolve(value)
            people = name == "speaker" and ask.choice("people", ("too",))
            condition, rare = (BY_ITS_PEOPLE, True) if people else speaking(room, name, given[name])
            where.append(condition)
            few = few or rare
    for name, allowed in (("kind", tuple(KINDS)), ("stance", STANCES)):
        if value := ask.choice(name, allowed):
            where.append(f"s.{name} = :{name}")
            given[name] = value
    for name, column in (("act", "s.act"), ("outlet", "d.outlet")):
        if value := ask.text(name):
            where.append(f"{column} = :{name}")
            given[name] = value
    where += published_between(ask, given)
    if in_text := with_words(ask, given):
        where += [*in_text, *holding(ask.text("q"), "s.quote", given)]
    return where, given, few


def as_list(room: Room, found: Sequence[Row]) -> list[Row]:
    """Return statements as pages show them."""
    names = room.names(actor for row in found for actor in (*row["speakers"], *row["about"]))
    return [
        {
            "id": row["id"], "address": f"/documents/{row['document']}?record={row['id']}#words", "document": row["document"],
            "path": row["path"], "title": row["title"], "outlet": row["outlet"], "published": row["published"],
            "published_start": (row["published"] or {}).get("start"),
            "speakers": row["speakers"], "speaker_name": row["speaker_name"], "chain": row["chain"], "kind": row["kind"],
            "form": row["form"], "act": row["act"], "stance": row["stance"], "about": row["about"],
            "about_names": [names[actor] for actor in row["about"]], "addressee": row["addressee"], "quote": row["quote"],
            "score": row["score"],
        }
        for row in found
    ]  # fmt: skip
