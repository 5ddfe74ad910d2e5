"""Loads the spaCy model of a language and lets it run faster to the same result."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language as Model
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

# What a rule for one word can look at so that the next word alike in all of them meets the same rules.
_OF_A_WORD = frozenset(
    ("ORTH", "LOWER", "NORM", "SHAPE", "LEMMA", "TAG", "POS", "DEP", "IS_SPACE", "IS_ALPHA", "IS_DIGIT", "IS_PUNCT")
)
_MOST_KNOWN = 100_000  # kinds of words remembered: some megabytes; a text has a few hundred

Found = tuple[int, int, int, int]  # number of the rule, its key, first token, end


def load_parser(name: str) -> Model:
    """Load an installed model, or one in a folder. Takes 1 to 9 seconds."""
    import spacy  # here, not above: importing spaCy takes a second, and `import dragoman` stays light
    from spacy.pipeline import AttributeRuler

    model: Model = spacy.load(name) if Path(name).is_dir() else importlib.import_module(name).load()
    if model.lang == "fr":
        _cut_at_quotes(model)
    for _, component in model.pipeline:
        _multiply_with_numpy(component)
        if isinstance(component, AttributeRuler):
            component.match = KnownRules(component).match
    return model


def _cut_at_quotes(model: Model) -> None:
    """Cut an opening quote off the elided word before it, which the tokenizer would join to the word behind."""
    from spacy.util import compile_infix_regex

    infixes = (*(model.Defaults.infixes or ()), r"(?<=[A-Za-z]')\"")
    model.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def _multiply_with_numpy(component: Any) -> None:
    """Let a component multiply through numpy: BLIS, its default, does not know every processor and is then four times slower.

    Measured in 2026 on a virtual AMD EPYC: 1.5 ms against 6.5 ms for the layers of one document, the same parses.
    """
    network = getattr(component, "model", None)
    for layer in () if network is None else network.walk():
        if hasattr(layer.ops, "use_blis"):
            layer.ops.use_blis = False


class KnownRules:
    """The rules of an attribute ruler; which of them meet a word is remembered by all that the rules look at.

    A ruler tries its rules (English: 180) at every token, a seventh of the time of a parse; nearly all are for one word.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.matcher import Matcher

        self._strings = ruler.vocab.strings
        self._single, self._several = Matcher(ruler.vocab), Matcher(ruler.vocab)
        looked_at: set[str] = set()
        for number in range(len(ruler.attrs)):
            _, patterns = ruler.matcher.get(str(number))
            for pattern in patterns:
                alone = len(pattern) == 1 and _OF_A_WORD.issuperset(pattern[0])
                (self._single if alone else self._several).add(str(number), [pattern])
                looked_at.update(pattern[0] if alone else ())
        self._attributes = sorted(looked_at) or ["ORTH"]
        self._known: dict[tuple[int, ...], tuple[tuple[int, int], ...]] = {}

    def match(self, doc: Doc) -> list[Found]:
        """Return where which rules apply, later rules last, as `AttributeRuler.match` does."""
        return sorted({*self._of_words(doc), *self._of_phrases(doc)})

    def _of_words(self, doc: Doc) -> Iterator[Found]:
        known = self._known
        rows = doc.to_array(self._attributes).reshape(len(doc), len(self._attributes)).tolist()
        for place, row in enumerate(map(tuple, rows)):
            rules = known.get(row)
            if rules is None:
                if len(known) >= _MOST_KNOWN:
                    known.clear()
                met = self._single(doc[place : place + 1], allow_missing=True)
                rules = known[row] = tuple((int(self._strings[key]), key) for key, _, _ in met)
            for number, key in rules:
                yield number, key, place, place + 1

    def _of_phrases(self, doc: Doc) -> Iterator[Found]:
        if len(self._several):
            for key, start, end in self._several(doc, allow_missing=True):
                yield int(self._strings[key]), key, start, end
