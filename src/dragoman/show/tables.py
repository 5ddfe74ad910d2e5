"""What the commands print for people: tables, a document with its coded passages marked, summaries.

Text of documents is shown, never interpreted: no markup, no control characters, no change of writing direction reaches
the terminal.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy import Connection

from dragoman.errors import DragomanError
from dragoman.evaluate.score import Score
from dragoman.intake.listing import SUFFIXES
from dragoman.project import Summary
from dragoman.show.filters import Filters, is_of_document, why_none
from dragoman.show.rows import rows_in_full
from dragoman.store.check import CheckResult
from dragoman.store.queries import Row, documents_at, table_rows

_WIDTH = 160  # of tables that go into a file or pipe
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\x1b\\[[0-?]*[ -/]*[@-~]"
)


def printable(value: str) -> str:
    """Return a text without control characters: none of it can move the cursor, change colours or turn the writing."""
    return _ESCAPE.sub("", value) if "\x1b" in value else _CONTROL.sub("", value)


_ESCAPE = re.compile(f"\x1b\\[[0-?]*[ -/]*[@-~]|{_CONTROL.pattern}")


def screen() -> Console:
    """Return the console that everything is printed on."""
    return Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False, emoji=False)


# ------------------------------------------------------------------------------- tables


def show_table(connection: Connection, name: str, filters: Filters, limit: int) -> None:
    """Print the rows of a table that pass the filters."""
    rows = rows_in_full(connection, name)
    if filters.document is not None:
        filters = msgspec.structs.replace(filters, documents=frozenset(documents_at(connection, filters.document)))
    matching = filter(filters.accept, rows)
    shown = list(islice(matching, limit))
    more = next(matching, None) is not None
    table = Table(box=None, header_style="bold", pad_edge=False)
    columns = COLUMNS[name]
    for title in columns:
        whole = title in ("id", "document")  # to be copied: on a narrow screen the other columns give way
        table.add_column(title, overflow="fold" if whole or title == "path" else "ellipsis", no_wrap=whole)
    for row in shown:
        table.add_row(*(Text(printable(make(row))) for make in columns.values()))
    console = screen()
    console.print(table)
    if not shown:
        for line in why_none(name, lambda: rows_in_full(connection, name), filters):
            console.print(Text(printable(line)), soft_wrap=not console.is_terminal)
    if more:
        console.print(f"... more than {limit}; --limit shows more, `dragoman export {name}` gives all")


def _field(name: str) -> Callable[[Row], str]:
    return lambda row: plain_words(row[name])


def _short(name: str, length: int = 12) -> Callable[[Row], str]:
    return lambda row: plain_words(row[name])[:length]


def plain_words(value: Any) -> str:
    """Return a value in one line of words."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(plain_words(item) for item in value)
    if isinstance(value, dict):
        return _interval(value) if "precision" in value else plain_words(value.get("name") or value.get("id"))
    return " ".join(str(value).split())


def _interval(when: Mapping[str, Any]) -> str:
    start, end = when["start"] or "...", when["end"] or "..."
    return str(start) if start == end else f"{start} to {end}"


def _parties(row: Row) -> str:
    """Return the two sides, as states where they have one: "FRA > RUS", "FRA + DEU" where mutual."""
    actors = _side(row, "actor", row["actors"])
    recipients = _side(row, "recipient", row["recipients"])
    if row["mutual"] and not recipients:
        return " + ".join(actors)
    return f"{', '.join(actors) or '?'} > {', '.join(recipients) or '-'}"


def _side(row: Row, side: str, ids: list[str]) -> list[str]:
    """Return one side of a report or event: each party's state, else its name, each once."""
    names, states = row.get(f"{side}_names", ids), row[f"{side}_states"]
    if len(states) != len(names):  # an event names each state once, however many of its people take part
        return [state for state in states if state] or list(dict.fromkeys(map(plain_words, names)))
    return list(dict.fromkeys(state or plain_words(name) for state, name in zip(states, names, strict=True)))


def _trigger(row: Row) -> str:
    return next((piece["quote"] for piece in row["evidence"] if piece["role"] == "trigger"), "")


def _type(row: Row) -> str:
    return f"{row['type']} {row['mode'] or ''}".rstrip()


COLUMNS: dict[str, dict[str, Callable[[Row], str]]] = {
    "documents": {
        "id": _short("id"), "path": _field("path"), "part": _field("member"), "language": _field("language"),
        "published": _field("published"), "outlet": _field("outlet"), "title": _field("title"),
    },
    "mentions": {
        "document": _short("document"), "at": lambda row: f"{row['start']}-{row['end']}", "words": _field("surface"),
        "kind": _field("kind"), "names": _field("actors"), "score": _field("score"), "because": _field("reason"),
    },
    "actors": {
        "id": _field("id"), "kind": _field("kind"), "name": _field("name"), "stands for": _field("state"),
        "documents": _field("documents"), "known": _field("resolved"),
    },
    "reports": {
        "id": _field("id"), "document": _short("document"), "type": _type, "who": _parties, "words": _trigger,
        "status": _field("status"),
        "when": _field("when"), "place": _field("place"), "according to": _field("according_to"), "score": _field("score"),
    },
    "statements": {
        "document": _short("document"), "speaker": _field("speaker_name"), "carried by": _field("chain"),
        "kind": _field("kind"), "act": _field("act"), "about": _field("about"), "says": _field("quote"),
    },
    "positions": {
        "document": _short("document"), "speaker": _field("speaker_name"), "kind": _field("kind"),
        "if": _field("condition"), "then": _field("outcome"), "horizon": _field("horizon"), "hedge": _field("hedge"),
    },
    "stories": {
        "id": _field("id"), "documents": lambda row: str(len(row["members"])),
        "members": lambda row: ", ".join(f"{m['path']} ({m['relation']})" for m in row["members"]),
    },
    "story_edges": {
        "left": _short("left"), "right": _short("right"), "relation": _field("relation"), "first": _field("direction"),
        "extent": _field("extent"), "probability": _field("probability"), "because": lambda row: "; ".join(row["reasons"]),
    },
    "events": {
        "id": _field("id"), "when": _field("when"), "type": _type, "who": _parties, "status": _field("status"),
        "place": _field("place"), "reports": lambda row: str(len(row["reports"])), "documents": _field("documents"),
        "independent": lambda row: "-".join(map(str, sorted(set(row["independent_sources"])))),
    },
    "disagreements": {
        "event": _field("event"), "field": _field("field"), "because": _field("reason"),
        "versions": lambda row: "; ".join(f"{v['document'][:12]}: {v['quote']!r} = {v['value']}" for v in row["versions"]),
    },
    "name_repairs": {
        "document": _short("document"), "at": lambda row: f"{row['start']}-{row['end']}", "words": _field("quote"),
        "proposed": _field("proposed"), "names": _field("actor"), "confidence": _field("confidence"),
        "votes": _field("votes"), "because": _field("reason"),
        "witness": lambda row: f"{row['witness']['document'][:12]}: {row['witness']['quote']!r}",
    },
    "judgements": {
        "number": _field("number"), "state": _field("state"), "verdict": _field("verdict"), "left": _field("left"),
        "right": _field("right"), "value": _field("value"), "user": _field("user"), "created": _field("created"),
        "note": _field("note"),
    },
    "ledger": {
        "run": _field("run"), "path": _field("path"), "part": _field("member"), "outcome": _field("outcome"),
        "reason": _field("reason"), "document": _short("document"),
    },
    "issues": {
        "path": _field("path"), "part": _field("member"), "stage": _field("stage"), "kind": _field("kind"),
        "message": _field("message"),
    },
}  # fmt: skip


# ------------------------------------------------------------------------------- one document


def show_document(connection: Connection, wanted: str) -> None:
    """Print a document's text with the coded passages marked, and what was coded beside it.

    Raises:
        DragomanError: no document, or more than one, goes by that name.
    """
    document = _find_document(connection, wanted)
    reports = _rows_of(connection, "reports", document["id"])
    statements = _rows_of(connection, "statements", document["id"])
    console = screen()
    for field in ("title", "path", "member", "id", "language", "outlet", "published", "story"):
        if document[field]:
            console.print(Text(f"{field + ':':<11}{printable(plain_words(document[field]))}"))
    console.print()
    console.print(_marked(document["text"], reports, statements), soft_wrap=not console.is_terminal)
    console.print()
    for number, row in enumerate(reports, start=1):
        console.print(Text(printable(f"[r{number}] {_report_line(row)}")), soft_wrap=not console.is_terminal)
    for number, row in enumerate(statements, start=1):
        carried = f" (carried by {plain_words(row['chain'])})" if row["chain"] else ""
        line = f"[s{number}] {row['speaker_name'] or 'somebody'}{carried}, {row['kind']}: {plain_words(row['quote'])}"
        console.print(Text(printable(line)), soft_wrap=not console.is_terminal)


def _find_document(connection: Connection, wanted: str) -> Row:
    found = [row for row in table_rows(connection, "documents") if is_of_document(row, wanted)]
    exact = [row for row in found if row["path"] == wanted or row["id"] == wanted]
    found = exact or found
    if len(found) == 1:
        return found[0]
    if not found:
        raise DragomanError(f"no document has the path or id {wanted!r}; `dragoman show documents` lists them")
    listed = ", ".join(f"{row['id'][:12]} ({row['path']} {row['member']})".replace(" )", ")") for row in found[:10])
    raise DragomanError(f"{len(found)} documents go by {wanted!r}: {listed}; give more signs of the id")


def _rows_of(connection: Connection, table: str, document: str) -> list[Row]:
    return [row for row in table_rows(connection, table) if row["document"] == document]


def _report_line(row: Row) -> str:
    parts = [_type(row), _parties(row), row["status"]]
    parts += [plain_words(row["when"])] if row["when"] else []
    parts += [f"in {plain_words(row['place'])}"] if row["place"] else []
    parts += [f"according to {plain_words(row['according_to'])}"] if row["according_to"] else []
    return f"{', '.join(parts)} ({_trigger(row)!r}, score {row['score']:g})"


def _marked(text: str, reports: Iterable[Row], statements: Iterable[Row]) -> Text:
    """Return the text with [r1: ...] around the word of each act and [s1: ...] around what is said."""
    spans = [(*row["trigger"], f"r{number}", "bold yellow") for number, row in enumerate(reports, start=1)]
    spans += [
        (start, end, f"s{number}", "cyan")
        for number, row in enumerate(statements, start=1)
        for start, end in row["content"]
    ]
    marked = Text()
    for piece, style in _pieces(text, sorted(spans, key=lambda span: (span[0], -span[1]))):
        marked.append(printable(piece), style=style)
    return marked


def _pieces(text: str, spans: list[tuple[int, int, str, str]]) -> Iterator[tuple[str, str]]:
    """Cut the text at the ends of the spans; yield its pieces, and the marks between them, each with a style."""
    marks = [(start, 1, order, f"[{name}: ", style) for order, (start, _, name, style) in enumerate(spans)]
    marks += [(end, 0, -order, "]", style) for order, (_, end, _, style) in enumerate(spans)]
    position = 0
    for offset, _, _, mark, style in sorted(marks):
        yield text[position:offset], ""
        yield mark, style
        position = offset
    yield text[position:], ""


# ------------------------------------------------------------------------------- summaries


def print_summary(summary: Summary, project: Path) -> None:
    """Print what a run has done, and where to look next."""
    languages = ", ".join(f"{count} {code}" for code, count in summary.languages.items())
    lines = [
        f"run {summary.run}: {_number(summary.inputs, 'inputs')}: {summary.accepted} accepted, {summary.duplicate} duplicate, "
        f"{summary.rejected} rejected",
        *([f"languages: {languages}"] if languages else []),
        "the project holds " + ", ".join(_number(count, name) for name, count in summary.records.items()),
        *(f"rejected: {_where(row)}: {row['reason']}" for row in summary.rejections[:5]),
    ]
    if summary.rejected > 5:
        lines.append(f"... all {summary.rejected}: dragoman show ledger --status rejected --project {project}")
    if summary.damaged:
        lines.append(f"{summary.damaged} damaged: part of the input was lost (exit status 3)")
    if not summary.inputs:
        lines.append(f"found nothing to read: name files, or folders that hold some ({', '.join(SUFFIXES)})")
    elif not summary.records.get("documents"):
        lines.append(f"see why: dragoman show ledger --project {project}")
    else:
        lines.append(f"look: dragoman show events --project {project}")
    console = screen()
    for line in lines:
        console.print(Text(printable(line)), soft_wrap=not console.is_terminal)


def _number(count: int, plural: str) -> str:
    """Return a number with what is counted: "2 stories", "1 story"."""
    one = f"{plural.removesuffix('ies')}y" if plural.endswith("ies") else plural.removesuffix("s")
    return f"{count} {one if count == 1 else plural}"


def _where(row: Mapping[str, str]) -> str:
    return f"{row['path']} {row['member']}".rstrip()


def print_check(result: CheckResult) -> None:
    """Print what a check has found."""
    console = screen()
    for fault in result.faults:
        console.print(Text(printable(f"{fault.table} {fault.record}: {fault.message}")), soft_wrap=not console.is_terminal)
    looked = ", ".join(f"{count} {name}" for name, count in result.checked.items() if count)
    found = f"{_number(len(result.faults), 'faults')} ({looked or 'an empty project'})"
    console.print(Text(found), soft_wrap=not console.is_terminal)


def print_score(score: Score) -> None:
    """Print the figures of an evaluation."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column(f"{score.kind}: {score.gold}")
    table.add_column("value", justify="right")
    for name, figure in score.figures.items():
        table.add_row(Text(name), f"{figure:.4f}")
    for name, count in score.counts.items():
        table.add_row(Text(name), str(count))
    screen().print(table)


def print_mapping(values: Mapping[str, Any]) -> None:
    """Print names and values, one pair a line."""
    console = screen()
    for name, value in values.items():
        for item in value if isinstance(value, list) else [value]:
            console.print(Text(printable(f"{name}: {item}")), soft_wrap=not console.is_terminal)
