"""Where a new item begins in a text of several: what is in mind of one item is forgotten in the next.

News in brief open each item with the place it comes from ("MOGADISHU (Agency) -", "LA PAZ."); that is sure. A sub-headline
or a row of stars stands between items as well as between the parts of one article: there the states tell. What runs through
an article is named in most of its parts, while items share hardly anything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.extract.names.lookup import Lookup
from dragoman.intake.datelines import find_dateline
from dragoman.records import Document, Sentence

# "LA PAZ. La Bolivie ...", "ISLAMABAD/TEHRAN. Pakistan ...", also behind a bullet.
_SHOUTED = r"[A-ZÀ-ÞŁŚŽČĐ][A-ZÀ-ÞŁŚŽČĐ'’-]+"
_PLACE = re.compile(rf"{_SHOUTED}(?:(?:[ /–-]|, ){_SHOUTED}){{0,4}}\s?\.\s+(?:[–—-]\s)?(?=[\"“«]?\s?[A-ZÀ-Þ0-9])")
_BULLETS = " \t\u00a0•■▪●*–—-"
_BREAK = re.compile(r"^[ \t]*[*•·■#~=_–—-](?:[ \t]*[*•·■#~=_–—-])*[ \t]*$", re.MULTILINE)
_LONGEST_LINE = 200  # characters of a line that are looked at for its dateline
_SHARED = 0.5  # share of the parts above which a state runs through the whole


def split_items(
    document: Document, sentences: Sequence[Sentence], kinds: Sequence[str], lookup: Lookup
) -> list[list[Sentence]]:
    """Return the sentences of some kinds by the item that they belong to; one item for an ordinary text."""
    body = [sentence for sentence in sentences if sentence.kind in kinds]
    sure = [n for n, sentence in enumerate(body) if _has_dateline(document.text, body, n, sentence)]
    if len(sure) > 1:
        return _cut(body, sure[1:])
    parts = _cut(body, list(_breaks(document.text, sentences, body)))
    return [body] if _is_one(parts, lookup) else parts


def _cut(body: list[Sentence], at: Sequence[int]) -> list[list[Sentence]]:
    return [body[start:end] for start, end in pairwise((0, *at, len(body))) if start < end]


def _has_dateline(text: str, body: Sequence[Sentence], number: int, sentence: Sentence) -> bool:
    """Tell whether a paragraph begins with this sentence and with a place in capitals, or another dateline."""
    ended = body[number - 1].end if number else 0
    start = text.rfind("\n", ended, sentence.start) + 1
    if number and not start:
        return False
    line = text[start : start + _LONGEST_LINE].split("\n", 1)[0]
    line = line.lstrip(_BULLETS)
    return _PLACE.match(line) is not None or find_dateline(line) is not None


def _breaks(text: str, sentences: Sequence[Sentence], body: Sequence[Sentence]) -> Iterator[int]:
    """Yield the sentences before which a sub-headline or a row of stars stands."""
    heads = sorted(sentence.start for sentence in sentences if sentence.kind == "subhead")
    for number in range(1, len(body)):
        before, here = body[number - 1].end, body[number].start
        if any(before <= head < here for head in heads) or ("\n" in text[before:here] and _BREAK.search(text[before:here])):
            yield number


def _is_one(parts: Sequence[Sequence[Sentence]], lookup: Lookup) -> bool:
    """Tell whether the parts tell one story: a state is named in more than half of them."""
    named: Counter[str] = Counter()
    for part in parts:
        named.update({
            state
            for sentence in part
            for index in lookup.of_sentence(sentence.index)
            for actor in lookup.actor_ids(index)
            if (state := lookup.state_of(actor)) is not None
        })  # fmt: skip
    return len(parts) < 2 or any(count > _SHARED * len(parts) for count in named.values())
