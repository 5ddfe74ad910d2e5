"""Scenarios as files."""

from __future__ import annotations

import json
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.system.scenarios import FIELDS, Change, Do, Scenario, read_scenario, write_scenario

NAMES = st.text(min_size=1, max_size=8)
PAIRS = st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] != pair[1])


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Draw a change that goes with the model of two blocs."""
    do = draw(st.sampled_from(["flip", "add", "remove", "together", "apart", "remove-actor", "remove-outlet"]))
    a, b = draw(PAIRS)
    made = {"a": a, "b": b, "sign": draw(st.sampled_from([1, -1])), "actor": a, "outlet": b}
    fields = {name: made[name] for name in FIELDS[do]}  # type: ignore[index]
    return Change(do=do, **fields)  # type: ignore[arg-type]


SCENARIOS = st.builds(Scenario, name=st.text(), note=st.text(), changes=st.lists(changes(), min_size=1, max_size=4).map(tuple))

TOML = b"""
name = "Rapprochement"
[[change]]
do = "flip"
a = "FRA"
b = "RUS"
[[change]]
do = "remove-outlet"
outlet = "Courier"
"""


@given(SCENARIOS)
def test_what_is_written_is_read_back(scenario: Scenario) -> None:
    """A scenario survives its file, whatever signs its names hold."""
    assert read_scenario(write_scenario(scenario)) == scenario


def test_toml_and_json_say_the_same() -> None:
    """The two forms of one scenario have one id."""
    rows = [{"do": "flip", "a": "FRA", "b": "RUS"}, {"do": "remove-outlet", "outlet": "Courier"}]
    as_json = json.dumps({"name": "Rapprochement", "change": rows}).encode()
    assert read_scenario(TOML) == read_scenario(as_json)


@given(SCENARIOS, st.randoms())
def test_the_id_depends_on_the_question_alone(scenario: Scenario, chance: object) -> None:
    """Name, note, the order of changes and of the two ends of a tie do not change the id; the model does."""
    turned = tuple(msgspec.structs.replace(change, a=change.b, b=change.a) for change in reversed(scenario.changes))
    assert Scenario(name="other", note="other", changes=turned).id == scenario.id
    assert Scenario(name=scenario.name, model="free-blocs", changes=scenario.changes).id != scenario.id


def test_every_change_has_its_fields_and_words() -> None:
    """All kinds of changes are described."""
    for do in get_args(Do):
        assert FIELDS[do]
        assert Change(do=do, a="A", b="B", actor="C", outlet="D", sign=1, value=2).words()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"do": "nudge"}, "is none of"),
        ({"do": "flip", "a": "FRA"}, "needs 'b'"),
        ({"do": "flip", "a": "FRA", "b": "FRA"}, "the same"),
        ({"do": "flip", "a": "FRA", "b": "USA", "sign": 1}, "takes no 'sign'"),
        ({"do": "add", "a": "FRA", "b": "USA", "sign": 0}, "neither 1 nor -1"),
        ({"do": "add", "a": "FRA", "b": "", "sign": 1}, "no name"),
        ({"do": "size", "actor": "FRA", "value": 3}, "does not go with the model"),
        ("flip", "no table"),
    ],
)
def test_a_faulty_change_is_named_with_its_number(change: object, fault: str) -> None:
    """Every fault of a file is listed, with the number of its change."""
    rows = [{"do": "flip", "a": "FRA", "b": "USA"}, change]
    with pytest.raises(InputError, match="change 2") as caught:
        read_scenario(json.dumps({"change": rows}).encode())
    assert fault in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"name = ", b"{", b"[]", b"\xff\xfe", b'model = "oracle"\n[[change]]\ndo = "flip"'])
def test_what_is_no_scenario_is_refused(content: bytes) -> None:
    """Broken files are an error of the input, not of the program."""
    with pytest.raises(InputError):
        read_scenario(content)
