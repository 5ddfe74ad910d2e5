"""The commands that give the tables of a project: `dragoman show`, `export` and `check`."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import options
from dragoman.show.as_json import print_json

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Form(StrEnum):
    """File formats of `export`."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


TABLE_NAMES = (
    "documents, mentions, actors, reports, statements, positions, stories, story_edges, events, disagreements, name_repairs, "
    "judgements, ledger or issues"
)


def export(
    table: Annotated[
        str,
        typer.Argument(
            metavar="TABLE", help=f"{TABLE_NAMES}; or all.", show_default=False, autocompletion=lambda: [*_names(), "all"]
        ),
    ],
    project: options.ProjectFolder,
    form: Annotated[
        Form | None, typer.Option("--format", help="jsonl, csv or parquet; else as the file's name ends, or jsonl.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option(help="File to write, whole or not at all (of all: a folder); else standard output.")
    ] = None,
    min_score: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="Only rows with at least this score; of events those with such a report."),
    ] = None,
    excel_safe: Annotated[
        bool,
        typer.Option(
            "--excel-safe", help="CSV for spreadsheets: accents come out right, no cell runs (an apostrophe before it)."
        ),
    ] = False,
) -> None:
    """Write a table: JSON lines on standard output, or CSV or Parquet in a file; or all tables, with a codebook."""
    from dragoman.export import export_all, export_table, scored_tables
    from dragoman.store.store import open_store

    if table != "all":
        _check_table(table)
        if min_score is not None and table not in scored_tables():
            message = f"{table} have no score; those that have: {', '.join(scored_tables())}"
            raise typer.BadParameter(message, param_hint="--min-score")
    elif output is None:
        raise typer.BadParameter("all tables go into a folder: name it", param_hint="--output")
    elif min_score is not None:
        raise typer.BadParameter("all tables are the whole record; with a score write one table", param_hint="--min-score")
    chosen = form.value if form is not None else _form_of(output, excel_safe=excel_safe)
    if chosen == "parquet" and output is None and sys.stdout.isatty():
        raise typer.BadParameter("Parquet is nothing to look at: name a file", param_hint="--output")
    try:
        with open_store(project) as store, store.reading() as connection:
            _warn_if_stale(connection)
            if table == "all" and output is not None:
                written = export_all(connection, chosen, output, excel_safe=excel_safe)
                typer.echo(f"{output}: {len(written)} files; codebook.csv says what their fields mean", err=True)
            else:
                export_table(connection, table, chosen, output, excel_safe=excel_safe, min_score=min_score)
    except BrokenPipeError:  # the reader of our output (head, say) had enough: no fault of ours
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None


def _form_of(output: Path | None, *, excel_safe: bool) -> str:
    """Return the format that goes without saying: that of the file's name, CSV for a spreadsheet, else JSON lines."""
    suffix = output.suffix.lower().removeprefix(".") if output is not None else ""
    return suffix if suffix in list(Form) else (Form.csv if excel_safe else Form.jsonl).value


def _warn_if_stale(connection: Connection) -> None:
    """Say on standard error where a run was cut off or still goes on: the record of the world does not know its documents."""
    from dragoman.store.queries import is_stale

    if is_stale(connection):
        typer.echo(
            "dragoman: a run was cut off, or still goes on: events, stories and actors do not count its documents yet; "
            "the same `dragoman read` completes it",
            err=True,
        )


def _names() -> list[str]:
    """Return the names of the tables, for the completion of a shell."""
    return TABLE_NAMES.replace(" or ", ", ").replace(",", " ").split()


def _check_table(name: str) -> None:
    from dragoman.store.queries import TABLES

    if name not in TABLES:
        raise typer.BadParameter(f"there is no table {name!r}; the tables are {TABLE_NAMES}", param_hint="TABLE")


def show(
    table: Annotated[
        str,
        typer.Argument(
            metavar="TABLE", help=f"{TABLE_NAMES}; or document, story, event.", show_default=False,
            autocompletion=lambda: [*_names(), "document", "story", "event"],
        ),
    ],
    project: options.ProjectFolder,
    identifier: Annotated[str | None, typer.Argument(metavar="ID", help="Which document, story, event: id or path.")] = None,
    kind: Annotated[str | None, typer.Option("--type", help="Only this type or kind.")] = None,
    actor: Annotated[str | None, typer.Option(help="Only rows with this actor (an id, or a part of a name).")] = None,
    state: Annotated[str | None, typer.Option(help="Only rows with this state or organisation (FRA, NATO ...).")] = None,
    status: Annotated[str | None, typer.Option(help="Only this status, outcome or relation.")] = None,
    document: Annotated[str | None, typer.Option(help="Only rows of the document with this path or id.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many rows.")] = 50,
) -> None:
    """Show a table, one document with what was coded in it, one story side by side, or one event with its reports."""
    from dragoman.show.filters import Filters, misplaced
    from dragoman.show.stories import show_event, show_story
    from dragoman.show.tables import show_document, show_table
    from dragoman.store.store import open_store

    with open_store(project) as store, store.reading() as connection:
        _warn_if_stale(connection)
        if table in ("document", "story", "event"):
            if identifier is None:
                other = "of the id of one of its reports" if table == "event" else "a document's path"
                message = f"name the {table}: the first signs of its id, or {other}"
                raise typer.BadParameter(message, param_hint="ID")
            {"document": show_document, "story": show_story, "event": show_event}[table](connection, identifier)
            return
        _check_table(table)
        if identifier is not None:
            raise typer.BadParameter(f"only document, story and event take an ID; for {table} use the filters", param_hint="ID")
        filters = Filters(kind, actor, state, status, document)
        wrong = misplaced(table, filters)
        if wrong is not None:
            raise typer.BadParameter(f"{table} have no {wrong}; leave it out", param_hint=f"--{wrong}")
        show_table(connection, table, filters, limit)


def check(project: options.ProjectFolder, as_json: options.AsJson = False) -> None:
    """Verify a project: every span against its quote, every link's two ends, the ledger's sum. Exit status 1 on a fault."""
    from dragoman.show.tables import print_check
    from dragoman.store.check import check_store
    from dragoman.store.store import open_store

    with open_store(project) as store:
        result = check_store(store)
    if as_json:
        print_json(result)
    else:
        print_check(result)
    if result.faults:
        raise typer.Exit(1)
