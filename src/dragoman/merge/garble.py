"""How damaged a piece of text looks: broken quotation marks, stray stops, doubled words, words cut off.

Machine translation, re-wording and scraping leave such marks behind. The score only ranks versions of one text: of two
that say the same, the one with fewer marks speaks for the story.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from dragoman.merge.inputs import MergeDocument

_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[.!?] ?[.!?](?![.!?])(?=\s|$)(?<!\.\.\.)",  # "Australia. ."
        r"\w[”»]\w|\w[“«]\w|[,.][”»]\w",  # a closing mark glued to the next word: `,”said`
        r"[“«(] *[”»)]",  # empty marks
        r"(?<=[a-zà-ÿ])\. [a-zà-ÿ]{1,12}(?=[ .])",  # a full stop in the middle of a sentence
        r"\b(\w{3,})\W+\1\b",  # a word twice
        r" [,.;](?=\s|$)",  # a blank before a stop (French sets one only before : ; ! ?)
        r"\w [“”] \w",  # a mark that belongs to neither side
        r"(?<=\s)[b-df-hj-np-zB-DF-HJ-NP-Z](?=\s)",  # a consonant alone
        r"[�□]",
    )
)
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"))
_UNIT = 200  # characters that one mark is held against


def garble(text: str) -> float:
    """Return the marks of damage for every 200 characters of a text, at most 1."""
    marks = sum(len(sign.findall(text)) for sign in _SIGNS)
    marks += sum(text.count(opening) != text.count(closing) for opening, closing in _PAIRS)
    marks += text.count('"') % 2
    return round(min(1.0, marks / max(1.0, len(text) / _UNIT) / 4), 3)


def sentence_garble(document: MergeDocument, span: tuple[int, int]) -> float:
    """Return the damage of the sentence around a span; 0 where the sentence is not known."""
    starts = [start for start, _ in document.sentences]
    index = bisect_right(starts, span[0]) - 1
    if index < 0 or not document.text:
        return 0.0
    start, end = document.sentences[index]
    return garble(document.text[start:end])
