"""What-if scenarios as files: a name, a model, and the changes that are made to the system before it is solved again.

A scenario is TOML or JSON of one form (docs/system.md). Its id depends on the model and the changes, not on the name, the note
or the order of the changes, so that it can be cited and two files that ask the same are known to.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from dragoman.errors import InputError
from dragoman.ids import scenario_id
from dragoman.records import Record

Model = Literal["two-blocs", "free-blocs", "landscape"]
MODELS: tuple[Model, ...] = ("two-blocs", "free-blocs", "landscape")
Do = Literal["flip", "add", "remove", "together", "apart", "size", "propensity", "remove-actor", "remove-outlet"]

FIELDS: Mapping[Do, tuple[str, ...]] = {
    "flip": ("a", "b"),
    "add": ("a", "b", "sign"),
    "remove": ("a", "b"),
    "together": ("a", "b"),
    "apart": ("a", "b"),
    "size": ("actor", "value"),
    "propensity": ("a", "b", "value"),
    "remove-actor": ("actor",),
    "remove-outlet": ("outlet",),
}
_OF_LANDSCAPE = ("size", "propensity")


class Change(Record, frozen=True, kw_only=True):
    """One change. `do` says which, and which of the other fields it takes (`FIELDS`)."""

    do: Do
    a: str = ""
    b: str = ""
    actor: str = ""
    outlet: str = ""
    sign: int = 0
    value: float = 0.0

    def words(self) -> str:
        """Return the change in words."""
        return {
            "flip": f"the tie of {self.a} and {self.b} changes its sign",
            "add": f"{self.a} and {self.b} get a {'positive' if self.sign > 0 else 'negative'} tie",
            "remove": f"the tie of {self.a} and {self.b} is gone",
            "together": f"{self.a} and {self.b} must stand together",
            "apart": f"{self.a} and {self.b} must stand apart",
            "size": f"{self.actor} has the size {self.value:g}",
            "propensity": f"{self.a} and {self.b} have the propensity {self.value:g}",
            "remove-actor": f"{self.actor} is gone",
            "remove-outlet": f"nothing counts that only {self.outlet} reports",
        }[self.do]


class Scenario(Record, frozen=True, kw_only=True):
    """A question to the system: what if these changes were made?"""

    name: str
    changes: tuple[Change, ...]
    model: Model = "two-blocs"
    note: str = ""

    @property
    def id(self) -> str:
        """The id to cite it by."""
        changes = sorted(_fixed_form(change) for change in self.changes)
        return scenario_id(f"{self.model} {' | '.join(changes)}")

    def of(self, *kinds: Do) -> tuple[Change, ...]:
        """Return the changes of some kinds, in order."""
        return tuple(change for change in self.changes if change.do in kinds)


def _fixed_form(change: Change) -> str:
    values = {name: getattr(change, name) for name in FIELDS[change.do]}
    if "a" in values:
        values["a"], values["b"] = sorted((change.a, change.b))
    return f"{change.do} {sorted(values.items())}"


def read_scenario(content: bytes, name: str = "scenario") -> Scenario:
    """Read a scenario from TOML, or from JSON where the file starts with a brace; all its faults are listed together.

    Args:
        content: the file.
        name: what to call it where it does not name itself, and in messages.

    Raises:
        InputError: the file is broken, or a change is none.
    """
    data = _decoded(content, name)
    faults = [f"unknown key {key!r}" for key in sorted(data.keys() - {"name", "model", "note", "change"})]
    if data.get("model", "two-blocs") not in MODELS:
        faults.append(f"the model {data['model']!r} is none of {', '.join(MODELS)}")
    rows = data.get("change")
    if not isinstance(rows, list) or not rows:
        faults.append("it has no changes: give at least one [[change]]")
        rows = []
    model = data.get("model", "two-blocs")
    for number, row in enumerate(rows, start=1):
        faults += [f"change {number}: {fault}" for fault in _faults(row, model)]
    if faults:
        raise InputError("bad_scenario", f"{name} is no scenario; correct it:\n" + "\n".join(f"  {fault}" for fault in faults))
    made = {"name": str(data.get("name", name)), "note": str(data.get("note", "")), "model": model, "changes": rows}
    return msgspec.convert(made, Scenario)


def _decoded(content: bytes, name: str) -> dict[str, Any]:
    try:
        is_json = content.lstrip()[:1] == b"{"
        data = msgspec.json.decode(content) if is_json else tomllib.loads(content.decode("utf-8-sig"))
    except (msgspec.DecodeError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError("bad_scenario", f"{name} is neither TOML nor JSON: {error}") from error
    return data if isinstance(data, dict) else {}


def _faults(row: object, model: str) -> list[str]:
    """Return what is wrong with one change."""
    if not isinstance(row, dict):
        return ["it is no table of keys and values"]
    do = str(row.get("do"))
    wanted = {str(name): fields for name, fields in FIELDS.items()}.get(do)
    if wanted is None:
        return [f"do = {do!r} is none of {', '.join(FIELDS)}"]
    faults = [f"{do} needs {name!r}" for name in wanted if name not in row]
    faults += [f"{do} takes no {name!r}" for name in sorted(row.keys() - {"do", *wanted})]
    faults += [fault for name in wanted if name in row and (fault := _value_fault(name, row[name]))]
    if "a" in wanted and row.get("a") == row.get("b"):
        faults.append("a and b are the same")
    if (do in _OF_LANDSCAPE) != (model == "landscape") and do in (*_OF_LANDSCAPE, "flip", "add", "remove"):
        faults.append(f"{do} does not go with the model {model}")
    return faults


def _value_fault(name: str, value: object) -> str:
    if name == "sign":
        return "" if value in (1, -1) and not isinstance(value, bool) else f"sign = {value!r} is neither 1 nor -1"
    if name == "value":
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return "" if number else f"value = {value!r} is no number"
    return "" if isinstance(value, str) and value else f"{name} = {value!r} is no name"


def write_scenario(scenario: Scenario) -> bytes:
    """Return a scenario as a TOML file that `read_scenario` reads back."""
    lines = [f"name = {_quoted(scenario.name)}", f'model = "{scenario.model}"']
    if scenario.note:
        lines.append(f"note = {_quoted(scenario.note)}")
    for change in scenario.changes:
        lines += ["", "[[change]]", f'do = "{change.do}"']
        for name in FIELDS[change.do]:
            value = getattr(change, name)
            lines.append(f"{name} = {_quoted(value) if isinstance(value, str) else repr(value)}")
    return ("\n".join(lines) + "\n").encode()


def _quoted(text: str) -> str:
    """Return a TOML basic string; JSON's escapes are TOML's too, once 0x7F is written out."""
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")
