"""The words of acts: the rows of a language's event table, compiled for look-up by lemma; `matching` finds them in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from dragoman.extract.events.gerunds import GENITIVE, as_noun
from dragoman.extract.events.rows import classes_of, day_words, number_words, slots_of, spelled_out, time_words
from dragoman.kit import Kit
from dragoman.languages.rows import EventWordRow


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One compiled row: its head lemmas and the lemmas after them, where the sides stand, and what narrows the reading."""

    row: EventWordRow
    heads: tuple[str, ...]
    others: tuple[frozenset[str], ...]
    actors: tuple[tuple[str, tuple[str, ...]], ...]
    recipients: tuple[tuple[str, tuple[str, ...]], ...]
    mutual: bool
    requires: tuple[tuple[str, tuple[str, ...]], ...]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """All entries of a language by the lemma of their head word.

    `light` verbs lend their sides to a noun; `actors` are nouns for people and bodies that act, with their sector;
    `control` gives the prepositions of whoever is asked to do something ("call on X to"). `pointers` are words that can
    point back to somebody known ("both countries", "its neighbour"), with how they do: one, group or pronoun;
    `numbers` the number words, `times` the names of days and months: capitals that name nobody, `days`
    the words for a day ("Monday", "yesterday");
    `aiming` verbs say in a clause on a measure whom it strikes ("a ban that affects X"); `gathering` verbs bring together
    what is their object ("the summit gathered"). `deeds` sum up what somebody did ("the decision", "it"); `occasions` are
    the nouns of acts, which have sides of their own; `doers` gives, for those of hostile deeds, the slots of whoever does
    it. `classes` are the words that rules and rows ask for by the name of their kind.
    """

    entries: dict[str, tuple[Entry, ...]]
    light: frozenset[str]
    actors: dict[str, str]
    control: dict[str, tuple[str, ...]]
    pointers: dict[str, str] = {}
    numbers: dict[str, int] = {}
    times: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    gathering: frozenset[str] = frozenset()
    aiming: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    doers: dict[str, frozenset[str]] = {}
    classes: dict[str, frozenset[str]] = {}

    def words(self, name: str) -> frozenset[str]:
        """Return the words of a class; none in a language that has no such words."""
        return self.classes.get(name, frozenset())


DEFAULT_ROLES = {
    "VERB": "subj>obj",
    "ADJ": "subj>prep:to/with/of/by/toward/towards/against/on/à/de/envers/avec/contre",
    "NOUN": "poss,adj,by,of>prep:to/against/on/with/for/from/over/toward/towards/at/in/à/contre/avec/envers/sur/pour/en",
    "LIGHT": "subj>obj",
    "ECHO": "subj>",
}


def compile_lexicon(kit: Kit, language: str) -> Lexicon:
    """Return the event words of a language, ready for look-up. Use as `kit.compiled(compile_lexicon, "en")`."""
    found: dict[str, list[Entry]] = defaultdict(list)
    classes = classes_of(kit, language)
    light = set()
    gathering = set()
    aiming: set[str] = set()
    actors = {}
    pointers = {}
    deeds = set()
    for row in kit.languages[language].rows("events", EventWordRow):
        if row.pos == "LIGHT" and row.mode == "aiming":
            aiming.update(row.pattern.split("/"))
        elif row.pos == "LIGHT":
            light.add(row.pattern)
            if row.mode == "gathering":
                gathering.add(row.pattern)
        elif row.pos == "ACTOR":
            actors[row.pattern] = row.mode
        elif row.pos == "POINTER" and row.mode == "deed":
            deeds.add(row.pattern)
        elif row.pos == "POINTER":
            pointers[row.pattern] = row.mode
        elif row.pos != "CLASS":
            entry = _entry(row, classes)
            noun = as_noun(entry) if language == "en" else None
            for each in (entry, noun) if noun is not None else (entry,):
                for lemma in each.heads:
                    found[lemma].append(each)
    ranked = {
        lemma: tuple(sorted(entries, key=lambda e: (-len(e.others), -len(e.requires), -e.row.weight)))
        for lemma, entries in found.items()
    }
    return Lexicon(
        entries=ranked, light=frozenset(light), actors=actors, control=_control(ranked), pointers=pointers,
        numbers=number_words(kit, language), times=time_words(kit, language), days=day_words(kit, language),
        gathering=frozenset(gathering), aiming=frozenset(aiming), deeds=frozenset(deeds),
        occasions=frozenset(lemma for lemma, rows in ranked.items() if any(map(_is_occasion, rows))),
        doers=_doers(ranked), classes={name[1:]: frozenset(words) for name, words in classes.items()},
    )  # fmt: skip


# who is pressed, warned or helped is the subject of the clause: "under pressure from X, Y signed", "avec l'appui de X"
_CIRCUMSTANCE = {
    "PROTEST": ("despite", "over", "amid", "amidst", "malgré"),
    "AID": ("with", "thanks", "avec", "grâce"),
    "SUPPORT": ("with", "thanks", "avec", "grâce"),
}
_PRESSING = ("REQUEST", "ACCUSE", "REJECT", "THREATEN")  # under these stands what the class of pressure lists
_ABOUT_ACTS = ("REQUEST", "REJECT", "THREATEN", "AGREE")  # "the refusal to admit X"


def _is_occasion(entry: Entry) -> bool:
    return entry.row.pos == "NOUN" and GENITIVE not in entry.requires


_Slots = tuple[tuple[str, tuple[str, ...]], ...]


def _recipients_of(row: EventWordRow, recipients: _Slots, classes: Mapping[str, tuple[str, ...]]) -> _Slots:
    """Add to the recipients of a noun what its meaning gives, where nothing nearer does: in its complement, around it."""
    if row.pos != "NOUN":
        return recipients
    names = {name for name, _ in recipients}
    if row.type in _ABOUT_ACTS and "comp" not in names:
        recipients += (("comp", ()),)
    under = classes.get("@pressure", ()) if row.type in _PRESSING else _CIRCUMSTANCE.get(row.type, ())
    if under and not names & {"clause", "subj", "cop"}:
        recipients += (("clause", under),)
    return recipients


# who rules where somebody is expelled from or arrested is who does it, of a passive that names nobody else
_RULED = {
    "expel": ("from", "out", "of", "de"), "deport": ("from", "out", "of", "de"),
    "arrest": ("in", "at", "à", "en", "dans"), "convict": ("in", "en", "à"),
}  # fmt: skip


def _actors_of(row: EventWordRow, actors: _Slots) -> _Slots:
    """Add to the actors of a verb of power over persons whose power it is, by where the passive has it."""
    ruled = _RULED.get(row.mode, ()) if row.pos == "VERB" and not any(name == "place" for name, _ in actors) else ()
    return (*actors, ("place", ruled)) if ruled else actors


_OWNERS = frozenset(("poss", "adj", "by"))


def _doers(entries: Mapping[str, Sequence[Entry]]) -> dict[str, frozenset[str]]:
    """Return where the nouns of hostile deeds have their doer: as owner, behind "by", of some behind "of" ("the raid of")."""
    found: dict[str, frozenset[str]] = {}
    for lemma, readings in entries.items():
        nouns = [entry for entry in readings if entry.row.pos == "NOUN"]
        deeds = [entry for entry in nouns if not entry.others and entry.row.type in ("ASSAULT", "COERCE")]
        if deeds and not any(entry.row.type == "MOBILIZE" for entry in nouns):  # whose missile it is, is who fires it
            whose = any(name == "of" for entry in deeds for name, _ in entry.actors)
            found[lemma] = _OWNERS | {"of"} if whose else _OWNERS
    return found


_MOVING = ("REQUEST", "REJECT", "COERCE", "ACCUSE")


_LETTING = {"permettre": ("à",), "valoir": ("à",), "incomber": ("à",)}  # who is let do it is no side of these verbs


def _control(entries: dict[str, tuple[Entry, ...]]) -> dict[str, tuple[str, ...]]:
    """Return, for verbs that move somebody to act, the prepositions of that somebody."""
    found: dict[str, tuple[str, ...]] = dict(_LETTING)
    for lemma, readings in entries.items():
        for entry in readings:
            if entry.row.pos == "VERB" and entry.row.type in _MOVING and not entry.others:
                words = tuple(w for name, case in entry.recipients if name == "prep" for w in case)
                found[lemma] = found.get(lemma, ()) + words
    return found


def _entry(row: EventWordRow, classes: Mapping[str, tuple[str, ...]]) -> Entry:
    heads, *others = (spelled_out(word.split("/"), classes) for word in row.pattern.split())
    roles = row.roles or DEFAULT_ROLES[row.pos]
    mutual = "+" in roles
    actors, _, recipients = roles.partition("+" if mutual else ">")
    return Entry(
        row=row,
        heads=heads,
        others=tuple(map(frozenset, others)),
        actors=_actors_of(row, slots_of(actors, ",")),
        recipients=slots_of(recipients, ",") if mutual else _recipients_of(row, slots_of(recipients, ","), classes),
        mutual=mutual,
        requires=tuple((name, spelled_out(words, classes)) for name, words in slots_of(row.requires, "|")),
    )
