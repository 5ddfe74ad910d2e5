"""Tests of the keys by which prints of one quotation are found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.attribution.quote_keys import make_quote_key


def test_prints_of_one_quotation_share_a_key() -> None:
    """Marks, blanks, capitals and accents do not matter."""
    left = make_quote_key("« Nous ne céderons pas – jamais », dit-il.")
    right = make_quote_key("NOUS NE CEDERONS PAS, jamais dit il")
    assert left.key == right.key == "nous ne cederons pas jamais dit il"


def test_a_stretch_of_the_key_leads_back_to_the_text() -> None:
    """The span covers the characters that the words were read from."""
    text = "“We’re  staying,” — said Œdipe."
    key = make_quote_key(text)
    start = key.key.index("staying")
    assert text[slice(*key.span(start, start + len("staying")))] == "staying"
    start = key.key.index("oedipe")
    assert text[slice(*key.span(start, start + len("oedipe")))] == "Œdipe"


@given(st.text())
def test_every_character_of_a_key_has_an_offset(text: str) -> None:
    """Offsets never go back and stay inside the text; the key has no outer or double blanks."""
    key, offsets = make_quote_key(text)
    assert len(key) == len(offsets)
    assert list(offsets) == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)
    assert key == key.strip()
    assert "  " not in key
