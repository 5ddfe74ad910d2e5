"""The commands `dragoman knowledge ...`: look up the tables of facts, check them, add your own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from dragoman.cli import options
from dragoman.cli.statuses import DAMAGED
from dragoman.show.as_json import print_json

knowledge_app = typer.Typer(help="The tables of facts: what they hold, and whether they are sound.", no_args_is_help=True)

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
        print_json(found)
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
        print_json(added)
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


def _check_date(date: str | None) -> None:
    """Refuse a day that is none of ISO 8601."""
    import datetime

    if date is not None:
        try:
            datetime.datetime.fromisoformat(date)
        except ValueError:
            raise typer.BadParameter(f"{date!r} is no date of ISO 8601, such as 2021-10-05", param_hint="--date") from None
