"""Turns what other people's files say into rows of the user's own tables. Pure: rows and conflicts out, nothing written.

People and bodies are merged by Wikidata id, then people by name, office and overlapping terms (nomenklatura keeps merging
apart from data in the same way). What a file says again is not added again. What contradicts a row that is there is added
beside it and listed as a conflict: nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from dragoman.knowledge.load import ROW_TYPES, Tables
from dragoman.knowledge.matching import Offices, Words, folded, free_id, slug
from dragoman.knowledge.parsed import Link, Material, Party
from dragoman.knowledge.rows import EntityRow, MembershipRow, OrganRow, PersonRow, TenureRow
from dragoman.knowledge.terms import Conflict, agree, find_conflicts, meet, tells_more, tenure_text
from dragoman.records import Tenure

_BODIES = ("organisations", "groups", "treaties", "organs")  # where a body of the file may stand already
_STATE_ROLES = frozenset({"member", "observer", "party", "signatory", "associate", "candidate", "partner", "participant",
                          "permanent", "suspended"})  # fmt: skip


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What a file adds. `known` counts what our tables say already.

    `names` are other names of people whom we know; `read_as` tells which of our ids the posts of the file mean.
    """

    rows: dict[str, tuple[Any, ...]]
    conflicts: tuple[Conflict, ...] = ()
    known: int = 0
    skipped: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = {}
    read_as: dict[str, str] = {}
    damaged: bool = False


def import_material(material: Material, tables: Tables, words: Words, source: str, known_through: str = "") -> Imported:
    """Match what a FollowTheMoney or Wikidata file says with the tables, and return what it adds.

    `known_through` is the day up to which the file was complete: its open ends are known so far.
    """
    merge = _Merge(tables, words, source, known_through)
    return merge.run(material)


def import_rows(table: str, rows: Sequence[Any], tables: Tables) -> Imported:
    """Return which rows of a file that has the form of one of our tables are new, and what they contradict.

    A row with the id of one of ours is added and stands in its place; what it replaces is listed.
    """
    there = [row for _, row in tables.rows[table]]
    seen = set(there)
    fresh = [row for row in dict.fromkeys(rows) if row not in seen]
    conflicts: list[Conflict] = []
    if table == "tenures":
        types = {row.id: row.type for _, row in tables.rows["offices"]}
        conflicts += _new_conflicts([*map(tenure_of, there)], [*map(tenure_of, fresh)], types)
    elif table == "memberships":
        conflicts += _membership_conflicts(there, fresh)
    conflicts += _id_conflicts(there, fresh)
    return Imported(rows={table: tuple(fresh)}, conflicts=tuple(conflicts), known=len(rows) - len(fresh))


def tenure_of(row: TenureRow) -> Tenure:
    """Return the record of a row."""
    return msgspec.convert(msgspec.to_builtins(row), Tenure)


def _new_conflicts(there: Sequence[Tenure], fresh: Sequence[Tenure], types: Mapping[str, str]) -> Iterator[Conflict]:
    """Yield the conflicts that new tenures bring; those of old rows among themselves are no news."""
    offices = {tenure.office for tenure in fresh}
    texts = {tenure_text(tenure) for tenure in fresh}
    concerned = [tenure for tenure in (*there, *fresh) if tenure.office in offices]
    for conflict in find_conflicts(concerned, types):
        if conflict.left in texts or conflict.right in texts:
            yield conflict


def _membership_conflicts(there: Iterable[MembershipRow], fresh: Iterable[MembershipRow]) -> Iterator[Conflict]:
    terms: dict[tuple[str, str, str], list[MembershipRow]] = {}
    for row in there:
        terms.setdefault((row.member, row.group, row.role), []).append(row)
    for row in fresh:
        for other in terms.setdefault((row.member, row.group, row.role), []):
            left, right = _as_term(other), _as_term(row)
            if meet(left, right) and not agree(left, right):
                yield Conflict(
                    kind="different dates", about=(row.member, row.group), left=membership_text(other),
                    right=membership_text(row),
                )  # fmt: skip
        terms[row.member, row.group, row.role].append(row)


def _as_term(row: MembershipRow) -> Tenure:
    """Return a membership as a term, so that terms of both sorts are compared alike; open is open to this day."""
    return Tenure(
        person=row.member, office=row.group, start=row.start, end=row.end,
        known_through="" if row.end else "9999", source=row.source,
    )  # fmt: skip


def membership_text(row: MembershipRow) -> str:
    """Return a membership in words, with its source."""
    term = f"{row.start or '...'} to {row.end}" if row.end else f"from {row.start}" if row.start else "undated"
    return f"{row.member}, {row.role} of {row.group}, {term} ({row.source})"


def _id_conflicts(there: Iterable[Any], fresh: Sequence[Any]) -> Iterator[Conflict]:
    """Yield a conflict for every new row that gives another content to an id."""
    if not fresh or not hasattr(fresh[0], "id"):
        return
    wanted = {row.id for row in fresh}
    current = {row.id: row for row in there if row.id in wanted}
    for row in fresh:
        if row.id in current:
            yield Conflict(
                kind="same id, other content; the new row is used", about=(row.id,),
                left=_cells(current[row.id], row), right=_cells(row, current[row.id]),
            )  # fmt: skip
        current[row.id] = row


def _cells(row: Any, other: Any) -> str:
    names = [name for name in type(row).__struct_fields__ if getattr(row, name) != getattr(other, name)]
    return ", ".join(f"{name} {getattr(row, name)!r}" for name in names)


def _one_a_line(reasons: Iterable[str]) -> Iterable[str]:
    """Return one reason for each line of the file: the first that was found."""
    first: dict[str, str] = {}
    for reason in reasons:
        first.setdefault(reason.partition(": ")[0], reason)
    return first.values()


class _Merge:
    """One import under way: what is known, what was added so far."""

    def __init__(self, tables: Tables, words: Words, source: str, known_through: str) -> None:
        self._tables, self._words, self._source, self._known_through = tables, words, source, known_through
        self.rows: dict[str, list[Any]] = {table: [] for table in ROW_TYPES}
        self.conflicts: list[Conflict] = []
        self.skipped: list[str] = []
        self.known = 0
        self.names: dict[str, tuple[str, ...]] = {}
        self.read_as: dict[str, str] = {}
        self._offices = Offices([row for _, row in tables.rows["offices"]], words)
        self._countries: dict[str, str] = {row.iso2.lower(): row.id for _, row in tables.rows["states"] if row.iso2}
        self._taken: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        self._names: dict[str, list[str]] = {}
        self._persons: dict[str, PersonRow] = {}
        self._person_names: dict[str, set[str]] = {}
        for table, rows in tables.rows.items():
            for _, row in rows:
                self._index(table, row)
        self._earlier = frozenset(self._persons)
        self._held: dict[tuple[str, str], list[Tenure]] = {}
        for _, row in tables.rows["tenures"]:
            self._held.setdefault((row.person, row.office), []).append(tenure_of(row))
        self._holders = {person for person, _ in self._held}
        self._memberships: dict[tuple[str, str, str], list[MembershipRow]] = {}
        for _, row in tables.rows["memberships"]:
            self._memberships.setdefault((row.member, row.group, row.role), []).append(row)
        self._there = [tenure for held in self._held.values() for tenure in held]

    def _index(self, table: str, row: Any) -> None:
        if not hasattr(row, "id"):
            return
        self._taken[row.id] = table
        if getattr(row, "wikidata", None):
            self._numbers[row.wikidata] = row.id
        if table == "persons" or table in _BODIES:
            for name in (row.name, *filter(None, getattr(row, "aliases", "").split("|"))):
                key = f"{'persons' if table == 'persons' else 'bodies'}:{folded(name)}"
                self._names.setdefault(key, []).append(row.id)
                if table == "persons":
                    self._person_names.setdefault(row.id, set()).add(name)
        if table == "persons":
            self._persons[row.id] = row

    def run(self, material: Material) -> Imported:
        """Match everything, posts and bodies first, and collect the rows that are new."""
        offices = {key: self._office(post) for key, post in material.positions.items()}
        bodies = {key: self._body(body) for key, body in material.bodies.items()}
        posts: dict[str, list[tuple[Link, str]]] = {}
        for link in material.holdings:
            office = offices.get(link.what)
            if link.who not in material.persons or office is None:
                missing = "post" if office is None else "holder"
                self.skipped.append(f"{link.place}: its {missing} is not in the file, or could not be used")
            else:
                posts.setdefault(link.who, []).append((link, office))
        persons = {key: self._person(party, posts.get(key, ())) for key, party in material.persons.items()}
        for key, links in posts.items():
            for link, office in links:
                self._tenure(persons[key], office, link)
        for link in material.memberships:
            self._membership(persons.get(link.who) or bodies.get(link.who), bodies.get(link.what), link)
        return self._result(material)

    def _result(self, material: Material) -> Imported:
        fresh = [tenure_of(row) for row in self.rows["tenures"]]
        types = {office.id: office.type for office in self._offices.rows.values()}
        conflicts = [
            *self.conflicts, *_new_conflicts(self._there, fresh, types),
            *_membership_conflicts((row for _, row in self._tables.rows["memberships"]), self.rows["memberships"]),
        ]  # fmt: skip
        return Imported(
            rows={table: tuple(rows) for table, rows in self.rows.items() if rows},
            conflicts=tuple(dict.fromkeys(conflicts)),
            known=self.known,
            skipped=(*material.skipped, *_one_a_line(self.skipped)),
            names=self.names,
            read_as=self.read_as,
            damaged=material.damaged,
        )

    def _country(self, code: str | None) -> str | None:
        """Return our id of a country code, or of a name."""
        if code is None:
            return None
        if code.lower() in self._countries:
            return self._countries[code.lower()]
        return code.upper() if code.upper() in self._taken else self._words.entities.get(folded(code))

    def _add(self, table: str, row: Any) -> None:
        self.rows[table].append(row)
        self._index(table, row)

    # ------------------------------------------------------------------------- posts

    def _office(self, post: Party) -> str | None:
        """Return the office that a post means, a new one where we have none."""
        country = self._country(post.country)
        found = self._offices.find(post.names, post.wikidata, country)
        if found is None and post.names:
            row = self._offices.make(post.names, post.wikidata, country, self._source)
            if row is not None:
                found = row.id
                self._offices.add(row)
                self._add("offices", row)
        if found is None:
            name = post.names[0] if post.names else post.key
            self.skipped.append(f"{post.place}: whose post {name!r} is cannot be told; name its country")
        elif post.names:
            self.read_as[f"{post.names[0]} ({post.country})" if post.country else post.names[0]] = found
        return found

    # ------------------------------------------------------------------------- persons

    def _person(self, party: Party, posts: Sequence[tuple[Link, str]]) -> str | None:
        """Return the person: by Wikidata id, by name with office and term, else a new one."""
        found = self._known_person(party, posts)
        if found is None:
            return self._new_person(party, posts)
        known = {folded(name) for name in self._person_names[found]}
        others = [name for name in party.names if " " in name and slug(name) and folded(name) not in known]
        if others:
            self.names[found] = tuple(dict.fromkeys((*self.names.get(found, ()), *others)))
        return found

    def _known_person(self, party: Party, posts: Sequence[tuple[Link, str]]) -> str | None:
        number = self._numbers.get(party.wikidata or "")
        if number is not None and self._taken[number] == "persons":
            return number
        for identifier in self._namesakes(party):
            if any(self._holds(identifier, office, link) for link, office in posts):
                mine = self._persons[identifier].wikidata
                if party.wikidata is None or mine is None:
                    return identifier
                self._doubt(f"same name, office and term, but {mine} here", identifier, party)
            elif identifier in self._earlier and self._same_import(self._persons[identifier], party):
                return identifier
        return None

    def _same_import(self, row: PersonRow, party: Party) -> bool:
        """Tell whether this very entity came from the same file before, without post, or cut off before its terms came."""
        same = row.source == self._source and row.name in party.names and row.wikidata == party.wikidata
        return same and row.id not in self._holders

    def _namesakes(self, party: Party) -> list[str]:
        found = (i for name in party.names for i in self._names.get(f"persons:{folded(name)}", ()))
        return list(dict.fromkeys(found))

    def _holds(self, person: str, office: str, link: Link) -> bool:
        wanted = self._as_tenure(person, office, link)
        return any(meet(held, wanted) for held in self._held.get((person, office), ()))

    def _new_person(self, party: Party, posts: Sequence[tuple[Link, str]]) -> str | None:
        name = next((name for name in party.names if slug(name)), None)
        if name is None:
            self.skipped.append(f"{party.place}: {party.key} has no name in Latin letters")
            return None
        for identifier in self._namesakes(party) if party.wikidata is None else ():
            self._doubt("same name, another person? give a Wikidata id to tell", identifier, party)
        state = self._country(party.country) or next((office.split(".")[0] for _, office in posts), None)
        identifier = free_id(slug(name), party.wikidata, self._taken)
        others = dict.fromkeys(other.replace("|", " ") for other in party.names if other != name)
        self._add("persons", PersonRow(
            id=identifier, name=name, state=state if self._taken.get(state or "") == "states" else None,
            wikidata=party.wikidata, aliases="|".join(others), source=self._source,
        ))  # fmt: skip
        return identifier

    def _doubt(self, kind: str, identifier: str, party: Party) -> None:
        said = f"{party.names[0]}{f', {party.wikidata}' if party.wikidata else ''} ({party.place})"
        self.conflicts.append(Conflict(kind=kind, about=(identifier,), left=identifier, right=said))

    # ------------------------------------------------------------------------- terms

    def _as_tenure(self, person: str, office: str, link: Link) -> Tenure:
        through = self._known_through if link.end is None else ""
        return Tenure(
            person=person, office=office, start=link.start, end=link.end, known_through=through, source=self._source
        )

    def _tenure(self, person: str | None, office: str, link: Link) -> None:
        if person is None:
            return  # skipped already, with its reason
        tenure = self._as_tenure(person, office, link)
        held = self._held.setdefault((person, office), [])
        if any(meet(old, tenure) and agree(old, tenure) and not tells_more(tenure, old) for old in held):
            self.known += 1
            return
        held.append(tenure)
        self._add("tenures", msgspec.convert(msgspec.to_builtins(tenure), TenureRow))

    # ------------------------------------------------------------------------- bodies

    def _body(self, body: Party) -> str | None:
        """Return the organisation, group or organ: by Wikidata id, by name, else a new one."""
        if body.wikidata in self._numbers:
            return self._numbers[body.wikidata or ""]
        country = self._country(body.country)
        for name in body.names:
            known = [i for i in self._names.get(f"bodies:{folded(name)}", ()) if self._suits(i, country)]
            if len(known) == 1:
                return known[0]
            organ = f"{country}.{self._words.organs.get(folded(name))}"
            if body.public and organ in self._taken:
                return organ
        return self._new_body(body, country)

    def _suits(self, identifier: str, country: str | None) -> bool:
        owner, dot, _ = identifier.partition(".")
        return not dot or country in (None, owner)

    def _new_body(self, body: Party, country: str | None) -> str | None:
        name = next((name for name in body.names if slug(name)), None)
        if name is None:
            self.skipped.append(f"{body.place}: {body.key} has no name in Latin letters")
            return None
        if body.public and country is not None:
            kind = self._words.organs.get(folded(name), "public-body")
            identifier = free_id(f"{country}.{slug(name)}", body.wikidata, self._taken)
            self._add("organs", OrganRow(
                id=identifier, entity=country, type=kind, name=name, wikidata=body.wikidata, source=self._source,
            ))  # fmt: skip
            return identifier
        identifier = free_id(slug(name).upper(), (body.wikidata or "").upper() or None, self._taken)
        self._add("organisations", EntityRow(
            id=identifier, kind="organisation", name=name, wikidata=body.wikidata, source=self._source,
        ))  # fmt: skip
        return identifier

    def _membership(self, member: str | None, group: str | None, link: Link) -> None:
        if member is None or group is None:
            missing = "member" if member is None else "organization"
            self.skipped.append(f"{link.place}: its {missing} is not in the file, or could not be used")
            return
        role = link.role.casefold() if link.role.casefold() in _STATE_ROLES else "member"
        if self._taken.get(member) == "persons":
            role = link.role or "person"  # people are no members in the sense of treaties
        row = MembershipRow(
            member=member, group=group, role=role, start=link.start, end=link.end, source=self._source
        )
        there = self._memberships.setdefault((member, group, role), [])
        if any(_says_all(old, row) for old in there):
            self.known += 1
            return
        there.append(row)
        self._add("memberships", row)


def _says_all(old: MembershipRow, new: MembershipRow) -> bool:
    left, right = _as_term(old), _as_term(new)
    return meet(left, right) and agree(left, right) and not tells_more(right, left)
