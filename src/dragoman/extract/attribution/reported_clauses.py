"""Hangs the clauses of reporting verbs where grammar wants them, for the stages that read attributions.

Small parsers hang a that-clause on the nearest noun ("announced on television that ...") and a second reporting verb inside
the first one's content ("doubts that they will leave, and expects ..."). Both break what is said and who says it. Each repair
looks at one shape that grammar settles: the mark, the mood, the number of a verb; tokens and offsets never change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.misread_subjects import (
    Hangings,
    behind_openings,
    behind_place,
    compounds_of_verbs,
    goes_on_in_relative,
    objects_of_participles,
)
from dragoman.extract.parse.tree import ancestors, children, has_label
from dragoman.records import Sentence, Token

_THAT = frozenset(("que", "qu'", "qu’", "that"))
_NOT_THAT = frozenset(  # words before "que" that make another conjunction with it, or a relative or a comparison
    (
        "ce", "alors", "tandis", "afin", "pour", "avant", "après", "sans", "depuis", "dès", "parce", "bien", "lors", "autre",
        "autres", "même", "mêmes", "plus", "moins", "tel", "telle", "ainsi", "si", "mieux", "pendant", "tant", "aussi", "pour",
        "ceux", "celui", "celle", "celles", "tout", "encore", "jusqu'à", "à", "quel", "quelle", "quoi",
    )
)  # fmt: skip
_CLOSING = frozenset((",", "»", '"', "”"))
_ADDRESSED = frozenset(("avertir", "prévenir", "informer", "assurer", "convaincre", "persuader", "rassurer", "alerter"))
_TOLD = frozenset(("tell", "inform", "warn", "assure", "remind"))  # whose object is told
_REACH = 14  # tokens between a reporting verb and its clause: addressee, medium and day


def mended(sentence: Sentence, table: CueTable) -> Sentence:
    """Return a sentence with the clauses of its reporting verbs hung anew; most sentences stay as they are."""
    if not any(table.cue(token) is not None for token in sentence.tokens):
        return sentence
    for repair in _REPAIRS[sentence.language]:
        sentence = hung(sentence, repair(sentence, table))
    return sentence


def hung(sentence: Sentence, changes: Hangings) -> Sentence:
    """Return a sentence with some words hung anew; changes that would make a circle are left out."""
    if not changes:
        return sentence
    tokens = list(sentence.tokens)
    for index, (head, label) in changes.items():
        if _stands_below(tokens, head, index):
            continue
        mark = {"pos": "SCONJ"} if label == "mark" else {}
        tokens[index] = msgspec.structs.replace(tokens[index], head=head, dep=label, **mark)
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return msgspec.structs.replace(sentence, tokens=tuple(tokens), children=tuple(tuple(b) for b in below))


def _stands_below(tokens: Sequence[Token], index: int, above: int) -> bool:
    """Tell whether a word is another one or stands below it."""
    while index != above and tokens[index].head != index:
        index = tokens[index].head
    return index == above


def _participles(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
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


def _described_objects(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`confirme la fermeture que les maires craignaient`: "que" behind a bare object describes it.

    Only verbs that address their object have a clause behind it, and the clause must want an object.
    """
    found = {}
    for token in sentence.tokens:
        if token.pos != "VERB" or token.lemma in _ADDRESSED or table.cue(token) is None:
            continue
        for noun in children(sentence, token.i, "obj"):
            for clause in children(sentence, token.i, "ccomp"):
                mark = next((t for t in children(sentence, clause.i, "mark") if t.text.lower() in _THAT), None)
                bare = noun.pos == "NOUN" and token.i < noun.i and mark is not None and mark.i == noun.i + 1
                full = children(sentence, clause.i, "obj", "ccomp", "xcomp", "aux:pass", "expl")
                if bare and clause.pos == "VERB" and not full:
                    found[clause.i] = (noun.i, "acl:relcl")
    return found


def _distant_clauses(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`a annoncé à la télévision qu'ils partaient`: a clause behind addressee, medium and day is what is said.

    Only where the verb has no clause and no object yet; "que" behind a bare object would describe that.
    """
    found: dict[int, tuple[int, str]] = {}
    english = sentence.language == "en"
    for token in sentence.tokens:
        cue = table.cue(token) if token.pos == "VERB" else None
        if cue is None or cue.row_for("clause") is None or cue.reading("speech") is None or _published(token):
            continue
        others = ("ccomp", "xcomp") if token.lemma in _TOLD else ("ccomp", "xcomp", "obj")
        if any(t.i > token.i for t in children(sentence, token.i, *others)):
            continue
        mark = _mark_of_clause(sentence, token)
        if mark is not None and english and not _behind_medium(sentence, table, mark):
            continue
        verb = _verb_above(sentence, mark) if mark is not None else None
        others_own = verb is not None and has_label(verb, "ccomp") and verb.head > token.i
        taken = others_own and verb is not None and not _published(sentence.tokens[verb.head])
        if mark is not None and verb is not None and not taken:
            found[verb.i] = (token.i, "ccomp")
            found[mark.i] = (verb.i, "mark")
    return found


def _behind_medium(sentence: Sentence, table: CueTable, mark: Token) -> bool:
    """`told the paper in an email that ...`: in English only a noun of speaking can have the clause by mistake."""
    noun = sentence.tokens[mark.i - 1]
    for each in (noun, *ancestors(sentence, noun.i)):
        if _published(each) and each.i <= noun.i:
            continue
        if each.pos not in ("NOUN", "PROPN") or each.i > noun.i:
            return False
        cased = any(t.text.lower() in ("in", "on", "during", "at", "via") for t in children(sentence, each.i, "case"))
        if cased and table.sources.get(each.lemma) in ("medium", "document", "meeting"):
            return True
    return False


def _mark_of_clause(sentence: Sentence, token: Token) -> Token | None:
    """Return the "que" behind a verb and its prepositional phrases, or None."""
    for index in range(token.i + 1, min(token.i + 1 + _REACH, len(sentence.tokens))):
        word = sentence.tokens[index]
        if _published(word):
            continue
        if word.text.lower() in _THAT:
            return word if sentence.tokens[index - 1].text.lower() not in _NOT_THAT else None
        if word.pos in ("VERB", "AUX", "SCONJ") or word.text in (";", ":", '"', "«", "("):
            return None
    return None


def _published(token: Token) -> bool:
    """`In a message posted on the site that ...`: a participle that describes the medium says nothing."""
    return token.lemma in _PUBLISHING and "VerbForm=Part" in token.morph and has_label(token, "acl", "amod")


_PUBLISHING = frozenset(
    (
        "post", "publish", "release", "broadcast", "issue", "circulate", "carry", "publier", "diffuser", "relayer",
        "transmettre", "mettre", "poster",
    )
)  # fmt: skip


def _verb_above(sentence: Sentence, mark: Token) -> Token | None:
    """Return the finite verb of the clause that a mark opens."""
    for above in ancestors(sentence, mark.i):
        if above.i < mark.i:
            return None
        if above.pos in ("VERB", "AUX") or children(sentence, above.i, "cop"):
            tensed = (above, *children(sentence, above.i, "aux", "cop"))
            return above if any("VerbForm=Fin" in t.morph for t in tensed) else None
    return None


def _speakers_behind(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`..., croit savoir un diplomate`: the noun behind a cue of two verbs is the subject of the first."""
    found = {}
    for token in sentence.tokens:
        if token.lemma not in table.pairs or token.i == 0 or sentence.tokens[token.i - 1].text not in _CLOSING:
            continue
        second = next((t for t in children(sentence, token.i, "xcomp") if t.lemma in table.pairs[token.lemma]), None)
        if second is None or children(sentence, token.i, "nsubj", "mark"):
            continue
        root = next(t.i for t in sentence.tokens if t.head == t.i)
        if root < token.i and not has_label(token, "parataxis"):
            found[token.i] = (root, "parataxis")
        for noun in children(sentence, second.i, "obj"):
            if noun.i > second.i:
                found[noun.i] = (token.i, "nsubj")
    return found


def _set_in(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`Ce projet, a souligné la présidente, est une chance`: the parser gives the verb set in the subject before the comma."""
    found: dict[int, tuple[int, str]] = {}
    for token in sentence.tokens:
        if token.head <= token.i or token.pos != "VERB" or table.cue(token) is None:
            continue
        first = min((t.i for t in children(sentence, token.i, "aux")), default=token.i)
        early = [t for t in children(sentence, token.i, "nsubj") if t.i < first]
        late = [t for t in children(sentence, token.i, "obj") if t.i > token.i]
        inset = first > 0 and sentence.tokens[first - 1].text == "," and bool(early) and bool(late)
        closed = any(t.text == "," for t in sentence.tokens[late[0].i : token.head]) if inset else False
        if inset and closed and not children(sentence, token.head, "nsubj"):
            found |= {early[0].i: (token.head, "nsubj"), late[0].i: (token.i, "nsubj"), token.i: (token.head, "parataxis")}
    return found


def _said_before(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`La Pologne va fermer deux consulats, a annoncé son ministre`: the clause before the comma is said by the noun behind."""
    found: dict[int, tuple[int, str]] = {}
    for token in sentence.tokens:
        cue = table.cue(token) if token.pos == "VERB" and token.head == token.i else None
        if cue is None or cue.row_for("clause") is None or children(sentence, token.i, "ccomp"):
            continue
        first = min((t.i for t in children(sentence, token.i, "aux", "advmod")), default=token.i)
        behind = [t for t in children(sentence, token.i, "obj", "nsubj") if t.i > token.i and t.pos in ("NOUN", "PROPN")]
        if first < 2 or sentence.tokens[first - 1].text != "," or not behind or _stands_between(sentence, token.i, behind[0].i):
            continue
        for clause in children(sentence, token.i, "advcl", "parataxis", "dep", "conj"):
            own = children(sentence, clause.i, "nsubj", "nsubj:pass", "expl")
            if clause.i < first and own and _is_finite(sentence, clause) and not children(sentence, clause.i, "mark"):
                found |= {clause.i: (token.i, "ccomp"), behind[0].i: (token.i, "nsubj")}
                break
    return found


def _stands_between(sentence: Sentence, left: int, right: int) -> bool:
    """Tell whether anything but articles and adjectives stands between two words."""
    return any(t.pos not in ("DET", "ADJ", "NUM", "ADV") for t in sentence.tokens[left + 1 : right])


def _cut_subjects(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`Le conflit, disent les habitants, n'a jamais cessé`: the subject before the first comma is that of the last verb."""
    found: dict[int, tuple[int, str]] = {}
    for token in sentence.tokens:
        cue = table.cue(token) if token.pos == "VERB" and token.head == token.i else None
        if cue is None or cue.row_for("clause") is None:
            continue
        first = min((t.i for t in children(sentence, token.i, "aux")), default=token.i)
        early = [t for t in children(sentence, token.i, "nsubj") if t.i < first]
        late = [t for t in children(sentence, token.i, "obj", "nsubj") if t.i > token.i]
        if not early or not late or sentence.tokens[first - 1].text != "," or _stands_between(sentence, token.i, late[0].i):
            continue
        for verb in children(sentence, token.i, "conj", "ccomp", "advcl", "parataxis"):
            closed = verb.i > late[0].i and any(t.text == "," for t in sentence.tokens[late[0].i : verb.i])
            joined = children(sentence, verb.i, "nsubj", "nsubj:pass", "mark", "cc")
            if closed and not joined and _is_finite(sentence, verb):
                found |= {verb.i: (token.i, "ccomp"), early[0].i: (verb.i, "nsubj"), late[0].i: (token.i, "nsubj")}
                break
    return found


_CONTRASTS = frozenset(("though", "although", "while", "whereas", "tandis", "alors", "quoique"))


def _contrasted(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
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


_INDEFINITE = frozenset(("a", "an", "un", "une"))


def _summed_up(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
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


_WHO = frozenset(("who", "which", "that", "qui", "lequel", "laquelle"))


def _told(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`a déclaré le ministre à une agence`: behind an inverted subject, a paper or people are told, and no part of it."""
    found = {}
    for token in sentence.tokens:
        cue = table.cue(token) if token.pos == "VERB" else None
        if cue is None or cue.reading("speech") is None:
            continue
        for noun in children(sentence, token.i, "nsubj", "obj"):
            for told in children(sentence, noun.i, "nmod") if noun.i > token.i else ():
                cases = {t.text.lower() for t in children(sentence, told.i, "case")}
                speaks = table.sources.get(told.lemma) in ("organisation", "persons", "participants")
                if cases & {"à", "au", "aux", "devant"} and speaks:
                    found[told.i] = (token.i, "obl:arg")
    return found


def _second_reports(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """Hang a verb coordinated inside a content on the reporting verb, where it cannot be part of what is said."""
    found: dict[int, tuple[int, str]] = {}
    for token in sentence.tokens:
        if token.pos != "VERB" or table.cue(token) is None or not _is_finite(sentence, token):
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
    if not _is_finite(sentence, second) or any(t.text.lower() in _THAT for t in children(sentence, second.i, "mark")):
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


_ACTING = ("er", "or", "ist", "ian", "man", "men", "ant", "ent", "ee", "eur")  # endings of those who act
_AGENTS = (*_ACTING, *(ending + "s" for ending in _ACTING))


def _is_thing(sentence: Sentence, table: CueTable, clause: Token) -> bool:
    """Tell whether the subject of a clause is a plain noun that names no speaker: it does not go on to ask or to dismiss."""
    subject = next(iter(children(sentence, clause.i, "nsubj", "nsubj:pass")), None)
    if subject is None or subject.pos != "NOUN" or table.sources.get(subject.lemma) or subject.text[:1].isupper():
        return False
    return not subject.text.lower().endswith(_AGENTS) and subject.lemma not in _PEOPLE


_PEOPLE = frozenset(("people", "troop", "force", "ally", "friend", "child", "rebel", "family", "citizen", "public"))


def _tells(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb has a clause of its own behind it."""
    return any(
        any(t.text.lower() in _THAT for t in children(sentence, clause.i, "mark"))
        for clause in children(sentence, verb.i, "ccomp", "advcl")
        if clause.i > verb.i
    )


def _has_modal(sentence: Sentence, verb: Token) -> bool:
    modal = any("VerbForm=Fin" in t.morph and t.lemma not in ("have", "be", "do") for t in children(sentence, verb.i, "aux"))
    return modal and "VerbForm=Fin" not in verb.morph


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    if verb.pos not in ("VERB", "AUX"):
        return False
    return any("VerbForm=Fin" in t.morph for t in (verb, *children(sentence, verb.i, "aux")))


def _number(sentence: Sentence, verb: Token) -> str:
    """Return the number of a verb as its finite form shows it, or an empty word."""
    return _of_form((verb, *children(sentence, verb.i, "aux", "aux:tense", "aux:pass", "cop")))


def _of_form(forms: Iterable[Token]) -> str:
    for form in forms:
        if "VerbForm=Fin" in form.morph:
            return "plural" if "Number=Plur" in form.morph else "singular" if "Number=Sing" in form.morph else ""
    return ""


_REPAIRS: Mapping[str, tuple[Callable[[Sentence, CueTable], Hangings], ...]] = {
    "en": (
        behind_openings, compounds_of_verbs, goes_on_in_relative, _distant_clauses, _contrasted, _summed_up, _second_reports,
    ),
    "fr": (
        behind_place, objects_of_participles, goes_on_in_relative, _participles, _described_objects,
        _distant_clauses, _speakers_behind, _set_in, _said_before, _cut_subjects, _contrasted,
        _summed_up, _told, _second_reports,
    ),
}  # fmt: skip
