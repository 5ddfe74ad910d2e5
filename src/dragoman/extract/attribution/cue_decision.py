"""Whether a cue word in its place really reports: a logistic decision over general features of the parse.

"The report of a second seizure" tells nobody's words, "the report that two ships were seized" does; "he wants more" says
little, "she wants the talks to go on" says something. The rules find every place where a cue has the frame that it asks for;
this decision drops those of which the surroundings say that nothing is said. The weights are a table
(`models/cues`), trained on texts written for this project only.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from dragoman.extract.attribution.drafts import Draft
from dragoman.extract.attribution.quoted_speech import Page
from dragoman.extract.attribution.verb_forms import is_passive
from dragoman.extract.parse.tree import ancestors, children, has_label
from dragoman.records import Sentence, Token

DECIDED = frozenset(("clause", "infinitive", "object", "noun", "preposition", "predicate", "as-said"))  # rules that it looks at
THRESHOLD = 0.25  # the least probability of a report that is kept: a lost statement costs as much as three false ones
_PERSONAL = ("PRON",)
_SPEAKERS = ("persons", "participants", "organisation", "countries")  # classes of nouns that name who speaks


def reports(page: Page, draft: Draft, nested: bool, weights: Mapping[str, float]) -> bool:
    """Tell whether a draft is kept. `nested`: it stands in the content of another."""
    if draft.rule not in DECIDED or draft.cue_token < 0:
        return True
    total = sum(weights.get(name, 0.0) for name in features(page, draft, nested))
    return 1.0 / (1.0 + math.exp(-total)) >= THRESHOLD


def features(page: Page, draft: Draft, nested: bool) -> frozenset[str]:
    """Return the features of a draft that hold, the constant one among them."""
    sentence = page.sentences[draft.sentence]
    cue = sentence.tokens[draft.cue_token]
    found = {"always", f"rule {draft.rule}", f"group {draft.row.group if draft.row is not None else ''}"}
    found |= {"nested"} if nested else set()
    found.update(_of_cue(sentence, cue))
    found.update(_of_source(page, sentence, draft))
    found.update(_of_content(page, sentence, draft))
    if "no source" in found:
        found.add(f"no source, {draft.rule}")
    if nested:
        found.add(f"nested, {draft.rule}")
    return frozenset(found)


def _of_cue(sentence: Sentence, cue: Token) -> Iterator[str]:
    yield "cue noun" if cue.pos in ("NOUN", "PROPN") else "cue adjective" if cue.pos == "ADJ" else "cue verb"
    if cue.pos in ("NOUN", "PROPN"):
        yield "noun is " + ("subject" if has_label(cue, "nsubj") else "object" if has_label(cue, "obj") else "other")
        if children(sentence, cue.i, "case"):
            yield "noun behind a preposition"
        return
    if any(t.lemma in ("not", "no", "ne", "pas", "jamais", "never", "n't") for t in children(sentence, cue.i, "advmod")):
        yield "negated"
    helpers = children(sentence, cue.i, "aux")
    if any("VerbForm=Fin" in t.morph and t.lemma not in ("have", "be", "do", "avoir", "être") for t in helpers):
        yield "modal"
    if is_passive(sentence, cue.i):
        yield "passive"
    finite = any("VerbForm=Fin" in t.morph for t in (cue, *helpers))
    yield "finite" if finite else "participle" if "VerbForm=Part" in cue.morph else "infinitive cue"
    if has_label(cue, "acl"):
        yield "in a relative clause" if finite else "describes a noun"
    if has_label(cue, "xcomp") or (not finite and has_label(cue, "ccomp")):
        yield "under another verb"
    if has_label(cue, "advcl"):
        yield "in an adverbial clause"


def _of_source(page: Page, sentence: Sentence, draft: Draft) -> Iterator[str]:
    if draft.source_token is None or draft.source is None:
        yield "no source"
        return
    token = sentence.tokens[draft.source_token]
    named = {n.label for n in sentence.names if n.first <= token.i < n.last}
    kind = page.table.sources.get(token.lemma, "")
    if token.pos == "PRON":
        yield "source pronoun"
    elif named & {"PER"}:
        yield "source person"
    elif named or token.pos == "PROPN":
        yield "source name"
    elif kind:
        yield "source of a kind that speaks"
    else:
        yield "source other noun"
    if any(above.i == draft.cue_token for above in ancestors(sentence, token.i)):
        return
    yield "source elsewhere"


def _of_content(page: Page, sentence: Sentence, draft: Draft) -> Iterator[str]:
    inside = [t for t in sentence.tokens if any(start <= t.start < end for start, end in draft.content)]
    words = [t for t in inside if t.pos not in ("PUNCT", "DET", "ADP", "PART")]
    yield "content " + ("of one word" if len(words) < 2 else "of two or three" if len(words) < 4 else "long")
    if words and all(t.pos in _PERSONAL for t in words):
        yield "content pronoun"
    elif words and all(t.pos == "PROPN" for t in words):
        yield "content name"
    heads = [t for t in words if t.head < inside[0].i or t.head > inside[-1].i]
    if draft.rule in ("object", "preposition") and heads and heads[0].pos == "NOUN":
        yield "content of a kind that speaks" if page.table.sources.get(heads[0].lemma) in _SPEAKERS else "content other noun"
    if any(t.pos in ("VERB", "AUX") and "VerbForm=Fin" in t.morph for t in words):
        yield "content finite"
    if any(q.start < end and q.end > start for start, end in draft.content for q in page.quoted_near(start, end)):
        yield "content quoted"
