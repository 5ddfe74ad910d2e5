"""How a mention stands in its sentence: what governs it, whether it is a subject, a mere setting or the host of others."""

from __future__ import annotations

from dragoman.extract.names.page import Page
from dragoman.extract.parse.tree import has_label


def head_of(page: Page, index: int) -> int | None:
    """Return the word that governs a mention, by its number in the sentence; None where it stands in no sentence."""
    found, analysis = page.found[index], page.analyses[index]
    if found is None or analysis is None:
        return None
    tokens = [t for t in analysis.scan.sentence.tokens if found.start <= t.start < found.end]
    inside = {token.i for token in tokens}
    return next((token.head for token in tokens if token.head not in inside), None)


def subject_rank(page: Page, index: int) -> int:
    """Return 2 for the subject of a main clause, 1 for another subject, 0 else."""
    found, analysis = page.found[index], page.analyses[index]
    if found is None or analysis is None:
        return 0
    tokens = analysis.scan.sentence.tokens
    inside = [token for token in tokens if found.start <= token.start < found.end]
    titled = (tokens[token.head] for token in inside if has_label(token, "appos", "flat", "compound"))
    titles = [title for title in titled if title.end <= found.start]  # "le président | William Ruto"
    subjects = [token for token in (*inside, *titles) if has_label(token, "nsubj")]
    return max((2 if tokens[token.head].dep == "root" else 1 for token in subjects), default=0)


def is_setting(page: Page, index: int) -> bool:
    """Tell whether a state is named as where something is ("in Syria"), not as a party."""
    found, analysis = page.found[index], page.analyses[index]
    if found is None or analysis is None:
        return False
    first = next((t.i for t in analysis.scan.sentence.tokens if t.start >= found.start), 0)
    before = (analysis.scan.hit(first - 1), analysis.scan.hit(first - 2))
    return any(hit is not None and bool(hit.of("word", "locative")) for hit in before)


def is_host(page: Page, index: int) -> bool:
    """Tell whether a mention only houses or mediates what others do ("talks hosted by Kenya"): no side of theirs."""
    found, analysis = page.found[index], page.analyses[index]
    if found is None or analysis is None:
        return False
    first = next((t.i for t in analysis.scan.sentence.tokens if t.start >= found.start), 0)
    before = analysis.scan.hit(first - 1)
    if before is not None and before.of("word", "article") and not before.of("word", "host"):
        before = analysis.scan.hit(first - 2)
    return before is not None and bool(before.of("word", "host"))
