"""Names of people in a sentence: known ones, the model's, and what follows a title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.extract.names.forms import fold
from dragoman.extract.names.scan import Scan
from dragoman.extract.names.spellings import likeness, romanisations, romanised
from dragoman.extract.parse.tree import has_label
from dragoman.records import Token

Range = tuple[int, int]

_LONGEST_NAME = 5
_DAMAGED, _SAME_START = 0.9, 2
_SHORT_WORD = 4
_YEAR_LENGTH = 4
_TELLING_WORD = 6  # so long a word is no other name by chance once it sounds like a family name of the base
_AGENT = frozenset({"by", "of", "with", "to", "for", "from", "and", "par", "de", "avec", "pour", "à"})  # also before persons
_ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "at", "az", "ul"})
_HYPHENS = "-‐‑–"
_PARTICLES = frozenset({
    "le", "la", "de", "du", "von", "van", "der", "den", "al", "el", "ben", "bin", "abu", "ould", "di", "da",
})  # fmt: skip


def find_people(
    scans: Sequence[Scan], sounds: frozenset[str] = frozenset(), weekdays: frozenset[str] = frozenset(),
    calendar: frozenset[str] = frozenset(),
) -> tuple[tuple[Range, ...], ...]:
    """Return, for every sentence, the token ranges `[first, last]` of names of people, in order.

    `sounds` are the family names that the base knows, romanised. `weekdays` are family names too ("Friday"), but alone and
    without a title they are days. `calendar` are the names of weekdays and months: "In April Ronald Reagan came".

    A family name that stands with a given name somewhere in the text counts everywhere: the model is sure of full names
    and unsure of bare ones (measured in 2026 on five news texts: 40 of 48 full names right, 64 of 81 bare ones).
    """
    read = [[_undated(scan, _unruled(scan, span), calendar) for span in _in_sentence(scan, sounds)] for scan in scans]
    found = [[span for span in spans if not _is_day(scan, span, weekdays)] for scan, spans in zip(scans, read, strict=True)]
    families: dict[str, set[str]] = {}
    firsts: set[str] = set()
    for scan, ranges in zip(scans, found, strict=True):
        for first, last in ranges:
            if (last > first or _is_title(scan, first - 1)) and not _names_else(scan, last):
                family = fold(scan.sentence.tokens[last].text)
                families.setdefault(_opening(family), set()).add(family)
            if last > first and not _names_else(scan, first):
                firsts.add(fold(scan.sentence.tokens[first].text))
    return tuple(
        tuple(
            span
            for span in _settled(
                _undated(scan, _unruled(scan, _whole(scan, found)), calendar)
                for found in (*ranges, *_of_families(scan, families), *_of_firsts(scan, firsts))
            )
            if not _only_particles(scan, span)
        )
        for scan, ranges in zip(scans, found, strict=True)
    )


def _is_day(scan: Scan, span: Range, weekdays: frozenset[str]) -> bool:
    first, last = span
    return first == last and scan.sentence.tokens[first].text.lower() in weekdays and not _is_title(scan, first - 1)


def _undated(scan: Scan, span: Range, calendar: frozenset[str]) -> Range:
    """Return a name without the month or weekday before it ("In April Ronald Reagan came"), which may be a given name too.

    It is a date after a preposition or another word of time where a whole name follows, or a known family name; the names
    of "April Glaspie" and of whom the base calls so stay whole.
    """
    first, last = span
    tokens = scan.sentence.tokens
    if first in (last, 0) or tokens[first].text.lower() not in calendar or scan.range_at(first)[1] >= last:
        return span
    before, rest = tokens[first - 1], scan.hit(last)
    dated = before.pos in ("ADP", "SCONJ", "ADJ", "DET", "NUM") or before.text[:1].isdigit()
    known = rest is not None and rest.has("surname", "person") and before.text.lower() not in _AGENT
    return (first + 1, last) if dated and (last > first + 1 or known) else span


def _unruled(scan: Scan, span: Range) -> Range:
    """Return a name without the state or body of its bearer's office: "the President of France | Emanuel Macron"."""
    first, last = span
    state, of = scan.hit(first), scan.hit(first - 1)
    named = state is not None and bool(state.of("name", "name", "short", "acronym", "garble"))
    named = named and scan.range_at(first)[1] < last
    owned = (of is not None and bool(of.of("word", "complement"))) or _is_title(scan, first - 1)
    whole = last - scan.range_at(first)[1] > 1 or _is_title(scan, scan.range_at(first - 1)[0] - 1)
    return (scan.range_at(first)[1] + 1, last) if named and owned and whole else span


def _whole(scan: Scan, span: Range) -> Range:
    """Return a name with the small part of its given name that a hyphen joins: "Ban Ki-mun", "Kim Jong-oun"."""
    first, last = span
    tokens = scan.sentence.tokens
    while last + 2 < len(tokens) and tokens[last + 1].text in _HYPHENS and _glued(scan, last) and _glued(scan, last + 1):
        last += 2
    if _arabic_article(scan, last + 1):  # "Osman al-Tayeb"
        last += 3
    return first, last


def _arabic_article(scan: Scan, index: int) -> bool:
    """Tell whether "al-" and a capitalised word follow a name after one blank."""
    words = scan.sentence.tokens[index : index + 3]
    if len(words) < 3 or words[0].text.lower() not in _ARTICLES or words[1].text not in _HYPHENS:
        return False
    return _glued(scan, index) and _glued(scan, index + 1) and words[2].text[:1].isupper()


def _glued(scan: Scan, index: int) -> bool:
    """Tell whether the next word follows without a blank and is letters or a hyphen."""
    token, after = scan.sentence.tokens[index], scan.sentence.tokens[index + 1]
    return token.end == after.start and (after.text.isalpha() or after.text in _HYPHENS)


def _only_particles(scan: Scan, span: Range) -> bool:
    """Tell whether a range holds nothing but particles: "Le" alone is the article of some other name."""
    return all(token.text.lower() in _PARTICLES for token in scan.sentence.tokens[span[0] : span[1] + 1])


def _in_sentence(scan: Scan, sounds: frozenset[str]) -> Iterator[Range]:
    yield from _known(scan)
    yield from _romanised_otherwise(scan, sounds)
    yield from _from_model(scan)
    yield from _after_titles(scan)
    yield from _before_who(scan)
    yield from _after_bodies(scan)


def _known(scan: Scan) -> Iterator[Range]:
    for number, hit in enumerate(scan.hits):
        first, last = scan.ranges[number]
        if hit.has("name", "place", "role", "organ-word", "word", "outlet") and not hit.has("person"):
            continue
        if hit.has("person"):
            yield first, last
        elif hit.has("surname"):
            start = _extended(scan, first)
            if start < first or _looks_like_a_name(scan, first, last):
                yield start, last


def _romanised_otherwise(scan: Scan, sounds: frozenset[str]) -> Iterator[Range]:
    """Yield full names whose family name the base has in another romanisation ("Arsenij Jatsenjuk"); long ones bare."""
    places = {index for name in scan.sentence.names if name.label == "LOC" for index in range(name.first, name.last)}
    for token in scan.sentence.tokens:
        if token.pos != "PROPN" or len(token.text) <= _SHORT_WORD or scan.hit(token.i) is not None:
            continue
        bare = len(token.text) >= _TELLING_WORD and token.i not in places and not token.text.isupper()
        first = _extended(scan, token.i)
        if (first < token.i or bare) and token.text[0].isupper() and not sounds.isdisjoint(romanisations(token.text)):
            yield first, token.i


def _looks_like_a_name(scan: Scan, first: int, last: int) -> bool:
    """Tell whether a known family name is used as a name: the model thinks so, a title precedes, or it is a proper noun."""
    if _is_title(scan, first - 1):
        return True
    if _is_day_number(scan, first - 1) or _is_number(scan, last + 1):
        return False  # "9 May 2020" is a date, "in 1962 Kennedy" is none
    before = scan.hit(first - 1)
    located = before is not None and bool(before.of("word", "locative"))
    inside = any(n.first <= last and first < n.last and not (located and n.label == "LOC") for n in scan.sentence.names)
    if located and not inside:
        return False  # "in May", "in Laval"
    token = scan.sentence.tokens[last]
    opens = first == 0 and len(token.text) >= _TELLING_WORD and has_label(token, "nsubj")
    return inside or token.pos == "PROPN" or opens  # a parser may take the first word of a sentence for a noun


def _is_number(scan: Scan, index: int) -> bool:
    token = scan.token(index)
    return token is not None and token.text[:1].isdigit()


def _is_day_number(scan: Scan, index: int) -> bool:
    token = scan.token(index)
    return token is not None and token.text[:1].isdigit() and len(token.text) < _YEAR_LENGTH


def _extended(scan: Scan, first: int) -> int:
    """Return where a name begins: given names, written with capitals, stand before a family name."""
    start = first
    while first - start < _LONGEST_NAME and start > 0:
        before = scan.sentence.tokens[start - 1]
        if before.text in _HYPHENS and before.end == scan.sentence.tokens[start].start:
            if start < 2 or not _is_given(scan, start - 2):
                break
            start -= 2
        elif _is_given(scan, start - 1) or _is_particle(scan, start - 1):
            start -= 1
        else:
            break
    return start


def _is_particle(scan: Scan, index: int) -> bool:
    """Tell whether a word is a particle of a family name, written with a capital inside a sentence ("Le Drian")."""
    token = scan.sentence.tokens[index]
    return index > 0 and token.text[:1].isupper() and token.text.lower() in _PARTICLES


def _is_given(scan: Scan, index: int) -> bool:
    token = scan.sentence.tokens[index]
    hit = scan.hit(index)
    if hit is not None and not hit.has("surname", "person") and not _given_or_place(scan, index):
        return False
    return (
        token.text[:1].isupper()
        and token.text.strip(".").isalpha()
        and (token.pos == "PROPN" or (len(token.text) == 2 and token.text.endswith(".")))
        and not (len(token.text) > 3 and token.text.isupper())
    )


def _from_model(scan: Scan) -> Iterator[Range]:
    for name in scan.sentence.names:
        if name.label != "PER":
            continue
        first, last = name.first, name.last - 1
        while first <= last and _no_part_of_a_name(scan, first):
            first += 1
        while last >= first and not scan.sentence.tokens[last].text[:1].isupper():
            last -= 1
        if first > last or last - first >= _LONGEST_NAME + 2:
            continue
        inside = scan.sentence.tokens[first : last + 1]
        else_ = [i for i in range(first, last + 1) if _names_else(scan, i) and not _title_inside(scan, i, first, last)]
        if (else_ and not (else_ == [last] and _can_be_family(scan, first, last))) or _after_article(scan, first):
            continue
        if any(token.text.lower() not in _PARTICLES for token in inside):
            yield (first if first != last else _extended(scan, first)), last


def _before_who(scan: Scan) -> Iterator[Range]:
    """Yield the capitalised words of which a clause tells who it is ("Daphne Fonoti-Marsh, who argued the case"): a person.

    The small model labels many such names as places and bodies, or as two.
    """
    tokens = scan.sentence.tokens
    for comma in tokens[2:-1]:
        if comma.text != "," or tokens[comma.i + 1].text.lower() not in ("who", "whose"):
            continue
        first = comma.i
        while first > 0 and comma.i - first < _LONGEST_NAME and _plain_name(scan, first - 1):
            first -= 1
        words = [token for token in tokens[first : comma.i] if token.text not in _HYPHENS]
        if len(words) > 1 and tokens[first].text not in _HYPHENS and words[0].text[0].isupper():
            yield first, comma.i - 1


def _after_bodies(scan: Scan) -> Iterator[Range]:
    """Yield the name that machine translation puts right behind a body: "Scientist of the Institute of CIS | Ann Lee"."""
    tokens = scan.sentence.tokens
    for index in range(2, len(tokens) - 1):
        hit, of = scan.hit(index - 1), scan.hit(scan.range_at(index - 1)[0] - 1)
        owner = hit is not None and bool(hit.of("name", "name", "short", "acronym")) and of is not None
        if not owner or of is None or not of.of("word", "complement"):
            continue
        last = index - 1
        while last + 1 < len(tokens) and last - index < _LONGEST_NAME and _plain_name(scan, last + 1):
            last += 1
        titled = any(_is_title(scan, before) for before in range(max(0, index - 9), index - 1))
        if last > index and titled and tokens[index].text not in _HYPHENS and tokens[last].text not in _HYPHENS:
            yield index, last


def _plain_name(scan: Scan, index: int) -> bool:
    """Tell whether a word can be part of a name that nobody knows: a proper noun with a capital, or a hyphen between two."""
    token = scan.sentence.tokens[index]
    if token.text in _HYPHENS:
        return 0 < index < len(scan.sentence.tokens) - 1 and token.start == scan.sentence.tokens[index - 1].end
    cased = token.text[:1].isupper() and not token.text[1:].isupper() and token.text.replace(".", "").isalpha()
    hyphened = index > 0 and scan.sentence.tokens[index - 1].text in _HYPHENS  # the parser makes anything of "-Marsh"
    return cased and (token.pos == "PROPN" or hyphened) and not _names_else(scan, index)


def _title_inside(scan: Scan, index: int, first: int, last: int) -> bool:
    """Tell whether a word within a name is a title elsewhere ("Hassan Sheikh Mohamud")."""
    hit = scan.hit(index)
    return first < index < last and hit is not None and bool(hit.of("word", "title"))


def _can_be_family(scan: Scan, first: int, last: int) -> bool:
    """Tell whether a state's name ends a person's name ("Michael Jordan"): one word, after an unknown given name."""
    hit = scan.hit(last)
    named = hit is not None and bool(hit.of("name", "name", "short")) and scan.range_at(last) == (last, last)
    return named and first < last and not any(_names_else(scan, index) for index in range(first, last))


def _after_article(scan: Scan, first: int) -> bool:
    """Tell whether an article stands before a word: "the Sahel" is no person."""
    hit = scan.hit(first - 1)
    return hit is not None and bool(hit.of("word", "article")) and scan.sentence.tokens[first - 1].text[:1].islower()


def _no_part_of_a_name(scan: Scan, index: int) -> bool:
    hit = scan.hit(index)
    word = scan.sentence.tokens[index].text
    return not word[:1].isupper() or (hit is not None and hit.has("role", "word"))


def _names_else(scan: Scan, index: int) -> bool:
    hit = scan.hit(index)
    return hit is not None and not hit.has("person", "surname") and not _given_or_place(scan, index)


def _given_or_place(scan: Scan, index: int) -> bool:
    """Tell whether a place's name stands where a given name stands: "Florence Parly", "Sofia Rossi"."""
    hit, after = scan.hit(index), scan.token(index + 1)
    if hit is None or after is None or hit.has("name", "role", "organ-word", "word", "outlet"):
        return False
    return (
        scan.range_at(index) == (index, index)
        and scan.hit(index + 1) is None
        and after.pos == "PROPN"
        and after.text[:1].isupper()
        and after.start == scan.sentence.tokens[index].end + 1
    )


def _is_title(scan: Scan, index: int) -> bool:
    """Tell whether a word announces a person: a title, or one person's role."""
    hit = scan.hit(index)
    if hit is None:
        return False
    return any(
        entry.category == "role" or (entry.category == "word" and entry.kind in ("title", "counterpart", "head"))
        for entry in hit.entries
    ) and not any(entry.plural for entry in hit.entries)


def _after_titles(scan: Scan) -> Iterator[Range]:
    """Yield the run of capitalised words right after a title: "Minister Shoig", "analyst Nikita Danyuk"."""
    tokens = scan.sentence.tokens
    for index in range(1, len(tokens)):
        if not _is_title(scan, index - 1) or not _is_given(scan, index):
            continue
        last = index
        while last + 1 < len(tokens) and last - index < _LONGEST_NAME:
            hyphen = tokens[last + 1].text in _HYPHENS and tokens[last + 1].start == tokens[last].end
            if hyphen and last + 2 < len(tokens) and _is_given(scan, last + 2):
                last += 2
            elif _is_given(scan, last + 1) and not has_label(tokens[last + 1], "nsubj"):
                last += 1
            else:
                break
        yield index, last


def _of_families(scan: Scan, families: Mapping[str, set[str]]) -> Iterator[Range]:
    for token in scan.sentence.tokens:
        before = scan.hit(token.i - 1)
        if before is not None and before.of("word", "locative"):
            continue
        if token.text[:1].isupper() and _is_family(scan, token, families) and not _names_else(scan, token.i):
            yield _extended(scan, token.i), token.i


def _of_firsts(scan: Scan, firsts: set[str]) -> Iterator[Range]:
    """Yield the first word of a name that stands alone later, as family names do that stand first: "Wu Dawei ... Wu"."""
    tokens = scan.sentence.tokens
    for token in tokens:
        if token.pos != "PROPN" or fold(token.text) not in firsts or not token.text[:1].isupper():
            continue
        beside = [tokens[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(tokens)]
        before = scan.hit(token.i - 1)
        located = before is not None and bool(before.of("word", "locative"))
        alone = not any(t.text[:1].isupper() and t.pos == "PROPN" for t in beside)
        if alone and not located and not _names_else(scan, token.i):
            yield token.i, token.i


def _is_family(scan: Scan, token: Token, families: Mapping[str, set[str]]) -> bool:
    """Tell whether a word is a family name of this text, or a damaged form of one ("Makron" beside "Emmanuel Macron")."""
    word = fold(token.text)
    near = families.get(_opening(word), ())
    if word in near:
        return True
    if token.pos != "PROPN" and token.i > 0:
        return False
    if len(word) == _SHORT_WORD and any(romanised(word) == romanised(family) for family in near):
        return not _names_else(scan, token.i)  # "Zass" beside "Stanislav Zas"
    return len(word) > _SHORT_WORD and not _names_else(scan, token.i) and any(
        abs(len(family) - len(word)) < 3 and likeness(word, family) >= _DAMAGED for family in near
    )


def _opening(word: str) -> str:
    """Return how a family name begins in any romanisation: damage keeps it ("Sholz" and "Scholtz")."""
    return romanised(word)[:_SAME_START]


def _settled(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Keep the longest of overlapping ranges."""
    kept: list[Range] = []
    taken: set[int] = set()
    for first, last in sorted(set(ranges), key=lambda span: (span[0] - span[1], span[0])):
        if not taken & set(range(first, last + 1)):
            kept.append((first, last))
            taken.update(range(first, last + 1))
    return tuple(sorted(kept))
