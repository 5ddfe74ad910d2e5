"""Charts: every one can be drawn in both forms, says the same twice, and carries its warning."""

from __future__ import annotations

import itertools
import math
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dragoman.charts.breaks import breaks_chart
from dragoman.charts.dyads import dyad_chart, quad_chart
from dragoman.charts.files import chart_form, write_chart
from dragoman.charts.matrix import matrix_chart
from dragoman.charts.network import layout, network_chart
from dragoman.charts.style import Form
from dragoman.charts.ternary import position_chart
from dragoman.errors import InputError
from dragoman.system.balance import frustration_index, weak_balance
from dragoman.system.bootstrap import CoMembership, bootstrap_blocs
from dragoman.system.breaks import Breaks, change_points
from dragoman.system.dyads import dyad_series
from dragoman.system.event_table import Table, event_table
from dragoman.system.position import IdealPoint, position
from dragoman.system.signed import Tie, signed_graph

Draw = Callable[[Form], bytes]
TIES: list[Tie] = [(a, b, 1 if (a < "d") == (b < "d") else -1) for a, b in itertools.combinations("abcdef", 2)]


def events() -> Table:
    """Return an event table of one state and three poles over some months, one of them empty."""
    import datetime

    rows: list[dict[str, Any]] = []
    for number, (pole, month, quad) in enumerate(itertools.product(("USA", "RUS", "CHN"), (1, 2, 4), (1, 1, 3, 4))):
        rows.append({"event": f"e{number}", "source": "FRA", "target": pole, "quad": quad, "intensity": 1.0, "type": "CONSULT",
                     "day": datetime.date(2021, month, 5), "stories": [f"y{number % 12}"], "outlets": ["Courier"],
                     "reports": [f"r{number}"]})  # fmt: skip
    return event_table(rows)


def charts() -> dict[str, Draw]:
    """Return one of each chart."""
    table = events()
    series = dyad_series(table, period="month", ids=False)
    points = [IdealPoint(state="FRA", session=session, point=1.0, low=0.5, high=1.5) for session in (70, 71)]
    values = [1.0] * 12 + [9.0] * 12
    return {
        "dyads": lambda form: dyad_chart(series, form),
        "quads": lambda form: quad_chart(series, form),
        "network": lambda form: network_chart(TIES, frustration_index(TIES), form),
        "matrix": lambda form: matrix_chart(bootstrap_blocs(table, draws=10), frustration_index(TIES), form),
        "position": lambda form: position_chart(position(table, "FRA", ["USA", "RUS", "CHN"]), form),
        "positions": lambda form: position_chart(
            position(table, "FRA", ["USA", "RUS"], period="month", ideal_points=points), form
        ),
        "breaks": lambda form: breaks_chart(values, [str(n) for n in range(24)], change_points(values), form),
    }


@pytest.mark.parametrize("name", sorted(charts()))
def test_each_chart_is_a_whole_picture_in_both_forms(name: str) -> None:
    """SVG is well-formed XML with a title, PNG has its signature; drawn twice, both are the same to the byte."""
    draw = charts()[name]
    drawn = draw("svg")
    root = ET.fromstring(drawn)
    assert root.tag.endswith("svg")
    assert b"<dc:title>" in drawn
    assert drawn == draw("svg")
    assert draw("png").startswith(b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize("name", sorted(charts()))
def test_each_chart_has_small_print(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What limits a picture is printed on it."""
    from matplotlib.figure import Figure

    written: list[str] = []
    plain = Figure.text
    monkeypatch.setattr(Figure, "text", lambda self, x, y, s, **more: written.append(s) or plain(self, x, y, s, **more))
    charts()[name]("svg")
    words = " ".join(" ".join(written).split())
    assert "do not compare" in words or "coverage and not politics" in words


def test_empty_charts_say_so() -> None:
    """Without events, ties or draws there is a picture that says why it is empty."""
    empty = event_table([])
    drawn = CoMembership(draws=0, stories=0, actors=(), joined={}, shared={})
    for picture in (
        dyad_chart(dyad_series(empty, period="month", ids=False)), quad_chart(dyad_series(empty, period="month", ids=False)),
        network_chart([], frustration_index([])), matrix_chart(drawn, frustration_index([])),
        position_chart(position(empty, "FRA", ["USA", "RUS", "CHN"])),
        breaks_chart([], [], Breaks(breaks=(), settings=(), periods=0)),
    ):  # fmt: skip
        assert ET.fromstring(picture).tag.endswith("svg")


def test_no_two_actors_stand_in_one_place() -> None:
    """The layout keeps actors apart, finite, and the same for the same ties."""
    graph = signed_graph(TIES)
    labels = np.array([weak_balance(TIES).blocs[name] for name in graph.names])
    places = layout(graph.weights(), labels)
    assert np.isfinite(places).all()
    assert np.array_equal(places, layout(graph.weights(), labels))
    gaps = [math.dist(a, b) for a, b in itertools.combinations(places.tolist(), 2)]
    assert min(gaps) > 0.3


def test_many_dyads_are_not_drawn_in_silence() -> None:
    """Of more than six dyads the busiest are drawn, in a picture that can still be made."""
    rows: list[dict[str, Any]] = [
        {"event": f"e{n}", "source": "FRA", "target": f"S{n % 9}", "quad": 1, "intensity": 1.0, "type": "CONSULT"}
        for n in range(30)
    ]
    assert quad_chart(dyad_series(event_table(rows), period="all", ids=False))


def test_a_chart_is_written_whole_under_its_ending(tmp_path: Path) -> None:
    """The ending of the file decides the form; another ending or a folder that is not there is an error."""
    target = tmp_path / "ties.SVG"
    write_chart(target, lambda form: form.encode())
    assert target.read_bytes() == b"svg"
    assert [path.name for path in tmp_path.iterdir()] == ["ties.SVG"]
    assert chart_form(Path("x.png")) == "png"
    for path in (tmp_path / "ties.jpg", tmp_path / "nowhere" / "ties.svg"):
        with pytest.raises(InputError):
            write_chart(path, lambda form: form.encode())
