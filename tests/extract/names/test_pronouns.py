"""Whom pronouns and possessives take up."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.names.test_linking import actors_of, read


def test_an_object_pronoun_is_not_whom_the_subject_pronoun_stands_for(kit: Kit) -> None:
    """`He accused him`: two men, the subject before and the other."""
    links = read("Vučić met Kurti in Oslo. He accused him of lies.", kit, "2024-05-01")
    assert actors_of(links, "He") == ("aleksandar-vucic",)
    assert actors_of(links, "him") == ("albin-kurti",)


def test_a_lone_object_pronoun_stands_for_nobody_twice(kit: Kit) -> None:
    """Where only one man was named, the object is nobody known."""
    assert actors_of(read("Vučić spoke in Oslo. He accused him of lies.", kit, "2024-05-01"), "him") == ()


@pytest.mark.parametrize(
    ("language", "text", "surface", "organ"),
    [
        ("en", "President Boric briefed President Lula on the case his government lost.", "his government", "CHL.government"),
        ("en", "Kenya protested to Uganda. Its army fled.", "Its army", "KEN.armed-forces"),
        ("fr", "Le Kenya a protesté auprès de l'Ouganda. Son armée a fui.", "Son armée", "KEN.armed-forces"),
        ("fr", "Le Kenya a critiqué l'Éthiopie, dont les soldats occupent un village.", "les soldats", "ETH.armed-forces"),
        ("fr", "L'armée kényane a fui. Le Kenya critique l'Éthiopie, dont l'armée avance.", "l'armée", "ETH.armed-forces"),
        ("fr", "Le Kenya a critiqué Juba. Des soldats kényans fuient, les soldats crient.", "les soldats", "KEN.armed-forces"),
    ],
)
def test_a_body_with_an_owner_before_it_is_the_owners(language: str, text: str, surface: str, organ: str, kit: Kit) -> None:
    """`Its` and `his` point to the subject before, `dont` to the noun before it; an army without either to the last army."""
    assert actors_of(read(text, kit, "2024-05-01", language), surface) == (organ,)
