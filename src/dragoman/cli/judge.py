"""The commands `dragoman judge ...`: an analyst's verdicts, appended on top of the record."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import options

judge_app = typer.Typer(help="An analyst's verdicts: views change, records never do; undo leaves no trace.",
                        no_args_is_help=True)  # fmt: skip

User = Annotated[str | None, typer.Option("--user", help="Who judges. [default: your login name]")]
Note = Annotated[str, typer.Option("--note", help="Why.")]
_ONE = "A report, event, document or story, by its id (a document by its path too)."
Left = Annotated[str, typer.Argument(metavar="LEFT", help=_ONE, show_default=False)]
Right = Annotated[str, typer.Argument(metavar="RIGHT", help="The other one, of the same kind.", show_default=False)]
Report = Annotated[str, typer.Argument(metavar="REPORT", help="The id of a report.", show_default=False)]


@judge_app.command()
def same(
    left: Left,
    right: Right,
    project: options.ProjectFolder,
    user: User = None,
    note: Note = "",
    as_json: options.AsJson = False,
) -> None:
    """Two reports tell of the same event, or two documents are one story."""
    _append(project, "same", left, right, None, user, note, as_json=as_json)


@judge_app.command()
def different(
    left: Left,
    right: Right,
    project: options.ProjectFolder,
    user: User = None,
    note: Note = "",
    as_json: options.AsJson = False,
) -> None:
    """Two reports tell of different events, or two documents are different stories."""
    _append(project, "different", left, right, None, user, note, as_json=as_json)


@judge_app.command()
def reject(
    report: Report, project: options.ProjectFolder, user: User = None, note: Note = "", as_json: options.AsJson = False
) -> None:
    """A report is wrong: it counts for no event."""
    _append(project, "reject", report, None, None, user, note, as_json=as_json)


@judge_app.command("wrong-actor")
def wrong_actor(
    report: Report,
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="The id of the actor that is wrong.", show_default=False)],
    project: options.ProjectFolder,
    new: Annotated[str | None, typer.Argument(metavar="NEW", help="The id of the actor that should stand there.")] = None,
    user: User = None,
    note: Note = "",
    as_json: options.AsJson = False,
) -> None:
    """An actor does not belong in a report; name the right one if there is one."""
    _append(project, "wrong-actor", report, actor, new, user, note, as_json=as_json)


@judge_app.command()
def undo(
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="The number of the judgement.", show_default=False)],
    project: options.ProjectFolder,
    user: User = None,
    note: Note = "",
    as_json: options.AsJson = False,
) -> None:
    """Take a judgement back (by appending another, which can be taken back too)."""
    from dragoman.show.judgements import print_judged
    from dragoman.store import judgements
    from dragoman.store.store import open_store

    with open_store(project) as store:
        made = judgements.undo(store, number, user=user or getpass.getuser(), now=_now(), note=note)
        print_judged(store, made, as_json=as_json)


@judge_app.command("list")
def list_judgements(project: options.ProjectFolder, as_json: options.AsJson = False) -> None:
    """List all judgements and what has become of each."""
    from dragoman.show.judgements import print_judgements
    from dragoman.store.store import open_store

    with open_store(project) as store:
        print_judgements(store, as_json=as_json)


@judge_app.command("export")
def export_judgements(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File to write, one judgement a line.", show_default=False)],
    project: options.ProjectFolder,
) -> None:
    """Write the judgements that were not taken back, each with what it is about, for another project of the same texts."""
    import msgspec
    from sqlalchemy.exc import DatabaseError

    from dragoman.errors import StoreError
    from dragoman.event_files import write_whole
    from dragoman.store.judgement_files import carried
    from dragoman.store.store import open_store

    with open_store(project, any_version=True) as store, store.reading() as connection:
        try:
            lines = [msgspec.json.encode(line) + b"\n" for line in carried(connection)]
        except DatabaseError as error:
            message = f"{store.path}: its judgements cannot be read ({error.orig}); use the dragoman that made it"
            raise StoreError(message) from error
    write_whole(file, b"".join(lines))
    advice = f"lay them over another project: dragoman judge import {file} --project DIR"
    typer.echo(f"{file}: {len(lines):,} judgements; {advice}", err=True)


@judge_app.command("import")
def import_judgements(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="What export has written.", show_default=False)
    ],
    project: options.ProjectFolder,
    as_json: options.AsJson = False,
) -> None:
    """Append judgements of another project, each where this one reads the same; tell of the others why not."""
    from dragoman.show.judgements import print_outcomes
    from dragoman.store.judgement_files import lay_over, read_carried
    from dragoman.store.store import open_store

    lines = read_carried(file.read_bytes())
    with open_store(project) as store:
        print_outcomes(lay_over(store, lines), as_json=as_json)


def _append(
    project: Path, verdict: str, left: str, right: str | None, value: str | None, user: str | None, note: str, *,
    as_json: bool,
) -> None:
    from dragoman.show.judgements import print_judged
    from dragoman.store import judgements
    from dragoman.store.store import open_store

    with open_store(project) as store:
        made = judgements.append(
            store, verdict=verdict, left=left, right=right, value=value, user=user or getpass.getuser(), now=_now(), note=note
        )
        print_judged(store, made, as_json=as_json)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
