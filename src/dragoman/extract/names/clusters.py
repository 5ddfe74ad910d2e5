"""Which names in one document are the same person's, before the knowledge base is asked.

"Shoig" beside "Sergei Shoigu" is he: within one text a family name hardly ever belongs to two people, so a spelling need
only resemble a name that stands there in full.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.extract.names.forms import fold
from dragoman.extract.names.spellings import likeness, romanised, words

_SAME_PERSON = 0.88  # likeness of damaged forms of one name in a text: Shoig .93, Blingen .92, Trian .91, Parley .95
_PREFIX = 4


class Cluster(NamedTuple):
    """Names of one person: indices of their mentions, and the distinct forms, the fullest first."""

    members: tuple[int, ...]
    forms: tuple[str, ...]


def cluster_names(names: Sequence[str], known: Sequence[bool]) -> tuple[Cluster, ...]:
    """Group the names of people in a document. `known[i]`: the base knows that very form as somebody's name.

    Full names stand first, the most frequent leading; a shorter or damaged form joins the most alike of them.
    """
    counts = Counter(names)
    known_forms = {name for name, is_known in zip(names, known, strict=True) if is_known}
    order = sorted(counts, key=lambda form: (-min(len(words(form)), 2), form not in known_forms, -counts[form], form))
    groups: list[list[str]] = []
    blocks: dict[str, list[int]] = {}
    for form in order:
        near = sorted({number for key in _keys(form) for number in blocks.get(key, ())})
        best = max(near, key=lambda number: _belongs(form, groups[number][0], known_forms), default=None)
        if best is not None and _belongs(form, groups[best][0], known_forms) >= _SAME_PERSON:
            groups[best].append(form)
            continue
        for key in _keys(form):
            blocks.setdefault(key, []).append(len(groups))
        groups.append([form])
    members: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        members.setdefault(name, []).append(index)
    return tuple(
        Cluster(tuple(sorted(index for form in group for index in members[form])), _accented_first(group)) for group in groups
    )


def _accented_first(forms: Sequence[str]) -> tuple[str, ...]:
    """Put the form with most accents before those that differ in nothing else: a text may lose accents, hardly add them."""
    same = [form for form in forms if fold(form) == fold(forms[0])]
    best = max(same, key=lambda form: sum(not letter.isascii() for letter in form))
    return (best, *(form for form in forms if form != best))


def _keys(form: str) -> frozenset[str]:
    """Return the blocks of a name, so that only names alike at the beginning or end of some word are compared."""
    sounds = [romanised(word) for word in words(form)]
    return frozenset(key for sound in sounds for key in ("<" + sound[:2], ">" + sound[-3:]) if len(key) > 1)


def _belongs(form: str, leader: str, known: set[str]) -> float:
    """Return how likely a form is another name of the leader's, 0 to 1."""
    left, right = words(form), words(leader)
    if not left or not right:
        return 0.0
    if form in known and leader in known and len(left) > 1 and len(right) > 1 and left[-1] != right[-1]:
        return 0.0
    if len(left) == 1:
        return max(_family(left[0], right, known, form, leader), 0.9 if _is_given_name(left, right) else 0.0)
    if len(right) == 1:
        return _family(right[0], left, known, form, leader)
    family = max(likeness(left[-1], right[-1]), likeness("".join(left[1:]), "".join(right[1:])))
    given = likeness(left[0], right[0])
    if left[0][0] == right[0][0] and min(len(left[0]), len(right[0])) == 1:
        given = 0.9  # an initial
    return min(family, given) if given >= 0.75 else 0.0


def _family(word: str, name: Sequence[str], known: set[str], form: str, leader: str) -> float:
    """Compare one bare word with the family name of a full name (its last words, or its first in some languages)."""
    exact = max((1.0 for part in (name[-1], name[0], "".join(name[1:])) if part == word), default=0.0)
    if exact or (form in known and leader in known):
        return exact
    best = max(likeness(word, name[-1]), likeness(word, "".join(name[1:])))
    cut = len(word) >= _PREFIX and len(name[-1]) - len(word) in (1, 2) and name[-1].startswith(word)
    return max(best, 0.9 if cut else 0.0)


def _is_given_name(form: Sequence[str], name: Sequence[str]) -> bool:
    return len(name) > 1 and form == tuple(name[: len(form)]) and len(form[0]) > 3
