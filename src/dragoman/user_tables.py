"""Adds other people's files to the user's own tables. The only place that writes these tables.

All changed tables are written beside the folder, loaded and checked there, and only then put in their places, each in one
step, those that others refer to first: whenever the machine stops, the folder holds tables that load.
"""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import DragomanError, KnowledgeError
from dragoman.knowledge.checks import broken_references, wrong_dates
from dragoman.knowledge.cldr import entities_by_name
from dragoman.knowledge.importers import Imported, import_material, import_rows
from dragoman.knowledge.load import ROW_TYPES, Tables, build_knowledge, load_knowledge, load_tables
from dragoman.knowledge.matching import Words, folded
from dragoman.knowledge.parsed import parse_ftm, parse_wikidata
from dragoman.languages.load import READ_LANGUAGES, Language, load_languages
from dragoman.languages.load import ROW_TYPES as WORD_TYPES
from dragoman.languages.rows import NameRow, OrganWordRow, RoleRow
from dragoman.tables import raise_faults, read_table

_NAMED = frozenset({"name", "short", "acronym", "adjective", "demonym"})  # forms that tell whose a post is
_OWNERS = frozenset({"state", "organisation", "format", "group"})


class FileForm(StrEnum):
    """Formats of `dragoman knowledge add`."""

    ftm = "ftm"
    wikidata = "wikidata"
    csv = "csv"


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What an addition has done: rows added by table, what was known, what contradicts, what could not be used."""

    folder: str
    added: dict[str, int]
    known: int
    conflicts: tuple[str, ...]
    skipped: tuple[str, ...]
    read_as: dict[str, str]
    damaged: bool = False


def add_file(
    file: Path, folder: Path, *, form: FileForm | None = None, table: str | None = None, known_through: str = ""
) -> Added:
    """Add a file to the tables in a folder, which is made where it is not there.

    Args:
        file: FollowTheMoney JSON lines, the CSV of a Wikidata query, or CSV in the form of one of our tables.
        folder: Where the user's own tables are.
        form: Its format; guessed from its name and first line where None.
        table: For CSV, the table it belongs to: a table of facts, or words as `en/names`. Default: the file's name.
        known_through: The day up to which the file was complete; its open ends are known so far.

    Raises:
        KnowledgeError: rows of the file, or of the tables that are there, are wrong; nothing was written.
    """
    there = folder if folder.is_dir() else None
    tables = load_tables(there)
    knowledge = build_knowledge(tables)
    languages = load_languages(there, {*knowledge.entities, *knowledge.places})
    form = form or _guess(file)
    if form is FileForm.csv:
        name = table or file.stem
        imported, fresh = _own_form(file, name, tables, languages)
    else:
        imported = _foreign(file, form, tables, languages, known_through)
        fresh = {**imported.rows, **_name_rows(imported.names, languages)}
    fresh = {name: rows for name, rows in fresh.items() if rows}
    if fresh:
        _write(folder, fresh)
    return Added(
        folder=str(folder),
        added={name: len(rows) for name, rows in fresh.items()},
        known=imported.known,
        conflicts=tuple(str(conflict) for conflict in imported.conflicts),
        skipped=imported.skipped,
        read_as=imported.read_as,
        damaged=imported.damaged,
    )


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DragomanError(f"{file} is not UTF-8 ({error}); save it as UTF-8") from error
    except OSError as error:
        raise DragomanError(f"{file} cannot be read: {error.strerror or error}") from error


def _guess(file: Path) -> FileForm:
    """Tell a file's format: JSON begins with a brace, a query's header names labels."""
    first = _text(file).lstrip().partition("\n")[0]
    if first.startswith("{"):
        return FileForm.ftm
    return FileForm.wikidata if "personLabel" in first else FileForm.csv


def _foreign(
    file: Path, form: FileForm, tables: Tables, languages: Mapping[str, Language], known_through: str
) -> Imported:
    lines = _text(file).split("\n")
    material = parse_ftm(lines, file.name) if form is FileForm.ftm else parse_wikidata(
        (line + "\n" for line in lines), file.name
    )  # fmt: skip
    return import_material(material, tables, title_words(tables, languages), f"{form}: {file.name}", known_through)


def title_words(tables: Tables, languages: Mapping[str, Language]) -> Words:
    """Return the words of all languages that tell whose a post or organ is, and what it is."""
    owners = {row.id: row.name for table in ("states", "organisations", "groups") for _, row in tables.rows[table]
              if row.kind in _OWNERS}  # fmt: skip
    words = Words(entities={folded(name): identifier for identifier, name in owners.items()}, titles={}, organs={})
    for language in languages.values():
        for name in language.rows("names", NameRow):
            if name.entity in owners and name.kind in _NAMED:
                for form in name.form.split("|"):
                    words.entities.setdefault(folded(form), name.entity)
        for role in language.rows("roles", RoleRow):
            if role.office_type:
                words.titles.setdefault(folded(role.form), role.office_type)
        for organ in language.rows("organs", OrganWordRow):
            words.organs.setdefault(folded(organ.form), organ.organ_type)
    for form, identifier in entities_by_name(tables).items():  # "Deutschland", "Россия": files come in any language
        words.entities.setdefault(form, identifier)
    return words


def _name_rows(names: Mapping[str, Sequence[str]], languages: Mapping[str, Language]) -> dict[str, tuple[Any, ...]]:
    """Return other names of known people as rows for each language, without those that stand there."""
    found: dict[str, tuple[Any, ...]] = {}
    for code, language in languages.items():
        there = {(row.entity, folded(row.form)) for row in language.rows("names", NameRow)}
        found[f"languages/{code}/names"] = tuple(
            NameRow(form=form.replace("|", " "), entity=person, kind="name")
            for person, forms in names.items()
            for form in forms
            if (person, folded(form)) not in there
        )
    return found


def _own_form(
    file: Path, name: str, tables: Tables, languages: Mapping[str, Language]
) -> tuple[Imported, dict[str, tuple[Any, ...]]]:
    code, slash, words = name.removeprefix("languages/").partition("/")
    if name not in ROW_TYPES and not (slash and code in READ_LANGUAGES and words in WORD_TYPES):
        known = f"{', '.join(ROW_TYPES)}, or a word table as {READ_LANGUAGES[0]}/names"
        raise DragomanError(f"there is no table {name!r}; name one with --table: {known}")
    _text(file)  # says what is wrong where the file is missing or no text
    faults: list[str] = []
    read = read_table(file, ROW_TYPES.get(name) or WORD_TYPES[words], faults)
    rows = [row for _, row in read]
    if name in ROW_TYPES:
        faults += _wrong_rows(file, name, read, tables)
    raise_faults(faults)
    if name in ROW_TYPES:
        imported = import_rows(name, rows, tables)
        return imported, imported.rows
    there = set(languages[code].tables[words])
    fresh = tuple(row for row in dict.fromkeys(rows) if row not in there)
    return Imported(rows={}, known=len(rows) - len(fresh)), {f"languages/{code}/{words}": fresh}


def _wrong_rows(file: Path, name: str, read: Sequence[tuple[int, Any]], tables: Tables) -> Iterator[str]:
    """Yield the faults of new rows by their lines in the file that they come from."""
    placed = {**dict.fromkeys(tables.rows, ()), name: [(f"{file.name}:{line}", row) for line, row in read]}
    known = {row.id for rows in tables.rows.values() for _, row in rows if hasattr(row, "id")}
    known |= {row.id for _, row in read if hasattr(row, "id")}
    yield from wrong_dates(placed)
    yield from broken_references({**placed, "offices": [*tables.rows["offices"], *placed["offices"]]}, dict.fromkeys(known))


# ------------------------------------------------------------------------------- writing


def _write(folder: Path, fresh: Mapping[str, Sequence[Any]]) -> None:
    """Add rows to the tables of a folder; all is checked before anything there changes."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as name:
            stage = Path(name) / folder.name
            shutil.copytree(folder, stage)
            for table, rows in fresh.items():
                _extend(stage / f"{table}.csv", rows)
            _check(stage, folder)
            for table in sorted(fresh, key=_referred_first):
                (folder / table).parent.mkdir(parents=True, exist_ok=True)
                (stage / f"{table}.csv").replace(folder / f"{table}.csv")
    except OSError as error:
        raise DragomanError(f"cannot write to {folder}: {error.strerror or error}") from error


def _referred_first(table: str) -> tuple[int, str]:
    order = list(ROW_TYPES)  # entities, then offices and people, then what refers to them
    return (order.index(table) if table in order else len(order), table)


def _check(stage: Path, folder: Path) -> None:
    try:
        knowledge = load_knowledge(stage)
        load_languages(stage, {*knowledge.entities, *knowledge.places})
    except KnowledgeError as error:
        raise KnowledgeError([fault.replace(str(stage), str(folder)) for fault in error.faults]) from error


def _extend(path: Path, rows: Sequence[Any]) -> None:
    """Append rows to a table; what stands there stays as it is written, unless it lacks a column that is needed now."""
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_bytes() if path.is_file() else b""
    kept = list(csv.reader(io.StringIO(old.decode("utf-8-sig"), newline=""), strict=True))
    header = kept[0] if kept else []
    fields = type(rows[0]).__struct_fields__
    needed = [name for name in fields if name not in header and any(_cell(row, name) for row in rows)]
    if header and not needed:
        end = "" if old.endswith(b"\n") else "\n"
        path.write_bytes(old + (end + _lines(header, rows)).encode("utf-8"))
        return
    columns = [*header, *(name for name in fields if name not in header)]
    full = [[*cells, *[""] * (len(columns) - len(cells))] for cells in kept[1:] if cells]
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([columns, *full])
    path.write_bytes((text.getvalue() + _lines(columns, rows)).encode("utf-8"))


def _lines(columns: Sequence[str], rows: Sequence[Any]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([_cell(row, name) for name in columns] for row in rows)
    return text.getvalue()


def _cell(row: Any, name: str) -> str:
    value = getattr(row, name)
    return "" if value is None else str(value)
