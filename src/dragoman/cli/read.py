"""The command `dragoman read`: files into a project."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.statuses import DAMAGED, INTERRUPTED
from dragoman.errors import InputError
from dragoman.show.as_json import print_json


def read(
    project: options.ProjectFolder,
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Files and folders.", show_default=False)] = None,
    files_from: Annotated[
        str | None, typer.Option(metavar="FILE", help="Also the paths that this file lists, one a line; - : standard input.")
    ] = None,
    published: Annotated[str | None, typer.Option(help="Their date (2021-10-05), if they do not say.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them, if they do not say.")] = None,
    language: Annotated[str | None, typer.Option(help="Their language (en, fr ...), if it is guessed wrong.")] = None,
    workers: Annotated[int | None, typer.Option(min=0, help="Processes; 0: one for each core. [default: 0]")] = None,
    as_json: options.AsJson = False,
) -> None:
    """Read news files into a project. Called again after a cut, it goes on where it stopped."""
    from dragoman.project import open_project
    from dragoman.show.tables import print_summary

    _check_published(published)
    _check_language(language)
    wanted = [*(paths or []), *(_listed(files_from) if files_from is not None else [])]
    if not wanted and files_from is None:
        raise typer.BadParameter("name files or folders to read, or a list of them with --files-from", param_hint="PATH")
    try:
        with open_project(project) as opened, show_progress(wanted) as progress:
            summary = opened.read(
                wanted, published=published, outlet=outlet, language=language, workers=workers, progress=progress
            )
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="PATH") from error
    except KeyboardInterrupt:
        typer.echo("dragoman: stopped; what was read is kept, the same command goes on from there", err=True)
        raise typer.Exit(INTERRUPTED) from None
    if as_json:
        print_json(summary)
    else:
        print_summary(summary, project)
    if summary.damaged:
        raise typer.Exit(DAMAGED)


def _listed(files_from: str) -> list[str]:
    """Return the paths that a file lists: one a line, or, as `find -print0` writes them, each with a NUL behind it."""
    try:
        listed = sys.stdin.buffer.read() if files_from == "-" else Path(files_from).read_bytes()
    except OSError as error:
        message = f"{files_from}: {error.strerror or error}; give a file with one path a line"
        raise typer.BadParameter(message, param_hint="--files-from") from error
    names = listed.split(b"\0") if b"\0" in listed else [line.rstrip(b"\r") for line in listed.split(b"\n")]
    return [os.fsdecode(name) for name in names if name]


def _check_published(published: str | None) -> None:
    """Refuse a date that is none: it would stand in every record. A month or year alone is one."""
    from dragoman.intake.dates import read_date

    if published is not None and read_date(published) is None:
        raise typer.BadParameter(f"{published!r} is no date, such as 2021-10-05", param_hint="--published")


def _check_language(language: str | None) -> None:
    """Refuse what names no language: it would be guessed all the same, and nobody would know."""
    from dragoman.languages.detect import declared_language

    if language is not None and declared_language(language) is None:
        message = f"{language!r} is no code of a language, such as en or fr (ISO 639)"
        raise typer.BadParameter(message, param_hint="--language")


@contextmanager
def show_progress(paths: list[str]) -> Iterator[Callable[[int], None] | None]:
    """Show a bar on standard error where that is a terminal, and what goes on before the first file and after the last."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from dragoman.runs import find_inputs

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("files"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("loading the models", total=len(find_inputs(paths)))

        def advance(count: int) -> None:
            bar.advance(task, count)
            bar.update(task, description="comparing the texts" if bar.finished else "reading")

        yield advance
