"""The commands, as a user or a script meets them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet
import pytest
from typer.testing import CliRunner

import dragoman
from dragoman.cli.app import app
from dragoman.errors import InputError
from dragoman.evaluate.harness import score_kind
from dragoman.kit import Kit
from dragoman.show.tables import printable
from dragoman.store.queries import TABLES

TEXT = (
    "France and Germany sign accord\n\nThe French foreign minister met his German counterpart in Berlin on 5 October 2021. "
    '"We will not accept any pressure," the German minister said.\n'
)


@pytest.fixture(scope="module")
def home(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder with a project `P` of one text, one hostile text and one empty file; it is the current folder."""
    home = tmp_path_factory.mktemp("cli")
    (home / "in").mkdir()
    (home / "in" / "visit.txt").write_text(TEXT, encoding="utf-8")
    hostile = '=HYPERLINK("x")\n\nFrance met \x1b[31mGermany\x1b[0m \u202ein Paris. [bold]Not[/bold] "}{ markup.\n'
    (home / "in" / "hostile.txt").write_text(hostile, encoding="utf-8")
    (home / "in" / "void.txt").write_text("", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, dragoman.open_project(home / "P", kit) as project:
        patch.chdir(home)
        project.read(["in"], workers=1, language="en")
        yield home


def run(*arguments: str) -> tuple[int, str]:
    """Run a command in this process; return its exit status and standard output."""
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run([sys.executable, "-m", "dragoman", *arguments], capture_output=True, text=True, check=False)


def test_read_prints_one_json_object_and_nothing_else(home: Path) -> None:
    """With --json standard output holds one object; inputs add up; nothing is drawn where there is no terminal."""
    done = command("read", "in", "--project", "P", "--json")
    assert done.returncode == 0
    summary = json.loads(done.stdout)
    assert summary["accepted"] + summary["duplicate"] + summary["rejected"] == summary["inputs"] == 3
    assert done.stderr == ""


def test_damaged_input_gives_exit_status_3(home: Path) -> None:
    """An archive that is cut loses part of the input: the exit status says so."""
    (home / "cut.txt.gz").write_bytes(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcbH\xcd")
    done = command("read", "cut.txt.gz", "--project", "P2")
    assert done.returncode == 3
    assert "rejected: cut.txt.gz: damaged" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "in"],
        ["read", "in", "--project", "P3", "--published", "last week"],
        ["read", "in", "--project", "P3", "--workers", "-1"],
        ["export", "nonsense", "--project", "P"],
        ["export", "events", "--project", "P", "--format", "xml"],
        ["show", "document", "--project", "P"],
        ["show", "events", "x", "--project", "P"],
        ["show", "statements", "--state", "FRA", "--project", "P"],
        ["show", "ledger", "--actor", "FRA", "--project", "P"],
        ["eval", "nonsense", "in"],
        ["eval", "events", "missing.jsonl"],
        ["nonsense"],
    ],
)
def test_wrong_usage_gives_exit_status_2(home: Path, arguments: list[str]) -> None:
    """What cannot be meant is refused before anything is done."""
    assert run(*arguments)[0] == 2
    assert not (home / "P3").exists()


def test_a_missing_project_gives_exit_status_1_and_advice(home: Path) -> None:
    """A failure is one line on standard error that says what to do."""
    done = command("export", "events", "--project", "nowhere")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("dragoman: nowhere is no project")
    assert "Traceback" not in done.stderr


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


def test_paths_come_from_a_list_too(home: Path) -> None:
    """--files-from reads one path a line, or NULs between them, from a file or standard input; no list is wrong usage."""
    (home / "list.txt").write_text("in/visit.txt\r\nin/absent.txt\n\n", encoding="utf-8")
    done = command("read", "--files-from", "list.txt", "--project", "PL", "--json")
    assert {name: json.loads(done.stdout)[name] for name in ("inputs", "accepted", "rejected")} == {
        "inputs": 2, "accepted": 1, "rejected": 1,
    }  # fmt: skip
    line = f"printf 'in/visit.txt\\0in/void.txt\\0' | {sys.executable} -m dragoman read --files-from - --project PL --json"
    piped = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (json.loads(piped.stdout)["duplicate"], json.loads(piped.stdout)["rejected"]) == (1, 1)
    missing = command("read", "--files-from", "no-list.txt", "--project", "PM")
    assert (missing.returncode, "one path a line" in missing.stderr) == (2, True)
    assert not (home / "PM").exists()


def test_a_run_that_is_stopped_says_how_to_go_on(home: Path, kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C: exit status 130 and one line; until the run is completed, `show` and `export` say that it is not."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("dragoman.pipeline.merge_stored", stop)
        stopped = CliRunner().invoke(app, ["read", "in/visit.txt", "--project", "PK"])
    assert (stopped.exit_code, "the same command goes on" in stopped.stderr) == (130, True)
    for arguments in (["show", "events"], ["export", "events"]):
        told = CliRunner().invoke(app, [*arguments, "--project", "PK"])
        assert (told.exit_code, "cut off" in told.stderr) == (0, True)
    assert run("read", "in/visit.txt", "--project", "PK", "--workers", "1")[0] == 0
    assert "cut off" not in CliRunner().invoke(app, ["show", "events", "--project", "PK"]).stderr


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


@pytest.mark.parametrize("gold", ['{"foo": 1}\n', "[1]\n", "no JSON\n"])
@pytest.mark.parametrize("kind", ["relations", "who-whom", "statements", "factuality", "stories", "dates", "ties", "grouping"])
def test_gold_of_another_kind_is_refused_in_words(kind: str, gold: str, kit: Kit, tmp_path: Path) -> None:
    """A gold file without the fields that a scorer needs is the user's to correct: its place is named."""
    file = tmp_path / "gold.jsonl"
    file.write_text(gold, encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl"):
        score_kind(kind, file, kit)


def test_errors_that_cannot_be_written_are_told(home: Path) -> None:
    """Figures are printed all the same, and the failure is one line."""
    (home / "empty.jsonl").write_text("", encoding="utf-8")
    done = command("eval", "factuality", "empty.jsonl", "--errors", "nowhere/errors.jsonl")
    assert done.returncode == 1
    assert done.stderr.startswith("dragoman: cannot write nowhere/errors.jsonl")


@pytest.mark.parametrize(("option", "value"), [("--language", "xx"), ("--language", "French"), ("--published", "soon")])
def test_what_is_declared_must_mean_something(home: Path, option: str, value: str) -> None:
    """A language or date that is none is refused as wrong usage, before anything is read."""
    done = command("read", "in", "--project", "R", option, value)
    assert (done.returncode, value in done.stderr, option in done.stderr) == (2, True, True)
    assert not (home / "R").exists()


def test_ids_stay_whole_on_a_narrow_screen(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has to be copied is not broken over lines."""
    monkeypatch.setattr("dragoman.show.tables._WIDTH", 70)
    identifier = json.loads(run("export", "events", "--project", "P")[1].splitlines()[0])["id"]
    assert identifier in run("show", "events", "--project", "P")[1]


def test_a_run_that_finds_nothing_says_so(home: Path) -> None:
    """An empty folder and a hyphen for standard input are answered with what to do."""
    (home / "void").mkdir()
    assert "found nothing to read" in run("read", "void", "--project", "Q")[1]
    assert "standard input is not read" in run("read", "-", "--project", "Q")[1]


def test_check_reports_what_it_looked_at(home: Path) -> None:
    """A sound project: exit status 0, no faults, the number of rows by table."""
    status, printed = run("check", "--project", "P", "--json")
    result = json.loads(printed)
    assert (status, result["faults"]) == (0, [])
    assert result["checked"]["documents"] == 2


def test_knowledge_answers_for_a_date(home: Path) -> None:
    """`knowledge show` tells what the tables know of a state."""
    assert "France" in run("knowledge", "show", "FRA")[1]
    done = command("knowledge", "show", "NOBODY-AT-ALL")
    assert (done.returncode, "add a row" in done.stderr) == (1, True)


def test_knowledge_names_actors_near_a_wrong_id(home: Path) -> None:
    """A surname is no id, and the ids that it is part of are listed."""
    assert "emmanuel-macron" in command("knowledge", "show", "macron").stderr


@pytest.mark.parametrize("arguments", ["export mentions --project P", "show mentions --project P", "knowledge show FRA"])
def test_a_closed_pipe_is_no_failure(home: Path, arguments: str) -> None:
    """`dragoman export ... | head` ends quietly, and so do the others."""
    line = f"{sys.executable} -m dragoman {arguments} | head -c 10 >/dev/null; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
