"""GDELT event files: 57, 58 and 61 columns, their defects, and back."""

from __future__ import annotations

import datetime

import pytest

from dragoman.errors import InputError
from dragoman.event_files import state_names
from dragoman.kit import Kit
from dragoman.system.formats import gdelt, read_events, write_tabs
from dragoman.system.formats.gdelt import COLUMNS, COLUMNS_57, COLUMNS_58


def line(columns: tuple[str, ...] = COLUMNS, **cells: str) -> str:
    """Return a row of our own making."""
    usual = {
        "GLOBALEVENTID": "410412347", "SQLDATE": "20190506", "MonthYear": "201905", "Year": "2019", "Actor1Code": "FRAGOV",
        "Actor1CountryCode": "FRA", "Actor1Type1Code": "GOV", "Actor2Code": "RUS", "Actor2CountryCode": "RUS",
        "EventCode": "042", "EventRootCode": "04", "QuadClass": "1", "GoldsteinScale": "1.9", "NumMentions": "10",
        "NumSources": "3", "NumArticles": "10", "AvgTone": "-1.2", "ActionGeo_FullName": "Lyon, France",
        "DATEADDED": "20190506101500", "SOURCEURL": "https://www.gazette.example/a?b=c",
    }  # fmt: skip
    full = usual | cells
    return "\t".join(full.get(name, "") for name in columns)


def file(*lines: str) -> bytes:
    """Return a file of these rows, without a header, as GDELT has it."""
    return ("\n".join(lines) + "\n").encode()


@pytest.mark.parametrize(("columns", "width"), [(COLUMNS, 61), (COLUMNS_58, 58), (COLUMNS_57, 57)])
def test_every_width_is_read(kit: Kit, columns: tuple[str, ...], width: int) -> None:
    """1.0 before and after April 2013, and 2.0, are told apart by their width alone."""
    assert len(columns) == width
    found = read_events(file(line(columns)), state_names(kit))
    (event,) = found.events.to_pylist()
    assert (found.format, found.faults) == ("gdelt", ())
    assert (event["source"], event["target"], event["quad"], event["cameo"]) == ("FRA", "RUS", 1, "042")
    assert (event["day"], event["intensity"], event["most_sources"]) == (datetime.date(2019, 5, 6), 1.9, 3)
    assert event["outlets"] == (["gazette.example"] if width > 57 else [""])


def test_widths_mixed_in_one_file(kit: Kit) -> None:
    """Lines of another known width are read as such, lines of none are set aside, all counted."""
    rows = [line(), line(), line(COLUMNS_57, GLOBALEVENTID="7", Actor1CountryCode="CHN"), "1\t2\t3"]
    found = read_events(file(*rows), state_names(kit))
    assert found.events["source"].to_pylist() == ["FRA", "FRA", "CHN"]
    assert {fault.kind: fault.count for fault in found.faults}["lines of 57 columns"] == 1
    assert {fault.kind: fault.count for fault in found.faults}["wrong number of cells"] == 2


def test_an_event_emitted_again_counts_once(kit: Kit) -> None:
    """Same day, actors, code and place within three hours is one event; later it is another."""
    rows = [
        line(GLOBALEVENTID="1"), line(GLOBALEVENTID="2", DATEADDED="20190506114500", SOURCEURL="https://other.example/x"),
        line(GLOBALEVENTID="3", DATEADDED="20190507114500"), line(GLOBALEVENTID="4", EventCode="043"),
    ]  # fmt: skip
    found = read_events(file(*rows), state_names(kit))
    assert found.events["event"].to_pylist() == ["1", "1", "3", "4"]
    assert [(fault.kind, fault.count) for fault in found.faults] == [("the same event emitted again", 1)]


def test_quad_class_is_kept_as_gdelt_has_it(kit: Kit) -> None:
    """A protest is class 3 there; a class that is none is told."""
    rows = [line(EventCode="141", EventRootCode="14", QuadClass="3"), line(GLOBALEVENTID="2", EventCode="1", QuadClass="")]
    found = read_events(file(*rows), state_names(kit))
    assert found.events["quad"].to_pylist() == [3, None]
    assert found.events["type"].to_pylist()[0] == "PROTEST"
    assert [fault.kind for fault in found.faults] == ["QuadClass is none of 1 to 4"]


def test_codes_that_are_no_country(kit: Kit) -> None:
    """Regions are in no dyad and are told; old codes and known groups are understood."""
    rows = [
        line(Actor1CountryCode="EUR"), line(GLOBALEVENTID="2", Actor1Code="ROM", Actor1CountryCode="ROM"),
        line(GLOBALEVENTID="3", Actor1Code="IGONAT", Actor1CountryCode="", Actor1KnownGroupCode="NAT"),
    ]  # fmt: skip
    found = read_events(file(*rows), state_names(kit))
    assert found.events["source"].to_pylist() == [None, "ROU", "NATO"]
    assert [(fault.kind, fault.lines) for fault in found.faults] == [("Actor1CountryCode of no state", (1,))]


def test_a_file_with_the_names_of_its_columns(kit: Kit) -> None:
    """As other programs save GDELT: with a header, and columns of their own."""
    names = (*COLUMNS, "CAMEOCodeDescription")
    found = read_events(("\t".join(names) + "\n" + line() + "\tMake a visit\n").encode(), state_names(kit))
    assert (found.format, found.events["source"].to_pylist()) == ("gdelt", ["FRA"])


def test_other_files_are_refused(kit: Kit) -> None:
    """A file of another width says what was expected."""
    with pytest.raises(InputError, match="57, 58 or 61"):
        read_events(b"1\t2\t3\n", state_names(kit), "gdelt")


def test_a_file_of_our_own_events_is_recognised(kit: Kit) -> None:
    """The ids of our events are no numbers; the file that we write with them is GDELT's all the same."""
    assert read_events(file(line(GLOBALEVENTID="e0123456789abcdef")), state_names(kit)).format == "gdelt"
    with pytest.raises(InputError, match="no known format"):
        read_events(file(line(GLOBALEVENTID="first")), state_names(kit))


def test_events_are_written_as_gdelt(kit: Kit) -> None:
    """61 columns and no header; what is not known stays empty; read again it is the same."""
    data = file(line(), line(GLOBALEVENTID="2", EventCode="190", QuadClass="4", GoldsteinScale="-10"))
    found = read_events(data, state_names(kit))
    assert found.raw is not None
    assert write_tabs(found.raw) == data
    again = read_events(write_tabs(gdelt.file_of(found.events)), state_names(kit)).events
    for name in ("record", "day", "source", "target", "quad", "intensity", "cameo", "most_sources"):
        assert again[name].to_pylist() == found.events[name].to_pylist()
