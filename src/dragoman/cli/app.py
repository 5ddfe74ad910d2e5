"""The commands. Exit status: 0 done, 1 the program failed or a check found faults, 2 wrong usage, 3 input was damaged."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

import dragoman.cli.forecasts
import dragoman.cli.system_blocs
import dragoman.cli.system_export
import dragoman.cli.system_series
import dragoman.cli.system_sources  # noqa: F401  # these add their commands to `dragoman system`
from dragoman.cli import options
from dragoman.cli.judge import judge_app
from dragoman.cli.system import system_app
from dragoman.errors import DragomanError, InputError, SettingsError
from dragoman.web.command import serve

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.project import Summary

app = typer.Typer(
    name="dragoman",
    help="Reads news about relations between states and keeps an auditable record of who did what to whom.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
knowledge_app = typer.Typer(help="The tables of facts: what they hold, and whether they are sound.", no_args_is_help=True)

DAMAGED = 3
INTERRUPTED = 130  # as shells count a process that Ctrl-C ended


class Form(StrEnum):
    """File formats of `export`."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


TABLE_NAMES = (
    "documents, mentions, actors, reports, statements, positions, stories, story_edges, events, disagreements, name_repairs, "
    "judgements, ledger or issues"
)



@app.command(short_help="Read news files into a project.")
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
        with open_project(project) as opened, _progress(wanted) as progress:
            summary = opened.read(
                wanted, published=published, outlet=outlet, language=language, workers=workers, progress=progress
            )
    except KeyboardInterrupt:
        typer.echo("dragoman: stopped; what was read is kept, the same command goes on from there", err=True)
        raise typer.Exit(INTERRUPTED) from None
    if as_json:
        _print_json(summary)
    else:
        print_summary(summary, project)
    _exit_with(summary)


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


def _check_date(date: str | None) -> None:
    """Refuse a day that is none of ISO 8601."""
    import datetime

    if date is not None:
        try:
            datetime.datetime.fromisoformat(date)
        except ValueError:
            raise typer.BadParameter(f"{date!r} is no date of ISO 8601, such as 2021-10-05", param_hint="--date") from None


@contextmanager
def _progress(paths: list[str]) -> Iterator[Callable[[int], None] | None]:
    """Show a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from dragoman.runs import find_inputs

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("files"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=len(find_inputs(paths)))
        yield lambda count: bar.advance(task, count)


def _exit_with(summary: Summary) -> None:
    if summary.damaged:
        raise typer.Exit(DAMAGED)


@app.command(short_help="Write a table, or all, to files.")
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
    excel_safe: Annotated[
        bool,
        typer.Option(
            "--excel-safe", help="CSV for spreadsheets: accents come out right, no cell runs (an apostrophe before it)."
        ),
    ] = False,
) -> None:
    """Write a table: JSON lines on standard output, or CSV or Parquet in a file; or all tables, with a codebook."""
    from dragoman.export import export_all, export_table
    from dragoman.store.store import open_store

    if table != "all":
        _check_table(table)
    elif output is None:
        raise typer.BadParameter("all tables go into a folder: name it", param_hint="--output")
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
                export_table(connection, table, chosen, output, excel_safe=excel_safe)
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


@app.command(short_help="Show a table, a document, a story or an event.")
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


KINDS = (
    "relations", "who-whom", "statements", "events", "factuality", "blocks", "stories", "dates", "links", "ties", "grouping",
    "positions",
)  # fmt: skip


@app.command(name="eval", short_help="Score what is read against a gold file.")
def evaluate(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"{', '.join(KINDS)}.", show_default=False)],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The gold file or folder.", show_default=False)],
    predictions: Annotated[Path | None, typer.Option(help="Score these predictions instead of reading the texts.")] = None,
    errors: Annotated[str | None, typer.Option(help="Write one JSON line an error to this file; - : standard error.")] = None,
    as_json: options.AsJson = False,
) -> None:
    """Score what is read against a gold file."""
    from dragoman.evaluate.harness import evaluate_kind
    from dragoman.show.tables import print_score

    if kind not in KINDS:
        raise typer.BadParameter(f"there is no kind {kind!r}; the kinds are {', '.join(KINDS)}", param_hint="KIND")
    if not file.exists():
        raise typer.BadParameter(f"{file} does not exist", param_hint="FILE")
    try:
        score = evaluate_kind(kind, file, predictions)
    except OSError as error:
        message = f"{error.filename}: {error.strerror}; give a gold file (or folder) of this kind"
        raise typer.BadParameter(message, param_hint="FILE") from error
    if as_json:
        _print_json({"kind": score.kind, "gold": score.gold, "figures": score.figures, "counts": score.counts})
    else:
        print_score(score)
    if errors is not None:
        _write_errors(errors, score.errors)


def _write_errors(target: str, rows: tuple[dict[str, Any], ...]) -> None:
    lines = b"".join(msgspec.json.encode(row) + b"\n" for row in rows)
    if target == "-":
        sys.stderr.buffer.write(lines)
        return
    try:
        Path(target).write_bytes(lines)
    except OSError as error:
        raise DragomanError(f"cannot write {target}: {error.strerror or error}; choose another --errors") from error


@app.command(short_help="Verify every span, link and sum of a project.")
def check(project: options.ProjectFolder, as_json: options.AsJson = False) -> None:
    """Verify a project: every span against its quote, every link's two ends, the ledger's sum. Exit status 1 on a fault."""
    from dragoman.show.tables import print_check
    from dragoman.store.check import check_store
    from dragoman.store.store import open_store

    with open_store(project) as store:
        result = check_store(store)
    if as_json:
        _print_json(result)
    else:
        print_check(result)
    if result.faults:
        raise typer.Exit(1)


OfProject = Annotated[
    Path | None,
    typer.Option("--project", exists=True, file_okay=False, help="With the tables of this project.", show_default=False),
]


@knowledge_app.command("show")
def knowledge_show(
    identifier: Annotated[str | None, typer.Argument(metavar="ID", help="An actor or office; else the counts.")] = None,
    project: OfProject = None,
    date: Annotated[str | None, typer.Option(help="As of this date (ISO 8601).")] = None,
    as_json: options.AsJson = False,
) -> None:
    """Show what the tables know of an actor or office, with sources and conflicts, or how many rows they have."""
    from dragoman.kit import load_kit
    from dragoman.settings import load_settings
    from dragoman.show.knowledge import describe_knowledge
    from dragoman.show.tables import print_mapping

    _check_date(date)
    found = describe_knowledge(load_kit(load_settings(project)), identifier, date)
    if as_json:
        _print_json(found)
    else:
        print_mapping(found)


@knowledge_app.command("check")
def knowledge_check(project: OfProject = None) -> None:
    """Load all tables of facts and words, your own too; list every fault. Exit status 1 on a fault."""
    from dragoman.kit import load_kit
    from dragoman.settings import load_settings
    from dragoman.show.knowledge import own_conflicts
    from dragoman.show.tables import printable

    kit = load_kit(load_settings(project))
    entities, offices = len(kit.knowledge.entities), len(kit.knowledge.offices)
    typer.echo(f"no faults: {entities:,} actors, {offices:,} offices, languages {', '.join(sorted(kit.languages))}")
    own = sum(count for _, count in kit.knowledge.own.rows.values())
    if own:
        conflicts = own_conflicts(kit.knowledge)
        typer.echo(f"{own:,} rows of your own; {len(conflicts):,} conflicts, in which both rows stay")
        for conflict in conflicts:
            typer.echo(f"  {printable(str(conflict))}")


@knowledge_app.command("add")
def knowledge_add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to add.", show_default=False)],
    project: options.ProjectFolder,
    form: Annotated[
        str | None, typer.Option("--format", help="ftm, wikidata or csv; else guessed from its first line.")
    ] = None,
    table: Annotated[str | None, typer.Option(help="CSV: its table (tenures, en/names ...); else the file's name.")] = None,
    known_through: Annotated[str | None, typer.Option(help="Day up to which the file was complete (ISO 8601).")] = None,
    as_json: options.AsJson = False,
) -> None:
    """Add rows to a project's own tables: FollowTheMoney, a Wikidata query, or CSV. Nothing there is overwritten."""
    from dragoman.knowledge.checks import is_date
    from dragoman.settings import load_settings, own_tables
    from dragoman.show.tables import print_mapping
    from dragoman.user_tables import FileForm, add_file

    if known_through is not None and not is_date(known_through):
        raise typer.BadParameter(f"{known_through!r} is no date of ISO 8601", param_hint="--known-through")
    if form is not None and form not in list(FileForm):
        raise typer.BadParameter(f"{form!r} is none of {', '.join(FileForm)}", param_hint="--format")
    settings = load_settings(project)
    folder = Path(settings.knowledge) if settings.knowledge else own_tables(project)
    chosen = FileForm(form) if form is not None else None
    added = add_file(file, folder, form=chosen, table=table, known_through=known_through or "")
    if as_json:
        _print_json(added)
    else:
        print_mapping(_in_words(msgspec.structs.asdict(added)))
    if added.damaged:
        raise typer.Exit(DAMAGED)


def _in_words(added: dict[str, Any]) -> dict[str, Any]:
    """Return what was added as names and lines."""
    rows = [f"{count:,} to {table}.csv" for table, count in added["added"].items()]
    readings = [f"{name} = {office}" for name, office in added["read_as"].items()]
    found = {"folder": added["folder"], "rows added": rows or "none", "rows that say nothing new": added["known"]}
    lists = {"post": readings, "conflict (both stay)": added["conflicts"], "not used": added["skipped"]}
    for name, lines in lists.items():
        found[name] = list(lines[:_LISTED])
        if len(lines) > _LISTED:
            found[name].append(f"... and {len(lines) - _LISTED:,} more; --json prints all")
    return found


_LISTED = 100


app.command(short_help="Serve the reading room to a browser.")(serve)
app.add_typer(system_app, name="system", short_help="Dyads, ties, blocs, breaks, polarity, what-if, forecasts.")
app.add_typer(judge_app, name="judge", short_help="An analyst's verdicts on the record; they can be undone.")
app.add_typer(knowledge_app, name="knowledge", short_help="The tables of facts: look up, check, add your own.")


def _print_json(value: Any) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")
    sys.stdout.buffer.flush()


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
