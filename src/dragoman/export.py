"""Tables out of a project: JSON lines, CSV, Parquet; one, or all with a codebook. The same project gives the same bytes."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection

from dragoman.errors import DragomanError, StoreError
from dragoman.event_files import whole_file, why_unwritable
from dragoman.store.queries import TABLES, Row, events_with_score, table_rows

if TYPE_CHECKING:
    import pyarrow

FORMATS = ("jsonl", "csv", "parquet")

_BATCH = 500  # rows put into one Parquet batch
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")  # how a cell begins that a spreadsheet runs (OWASP ASVS 1.2.10)

# Types by column: what is not named is text. One definition serves Parquet, CSV headers and the data dictionary.
_INTERVAL = "{start:text, end:text, precision:text, basis:text}"
COLUMNS: dict[str, str] = {
    "documents": f"id path text title outlet language published:{_INTERVAL} story body:[[int]] "
    "blocks:[{start:int, end:int, kind:text, detail:text}] member author url media_type encoding extractor "
    "provenance:[{kind:text, name:text, start:int, end:int}]",
    "mentions": "id document start:int end:int surface kind actor score:float reason actors:[text] office "
    "alternatives:[{actor:text, score:float}] sentence:int",
    "actors": "id kind name state wikidata resolved:bool documents:int",
    "reports": "id document path type mode quad:int intensity:float cameo actors:[text] recipients:[text] "
    "actor_names:[text] recipient_names:[text] actor_states:[text] recipient_states:[text] mutual:bool status polarity "
    f"certainty time according_to:[text] when:{_INTERVAL} place:{{name:text, id:text, lat:float, lon:float, state:text}} "
    "score:float trigger:[int] evidence:[{role:text, start:int, end:int, quote:text}] event reduced_type "
    "contexts:[text] sentence:int rule",
    "statements": "id document path speakers:[text] speaker_name speaker_surface:[int] cue:[int] content:[[int]] quote "
    "kind chain:[text] addressee about:[text] act score:float form parent stance sentence:int rule "
    "medium reports:[text] quote_key",
    "positions": "id statement document speaker_name condition:[int] outcome:[int] horizon hedge kind",
    "stories": "id members:[{document:text, path:text, relation:text, score:float, reason:text, parent:text}] first",
    "story_edges": "left right relation direction extent probability:float left_coverage:float right_coverage:float "
    "order:float passages:[{left:[int], right:[int], similarity:float}] reasons:[text]",
    "events": "id type mode actors:[text] recipients:[text] actor_states:[text] recipient_states:[text] status "
    f"when:{_INTERVAL} place:{{name:text, id:text, lat:float, lon:float, state:text}} reports:[text] stories:[text] "
    "documents:int independent_sources:[int] source_reasons:[text] quad:int intensity:float mutual:bool",
    "disagreements": "id event left right field "
    "versions:[{document:text, value:text, start:int, end:int, quote:text}] reason",
    "name_repairs": "id document start:int end:int quote proposed actor confidence:float votes:int reason "
    "witness:{document:text, value:text, start:int, end:int, quote:text}",
    "judgements": "number:int verdict left right value user created note state",
    "ledger": "run:int path member outcome reason document",
    "issues": "document path stage kind message member",
}


def column_names(table: str) -> list[str]:
    """Return the columns of a table, in order."""
    return [name for name, _ in _columns(table)]


def scored_tables() -> list[str]:
    """Return the tables whose rows have a score, those of events by their reports."""
    return [name for name in TABLES if name == "events" or "score" in column_names(name)]


def export_table(
    connection: Connection, table: str, form: str = "jsonl", output: Path | None = None, *, excel_safe: bool = False,
    min_score: float | None = None,
) -> None:
    """Write a table to a file, or to standard output. A file appears whole or not at all.

    Args:
        connection: a reading connection of the project.
        table: one of the tables of the contract.
        form: jsonl, csv or parquet.
        output: the file; standard output where it is None.
        excel_safe: put an apostrophe before CSV cells that a spreadsheet would run as a formula, and a byte order mark
            before all.
        min_score: only rows with at least this score; of events those of which a report has it. None: all.

    Raises:
        DragomanError: there is no such table or format, or its rows have no score.
        StoreError: the file cannot be written.
    """
    if table not in TABLES:
        raise DragomanError(f"there is no table {table!r}; the tables are: {', '.join(TABLES)}")
    rows = table_rows(connection, table) if min_score is None else _surest(connection, table, min_score)
    if output is None:
        import sys

        _write(rows, table, form, sys.stdout.buffer, excel_safe=excel_safe)
        sys.stdout.buffer.flush()
        return
    with _into(output) as handle:
        _write(rows, table, form, handle, excel_safe=excel_safe)


def _surest(connection: Connection, table: str, least: float) -> Iterator[Row]:
    """Return the rows of a table with at least a score; an event has that of its surest report, and stays whole."""
    if table == "events":
        sure = events_with_score(connection, least)
        return (row for row in table_rows(connection, table) if row["id"] in sure)
    if table not in scored_tables():
        raise DragomanError(f"{table} have no score; those that have: {', '.join(scored_tables())}")
    return (row for row in table_rows(connection, table) if row["score"] is not None and row["score"] >= least)


def export_all(connection: Connection, form: str, folder: Path, *, excel_safe: bool = False) -> list[Path]:
    """Write every table into a folder, with `codebook.csv` and `datapackage.json`; return the files.

    The codebook says what each field means, in words; the data package (Frictionless) says the same to programs.

    Args:
        connection: a reading connection of the project: all tables are of one moment.
        form: jsonl, csv or parquet.
        folder: made where it is not there; what else is in it stays.
        excel_safe: as for `export_table`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot make the folder {folder}: {error.strerror or error}; choose another --output") from error
    written = []
    for table in TABLES:
        written.append(folder / f"{table}.{form}")
        with _into(written[-1]) as handle:
            _write(table_rows(connection, table), table, form, handle, excel_safe=excel_safe)
    for name, data in (("codebook.csv", codebook()), ("datapackage.json", data_package(form))):
        written.append(folder / name)
        with _into(written[-1]) as handle:
            handle.write(data)
    return written


@contextmanager
def _into(output: Path) -> Iterator[IO[bytes]]:
    """Give the file to write; it appears whole or not at all."""
    try:
        with whole_file(output) as handle:
            yield handle
    except OSError as error:
        raise StoreError(why_unwritable(output, error)) from error


def _write(rows: Iterable[Row], table: str, form: str, handle: IO[bytes], *, excel_safe: bool) -> None:
    if form == "jsonl":
        for row in rows:
            handle.write(msgspec.json.encode(row) + b"\n")
    elif form == "csv":
        _write_csv(rows, table, handle, excel_safe=excel_safe)
    elif form == "parquet":
        _write_parquet(rows, table, handle)
    else:
        raise DragomanError(f"there is no format {form!r}; the formats are: {', '.join(FORMATS)}")


def _write_csv(rows: Iterable[Row], table: str, handle: IO[bytes], *, excel_safe: bool) -> None:
    """Write RFC 4180 CSV in UTF-8: lists and intervals as JSON, unknown as an empty cell.

    For a spreadsheet with a byte order mark: Excel takes what has none for Windows-1252 and garbles every accent.
    """
    names = column_names(table)
    if excel_safe:
        handle.write(codecs.BOM_UTF8)
    wrapped = io.TextIOWrapper(handle, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(wrapped, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row[name], excel_safe=excel_safe) for name in names])
    wrapped.detach()


def _cell(value: Any, *, excel_safe: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if excel_safe and value.startswith(_FORMULA) else value
    return msgspec.json.encode(value).decode()


def _write_parquet(rows: Iterable[Row], table: str, handle: IO[bytes]) -> None:
    import pyarrow.parquet

    schema = arrow_schema(table)
    with pyarrow.parquet.ParquetWriter(handle, schema, compression="zstd") as writer:
        for batch in _batches(rows):
            writer.write_batch(pyarrow.RecordBatch.from_pylist(batch, schema=schema))


def arrow_table(connection: Connection, table: str) -> pyarrow.Table:
    """Return a table as a `pyarrow.Table`; an empty one has its columns and types too."""
    import pyarrow

    if table not in TABLES:
        raise DragomanError(f"there is no table {table!r}; the tables are: {', '.join(TABLES)}")
    return pyarrow.Table.from_pylist(list(table_rows(connection, table)), schema=arrow_schema(table))


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def arrow_schema(table: str) -> pyarrow.Schema:
    """Return the schema of a table: the same whatever rows it has."""
    import pyarrow

    return pyarrow.schema([(name, _arrow_type(kind)) for name, kind in _columns(table)])


def _columns(table: str) -> Iterator[tuple[str, str]]:
    """Yield the columns of a table with their types."""
    for part in _split(COLUMNS[table], " "):
        name, _, kind = part.partition(":")
        yield name, kind or "text"


def _split(text: str, separator: str) -> list[str]:
    """Split at a separator that stands outside of brackets."""
    parts, depth, start = [], 0, 0
    for position, sign in enumerate(text):
        depth += (sign in "[{") - (sign in "]}")
        if sign == separator and depth == 0:
            parts.append(text[start:position].strip())
            start = position + 1
    return [part for part in [*parts, text[start:].strip()] if part]


def _arrow_type(kind: str) -> Any:
    import pyarrow

    simple = {"text": pyarrow.string(), "int": pyarrow.int64(), "float": pyarrow.float64(), "bool": pyarrow.bool_()}
    if kind in simple:
        return simple[kind]
    inner = kind[1:-1]
    if kind.startswith("["):
        return pyarrow.list_(_arrow_type(inner))
    fields = (part.partition(":") for part in _split(inner, ","))
    return pyarrow.struct([(name.strip(), _arrow_type(of.strip())) for name, _, of in fields])


# ------------------------------------------------------------------------------- what the fields mean

_JSON_TYPES = {"text": "string", "int": "integer", "float": "number", "bool": "boolean", "[": "array", "{": "object"}


def meanings() -> dict[tuple[str, str], str]:
    """Return what each field of each table means, as docs/records.md says it (the wheel carries the page)."""
    page = files("dragoman").joinpath("records.md")
    source = page if page.is_file() else Path(__file__).parents[2] / "docs" / "records.md"
    found: dict[tuple[str, str], str] = {}
    table = ""
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            table = line[3:].strip()
        elif line.startswith("| ") and table in COLUMNS:
            names, _, meaning = line.strip("| ").partition(" | ")
            found |= {(table, name.strip()): meaning.replace("`", "") for name in names.split(",")}
    return found


def codebook() -> bytes:
    """Return the data dictionary as CSV: table, field, type, meaning."""
    words = meanings()
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("table", "field", "type", "meaning"))
    for table in TABLES:
        writer.writerows((table, name, kind, words.get((table, name), "")) for name, kind in _columns(table))
    return text.getvalue().encode()


def data_package(form: str) -> bytes:
    """Return the description of all files as a Frictionless data package, which R, pandas and archives read."""
    words = meanings()
    resources = [
        {
            "name": table.replace("_", "-"), "path": f"{table}.{form}", "format": form, "encoding": "utf-8",
            "schema": {
                "fields": [
                    {"name": name, "type": _JSON_TYPES.get(kind, _JSON_TYPES.get(kind[0], "string")),
                     "description": words.get((table, name), "")}
                    for name, kind in _columns(table)
                ],
                "missingValues": [""],
            },
        }
        for table in TABLES
    ]  # fmt: skip
    package = {"name": "dragoman", "title": "A record of the international system, read from news", "resources": resources}
    return msgspec.json.format(msgspec.json.encode(package), indent=1) + b"\n"
