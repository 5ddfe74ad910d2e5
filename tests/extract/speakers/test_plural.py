"""Which two states "the two countries" are where a sentence names more; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_quotes import statements


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Qatar mediated between Kenya and Somalia. The two countries agreed to exchange envoys.", "Kenya; Somalia"),
        ("en", "Peru condemned the fighting between Kenya and Somalia. The two countries agreed to exchange envoys.",
         "Kenya; Somalia"),
        ("en", "Peru hosted talks between Kenya and Somalia. Both countries agreed to exchange envoys.", "Kenya; Somalia"),
        ("fr", "Le Qatar a accueilli des pourparlers entre le Tchad et le Soudan. Les deux pays ont promis l'envoi d'un juge.",
         "Chad; Sudan"),
        ("en", "Kenya signed a pact with Uganda. Rwanda left. The two countries agreed to exchange envoys.", "Kenya; Uganda"),
        ("en", "Kenya and Uganda signed a pact in talks with Rwanda. The two countries agreed to exchange envoys.",
         "Kenya; Uganda"),
        ("en", "Kenya told Uganda of the offer by Rwanda. The two countries agreed to exchange envoys.", "Kenya; Uganda"),
        ("en", "Kenya, Uganda and Rwanda met. The three countries agreed to exchange envoys.", "Kenya; Uganda; Rwanda"),
    ],
)  # fmt: skip
def test_two_countries_are_those_listed_together(language: str, text: str, name: str, kit: Kit) -> None:
    """Of three states the two of one list are meant, not who hosts, mediates or judges; without a list the first ones."""
    _, found = statements(text, kit, language)
    assert [s.speaker_name for s in found if "env" in s.quote] == [name]
