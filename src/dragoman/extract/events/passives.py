"""The passive: whether a verb stands in it, and by whom what it says is done, also where the parse hung that elsewhere."""

from __future__ import annotations

from collections.abc import Container, Iterator

from dragoman.extract.events.nouns import Group, coordinated
from dragoman.extract.events.phrases import case_of
from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.records import Sentence, Token

_STATIVE = frozenset(("stand", "remain", "get"))
_UNDERGOING = frozenset(("voir", "faire", "entendre"))
_GOING = frozenset(  # French verbs whose bare participle is no passive: "l'émissaire arrivé à Lima"
    (
        "arriver", "venir", "partir", "entrer", "revenir", "rentrer", "retourner", "repartir", "sortir", "parvenir",
        "débarquer", "accourir",
    )
)
_ITSELF = frozenset(("se", "s'", "s’"))


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb stands in the passive, also as a bare participle after its noun ("sanctions imposed by")."""
    token = sentence.tokens[verb]
    if undergone(sentence, verb) is not None:
        return True
    below = {child.dep for child in children(sentence, verb)}
    passive = "aux:pass" in below
    if not passive and sentence.language == "fr" and _is_perfect(sentence, token):
        return False  # "Madrid a condamné": the parser takes some subjects of a perfect tense for those of a passive
    if passive or not below.isdisjoint(("nsubj:pass", "obl:agent")):
        return True
    if not _is_past_participle(token):
        return False
    if token.dep == "xcomp" and sentence.tokens[token.head].lemma in _STATIVE:
        return not children(sentence, verb, "obj")  # "stands accused of"
    return (token.dep == "acl" and token.lemma not in _GOING) or _opens_clause(sentence, token)


def undergone(sentence: Sentence, verb: int) -> int | None:
    """Return the verb whose subject suffers a French infinitive ("s'est vu refuser", "se fait expulser"); None where it acts.

    The parser hangs the infinitive on "voir", or "voir" and "faire" on the infinitive, which then has the subject.
    """
    token = sentence.tokens[verb]
    if sentence.language != "fr" or "VerbForm=Inf" not in token.morph:
        return None
    above = sentence.tokens[token.head]
    if above.i != verb and above.i < verb and above.lemma in _UNDERGOING and has_label(token, "xcomp", "ccomp", "dep"):
        seen = any(t.pos in ("NOUN", "PROPN") for t in children(sentence, above.i, "obj"))
        return above.i if not seen and _on_itself(sentence, above.i) else None
    helped = any(t.lemma in _UNDERGOING and t.i < verb for t in children(sentence, verb, "dep", "aux"))
    return verb if helped and _on_itself(sentence, verb) else None


def _on_itself(sentence: Sentence, verb: int) -> bool:
    return any(t.text.lower() in _ITSELF and t.i < verb for t in children(sentence, verb, "expl", "obj", "iobj"))


def _is_past_participle(token: Token) -> bool:
    return "VerbForm=Part" in token.morph and ("Tense=Past" in token.morph or "Aspect=Perf" in token.morph)


def _is_perfect(sentence: Sentence, token: Token) -> bool:
    """Tell whether a French participle stands with "avoir", its own or that of the verb it is coordinated with."""
    auxiliaries = children(sentence, token.i, "aux")
    while not auxiliaries and token.dep == "conj" and token.head != token.i and _is_past_participle(token):
        token = sentence.tokens[token.head]
        auxiliaries = children(sentence, token.i, "aux")
    return any(child.lemma == "avoir" for child in auxiliaries) and not any(c.dep == "aux:pass" for c in auxiliaries)


def _opens_clause(sentence: Sentence, token: Token) -> bool:
    """Tell whether a participle leads its clause before what it is said of ("Jailed for a tweet, the economist was freed")."""
    if sentence.language != "en" or token.dep != "advcl" or token.i > token.head:
        return False  # French "arrivé à Paris" is no passive
    if children(sentence, token.i, "obj", "aux", "nsubj", "mark"):
        return False
    return not any(index < token.i for index in sentence.children[token.i])


def agent(sentence: Sentence, verb: int) -> Group | None:
    """Return the "by" phrase of a passive."""
    for token in children(sentence, verb, "obl", "nmod"):
        if token.dep == "obl:agent" or {"by", "par"} & set(case_of(sentence, token.i)):
            return Group(heads=coordinated(sentence, token.i), slot="subj", weight=1.0)
    return None


def stray_agent(sentence: Sentence, verb: int, events: Container[str]) -> Group | None:
    """Return the "by" phrase of a passive that the parser hung on a word between ("held in a clinic by the guards").

    Not that of a noun among `events`, whose own doer it is ("alarmed at the attack by the rebels"), nor of a participle.
    """
    for index in subtree(sentence, verb, "acl:relcl", "ccomp", "conj", "parataxis", "nsubj"):
        token = sentence.tokens[index]
        above = sentence.tokens[token.head]
        if index < verb or token.head == verb or token.pos not in ("NOUN", "PROPN"):
            continue
        if has_label(above, "advcl") and token.pos != "PROPN":
            continue  # "accused of winning by fraud"
        gerund = above.pos == "VERB" and "VerbForm=Part" in above.morph and not _is_past_participle(above)
        thing = above.pos in ("NOUN", "PROPN") and above.lemma not in events
        if {"by", "par"} & set(case_of(sentence, index)) and (thing or gerund):
            return Group(heads=coordinated(sentence, index), slot="subj", weight=0.75)
    return None


def makers(sentence: Sentence, noun: int, without: int = -1) -> Iterator[tuple[int, ...]]:
    """Yield by whom a thing is made, as the participle on it says: "the plan put forward by Paris".

    Not whoever does something with it in a relative clause ("a plan that Paris called absurd").
    """
    for clause in children(sentence, noun, "acl"):
        if clause.dep != "acl" or clause.i == without or clause.pos != "VERB" or not is_passive(sentence, clause.i):
            continue
        if (group := agent(sentence, clause.i)) is not None:
            yield group.heads
