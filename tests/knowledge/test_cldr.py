"""Names of states in every language."""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.knowledge.cldr import entities_by_name, state_names
from dragoman.knowledge.matching import folded
from dragoman.show.knowledge import describe_knowledge


def test_a_state_has_a_name_in_every_language_of_cldr(kit: Kit) -> None:
    """Russia is called something in well over two hundred languages."""
    names = state_names(kit.knowledge, "RUS")
    assert len({code.partition("_")[0] for code in names}) > 200
    assert (names["ru"], names["de"], names["zh"]) == ("Россия", "Russland", "俄罗斯")
    assert state_names(kit.knowledge, "SUN") == state_names(kit.knowledge, "nobody") == {}


def test_a_name_in_any_language_finds_the_state(kit: Kit) -> None:
    """What files of other people call a state leads to its row; a name of two states leads to none."""
    known = entities_by_name(kit.knowledge)
    names = ("Deutschland", "Россия", "中国", "ألمانيا", "Suomi")
    assert [known.get(folded(name)) for name in names] == ["DEU", "RUS", "CHN", "DEU", "FIN"]


def test_knowledge_is_shown_under_a_name_of_any_language(kit: Kit) -> None:
    """Whoever asks for Polska is shown Poland, with what others call it."""
    found = describe_knowledge(kit, "Polska", None)
    assert found["actor"] == "POL"
    assert "Polen (de)" in found["in all languages"]
