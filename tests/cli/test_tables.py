"""`dragoman show`, `export` and `check`, as a user or a script meets them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet
import pytest

import dragoman
from cli.conftest import command, run
from dragoman.kit import Kit
from dragoman.show.tables import printable
from dragoman.store.queries import TABLES


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_exported_and_shown(home: Path, table: str) -> None:
    """Each table of the contract comes out as JSON lines, CSV and Parquet with the same rows, and can be shown."""
    paths = {form: home / f"{table}.{form}" for form in ("jsonl", "csv", "parquet")}
    for form, path in paths.items():
        assert run("export", table, "--project", "P", "--format", form, "--output", str(path))[0] == 0
    lines = [json.loads(line) for line in paths["jsonl"].read_text(encoding="utf-8").splitlines()]
    cells = list(csv.DictReader(io.StringIO(paths["csv"].read_text(encoding="utf-8"), newline="")))
    stored = pyarrow.parquet.read_table(paths["parquet"])
    assert len(lines) == len(cells) == stored.num_rows
    if lines:
        assert list(lines[0]) == list(cells[0]) == stored.column_names
    assert lines == stored.to_pylist()
    assert run("show", table, "--project", "P")[0] == 0


def test_an_export_replaces_a_file_whole_or_not_at_all(home: Path) -> None:
    """When a file cannot be written, the old one stays, and no remains are left beside it."""
    folder = home / "out"
    folder.mkdir()
    target = folder / "events.jsonl"
    target.mkdir()  # a folder in the place of the file: the last step fails
    done = command("export", "events", "--project", "P", "--output", str(target))
    assert done.returncode == 1
    assert "cannot write" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["events.jsonl"]


def test_the_name_of_the_file_says_the_format(home: Path) -> None:
    """Without --format a file that ends in .csv or .parquet is one; an explicit --format wins."""
    for name, first in (("a.csv", b"id,"), ("a.parquet", b"PAR1"), ("a.jsonl", b'{"id"'), ("a.txt", b'{"id"')):
        assert run("export", "documents", "--project", "P", "--output", name)[0] == 0
        assert (home / name).read_bytes().startswith(first), name
    assert run("export", "documents", "--project", "P", "--output", "b.csv", "--format", "jsonl")[0] == 0
    assert (home / "b.csv").read_bytes().startswith(b'{"id"')


def test_all_tables_go_into_a_folder_with_a_codebook(home: Path) -> None:
    """`export all` writes each table, what every field means, and a data package; again it gives the same bytes."""
    assert run("export", "all", "--project", "P")[0] == 2
    for folder in ("all1", "all2"):
        assert run("export", "all", "--project", "P", "--format", "csv", "--output", folder)[0] == 0
    files = {path.name: path.read_bytes() for path in (home / "all1").iterdir()}
    assert set(files) == {f"{table}.csv" for table in TABLES} | {"codebook.csv", "datapackage.json"}
    assert files == {path.name: path.read_bytes() for path in (home / "all2").iterdir()}
    book = list(csv.DictReader(io.StringIO(files["codebook.csv"].decode(), newline="")))
    assert all(row["meaning"] for row in book)
    for resource in json.loads(files["datapackage.json"])["resources"]:
        header = files[resource["path"]].decode().split("\r\n")[0].split(",")
        assert header == [field["name"] for field in resource["schema"]["fields"]]
        assert header == [row["field"] for row in book if row["table"] == resource["path"].removesuffix(".csv")]


def test_a_csv_for_spreadsheets_has_a_byte_order_mark(home: Path) -> None:
    """Excel takes UTF-8 without a mark for Windows-1252; other programs get none."""
    assert run("export", "documents", "--project", "P", "--excel-safe", "--output", "safe.csv")[0] == 0
    assert (home / "safe.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert not (home / "a.csv").exists() or (home / "a.csv").read_bytes().startswith(b"id,")


def test_excel_safe_disarms_formulas(home: Path) -> None:
    """Cells that a spreadsheet would run get an apostrophe, only when asked."""
    armed = run("export", "documents", "--project", "P", "--format", "csv")[1]
    safe = run("export", "documents", "--project", "P", "--format", "csv", "--excel-safe")[1]
    assert '"=HYPERLINK' in armed
    assert '"=HYPERLINK' not in safe
    assert "\"'=HYPERLINK" in safe


def test_show_document_marks_the_coded_passages(home: Path) -> None:
    """The text is printed whole with marks for acts and statements, and each mark is explained below."""
    status, shown = run("show", "document", "visit.txt", "--project", "P")
    assert status == 0
    assert "[r1: " in shown
    assert "\n[r1] " in shown


def test_nothing_of_a_text_is_interpreted_by_the_terminal(home: Path) -> None:
    """Escape sequences and changes of direction are left out, markup is shown as it stands."""
    status, shown = run("show", "document", "hostile.txt", "--project", "P")
    assert status == 0
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]Not[/bold]" in shown
    assert printable("a\x1b[2Jb\x07c\u2066d\n") == "abcd\n"


def test_filters_narrow_a_table(home: Path) -> None:
    """--status, --document and --limit leave only the rows asked for."""
    assert "in/void.txt" in run("show", "ledger", "--project", "P", "--status", "rejected")[1]
    assert "in/visit.txt" not in run("show", "ledger", "--project", "P", "--status", "rejected")[1]
    assert "visit.txt" not in run("show", "documents", "--project", "P", "--document", "hostile.txt")[1]
    assert "... more than 1" in run("show", "mentions", "--project", "P", "--limit", "1")[1]


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (("events", "--type", "DANCE"), "--type: none has 'DANCE'; they have CONSULT"),
        (("events", "--state", "france"), "--state: none has 'france'; they have DEU, FRA"),
        (("ledger", "--status", "lost"), "--status: none has 'lost'; they have accepted"),
        (("actors", "--actor", "Nobody"), "--actor: none is of 'Nobody'; `dragoman show actors` lists them"),
        (("mentions", "--document", "absent"), "--document: none is of 'absent'; `dragoman show documents` lists them"),
        (("name_repairs", "--actor", "FRA"), "no name_repairs in this project"),
    ],
)
def test_a_filter_that_nothing_passes_says_what_there_is(home: Path, filters: tuple[str, ...], told: str) -> None:
    """A mistyped code is named, with those that the rows have: "none" would pass for a finding."""
    status, printed = run("show", *filters, "--project", "P")
    assert (status, told in printed) == (0, True), printed


def test_filters_that_each_find_something_are_not_blamed(home: Path) -> None:
    """Where only the two together leave nothing, no word is called unknown."""
    printed = run("show", "mentions", "--project", "P", "--document", "hostile.txt", "--actor", "DEU.foreign-minister")[1]
    shown = run("show", "ledger", "--project", "P", "--status", "rejected", "--document", "visit.txt")[1]
    assert "--" not in shown
    assert "no ledger under these filters" in shown
    assert "--document" not in printed


def test_what_nobody_says_is_null_in_every_export(home: Path, kit: Kit, tmp_path: Path) -> None:
    """Horizon and hedge of a position, mode of a report and event, who speaks: unknown is null, never an empty text."""
    text = "If the talks fail, Moscow will close the border, Sergei Lavrov said. France met Germany in Berlin.\n"
    (tmp_path / "if.txt").write_text(text, encoding="utf-8")
    with dragoman.open_project(tmp_path / "P", kit) as project:
        project.read([tmp_path / "if.txt"], workers=1, language="en")
        positions, reports, events = project.rows("positions"), project.rows("reports"), project.rows("events")
        assert project.table("positions")["hedge"].null_count == len(positions) > 0
    assert {(row["horizon"], row["hedge"]) for row in positions} == {(None, None)}
    consult = [row["mode"] for row in [*reports, *events] if row["type"] == "CONSULT"]
    assert consult
    assert "" not in consult


@pytest.mark.parametrize("table", ["mentions", "events", "stories", "statements"])
def test_a_table_is_narrowed_to_a_document_by_the_end_of_its_path(home: Path, table: str) -> None:
    """--document takes a path where the table itself only has ids, or reports that stand in the document."""
    assert f"no {table} " not in run("show", table, "--project", "P", "--document", "visit.txt")[1]
    assert f"no {table} " in run("show", table, "--project", "P", "--document", "absent.txt")[1]


def test_positions_are_shown_in_their_words(kit: Kit, tmp_path: Path) -> None:
    """`show positions` prints what is foretold, not where it stands."""
    (tmp_path / "a.txt").write_text("If the talks fail, Turkey will close the strait, the minister said.\n", encoding="utf-8")
    with dragoman.open_project(tmp_path / "P", kit) as project:
        project.read([tmp_path / "a.txt"], workers=1)
    assert "Turkey will close the strait" in run("show", "positions", "--project", str(tmp_path / "P"))[1]


def test_ids_stay_whole_on_a_narrow_screen(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has to be copied is not broken over lines."""
    monkeypatch.setattr("dragoman.show.tables._WIDTH", 70)
    identifier = json.loads(run("export", "events", "--project", "P")[1].splitlines()[0])["id"]
    assert identifier in run("show", "events", "--project", "P")[1]


def test_check_reports_what_it_looked_at(home: Path) -> None:
    """A sound project: exit status 0, no faults, the number of rows by table."""
    status, printed = run("check", "--project", "P", "--json")
    result = json.loads(printed)
    assert (status, result["faults"]) == (0, [])
    assert result["checked"]["documents"] == 2


def test_only_the_surest_rows_are_exported(home: Path) -> None:
    """--min-score leaves reports and events at or above it; tables without a score, and all together, are refused."""
    rows = [json.loads(line) for line in run("export", "reports", "--project", "P")[1].splitlines()]
    best = max(row["score"] for row in rows)
    for table, wanted in (
        ("reports", {row["id"] for row in rows if row["score"] >= best}),
        ("events", {row["event"] for row in rows if row["score"] >= best}),
    ):
        kept = run("export", table, "--project", "P", "--min-score", str(best))[1].splitlines()
        assert {json.loads(line)["id"] for line in kept} == wanted != set()
    assert run("export", "events", "--project", "P", "--min-score", "1")[1] == ""
    refused = command("export", "documents", "--project", "P", "--min-score", "0.5")
    assert (refused.returncode, "documents have no score" in refused.stderr) == (2, True)
    assert run("export", "all", "--project", "P", "--output", "sure", "--min-score", "0.5")[0] == 2
    assert run("export", "events", "--project", "P", "--min-score", "80")[0] == 2
