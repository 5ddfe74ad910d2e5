"""Bodies called by the noun of their name: "the Council" after "the Permanent Council of the OAS", "la Ligue"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.extract.names.forms import fold
from dragoman.extract.names.scan import Scan
from dragoman.kit import Kit
from dragoman.languages.rows import DescriptionRow, NameRow, OrganWordRow

_NAMES = ("name", "short")
_CUTTING = ("complement", "locative", "direction")  # kinds of words before which the noun of an English name stands
_ARTICLE = re.compile(r"(?:\b(?:[Tt]he|[Ll][ea]|[Dd]u|[Aa]u) |\b[Ll]['’])\Z")
_ARTICLE_REACH = 4  # characters
_GOES_ON = re.compile(r"[\s-]+(?:[A-ZÀ-Ü]|(?:of|for|on|de|des|du) |d['’])")
_GOES_ON_REACH = 6  # characters
PARLIAMENT = "parliament"
_CHAMBERS = frozenset({"parliament", "lower-house"})
_BODIES = frozenset({"organisation", "organ", "group"})


def noun_of(name: str, code: str, kit: Kit) -> str:
    """Return the folded noun that a name of several words is a kind of: "Permanent Council of X" a council; else ""."""
    words = name.split()
    if code == "fr":
        words = words[1:] if words and fold(words[0]) in ("le", "la", "les") else words
        noun = re.sub(r"^[Ll]['’]", "", words[0]) if len(words) > 1 else ""
    else:
        cutting = kit.compiled(load_small, code, *_CUTTING)
        end = next((place for place, word in enumerate(words) if place and word in cutting), len(words))
        noun = words[end - 1] if len(words) > 1 else ""
    countries = kit.compiled(load_countries, code)  # "the State" is no group
    return fold(noun) if noun.isalpha() and noun.istitle() and fold(noun) not in countries else ""


def load_countries(kit: Kit, code: str) -> frozenset[str]:
    """Return the folded words for a country. Use through `kit.compiled(load_countries, code)`."""
    return frozenset(map(fold, load_small(kit, code, "country")))


def load_small(kit: Kit, code: str, *kinds: str) -> frozenset[str]:
    """Return the words of some kinds. Use through `kit.compiled(load_small, code, *kinds)`."""
    return frozenset(row.form for row in kit.languages[code].rows("descriptions", DescriptionRow) if row.kind in kinds)


def load_nouns(kit: Kit, code: str) -> Mapping[str, frozenset[str]]:
    """Map organs, organisations and groups to the nouns of their names. Use through `kit.compiled(load_nouns, code)`."""
    found: dict[str, set[str]] = {}
    forms = [(row.entity, form) for row in kit.languages[code].rows("names", NameRow) if row.kind in _NAMES
             for form in row.form.split("|")]  # fmt: skip
    for entity, form in forms:
        actor = kit.knowledge.actor(entity)
        noun = noun_of(form, code, kit)
        if noun and actor is not None and actor.kind in _BODIES:
            found.setdefault(entity, set()).add(noun)
    return {entity: frozenset(nouns) for entity, nouns in found.items()}


def load_parliamentary(kit: Kit, code: str) -> frozenset[str]:
    """Return the nouns by which any parliament may be called: "the Assembly" after "Sudan's parliament", but no "Council".

    Use through `kit.compiled(load_parliamentary, code)`.
    """
    heads: dict[str, set[str]] = {}
    for row in kit.languages[code].rows("organs", OrganWordRow):
        words = row.form.split(" of ")[0].split() if code != "fr" else row.form.split()
        heads.setdefault(fold(words[0 if code == "fr" else -1]), set()).add(row.organ_type)
    return frozenset(noun for noun, types in heads.items() if PARLIAMENT in types and types <= _CHAMBERS)


def is_called(text: str, start: int, end: int) -> bool:
    """Tell whether one capitalised word stands alone behind a definite article, and is not the beginning of a name."""
    word = text[start:end]
    alone = word.isalpha() and word.istitle()
    article = _ARTICLE.search(text[max(0, start - _ARTICLE_REACH) : start])
    return alone and article is not None and _GOES_ON.match(text[end : end + _GOES_ON_REACH]) is None


def names_another(between: str, noun: str) -> bool:
    """Tell whether a longer name that nobody knows ends in the noun, between a body and the noun ("the Lagos City Council")."""
    return re.search(rf"\b(?!The )[A-Z][\w’'-]* {re.escape(noun)}\b", between) is not None


def nouns_in(scan: Scan, kit: Kit) -> frozenset[str]:
    """Return the nouns of the bodies that a sentence names."""
    nouns = kit.compiled(load_nouns, scan.sentence.language)
    named = {entry.entity for hit in scan.hits for entry in hit.of("name")}
    return frozenset().union(*(nouns.get(entity, frozenset()) for entity in named))
