"""Attribution: which words of a sentence are the source of something said, which the cue, and which the content.

Rules over the dependency parse, each for one frame of a cue word (the `needs` of its row): a finite clause, an
infinitive, a noun phrase, a predicate ("called X Y"), a prepositional phrase, a parenthesis, "according to". They follow
the order of content rules that PolNeAR's annotation suggests (Newell, Margolin and Ruths 2018) and were measured on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.extract.cues import Cue, CueTable, phrases_in
from dragoman.extract.tree import children, has_label, subtree
from dragoman.languages.rows import CueRow
from dragoman.records import Sentence, Span, Token

_PUNCTUATION = " \t\r\n\u00a0,;:–—-"
_QUOTES = "\"'“”„‟″«»‹›‘’`"
_RELATIVES = {"who", "which", "that", "whom", "qui", "lequel", "laquelle", "lesquels", "lesquelles"}
_THAT = {"that", "que", "qu'", "qu’"}
_AS = {"as", "comme", "ainsi", "like"}


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution as a rule found it. `cue_token` and `source_token` index the tokens of its sentence."""

    sentence: int
    cue_token: int
    row: CueRow | None
    source: Span | None
    source_token: int | None
    cue: Span | None
    content: tuple[Span, ...]
    rule: str
    score: float
    form: str = "statement"
    addressee: Span | None = None
    medium: Span | None = None


_FORMS = {"attitude": "attitude", "topic": "topic"}


def form_of(row: CueRow) -> str:
    """Return the form of statement that a cue makes."""
    return _FORMS.get(row.group, "statement")


# ---------------------------------------------------------------- source, cue


def noun_phrase(sentence: Sentence, head: int) -> Span:
    """Return the span of a noun phrase without relative clauses, appositions behind a comma and quotes around it."""
    kept = [head]
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        if has_label(token, "acl", "parataxis", "punct", "advcl", "dep", "cop", "ccomp", "mark"):
            continue
        if has_label(token, "case") and child < head:  # "by the minister": the preposition is no part of the name
            continue
        if has_label(token, "appos") and _comma_between(sentence, head, child):
            continue
        if has_label(token, "conj") and _starts_clause(sentence, child):
            continue
        if has_label(token, "nmod", "obl") and _comma_between(sentence, head, child):
            continue
        if not has_label(token, "cc") or any(c > child for c in _conjuncts_of(sentence, head)):
            kept += subtree(sentence, child)
    return _span(sentence, kept)


def _conjuncts_of(sentence: Sentence, head: int) -> list[int]:
    return [token.i for token in children(sentence, head, "conj") if not _starts_clause(sentence, token.i)]


def _starts_clause(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].pos in ("VERB", "AUX") or bool(children(sentence, index, "nsubj", "cop"))


def _comma_between(sentence: Sentence, left: int, right: int) -> bool:
    low, high = sorted((left, right))
    return any(token.text in (",", "(", "-", "–", "—") for token in sentence.tokens[low:high])


def _span(sentence: Sentence, indices: Iterable[int]) -> Span:
    kept = sorted(indices)
    while len(kept) > 1 and sentence.tokens[kept[0]].pos == "PUNCT":
        kept = kept[1:]
    while len(kept) > 1 and sentence.tokens[kept[-1]].pos == "PUNCT":
        kept = kept[:-1]
    return sentence.tokens[kept[0]].start, sentence.tokens[kept[-1]].end


def find_subject(sentence: Sentence, verb: int) -> tuple[int | None, bool]:
    """Return the token that does what a verb says, and whether it stands under another word of the sentence.

    Passives give their agent. Without a subject of its own, a verb takes that of the verb it is coordinated with, of the
    clause that it modifies (participles, infinitives), or the noun that it describes.
    """
    current, inherited = verb, False
    for _ in range(8):
        token = sentence.tokens[current]
        own = _own_subject(sentence, current, passive=current == verb)
        if own is not None:
            return _antecedent(sentence, own, current), inherited
        if current == verb and children(sentence, current, "nsubj:pass", "aux:pass"):
            return None, False
        if token.head == current:
            return None, False
        if has_label(token, "acl"):
            return token.head, True
        if not has_label(token, "conj", "xcomp", "advcl", "parataxis", "ccomp", "dep"):
            return None, False
        if has_label(token, "ccomp") and current != verb:
            return None, False
        current, inherited = token.head, True
    return None, False


def _own_subject(sentence: Sentence, verb: int, passive: bool) -> int | None:
    agents = [t.i for t in children(sentence, verb, "obl:agent")]
    if passive and agents and children(sentence, verb, "nsubj:pass", "aux:pass"):
        return agents[0]
    if passive and agents and "VerbForm=Part" in sentence.tokens[verb].morph:
        return agents[0]
    subjects = [t for t in children(sentence, verb, "nsubj") if t.dep != "nsubj:pass"]
    if not subjects and not passive:
        subjects = list(children(sentence, verb, "nsubj:pass"))
    if subjects:
        near = min(subjects, key=lambda t: (abs(t.i - verb), t.i))
        return near.i
    return None


def _antecedent(sentence: Sentence, subject: int, verb: int) -> int:
    """Return the noun that a relative pronoun stands for."""
    token = sentence.tokens[verb]
    if sentence.tokens[subject].text.lower() in _RELATIVES and has_label(token, "acl"):
        return token.head
    return subject


def cue_span(sentence: Sentence, verb: int) -> Span:
    """Return a verb with its auxiliaries, negation and particle where they stand together."""
    first = last = verb
    near = {t.i for t in children(sentence, verb, "aux", "cop", "advmod", "compound:prt", "expl", "case")}
    while first - 1 in near and not has_label(sentence.tokens[first - 1], "case"):
        first -= 1
    while last + 1 in near and has_label(sentence.tokens[last + 1], "compound:prt"):
        last += 1
    return sentence.tokens[first].start, sentence.tokens[last].end


# ---------------------------------------------------------------- content


def content_spans(text: str, sentence: Sentence, inside: Iterable[int], outside: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans from the first to the last of some tokens, cut where the words of the cue stand in between."""
    wanted, cut = sorted(set(inside)), set(outside)
    runs: list[list[int]] = []
    for index in range(wanted[0], wanted[-1] + 1) if wanted else ():
        if index in cut:
            runs.append([])
        elif not runs:
            runs.append([index])
        else:
            runs[-1].append(index)
    spans = (_content_span(text, sentence, run) for run in runs if run)
    return tuple(span for span in spans if span is not None)


def _content_span(text: str, sentence: Sentence, run: Sequence[int]) -> Span | None:
    kept = list(run)
    while kept and (sentence.tokens[kept[0]].text in ",;:-–—" or _introduces(sentence, kept[0])):
        kept = kept[1:]
    while kept and sentence.tokens[kept[-1]].text in ".,;:-–—":
        kept = kept[:-1]
    if not kept:
        return None
    start, end = sentence.tokens[kept[0]].start, sentence.tokens[kept[-1]].end
    if not any(character.isalnum() for character in text[start:end]):
        return None
    return start, end


def _introduces(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.text.lower() in _THAT and has_label(token, "mark")


def _frame_tokens(sentence: Sentence, verb: int, content: Iterable[int]) -> set[int]:
    return set(subtree(sentence, verb)) - set(content)


class SentenceReader:
    """Reads the attributions of one sentence. `used` are the cue tokens that a quotation has claimed."""

    def __init__(self, text: str, sentence: Sentence, table: CueTable, used: frozenset[int] = frozenset()) -> None:
        self.text = text
        self.sentence = sentence
        self.table = table
        self.used = used

    def drafts(self) -> Iterator[Draft]:
        """Yield the attributions of the sentence."""
        for first, last, row in phrases_in(self.sentence, self.table):
            draft = self._phrase(first, last, row)
            if draft is not None:
                yield draft
        for token in self.sentence.tokens:
            cue = self.table.cue(token)
            if token.lemma in self.table.possessives and token.pos == "NOUN":
                draft = self._opinion(token)
                if draft is not None:
                    yield draft
                    continue
            if cue is None or token.i in self.used:
                continue
            draft = self._noun(token, cue) if token.pos == "NOUN" else self._verb(token, cue)
            if draft is not None:
                yield draft

    # ------------------------------------------------------------ verbs and adjectives

    def _verb(self, token: Token, cue: Cue) -> Draft | None:
        for frame, find in (
            ("clause", self._clause),
            ("predicate", self._predicate),
            ("infinitive", self._infinitive),
            ("object", self._object),
            ("bare-object", self._bare_object),
        ):
            row = cue.row_for(frame)
            if row is None:
                continue
            content = find(token)
            if content:
                return self._draft(token, row, content, frame)
        return self._prepositional(token, cue)

    def _draft(self, token: Token, row: CueRow, content: tuple[Span, ...], rule: str) -> Draft | None:
        subject, _ = find_subject(self.sentence, token.i)
        if subject is not None and self._expletive(subject):
            subject = None
        source = noun_phrase(self.sentence, subject) if subject is not None else None
        if source is not None and any(start <= source[0] < end for start, end in content):
            source, subject = None, None
        return Draft(
            sentence=self.sentence.index, cue_token=token.i, row=row, source=source, source_token=subject,
            cue=cue_span(self.sentence, token.i), content=content, rule=rule, score=0.8 if source else 0.5,
            form=form_of(row), addressee=self._addressee(token), medium=None,
        )  # fmt: skip

    def _expletive(self, subject: int) -> bool:
        token = self.sentence.tokens[subject]
        return token.dep.startswith("expl") or token.text.lower() in ("there",)

    def _addressee(self, token: Token) -> Span | None:
        for child in children(self.sentence, token.i, "iobj"):
            return noun_phrase(self.sentence, child.i)
        if token.lemma in ("tell", "remind", "assure", "inform", "urge", "ask", "warn", "advise"):
            for child in children(self.sentence, token.i, "obj"):
                return noun_phrase(self.sentence, child.i)
        return None

    def _clause(self, token: Token) -> tuple[Span, ...]:
        for child in children(self.sentence, token.i, "ccomp"):
            inside = subtree(self.sentence, child.i)
            found = content_spans(self.text, self.sentence, inside, _frame_tokens(self.sentence, token.i, inside))
            if found:
                return found
        return self._parenthesis(token)

    def _parenthesis(self, token: Token) -> tuple[Span, ...]:
        """`Russia, he said, offers ...` and `As he said, ...`: the clause around the cue is the content."""
        if token.head == token.i or not has_label(token, "parataxis", "advcl", "ccomp", "dep"):
            return ()
        marks = {t.text.lower() for t in children(self.sentence, token.i, "mark", "advmod", "case")}
        if has_label(token, "advcl", "ccomp") and not marks & _AS:
            return ()
        if not (children(self.sentence, token.i, "nsubj", "obl:agent") or marks & _AS):
            return ()
        inside = set(subtree(self.sentence, token.head)) - set(subtree(self.sentence, token.i))
        return content_spans(self.text, self.sentence, inside, subtree(self.sentence, token.i))

    def _infinitive(self, token: Token) -> tuple[Span, ...]:
        for child in children(self.sentence, token.i, "xcomp", "ccomp", "advcl"):
            if not self._is_infinitive(child):
                continue
            inside = subtree(self.sentence, child.i)
            found = content_spans(self.text, self.sentence, inside, _frame_tokens(self.sentence, token.i, inside))
            if found:
                passive = [t for t in children(self.sentence, token.i, "nsubj:pass")]
                return tuple(noun_phrase(self.sentence, t.i) for t in passive) + found
        return ()

    def _is_infinitive(self, token: Token) -> bool:
        if "VerbForm=Inf" in token.morph:
            return True
        return any(t.text.lower() == "to" for t in children(self.sentence, token.i, "mark"))

    def _object(self, token: Token) -> tuple[Span, ...]:
        for child in (*children(self.sentence, token.i, "obj"), *children(self.sentence, token.i, "nsubj:pass")):
            if child.text.lower() in _RELATIVES and has_label(token, "acl"):
                return (noun_phrase(self.sentence, token.head),)
            inside = subtree(self.sentence, child.i)
            if child.dep == "obj":
                inside = self._with_complements(token, child, inside)
            return content_spans(self.text, self.sentence, inside, {token.i})
        return ()

    def _with_complements(self, token: Token, obj: Token, inside: tuple[int, ...]) -> tuple[int, ...]:
        """`criticised X for doing Y`: what follows the object belongs to the content, except when and where."""
        added = list(inside)
        for child in children(self.sentence, token.i, "obl", "advcl", "xcomp"):
            cases = {t.text.lower() for t in children(self.sentence, child.i, "case", "mark")}
            if child.i > obj.i and cases & {"for", "of", "as", "from", "to", "pour", "de", "d'", "comme"}:
                added += subtree(self.sentence, child.i)
        return tuple(sorted(added))

    def _bare_object(self, token: Token) -> tuple[Span, ...]:
        for child in children(self.sentence, token.i, "obj"):
            if child.pos in ("PRON", "DET") and child.text.lower() not in _RELATIVES:
                return ((child.start, child.end),)
        return ()

    def _predicate(self, token: Token) -> tuple[Span, ...]:
        inside: list[int] = []
        said = False
        for child in children(self.sentence, token.i, "obj", "xcomp", "obl", "advcl", "ccomp", "nsubj:pass", "obl:arg"):
            cases = {t.text.lower() for t in children(self.sentence, child.i, "case", "mark")}
            if has_label(child, "obj", "nsubj:pass"):
                inside += subtree(self.sentence, child.i)
            elif (has_label(child, "xcomp") and not self._is_infinitive(child)) or cases & {"as", "de", "comme", "d'"}:
                inside += subtree(self.sentence, child.i)
                said = True
            elif has_label(child, "ccomp") and not self._is_infinitive(child):
                inside += subtree(self.sentence, child.i)
                said = True
        return content_spans(self.text, self.sentence, inside, {token.i}) if said else ()

    def _prepositional(self, token: Token, cue: Cue) -> Draft | None:
        wanted = cue.prepositions()
        if not wanted:
            return None
        for child in children(self.sentence, token.i, "obl", "nmod", "advcl", "acl", "obj", "xcomp"):
            cases = [t.text.lower() for t in children(self.sentence, child.i, "case", "mark")]
            case = next((word for word in cases if word in wanted or _FRENCH_CASES.get(word) in wanted), None)
            if case is None or child.i < token.i:
                continue
            row = cue.row_for("prep:" + case) or cue.row_for("prep:" + _FRENCH_CASES.get(case, case))
            skipped = {t.i for t in children(self.sentence, child.i, "case", "mark")}
            inside = [index for index in subtree(self.sentence, child.i) if index not in skipped]
            content = content_spans(self.text, self.sentence, inside, {token.i})
            if row is not None and content:
                return self._draft(token, row, content, "preposition")
        return None

    # ------------------------------------------------------------ nouns

    def _noun(self, token: Token, cue: Cue) -> Draft | None:
        """`Macron's statements about X`, `the claim that X`, `a promise to X`."""
        for child in children(self.sentence, token.i, "acl", "ccomp", "nmod", "advcl", "dep"):
            if child.i < token.i:
                continue
            frame = self._noun_frame(child)
            row = cue.row_for(frame) if frame else None
            if row is None:
                continue
            skipped = {
                t.i for t in children(self.sentence, child.i, "case", "mark") if frame != "infinitive"
            }
            inside = [index for index in subtree(self.sentence, child.i) if index not in skipped]
            content = content_spans(self.text, self.sentence, inside, {token.i})
            if content:
                return self._noun_draft(token, row, content)
        return None

    def _noun_frame(self, child: Token) -> str:
        marks = [t.text.lower() for t in children(self.sentence, child.i, "case", "mark")]
        if has_label(child, "nmod"):
            return "prep:" + _FRENCH_CASES.get(marks[0], marks[0]) if marks else ""
        if self._is_infinitive(child):
            return "infinitive"
        if set(marks) & _THAT:
            return "clause"
        return "prep:" + marks[0] if marks else ""

    def _noun_draft(self, token: Token, row: CueRow, content: tuple[Span, ...]) -> Draft | None:
        owner = self._owner(token, content)
        if owner is None and row.group == "attitude":
            return None
        source = noun_phrase(self.sentence, owner) if owner is not None else None
        return Draft(
            sentence=self.sentence.index, cue_token=token.i, row=row, source=source, source_token=owner,
            cue=(token.start, token.end), content=content, rule="noun", score=0.6 if source else 0.35,
            form=form_of(row),
        )  # fmt: skip

    def _owner(self, token: Token, content: tuple[Span, ...]) -> int | None:
        for child in children(self.sentence, token.i, "nmod:poss"):
            return child.i
        for child in children(self.sentence, token.i, "compound", "amod"):
            if child.pos == "PROPN" or (child.pos == "ADJ" and child.text[:1].isupper()):
                return child.i
        for child in children(self.sentence, token.i, "nmod"):
            inside = any(start <= child.start < end for start, end in content)
            cases = {t.text.lower() for t in children(self.sentence, child.i, "case")}
            if not inside and cases & {"by", "of", "from", "de", "du", "des", "d'", "par"}:
                return child.i
        governor = self.sentence.tokens[token.head]
        if has_label(token, "obj", "xcomp", "obl") and governor.pos in ("VERB", "AUX"):
            return find_subject(self.sentence, governor.i)[0]
        return None

    # ------------------------------------------------------------ phrases

    def _phrase(self, first: int, last: int, row: CueRow) -> Draft | None:
        """`According to X, ...`: X is the source, the rest of the clause the content."""
        if last >= len(self.sentence.tokens):
            return None
        head = self._phrase_head(first, last)
        if head is None:
            return None
        phrase = set(range(first, last)) | set(subtree(self.sentence, head))
        inside = self._rest_of_clause(first, head, phrase)
        content = content_spans(self.text, self.sentence, inside, phrase)
        if not content:
            return None
        return Draft(
            sentence=self.sentence.index, cue_token=first, row=row, source=noun_phrase(self.sentence, head),
            source_token=head, cue=(self.sentence.tokens[first].start, self.sentence.tokens[last - 1].end),
            content=content, rule="according-to", score=0.85, form=form_of(row),
        )  # fmt: skip

    def _phrase_head(self, first: int, last: int) -> int | None:
        """Return the noun that the phrase governs: the first whose governor stands outside of its own words."""
        index = last
        while index < len(self.sentence.tokens) and index < last + 12:
            token = self.sentence.tokens[index]
            if token.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "DET") and token.head < first:
                return index
            if token.pos in ("NOUN", "PROPN", "PRON") and not last <= token.head < last + 12:
                return index
            index += 1
        return next(
            (t.i for t in self.sentence.tokens[last : last + 12] if t.pos in ("NOUN", "PROPN", "PRON")), None
        )

    def _rest_of_clause(self, first: int, head: int, phrase: set[int]) -> list[int]:
        governor = head
        while governor in phrase and self.sentence.tokens[governor].head != governor:
            governor = self.sentence.tokens[governor].head
        everything = [t.i for t in self.sentence.tokens if t.i not in phrase]
        if governor in phrase or first == 0:
            return everything
        clause = self._clause_head(governor)
        inside = [index for index in subtree(self.sentence, clause) if index not in phrase]
        return inside or everything

    def _clause_head(self, index: int) -> int:
        while True:
            token = self.sentence.tokens[index]
            if token.head == index or has_label(token, "ccomp", "acl", "parataxis"):
                return index
            index = token.head

    def _opinion(self, token: Token) -> Draft | None:
        """`In his opinion, ...`, `à son avis`."""
        cases = {t.text.lower() for t in children(self.sentence, token.i, "case")}
        owners = children(self.sentence, token.i, "nmod:poss") or children(self.sentence, token.i, "det")
        owners = tuple(t for t in owners if t.dep == "nmod:poss" or "Poss=Yes" in t.morph)
        if not cases & {"in", "à", "selon"} or not owners or has_label(token, "nsubj", "obj"):
            return None
        phrase = set(subtree(self.sentence, token.i))
        inside = self._rest_of_clause(min(phrase), token.i, phrase)
        content = content_spans(self.text, self.sentence, inside, phrase)
        if not content:
            return None
        return Draft(
            sentence=self.sentence.index, cue_token=token.i, row=self.table.possessives[token.lemma],
            source=(owners[0].start, owners[0].end), source_token=owners[0].i, cue=_span(self.sentence, phrase),
            content=content, rule="opinion", score=0.75, form="statement",
        )  # fmt: skip


_FRENCH_CASES = {"aux": "à", "au": "à", "du": "de", "des": "de", "d'": "de", "upon": "on"}


def with_content(draft: Draft, content: tuple[Span, ...], rule: str) -> Draft:
    """Return a draft with other content."""
    return replace(draft, content=content, rule=rule)
