"""Names that only the words around them give away: behind a title, behind a body, before a clause with "who"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.names.name_words import HYPHENS, LONGEST_NAME, is_given, is_plain_name, is_title, names_body
from dragoman.extract.names.scan import Range, Scan
from dragoman.extract.parse.tree import has_label

_TITLE_REACH = 9  # tokens from a title to a name behind its body


def after_titles(scan: Scan) -> Iterator[Range]:
    """Yield the run of capitalised words right after a title: "Minister Shoig", "analyst Nikita Danyuk"."""
    tokens = scan.sentence.tokens
    for index in range(1, len(tokens)):
        if not is_title(scan, index - 1) or not is_given(scan, index):
            continue
        last = index
        while last + 1 < len(tokens) and last - index < LONGEST_NAME:
            hyphen = tokens[last + 1].text in HYPHENS and tokens[last + 1].start == tokens[last].end
            if hyphen and last + 2 < len(tokens) and is_given(scan, last + 2):
                last += 2
            elif is_given(scan, last + 1) and not has_label(tokens[last + 1], "nsubj"):
                last += 1
            else:
                break
        yield index, last


def before_who(scan: Scan) -> Iterator[Range]:
    """Yield the capitalised words of which a clause tells who it is ("Daphne Fonoti-Marsh, who argued the case"): a person.

    The small model labels many such names as places and bodies, or as two.
    """
    tokens = scan.sentence.tokens
    for comma in tokens[2:-1]:
        if comma.text == "," and tokens[comma.i + 1].text.lower() in ("who", "whose"):
            first = _end_of_run(scan, comma.i - 1, -1, LONGEST_NAME)
            if any(n.first < first < n.last and tokens[n.first].pos == "DET" for n in scan.sentence.names):
                continue  # "The Mapping and | Resource Authority, whose": a longer name with an article is no person's
            if any(token.text not in HYPHENS for token in tokens[first + 1 : comma.i]) and tokens[first].text not in HYPHENS:
                yield first, comma.i - 1


def after_bodies(scan: Scan) -> Iterator[Range]:
    """Yield the name that machine translation puts right behind a body: "Scientist of the Institute of CIS | Ann Lee"."""
    tokens = scan.sentence.tokens
    for index in range(2, len(tokens) - 1):
        if not names_body(scan, index - 1) or not scan.is_word(scan.range_at(index - 1)[0] - 1, "complement"):
            continue
        last = _end_of_run(scan, index, 1, LONGEST_NAME + 1)
        titled = any(is_title(scan, before) for before in range(max(0, index - _TITLE_REACH), index - 1))
        if last > index and titled and tokens[index].text not in HYPHENS and tokens[last].text not in HYPHENS:
            yield index, last


def _end_of_run(scan: Scan, index: int, step: int, longest: int) -> int:
    """Return the last of at most so many words that can be a name's, from a token on (step 1) or back (step -1).

    Where the token itself can be none, that is the token beside it.
    """
    end = index - step
    for _ in range(longest):
        if not 0 <= end + step < len(scan.sentence.tokens) or not is_plain_name(scan, end + step):
            break
        end += step
    return end
