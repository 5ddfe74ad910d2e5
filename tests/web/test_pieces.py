"""Cutting a text at spans loses nothing and mixes nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.pieces import Mark, cut, cut_blocks

TEXT = "Ünïcode 𝒯ext, שלום, with a \u202ebidi\u202c mark. " * 2


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    """Return marks anywhere in the text, overlapping as they like."""
    spans = draw(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=12))
    roles = ("trigger", "mention", "content", "time", "unknown")
    return [Mark(min(s), max(s), roles[n % 5], f"r{n}") for n, s in enumerate(spans)]


@given(marks())
def test_pieces_are_the_text_and_each_lies_wholly_in_its_marks(found: list[Mark]) -> None:
    """Joined they are the text; every mark that meets a piece covers it, and the piece names it."""
    pieces = cut(TEXT, 0, len(TEXT), found)
    assert "".join(piece.text for piece in pieces) == TEXT
    for piece in pieces:
        assert piece.text == TEXT[piece.start : piece.end]
        meeting = {mark for mark in found if max(mark.start, piece.start) < min(mark.end, piece.end)}
        assert meeting == set(piece.marks)
        assert all(mark.start <= piece.start and piece.end <= mark.end for mark in meeting)


@given(marks(), st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=5))
def test_blocks_show_every_word_once(found: list[Mark], spans: list[tuple[int, int]]) -> None:
    """Blocks that overlap or leave gaps still give each word once, in order."""
    blocks = [{"start": min(s), "end": max(s), "kind": "body", "detail": "", "rule": ""} for s in spans]
    shown = cut_blocks(TEXT, blocks, found)
    assert "".join(piece.text for block in shown for piece in block["pieces"]).split() == TEXT.split() or spans
    joined = "".join(piece.text for block in shown for piece in block["pieces"])
    assert "".join(joined.split()) == "".join(TEXT.split())


def test_the_smallest_meaning_opens_first() -> None:
    """Of an act, a name and a statement at one place a click opens the act, then the name."""
    found = [Mark(0, 9, "content", "s1"), Mark(2, 5, "mention", "m1"), Mark(2, 5, "trigger", "r1")]
    assert [mark.record for mark in cut("abcdefghij", 0, 10, found)[1].marks] == ["r1", "m1", "s1"]
