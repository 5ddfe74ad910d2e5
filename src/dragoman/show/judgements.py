"""What `dragoman judge` prints: the judgement made, or all of them with what has become of each."""

from __future__ import annotations

import msgspec
from rich.table import Table
from rich.text import Text

from dragoman.records import Judgement
from dragoman.show.as_json import print_json
from dragoman.show.tables import printable, screen
from dragoman.store.judgements import listed
from dragoman.store.store import Store


def print_judged(store: Store, made: Judgement, *, as_json: bool) -> None:
    """Print a judgement that was just made, and how to take it back."""
    if as_json:
        print_json(msgspec.structs.asdict(made))
        return
    console = screen()
    console.print(Text(printable(f"judgement {made.number}: {_words(made)}")), soft_wrap=not console.is_terminal)
    console.print(f"take it back: dragoman judge undo {made.number} --project {store.path.parent}", soft_wrap=True)


def print_judgements(store: Store, *, as_json: bool) -> None:
    """Print every judgement ever made."""
    with store.reading() as connection:
        rows = listed(connection)
    if as_json:
        print_json([{**msgspec.structs.asdict(row.judgement), "state": row.state} for row in rows])
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in ("number", "state", "judgement", "user", "created", "note"):
        table.add_column(title, overflow="fold")
    for row in rows:
        made = row.judgement
        cells = (str(made.number), row.state, _words(made), made.user, made.created, made.note)
        table.add_row(*(Text(printable(cell)) for cell in cells))
    console = screen()
    console.print(table)
    if not rows:
        console.print("no judgements in this project yet")


def _words(made: Judgement) -> str:
    parts = [made.verdict, made.left, made.right or ""]
    return " ".join(part for part in parts if part) + (f" -> {made.value}" if made.value else "")
