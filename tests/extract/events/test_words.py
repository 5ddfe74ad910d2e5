"""The event tables: every row can be compiled and every type has words."""

from __future__ import annotations

import typing

import pytest

from dragoman.extract.events.words import compile_lexicon
from dragoman.kit import Kit
from dragoman.languages.rows import EventWordRow
from dragoman.project import read_text
from dragoman.records import EventType

_SLOTS = {"subj", "obj", "iobj", "comp", "prep", "poss", "adj", "of", "by", "between", "cop", "speaker", "that"}
_CONDITIONS = {
    "prt", "prep", "obj", "noobj", "inf", "comp", "nocomp", "refl", "norefl", "plural", "nominal", "who", "what", "must",
    "cop", "subj", "pred", "noinf", "bare",
}  # fmt: skip
_OWN = {"LIGHT", "ACTOR", "POINTER", "CLASS"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_type_has_words(kit: Kit, language: str) -> None:
    """All sixteen types have rows in each language."""
    types = {row.type for row in kit.languages[language].rows("events", EventWordRow)} - {"-"}
    assert types == set(typing.get_args(EventType))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rows_use_known_slots(kit: Kit, language: str) -> None:
    """Every slot and every condition of a row is one that the code reads."""
    for entries in kit.compiled(compile_lexicon, language).entries.values():
        for entry in entries:
            assert {name for name, _ in entry.actors + entry.recipients} <= _SLOTS, entry.row
            assert {name for name, _ in entry.requires} <= _CONDITIONS, entry.row


@pytest.mark.parametrize("language", ["en", "fr"])
def test_modes_are_those_of_the_codes(kit: Kit, language: str) -> None:
    """Every mode of a row has a value in plover.csv."""
    known = {(row.type, row.mode) for row in kit.knowledge.plover}
    rows = kit.languages[language].rows("events", EventWordRow)
    assert {(row.type, row.mode) for row in rows if row.pos not in _OWN and row.type != "-"} <= known


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rows_stand_once(kit: Kit, language: str) -> None:
    """No row stands twice with the same words, part of speech and conditions."""
    rows = [(row.pattern, row.pos, row.requires) for row in kit.languages[language].rows("events", EventWordRow)]
    assert len(rows) == len(set(rows))


_READ = (
    ("Cuba turned its back on China.", "SANCTION", {"CUB"}, {"CHN"}),  # the condition "on" is met under the object
    ("Germany called the refusal of Italy cynical.", "ACCUSE", {"DEU"}, {"ITA"}),  # said of the object
    ("France handed over six howitzers to Ukraine.", "AID", {"FRA"}, {"UKR"}),  # a class of things
    ("A Chinese cutter turned a water cannon on Philippine boats.", "ASSAULT", {"CHN"}, {"PHL"}),
    ("Pakistan closed its airspace to Indian airlines.", "SANCTION", {"PAK"}, {"IND"}),
    ("India held Pakistan responsible for the attack.", "ACCUSE", {"IND"}, {"PAK"}),  # an adjective beside the object
    ("An American delegation called on Taiwan in June.", "CONSULT", {"USA"}, {"TWN"}),
    ("The United States called on China to lift its tariffs.", "REQUEST", {"USA"}, {"CHN"}),
)


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), _READ)
def test_families_of_words(kit: Kit, text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    """Verbs of one act with a class of objects are read alike, with their sides wherever the parser hung them."""
    reports = read_text(text, kit=kit, language="en").reports
    found = [(r.type, {p.state for p in r.actors}, {p.state for p in r.recipients}) for r in reports]
    assert (type_, actors, recipients) in found


@pytest.mark.parametrize("text", ["Germany routed Brazil in the final.", "Germany hosts a large Turkish community."])
def test_phrases_that_are_no_act(kit: Kit, text: str) -> None:
    """What looks like an act and is sport or a state of things gives no report."""
    assert read_text(text, kit=kit, language="en").reports == ()
