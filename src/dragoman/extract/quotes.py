"""Who is quoted: source, cue and content, each a span."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec

from dragoman.extract.attribution import Draft, read_sentence
from dragoman.extract.cues import CueTable, make_cue_table
from dragoman.extract.quotation_marks import Quoted, find_quoted, readable_lines
from dragoman.extract.quoted_speech import Page, quotation_drafts
from dragoman.extract.speakers import name_speakers
from dragoman.extract.tree import overlap
from dragoman.kit import Kit
from dragoman.languages.load import READ_LANGUAGES
from dragoman.records import Block, Document, DocumentFacts, Links, Quote, Sentence, Span, StatementKind

_FIRST_PERSON = {"i", "we", "je", "j'", "j’", "nous", "me", "us", "on"}


def find_quotes(
    document: Document,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    links: Links,
    facts: DocumentFacts,
    kit: Kit,
) -> tuple[Quote, ...]:
    """Return every attribution with its speakers and the chain of those that enclose it."""
    if document.language not in READ_LANGUAGES:
        return ()
    page = read_page(document, blocks, sentences, kit.compiled(make_cue_table, document.language))
    drafts = find_drafts(page)
    quotes = tuple(_quote(page, draft) for draft in drafts)
    return name_speakers(document, _chained(quotes), drafts, sentences, links, page.table)


def read_page(
    document: Document, blocks: Sequence[Block], sentences: Sequence[Sentence], table: CueTable
) -> Page:
    """Return the text with its sentences and quotations."""
    lines = readable_lines(document.text, blocks)
    quoted = find_quoted(document.text, lines)
    ordered = tuple(sentences)
    return Page(document.text, ordered, lines, quoted, table, tuple(s.start for s in ordered))


def find_drafts(page: Page) -> tuple[Draft, ...]:
    """Return all attributions in the order of their content."""
    spoken = list(quotation_drafts(page))
    used: dict[int, set[int]] = {}
    for _, draft in spoken:
        used.setdefault(draft.sentence, set()).add(draft.cue_token)
    drafts = _joined(page, spoken)
    for sentence in page.sentences:
        found = read_sentence(sentence, page.table, frozenset(used.get(sentence.index, ())))
        drafts += [draft for draft in found if not _own_words(page, sentence, draft)]
    drafts = [_widened(page, draft) for draft in drafts]
    drafts += _loose_quotations(page, drafts)
    return tuple(sorted(_distinct(drafts), key=lambda d: (d.content[0][0], -d.content[-1][1], d.cue or (0, 0))))


def _joined(page: Page, spoken: Sequence[tuple[Quoted, Draft]]) -> list[Draft]:
    """Join the parts of one quotation around one cue: `"A," X said. "B."`."""
    claimed = {quoted.start for quoted, _ in spoken}
    by_cue: dict[tuple[int, int], Draft] = {}
    for _, draft in spoken:
        key = (draft.sentence, draft.cue_token)
        earlier = by_cue.get(key)
        by_cue[key] = draft if earlier is None else replace(earlier, content=earlier.content + draft.content)
    drafts = list(by_cue.values())
    ends = {draft.content[-1]: index for index, draft in enumerate(drafts)}
    previous: Quoted | None = None
    for quoted in (q for q in page.quoted if q.depth == 1):
        if quoted.start not in claimed and previous is not None and (previous.start, previous.end) in ends:
            index = ends[previous.start, previous.end]
            if _resumes(page, drafts[index], previous, quoted):
                content = (*drafts[index].content, (quoted.start, quoted.end))
                drafts[index] = replace(drafts[index], content=content)
                ends[quoted.start, quoted.end] = index
        previous = quoted
    return drafts


def _resumes(page: Page, draft: Draft, previous: Quoted, quoted: Quoted) -> bool:
    """A quotation that starts a sentence in the same paragraph, right behind the cue, has the same source."""
    between = page.text[previous.outer_end : quoted.outer_start]
    if "\n" in between or draft.cue is None or len(between) > 160:
        return False
    stripped = between.rstrip()
    return between.strip() == "" or (draft.cue[0] >= previous.outer_end and stripped[-1:] in (".", ",", ":", "—", "–"))


def _own_words(page: Page, sentence: Sentence, draft: Draft) -> bool:
    """Within a quotation "we welcome" is the speaker's own word, not a second source."""
    if draft.source_token is None or draft.source is None:
        return False
    token = sentence.tokens[draft.source_token]
    if token.text.lower() not in _FIRST_PERSON:
        return False
    return any(q.start <= token.start < q.end for q in page.quoted)


def _widened(page: Page, draft: Draft) -> Draft:
    """Where a content begins in a quotation and mostly lies in it, take the whole quotation."""
    if draft.rule == "quotation":
        return draft
    content = []
    for span in draft.content:
        content.append(span)
    return replace(draft, content=tuple(content))


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    """Keep one attribution for a cue, the surest, and drop those that repeat a quotation's own content."""
    best: dict[tuple[int, int], Draft] = {}
    for draft in drafts:
        key = (draft.sentence, draft.cue_token) if draft.cue_token >= 0 else (-1, draft.content[0][0])
        if key not in best or draft.score > best[key].score:
            best[key] = draft
    return list(best.values())


_LOOSE_WORDS = 3


def _loose_quotations(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Quotations that no attribution covers: headings and words in quotes without a source."""
    covered = sorted(span for draft in drafts for span in draft.content)
    found = []
    for quoted in (q for q in page.quoted if q.depth == 1):
        span = (quoted.start, quoted.end)
        if any(overlap(span, other) * 2 > quoted.end - quoted.start for other in covered):
            continue
        line = page.line_at(quoted.outer_start)
        if line is None or quoted.family == "dash" or len(page.text[quoted.start : quoted.end].split()) < _LOOSE_WORDS:
            continue
        heading = line.start == quoted.outer_start and line.end == quoted.outer_end
        heading = heading and page.text[quoted.end - 1] not in ".!?…,"
        sentence = next(iter(page.sentences_in(quoted.start, quoted.end)), None)
        if sentence is not None and (heading or _has_verb(page, quoted)):
            found.append(
                Draft(
                    sentence=sentence.index, cue_token=-1, row=None, source=None, source_token=None, cue=None,
                    content=(span,), rule="loose-quotation", score=0.4, form="heading" if heading else "unattributed",
                )
            )  # fmt: skip
    return found


def _has_verb(page: Page, quoted: Quoted) -> bool:
    return any(
        token.pos in ("VERB", "AUX") and quoted.start <= token.start < quoted.end and "VerbForm=Fin" in token.morph
        for sentence in page.sentences_in(quoted.start, quoted.end)
        for token in sentence.tokens
    )


def _quote(page: Page, draft: Draft) -> Quote:
    return Quote(
        sentence=draft.sentence, source=draft.source, cue=draft.cue, content=draft.content, kind=_kind(page, draft),
        form=draft.form, cue_lemma=draft.row.lemma if draft.row is not None else "", addressee=draft.addressee,
        medium=draft.medium, rule=draft.rule, score=draft.score,
    )  # fmt: skip


def _kind(page: Page, draft: Draft) -> StatementKind:
    """A content wholly in quotes is direct, one with quoted words in it is mixed."""
    length = sum(end - start for start, end in draft.content)
    inside = sum(
        overlap(span, (q.start, q.end))
        for span in draft.content
        for q in page.quoted
        if q.depth == 1 and q.start < span[1] and q.end > span[0] and not (q.start < span[0] and q.end > span[1])
    )
    if draft.rule in ("quotation", "loose-quotation") or inside >= length * 0.97:
        return "direct"
    return "mixed" if inside else "indirect"


def _chained(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Give every quote the chain of the quotes whose content encloses its cue and content."""
    chained = []
    open_: list[int] = []
    for index, quote in enumerate(quotes):
        reach = [*quote.content, *([quote.cue] if quote.cue else [])]
        open_ = [other for other in open_ if quotes[other].content[-1][1] > quote.content[0][0]]
        chain = tuple(other for other in open_ if _encloses(quotes[other].content, reach))
        chained.append(msgspec.structs.replace(quote, chain=chain))
        open_.append(index)
    return tuple(chained)


def _encloses(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    return all(any(a <= start and end <= b for a, b in outer) for start, end in inner)


