"""What the tables of facts know, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.errors import DragomanError
from dragoman.kit import Kit
from dragoman.knowledge.cldr import entities_by_name, state_names
from dragoman.knowledge.importers import membership_text
from dragoman.knowledge.load import Knowledge, within
from dragoman.knowledge.matching import folded
from dragoman.knowledge.terms import Conflict, find_conflicts, tenure_text, term_text
from dragoman.languages.rows import NameRow
from dragoman.records import Tenure

_YOURS = " [yours]"
_NEAR = 10  # ids that are listed where one is in no table


def describe_knowledge(kit: Kit, identifier: str | None, date: str | None) -> dict[str, Any]:
    """Return the counts of the tables, or what they know of one actor or office, as of a date where one is given.

    Raises:
        DragomanError: no table has that id.
    """
    knowledge = kit.knowledge
    if identifier is None:
        return _counts(kit)
    if identifier not in knowledge.offices and knowledge.actor(identifier) is None:  # a state's name in any language
        identifier = entities_by_name(knowledge).get(folded(identifier), identifier)
    if identifier in knowledge.offices:
        found = _office(knowledge, identifier, date)
    elif knowledge.actor(identifier) is not None:
        found = _actor(kit, identifier, date)
    else:
        raise DragomanError(f"no table has {identifier!r}{_near(knowledge, identifier)}")
    found["conflicts"] = [str(conflict) for conflict in _conflicts_of(knowledge, identifier)]
    found["your rows replace"] = list(knowledge.own.replaced.get(identifier, ()))
    return {name: value for name, value in found.items() if value not in (None, [])}


def _near(knowledge: Knowledge, wanted: str) -> str:
    """Return where to go on from an id that is in no table: the actors whose id or name has these words, else your own rows."""
    words = folded(wanted)
    near = sorted(
        entity.id for entity in knowledge.entities.values()
        if words and (f" {words} " in f" {folded(entity.name)} " or words in folded(entity.id).split())
    )  # fmt: skip
    if near:
        more = f" and {len(near) - _NEAR:,} more" if len(near) > _NEAR else ""
        return f"; near it are {', '.join(near[:_NEAR])}{more}"
    return (
        "; add a row to a table of your own, in the folder `knowledge` of the project or the one that the setting "
        "`knowledge` names"
    )


def own_conflicts(knowledge: Knowledge) -> list[Conflict]:
    """Return the contradictions in which a row of the user's own tables takes part."""
    offices = {tenure.office for tenure in knowledge.own.tenures}
    tenures = [tenure for office in sorted(offices) for tenure in knowledge.tenures_by_office.get(office, ())]
    mine = {tenure_text(tenure) for tenure in knowledge.own.tenures}
    return [found for found in _among(knowledge, tenures) if found.left in mine or found.right in mine]


def _among(knowledge: Knowledge, tenures: Iterable[Tenure]) -> Iterator[Conflict]:
    return find_conflicts(tenures, {office.id: office.type for office in knowledge.offices.values()})


def _conflicts_of(knowledge: Knowledge, identifier: str) -> list[Conflict]:
    offices = {tenure.office for tenure in knowledge.tenures_by_person.get(identifier, ())} or {identifier}
    tenures = [tenure for office in sorted(offices) for tenure in knowledge.tenures_by_office.get(office, ())]
    return [found for found in _among(knowledge, tenures) if identifier in found.about]


def _office(knowledge: Knowledge, identifier: str, date: str | None) -> dict[str, Any]:
    office = knowledge.offices[identifier]
    held = [
        f"{tenure.person}, {_term(knowledge, tenure)}" for tenure in knowledge.holders(identifier, date)
    ]
    return {"office": office.id, "name": office.name, "type": office.type, "of": office.entity, "held by": held}


def _actor(kit: Kit, identifier: str, date: str | None) -> dict[str, Any]:
    knowledge = kit.knowledge
    actor = knowledge.entities[identifier]
    found: dict[str, Any] = {"actor": actor.id, "kind": actor.kind, "name": actor.name, "stands for": actor.state}
    since, until = knowledge.validity.get(identifier, (None, None))
    found["existed"] = f"{since or '...'} to {until or '...'}" if since or until else None
    found |= {"wikidata": actor.wikidata, "also named": _names(kit, identifier)}
    called = state_names(knowledge, identifier)
    found["in all languages"] = ", ".join(f"{name} ({code})" for code, name in sorted(called.items())) or None
    found["offices"] = [
        f"{tenure.office}, {_term(knowledge, tenure)}" for tenure in knowledge.offices_of(identifier, date)
    ]
    memberships = [row for row in knowledge.memberships if date is None or within(date, row.start, row.end)]
    for name, column in (("member of", "member"), ("has as members", "group")):
        rows = (row for row in memberships if getattr(row, column) == identifier)
        found[name] = [membership_text(row) + (_YOURS if row in knowledge.own.memberships else "") for row in rows]
    return found


def _term(knowledge: Knowledge, tenure: Tenure) -> str:
    """Return when an office was held, and who says so; an open end says how far it is known."""
    mine = _YOURS if tenure in knowledge.own.tenures else ""
    return f"{term_text(tenure.start, tenure.end, tenure.known_through)} ({tenure.source}){mine}"


def _names(kit: Kit, identifier: str) -> list[str]:
    """Return the forms that name an actor, by language and kind."""
    person = kit.knowledge.persons.get(identifier)
    found = [f"{alias} (persons.csv)" for alias in person.aliases.split("|") if alias] if person is not None else []
    for code, language in sorted(kit.languages.items()):
        rows = (row for row in language.rows("names", NameRow) if row.entity == identifier)
        found += [f"{row.form.replace('|', ', ')} ({code}, {row.kind})" for row in rows]
    return found


def _counts(kit: Kit) -> dict[str, Any]:
    knowledge = kit.knowledge
    found: dict[str, Any] = {"version": knowledge.version}
    for table, (bundled, own) in knowledge.own.rows.items():
        found[table] = f"{bundled:,} rows and {own:,} of yours" if own else bundled
    for code, language in sorted(kit.languages.items()):
        found |= {f"{code}/{table}": len(rows) for table, rows in language.tables.items()}
    found["conflicts with your rows"] = [str(conflict) for conflict in own_conflicts(knowledge)]
    found["your rows replace"] = [said for texts in knowledge.own.replaced.values() for said in texts]
    return {name: value for name, value in found.items() if value != []}
