"""Whose words a quotation is: the cue and the source that stand next to it.

A quotation is attributed by the words directly around its marks, not by the parse of its inside: parsers break on long
quotes. What the marks enclose is then the content, over as many sentences and paragraphs as it spans.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.drafts import Draft, form_of
from dragoman.extract.attribution.frames import addressee_of, source_span
from dragoman.extract.attribution.own_subjects import is_body
from dragoman.extract.attribution.phrases import cue_span, noun_phrase
from dragoman.extract.attribution.quotation_marks import Line, Quoted
from dragoman.extract.attribution.source_places import medium_of, place_source
from dragoman.extract.attribution.sources import carrier_of, find_subject, relays
from dragoman.extract.attribution.who_can_speak import is_person, speaks
from dragoman.extract.parse.tree import ancestors, children, has_label, subtree
from dragoman.languages.rows import CueRow
from dragoman.records import Sentence, Span, Token

_REACH = 14  # tokens between a quotation and its cue: "the deputy head of the committee on foreign affairs said"
_GAP = " \t\u00a0,;:.!?…–—-'\"“”‘’«»"


@dataclass(frozen=True, slots=True)
class Page:
    """The text with its sentences and quotations, for looking up what stands where."""

    text: str
    sentences: tuple[Sentence, ...]
    lines: tuple[Line, ...]
    quoted: tuple[Quoted, ...]
    table: CueTable
    starts: tuple[int, ...]
    line_starts: tuple[int, ...]
    quote_starts: tuple[int, ...]

    def quoted_near(self, start: int, end: int) -> tuple[Quoted, ...]:
        """Return the quotations that open in a stretch, and the three before it."""
        first = max(0, bisect_left(self.quote_starts, start) - 3)
        return self.quoted[first : bisect_left(self.quote_starts, end)]

    def sentences_in(self, start: int, end: int) -> tuple[Sentence, ...]:
        """Return the sentences that overlap a stretch."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = bisect_left(self.starts, end)
        return tuple(s for s in self.sentences[first:last] if s.end > start)

    def line_at(self, position: int) -> Line | None:
        """Return the line that holds a position."""
        index = bisect_right(self.line_starts, position) - 1
        return self.lines[index] if index >= 0 and position <= self.lines[index].end else None


def quotation_drafts(page: Page) -> Iterator[tuple[Quoted, Draft]]:
    """Yield the quotations whose source stands next to them."""
    for quoted in page.quoted:
        if quoted.depth != 1:
            continue
        draft = _after(page, quoted) or _before(page, quoted)
        if draft is not None:
            yield quoted, draft


def embedded(page: Page, quoted: Quoted) -> int | None:
    """Return where the clause starts that a quotation is only a part of (`They "will stay", he said`), else None."""
    line = page.line_at(quoted.outer_start)
    sentence = next(iter(page.sentences_in(quoted.outer_start, quoted.outer_start + 1)), None)
    if line is None or sentence is None or sentence.start >= quoted.outer_start:
        return None
    before = page.text[max(sentence.start, line.start) : quoted.outer_start].rstrip(" \u00a0")
    if not before or before[-1] in ",:;.!?…—–-\"”»":
        return None
    return max(sentence.start, line.start)


def outside(page: Page, start: int, end: int) -> list[tuple[Sentence, Token]]:
    """Return the tokens between two positions."""
    return [(s, t) for s in page.sentences_in(start, end) for t in s.tokens if start <= t.start and t.end <= end]


def _after(page: Page, quoted: Quoted) -> Draft | None:
    """`"...", said X` and `"...", X said`."""
    line = page.line_at(quoted.outer_end - 1)
    if line is None or _ends_alone(page, quoted, line):
        return None
    end = _end_of_clause(page, quoted.outer_end, line.end)
    if embedded(page, quoted) is not None and page.text[quoted.outer_end : quoted.outer_end + 2].strip()[:1] != ",":
        return None
    words = [(s, t) for s, t in outside(page, quoted.outer_end, end) if t.pos != "PUNCT"][: _REACH + 2]
    for place, (sentence, token) in enumerate(words):
        row = _quoting(page, sentence, token) or (_mistagged(page, token) if place == 0 else None)
        row = row or (_inverted(page, quoted, sentence, token) if place <= 2 else None)
        if row is None:
            continue
        draft = _draft(page, quoted, sentence, token, row, words)
        if draft is not None and (place <= 2 or _only_source_between(sentence, words[:place], draft)):
            return draft
    return None


def _ends_alone(page: Page, quoted: Quoted, line: Line) -> bool:
    """A quotation that ends a sentence, with a new one behind it, is not attributed by what follows."""
    rest = page.text[quoted.outer_end : line.end].lstrip(" \u00a0-–—")
    if not rest or rest[0] in ".;":
        return True
    closed = page.text[quoted.end - 1] in ".!?…" if quoted.end > quoted.start else False
    if closed and page.text[quoted.end - 1] == ".":
        return rest[0].isupper()
    return False


def _end_of_clause(page: Page, start: int, limit: int) -> int:
    following = (q.outer_start for q in page.quoted_near(start, limit) if q.depth == 1 and q.outer_start >= start)
    end = next(following, limit)
    for sentence in page.sentences_in(start, end):
        if sentence.start >= start and sentence.start > start + 4:
            return min(end, sentence.start)
    return end


def _quoting(page: Page, sentence: Sentence, token: Token) -> CueRow | None:
    if _asked(sentence, token):
        return None
    found = page.table.cue_in(sentence, token) if token.pos in ("VERB", "AUX") else None
    return found[0].row_for("quote") if found is not None else None


def _asked(sentence: Sentence, token: Token) -> bool:
    """`When asked about it, ...`: a bare past participle behind a conjunction of time is nobody's speaking."""
    before = sentence.tokens[token.i - 1].text.lower() if token.i else ""
    return before in ("when", "if", "once", "as") and "VerbForm=Part" in token.morph and "Tense=Past" in token.morph


def _inverted(page: Page, quoted: Quoted, sentence: Sentence, token: Token) -> CueRow | None:
    """`« ... », a tempêté le ministre`: right behind a quotation any finite verb with a speaker behind it tells who spoke."""
    helpers = children(sentence, token.i, "aux")
    first = min((t.i for t in helpers), default=token.i)
    finite = token.pos == "VERB" and any("VerbForm=Fin" in t.morph for t in (token, *helpers))
    if not finite or first == 0 or sentence.tokens[first].start - quoted.outer_end > _RIGHT_BEHIND:
        return None
    after = [t for t in sentence.tokens[token.i + 1 : token.i + 5] if t.pos not in ("DET", "ADJ", "ADV")]
    if not after or after[0].pos not in ("NOUN", "PROPN"):
        return None
    named = after[0]
    while has_label(named, "compound", "flat") and named.i < named.head:  # "has reacted the National | Council"
        named = sentence.tokens[named.head]
    if not speaks(sentence, named, page.table):
        return None
    cue = page.table.words.get(("say", "VERB")) or page.table.words.get(("dire", "VERB"))
    return cue.row_for("quote") if cue is not None else None


def _mistagged(page: Page, token: Token) -> CueRow | None:
    """`« ... », nuance le ministre`: right behind a quotation the French parser takes many a verb for a noun."""
    if not token.text.islower() or token.pos in ("ADP", "DET", "PRON", "CCONJ", "SCONJ", "ADV"):
        return None
    cue = page.table.words.get((token.text + "r", "VERB"))
    return cue.row_for("quote") if cue is not None else None


def _only_source_between(sentence: Sentence, before: Sequence[tuple[Sentence, Token]], draft: Draft) -> bool:
    """Between quotation and cue only the source with what describes it ("Ann Lee, who leads the talks, said") and adverbs."""
    if draft.source is None:
        return False
    named = [draft.source, *([noun_phrase(sentence, draft.carrier)] if draft.carrier is not None else [])]
    clauses = children(sentence, draft.source_token, "acl:relcl", "acl") if draft.source_token is not None else ()
    told = {i for clause in clauses for i in subtree(sentence, clause.i)}
    loose = [
        t for s, t in before
        if not any(start <= t.start < end for start, end in named) and not (s.index == sentence.index and t.i in told)
    ]  # fmt: skip
    return all(t.pos in ("ADV", "AUX", "PART", "PRON", "CCONJ") or has_label(t, "appos", "obl", "advmod") for t in loose)


def _draft(
    page: Page, quoted: Quoted, sentence: Sentence, token: Token, row: CueRow, words: Sequence[tuple[Sentence, Token]]
) -> Draft | None:
    saying = next((t for t in children(sentence, token.i, "advcl", "xcomp", "obl") if relays(sentence, t.i)), None)
    if saying is not None:  # `the agency quoted X as saying`
        token = saying
    subject = _subject(page, sentence, token, quoted, words)
    if "VerbForm=Part" in token.morph and "Tense=Pres" in token.morph and embedded(page, quoted) is not None:
        return None  # `its "brain death", stressing that ...` opens a new content
    impersonal = subject is not None and sentence.tokens[subject].text.lower().lstrip("-") == "on"
    if subject is None or impersonal:  # "indique-t-on à Paris"
        place = place_source(sentence, token.i, page.table.sources, anyone=impersonal)
        subject = place if place is not None else subject
    unsaid = subject is None and not impersonal and not children(sentence, token.i, "aux:pass")
    if unsaid and not _impersonal(page, sentence, token):
        return None
    source = source_span(sentence, token.i, subject)
    if source is not None and source[0] < quoted.outer_end and source[1] > quoted.outer_start:
        source = (sentence.tokens[subject].start, sentence.tokens[subject].end) if subject is not None else None
    span = _content(page, quoted, token)
    return Draft(
        sentence=sentence.index, cue_token=token.i, row=row, source=source, source_token=subject,
        cue=cue_span(sentence, token.i), content=(span,), rule="quotation",
        score=0.95 if source else 0.6, form=form_of(row) if row.group == "topic" else "statement",
        carrier=carrier_of(sentence, token.i), addressee=_other(addressee_of(sentence, token, (span,)), source),
        medium=_other(medium_of(sentence, token.i, page.table.sources), source),
    )  # fmt: skip


def _other(span: Span | None, source: Span | None) -> Span | None:
    """Return a span that is not the source: the parser may call an inverted subject an object."""
    shared = span is not None and source is not None and span[0] < source[1] and source[0] < span[1]
    return None if shared else span


def _content(page: Page, quoted: Quoted, token: Token) -> Span:
    """Return the quotation without the comma before its closing mark, or the clause that it is a part of."""
    start, end = quoted.start, quoted.end
    while end > start and page.text[end - 1] in ", \u00a0":
        end -= 1
    clause = embedded(page, quoted) if token.start > quoted.end else None
    return (start, end) if clause is None else (clause, quoted.outer_end)


def _impersonal(page: Page, sentence: Sentence, token: Token) -> bool:
    """`"...", - said in a statement on the website`: the paper itself speaks."""
    return (bool(children(sentence, token.i, "obl")) and token.i <= 2) or sentence.tokens[0].i == token.i


def _subject(
    page: Page, sentence: Sentence, token: Token, quoted: Quoted, words: Sequence[tuple[Sentence, Token]]
) -> int | None:
    """Return the source: the parser's subject if it stands outside of the quotation, else the nearest noun."""
    subject = find_subject(sentence, token.i)
    candidates = [subject] if subject is not None else []
    if "VerbForm=Part" in token.morph and "Tense=Pres" in token.morph:
        candidates = [i for i in candidates if not _within_quotation(page, sentence.tokens[i])]
        candidates = candidates or _going_on(page, sentence, token)
    others = children(sentence, token.i, "obj", "nsubj:pass", "obl:arg", "appos", "dep", "obl:agent")
    candidates += [t.i for t in sorted(others, key=lambda t: is_body(sentence, t))]  # "told Radio Lima the deputy"
    for index in candidates:
        found = sentence.tokens[index]
        apart = found.end <= quoted.outer_start or found.start >= quoted.outer_end
        apart = apart and not (found.pos == "PRON" and _within_quotation(page, found))  # "..., said the priest, we will go"
        if apart and not _is_medium(page, sentence, found) and found.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"):
            return index
    near = [
        t for s, t in words
        if s.index == sentence.index and t.pos in ("PROPN", "PRON", "NOUN") and abs(t.i - token.i) <= 6
        and not _is_medium(page, sentence, t)
    ]  # fmt: skip
    persons = [t for t in near if t.pos == "NOUN" and is_person(sentence, t, page.table)]
    medium = any(_is_medium(page, sentence, t) for s, t in words if s.index == sentence.index)
    near = persons if persons and medium else near  # "said in an interview with the channel the activist"
    if not near:
        return None
    best = min(near, key=lambda t: (abs(t.i - token.i), t.i))
    while has_label(best, "compound", "flat", "nmod:poss", "appos") and sentence.tokens[best.head] in near:
        best = sentence.tokens[best.head]
    return best.i


def _going_on(page: Page, sentence: Sentence, token: Token) -> list[int]:
    """`Lee shrugged, reminding the guests: "..."`: a participle behind a comma has the subject of the verb before it."""
    if not any(t.text == "," for t in sentence.tokens[max(0, token.i - 3) : token.i]):
        return []
    subjects = [
        t.i for t in sentence.tokens[: token.i]
        if has_label(t, "nsubj") and t.head < token.i and "VerbForm=Fin" in _forms(sentence, t.head)
        and not _within_quotation(page, t)
    ]  # fmt: skip
    return subjects[-1:]


def _forms(sentence: Sentence, verb: int) -> str:
    return " ".join(t.morph for t in (sentence.tokens[verb], *children(sentence, verb, "aux", "cop")))


def _within_quotation(page: Page, token: Token) -> bool:
    return any(q.outer_start <= token.start < q.outer_end for q in page.quoted_near(token.start - 5_000, token.end))


def _is_medium(page: Page, sentence: Sentence, token: Token) -> bool:
    """`in an interview`: through a medium something is said; behind a preposition it is not who says it."""
    if page.table.sources.get(token.lemma) != "medium":
        return False
    return any(t.text.lower() not in ("by", "par") for t in children(sentence, token.i, "case"))


def _before(page: Page, quoted: Quoted) -> Draft | None:
    """`X said: "..."`, `X said that "..."`."""
    line = page.line_at(quoted.outer_start)
    if line is None or not _ends_sentence(page, quoted, line):
        return None
    lead = page.text[max(line.start, quoted.outer_start - 3) : quoted.outer_start].rstrip(" \u00a0")
    sentences = page.sentences_in(max(line.start, quoted.outer_start - 2), quoted.outer_start)
    if not lead or not sentences:
        return None
    start = max(sentences[0].start, line.start)
    words = [(s, t) for s, t in outside(page, start, quoted.outer_start) if t.pos != "PUNCT"][-_REACH:]
    for place in range(len(words) - 1, -1, -1):
        sentence, token = words[place]
        row = _quoting(page, sentence, token)
        if row is not None:
            adjacent = lead.endswith((",", ":")) or (place == len(words) - 1 and not _beside(sentence, token, lead))
            teller = _teller(page, sentence, token, quoted) if lead.endswith(":") else token
            if teller is not token and (subject := find_subject(sentence, teller.i)) is not None:
                colon = page.text.rindex(":", start, quoted.outer_start)
                return _at_colon(page, quoted, sentence, sentence.tokens[subject], row, colon)
            return _draft(page, quoted, sentence, token, row, words) if adjacent else None
    if lead.endswith(","):
        return _viewed(page, quoted, words)
    return _introduced(page, quoted, start) if lead.endswith(":") else None


def _teller(page: Page, sentence: Sentence, token: Token, quoted: Quoted) -> Token:
    """`Lee said that the bank had asked for time: "..."`: what somebody asked is told already, the quotation is Lee's."""
    above = sentence.tokens[token.head]
    while has_label(token, "ccomp") and above.i < token.i:
        told = [t for t in children(sentence, token.i, "ccomp", "xcomp") if token.i < t.i and t.end <= quoted.outer_start]
        if not told:
            return token
        if _quoting(page, sentence, above) is None:
            return token
        token, above = above, sentence.tokens[above.head]
    return token


def _viewed(page: Page, quoted: Quoted, words: Sequence[tuple[Sentence, Token]]) -> Draft | None:
    """`For the historian Ann Lee, "..."`: whoever a quotation of a whole sentence is the view of."""
    row = page.table.words.get(("say", "VERB")) or page.table.words.get(("dire", "VERB"))
    finite = any("VerbForm=Fin" in t.morph for _, t in words)
    if row is None or not words or finite or words[0][1].text.lower() not in ("for", "pour") or words[0][1].i > 1:
        return None
    sentence, case = words[0]
    noun = sentence.tokens[case.head]
    fits = noun.i > case.i and noun.start < quoted.outer_start and speaks(sentence, noun, page.table)
    if not fits or len(page.text[quoted.start : quoted.end].split()) <= _SCARE:
        return None
    return Draft(
        sentence=sentence.index, cue_token=case.i, row=row.rows[0][0], source=noun_phrase(sentence, noun.i),
        source_token=noun.i, cue=(case.start, case.end), content=(_content(page, quoted, noun),), rule="quotation", score=0.7,
    )  # fmt: skip


_RIGHT_BEHIND = 4  # characters between a quotation and its verb: mark, comma, blank
_SCARE = 3  # words in quotation marks that may be no more than a name or a word marked


def _beside(sentence: Sentence, token: Token, lead: str) -> bool:
    """`..., where his deputy also spoke. "..."`: what is told beside the main clause of a full sentence introduces nothing."""
    return lead.endswith((".", "!", "?")) and any(has_label(t, "acl", "advcl") for t in (token, *ancestors(sentence, token.i)))


def _introduced(page: Page, quoted: Quoted, start: int) -> Draft | None:
    """`The official is less serene: "..."`: without a verb of speech, whoever the sentence before the colon is about."""
    colon = page.text.rindex(":", start, quoted.outer_start)
    whole = page.text[quoted.start].isupper() and len(page.text[quoted.start : quoted.end].split()) > 2
    row = page.table.words.get(("say", "VERB")) or page.table.words.get(("dire", "VERB"))
    last = max(page.text.rfind(mark, start, colon) for mark in (". ", "! ", "? ", "» ", "” ", '" '))
    lead = outside(page, max(start, last + 1), colon)
    acting = _who_acts(page, lead) if whole else None
    for sentence, token in lead if whole and row is not None else ():
        if acting is not None and token is not acting:
            continue
        if acting is None and token.pos in ("VERB", "AUX", "ADP"):
            return None
        if speaks(sentence, token, page.table) and row is not None:
            return _at_colon(page, quoted, sentence, token, row.rows[0][0], colon)
    return None


def _at_colon(page: Page, quoted: Quoted, sentence: Sentence, token: Token, row: CueRow, colon: int) -> Draft:
    return Draft(
        sentence=sentence.index, cue_token=token.i, row=row, source=noun_phrase(sentence, token.i), source_token=token.i,
        cue=(colon, colon + 1), content=(_content(page, quoted, token),), rule="quotation", score=0.6,
    )  # fmt: skip


def _who_acts(page: Page, lead: Sequence[tuple[Sentence, Token]]) -> Token | None:
    """`The minister shrugs: "..."`: the person who is the subject of the main verb before the colon."""
    for sentence, token in lead:
        verb = sentence.tokens[token.head]
        predicate = verb.pos in ("VERB", "AUX") or bool(children(sentence, verb.i, "cop"))  # "is less serene"
        above = sentence.tokens[verb.head]  # the parser may hang all on what is quoted
        governs = above.i == verb.i or (above.start > lead[-1][1].start and verb.start <= lead[-1][1].start)
        main = has_label(token, "nsubj") and governs and predicate and token.i < verb.i
        if main and is_person(sentence, token, page.table):
            return token
    return None


def _ends_sentence(page: Page, quoted: Quoted, line: Line) -> bool:
    rest = page.text[quoted.outer_end : line.end].lstrip(" \u00a0")
    return not rest or rest[0] in ".!?" or rest[0].isupper() or page.text[quoted.end - 1] in ".!?…"


def inner(spans: Sequence[Span], outer: Sequence[Span]) -> bool:
    """Tell whether all of some spans lie in one of others."""
    return all(any(a <= start and end <= b for a, b in outer) for start, end in spans)
