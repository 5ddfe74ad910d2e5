"""Search: words in the texts, in what is said and done, names of one actor or of a pair, and ids of records."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from dragoman.store.queries import search_expression
from dragoman.web.ask import Ask
from dragoman.web.queries.actors import actor_row
from dragoman.web.queries.conditions import holding, like
from dragoman.web.queries.event_list import SENTENCE
from dragoman.web.queries.events import _FIELDS as EVENT_FIELDS
from dragoman.web.queries.events import event_rows
from dragoman.web.queries.statements import as_list
from dragoman.web.reader import Row
from dragoman.web.room import Room
from dragoman.web.visible import visible_marked

COLUMNS = ("id", "path", "title", "outlet", "language", "published_start", "snippet")

_OPEN, _CLOSE = "\ue000", "\ue001"  # private use: what the search engine puts around a word that it found


def search(room: Room, ask: Ask) -> dict[str, Any]:
    """Return the documents that hold all words of a question, best first, what is said and done in these words, and actors.

    `named` are the one or two actors whose names the question is: of one its page is what is sought, of two that of the pair.
    """
    question = ask.text("q")
    rows = _documents(room, question, ask.rows()) if question else []
    return {
        "title": f"Search: {question}" if question else "Search",
        "question": question,
        "total": _total(room, question) if question else 0,
        "rows": rows,
        "next": None,
        "actors": _actors(room, question) if question else [],
        "named": _named(room, question) if question else [],
        "said": as_list(room, _among(room, _SAID, "s.quote", question, rows)),
        "done": event_rows(room, _among(room, _DONE, SENTENCE, question, rows)),
        "record": _record(room, question),
    }


_FEW = 5  # statements and events beside the documents; a link has all of them
_SAID = "SELECT s.*, d.path, d.title, d.outlet, d.published FROM documents d JOIN statements s ON s.document = d.id"
_DONE = (
    f"SELECT {EVENT_FIELDS} FROM documents d JOIN reports r ON r.document = d.id JOIN event_reports x ON x.report = r.id "
    "JOIN sentences t ON t.document = r.document AND t.position = r.sentence JOIN events e ON e.id = x.event"
)
_BETWEEN = re.compile(r"\s*(?:[-\u2013\u2014/,&]|\b(?:and|et|with|avec|vs)\b)\s*|\s+", re.IGNORECASE)


def _among(room: Room, query: str, column: str, question: str, documents: list[Row]) -> list[Row]:
    """Return the first few records of the documents that were found, the best first, in which all words of a question stand."""
    given: dict[str, Any] = {"limit": _FEW}
    condition = " AND ".join(["d.number = :number", *holding(question, column, given)])
    found: dict[str, Row] = {}
    for document in documents:
        rows = room.reader.rows(f"{query} WHERE {condition} LIMIT :limit", {**given, "number": document["number"]})
        found |= {row["id"]: row for row in rows}
        if len(found) >= _FEW:
            break
    return list(found.values())[:_FEW]


def _named(room: Room, question: str) -> list[dict[str, Any]]:
    """Return the actor whose name or id a question is, or the two that it names one after the other."""
    if one := _actor(room, question):
        return [one]
    for cut in list(_BETWEEN.finditer(question))[:8]:
        pair = [_actor(room, part) for part in (question[: cut.start()], question[cut.end() :])]
        if (left := pair[0]) and (right := pair[1]) and left["id"] != right["id"]:
            return [left, right]
    return []


def _actor(room: Room, name: str) -> dict[str, Any] | None:
    identifier = room.resolve(name.strip())
    row = room.reader.row("SELECT id, name, kind, state, documents FROM actors WHERE id = ?", [identifier])
    if row is None and (known := room.knowledge.actor(identifier)) is not None:
        row = {"id": identifier, "name": known.name, "kind": known.kind, "state": known.state, "documents": 0}
    return row and {**row, "address": f"/actors/{row['id']}"}


_BEST = "SELECT rowid FROM documents_search WHERE documents_search MATCH ? ORDER BY rank LIMIT ?"
_FOUND = f"""
SELECT d.number, d.id, d.path, d.title, d.outlet, d.language, d.published, m.story, m.relation,
snippet(documents_search, 1, '{_OPEN}', '{_CLOSE}', ' … ', 30) AS snippet
FROM documents_search CROSS JOIN documents d ON d.number = documents_search.rowid
LEFT JOIN story_members m ON m.document = d.id
WHERE documents_search MATCH ? AND documents_search.rowid = ?
"""


def _documents(room: Room, question: str, limit: int) -> list[Row]:
    expression = search_expression(question)
    if not expression:
        return []
    best = room.reader.values(_BEST, [expression, limit])  # first the best alone: a snippet of every find would take long
    found = [row for number in best for row in room.reader.rows(_FOUND, [expression, number])]
    return [
        {**row, "address": f"/documents/{row['id']}", "published_start": (row["published"] or {}).get("start"),
         "snippet": row["snippet"].replace(_OPEN, "").replace(_CLOSE, ""), "hits": _hits(row["snippet"])}
        for row in found
    ]  # fmt: skip


def _hits(snippet: str) -> list[list[Any]]:
    """Return a snippet in pieces: the text, and whether it is one of the words that were sought."""
    parts = re.split(f"{_OPEN}(.*?){_CLOSE}", snippet, flags=re.DOTALL)
    return [[part, number % 2 == 1] for number, part in enumerate(parts) if part]


def _total(room: Room, question: str) -> int:
    expression = search_expression(question)
    if not expression:
        return 0
    return int(room.reader.value("SELECT count(*) FROM documents_search WHERE documents_search MATCH ?", [expression]))


def _actors(room: Room, question: str) -> list[Row]:
    """Return actors by id, by name, or by words that a document has for them."""
    found = room.reader.rows(
        "SELECT a.*, 0 AS events, 0 AS statements FROM actors a WHERE a.id = :exact OR a.name LIKE :like ESCAPE '\\' "
        "ORDER BY a.resolved DESC, a.documents DESC, a.id LIMIT 12",
        {"exact": question.upper() if len(question) <= 4 else question, "like": like(question)},
    )
    return [{key: actor_row(row)[key] for key in ("id", "kind", "name", "state", "documents", "address")} for row in found]


_RECORDS = {
    "e": ("SELECT id FROM events WHERE id = ?", "/events/{}"),
    "y": ("SELECT id FROM stories WHERE id = ?", "/stories/{}"),
    "r": ("SELECT document FROM reports WHERE id = ?", "/documents/{}?record={}#words"),
    "s": ("SELECT document FROM statements WHERE id = ?", "/documents/{}?record={}#words"),
    "m": ("SELECT document FROM mentions WHERE id = ?", "/documents/{}?record={}#words"),
}


def _record(room: Room, question: str) -> str | None:
    """Return the address of the record whose id the question is: a citation can be typed into the search."""
    if re.fullmatch("[0-9a-f]{12,64}", question):
        found = room.reader.values("SELECT id FROM documents WHERE id BETWEEN ? AND ? LIMIT 2", [question, question + "g"])
        return f"/documents/{found[0]}" if len(found) == 1 else None
    if not re.fullmatch("[eyrsm][0-9a-f]{16}", question):
        return None
    query, address = _RECORDS[question[0]]
    owner = room.reader.value(query, [question])
    return address.format(owner, question) if owner else None


def marked_hits(hits: list[list[Any]]) -> Markup:
    """Return the pieces of a snippet as HTML, what was sought marked."""
    parts = [Markup("<mark>{}</mark>").format(visible_marked(text)) if hit else visible_marked(text) for text, hit in hits]
    return Markup("").join(parts)
