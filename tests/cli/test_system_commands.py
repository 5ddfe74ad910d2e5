"""`dragoman system dyads`: from a project or a file, as text or JSON, with its warning and what was left out."""

from __future__ import annotations

import gzip
import json
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import dragoman
from dragoman.cli.app import app, main
from dragoman.cli.system_export import OF_EVENTS, OF_SERIES
from dragoman.kit import Kit
from dragoman.system.formats.icews import COLUMNS

TEXT = "The French foreign minister met his German counterpart in Berlin on 5 October 2021."


def line(number: int, source: str, target: str, code: str, day: str = "2019-05-06") -> str:
    """Return an ICEWS row of our own making."""
    cells = {
        "Event ID": str(number), "Event Date": day, "Source Name": source, "Source Country": source, "Target Name": target,
        "Target Country": target, "CAMEO Code": code, "Intensity": "1.0", "Story ID": str(number),
        "Publisher": f"P{number % 2}",
    }  # fmt: skip
    return "\t".join(cells.get(name, "") for name in COLUMNS)


@pytest.fixture(scope="module")
def home(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder with a project and a file of events; it is the current folder."""
    home = tmp_path_factory.mktemp("system")
    (home / "visit.txt").write_text(TEXT, encoding="utf-8")
    rows = [line(1, "France", "Italy", "040"), line(2, "France", "Italy", "112"), line(3, "Italy", "France", "057", "6/7/2019"),
            line(4, "France", "Spain", "190", "never")]  # fmt: skip
    (home / "events.tab").write_text("\n".join(["\t".join(COLUMNS), *rows, ""]), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, dragoman.open_project(home / "P", kit) as project:
        patch.chdir(home)
        project.read(["visit.txt"], workers=1, language="en", outlet="Gazette")
        yield home


def run(*arguments: str) -> tuple[int, str, str]:
    """Run a command; return its exit status, standard output and standard error."""
    result = CliRunner().invoke(app, ["system", *arguments])
    return result.exit_code, result.stdout, result.stderr


def found(*arguments: str) -> dict[str, Any]:
    """Return the one JSON object that a command prints."""
    status, text, _ = run(*arguments, "--json")
    assert status == 0
    answer: dict[str, Any] = json.loads(text)
    return answer


def test_dyads_of_a_project_list_their_events(home: Path) -> None:
    """Every point names its events, which the project has; the warning is there."""
    answer = found("dyads", "--project", "P")
    assert "do not compare" in answer["warning"]
    (there, back) = answer["series"]
    assert (there["source"], there["target"], there["period"], there["events"]) == ("DEU", "FRA", "2021-10", 1)
    assert there["event_ids"] == back["event_ids"]
    with dragoman.open_project("P") as project:
        assert set(there["event_ids"]) <= {row["id"] for row in project.rows("events")}


def test_dyads_of_a_file_tell_its_faults(home: Path) -> None:
    """The format is recognised; faults go to standard error and into the JSON; rows left out are told."""
    status, text, errors = run("dyads", "--events", "events.tab", "--period", "year", "--undirected")
    assert status == 0
    assert "FRA - ITA" in text
    assert "do not compare" in text.replace("\n", " ")
    assert "not counted: 1 rows: no date" in text
    assert "Event Date is no date" in errors
    answer = found("dyads", "--events", "events.tab", "--format", "icews", "--period", "year", "--undirected", "--no-ids")
    assert [fault["count"] for fault in answer["faults"]] == [1, 1]
    assert [point["events"] for point in answer["series"]] == [3]
    assert "event_ids" not in answer["series"][0]


def test_pairs_splits_and_statuses(home: Path) -> None:
    """Only a pair; a series for each outlet; all statuses."""
    options = ("--events", "events.tab", "--period", "all", "--pair", "FRA:ITA", "--split", "outlet", "--status", "all")
    assert [(point["outlet"], point["events"]) for point in found("dyads", *options)["series"]] == [("P0", 1), ("P1", 1)]


@pytest.mark.parametrize(
    "arguments",
    [
        ("dyads",),
        ("dyads", "--project", "P", "--events", "events.tab"),
        ("dyads", "--events", "nothing-here"),
        ("dyads", "--events", "events.tab", "--format", "telegrams"),
        ("dyads", "--events", "events.tab", "--period", "century"),
        ("dyads", "--events", "events.tab", "--split", "weather"),
        ("dyads", "--events", "events.tab", "--pair", "FRA"),
        ("dyads", "--events", "events.tab", "--pair", "FRA:QQQ"),
        ("dyads", "--project", "P", "--pair", "FRA:QQQ"),
        ("breaks", "--events", "events.tab", "--pair", "FRA:QQQ"),
        ("sensitivity", "--events", "events.tab", "--pair", "FRA:QQQ"),
        ("position", "--events", "events.tab", "--state", "QQQ"),
        ("position", "--events", "events.tab", "--state", "FRA", "--pole", "QQQ"),
        ("export", "dyads", "--events", "events.tab", "--output", "x", "--pair", "FRA:QQQ"),
        ("dyads", "--events", "events.tab", "--status", "dreamt"),
        ("breaks", "--events", "events.tab"),
        ("breaks", "--events", "events.tab", "--pair", "FRA:ITA", "--period", "all"),
        ("breaks", "--events", "events.tab", "--pair", "FRA:ITA", "--measure", "mood"),
        ("polarity",),
        ("export", "poem", "--events", "events.tab", "--output", "x"),
        ("export", "adjacency", "--events", "events.tab", "--output", "x", "--measure", "mood"),
    ],
)
def test_wrong_usage_exits_2(home: Path, arguments: tuple[str, ...]) -> None:
    """A wrong option is wrong usage, named as such."""
    assert run(*arguments)[0] == 2


def test_only_the_surest_reports_count(home: Path) -> None:
    """--min-score leaves out what was read with less, in every answer, and the JSON says so; files without scores refuse it."""
    (score,) = {score for row in dragoman.open_project("P").events_table()["scores"].to_pylist() for score in row}
    for least, points in ((score, 2), (1.0, 0)):
        answer = found("dyads", "--project", "P", "--min-score", str(least))
        assert (answer["min_score"], len(answer["series"])) == (least, points)
        assert len(found("ties", "--project", "P", "--min-score", str(least))["ties"]) == (points > 0)
    assert found("dyads", "--project", "P")["min_score"] is None
    told = run("blocs", "--project", "P", "--min-score", "1")[2]
    assert "P: 1 of 1 reports were read with less than 1 and do not count" in told
    status, _, errors = run("agreement", "--events", "events.tab", "--min-score", "0.5")
    assert (status, "have no scores" in errors) == (2, True)


def test_a_known_state_of_which_nothing_is_reported_is_no_mistake(home: Path) -> None:
    """Nauru is a state: that nothing is counted is an answer, without warnings of arithmetic on nothing."""
    assert found("dyads", "--project", "P", "--pair", "FRA:NRU")["series"] == []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert found("breaks", "--project", "P", "--pair", "FRA:NRU")["breaks"] == []


def test_a_folder_that_is_no_project_is_told_how_to_become_one(home: Path) -> None:
    """The commands of the system say the same as all others."""
    done = CliRunner().invoke(app, ["system", "dyads", "--project", "nowhere"])
    assert "dragoman read PATH --project nowhere" in str(done.exception)


def test_breaks_of_a_pair_and_of_a_series(home: Path) -> None:
    """All settings stand side by side; a weekly file is read by month."""
    answer = found("breaks", "--events", "events.tab", "--pair", "FRA:ITA", "--measure", "events")
    assert (answer["labels"], len(answer["settings"])) == (["2019-05", "2019-06"], 9)
    values = "\n".join(["week_value", *(["1", "2"] * 60), *(["40", "41"] * 60)]) + "\n"
    (home / "weeks.csv").write_text(values, encoding="utf-8")
    answer = found("breaks", "--series", "weeks.csv", "--start", "2000-01-03", "--penalty", "4")
    assert [setting["labels"] for setting in answer["settings"]] == [["2002-04"], ["2002-05"], ["2002-05"]]
    assert "95 % interval" in run("breaks", "--series", "weeks.csv")[1]


def test_sensitivity_says_what_one_outlet_does(home: Path) -> None:
    """Without each outlet and story, in each voice; the sources in words."""
    answer = found("sensitivity", "--pair", "FRA:ITA", "--events", "events.tab")
    assert answer["sources"]["words"] == "2 to 3 independent sources"
    assert [left["name"] for left in answer["without"]["outlet"]["without"]] == ["P1", "P0"]
    assert "without outlet" in run("sensitivity", "--pair", "FRA:ITA", "--events", "events.tab")[1]


def test_position_beside_votes_and_alliances(home: Path) -> None:
    """Ties to the poles from the record, the ideal points of the last session, kappa before S."""
    (home / "points.csv").write_text(
        "iso3c,session,IdealPoint,Q5%,Q95%\nFRA,73,1.4,1.3,1.5\nFRA,74,1.5,1.4,1.6\nITA,74,1.2,1.1,1.3\nBRA,74,0,-1,1\n",
        encoding="utf-8",
    )
    (home / "pacts.csv").write_text("a,b,level,year\nFrance,Italy,3,2010\nFrance,Spain,1,2010\nFrance,Italy,0,1930\n", "utf-8")
    options = ("--state", "fra", "--pole", "ITA", "--pole", "ESP", "--events", "events.tab", "--ideal-points", "points.csv",
               "--alliances", "pacts.csv")  # fmt: skip
    answer = found("position", *options)
    assert {tie["pole"]: tie["events"] for tie in answer["ties"]} == {"ITA": 3, "ESP": 1}
    assert sum(answer["places"][0]["shares"].values()) == pytest.approx(1)
    assert [point["state"] for point in answer["ideal_points"]] == ["FRA", "ITA"]
    assert set(answer["alliances"]) == {"ITA", "ESP"}
    text = run("position", *options)[1]
    assert "one source" in text
    assert "only for comparison" in text


def test_polarity_shows_indices_side_by_side(home: Path) -> None:
    """CON and the effective number for capabilities, activity and blocs; claims apart."""
    (home / "nmc.csv").write_text("ccode,year,cinc\n2.0,2010,0.3\n220.0,2010,0.1\n325.0,2010,0.5\n20.0,2010,-9\n", "utf-8")
    answer = found("polarity", "--capabilities", "nmc.csv", "--project", "P")
    (powers, *others) = answer["indices"]
    assert (powers["states"], powers["effective_number"], powers["shares"][0][0]) == (2, pytest.approx(1.6), "USA")
    assert others[0]["of"] == "events in which a state acts"
    assert answer["claims"] == []
    everybody = found("polarity", "--capabilities", "nmc.csv", "--all-states", "--year", "2010")["indices"][0]
    assert everybody["states"] == 3
    assert "depends on the index" in run("polarity", "--capabilities", "nmc.csv")[1]


@pytest.mark.parametrize(
    "what", [*OF_SERIES, *OF_EVENTS]
)
def test_every_export_writes_its_file(home: Path, what: str) -> None:
    """A file that is not empty, and a line that says so."""
    status, _, errors = run("export", what, "--events", "events.tab", "--output", f"out.{what}")
    assert status == 0
    assert Path(f"out.{what}").stat().st_size > 0
    assert f"out.{what}" in errors


def test_a_file_in_its_own_format_comes_back_as_it_was(home: Path) -> None:
    """ICEWS out of ICEWS is byte for byte the same; the event table can be read again."""
    assert run("export", "icews", "--events", "events.tab", "--output", "again.tab")[0] == 0
    assert Path("again.tab").read_bytes() == Path("events.tab").read_bytes()
    assert run("export", "events", "--events", "events.tab", "--output", "events.parquet")[0] == 0
    one, other = (found("dyads", "--events", name, "--period", "year")["series"] for name in ("events.tab", "events.parquet"))
    assert one == other


def test_an_outlet_can_be_left_out_of_every_answer(home: Path) -> None:
    """With --without its reports are gone; --ranges tells what each point would be without each outlet."""
    options = ("dyads", "--events", "events.tab", "--period", "all", "--undirected")
    assert [point["events"] for point in found(*options, "--without", "outlet=P1")["series"]] == [1, 1]
    (spain, italy) = found(*options, "--ranges", "outlet")["series"]
    assert spain["range"]["rests_on"] == "P0"
    assert italy["range"]["rests_on"] is None
    assert italy["range"]["lowest"] <= italy["log_ratio"] <= italy["range"]["highest"]
    text = run(*options, "--ranges", "outlet")[1]
    assert "rests on P0 alone" in text
    for wrong in ("outlet=Nobody", "weather=rain", "outlet"):
        assert run(*options, "--without", wrong)[0] == 2
    assert run(*options, "--ranges", "weather")[0] == 2


def test_a_cut_archive_exits_3(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Part of the input is lost: that is no success and no failure of the program."""
    packed = gzip.compress((home / "events.tab").read_bytes() * 20)
    (home / "cut.gz").write_bytes(packed[: len(packed) // 2])
    monkeypatch.setattr("sys.argv", ["dragoman", "system", "dyads", "--events", "cut.gz"])
    with pytest.raises(SystemExit) as leaving:
        main()
    assert leaving.value.code == 3
    assert "damaged" in capsys.readouterr().err


def test_outlets_are_compared_with_a_yardstick(home: Path) -> None:
    """The correlation of two outlets, or that there is nothing to compare."""
    answer = found("agreement", "--events", "events.tab", "--period", "month")
    assert (answer["yardstick"], [(entry["first"], entry["second"]) for entry in answer["agreement"]]) == (0.45, [("P0", "P1")])
    assert "0.45" in run("agreement", "--events", "events.tab")[1]
    assert run("agreement", "--events", "events.tab", "--period", "all")[0] == 2
    assert "fewer than two outlets" in run("agreement", "--project", "P")[1]
