"""Names and descriptions on the page.

A mention is the name alone where somebody is named ("Emmanuel Macron", its title outside), and the whole description
where nobody is ("the Russian defence minister"). Mentions never overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from dragoman.extract.names.candidates import load_sounds
from dragoman.extract.names.descriptions import Description, find_descriptions
from dragoman.extract.names.forms import Hit, fold
from dragoman.extract.names.nouns import is_called, nouns_in
from dragoman.extract.names.people import find_people, stands_within
from dragoman.extract.names.scan import Range, Scan, load_calendar, scan_sentences
from dragoman.extract.parse.tree import children, has_label
from dragoman.ids import mention_id
from dragoman.kit import Kit
from dragoman.knowledge.matching import folded
from dragoman.languages.rows import DateWordRow
from dragoman.records import Document, Mention, MentionKind, Sentence, Span, Token


class Analysis(NamedTuple):
    """One sentence read for actors: the known forms, the people named, the descriptions."""

    scan: Scan
    people: tuple[Range, ...]
    descriptions: tuple[Description, ...]


class Found(NamedTuple):
    """A mention before it has an id, and what it came from."""

    start: int
    end: int
    kind: MentionKind
    source: Hit | Description | Range | None


def analyse(document: Document, sentences: Sequence[Sentence], kit: Kit) -> tuple[Analysis, ...]:
    """Read every sentence for known forms, people and descriptions."""
    scans = scan_sentences(document, sentences, kit)
    languages = sorted({sentence.language for sentence in sentences})
    weekdays = frozenset[str]().union(*(kit.compiled(load_weekdays, code) for code in languages))
    calendar = frozenset[str]().union(*(kit.compiled(load_calendar, code) for code in languages))
    people = find_people(scans, kit.compiled(load_sounds), weekdays, calendar)
    return tuple(
        Analysis(scan, ranges, find_descriptions(scan, ranges)) for scan, ranges in zip(scans, people, strict=True)
    )


class FoundMentions(tuple[Mention, ...]):
    """The mentions of a document; `read[i]` is what mention i came from, so that linking need not read again."""

    read: tuple[tuple[Found, Analysis], ...]


def find_mentions(document: Document, sentences: Sequence[Sentence], kit: Kit) -> tuple[Mention, ...]:
    """Return every name and description of an actor or place, in order, none overlapping."""
    read = read_mentions(document, sentences, kit)
    mentions = FoundMentions(_mention(document, found, analysis) for found, analysis in read)
    mentions.read = read
    return mentions


def read_mentions(
    document: Document, sentences: Sequence[Sentence], kit: Kit
) -> tuple[tuple[Found, Analysis], ...]:
    """Return what every mention of a document came from, in order."""
    read: list[tuple[Found, Analysis]] = []
    nouns: frozenset[str] = frozenset()
    for analysis in analyse(document, sentences, kit):
        found = found_in(analysis, kit)
        called = _called(document.text, analysis, found, nouns) if nouns else ()
        read += ((one, analysis) for one in sorted((*found, *called), key=lambda one: one.start))
        nouns |= nouns_in(analysis.scan, kit)
    return tuple(read)


def _called(text: str, analysis: Analysis, found: Sequence[Found], nouns: frozenset[str]) -> Iterator[Found]:
    """Yield the nouns that stand for a body named before ("the League") and that nothing else makes a mention."""
    for token in analysis.scan.sentence.tokens:
        alone = token.text[:1].isupper() and fold(token.text) in nouns and is_called(text, token.start, token.end)
        if alone and not any(one.start < token.end and token.start < one.end for one in found):
            yield Found(token.start, token.end, "organisation", (token.i, token.i))


def _mention(document: Document, found: Found, analysis: Analysis) -> Mention:
    return Mention(
        id=mention_id(document.id, found.start, found.end),
        start=found.start,
        end=found.end,
        surface=document.text[found.start : found.end],
        kind=found.kind,
        sentence=analysis.scan.sentence.index,
    )


def found_in(analysis: Analysis, kit: Kit) -> tuple[Found, ...]:
    """Return the mentions of one sentence: people, then descriptions, known names, the model's names, pronouns."""
    kept: list[Found] = []
    taken: set[int] = set()
    known = chain(_people(analysis), _descriptions(analysis), _names(analysis, kit))
    for found in chain(known, _model(analysis), _towns(analysis, kit), _pronouns(analysis)):
        covered = set(range(found.start, found.end))
        if not taken & covered:
            kept.append(found)
            taken |= covered
    return tuple(sorted(kept, key=lambda found: found.start))


def _span(scan: Scan, span: Range) -> Span:
    return scan.sentence.tokens[span[0]].start, scan.sentence.tokens[span[1]].end


def _people(analysis: Analysis) -> Iterator[Found]:
    for span in analysis.people:
        yield Found(*_span(analysis.scan, span), "person", span)


_DESCRIPTION_KINDS: dict[str, MentionKind] = {"organ-word": "organ", "organ": "organ", "bloc": "organisation"}


def _descriptions(analysis: Analysis) -> Iterator[Found]:
    for found in analysis.descriptions:
        if found.title or not _points(found):
            continue
        kind = _DESCRIPTION_KINDS.get(found.kind, "side" if found.kind in ("side", "pair", "country") else "role")
        yield Found(*_span(analysis.scan, (found.first, found.last)), kind, found)


def _points(found: Description) -> bool:
    """Tell whether a description points to somebody, rather than being a common noun in passing."""
    if found.after_person or (found.kind in ("organ-word", "organ") and found.adjectival):
        return False
    counted = found.number and found.kind not in ("organ-word", "organ")
    if found.owners or counted or found.determiner in ("definite", "possessive"):
        return True
    return found.kind == "role" and bool(found.types or found.organ_types)


def _names(analysis: Analysis, kit: Kit) -> Iterator[Found]:
    for hit in analysis.scan.hits:
        kind = _hit_kind(hit, kit)
        if kind is not None and not (kind == "outlet" and _opens_longer(analysis.scan, hit)):
            yield Found(hit.start, hit.end, kind, hit)


def _opens_longer(scan: Scan, hit: Hit) -> bool:
    """Tell whether an outlet with an article only opens the name of a body: "The National | Mapping Authority"."""
    inside = [t for t in scan.sentence.tokens if hit.start <= t.start < hit.end]
    behind = scan.token(inside[-1].i + 1) if inside else None
    if behind is None or inside[0].text.lower() not in _ARTICLES or not (behind.pos == "PROPN" and behind.text[:1].isupper()):
        return False
    return any(n.label == "ORG" and n.first <= inside[-1].i and behind.i < n.last for n in scan.sentence.names)


_ARTICLES = frozenset(("the", "le", "la", "les"))


def _hit_kind(hit: Hit, kit: Kit) -> MentionKind | None:
    """Return what a known form names: the first reading that says so."""
    for entry in hit.entries:
        if entry.category == "place":
            return "place"
        if entry.category == "outlet":
            return "outlet"
        if entry.category == "name" and (actor := kit.knowledge.actor(entry.entity)) is not None:
            return actor.kind if actor.kind != "unresolved" else "unknown"
    return None


def _towns(analysis: Analysis, kit: Kit) -> Iterator[Found]:
    """Yield what the model overlooks: a name after a local preposition that the gazetteer knows ("in Bouaké")."""
    scan = analysis.scan
    for token in scan.sentence.tokens:
        before = scan.hit(token.i - 1)
        local = before is not None and bool(before.of("word", "locative"))
        if not local or token.pos != "PROPN" or not token.text[:1].isupper() or scan.hit(token.i) is not None:
            continue
        after = scan.token(token.i + 1)
        alone = after is None or not (after.pos == "PROPN" or after.text in "-‐‑")
        if alone and folded(token.text) in kit.cities().by_name and token.text.lower() not in kit.compiled(
            load_calendar, scan.sentence.language
        ):
            yield Found(token.start, token.end, "place", (token.i, token.i))


def load_weekdays(kit: Kit, code: str) -> frozenset[str]:
    """Return the names of weekdays. Use through `kit.compiled(load_weekdays, code)`."""
    return frozenset(row.form for row in kit.languages[code].rows("dates", DateWordRow) if row.kind == "weekday")


_SHORTEST_BODY = 3  # letters: "CT" is an abbreviation of anything
_MODEL_KINDS: dict[str, MentionKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def _model(analysis: Analysis) -> Iterator[Found]:
    """Yield the names that the model sees and the tables do not know."""
    scan = analysis.scan
    for name in scan.sentence.names:
        kind = _MODEL_KINDS.get(name.label)
        first, last = name.first, name.last - 1
        hits = [hit for index in range(first, last + 1) if (hit := scan.hit(index)) is not None]
        if kind is None or any(hit.has("name") for hit in hits):
            continue
        if any(found.first <= first <= found.last for found in analysis.descriptions):
            continue
        while first <= last and not scan.sentence.tokens[first].text[:1].isupper():
            first += 1
        if kind == "person" and first == last and stands_within(scan, first):
            kind = "place"
        first = _behind_article(scan, first, last) if kind == "organisation" else first
        if first <= last and _can_name(scan, first, last, kind):
            yield Found(*_span(scan, (first, last)), kind, (first, last))


def _behind_article(scan: Scan, first: int, last: int) -> int:
    """Return where the name of a body begins that has "and" inside: "the | Fisheries and Oceans Agency".

    Two nouns under one article are modifiers of the noun in the singular behind them where the parser hangs them on it.
    """
    tokens, start = scan.sentence.tokens, first - 1
    if start < 2 or tokens[start].text not in ("and", "&") or "Number=Plur" in tokens[last].morph:
        return first
    while start > 0 and tokens[start - 1].text.istitle() and tokens[start - 1].text.isalpha() and scan.hit(start - 1) is None:
        start -= 1
    above, seen = tokens[first - 2], 0
    while above.i < last and above.head != above.i and seen < len(tokens):
        above, seen = tokens[above.head], seen + 1
    joined = above.i == last and start < first - 1 and start > 0 and tokens[start - 1].text.lower() == "the"
    return start if joined else first


def _can_name(scan: Scan, first: int, last: int, kind: MentionKind) -> bool:
    """Tell whether words can name what the model takes them for: no two letters alone, no sentence of one word."""
    tokens = scan.sentence.tokens
    word = tokens[first].text
    alone = first == last and all(token.pos == "PUNCT" for token in tokens if token.i != first)
    short = first == last and kind == "organisation" and len(word) < _SHORTEST_BODY
    return any(letter.isalpha() for letter in word) and not short and not (alone and kind == "place")


def _pronouns(analysis: Analysis) -> Iterator[Found]:
    for number, hit in enumerate(analysis.scan.hits):
        words = hit.of("word", "pronoun")
        token = analysis.scan.sentence.tokens[analysis.scan.ranges[number][0]]
        if words and token.pos == "PRON" and not has_label(token, "expl", "nmod:poss") and not (
            words[0].value == "it" and (has_label(token, "obj") or _is_impersonal(analysis.scan, token))
        ):
            yield Found(hit.start, hit.end, "pronoun", hit)


def _is_impersonal(scan: Scan, token: Token) -> bool:
    """Tell whether "it" announces a clause: "it appears that", "it is for this reason that", "it is important to"."""
    tokens = scan.sentence.tokens
    governor = tokens[token.head]
    hit = scan.hit(governor.i)
    copular = governor.pos in ("ADJ", "NOUN", "PROPN", "AUX") or any(
        has_label(child, "cop") for child in children(scan.sentence, governor.i)
    )
    if not copular and (hit is None or not hit.of("word", "impersonal")):
        return False
    after = scan.token(governor.i + 1)
    if governor.pos == "AUX" and after is not None and after.pos == "ADP" and token.i < governor.i:
        return any(has_label(other, "csubj", "ccomp", "advcl", "acl") for other in tokens[after.i :])  # a cleft
    return has_label(token, "nsubj") and any(
        has_label(child, "csubj", "ccomp", "xcomp", "advcl", "acl") and child.i > governor.i
        for child in children(scan.sentence, governor.i)
    )


def mention_spans(mentions: Iterable[Mention]) -> dict[Span, int]:
    """Return the index of every mention by its span."""
    return {(mention.start, mention.end): index for index, mention in enumerate(mentions)}
