"""Finds the verbs that the French parser missed, and gives each its clause.

A form that can be nothing else is a verb, whatever its tag ("gela", "expulse"); one that could be a noun or an adjective is
one where no noun can stand: right before an article, with no article of its own ("ferme les bureaux", "juge ces propos").
Its subject is the phrase that ends before it, or that of the verb it is coordinated with; what follows it is its own.
"""

from __future__ import annotations

from dragoman.extract.parse.french_forms import Form, VerbForms
from dragoman.extract.parse.french_words import TIMES, Words

_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "X")
_CLITICS = frozenset(("se", "s'", "ne", "n'", "y", "en", "le", "la", "les", "l'", "lui", "leur", "nous", "me", "m'"))
_PRONOUNS = frozenset(("il", "elle", "on", "ils", "elles", "qui", "je", "j'", "nous", "ce", "cela", "celui-ci", "celle-ci"))
_RELATIVES = frozenset(("qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "quand", "si"))
_ARTICLES = frozenset(("le", "la", "les", "l'", "un", "une", "son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "ces"))
_NO_CLAUSE = (
    "acl", "amod", "nmod", "appos", "flat", "advmod", "det", "case", "obj", "obl", "nsubj", "compound", "fixed", "dep",
)  # fmt: skip
_SURE_ENDINGS = ("èrent", "irent", "urent", "inrent", "aient", "era", "eront", "ira", "iront")
_FUNCTION = frozenset(("entre", "contre", "outre", "sauf", "montre", "porte", "mis", "dit", "fait", "suit", "reste", "compte"))
_BEFORE_VERBS_ONLY = frozenset(("ne", "n'", "se", "s'"))
_NOT = frozenset(("pas", "plus", "jamais"))
_SHORTEST = 4
_STOPS = frozenset((";", ":", "!", "?"))


def mend_verbs(words: Words, forms: VerbForms) -> None:
    """Tag the missed verbs and put each at the head of its clause."""
    for index, text in enumerate(words.texts):
        form = forms.readings.get(text)
        if form is None or not form.finite:
            continue
        finite = "VerbForm=Fin" in words.morphs[index]
        if words.pos[index] in ("VERB", "AUX"):
            if finite or (text not in forms.participles and not _follows_auxiliary(words, index)):
                _as_verb(words, index, form, forms, keep=finite)
            else:
                continue
        elif _is_missed(words, index, form, forms):
            _as_verb(words, index, form, forms, keep=False)
        else:
            continue
        if _is_misplaced(words, index) and not _is_inserted(words, index, form, forms):
            _lead_clause(words, index)
            infinitive = _infinitive_behind(words, index)
            if _is_above_infinitive(words, index):
                _govern(words, index, words.heads[index])
            elif infinitive is not None and words.heads[infinitive] < index and words.heads[words.heads[infinitive]] == index:
                words.hang(infinitive, index, "xcomp")  # it hung on the subject
    _objects_of_others(words)
    _relatives(words, forms)


def _objects_of_others(words: Words) -> None:
    """Make "nous" and "vous" before a verb in the third person its object ("la Chine nous a invités")."""
    for index, text in enumerate(words.texts):
        verb = words.heads[index]
        if text.lower() not in ("nous", "vous") or words.label(index) != "nsubj" or verb <= index:
            continue
        finite = [verb, *(c for c in words.children(verb) if words.label(c) == "aux")]
        if any("Person=3" in words.morphs[word] for word in finite):
            words.deps[index] = "iobj" if words.has(verb, "obj") else "obj"


def _relatives(words: Words, forms: VerbForms) -> None:
    """Read "que" as "which" behind the object of a verb that says nothing ("leur adressa un plan, que Tunis rejeta")."""
    for index in range(1, len(words.texts)):
        verb = words.heads[index]
        if words.texts[index].lower() not in ("que", "qu'") or words.label(index) != "mark" or verb <= index:
            continue
        above = words.heads[verb]
        clause = words.label(verb) == "ccomp" and words.pos[verb] == "VERB" and words.pos[above] == "VERB" and above < index
        if not clause or words.lemmas[above] in forms.cues or words.has(verb, "obj", "ccomp", "xcomp", "expl"):
            continue
        noun = next((c for c in words.children(above) if words.label(c) == "obj" and c < index), None)
        if noun is None:
            noun = _object_before(words, index, above)
        if noun is not None and words.pos[noun] == "NOUN":
            words.pos[index], words.morphs[index] = "PRON", "PronType=Rel"
            words.hang(verb, noun, "acl:relcl")
            words.hang(index, verb, "obj")


def _object_before(words: Words, index: int, verb: int) -> int | None:
    """Return the head of the phrase that ends before "que": a noun with its own article, without a preposition."""
    noun = index - 1
    while noun > verb and words.heads[noun] < noun and (words.pos[noun] != "NOUN" or words.has(noun, "case")):
        noun = words.heads[noun]
    return noun if noun > verb and words.has(noun, "det") and not words.has(noun, "case") else None


def _follows_auxiliary(words: Words, index: int) -> bool:
    return words.has(index, "aux") or (index > 0 and words.pos[index - 1] == "AUX")


def _as_verb(words: Words, index: int, form: Form, forms: VerbForms, keep: bool) -> None:
    """Give a word the tag, and unless they are good already the lemma and the features, of a verb."""
    if not keep or words.lemmas[index] not in forms.lemmas:
        words.lemmas[index] = form.lemma
    if not keep:
        words.pos[index], words.morphs[index] = "VERB", form.morph


def _is_missed(words: Words, index: int, form: Form, forms: VerbForms) -> bool:
    """Tell whether a word with another tag is a verb: by its ending, or because no noun or adjective can stand there."""
    text = words.texts[index]
    before = words.texts[index - 1].lower() if index else ""
    if len(text) < _SHORTEST or text in _FUNCTION or not index or words.pos[index - 1] in ("DET", "ADP", "AUX"):
        return False
    past = text.endswith("a") and "Tense=Past" in form.morph
    if text.endswith(_SURE_ENDINGS) or past:
        return words.pos[index - 1] != "NUM" or words.texts[index - 1][:1].isalpha()
    if words.pos[index] not in (*_NOMINAL, "PRON", "ADV", "SCONJ", "INTJ"):
        return False
    if before in _BEFORE_VERBS_ONLY or _has_plain_subject(words, index) or _disagrees(words, index):
        return True
    if words.pos[index] == "ADV" and words.pos[index - 1] in _NOMINAL and _infinitive_behind(words, index) is not None:
        return True  # "Rome dément avoir fourni"
    return (text not in forms.participles or words.pos[index] != "ADJ") and _leads(words, index)


def _leads(words: Words, index: int) -> bool:
    """Tell whether a word stands where only a verb can: behind a subject pronoun, before an object or an infinitive."""
    if words.texts[index - 1].lower() in _PRONOUNS and words.pos[index - 1] == "PRON":
        return True
    opened = _opens_object(words, index + 1) or _opens_infinitive(words, index + 1)
    return _names_object(words, index) or (opened and _may_lead(words, index))


def _has_plain_subject(words: Words, index: int) -> bool:
    """Tell whether a noun or adjective has a subject before it and no "être": no French clause is built so."""
    if words.pos[index] not in ("NOUN", "ADJ") or words.has(index, "cop", "aux", "det", "case"):
        return False
    subjects = [c for c in words.children(index) if words.deps[c] == "nsubj" and c < index]
    return any(words.pos[c] in ("NOUN", "PROPN") and words.has(c, "det") + (words.pos[c] == "PROPN") for c in subjects)


def _disagrees(words: Words, index: int) -> bool:
    """Tell whether a word was taken for the feminine of an adjective behind a masculine noun ("le ministre reproche")."""
    feminine = words.pos[index] == "ADJ" and words.texts[index] == words.lemmas[index] + "e"
    before = index - 1
    return feminine and words.pos[before] in ("NOUN", "PROPN") and "Gender=Masc" in words.morphs[before]


def _names_object(words: Words, index: int) -> bool:
    """Tell whether a form in -e stands between two names in a sentence without another verb ("Oslo presse Londres de")."""
    if index + 1 >= len(words.texts) or words.pos[index] != "NOUN" or not words.texts[index].endswith("e"):
        return False
    if words.pos[index - 1] != "PROPN" or words.pos[index + 1] != "PROPN" or not words.texts[index + 1][:1].isupper():
        return False
    return not any(is_finite(words, other) for other in range(len(words.texts)))


def _opens_object(words: Words, index: int) -> bool:
    """Tell whether an article, and no time ("la semaine dernière"), stands at a place."""
    if index + 1 >= len(words.texts) or words.texts[index].lower() not in _ARTICLES or words.pos[index] != "DET":
        return False
    return words.texts[index + 1].lower() not in TIMES


def _opens_infinitive(words: Words, index: int) -> bool:
    """Tell whether "de" or "à" with an infinitive stands at a place, perhaps with pronouns between ("de les expulser")."""
    if index >= len(words.texts) or words.texts[index].lower() not in ("de", "d'", "à"):
        return False
    after = index + 1
    while after < len(words.texts) and words.texts[after].lower() in _CLITICS | _NOT:
        after += 1
    return after < len(words.texts) and "VerbForm=Inf" in words.morphs[after]


def _may_lead(words: Words, index: int) -> bool:
    """Tell whether what stands before a word can be the end of a subject, or joins it to a verb before."""
    before = index - 1
    while before >= 0 and (words.texts[before].lower() in _CLITICS or words.pos[before] == "ADV"):
        before -= 1
    if before < 0:
        return False
    if words.pos[before] in ("CCONJ", "PUNCT"):
        return words.texts[before] in (",", "et", "mais", "puis", "ou") and _earlier_verb(words, index) is not None
    return words.pos[before] in (*_NOMINAL, "PRON")


def _is_misplaced(words: Words, index: int) -> bool:
    """Tell whether a finite verb hangs where no clause can, or as a clause on a noun with nothing that makes it one."""
    if words.pos[index] != "VERB":
        return False
    label = words.label(index)
    if label == "conj":
        return words.pos[words.heads[index]] not in ("VERB", "AUX") and not words.has(index, "mark")
    if label == "root":
        return not words.has(index, "nsubj", "expl") and index > 0 and words.pos[index - 1] in _NOMINAL
    if label not in _NO_CLAUSE:
        return False
    above = words.heads[index]
    related = range(min(above, index), index)
    return not any(words.texts[i].lower() in _RELATIVES for i in related)


def _is_inserted(words: Words, index: int, form: Form, forms: VerbForms) -> bool:
    """Tell whether a verb of saying stands behind a comma or quote: its subject follows it (`..., affirme le ministre`)."""
    if form.lemma not in forms.cues or not index or words.texts[index - 1] not in (",", '"', "»", "”"):
        return False
    quoted = words.texts[index - 1] != ","
    inverted = index + 1 < len(words.texts) and words.pos[index + 1] in ("DET", "PROPN")
    return quoted or (inverted and _earlier_verb(words, index) is not None)


# ---------------------------------------------------------------- clauses


def is_finite(words: Words, index: int) -> bool:
    """Tell whether a word is a finite verb, or a participle with its auxiliary."""
    if words.pos[index] not in ("VERB", "AUX"):
        return False
    return "VerbForm=Fin" in words.morphs[index] or words.has(index, "aux")


def _earlier_verb(words: Words, index: int) -> int | None:
    """Return the verb that a verb without a subject is coordinated with: the nearest of the same tense, no relative clause."""
    found = [i for i in range(index - 1, -1, -1) if words.pos[i] == "VERB" and is_finite(words, i)]
    main = [i for i in found if words.label(i) != "acl"]
    alike = [i for i in main if _tense(words, i) == _tense(words, index)]
    return next(iter((*alike, *main, *found)), None)


def _tense(words: Words, index: int) -> str:
    return next((part for part in words.morphs[index].split("|") if part.startswith("Tense=")), "")


def _lead_clause(words: Words, verb: int) -> None:
    """Put a verb at the head of its clause."""
    before = verb - 1
    while before >= 0 and (words.texts[before].lower() in _CLITICS or words.pos[before] == "ADV"):
        before -= 1
    if before < 0:
        return
    above = words.heads[verb]
    if words.pos[before] == "CCONJ" or words.texts[before] == ",":
        governor = _earlier_verb(words, verb)
        if governor is not None:
            words.hang(verb, governor, "conj")
        else:
            first = _subject_before(words, verb)
            if first is None:
                return
            _take_over(words, first, verb)
        _take_neighbours(words, before, verb)
    elif words.pos[before] == "PRON" or words.pos[before] in _NOMINAL:
        subject = _phrase_top(words, before, verb)
        if subject is None or words.texts[subject].lower() in TIMES:
            return
        _take_over(words, subject, verb)
        _take_neighbours(words, before + 1, verb)
    else:
        return
    _take_objects(words, verb, above)


def _is_above_infinitive(words: Words, verb: int) -> bool:
    """Tell whether a verb with its own subject hangs on the infinitive that it governs: "Rome dément avoir fourni"."""
    below = words.heads[verb]
    if below <= verb or words.pos[below] != "VERB" or not words.has(verb, "nsubj") or "VerbForm=Fin" in words.morphs[below]:
        return False
    forms = [words.morphs[i] for i in (below, *words.children(below)) if i == below or words.label(i) in ("aux", "cop")]
    return any("VerbForm=Inf" in form for form in forms) and not any("VerbForm=Fin" in form for form in forms)


def _infinitive_behind(words: Words, verb: int) -> int | None:
    """Return the infinitive behind a verb, with "avoir" or "être" too; only pronouns stand between ("dément l'abriter")."""
    behind = verb + 1
    while behind < len(words.texts) and words.texts[behind].lower() in _CLITICS and words.pos[behind] == "PRON":
        behind += 1
    if behind >= len(words.texts) or "VerbForm=Inf" not in words.morphs[behind]:
        return None
    return words.heads[behind] if words.label(behind) == "aux" else behind


def _govern(words: Words, verb: int, below: int) -> None:
    """Let a verb take the place of the infinitive on which it hangs, and govern it."""
    above, label = words.heads[below], words.deps[below]
    words.heads[verb], words.deps[verb] = (verb if above == below else above), label
    for child in list(words.children(below)):
        if child < verb or words.label(child) == "punct":
            words.heads[child] = verb
    words.heads[below], words.deps[below] = verb, "xcomp"


def _subject_before(words: Words, verb: int) -> int | None:
    """Return what leads a sentence whose only finite verb stands behind a comma: its root, else what it took for a subject."""
    root = next((i for i, head in enumerate(words.heads) if head == i), verb)
    leading = [root] if root < verb else [i for i in range(verb) if words.label(i) == "nsubj" and words.heads[i] >= verb]
    found = [i for i in leading if words.pos[i] in ("NOUN", "PROPN", "PRON") and not words.has(i, "case")]
    return found[0] if found else None


def _phrase_top(words: Words, last: int, verb: int) -> int | None:
    """Return the head of the phrase that ends at a word; nothing where it stands under a preposition."""
    top = last
    for _ in range(len(words.texts)):
        above = words.heads[top]
        if above == top or above >= verb or words.pos[above] not in _NOMINAL:
            break
        top = above
    return None if words.has(top, "case", "mark") and words.pos[top] != "PRON" else top


def _take_over(words: Words, subject: int, verb: int) -> None:
    """Let a verb stand where its subject stood, and the subject under it."""
    head, label = words.heads[subject], words.label(subject)
    if head == subject:
        words.heads[verb], words.deps[verb] = verb, "root"
        for child in list(words.children(subject)):
            if words.label(child) in ("punct", "advmod", "obl", "advcl", "mark", "parataxis") and child != verb:
                words.heads[child] = verb
    elif head > verb and _stands_in_for(words, head):
        _swap(words, verb, head)
    elif head == verb and words.heads[verb] > verb and words.pos[words.heads[verb]] == "NOUN":
        _swap(words, verb, words.heads[verb])
    elif head == verb and label in _NO_CLAUSE and words.label(verb) in _NO_CLAUSE and words.heads[verb] != verb:
        words.deps[verb] = "parataxis"
    elif head != verb:
        clause = words.pos[head] == "VERB" and label in ("nsubj", "obj", "obl", "dep", "advmod")
        words.hang(verb, head, "conj" if label == "conj" else ("parataxis" if clause else words.deps[verb]))
    words.hang(subject, verb, "nsubj")
    for article in [c for c in words.children(verb) if words.label(c) == "det" and c < subject]:
        words.hang(article, subject, "det")


def _stands_in_for(words: Words, head: int) -> bool:
    """Tell whether an infinitive or a noun heads the clause only because its verb was missed."""
    infinitive = words.pos[head] == "VERB" and "VerbForm=Inf" in words.morphs[head]
    noun = words.pos[head] == "NOUN" and words.heads[head] == head and words.has(head, "det")
    return infinitive or (noun and not words.has(head, "case", "cop"))


def _swap(words: Words, verb: int, other: int) -> None:
    """Let a verb take the place of a word behind it, which becomes its complement; articles before it go to its subject."""
    above = words.heads[other]
    words.heads[verb], words.deps[verb] = (verb, "root") if above == other else (above, "parataxis")
    words.heads[other], words.deps[other] = verb, "xcomp" if words.pos[other] == "VERB" else "obj"
    for child in list(words.children(other)):
        before = child < verb and words.label(child) in ("ccomp", "advcl", "obl", "advmod")
        if before or words.label(child) == "punct":
            words.heads[child] = verb


def _take_neighbours(words: Words, first: int, verb: int) -> None:
    """Hang conjunction, pronouns and adverbs right before a verb on it."""
    for index in range(first, verb):
        if words.pos[index] == "CCONJ":
            words.hang(index, verb, "cc")
        elif words.pos[index] == "ADV":
            words.hang(index, verb, "advmod")
        elif words.pos[index] == "PRON":
            word = words.texts[index].lower()
            label = "expl:comp" if word in ("se", "s'") else ("iobj" if word in ("lui", "leur") else "obj")
            words.hang(index, verb, label)


def _take_objects(words: Words, verb: int, above: int) -> None:
    """Hang on a verb what follows it and hung on something before it; a later clause keeps what is its own."""
    for index in range(verb + 1, len(words.texts)):
        if words.texts[index] in _STOPS or (index > verb + 1 and words.pos[index] == "CCONJ" and _clause_at(words, index + 1)):
            return
        head = words.heads[index]
        if head >= verb or index == head or words.pos[index] in ("PUNCT", "CCONJ", "DET", "ADP"):
            continue
        if is_finite(words, index):
            marked = words.has(index, "mark") or any(words.texts[c].lower() in _RELATIVES for c in words.children(index))
            if marked and head == above:
                words.hang(index, verb, "ccomp")
            continue
        _take_object(words, verb, index)


def _clause_at(words: Words, index: int) -> bool:
    """Tell whether a finite clause begins at a place: its verb comes before anything but a subject."""
    for later in range(index, len(words.texts)):
        if is_finite(words, later):
            return True
        if words.pos[later] in ("PUNCT", "CCONJ"):
            return False
    return False


def _take_object(words: Words, verb: int, index: int) -> None:
    if words.pos[index] == "VERB":
        words.hang(index, verb, "xcomp" if "VerbForm=Inf" in words.morphs[index] else "advcl")
    elif words.pos[index] in ("NOUN", "PROPN", "NUM", "PRON") and words.has(index, "case"):
        words.hang(index, verb, "obl:arg")
    elif words.pos[index] in ("NOUN", "PROPN", "PRON"):
        time = words.texts[index].lower() in TIMES or words.has(verb, "obj")
        words.hang(index, verb, "obl:mod" if time else "obj")
    elif words.pos[index] == "ADV":
        words.hang(index, verb, "advmod")
