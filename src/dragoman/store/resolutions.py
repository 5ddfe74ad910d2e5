"""Forecasts in a project: the claims with their words, and resolutions by a person, appended as judgements.

A resolution is a row of the table `judgements`: its verdict is what came of the forecast, `left` the id of the position. It
is listed and taken back like every other judgement, and a later one prevails.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, func, insert, select

from dragoman.errors import JudgementError
from dragoman.languages.load import Language
from dragoman.languages.rows import EstimateRow
from dragoman.records import Judgement
from dragoman.store import schema
from dragoman.store.queries import Row, table_rows
from dragoman.store.store import Store
from dragoman.store.views import read_judgements
from dragoman.system.forecasts import KINDS, OUTCOMES, Claim, Estimate, Forecast, build_ledger


def read_ledger(connection: Connection, languages: dict[str, Language]) -> tuple[Forecast, ...]:
    """Return the ledger of a project: every forecast and conditional, with what it means and what came of it."""
    return build_ledger(read_claims(connection), read_judgements(connection), estimates(languages))


def estimates(languages: dict[str, Language]) -> Iterator[Estimate]:
    """Yield what hedges mean as probabilities, in each language."""
    for code, language in sorted(languages.items()):
        for row in language.rows("estimates", EstimateRow):
            yield Estimate(
                form=row.form, language=code, probability=row.probability, low=row.low, high=row.high, source=row.source
            )


def read_claims(connection: Connection) -> Iterator[Claim]:
    """Yield the positions of a project with their words, in the order of the table `positions`."""
    d, m = schema.documents.c, schema.story_members.c
    query = (
        select(d.path, d.language, d.published, d.text, m.story).outerjoin(schema.story_members, m.document == d.id)
        .where(d.id == bindparam("wanted"))
    )  # fmt: skip
    for document, rows in groupby(table_rows(connection, "positions"), key=lambda row: row["document"]):
        page = connection.execute(query, {"wanted": document}).one()
        yield from (_claim(row, page) for row in rows)


def _claim(row: Row, page: Any) -> Claim:
    """Return a position with the words of its spans; `page` holds path, language, published, text and story of its document."""
    condition, outcome = row["condition"], row["outcome"]
    return Claim(
        id=row["id"], document=row["document"], path=page.path, language=page.language,
        published=(page.published or {}).get("start"), speaker=row["speaker_name"] or "", kind=row["kind"],
        condition=page.text[slice(*condition)] if condition else None,
        condition_span=(condition[0], condition[1]) if condition else None,
        outcome=page.text[slice(*outcome)], outcome_span=(outcome[0], outcome[1]),
        horizon=row["horizon"] or "", hedge=row["hedge"] or "", story=page.story or "",
    )  # fmt: skip


def resolve(store: Store, identifier: str, outcome: str, *, user: str, now: str, note: str = "") -> Judgement:
    """Append what came of a forecast; return the judgement with its number.

    Args:
        store: the open project.
        identifier: id of the position.
        outcome: happened, not-happened, condition-never-met or cannot-be-told.
        user: who says so.
        now: the time in UTC, ISO 8601.
        note: why, with the evidence.

    Raises:
        JudgementError: the project has no such forecast, or that cannot be its outcome. Nothing was stored.
    """
    if outcome not in OUTCOMES:
        raise JudgementError(f"{outcome!r} is none of {', '.join(OUTCOMES)}")
    with store.writing() as connection:
        found = _position(connection, identifier)
        if outcome == "condition-never-met" and found["condition"] is None:
            raise JudgementError(f"forecast {identifier} has no condition that could be met or not")
        number = (connection.scalar(select(func.max(schema.judgements.c.number))) or 0) + 1
        made = Judgement(
            number=number, verdict=outcome, left=identifier, right=None, user=user, created=now, note=note
        )
        connection.execute(insert(schema.judgements), [msgspec.structs.asdict(made)])
    return made


def _position(connection: Connection, identifier: str) -> Row:
    position = schema.positions.c
    row = connection.execute(select(position.kind, position.condition).where(position.id == identifier)).mappings().first()
    if row is None or row["kind"] not in KINDS:
        raise JudgementError(f"the project has no forecast {identifier!r}; list them with: dragoman system forecasts")
    return dict(row)
