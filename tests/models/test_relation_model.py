"""The relation model: what it gives for marked pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.kit import Kit
from dragoman.models.relations import STATUSES, TYPES, load_relation_model, marked_pair


def test_heads_are_probabilities(kit: Kit) -> None:
    """Each head sums to one and names all types with NONE, all statuses."""
    model = kit.compiled(load_relation_model)
    seen = model.predict(["[ Oslo ] bombed { Minsk }.", "{ Oslo } wurde von [ Minsk ] gebeten."])
    assert len(seen) == 2
    for prediction in seen:
        assert set(prediction.types) == {*TYPES, "NONE"}
        assert set(prediction.statuses) == set(STATUSES)
        for head in (prediction.types, prediction.statuses, prediction.modes):
            assert sum(head.values()) == pytest.approx(1.0, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("On Friday [ the Kenyan government ] expelled { two Somali diplomats }, giving them two days to pack.", "SANCTION"),
        ("[ La police ] a arrêté vendredi { trois journalistes } à la sortie du tribunal.", "COERCE"),
        ("[ Le ministre grec ] a vivement condamné l'attitude de { la Turquie }.", "ACCUSE"),
    ],
)
def test_plain_sentences_in_both_languages(kit: Kit, text: str, type_: str) -> None:
    """A plain act is read in English and in French."""
    (seen,) = kit.compiled(load_relation_model).predict([text])
    assert max(seen.types, key=lambda name: seen.types[name]) == type_


def test_no_text_no_prediction(kit: Kit) -> None:
    """Nothing given, nothing read; a text far longer than the window is cut and still read."""
    model = kit.compiled(load_relation_model)
    assert model.predict([]) == []
    assert len(model.predict(["[ Oslo ] accused { Minsk }. " + "word " * 5000])) == 1


@given(st.text(min_size=4), st.data())
def test_marks_can_be_taken_off(text: str, data: st.DataObject) -> None:
    """Marking only inserts: without the marks the text is the one given, whichever side comes first."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4, unique=True)))
    first, second = (cuts[0], cuts[1]), (cuts[2], cuts[3])
    source, target = data.draw(st.sampled_from([(first, second), (second, first)]))
    marked = marked_pair(text, source, target)
    assert len(marked) == len(text) + 8
    assert f"[ {text[source[0] : source[1]]} ]" in marked
    assert f"{{ {text[target[0] : target[1]]} }}" in marked
