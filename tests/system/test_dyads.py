"""Series of dyads: distinct events, four classes, intervals, splits; what is not counted is told."""

from __future__ import annotations

import csv
import datetime
import gzip
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.event_files import open_events
from dragoman.kit import Kit
from dragoman.system.dyads import WARNING, dyad_series, log_ratio
from dragoman.system.event_table import event_table, join_events
from dragoman.system.sensitivity import sources_of

DAY = datetime.date(2021, 3, 4)


def row(event: str, source: str = "FRA", target: str = "RUS", quad: int = 1, **more: Any) -> dict[str, Any]:
    """Return a row of our own making."""
    return {"event": event, "source": source, "target": target, "quad": quad, "day": DAY, "intensity": 2.0, **more}


def series(rows: list[dict[str, Any]], **options: Any) -> list[dict[str, Any]]:
    """Return the points of a series as rows."""
    found: list[dict[str, Any]] = dyad_series(event_table(rows), **options).table.to_pylist()
    return found


def test_the_log_ratio_is_as_published() -> None:
    """L = ln((pos + .5) / (neg + .5)), se = sqrt(1/(pos + .5) + 1/(neg + .5))."""
    value, error = log_ratio(np.array([9.5]), np.array([1.5]))
    assert value[0] == pytest.approx(math.log(5))
    assert error[0] == pytest.approx(math.sqrt(0.1 + 0.5))


def test_copies_of_a_report_change_nothing_but_their_number() -> None:
    """An event counts once however many reports it has."""
    (once,) = series([row("e1", reports=["r1"], stories=["s"])])
    (often,) = series([row("e1", reports=["r1", "r2", "r3"], stories=["s"] * 3)])
    assert (once["reports"], often["reports"]) == (1, 3)
    assert {name: value for name, value in once.items() if name != "reports"} == {
        name: value for name, value in often.items() if name != "reports"
    }


def test_four_classes_are_counted_apart() -> None:
    """Each event falls into its class; there is no net sum among the measures that are charted."""
    (point,) = series([row(f"e{quad}", quad=quad) for quad in (1, 2, 2, 3, 4)] + [row("x", quad=4)])
    counts = [point[name] for name in ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")]
    assert counts == [1, 1, 1, 2]
    assert point["events"] == 5
    assert point["log_ratio"] == pytest.approx(math.log(2.5 / 3.5))


def test_directed_and_undirected() -> None:
    """Directed, both directions have their own points; undirected, a mutual event counts once."""
    rows = [row("e1", mutual=True), row("e1", "RUS", "FRA", mutual=True), row("e2", "RUS", "FRA", 3)]
    assert [(point["source"], point["events"]) for point in series(rows)] == [("FRA", 1), ("RUS", 2)]
    (both,) = series(rows, directed=False)
    assert (both["source"], both["target"], both["events"], both["event_ids"]) == ("FRA", "RUS", 2, ["e1", "e2"])


def test_a_vague_date_counts_only_where_it_is_clear() -> None:
    """An event of some day in March is in the month's series, not in the week's, and the rows left out are told."""
    vague = row("e1", day=datetime.date(2021, 3, 1), last_day=datetime.date(2021, 3, 31))
    assert dyad_series(event_table([vague]), period="month").table.num_rows == 1
    weeks = dyad_series(event_table([vague]), period="week")
    assert (weeks.table.num_rows, weeks.left_out) == (0, {"date too vague for a week": 1})


def test_what_is_not_counted_is_told() -> None:
    """Plans, events at home, events with no class, date or target are left out by name, not in silence."""
    rows = [
        row("a", status="planned"), row("b", target="FRA"), row("c") | {"target": None}, row("d") | {"quad": None},
        row("e") | {"day": None}, row("f"),
    ]  # fmt: skip
    found = dyad_series(event_table(rows))
    assert found.left_out == {
        "other status": 1, "no source or target": 1, "within one state": 1, "no class": 1, "no date": 1,
    }  # fmt: skip
    assert found.warning == WARNING
    assert "do not compare" in WARNING


def test_intervals_lie_around_their_figure() -> None:
    """Both bounds stand 1.96 standard errors off, of the ratio and of the ratio against all pairs."""
    points = series([row("a"), row("b", quad=4), row("c", target="DEU")])
    assert len(points) == 2
    for point in points:
        for figure, error, low, high in (("log_ratio", "se", "low", "high"),
                                         ("relative", "relative_se", "relative_low", "relative_high")):  # fmt: skip
            assert point[high] - point[figure] == pytest.approx(1.96 * point[error], rel=1e-3)
            assert point[figure] - point[low] == pytest.approx(1.96 * point[error], rel=1e-3)
            assert point[error] > 0


def test_the_period_of_everything_takes_undated_events() -> None:
    """Over all time, a date is not needed."""
    (point,) = series([row("a") | {"day": None}, row("b")], period="all")
    assert (point["period"], point["start"], point["events"]) == ("all", None, 2)


def test_splits_by_voice_outlet_and_status() -> None:
    """A split gives one series for each part; an event that two outlets report is in both."""
    rows = [row("e1", outlets=["A", "B"], voices=["official", "expert"]), row("e2", quad=4, outlets=["A"], voices=["expert"])]
    assert [(point["outlet"], point["events"]) for point in series(rows, split="outlet")] == [("A", 2), ("B", 1)]
    assert [(point["voice"], point["event_ids"]) for point in series(rows, split="voice")] == [
        ("expert", ["e1", "e2"]), ("official", ["e1"]),
    ]  # fmt: skip
    planned = [row("e1"), row("e2", status="planned")]
    assert [point["status"] for point in series(planned, split="status", status=None)] == ["happened", "planned"]
    with pytest.raises(ValueError, match="split by status"):
        series(rows, split="weather")


def test_the_panel_is_the_whole_table() -> None:
    """L' = L - L(all dyads of the period), whichever pairs are asked for."""
    rows = [row("e1"), row("e2", "USA", "CHN", 4), row("e3", "USA", "CHN", 3)]
    (point,) = series(rows, pairs=[("FRA", "RUS")])
    assert point["panel_log_ratio"] == pytest.approx(math.log(1.5 / 2.5))
    assert point["relative"] == pytest.approx(math.log(3) - math.log(1.5 / 2.5))
    assert point["relative_se"] == pytest.approx(math.sqrt(1 / 1.5 + 1 / 0.5 + 1 / 1.5 + 1 / 2.5))


def test_sources_are_counted_with_the_points() -> None:
    """Stories are at most the sources, those of one outlet at least one; with no story named the number is 0: not said."""
    rows = [row(f"e{number}", stories=[story], outlets=["A"]) for number, story in enumerate(("s1", "s1", "s2"))]
    (point,) = series(rows)
    assert (point["least_sources"], point["most_sources"], point["stories"]) == (1, 2, 2)
    (silent,) = series([row("e1", stories=[""])])
    assert (silent["least_sources"], silent["most_sources"]) == (0, 0)


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=30))
def test_the_interval_of_the_mean_is_wide_for_few_events(values: list[float]) -> None:
    """The mean is the mean; its interval lies on the scale, and one event leaves it wide."""
    rows = [row(f"e{number}", intensity=value, quad=1 + number % 4) for number, value in enumerate(values)]
    (point,) = series(rows, period="all")
    assert point["mean_intensity"] == pytest.approx(float(np.mean(values)))
    assert -10 <= point["mean_low"] <= point["mean_high"] <= 10


@given(st.lists(st.tuples(st.floats(-10, 10), st.integers(1, 4)), min_size=1, max_size=12))
def test_the_interval_of_the_mean_holds_the_mean(events: list[tuple[float, int]]) -> None:
    """Beside a table of mild events, too, the mean of a few extreme ones lies within its own interval."""
    mild = [row(f"m{number}", "USA", "CHN", 1 + number % 4, intensity=0.5) for number in range(40)]
    own = [row(f"e{number}", quad=quad, intensity=value) for number, (value, quad) in enumerate(events)]
    (point,) = series(mild + own, period="all", pairs=[("FRA", "RUS")])
    assert point["mean_low"] <= point["mean_intensity"] <= point["mean_high"]


def test_the_moments_of_the_mean_are_those_of_the_dirichlet_distribution() -> None:
    """One event of -10 and one of 2, in two classes of these means: mass 3, mean -4, variance ((156 / 3) - 16) / 4 = 9."""
    (point,) = series([row("e1", quad=4, intensity=-10.0), row("e2", quad=1, intensity=2.0)])
    assert point["mean_intensity"] == pytest.approx(-4)
    assert point["mean_low"] == pytest.approx(-4 - 1.959964 * 3)
    assert point["mean_high"] == pytest.approx(-4 + 1.959964 * 3)


def test_a_copy_adds_a_report_and_nothing_else() -> None:
    """One more report of an event in a story that is there: all measures and sources stay."""
    plain = [row("e1", stories=["s1"], outlets=["A"]), row("e2", quad=4, stories=["s2"], outlets=["B"])]
    copied = [row("e1", reports=["r1", "r2"], stories=["s1", "s1"], outlets=["A", "C"]), plain[1]]
    (one,), (two,) = series(plain), series(copied)
    assert two["reports"] == one["reports"] + 1
    assert {k: v for k, v in two.items() if k not in ("reports", "outlets")} == {
        k: v for k, v in one.items() if k not in ("reports", "outlets")
    }


def test_another_dyad_changes_only_what_is_measured_against_all() -> None:
    """Counts, ratio and mean of a dyad stay when another is added; the relative ratio and the prior look at all dyads."""
    own = [row("e1", intensity=2.0), row("e2", quad=4, intensity=-8.0)]
    (alone,) = series(own)
    (beside,) = series([*own, row("e3", "USA", "CHN", 3, intensity=-5.0)], pairs=[("FRA", "RUS")])
    against_all = {name for name in alone if name.startswith(("relative", "panel"))} | {"mean_low", "mean_high"}
    assert {k: v for k, v in beside.items() if k not in against_all} == {k: v for k, v in alone.items() if k not in against_all}


def test_many_events_narrow_the_interval() -> None:
    """A hundred times the events, about a tenth of the width."""

    def width(times: int) -> float:
        rows = [
            row(f"{quad}-{number}", quad=quad, intensity=value)
            for number in range(times) for quad, value in ((1, 3.0), (4, -7.0))
        ]  # fmt: skip
        (point,) = series(rows)
        return float(point["mean_high"] - point["mean_low"])

    assert width(500) < width(5) / 8


def test_no_events_give_an_empty_series_with_its_columns() -> None:
    """Nothing in, nothing out, but typed."""
    assert dyad_series(event_table([])).table.column_names[:3] == ["source", "target", "period"]


pair = st.tuples(st.sampled_from(["FRA", "RUS", "USA"]), st.sampled_from(["FRA", "RUS", "USA"]), st.integers(1, 4))


@given(st.lists(pair, max_size=25), st.randoms())
def test_the_order_of_rows_does_not_matter(pairs: list[tuple[str, str, int]], chance: Any) -> None:
    """The same rows in any order give the same series."""
    rows = [row(f"e{number}", a, b, quad) for number, (a, b, quad) in enumerate(pairs)]
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert series(rows) == series(shuffled)


@given(st.lists(pair, max_size=25))
def test_counts_add_up(pairs: list[tuple[str, str, int]]) -> None:
    """Every row is in one point or among those left out."""
    found = dyad_series(event_table([row(f"e{n}", a, b, quad) for n, (a, b, quad) in enumerate(pairs)]))
    assert sum(found.table["events"].to_pylist()) + sum(found.left_out.values()) == len(pairs)


PRINTED = {
    ("USA", 2002): (1.01, 0.13), ("USA", 2003): (0.53, 0.09), ("USA", 2004): (1.54, None), ("USA", 2005): (1.94, None),
    ("USA", 2008): (2.54, 0.24), ("USA", 2014): (2.34, None), ("CHN", 2007): (3.05, None), ("CHN", 2008): (2.17, 0.19),
    ("CHN", 2009): (3.06, None), ("RUS", 2002): (3.86, None), ("RUS", 2014): (2.16, 0.19),
}  # fmt: skip


def test_icews_dyad_years_give_the_printed_values(shared: Path, kit: Kit) -> None:
    """France in ICEWS: the dispute over Iraq stands out in 2003, to the printed digits."""
    table = open_events(shared / "data/system/icews_dyad_years.csv.gz", kit).events
    pairs = [("FRA", other) for other in ("USA", "CHN", "RUS")]
    found = dyad_series(table, period="year", pairs=pairs, ids=False).table.to_pylist()
    values = {(point["target"], int(point["period"])): point for point in found}
    for key, (value, half) in PRINTED.items():
        assert round(values[key]["log_ratio"], 2) == value
        assert half is None or round(1.96 * values[key]["se"], 2) == half


def test_icews_dyad_years_lose_no_count(shared: Path, kit: Kit) -> None:
    """All counts of the file are in the series, but those of a state with itself."""
    path = shared / "data/system/icews_dyad_years.csv.gz"
    table = open_events(path, kit).events
    with gzip.open(path, "rt") as file:
        names = ("verbCoop", "matlCoop", "verbConf", "matlConf")
        total = sum(float(line[name]) for line in csv.DictReader(file) for name in names if line["i"] != line["j"])
    assert sum(dyad_series(table, period="year", ids=False).table["events"].to_pylist()) == total
    assert join_events([table, table]).num_rows == 2 * table.num_rows


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("xyz"), st.booleans()), min_size=1, max_size=12))
def test_points_and_tables_count_sources_alike(reports: list[tuple[str, str, bool]]) -> None:
    """The sources of a point over all time are those of the table it is made of."""
    rows = [
        row(f"e{number}", outlets=[outlet if known else ""], stories=[story])
        for number, (outlet, story, known) in enumerate(reports)
    ]  # fmt: skip
    (point,) = series(rows, period="all")
    basis = sources_of(event_table(rows))
    assert (point["least_sources"], point["most_sources"], point["outlets"]) == (basis.least, basis.most, basis.outlets)
