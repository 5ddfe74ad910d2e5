"""Attribution by phrases: "according to X, ...", "in his opinion", French "pour X, ...", "aux yeux de X"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.attribution import contents
from dragoman.extract.attribution.cues import CueTable, phrases_in
from dragoman.extract.attribution.drafts import Draft
from dragoman.extract.attribution.phrases import noun_phrase, tight_span
from dragoman.extract.attribution.who_can_speak import SPEAKING, can_speak
from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.languages.rows import CueRow
from dragoman.records import Sentence, Span, Token

_OWNERS = frozenset(("by", "of", "from", "de", "par"))
_REACH = 14  # tokens behind "according to" in which the name of the source ends
_LONGEST_NAME = 4  # words
_FOR = "pour"
_WHAT = ("que", "qu'", "qu’")
_CLOSING = frozenset((",", ";", ":", ".", "(", ")", "!", "?"))
_STRESSED = frozenset(("lui", "elle", "eux", "elles", "moi", "nous"))


def phrase_drafts(sentence: Sentence, table: CueTable) -> Iterator[Draft]:
    """Yield the attributions by a phrase of the table and by a French viewpoint ("Pour Berlin, ...")."""
    for first, last, row in phrases_in(sentence, table):
        draft = _phrase(sentence, first, last, row, table)
        if draft is not None:
            yield draft
    draft = _viewpoint(sentence, table) if sentence.language == "fr" else None
    if draft is not None:
        yield draft
    yield from _for_whom(sentence, table)


def _for_whom(sentence: Sentence, table: CueTable) -> Iterator[Draft]:
    """`..., selon Ann Lee, pour qui le texte reste flou`: a relative clause that gives the view of whom it follows."""
    cue = table.words.get(("estimer" if sentence.language == "fr" else "believe", "VERB"))
    for case in sentence.tokens[2:-1]:
        who = sentence.tokens[case.i + 1]
        opened = (case.text.lower(), who.text.lower()) in _RELATIVE_VIEWS and sentence.tokens[case.i - 1].text == ","
        verb = sentence.tokens[who.head]
        head = _named_before(sentence, case.i - 2, table) if opened and verb.i > who.i and cue is not None else None
        if head is None or cue is None or _is_done_for(sentence, verb):
            continue
        found = contents.content_spans(sentence, (i for i in subtree(sentence, verb.i) if i > who.i))
        if found:
            yield Draft(
                sentence=sentence.index, cue_token=case.i, row=cue.rows[0][0], source=noun_phrase(sentence, head),
                source_token=head, cue=(case.start, who.end), content=found, rule="according-to", score=0.7,
                form="attitude",
            )  # fmt: skip


def _is_done_for(sentence: Sentence, verb: Token) -> bool:
    """`Ann Lee, pour qui la ville a bâti un pont`, `for whom they raised money`: a deed for somebody's good is no view."""
    if children(sentence, verb.i, "cop"):
        return False
    return sentence.language != "fr" or bool(children(sentence, verb.i, "aux:tense") and children(sentence, verb.i, "obj"))


_RELATIVE_VIEWS = frozenset((("pour", "qui"), ("for", "whom")))


def _named_before(sentence: Sentence, last: int, table: CueTable) -> int | None:
    """Return the head of the name or of the noun for somebody that ends at a token."""
    person = next((n for n in sentence.names if n.label == "PER" and n.first <= last < n.last), None)
    if person is not None:
        inside = range(person.first, person.last)
        return next((i for i in inside if sentence.tokens[i].head not in inside), person.first)
    noun = sentence.tokens[last]
    return last if noun.pos == "NOUN" and table.sources.get(noun.lemma) in SPEAKING else None


def _viewpoint(sentence: Sentence, table: CueTable) -> Draft | None:
    """`Pour Berlin, ...`, `Mais pour lui, ...`: at the start of a sentence, before a comma, whose view it is.

    Only persons, bodies and states have views; "pour la première fois" and "pour l'instant" are none.
    """
    first = next((t.i for t in sentence.tokens[:3] if t.pos not in ("CCONJ", "PUNCT")), 0)
    row = table.words.get(("estimer", "VERB"))
    if sentence.tokens[first].text.lower() != _FOR or row is None:
        return None
    words = _phrase_words(sentence, first, first + 1)
    if not words or not _has_views(sentence, words, table):
        return None
    follows = words[-1] + 1 < len(sentence.tokens) and sentence.tokens[words[-1] + 1].text == ","
    return _phrase(sentence, first, first + 1, row.rows[0][0], table) if follows else None


def _has_views(sentence: Sentence, words: list[int], table: CueTable) -> bool:
    head = sentence.tokens[_phrase_head(sentence, words)]
    if head.text.lower() in _STRESSED:
        return True
    return head.pos == "PROPN" or can_speak(sentence, head, table, "PER", "ORG", "LOC")


def _phrase(sentence: Sentence, first: int, last: int, row: CueRow, table: CueTable) -> Draft | None:
    """`According to X, ...`: X is the source, the rest of the clause the content."""
    told = _told_in_clause(sentence, last)
    words = list(range(last, _end_of_clause(sentence, last))) if told is not None else _phrase_words(sentence, first, last)
    if not words:
        return None
    head = told if told is not None else _whose_words(sentence, _phrase_head(sentence, words), table)
    phrase = set(range(first, last)) | set(words)
    if first > 0 and sentence.tokens[first - 1].text in ("("):
        phrase.add(first - 1)
    phrase |= _about_source(sentence, first, words) | _name_between_commas(sentence, head, words, table)
    found = contents.content_spans(sentence, _rest_of_clause(sentence, first, head, phrase), phrase)
    if not found:
        return None
    source = _source_span(sentence, head, words) if head == _phrase_head(sentence, words) else noun_phrase(sentence, head)
    return Draft(
        sentence=sentence.index, cue_token=first, row=row, source=source, source_token=head,
        cue=(sentence.tokens[first].start, sentence.tokens[last - 1].end), content=found, rule="according-to",
        score=0.85, form="statement",
    )  # fmt: skip


def _told_in_clause(sentence: Sentence, start: int) -> int | None:
    """`Selon ce qu'ont rapporté des témoins, ...`: the source is who told it, the subject of the clause behind "ce que"."""
    opened = [t.text.lower() for t in sentence.tokens[start : start + 2]]
    if len(opened) < 2 or opened[0] != "ce" or opened[1] not in _WHAT:
        return None
    clause = sentence.tokens[start + 2 : _end_of_clause(sentence, start)]
    verb = next((t for t in clause if t.pos == "VERB"), None)
    nouns = children(sentence, verb.i, "nsubj", "obj") if verb is not None else ()  # a late subject is taken for an object
    return next((t.i for t in nouns if t.i > start + 1 and t in clause), None)


def _end_of_clause(sentence: Sentence, start: int) -> int:
    return next((t.i for t in sentence.tokens[start:] if t.text in _CLOSING), len(sentence.tokens))


def _phrase_words(sentence: Sentence, first: int, last: int) -> list[int]:
    """Return the tokens of the source: up to a comma where no verb stands before it, else what the parse says."""
    tokens = sentence.tokens
    if last >= len(tokens):
        return []
    words: list[int] = []
    for index in range(last, min(len(tokens), last + _REACH)):
        if tokens[index].text in _CLOSING or "VerbForm=Fin" in tokens[index].morph:
            break
        words.append(index)
    closed = last + len(words) >= len(tokens) or tokens[last + len(words)].text in (",", ".", ";", ":", ")", "(")
    if words and closed:
        return words
    head = next((i for i in range(last, min(len(tokens), last + _REACH)) if _outside(sentence, i, last)), None)
    return [i for i in subtree(sentence, head) if i >= last] if head is not None else words


def _outside(sentence: Sentence, index: int, last: int) -> bool:
    token = sentence.tokens[index]
    return token.pos in ("NOUN", "PROPN", "PRON") and not last <= token.head < last + _REACH


_WHICH = frozenset(("qui", "dont", "lequel", "laquelle", "lesquels", "lesquelles", "who", "which", "whose", "où"))


def _about_source(sentence: Sentence, first: int, words: list[int]) -> set[int]:
    """`..., selon son porte-parole, Jean Petit, qui ...`: what describes the source is not said by it."""
    tokens = sentence.tokens
    if not words or words[-1] + 2 >= len(tokens) or tokens[words[-1] + 1].text != ",":
        return set()
    if first <= 1:
        return _clause_between_commas(sentence, words[-1] + 1)
    if tokens[words[-1] + 2].text.lower() in _WHICH:
        return set(range(words[-1] + 1, len(tokens)))
    name = next((n for n in sentence.names if n.first == words[-1] + 2 and n.label == "PER"), None)
    if name is None:
        return set()
    behind = tokens[name.last : name.last + 2]
    if len(behind) == 2 and behind[0].text == "," and behind[1].text.lower() in _WHICH:
        return set(range(words[-1] + 1, len(tokens)))
    return set(range(words[-1] + 1, name.last))


def _clause_between_commas(sentence: Sentence, comma: int) -> set[int]:
    """`Selon le ministre, qui parlait à Lima, la loi ...`: the tokens of a relative clause up to the comma that closes it."""
    tokens = sentence.tokens
    if not any(token.text.lower() in _WHICH for token in tokens[comma + 1 : comma + 3]):
        return set()
    verb = next((t.i for t in tokens[comma:] if "VerbForm=Fin" in t.morph), len(tokens))
    last = next((t.i for t in tokens[verb:] if t.text == ","), None)
    return set(range(comma, last + 1)) if last is not None else set()


def _name_between_commas(sentence: Sentence, head: int, words: list[int], table: CueTable) -> set[int]:
    """`Selon le ministre des Mines, Jean Petit, la loi ...`: capitalised words between commas name the person before them."""
    tokens, comma = sentence.tokens, words[-1] + 1
    single = "Number=Plur" not in tokens[head].morph and table.sources.get(tokens[head].lemma) in ("persons", "participants")
    if not single or comma >= len(tokens) or tokens[comma].text != ",":
        return set()
    last = comma + 1
    while last < len(tokens) and tokens[last].text[:1].isupper() and tokens[last].pos != "DET":
        last += 1
    named = 2 <= last - comma - 1 <= _LONGEST_NAME and last < len(tokens) and tokens[last].text == ","
    return set(range(comma, last)) if named else set()


def _phrase_head(sentence: Sentence, words: list[int]) -> int:
    """Return the noun of the source whose governor stands outside of it; a person's name in apposition goes first."""
    inside = set(words)
    named = [n.first for n in sentence.names if n.label == "PER" and n.first in inside and n.last - 1 in inside]
    if named:
        return next((i for i in range(named[0], words[-1] + 1) if sentence.tokens[i].head < named[0]), named[0])
    nouns = [i for i in words if sentence.tokens[i].pos in ("NOUN", "PROPN", "PRON", "NUM", "X")]
    return next((i for i in nouns if sentence.tokens[i].head not in inside), nouns[0] if nouns else words[0])


def _whose_words(sentence: Sentence, head: int, table: CueTable) -> int:
    """`according to information of the army`, `selon ses mots`: the source is whose words or figures they are."""
    if table.sources.get(sentence.tokens[head].lemma) != "words":
        return head
    for child in children(sentence, head, "nmod:poss", "nmod", "det"):
        cases = {contents.normal_case(t.text) for t in children(sentence, child.i, "case")}
        if has_label(child, "nmod:poss") or "Poss=Yes" in child.morph or cases & _OWNERS:
            return child.i
    return head


def _source_span(sentence: Sentence, head: int, words: list[int]) -> Span:
    inside = [index for index in words if not has_label(sentence.tokens[index], "punct")]
    return tight_span(sentence, inside) if inside else noun_phrase(sentence, head)


def _rest_of_clause(sentence: Sentence, first: int, head: int, phrase: set[int]) -> list[int]:
    governor = head
    while governor in phrase and sentence.tokens[governor].head != governor:
        governor = sentence.tokens[governor].head
    everything = [t.i for t in sentence.tokens if t.i not in phrase]
    if governor in phrase or first <= 1:
        return everything
    inside = [index for index in subtree(sentence, _clause_head(sentence, governor)) if index not in phrase]
    return inside or everything


def _clause_head(sentence: Sentence, index: int) -> int:
    while True:
        token = sentence.tokens[index]
        if token.head == index or has_label(token, "ccomp", "acl", "parataxis"):
            return index
        index = token.head


def opinion_draft(sentence: Sentence, token: Token, table: CueTable) -> Draft | None:
    """`In his opinion, ...`, `à son avis`."""
    row = table.possessives.get(token.lemma)
    cases = {contents.normal_case(t.text) for t in children(sentence, token.i, "case")}
    if row is None or not cases & {"in", "à", "selon", "to"} or has_label(token, "nsubj", "obj"):
        return None
    owner = next(_possessors(sentence, token), None)
    if owner is None:
        return None
    phrase = set(subtree(sentence, token.i))
    if "apart" in row.needs.split("|") and not _stands_apart(sentence, phrase):
        return None
    found = contents.content_spans(sentence, _rest_of_clause(sentence, min(phrase), token.i, phrase), phrase)
    if not found:
        return None
    return Draft(
        sentence=sentence.index, cue_token=token.i, row=row, source=noun_phrase(sentence, owner), source_token=owner,
        cue=tight_span(sentence, phrase), content=found, rule="opinion", score=0.75,
    )  # fmt: skip


def _stands_apart(sentence: Sentence, phrase: set[int]) -> bool:
    """`In her eyes, the war is lost`: a phrase with a comma behind it that opens a sentence or stands between commas."""
    inside = [index for index in phrase if not has_label(sentence.tokens[index], "punct")]
    first, last = min(inside), max(inside)
    opens = first == 0 or sentence.tokens[first - 1].text in (",", ";", ":", "«", "“", '"')
    return opens and [t.text for t in sentence.tokens[last + 1 : last + 2]] == [","]


def _possessors(sentence: Sentence, token: Token) -> Iterator[int]:
    for child in children(sentence, token.i, "nmod:poss", "det", "nmod"):
        if child.dep == "nmod:poss" or "Poss=Yes" in child.morph or has_label(child, "nmod"):
            yield child.i
