"""Pairs of states: which there are, and one pair with its events over time, its statements, and its outlets left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp
from typing import Any
from urllib.parse import quote

from dragoman.system.dyads import ratio_of
from dragoman.web import words
from dragoman.web.ask import Ask, NotFoundError, QuestionError
from dragoman.web.queries.conditions import DAY
from dragoman.web.queries.days import by_telling, event_day, over_time
from dragoman.web.queries.event_list import DIRECTIONS
from dragoman.web.queries.events import _FIELDS as EVENT_FIELDS
from dragoman.web.queries.events import PAIR, event_rows, newest_first
from dragoman.web.queries.selection import pair_counts, surely
from dragoman.web.queries.statements import BY_ITS_PEOPLE, FROM_FEW, as_list
from dragoman.web.reader import Row
from dragoman.web.room import Room

COLUMNS = (
    "a", "b", "a_name", "b_name", "events", "verbal_cooperation", "material_cooperation", "verbal_conflict",
    "material_conflict", "cooperation_share", "low", "high",
)  # fmt: skip

Counted = tuple[tuple[str, str], dict[int, int]]


def _most(item: Counted) -> tuple[Any, ...]:
    return (-sum(item[1].values()), item[0])


def _cooperative(item: Counted) -> tuple[Any, ...]:
    return (-balance(item[1])["low"], *_most(item))  # what is surely so: one event alone is no friendship


def _conflictual(item: Counted) -> tuple[Any, ...]:
    return (balance(item[1])["high"], *_most(item))


_SORTS = {"": _most, "cooperation": _cooperative, "conflict": _conflictual}

_Z = 1.96  # of a normal distribution: 95 of 100 lie within


def dyad_list(room: Room, ask: Ask) -> dict[str, Any]:
    """Return pairs of states with their events by quad class, those with most events first."""
    state = room.resolve(ask.text("state"))
    counts = {pair: quads for pair, quads in pair_counts(room, ask).items() if not state or state in pair}
    ranked = sorted(counts.items(), key=_SORTS[ask.choice("sort", tuple(_SORTS))])
    start = _place(ask)
    limit = ask.rows()
    shown = ranked[start : start + limit]
    names = room.names(state for pair, _ in shown for state in pair)
    return {
        "title": "Dyads",
        "rows": [dyad_row(pair, quads, names) for pair, quads in shown],
        "next": str(start + limit) if len(ranked) > start + limit else None,
        "total": len(ranked),
        "sort": ask.text("sort"),
        "filters": {name: ask.text(name) for name in ("state", "from", "to", "status", "min_score")},
        "chosen": {"state": room.chosen(ask.text("state"))},
        "known": room.known_actors(),
    }


def _place(ask: Ask) -> int:
    after = ask.text("after")
    if after and not (after.isascii() and after.isdigit() and len(after) < 9):
        raise QuestionError("after is what the link to the next page says; go back to the first page")
    return int(after or 0)


def dyad_row(pair: tuple[str, str], quads: dict[int, int], names: dict[str, str]) -> Row:
    """Return a pair as lists show it."""
    a, b = pair
    return {
        "a": a, "b": b, "a_name": names[a], "b_name": names[b], "address": f"/dyads/{a}/{b}", "events": sum(quads.values()),
        **{name.replace(" ", "_"): quads.get(quad, 0) for quad, name in words.QUADS.items()},
        "quads": by_name(quads), **balance(quads),
    }  # fmt: skip


def by_name(quads: dict[int, int]) -> dict[str, int]:
    """Return counts by quad class under the keys that JSON can have."""
    return {str(quad): quads.get(quad, 0) for quad in words.QUADS}


def balance(quads: dict[int, int]) -> dict[str, float]:
    """Return the share of cooperation with its 95 % interval, from the log ratio of counts (see docs on dyads)."""
    good, bad = quads.get(1, 0) + quads.get(2, 0), quads.get(3, 0) + quads.get(4, 0)
    value, error = ratio_of(good, bad)
    wide = _Z * error
    return {"cooperation_share": _share(value), "low": _share(value - wide), "high": _share(value + wide)}


def _share(log_odds: float) -> float:
    return round(1 / (1 + exp(-log_odds)), 3)


# ------------------------------------------------------------------------------- one pair


def dyad(room: Room, ask: Ask) -> dict[str, Any]:
    """Return one pair of states: events over time, counts with uncertainty, statements, and what each outlet adds."""
    a, b = room.resolve(ask.parts["a"]), room.resolve(ask.parts["b"])
    names = room.names([a, b])
    for state in (a, b):
        if names[state] == state and room.knowledge.actor(state) is None and not _met(room, state):
            raise NotFoundError(f"No event of this project has {state} on either side, and the tables do not know it.")
    if a == b:
        raise QuestionError("A dyad has two sides; name two states.")
    pair: dict[str, Any] = {"state": a, "with": b}
    sure = surely(ask, pair)
    carried = room.reader.rows(_CARRIED.format(day=event_day(ask), sure=sure), pair)
    without = ask.text("without")
    kept = _without(carried, without)
    ways = dict(room.reader.tuples(_WAYS, {"state": a, "with": b}))
    return {
        "title": f"{names[a]} – {names[b]}",
        "a": {"id": a, "name": names[a]}, "b": {"id": b, "name": names[b]},
        "without": without,
        "min_score": ask.text("min_score"),
        **_measured(kept),
        "timeline": over_time(ask, [(day, quad, 1) for _, quad, day in kept]),
        "by_telling": by_telling(ask),
        "directions": _directions(kept, ways),
        "outlets": _outlets(carried),
        "events": event_rows(room, room.reader.rows(_EVENTS.format(sure=_SURE.format(sure) if sure else ""), pair)),
        "said": [_said(room, a, b, names), _said(room, b, a, names)],
        "cite": room.cite(f"{a}–{b}", ask.path, source=words.count_words(len(kept), "event")),
    }  # fmt: skip


def _met(room: Room, state: str) -> bool:
    return room.reader.value("SELECT 1 FROM event_parties WHERE state = ? LIMIT 1", [state]) is not None


_CARRIED = f"""
SELECT DISTINCT e.id, e.quad, {{day}} AS day, coalesce(d.outlet, '') AS outlet FROM events e
JOIN event_reports x ON x.event = e.id JOIN reports r ON r.id = x.report
JOIN documents d ON d.id = r.document WHERE e.id IN ({PAIR}){{sure}}
"""
_WAYS = f"""
SELECT e.id, CASE WHEN {DIRECTIONS["out"]} THEN 'out' WHEN {DIRECTIONS["in"]} THEN 'in' ELSE 'each' END
FROM events e WHERE e.id IN ({PAIR})
"""
_EVENTS = f"SELECT {EVENT_FIELDS} FROM events e WHERE e.id IN ({PAIR}){{sure}} {newest_first(True)} LIMIT 15"
_SURE = " AND EXISTS (SELECT 1 FROM event_reports x JOIN reports r ON r.id = x.report WHERE x.event = e.id{})"


def _directions(events: Iterable[tuple[str, int, str | None]], ways: dict[str, str]) -> list[dict[str, Any]]:
    """Return the events by who acts: the first on the second, the second on the first, each with the other."""
    found: dict[str, dict[int, int]] = {name: {} for name in DIRECTIONS}
    for identifier, quad, _ in events:
        counts = found[ways[identifier]]
        counts[quad] = counts.get(quad, 0) + 1
    return [{"direction": name, "events": sum(quads.values()), "quads": by_name(quads)} for name, quads in found.items()]


def _without(carried: Sequence[Row], outlet: str) -> list[tuple[str, int, str | None]]:
    """Return the events that are left when an outlet's documents are left out: those that somebody else reports too."""
    return sorted({(row["id"], row["quad"], row["day"]) for row in carried if not outlet or row["outlet"] != outlet},
                  key=lambda event: (event[2] or "", event[0]))  # fmt: skip


def _measured(events: Iterable[tuple[str, int, str | None]]) -> dict[str, Any]:
    quads: dict[int, int] = {}
    for _, quad, _ in events:
        quads[quad] = quads.get(quad, 0) + 1
    return {"quads": by_name(quads), "count": sum(quads.values()), "balance": balance(quads)}


def _outlets(carried: Sequence[Row]) -> list[dict[str, Any]]:
    """Return each outlet with the events that it carries, those that only it carries, and the balance without it."""
    found = []
    for outlet in sorted({row["outlet"] for row in carried}):
        own = _measured({(row["id"], row["quad"], row["day"]) for row in carried if row["outlet"] == outlet})
        rest = _without(carried, outlet)
        alone = len({row["id"] for row in carried}) - len(rest)
        found.append({"outlet": outlet, "events": own["count"], "quads": own["quads"], "alone": alone,
                      "balance_without": _measured(rest)["balance"]})  # fmt: skip
    return sorted(found, key=lambda row: (-row["events"], row["outlet"]))[:40]


_SAID = f"""
{FROM_FEW} WHERE s.id IN (SELECT statement FROM statement_actors WHERE role = 'about' AND actor = :about) AND {BY_ITS_PEOPLE}
ORDER BY {DAY} DESC, s.id LIMIT 8
"""


def _said(room: Room, speaker: str, about: str, names: dict[str, str]) -> dict[str, Any]:
    """Return what one side (and its people and organs) says about the other."""
    rows = as_list(room, room.reader.rows(_SAID, {"speaker": speaker, "about": about}))
    found = f"/statements?speaker={quote(speaker)}&people=too&about={quote(about)}"
    return {"speaker": names[speaker], "about": names[about], "rows": rows, "address": found}
