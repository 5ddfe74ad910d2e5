"""Mends what the French parser regularly gets wrong in news: times taken for objects, lost subjects, verbs not seen as such.

Every repair looks at one shape of tree that grammar rules out (a second bare noun under a noun of time, an auxiliary without
a participle), never at the words of one text. Tags, lemmas, heads and labels change; tokens and offsets never do.
"""

from __future__ import annotations

from dragoman.extract.parse.french_clauses import mend_clauses
from dragoman.extract.parse.french_forms import VerbForms
from dragoman.extract.parse.french_govern import mend_government
from dragoman.extract.parse.french_leads import mend_leads
from dragoman.extract.parse.french_lists import mend_lists
from dragoman.extract.parse.french_names import mend_names
from dragoman.extract.parse.french_openings import mend_openings
from dragoman.extract.parse.french_phrases import mend_phrases
from dragoman.extract.parse.french_rows import mend_rows
from dragoman.extract.parse.french_words import TIMES, Words

__all__ = ["TIMES", "Words", "infinitive", "mend"]


def mend(words: Words, forms: VerbForms) -> None:
    """Apply all repairs, in the order in which they build on each other."""
    if not words.texts:
        return
    _adverbs_between_quotes(words)
    _verbs_behind_auxiliaries(words)
    _verbs_behind_pronouns(words)
    _infinitives(words)
    _names_taken_for_verbs(words)
    _names_for_roots(words)
    _times_for_objects(words)
    _objects_behind_times(words)
    _lost_objects(words)
    mend_names(words)
    mend_phrases(words)
    mend_clauses(words)
    mend_leads(words)
    mend_openings(words)
    mend_rows(words)
    mend_lists(words)
    mend_government(words, forms)
    _perfects_for_passives(words)


# ---------------------------------------------------------------- verbs

_ENDINGS = (  # form, infinitive: regular endings; the longest first
    ("eraient", "er"), ("erait", "er"), ("eront", "er"), ("era", "er"), ("iraient", "ir"), ("irait", "ir"), ("iront", "ir"),
    ("ira", "ir"), ("ndront", "ndre"), ("ndra", "ndre"), ("ettra", "ettre"), ("ées", "er"), ("ée", "er"), ("és", "er"),
    ("é", "er"), ("aient", "er"), ("ait", "er"), ("ant", "er"), ("ent", "er"), ("es", "er"), ("e", "er"), ("ies", "ir"),
    ("is", "ir"), ("ie", "ir"), ("i", "ir"), ("ues", "re"), ("ue", "re"), ("us", "re"), ("u", "re"),
)  # fmt: skip
_INFINITIVE = ("er", "ir", "re", "oir")
_SHORTEST_STEM = 2
_PARTICIPLE = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "it", "u", "ue", "us", "ues")


def infinitive(form: str) -> str:
    """Return the infinitive that a regular verb form most likely belongs to; the form itself where no ending fits."""
    for ending, lemma in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_STEM:
            return form[: len(form) - len(ending)] + lemma
    return form


def _infinitives(words: Words) -> None:
    """Replace verb lemmas that are no infinitives ("reproche" for "reprocher")."""
    for index, pos in enumerate(words.pos):
        word = words.texts[index].lower()
        if pos == "VERB" and words.lemmas[index] == word and not word.endswith(_INFINITIVE) and word[:1].isalpha():
            words.lemmas[index] = infinitive(word)


def _verbs_behind_auxiliaries(words: Words) -> None:
    """Tag what an auxiliary of the past governs as a verb; where it hangs elsewhere, let it take the place of its head."""
    for auxiliary, label in enumerate(words.deps):
        if label != "aux:tense":
            continue
        verb = words.heads[auxiliary]
        after = auxiliary + 1
        while after < len(words.texts) and after != verb and words.pos[after] == "ADV" and not _is_participle(words, after):
            after += 1
        if after < len(words.texts) and after != verb and _is_participle(words, after) and words.pos[verb] != "VERB":
            take_place(words, verb, after)
            words.hang(verb, after, "obj" if verb > after else "nsubj")
            verb = after
        if words.pos[verb] in ("ADJ", "NOUN", "ADV") and _is_participle(words, verb):
            words.pos[verb] = "VERB"
            words.lemmas[verb] = infinitive(words.texts[verb].lower())
            words.morphs[verb] = "Tense=Past|VerbForm=Part"
        _raise_perfect(words, auxiliary, verb)


def _raise_perfect(words: Words, auxiliary: int, verb: int) -> None:
    """Make a verb with its auxiliary that hangs on its own object, or on its subject, the verb of the clause.

    "Rome a également gelé les discussions": the parser may see frozen discussions, or a name with a list of nouns.
    """
    above = words.heads[verb]
    if words.pos[verb] != "VERB" or words.has(verb, "nsubj"):
        return
    if words.label(verb) == "amod" and above > verb and words.pos[above] == "NOUN":
        subject = [child for child in words.children(auxiliary) if words.label(child) == "nsubj"]
        take_place(words, above, verb)
        words.hang(above, verb, "obj")
        for child in subject:
            words.heads[child] = verb
    elif words.label(verb) == "punct" and above < auxiliary and words.pos[above] == "PROPN" and words.deps[above] == "root":
        take_place(words, above, verb)
        words.hang(above, verb, "nsubj")
        for child in [child for child in words.children(above) if child > verb]:
            bare = words.label(child) == "nmod" and not words.has(child, "case")
            words.hang(child, verb, "obj" if bare else words.deps[child])


def _adverbs_between_quotes(words: Words) -> None:
    """Take a word in -ment between an auxiliary and a participle for an adverb, also in quotes ("a « fermement » condamné")."""
    for index, word in enumerate(words.texts):
        if not word.endswith("ment") or words.pos[index] not in ("NOUN", "ADJ", "VERB") or not words.has(index, "aux"):
            continue
        verb = next((i for i in range(index + 1, min(index + 4, len(words.texts))) if words.pos[i] != "PUNCT"), None)
        if verb is None or not (words.pos[verb] == "VERB" or _is_participle(words, verb)):
            continue
        take_place(words, index, verb)
        words.pos[index], words.pos[verb] = "ADV", "VERB"
        words.hang(index, verb, "advmod")


_WITH_ETRE = frozenset(  # intransitive verbs that form their perfect with "être": never a passive
    (
        "aller", "arriver", "convenir", "devenir", "entrer", "intervenir", "mourir", "naître", "partir", "parvenir", "repartir",
        "rester", "retourner", "revenir", "survenir", "tomber", "venir",
    )
)  # fmt: skip


_MOVING = frozenset(("sortir", "rentrer", "monter", "descendre"))  # with "est" a perfect, with "a été" a passive


def _perfects_for_passives(words: Words) -> None:
    """Undo passives of verbs that have none, and of reflexive verbs ("sont convenus", "s'est rendu")."""
    for verb, pos in enumerate(words.pos):
        if pos != "VERB" or not any(words.deps[c] in ("aux:pass", "nsubj:pass") for c in words.children(verb)):
            continue
        before = {words.texts[c].lower() for c in words.children(verb) if c < verb}
        moved = words.lemmas[verb] in _MOVING and "été" not in before
        if words.lemmas[verb] in _WITH_ETRE or moved or before & {"se", "s'", "s’"}:
            for child in words.children(verb):
                words.deps[child] = {"aux:pass": "aux:tense", "nsubj:pass": "nsubj"}.get(words.deps[child], words.deps[child])


_OBJECT_PRONOUNS = frozenset(("le", "la", "les", "l'", "lui", "leur"))
_FINITE = ("era", "ira", "dra", "tra", "eront", "iront", "dront", "tront", "erait", "irait", "drait", "trait", "ait", "aient")


def _verbs_behind_pronouns(words: Words) -> None:
    """Tag as a verb what stands behind an object pronoun and ends as a finite verb ("les rejoindra")."""
    for index in range(1, len(words.texts)):
        pronoun = words.pos[index - 1] == "PRON" and words.texts[index - 1].lower() in _OBJECT_PRONOUNS
        if pronoun and words.pos[index] in ("NOUN", "ADJ") and words.texts[index].endswith(_FINITE):
            words.pos[index], words.morphs[index] = "VERB", "VerbForm=Fin"
            words.lemmas[index] = infinitive(words.texts[index].lower())


def _is_participle(words: Words, index: int) -> bool:
    return words.texts[index].endswith(_PARTICIPLE) and words.pos[index] in ("ADJ", "ADV", "VERB", "NOUN")


def take_place(words: Words, old: int, new: int) -> None:
    """Put a word where another stands in the tree, with that one's clause around it."""
    rooted = words.heads[old] == old
    words.heads[new], words.deps[new] = (new, "root") if rooted else (words.heads[old], words.deps[old])
    for child in list(words.children(old)):
        if child != new and words.label(child) in _OF_CLAUSE:
            words.heads[child] = new
    if rooted:
        words.heads[old] = new


_OF_CLAUSE = (
    "nsubj", "aux", "punct", "obl", "advcl", "mark", "expl", "iobj", "obj", "ccomp", "xcomp", "parataxis", "advmod", "cop",
)  # fmt: skip


# ---------------------------------------------------------------- names


def _names_taken_for_verbs(words: Words) -> None:
    """Undo "verbs" that are given names after a title ("the minister Narendra Modi met"): the next verb has the clause."""
    for index, pos in enumerate(words.pos):
        named = pos == "VERB" and index and words.texts[index][:1].isupper() and words.deps[index - 1] != "punct"
        if not named or words.has(index, "aux") or not words.has(index, "flat"):
            continue
        verb = next((c for c in words.children(index) if c > index and words.pos[c] in ("VERB", "AUX")), None)
        title = next((c for c in words.children(index) if c < index and words.label(c) == "nsubj"), None)
        if verb is None:
            continue
        words.pos[index], words.lemmas[index] = "PROPN", words.texts[index].lower()
        take_place(words, index, verb)
        if title is None:
            words.hang(index, verb, "nsubj")
        else:
            words.hang(title, verb, "nsubj")
            words.hang(index, title, "appos")


def _names_for_roots(words: Words) -> None:
    """Make a bare name at the head of a sentence the subject of the finite verb that the parser coordinated with it."""
    root = next((i for i, head in enumerate(words.heads) if head == i), 0)
    if words.pos[root] not in ("PROPN", "NOUN", "PRON", "X") or words.has(root, "case", "cop", "nsubj"):
        return
    verb = next((c for c in words.children(root) if c > root and _is_clause(words, c)), None)
    if verb is None or words.texts[root + 1] in (":", "?", "!"):
        return
    subject = next((c for c in words.children(verb) if words.label(c) == "nsubj"), None)
    marks = [c for c in words.children(verb) if root < c < verb and words.label(c) == "cc"]
    if subject is not None and not (marks and root < marks[0] < subject):
        return
    if subject is not None and words.texts[marks[0]].lower() not in ("et", "ou", "ni"):
        return
    take_place(words, root, verb)
    words.hang(root, verb, "nsubj")
    if subject is not None:
        words.hang(subject, root, "conj")
        words.hang(marks[0], subject, "cc")


def _is_clause(words: Words, index: int) -> bool:
    """Tell whether a word heads a finite clause hung on a name as if it were coordinated or part of it."""
    if words.pos[index] != "VERB" or words.label(index) not in ("conj", "parataxis", "ccomp", "dep"):
        return False
    return "VerbForm=Fin" in words.morphs[index] or words.has(index, "aux")


# ---------------------------------------------------------------- objects

_NEAREST = frozenset(("dernier", "dernière", "derniers", "dernières", "prochain", "prochaine", "passé", "passée"))


def _times_for_objects(words: Words) -> None:
    """Turn a noun of time that stands as object into a circumstance ("received on Monday his colleague")."""
    for index, word in enumerate(words.texts):
        lower = word.lower()
        if lower in _NEAREST and words.label(index) == "case" and index and words.texts[index - 1].lower() in TIMES:
            words.hang(index, index - 1, "amod")
            words.pos[index] = "ADJ"
        if lower not in TIMES or words.label(index) != "obj":
            continue
        if not words.has(index, "nmod", "acl") or _bare_under(words, index) is not None:
            words.deps[index] = "obl:mod"


def _bare_under(words: Words, index: int) -> int | None:
    """Return a noun with its own article that hangs bare under another noun: no French noun takes one so."""
    for child in words.children(index):
        bare = child > index and words.deps[child] == "nmod" and words.pos[child] == "NOUN"
        if bare and words.has(child, "det", "nummod") and not words.has(child, "case"):
            return child
    return None


_GOVERNING_DE = frozenset(  # "ont parlé mardi des otages": what "des" leads is no object
    (
        "abuser", "bénéficier", "changer", "convenir", "débattre", "décider", "dépendre", "discuter", "disposer", "douter",
        "hériter", "jouir", "juger", "manquer", "parler", "partir", "profiter", "provenir", "relever", "répondre", "revenir",
        "sortir", "souffrir", "témoigner", "traiter", "user", "venir",
    )
)  # fmt: skip


def _objects_behind_times(words: Words) -> None:
    """Read "des" as an article between a time and the object: "ont frappé mardi des camps"."""
    for index in range(3, len(words.texts)):
        article, time = index - 1, index - 2
        verb = words.heads[time]
        if words.pos[index] != "NOUN" or words.texts[article].lower() != "des" or words.heads[article] != index:
            continue
        if words.texts[time].lower() not in TIMES or words.pos[verb] != "VERB" or words.heads[index] not in (verb, time):
            continue
        passive = any(words.deps[c] in ("aux:pass", "nsubj:pass") for c in words.children(verb))
        if passive or words.has(verb, "obj", "expl", "ccomp", "xcomp") or words.lemmas[verb] in _GOVERNING_DE:
            continue
        words.hang(index, verb, "obj")
        words.pos[article], words.deps[article] = "DET", "det"


def _lost_objects(words: Words) -> None:
    """Give a verb without object the bare noun that hangs on its circumstance or is labelled as one."""
    for verb, pos in enumerate(words.pos):
        if pos != "VERB" or words.has(verb, "obj", "cop", "ccomp", "xcomp") or words.has(verb, "expl"):
            continue
        if any(words.deps[c] in ("aux:pass", "nsubj:pass") for c in words.children(verb)):
            continue
        for child in sorted(words.children(verb)):
            if child < verb or words.label(child) != "obl":
                continue
            below = _bare_under(words, child)
            if below is not None:
                words.hang(below, verb, "obj")
                break
            bare = words.pos[child] == "NOUN" and not words.has(child, "case") and words.has(child, "det", "nummod")
            if bare and words.texts[child].lower() not in TIMES:
                words.deps[child] = "obj"
                break
