"""Who in the knowledge base a name may be: exact, romanised otherwise, or damaged; each with how well the string fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.extract.names.forms import fold, surname_of, with_umlauts
from dragoman.extract.names.spellings import likeness, romanisations, romanised, words
from dragoman.kit import Kit

# How much a string alone says. A full name nearly settles it, a family name needs an anchor: on 6,363 office holders
# (2026), full names at 0.90 or more were right, bare damaged family names right only with office or document at hand.
_FULL, _FAMILY = 0.92, 0.58
_MIDDLE = 0.95  # "Manuel Barroso": who is called by a middle name
_SHORT_GIVEN = 0.45  # another given name with the same initial: only the office can settle it
_FULL_LIKENESS, _GIVEN_LIKENESS, _FAMILY_LIKENESS = 0.88, 0.80, 0.84
_WHOLE_LIKENESS = 0.93
_DAMAGED = 0.9  # a bare damaged family name weighs less: it needs the state or office in the text too
_SAME_SOUND = 0.97  # what likeness gives to other romanisations of one name: three letters must be that ("Mun", Moon)
_SHORTEST = 4  # shorter family names are not recognised in another romanisation
_MARGIN = 3  # letters by which spellings of one name differ in length at most
_BLOCK = 2
_PARTICLES = frozenset(("al", "el", "de", "du", "la", "le", "van", "von", "der", "den", "ben", "bin", "abu", "di", "da"))


class PersonName(NamedTuple):
    """One name of one person: its words, its family name."""

    person: str
    words: tuple[str, ...]
    family: str


class PersonIndex(NamedTuple):
    """The names of all people, by family name and by the first letters of its romanised form."""

    families: dict[str, tuple[PersonName, ...]]
    blocks: dict[str, tuple[str, ...]]


def load_people(kit: Kit) -> PersonIndex:
    """Index the names of people. Use through `kit.compiled(load_people)`."""
    families: dict[str, list[PersonName]] = defaultdict(list)
    for person in kit.knowledge.persons.values():
        for form in with_umlauts(person.name, *filter(None, person.aliases.split("|"))):
            family = fold(surname_of(form, person.state) or form).strip()
            families[family].append(PersonName(person.id, words(form), family))
    blocks: dict[str, list[str]] = defaultdict(list)
    for family in families:
        for key in _keys(family):
            blocks[key].append(family)
    return PersonIndex(
        {family: tuple(names) for family, names in families.items()},
        {key: tuple(found) for key, found in blocks.items()},
    )


def load_sounds(kit: Kit) -> frozenset[str]:
    """Return the family names of all people, romanised. Use through `kit.compiled(load_sounds)`."""
    families = kit.compiled(load_people).families
    return frozenset(romanised(family) for family in families if len(family) > _SHORTEST)


def _keys(family: str) -> tuple[str, ...]:
    """Return the blocks of a family name: first and last letters, romanised, so that one damaged end still meets."""
    return _keys_of(romanised(family))


def _keys_of(sounds: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(("<" + sounds[:_BLOCK], ">" + sounds[-_BLOCK - 1 :])))


def find_candidates(forms: Sequence[str], kit: Kit, *, fuzzy: bool) -> dict[str, float]:
    """Return the people whom the forms of one cluster may name, with the string's share of the score, 0 to 1.

    Where the cluster has a full name, only people whose full name fits it are returned.
    """
    full = [form for form in forms if len(words(form)) > 1]
    found: dict[str, float] = {}
    for form in full or forms:
        for person, score in _of_form(form, kit.compiled(load_people), fuzzy=fuzzy):
            found[person] = max(found.get(person, 0.0), score)
    return found


def _of_form(form: str, index: PersonIndex, *, fuzzy: bool) -> Iterable[tuple[str, float]]:
    parts = words(form)
    for family in _families(form, parts, index, fuzzy=fuzzy):
        for name in index.families[family]:
            score = _full(parts, name) if len(parts) > 1 else 0.0
            score = max(score, _bare(form, family) * _FAMILY)
            bare = len(parts) == 1 or score > _FAMILY or _particled(form, family)
            if bare and score >= _FAMILY * _FAMILY_LIKENESS * _DAMAGED:
                yield name.person, score


def _particled(form: str, family: str) -> bool:
    """Tell whether a form of several words is a family name alone ("Le Drian").

    Its first word must be the same: "Fernando Dias" is a given name and a family name, no damaged "Fernández Díaz".
    """
    left, right = words(form), words(family)
    if len(left) != len(right) or likeness(left[0], right[0]) < _SAME_SOUND:
        return False
    return _alike(form, family) >= _FAMILY_LIKENESS


_REST_LIKENESS = 0.7  # "trian" and "drian" have 0.8 or more, "tahir" and "thani" less


def _alike(form: str, family: str) -> float:
    """Return how alike two family names are; what they share in particles counts only where the rest is much alike.

    "Le Trian" is nearly "Le Drian", but "al-Tahir" is not nearly "Al Thani".
    """
    left, right = words(form), words(family)
    shared = 0
    while min(len(left), len(right)) > shared + 1 and left[shared] == right[shared] and left[shared] in _PARTICLES:
        shared += 1
    rest = likeness(" ".join(left[shared:]), " ".join(right[shared:])) if shared else 1.0
    return likeness(form, family) if rest >= _REST_LIKENESS else rest


def _families(form: str, parts: Sequence[str], index: PersonIndex, *, fuzzy: bool) -> Iterable[str]:
    """Return the family names that may be meant: the last words of the form, the first, or what lies near in spelling."""
    tails = [" ".join(fold(form).replace("-", " ").split()[start:]) for start in range(min(len(parts), 4))]
    exact = [tail for tail in (*tails, parts[0] if parts else "") if tail in index.families]
    if not fuzzy:
        return tuple(dict.fromkeys(exact))
    whole = _whole_surname(form)
    ends = [whole] if whole else [parts[-1], *tails]
    near = [
        family
        for target in dict.fromkeys((*ends, parts[0]))
        if len(target) > 2
        for key in dict.fromkeys(key for sounds in romanisations(target) for key in _keys_of(sounds))
        for family in index.blocks.get(key, ())
        if abs(len(family) - len(target)) <= _MARGIN
        and likeness(target, family) >= (_FAMILY_LIKENESS if len(target) > 3 else _SAME_SOUND)
    ]
    return tuple(dict.fromkeys((*exact, *near)))


def _whole_surname(form: str) -> str:
    """`Ann Keating-Marsh`: return the hyphenated family name that ends a full name, else nothing.

    It may be damaged as a whole; half of it is nobody's misspelt name. A particle ("al-Sisi") is no half.
    """
    plain = form.split()
    halves = [fold(half).strip() for half in plain[-1].split("-")] if len(plain) > 1 else []
    return " ".join(halves) if len(halves) > 1 and all(len(h) > _MARGIN and h not in _PARTICLES for h in halves) else ""


def _bare(form: str, family: str) -> float:
    score = _alike(form, family)
    if score == 1.0 or (romanised(form) == romanised(family) and len(family) > 4):
        return score
    return _DAMAGED * score


def _full(parts: Sequence[str], name: PersonName) -> float:
    """Return how well a full name fits: family name and given name apart; middle names may be missing."""
    if len(name.words) < 2:
        return 0.0
    if tuple(parts) == name.words or sorted(parts) == sorted(name.words):
        return 1.0
    if words(name.family) == name.words:  # a ruler without family name
        return _FULL if likeness(" ".join(parts), " ".join(name.words)) >= _WHOLE_LIKENESS else 0.0
    family_first = words(name.family) == name.words[: len(words(name.family))] and len(name.words) > 1
    family_words = len(words(name.family))
    if family_first:
        family = likeness(" ".join(parts[:family_words]), name.family)
        given = likeness("".join(parts[family_words:]), "".join(name.words[family_words:]))
    else:
        tail = parts[-family_words:] if len(parts) > family_words else parts[-1:]
        family = _alike(" ".join(tail), name.family)
        given = likeness(parts[0], name.words[0])
        middle = [likeness(parts[0], word) for word in name.words[1:-family_words]]
        # not nearly: the middle word may be a first family name, and Fernando no Fernández
        given = max((given, *(_MIDDLE * each for each in middle if each >= _SAME_SOUND)))
        if len(parts[0]) == 1 and parts[0] == name.words[0][0]:
            given = 0.9
    if family < _FULL_LIKENESS:
        return 0.0
    if given < (_FULL_LIKENESS if family_first else _GIVEN_LIKENESS):
        short = not family_first and family >= 0.97 and parts[0][0] == name.words[0][0]
        return _SHORT_GIVEN if short else 0.0  # Joe, Joseph
    return _FULL * (0.6 * family + 0.4 * given)
