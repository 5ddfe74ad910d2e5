"""In whose voice a report speaks."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from dragoman.voices import Speaker, passages, voice_of


@pytest.mark.parametrize(
    ("speaker", "texts", "voice"),
    [
        (None, (), "narration"),
        (Speaker("Norway", "state", "NOR"), (), "official"),
        (Speaker("Ministry", "organ", "NOR.foreign-ministry"), (), "official"),
        (Speaker("Gazette", "outlet", "outlet:gazette"), (), "narration"),
        (Speaker("experts", "unresolved", "nil:1"), (), "expert"),
        (Speaker("media", "unresolved", "nil:1"), (), "narration"),
        (Speaker("senior official of the ministry", "unresolved", "nil:1"), (), "official"),
        (Speaker("Olga Marn", "person", "nil:2"), ("political analyst , told us",), "expert"),
        (Speaker("Olga Marn", "person", "nil:2"), ("the foreign minister , said",), "official"),
        (Speaker("Olga Marn", "person", "nil:2"), ("as ever , smiled",), "other"),
        (Speaker("analystes", "unresolved", "nil:3"), (), "expert"),
    ],
)
def test_voices(kit: Kit, speaker: Speaker | None, texts: tuple[str, ...], voice: str) -> None:
    """States and organs are officials, outlets narrate, and the rest is what the page says of them."""
    assert voice_of(speaker, texts, kit) == voice


def test_an_office_is_held_on_a_day(kit: Kit) -> None:
    """A minister is an official in office; before that, only what the page says counts."""
    tenure = next(
        tenure for person in sorted(kit.knowledge.tenures_by_person) for tenure in kit.knowledge.tenures_by_person[person]
        if len(kit.knowledge.tenures_by_person[person]) == 1 and tenure.start and tenure.end and tenure.start > "1950"
    )  # fmt: skip
    assert voice_of(Speaker("X", "person", tenure.person, tenure.start or ""), (), kit) == "official"
    assert voice_of(Speaker("X", "person", tenure.person, "1930-01-01"), ("analyst ,",), kit) == "expert"


def test_a_description_stands_in_the_sentence_of_the_name() -> None:
    """What another sentence says belongs to another."""
    text = "The minister left. Analyst Olga Marn, of the institute, disagreed. An officer nodded."
    start = text.index("Olga")
    (passage,) = passages(text, [(start, start + 9)])
    assert "Analyst" in passage
    assert "institute" in passage
    assert "minister" not in passage
    assert "officer" not in passage
