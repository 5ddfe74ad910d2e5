"""Names of persons that stand behind an office or a body, damaged, or with the family name first."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.names.test_linking import read


@pytest.mark.parametrize(
    ("text", "language", "surface", "actor"),
    [
        ("This was told by the President of France Emanuel Macron after the talks.", "en", "Emanuel Macron", "emmanuel-macron"),
        ("The President of France Emanuel Macron spoke. \"We are close,\" said Makron.", "en", "Makron", "emmanuel-macron"),
        ("The Chancellor of Germany Olaf Scholtz spoke. \"No,\" Sholz said.", "en", "Sholz", "olaf-scholz"),
    ],
)
def test_a_damaged_name_beside_its_office_is_found(text: str, language: str, surface: str, actor: str, kit: Kit) -> None:
    """The state of an office before a name is no part of it, and its later damage is the same person's."""
    links = read(text, kit, "2022-05-01", language)
    found = {m.surface: link.actors for m, link in zip(links.mentions, links.links, strict=True)}
    assert found.get(surface) == (actor,), found


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Fenwick Rothwater, who acted for Australia in the case, expects more.", "Fenwick Rothwater"),
        ("Political scientist of the Institute of CIS Arkady Lomtev-Zubarev does not exclude it.", "Arkady Lomtev-Zubarev"),
    ],
)
def test_a_clause_or_a_role_tells_that_a_name_is_a_persons(text: str, surface: str, kit: Kit) -> None:
    """The model took these names for bodies."""
    links = read(text, kit, "2022-05-01", "en")
    assert surface in {m.surface for m in links.mentions if m.kind == "person"}


def test_a_body_of_whom_a_clause_tells_stays_a_body(kit: Kit) -> None:
    """"Doctors Without Borders, who run the camp" are no person."""
    links = read("Doctors Without Borders, who run the camp, left.", kit, "2022-05-01", "en")
    assert not [m for m in links.mentions if m.kind == "person"]
