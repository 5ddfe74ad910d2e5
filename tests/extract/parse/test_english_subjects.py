"""English clauses whose subject or content the parser hangs elsewhere; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.attribution.test_misread_subjects import sources

RIGHT = [
    # an acronym that the parser takes for a verb
    ("The west African bloc ECOWAS, from which three states withdrew in May, urged the parties to talk.", "urged", "The west"),
    # what is told "for its part"
    ("The United States affirmed for its part that it has no intention to attack.", "affirmed", "The United States"),
]


@pytest.mark.parametrize(("text", "cue", "source"), RIGHT)
def test_who_says_it_is_found(text: str, cue: str, source: str, kit: Kit) -> None:
    """An acronym is no verb, and "that" behind "for its part" opens what is told."""
    assert sources(text, kit).get(cue, "").startswith(source)


def test_a_verb_in_capitals_stays_one_where_all_is_in_capitals(kit: Kit) -> None:
    """In a line of capitals a verb is one."""
    assert sources("THE BANK WARNED THAT PRICES WILL RISE.", kit) == {"WARNED": "THE BANK"}
