"""Damaged acronyms, formats written as their members, damaged place names."""

from __future__ import annotations

import pytest

from dragoman.extract.names.forms import load_names
from dragoman.extract.names.garbles import mend
from dragoman.kit import Kit


def _named(text: str, kit: Kit, code: str = "en") -> dict[str, set[str]]:
    hits = mend(kit.compiled(load_names, code).scan(text), text, 0, len(text), kit, code)
    return {text[hit.start : hit.end]: {entry.entity for entry in hit.entries if entry.entity} for hit in hits}


@pytest.mark.parametrize(
    ("written", "meant"),
    [("JCPPOA", "JCPOA"), ("JPCOA", "JCPOA"), ("AUKUUS", "AUKUS"), ("ECOWASS", "ECOWAS"), ("OSCCE", "OSCE")],
)
def test_doubled_and_swapped_letters_are_mended(written: str, meant: str, kit: Kit) -> None:
    """An acronym with a doubled, added or swapped letter still names its body."""
    assert _named(f"They left the {written} yesterday.", kit).get(written) == {meant}


@pytest.mark.parametrize("written", ["UNAMI", "ABCDE", "BANANA"])
def test_other_acronyms_are_left_alone(written: str, kit: Kit) -> None:
    """What is not one dropped, added or swapped letter away from a body with members is not read as one."""
    assert not _named(f"They left the {written} yesterday.", kit).get(written)


def test_words_of_a_headline_are_no_acronyms(kit: Kit) -> None:
    """A damaged form between words in capitals is left alone."""
    assert "JCPPOA" not in _named("LEADERS SAVE JCPPOA AGAIN", kit)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Australian-American-British", "AUKUS"), ("Franco-German-Polish", "WEIMAR-TRIANGLE"),
     ("Russian-Turkish-Iranian", "ASTANA-FORMAT")],
)  # fmt: skip
def test_a_list_of_members_is_their_format(written: str, meant: str, kit: Kit) -> None:
    """States joined by hyphens are the format that has just these members, in whatever order."""
    assert meant in _named(f"a {written} meeting", kit).get(written, set())


def test_states_without_a_format_stay_states(kit: Kit) -> None:
    """A list that is no format's set of members is left as the single states."""
    found = _named("a Chilean-Japanese-Norwegian meeting", kit)
    assert "Chilean-Japanese-Norwegian" not in found
    assert any("JPN" in entities for entities in found.values())


def test_a_damaged_place_after_a_preposition_is_found(kit: Kit) -> None:
    """A long place name with one wrong letter is read after a preposition of place, and only there."""
    assert _named("from Lisbon to Vladivistok", kit).get("Vladivistok") == {"place:vladivostok"}
    assert "Vladivistok" not in _named("General Vladivistok spoke", kit)


def test_small_french_words_in_capitals_are_no_bodies(kit: Kit) -> None:
    """UN and AU in a French headline are an article and a preposition."""
    found = _named("UN ACCORD AU SOMMET", kit, "fr")
    assert not {"UN", "AU"} & {entity for entities in found.values() for entity in entities}
