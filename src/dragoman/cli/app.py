"""The command line: all commands under one roof, and the exit status that an error gives."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

import dragoman.cli.forecasts
import dragoman.cli.system_blocs
import dragoman.cli.system_export
import dragoman.cli.system_series
import dragoman.cli.system_sources  # noqa: F401  # these add their commands to `dragoman system`
from dragoman.cli.evaluate import evaluate
from dragoman.cli.judge import judge_app
from dragoman.cli.knowledge import knowledge_app
from dragoman.cli.read import read
from dragoman.cli.statuses import DAMAGED
from dragoman.cli.system import system_app
from dragoman.cli.tables import check, export, show
from dragoman.errors import DragomanError, InputError, SettingsError
from dragoman.web.command import serve

app = typer.Typer(
    name="dragoman",
    help="Reads news about relations between states and keeps an auditable record of who did what to whom.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command(short_help="Read news files into a project.")(read)
app.command(short_help="Write a table, or all, to files.")(export)
app.command(short_help="Show a table, a document, a story or an event.")(show)
app.command(name="eval", short_help="Score what is read against a gold file.")(evaluate)
app.command(short_help="Verify every span, link and sum of a project.")(check)
app.command(short_help="Serve the reading room to a browser.")(serve)
app.add_typer(system_app, name="system", short_help="Dyads, ties, blocs, breaks, polarity, what-if, forecasts.")
app.add_typer(judge_app, name="judge", short_help="An analyst's verdicts on the record; they can be undone.")
app.add_typer(knowledge_app, name="knowledge", short_help="The tables of facts: look up, check, add your own.")


@app.callback(invoke_without_command=True)
def _version(
    show_version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    if show_version:
        from importlib.metadata import version

        typer.echo(version("dragoman"))
        raise typer.Exit


def main() -> None:
    """Run the command line; turn what the package raises into a message and an exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    output = _output()
    try:
        app()
    except SystemExit as leaving:
        if _reader_has_left(output):
            raise SystemExit(0) from leaving
        raise
    except SettingsError as error:
        _fail(str(error), 2)
    except InputError as error:
        _fail(str(error), DAMAGED if error.damaged else 1)
    except DragomanError as error:
        _fail(str(error), 1)


def _output() -> os.stat_result | None:
    """Return what standard output is, None where it is no file."""
    try:
        return os.fstat(sys.stdout.fileno())
    except (OSError, ValueError):
        return None


def _reader_has_left(output: os.stat_result | None) -> bool:
    """Tell whether the reader of our output (`| head`) had enough: no fault of ours. Nothing more is written then.

    Who meets the closed pipe first tells it in its own way: typer wraps the stream, rich puts the null device in its place,
    and what was small enough for the buffer fails at the last flush.
    """
    now = _output()
    if type(sys.stdout).__name__ == "PacifyFlushWrapper" or (output and now and not os.path.samestat(output, now)):
        return True
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return True
    return False


def _fail(message: str, status: int) -> None:
    typer.echo(f"dragoman: {message}", err=True)
    sys.exit(status)
