"""The ledger: what became of every input of every run, and what could not be read."""

from __future__ import annotations

from typing import Any

from dragoman.web.ask import Ask, QuestionError
from dragoman.web.queries.conditions import like
from dragoman.web.room import Room

COLUMNS = ("run", "path", "member", "outcome", "reason", "document", "damaged")

OUTCOMES = ("accepted", "duplicate", "rejected")


def ledger_list(room: Room, ask: Ask) -> dict[str, Any]:
    """Return the rows of the ledger in order of run and path, the runs, and the issues."""
    where: list[str] = []
    given: dict[str, Any] = {}
    if outcome := ask.choice("outcome", OUTCOMES):
        where.append("outcome = :outcome")
        given["outcome"] = outcome
    if wanted := ask.text("q"):
        where.append("(path LIKE :like ESCAPE '\\' OR reason LIKE :like ESCAPE '\\')")
        given["like"] = like(wanted)
    total = room.total(f"SELECT 1 FROM ledger {'WHERE ' + ' AND '.join(where) if where else ''}", given)
    after = ask.after(3)
    if after is not None:
        if not after[0].isdigit():
            raise QuestionError("after is what the link to the next page says; go back to the first page")
        where.append("(run, path, member) > (:run, :path, :member)")
        given |= {"run": int(after[0]), "member": after[1], "path": after[2]}
    limit = ask.rows()
    condition = f"WHERE {' AND '.join(where)}" if where else ""
    found = room.reader.rows(f"SELECT run, path, member, outcome, reason, document, damaged FROM ledger {condition} "
                             "ORDER BY run, path, member LIMIT :limit", {**given, "limit": limit + 1})  # fmt: skip
    rows = [{**row, "damaged": bool(row["damaged"])} for row in found[:limit]]
    last = rows[-1] if len(found) > limit else None
    return {
        "title": "Ledger",
        "total": total,
        "rows": rows,
        "next": f"{last['run']}~{last['member']}~{last['path']}" if last else None,
        "filters": {name: ask.text(name) for name in ("outcome", "q")},
        "runs": room.reader.rows(_RUNS),
        "sums": room.reader.rows("SELECT run, outcome, count(*) AS inputs FROM ledger GROUP BY run, outcome ORDER BY run"),
        "issues": room.reader.rows("SELECT * FROM issues ORDER BY number DESC LIMIT 100"),
        "issue_count": room.reader.value("SELECT count(*) FROM issues"),
    }


_RUNS = """
SELECT number, state, started, ended, version, knowledge,
(SELECT count(*) FROM ledger l WHERE l.run = r.number) AS inputs,
(SELECT count(*) FROM ledger l WHERE l.run = r.number AND l.outcome = 'accepted') AS accepted,
(SELECT count(*) FROM ledger l WHERE l.run = r.number AND l.outcome = 'duplicate') AS duplicate,
(SELECT count(*) FROM ledger l WHERE l.run = r.number AND l.outcome = 'rejected') AS rejected
FROM runs r ORDER BY number DESC LIMIT 50
"""
