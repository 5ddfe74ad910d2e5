"""Whose report a document is."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from dragoman.kit import Kit
from dragoman.origins import find_origins, one_spelling, origin
from dragoman.project import open_project
from dragoman.store import schema
from dragoman.store.store import open_store

KNOWN = {"the courier": "Courier", "herald": "Herald", "wire": "Wire"}


@pytest.mark.parametrize(
    ("outlet", "lines", "heard", "expected"),
    [
        ("The Courier", [], "", "Courier"),
        ("The Courier", [("photo", "Wire")], "Herald", "Courier"),
        ("The Courier", [("source", "Herald")], "", "Herald"),
        ("The Courier", [("source", "hrld")], "Herald", "Herald"),
        ("The Courier", [("source", "hrld")], "", "hrld"),
        ("The Courier", [("agency", "Wire")], "", "Courier"),
        ("", [("agency", "Wire")], "Herald", "Wire"),
        ("", [("submitted-by", "Gazette")], "", "Gazette"),
        ("", [], "Herald", "Herald"),
        ("", [("photo", "Wire")], "", ""),
    ],
)
def test_the_nearest_source_that_is_named_is_the_origin(
    outlet: str, lines: list[tuple[str, str]], heard: str, expected: str
) -> None:
    """Credits go before the page, the page before those whom its speakers speak to; a photograph says nothing."""
    provenance = [{"kind": kind, "name": name} for kind, name in lines]
    assert origin(outlet, provenance, heard, KNOWN) == expected


def test_an_outlet_has_one_spelling() -> None:
    """That of most documents, of equally many the first; an unknown outlet stays unknown."""
    names = {"a": "MERIDIAN POST", "b": "Meridian Post", "c": "Meridian Post", "d": "", "e": "Tide", "f": "TIDE", "g": "—"}
    told = one_spelling(names)
    assert [told[document] for document in "abcdefg"] == ["Meridian Post"] * 3 + ["", "TIDE", "TIDE", "—"]


SPOKEN = """Ankara seeks a way out

Turkey and Greece held talks in Athens on Monday.

The talks were useful, the Greek defence minister said in an interview with Reuters.

The Turkish foreign minister told Reuters that both sides would meet again in May.

The Turkish ministry denied a report by TASS.
"""


def test_the_outlet_that_speakers_speak_to_is_the_origin(tmp_path: Path, kit: Kit) -> None:
    """A page that names no publisher, whose speakers all speak to one agency, is that agency's; one mention is not enough."""
    for name, text in (("spoken", SPOKEN), ("silent", SPOKEN.replace("told Reuters", "said"))):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        with open_project(tmp_path / name, kit) as project:
            project.read([tmp_path / f"{name}.txt"], workers=1)
        with open_store(tmp_path / name) as store, store.reading() as connection:
            assert list(find_origins(connection, kit).values()) == [{"spoken": "Reuters", "silent": ""}[name]]


def test_two_names_of_one_agency_are_one_source_of_an_event(tmp_path: Path, kit: Kit) -> None:
    """The agency under its initials and under its full name count once; the file still tells what was declared."""
    texts = {
        "AFP": "Peru expelled the ambassador of Chile on Monday over a dispute at sea.",
        "Agence France-Presse": "On Monday, after weeks of quarrels, the Chilean ambassador was expelled by Peru.",
        "Agence France-Pêche": "Fishing fleets stay in port. On Monday Lima expelled Chile's ambassador.",
    }
    with open_project(tmp_path / "p", kit) as project:
        for number, (outlet, text) in enumerate(texts.items()):
            (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
            project.read([tmp_path / f"{number}.txt"], published="2021-10-08", outlet=outlet, workers=1)
    d, e = schema.documents.c, schema.events.c
    with open_store(tmp_path / "p") as store, store.reading() as connection:
        outlets = {row.declared["outlet"]: row.outlet for row in connection.execute(select(d.outlet, d.declared))}
        event = connection.execute(select(e.documents, e.least_sources, e.most_sources).order_by(-e.documents)).first()
    assert outlets == {name: name.replace("AFP", "Agence France-Presse") for name in texts}
    assert event is not None
    assert tuple(event) == (3, 2, 2)
