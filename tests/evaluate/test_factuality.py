"""The scorer of factuality."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluate.factuality import class_of, evaluate, join_tokens, score_values
from dragoman.kit import Kit


@given(st.lists(st.sampled_from(["He", "said", ",", ".", '"', "n't", "'s", "(", ")", "$", "5", "%", "did", "``", "''"])))
def test_joined_tokens_keep_their_offsets(tokens: list[str]) -> None:
    """Every span of the joined text reads its token."""
    text, spans = join_tokens(tokens)
    assert [text[start:end] for start, end in spans] == tokens


def test_punctuation_joins_the_word_before() -> None:
    """The parser sees running text."""
    assert join_tokens(["They", "did", "n't", "sign", "."])[0] == "They didn't sign."


def test_classes_are_cut_at_one() -> None:
    """The middle third of the scale is uncertain."""
    assert [class_of(value) for value in (-3.0, -1.0, -0.9, 0.0, 0.9, 1.0)] == [
        "negative", "negative", "uncertain", "uncertain", "uncertain", "positive",
    ]  # fmt: skip


def test_errors_hold_the_word_and_both_values() -> None:
    """A row of the errors is enough to work on."""
    row = {"tokens": ["They", "signed", "."], "events": [{"token": 1, "value": 3.0}]}
    score = score_values([row], [[3.0]], [[-2.0]], "own")
    assert score.figures["mean_absolute_error"] == 5.0
    assert score.errors == ({"text": "They signed .", "word": "signed", "gold": 3.0, "found": -2.0},)


def test_a_file_is_rated_and_given_predictions_are_taken(kit: Kit, tmp_path: Path) -> None:
    """The same figures come from the ratings and from their values in a file."""
    rows = [
        {"tokens": ["They", "signed", "the", "pact", "."], "events": [{"token": 1, "value": 3.0}]},
        {"tokens": ["They", "did", "n't", "sign", "it", "."], "events": [{"token": 3, "value": -3.0}]},
    ]
    gold, given_ = tmp_path / "gold.jsonl", tmp_path / "given.jsonl"
    gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    given_.write_text('{"values": [3.0]}\n{"values": [-3.0]}\n', encoding="utf-8")
    assert evaluate(gold, kit).errors == ()
    assert evaluate(gold, kit, given_).figures["mean_absolute_error"] == 0


def test_values_of_the_development_set_are_close(kit: Kit, shared: Path, tmp_path: Path) -> None:
    """The first 150 sentences stay under the errors asked for."""
    lines = (shared / "data" / "modality" / "factuality_dev.jsonl").read_text(encoding="utf-8").splitlines()[:150]
    sample = tmp_path / "sample.jsonl"
    sample.write_text("\n".join(lines), encoding="utf-8")
    assert evaluate(sample, kit).figures["mean_absolute_error"] <= 0.6
