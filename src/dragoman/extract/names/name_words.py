"""Which words can be part of a person's name, and where a name begins: asked of one word at a time."""

from __future__ import annotations

from dragoman.extract.names.scan import Scan

LONGEST_NAME = 5  # words besides the one that a name is found by
HYPHENS = "-‐‑–"
PARTICLES = frozenset({
    "le", "la", "de", "du", "von", "van", "der", "den", "al", "el", "ben", "bin", "abu", "ould", "di", "da",
})  # fmt: skip


def start_of_name(scan: Scan, first: int) -> int:
    """Return where a name begins: given names, written with capitals, stand before a family name."""
    start = first
    while first - start < LONGEST_NAME and start > 0:
        before = scan.sentence.tokens[start - 1]
        if before.text in HYPHENS and before.end == scan.sentence.tokens[start].start:
            if start < 2 or not is_given(scan, start - 2):
                break
            start -= 2
        elif is_given(scan, start - 1) or _is_particle(scan, start - 1):
            start -= 1
        else:
            break
    return start


def _is_particle(scan: Scan, index: int) -> bool:
    """Tell whether a word is a particle of a family name, written with a capital inside a sentence ("Le Drian")."""
    token = scan.sentence.tokens[index]
    return index > 0 and token.text[:1].isupper() and token.text.lower() in PARTICLES


def is_given(scan: Scan, index: int) -> bool:
    """Tell whether a word can be a given name: a proper noun or an initial, with a capital, that names nothing else."""
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


def is_plain_name(scan: Scan, index: int) -> bool:
    """Tell whether a word can be part of a name that nobody knows: a proper noun with a capital, or a hyphen between two."""
    token = scan.sentence.tokens[index]
    if token.text in HYPHENS:
        return 0 < index < len(scan.sentence.tokens) - 1 and token.start == scan.sentence.tokens[index - 1].end
    cased = token.text[:1].isupper() and not token.text[1:].isupper() and token.text.replace(".", "").isalpha()
    hyphened = index > 0 and scan.sentence.tokens[index - 1].text in HYPHENS  # the parser makes anything of "-Marsh"
    return cased and (token.pos == "PROPN" or hyphened) and not names_else(scan, index)


def names_else(scan: Scan, index: int) -> bool:
    """Tell whether a known form over a word names something other than a person."""
    hit = scan.hit(index)
    return hit is not None and not hit.has("person", "surname") and not _given_or_place(scan, index)


def is_title(scan: Scan, index: int) -> bool:
    """Tell whether a word announces a person: a title, or one person's role."""
    hit = scan.hit(index)
    if hit is None:
        return False
    return any(
        entry.category == "role" or (entry.category == "word" and entry.kind in ("title", "counterpart", "head"))
        for entry in hit.entries
    ) and not any(entry.plural for entry in hit.entries)


def names_body(scan: Scan, index: int, *kinds: str) -> bool:
    """Tell whether a form is the name of a state or body: whole, short, as initials, or of the other kinds given."""
    hit = scan.hit(index)
    return hit is not None and bool(hit.of("name", "name", "short", "acronym", *kinds))
