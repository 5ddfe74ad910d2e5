"""Documents: their list, and one document with every passage that something was read from."""

from __future__ import annotations

from typing import Any

from dragoman.web import words
from dragoman.web.ask import Ask, NotFoundError
from dragoman.web.pieces import Mark, cut_blocks
from dragoman.web.queries.conditions import DAY, published_between, with_words
from dragoman.web.queries.differences import repairs
from dragoman.web.queries.records import describe
from dragoman.web.queries.reports import with_parts
from dragoman.web.queries.statements import as_list
from dragoman.web.reader import Row
from dragoman.web.room import Room

COLUMNS = (
    "id", "path", "member", "title", "outlet", "author", "language", "published_start", "published_end", "story", "relation",
    "reports", "statements", "url",
)  # fmt: skip

_FIELDS = (
    "d.id, d.path, d.member, d.title, d.outlet, d.author, d.language, d.published, d.url, m.story, m.relation, "
    "(SELECT count(*) FROM reports r WHERE r.document = d.id) AS reports, "
    "(SELECT count(*) FROM statements s WHERE s.document = d.id) AS statements, "
    "(SELECT count(*) FROM story_members n WHERE n.story = m.story) AS members"
)
# All keys are text without a tilde, which parts the keys of a page.
_SORTS = {
    "": (DAY, "DESC"), "oldest": ("coalesce(json_extract(d.published, '$.start'), '9999-99')", "ASC"),
    "title": ("replace(lower(coalesce(d.title, d.path)), '~', '-')", "ASC"),
    "outlet": ("replace(lower(coalesce(d.outlet, char(0x10FFFF))), '~', '-')", "ASC"),
    "events": ("printf('%09d', (SELECT count(*) FROM reports r WHERE r.document = d.id))", "DESC"),
    "statements": ("printf('%09d', (SELECT count(*) FROM statements s WHERE s.document = d.id))", "DESC"),
}  # fmt: skip
FROM = "FROM documents d LEFT JOIN story_members m ON m.document = d.id"


def document_list(room: Room, ask: Ask) -> dict[str, Any]:
    """Return documents, newest first, that pass the filters of the question."""
    where, given = _filters(ask)
    total = room.total(f"SELECT 1 FROM documents d {'WHERE ' + ' AND '.join(where) if where else ''}", given)
    key, way = _SORTS[ask.choice("sort", tuple(_SORTS))]
    after = ask.after(2)
    if after is not None:
        where.append(f"({key}, d.id) {'<' if way == 'DESC' else '>'} (:after_key, :after_id)")
        given |= {"after_key": after[0], "after_id": after[1]}
    limit = ask.rows()
    condition = f"WHERE {' AND '.join(where)}" if where else ""
    found = room.reader.rows(
        f"SELECT {_FIELDS}, {key} AS key {FROM} {condition} ORDER BY {key} {way}, d.id {way} LIMIT :limit",
        {**given, "limit": limit + 1},
    )
    last = found[limit - 1] if len(found) > limit else None
    rows = document_rows([{name: value for name, value in row.items() if name != "key"} for row in found[:limit]])
    return {
        "title": "Documents",
        "total": total,
        "rows": rows,
        "next": f"{last['key']}~{last['id']}" if last else None,
        "sort": ask.text("sort"),
        "filters": {name: ask.text(name) for name in ("q", "outlet", "language", "from", "to")},
        "outlets": outlets(room),
        "languages": languages(room),
    }


def document_rows(found: list[Row]) -> list[Row]:
    """Return documents as lists show them."""
    return [
        {**row, "address": f"/documents/{row['id']}", "published_start": (row["published"] or {}).get("start"),
         "published_end": (row["published"] or {}).get("end")}
        for row in found
    ]  # fmt: skip


def _filters(ask: Ask) -> tuple[list[str], dict[str, Any]]:
    given: dict[str, Any] = {}
    where = with_words(ask, given)
    for name in ("outlet", "language"):
        if value := ask.text(name):
            where.append(f"d.{name} = :{name}")
            given[name] = value
    return where + published_between(ask, given), given


def outlets(room: Room, limit: int = 60) -> list[Row]:
    """Return the outlets of the project, those with most documents first."""
    return room.reader.rows("SELECT outlet AS name, count(*) AS documents FROM documents WHERE outlet IS NOT NULL "
                            "GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT ?", [limit])  # fmt: skip


def languages(room: Room) -> list[Row]:
    """Return the languages of the project with the number of documents in each."""
    rows = room.reader.rows(
        "SELECT language AS code, count(*) AS documents FROM documents GROUP BY language ORDER BY 2 DESC, 1"
    )
    return [{**row, "name": words.language_name(row["code"])} for row in rows]


# ------------------------------------------------------------------------------- one document


def document(room: Room, ask: Ask) -> dict[str, Any]:
    """Return one document: its text in marked pieces, its records, and the one that is asked for."""
    identifier = ask.parts["document"]
    row = room.reader.row("SELECT d.* FROM documents d WHERE d.id = ?", [identifier])
    if row is None:
        raise NotFoundError(f"No document has the id {identifier[:12]}…; the list of documents has them all.")
    reports = with_parts(room, room.reader.rows(_REPORTS, [identifier]))
    statements = room.reader.rows("SELECT * FROM statements WHERE document = ? ORDER BY sentence, id", [identifier])
    mentions = room.reader.rows("SELECT * FROM mentions WHERE document = ? ORDER BY start, \"end\"", [identifier])
    facts = room.reader.rows("SELECT role, start, \"end\", quote FROM evidence WHERE owner = ? ORDER BY position", [identifier])
    blocks = room.reader.rows("SELECT * FROM blocks WHERE document = ? ORDER BY position", [identifier])
    marks = [*_report_marks(reports), *_statement_marks(statements), *_mention_marks(mentions)]
    return {
        "title": row["title"] or row["path"].rsplit("/", 1)[-1],
        "document": _head(row),
        "blocks": cut_blocks(row["text"], blocks, marks),
        "quads": {report["id"]: report["quad"] for report in reports},
        "reports": reports,
        "statements": as_list(room, [_placed(statement, row) for statement in statements]),
        "counts": {"events": len(reports), "statements": len(statements), "actors": len(mentions),
                   "dates": sum(mark.role == "time" for mark in marks)},
        "facts": facts,
        "story": _story(room, identifier),
        "ledger": room.reader.rows("SELECT l.*, r.started, r.version FROM ledger l JOIN runs r ON r.number = l.run "
                                   "WHERE l.document = ? ORDER BY l.run, l.path, l.member", [identifier]),
        "issues": room.reader.rows("SELECT stage, kind, message FROM issues WHERE document = ? ORDER BY number", [identifier]),
        "repairs": repairs(room, [identifier]),
        "record": describe(room, identifier, ask.text("record")) if ask.text("record") else None,
        "cite": room.cite(identifier, ask.path, source=row["outlet"] or row["path"], date=words.when_words(row["published"])),
    }  # fmt: skip


_REPORTS = """
SELECT r.*, x.event FROM reports r LEFT JOIN event_reports x ON x.report = r.id
WHERE r.document = ? ORDER BY r.trigger_start, r.trigger_end, r.id
"""

_HEAD = (
    "id", "path", "member", "title", "outlet", "author", "url", "language", "media_type", "encoding", "extractor", "published",
    "provenance", "declared", "body",
)  # fmt: skip


def _head(row: Row) -> Row:
    return {**{name: row[name] for name in _HEAD}, "characters": len(row["text"]), "text": row["text"]}


def _placed(statement: Row, document: Row) -> Row:
    return {**statement, **{name: document[name] for name in ("path", "title", "outlet", "published")}}


_EVIDENT = ("trigger", "actor", "recipient", "time", "place", "condition")


def _report_marks(reports: list[Row]) -> list[Mark]:
    return [
        Mark(piece["start"], piece["end"], piece["role"] if piece["role"] in _EVIDENT else "cue", report["id"])
        for report in reports
        for piece in report["evidence"]
    ]


def _statement_marks(statements: list[Row]) -> list[Mark]:
    marks: list[Mark] = []
    for row in statements:
        marks += [Mark(start, end, "content", row["id"]) for start, end in row["content"]]
        for role, span in (("cue", row["cue"]), ("speaker", row["speaker_surface"])):
            if span:
                marks.append(Mark(span[0], span[1], role, row["id"]))
    return marks


def _mention_marks(mentions: list[Row]) -> list[Mark]:
    return [Mark(row["start"], row["end"], "mention", row["id"]) for row in mentions if row["actors"]]


def _story(room: Room, identifier: str) -> dict[str, Any] | None:
    """Return the story that a document belongs to, and the others in it."""
    own = room.reader.row("SELECT m.*, s.first FROM story_members m JOIN stories s ON s.id = m.story WHERE m.document = ?",
                          [identifier])  # fmt: skip
    if own is None:
        return None
    others = room.reader.rows(
        f"SELECT d.id, d.title, d.path, d.outlet, d.language, d.published, m.relation, m.score, m.reason {FROM} "
        f"WHERE m.story = ? AND d.id <> ? ORDER BY {DAY}, d.id LIMIT 30",
        [own["story"], identifier],
    )
    return {"id": own["story"], "relation": own["relation"], "score": own["score"], "reason": own["reason"],
            "first": own["first"], "others": others}  # fmt: skip
