"""What judgements make of the record of the world: the stories and events that they touch are formed anew.

`found` in `story_members` and `event_reports` keeps what the program put together before any judgement; the view is
always made from there, so that a judgement taken back leaves no trace.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, RowMapping, Table, bindparam, delete, insert, select, update

from dragoman.merge.disagreements import event_disagreements
from dragoman.merge.inputs import MergeDocument
from dragoman.merge.judgements import Bonds, correct_report, find_bonds, in_force, regroup, rejected_reports
from dragoman.merge.repairs import fill_names
from dragoman.merge.same_event import build_event, weigh_reports
from dragoman.merge.sources import Backing, shared_pairs
from dragoman.merge.story_view import regroup_stories
from dragoman.records import EventReport, Judgement, NameRepair, Story, StoryMember
from dragoman.store import schema
from dragoman.store.load_reports import load_reports, select_by
from dragoman.store.refit import find_hosts, new_states
from dragoman.store.world import disagreement_row, event_row, story_row


def read_judgements(connection: Connection) -> list[Judgement]:
    """Return every judgement ever made, in order."""
    rows = connection.execute(select(schema.judgements).order_by(schema.judgements.c.number)).mappings()
    return [Judgement(**row) for row in rows]


def is_document(identifier: str) -> bool:
    """Tell whether an id is that of a document (of reports otherwise): 64 hexadecimal digits."""
    return len(identifier) == 64


def refresh_views(connection: Connection, touched: Iterable[str] | None = None) -> None:
    """Form anew the stories and events of the reports and documents touched; by default of all that were judged."""
    standing = in_force(read_judgements(connection))
    _refresh(connection, standing, _judged(standing) if touched is None else set(touched))


def lift_views(connection: Connection) -> None:
    """Form the stories and events that were judged as they were found, as if all judgements had been taken back."""
    _refresh(connection, (), _judged(in_force(read_judgements(connection))))


def _judged(standing: Iterable[Judgement]) -> set[str]:
    return {name for judgement in standing for name in (judgement.left, judgement.right) if name}


def _refresh(connection: Connection, standing: Collection[Judgement], named: set[str]) -> None:
    documents = {name for name in named if is_document(name)}
    moved = _refresh_stories(connection, standing, documents) if documents else set()
    reports = {name for name in named - documents if name.startswith("r")}  # forecasts are judged too, and move no event
    reports |= {row["id"] for row in select_by(connection, schema.reports.c.document, moved)}
    if reports:
        _refresh_events(connection, standing, reports)


# ---------------------------------------------------------------- events


def _refresh_events(connection: Connection, standing: Collection[Judgement], touched: Collection[str]) -> None:
    bonds = find_bonds(judgement for judgement in standing if not is_document(judgement.left))
    links = _closure(connection, schema.event_reports, "report", "event", touched, bonds)
    hosts = find_hosts(connection, standing, links)
    while outside := set(hosts.values()) - links.keys():  # the event that a corrected report joins changes too
        links = _closure(connection, schema.event_reports, "report", "event", {*links, *outside}, bonds)
        hosts = find_hosts(connection, standing, links)
    documents = _filled(connection, load_reports(connection, links))
    corrected = _corrected(connection, documents, standing)
    rejected = rejected_reports(standing) | {r.id for r in corrected.values() if not r.actors + r.recipients}
    groups: dict[str, list[str]] = defaultdict(list)
    for report in sorted(links):
        if report in corrected and report not in rejected:
            host = hosts.get(report)
            groups[links[report] if host is None else report if host == report else links[host]].append(report)
    by_id = {document.id: document for document in documents}
    placed = list(select_by(connection, schema.story_members.c.document, by_id))
    story_of = {row["document"]: row["story"] for row in placed}
    backing = Backing(
        origins={row["document"]: tuple(row["origins"]) for row in placed}, shared=_shared(connection, by_id)
    )
    weigh = weigh_reports(documents, story_of)
    events = [
        build_event([corrected[report] for report in group], by_id, story_of, backing)
        for group in regroup(groups.values(), bonds, weigh)
    ]
    people = {actor.id for document in documents for actor in document.actors if actor.kind == "person"}
    _replace_events(connection, links, [(event_row(event), event.reports) for event in events])
    differing = [
        disagreement_row(found)
        for event in events if event.documents > 1
        for found in event_disagreements(event.id, [corrected[report] for report in event.reports], people)
    ]  # fmt: skip
    if differing:
        connection.execute(insert(schema.disagreements), differing)


def _filled(connection: Connection, documents: Sequence[MergeDocument]) -> list[MergeDocument]:
    """Return documents with the parties that versions of the text name in the place of unknown ones."""
    rows = select_by(connection, schema.name_repairs.c.document, {document.id for document in documents})
    repairs = [_repair(row) for row in rows]
    known = select_by(connection, schema.actors.c.id, {repair.actor for repair in repairs if repair.actor})
    states = {row["id"]: row["state"] for row in known}
    return [fill_names(document, [r for r in repairs if r.document == document.id], states) for document in documents]


def _repair(row: RowMapping) -> NameRepair:
    """Return a stored repair; the names of the database's columns are no plain strings, which `convert` asks for."""
    return msgspec.convert({name: row[name] for name in NameRepair.__struct_fields__}, NameRepair)


def _corrected(
    connection: Connection, documents: Collection[MergeDocument], standing: Collection[Judgement]
) -> dict[str, EventReport]:
    """Return the reports by their ids, as the judgements about their actors have them."""
    states = new_states(connection, standing)
    return {
        report.id: correct_report(report, standing, states) for document in documents for report in document.reports
    }


def _shared(connection: Connection, documents: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of documents with one press release or interview behind both."""
    edges = select_by(connection, schema.story_edges.c.left, documents)
    return shared_pairs((row["left"], row["right"], row["relation"]) for row in edges)


def _replace_events(
    connection: Connection, links: Collection[str], events: list[tuple[dict[str, Any], tuple[str, ...]]]
) -> None:
    """Take away the events of some reports and put others in their place."""
    part = schema.event_reports
    old = {row["event"] for row in select_by(connection, part.c.report, links)} - {None}
    move = update(part).where(part.c.report == bindparam("moved")).values(event=bindparam("to"))
    connection.execute(move, [{"moved": report, "to": None} for report in sorted(links)])
    if old:  # none where all of the reports had been rejected
        gone = delete(schema.events).where(schema.events.c.id == bindparam("gone"))
        connection.execute(gone, [{"gone": event} for event in sorted(old)])
    if events:
        connection.execute(insert(schema.events), [row for row, _ in events])
        connection.execute(move, [{"moved": report, "to": row["id"]} for row, reports in events for report in reports])


# ---------------------------------------------------------------- stories


def _refresh_stories(connection: Connection, standing: Collection[Judgement], touched: Collection[str]) -> set[str]:
    """Form the stories of some documents anew; return the documents of all stories that may have changed."""
    bonds = find_bonds(judgement for judgement in standing if is_document(judgement.left))
    part = schema.story_members
    links = _closure(connection, part, "document", "story", touched, bonds)
    rows = {row["document"]: row for row in select_by(connection, part.c.document, links)}
    languages = {row["id"]: row["language"] for row in select_by(connection, schema.documents.c.id, links)}
    found: dict[str, list[StoryMember]] = defaultdict(list)
    for document, row in sorted(rows.items()):
        found[links[document]].append(StoryMember(document=document, **row["found_as"]))
    stories = regroup_stories(found, bonds, languages)
    _replace_stories(connection, links, stories)
    return set(links)


def _replace_stories(connection: Connection, links: Collection[str], stories: Collection[Story]) -> None:
    part = schema.story_members
    old = {row["story"] for row in select_by(connection, part.c.document, links)}
    kept = {story.id for story in stories}
    known = {row["id"] for row in select_by(connection, schema.stories.c.id, kept | old)}
    if fresh := [story_row(story) for story in stories if story.id not in known]:
        connection.execute(insert(schema.stories), fresh)
    change = update(schema.stories).where(schema.stories.c.id == bindparam("story")).values(first=bindparam("leads"))
    connection.execute(change, [{"story": story.id, "leads": story.first} for story in stories])
    move = update(part).where(part.c.document == bindparam("moved")).values(
        story=bindparam("to"), relation=bindparam("as"), score=bindparam("sure"), reason=bindparam("because")
    )
    connection.execute(move, [
        {"moved": m.document, "to": story.id, "as": m.relation, "sure": m.score, "because": m.reason}
        for story in stories for m in story.members
    ])  # fmt: skip
    if gone := old - kept:
        connection.execute(delete(schema.stories).where(schema.stories.c.id == bindparam("gone")), [{"gone": g} for g in gone])


# ---------------------------------------------------------------- both


def _closure(
    connection: Connection, table: Table, member: str, group: str, touched: Collection[str], bonds: Bonds
) -> dict[str, str]:
    """Return everything that hangs together with the members touched, each with the group that it was found in.

    Members hang together by the group that they were found in, by that in which they stand now, and by a bond.
    """
    tied: dict[str, set[str]] = defaultdict(set)
    for a, b in bonds.must:
        tied[a].add(b)
        tied[b].add(a)
    links: dict[str, str] = {}
    seen: set[str] = set()
    fresh = set(touched)
    while fresh:
        seen |= fresh
        rows = list(select_by(connection, table.c[member], fresh))
        reached = _members(connection, table.c["found"], member, {row["found"] for row in rows})
        reached |= _members(connection, table.c[group], member, {row[group] for row in rows} - {None})
        links |= reached
        fresh = (set(reached) | {other for name in reached for other in tied[name]}) - seen
    return links


def _members(connection: Connection, column: Column[Any], member: str, groups: Collection[str]) -> dict[str, str]:
    return {row[member]: row["found"] for row in select_by(connection, column, groups)}
