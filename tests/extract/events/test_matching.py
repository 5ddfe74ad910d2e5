"""Event words in sentences: the readings that rows with several words and conditions give."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from dragoman.project import read_text

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
