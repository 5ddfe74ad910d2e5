"""One sentence with the known forms laid over its words: what mention finding and linking both read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.extract.names.forms import PRIVATE, Entry, Hit, NameIndex, load_names
from dragoman.extract.names.garbles import mend
from dragoman.extract.parse.tree import has_label
from dragoman.kit import Kit
from dragoman.languages.rows import DateWordRow
from dragoman.records import Document, Sentence, Token

Range = tuple[int, int]  # the first and last token of an expression


class Scan(NamedTuple):
    """A sentence, the hits inside it, and for each hit its tokens `[first, last]`; `at[i]` is the hit over token i."""

    sentence: Sentence
    hits: tuple[Hit, ...]
    ranges: tuple[Range, ...]
    at: tuple[int | None, ...]

    def hit(self, token: int) -> Hit | None:
        """Return the known form over a token, or None (also outside the sentence)."""
        if not 0 <= token < len(self.at):
            return None
        index = self.at[token]
        return None if index is None else self.hits[index]

    def is_word(self, token: int, *kinds: str) -> bool:
        """Tell whether the known form over a token is a general word of one of the kinds ("locative"); False outside."""
        hit = self.hit(token)
        return hit is not None and bool(hit.of("word", *kinds))

    def range_at(self, token: int) -> Range:
        """Return the first and last token of the known form over a token, or the token itself."""
        index = self.at[token]
        return (token, token) if index is None else self.ranges[index]

    def token(self, index: int) -> Token | None:
        """Return a token, or None outside the sentence."""
        return self.sentence.tokens[index] if 0 <= index < len(self.sentence.tokens) else None


def scan_sentences(document: Document, sentences: Sequence[Sentence], kit: Kit) -> tuple[Scan, ...]:
    """Scan the sentences for known forms. The text between the first and last sentence is read once."""
    if not sentences:
        return ()
    index = kit.compiled(load_names, document.language)
    offset, end = sentences[0].start, max(sentence.end for sentence in sentences)
    hits = [
        Hit(hit.start + offset, hit.end + offset, hit.entries) for hit in index.scan(document.text[offset:end])
    ]
    hits = list(_joined(hits, index, document.text))
    hits = list(_coordinated(hits, index, document.text))
    hits = [_cut_compound(hit, index, document.text, kit) for hit in hits]
    hits = mend(hits, document.text, offset, end, kit, document.language)
    starts = [hit.start for hit in hits]
    laid = (_lay(sentence, _inside(sentence, hits, starts, document.text)) for sentence in sentences)
    return tuple(_without_others(scan, kit) for scan in laid)


_DUTIES, _BEFORE = 60, 8  # characters and known forms between a ministry and the last of its duties
_LIST_OF_DUTIES = re.compile(r"(?:[\s,'’]+|\b(?:of|for|and|the|et|de|des|du|la|le|les|l|d)\b|[A-Z]\w*)+")
_LONGEST_REST = 60  # characters of a form after the adjective that splits it


def _joined(hits: Sequence[Hit], index: NameIndex, text: str) -> Iterator[Hit]:
    """Join forms that an adjective splits: "ministre russe de la Défense" reads as "ministre de la Défense" of Russia."""
    reached = 0
    for number, hit in enumerate(hits):
        if hit.start < reached:
            continue
        following = hits[number + 1] if number + 1 < len(hits) else None
        splits = hit.has("role", "organ-word") or bool(hit.of("word", "organ"))
        if following is None or not splits or following.start != hit.end + 1:
            yield hit
            continue
        split: tuple[Entry, ...] = ()
        if following.of("name", "adjective"):
            after = following.end + 1
            split, length = index.split(text[hit.start : hit.end], text[after : after + _LONGEST_REST])
        if not split:
            yield hit
            continue
        yield Hit(hit.start, hit.end, split)
        yield following
        reached = after + length
        yield Hit(after, reached, (Entry("", "rest", "word", text[after:reached]),))


_FIRST_DUTY = re.compile(r"([A-Za-z]+) (?:and|&) $")
_NEXT_DUTY = re.compile(r" (?:et|and) (?=\w)")
_DUTY = 40  # characters of another duty


def _coordinated(hits: Sequence[Hit], index: NameIndex, text: str) -> Iterator[Hit]:
    """Read posts and ministries that share a word: "foreign and defence ministers", "ministres de X et de Y"."""
    for hit in hits:
        if not hit.has("role", "organ-word"):
            yield hit
            continue
        words = text[hit.start : hit.end].split(" ")
        before = _FIRST_DUTY.search(text, max(0, hit.start - _DUTY), hit.start)
        shared = index.lookup(f"{before.group(1)} {words[-1]}") if before is not None and len(words) > 1 else ()
        after = _NEXT_DUTY.match(text, hit.end)
        rest, length = index.split(words[0], text[after.end() : after.end() + _DUTY]) if after is not None else ((), 0)
        shared = tuple(e for e in (*shared, *rest) if e.category in ("role", "organ-word") and e.plural)
        if not shared:
            yield hit
            continue
        start = before.start(1) if before is not None and not length else hit.start
        end = after.end() + length if after is not None and length else hit.end
        joined = Entry("", "joined", "word", text[start:end], plural=True)
        own = hit.entries if length else ()
        yield Hit(start, end, (*own, *shared, *(() if length else hit.entries), joined))


def _cut_compound(hit: Hit, index: NameIndex, text: str, kit: Kit) -> Hit:
    """Give up an organ that goes on as a compound ("the US military-industrial complex"): what is named is before it."""
    if text[hit.end : hit.end + 1] != "-" or not text[hit.end + 1 : hit.end + 2].isalpha():
        return hit
    if not hit.entries or any(entry.entity not in kit.knowledge.organs for entry in hit.entries):
        return hit
    shorter = text[hit.start : hit.end].rpartition(" ")[0]
    entries = index.lookup(shorter) if shorter else ()
    return Hit(hit.start, hit.start + len(shorter), entries) if entries else hit


def _inside(sentence: Sentence, hits: Sequence[Hit], starts: Sequence[int], text: str) -> Iterator[Hit]:
    for hit in hits[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]:
        if hit.end <= sentence.end and _stands(hit, hits, starts) and not _is_duty(hit, hits, starts, text):
            yield hit


def _stands(hit: Hit, hits: Sequence[Hit], starts: Sequence[int]) -> bool:
    """Tell whether a form in -o joins another state's name: "Franco-Russian" does, "Indo-Pacific" does not."""
    if any(entry.kind != "combining" or not entry.form.endswith("o-") for entry in hit.entries):
        return True
    place = bisect_left(starts, hit.end)
    return place < len(hits) and hits[place].start <= hit.end + 1 and hits[place].has("name")


def _is_duty(hit: Hit, hits: Sequence[Hit], starts: Sequence[int], text: str) -> bool:
    """Tell whether what could be an outlet's name is a ministry's duty in a list ("ministries of Trade, Foreign Affairs")."""
    if any(entry.category != "outlet" for entry in hit.entries):
        return False
    place = bisect_left(starts, hit.start)
    return any(
        (other.has("organ-word") or other.of("word", "organ"))
        and other.end > hit.start - _DUTIES
        and _LIST_OF_DUTIES.fullmatch(text, other.end, hit.start) is not None
        for other in hits[max(0, place - _BEFORE) : place]
    )


def _lay(sentence: Sentence, hits: Iterator[Hit]) -> Scan:
    starts = [token.start for token in sentence.tokens]
    kept = tuple(hits)
    ranges = []
    at: list[int | None] = [None] * len(starts)
    for number, hit in enumerate(kept):
        first = max(0, bisect_right(starts, hit.start) - 1)
        last = max(first, bisect_left(starts, hit.end) - 1)
        ranges.append((first, last))
        for token in range(first, last + 1):
            at[token] = number
    return Scan(sentence, kept, tuple(ranges), tuple(at))


def _without_others(scan: Scan, kit: Kit) -> Scan:
    """Take the name from a form that is said of another state: "the Peruvian Congress" is no Congress of the United States.

    What remains is its reading as the common word for such a body, whose state stands beside it.
    """
    elsewhere = {number for number in range(len(scan.hits)) if _is_elsewhere(scan, number, kit)}
    if elsewhere:
        hits = [_emptied(hit) if number in elsewhere else hit for number, hit in enumerate(scan.hits)]
        scan = scan._replace(hits=tuple(hits))
    others = [number for number, hit in enumerate(scan.hits) if hit.has("organ-word") and _is_of_another(scan, number, kit)]
    if not others:
        return scan
    hits = list(scan.hits)
    for number in others:
        hits[number] = Hit(hits[number].start, hits[number].end, hits[number].of("organ-word"))
    return scan._replace(hits=tuple(hits))


def _is_of_another(scan: Scan, number: int, kit: Kit) -> bool:
    """Tell whether a form names a body, and a state beside it, of which that body is not."""
    named = [kit.knowledge.actor(entry.entity) for entry in scan.hits[number].of("name")]
    beside = {entry.entity for hit in _owners_beside(scan, number) for entry in hit.of("name")} & kit.knowledge.states.keys()
    of_state = [actor.state for actor in named if actor is not None and actor.state in kit.knowledge.states]
    last = scan.sentence.tokens[scan.ranges[number][1]]
    part = has_label(last, "compound", "nmod") and last.head > last.i
    if not beside or not named or (not of_state and part):
        return False  # "Guyana's Security Council seat": states sit in a body of an organisation
    return not beside & set(of_state)


def _owners_beside(scan: Scan, number: int) -> Iterator[Hit]:
    """Yield the names that say whose a body is: "Peruvian X", "Peru's X", "X of (the) Y", "X péruvien"."""
    first, last = scan.ranges[number]
    before, after = scan.hit(first - 1), scan.hit(last + 1)
    if before is not None and before.of("name", "adjective"):
        yield before
    mark, owner = scan.token(first - 1), scan.hit(first - 2)
    if mark is not None and mark.text in _POSSESSIVE and owner is not None and owner.of("name", *_NAMING):
        yield owner
    if after is not None and scan.sentence.language == "fr" and after.of("name", "adjective"):
        yield after
    if after is None or not after.of("word", "complement", "contraction"):
        return
    index = last + 2
    if (article := scan.hit(index)) is not None and article.of("word", "article"):
        index += 1
    if (owner := scan.hit(index)) is not None and owner.of("name", *_NAMING):
        yield owner


_POSSESSIVE = ("'s", "’s", "'", "’")
_NAMING = ("name", "short", "acronym", "capital")
SHARED = "shared"  # what a name is marked with that the bodies of many owners bear


def _is_elsewhere(scan: Scan, number: int, kit: Kit) -> bool:
    """Tell whether a name that many bodies bear is that of a church, a company, a part of a state: nobody's of the base.

    "The Ohio General Assembly", "the General Assembly of the shareholders". A state's or organisation's own body of the
    kind, where the name is a common word for one, stands with the common word (`_is_of_another`).
    """
    hit = scan.hits[number]
    names = hit.of("name")
    if not names or any(SHARED not in entry.note.split() for entry in names):
        return False
    own = {_behind(entry.entity, kit) for entry in names}
    before, after = _owner_before(scan, number), _owner_behind(scan, number)
    return any(
        _is_other(scan, owner, own, kit, common=hit.has("organ-word")) for owner in (before, after) if owner is not None
    )


def _emptied(hit: Hit) -> Hit:
    """Return a form that names nobody known: still one expression, whose words are no person's name."""
    return Hit(hit.start, hit.end, (Entry("", "elsewhere", "word", hit.entries[0].form),))


def _behind(entity: str, kit: Kit) -> str:
    """Return the organisation whose body an entity is: of the United Nations' councils, the United Nations."""
    organ = kit.knowledge.organs.get(entity)
    return organ.entity if organ is not None else entity.partition(".")[0]


def _owner_before(scan: Scan, number: int) -> int | None:
    """Return the last word of what stands as an owner before a name ("Ohio | X", "Iran's | X"); None in a compound.

    "Guyana's Security Council seat", "the New York General Assembly debate": what is owned there is the seat.
    """
    first, last = scan.ranges[number]
    name = scan.sentence.tokens[last]
    if first == 0 or (has_label(name, "compound", "nmod") and not has_label(name, "nmod:poss") and name.head > last):
        return None
    mark = scan.sentence.tokens[first - 1]
    return first - 2 if mark.text in _POSSESSIVE and first > 1 else first - 1


def _owner_behind(scan: Scan, number: int) -> int | None:
    """Return the first word of what follows a name and its "of (the)", or a French adjective; None where nothing does."""
    last = scan.ranges[number][1]
    after = scan.hit(last + 1)
    if after is not None and scan.sentence.language == "fr" and after.of("name", "adjective"):
        return last + 1
    if after is None or not after.of("word", "complement", "contraction"):
        return None
    article = scan.hit(last + 2)
    index = last + 3 if article is not None and article.of("word", "article") else last + 2
    return index if scan.token(index) is not None else None


def _is_other(scan: Scan, index: int, own: set[str], kit: Kit, *, common: bool) -> bool:
    """Tell whether a word says that a body is neither of its own organisation nor (`common`) of a state of the base.

    No owner are days and months ("the September X"), seats ("of New York") and single people ("Ann Lee's X speech").
    """
    token, hit = scan.sentence.tokens[index], scan.hit(index)
    if hit is not None and hit.has("role"):
        return any(entry.note in PRIVATE for entry in hit.of("role"))
    calendar = kit.compiled(load_calendar, scan.sentence.language)
    people = (name for name in scan.sentence.names if name.label == "PER")
    small = not token.text[:1].isupper() and not (hit is not None and hit.of("name", "adjective"))
    if small or token.text.lower() in calendar or any(name.first <= index < name.last for name in people):
        return False
    if hit is not None and hit.entries:
        named = {entry.entity for entry in hit.of("name", *_NAMING, "adjective")}
        actors = [actor for entity in named if (actor := kit.knowledge.actor(entity)) is not None]
        kinds = {actor.kind for actor in actors}
        if hit.has("place", "person", "surname") or not kinds or own & {_behind(actor.id, kit) for actor in actors}:
            return bool(hit.of("word", "bloc")) and _is_named(scan, index)
        return not (common and "state" in kinds)
    return token.pos == "PROPN" or _is_named(scan, index)


def _is_named(scan: Scan, index: int) -> bool:
    """Tell whether a common word with a capital is part of a longer name ("the Baltic Union")."""
    return any(name.label == "ORG" and name.first <= index < name.last > name.first + 1 for name in scan.sentence.names)


def load_calendar(kit: Kit, code: str) -> frozenset[str]:
    """Return the names of months and weekdays. Use through `kit.compiled(load_calendar, code)`."""
    rows = kit.languages[code].rows("dates", DateWordRow)
    return frozenset(row.form for row in rows if row.kind in ("month", "weekday"))
