"""Event files on disk: unpacked, refused with what to do, written whole."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.event_files import code_of_states, file_bytes, open_events, state_names, state_titles, write_whole
from dragoman.kit import Kit
from dragoman.system.formats import gdelt

COUNTS = b"i,j,year,verbCoop,matlCoop,verbConf,matlConf\nFrance,Germany,2003,1,0,0,0\n"


def zipped(*members: tuple[str, bytes]) -> bytes:
    """Return a zip with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


def locked(archive: bytes) -> bytes:
    """Return a zip of one member whose headers say that it is encrypted."""
    marked = bytearray(archive)
    marked[6] |= 1  # flags of the member
    marked[archive.index(b"PK\x01\x02") + 8] |= 1  # the same in the directory
    return bytes(marked)


@pytest.mark.parametrize(
    "packed", [COUNTS, gzip.compress(COUNTS), zipped(("20190506.export.CSV", COUNTS))], ids=["plain", "gzip", "zip"]
)
def test_packed_files_are_unpacked(tmp_path: Path, kit: Kit, packed: bytes) -> None:
    """Plain, gzipped, or a zip with one member, as GDELT has them."""
    path = tmp_path / "counts"
    path.write_bytes(packed)
    assert open_events(path, kit).events["source"].to_pylist() == ["FRA"]


def test_a_folder_is_read_file_by_file(tmp_path: Path, kit: Kit) -> None:
    """All files of a folder are one table; faults name their file; an empty folder is refused."""
    folder = tmp_path / "files"
    folder.mkdir()
    with pytest.raises(InputError, match="holds no file"):
        open_events(folder, kit)
    (folder / "a.csv").write_bytes(COUNTS)
    (folder / "b.csv.gz").write_bytes(gzip.compress(COUNTS + b"France,Italy,never,1,1,1,1\n"))
    found = open_events(folder, kit)
    assert (found.rows, found.format, found.faults[0].kind) == (2, "counts", "b.csv.gz: row of counts unreadable")


def test_gdelt_files_of_a_folder_are_one(tmp_path: Path, kit: Kit) -> None:
    """An event that a later file emits again counts once."""
    for number, added in ((1, "20190506101500"), (2, "20190506113000")):
        cells = {
            "GLOBALEVENTID": str(number), "SQLDATE": "20190506", "Actor1Code": "FRA", "Actor1CountryCode": "FRA",
            "Actor2Code": "RUS", "Actor2CountryCode": "RUS", "EventCode": "042", "QuadClass": "1", "DATEADDED": added,
        }  # fmt: skip
        line = "\t".join(cells.get(name, "") for name in gdelt.COLUMNS)
        (tmp_path / f"{added}.export.CSV").write_text(line + "\n", "utf-8")
    found = open_events(tmp_path, kit)
    assert found.events["event"].to_pylist() == ["1", "1"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (gzip.compress(COUNTS * 50)[:-20], "damaged"),
        (zipped(("a", COUNTS))[:-30], "damaged"),
        (zipped(("a", COUNTS), ("b", COUNTS)), "2 files"),
        (locked(zipped(("a", COUNTS))), "cannot be unpacked"),
    ],
    ids=["cut gzip", "cut zip", "two files", "locked"],  # bytes as names would hold the second in which they were packed
)
def test_damaged_archives_are_refused(tmp_path: Path, data: bytes, words: str) -> None:
    """Half an archive is no archive; several files are given one by one."""
    path = tmp_path / "events"
    path.write_bytes(data)
    with pytest.raises(InputError, match=words):
        file_bytes(path)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    """The message names the path."""
    with pytest.raises(InputError, match="nothing-here"):
        file_bytes(tmp_path / "nothing-here")


def test_files_are_written_whole(tmp_path: Path) -> None:
    """The old file is replaced; where that cannot be, it stays and no scrap is left."""
    path = tmp_path / "out.csv"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]
    with pytest.raises(InputError, match="make it first"):
        write_whole(tmp_path / "no" / "out.csv", b"x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match="it is a folder"):
        write_whole(tmp_path / "folder", b"x")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["folder", "out.csv"]


def test_a_written_file_can_be_read_by_others(tmp_path: Path) -> None:
    """A new file has the rights that the user's other new files have."""
    (tmp_path / "plain").write_bytes(b"")
    write_whole(tmp_path / "out", b"x")
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_codes_are_dated(kit: Kit) -> None:
    """The code of the day; without a day the latest; none where there is none."""
    code = code_of_states(kit)
    assert [code("DEU", "COW", day) for day in ("1930-01-01", "1970-01-01", "2000-01-01", "")] == ["255", "260", "255", "255"]
    assert [code("SRB", system, "2010-01-01") for system in ("COW", "GW")] == ["345", "340"]
    assert code("DEU", "COW", "1950-01-01") == ""
    assert code("NATO", "COW", "2000-01-01") == ""


def test_names_and_codes_of_states(kit: Kit) -> None:
    """Every state is known by its name and code; no CAMEO code hides a state's."""
    names = state_names(kit)
    assert names.named("france") == "FRA"
    assert names.coded("fra") == "FRA"
    assert names.coded("ROM") == "ROU"
    assert all(names.coded(state) == state for state in kit.knowledge.states)
    assert state_titles(kit)["FRA"] == "France"
