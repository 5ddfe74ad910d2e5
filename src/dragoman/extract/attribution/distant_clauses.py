"""Finds the clause behind a reporting verb: past addressee, medium and day, told apart from one that describes a noun."""

from __future__ import annotations

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.parse.tree import ancestors, children, has_label
from dragoman.records import Sentence, Token

THAT = frozenset(("que", "qu'", "qu’", "that"))
_NOT_THAT = frozenset(  # words before "que" that make another conjunction with it, or a relative or a comparison
    (
        "ce", "alors", "tandis", "afin", "pour", "avant", "après", "sans", "depuis", "dès", "parce", "bien", "lors", "autre",
        "autres", "même", "mêmes", "plus", "moins", "tel", "telle", "ainsi", "si", "mieux", "pendant", "tant", "aussi", "pour",
        "ceux", "celui", "celle", "celles", "tout", "encore", "jusqu'à", "à", "quel", "quelle", "quoi",
    )
)  # fmt: skip
_ADDRESSED = frozenset(("avertir", "prévenir", "informer", "assurer", "convaincre", "persuader", "rassurer", "alerter"))
_TOLD = frozenset(("tell", "inform", "warn", "assure", "remind"))  # whose object is told
_REACH = 14  # tokens between a reporting verb and its clause: addressee, medium and day
_PUBLISHING = frozenset(
    (
        "post", "publish", "release", "broadcast", "issue", "circulate", "carry", "publier", "diffuser", "relayer",
        "transmettre", "mettre", "poster",
    )
)  # fmt: skip


def described_objects(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`confirme la fermeture que les maires craignaient`: "que" behind a bare object describes it.

    Only verbs that address their object have a clause behind it, and the clause must want an object.
    """
    found = {}
    for token in sentence.tokens:
        if token.pos != "VERB" or token.lemma in _ADDRESSED or table.cue(token) is None:
            continue
        for noun in children(sentence, token.i, "obj"):
            for clause in children(sentence, token.i, "ccomp"):
                mark = next((t for t in children(sentence, clause.i, "mark") if t.text.lower() in THAT), None)
                bare = noun.pos == "NOUN" and token.i < noun.i and mark is not None and mark.i == noun.i + 1
                full = children(sentence, clause.i, "obj", "ccomp", "xcomp", "aux:pass", "expl")
                if bare and clause.pos == "VERB" and not full:
                    found[clause.i] = (noun.i, "acl:relcl")
    return found


def distant_clauses(sentence: Sentence, table: CueTable) -> dict[int, tuple[int, str]]:
    """`a annoncé à la télévision qu'ils partaient`: a clause behind addressee, medium and day is what is said.

    Only where the verb has no clause and no object yet; "que" behind a bare object would describe that.
    """
    found: dict[int, tuple[int, str]] = {}
    english = sentence.language == "en"
    for token in sentence.tokens:
        cue = table.cue(token) if token.pos == "VERB" and not has_label(token, "amod") else None
        if cue is None or cue.row_for("clause") is None or _published(token):
            continue
        if cue.reading("speech") is None and not (english and cue.reading("demand") is not None):
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
        if word.text.lower() in THAT:
            return word if sentence.tokens[index - 1].text.lower() not in _NOT_THAT else None
        if word.pos in ("VERB", "AUX", "SCONJ") or word.text in (";", ":", '"', "«", "("):
            return None
    return None


def _published(token: Token) -> bool:
    """`In a message posted on the site that ...`: a participle that describes the medium says nothing."""
    return token.lemma in _PUBLISHING and "VerbForm=Part" in token.morph and has_label(token, "acl", "amod")


def _verb_above(sentence: Sentence, mark: Token) -> Token | None:
    """Return the finite verb of the clause that a mark opens."""
    for above in ancestors(sentence, mark.i):
        if above.i < mark.i:
            return None
        if above.pos in ("VERB", "AUX") or children(sentence, above.i, "cop"):
            tensed = (above, *children(sentence, above.i, "aux", "cop"))
            finite = any("VerbForm=Fin" in t.morph for t in tensed)
            return above if finite or _wished(sentence, above) else None
    return None


def _wished(sentence: Sentence, verb: Token) -> bool:
    """`Demanded in a letter that the army apologize`: the bare form with a subject before it is a wish (a subjunctive)."""
    bare = "VerbForm=Inf" in verb.morph and not children(sentence, verb.i, "aux")
    marked = any(t.text.lower() == "to" for t in children(sentence, verb.i, "mark"))
    return sentence.language == "en" and bare and not marked and any(t.i < verb.i for t in children(sentence, verb.i, "nsubj"))
