"""Whether two canonical names mean the same people and bodies, though gold and reading call one of them differently.

"Arab League" and "League of Arab States" are one speaker; letter by letter they are two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dragoman.extract.names.forms import fold
from dragoman.kit import Kit
from dragoman.languages.rows import NameRow

_NAMING = frozenset(("name", "short", "acronym"))  # kinds of forms that are names; no adjectives, peoples, capitals


def compile_names(kit: Kit) -> Mapping[str, frozenset[str]]:
    """Return whom each name of the base may mean, by folded name. Use as `kit.compiled(compile_names)`."""
    found: dict[str, set[str]] = defaultdict(set)
    for identifier, actor in kit.knowledge.entities.items():
        found[fold(actor.name)].add(identifier)
    for person in kit.knowledge.persons.values():
        for form in (person.name, *filter(None, person.aliases.split("|"))):
            if " " in form:  # a family name alone is no full name
                found[fold(form)].add(person.id)
    for language in kit.languages.values():
        for row in language.rows("names", NameRow):
            if row.kind in _NAMING:
                for form in row.form.split("|"):
                    found[fold(form)].add(row.entity)
    return {form: frozenset(entities) for form, entities in found.items()}


def same_entities(gold: Sequence[str], found: Sequence[str], names: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether two lists of names mean the same entities, in any order; unknown names must be written alike."""
    if len(gold) != len(found):
        return False
    left = list(found)
    for name in gold:
        match = next((other for other in left if _is_same(name, other, names)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _is_same(one: str, other: str, names: Mapping[str, frozenset[str]]) -> bool:
    one, other = (fold(name).removeprefix("the ") for name in (one, other))
    return one == other or bool(names.get(one, frozenset()) & names.get(other, frozenset()))
