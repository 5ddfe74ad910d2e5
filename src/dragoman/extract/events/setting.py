"""When, where and according to whom: what surrounds an event word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from dragoman.extract.events.phrases import case_of
from dragoman.extract.events.timing import Act, date_of, head_at, time_nouns
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.parse.tree import ancestors, has_label
from dragoman.kit import Kit
from dragoman.knowledge.rows import PlaceRow
from dragoman.records import DateMention, Document, Party, Place, Quote, Sentence, Span, Token, When

_LOCATIVE = frozenset(("in", "at", "near", "à", "en", "dans", "near", "outside", "près"))
_FAR = 99


class PlaceIndex(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of `places.csv` by id and by folded name."""

    by_id: dict[str, PlaceRow]
    by_name: dict[str, PlaceRow]


def compile_places(kit: Kit) -> PlaceIndex:
    """Index `places.csv`. Use as `kit.compiled(compile_places)`."""
    rows = kit.knowledge.places
    by_name = {name.casefold(): row for row in rows.values() for name in (row.name, *row.aliases.split("|")) if name}
    return PlaceIndex(by_id=dict(rows), by_name=by_name)


class Setting:
    """Answers when, where and according to whom for the event words of one document."""

    def __init__(
        self, document: Document, lookup: Lookup, dates: Sequence[DateMention], quotes: Sequence[Quote], kit: Kit,
        published: When | None = None,
    ) -> None:
        self._document = document
        self._lookup = lookup
        self._quotes = quotes
        self._kit = kit
        self._day = published.end[:10] if published is not None and published.end else None
        self._places = kit.compiled(compile_places)
        self._dates: dict[int, list[DateMention]] = defaultdict(list)
        for date in dates:
            self._dates[date.sentence].append(date)

    def speakers(self, token: Token) -> tuple[str, ...]:
        """Return the chain of speakers whose words hold a token, outermost first; empty where the narrator speaks."""
        holding = [
            quote
            for quote in self._quotes
            if quote.speaker_name and any(start <= token.start < end for start, end in quote.content)
        ]
        if not holding:
            return ()
        inner = max(holding, key=lambda q: (len(q.chain), -sum(end - start for start, end in q.content)))
        names = [self._quotes[index].speaker_name for index in inner.chain] + [inner.speaker_name]
        return tuple(dict.fromkeys(filter(None, names)))

    def when(self, sentence: Sentence, act: Act) -> tuple[When | None, Span | None]:
        """Return the time expression that dates an act in its sentence, and its span."""
        dates = self._dates[sentence.index]
        date = date_of(sentence, act, dates, self._kit.compiled(time_nouns, sentence.language), self._day) if dates else None
        return (date.when, (date.start, date.end)) if date is not None else (None, None)

    def place(self, sentence: Sentence, trigger: int, parties: Sequence[Party]) -> tuple[Place | None, Span | None]:
        """Return the place named beside an event word ("in Moscow") and its span."""
        path = {trigger: 0} | {token.i: depth for depth, token in enumerate(ancestors(sentence, trigger), start=1)}
        taken = {(party.start, party.end) for party in parties}
        best: tuple[int, int, Place, Span] | None = None
        for index in self._lookup.of_sentence(sentence.index):
            mention = self._lookup.mention(index)
            if mention.kind not in ("place", "state", "region") or (mention.start, mention.end) in taken:
                continue
            head = head_at(sentence, mention.start, mention.end)
            if not _LOCATIVE & set(case_of(sentence, head)) or not has_label(sentence.tokens[head], "obl", "nmod"):
                continue
            distance = _distance(sentence, head, path)
            gap = abs(mention.start - sentence.tokens[trigger].start)
            if distance <= 2 and (best is None or (distance, gap) < best[:2]):
                best = (distance, gap, self._place(index), (mention.start, mention.end))
        return (best[2], best[3]) if best else (None, None)

    def _place(self, index: int) -> Place:
        mention = self._lookup.mention(index)
        identifier = next(iter(self._lookup.actor_ids(index)), None)
        row = self._places.by_name.get(mention.surface.casefold())
        if identifier in self._places.by_id:
            row = self._places.by_id[identifier]
        if row is not None:
            return Place(name=row.name, id=row.id, lat=row.lat, lon=row.lon, state=row.state)
        city = self._kit.cities().by_id.get(identifier) if identifier and identifier.startswith("place:gn-") else None
        if city is not None:
            return Place(name=city.name, id=city.id, lat=city.lat, lon=city.lon, state=city.state)
        actor = self._lookup.actor(identifier) if identifier else None
        name = actor.name if actor is not None else mention.surface
        return Place(name=name, id=identifier, state=actor.state if actor is not None else None)


def _distance(sentence: Sentence, index: int, path: dict[int, int]) -> int:
    """Return the steps from a token up to the path above the trigger, plus the steps up that path.

    Climbing past a clause border into another clause's dependents is far: that time belongs to the other clause.
    """
    steps = 0
    current = sentence.tokens[index]
    while current.i not in path:
        if current.head == current.i:
            return _FAR
        steps += 3 if has_label(current, "ccomp", "acl", "advcl", "conj", "parataxis") else 1
        current = sentence.tokens[current.head]
    return steps + 2 * path[current.i] if path[current.i] else steps
