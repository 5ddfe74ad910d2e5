"""Takes reports beside a report out of what that says: a second verb, a participle, a contrast, somebody else's comment."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.distant_clauses import THAT
from dragoman.extract.attribution.verb_forms import is_finite_verb
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence, Token

_CONTRASTS = frozenset(("though", "although", "while", "whereas", "tandis", "alors", "quoique"))
_INDEFINITE = frozenset(("a", "an", "un", "une"))
_WHO = frozenset(("who", "which", "that", "qui", "lequel", "laquelle"))
_ACTING = ("er", "or", "ist", "ian", "man", "men", "ant", "ent", "ee", "eur")  # endings of those who act
_AGENTS = (*_ACTING, *(ending + "s" for ending in _ACTING))
_PEOPLE = frozenset(("people", "troop", "force", "ally", "friend", "child", "rebel", "family", "citizen", "public"))


def participles(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`..., tout en rappelant que`: the parser makes the participle a part of a fixed phrase."""
    found: dict[int, tuple[int, str]] = {}
    for token in sentence.tokens:
        if token.pos == "VERB" and has_label(token, "fixed") and token.text.endswith("ant"):
            above = sentence.tokens[sentence.tokens[token.head].head]
            if above.pos in ("NOUN", "PROPN") and above.i > token.i:  # "tout en demandant des avions"
                found |= {token.i: (above.head, "advcl"), above.i: (token.i, "obj"), token.head: (token.i, "advmod")}
            else:
                found[token.i] = (above.i, "advcl")
    return found


def contrasted(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`X insisted that A, though an official conceded that B`: what somebody else says in contrast is no part of A."""
    found: dict[int, tuple[int, str]] = {}
    for token in sentence.tokens:
        if token.pos != "VERB" or not has_label(token, "advcl") or table.cue(token) is None:
            continue
        above = sentence.tokens[token.head]
        mark = next((t for t in children(sentence, token.i, "mark", "advmod") if t.text.lower() in _CONTRASTS), None)
        subjects = [t for t in children(sentence, token.i, "nsubj") if t.pos in ("NOUN", "PROPN")]
        told = [t for t in children(sentence, token.i, "ccomp") if t.i > token.i]
        reported = has_label(above, "ccomp") and above.i < token.i and table.cue(sentence.tokens[above.head]) is not None
        if mark is not None and reported and subjects and told and sentence.tokens[mark.i - 1].text == ",":
            found[token.i] = (above.head, "advcl")
    return found


def summed_up(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`X announced that A, a decision that Y deplored`: a noun that sums A up for somebody else's comment is no part of A."""
    found: dict[int, tuple[int, str]] = {}
    for verb in sentence.tokens:
        if verb.pos != "VERB" or not has_label(verb, "acl") or table.cue(verb) is None:
            continue
        noun = sentence.tokens[verb.head]
        first = min((t.i for t in children(sentence, noun.i, "det", "amod")), default=noun.i)
        indefinite = any(t.text.lower() in _INDEFINITE for t in children(sentence, noun.i, "det"))
        if not indefinite or first < 2 or sentence.tokens[first - 1].text != "," or noun.i > verb.i:
            continue
        speaks = [t for t in children(sentence, verb.i, "nsubj") if t.text.lower() not in _WHO and t.i > noun.i]
        root = next(t for t in sentence.tokens if t.head == t.i)
        if speaks and root.i < first and root.i != noun.head and table.cue(root) is not None:
            found[noun.i] = (root.i, "parataxis")
    return found


def second_reports(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """Hang a verb coordinated inside a content on the reporting verb, where it cannot be part of what is said."""
    found: dict[int, tuple[int, str]] = {}
    for token in sentence.tokens:
        if token.pos != "VERB" or table.cue(token) is None or not is_finite_verb(sentence, token):
            continue
        for content in children(sentence, token.i, "ccomp", "advcl"):
            if content.i < token.i:
                continue
            for second in children(sentence, content.i, "conj"):
                if _is_outside(sentence, table, token, content, second):
                    found[second.i] = (token.i, "conj")
    return found


def _is_outside(sentence: Sentence, table: CueTable, token: Token, content: Token, second: Token) -> bool:
    """Tell whether a verb coordinated with what is said goes on with the saying itself."""
    if not is_finite_verb(sentence, second) or any(t.text.lower() in THAT for t in children(sentence, second.i, "mark")):
        return False
    joints = (*children(sentence, content.i, "cc"), *children(sentence, second.i, "cc"))  # the models differ in where it hangs
    joint = next((t for t in joints if content.i < t.i < second.i), None)
    if joint is None:
        return False
    comma = sentence.tokens[joint.i - 1].text == ","
    reports = second.pos == "VERB" and table.cue(second) is not None and _tells(sentence, second)
    thing = comma and table.cue(second) is not None and _is_thing(sentence, table, content)
    if children(sentence, second.i, "nsubj", "nsubj:pass", "expl"):
        return sentence.language == "fr" and comma and reports
    if sentence.language == "en" and _has_modal(sentence, content):
        return True  # "would answer, and made no mention": nothing finite can hang on "would"
    number = _number(sentence, token)
    if sentence.language == "fr" and number and number == _number(sentence, second) != _number(sentence, content):
        return True
    return (reports and (comma or sentence.language == "fr")) or thing


def _is_thing(sentence: Sentence, table: CueTable, clause: Token) -> bool:
    """Tell whether the subject of a clause is a plain noun that names no speaker: it does not go on to ask or to dismiss."""
    subject = next(iter(children(sentence, clause.i, "nsubj", "nsubj:pass")), None)
    if subject is None or subject.pos != "NOUN" or table.sources.get(subject.lemma) or subject.text[:1].isupper():
        return False
    return not subject.text.lower().endswith(_AGENTS) and subject.lemma not in _PEOPLE


def _tells(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb has a clause of its own behind it."""
    return any(
        any(t.text.lower() in THAT for t in children(sentence, clause.i, "mark"))
        for clause in children(sentence, verb.i, "ccomp", "advcl")
        if clause.i > verb.i
    )


def _has_modal(sentence: Sentence, verb: Token) -> bool:
    modal = any("VerbForm=Fin" in t.morph and t.lemma not in ("have", "be", "do") for t in children(sentence, verb.i, "aux"))
    return modal and "VerbForm=Fin" not in verb.morph


def _number(sentence: Sentence, verb: Token) -> str:
    """Return the number of a verb as its finite form shows it, or an empty word."""
    return _of_form((verb, *children(sentence, verb.i, "aux", "aux:tense", "aux:pass", "cop")))


def _of_form(forms: Iterable[Token]) -> str:
    for form in forms:
        if "VerbForm=Fin" in form.morph:
            return "plural" if "Number=Plur" in form.morph else "singular" if "Number=Sing" in form.morph else ""
    return ""
