"""The system of states: blocs, polarity, and what speakers forecast or claim of it, kept apart from what was counted."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from dragoman.system.blocs import BlocsReport, blocs_report
from dragoman.system.polarity import Polarity, bloc_polarity, polarity
from dragoman.web.ask import Ask
from dragoman.web.queries.documents import outlets
from dragoman.web.queries.selection import FILTERS, pair_counts
from dragoman.web.room import Room

COLUMNS = ("id", "kind", "speaker", "if_words", "then_words", "horizon", "hedge", "document", "outlet")

# The strongest of a large network: so many are divided with proof while the reader waits, in a tenth of a second where ties
# come from events, in a second where signs are drawn by lot. Searching without proof takes ten times as long.
_MOST_TIES = 60
_POSITIONS = (
    "SELECT p.id, p.kind, p.speaker_name AS speaker, p.horizon, p.hedge, p.document, d.outlet, d.path, d.title, "
    "CASE WHEN p.condition IS NULL THEN NULL ELSE {condition} END AS if_words, {outcome} AS then_words "
    "FROM positions p JOIN documents d ON d.id = p.document ORDER BY d.path, json_extract(p.outcome, '$[0]'), p.id LIMIT ?"
)
_WORDS = "substr(d.text, json_extract(p.{0}, '$[0]') + 1, json_extract(p.{0}, '$[1]') - json_extract(p.{0}, '$[0]'))"


def system(room: Room, ask: Ask) -> dict[str, Any]:
    """Return blocs and indices of the signed network of the chosen events, and the positions that speakers take."""
    counts = pair_counts(room, ask)
    signed = [(a, b, sign) for (a, b), quads in sorted(counts.items()) if (sign := _sign(quads))]
    strongest = sorted(signed, key=lambda tie: (-sum(counts[tie[:2]].values()), tie[:2]))[:_MOST_TIES]
    weight: dict[str, float] = {}
    for (a, b), quads in counts.items():
        for state in (a, b):
            weight[state] = weight.get(state, 0.0) + sum(quads.values())
    names = room.names(weight)
    report = blocs_report(sorted(strongest), within=None, proof=True) if strongest else None
    positions = room.reader.rows(
        _POSITIONS.format(condition=_WORDS.format("condition"), outcome=_WORDS.format("outcome")), [ask.rows()]
    )
    return {
        "title": "System",
        "rows": [{**row, "address": f"/documents/{row['document']}"} for row in positions],
        "next": None,
        "ties": len(signed), "used": len(strongest), "neither": len(counts) - len(signed),
        "blocs": _blocs(report, names) if report is not None else None,
        "polarity": _indices(report, weight, names) if report is not None else [],
        "filters": {name: ask.text(name) for name in FILTERS},
        "outlets": outlets(room),
    }  # fmt: skip


def _sign(quads: dict[int, int]) -> int:
    """Return the sign of a tie: which of cooperation and conflict has more events; 0 where neither."""
    balance = quads.get(1, 0) + quads.get(2, 0) - quads.get(3, 0) - quads.get(4, 0)
    return (balance > 0) - (balance < 0)


def _blocs(report: BlocsReport, names: dict[str, str]) -> dict[str, Any]:
    divisions = [
        {
            "kind": kind, "violated": found.value, "proven": found.proven,
            "members": [sorted(({"id": state, "name": names[state]} for state in bloc), key=itemgetter("name"))
                        for bloc in found.members],
        }
        for kind, found in (("two", report.two), ("free", report.free))
    ]  # fmt: skip
    local = sorted(report.local_balance.items(), key=lambda item: (item[1], item[0]))
    return {
        "states": report.actors, "positive": report.positive, "negative": report.negative, "parts": report.parts,
        "normalised": report.normalised, "divisions": divisions, "network": report.network,
        "torn": [{"id": state, "name": names[state], "balance": round(value, 3),
                  "explained": round(report.explained.get(state, 0.0), 3)} for state, value in local[:10]],
    }  # fmt: skip


def _indices(report: BlocsReport, weight: dict[str, float], names: dict[str, str]) -> list[dict[str, Any]]:
    """Return at least two indices side by side: who is a pole depends on the index."""
    found = [polarity(weight, "events of a state"), bloc_polarity(report.two.blocs), bloc_polarity(report.free.blocs)]
    titles = ("Events of each state", "Members of two blocs", "Members of the free blocs")
    return [_index(title, index, names) for title, index in zip(titles, found, strict=True)]


def _index(title: str, index: Polarity, names: dict[str, str]) -> dict[str, Any]:
    return {
        "title": title, "units": index.states, "con": None if index.con is None else round(index.con, 3),
        "effective": round(index.effective_number, 2),
        "shares": [{"name": names.get(unit, unit), "share": round(share, 3)} for unit, share in index.shares[:5]],
    }  # fmt: skip
