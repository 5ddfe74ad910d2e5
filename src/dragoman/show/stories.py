"""`dragoman show story` and `show event`: versions side by side, every report in its sentence, and what they differ in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy import Connection

from dragoman.show.tables import plain_words, printable, screen
from dragoman.store.story_queries import document_paths, event_page, find_event, find_story, story_page

Row = Mapping[str, Any]

_MOST_EVENTS = 30


def show_story(connection: Connection, wanted: str) -> None:
    """Print a story: its members, how they relate with their aligned passages, and where they differ.

    Raises:
        DragomanError: no story, or more than one, goes by that name.
    """
    page = story_page(connection, find_story(connection, wanted))
    paths = document_paths(connection, {member["document"] for member in page["members"]})
    console = screen()
    count = len(page["members"])
    _line(console, f"story {page['id']}: {count} document{'s' if count > 1 else ''}")
    _print_members(console, page, paths)
    for edge in page["edges"]:
        _print_edge(console, edge, paths)
    _print_disagreements(console, page["disagreements"], paths)
    _print_repairs(console, page["repairs"], paths)
    _print_events(console, page["events"])


def _line(console: Console, words: str, style: str = "") -> None:
    console.print(Text(printable(words), style=style), soft_wrap=not console.is_terminal)


def _print_members(console: Console, page: Row, paths: Mapping[str, str]) -> None:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in ("document", "language", "published", "relation", "score", "taken from", "because"):
        table.add_column(title, overflow="fold")
    for member in page["members"]:
        marks = [mark for mark, on in (("first", page["first"]), ("cleanest", page["cleanest"])) if on == member["document"]]
        name = paths[member["document"]] + (f" [{', '.join(marks)}]" if marks and len(page["members"]) > 1 else "")
        cells = (name, member["language"], plain_words(member["published"]), member["relation"], f"{member['score']:.2f}",
                 plain_words(member["origins"]), member["reason"])  # fmt: skip
        table.add_row(*(Text(printable(cell)) for cell in cells))
    console.print(table)


def _print_edge(console: Console, edge: Row, paths: Mapping[str, str]) -> None:
    """Print how two members relate, and what says the same in both, side by side."""
    console.print()
    _line(console, f"{paths[edge['left']]} | {paths[edge['right']]}", "bold")
    _line(
        console,
        f"{edge['relation']} (probability {edge['probability']:.2f}), which came first: {edge['direction']}, extent: "
        f"{edge['extent']}, covering {edge['left_coverage']:.0%} and {edge['right_coverage']:.0%} of the words",
    )
    for reason in edge["reasons"]:
        _line(console, f"  because: {reason}")
    if not edge["aligned"]:
        return
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 1, 0))
    table.add_column("alike", justify="right")
    table.add_column(Text(printable(paths[edge["left"]])), overflow="fold", ratio=1)
    table.add_column(Text(printable(paths[edge["right"]])), overflow="fold", ratio=1)
    for passage in edge["aligned"]:
        table.add_row(
            f"{passage['similarity']:.2f}", *(Text(printable(plain_words(passage[side]))) for side in ("left", "right"))
        )
    console.print(table)


def _print_disagreements(console: Console, rows: Iterable[Row], paths: Mapping[str, str]) -> None:
    listed = list(rows)
    if not listed:
        return
    console.print()
    _line(console, "disagreements", "bold")
    for row in listed:
        versions = "; ".join(
            f"{paths.get(v['document'], v['document'][:12])}: {plain_words(v['quote'])!r}"
            + (f" = {v['value']}" if v["value"] != v["quote"] else "")
            for v in row["versions"]
        )
        _line(console, f"  {row['field']}: {versions} ({row['reason']})")


def _print_repairs(console: Console, rows: Iterable[Row], paths: Mapping[str, str]) -> None:
    listed = list(rows)
    if not listed:
        return
    console.print()
    _line(console, "names that the versions repair (the texts stay as they are)", "bold")
    for row in listed:
        witness = row["witness"]
        _line(
            console,
            f"  {paths[row['document']]} {row['start']}-{row['end']}: {row['quote']!r} is {row['proposed']} "
            f"({row['confidence']:.2f}; {row['reason']}: {witness['quote']!r})",
        )


def _print_events(console: Console, rows: Iterable[Row]) -> None:
    listed = list(rows)
    if not listed:
        return
    console.print()
    _line(console, f"{len(listed)} events are told in it", "bold")
    for row in listed[:_MOST_EVENTS]:
        _line(console, f"  {row['id']} {_event_words(row)}; {_count(row['documents'])}, {_sources(row)}")
    if len(listed) > _MOST_EVENTS:
        _line(console, f"  ... and {len(listed) - _MOST_EVENTS} more")


def _event_words(row: Row) -> str:
    actors, recipients = (_side(row, side) for side in ("actor", "recipient"))
    who = f"{', '.join(actors) or '?'} > {', '.join(recipients) or '-'}"
    if row["mutual"] and not recipients:
        who = " + ".join(actors)
    parts = [f"{row['type']} {row['mode']}".rstrip(), who, row["status"]]
    parts += [plain_words(row["when"])] if row["when"] else []
    parts += [f"in {plain_words(row['place'])}"] if row["place"] else []
    return ", ".join(parts)


def _side(row: Row, side: str) -> list[str]:
    """Return the parties of one side by their names where they are known here, else by their states or ids."""
    named = row.get(f"{side}_names")
    if named:
        return list(named)
    return list(dict.fromkeys(s or a for s, a in zip(row[f"{side}_states"], row[f"{side}s"], strict=True)))


def _count(documents: int) -> str:
    return f"{documents} document{'s' if documents > 1 else ''}"


def _sources(row: Row) -> str:
    least, most = row["least_sources"], row["most_sources"]
    many = str(least) if least == most else f"{least} to {most}"
    return f"{many} independent source{'s' if most > 1 else ''}"


# ---------------------------------------------------------------- one event


def show_event(connection: Connection, wanted: str) -> None:
    """Print an event: what it is, how many sources stand behind it and why, and every report in its sentence.

    Raises:
        DragomanError: no event, or more than one, goes by that name.
    """
    page = event_page(connection, find_event(connection, wanted))
    paths = document_paths(connection, {report["document"] for report in page["reports"]})
    console = screen()
    _line(console, f"event {page['id']}: {_event_words(page)}", "bold")
    _line(console, f"{_count(page['documents'])}, {_sources(page)}")
    for reason in page["source_reasons"]:
        _line(console, f"  {reason}")
    for report in page["reports"]:
        _print_report(console, report, paths)
    _print_disagreements(console, page["disagreements"], paths)


def _print_report(console: Console, report: Row, paths: Mapping[str, str]) -> None:
    console.print()
    details = [f"{report['type']} {report['mode']}".rstrip(), report["status"]]
    details += [plain_words(report["when"])] if report["when"] else []
    details += [f"according to {plain_words(report['according_to'])}"] if report["according_to"] else []
    details += [f"score {report['score']:.2f}"]
    _line(console, f"{paths[report['document']]}: {', '.join(details)}  [{report['id']}, story {report['story']}]")
    words = Text("  ")
    for piece, style in ((report["before"], ""), (f"[{report['trigger']}]", "bold yellow"), (report["after"], "")):
        words.append(printable(" ".join(piece.split()) if not style else piece), style=style)
        words.append(" " if piece is report["before"] and piece[-1:].isspace() else "")
        words.append(" " if style and report["after"][:1].isspace() else "")
    console.print(words, soft_wrap=not console.is_terminal)
