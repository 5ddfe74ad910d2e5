"""Repairs of the English parse where headlines and short reports differ from what the model was trained on.

The model reads written-out prose well. It stumbles over headlines ("Putin, Erdogan discuss Syria", "Modi to visit Moscow"),
over a name that is also a word ("Trump phoned Putin") and over verbs that could be nouns or participles ("denied bombing
Yemen", "Thousands of Poles protested"). Each repair asks for a shape that good English prose does not have otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extract.parse.english_lemmas import mend_lemmas
from dragoman.extract.parse.english_subjects import acronyms_as_names, told_for_its_part
from dragoman.extract.parse.french_words import Words
from dragoman.kit import Kit
from dragoman.languages.rows import DateWordRow, EventWordRow

_LEADING = frozenset(("head-of-state", "head-of-government", "foreign-minister", "secretary-general", "supreme-leader"))
_SINCE = "2012"  # leaders whose term reached past it; of older ones more surnames are words ("Rice", "Brown", "Bush")
_SHORTEST = 4  # letters of a surname that is told from a word by its capital at the beginning of a sentence
_NO_SUBJECT_BEFORE = frozenset(  # what follows a noun more often than a name: "Hunt for", "Power of", "Price in"
    ("of", "for", "in", "on", "at", "by", "from", "with", "over", "under", "against", "between", "the", "a", "an", "is")
)
# verbs without a passive: their participle behind a noun that nothing else is said of is a past tense
_INTRANSITIVE = frozenset(("protest", "march", "demonstrate", "rally", "arrive", "clash", "gather", "flock", "vote", "meet"))
_DOUBLED = frozenset("bdgmnprt")


class EnglishWords(msgspec.Struct, frozen=True, kw_only=True):
    """Surnames of leaders, folded to small letters, the names of days and months, and the verbs of the event table."""

    surnames: frozenset[str]
    times: frozenset[str]
    verbs: frozenset[str] = frozenset()


def compile_english_words(kit: Kit) -> EnglishWords:
    """Collect what the repairs of the English parse know of words. Use as `kit.compiled(compile_english_words)`."""
    rows = kit.languages["en"].rows("dates", DateWordRow)
    times = frozenset(row.form for row in rows if row.kind in ("weekday", "month"))
    surnames = set()
    for person in kit.knowledge.persons.values():
        held = kit.knowledge.offices_of(person.id)
        if not any(kit.knowledge.offices[t.office].type in _LEADING and (t.end or t.known_through) > _SINCE for t in held):
            continue
        for form in (person.name, *filter(None, person.aliases.split("|"))):
            last = form.rsplit(" ", 1)[-1].lower()
            if len(last) >= _SHORTEST and last not in times:
                surnames.add(last)
    acts = (row for row in kit.languages["en"].rows("events", EventWordRow) if row.pos in ("VERB", "LIGHT", "ECHO"))
    patterns = (row.pattern.split() for row in acts)
    verbs = frozenset(word for pattern in patterns for word in pattern[0].split("/"))
    return EnglishWords(surnames=frozenset(surnames), times=times, verbs=verbs)


def leading_names(texts: Sequence[str], words: EnglishWords) -> list[int]:
    """Return the places of leaders' surnames where a capital tells nothing: at the beginning of a sentence."""
    found = []
    for index, text in enumerate(texts[:-1]):
        first = not index or texts[index - 1][-1:] in ".!?\"'(:-"
        if first and text[:1].isupper() and text.lower() in words.surnames and _can_act(texts[index + 1]):
            found.append(index)
    return found


def _can_act(behind: str) -> bool:
    """Tell whether a word can follow a subject."""
    return behind == "," or (behind[:1].islower() and behind not in _NO_SUBJECT_BEFORE)


def mend_english(words: Words, leaders: Sequence[int], known: EnglishWords) -> None:
    """Mend the parse of one sentence; `leaders` are the places of `leading_names` in it."""
    for index in leaders:
        if words.pos[index] != "PROPN":
            words.pos[index], words.morphs[index], words.lemmas[index] = "PROPN", "Number=Sing", words.texts[index].lower()
    mend_lemmas(words, known.verbs)
    acronyms_as_names(words)
    told_for_its_part(words)
    _headline_futures(words)
    _lost_verbs(words)
    _after_asides(words)
    _gerunds(words)
    _bare_sides(words, known)
    _headline_lists(words, known.times)
    _told_after(words)
    _predicates_before_colons(words)
    _relatives_for_roots(words)
    _told_before_dates(words)


def _is_finite(words: Words, index: int) -> bool:
    return "VerbForm=Fin" in words.morphs[index]


def _has_finite(words: Words, root: int) -> bool:
    """Tell whether a sentence has a finite verb in its main clause."""
    return _is_finite(words, root) or any(_is_finite(words, child) for child in words.children(root))


def _raise(words: Words, verb: int, subject: int) -> None:
    """Make a verb that hangs on the root the root, and the old root its subject; what follows the verb is the verb's own."""
    for child in list(words.children(subject)):
        if child > verb:
            words.heads[child] = verb
    words.heads[verb], words.deps[verb] = verb, "root"
    words.heads[subject], words.deps[subject] = verb, "nsubj"


def _root(words: Words) -> int | None:
    return next((index for index, head in enumerate(words.heads) if head == index), None)


def _headline_futures(words: Words) -> None:
    """Read "Modi to visit Moscow" as a clause: a name, "to" right behind it, and nothing finite.

    Of two coordinated infinitives the parser may have taken the second for the main verb: "EU to ban X, tax Y".
    """
    root = _root(words)
    if root is None or _has_finite(words, root) or words.has(root, "case"):
        return
    top = root
    if words.pos[root] == "VERB":
        root = next((child for child in words.children(top) if child < top and words.pos[child] == "PROPN"), top)
    if words.pos[root] != "PROPN" or words.has(root, "case"):
        return
    for verb in list(words.children(root)):
        if verb < root or words.pos[verb] != "VERB" or words.label(verb) not in ("acl", "advcl", "xcomp", "ccomp"):
            continue
        mark = next((child for child in words.children(verb) if words.texts[child] == "to" and child < verb), None)
        if mark is not None and mark == root + 1 and not words.has(verb, "nsubj"):
            _raise(words, verb, root)
            if top != root:
                words.heads[top], words.deps[top] = verb, "conj"
            return


def _lost_verbs(words: Words) -> None:
    """Read "Thousands of Poles protested" as a clause where the parser has a noun and a participle on it, and no verb."""
    root = _root(words)
    if root is None or words.pos[root] not in ("NOUN", "PROPN") or _has_finite(words, root):
        return
    for verb in words.children(root):
        participle = words.deps[verb] == "acl" and "Tense=Past" in words.morphs[verb] and "VerbForm=Part" in words.morphs[verb]
        if verb > root and participle and words.lemmas[verb] in _INTRANSITIVE and not words.has(verb, "aux", "nsubj", "obj"):
            _raise(words, verb, root)
            words.morphs[verb] = "Tense=Past|VerbForm=Fin"
            return


def _after_asides(words: Words) -> None:
    """Read "China, which had refused, imposed duties" as a clause where the parser has a name with an aside, and no verb.

    The verb is the first past tense that stands right behind a comma after the aside and has no subject of its own.
    """
    root = _root(words)
    if root is None or not _is_phrase(words, root):
        return
    aside = next((child for child in words.children(root) if words.label(child) in ("acl", "appos") and child > root), None)
    if aside is None or "," not in words.texts[root : aside + 1]:
        return
    for verb in range(aside + 1, len(words.texts)):
        past = words.pos[verb] == "VERB" and "Tense=Past" in words.morphs[verb] and words.texts[verb - 1] == ","
        if not past or words.deps[verb] not in ("acl", "amod", "conj", "dep") or words.has(verb, "nsubj", "aux", "mark"):
            continue
        thing = words.heads[verb]
        _raise(words, verb, root)
        words.morphs[verb] = "Tense=Past|VerbForm=Fin"
        if verb < thing:  # "imposed duties" was read as duties that are imposed
            words.hang(thing, verb, "obj")
        return


def _is_phrase(words: Words, root: int) -> bool:
    """Tell whether a sentence is a noun phrase for the parser: its head is none of a clause."""
    named = words.pos[root] in ("NOUN", "PROPN") or (words.pos[root] == "ADJ" and words.has(root, "det", "nmod"))
    return named and not words.has(root, "case", "cop", "aux", "nsubj")


def _gerunds(words: Words) -> None:
    """Read "denied bombing Yemen" as what is denied, not as a "bombing Yemen": a name is not of a kind of bombing."""
    for index in range(1, len(words.texts) - 1):
        verb, name = index - 1, words.heads[index]
        gerund = words.pos[index] == "NOUN" and words.label(index) == "compound" and words.texts[index].endswith("ing")
        if not gerund or words.pos[verb] != "VERB" or words.pos[name] != "PROPN" or words.heads[name] != verb:
            continue
        if words.label(name) != "obj" or words.texts[index][:1].isupper():
            continue
        words.pos[index], words.morphs[index] = "VERB", "VerbForm=Ger"
        words.lemmas[index] = _stem(words.texts[index].lower())
        words.heads[index], words.deps[index] = verb, "xcomp"
        words.heads[name] = index
        for child in list(words.children(verb)):
            if child > name and words.label(child) in ("obl", "nmod"):
                words.heads[child] = index


def _told_after(words: Words) -> None:
    """Join a past tense to the verb above, not to its infinitive: "asked Oslo to stop and broke off the talks".

    An infinitive and a finite verb cannot share what governs the first; the model joins neighbours all the same.
    """
    for verb, head in enumerate(words.heads):
        if words.deps[verb] != "conj" or words.pos[verb] != "VERB" or head > verb or "VerbForm=Inf" not in words.morphs[head]:
            continue
        if not _tells(words, verb) or words.has(verb, "nsubj", "aux", "mark"):
            continue
        above = head
        while words.heads[above] != above and not (words.pos[above] == "VERB" and _tells(words, above)):
            above = words.heads[above]
        perfect = any(words.lemmas[child] == "have" for child in words.children(above) if words.label(child) == "aux")
        if words.pos[above] != "VERB" or not _tells(words, above) or not (perfect or _is_finite(words, verb)):
            continue
        words.heads[verb] = above
        for child in list(words.children(head)):
            if head < child < verb and words.label(child) == "cc":
                words.heads[child] = above


def _relatives_for_roots(words: Words) -> None:
    """Read "Ann Lee, who led the talks, confirmed it" as what Lee confirmed, where the parser has "led" for the main verb."""
    root = _root(words)
    who = next((c for c in words.children(root) if words.texts[c].lower() == "who"), None) if root is not None else None
    if root is None or who is None or who < 2 or words.texts[who - 1] != "," or who > root:
        return
    subject = next((c for c in words.children(root) if words.label(c) == "nsubj" and c < who), None)
    for verb in words.children(root):
        first = min((c for c in words.children(verb) if words.label(c) == "aux"), default=verb)
        joined = words.has(verb, "nsubj", "mark") or any(words.label(c) == "cc" and c > root for c in words.children(root))
        if subject is None or words.label(verb) != "conj" or first < 1 or words.texts[first - 1] != "," or joined:
            continue
        if not any(_is_finite(words, form) for form in (verb, first)):
            continue
        words.heads[verb], words.deps[verb] = verb, "root"
        words.heads[subject], words.deps[subject] = verb, "nsubj"
        words.heads[root], words.deps[root] = subject, "acl:relcl"
        return


def _predicates_before_colons(words: Words) -> None:
    """Read "Her union is less happy: it fears that ..." as two clauses: what precedes a colon is not feared."""
    for clause, verb in enumerate(words.heads):
        if words.label(clause) != "ccomp" or verb < clause or words.pos[verb] != "VERB":
            continue
        joints = [i for i in range(clause + 1, verb) if words.texts[i] in (":", ";")]
        behind = [child for child in words.children(verb) if words.label(child) == "ccomp" and child > verb]
        told = any(words.texts[mark].lower() == "that" for child in behind for mark in words.children(child))
        if joints and told and words.has(clause, "nsubj") and words.heads[verb] == verb:
            words.heads[clause], words.deps[clause] = clause, "root"
            words.heads[verb], words.deps[verb] = clause, "parataxis"
            return


def _told_before_dates(words: Words) -> None:
    """Read "A left, the mayor said, a day after B came" as A's leaving that the mayor tells of: the time behind is its own."""
    for said, after in enumerate(words.heads):
        if words.label(said) != "parataxis" or after <= said or words.texts[said + 1] != ",":
            continue
        told = words.heads[after]
        closed = words.label(after) == "conj" and told < said and not words.has(after, "cc") and words.has(after, "mark")
        if closed and words.has(said, "nsubj") and words.heads[told] == told:
            words.heads[said] = told
            words.deps[after] = "advcl"
            return


def _tells(words: Words, verb: int) -> bool:
    """Tell whether a verb form says what happened: a past tense or participle, a present in -s; no infinitive, no gerund."""
    morph = words.morphs[verb]
    return "Tense=Past" in morph or ("VerbForm=Fin" in morph and "Person=3" in morph and words.texts[verb].endswith("s"))


def _stem(gerund: str) -> str:
    """Return the verb of a gerund as far as its letters tell ("shipping" gives "ship")."""
    stem = gerund.removesuffix("ing")
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED else stem


def _bare_sides(words: Words, known: EnglishWords) -> None:
    """Make a bare name right before or behind a verb its missing subject or object: names of people and states tell no time."""
    for index, label in enumerate(words.deps):
        verb, text = words.heads[index], words.texts[index]
        name = words.pos[index] == "PROPN" or (index > 0 and text[:1].isupper() and text.lower() in known.surnames)
        if label not in ("obl:npmod", "advmod") or not name or words.pos[verb] != "VERB":
            continue
        if text.lower() in known.times or words.has(index, "case", "det", "nummod"):
            continue
        words.pos[index] = "PROPN"
        if index == verb - 1 and _is_finite(words, verb) and not words.has(verb, "nsubj"):
            words.deps[index] = "nsubj"
        elif index == verb + 1 and not words.has(verb, "obj", "ccomp", "xcomp") and not _is_passive(words, verb):
            words.deps[index] = "obj"


def _is_passive(words: Words, verb: int) -> bool:
    return any(words.deps[child] in ("aux:pass", "nsubj:pass") for child in words.children(verb))


def _headline_lists(words: Words, times: frozenset[str]) -> None:
    """Read "Putin, Erdogan discuss Syria" as a list of two: an apposition is closed by a comma."""
    for index in range(2, len(words.texts) - 1):
        first, verb = index - 2, index + 1
        if words.texts[index - 1] != "," or words.pos[first] != "PROPN" or words.pos[index] != "PROPN":
            continue
        if not _is_plural_verb(words, verb) or words.texts[first].lower() in times or any(words.children(index)):
            continue
        if words.label(index) == "appos" and words.heads[index] == first and words.heads[first] == verb:
            words.deps[index] = "conj"
        elif first == 0 and words.heads[index] == verb == words.heads[first] and words.label(index) == "nsubj":
            words.hang(first, verb, "nsubj")
            words.hang(index, first, "conj")


def _is_plural_verb(words: Words, index: int) -> bool:
    """Tell whether a finite verb can have several subjects: not "says"."""
    return words.pos[index] == "VERB" and _is_finite(words, index) and "Number=Sing" not in words.morphs[index]
