"""Who houses or mediates what others do is no side of theirs, unless the text says that he is; sentences of our own."""

from __future__ import annotations

import pytest

from dragoman.kit import Kit
from extract.speakers.test_quotes import statements


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # a host only
        ("en", "Under the auspices of the African Union, Sudan and South Sudan met. The two sides agreed to sell oil.",
         "Sudan; South Sudan"),
        ("en", "Turkey hosted Russian and Ukrainian negotiators. The two sides agreed to sell oil.", "Russia; Ukraine"),
        ("fr", "Le Rwanda et le Burundi ont signé une trêve sous l'égide de l'Angola. Les deux parties se sont engagées à céder"
         " le pétrole.", "Rwanda; Burundi"),
        # a host that is a party as well
        ("en", "Talks hosted by Qatar between Qatar and Bahrain ended on Monday. The two sides agreed to sell oil.",
         "Qatar; Bahrain"),
        ("en", "Egypt and Ethiopia met at the invitation of Egypt. The two sides agreed to sell oil.", "Egypt; Ethiopia"),
        ("en", "France, the host of the summit, signed a pact with Chad. The two countries agreed to sell oil.",
         "France; Chad"),
        ("en", "Chile and Peru met in talks mediated by Brazil. Brazil and Chile signed a pact. The two sides agreed to share"
         " oil.", "Brazil; Chile"),
    ],
)  # fmt: skip
def test_a_host_is_a_side_only_where_it_deals_with_the_other(language: str, text: str, name: str, kit: Kit) -> None:
    """Whom "the two sides" means is read from who stands side by side, not from who is named near."""
    _, found = statements(text, kit, language)
    told = [s for s in found if s.quote.endswith(("oil", "pétrole"))]
    assert [s.speaker_name for s in told] == [name]
