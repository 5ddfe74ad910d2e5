"""Sentences with tokens and a parse in Universal Dependencies, the same shape in every language.

The English model speaks ClearNLP labels; `_to_universal` rewrites them (prepositions become `case` marks of their noun,
"be" becomes `cop` of its predicate), so that every later stage reads one kind of tree. Offsets always count in
`Document.text`: what the parser sees is a copy of equal length with quotes, dashes and control characters made plain
(the French model takes typographic quotes for names: measured in 2026 on a French news text, persons right 15 of 16 with
them, 16 of 16 without). Where a sentence may begin is limited before parsing: the French model breaks one in ten after a
name or before a comma (measured in 2026 on 361 sentences).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.extract.parse.english_tree import EnglishWords, compile_english_words, leading_names, mend_english
from dragoman.extract.parse.french_forms import VerbForms, compile_verb_forms
from dragoman.extract.parse.french_reports import make_verb_forms, mend_reports
from dragoman.extract.parse.french_tree import Words, mend
from dragoman.extract.parse.french_verbs import mend_verbs
from dragoman.extract.parse.shared_subjects import mend_subjects
from dragoman.extract.parse.shared_times import join_by_time
from dragoman.kit import Kit
from dragoman.languages.load import READ_LANGUAGES
from dragoman.records import Block, Document, Name, Sentence, Token

Forms = tuple[dict[str, str], VerbForms]  # the French forms of verbs of saying, and of all verbs in the tables
_WELL_KNOWN = "clinton"  # a surname that the English model knows for one whatever stands around it

if TYPE_CHECKING:
    from spacy.language import Language as Model
    from spacy.tokens import Doc
    from spacy.tokens import Token as ModelToken

READ_KINDS = ("body", "dek", "subhead", "headline")
_CHUNK = 4_000  # characters given to the parser at once; longer paragraphs are cut at a sentence end or blank

_PLAIN = {ord(glyph): "'" for glyph in "’‘‛ʼ´`"}
_PLAIN |= {ord(glyph): '"' for glyph in "“”„‟«»‹›″"}
_PLAIN |= {ord(glyph): "-" for glyph in "‐‑‒–―−"}
_PLAIN |= {ord(glyph): " " for glyph in "\u00a0\u202f\u2007\u2009\u200a\t\r\n\u2028\u2029\x0b\x0c\x85"}
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def plain(text: str) -> str:
    """Return a copy of equal length with typographic quotes, dashes, blanks and control characters made plain."""
    return _INVISIBLE.sub(" ", text.translate(_PLAIN))


# Print in Slavic languages sets a dash between the comma and the attribution: `"We agree", - said the envoy`, `"..."- said`.
_SET_OFF = re.compile(r'(?:(?<=,)|(?<=[,.!?]")) ?- (?= *[^\W\d_A-ZÀ-Þ])|(?<=")- (?= *[^\W\d_A-ZÀ-Þ])')


def without_set_off(text: str) -> str:
    """Return a plain copy with blanks for the dashes before attributions: `"We agree",   said` is what parsers have seen."""
    return _SET_OFF.sub(lambda dash: " " * len(dash.group()), text)


def split_sentences(document: Document, blocks: Sequence[Block], kit: Kit) -> tuple[Sentence, ...]:
    """Split the readable blocks into sentences with tokens, lemmas, parse and model names.

    A document in a language that is not read gives no sentences.
    """
    if document.language not in READ_LANGUAGES:
        return ()
    chunks = [
        (index, start, end)
        for index, block in enumerate(blocks)
        if block.kind in READ_KINDS
        for start, end in _chunks(document.text, block.start, block.end)
    ]
    model = kit.model(document.language)
    english = kit.compiled(compile_english_words) if document.language == "en" else None
    docs = (_bounded(model, document.text[start:end], english) for _, start, end in chunks)
    parsed = model.pipe(docs, batch_size=64)
    french = document.language == "fr"
    forms = (kit.compiled(make_verb_forms, "fr"), kit.compiled(compile_verb_forms, "fr")) if french else None
    sentences: list[Sentence] = []
    for (index, start, _), doc in zip(chunks, parsed, strict=True):
        sentences += _read_parse(doc, start, index, blocks[index], document.language, len(sentences), forms, english)
    return tuple(sentences)


_CUT = re.compile(r"[.!?]['\")\]»”’]*\s+")


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a block without outer blanks, cut to at most `_CHUNK` characters; its line ends are a mailer's, not a writer's."""
    left, right = start, end
    while right - left > _CHUNK:
        cut = max((m.end() for m in _CUT.finditer(text, left, left + _CHUNK)), default=0)
        if cut <= left:
            cut = max(text.rfind(" ", left + 1, left + _CHUNK), 0) or left + _CHUNK
        yield from _stripped(text, left, cut)
        left = cut
    yield from _stripped(text, left, right)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


_FINAL = frozenset(".!?…;:-|*•")
_CLOSING = frozenset("\"')]}")
_MOST_CLOSING = 6  # quotes, brackets and blanks between a final mark and the next sentence
_TITLE = re.compile(  # abbreviations that stand before a name, and initials: their stop ends no sentence
    r"[A-Z]|MM?|Mr|Mrs|Ms|Mmes?|Mlle|Mgr|Drs?|Pr|Prof|[Gg][ée]n|Col|Capt|Cdt|Cne|Lt|Sgt|Adm|Amb|Sen|Gov|Hon|Rev|Ste?|[Nn]°"
)


def _bounded(model: Model, text: str, english: EnglishWords | None) -> Doc:
    """Forbid the parser to begin a sentence where none can begin, and at a closing quote; elsewhere it stays free.

    To the English model, a leader's surname at the beginning of a sentence is presented as a surname that it knows.
    """
    doc = model.make_doc(without_set_off(plain(text)))
    tokens = list(doc)
    words = [token.text for token in tokens]
    glyphs = [text[token.idx] for token in tokens]
    for index in range(1, len(tokens)):
        if glyphs[index] in "»”" or glyphs[index - 1] in "«“" or not _may_begin(tokens, words, index):
            tokens[index].is_sent_start = False
        elif index > 1 and glyphs[index - 1] in "»”" and words[index - 2] in (".", "!", "?"):
            tokens[index].is_sent_start = True  # the model takes the closing quote for the first word
    leaders = leading_names(words, english) if english is not None else []
    for index in leaders:
        tokens[index].norm_ = _WELL_KNOWN
    doc.user_data["leaders"] = frozenset(leaders)
    return doc


def _may_begin(tokens: Sequence[ModelToken], words: Sequence[str], index: int) -> bool:
    """Tell whether a sentence may begin at a token: no small letter or comma there, a final mark before it."""
    first = words[index][0]
    if tokens[index].is_space or first.islower() or first in ",;:.!?…)]}%":
        return False
    before = index - 1
    while before > max(0, index - _MOST_CLOSING) and (tokens[before].is_space or words[before] in _CLOSING):
        before -= 1
    last = words[before]
    if last[-1] not in _FINAL:
        return first == "-" and words[index - 1] == ")"  # "(Agency) - The president"
    if last[-1] == "-":
        return bool(tokens[before].whitespace_) and last == "-"
    return not (last[-1] == "." and _is_abbreviated(words, before))


def _is_abbreviated(words: Sequence[str], stop: int) -> bool:
    """Tell whether a full stop belongs to a title or initial before a name ("Gen. X", "John F. Kennedy")."""
    word = words[stop][:-1] or (words[stop - 1] if stop else "")
    return _TITLE.fullmatch(word) is not None


_LABELS = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
_LABELS |= {"NORP": "MISC", "EVENT": "MISC", "LAW": "MISC", "MISC": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC"}


def _read_parse(
    doc: Doc, offset: int, block_index: int, block: Block, language: str, first: int, forms: Forms | None,
    english: EnglishWords | None,
) -> Iterator[Sentence]:  # fmt: skip
    """Turn one parsed chunk into sentence records."""
    number = first
    for span in doc.sents:
        kept = [token for token in span if not token.is_space]
        if not kept:
            continue
        position = {token.i: index for index, token in enumerate(kept)}
        words = _words(kept, position, language, forms, english)
        tokens = tuple(
            Token(
                i=index,
                start=offset + token.idx,
                end=offset + token.idx + len(token),
                text=token.text,
                lemma=words.lemmas[index],
                pos=words.pos[index],
                morph=words.morphs[index],
                dep=words.deps[index],
                head=words.heads[index],
            )
            for index, token in enumerate(kept)
        )
        names = tuple(
            Name(first=position[inside[0].i], last=position[inside[-1].i] + 1, label=_LABELS[entity.label_])
            for entity in span.ents
            if entity.label_ in _LABELS and (inside := [token for token in entity if token.i in position])
        )
        if english is not None:
            names = _with_leaders(names, [position[token.i] for token in kept if token.i in doc.user_data["leaders"]], words)
        yield Sentence(
            index=number,
            start=tokens[0].start,
            end=tokens[-1].end,
            block=block_index,
            kind=block.kind,
            language=language,
            tokens=tokens,
            children=_children(words.heads),
            names=names,
        )
        number += 1


def _with_leaders(names: tuple[Name, ...], leaders: Sequence[int], words: Words) -> tuple[Name, ...]:
    """Make each leader's surname a person, also where the model has it, with the verb behind it, in another name."""
    for index in leaders:
        over = [name for name in names if name.first <= index < name.last]
        if not over or any(words.pos[i] == "VERB" for name in over for i in range(name.first, name.last)):
            kept = (name for name in names if name not in over)
            names = tuple(sorted((*kept, Name(first=index, last=index + 1, label="PER")), key=lambda name: name.first))
    return names


def _words(
    kept: Sequence[ModelToken], position: dict[int, int], language: str, forms: Forms | None, english: EnglishWords | None
) -> Words:
    """Return the words of a sentence with the parse in Universal Dependencies, mended where the language needs it."""
    heads, deps = _tree(kept, position, universal=language != "en")
    words = Words(
        texts=[token.text for token in kept],
        pos=[token.pos_ for token in kept],
        lemmas=[token.lemma_.lower() or token.lower_ for token in kept],
        morphs=[str(token.morph) for token in kept],
        heads=heads,
        deps=deps,
    )
    if forms is not None:
        mend_verbs(words, forms[1])
        mend_reports(words, forms[0])
        mend(words, forms[1])
    if english is not None:
        _objects_taken_for_predicates(words, kept)
        leaders = [position[token.i] for token in kept if token.i in kept[0].doc.user_data["leaders"]]
        mend_english(words, leaders, english)
    if forms is not None or english is not None:
        mend_subjects(words)
        join_by_time(words)
    return words


def _objects_taken_for_predicates(words: Words, kept: Sequence[ModelToken]) -> None:
    """Make a name that is labelled as what the object is called, where there is no object, the object ("called Putin")."""
    for index, token in enumerate(kept):
        verb = words.heads[index]
        if token.dep_ != "oprd" or words.pos[index] != "PROPN" or words.pos[verb] != "VERB" or words.has(verb, "obj"):
            continue
        if not any(words.deps[child] in ("aux:pass", "nsubj:pass") for child in words.children(verb)):
            words.deps[index] = "obj"


def _children(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    children: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    return tuple(map(tuple, children))


def _tree(kept: Sequence[ModelToken], position: dict[int, int], universal: bool) -> tuple[list[int], list[str]]:
    """Return the head index and label of every kept token."""
    heads = []
    for index, token in enumerate(kept):
        head = token.head
        while head.i not in position and head.head.i != head.i:
            head = head.head
        heads.append(position.get(head.i, index))
    deps = [token.dep_ for token in kept]
    for index, head in enumerate(heads):
        if head == index:
            deps[index] = "root"
    return (heads, deps) if universal else _to_universal(kept, heads, deps)


_RENAMED = {
    "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "dobj": "obj", "auxpass": "aux:pass", "neg": "advmod:neg",
    "prt": "compound:prt", "relcl": "acl:relcl", "poss": "nmod:poss", "npadvmod": "obl:npmod", "predet": "det:predet",
    "preconj": "cc:preconj", "quantmod": "advmod", "oprd": "xcomp", "intj": "discourse", "ROOT": "root", "meta": "dep",
    "dative": "iobj", "attr": "xcomp", "acomp": "xcomp", "pobj": "obl", "pcomp": "advcl", "prep": "advmod",
    "agent": "advmod",
}  # fmt: skip
_LIFTED = {"prep", "agent", "dative", "conj", "root", "advmod", "pcomp", "dep"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X"}


def _to_universal(
    kept: Sequence[ModelToken], heads: list[int], deps: list[str]
) -> tuple[list[int], list[str]]:
    """Rewrite a ClearNLP tree as Universal Dependencies. Source of both schemes: universaldependencies.org, ClearNLP 2012."""
    deps = ["mark" if token.tag_ == "TO" and dep == "aux" else dep for token, dep in zip(kept, deps, strict=True)]
    content = _contents(kept, heads, deps)
    new_heads, new_deps = list(heads), [_RENAMED.get(dep, dep) for dep in deps]
    for index in range(len(kept)):
        if index in content:
            continue
        new_heads[index] = _lift(heads[index], content) if heads[index] != index else index
    for marker, inner in content.items():
        bottom = _lift(inner, content)
        new_heads[marker], new_deps[marker] = bottom, "case" if deps[inner] == "pobj" else "mark"
        if inner in content:  # "because of X": only the lowest marker lends its noun the place in the tree
            continue
        top = _topmost(inner, heads, content)
        governor = _lift(heads[top], content)
        rooted = heads[top] == top
        new_heads[inner] = inner if rooted else governor
        new_deps[inner] = "root" if rooted else _content_label(deps[top], deps[inner], kept[governor].pos_)
    return _raise_predicates(kept, new_heads, new_deps, deps)


def _contents(kept: Sequence[ModelToken], heads: Sequence[int], deps: Sequence[str]) -> dict[int, int]:
    """Map every preposition to the word that it governs."""
    content: dict[int, int] = {}
    for index, dep in enumerate(deps):
        marker = heads[index]
        if dep not in ("pobj", "pcomp") or marker == index or marker in content or deps[marker] not in _LIFTED:
            continue
        if kept[marker].pos_ in ("ADP", "SCONJ", "ADV", "PART", "ADJ", "VERB"):
            content[marker] = index
    return content


def _lift(index: int, content: dict[int, int]) -> int:
    """Follow prepositions down to the word that stands for them in the tree."""
    while index in content:
        index = content[index]
    return index


def _topmost(inner: int, heads: Sequence[int], content: dict[int, int]) -> int:
    """Return the outermost preposition over a word ("because" of "because of X")."""
    top = heads[inner]
    while heads[top] in content and content[heads[top]] == top:
        top = heads[top]
    return top


def _content_label(marker: str, inner: str, governor: str) -> str:
    if marker == "agent":
        return "obl:agent"
    if marker == "conj":
        return "conj"
    if inner == "pcomp":
        return "acl" if governor in _NOMINAL else "advcl"
    return "nmod" if governor in _NOMINAL else "obl"


def _raise_predicates(
    kept: Sequence[ModelToken], heads: list[int], deps: list[str], clear: Sequence[str]
) -> tuple[list[int], list[str]]:
    """Make the predicate of "be" the head of its clause and "be" its copula."""
    for index, token in enumerate(kept):
        if token.lemma_ != "be" or deps[index] == "aux:pass":
            continue
        predicate = next((i for i, h in enumerate(heads) if h == index and clear[i] in ("attr", "acomp")), None)
        if predicate is None:
            continue
        heads[predicate], deps[predicate] = (
            (predicate, "root") if heads[index] == index else (heads[index], deps[index])
        )
        for other, head in enumerate(heads):
            if head == index and other not in (predicate, index):
                heads[other] = predicate
        heads[index], deps[index] = predicate, "cop"
    return heads, deps


def sentence_at(sentences: Iterable[Sentence], position: int) -> Sentence | None:
    """Return the sentence that holds a document offset, or None."""
    return next((sentence for sentence in sentences if sentence.start <= position < sentence.end), None)
