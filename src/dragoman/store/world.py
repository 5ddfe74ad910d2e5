"""The record of the world in its tables: put in the place of the old one whole, or in part after a judgement."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, insert, update

from dragoman.merge.inputs import WorldRecord
from dragoman.merge.kept_sketch import KeptSketch
from dragoman.records import Disagreement, Event, NameRepair, Story
from dragoman.store import schema
from dragoman.store.load import rows_in
from dragoman.store.working import (
    Pairs,
    drop_pairs,
    mark_built,
    mark_foreign,
    save_pairs,
    save_sketches,
    save_states,
)

Rows = list[dict[str, Any]]

_AT_ONCE = 1000  # rows that are stored together


class PackedEvent(msgspec.Struct, frozen=True, array_like=True):
    """An event with what its documents contradict each other in, as it waits to be stored."""

    event: Event
    disagreements: tuple[Disagreement, ...] = ()


class WorldChange(msgspec.Struct, frozen=True, kw_only=True):
    """What a run changes in the record of the world, worked out while others could still judge.

    `documents` are new. The stories take the place of those of their members; `repaired` are the documents whose repairs
    are replaced, `compared` the pairs of documents whose contradictions are. `events` are packed one by one (pack_event):
    there are many. The rest is working memory: sketches and pairs that are new, pairs that hold no longer, and states.
    """

    whole: bool
    documents: Collection[str]
    stories: Sequence[Story]
    origins: Mapping[str, tuple[str, ...]]
    repaired: Collection[str]
    repairs: Sequence[NameRepair]
    gone: Collection[str]
    events: Sequence[bytes]
    compared: Collection[tuple[str, str]]
    disagreements: Sequence[Disagreement]
    sketches: Sequence[KeptSketch]
    lost_pairs: Pairs
    found_pairs: Pairs
    states: Mapping[str, str | None]


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(PackedEvent).decode


def pack_event(event: Event, disagreements: tuple[Disagreement, ...] = ()) -> bytes:
    """Return an event as it waits to be stored: a few hundred bytes."""
    return _encode(PackedEvent(event, disagreements))


def replace_world(connection: Connection, world: WorldRecord | WorldChange) -> None:
    """Put a record of the world in the place of the old one, or change it; then lay the judgements in force over it."""
    from dragoman.store.views import lift_views, refresh_views  # views write through this module

    if isinstance(world, WorldRecord):
        _replace(connection, world)
    else:
        if not world.whole:
            lift_views(connection)
        _change(connection, world)
    refresh_views(connection)
    connection.execute(update(schema.meta).where(schema.meta.c.key == "stale").values(value="0"))


def _replace(connection: Connection, world: WorldRecord) -> None:
    _clear(connection)
    mark_foreign(connection)
    _insert(connection, schema.actors, _merge_actors(connection))
    _insert_stories(connection, world.stories, world.origins)
    _insert_events(connection, (PackedEvent(event) for event in world.events))
    _insert(connection, schema.disagreements, map(disagreement_row, world.disagreements))
    _insert(connection, schema.name_repairs, map(repair_row, world.repairs))


def _clear(connection: Connection) -> None:
    for table in schema.WORLD:
        connection.execute(delete(table))


def _change(connection: Connection, world: WorldChange) -> None:
    if world.whole:
        _clear(connection)
    else:
        _take_away(connection, world)
    _insert(connection, schema.actors, _merge_actors(connection, None if world.whole else world.documents))
    _insert_stories(connection, world.stories, world.origins)
    _insert_events(connection, map(_decode, world.events))
    _insert(connection, schema.disagreements, map(disagreement_row, world.disagreements))
    _insert(connection, schema.name_repairs, map(repair_row, world.repairs))
    save_sketches(connection, world.sketches)
    drop_pairs(connection, world.lost_pairs)
    save_pairs(connection, world.found_pairs)
    save_states(connection, world.states)
    mark_built(connection)


def _take_away(connection: Connection, world: WorldChange) -> None:
    """Delete what is put in anew."""
    _run_many(connection, "DELETE FROM events WHERE id = ?", world.gone, before="DELETE FROM event_reports WHERE found = ?")
    members = [member.document for story in world.stories for member in story.members]
    old = {story for (story,) in rows_in(connection, "SELECT found FROM story_members WHERE document IN ({})", members)}
    _run_many(connection, "DELETE FROM stories WHERE id = ?", old, before="DELETE FROM story_members WHERE found = ?")
    _run_many(connection, "DELETE FROM name_repairs WHERE document = ?", world.repaired)
    if world.compared:
        connection.exec_driver_sql(
            'DELETE FROM disagreements WHERE event IS NULL AND "left" = ? AND "right" = ?', sorted(world.compared)
        )
    _run_many(connection, "DELETE FROM actors WHERE id = ?", _named(connection, world.documents))


def _run_many(connection: Connection, statement: str, names: Iterable[str], *, before: str = "") -> None:
    listed = [(name,) for name in sorted(names)]
    for each in (before, statement):
        if each and listed:
            connection.exec_driver_sql(each, listed)


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        connection.execute(insert(table), some)


def _insert_stories(
    connection: Connection, stories: Sequence[Story], origins: Mapping[str, tuple[str, ...]]
) -> None:
    _insert(connection, schema.stories, map(story_row, stories))
    _insert(connection, schema.story_members, (row for story in stories for row in member_rows(story, origins)))


def _insert_events(connection: Connection, packed: Iterable[PackedEvent]) -> None:
    left = iter(packed)
    while some := list(islice(left, _AT_ONCE)):
        _insert(connection, schema.events, (event_row(each.event) for each in some))
        connection.exec_driver_sql(
            "INSERT INTO event_reports (report, event, found) VALUES (?, ?, ?)",
            [(report, each.event.id, each.event.id) for each in some for report in each.event.reports],
        )
        _insert(connection, schema.disagreements, (disagreement_row(found) for each in some for found in each.disagreements))


def story_row(story: Story) -> dict[str, Any]:
    """Return the row of a story."""
    return {"id": story.id, "first": story.first}


def member_rows(story: Story, origins: Mapping[str, tuple[str, ...]]) -> Rows:
    """Return the rows of a story's members as they were found, before any judgement."""
    rows = []
    for member in story.members:
        found_as = {"relation": member.relation, "score": round(member.score, 4), "reason": member.reason}
        place = {"document": member.document, "story": story.id, "found": story.id, "parent": member.parent,
                 "origins": origins.get(member.document, ())}  # fmt: skip
        rows.append({**place, **found_as, "found_as": found_as})
    return rows


def disagreement_row(found: Disagreement) -> dict[str, Any]:
    """Return the row of a disagreement; its first two documents are those that pages ask for."""
    documents = list(dict.fromkeys(version.document for version in found.versions))
    row = {name: getattr(found, name) for name in found.__struct_fields__}
    return row | {"left": documents[0], "right": documents[1] if len(documents) > 1 else documents[0]}


def repair_row(repair: NameRepair) -> dict[str, Any]:
    """Return the row of a repaired name."""
    return {name: getattr(repair, name) for name in repair.__struct_fields__}


def event_row(event: Event) -> dict[str, Any]:
    """Return the row of an event."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "quad": event.quad,
        "intensity": round(event.intensity, 4),
        "actors": event.actors,
        "recipients": event.recipients,
        "actor_states": event.actor_states,
        "recipient_states": event.recipient_states,
        "mutual": event.mutual,
        "status": event.status,
        "when": event.when,
        "day": event.when.start if event.when else None,
        "place": event.place,
        "stories": event.stories,
        "documents": event.documents,
        "least_sources": event.independent_sources[0],
        "most_sources": event.independent_sources[1],
        "source_reasons": event.source_reasons,
    }


def _merge_actors(connection: Connection, documents: Collection[str] | None = None) -> Iterator[dict[str, Any]]:
    """Yield one row for every actor that some document names, or one of some documents.

    Documents of several dates may describe an actor differently (whom a minister stands for): the most frequent
    description counts, of equally frequent ones the smallest, so that no order of reading matters.
    """
    fields = "kind, name, state, wikidata, resolved"
    order = f"GROUP BY actor, {fields} ORDER BY actor, count(*) DESC, {fields}"
    query = f"SELECT actor, {fields}, count(*) FROM document_actors"
    if documents is None:
        found: Iterable[tuple[Any, ...]] = connection.exec_driver_sql(f"{query} {order}").cursor.fetchall()
    else:
        found = rows_in(connection, f"{query} WHERE actor IN ({{}}) {order}", _named(connection, documents))
    for actor, described in groupby(found, key=lambda row: row[0]):
        rows = list(described)
        _, kind, name, state, wikidata, resolved, _ = rows[0]
        yield {"id": actor, "kind": kind, "name": name, "state": state, "wikidata": wikidata, "resolved": bool(resolved),
               "documents": sum(row[6] for row in rows)}  # fmt: skip


def _named(connection: Connection, documents: Collection[str]) -> set[str]:
    """Return the actors that some documents name."""
    query = "SELECT DISTINCT actor FROM document_actors WHERE document IN ({})"
    return {actor for (actor,) in rows_in(connection, query, documents)}
