"""Several states in one phrase: "Cambodian and Thai troops", "les dirigeants de la Grande-Bretagne, la France et l'Allemagne".

A mention that covers such a phrase is linked to one actor, and the parse of a long list often breaks. What stands between
the names tells a list: commas, articles, "and".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from dragoman.kit import Kit
from dragoman.languages.rows import NameRow

_KINDS = frozenset(("name", "short", "adjective", "demonym"))
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ARTICLES = r"(?:the|of|de|du|des|la|le|les|l['’]|d['’]|from|\s)*"
_GAP = re.compile(rf"\s*(?:,|,?\s*(?P<and>and|et|&|ainsi que|as well as))\s*{_ARTICLES}\s*")
_STATE_CODE = 3
_MOST_WORDS = 3  # "North Korean", "Papua New Guinean"
_ARTICLED = ("the ", "le ", "la ", "les ", "l'")  # "the North" is a name; in "the North Korean" it is none


def compile_peoples(kit: Kit, language: str) -> Mapping[str, str]:
    """Return the states that names of one to three words mean, adjectives too. Use as `kit.compiled(compile_peoples, "en")`."""
    found: dict[str, str] = {}
    for row in kit.languages[language].rows("names", NameRow):
        if row.kind in _KINDS and len(row.entity) == _STATE_CODE and row.entity in kit.knowledge.entities:
            for form in row.form.split("|"):
                if form.count(" ") < _MOST_WORDS and not form.casefold().startswith(_ARTICLED):
                    found.setdefault(form.casefold(), row.entity)
    return found


def states_inside(surface: str, peoples: Mapping[str, str]) -> tuple[str, ...]:
    """Return the states that the words of a phrase name, in order; none where they are not listed side by side."""
    hits = named_inside(surface, peoples)
    for (_, end, _), (start, _, _) in itertools.pairwise(hits):
        if not _GAP.fullmatch(re.sub(r"[ldLD]['’]$", "", surface[end:start])):
            return ()
    return tuple(dict.fromkeys(state for _, _, state in hits))


def named_inside(surface: str, peoples: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """Return where the words of a phrase name states, and which: the longest name at each place ("North Korean")."""
    words = [(match.start(), match.end()) for match in _WORD.finditer(surface)]
    hits: list[tuple[int, int, str]] = []
    first = 0
    while first < len(words):
        start = words[first][0]
        for last in range(min(first + _MOST_WORDS, len(words)) - 1, first - 1, -1):
            name = re.sub(r"^[ldLD]['’]", "", " ".join(surface[slice(*word)] for word in words[first : last + 1]))
            state = peoples.get(name.casefold()) if surface[start : words[last][1]].count(" ") == last - first else None
            if state is not None:
                hits.append((start, words[last][1], state))
                first = last
                break
        first += 1
    return hits


def list_end(text: str, spans: Sequence[tuple[int, int]], first: int) -> int:
    """Return the index of the last span of a list that begins at `first`: "A, B and C". Without "and" it is no list."""
    joined, last = first, first
    while last + 1 < len(spans):
        gap = _GAP.fullmatch(text[spans[last][1] : spans[last + 1][0]])
        if gap is None:
            break
        last += 1
        if gap.group("and"):
            joined = last
            break
    return joined
