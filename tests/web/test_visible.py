"""What cannot be seen is shown; nothing else changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.visible import visible, visible_marked


def test_control_and_bidi_characters_get_names() -> None:
    """An escape sequence, an override and a zero-width blank are told."""
    assert visible("a\x1b[31mb\u202ec\u200bd\x00e\x85f") == "a␛[31mb⟨RLO⟩c⟨ZWSP⟩d␀e⟨U+0085⟩f"


def test_words_of_any_script_stay_as_they_are() -> None:
    """Joiners belong to Persian and Hindi words; line ends and tabs are blanks."""
    text = "می\u200cخواهم क्\u200dष\tÉlysée\r\n東京"
    assert visible(text) == text


def test_marked_text_is_escaped_and_names_stand_apart() -> None:
    """HTML of a text has no tag but our own."""
    assert visible_marked("<b>\u202e&") == (
        '&lt;b&gt;<span class="sign" title="character U+202E, shown, not run">⟨RLO⟩</span>&amp;'
    )


@given(st.text())
def test_nothing_hidden_is_left(text: str) -> None:
    """Whatever comes in, no control or bidi character and no markup comes out."""
    shown = str(visible_marked(text))
    hidden = (*range(9), 0x1B, 0x7F, 0x200B, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    assert not {chr(code) for code in hidden} & set(shown)
    assert shown.count("<") == 2 * shown.count('<span class="sign"')
