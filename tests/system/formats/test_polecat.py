"""POLECAT files: 40 columns, their variants, and back."""

from __future__ import annotations

import datetime

import pytest

from dragoman.errors import InputError
from dragoman.event_files import state_names
from dragoman.kit import Kit
from dragoman.system.formats import polecat, read_events, write_tabs
from dragoman.system.formats.polecat import COLUMNS


def line(columns: tuple[str, ...] = COLUMNS, **cells: str) -> str:
    """Return a row of our own making."""
    usual = {
        "Event ID": "20230506-77-a", "Event Date": "2023-05-06", "Event Type": "ACCUSE", "Event Mode": "allege",
        "Intensity": "-3.5", "Quad Code": "3", "Actor Country": "FRA",
        "Primary Actor Sector": "GOV", "Recipient Country": "RUS", "Actor COW": "220",
        "Source": "Gazette", "Language": "fr", "Recipient Name": "None", "Version": "NGEC",
    }  # fmt: skip
    full = usual | {name.replace("_", " "): value for name, value in cells.items()}
    return "\t".join(full.get(name, "None") for name in columns)


def file(*lines: str, columns: tuple[str, ...] = COLUMNS, extra: str = "") -> bytes:
    """Return a file of these rows."""
    return "\n".join(["\t".join(columns) + extra, *lines, ""]).encode()


def test_a_row_becomes_an_event(kit: Kit) -> None:
    """Type, mode, class and sectors are POLECAT's own; Source is the outlet."""
    assert len(COLUMNS) == 40
    found = read_events(file(line()), state_names(kit))
    (event,) = found.events.to_pylist()
    assert (found.format, found.faults) == ("polecat", ())
    assert (event["source"], event["target"], event["quad"]) == ("FRA", "RUS", 3)
    assert (event["type"], event["mode"]) == ("ACCUSE", "allege")
    assert (event["day"], event["intensity"]) == (datetime.date(2023, 5, 6), -3.5)
    assert (event["outlets"], event["languages"], event["source_sector"]) == (["Gazette"], ["fr"], "GOV")


@pytest.mark.parametrize(
    ("columns", "intensity"),
    [
        (tuple("Event Intensity" if name == "Intensity" else name for name in COLUMNS), None),
        (tuple(name for name in COLUMNS if name != "Intensity"), None),
        ((*COLUMNS, "Headline"), -3.5),
        (tuple(reversed(COLUMNS)), -3.5),
    ],
)
def test_variants_are_read(kit: Kit, columns: tuple[str, ...], intensity: float | None) -> None:
    """Another name for Intensity, none, a Headline, another order."""
    found = read_events(file(line(columns), columns=columns), state_names(kit))
    (event,) = found.events.to_pylist()
    assert (event["source"], event["target"], event["intensity"]) == ("FRA", "RUS", intensity)


@pytest.mark.parametrize(
    ("written", "quad"), [("1", 1), ("4.0", 4), ("Q2", 2), ("VERBAL CONFLICT", 3), ("1 - Verbal Cooperation", 1), ("None", 3)]
)
def test_classes_as_numbers_or_words(kit: Kit, written: str, quad: int) -> None:
    """Where the class is missing, the type has one."""
    assert read_events(file(line(Quad_Code=written)), state_names(kit)).events["quad"].to_pylist() == [quad]


def test_defects_are_told(kit: Kit) -> None:
    """Trailing tabs, Windows bytes, a date that is none, a country that is none."""
    data = file(line(Event_Date="99999"), line(Actor_Country="XXQ") + "\t\t", extra="\t\t").replace(b"Gazette", b"Gaz\xe9tte")
    found = read_events(data, state_names(kit))
    assert found.events.num_rows == 2
    assert {fault.kind for fault in found.faults} == {
        "empty cells at the end", "bytes that are no UTF-8", "Event Date is no date", "Actor Country of no state",
    }  # fmt: skip
    assert found.raw is not None
    assert write_tabs(found.raw) == data


def test_other_files_are_refused(kit: Kit) -> None:
    """A file without its columns says which are missing."""
    with pytest.raises(InputError, match="Actor Country"):
        read_events(b"Event ID\tEvent Date\tEvent Type\n", state_names(kit), "polecat")


def test_events_are_written_as_polecat(kit: Kit) -> None:
    """40 columns; read again they are the same."""
    table = read_events(file(line()), state_names(kit)).events
    again = read_events(write_tabs(polecat.file_of(table, {"FRA": "France"})), state_names(kit)).events
    for name in ("record", "day", "source", "target", "quad", "intensity", "type", "mode", "outlets", "languages"):
        assert again[name].to_pylist() == table[name].to_pylist()
