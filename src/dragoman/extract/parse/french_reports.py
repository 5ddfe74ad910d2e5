"""Mends how the French parser reads reporting clauses: cue verbs taken for nouns, lost subjects, clauses hung too low.

The small French model takes many a present tense for a noun ("juge que", "et menace de", "estime-t-on"). What stands around a
word settles it: no noun stands without an article before "que" or behind a subject pronoun. Only words that are regular
forms of a verb in the cue table are looked at. As in `french_tree`, tags, heads and labels change, tokens never do.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extract.parse.french_openings import mend_tellers
from dragoman.extract.parse.french_tree import Words, take_place
from dragoman.kit import Kit
from dragoman.languages.rows import CueRow

_THAT = frozenset(("que", "qu'", "qu’"))
_OF = frozenset(("de", "d'", "d’", "à"))
_SUBJECTS = frozenset(("il", "elle", "on", "ils", "elles", "qui", "je", "ne", "n'", "n’", "se", "s'", "s’"))
_STRESSED = frozenset(("lui", "elle", "eux", "elles"))
_INVERTED = ("-t", "-il", "-elle", "-on", "-ils", "-elles", "-je", "-t-il", "-t-elle", "-t-on")
_QUOTES = frozenset(('"', "«", "»", "“", "”"))
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "X", "ADJ")
_ODD = ("advmod", "amod", "flat", "det", "case", "nmod", "appos", "obl")  # labels that no finite verb can have
_TELLING = frozenset(("avertir", "prévenir", "informer", "assurer", "convaincre", "persuader", "rassurer", "aviser", "alerter"))
_FEW = 4  # words of a quoted adjective ("l'attaque « lâche »")


def make_verb_forms(kit: Kit, code: str) -> dict[str, str]:
    """Return the infinitive of every present form of a cue verb; ask for it through `kit.compiled`."""
    forms: dict[str, str] = {}
    for row in kit.languages[code].rows("cues", CueRow):
        if row.pos != "VERB" or " " in row.lemma:
            continue
        if row.lemma.endswith("er"):
            for stem in _stems(row.lemma[:-2]):
                forms[stem + "e"] = forms[stem + "ent"] = row.lemma
            continue
        for ending, *present in _PRESENT:
            if row.lemma.endswith(ending):
                forms |= {row.lemma.removesuffix(ending) + last: row.lemma for last in present}
                break
    return forms


_PRESENT = (  # ending of the infinitive, of the third persons of the present; the longest first
    ("sentir", "sent", "sentent"), ("mentir", "ment", "mentent"), ("ettre", "et", "ettent"), ("aindre", "aint", "aignent"),
    ("ondre", "ond", "ondent"), ("endre", "end", "endent"), ("enir", "ient", "iennent"), ("aître", "aît", "aissent"),
    ("clure", "clut", "cluent"), ("suivre", "suit", "suivent"), ("crire", "crit", "crivent"), ("dire", "dit", "disent"),
    ("ffrir", "ffre", "ffrent"), ("vrir", "vre", "vrent"), ("prévoir", "prévoit", "prévoient"),
    ("quérir", "quiert", "quièrent"), ("ir", "it", "issent"),
)  # fmt: skip


def _stems(stem: str) -> Iterable[str]:
    """Yield the stem of a verb in -er as it stands before a silent ending: "espèr-", "rappell-", "annonc-"."""
    yield stem
    if stem.endswith("el") or stem.endswith("et"):
        yield stem + stem[-1]
    for closed in ("é", "e"):
        place = stem.rfind(closed)
        if 0 <= place < len(stem) - 1 and len(stem) - place <= 3:
            yield stem[:place] + "è" + stem[place + 1 :]


def mend_reports(words: Words, forms: dict[str, str]) -> None:
    """Apply the repairs of reporting clauses; `forms` are those of `make_verb_forms`."""
    for index in range(len(words.texts)):
        _mistagged(words, index, forms)
    _stressed_pronouns(words)
    _quoted_adjectives(words)
    _second_predicates(words)
    _told_clauses(words)
    _objects_for_subjects(words)
    _stray_verbs(words)
    lemmas = frozenset(forms.values())
    mend_tellers(words, lemmas)
    _reporting_clauses(words, lemmas)


# ---------------------------------------------------------------- verbs taken for nouns


def _mistagged(words: Words, index: int, forms: dict[str, str]) -> None:
    """Tag a present form as the verb that its surroundings show it to be, and give it its clause."""
    word = words.texts[index].lower()
    if word not in forms or words.pos[index] in ("VERB", "AUX") or not words.texts[index].islower():
        return
    before = words.texts[index - 1].lower() if index else ""
    after = words.texts[index + 1].lower() if index + 1 < len(words.texts) else ""
    if index and words.pos[index - 1] in ("DET", "ADP", "NUM") and after not in _INVERTED:
        return
    infinitive = index + 1 < len(words.texts) and "VerbForm=Inf" in words.morphs[index + 1]
    if after in _THAT or after.startswith(_INVERTED) or before in _SUBJECTS or infinitive:
        _as_verb(words, index, forms[word])
        _give_subject(words, index)
    elif index and words.pos[index - 1] == "CCONJ" and _opens_complement(words, index + 1):
        _as_verb(words, index, forms[word])
        _coordinate(words, index)
    elif before in ("»", '"', "”", ",") and _opens_phrase(words, index + 1) and index + 2 < len(words.texts):
        if before == "," and words.texts[max(0, index - 2)] not in _QUOTES:
            return
        _as_verb(words, index, forms[word])
        _inverted_subject(words, index)


def _as_verb(words: Words, index: int, lemma: str) -> None:
    words.pos[index], words.lemmas[index] = "VERB", lemma
    words.morphs[index] = "Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin"


def _opens_complement(words: Words, index: int) -> bool:
    """Tell whether a complement starts at a word: "de porter", "à négocier", "une révision", "que"."""
    if index + 1 >= len(words.texts):
        return False
    if words.texts[index].lower() in _OF:
        return "VerbForm=Inf" in words.morphs[index + 1]
    return words.pos[index] == "DET" or words.texts[index].lower() in _THAT


def _opens_phrase(words: Words, index: int) -> bool:
    return index < len(words.texts) and words.pos[index] in ("DET", "PROPN", "PRON")


def _give_subject(words: Words, verb: int) -> None:
    """Put a verb in the place of the noun that it was made a part of; the noun before it becomes its subject."""
    top = verb
    while words.heads[top] != top and words.pos[words.heads[top]] in _NOMINAL and words.heads[top] < verb:
        top = words.heads[top]
    if top < verb:
        take_place(words, top, verb)
        words.hang(top, verb, "nsubj")
    if words.texts[verb + 1].lower().startswith(_INVERTED):
        for index in range(verb + 1, min(verb + 3, len(words.texts))):
            if words.texts[index].startswith("-") and words.texts[index] != "-t":
                words.hang(index, verb, "nsubj")
    for index in range(verb + 1, len(words.texts)):
        complement = words.label(index) in ("ccomp", "acl") and words.heads[index] == top
        if complement and words.pos[index] in ("VERB", "AUX"):
            inverted = "VerbForm=Inf" in words.morphs[verb + 1]
            words.hang(index, verb, "xcomp" if inverted else "ccomp")
            break


def _coordinate(words: Words, verb: int) -> None:
    """Coordinate a verb with the one before it and give it the infinitive or noun that follows."""
    above = words.heads[verb]
    while words.heads[above] != above and words.pos[above] != "VERB":
        above = words.heads[above]
    if words.pos[above] == "VERB" and above < verb:
        words.hang(verb, above, "conj")
    complement = next((i for i in range(verb + 1, len(words.texts)) if words.pos[i] in ("VERB", "NOUN", "PROPN")), None)
    if complement is not None and words.heads[complement] != verb and words.heads[complement] < verb:
        words.hang(complement, verb, "xcomp" if words.pos[complement] == "VERB" else "obj")


def _inverted_subject(words: Words, verb: int) -> None:
    """`« ... », nuance le ministre`: the noun behind the verb speaks."""
    noun = next((i for i in range(verb + 1, len(words.texts)) if words.pos[i] in ("NOUN", "PROPN", "PRON")), None)
    if noun is not None and words.heads[noun] == verb:
        words.deps[noun] = "nsubj"
    words.deps[verb] = "parataxis" if words.heads[verb] != verb else "root"


# ---------------------------------------------------------------- clauses hung too low


def _stressed_pronouns(words: Words) -> None:
    """`La France, elle, accepte`: the stressed pronoun between commas is no second subject."""
    for index in range(2, len(words.texts) - 1):
        between = words.texts[index - 1] == "," and words.texts[index + 1] == ","
        if between and words.texts[index].lower() in _STRESSED:
            head = words.heads[index]
            words.hang(index, words.heads[head] if head < index else head, "dislocated")


def _quoted_adjectives(words: Words) -> None:
    """`l'attaque « lâche »`: a word or two in quotes right behind an object describe it."""
    for index in range(1, len(words.texts) - 2):
        if words.texts[index] not in _QUOTES or words.pos[index - 1] not in ("NOUN", "PROPN"):
            continue
        close = next((i for i in range(index + 2, min(index + 2 + _FEW, len(words.texts))) if words.texts[i] in _QUOTES), None)
        inside = range(index + 1, close) if close is not None else range(0)
        tops = [word for word in inside if words.heads[word] not in inside]
        if len(tops) != 1 or words.heads[tops[0]] == index - 1 or words.label(tops[0]) == "root":
            continue
        if words.pos[inside[0]] == "ADP" and close is not None and close + 1 < len(words.texts):
            words.hang(tops[0], index - 1, "nmod")  # "le départ « sans délai » des soldats"
        elif words.heads[tops[0]] == words.heads[index - 1] and words.label(tops[0]) in ("xcomp", "obj", "advmod", "obl"):
            words.hang(tops[0], index - 1, "amod")


def _told_clauses(words: Words) -> None:
    """`avertir les pays qu'ils ...`: the clause is what they are told, not one that describes them."""
    for index, lemma in enumerate(words.lemmas):
        if lemma not in _TELLING or words.pos[index] != "VERB":
            continue
        for noun in [c for c in words.children(index) if words.label(c) == "obj" and c > index]:
            for clause in [c for c in words.children(noun) if words.label(c) == "acl" and words.has(c, "nsubj")]:
                mark = next((c for c in words.children(clause) if words.texts[c].lower() in _THAT), None)
                if mark is not None:
                    words.hang(clause, index, "ccomp")
                    words.pos[mark], words.deps[mark] = "SCONJ", "mark"


def _second_predicates(words: Words) -> None:
    """`affirme ne pas vouloir A, mais exige B`: a finite verb is coordinated with a finite one, not with an infinitive."""
    for index in range(len(words.texts)):
        head = words.heads[index]
        lower = words.label(index) == "conj" and "VerbForm=Inf" in words.morphs[head] and _is_finite(words, index)
        if not lower or _is_finite(words, head) or words.has(index, "mark"):
            continue
        above = words.heads[head]
        while words.heads[above] != above and not _is_finite(words, above):
            above = words.heads[above]
        if words.pos[above] in ("VERB", "AUX") and above != index:
            words.hang(index, above, "conj")


def _is_finite(words: Words, index: int) -> bool:
    if words.pos[index] not in ("VERB", "AUX"):
        return False
    return "VerbForm=Fin" in words.morphs[index] or words.has(index, "aux")


def _objects_for_subjects(words: Words) -> None:
    """`condamne avec force les attaques et appelle ...`: what stands before "et" is the first verb's object."""
    for verb in range(len(words.texts)):
        head = words.heads[verb]
        if not _is_finite(words, verb) or head >= verb or words.pos[head] != "VERB" or words.has(verb, "mark"):
            continue
        joint = next((c for c in words.children(verb) if words.label(c) == "cc" and c < verb), None)
        early = [c for c in words.children(verb) if words.label(c) == "nsubj" and joint is not None and head < c < joint]
        if not early or words.texts[early[0]].lower().lstrip("-") in _SUBJECTS:
            continue
        if not words.has(head, "obj"):
            words.hang(early[0], head, "obj")
            words.deps[verb] = "conj"


def _stray_verbs(words: Words) -> None:
    """Hang a finite verb with a label that no verb can have on a root that is a mere name, as its clause."""
    root = next((i for i, head in enumerate(words.heads) if head == i), 0)
    if words.pos[root] not in ("NOUN", "PROPN", "PRON", "X"):
        return
    for index in range(root + 1, len(words.texts)):
        if _is_finite(words, index) and words.label(index) in _ODD and not words.has(index, "mark"):
            words.hang(index, root, "dep")
            return


def _reporting_clauses(words: Words, lemmas: frozenset[str]) -> None:
    """`..., affirment les autorités`: a cue verb behind a comma with its noun behind it is a clause set in."""
    root = next((i for i, head in enumerate(words.heads) if head == i), 0)
    for verb in range(root + 1, len(words.texts)):
        if words.lemmas[verb] not in lemmas or not _is_finite(words, verb) or words.label(verb) in ("parataxis", "root"):
            continue
        first = min((c for c in words.children(verb) if words.label(c) in ("aux", "expl", "advmod")), default=verb)
        first = min(first, verb)
        if not first or words.texts[first - 1] not in (",", "»", '"', "”") or words.has(verb, "mark", "cc"):
            continue
        nouns = [c for c in words.children(verb) if words.label(c) in ("obj", "nsubj")]
        if nouns and min(nouns) > verb and words.texts[min(nouns) - 1].lower() not in _OF:
            words.hang(verb, root, "parataxis")
            words.deps[min(nouns)] = "nsubj"
