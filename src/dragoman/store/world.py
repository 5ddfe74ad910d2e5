"""The record of the world in its tables: put in the place of the old one whole, or in part after a judgement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from dragoman.merge.inputs import WorldRecord
from dragoman.records import Disagreement, Event, NameRepair, Story
from dragoman.store import schema

Rows = list[dict[str, Any]]


def replace_world(connection: Connection, world: WorldRecord) -> None:
    """Put a record of the world in the place of the old one, then lay the judgements in force over it."""
    from dragoman.store.views import refresh_views  # views write through this module

    for table in schema.WORLD:
        connection.execute(delete(table))
    for table, rows in (
        (schema.actors, merge_actors(connection)),
        (schema.stories, [story_row(story) for story in world.stories]),
        (schema.story_members, [row for story in world.stories for row in member_rows(story, world.origins)]),
        (schema.events, [event_row(event) for event in world.events]),
        (schema.event_reports, [
            {"report": report, "event": event.id, "found": event.id} for event in world.events for report in event.reports
        ]),
        (schema.disagreements, [disagreement_row(found) for found in world.disagreements]),
        (schema.name_repairs, [repair_row(repair) for repair in world.repairs]),
    ):  # fmt: skip
        if rows:
            connection.execute(insert(table), rows)
    refresh_views(connection)
    connection.execute(update(schema.meta).where(schema.meta.c.key == "stale").values(value="0"))


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


def merge_actors(connection: Connection) -> Rows:
    """Return one row for every actor that some document names.

    Documents of several dates may describe an actor differently (whom a minister stands for): the most frequent
    description counts, of equally frequent ones the smallest, so that no order of reading matters.
    """
    named = schema.document_actors.c
    fields = (named.kind, named.name, named.state, named.wikidata, named.resolved)
    count = func.count()
    query = (
        select(named.actor, count.label("count"), *fields)
        .group_by(named.actor, *fields)
        .order_by(named.actor, count.desc(), *fields)
    )
    rows: dict[str, dict[str, Any]] = {}
    for found in connection.execute(query).mappings():
        described = {key: found[key] for key in ("kind", "name", "state", "wikidata", "resolved")}
        row = rows.setdefault(found["actor"], {"id": found["actor"], **described, "documents": 0})
        row["documents"] += found["count"]
    return list(rows.values())
