"""What states and territories are called in every language of the Unicode CLDR, through Babel (Unicode licence).

English and French, which texts are read in, have tables of their own (`languages/*/names.csv`); this is for files that other
people's tables come in ("Deutschland", "Россия"), for `dragoman knowledge show`, and for languages to come.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from babel import Locale
from babel.localedata import locale_identifiers

from dragoman.knowledge.load import Knowledge, Tables, states_by_iso2
from dragoman.knowledge.matching import folded


def state_names(knowledge: Knowledge, state: str) -> dict[str, str]:
    """Return the name of a state in each language of CLDR: language code to name. Empty where the state has no ISO code.

    Regional variants (`de_CH`) are given only where they differ from their language.
    """
    row = knowledge.states.get(state)
    if row is None or not row.iso2:
        return {}
    return {code: name for code, territory, name in _territories() if territory == row.iso2}


def entities_by_name(knowledge: Knowledge | Tables) -> dict[str, str]:
    """Map every CLDR name of a state, folded, to the id of the state. A name that means two states is left out.

    Former states that share an ISO code with a present one give way to it.
    """
    rows = knowledge.states.values() if isinstance(knowledge, Knowledge) else [row for _, row in knowledge.rows["states"]]
    states = states_by_iso2(rows)
    found: dict[str, set[str]] = {}
    for _, territory, name in _territories():
        if territory in states and (form := folded(name)):
            found.setdefault(form, set()).add(states[territory])
    return {form: owners.pop() for form, owners in sorted(found.items()) if len(owners) == 1}


# Languages whose names of states news in Latin letters takes over untranslated ("Moskau", "Estland", "Turquía").
_NEIGHBOURS = (
    "de", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "sv", "da", "nb", "fi", "et", "hu", "ro", "tr", "id", "sq",
)  # fmt: skip
_LONG_ENOUGH = 5  # letters of a name that is no word of the text's own language by chance


def names_abroad(knowledge: Knowledge) -> dict[str, str]:
    """Map what states are called in the languages of Europe and a few others, folded, to their ids. A tenth of a second."""
    states = states_by_iso2(knowledge.states.values())
    found: dict[str, set[str]] = {}
    for code in _NEIGHBOURS:
        for territory, name in Locale.parse(code).territories.items():
            form = folded(name)
            if territory in states and len(form) >= _LONG_ENOUGH:
                found.setdefault(form, set()).add(states[territory])
    return {form: owners.pop() for form, owners in sorted(found.items()) if len(owners) == 1}


@lru_cache(maxsize=1)
def _territories() -> tuple[tuple[str, str, str], ...]:
    """Return (locale, ISO 3166-1 alpha-2, name) of all locales, in order; variants only where they say something else."""
    return tuple(_read_locales())


def _read_locales() -> Iterator[tuple[str, str, str]]:
    plain: dict[tuple[str, str], str] = {}
    for identifier in sorted(locale_identifiers(), key=lambda code: (len(code), code)):
        language = identifier.partition("_")[0]
        for territory, name in sorted(Locale.parse(identifier).territories.items()):
            if len(territory) != 2 or not territory.isalpha() or plain.get((language, territory)) == name:
                continue
            plain.setdefault((language, territory), name)
            yield identifier, territory, name
