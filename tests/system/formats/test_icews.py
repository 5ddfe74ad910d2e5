"""ICEWS files: 20 columns, their known defects, and back."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.event_files import state_names
from dragoman.kit import Kit
from dragoman.system.dyads import dyad_series
from dragoman.system.formats import icews, read_events, write_tabs
from dragoman.system.formats.icews import COLUMNS


def line(**cells: str) -> str:
    """Return a row of our own making."""
    usual = {
        "Event ID": "900001", "Event Date": "2019-05-06", "Source Name": "Ministry (Norlandia)", "Source Country": "France",
        "Source Sectors": "Government", "Event Text": "Consult", "CAMEO Code": "040", "Intensity": "1.0",
        "Target Name": "Envoy", "Target Sectors": "NA", "Target Country": "Russian Federation", "Story ID": "77",
        "Sentence Number": "2", "Publisher": "Gazette", "City": "NA", "Latitude": "48.8", "Longitude": "2.3",
    }  # fmt: skip
    full = usual | {name.replace("_", " "): value for name, value in cells.items()}
    return "\t".join(full.get(name, "") for name in COLUMNS)


def file(*lines: str, header: tuple[str, ...] = COLUMNS) -> bytes:
    """Return a file of these rows."""
    return "\n".join(["\t".join(header), *lines, ""]).encode()


def test_a_row_becomes_an_event(kit: Kit) -> None:
    """Countries get their ids, the code its class and type, the publisher is the outlet."""
    found = read_events(file(line()), state_names(kit))
    (event,) = found.events.to_pylist()
    assert (found.format, found.faults) == ("icews", ())
    assert (event["source"], event["target"], event["quad"], event["type"]) == ("FRA", "RUS", 1, "CONSULT")
    assert (event["day"], event["intensity"], event["outlets"], event["stories"]) == (
        datetime.date(2019, 5, 6), 1.0, ["Gazette"], ["77"],
    )  # fmt: skip
    assert (event["record"], event["target_sector"], event["mutual"]) == ("900001", "", False)


def test_a_mutual_event_in_two_rows_is_one(kit: Kit) -> None:
    """Consult A-B and B-A of one sentence: one event in both directions, once in the undirected series."""
    back = line(Event_ID="900002", Source_Name="Envoy", Target_Name="Ministry (Norlandia)",
                Source_Country="Russian Federation", Target_Country="France")  # fmt: skip
    other = line(Event_ID="900003", Sentence_Number="5")
    table = read_events(file(line(), back, other), state_names(kit)).events
    assert table["mutual"].to_pylist() == [True, True, False]
    assert len(set(table["event"].to_pylist())) == 2
    assert dyad_series(table, directed=False).table["events"].to_pylist() == [2]
    assert dyad_series(table).table["events"].to_pylist() == [2, 1]


def test_without_a_story_rows_are_not_joined(kit: Kit) -> None:
    """Where the file names no story, two rows with the sides exchanged may be two events."""
    back = line(Event_ID="900002", Source_Name="Envoy", Target_Name="Ministry (Norlandia)", Story_ID="NA",
                Source_Country="Russian Federation", Target_Country="France")  # fmt: skip
    table = read_events(file(line(Story_ID="NA"), back), state_names(kit)).events
    assert table["mutual"].to_pylist() == [False, False]


def test_dates_of_other_files(kit: Kit) -> None:
    """Month first, as in the file of 2017, is read and told; 31 February is no date and is told."""
    found = read_events(file(line(Event_Date="7/4/2017"), line(Event_ID="2", Event_Date="2019-02-31")), state_names(kit))
    assert found.events["day"].to_pylist() == [datetime.date(2017, 7, 4), None]
    assert {(fault.kind, fault.lines) for fault in found.faults} == {
        ("Event Date written month/day/year", (2,)), ("Event Date is no date", (3,)),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "code", "quad"),
    [
        ("40", "040", 1), ("10", "010", 1), ("211", "0211", 1), ("871", "0871", 2), ("112", "112", 3), ("190", "190", 4),
        ("x", "", None),
    ],
)
def test_codes_get_their_zero_back(kit: Kit, written: str, code: str, quad: int | None) -> None:
    """What a spreadsheet took off is put back; what is no code has no class; both are told."""
    found = read_events(file(line(CAMEO_Code=written)), state_names(kit))
    (event,) = found.events.to_pylist()
    assert (event["cameo"], event["quad"]) == (code, quad)
    assert bool(found.faults) == (written != code)


def test_ids_that_come_twice(kit: Kit) -> None:
    """An id is unique only with its day; twice on one day is told."""
    found = read_events(file(line(), line(Event_Date="2019-05-07"), line()), state_names(kit))
    assert len(set(found.events["event"].to_pylist())) == 2
    assert [(fault.kind, fault.lines) for fault in found.faults] == [("Event ID twice on one day", (4,))]


def test_missing_words_and_unknown_countries(kit: Kit) -> None:
    """NA is nothing; a name that nobody knows stays as it is written."""
    row = line(Source_Country="NA", Target_Country="Ruritania", Publisher="NA", Story_ID="NA")
    found = read_events(file(row), state_names(kit))
    (event,) = found.events.to_pylist()
    assert (event["source"], event["target"], event["outlets"], event["stories"]) == (
        None, "Ruritania", [""], ["900001@2019-05-06"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Korea, Republic Of", "KOR"), ("Iran, Islamic Republic Of", "IRN"), ("Moldova, Republic of", "MDA"),
        ("Congo, The Democratic Republic Of", "COD"), ("Cote d'Ivoire", "CIV"), ("Turkey", "TUR"),
        ("the former Yugoslav Republic of Macedonia", "MKD"),
    ],
)  # fmt: skip
def test_names_of_countries_as_files_write_them(kit: Kit, name: str, state: str) -> None:
    """Official names turned around at the comma are known too."""
    assert state_names(kit).named(name) == state


def test_names_of_r_and_no_header_are_read(kit: Kit) -> None:
    """The lower-case names of the R package, and a part of a file without its header."""
    lower = file(line(), header=tuple(name.lower().replace(" ", "_") for name in COLUMNS))
    assert read_events(lower, state_names(kit)).events["source"].to_pylist() == ["FRA"]
    assert read_events((line() + "\n").encode(), state_names(kit), "icews").events["target"].to_pylist() == ["RUS"]
    with pytest.raises(InputError, match="no column Event ID"):
        read_events(b"who\twhom\n1\t2\n", state_names(kit), "icews")


def test_quoted_cells_are_read_without_their_quotes(kit: Kit) -> None:
    """Files that Dataverse has saved have quotation marks around names and cells; they come back as they were."""
    rows = ("\t".join(f'"{cell}"' for cell in cells) for cells in (COLUMNS, line().split("\t")))
    quoted = "\n".join([*rows, ""]).encode()
    found = read_events(quoted, state_names(kit))
    (event,) = found.events.to_pylist()
    assert (event["source"], event["day"], event["outlets"]) == ("FRA", datetime.date(2019, 5, 6), ["Gazette"])
    assert found.raw is not None
    assert write_tabs(found.raw) == quoted


def test_events_are_written_as_icews(kit: Kit) -> None:
    """Our events in the 20 columns: read again they are the same."""
    table = read_events(file(line(), line(Event_ID="2", CAMEO_Code="190", Intensity="-10.0")), state_names(kit)).events
    data = write_tabs(icews.file_of(table, {"FRA": "France", "RUS": "Russia"}))
    again = read_events(data, state_names(kit)).events
    for name in ("record", "day", "source", "target", "quad", "intensity", "cameo", "outlets", "stories", "source_sector"):
        assert again[name].to_pylist() == table[name].to_pylist()


def test_the_sample_comes_back_byte_for_byte(shared: Path, kit: Kit) -> None:
    """A real file, read and written, is the same file; no line has a fault."""
    data = (shared / "data/system/icews_2018_sample.tab").read_bytes()
    found = read_events(data, state_names(kit))
    assert found.raw is not None
    assert write_tabs(found.raw) == data
    assert found.rows == data.count(b"\n") - 1
