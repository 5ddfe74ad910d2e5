"""The French press conditional: what a paper passes on without saying who told it ("Le groupe aurait signé un accord").

The conditional perfect or passive of a main clause marks a claim that the paper does not vouch for. Behind "si", in a question,
in reported speech (where it is the future of the past) and with a verb of wish or duty the same mood means something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extract.attribution.contents import content_spans
from dragoman.extract.attribution.drafts import Draft
from dragoman.extract.attribution.own_subjects import is_expletive
from dragoman.extract.attribution.quoted_speech import Page
from dragoman.extract.modality.operators import is_conditional
from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.records import Sentence, Span, Token

_MODAL = frozenset(("pouvoir", "devoir", "falloir", "vouloir", "aimer", "souhaiter", "préférer", "suffire", "valoir"))
_SUPPOSING = frozenset(("sinon", "cas", "imaginer", "hypothèse", "autrement", "faute", "condition"))  # with "si"
_IF = frozenset(("si", "s'", "s’"))
_NOBODY = frozenset(("ce", "c'", "c’", "cela", "ça", "il", "on", "je", "j'", "j’", "nous", "vous", "tu", "qui", "que"))


def hearsay(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a draft without a source for every main clause in the press conditional outside of all contents."""
    by_sentence: dict[int, list[Span]] = {}
    for draft in drafts:
        for span in draft.content:
            for held in page.sentences_in(*span):
                by_sentence.setdefault(held.index, []).append(span)
    previous: Sentence | None = None
    for sentence in page.sentences:
        supposed = _supposes(sentence) or (previous is not None and _supposes(previous))
        if sentence.language == "fr" and sentence.kind == "body" and not supposed:
            for verb in _clauses(sentence):
                found = _draft(page, sentence, verb)
                if found is not None and not _told(found, by_sentence.get(sentence.index, ())):
                    yield found
        previous = sentence


def _told(draft: Draft, covered: Sequence[Span]) -> bool:
    """Tell whether the clause stands in the content of some attribution."""
    return draft.cue is not None and any(start <= draft.cue[0] < end for start, end in covered)


def _supposes(sentence: Sentence) -> bool:
    return any(
        token.lemma in _SUPPOSING or token.text == "?" or (token.text.lower() in _IF and token.pos in ("SCONJ", "ADV"))
        for token in sentence.tokens
    )


def _clauses(sentence: Sentence) -> Iterator[Token]:
    """Yield the predicates of the main clauses in a conditional perfect or passive."""
    for token in sentence.tokens:
        main = token.head == token.i or (has_label(token, "conj", "parataxis") and _is_root(sentence, token.head))
        helpers = [t for t in children(sentence, token.i, "aux") if t.lemma in ("avoir", "être") and is_conditional(t)]
        if main and helpers and token.pos == "VERB" and token.lemma not in _MODAL:
            yield token


def _is_root(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].head == index


def _draft(page: Page, sentence: Sentence, verb: Token) -> Draft | None:
    subject = next(iter(children(sentence, verb.i, "nsubj", "nsubj:pass")), None)
    if subject is None or subject.i > verb.i or subject.text.lower() in _NOBODY or is_expletive(sentence, subject.i):
        return None
    own = [t.i for t in children(sentence, verb.i, "conj", "parataxis") if children(sentence, t.i, "nsubj")]
    cut = {index for head in own for index in subtree(sentence, head)}
    inside = [index for index in subtree(sentence, verb.i) if index not in cut]
    helper = next(t for t in children(sentence, verb.i, "aux") if is_conditional(t))
    first = min(i for i in inside if sentence.tokens[i].pos not in ("PUNCT", "CCONJ"))
    content = content_spans(sentence, [index for index in inside if index >= first])
    if len(content) != 1:
        return None
    return Draft(
        sentence=sentence.index, cue_token=helper.i, row=None, source=None, source_token=None,
        cue=(helper.start, helper.end), content=content, rule="press-conditional", score=0.5, form="unattributed",
    )  # fmt: skip
