"""The index of every form that names somebody or something: one Aho-Corasick automaton for each language.

The text is scanned once, over a folded copy of equal length, so that offsets stay true. Method: Aho and Corasick, 1975.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import ahocorasick

from dragoman.extract.parse.sentences import plain
from dragoman.kit import Kit
from dragoman.languages.rows import DescriptionRow, NameRow, OrganWordRow, RoleRow

Category = Literal["name", "person", "surname", "place", "outlet", "role", "organ-word", "word"]

# States whose people put the family name first, in the romanised form that news uses.
_FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "HKG", "KHM"})
_PARTICLES = frozenset({
    "le", "la", "de", "du", "des", "d", "von", "van", "der", "den", "ter", "ten", "al", "el", "bin", "ben", "ibn", "da",
    "di", "dos", "del", "della", "e", "y", "st", "san", "abu", "ould", "lloyd",
})  # fmt: skip
_REGNAL = frozenset({"of"})  # "Margrethe II of Denmark" has no family name
_ROMAN = re.compile(r"[IVX]+|Ier|1er")
_JUNIOR = frozenset({"jr", "jr.", "sr", "sr."})
_SUFFIXES = _JUNIOR | {"ii", "iii"}
_ATLANTIC = (("rganisation", "rganization"), ("efence", "efense"), ("Centre", "Center"), ("Programme", "Program"))
PRIVATE = frozenset({"EDU", "JRN", "CVL", "BUS", "REL", "NGO", "HRI", "CRM"})  # sectors that hold no state office
_SHORT_ACRONYM = 4  # forms of up to four capitals are read only as written: "US" is no "us", "AU" no "au"


class Entry(NamedTuple):
    """One reading of a form. `entity` is an id of the knowledge base; for words, `kind` and `value` say what they are."""

    entity: str
    kind: str
    category: Category
    form: str
    exact: bool = False
    note: str = ""
    plural: bool = False
    value: str = ""
    base: str = ""
    valid_from: str | None = None
    valid_to: str | None = None


class Hit(NamedTuple):
    """A stretch of text that is a known form, and all its readings."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    def has(self, *categories: str) -> bool:
        """Tell whether some reading is of one of the categories."""
        for entry in self.entries:  # noqa: SIM110 - spelt out: asked for every word
            if entry.category in categories:
                return True
        return False

    def of(self, category: str, *kinds: str) -> tuple[Entry, ...]:
        """Return the readings of a category, only those of the given kinds where some are given."""
        return tuple([e for e in self.entries if e.category == category and (not kinds or e.kind in kinds)])


class _Folding(dict[int, str]):
    """Folds one character to one: lower case, no accent; dashes and blanks alike."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFKD", chr(code))[0].lower()
        folded = base[0] if base else chr(code)
        self[code] = folded
        return folded


_FOLDING = _Folding({ord("-"): " ", ord("_"): " ", ord("ı"): "i", ord("ł"): "l", ord("ø"): "o", ord("đ"): "d"})


_ASCII_FOLDING = str.maketrans("-_`", "  '")


def fold(text: str) -> str:
    """Return a copy of equal length in lower case, without accents, with dashes and typographic marks made plain."""
    if text.isascii() and text.isprintable():  # most forms; the same result, sooner
        return text.lower().translate(_ASCII_FOLDING)
    return plain(text).translate(_FOLDING)


@lru_cache(maxsize=32_768)  # each name of the tables is asked for by two indexes
def without_suffix(forms: Sequence[str]) -> tuple[str, ...]:
    """Return the forms of a name, and those that end in "Jr." without it too: the base may name him either way.

    A number stays: King Abdullah II is not King Abdullah.
    """
    split = (form.split() for form in forms)
    short = (" ".join(words[:-1]).rstrip(",") for words in split if len(words) > 2 and words[-1].lower() in _JUNIOR)
    return tuple(dict.fromkeys((*forms, *short)))


def surname_of(name: str, state: str | None) -> str:
    """Return the part of a person's name that news uses alone: "Le Drian", "Xi", "von der Leyen"."""
    words = [word for word in name.split() if word.lower().strip(",") not in _SUFFIXES]
    if len(words) < 2 or any(word in _REGNAL or _ROMAN.fullmatch(word) for word in words[1:]):
        return ""
    if state in _FAMILY_FIRST and "-" not in words[0]:
        return words[0]
    first = len(words) - 1
    while first > 1 and fold(words[first - 1]).strip(" '") in _PARTICLES:
        first -= 1
    return " ".join(words[first:])


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss", "Ö": "Oe", "Ø": "Oe"})


def with_umlauts(*forms: str) -> tuple[str, ...]:
    """Return forms and, after each, how typewriters without the letters write it: Schröder, Schroeder."""
    return tuple(dict.fromkeys(other for form in forms for other in (form, form.translate(_UMLAUTS))))


_ARTICLES = ("the ", "la ", "le ", "les ", "l'")


class NameIndex:
    """All forms of one language, ready to scan a text or to look one form up."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        forms: dict[str, dict[Entry, None]] = {}
        for key, entry in entries:
            forms.setdefault(key, {})[entry] = None
        self.forms = {key: tuple(found) for key, found in forms.items()}
        self._vague = {
            key
            for key, found in self.forms.items()
            if key.startswith(_ARTICLES) or all("company" in entry.note for entry in found)
        }
        self.rests: dict[str, list[str]] = {}
        for key, found in self.forms.items():
            head, blank, rest = key.partition(" ")
            if blank and rest and any(entry.category in ("role", "organ-word") for entry in found):
                self.rests.setdefault(head, []).append(rest)
        self._automaton: Any = ahocorasick.Automaton()
        for key in self.forms:
            self._automaton.add_word(key, key)
        if self.forms:
            self._automaton.make_automaton()

    def lookup(self, form: str) -> tuple[Entry, ...]:
        """Return the readings of one form."""
        return self.forms.get(fold(form).strip(), ())

    def split(self, head: str, after: str) -> tuple[tuple[Entry, ...], int]:
        """Return the readings of the longest form that begins with `head` and goes on with the beginning of `after`.

        For forms that a state's adjective splits: "ministre | russe | de la Défense". Also returns the rest's length.
        """
        folded = fold(after)
        for rest in sorted(self.rests.get(fold(head), ()), key=lambda form: (-len(form), form)):
            if folded.startswith(rest) and not folded[len(rest) : len(rest) + 1].isalnum():
                return tuple(e for e in self.forms[f"{fold(head)} {rest}"] if e.category in ("role", "organ-word")), len(rest)
        return (), 0

    def scan(self, text: str) -> tuple[Hit, ...]:
        """Return the longest known forms in a text, in order, none overlapping."""
        if not self.forms:
            return ()
        folded = fold(text)
        found = []
        for last, key in self._automaton.iter(folded):
            start = last + 1 - len(key)
            if _bounded(folded, start, last + 1, key):
                found.append((start, last + 1, key))
        return tuple(self._longest(found, text))

    def _longest(self, found: list[tuple[int, int, str]], text: str) -> Iterator[Hit]:
        reached = 0
        ranked = sorted(found, key=lambda hit: (hit[0], -hit[1]))
        for place, (start, end, key) in enumerate(ranked):
            if start < reached or (key in self._vague and _within_longer(ranked, place)):
                continue  # "the South", "la République" give way to "South China Sea", "République tchèque"
            written = text[start:end]
            entries = tuple(entry for entry in self.forms[key] if _fits(entry, written, text[end : end + 1]))
            if entries:
                yield Hit(start, start + len(written.rstrip(" -‐‑–—")), entries)
                reached = end


def _within_longer(ranked: list[tuple[int, int, str]], place: int) -> bool:
    """Tell whether a longer form begins inside a form: "the South" and "South China Sea"."""
    start, end, _ = ranked[place]
    following = itertools.takewhile(lambda hit: hit[0] < end, ranked[place + 1 :])
    return any(hit[1] > end and hit[1] - hit[0] > end - start for hit in following)


def _bounded(folded: str, start: int, end: int, key: str) -> bool:
    """Tell whether a form stands as words of its own, not inside a longer word."""
    if start > 0 and folded[start - 1].isalnum() and key[0].isalnum():
        return False
    if key.endswith(" "):
        return end < len(folded) and folded[end].isalnum()
    return not (end < len(folded) and folded[end].isalnum() and key[-1].isalnum())


def _fits(entry: Entry, written: str, after: str) -> bool:
    """Tell whether the capitals of the text suit the form: a name written small is no name, "us" is not "US"."""
    if entry.kind == "combining":
        return not written[-1:].isspace() and _capitals_suit(entry.form, written)
    if entry.exact:
        return written == entry.form or (plain(written) == plain(entry.form) and after != "'")
    return _capitals_suit(entry.form, written)


@lru_cache(maxsize=32_768)  # forms that texts hold
def _has_capitals(form: str) -> bool:
    return any(letter.isupper() for letter in form)


def _capitals_suit(form: str, written: str) -> bool:
    if not _has_capitals(form):
        return True
    if " " in form or "-" in form:
        article, _, rest = form.partition(" ")
        own = written[len(article) :] if article.islower() and rest[:1].isupper() else written  # "the Six" is no "The six"
        return any(letter.isupper() for letter in own)
    return next((letter.isupper() for letter in written if letter.isalpha()), True) == next(
        (letter.isupper() for letter in form if letter.isalpha()), True
    ) or written[:1].isupper()


def load_names(kit: Kit, code: str) -> NameIndex:
    """Compile every form of one language. Use through `kit.compiled(load_names, code)`."""
    named = (*_keyed(_table_names(kit, code)), *kit.compiled(load_fact_names))
    peoples = {key for key, entry in named if entry.kind in ("adjective", "demonym")}
    words = tuple(_keyed(_words(kit, code)))
    small = {key for key, entry in words if entry.category == "word"}
    return NameIndex((
        *(pair for pair in named if not _is_people(*pair, peoples) and not _is_small_word(*pair, small)),
        *words,
    ))  # fmt: skip


def _is_small_word(key: str, entry: Entry, small: set[str]) -> bool:
    """Tell whether a body's id is a small word of the language: UN and AU in French, even in capitals."""
    return entry.kind == "acronym" and entry.form == entry.entity and key in small


def _is_people(key: str, entry: Entry, peoples: set[str]) -> bool:
    """Tell whether an outlet's name is an article and a people ("The Australian"), which nearly always means the people."""
    return entry.category == "outlet" and key.partition(" ")[2] in peoples


def load_fact_names(kit: Kit) -> tuple[tuple[str, Entry], ...]:
    """Return the names that the tables of facts give, the same for all languages, each with its folded form."""
    return tuple(_keyed((*_own_names(kit), *_person_names(kit), *_place_names(kit))))


def _keyed(entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield each reading with the form under which it is found; what has no letters is none."""
    for entry in entries:
        key = fold(entry.form).strip() + (" " if entry.kind == "combining" else "")
        if key.strip(" .'"):
            yield key, entry


def load_feminine(kit: Kit, code: str) -> frozenset[str]:
    """Return the given names of women, folded. Use through `kit.compiled(load_feminine, code)`."""
    rows = kit.languages[code].rows("descriptions", DescriptionRow)
    return frozenset(fold(row.form) for row in rows if row.kind == "feminine-name")


def _is_exact(form: str, note: str) -> bool:
    if "case" in note:
        return True
    if "." in form or form.islower() or sum(map(str.isalpha, form)) > _SHORT_ACRONYM:
        return False
    letters = [letter for letter in form if letter.isalpha()]
    return bool(letters) and (
        all(letter.isupper() for letter in letters) or any(letter.isupper() for letter in letters[1:])
    )


def _spellings(form: str, code: str) -> Iterator[str]:
    """Yield a form and, in English, its other spelling on the other side of the Atlantic."""
    yield form
    if code == "en":
        other = form
        for british, american in _ATLANTIC:
            if british in form:
                other = other.replace(british, american)
            elif american in form:
                other = other.replace(american, british)
        if other != form:
            yield other


def _table_names(kit: Kit, code: str) -> Iterator[Entry]:
    for row in kit.languages[code].rows("names", NameRow):
        category = _category(row.entity, kit)
        written = row.form.split("|") if category is not None else ()
        for form in (other for one in written for other in _spellings(one, code)):
            yield Entry(
                row.entity, row.kind, category or "name", form, _is_exact(form, row.note), row.note,
                valid_from=row.valid_from, valid_to=row.valid_to,
            )


def _category(entity: str, kit: Kit) -> Category | None:
    """Return what a row of names names; None where no table has the entity (the user's tables may lack it)."""
    if entity in kit.knowledge.places:
        return "place"
    actor = kit.knowledge.actor(entity)
    if actor is None:
        return None
    return {"person": "person", "outlet": "outlet"}.get(actor.kind, "name")  # type: ignore[return-value]


def _own_names(kit: Kit) -> Iterator[Entry]:
    """Yield the names that the tables of facts give their own rows, and short ids, which are acronyms (NATO, G7)."""
    for actor in kit.knowledge.entities.values():
        if actor.kind == "person":
            continue
        category: Category = "outlet" if actor.kind == "outlet" else "name"
        if actor.kind != "organ":
            yield Entry(actor.id, "name", category, actor.name, _is_exact(actor.name, ""))
        if actor.kind in ("organisation", "format", "treaty", "group") and "-" not in actor.id:
            yield Entry(actor.id, "acronym", "name", actor.id, exact=True)
    for organ in kit.knowledge.organs.values():
        yield Entry(organ.id, "name", "name", organ.name, valid_from=organ.valid_from, valid_to=organ.valid_to)
    for outlet in kit.knowledge.outlets.values():
        for alias in filter(None, outlet.aliases.split("|")):
            yield Entry(outlet.id, "name", "outlet", alias, _is_exact(alias, ""))


def _person_names(kit: Kit) -> Iterator[Entry]:
    for person in kit.knowledge.persons.values():
        for form in with_umlauts(person.name, *filter(None, person.aliases.split("|"))):
            whole = " " in form.strip()
            yield Entry(person.id, "name", "person" if whole else "surname", form)
            surname = surname_of(form, person.state)
            if len(surname) > 1:
                yield Entry(person.id, "surname", "surname", surname)


def _place_names(kit: Kit) -> Iterator[Entry]:
    for place in kit.knowledge.places.values():
        for form in (place.name, *filter(None, place.aliases.split("|"))):
            yield Entry(place.id, place.kind, "place", form, _is_exact(form, ""))


_APART = ("feminine-name", "mediator")  # looked up by themselves: they must not break up a person's name or role


def _words(kit: Kit, code: str) -> Iterator[Entry]:
    language = kit.languages[code]
    for role in language.rows("roles", RoleRow):
        for form, plural in _with_spellings(role.form, role.plural, code):
            yield Entry(
                role.owner, role.office_type, "role", form, note=role.sector, plural=plural, value=role.gender, base=role.form
            )
    for organ in language.rows("organs", OrganWordRow):
        for form, plural in _with_spellings(organ.form, organ.plural, code):
            yield Entry("", organ.organ_type, "organ-word", form, plural=plural, base=organ.form)
    for word in language.rows("descriptions", DescriptionRow):
        if word.kind in _APART:
            continue
        for form, plural in _with_plurals(word.form, word.plural):
            yield Entry("", word.kind, "word", form, plural=plural, value=word.value, base=word.form)


def _with_spellings(form: str, plural: str, code: str) -> Iterator[tuple[str, bool]]:
    for written, is_plural in _with_plurals(form, plural):
        for spelling in _spellings(written, code):
            yield spelling, is_plural


def _with_plurals(form: str, plural: str) -> Iterator[tuple[str, bool]]:
    yield form, False
    for other in filter(None, plural.split("|")):
        yield other, True
