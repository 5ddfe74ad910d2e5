"""Noun phrases that point to an actor without naming it: "the Russian defence minister", "his French counterpart"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.extract.names.forms import Entry, Hit, fold
from dragoman.extract.names.scan import Range, Scan
from dragoman.extract.parse.nominals import told_without_article

_HEAD_WORDS = ("counterpart", "head", "side", "pair", "bloc", "country", "organ", "people")
# In order: what a phrase is about when it holds several of these words.
_RANK = {"role": 0, "counterpart": 0, "head": 0, "side": 1, "pair": 1, "organ-word": 2, "organ": 3}
_OPENING = frozenset("\"“«‘„")  # quotation marks before a name: 'the leaders of the "Norman Four"'
_LEFT, _RIGHT = 8, 3  # words taken before a head; complements taken after it ("head of the staff of the army of X")
_ACTING_NAMES = frozenset({"name", "short", "acronym", "adjective", "demonym", "combining", "metonym", "capital", "garble"})


class Description(NamedTuple):
    """A description: tokens `[first, last]`, what its head word is, and what stands inside it.

    `owners` are the states and bodies that it names, `types` office types (of a role) or organ types. `name` is the
    range of the person whom it introduces: as a title right before ("Foreign Minister X") or in apposition. `seat`: the
    state in whose capital the sentence opens before somebody in an office ("In Oslo, the minister").
    """

    first: int
    last: int
    head: int
    kind: str
    value: str
    types: tuple[str, ...]
    organ_types: tuple[str, ...]
    owners: tuple[str, ...]
    determiner: str
    possessor: str
    number: int
    plural: bool
    form: str
    inner: tuple[str, ...] = ()
    sector: str = ""
    after_person: bool = False
    adjectival: bool = False
    name: Range | None = None
    title: bool = False
    seat: tuple[str, ...] = ()


def find_descriptions(scan: Scan, people: Sequence[Range]) -> tuple[Description, ...]:
    """Return the descriptions of a sentence, in order, none overlapping."""
    blocked = {index for first, last in people for index in range(first, last + 1)}
    heads = sorted(_heads(scan, blocked), key=lambda pair: (_RANK.get(_kind(pair[1][0]), 4), pair[0]))
    taken: set[int] = set()
    found = []
    for number, entries in heads:
        first, last = scan.ranges[number]
        if taken & set(range(first, last + 1)):
            continue
        description = _build(scan, number, entries, blocked | taken, people)
        if description is not None:
            found.append(description)
            taken.update(range(description.first, description.last + 1))
    return tuple(sorted(found, key=lambda description: description.first))


def _kind(entry: Entry) -> str:
    return entry.kind if entry.category == "word" else entry.category


def _heads(scan: Scan, blocked: set[int]) -> list[tuple[int, tuple[Entry, ...]]]:
    """Return the hits that can head a description, with their word readings; a role before a word."""
    heads = []
    for number, hit in enumerate(scan.hits):
        if hit.has("name", "person") or scan.ranges[number][0] in blocked:
            continue
        words = hit.of("word", *_HEAD_WORDS) or hit.of("organ-word") or hit.of("role")
        if words and words[0].kind == "pair" and not words[0].plural and hit.has("role"):
            words = hit.of("role")  # "the interlocutor" is one person, "the interlocutors" are both sides
        if words:
            heads.append((number, words))
    return heads


def _build(
    scan: Scan, number: int, entries: tuple[Entry, ...], blocked: set[int], people: Sequence[Range]
) -> Description | None:
    head_first, head_last = scan.ranges[number]
    first = _leftwards(scan, head_first, blocked)
    owned = any(
        entry.value == "it" or entries[0].category == "organ-word"
        for index in range(first, head_first)
        for entry in _possessives(scan, index)
    )  # "its forces", "ses troupes de X": what follows is where they are
    owned = owned or _from_where(scan, first, head_first, head_last, entries[0])
    last = head_last if owned else _rightwards(scan, head_last, blocked, plural=entries[0].plural)
    if last == head_last and entries[0].plural and _kind(entries[0]) == "counterpart":
        last = _several_where(scan, last, blocked)
    inside = range(first, last + 1)
    entry = entries[0]
    reach = [*inside, *(_named_after(scan, last) if _kind(entry) == "bloc" else ())]
    owners = tuple(dict.fromkeys(owner for index in reach for owner in owners_at(scan, index)))
    owners = owners or _own_owner(entry) or _seat(scan, last, entry) or _opening_seat(scan, first, entry)
    determiner, possessor, count = _determiner(scan, first, head_first)
    before = scan.hit(first - 1)
    personal = not entry.plural and _kind(entry) in ("role", "counterpart", "head")
    contracted = before is not None and bool(before.of("word", "contraction"))  # "du président"
    if not determiner and (contracted or (personal and told_without_article(scan.sentence, first))):
        determiner = "definite"
    of = scan.hit(last + 1)
    if _kind(entry) == "head" and last == head_last and not owners and of is not None and of.of("word", "complement"):
        determiner = ""  # "the head of the Centre for ...": of a body that nobody knows, not somebody spoken of
    name = _introduced(scan, first, last, people) if personal else None
    return Description(
        first=first, last=last, head=head_last, kind=_kind(entry), value=entry.value,
        types=tuple(dict.fromkeys(e.kind for e in entries if e.category == "role" and e.kind)),
        organ_types=tuple(dict.fromkeys(_organ_types(scan, inside))),
        owners=owners, determiner=determiner, possessor=possessor, number=count, plural=entry.plural,
        form=fold(entry.base or entry.form), sector=entry.note, name=name,
        inner=_inner(scan, inside, number) + _joined(scan.hits[number]),
        after_person=not owners and (first - 1) in {span[1] for span in people},
        adjectival=(head_first == head_last and scan.sentence.tokens[head_last].pos == "ADJ") or _hyphened(scan, head_last),
        title=name is not None and name[0] > last and scan.sentence.tokens[last + 1].text != ",",
        seat=_opening_capital(scan, first) if personal and name is None and not owners else (),
    )  # fmt: skip


def _own_owner(role: Entry) -> tuple[str, ...]:
    """Return whose post a role is by its own words ("chef de la diplomatie européenne")."""
    return (role.entity,) if role.category == "role" and role.entity else ()


def _seat(scan: Scan, last: int, entry: Entry) -> tuple[str, ...]:
    """Return whose body has its seat where the text says: "the foreign ministry in Oslo"."""
    before, place = scan.hit(last + 1), scan.hit(last + 2)
    if _kind(entry) not in ("organ-word", "organ") or before is None or place is None or not before.of("word", "locative"):
        return ()
    return owners_at(scan, last + 2) if place.of("name", "capital") or place.of("place", "capital") else ()


def _opening_seat(scan: Scan, first: int, entry: Entry) -> tuple[str, ...]:
    """Return whose ministry or government speaks where a sentence opens with its capital: "In Oslo, the foreign ministry"."""
    organ = _kind(entry) == "organ-word" and not entry.plural and ("ministry" in entry.kind or entry.kind in _SEATED)
    return _opening_capital(scan, first) if organ else ()


def _opening_capital(scan: Scan, first: int) -> tuple[str, ...]:
    """Return of which states a place is the capital with which a sentence opens, right before a phrase."""
    before, place = scan.hit(0), scan.hit(1)
    if first == 0 or before is None or place is None or not before.of("word", "locative"):
        return ()
    behind = scan.range_at(1)[1] + 1
    opens = behind == first or (behind == first - 1 and scan.sentence.tokens[behind].text == ",")
    capital = place.of("name", "capital") or place.of("place", "capital")
    return owners_at(scan, 1) if capital and opens else ()


_SEATED = frozenset({"government", "presidency", "parliament"})


def _from_where(scan: Scan, first: int, head_first: int, head_last: int, entry: Entry) -> bool:
    """Tell whether a place follows whence somebody's people come or go: "withdrew his inspectors from Baghdad"."""
    after = scan.hit(head_last + 1)
    owned = any(_possessives(scan, index) for index in range(first, head_first))
    return owned and entry.category == "role" and after is not None and bool(after.of("word", "direction"))


def _named_after(scan: Scan, last: int) -> tuple[int, ...]:
    """Return the token after a body's common name and its quotation mark: "the alliance “X”"."""
    after = last + 1
    while (token := scan.token(after)) is not None and token.pos == "PUNCT" and token.text in "\"'“”«»‘’":
        after += 1
    return (after,) if scan.hit(after) is not None else ()


def _possessives(scan: Scan, index: int) -> tuple[Entry, ...]:
    hit = scan.hit(index)
    return hit.of("word", "possessive") if hit is not None else ()


def _introduced(scan: Scan, first: int, last: int, people: Sequence[Range]) -> Range | None:
    """Return the person whom a description introduces: right after it (titles between), or in apposition to it."""
    after = last + 1
    while (hit := scan.hit(after)) is not None and hit.of("word", "title"):
        after = scan.range_at(after)[1] + 1
    tokens = scan.sentence.tokens
    adjacent = next((span for span in people if span[0] == after), None)
    if adjacent is not None:
        return adjacent
    for span in people:
        beside = last + 1 < len(tokens) and tokens[last + 1].text == "," and span[0] == _titled(scan, last + 2)
        if beside and not _acts(scan, span[1] + 1):
            return span
        if span[1] == first - 2 and tokens[first - 1].text in (",", "(") and not _acts(scan, last + 1):
            return span  # but in "they will free Ann Lee, the minister said" the minister is somebody else
    return None


def _titled(scan: Scan, index: int) -> int:
    """Return where a name begins behind an article and a title: "the head of the junta, (the General) | Ann Lee"."""
    article = scan.hit(index)
    start = index + 1 if article is not None and article.of("word", "article") else index
    title = scan.hit(start)
    return scan.range_at(start)[1] + 1 if title is not None and (title.of("word", "title") or title.has("role")) else index


def _hyphened(scan: Scan, index: int) -> bool:
    """Tell whether a word is the first part of a compound ("military-political")."""
    after = scan.token(index + 1)
    return after is not None and after.text in ("-", "‐", "‑") and after.start == scan.sentence.tokens[index].end


def _acts(scan: Scan, index: int) -> bool:
    token = scan.token(index)
    return token is not None and token.pos in ("VERB", "AUX")


def _joined(hit: Hit) -> tuple[str, ...]:
    """Tell whether a role joins several posts ("foreign and defence ministers")."""
    return ("joined",) if hit.of("word", "joined") else ()


def _inner(scan: Scan, inside: range, head: int) -> tuple[str, ...]:
    """Return the kinds of general words inside a description besides its head: bloc, organ, country, former."""
    return tuple(
        "demonstrative" if entry.value == "demonstrative" else entry.kind
        for index in inside
        if (hit := scan.hit(index)) is not None and scan.at[index] != head and scan.range_at(index)[0] == index
        for entry in hit.of("word", "bloc", "organ", "country", "former", "article")
        if entry.kind != "article" or entry.value == "demonstrative"
    )


def owners_at(scan: Scan, index: int) -> tuple[str, ...]:
    """Return the entities that the word at a token names, once, at the first token of its form."""
    hit = scan.hit(index)
    if hit is None or scan.range_at(index)[0] != index:
        return ()
    return tuple(dict.fromkeys(e.entity for e in hit.entries if e.category == "name" and e.entity))


def _organ_types(scan: Scan, inside: range) -> list[str]:
    found = []
    for index in inside:
        hit = scan.hit(index)
        if hit is not None and scan.range_at(index)[0] == index:
            found += [entry.kind for entry in hit.of("organ-word")]
    return found


def _leftwards(scan: Scan, first: int, blocked: set[int]) -> int:
    """Take the modifiers before a head: articles, adjectives, names of states and bodies, a possessive 's."""
    start = first
    while start > 0 and first - start < _LEFT and (start - 1) not in blocked:
        token, hit = scan.sentence.tokens[start - 1], scan.hit(start - 1)
        if hit is not None and hit.of("word", "article", "possessive"):
            return start - 1 if token.pos not in ("SCONJ", "CCONJ") else start
        if token.pos == "CCONJ" and start < first and _modifies_too(scan, start - 2):
            start -= 1
            continue
        if hit is not None and (hit.has("organ-word", "role") or _is_owner(hit.entries) or hit.of("word", "quantifier")):
            start = scan.range_at(start - 1)[0]
            if any(entry.value == "both" for entry in hit.of("word", "quantifier")):
                return start
        elif (hit is not None and hit.of("word", "organ", "country", "bloc")) or _modifies(scan, start - 1):
            start -= 1
        else:
            break
        if token.pos == "PRON":
            break
    return _trimmed_left(scan, start, first)


def _modifies_too(scan: Scan, index: int) -> bool:
    """Tell whether a modifier stands before a conjunction ("French and Russian", "foreign and defence")."""
    hit = scan.hit(index)
    return index >= 0 and (
        (hit is not None and bool(hit.of("name", "adjective"))) or scan.sentence.tokens[index].dep in ("amod", "compound")
    )


def _trimmed_left(scan: Scan, start: int, first: int) -> int:
    """Drop a possessive mark or hyphen that was left at the edge."""
    while start < first and (
        scan.sentence.tokens[start].text in ("'s", "'", "’s", "’", "-", "s") or scan.sentence.tokens[start].pos == "CCONJ"
    ):
        start += 1
    return start


def _modifies(scan: Scan, index: int) -> bool:
    token = scan.sentence.tokens[index]
    if token.text in ("'s", "’s", "-", "‑", "–"):
        return index > 0 and (scan.hit(index - 1) is not None or token.text == "-")
    return token.pos in ("ADJ", "NUM", "DET") or (
        token.pos in ("NOUN", "PROPN") and token.dep in ("compound", "amod") and scan.hit(index) is None
    )


def _is_owner(entries: Sequence[Entry]) -> bool:
    return any(entry.category == "name" and entry.kind in _ACTING_NAMES for entry in entries)


def _rightwards(scan: Scan, last: int, blocked: set[int], *, plural: bool) -> int:
    """Take the complements after a head: "of the Russian Federation", French adjectives, "de la Défense"."""
    for _ in range(_RIGHT):
        step = _complement(scan, last + 1, blocked)
        if step is None:
            break
        last = step
    return _row(scan, last, blocked) if plural and scan.hit(last) is not None else last


def _row(scan: Scan, last: int, blocked: set[int], *between: str) -> int:
    """Return where a row of names ends that begins with one just taken: "of Fiji | , (of) Tonga and Samoa", else that name.

    `between` are kinds of words that may stand before a name besides articles and "of".
    """
    end, commas = last, 0
    while (joint := scan.token(end + 1)) is not None and (joint.text == "," or joint.pos == "CCONJ"):
        closing, start = joint.pos == "CCONJ", end + 2
        following = scan.token(start)
        if not closing and commas and following is not None and following.pos == "CCONJ":
            closing, start = True, start + 1  # "Fiji, Tonga, and Samoa"
        name = _name_at(scan, start, blocked, *between)
        if name is None or closing:
            return last if name is None else name
        end, commas = name, commas + 1
    return last


def _name_at(scan: Scan, index: int, blocked: set[int], *between: str) -> int | None:
    """Return the last token of a name of a state or body, behind an article and a preposition; None where there is none."""
    while (hit := scan.hit(index)) is not None and hit.of("word", "article", "complement", *between):
        index += 1
    named = hit is not None and index not in blocked and bool(hit.of("name", "name", "short", "acronym"))
    return scan.range_at(index)[1] if named else None


def _several_where(scan: Scan, last: int, blocked: set[int]) -> int:
    """Take several states in which colleagues are: "in Fiji and Tonga" says whose they are, for nobody meets them in two."""
    first = _name_at(scan, last + 1, blocked, "locative", "contraction")
    if first is None or scan.range_at(last + 1)[1] == first:
        return last
    row = _row(scan, first, blocked, "locative", "contraction")
    return row if row > first else last


def _complement(scan: Scan, index: int, blocked: set[int]) -> int | None:  # noqa: PLR0911
    """Return the last token of a complement that begins here, or None."""
    hit = scan.hit(index)
    if hit is not None and hit.of("word", "rest"):
        return scan.range_at(index)[1]
    if hit is not None and index not in blocked and hit.of("name", "adjective"):
        return scan.range_at(index)[1] if scan.sentence.language == "fr" else None
    if hit is None or not hit.of("word", "complement"):
        return None
    index = scan.range_at(index)[1] + 1
    while (token := scan.token(index)) is not None and index not in blocked:
        hit = scan.hit(index)
        if hit is not None and (hit.of("word", "article") or hit.of("name", "adjective", "combining")):
            nominal = hit.of("name", "name", "short", "acronym", "demonym", "metonym")
            if nominal and not hit.of("name", "adjective"):
                return scan.range_at(index)[1]
            if hit.of("name", "adjective") and not _goes_on(scan, scan.range_at(index)[1] + 1, blocked):
                return scan.range_at(index)[1] if nominal else None
            index = scan.range_at(index)[1] + 1
        elif hit is not None and _can_own(hit):
            return scan.range_at(index)[1]
        elif hit is None and (token.pos in ("ADJ", "DET") or token.text in _OPENING):
            index += 1
        else:
            return None
    return None


def _can_own(hit: Hit) -> bool:
    return _is_owner(hit.entries) or hit.has("organ-word") or bool(hit.of("word", "organ", "bloc", "country"))


def _goes_on(scan: Scan, index: int, blocked: set[int]) -> bool:
    """Tell whether a known noun follows an adjective ("of the Russian | defence ministry")."""
    while (token := scan.token(index)) is not None and index not in blocked:
        hit = scan.hit(index)
        if hit is not None:
            return _can_own(hit)
        if token.pos not in ("ADJ", "PUNCT") or token.text in ",.;:":
            return False
        index += 1
    return False


def _determiner(scan: Scan, first: int, head: int) -> tuple[str, str, int]:
    """Return the article's kind, whom a possessive stands for, and the number that a quantifier gives."""
    determiner, possessor, count = "", "", 0
    for index in range(first, head):
        hit = scan.hit(index)
        for entry in hit.entries if hit is not None else ():
            if entry.category != "word":
                continue
            if entry.kind == "article":
                determiner = determiner or ("definite" if entry.value == "demonstrative" else entry.value)
            elif entry.kind == "possessive":
                determiner, possessor = "possessive", entry.value
            elif entry.kind == "quantifier":
                count = 2 if entry.value == "both" else int(entry.value)
                determiner = determiner or ("definite" if entry.value == "both" else "")
    return determiner, possessor, count
