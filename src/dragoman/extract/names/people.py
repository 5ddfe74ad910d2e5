"""Names of people in a sentence: known ones, the model's, and what follows a title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.extract.names.forms import fold
from dragoman.extract.names.name_words import HYPHENS, LONGEST_NAME, PARTICLES, is_title, names_body, names_else, start_of_name
from dragoman.extract.names.names_in_context import after_bodies, after_titles, before_who
from dragoman.extract.names.scan import Range, Scan
from dragoman.extract.names.spellings import likeness, romanisations, romanised
from dragoman.extract.parse.tree import has_label
from dragoman.records import Token

_DAMAGED, _SAME_START = 0.9, 2
_SHORT_WORD = 4
_YEAR_LENGTH = 4
_TELLING_WORD = 6  # so long a word is no other name by chance once it sounds like a family name of the base
_AGENT = frozenset({"by", "of", "with", "to", "for", "from", "and", "par", "de", "avec", "pour", "à"})  # also before persons
_WITHIN = frozenset({"in", "inside", "near", "outside", "en", "dans"})  # before places, hardly before persons
_ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "at", "az", "ul"})


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
    found = [
        [span for span in spans if not _is_day(scan, span, weekdays) and not _is_state(scan, span)]
        for scan, spans in zip(scans, read, strict=True)
    ]
    families: dict[str, set[str]] = {}
    firsts: set[str] = set()
    for scan, ranges in zip(scans, found, strict=True):
        for first, last in ranges:
            if (last > first or is_title(scan, first - 1)) and not names_else(scan, last):
                family = fold(scan.sentence.tokens[last].text)
                families.setdefault(_opening(family), set()).add(family)
            if last > first and not names_else(scan, first):
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
    return first == last and scan.sentence.tokens[first].text.lower() in weekdays and not is_title(scan, first - 1)


def _is_state(scan: Scan, span: Range) -> bool:
    """Tell whether one word is a state's name: that it is part of a family name ("Mendès France") makes it no person."""
    hit = scan.hit(span[0])
    named = hit is not None and bool(hit.of("name", "name", "short")) and not hit.has("person")
    return named and span[0] == span[1] and not is_title(scan, span[0] - 1)


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
    owner = scan.range_at(first)[1]
    owned = scan.is_word(first - 1, "complement") or is_title(scan, first - 1)
    if owner >= last or not owned or not names_body(scan, first, "garble"):
        return span
    whole = last - owner > 1 or is_title(scan, scan.range_at(first - 1)[0] - 1)
    return (owner + 1, last) if whole else span


def _whole(scan: Scan, span: Range) -> Range:
    """Return a name with the small part of its given name that a hyphen joins: "Ban Ki-mun", "Kim Jong-oun"."""
    first, last = span
    tokens = scan.sentence.tokens
    while last + 2 < len(tokens) and tokens[last + 1].text in HYPHENS and _glued(scan, last) and _glued(scan, last + 1):
        last += 2
    if _arabic_article(scan, last + 1):  # "Osman al-Tayeb"
        last += 3
    return first, last


def _arabic_article(scan: Scan, index: int) -> bool:
    """Tell whether "al-" and a capitalised word follow a name after one blank."""
    words = scan.sentence.tokens[index : index + 3]
    if len(words) < 3 or words[0].text.lower() not in _ARTICLES or words[1].text not in HYPHENS:
        return False
    return _glued(scan, index) and _glued(scan, index + 1) and words[2].text[:1].isupper()


def _glued(scan: Scan, index: int) -> bool:
    """Tell whether the next word follows without a blank and is letters or a hyphen."""
    token, after = scan.sentence.tokens[index], scan.sentence.tokens[index + 1]
    return token.end == after.start and (after.text.isalpha() or after.text in HYPHENS)


def _only_particles(scan: Scan, span: Range) -> bool:
    """Tell whether a range holds nothing but particles: "Le" alone is the article of some other name."""
    return all(token.text.lower() in PARTICLES for token in scan.sentence.tokens[span[0] : span[1] + 1])


def _in_sentence(scan: Scan, sounds: frozenset[str]) -> Iterator[Range]:
    yield from _known(scan)
    yield from _romanised_otherwise(scan, sounds)
    yield from _from_model(scan)
    yield from after_titles(scan)
    yield from before_who(scan)
    yield from after_bodies(scan)


def _known(scan: Scan) -> Iterator[Range]:
    for number, hit in enumerate(scan.hits):
        first, last = scan.ranges[number]
        if hit.has("name", "place", "role", "organ-word", "word", "outlet") and not hit.has("person"):
            continue
        if hit.has("person"):
            yield first, last
        elif hit.has("surname"):
            start = start_of_name(scan, first)
            if start < first or _looks_like_a_name(scan, first, last):
                yield start, last


def _romanised_otherwise(scan: Scan, sounds: frozenset[str]) -> Iterator[Range]:
    """Yield full names whose family name the base has in another romanisation ("Arsenij Jatsenjuk"); long ones bare."""
    places = {index for name in scan.sentence.names if name.label == "LOC" for index in range(name.first, name.last)}
    for token in scan.sentence.tokens:
        if token.pos != "PROPN" or len(token.text) <= _SHORT_WORD or scan.hit(token.i) is not None:
            continue
        bare = len(token.text) >= _TELLING_WORD and token.i not in places and not token.text.isupper()
        bare = bare and not scan.is_word(token.i - 1, "locative")
        first = start_of_name(scan, token.i)
        if (first < token.i or bare) and token.text[0].isupper() and not sounds.isdisjoint(romanisations(token.text)):
            yield first, token.i


def _is_number(scan: Scan, index: int, longest: int | None = None) -> bool:
    """Tell whether a token is a number, of so many characters at most where that is said."""
    token = scan.token(index)
    return token is not None and token.text[:1].isdigit() and (longest is None or len(token.text) <= longest)


def _looks_like_a_name(scan: Scan, first: int, last: int) -> bool:
    """Tell whether a known family name is used as a name: the model thinks so, a title precedes, or it is a proper noun."""
    if is_title(scan, first - 1):
        return True
    if _is_number(scan, first - 1, _YEAR_LENGTH - 1) or _is_number(scan, last + 1):
        return False  # "9 May 2020" is a date, "in 1962 Kennedy" is none
    located = scan.is_word(first - 1, "locative")
    inside = any(n.first <= last and first < n.last and not (located and n.label == "LOC") for n in scan.sentence.names)
    if located and not inside:
        return False  # "in May", "in Laval"
    token = scan.sentence.tokens[last]
    opens = first == 0 and len(token.text) >= _TELLING_WORD and has_label(token, "nsubj")
    return inside or token.pos == "PROPN" or opens  # a parser may take the first word of a sentence for a noun


def stands_within(scan: Scan, index: int) -> bool:
    """`In Gengma, villagers fear`: tell whether a word that nobody knows stands where a place is named."""
    return index > 0 and scan.hit(index) is None and scan.sentence.tokens[index - 1].text.lower() in _WITHIN


def _from_model(scan: Scan) -> Iterator[Range]:
    for name in scan.sentence.names:
        if name.label != "PER":
            continue
        first, last = name.first, name.last - 1
        while first <= last and _no_part_of_a_name(scan, first):
            first += 1
        while last >= first and not scan.sentence.tokens[last].text[:1].isupper():
            last -= 1
        if first > last or last - first >= LONGEST_NAME + 2:
            continue
        inside = scan.sentence.tokens[first : last + 1]
        else_ = [i for i in range(first, last + 1) if names_else(scan, i) and not _title_inside(scan, i, first, last)]
        if (else_ and not (else_ == [last] and _can_be_family(scan, first, last))) or _after_article(scan, first):
            continue
        if first == last and stands_within(scan, first):
            continue
        if any(token.text.lower() not in PARTICLES for token in inside):
            yield (first if first != last else start_of_name(scan, first)), last


def _title_inside(scan: Scan, index: int, first: int, last: int) -> bool:
    """Tell whether a word within a name is a title elsewhere ("Hassan Sheikh Mohamud")."""
    return first < index < last and scan.is_word(index, "title")


def _can_be_family(scan: Scan, first: int, last: int) -> bool:
    """Tell whether a state's name ends a person's name ("Michael Jordan"): one word, after an unknown given name."""
    hit = scan.hit(last)
    named = hit is not None and bool(hit.of("name", "name", "short")) and scan.range_at(last) == (last, last)
    return named and first < last and not any(names_else(scan, index) for index in range(first, last))


def _after_article(scan: Scan, first: int) -> bool:
    """Tell whether an article stands before a word: "the Sahel" is no person."""
    return scan.is_word(first - 1, "article") and scan.sentence.tokens[first - 1].text[:1].islower()


def _no_part_of_a_name(scan: Scan, index: int) -> bool:
    hit = scan.hit(index)
    word = scan.sentence.tokens[index].text
    return not word[:1].isupper() or (hit is not None and hit.has("role", "word"))


def _of_families(scan: Scan, families: Mapping[str, set[str]]) -> Iterator[Range]:
    for token in scan.sentence.tokens:
        named = token.text[:1].isupper() and not scan.is_word(token.i - 1, "locative")
        if named and _is_family(scan, token, families) and not names_else(scan, token.i):
            yield start_of_name(scan, token.i), token.i


def _of_firsts(scan: Scan, firsts: set[str]) -> Iterator[Range]:
    """Yield the first word of a name that stands alone later, as family names do that stand first: "Wu Dawei ... Wu"."""
    for token in scan.sentence.tokens:
        named = _is_proper(token) and fold(token.text) in firsts and not scan.is_word(token.i - 1, "locative")
        beside = (scan.token(token.i - 1), scan.token(token.i + 1))
        alone = not any(other is not None and _is_proper(other) for other in beside)
        if named and alone and not names_else(scan, token.i):
            yield token.i, token.i


def _is_proper(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[:1].isupper()


def _is_family(scan: Scan, token: Token, families: Mapping[str, set[str]]) -> bool:
    """Tell whether a word is a family name of this text, or a damaged form of one ("Makron" beside "Emmanuel Macron")."""
    word = fold(token.text)
    near = families.get(_opening(word), ())
    if word in near:
        return True
    if (token.pos != "PROPN" and token.i > 0) or _is_state(scan, (token.i, token.i)):
        return False
    if len(word) == _SHORT_WORD and any(romanised(word) == romanised(family) for family in near):
        return not names_else(scan, token.i)  # "Zass" beside "Stanislav Zas"
    return len(word) > _SHORT_WORD and not names_else(scan, token.i) and any(
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
