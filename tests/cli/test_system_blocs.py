"""The commands of ties, blocs, landscapes, what-if and forecasts, run as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli import system_blocs
from dragoman.cli.app import app
from dragoman.kit import Kit
from dragoman.project import open_project

TEXT = """Ankara seeks a way out

Turkey and Greece signed an agreement on fishing in Athens on Monday. The Turkish president met the Greek prime minister.

Italy condemned Turkey. Italy imposed sanctions on Turkey and expelled the Turkish ambassador. Italy and Greece held talks.

The agreement is likely to fail, the analyst Clara Weiss said on Monday.
"""
TIES = "a,b,sign,window\nFRA,USA,1,one\nFRA,RUS,-1,one\nUSA,RUS,-1,one\nFRA,USA,-1,two\n"
SCENARIO = 'name = "Rapprochement"\n[[change]]\ndo = "together"\na = "FRA"\nb = "RUS"\n'


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, kit: Kit) -> Path:
    """Return a project with one short document."""
    home = tmp_path_factory.mktemp("blocs")
    (home / "page.txt").write_text(TEXT, encoding="utf-8")
    with open_project(home / "p", kit) as opened:
        opened.read([home / "page.txt"], workers=1, outlet="The Courier", published="2021-05-04")
    return home / "p"


@pytest.fixture
def ties(tmp_path: Path) -> Path:
    """Return a file of ties in two windows."""
    path = tmp_path / "ties.csv"
    path.write_text(TIES, encoding="utf-8")
    return path


def run(*arguments: object, status: int = 0) -> str:
    """Run a command and return what it prints."""
    done = CliRunner().invoke(app, ["system", *map(str, arguments)])
    assert done.exit_code == status, done.output
    return done.output


def data(*arguments: object) -> dict[str, Any]:
    """Run a command with --json and return what it prints."""
    found: dict[str, Any] = json.loads(run(*arguments, "--json"))
    return found


def test_a_pair_is_shown_down_to_its_words(project: Path) -> None:
    """The tie, its events, their sentences with offsets, and what is left without each source."""
    found = data("ties", "--project", project, "--pair", "ITA:TUR")
    assert found["tie"]["sign"] == -1
    for event in found["events"]:
        for report in event["reports"]:
            start, end = report["span"]
            assert TEXT[start:end] == report["quote"]
            assert TEXT[slice(*report["trigger"])] == report["word"]
    assert [row["tie"] for row in found["without"]] == [None, None]  # the only outlet, the only story
    assert "one source" in run("ties", "--project", project, "--pair", "ITA:TUR")


def test_a_pair_that_nobody_reports_is_unknown(project: Path) -> None:
    """No tie is not a neutral tie, and is said so."""
    assert "unknown, not neutral" in run("ties", "--project", project, "--pair", "JPN:BRA")


def test_blocs_of_a_project_with_draws_sources_and_pictures(project: Path, tmp_path: Path) -> None:
    """One command gives both divisions, costs, draws, what each outlet carries, and two pictures."""
    found = data("blocs", "--project", project, "--of", "TUR", "--draws", 5, "--leave-out", "outlet",
                 "--chart", tmp_path / "a.svg", "--matrix", tmp_path / "b.png")  # fmt: skip
    assert found["two"]["proven"]
    assert {row["other"] for row in found["margins"]} == {name for bloc in found["two_blocs"] for name in bloc} - {"TUR"}
    assert found["draws"]["draws"] == 5
    assert [row["name"] for row in found["without"]] == ["The Courier"]
    assert (tmp_path / "a.svg").stat().st_size > 1000
    assert (tmp_path / "b.png").stat().st_size > 1000


def test_blocs_of_a_file_of_ties(ties: Path) -> None:
    """A window of the file is divided; without naming one the file is refused, as are draws of stories that it has not."""
    found = data("blocs", "--ties", ties, "--window", "one")
    assert (found["two"]["value"], found["two_blocs"]) == (0, [["FRA", "USA"], ["RUS"]])
    assert "several windows" in CliRunner().invoke(app, ["system", "blocs", "--ties", str(ties)]).exception.args[0]  # type: ignore[union-attr]
    run("blocs", "--ties", ties, "--window", "one", "--draws", 3, status=2)
    run("blocs", "--ties", ties, "--window", "one", "--of", "DEU", status=2)


def test_a_file_of_ties_is_narrowed_to_states_and_to_nothing_else(ties: Path) -> None:
    """States choose among bare ties; what only events can have (a day, a status, a voice) is refused, not passed over."""
    window = ("--ties", ties, "--window", "one")
    assert data("blocs", *window)["actors"] == 3
    found = data("blocs", *window, "--states", "fra,USA")
    assert (found["actors"], found["two_blocs"]) == (2, [["FRA", "USA"]])
    for wrong in (("--from", "2020-01-01"), ("--status", "all"), ("--voice", "expert"), ("--states", "QQQ")):
        run("blocs", *window, *wrong, status=2)


def test_what_if_compares_scenarios(ties: Path, tmp_path: Path) -> None:
    """Two scenarios side by side: cost, movers, the line to cite; a misspelt state is wrong usage."""
    first, second = tmp_path / "a.toml", tmp_path / "b.json"
    first.write_text(SCENARIO, encoding="utf-8")
    second.write_text(json.dumps({"change": [{"do": "flip", "a": "FRA", "b": "RUS"}]}), encoding="utf-8")
    found = data("whatif", first, second, "--ties", ties, "--window", "one")
    assert [answer["scenario"] for answer in found["answers"]] == ["Rapprochement", "b"]
    assert [answer["cost"] for answer in found["answers"]] == [2, 1]
    assert "probability" in found["caveat"]
    shown = run("whatif", first, second, "--ties", ties, "--window", "one")
    assert all(answer["cite"] in " ".join(shown.split()) for answer in found["answers"])
    second.write_text(json.dumps({"change": [{"do": "flip", "a": "FRA", "b": "DEU"}]}), encoding="utf-8")
    run("whatif", second, "--ties", ties, "--window", "one", status=2)


def test_what_if_without_an_outlet(project: Path, tmp_path: Path) -> None:
    """Without its only outlet a record has no ties left, and nobody moves."""
    path = tmp_path / "s.toml"
    path.write_text('[[change]]\ndo = "remove-outlet"\noutlet = "The Courier"\n', encoding="utf-8")
    (answer,) = data("whatif", path, "--project", project)["answers"]
    assert answer["blocs_after"] == []


def test_landscapes_of_files_and_of_the_record(project: Path, tmp_path: Path) -> None:
    """Sizes and propensities from files give their minima and the what-if on them; the record gives its own."""
    sizes, pairs, asked = tmp_path / "sizes.csv", tmp_path / "pairs.csv", tmp_path / "s.toml"
    sizes.write_text("actor,size\na,3\nb,3\nc,1\n", encoding="utf-8")
    pairs.write_text("a,b,value\na,b,-1\na,c,1\nb,c,0.5\n", encoding="utf-8")
    asked.write_text('model = "landscape"\n[[change]]\ndo = "size"\nactor = "b"\nvalue = 9\n', encoding="utf-8")
    found = data("landscape", "--sizes", sizes, "--propensities", pairs)
    assert found["minima"][0]["side"] == ["a", "c"]
    (answer,) = data("whatif", asked, "--sizes", sizes, "--propensities", pairs)["answers"]
    assert [mover["actor"] for mover in answer["movers"]] == ["c"]
    record = data("landscape", "--project", project, "--sizes", "events")
    assert record["sizes"]["TUR"] >= 3
    run("landscape", "--propensities", pairs, status=2)


def test_a_forecast_is_resolved_and_scored(project: Path) -> None:
    """From the ledger to the score of its speaker, and back by undoing the judgement."""
    (row,) = [row for row in data("forecasts", "--project", project)["forecasts"] if row["hedge"] == "likely"]
    assert TEXT[slice(*row["outcome_span"])] == row["outcome"]
    made = data("resolve", row["id"], "happened", "--project", project, "--user", "me", "--note", "it did")
    after = data("forecasts", "--project", project, "--state", "happened", "--speaker", "weiss")
    assert [one["id"] for one in after["forecasts"]] == [row["id"]]
    assert after["scores"][0]["brier"] == pytest.approx((1 - row["estimate"]["probability"]) ** 2)
    assert "only 1 scored" in run("forecasts", "--project", project)
    undone = CliRunner().invoke(app, ["judge", "undo", str(made["number"]), "--project", str(project), "--user", "me"])
    assert undone.exit_code == 0
    assert data("forecasts", "--project", project, "--state", "happened")["forecasts"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("ties", "--voice", "poet"), ("ties", "--from", "May"), ("blocs", "--weight", "heavy"),
        ("blocs", "--leave-out", "page"), ("ties", "--pair", "FRA:QQQ"),
        ("ties", "--states", "ITA,QQQ"), ("blocs", "--states", "ITA,QQQ"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told(project: Path, arguments: tuple[str, ...]) -> None:
    """An option with a value that it cannot take is wrong usage, not a failure."""
    run(*arguments, "--project", project, status=2)


def test_several_scenarios_read_the_events_once(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is answered from the same events, as if it were asked alone."""
    paths = [tmp_path / "one.toml", tmp_path / "two.toml"]
    for path in paths:
        path.write_text(SCENARIO.replace("FRA", "ITA").replace("RUS", "TUR"), encoding="utf-8")
    read: list[Path] = []
    loaded = system_blocs.load_input
    monkeypatch.setattr(system_blocs, "load_input", lambda *given, **more: (read.append(given[0]), loaded(*given, **more))[1])
    both = data("whatif", *paths, "--project", project)["answers"]
    assert len(read) == 1
    (alone,) = data("whatif", paths[0], "--project", project)["answers"]
    assert [answer["cost"] for answer in both] == [alone["cost"]] * 2
