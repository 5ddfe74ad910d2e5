"""Stories: documents that go back to one report, as a list, and one story as a tree with its passages side by side."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.merge.stories import Version, build_stories
from dragoman.records import DocumentFacts, LineageEdge, Provenance, When
from dragoman.web import words
from dragoman.web.ask import Ask, NotFoundError, QuestionError
from dragoman.web.queries import differences
from dragoman.web.queries.beside import side_by_side
from dragoman.web.queries.conditions import DAY
from dragoman.web.queries.events import _FIELDS as EVENT_FIELDS
from dragoman.web.queries.events import event_rows
from dragoman.web.reader import Row
from dragoman.web.room import Room

COLUMNS = ("id", "first", "title", "outlet", "published_start", "members", "outlets", "languages", "relations")

_FIELDS = (
    "s.id, s.first, d.title, d.path, d.outlet, d.language, d.published, "
    "(SELECT count(*) FROM story_members m WHERE m.story = s.id) AS members"
)
_SEVERAL = "EXISTS (SELECT 1 FROM story_members m WHERE m.story = s.id AND m.document <> s.first)"


def story_list(room: Room, ask: Ask) -> dict[str, Any]:
    """Return stories, newest first; with `size=several` only those that more than one document tells."""
    where: list[str] = []
    given: dict[str, Any] = {}
    if ask.choice("size", ("several",)):
        where.append(_SEVERAL)
    if relation := ask.choice("relation", ("copy", "rewrite", "translation", "excerpt")):
        where.append("EXISTS (SELECT 1 FROM story_members m WHERE m.story = s.id AND m.relation = :relation)")
        given["relation"] = relation
    total = room.total(f"SELECT 1 FROM stories s {'WHERE ' + ' AND '.join(where) if where else ''}", given)
    after = ask.after(2)
    if after is not None:
        where.append(f"({DAY}, d.id) < (:after_day, :after_id)")
        given |= {"after_day": after[0], "after_id": after[1]}
    limit = ask.rows()
    condition = f"WHERE {' AND '.join(where)}" if where else ""
    found = room.reader.rows(
        f"SELECT {_FIELDS} FROM documents d CROSS JOIN stories s ON s.first = d.id {condition} "
        f"ORDER BY {DAY} DESC, d.id DESC LIMIT :limit",
        {**given, "limit": limit + 1},
    )
    rows = story_rows(room, found[:limit])
    return {
        "title": "Stories",
        "total": total,
        "rows": rows,
        "next": f"{rows[-1]['published_start'] or ''}~{rows[-1]['first']}" if len(found) > limit else None,
        "filters": {name: ask.text(name) for name in ("size", "relation")},
    }


def newest_stories(room: Room, limit: int) -> list[Row]:
    """Return the stories whose first document is newest: those of several documents, or, where none has several, any."""
    query = f"SELECT {_FIELDS} FROM documents d CROSS JOIN stories s ON s.first = d.id"
    order = f"ORDER BY {DAY} DESC, d.id DESC LIMIT ?"
    several = room.reader.rows(f"{query} WHERE {_SEVERAL} {order}", [limit])
    return story_rows(room, several or room.reader.rows(f"{query} {order}", [limit]))


def story_rows(room: Room, found: list[Row]) -> list[Row]:
    """Return stories as lists show them: with their outlets, languages and relations."""
    return [_story_row(room, row) for row in found]


def _story_row(room: Room, row: Row) -> Row:
    members = room.reader.rows(
        "SELECT d.outlet, d.language, m.relation FROM story_members m JOIN documents d ON d.id = m.document WHERE m.story = ? "
        "ORDER BY m.document LIMIT 200", [row["id"]])  # fmt: skip
    return {
        **row, "address": f"/stories/{row['id']}", "published_start": (row["published"] or {}).get("start"),
        "outlets": sorted({member["outlet"] for member in members if member["outlet"]}),
        "languages": sorted({member["language"] for member in members}),
        "relations": sorted({member["relation"] for member in members} - {"original"}),
    }  # fmt: skip


def story(room: Room, ask: Ask) -> dict[str, Any]:
    """Return one story: its members, how each relates to which other, its events, and two of them side by side."""
    identifier = ask.parts["story"]
    row = room.reader.row(f"SELECT {_FIELDS} FROM stories s JOIN documents d ON d.id = s.first WHERE s.id = ?", [identifier])
    if row is None:
        raise NotFoundError(f"No story has the id {identifier}. A later run may have joined it to another.")
    members = room.reader.rows(
        "SELECT d.id, d.title, d.path, d.outlet, d.author, d.language, d.published, d.provenance, d.body, m.relation, "
        "m.score, m.reason, m.origins FROM story_members m JOIN documents d ON d.id = m.document WHERE m.story = ? "
        f"ORDER BY d.id <> ?, {DAY}, d.id LIMIT 200",
        [identifier, row["first"]],
    )
    edges = _edges(room, [member["id"] for member in members])
    return {
        "title": row["title"] or row["path"].rsplit("/", 1)[-1],
        "story": _story_row(room, row),
        "members": [{key: value for key, value in member.items() if key != "body"} for member in members],
        "tree": tree(row["first"], members, edges),
        "edges": edges,
        "beside": _beside(room, ask, row["first"], members),
        "disagreements": differences.of_documents(room, [member["id"] for member in members]),
        "repairs": differences.repairs(room, [member["id"] for member in members]),
        "events": event_rows(room, room.reader.rows(_EVENTS, [identifier])),
        "cite": room.cite(identifier, ask.path, source=row["outlet"] or row["path"], date=words.when_words(row["published"])),
    }


_EVENTS = f"""
SELECT {EVENT_FIELDS} FROM events e WHERE e.id IN (SELECT x.event FROM story_members m JOIN reports r ON r.document = m.document
JOIN event_reports x ON x.report = r.id WHERE m.story = ?) ORDER BY coalesce(e.day, '') DESC, e.id LIMIT 60
"""


def _edges(room: Room, members: list[str]) -> list[Row]:
    """Return how pairs of members relate, the surest first; aligned passages are left to the page that shows them."""
    marks = ",".join("?" * len(members))
    return room.reader.rows(
        f"SELECT left, right, relation, direction, extent, probability, left_coverage, right_coverage, reasons "
        f"FROM story_edges WHERE left IN ({marks}) AND right IN ({marks}) ORDER BY probability DESC, left, right LIMIT 400",
        [*members, *members],
    )


def tree(first: str, members: list[Row], edges: list[Row]) -> list[dict[str, Any]]:
    """Return the members as a tree in reading order, each with its depth, whom it follows and the edge between them.

    Whom a member was taken from the merge tells from the edges; who has no edge hangs on the first.
    """
    by_id = {member["id"]: member for member in members}
    by_pair = {(edge["left"], edge["right"]): edge for edge in edges}
    parents = _parents(members, edges)
    follows = {member: parents.get(member, first) for member in by_id if member != first}
    children: dict[str, list[str]] = {}
    for member, parent in follows.items():
        children.setdefault(parent if _hangs_on(member, first, follows) else first, []).append(member)
    found: list[dict[str, Any]] = []
    waiting = [(first, 0)]
    while waiting:
        identifier, depth = waiting.pop()
        source = follows.get(identifier)
        edge = by_pair.get((min(identifier, source), max(identifier, source))) if source else None
        found.append({**by_id[identifier], "depth": depth, "follows": source, "edge": edge})
        waiting += [(child, depth + 1) for child in reversed(children.get(identifier, []))]
    return found


def _parents(members: list[Row], edges: list[Row]) -> dict[str, str]:
    """Return the member that each was taken from, as the merge sees it."""
    versions = [
        Version(
            id=member["id"], language=member["language"], length=sum(end - start for start, end in member["body"]),
            facts=DocumentFacts(
                published=msgspec.convert(member["published"], When | None),
                provenance=msgspec.convert(member["provenance"] or [], tuple[Provenance, ...]),
            ),
        )
        for member in members
    ]  # fmt: skip
    stories = build_stories(versions, [msgspec.convert(edge, LineageEdge) for edge in edges])
    return {member.document: member.parent for story in stories for member in story.members if member.parent}


def _hangs_on(member: str, first: str, follows: dict[str, str]) -> bool:
    """Tell whether following parents leads to the first document; a judgement may have put another one first."""
    seen: set[str] = set()
    while member != first:
        if member in seen or member not in follows:
            return False
        seen.add(member)
        member = follows[member]
    return True


def _beside(room: Room, ask: Ask, first: str, members: list[Row]) -> dict[str, Any] | None:
    """Return two members side by side: those asked for, else the first and its nearest follower."""
    ids = [member["id"] for member in members]
    left, right = ask.text("left") or first, ask.text("right")
    if not right:
        others = sorted((member for member in members if member["id"] != left), key=lambda member: -member["score"])
        right = others[0]["id"] if others else ""
    if left not in ids or (right and right not in ids):
        raise QuestionError("left and right are ids of two documents of this story")
    return side_by_side(room, left, right) if right else None
