"""French names in a row whose links are words."""

from __future__ import annotations

import pytest
from conftest import make_document

from dragoman.extract.parse.sentences import split_sentences
from dragoman.extract.parse.tree import conjuncts
from dragoman.kit import Kit
from dragoman.records import Block


def _row(kit: Kit, text: str, name: str) -> list[str]:
    """Return the names that the parse of one sentence coordinates with a name."""
    (sentence,) = split_sentences(make_document(text, "fr"), [Block(start=0, end=len(text), kind="body")], kit)
    first = next(token for token in sentence.tokens if token.text == name)
    return [token.text for token in conjuncts(sentence, first.i)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La Suède a promis des vivres au Malawi, à la Zambie et au Kenya.", ["Malawi", "Zambie", "Kenya"]),
        ("Lisbonne a rappelé ses consuls en Angola, en Guinée et au Brésil.", ["Angola", "Guinée", "Brésil"]),
        ("Le pacte lie les ports de la Grèce, de Malte, de Chypre et du Liban.", ["Grèce", "Malte", "Chypre", "Liban"]),
        ("Le texte rédigé par la Suède, la Norvège, Malte et le Bénin est nul.", ["Suède", "Norvège", "Malte", "Bénin"]),
        ("Le Népal, tout comme le Bhoutan, a signé le texte.", ["Népal", "Bhoutan"]),
        ("Tant Lima que Quito soutiennent le Chili.", ["Lima", "Quito"]),
        ("Cuba nie tout, ce que contestent aussi bien Quito que Lima.", ["Quito", "Lima"]),
        ("Le Chili s'est solidarisé avec Quito, de même que la Bolivie.", ["Chili", "Bolivie"]),
    ],
)
def test_names_under_linking_words_stand_in_one_row(kit: Kit, text: str, names: list[str]) -> None:
    """Names that share a preposition, or that "comme" and "que" link, are coordinated."""
    assert _row(kit, text, names[0]) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La Norvège traite le Ghana comme le Togo.", "Ghana"),  # the second is what the object is likened to
        ("À Vienne, à la demande de Lima et de Quito, les experts ont siégé.", "Vienne"),
        ("À Vienne, la Suède, la Norvège et le Danemark ont signé un pacte.", "Vienne"),
        ("Le Pérou condamne Cuba, de même que la Bolivie.", "Pérou"),  # it may be condemned too
        ("Il est passé de Madrid à Rome, en Italie, et à Vienne.", "Madrid"),
    ],
)
def test_other_names_are_not_joined(kit: Kit, text: str, name: str) -> None:
    """No row is made of a comparison with an object, of circumstances, or where it is open whom a name joins."""
    assert _row(kit, text, name) == [name]
