"""Who is quoted: source, cue and content, each a span."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import msgspec

from dragoman.extract.attribution.anaphora import previous_contents
from dragoman.extract.attribution.contents import is_infinitive
from dragoman.extract.attribution.cue_decision import reports
from dragoman.extract.attribution.cues import CueTable, make_cue_table
from dragoman.extract.attribution.drafts import Draft
from dragoman.extract.attribution.frames import read_sentence
from dragoman.extract.attribution.hearsay import hearsay
from dragoman.extract.attribution.interpolations import split_insets
from dragoman.extract.attribution.loose_quotations import heading_quotations, loose_quotations, same_words, with_marks
from dragoman.extract.attribution.quotation_marks import Quoted, find_quoted, readable_lines
from dragoman.extract.attribution.quoted_speech import Page, quotation_drafts
from dragoman.extract.attribution.reported_clauses import mended
from dragoman.extract.attribution.turns import read_interview, within_turn
from dragoman.extract.parse.tree import has_label, overlap
from dragoman.extract.speakers.sieve import name_speakers
from dragoman.extract.speakers.words import PRONOUNS
from dragoman.kit import Kit
from dragoman.languages.load import READ_LANGUAGES
from dragoman.models.logistic import CUES, load_weights
from dragoman.records import Block, Document, DocumentFacts, Links, Quote, Sentence, Span, StatementKind

_FIRST_PERSON = {"i", "we", "je", "j'", "j’", "nous", "me", "us", "on"}


_OPENING = 2  # words before a pronoun at the start of a content: nobody else can be meant there
_OUR = {"our", "my", "notre", "nos", "mon", "ma", "mes"}


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
    drafts = find_drafts(page, kit.compiled(load_weights, CUES))
    quotes = tuple(_quote(page, draft) for draft in drafts)
    named = name_speakers(document, _chained(quotes), drafts, sentences, links, page.table, facts.author, kit)
    named = tuple(_heading_speaker(page, quote, named) for quote in named)
    idle = _idle_headlines(page, named) | _own_reports(page, named)
    return _without(named, idle)


def _idle_headlines(page: Page, quotes: Sequence[Quote]) -> set[int]:
    """Return the headlines in quotes that nobody below is found to say."""
    headlines = {s.index for s in page.sentences if s.kind == "headline"}
    return {
        n for n, quote in enumerate(quotes)
        if quote.form == "heading" and not quote.speaker_name and quote.sentence in headlines
    }  # fmt: skip


def _own_reports(page: Page, quotes: Sequence[Quote]) -> set[int]:
    """Return what a speaker says of himself inside his own words ("it said that it supports X"): no second voice."""
    return {n for n, quote in enumerate(quotes) if quote.chain and _is_own(page, quote, quotes[quote.chain[-1]])}


def _is_own(page: Page, quote: Quote, parent: Quote) -> bool:
    if quote.source is None or not quote.speaker_name or quote.speaker_name != parent.speaker_name:
        return False
    if page.text[slice(*quote.source)].lower().lstrip("-") not in PRONOUNS or parent.rule == "turn":
        return False
    before = page.text[parent.content[0][0] : quote.source[0]]
    return parent.sentence == quote.sentence and len(before.split()) <= _OPENING


def _without(quotes: Sequence[Quote], left_out: set[int]) -> tuple[Quote, ...]:
    """Return the quotes without some; what was nested in those keeps the rest of its chain."""
    if not left_out:
        return tuple(quotes)
    place = {n: n - sum(other < n for other in left_out) for n in range(len(quotes))}
    return tuple(
        msgspec.structs.replace(quote, chain=tuple(place[other] for other in quote.chain if other not in left_out))
        for n, quote in enumerate(quotes)
        if n not in left_out
    )


def _heading_speaker(page: Page, quote: Quote, quotes: Sequence[Quote]) -> Quote:
    """A heading in quotes is said by whoever says its words below, and so is a quotation in a headline."""
    loose = quote.rule == "loose-quotation" and page.sentences[quote.sentence].kind == "headline"
    if quote.form != "heading" and not loose:
        return quote
    spoken = [other for other in quotes if other.form == "statement" and not other.chain and other.speaker_name]
    found = same_words(page, quote.content[0], [other.content for other in spoken])
    answers = Counter(other.speaker_name for other in spoken if other.rule == "turn")
    if found is None and len(answers) != 1:
        return quote
    # the heading of an interview sums up what the one who answers says
    speaker = spoken[found] if found is not None else next(other for other in spoken if other.rule == "turn")
    return msgspec.structs.replace(quote, speakers=speaker.speakers, speaker_name=speaker.speaker_name)


def read_page(
    document: Document, blocks: Sequence[Block], sentences: Sequence[Sentence], table: CueTable
) -> Page:
    """Return the text with its sentences and quotations."""
    lines = readable_lines(document.text, blocks)
    ordered = tuple(mended(sentence, table) for sentence in sentences)
    quoted = split_insets(document.text, find_quoted(document.text, lines), ordered, table)
    return Page(
        document.text, ordered, lines, quoted, table, tuple(s.start for s in ordered),
        tuple(line.start for line in lines), tuple(q.start for q in quoted),
    )  # fmt: skip


def find_drafts(page: Page, weights: Mapping[str, float]) -> tuple[Draft, ...]:
    """Return all attributions in the order of their content; `weights` are those of the decision about cues."""
    spoken = list(quotation_drafts(page))
    used: dict[int, set[int]] = {}
    for _, draft in spoken:
        used.setdefault(draft.sentence, set()).add(draft.cue_token)
    drafts = _joined(page, spoken)
    headings = heading_quotations(page)
    previous: Sentence | None = None
    for sentence in page.sentences:
        claimed = frozenset(used.get(sentence.index, ()))
        if sentence.kind == "headline":  # what its nouns say stands in full below
            continue
        found = list(read_sentence(sentence, page.table, claimed))
        found += [d for d in previous_contents(sentence, previous, page.table, claimed) if not _crosses(page, d)]
        if not any(q.outer_start <= sentence.start and sentence.end <= q.outer_end for q in headings):
            drafts += [draft for draft in found if not _own_words(page, sentence, draft)]
        previous = sentence
    drafts = _without_neighbours(drafts, spoken)
    interview = read_interview(page, [draft for _, draft in spoken])
    turns = interview.drafts
    drafts = _without_participles(page, _without_phrases(_not_asked(interview.asked, drafts)))
    spoken_in = {turn.sentence: turn for turn in turns}
    starts = {turn.content[0][0]: turn for turn in turns}
    cut = (within_turn(_widened(page, d), spoken_in.get(d.sentence)) for d in drafts if not _is_turn(d, starts))
    drafts = [draft for draft in cut if draft is not None]
    drafts += turns
    drafts = _without_inner_acts(page, drafts, weights)
    drafts += loose_quotations(page, drafts, headings)
    drafts += list(hearsay(page, drafts))
    drafts = [draft for draft in drafts if draft.content and all(start < end for start, end in draft.content)]  # only marks
    return tuple(sorted(_distinct(drafts), key=lambda d: (d.content[0][0], -d.content[-1][1], d.cue or (0, 0))))


def _not_asked(asked: Sequence[Span], drafts: Sequence[Draft]) -> list[Draft]:
    """Drop what stands in the questions of an interviewer."""
    starts = [start for start, _ in asked]
    kept = []
    for draft in drafts:
        place = bisect_right(starts, draft.content[0][0]) - 1
        if place < 0 or draft.content[0][0] >= asked[place][1]:
            kept.append(draft)
    return kept


def _without_phrases(drafts: Sequence[Draft]) -> list[Draft]:
    """Cut a phrase of attribution off the contents that end or begin with it ("fears to lose money, according to X")."""
    phrases: dict[int, list[Span]] = {}
    for draft in drafts:
        if draft.rule == "according-to" and draft.cue is not None and draft.source is not None:
            spans = (draft.cue, draft.source)
            phrases.setdefault(draft.sentence, []).append((min(a for a, _ in spans), max(b for _, b in spans)))
    return [_cut(draft, phrases.get(draft.sentence, ())) if draft.rule != "quotation" else draft for draft in drafts]


def _without_participles(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """End a content before a participle with which its own speaker goes on ("refused to sign, saying that ...")."""
    going_on: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.cue_token > 0 and draft.row is not None and draft.source_token is not None:
            tokens = page.sentences[draft.sentence].tokens
            token = tokens[draft.cue_token]
            behind_comma = any(t.text == "," for t in tokens[max(0, draft.cue_token - 3) : draft.cue_token])
            if "VerbForm=Part" in token.morph and "Tense=Pres" in token.morph and behind_comma:
                going_on.setdefault(draft.sentence, []).append(draft)
    return [_ended(page, draft, going_on.get(draft.sentence, ())) for draft in drafts]


def _ended(page: Page, draft: Draft, others: Sequence[Draft]) -> Draft:
    for other in others:
        if other is draft or other.source_token != draft.source_token or other.cue is None or draft.rule == "quotation":
            continue
        comma = page.text.rfind(",", 0, other.cue[0])
        content = tuple((a, comma) if a < comma < b else (a, b) for a, b in draft.content if a < comma or b <= comma)
        if content and draft.cue is not None and draft.cue[0] < comma:
            draft = replace(draft, content=content)
    return draft


def _cut(draft: Draft, phrases: Sequence[Span]) -> Draft:
    content = draft.content
    for start, end in phrases:
        content = tuple(
            (a, start) if a < start and end == b else (end, b) if a == start and end < b else (a, b) for a, b in content
        )
    return draft if content == draft.content else replace(draft, content=content)


def _without_neighbours(drafts: Sequence[Draft], spoken: Sequence[tuple[Quoted, Draft]]) -> list[Draft]:
    """Drop what the parse makes of a quotation that the words at its marks give to somebody ("Lee asks. 'No', says Bo")."""
    said = [(quoted, draft) for quoted, draft in spoken if draft.source is not None]
    return [draft for draft in drafts if not any(_takes(draft, quoted, other) for quoted, other in said)]


def _takes(draft: Draft, quoted: Quoted, other: Draft) -> bool:
    """Tell whether a clause is all of a quotation that has another cue, from a cue outside of it."""
    own = draft.cue_token == other.cue_token and draft.sentence == other.sentence
    if draft.rule != "clause" or own or draft.cue is None or len(draft.content) != 1:
        return False
    outside = not quoted.outer_start <= draft.cue[0] < quoted.outer_end
    start, end = draft.content[0]
    return outside and quoted.outer_start <= start <= quoted.start + 1 and quoted.end - 2 <= end <= quoted.outer_end


def _is_turn(draft: Draft, starts: Mapping[int, Draft]) -> bool:
    """A quotation that fills a turn ("X: 'We agree'") is that turn."""
    turn = starts.get(draft.content[0][0]) if draft.rule == "quotation" else None
    if turn is None:
        return False
    left, right = draft.content[0], turn.content[0]
    return overlap(left, right) * 10 > 9 * max(left[1] - left[0], right[1] - right[0])


def _joined(page: Page, spoken: Sequence[tuple[Quoted, Draft]]) -> list[Draft]:
    """Join the parts of one quotation around one cue: `"A," X said. "B."`."""
    owners: dict[int, tuple[int, int]] = {}  # which cue each quotation belongs to, by its start
    by_cue: dict[tuple[int, int], Draft] = {}
    for quoted, draft in spoken:
        key = owners[quoted.start] = (draft.sentence, draft.cue_token)
        earlier = by_cue.get(key)
        by_cue[key] = draft if earlier is None else replace(earlier, content=earlier.content + draft.content)
    previous: Quoted | None = None
    for quoted in (q for q in page.quoted if q.depth == 1):
        if quoted.start not in owners and previous is not None and previous.start in owners:
            key = owners[previous.start]
            if _resumes(page, by_cue[key], previous, quoted):
                by_cue[key] = replace(by_cue[key], content=(*by_cue[key].content, (quoted.start, quoted.end)))
                owners[quoted.start] = key
        previous = quoted
    return list(by_cue.values())


def _resumes(page: Page, draft: Draft, previous: Quoted, quoted: Quoted) -> bool:
    """A quotation that starts a sentence in the same paragraph, right behind the cue, has the same source."""
    between = page.text[previous.outer_end : quoted.outer_start]
    if "\n" in between or draft.cue is None or len(between) > 160:
        return False
    stripped = between.rstrip()
    if stripped.endswith(":") and any(mark in stripped[:-1] for mark in (". ", "! ", "? ")):
        return False  # a new sentence introduces it
    return between.strip() == "" or (draft.cue[0] >= previous.outer_end and stripped[-1:] in (".", ",", ":", "—", "–", "-"))


_ACTS = ("evaluation", "topic", "rejection", "demand")


def _without_inner_acts(page: Page, drafts: Sequence[Draft], weights: Mapping[str, float]) -> list[Draft]:
    """Drop what is no second voice inside a content: the speaker's "we" or "you", and acts yet to be done; idle cues too.

    In "he promised to discuss X" and "Europe must defend X" nobody has discussed or defended anything.
    """
    covers = sorted((span, index) for index, draft in enumerate(drafts) for span in draft.content)
    starts = [span[0] for span, _ in covers]
    kept = []
    for index, draft in enumerate(drafts):
        last = bisect_right(starts, draft.content[0][0])
        around = covers[max(0, last - 12) : last]
        nested = any(
            span[0] <= draft.content[0][0] and draft.content[-1][1] <= span[1] and other != index
            and (draft.cue is None or span[0] <= draft.cue[0] < span[1])
            for span, other in around
        )  # fmt: skip
        if nested and (_no_voice(page, draft) or _unfinished(page, draft)):
            continue
        if reports(page, draft, nested, weights):
            kept.append(draft)
    return kept


def _no_voice(page: Page, draft: Draft) -> bool:
    if draft.source is None:
        return draft.cue_token >= 0
    return page.text[draft.source[0] : draft.source[1]].lower() in _FIRST_PERSON | {"you", "one", "vous"}


def _unfinished(page: Page, draft: Draft) -> bool:
    if draft.row is None or draft.cue_token < 0:
        return False
    sentence = page.sentences[draft.sentence]
    token = sentence.tokens[draft.cue_token]
    if token.pos != "VERB" or not is_infinitive(sentence, token):
        return False
    if has_label(token, "acl", "advcl"):
        return True
    return draft.row.group in _ACTS or page.table.cue(sentence.tokens[token.head]) is not None


def _crosses(page: Page, draft: Draft) -> bool:
    """Tell whether a cue within a quotation points back to what stands outside of it."""
    if draft.cue is None:
        return False
    around = (q for q in page.quoted_near(draft.cue[0] - 5_000, draft.cue[1]) if q.depth == 1 and q.family != "single")
    return any(q.start <= draft.cue[0] < q.end and draft.content[0][0] < q.start for q in around)


def _own_words(page: Page, sentence: Sentence, draft: Draft) -> bool:
    """Within a quotation "we welcome" is the speaker's own word, not a second source."""
    if draft.source_token is None or draft.source is None:
        return False
    token = sentence.tokens[draft.source_token]
    first = page.text[slice(*draft.source)].split()[0].lower()
    if token.text.lower() not in _FIRST_PERSON and first not in _OUR:
        return False
    return any(q.start <= token.start < q.end for q in page.quoted_near(token.start - 5_000, token.end))


def _widened(page: Page, draft: Draft) -> Draft:
    """Where a content holds a quotation up to its closing mark, take the mark in."""
    if draft.rule == "quotation":
        return draft
    if draft.row is None:
        return draft
    return replace(draft, content=tuple(_unquoted(page, with_marks(page, span)) for span in draft.content))


def _unquoted(page: Page, span: Span) -> Span:
    """A content that is exactly one quotation goes without its marks."""
    for quoted in page.quoted_near(span[0], span[1]):
        if (quoted.outer_start, quoted.outer_end) == span:
            return quoted.start, quoted.end
    return span


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    """Keep one attribution for a cue, the surest, and drop those that repeat a quotation's own content."""
    best: dict[tuple[int, int], Draft] = {}
    for draft in drafts:
        key = (draft.sentence, draft.cue_token) if draft.cue_token >= 0 else (-1, draft.content[0][0])
        if key not in best or draft.score > best[key].score:
            best[key] = draft
    return list(best.values())


def _quote(page: Page, draft: Draft) -> Quote:
    return Quote(
        sentence=draft.sentence, source=draft.source, cue=draft.cue, content=draft.content, kind=_kind(page, draft),
        form=draft.form, cue_lemma=draft.row.lemma if draft.row is not None else "", addressee=draft.addressee,
        medium=draft.medium, rule=draft.rule, score=draft.score, act=draft.row.act if draft.row is not None else "say",
        stance=draft.row.stance if draft.row is not None else "",
    )  # fmt: skip


def _kind(page: Page, draft: Draft) -> StatementKind:
    """A content wholly in quotes is direct, one with quoted words in it is mixed."""
    length = sum(end - start for start, end in draft.content)
    inside = sum(
        overlap(span, (q.start, q.end))
        for span in draft.content
        for q in page.quoted_near(span[0], span[1])
        if q.depth == 1 and q.start < span[1] and q.end > span[0] and not (q.start < span[0] and q.end > span[1])
    )
    if draft.rule in ("quotation", "loose-quotation", "turn") or inside >= length * 0.97:
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


