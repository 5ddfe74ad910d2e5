"""Where a report belongs once an analyst has corrected its actors: with the event that it fits then, or alone.

The report leaves the event that its wrong actor had put it in. It is weighed against reports of the same kind and parties:
of its own text and story, and of the days around its own. What it joins depends on the judgements in force alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

import msgspec
from sqlalchemy import Connection, String, cast, func, or_, select

from dragoman.merge.event_agreement import DAYS_APART, ENOUGH
from dragoman.merge.judgements import WRONG_ACTOR, correct_report
from dragoman.merge.same_event import weigh_reports
from dragoman.merge.sketches import day_number
from dragoman.records import EventReport, Judgement
from dragoman.store import schema
from dragoman.store.load_reports import load_reports, select_by

_MOST = 300  # reports that one corrected report is weighed against


def new_states(connection: Connection, standing: Collection[Judgement]) -> dict[str, str | None]:
    """Return the state of each actor that a judgement puts in."""
    new = {judgement.value for judgement in standing if judgement.value is not None}
    states: dict[str, str | None] = {name: name.split(".")[0] for name in new if name.split(".")[0].isupper()}
    return states | {row["id"]: row["state"] for row in select_by(connection, schema.actors.c.id, new)}


def find_hosts(connection: Connection, standing: Collection[Judgement], reports: Collection[str]) -> dict[str, str]:
    """Return, for each corrected report among these, a report whose event it belongs to; itself where it stands alone."""
    corrected = sorted({judgement.left for judgement in standing if judgement.verdict == WRONG_ACTOR} & set(reports))
    states = new_states(connection, standing) if corrected else {}
    return {report: _host(connection, standing, states, report, set(corrected)) for report in corrected}


def _host(
    connection: Connection, standing: Collection[Judgement], states: Mapping[str, str | None], name: str, others: set[str]
) -> str:
    (own,) = load_reports(connection, {name})
    report = correct_report(own.reports[0], standing, states)
    parties = {party.state or party.actor for party in report.actors + report.recipients}
    near = _near(connection, report, parties) - others
    pages = [msgspec.structs.replace(own, reports=(report,)), *load_reports(connection, near)]
    documents = {page.id for page in pages}
    placed = select_by(connection, schema.story_members.c.document, documents)
    weigh = weigh_reports(pages, {row["document"]: row["found"] for row in placed})
    weighed = [(weigh(name, other), other) for other in sorted(near)]
    best = max(weighed, key=lambda pair: pair[0], default=(0.0, name))
    return best[1] if best[0] >= ENOUGH else name


def _near(connection: Connection, report: EventReport, parties: Collection[str]) -> set[str]:
    """Return the reports of the same type and a party in common that stand in the same story or tell of the same days."""
    r, part, member = schema.reports.c, schema.report_parties.c, schema.story_members.c
    story = select(member.found).where(member.document == report.document).scalar_subquery()
    beside = [r.document.in_(select(member.document).where(member.found == story))]
    day = day_number(report.when.start) if report.when is not None else None
    if day is not None:
        first, last = (date.fromordinal(day) + timedelta(days=n) for n in (-DAYS_APART, DAYS_APART))
        start = func.substr(func.json_extract(cast(r.when, String), "$.start"), 1, 10)
        beside.append(start.between(first.isoformat(), last.isoformat()))
    shared = select(part.report).where(or_(part.state.in_(parties), part.actor.in_(parties)))
    query = select(r.id).where(r.type == report.type, r.id != report.id, r.id.in_(shared), or_(*beside))
    return set(connection.scalars(query.order_by(r.id).limit(_MOST)))
