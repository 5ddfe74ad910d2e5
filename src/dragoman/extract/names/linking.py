"""Whom a mention names, as of the document's date.

Order: the document as a whole first (its date, its states, its people clustered and read), then mention by mention, so
that "the minister" and "both countries" find who was spoken of. Nobody is an answer: a person whom the base does not
know becomes an actor of the document's own. Every link lists the rules that made it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dragoman.extract.names.abroad import name_abroad
from dragoman.extract.names.actors import (
    actor_of_base,
    actor_of_page,
    city_of_state,
    is_woman,
    person_of_base,
    person_of_page,
    place_of_base,
)
from dragoman.extract.names.bodies import Pointed, Setting, the_only_body
from dragoman.extract.names.called import CALLED, called_by_noun
from dragoman.extract.names.descriptions import Description
from dragoman.extract.names.eras import BORROWED, at_that_time
from dragoman.extract.names.focus import Focus, Spoken
from dragoman.extract.names.forms import Entry, Hit
from dragoman.extract.names.metonyms import reads_as_place
from dragoman.extract.names.nouns import load_small
from dragoman.extract.names.page import Named, Page, best_entity, find_holders, read_page
from dragoman.extract.names.pointing import point
from dragoman.extract.names.pronouns import Place, several_before, stands_for
from dragoman.extract.names.scan import Scan
from dragoman.extract.names.standing import head_of, is_host, is_setting, subject_rank
from dragoman.extract.names.titles import office_types
from dragoman.extract.parse.tree import has_label
from dragoman.kit import Kit
from dragoman.records import Actor, ActorKind, Document, DocumentFacts, Link, Links, Mention, Sentence

_PLACE = 0.5
_OF_WHOM = re.compile(r" (?:d['’]|de |du |des )(?:l['’]|la )?[A-ZÀ-Ü]")
_OF_WHOM_REACH = 8  # characters
_WHOSE = re.compile(r",? (?:dont|whose) \Z")
_WHOSE_REACH = 12  # characters


def link_mentions(
    document: Document, mentions: Sequence[Mention], sentences: Sequence[Sentence], facts: DocumentFacts, kit: Kit
) -> Links:
    """Return the link of every mention and the actors that they name."""
    linker = _Linker(read_page(document, mentions, sentences, facts, kit), kit)
    for index, mention in enumerate(mentions):
        linker.link(index, mention)
    return Links(mentions=tuple(linker.mentions), links=tuple(linker.links), actors=linker.actors)


class _Linker:
    """Links the mentions of one document in order; holds what was spoken of."""

    def __init__(self, page: Page, kit: Kit) -> None:
        self.page, self.kit = page, kit
        self.mentions: list[Mention] = []
        self.links: list[Link] = []
        self.actors: dict[str, Actor] = {}
        self.focus = Focus(page.document.text)
        self.holders = find_holders(page, kit)
        self._genders: dict[str, bool] = {}  # what a role word in apposition says of somebody ("her husband, X")
        self._taken_up: dict[tuple[int, int], tuple[str, ...]] = {}  # whom the subject pronoun of a verb stands for

    def link(self, index: int, mention: Mention) -> None:
        """Link one mention and remember it."""
        found = self.page.found[index]
        source = found.source if found is not None else None
        if mention.kind == "person" and index in self.page.people:
            self._person(index, mention, self.page.people[index])
        elif isinstance(source, Description):
            self._description(index, mention, source)
        elif isinstance(source, Hit) and mention.kind == "pronoun":
            self._pronoun(index, mention, source)
        elif isinstance(source, Hit):
            self._name(index, mention, source)
        else:
            self._unknown(index, mention)

    # ------------------------------------------------------------ the five sorts of mention

    def _person(self, index: int, mention: Mention, named: Named) -> None:
        person = named.person
        if person.identifier is None and not named.titles and (known := name_abroad(mention, self.page, self.kit)) is not None:
            self._keep(index, mention, (known.actor,), known.score, known.reason, kind=known.kind)
            return
        if person.identifier is None:
            actor = person_of_page(named, self.page, self.kit)
            self._keep(index, mention, (actor,), person.score, person.reason, alternatives=person.alternatives)
        else:
            actor = person_of_base(person.identifier, named, self.page.date, self.kit)
            self._keep(
                index, mention, (actor,), person.score, person.reason, office=person.office,
                alternatives=person.alternatives,
            )  # fmt: skip
        types = self._types_of(named, person.office)
        forms = tuple(dict.fromkeys(title.form for title in named.titles if title.form))
        feminine = is_woman(actor, named, self.kit, self.page.document.language)
        self._remember(index, mention, (actor,), "person", person.office, types, forms, feminine=feminine)

    def _types_of(self, named: Named, office: str | None) -> tuple[str, ...]:
        said = [t for title in named.titles for t in office_types(title, self.kit)]
        held = [self.kit.knowledge.offices[office].type] if office is not None else []
        return tuple(dict.fromkeys((*held, *said)))

    def _description(self, index: int, mention: Mention, found: Description) -> None:
        if found.name is not None and (named := self._person_at(index, found)) is not None:
            if (known := named.person.identifier) is None:
                actor = person_of_page(named, self.page, self.kit)
            else:
                actor = person_of_base(known, named, self.page.date, self.kit)
            self._keep(index, mention, (actor,), min(named.person.score, 0.9), "in apposition to the name")
            if (feminine := self._gender(found)) is not None:
                self._genders[actor.id] = feminine
            return
        if not found.owners and (owner := self._owner_before(mention)) is not None:
            found = found._replace(owners=(owner,))
        setting = Setting(
            mention.sentence, self.page, self.focus, self.actors, self.holders, self._third(index, mention, found),
            is_setting(self.page, index),
        )  # fmt: skip
        pointed = point(found, setting, self.kit)
        plain = not found.owners and not found.plural and found.last - found.first <= 1
        if not pointed.actors and plain and (body := self._called(mention)) is not None:
            self._keep_called(index, mention, body)
            return
        if not pointed.actors and mention.surface.split()[-1][:1].isupper():
            pointed = the_only_body(found, setting, self.kit) or pointed
        actors = tuple(self._actor(identifier) for identifier in pointed.actors)
        kind = mention.kind
        if not actors and self._stands_alone(found):
            self._stranger(index, mention, found)
            return
        self._keep(index, mention, actors, pointed.score, pointed.reason or "points to nobody known", office=pointed.office)
        if actors and actors[0].kind == "person":
            kind = "person"
        spoken_kind = "roles" if kind == "role" and found.plural else kind
        place = found.kind == "country" and is_setting(self.page, index)
        types = _types(pointed, found)
        feminine = self._gender(found)
        self._remember(
            index, mention, actors, spoken_kind, pointed.office, types, (found.form,), place=place, feminine=feminine
        )

    def _gender(self, found: Description) -> bool | None:
        """Tell whether a role word is a woman's; a French masculine can be anybody's ("le ministre")."""
        english = self.page.document.language == "en"
        return True if found.value == "f" else False if found.value == "m" and english else None

    def _owner_before(self, mention: Mention) -> str | None:
        """Return the state of whoever stands before a relative "dont" or "whose" to which a description belongs."""
        before = self.page.document.text[: mention.start]
        relative = _WHOSE.search(before[-_WHOSE_REACH:])
        if relative is None:
            return None
        end = len(before) - len(relative.group())
        owner = self.focus.last(mention.sentence, 0, lambda s: s.end == end and s.state is not None)
        return owner.state if owner is not None else None

    def _third(self, index: int, mention: Mention, found: Description) -> str | None:
        """Return the state that acts in the clause on "both sides" or "the country", and so is none of them."""
        country = found.kind == "country" and not found.owners
        if subject_rank(self.page, index) or not (found.plural or found.number > 1 or country):
            return None
        head, analysis = head_of(self.page, index), self.page.analyses[index]
        if head is None or analysis is None:
            return None
        verb = analysis.scan.sentence.tokens[head]
        noun = analysis.scan.sentence.tokens[verb.head].start if has_label(verb, "acl") else -1
        acting = self.focus.last(
            mention.sentence, 0, lambda s: (s.subject > 0 and s.head == head) or s.start <= noun < s.end
        )
        if acting is None or (country and acting.kind != "state"):  # a government or a person can act on the own country
            return None
        return acting.state

    def _stands_alone(self, found: Description) -> bool:
        """Tell whether a description that points to nobody known is one unnamed person ("a senior official")."""
        return found.kind == "role" and not found.plural and bool(found.sector) and found.determiner != ""

    def _stranger(self, index: int, mention: Mention, found: Description) -> None:
        """Make an actor of the document's own for an unnamed person; the same role named again is the same person."""
        actor = actor_of_page(mention.surface, "unresolved", self.page)
        self._keep(index, mention, (actor,), 0.3, "an unnamed person")
        self._remember(index, mention, (actor,), "role", None, found.types, (found.form,))

    def _person_at(self, index: int, found: Description) -> Named | None:
        analysis = self.page.analyses[index]
        if analysis is None or found.name is None:
            return None
        tokens = analysis.scan.sentence.tokens
        start, end = tokens[found.name[0]].start, tokens[found.name[1]].end
        return self.page.by_span.get((start, end))

    def _name(self, index: int, mention: Mention, hit: Hit) -> None:
        entry = best_entity(hit.entries, self.page, self.kit)
        capital = self._capital_state(hit)
        if entry is None or self._is_stray(entry) or self._goes_on(mention):
            self._unknown(index, mention)
            return
        others = tuple(
            (other, 0.2) for other in dict.fromkeys(e.entity for e in hit.entries if e.entity) if other != entry.entity
        )
        analysis = self.page.analyses[index]
        if capital is not None and analysis is not None:
            self._capital(index, mention, hit, capital, entry, analysis.scan)
            return
        if entry.category == "place":
            place = place_of_base(entry.entity, self.kit)
            self._keep(index, mention, (place,), 0.9, "name of a place", alternatives=others, kind="place")
            return
        actor = self._actor(entry.entity)
        past = self._of_that_time(index, mention, actor.state) if entry.kind == "metonym" else None
        if past is not None:
            self._keep(index, mention, (past,), 0.7, f"{entry.kind} of {past.id} at that time", kind=past.kind)
            self._remember(index, mention, (past,), past.kind, None, (), (BORROWED,))
            return
        score = 0.6 if "ambiguous" in entry.note else 0.95
        kind = "unknown" if actor.kind == "unresolved" else actor.kind
        self._keep(index, mention, (actor,), score, f"{entry.kind} of {entry.entity}", alternatives=others, kind=kind)
        setting = entry.kind in ("name", "short", "acronym") and is_setting(self.page, index)
        self._remember(index, mention, (actor,), actor.kind, None, self._organ_types(actor), (), place=setting)

    def _capital(self, index: int, mention: Mention, hit: Hit, state: str, acting: Entry, scan: Scan) -> None:
        """Read a capital as its government or as the city; keep the other reading."""
        place_entry = next((e for e in hit.entries if e.category == "place"), None)
        if place_entry is not None:
            city = place_of_base(place_entry.entity, self.kit)
        else:
            city = city_of_state(hit.entries[0].form, state, self.kit)
        span = _range_of(scan, hit)
        likely, rule = reads_as_place(scan, *span)
        past = self._of_that_time(index, mention, state)
        body = past or self._actor(acting.entity if acting.category == "name" else state)
        if likely >= _PLACE:
            self._keep(index, mention, (city,), likely, f"capital as a place: {rule}",
                       alternatives=((body.id, round(1 - likely, 2)),), kind="place")  # fmt: skip
        else:
            self._keep(index, mention, (body,), 1 - likely, f"capital as the government: {rule}",
                       alternatives=((city.id, round(likely, 2)),), kind=body.kind)  # fmt: skip
            self._remember(index, mention, (body,), body.kind, None, (), (BORROWED,) if past is not None else ())

    def _of_that_time(self, index: int, mention: Mention, state: str | None) -> Actor | None:
        """Return the former state for which a capital stood at the time that is told of; None where it is the present one."""
        analysis = self.page.analyses[index]
        if analysis is None or state is None:
            return None
        end = analysis.scan.sentence.end
        start = next((a.scan.sentence.start for a in reversed(self.page.analyses[:index]) if a is not None
                      and a.scan.sentence.index < mention.sentence), analysis.scan.sentence.start)  # fmt: skip
        text = self.page.document.text[start:end]
        then = at_that_time(state, mention.sentence, text, start, self.page.date, self.focus, self.kit)
        return self._actor(then) if then != state else None

    def _pronoun(self, index: int, mention: Mention, hit: Hit) -> None:
        value = hit.of("word", "pronoun")[0].value
        if value == "they":
            pointed = several_before(mention.sentence, self.focus)
        else:
            place = Place(mention.sentence, head_of(self.page, index), subject_rank(self.page, index) > 0)
            pointed = stands_for(value, place, self.focus, self._genders, self._taken_up)
            if pointed.actors and place.subject and place.head is not None:
                self._taken_up[place.sentence, place.head] = pointed.actors
        actors = tuple(self._actor(identifier) for identifier in pointed.actors)
        self._keep(index, mention, actors, pointed.score, pointed.reason)

    def _called(self, mention: Mention) -> Actor | None:
        """Return the body last named whose noun is said alone ("the Council"); None where that is a body nobody knows."""
        identifier = called_by_noun(mention, self.page.document, self.focus, self.kit)
        actor = self._actor(identifier) if identifier is not None else None
        return actor if actor is not None and actor.kind in CALLED else None

    def _keep_called(self, index: int, mention: Mention, actor: Actor) -> None:
        """Link a noun to the body that it stands for."""
        self._keep(index, mention, (actor,), 0.65, "called by the noun of its name", kind=actor.kind)
        self._remember(index, mention, (actor,), actor.kind, None, self._organ_types(actor), ())

    def _unknown(self, index: int, mention: Mention) -> None:
        if (body := self._called(mention)) is not None:
            self._keep_called(index, mention, body)
            return
        if (known := name_abroad(mention, self.page, self.kit)) is not None:
            self._keep(index, mention, (known.actor,), known.score, known.reason, kind=known.kind)
            if known.kind != "place":
                self._remember(index, mention, (known.actor,), known.kind, None, (), ())
            return
        kind: ActorKind = "unresolved"
        if mention.kind in ("person", "organisation", "place", "organ"):
            kind = mention.kind
        actor = actor_of_page(mention.surface, kind, self.page)
        self._keep(index, mention, (actor,), 0.3, "not in the knowledge base")
        if kind == "organisation":
            self._remember(index, mention, (actor,), "organisation", None, (), ())

    # ------------------------------------------------------------ records

    def _actor(self, identifier: str) -> Actor:
        return self.actors.get(identifier) or actor_of_base(identifier, self.page.date, self.kit)

    def _organ_types(self, actor: Actor) -> tuple[str, ...]:
        organ = self.kit.knowledge.organs.get(actor.id)
        return (organ.type,) if organ is not None else ()

    def _is_stray(self, entry: Entry) -> bool:
        """Tell whether an ambiguous name (Hamilton, Stanley, "the North") stands in a text that never names its state."""
        unsure = "company" in entry.note or (entry.kind == "capital" and "ambiguous" in entry.note)
        named = (entry.entity, *entry.note.split()[1:])  # "company KOR": where one of these is named
        return unsure and not any(self.page.company.get(entity) for entity in named)

    def _goes_on(self, mention: Mention) -> bool:
        """Tell whether a form with its article goes on as another one's name: "la République | d'Algérie"."""
        after = self.page.document.text[mention.end : mention.end + _OF_WHOM_REACH]
        return mention.surface.lower().startswith("la ") and _OF_WHOM.match(after) is not None

    def _capital_state(self, hit: Hit) -> str | None:
        """Return the state whose capital a form names, or None."""
        for entry in hit.entries:
            if entry.kind != "capital" or "ambiguous" in entry.note:
                continue
            row = self.kit.knowledge.places.get(entry.entity)
            state = entry.entity if row is None else row.state
            if state is not None and state in self.kit.knowledge.states:
                return state
        return None

    def _keep(
        self, index: int, mention: Mention, actors: Sequence[Actor], score: float, reason: str, *,
        office: str | None = None, alternatives: tuple[tuple[str, float], ...] = (), kind: str | None = None,
    ) -> None:  # fmt: skip
        """Store a mention with its link."""
        if kind is not None and kind != mention.kind:
            mention = msgspec.structs.replace(mention, kind=kind)
        self.mentions.append(mention)
        for actor in actors:
            self.actors.setdefault(actor.id, actor)
        self.links.append(
            Link(
                mention=mention.id, actors=tuple(actor.id for actor in actors), office=office, score=round(score, 3),
                reason=reason, alternatives=alternatives,
            )
        )  # fmt: skip

    def _remember(
        self, index: int, mention: Mention, actors: Sequence[Actor], kind: str, office: str | None,
        types: tuple[str, ...], forms: tuple[str, ...], *, place: bool = False,
        feminine: bool | None = None,
    ) -> None:  # fmt: skip
        mediating = self.kit.compiled(load_small, self.page.document.language, "mediator")
        self.focus.add(
            Spoken(
                sentence=mention.sentence, actors=tuple(actor.id for actor in actors), kind=kind,
                state=actors[0].state if actors else None, subject=subject_rank(self.page, index), office=office,
                types=types, forms=forms, head=head_of(self.page, index), start=mention.start, end=mention.end, place=place,
                feminine=feminine, host=is_host(self.page, index) or not mediating.isdisjoint(forms),
            )
        )  # fmt: skip


def _types(pointed: Pointed, found: Description) -> tuple[str, ...]:
    return pointed.types or found.types


def _range_of(scan: Scan, hit: Hit) -> tuple[int, int]:
    return next(span for span, other in zip(scan.ranges, scan.hits, strict=True) if other.start == hit.start)
