"""The forms of names."""

from __future__ import annotations

from dragoman.extract.names.forms import without_suffix


def test_a_junior_is_looked_for_without_his_suffix_and_a_king_keeps_his_number() -> None:
    """The suffix "Jr." may be missing in the base; "II" tells one king from another."""
    assert without_suffix(("Paulo Teodoro Jr.", "Teodoro Jr.")) == ("Paulo Teodoro Jr.", "Teodoro Jr.", "Paulo Teodoro")
    assert without_suffix(("King Abdullah II",)) == ("King Abdullah II",)
