"""Attribution: which words of a sentence are the source of something said, which the cue, and which the content.

Rules over the dependency parse, each for one frame of a cue word (the `needs` of its row). They follow the order of
content rules that PolNeAR's annotation suggests (Newell, Margolin and Ruths 2018) and were measured on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.attribution import contents
from dragoman.extract.attribution.cues import Cue, CueTable
from dragoman.extract.attribution.drafts import Draft, form_of
from dragoman.extract.attribution.lost_subjects import lost_subject
from dragoman.extract.attribution.own_subjects import is_expletive
from dragoman.extract.attribution.phrases import cue_span, noun_phrase
from dragoman.extract.attribution.relatives import is_relative, is_relative_phrase
from dragoman.extract.attribution.second_tellings import beyond_things
from dragoman.extract.attribution.source_places import fronted_paper, fronted_place, medium_of, place_source, stands_alone
from dragoman.extract.attribution.sources import carrier_of, clause_head, find_subject, relays
from dragoman.extract.attribution.verb_forms import is_passive
from dragoman.extract.attribution.viewpoints import opinion_draft, phrase_drafts
from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.languages.rows import CueRow
from dragoman.records import Sentence, Span, Token

_NO_SOURCES = frozenset(("this", "these", "ceci", "cela", "ce", "c'", "c’", "ça", "nobody", "none", "personne"))
_OWNERS = frozenset(("by", "of", "from", "de", "par"))


def read_sentence(sentence: Sentence, table: CueTable, used: frozenset[int] = frozenset()) -> Iterator[Draft]:
    """Yield the attributions of a sentence; `used` are cue tokens that a quotation has claimed."""
    yield from phrase_drafts(sentence, table)
    seconds: set[int] = set()  # the second words of cues of two words, no cues of their own
    for token in sentence.tokens:
        draft = opinion_draft(sentence, token, table) if token.pos == "NOUN" else None
        if draft is None and token.i not in used and token.i not in seconds:
            found = table.cue_in(sentence, token)
            if found is not None:
                cue, second = found
                seconds |= {second.i} if second is not token else set()
                draft = _noun(sentence, token, cue) if token.pos == "NOUN" else _verb(sentence, token, cue, second, table)
        if draft is not None:
            yield draft


# ---------------------------------------------------------------- verbs and adjectives


def _verb(sentence: Sentence, token: Token, cue: Cue, second: Token, table: CueTable) -> Draft | None:
    """Return the draft of a verb or adjective; `second` is the word of a double cue on which the content may hang."""
    if _imperative(sentence, token) or _fills(sentence, token):
        return None
    if any(relays(sentence, t.i) for t in children(sentence, token.i, "advcl", "xcomp")):
        return None
    if contents.is_as_clause(sentence, token) and not children(sentence, token.i, "ccomp", "xcomp", "obj"):
        row = cue.reading("speech", "commitment")
        found = contents.parenthesis(sentence, token)
        wanted = cue.prepositions()
        own = bool(wanted) and bool(contents.prepositional(sentence, token, wanted)[1])  # "as Lee talked about tax, ..."
        if found and row is not None and not own:
            return verb_draft(sentence, token, row, found, "as-said", table)
    for frame, find in contents.FRAMES.items():
        framed = cue.row_for(frame)
        found = find(sentence, token) if framed is not None and (second is token or frame != "object") else ()
        if not found and framed is not None and second is not token:
            found = find(sentence, second)
        if framed is not None and found:
            return verb_draft(sentence, token, framed, found, frame, table)
    return (
        _special_object(sentence, token, cue, table)
        or _prepositional(sentence, token, token, cue, table)
        or (_prepositional(sentence, token, second, cue, table) if second is not token else None)
    )


def _imperative(sentence: Sentence, token: Token) -> bool:
    """`Recall that ...`: the author addresses the reader."""
    plain = token.pos == "VERB" and token.head == token.i and not children(sentence, token.i, "nsubj", "aux", "obj")
    return plain and token.i <= 1 and "Tense=Past" not in token.morph and "VerbForm=Part" not in token.morph


def _fills(sentence: Sentence, token: Token) -> bool:
    """`You know, ...`, `I mean, ...`, `let's say ...`: words that fill a pause tell nothing."""
    before = sentence.tokens[token.i - 1].text.lower() if token.i else ""
    behind = sentence.tokens[token.i + 1].text if token.i + 1 < len(sentence.tokens) else ""
    if token.lemma == "say" and any(t.lemma == "let" for t in sentence.tokens[max(0, token.i - 2) : token.i]):
        return True
    return token.text.lower() in ("know", "see", "mean") and before in ("you", "i") and behind == ","


_STATES = frozenset(("convinced", "persuaded"))


def _is_state(sentence: Sentence, token: Token) -> bool:
    """`They're convinced that ...`: no passive where nobody convinces them."""
    return token.text.lower() in _STATES and not children(sentence, token.i, "obl:agent")


def verb_draft(
    sentence: Sentence, token: Token, row: CueRow, content: tuple[Span, ...], rule: str, table: CueTable
) -> Draft | None:
    """Return the draft of a verb with its source; a source that lies in the content is none.

    "This suggests that ..." is what the author concludes, not what somebody says.
    """
    subject = beyond_things(sentence, token, _who_tells(sentence, token, row), table)
    if subject is not None and sentence.tokens[subject].text.lower() == "one":  # French "on", translated word by word
        place = place_source(sentence, token.i, table.sources, anyone=True)
        subject = subject if place is None else place
    if subject is not None and sentence.tokens[subject].text.lower().lstrip("-") == "on":
        place = place_source(sentence, token.i, table.sources, anyone=True)  # "indique-t-on à Paris"
        if place is None and rule not in ("clause", "quotation"):
            return None
        subject = subject if place is None else place
    elif subject is None and (is_passive(sentence, token.i) or token.i <= 1):
        subject = place_source(sentence, token.i, table.sources)
        subject = fronted_paper(sentence, token.i, table.sources) if subject is None else subject
    elif subject is None or sentence.tokens[subject].text.lower() == "they":
        place = fronted_place(sentence, token.i, table.sources)
        adjacent = place is not None and (place == token.i - 1 or stands_alone(sentence, place, token.i))
        subject = place if place is not None and (adjacent or subject is not None) else subject
    if subject is None and not _expletive_subject(sentence, token):
        subject = lost_subject(sentence, token.i)
        if subject is None and has_label(token, "conj") and not _expletive_subject(sentence, sentence.tokens[token.head]):
            subject = lost_subject(sentence, token.head)  # "Ann Lee and her deputy call it X and describe it as Y"
        if subject is not None:
            content = _clear_of(content, source_span(sentence, token.i, subject))
    if subject is not None and sentence.tokens[subject].text.lower() in _NO_SOURCES:
        return None
    source = source_span(sentence, token.i, subject)
    if source is not None and any(start <= source[0] < end for start, end in content):
        source, subject = None, None
    return Draft(
        sentence=sentence.index, cue_token=token.i, row=row, source=source, source_token=subject,
        cue=cue_span(sentence, token.i), content=content, rule=rule, score=0.8 if source else 0.5, form=form_of(row),
        addressee=addressee_of(sentence, token, content), carrier=carrier_of(sentence, token.i),
        medium=_apart_from(medium_of(sentence, token.i, table.sources), source, content),
    )  # fmt: skip


def _who_tells(sentence: Sentence, token: Token, row: CueRow) -> int | None:
    """Return the subject of a cue, where it is somebody: nobody is in "there", and "X seems to be Y" is what others think."""
    subject = find_subject(sentence, token.i) if not _bare_passive(sentence, token) else None
    if (row.pos == "ADJ" or _is_state(sentence, token)) and subject is None:  # "they're convinced that": no passive
        subject = next((t.i for t in children(sentence, token.i, "nsubj:pass")), None)
    if row.pos == "ADJ" and subject is None and has_label(token, "amod", "acl") and token.head < token.i:
        subject = token.head  # "companies willing to invest"
    nobody = subject is None or is_expletive(sentence, subject) or token.lemma in contents.SEEMING
    if subject is not None and is_relative_phrase(sentence, subject):  # "makes claims, the purpose of which is to show that"
        before = [t.i for t in sentence.tokens[:subject] if has_label(t, "nsubj") and t.head < subject]
        return before[-1] if before else None
    return None if nobody else subject


def _expletive_subject(sentence: Sentence, token: Token) -> bool:
    return bool(children(sentence, token.i, "nsubj", "nsubj:pass", "expl", "csubj"))


def _clear_of(content: tuple[Span, ...], source: Span | None) -> tuple[Span, ...]:
    """Cut the source off a content that ends in it ("X, the envoy wrote"), where the parser lost the subject."""
    if source is None:
        return content
    cut = [(start, source[0]) if start < source[0] < end else (start, end) for start, end in content]
    return tuple(span for span in cut if span[0] < span[1])


def _bare_passive(sentence: Sentence, token: Token) -> bool:
    """`Asked about the talks, the envoy left`: who asked stands nowhere."""
    participle = "VerbForm=Part" in token.morph and "Tense=Past" in token.morph and has_label(token, "advcl")
    return participle and not children(sentence, token.i, "nsubj", "aux", "obl:agent", "obj")


def source_span(sentence: Sentence, verb: int, subject: int | None) -> Span | None:
    """Return the words that name the source beside its cue: the relative pronoun where one stands for it."""
    if subject is None:
        return None
    for clause in dict.fromkeys((verb, clause_head(sentence, verb))):
        for child in children(sentence, clause, "nsubj"):
            if is_relative(child) and child.i != subject and child.text.lower() != "that":
                return child.start, child.end
            if child.i != subject and any(is_relative(t) for t in children(sentence, child.i, "nmod", "obl")):
                return noun_phrase(sentence, child.i)  # "both of whom"
    return noun_phrase(sentence, subject)


def _apart_from(span: Span | None, source: Span | None, content: tuple[Span, ...]) -> Span | None:
    """Return a medium that is neither the source itself nor a part of what is said."""
    if span is None or (source is not None and source[0] < span[1] and span[0] < source[1]):
        return None
    return span if not any(start < span[1] and span[0] < end for start, end in content) else None


def addressee_of(sentence: Sentence, token: Token, content: tuple[Span, ...]) -> Span | None:
    """Return to whom a verb says something: an object, or a noun behind "to"; none that stands in the content."""
    for child in children(sentence, token.i, "iobj", "obj", "obl", "obl:arg"):
        cases = {contents.normal_case(t.text) for t in children(sentence, child.i, "case")}
        marked = {"to", "à", "auprès", "devant"} | ({"on"} if token.lemma in ("call", "appeal") else set())
        spoken_to = has_label(child, "iobj", "obj") if not cases else bool(cases & marked)
        covered = any(start <= child.start < end for start, end in content) or is_relative(child)
        if spoken_to and not covered and child.pos in ("NOUN", "PROPN", "PRON") and child.text.lower() not in _NO_SOURCES:
            return noun_phrase(sentence, child.i)
    return _who_asked(sentence, token)


_ASKED = frozenset(("interroger", "interviewer", "questionner", "interview", "ask", "question"))


def _who_asked(sentence: Sentence, token: Token) -> Span | None:
    """`Interrogé par le journal, le ministre a dit que`: whoever asks is told."""
    for asked in children(sentence, token.i, "advcl", "acl"):
        if asked.lemma in _ASKED and "VerbForm=Part" in asked.morph:
            for agent in children(sentence, asked.i, "obl"):
                if any(t.text.lower() in ("by", "par") for t in children(sentence, agent.i, "case")):
                    return noun_phrase(sentence, agent.i)
    return None


def _special_object(sentence: Sentence, token: Token, cue: Cue, table: CueTable) -> Draft | None:
    """`drew attention to X`, `raised the topic of X`, `share the opinion`: frames that name their object."""
    for row, frames in cue.rows:
        nouns = {noun for frame in frames if frame.startswith("object:") for noun in frame[7:].split("+")}
        for child in children(sentence, token.i, "obj") if nouns else ():
            if child.lemma not in nouns:
                continue
            _, found = contents.prepositional(sentence, token, cue.prepositions())
            if not found:
                found = contents.any_object(sentence, token)
            if found:
                return verb_draft(sentence, token, row, found, "object", table)
    return None


def _prepositional(sentence: Sentence, token: Token, word: Token, cue: Cue, table: CueTable) -> Draft | None:
    """Return the draft of a cue whose content stands behind a preposition; it hangs on `word`, the cue or its second word."""
    wanted = cue.prepositions()
    case, found = contents.prepositional(sentence, word, wanted) if wanted else ("", ())
    row = cue.row_for("prep:" + case)
    return verb_draft(sentence, token, row, found, "preposition", table) if row is not None and found else None


# ---------------------------------------------------------------- nouns


def _noun(sentence: Sentence, token: Token, cue: Cue) -> Draft | None:
    """`Macron's statements about X`, `the claim that X`, `a promise to X`."""
    for child in children(sentence, token.i, "acl", "ccomp", "nmod", "advcl", "dep"):
        frame = contents.noun_frame(sentence, child) if child.i > token.i else ""
        if frame == "prep:on" and children(sentence, token.i, "case"):  # "in a statement on the website"
            continue
        row = cue.row_for(frame) if frame else None
        if row is None:
            continue
        skipped = {t.i for t in children(sentence, child.i, "case", "mark") if frame != "infinitive"}
        inside = [index for index in subtree(sentence, child.i) if index not in skipped]
        found = contents.content_spans(sentence, inside, {token.i})
        if found:
            return _noun_draft(sentence, token, row, found, told=frame == "clause")
    return None


def _noun_draft(sentence: Sentence, token: Token, row: CueRow, content: tuple[Span, ...], told: bool) -> Draft | None:
    """Return the draft of a noun; an attitude or topic needs an owner, but for "amid fears that ..." (`told`: a clause)."""
    owner = _owner(sentence, token, content)
    governor = sentence.tokens[token.head]
    if owner is None and row.group in ("attitude", "topic") and not (told and _circumstance(sentence, token)):
        return None
    if owner is not None and sentence.tokens[owner].pos in ("PRON", "DET"):
        subject = _own_subject(sentence, token)
        owner = owner if subject is None else subject
    lent = owner is not None and has_label(token, "obj", "xcomp", "obl") and has_label(governor, "acl") and owner < governor.i
    source = source_span(sentence, governor.i if lent else token.i, owner)
    return Draft(
        sentence=sentence.index, cue_token=token.i, row=row, source=source, source_token=owner,
        cue=(token.start, token.end), content=content, rule="noun", score=0.6 if source else 0.35, form=form_of(row),
    )  # fmt: skip


def _own_subject(sentence: Sentence, token: Token) -> int | None:
    """`Lee voiced her support for X`: the possessor is the subject of the verb that the noun completes."""
    governor = sentence.tokens[token.head]
    if governor.pos != "VERB" or not has_label(token, "obj", "obl"):
        return None
    if has_label(token, "obl") and children(sentence, governor.i, "obj"):
        return None
    subject = find_subject(sentence, governor.i)
    return subject if subject is not None and sentence.tokens[subject].pos in ("NOUN", "PROPN") else None


def _owner(sentence: Sentence, token: Token, content: tuple[Span, ...]) -> int | None:
    """Return whose statement a noun names: a possessor, a modifier, "by X", or the subject of its verb."""
    found = next(_beside_noun(sentence, token, content), None)
    governor = sentence.tokens[token.head]
    completes = has_label(token, "obj", "xcomp", "obl") and governor.pos in ("VERB", "AUX")
    if found is not None or not completes or _circumstance(sentence, token):
        return found
    return find_subject(sentence, governor.i)


def _beside_noun(sentence: Sentence, token: Token, content: tuple[Span, ...]) -> Iterator[int]:
    """Yield whom the phrase of a noun names as its owner, the surest first."""
    own = children(sentence, token.i, "nsubj")
    if own and own[0].i < token.i and not children(sentence, token.i, "cop"):  # "Lee claims that": a verb after all
        yield own[0].i
    yield from (t.i for t in children(sentence, token.i, "nmod:poss"))
    yield from (t.i for t in children(sentence, token.i, "det") if "Poss=Yes" in t.morph)
    for child in children(sentence, token.i, "nmod"):
        inside = any(start <= child.start < end for start, end in content)
        cases = {contents.normal_case(t.text) for t in children(sentence, child.i, "case")}
        if not inside and cases & _OWNERS:
            yield child.i
    for child in children(sentence, token.i, "compound", "amod"):
        if child.text[:1].isupper() or has_label(child, "compound"):
            yield child.i


def _circumstance(sentence: Sentence, token: Token) -> bool:
    """`Amid fears that ...`, `following reports of ...`: fears and reports of others, not of who acts."""
    return any(t.text.lower() in _CIRCUMSTANCES for t in children(sentence, token.i, "case"))


_CIRCUMSTANCES = frozenset(("amid", "amidst", "following", "after", "despite", "before", "since", "because", "given", "during"))
_CIRCUMSTANCES |= {"malgré", "après", "avant", "depuis", "suite"}
