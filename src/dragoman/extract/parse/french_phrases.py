"""Mends where the French parser hangs phrases: agents under days, adjectives on the wrong noun, objects on the wrong verb.

French grammar shows the mistakes: no circumstance belongs to the name of a day, an adjective agrees with its noun, a verb
has one subject, a bare participle continues a perfect. The rules look at such shapes only, as those of `french_tree` do.
"""

from __future__ import annotations

from dragoman.extract.parse.french_verbs import is_finite
from dragoman.extract.parse.french_words import LATTER, TIMES, Words

_WITH_DE = frozenset(  # verbs whose "des" is a preposition
    (
        "parler", "dépendre", "profiter", "disposer", "souffrir", "discuter", "bénéficier", "venir", "sortir", "partir", "user",
        "douter", "convenir", "accuser", "répondre", "s'agir", "agir", "débattre", "provenir", "manquer", "revenir", "sembler",
        "jouir", "témoigner", "décider", "traiter", "menacer", "priver", "être", "avoir", "faire", "charger", "informer",
    )
)  # fmt: skip
_OF = frozenset(("de", "d'", "du", "des"))
_GENDERS = ("Gender=Masc", "Gender=Fem")
_NUMBERS = ("Number=Sing", "Number=Plur")


def mend_phrases(words: Words) -> None:
    """Apply the repairs of phrases."""
    _demonstratives(words)
    _hyphens(words)
    _long_prepositions(words)
    _nouns_taken_for_verbs(words)
    _objects_taken_for_clauses(words)
    _phrases_on_times(words)
    _phrases_on_durations(words)
    _adjectives(words)
    _participles(words)
    _said_of(words)
    _partitives(words)
    _objects_under_names(words)
    _second_subjects(words)
    _late_objects(words)
    _bare_names(words)
    _compared(words)
    _given_to(words)


_THESE = frozenset(("ce", "cet", "cette", "ces"))
_LATTER = frozenset(("dernier", "dernière", "derniers", "dernières"))


def _demonstratives(words: Words) -> None:
    """Give "celui-ci" (cut in three) and "ce dernier" the tag of a pronoun and one lemma."""
    for index, text in enumerate(words.texts):
        word = text.lower()
        after = index + 2 < len(words.texts) and words.texts[index + 1] == "-" and words.texts[index + 2] in ("ci", "là")
        if word in ("celui", "celle", "ceux", "celles") and (after or words.texts[index + 1 : index + 2] == ["-ci"]):
            parts = [i for i in (index + 1, index + 2) if i < len(words.texts) and words.texts[i] in ("-", "ci", "là", "-ci")]
            top = next((i for i in parts if words.heads[i] not in (index, *parts)), None)
            if words.heads[index] in parts and top is not None:
                words.heads[index], words.deps[index] = words.heads[top], words.deps[top]
            for part in parts:
                words.hang(part, index, "fixed")
        elif word not in _LATTER or not index or words.texts[index - 1].lower() not in _THESE or words.label(index) == "amod":
            continue
        else:
            after = True
        if after:
            words.pos[index], words.lemmas[index] = "PRON", LATTER


def _hyphens(words: Words) -> None:
    """Make the hyphen and what follows it a part of the name ("Hans-Rudolf Merz", cut in three by the tokeniser)."""
    for index in range(1, len(words.texts) - 1):
        inside = words.texts[index] == "-" and words.texts[index - 1][:1].isupper() and words.texts[index + 1][:1].isupper()
        if not inside or words.pos[index] == "PUNCT" or words.heads[index - 1] == index:
            continue
        first = index - 1
        if words.label(first) == "flat" and words.heads[first] < first:
            first = words.heads[first]
        for part in (index, index + 1):
            below = [child for child in words.children(part) if child not in (index, index + 1)]
            words.pos[part] = "PROPN" if part > index else "PUNCT"
            words.hang(part, first, "flat:name" if part > index else "punct")
            for child in below:
                words.hang(child, first, words.deps[child] if words.label(child) != "appos" else "flat:name")


_LONG = frozenset(("auprès", "face", "vis-à-vis", "lors", "près", "loin", "hors", "quant", "grâce", "contrairement", "proche"))


def _long_prepositions(words: Words) -> None:
    """Make "auprès de", "face à" a preposition of the noun behind it, which takes its place."""
    for index, text in enumerate(words.texts):
        if text.lower() not in _LONG or words.pos[index] not in ("ADV", "NOUN", "ADJ", "ADP") or words.label(index) == "case":
            continue
        noun = next((c for c in words.children(index) if c > index and words.pos[c] in ("NOUN", "PROPN", "PRON")), None)
        if noun is None or not words.has(noun, "case") or words.heads[index] == index:
            continue
        words.heads[noun], words.deps[noun] = words.heads[index], "obl:arg"
        words.hang(index, noun, "case")
        words.pos[index] = "ADP"


def _nouns_taken_for_verbs(words: Words) -> None:
    """Make a finite verb with an article that stands where only a noun can a noun ("a rejeté dimanche l'offre américaine")."""
    for index in range(1, len(words.texts)):
        nominal = words.pos[index] == "VERB" and words.label(index) in ("nsubj", "obj", "obl", "nmod")
        if not nominal or words.pos[index - 1] != "DET" or words.heads[index - 1] != index:
            continue
        if "VerbForm=Fin" in words.morphs[index] and not words.has(index, "nsubj", "obj", "aux"):
            text = words.texts[index].lower()
            words.pos[index], words.lemmas[index] = "NOUN", text.removesuffix("s") if len(text) > 3 else text
            words.morphs[index] = "|".join(m for m in words.morphs[index].split("|") if m.startswith("Number"))


_ATTRIBUTIVE = frozenset(
    ("devenir", "redevenir", "rester", "demeurer", "sembler", "paraître", "être", "passer", "naître", "mourir")
)


def _objects_taken_for_clauses(words: Words) -> None:
    """Make a noun with its article that is labelled a clause of a verb its object ("a longuement appelé le roi")."""
    for index, label in enumerate(words.deps):
        verb = words.heads[index]
        noun = label == "xcomp" and words.pos[index] == "NOUN" and words.has(index, "det")
        if not noun or words.has(index, "case", "mark", "cop", "nsubj") or words.texts[index].lower() in TIMES or verb > index:
            continue
        if words.pos[verb] != "VERB" or words.lemmas[verb] in _ATTRIBUTIVE or words.has(verb, "obj", "ccomp", "expl"):
            continue
        if not any(words.deps[c] in ("aux:pass", "nsubj:pass") for c in words.children(verb)):
            words.deps[index] = "obj"


_DURATIONS = frozenset(("jours", "semaines", "mois", "heures", "minutes", "ans", "années"))
_BEYOND = frozenset(("en", "à", "au", "aux", "avec", "contre", "chez", "dans", "entre", "auprès", "par"))


def _phrases_on_durations(words: Words) -> None:
    """Hang a phrase behind a duration on what lasts so long: "une visite d'État de cinq jours en Chine"."""
    for index, label in enumerate(words.deps):
        long = words.heads[index]
        if label.partition(":")[0] != "nmod" or words.texts[long].lower() not in _DURATIONS or long > index:
            continue
        cases = {words.texts[c].lower() for c in words.children(index) if words.label(c) == "case"}
        last = words.heads[long]
        while words.label(last) == "nmod" and not words.has(last, "det") and words.heads[last] < last:
            last = words.heads[last]
        lasting = words.label(long) == "nmod" and last < long and words.pos[last] == "NOUN" and words.has(long, "nummod")
        if cases and cases <= _BEYOND and lasting:
            words.hang(index, last, "nmod")


def _phrases_on_times(words: Words) -> None:
    """Hang a circumstance that stands under a noun of time on what the time belongs to ("abattu vendredi par l'armée")."""
    for index, head in enumerate(words.heads):
        if head >= index or words.texts[head].lower() not in TIMES or words.label(head) not in ("obl", "advmod"):
            continue
        if words.pos[index] == "NOUN" and words.has(index, "det", "nummod") and not words.has(index, "case"):
            if words.pos[words.heads[head]] == "VERB" and not words.has(words.heads[head], "obj"):
                words.hang(index, words.heads[head], "obj")
            continue
        cases = [words.texts[c].lower() for c in words.children(index) if words.label(c) == "case" and c < index]
        if not cases or set(cases) & _OF or words.pos[index] not in ("NOUN", "PROPN", "PRON"):
            continue
        words.hang(index, words.heads[head], "obl:agent" if "par" in cases and _is_passive(words, words.heads[head]) else "obl")


def _is_passive(words: Words, verb: int) -> bool:
    return any(words.deps[c] in ("aux:pass", "nsubj:pass") for c in words.children(verb)) or (
        words.label(verb) == "acl" and "VerbForm=Part" in words.morphs[verb]
    )


def _adjectives(words: Words) -> None:
    """Hang an adjective on the noun that it agrees with ("l'agence d'armement turque")."""
    for index, pos in enumerate(words.pos):
        noun = words.heads[index]
        if pos == "ADJ" and words.label(index) == "nsubj" and index and words.heads[index - 1] == noun:
            if words.pos[index - 1] == "NOUN" and words.label(index - 1) == "nsubj":
                words.hang(index, index - 1, "amod")
            continue
        if pos != "ADJ" or words.label(index) != "amod" or noun >= index or words.pos[noun] != "NOUN":
            continue
        owner = words.heads[noun]
        if owner >= noun or words.pos[owner] != "NOUN" or words.label(noun) != "nmod":
            continue
        if _clash(words, index, noun) and not _clash(words, index, owner):
            words.hang(index, owner, "amod")


def _clash(words: Words, left: int, right: int) -> bool:
    """Tell whether gender or number of two words differ where both say it."""
    for values in (_GENDERS, _NUMBERS):
        one = [value for value in values if value in words.morphs[left]]
        other = [value for value in values if value in words.morphs[right]]
        if one and other and one != other:
            return True
    return False


def _participles(words: Words) -> None:
    """Coordinate a bare participle with the perfect before it, not with another verb ("a levé X qui visait Y et frappé Z")."""
    for index, pos in enumerate(words.pos):
        head = words.heads[index]
        bare = pos == "VERB" and words.label(index) == "conj" and "VerbForm=Part" in words.morphs[index]
        if not bare or words.has(index, "aux", "nsubj", "mark") or words.has(head, "aux") or head >= index:
            continue
        if "VerbForm=Part" in words.morphs[head] and not is_finite(words, head):
            continue
        perfect = next((i for i in range(index - 1, -1, -1) if words.pos[i] == "VERB" and words.has(i, "aux")), None)
        if perfect is not None and perfect != head:
            words.hang(index, perfect, "conj")


_OF_WHAT = frozenset(  # verbs that say of what: "a qualifié la décision du palais de provocation"
    ("qualifier", "taxer", "traiter", "accuser", "soupçonner", "suspecter", "accabler", "féliciter", "remercier", "assurer")
)


def _hang_on_verb(words: Words, index: int, head: int, verbs: frozenset[str]) -> None:
    """Hang a phrase on the verb above the word where it hangs, if that verb is one of some and stands before."""
    verb = head
    while words.heads[verb] != verb and words.pos[verb] != "VERB":
        verb = words.heads[verb]
    if words.lemmas[verb] in verbs and verb < head:
        words.hang(index, verb, "obl:arg")


def _said_of(words: Words) -> None:
    """Hang a bare "of" phrase that stands under a name on the verb that says of what: names are of nothing."""
    for index, head in enumerate(words.heads):
        bare = words.pos[index] == "NOUN" and words.label(index) == "nmod" and not words.has(index, "det")
        if not bare or words.pos[head] not in ("PROPN", "ADJ") or head > index:
            continue
        if not any(words.texts[c].lower() in ("de", "d'") for c in words.children(index) if words.label(c) == "case"):
            continue
        _hang_on_verb(words, index, head, _OF_WHAT)


def _partitives(words: Words) -> None:
    """Take "des" right behind a verb without an object for an article ("expulse des milliers de paysans")."""
    for index in range(1, len(words.texts) - 1):
        verb = index - 1
        if words.texts[index].lower() != "des" or words.pos[index] != "ADP" or words.pos[verb] != "VERB":
            continue
        noun = words.heads[index]
        if noun <= index or words.pos[noun] != "NOUN" or words.lemmas[verb] in _WITH_DE:
            continue
        if words.has(verb, "obj", "expl", "ccomp", "xcomp") or any(words.deps[c] == "aux:pass" for c in words.children(verb)):
            continue
        if words.label(verb) == "acl" and "VerbForm=Part" in words.morphs[verb]:
            continue
        words.pos[index], words.deps[index] = "DET", "det"
        words.hang(noun, verb, "obj")


def _objects_under_names(words: Words) -> None:
    """Take "des" under a name for an article: a state is of nothing ("a envoyé au Mali des avions de secours")."""
    for index in range(2, len(words.texts) - 1):
        noun, name = words.heads[index], index - 1
        if words.texts[index].lower() != "des" or words.pos[index] != "ADP" or noun <= index or words.pos[noun] != "NOUN":
            continue
        verb = words.heads[name]
        given = words.heads[noun] == name and words.pos[name] == "PROPN" and words.label(name) in ("obl", "iobj")
        if not given or words.pos[verb] != "VERB" or verb > name or words.texts[noun].lower() in TIMES:
            continue
        if not words.has(verb, "obj", "ccomp", "xcomp") and not any(words.deps[c] == "aux:pass" for c in words.children(verb)):
            words.pos[index], words.deps[index] = "DET", "det"
            words.hang(noun, verb, "obj")


def _second_subjects(words: Words) -> None:
    """Make a noun behind a verb that has its subject before it the object, there or of the coordinated verb in between."""
    for verb, pos in enumerate(words.pos):
        if pos != "VERB":
            continue
        subjects = [c for c in words.children(verb) if words.label(c) == "nsubj"]
        if not any(c < verb for c in subjects) or words.has(verb, "expl"):
            continue
        for late in [c for c in subjects if c > verb and words.pos[c] in ("NOUN", "PROPN")]:
            between = [w for w in range(verb + 1, late) if words.pos[w] == "VERB" and words.label(w) == "conj"]
            target = between[-1] if between else verb
            if not words.has(target, "obj"):
                words.hang(late, target, "obj")


def _late_objects(words: Words) -> None:
    """Give a coordinated verb without an object the bare noun behind it that hangs on the verb before."""
    for index, label in enumerate(words.deps):
        verb = words.heads[index]
        bare = label.startswith("obl") and words.pos[index] == "NOUN" and words.has(index, "det")
        if not bare or words.has(index, "case") or verb >= index or words.texts[index].lower() in TIMES:
            continue
        later = [w for w in words.children(verb) if verb < w < index and words.pos[w] == "VERB" and words.label(w) == "conj"]
        if later and not words.has(later[-1], "obj", "ccomp", "xcomp"):
            words.hang(index, later[-1], "obj")


def _bare_names(words: Words) -> None:
    """Make a bare name right behind a verb without an object its object ("ont longtemps blâmé Kaboul")."""
    for index in range(1, len(words.texts)):
        verb = words.heads[index]
        named = words.pos[index] == "PROPN" and words.label(index) in ("obl", "xcomp", "advmod", "nmod", "dep", "appos")
        if not named or verb != index - 1 or words.pos[verb] != "VERB" or words.has(index, "case"):
            continue
        passive = any(words.deps[c] in ("aux:pass", "nsubj:pass") for c in words.children(verb))
        active = words.has(verb, "nsubj") or words.label(verb) == "conj"
        if not passive and active and not words.has(verb, "obj", "expl", "ccomp"):
            words.deps[index] = "obj"
            for clause in [c for c in words.children(index) if words.label(c) == "xcomp" and "VerbForm=Inf" in words.morphs[c]]:
                words.hang(clause, verb, "xcomp")


_AS = frozenset(
    ("considérer", "qualifier", "présenter", "voir", "regarder", "reconnaître", "désigner", "décrire", "traiter", "juger")
)


def _compared(words: Words) -> None:
    """Hang "comme ..." on the verb that takes something for something, not on its object."""
    for index, head in enumerate(words.heads):
        cases = [words.texts[c].lower() for c in words.children(index) if words.label(c) == "case"]
        if "comme" not in cases or words.pos[head] not in ("NOUN", "PROPN", "ADJ"):
            continue
        _hang_on_verb(words, index, head, _AS)


_GIVING = frozenset(
    (
        "promettre", "offrir", "donner", "fournir", "livrer", "vendre", "accorder", "octroyer", "apporter", "adresser",
        "présenter", "exprimer", "remettre", "demander", "réclamer", "imposer", "infliger", "proposer", "prêter", "céder",
        "envoyer", "lancer", "transmettre", "restituer", "rendre", "renouveler", "réaffirmer", "témoigner", "notifier",
        "signifier", "opposer", "faire", "ouvrir", "rouvrir", "fermer", "refuser", "interdire", "acheter", "commander",
    )
)  # fmt: skip


def _given_to(words: Words) -> None:
    """Hang "à" with a name under the object of a verb of giving or saying on the verb ("promet son concours à Londres")."""
    for index, noun in enumerate(words.heads):
        if words.pos[index] not in ("PROPN", "NOUN") or noun >= index or words.pos[noun] not in ("NOUN", "PROPN"):
            continue
        verb = words.heads[noun]
        if words.lemmas[verb] not in _GIVING or words.label(noun) != "obj" or words.label(index) != "nmod":
            continue
        cases = {words.texts[c].lower() for c in words.children(index) if words.label(c) == "case"}
        if cases & {"à", "au", "aux"} and (words.pos[index] == "PROPN" or words.texts[index][:1].isupper()):
            words.hang(index, verb, "obl:arg")
    for index, verb in enumerate(words.heads):
        if words.pos[index] == "PROPN" and words.pos[verb] == "VERB" and words.lemmas[verb] in _GIVING and verb < index:
            cases = {words.texts[c].lower() for c in words.children(index) if words.label(c) == "case"}
            if words.deps[index] == "obl:mod" and "à" in cases and not words.has(verb, "iobj"):
                words.deps[index] = "obl:arg"
