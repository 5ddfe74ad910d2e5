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


def compile_peoples(kit: Kit, language: str) -> Mapping[str, str]:
    """Return the states that single words name, as adjectives too. Use as `kit.compiled(compile_peoples, "en")`."""
    found: dict[str, str] = {}
    for row in kit.languages[language].rows("names", NameRow):
        if row.kind in _KINDS and len(row.entity) == _STATE_CODE and row.entity in kit.knowledge.entities:
            for form in row.form.split("|"):
                if " " not in form:
                    found.setdefault(form.casefold(), row.entity)
    return found


def states_inside(surface: str, peoples: Mapping[str, str]) -> tuple[str, ...]:
    """Return the states that the words of a phrase name, in order; none where they are not listed side by side."""
    hits = []
    for match in _WORD.finditer(surface):
        word = re.sub(r"^[ldLD]['’]", "", match.group())
        state = peoples.get(word.casefold())
        if state is not None:
            hits.append((match.start(), match.end(), state))
    for (_, end, _), (start, _, _) in itertools.pairwise(hits):
        if not _GAP.fullmatch(re.sub(r"[ldLD]['’]$", "", surface[end:start])):
            return ()
    return tuple(dict.fromkeys(state for _, _, state in hits))


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
