"""Which of our rows a name in somebody else's file means: by Wikidata id, else by name. Nothing is matched by likeness."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from dragoman.knowledge.rows import OfficeRow

_BREAKS = re.compile(r"[\W_]+")
# What may stand between the words of a title and the name of its state.
_FILLERS = frozenset({
    "of", "the", "for", "and", "to", "in", "at", "de", "du", "des", "la", "le", "les", "l", "d", "et", "a", "au", "aux",
    "pour", "en",
})  # fmt: skip
_AND = frozenset({"and", "et"})


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Words of all languages, folded: what names a state or organisation, and what names an office or an organ by its type."""

    entities: dict[str, str]
    titles: dict[str, str]
    organs: dict[str, str] = {}


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """What the name of a post says: whose it is, its type by which form, what words were left over.

    `post` is the name without its owner.
    """

    entities: tuple[str, ...]
    type: str | None
    form: str
    rest: str
    post: str


# Letters that Unicode does not take apart into a plain letter and a mark.
_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ə": "a",
})  # fmt: skip


def folded(text: str) -> str:
    """Return the words of a name in lower case, without accents and marks."""
    if text.isascii():  # most names; they have nothing to take apart
        return " ".join(_BREAKS.sub(" ", text.casefold()).split())
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    kept = "".join(c for c in unicodedata.normalize("NFKD", plain) if unicodedata.category(c) not in ("Mn", "Lm"))
    return " ".join(_BREAKS.sub(" ", kept).split())


def slug(text: str) -> str:
    """Return a name as an id: letters, digits and hyphens. A name with other than Latin letters gives nothing."""
    plain = folded(text)
    return plain.replace(" ", "-") if plain.isascii() else ""


def read_title(name: str, words: Words) -> Title:
    """Take the name of a post apart: "Minister of Defence of Ukraine" is of UKR, and of the type defence-minister."""
    parts = folded(name).split()
    taken = [""] * len(parts)
    office_type, form = None, ""
    for start, end, kind in _longest(parts, words.titles, taken):
        office_type, form = kind, " ".join(parts[start:end])
        taken[start:end] = ["title"] * (end - start)
        break
    entities = []
    for start, end, entity in sorted(_longest(parts, words.entities, taken)):
        taken[start:end] = ["entity"] * (end - start)
        entities.append(entity)
    rest = [part for part, mark in zip(parts, taken, strict=True) if not mark]
    if office_type is not None and office_type.endswith("-minister") and _goes_on(parts, taken):
        rest = []  # "minister of foreign affairs and trade" is the foreign minister
    left = " ".join(part for part in rest if part not in _FILLERS)
    post = [part for part, mark in zip(parts, taken, strict=True) if mark != "entity"]
    while post and post[-1] in _FILLERS:
        post.pop()
    return Title(entities=tuple(dict.fromkeys(entities)), type=office_type, form=form, rest=left, post=" ".join(post))


def _longest(parts: Sequence[str], forms: Mapping[str, str], taken: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the known forms among the words, the longest first, none overlapping another or what is taken."""
    used = [bool(mark) for mark in taken]
    for size in range(len(parts), 0, -1):
        for start in range(len(parts) - size + 1):
            form = " ".join(parts[start : start + size])
            if form in forms and not any(used[start : start + size]):
                used[start : start + size] = [True] * size
                yield start, start + size, forms[form]


def _goes_on(parts: Sequence[str], taken: Sequence[str]) -> bool:
    """Tell whether what is left over only goes on with "and ..." after the title."""
    last = max(i for i, mark in enumerate(taken) if mark == "title")
    before = [part for part, mark in zip(parts[:last], taken[:last], strict=True) if not mark and part not in _FILLERS]
    return not before and last + 1 < len(parts) and parts[last + 1] in _AND


class Offices:
    """Finds the office that the name of a post means."""

    def __init__(self, rows: Iterable[OfficeRow], words: Words) -> None:
        self._words = words
        self.rows = {row.id: row for row in rows}
        self._types: dict[tuple[str, str], list[str]] = {}
        self._names: dict[str, list[str]] = {}
        self._numbers: dict[str, str] = {}
        self._vague = _vague_titles(words.titles)
        for row in self.rows.values():
            self._index(row)

    def add(self, row: OfficeRow) -> None:
        """Take in a new office."""
        self.rows[row.id] = row
        self._index(row)

    def _index(self, row: OfficeRow) -> None:
        self._types.setdefault((row.entity, row.type), []).append(row.id)
        self._names.setdefault(folded(row.name), []).append(row.id)
        if row.wikidata:
            self._numbers[row.wikidata] = row.id

    def find(self, names: Sequence[str], wikidata: str | None, country: str | None) -> str | None:
        """Return the id of the office that we know, or None."""
        if wikidata in self._numbers:
            return self._numbers[wikidata or ""]
        for name in names:
            known = [i for i in self._names.get(folded(name), ()) if country in (None, self.rows[i].entity)]
            if len(known) == 1 and (country is not None or not self._is_bare(name)):
                return known[0]
        return next(filter(None, (self._of_type(name, country) for name in names)), None)

    def _is_bare(self, name: str) -> bool:
        """Tell whether a name is a title and no more: "Minister of Defence" is nobody's in particular."""
        title = read_title(name, self._words)
        return title.type is not None and not title.entities and not title.rest

    def _of_type(self, name: str, country: str | None) -> str | None:
        """Return the office of the type and owner that a name says: the only one, or the one that bears the type's name."""
        title = self.read(name, country)
        if title is None or title.type is None or title.rest:
            return None
        known = self._types.get((title.entities[0], title.type), [])
        plain = f"{title.entities[0]}.{title.type}"
        found = known[0] if len(known) == 1 else plain if plain in known else None
        if found is not None and self._is_vague(title) and title.form not in folded(self.rows[found].name):
            return None
        return found

    def read(self, name: str, country: str | None) -> Title | None:
        """Return what a name says, its owner first; None where it cannot be told whose post it is."""
        title = read_title(name, self._words)
        entities = list(title.entities)
        if country is not None:
            entities = [country, *(entity for entity in entities if entity != country)]
        if not entities:
            return None
        return msgspec.structs.replace(title, entities=tuple(entities), type=self._type(title.type, entities))

    def _type(self, office_type: str | None, entities: Sequence[str]) -> str | None:
        """Return the type as our offices have it: ambassadors by where they are sent; organisations have presidents."""
        if office_type == "ambassador":
            if len(entities) < 2:
                return None
            return "ambassador-un" if entities[1] == "UN" else f"ambassador-{entities[1]}"
        if len(entities) > 1:
            return None
        if office_type == "head-of-state" and (entities[0], office_type) not in self._types:
            return "president"
        return office_type

    def _is_vague(self, title: Title) -> bool:
        return _telling(title.form) in self._vague

    def make(self, names: Sequence[str], wikidata: str | None, country: str | None, source: str) -> OfficeRow | None:
        """Return a new office for a post that we do not know; None where it cannot be told whose it is."""
        title = self.read(names[0], country)
        if title is None:
            return None
        plain = title.type if title.type is not None and not title.rest and not self._is_vague(title) else None
        entity, stem = title.entities[0], plain or slug(title.post) or (wikidata or "").lower()
        if not stem:
            return None
        identifier = free_id(f"{entity}.{stem}", wikidata, self.rows)
        return OfficeRow(
            id=identifier, entity=entity, type=plain or stem, name=names[0], wikidata=wikidata, source=source
        )


def _vague_titles(titles: Mapping[str, str]) -> frozenset[frozenset[str]]:
    """Return the titles with which longer ones of other types begin: a "secretary of state" may be one for anything.

    Each as its telling words, so that a "state secretary" is no clearer.
    """
    vague = set()
    for form, kind in titles.items():
        words = form.split()
        beginnings = (" ".join(words[:size]) for size in range(1, len(words)))
        vague |= {_telling(beginning) for beginning in beginnings if titles.get(beginning, kind) != kind}
    return frozenset(vague)


def _telling(form: str) -> frozenset[str]:
    return frozenset(form.split()) - _FILLERS


def free_id(wanted: str, wikidata: str | None, taken: Mapping[str, object]) -> str:
    """Return an id that nothing bears yet: the wanted one, else with the Wikidata number, else counted on."""
    if wanted not in taken:
        return wanted
    if wikidata and f"{wanted}-{wikidata.lower()}" not in taken:
        return f"{wanted}-{wikidata.lower()}"
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
