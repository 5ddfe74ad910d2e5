"""Mends what the French parser hangs on the wrong word of a phrase: what a verb governs, what is joined to a title.

As in `french_tree`, tags, heads and labels change, tokens never do.
"""

from __future__ import annotations

from dragoman.extract.parse.french_words import Words


def mend_government(words: Words) -> None:
    """Apply the repairs of what hangs on what."""
    _adjectives_for_auxiliaries(words)
    _pronouns_for_articles(words)
    _light_verbs(words)
    _parted_perfects(words)
    _subjects_of_clauses(words)
    _asides_for_roots(words)
    _gerunds(words)
    _clitics_of_participles(words)
    _judged(words)
    _fronted_phrases(words)
    _joined_to_names(words)
    _titles_in_rows(words)
    _subjects_in_rows(words)
    _behind_fixed(words)
    _second_clauses(words)
    _several_of(words)
    _departed(words)
    _demanded_of(words)
    _controlled(words)
    _said_ready(words)
    _dative_subjects(words)
    _clauses_behind_names(words)


def _joined_to_names(words: Words) -> None:
    """Join a noun to the titled noun, not to the name behind its title: "le président X et son homologue Y"."""
    for index, label in enumerate(words.deps):
        name = words.heads[index]
        if label != "conj" or words.pos[index] != "NOUN" or words.pos[name] != "PROPN" or not words.has(index, "det"):
            continue
        top = name
        while words.label(top) in ("appos", "flat", "nmod") and words.heads[top] < top and not words.has(top, "case", "det"):
            top = words.heads[top]
        titled = top != name and words.pos[top] == "NOUN" and words.has(top, "det") and words.texts[top].islower()
        if titled and not any(words.texts[i] == "(" for i in range(top, index)):
            words.hang(index, top, "conj")


def _adjectives_for_auxiliaries(words: Words) -> None:
    """Read an auxiliary that is no form of "avoir" or "être", behind a noun, as its adjective ("des chars biélorusses")."""
    for index in range(1, len(words.texts)):
        noun = index - 1
        odd = words.pos[index] == "AUX" and words.lemmas[index] not in _AUXILIARIES and not words.label(index).startswith("aux")
        if odd and words.pos[noun] == "NOUN" and words.texts[index].endswith("s") and not words.has(index, "nsubj", "obj"):
            words.pos[index], words.lemmas[index] = "ADJ", words.texts[index].removesuffix("s")
            words.morphs[index] = "Number=Plur"
            words.hang(index, noun, "amod")


_AUXILIARIES = frozenset(("être", "avoir", "faire", "pouvoir", "devoir", "aller", "venir", "laisser"))
_SEVERAL = frozenset(
    (
        "plusieurs", "certains", "certaines", "quelques-uns", "beaucoup", "nombre", "deux", "trois", "quatre", "cinq", "six",
        "sept", "huit", "neuf", "dix", "un", "une", "dizaine", "centaine", "moitié", "tiers", "millier", "milliers",
    )
)  # fmt: skip


def _several_of(words: Words) -> None:
    """Make the noun behind "plusieurs de", "trois des" the object or subject that the parser took the first word for."""
    for index in range(len(words.texts) - 2):
        counted = words.pos[index] in ("NUM", "DET", "PRON", "ADV", "ADJ")
        bare = words.deps[index] == "obl:mod" and words.pos[index] == "NUM" and not words.has(words.heads[index], "obj")
        if words.texts[index].lower() not in _SEVERAL or not counted or words.has(index, "case"):
            continue
        if words.label(index) not in ("obj", "nsubj") and not bare:
            continue
        case = index + 1
        noun = words.heads[case]
        if words.texts[case].lower() not in ("de", "des", "d'") or noun <= case or words.pos[noun] != "NOUN":
            continue
        if words.heads[noun] not in (index, words.heads[index]):
            continue
        verb, label = words.heads[index], "obj" if bare else words.deps[index]
        words.hang(noun, verb, label)
        for child in [c for c in words.children(index) if c != noun]:
            words.heads[child] = noun
        words.hang(index, noun, "det")
        words.hang(case, noun, "dep")


_GONE = frozenset(("partis", "parties", "venus", "venues", "arrivés", "arrivées"))


def _departed(words: Words) -> None:
    """Read "partis de Chypre" behind its noun as a participle, not as a second noun ("parties")."""
    for index in range(1, len(words.texts) - 1):
        taken = words.pos[index] == "NOUN" or (words.pos[index] == "VERB" and words.label(index) == "nsubj")
        if words.texts[index] not in _GONE or not taken or words.has(index, "det", "case"):
            continue
        before = index - 1
        noun = words.heads[before] if words.pos[before] == "ADJ" else before
        if words.pos[noun] != "NOUN" or words.texts[index + 1].lower() not in ("de", "d'", "du", "des") or noun > before:
            continue
        words.pos[index], words.lemmas[index] = "VERB", {"p": "partir", "v": "venir", "a": "arriver"}[words.texts[index][0]]
        words.morphs[index] = "Number=Plur|Tense=Past|VerbForm=Part"
        if words.heads[noun] == index:
            words.hang(noun, words.heads[index], words.deps[index])
        words.hang(index, noun, "acl")
        for child in words.children(index):
            if words.label(child) == "nmod":
                words.deps[child] = "obl:arg"


def _demanded_of(words: Words) -> None:
    """Hang "exiger de X qu'il parte" on the verb that demands, not on X as if that were said of X."""
    for mark in range(1, len(words.texts) - 1):
        verb = words.heads[mark]
        if words.texts[mark].lower() not in ("que", "qu'") or words.label(mark) != "mark" or words.label(verb) != "acl":
            continue
        asked = words.heads[verb]
        above = words.heads[asked]
        own = [c for c in words.children(verb) if words.label(c) == "nsubj" and words.texts[c].lower() in _HE]
        of = any(words.texts[c].lower() in ("de", "du", "d'", "des", "à", "au") for c in words.children(asked))
        if own and of and words.label(asked) == "obl" and words.pos[above] == "VERB" and asked < mark:
            words.hang(verb, above, "ccomp")


_HE = frozenset(("il", "elle", "ils", "elles"))


_MOVING = frozenset(  # verbs that say what somebody is to do: "encourage X à", "propose à X de"
    (
        "encourager", "inviter", "appeler", "exhorter", "pousser", "inciter", "autoriser", "aider", "forcer", "contraindre",
        "obliger", "presser", "sommer", "prier", "charger", "empêcher", "convaincre", "persuader", "dissuader", "conjurer",
        "supplier", "adjurer", "demander", "ordonner", "interdire", "permettre", "proposer", "enjoindre", "conseiller",
        "recommander", "promettre", "intimer", "offrir", "défendre", "commander", "suggérer", "accuser", "soupçonner",
        "menacer", "reprocher", "remercier", "féliciter", "blâmer", "suspecter", "accorder", "refuser", "jurer",
    )
)  # fmt: skip
_TO = frozenset(("à", "de", "d'", "d’"))


def _controlled(words: Words) -> None:
    """Hang an infinitive with "à" or "de" on the verb that moves somebody to it, not on that somebody."""
    for index, asked in enumerate(words.heads):
        if words.label(index) != "acl" or "VerbForm=Inf" not in words.morphs[index] or asked >= index:
            continue
        verb = words.heads[asked]
        if words.lemmas[verb] not in _MOVING or words.label(asked) not in ("obj", "obl", "iobj") or verb >= asked:
            continue
        marked = [c for c in words.children(index) if c < index and words.texts[c].lower() in _TO]
        person = words.label(asked) != "obj" or words.pos[asked] == "PROPN" or "Number=Plur" in words.morphs[asked]
        if marked and person and not words.has(verb, "xcomp", "ccomp"):
            words.hang(index, verb, "xcomp")


_AT = frozenset(("à", "au", "aux", "dans", "en", "sur", "selon", "après", "avant", "depuis", "lors", "pour", "sous"))


def _fronted_phrases(words: Words) -> None:
    """Make the noun behind a phrase put first the subject, not an apposition: "Dans le Sinaï, les colonnes X ont pris"."""
    for place, label in enumerate(words.deps):
        cases = [words.texts[c].lower() for c in words.children(place) if words.label(c) == "case"]
        verb = words.heads[place]
        if not label.startswith("nsubj") or not cases or cases[0] not in _AT or verb <= place:
            continue
        named = [c for c in words.children(place) if words.label(c) in ("appos", "conj") and place < c < verb]
        noun = next((c for c in named if words.pos[c] in ("NOUN", "PROPN") and not words.has(c, "case", "cc")), None)
        if noun is None or "," not in words.texts[place:noun]:
            continue
        words.hang(noun, verb, label)
        words.hang(place, verb, "obl:mod")
        for clause in [c for c in words.children(place) if words.label(c) == "acl" and c > noun]:
            words.heads[clause] = noun


_SAYING = frozenset(("disant", "déclarant", "montrant", "affirmant"))


def _said_ready(words: Words) -> None:
    """Let "se disant" govern the adjective behind it ("..., se disant prêt à négocier")."""
    for verb, text in enumerate(words.texts):
        ready = words.heads[verb]
        if text.lower() not in _SAYING or ready <= verb or words.pos[ready] != "ADJ" or words.label(verb) not in ("aux", "cop"):
            continue
        above = words.heads[ready]
        if above == ready:
            continue
        words.pos[verb] = "VERB"
        words.hang(verb, above, "advcl")
        words.hang(ready, verb, "xcomp")
        for child in [c for c in words.children(ready) if c < verb]:
            words.heads[child] = verb


def _dative_subjects(words: Words) -> None:
    """Read "lui" right before a verb as whom it is done to, not as its subject ("et lui a proposé son aide")."""
    for index in range(1, len(words.texts) - 1):
        if words.texts[index] not in ("lui", "leur") or words.label(index) != "nsubj" or words.heads[index] <= index:
            continue
        if words.pos[index] == "PRON" and words.pos[index + 1] in ("AUX", "VERB") and words.texts[index - 1] != ",":
            words.lemmas[index], words.deps[index] = "lui", "iobj"


_HAVE = frozenset(("a", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient", "ait", "aient"))
_LONGEST_GAP = 8  # words between an auxiliary and its participle: "a pour sa part", "avait dans un premier temps"


def _parted_perfects(words: Words) -> None:
    """Join "a" and its participle where a circumstance stands between them ("a, pour sa part, proposé")."""
    for auxiliary, text in enumerate(words.texts):
        if text not in _HAVE or words.pos[auxiliary] != "VERB" or words.has(auxiliary, "obj", "xcomp", "aux"):
            continue
        between = [c for c in words.children(auxiliary) if c > auxiliary and words.label(c) in ("obl", "advmod", "nmod")]
        verb = next(
            (
                c for top in between for c in words.children(top)
                if words.label(c) == "acl" and "Tense=Past|VerbForm=Part" in words.morphs[c] and c - auxiliary < _LONGEST_GAP
            ),
            None,
        )  # fmt: skip
        if verb is None:
            continue
        top = words.heads[verb]
        root = words.heads[auxiliary] == auxiliary
        words.heads[verb], words.deps[verb] = (verb, "root") if root else (words.heads[auxiliary], words.deps[auxiliary])
        for child in [c for c in words.children(auxiliary) if c != verb]:
            words.heads[child] = verb
        for child in [c for c in words.children(top) if c > verb]:
            words.hang(child, verb, "xcomp" if words.label(child) == "acl" else words.deps[child])
        words.pos[auxiliary] = "AUX"
        words.heads[auxiliary], words.deps[auxiliary] = verb, "aux:tense"


def _subjects_of_clauses(words: Words) -> None:
    """Make a capital that opens a sentence the subject of the verb right behind it, no noun that a clause describes."""
    if len(words.texts) < 3 or words.pos[0] not in ("NOUN", "PROPN", "X") or not words.texts[0][:1].isupper():
        return
    if words.heads[0] != 0 or words.has(0, "det", "case", "cop", "nsubj"):
        return
    verb = next((c for c in words.children(0) if words.label(c) == "acl" and words.pos[c] == "VERB"), None)
    finite = verb is not None and ("VerbForm=Fin" in words.morphs[verb] or words.has(verb, "aux"))
    if verb is None or not finite or words.has(verb, "nsubj") or any(words.texts[i] == "," for i in range(verb)):
        return
    between = range(1, verb)
    if all(words.heads[i] == verb and words.pos[i] in ("AUX", "PRON", "ADV") for i in between):
        words.heads[verb], words.deps[verb] = verb, "root"
        words.hang(0, verb, "nsubj")
        for child in [c for c in words.children(0) if c > verb]:
            words.heads[child] = verb


def _asides_for_roots(words: Words) -> None:
    """Let the finite verb lead where a participle set between commas was taken for it ("X, arrivé à Lima, a rencontré")."""
    for aside, pos in enumerate(words.pos):
        if pos != "VERB" or not aside or words.texts[aside - 1] != "," or "VerbForm=Part" not in words.morphs[aside]:
            continue
        if words.has(aside, "aux", "cop") or words.heads[aside] != aside:
            continue
        subject = next((c for c in words.children(aside) if words.deps[c] in ("nsubj", "nsubj:pass") and c < aside), None)
        verbs = [c for c in words.children(aside) if c > aside and words.pos[c] == "VERB" and words.has(c, "aux")]
        verb = next((c for c in verbs if words.label(c) in ("advcl", "conj", "parataxis", "ccomp", "dep")), None)
        if subject is None or verb is None or words.has(verb, "nsubj", "mark", "cc"):
            continue
        before = [c for c in words.children(verb) if words.label(c) in ("aux", "advmod", "expl", "obj", "iobj")]
        first = min(verb, *before)
        if words.texts[first - 1] != ",":
            continue
        words.heads[verb], words.deps[verb] = verb, "root"
        words.hang(subject, verb, "nsubj")
        words.hang(aside, subject, "acl")
        for child in [c for c in words.children(aside) if c < subject or (c > verb) or words.texts[c] == "."]:
            words.heads[child] = verb


_SPOKEN = frozenset(  # what only people and bodies do: ", reprochant à X" is said of the subject, not of the noun before
    (
        "accuser", "reprocher", "exiger", "demander", "appeler", "dénoncer", "estimer", "affirmer", "menacer", "promettre",
        "qualifier", "juger", "déplorer", "condamner", "invoquer", "assurer", "refuser", "réclamer", "proposer", "avertir",
        "prévenir", "saluer", "critiquer", "exhorter", "inviter", "presser", "remercier", "regretter", "protester", "ajouter",
        "souligner", "expliquer", "jurer", "ordonner", "sommer", "interdire", "fustiger", "soupçonner", "rejeter", "imputer",
        "plaider", "déclarer", "annoncer", "arguer", "blâmer", "féliciter", "insister", "mettre", "dire",
    )
)  # fmt: skip


def _gerunds(words: Words) -> None:
    """Hang "en envoyant", and a participle of speech behind a comma, on the verb: its subject is the clause's."""
    for index, above in enumerate(words.heads):
        gerund = words.pos[index] == "VERB" and words.texts[index].endswith("ant") and words.label(index) == "acl"
        if not gerund or above >= index or words.pos[above] not in ("NOUN", "PROPN", "PRON"):
            continue
        with_en = any(words.texts[c].lower() == "en" and c < index for c in words.children(index))
        spoken = words.texts[index - 1] == "," and words.lemmas[index] in _SPOKEN
        if not (with_en or spoken):
            continue
        verb, label = words.heads[above], words.label(above)
        while words.pos[verb] not in ("VERB", "AUX") and words.heads[verb] != verb:
            verb, label = words.heads[verb], words.label(verb)
        if words.pos[verb] == "VERB" and (with_en or label != "nsubj"):
            words.hang(index, verb, "advcl")


def _clitics_of_participles(words: Words) -> None:
    """Read an article right before a present participle as its object ("une résolution la sommant de partir")."""
    for index in range(1, len(words.texts) - 1):
        verb = index + 1
        article = words.texts[index].lower() in ("le", "la", "les", "l'") and words.pos[index] in ("DET", "PRON")
        if not article or words.pos[verb] != "VERB" or not words.texts[verb].endswith("ant"):
            continue
        words.pos[index], words.lemmas[index] = "PRON", "le"
        words.hang(index, verb, "obj")
        before = index - 1
        while before > 0 and (words.pos[before] != "NOUN" or words.texts[before] == ","):
            before -= 1
        if words.label(verb) == "obj" and words.pos[before] == "NOUN":
            words.hang(verb, before, "acl")


_JUDGING = frozenset(("juger", "estimer", "considérer", "trouver", "déclarer", "croire", "rendre"))


def _judged(words: Words) -> None:
    """Hang an adjective in quotes on the verb that judges ("a jugé la menace « injustifiée »")."""
    for index, noun in enumerate(words.heads):
        if words.pos[index] != "ADJ" or words.label(index) != "acl" or words.label(noun) != "obj" or noun > index:
            continue
        verb = words.heads[noun]
        if words.lemmas[verb] in _JUDGING and any(words.texts[i] in _QUOTES for i in range(noun, index)):
            words.hang(index, verb, "xcomp")


_QUOTES = frozenset(('"', "«", "“", "”", "»"))


def _pronouns_for_articles(words: Words) -> None:
    """Read "les" as a pronoun where it stands before a verb as its object ("Bamako les avait condamnés")."""
    for index in range(len(words.texts) - 1):
        verb = words.heads[index]
        article = words.texts[index].lower() in ("le", "la", "les", "l'") and words.pos[index] == "DET"
        if article and words.label(index) == "obj" and verb > index and words.pos[verb] == "VERB":
            words.pos[index], words.lemmas[index] = "PRON", "le"


def _light_verbs(words: Words) -> None:
    """Let "ont fait" lead its bare noun, not hang on it ("des policiers ont fait irruption dans l'ambassade")."""
    for verb, label in enumerate(words.deps):
        noun = words.heads[verb]
        led = words.pos[noun] == "NOUN" and noun == verb + 1 and not words.has(noun, "det", "case", "cop")
        if label != "dep" or words.lemmas[verb] != "faire" or not led or not words.has(verb, "nsubj", "aux"):
            continue
        root = words.heads[noun] == noun
        words.heads[verb], words.deps[verb] = (verb, "root") if root else (words.heads[noun], words.deps[noun])
        for child in [c for c in words.children(noun) if c != verb and words.label(c) not in ("amod", "nmod")]:
            words.heads[child] = verb
        words.heads[noun], words.deps[noun] = verb, "obj"


def _clauses_behind_names(words: Words) -> None:
    """Hang "qui" with an object pronoun on the name right before it ("un ultimatum à Ankara, qui l'a ignoré")."""
    for verb, label in enumerate(words.deps):
        thing = words.heads[verb]
        who = next((c for c in words.children(verb) if words.texts[c].lower() == "qui" and words.label(c) == "nsubj"), None)
        if label != "acl:relcl" or who is None or who < 2 or words.texts[who - 1] != ",":
            continue
        name = who - 2
        while words.pos[name] == "PROPN" and words.label(name) in ("flat", "compound") and words.heads[name] < name:
            name = words.heads[name]
        pronoun = any(
            words.label(c) == "obj" and words.pos[c] == "PRON" and who < c < verb for c in words.children(verb)
        )
        if pronoun and name != thing and words.pos[name] == "PROPN" and words.pos[thing] == "NOUN" and thing < name:
            words.hang(verb, name, "acl:relcl")


def _titles_in_rows(words: Words) -> None:
    """Join the second of three titled persons, no apposition to the first: "le président X, le chancelier Y et le roi Z"."""
    for index, label in enumerate(words.deps):
        first = words.heads[index]
        if label != "appos" or words.pos[index] not in ("NOUN", "PROPN") or not words.has(index, "det") or first > index:
            continue
        row = [c for c in words.children(index) if words.label(c) == "conj" and words.has(c, "cc") and words.has(c, "det")]
        named = any(words.label(c) in ("appos", "flat", "nmod") and words.pos[c] == "PROPN" for c in words.children(first))
        owned = any(words.label(c) in ("appos", "flat") and words.pos[c] == "PROPN" for c in words.children(index))
        if row and named and owned and words.label(first) in ("nsubj", "obj", "obl") and "," in words.texts[first:index]:
            words.deps[index] = "conj"


_FIXED = frozenset(("garde", "cause", "doute", "accusation", "examen", "demeure", "échec", "joue", "danger"))


def _behind_fixed(words: Words) -> None:
    """Make what stands bare behind "mis en garde" its object, with what is joined to it ("a mis en garde Rome et Oslo")."""
    for index, noun in enumerate(words.heads):
        verb = words.heads[noun]
        bare = words.label(index) in ("nmod", "appos", "obj") and not words.has(index, "case") and noun < index
        if not bare or words.texts[noun] not in _FIXED or words.lemmas[verb] not in ("mettre", "remettre"):
            continue
        if words.pos[index] not in ("PROPN", "NOUN") or words.has(verb, "obj") or words.pos[verb] != "VERB":
            continue
        words.hang(index, verb, "obj")
        for other in [c for c in words.children(noun) if words.label(c) == "conj" and c > index]:
            words.hang(other, index, "conj")


def _second_clauses(words: Words) -> None:
    """Give the verb behind "et" with a noun that noun as its subject ("a aidé Tunis et un navire a fait escale")."""
    for verb, pos in enumerate(words.pos):
        finite = pos == "VERB" and ("VerbForm=Fin" in words.morphs[verb] or words.has(verb, "aux"))
        if not finite or words.has(verb, "nsubj", "mark", "cc") or words.label(verb) not in ("advcl", "conj", "parataxis"):
            continue
        start = min([verb, *(c for c in words.children(verb) if words.label(c) in ("aux", "expl", "advmod"))])
        noun = start - 1
        while noun > 0 and words.label(noun) in ("amod", "flat") and words.heads[noun] < noun:
            noun = words.heads[noun]
        joined = noun > 0 and words.pos[noun] in ("NOUN", "PROPN") and words.label(noun) == "conj" and words.has(noun, "cc")
        above = words.heads[noun] if joined else -1
        if joined and words.label(above) in ("obl", "nmod", "obj") and words.heads[verb] < above:
            joint = next(c for c in words.children(noun) if words.label(c) == "cc")
            words.hang(noun, verb, "nsubj")
            words.hang(joint, verb, "cc")
            words.deps[verb] = "conj"


def _subjects_in_rows(words: Words) -> None:
    """Join two subjects of one verb with a comma between them: "le Japon, l'Australie et le Canada ont signé"."""
    for second, label in enumerate(words.deps):
        if not label.startswith("nsubj") or words.pos[second] not in ("PROPN", "NOUN"):
            continue
        if not any(words.label(c) == "conj" and words.has(c, "cc") for c in words.children(second)):
            continue
        verb = words.heads[second]
        start = min([second, *(c for c in words.children(second) if words.label(c) == "det" and c < second)])
        first = start - 2
        named = first >= 0 and words.texts[start - 1] == "," and words.pos[first] in ("PROPN", "NOUN") and second < verb
        while named and words.label(first) in ("flat", "amod") and words.heads[first] < first:
            first = words.heads[first]
        bare = named and words.label(first) in ("nsubj", "obl", "nmod", "dislocated") and not words.has(first, "case")
        if bare and words.heads[first] == verb:
            words.hang(first, verb, label)
            words.hang(second, first, "conj")
