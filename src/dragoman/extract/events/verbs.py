"""The sides of a verb: subject, object and agent, wherever the clause has them.

Subjects are followed through coordination, relative and cleft clauses, participles and control ("agreed to resume"); the
passive is undone.
"""

from __future__ import annotations

import msgspec

from dragoman.extract.events.nouns import Group, begins_clause, coordinated, noun_slot
from dragoman.extract.events.passives import is_passive, undergone
from dragoman.extract.events.phrases import case_of
from dragoman.extract.events.relative_que import has_que, inverted, named_before_que
from dragoman.extract.parse.tree import ancestors, children, has_label, subtree
from dragoman.records import Sentence, Token

RELATIVE = frozenset(("who", "which", "that", "whom", "qui", "que", "qu'", "lequel", "laquelle", "lesquels", "dont"))
_PERSONAL = frozenset(("it", "he", "she", "they", "we", "i", "il", "elle", "ils", "elles"))
_PLURAL = frozenset(("they", "we", "ils", "elles"))
_INHERITING = ("conj", "advcl", "xcomp", "ccomp", "cop", "aux", "parataxis", "obl", "nmod")
_LETTING = frozenset(("let", "make"))
_REASONS = frozenset(("for", "of", "pour"))
_NEXT = ("conj", "ccomp", "parataxis")  # labels of the verb of a clause that is added
_CLITICS = frozenset(("me", "m'", "te", "nous", "vous"))
_TIMES = frozenset(("day", "week", "month", "year", "today", "yesterday", "tonight"))  # "last week's decision to leave"
_AT_PLACES = frozenset(("à", "au", "en", "chez"))
_MAX_CLIMB = 6  # how many clauses up a missing subject is looked for; deeper chains are parse faults


def surface_subject(  # noqa: PLR0911, PLR0912
    sentence: Sentence, verb: int, control: dict[str, tuple[str, ...]], climb: int = 0
) -> Group | None:
    """Return what stands as subject of a verb form, active or passive, followed through the clauses above."""
    own = _nearest_clause([token for token in children(sentence, verb, "nsubj") if token.pos != "SCONJ"], sentence, verb)
    opened = [token for token in own if _is_before_semicolon(sentence, token.i, verb)]
    own = [token for token in own if token not in opened]
    if own and (there := _people_there(sentence, verb, own[0])) is not None:
        return Group(heads=(there,), slot="subj", weight=0.85)
    if own:
        return Group(heads=coordinated(sentence, _resolve(sentence, own[0].i)), slot="subj", weight=1.0)
    token = sentence.tokens[verb]
    if opened:
        return None  # the nearest name before the verb will be its subject
    if (seen := undergone(sentence, verb)) is not None and seen != verb:
        return surface_subject(sentence, seen, control, climb + 1)
    if (behind := inverted(sentence, verb)) is not None:
        return Group(heads=coordinated(sentence, behind), slot="subj", weight=0.9)
    mislabelled = _mislabelled_subject(sentence, token)
    if mislabelled is None:
        mislabelled = _fronted_subject(sentence, verb)
    if mislabelled is not None:
        return Group(heads=coordinated(sentence, mislabelled), slot="subj", weight=0.75)
    if token.head == verb or climb > _MAX_CLIMB:
        return None
    above = sentence.tokens[token.head]
    if has_label(token, "acl") and _is_stranded(token):
        return None  # a finite verb without a relative pronoun describes no noun: the parser lost its subject
    named = above.pos in ("NOUN", "PROPN", "PRON", "NUM") or (above.pos == "ADJ" and children(sentence, above.i, "cop"))
    if has_label(token, "acl") and named:
        return _antecedent(sentence, token, above, control, climb)
    if (begun := _begun_after_conjunction(sentence, token)) is not None:
        return Group(heads=(begun,), slot="subj", weight=0.8)
    if _is_reason(sentence, token) and above.lemma in control and (controller := _object_control(sentence, above.i, control)):
        return Group(heads=controller, slot="control", weight=0.9)
    if has_label(token, "xcomp", "ccomp") and (controller := _object_control(sentence, above.i, control)):
        return Group(heads=controller, slot="control", weight=0.95)
    return _inherited(sentence, token, above, control, climb)


def _is_before_semicolon(sentence: Sentence, subject: int, verb: int) -> bool:
    """Tell whether the parser took a subject for a verb across a semicolon behind which another noun stands before the verb."""
    between = sentence.tokens[subject + 1 : verb]
    last = max((token.i for token in between if token.text == ";"), default=-1)
    return last >= 0 and any(token.pos == "PROPN" and not case_of(sentence, token.i) for token in between if token.i > last)


def _people_there(sentence: Sentence, verb: int, subject: Token) -> int | None:
    """Return the name of the place for whose people French "on" stands, put first: "À Moscou, on rejette l'accusation"."""
    if subject.text.lower() != "on" or sentence.language != "fr":
        return None
    before = (token for token in children(sentence, verb, "obl", "nmod") if token.i < subject.i and token.pos == "PROPN")
    return next((token.i for token in before if _AT_PLACES & set(case_of(sentence, token.i))), None)


def _nearest_clause(subjects: list[Token], sentence: Sentence, verb: int) -> list[Token]:
    """Of several subjects, leave out those before the word that opens the verb's clause, or before "and" with another."""
    opening = max((mark.i for mark in children(sentence, verb, "mark") if mark.i < verb), default=-1)
    for token in subjects[1:]:
        start = subtree(sentence, token.i)[0]
        if start and sentence.tokens[start - 1].pos == "CCONJ":
            opening = max(opening, start - 1)
    return [token for token in subjects if token.i > opening] or subjects


def _is_reason(sentence: Sentence, clause: Token) -> bool:
    """Tell whether a clause says for what somebody is judged: "blamed Oslo for sheltering him", "reprochait à X de"."""
    if not has_label(clause, "advcl", "acl") or "VerbForm=Fin" in clause.morph or children(sentence, clause.i, "nsubj"):
        return False
    marks = {token.text.lower() for token in children(sentence, clause.i, "mark", "case")}
    done = "pour" not in marks or bool(children(sentence, clause.i, "aux"))  # "pour protester" is a purpose
    return bool(marks & _REASONS) and done and clause.i > clause.head


def _begun_after_conjunction(sentence: Sentence, verb: Token) -> int | None:
    """Return the noun between "and" and a coordinated verb: its subject, though the parser joins it to a noun before.

    "Il a salué l'accord et le ministre s'est réjoui": the minister is not hailed.
    """
    if verb.pos not in ("VERB", "AUX") or not has_label(verb, *_NEXT) or children(sentence, verb.i, "nsubj", "mark"):
        return None
    start = verb.i
    while start and (sentence.tokens[start - 1].pos in ("AUX", "ADV", "PART") or _is_clitic_of(sentence, start - 1, verb.i)):
        start -= 1
    if not start or not any("VerbForm=Fin" in sentence.tokens[i].morph for i in range(start, verb.i + 1)):
        return None
    return _closing_conjunct(sentence, start - 1)


def clause_openers(sentence: Sentence) -> frozenset[int]:
    """Return the nouns that the parser joins to a noun before, but with which a new clause begins."""
    return frozenset(i for token in sentence.tokens if (i := _begun_after_conjunction(sentence, token)) is not None)


def _without_next_subject(sentence: Sentence, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Leave out of a row of objects the noun with which the next clause begins."""
    if len(heads) < 2:
        return heads
    begun = clause_openers(sentence)
    return heads[:1] + tuple(head for head in heads[1:] if head not in begun)


def _is_clitic_of(sentence: Sentence, index: int, verb: int) -> bool:
    token = sentence.tokens[index]
    return token.pos == "PRON" and token.head == verb and has_label(token, "expl", "obj", "iobj")


def _closing_conjunct(sentence: Sentence, last: int) -> int | None:
    """Return the noun whose phrase ends at a token, where the parser joins it by "and" to a noun that is no subject."""
    for token in (sentence.tokens[last], *ancestors(sentence, last)):
        if token.pos not in ("NOUN", "PROPN"):
            return None
        if token.dep == "conj":
            phrase = subtree(sentence, token.i)
            opening = (sentence.tokens[phrase[0]], sentence.tokens[max(0, phrase[0] - 1)])
            joined = phrase[-1] == last and token.head < token.i and any(word.pos == "CCONJ" for word in opening)
            return token.i if joined and not _is_subject(sentence, token) else None
    return None


def _is_subject(sentence: Sentence, token: Token) -> bool:
    while token.dep == "conj" and token.head != token.i:
        token = sentence.tokens[token.head]
    return has_label(token, "nsubj") or token.head == token.i


def _inherited(
    sentence: Sentence, token: Token, above: Token, control: dict[str, tuple[str, ...]], climb: int
) -> Group | None:
    """Return the subject that a clause without one shares with the clause above it."""
    apart = has_label(token, "ccomp", "parataxis") and "VerbForm=Fin" in token.morph
    if apart or not has_label(token, *_INHERITING) or above.pos not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
        return None
    group = surface_subject(sentence, above.i, control, climb + 1)
    return msgspec.structs.replace(group, weight=group.weight * 0.95) if group else None


def _mislabelled_subject(sentence: Sentence, verb: Token) -> int | None:
    """Return a bare name right before a finite verb without subject: the parser takes some for determiners or adverbs."""
    if "VerbForm=Fin" not in verb.morph and not children(sentence, verb.i, "aux"):
        return None
    before = [t for t in children(sentence, verb.i) if t.i < verb.i and t.pos == "PROPN" and not has_label(t, "obl", "obj")]
    return next((t.i for t in reversed(before) if not case_of(sentence, t.i)), None)


def _fronted_subject(sentence: Sentence, verb: int) -> int | None:
    """Return the noun behind a phrase put first, which the parser joined to that ("To the anger of Rome, Oslo signed")."""
    before = [phrase.i for phrase in children(sentence, verb, "obl", "advcl") if phrase.i < verb]
    below = (index for phrase in before for index in subtree(sentence, phrase))
    return next((index for index in below if begins_clause(sentence, sentence.tokens[index])), None)


def _is_stranded(token: Token) -> bool:
    return token.dep == "acl" and "VerbForm=Fin" in token.morph and "Tense=Pres" in token.morph


def _antecedent(
    sentence: Sentence, token: Token, above: Token, control: dict[str, tuple[str, ...]], climb: int
) -> Group | None:
    """Return the subject of a clause that hangs on a noun: the noun itself, or for "decision to" whoever decides."""
    infinitive = "VerbForm=Inf" in token.morph or any(c.pos == "PART" for c in children(sentence, token.i, "mark"))
    if not infinitive:
        return Group(heads=coordinated(sentence, above.i, token.i), slot="subj", weight=0.95)
    if children(sentence, above.i, "cop"):  # "was the first to recognise it"
        return surface_subject(sentence, above.i, control, climb + 1)
    owners = [i for name in ("by", "poss", "adj", "of") for group in noun_slot(sentence, above.i, name, ()) for i in group]
    owners = [index for index in owners if sentence.tokens[index].lemma not in _TIMES]
    if owners:
        return Group(heads=(owners[0],), slot="subj", weight=0.85)
    verb = sentence.tokens[above.head]
    if verb.pos == "VERB" and verb.i != above.i and has_label(above, "obj", "obl"):
        return surface_subject(sentence, verb.i, control, climb + 1)
    return None


def _object_control(sentence: Sentence, verb: int, control: dict[str, tuple[str, ...]]) -> tuple[int, ...]:
    """Return who is to do what the infinitive says, where the governor names them ("urged Paris to", "called on Paris to")."""
    objects = [t for t in children(sentence, verb, "obj", "iobj") if t.pos in ("NOUN", "PROPN", "PRON")]
    if objects and not is_passive(sentence, verb):
        return coordinated(sentence, objects[0].i)
    words = control.get(sentence.tokens[verb].lemma, ())
    for token in children(sentence, verb, "obl", "nmod", "iobj"):
        if any(word in words for word in case_of(sentence, token.i)):
            return coordinated(sentence, token.i)
    return ()


def objects(sentence: Sentence, verb: int, control: dict[str, tuple[str, ...]], days: frozenset[str]) -> Group | None:
    """Return the object of a verb; in the passive, its subject; in a relative clause, perhaps the antecedent.

    `days` are the words for a day, which the parser may take for the object in front of it.
    """
    if is_passive(sentence, verb):
        return surface_subject(sentence, verb, control)
    return _own_object(sentence, verb, days) or _relative_object(sentence, verb) or _shared_object(sentence, verb)


def _own_object(sentence: Sentence, verb: int, days: frozenset[str]) -> Group | None:
    """Return the object that hangs on the verb; for a "que" astray, the noun before it; French "nous accuse" as object."""
    behind = inverted(sentence, verb)
    own = [t for t in children(sentence, verb, "obj") if t.i != behind]
    if own and (antecedent := named_before_que(sentence, own[0])) is not None:
        return Group(heads=coordinated(sentence, antecedent), slot="obj", weight=0.85)
    if own and sentence.language == "fr" and (behind_day := _behind_day(sentence, own[0], days)) is not None:
        return Group(heads=coordinated(sentence, behind_day), slot="obj", weight=0.8)
    if own:
        heads = coordinated(sentence, _resolve(sentence, own[0].i))
        return Group(heads=_without_next_subject(sentence, heads), slot="obj", weight=1.0)
    for token in children(sentence, verb, "xcomp", "obl") if sentence.language == "fr" else ():
        if (behind_day := _behind_day(sentence, token, days)) is not None and has_label(sentence.tokens[behind_day], "obj"):
            return Group(heads=coordinated(sentence, behind_day), slot="obj", weight=0.8)
    addressed = [t for t in children(sentence, verb, "iobj") if t.text.lower() in _CLITICS and t.i < verb]
    if addressed and sentence.language == "fr":  # "il nous accuse": these pronouns have one form for both objects
        return Group(heads=(addressed[0].i,), slot="obj", weight=0.9)
    return None


def _behind_day(sentence: Sentence, day: Token, days: frozenset[str]) -> int | None:
    """Return the noun that the parser hung on the name of a day as if that were the act's object: "a accusé vendredi X"."""
    if day.text.lower() not in days:
        return None
    behind = (token for token in children(sentence, day.i, "obj", "nmod", "appos", "flat") if token.i > day.i)
    return next((token.i for token in behind if token.pos in ("NOUN", "PROPN") and not case_of(sentence, token.i)), None)


def _relative_object(sentence: Sentence, verb: int) -> Group | None:
    """Return the noun of a relative clause that has a subject of its own."""
    token = sentence.tokens[verb]
    subject = children(sentence, verb, "nsubj")
    relative = token.dep == "acl:relcl" or (has_label(token, "acl") and sentence.language == "fr" and has_que(sentence, verb))
    if relative and (inverted(sentence, verb) is not None or (subject and subject[0].text.lower() not in RELATIVE)):
        return Group(heads=coordinated(sentence, token.head, verb), slot="obj", weight=0.85)
    return None


def _shared_object(sentence: Sentence, verb: int) -> Group | None:
    """Return the object that a verb shares with the one it is coordinated with ("condemned and rejected the plan")."""
    token = sentence.tokens[verb]
    governor = sentence.tokens[token.head]
    if token.dep == "conj" and governor.pos == "VERB" and not is_passive(sentence, governor.i):
        shared = [t for t in children(sentence, governor.i, "obj") if t.i > verb]
        if shared:
            return Group(heads=coordinated(sentence, shared[0].i), slot="obj", weight=0.85)
    later = [t for child in children(sentence, verb, "conj") for t in children(sentence, child.i, "obj")]
    if later and _adjacent(sentence, verb, later[0].head):
        return Group(heads=coordinated(sentence, later[0].i), slot="obj", weight=0.8)
    return None


def _adjacent(sentence: Sentence, left: int, right: int) -> bool:
    """Tell whether only a conjunction stands between two verbs ("condemned and rejected the plan")."""
    return all(sentence.tokens[i].pos in ("CCONJ", "ADV", "PUNCT", "AUX") for i in range(left + 1, right))


def _resolve(sentence: Sentence, index: int) -> int:
    """Replace a relative pronoun by the noun its clause hangs on."""
    token = sentence.tokens[index]
    if (cleft := _cleft(sentence, token)) is not None:
        return cleft
    if token.text.lower() in _PERSONAL:
        return _said_by(sentence, token)
    if token.text.lower() not in RELATIVE or token.pos not in ("PRON", "DET", "SCONJ"):
        return index
    verb = sentence.tokens[token.head]
    for _ in range(_MAX_CLIMB):
        if has_label(verb, "acl"):
            return _first_of_row(sentence, verb)
        if verb.head == verb.i:
            break
        verb = sentence.tokens[verb.head]
    return index


def _first_of_row(sentence: Sentence, verb: Token) -> int:
    """Return the noun of a relative clause; of a row of names, the first where the verb is plural ("A et B, qui doivent")."""
    noun = sentence.tokens[verb.head]
    parts = (verb, *children(sentence, verb.i, "aux", "cop"))
    plural = any("Number=Plur" in part.morph and "VerbForm=Fin" in part.morph for part in parts)
    row = plural and noun.dep == "conj" and "Number=Plur" not in noun.morph
    return noun.head if row and sentence.tokens[noun.head].pos in ("NOUN", "PROPN") else noun.i


def _cleft(sentence: Sentence, pronoun: Token) -> int | None:
    """Return whom a cleft sentence names for its "it" or its relative pronoun: "it was Japan that cut off loans"."""
    above = sentence.tokens[pronoun.head]
    if pronoun.text.lower() in RELATIVE and has_label(above, "ccomp", "acl"):
        above = sentence.tokens[above.head]
    elif pronoun.text.lower() != "it":
        return None
    if above.pos not in ("NOUN", "PROPN") or not children(sentence, above.i, "cop"):
        return None
    dummy = any(child.text.lower() == "it" for child in children(sentence, above.i, "nsubj", "expl"))
    clauses = children(sentence, above.i, "acl:relcl", "ccomp") if dummy else []
    told = (t for clause in clauses for t in children(sentence, clause.i, "nsubj", "obj") if t.text.lower() in RELATIVE)
    return above.i if any(told) else None


def _said_by(sentence: Sentence, pronoun: Token) -> int:
    """Replace a pronoun by the speaker in whose words it stands ("Berlin said it would"), where number allows it."""
    verb = sentence.tokens[pronoun.head]
    above = sentence.tokens[verb.head]
    if not has_label(verb, "ccomp") or above.pos != "VERB":
        return pronoun.i
    while above.dep == "conj" and sentence.tokens[above.head].pos == "VERB" and not children(sentence, above.i, "nsubj"):
        above = sentence.tokens[above.head]  # "Berlin cut its loans but said it would"
    dummy = [t.text.lower() for t in children(sentence, above.i, "nsubj")] == ["it"]
    if dummy and sentence.tokens[above.head].lemma in _LETTING:
        above = sentence.tokens[above.head]  # "Berlin let it be known that it would"
    subjects = [t for t in children(sentence, above.i, "nsubj") if t.pos in ("NOUN", "PROPN") and t.i != pronoun.i]
    if not subjects:
        return pronoun.i
    several = "Number=Plur" in subjects[0].morph or len(coordinated(sentence, subjects[0].i)) > 1
    return subjects[0].i if several == (pronoun.text.lower() in _PLURAL) else pronoun.i
