"""The source and the cue of an attribution in the parse: whose words they are, and which verb says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.extract.attribution.source_repairs import at_once, behind_dateline, clitic_object, goes_on_saying, quoted_before
from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.records import Sentence, Span, Token

_RELATIVES = {"who", "which", "that", "whom", "whose", "qui", "que", "lequel", "laquelle", "lesquels", "lesquelles"}
_PERSONS = {"il", "elle", "ils", "elles", "on"}
_NO_PART = ("acl", "parataxis", "punct", "advcl", "dep", "cop", "ccomp", "mark", "cc:preconj")
_ISSUING = {"issue", "release", "publish", "put", "send", "make", "post", "write", "circulate", "publier", "diffuser"}
_ISSUING |= {"file", "submit", "deliver", "sign", "adopt", "pass", "unleash", "adopter", "signer", "envoyer", "adresser"}
_WITH_BE = ("convenu", "parvenu", "revenu")  # French verbs whose perfect has "être": "ils sont convenus de"
_TOLD = {"tell", "ask", "inform", "remind", "warn", "advise", "assure", "convince", "show", "teach", "concern", "worry"}
_CLIMB = 8  # governors looked at for an inherited subject; chains of coordinated verbs are shorter


def is_relative(token: Token) -> bool:
    """Tell whether a token is a relative pronoun."""
    return token.text.lower() in _RELATIVES


def noun_phrase(sentence: Sentence, head: int, joined: bool = True) -> Span:
    """Return the span of a noun phrase without relative clauses, what stands behind a comma, and prepositions.

    `joined`: with what is coordinated with it.
    """
    kept = [head]
    for child in sentence.children[head]:
        if not joined and has_label(sentence.tokens[child], "conj", "cc"):
            continue
        if _part_of_phrase(sentence, head, child):
            kept += subtree(sentence, child)
    return tight_span(sentence, kept)


def _part_of_phrase(sentence: Sentence, head: int, child: int) -> bool:
    token = sentence.tokens[child]
    if has_label(token, *_NO_PART) or (has_label(token, "case") and child < head):
        return False
    if has_label(token, "appos", "nmod", "obl") and _comma_between(sentence, head, child):
        return False
    if has_label(token, "conj"):
        return not starts_clause(sentence, child)
    if has_label(token, "cc"):
        return any(
            t.i > child and not starts_clause(sentence, t.i) for t in children(sentence, head, "conj")
        )
    return True


def starts_clause(sentence: Sentence, index: int) -> bool:
    """Tell whether a token is the predicate of a clause."""
    return sentence.tokens[index].pos in ("VERB", "AUX") or bool(children(sentence, index, "nsubj", "cop"))


def _comma_between(sentence: Sentence, left: int, right: int) -> bool:
    low, high = sorted((left, right))
    return any(token.text in (",", "(", "-", "–", "—") for token in sentence.tokens[low:high])


def tight_span(sentence: Sentence, indices: Iterable[int]) -> Span:
    """Return the span from the first to the last of some tokens, without punctuation at its ends."""
    kept = sorted(indices)
    while len(kept) > 1 and sentence.tokens[kept[0]].pos == "PUNCT":
        kept = kept[1:]
    while len(kept) > 1 and sentence.tokens[kept[-1]].pos == "PUNCT":
        kept = kept[:-1]
    return sentence.tokens[kept[0]].start, sentence.tokens[kept[-1]].end


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb is in the passive; "he's said that" is not, though the parser takes it for one."""
    if not children(sentence, verb, "nsubj:pass", "aux:pass", "csubj:pass"):
        return _absolute(sentence, verb)
    return not _perfect(sentence, verb) and not _with_have(sentence, verb)


def _absolute(sentence: Sentence, verb: int) -> bool:
    """`With both leaders expected to attend`: behind "with", a bare past participle says what is done to its subject."""
    token = sentence.tokens[verb]
    past = sentence.language == "en" and "VerbForm=Part" in token.morph and "Tense=Past" in token.morph
    return past and not children(sentence, verb, "aux") and any(
        t.text.lower() == "with" and t.i < verb for t in children(sentence, verb, "mark")
    )


def _with_have(sentence: Sentence, verb: int) -> bool:
    """`Il a promis`: a French perfect with "avoir" alone is no passive, whatever the parser calls its subject."""
    if sentence.language != "fr":
        return False
    helpers = {t.lemma for t in children(sentence, verb, "aux")}
    return "avoir" in helpers and "être" not in helpers


def _perfect(sentence: Sentence, verb: int) -> bool:
    """`He's said that ...`, `who's called for ...`: the short form of "has" before a verb with what is said behind it."""
    if sentence.language != "en":
        return sentence.tokens[verb].text.lower().startswith(_WITH_BE)
    if sentence.tokens[verb].lemma in _TOLD:
        return False
    marks = [t.text.lower() for t in children(sentence, verb, "aux:pass")]
    if not marks or not set(marks) <= {"'s", "’s", "'d", "’d", "'ve", "’ve"}:
        return False
    told = [t for t in children(sentence, verb, "ccomp", "obj") if t.i > verb]
    wanted = [t for t in children(sentence, verb, "obl", "advcl") if t.i > verb and sentence.tokens[verb].lemma == "call"]
    return bool(told or wanted)


def find_subject(sentence: Sentence, verb: int) -> int | None:
    """Return the token of whoever does what a verb says.

    A passive gives its agent. Without a subject of its own, a verb takes that of the verb it is coordinated with, of the
    clause that it modifies (participles, infinitives), or the noun that it describes.
    """
    current = verb
    for _ in range(_CLIMB):
        token = sentence.tokens[current]
        own = _own_subject(sentence, current, verb)
        if own is not None and current != verb and goes_on_saying(sentence, verb):
            own, current = _teller(sentence, current) or (own, current)
        if own is not None:
            return behind_dateline(sentence, _antecedent(sentence, own, current), verb)
        if (current == verb and is_passive(sentence, verb)) or token.head == current:
            return None
        if has_label(token, "acl"):
            return _described(sentence, current) if not _undergoes(sentence, current) else None
        found = _lent(sentence, verb) if current == verb else None
        if found is not None or not _inherits(token, first=current == verb):
            return found
        current = token.head
    return None


def _teller(sentence: Sentence, clause: int) -> tuple[int, int] | None:
    """Return the subject of the verb that reports a clause, with that verb; None where nobody reports it."""
    token = sentence.tokens[clause]
    if not has_label(token, "ccomp") or token.head == clause:
        return None
    subject = _own_subject(sentence, token.head, clause)
    return (subject, token.head) if subject is not None else None


def _inherits(token: Token, first: bool) -> bool:
    """Tell whether a verb has the subject of its governor: finite clauses and those of others have their own."""
    if has_label(token, "ccomp"):
        return first and "VerbForm=Fin" not in token.morph
    return has_label(token, "conj", "xcomp", "advcl", "parataxis", "dep") or (has_label(token, "advmod") and not first)


def _lent(sentence: Sentence, verb: int) -> int | None:
    """Return who speaks by the governing verb: X of "quoted X as saying" and of "urged X to say"."""
    token = sentence.tokens[verb]
    if has_label(token, "advcl", "obl", "xcomp") and relays(sentence, verb):
        return _quoted_one(sentence, token.head)
    if has_label(token, "xcomp"):
        return _shown(sentence, token) or _controller(sentence, token.head)
    marks = {t.text.lower() for t in children(sentence, verb, "mark", "case")}
    blamed = marks & {"of", "for"} and "Tense=Pres" in token.morph and "VerbForm=Part" in token.morph
    return _blamed(sentence, token) if blamed and has_label(token, "advcl", "obl", "acl") else None


def _shown(sentence: Sentence, token: Token) -> int | None:
    """`The film uses footage of Lee asking ...`: a participle right behind a name tells what that person does."""
    before = sentence.tokens[token.i - 1] if token.i else token
    participle = "VerbForm=Part" in token.morph and "Tense=Pres" in token.morph
    named = before.pos == "PROPN" and any(n.label == "PER" and n.first <= before.i < n.last for n in sentence.names)
    return before.i if participle and named and has_label(before, "nmod") else None


def _blamed(sentence: Sentence, token: Token) -> int | None:
    """`They accused X of seeking Y`, `praised X for saying Y`: X does it."""
    found = [t for t in children(sentence, token.head, "obj") if token.head < t.i < token.i]
    return found[0].i if found else None


def relays(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb stands in `quoted X as saying`."""
    marks = {t.text.lower() for t in children(sentence, verb, "mark", "case")}
    return bool(marks & {"as", "comme"}) and "VerbForm=Part" in sentence.tokens[verb].morph


def _quoted_one(sentence: Sentence, verb: int) -> int | None:
    """Return X of `quoted X as saying` and `X was quoted as saying`."""
    found = children(sentence, verb, "nsubj:pass") or children(sentence, verb, "obj")
    return found[0].i if found else None


def carrier_of(sentence: Sentence, verb: int) -> int | None:
    """Return who quotes in `Y quoted X as saying`, or None."""
    token = sentence.tokens[verb]
    if token.head == verb or not relays(sentence, verb):
        return None
    words = (token.head, verb) if "Tense=Pres" in token.morph else (token.head,)
    agents = [t for word in words for t in children(sentence, word, "obl:agent", "obl")]
    by = (t for t in agents if any(c.text.lower() in ("by", "par") for c in children(sentence, t.i, "case")))
    return next((t.i for t in by), None) if is_passive(sentence, token.head) else find_subject(sentence, token.head)


def _undergoes(sentence: Sentence, verb: int) -> bool:
    """`a man accused of spying`: who is described by a bare past participle does not do it."""
    token = sentence.tokens[verb]
    participle = token.dep == "acl" and "Tense=Past" in token.morph and "VerbForm=Part" in token.morph
    told = any(children(sentence, t.i, "nsubj") for t in children(sentence, verb, "ccomp") if t.i > verb)
    if told and sentence.tokens[token.head].head == token.head and token.lemma not in _TOLD:
        return False  # "a poll found last week that ...": the parser takes the verb for a participle
    return participle and token.pos == "VERB" and not children(sentence, verb, "aux", "expl", "nsubj")


def _described(sentence: Sentence, verb: int) -> int | None:
    """`a senator opposing X` is the senator; `Paris's attempt to say X` is Paris.

    A participle behind a comma that the parser hangs on the nearest noun ("opened the debate, saying") belongs to the
    subject of the clause.
    """
    noun = sentence.tokens[verb].head
    governor = sentence.tokens[sentence.tokens[noun].head]
    participle = "VerbForm=Part" in sentence.tokens[verb].morph and sentence.tokens[verb].dep == "acl"
    loose = participle and any(t.text == "," for t in sentence.tokens[noun:verb])
    issuing = _issuing(sentence, noun) if participle else None
    if issuing is not None:
        issuer = find_subject(sentence, issuing)
        return noun if issuer is None else issuer
    # "she said at a news conference announcing that"
    told = governor.lemma in _SPEAKING and governor.i < noun and has_label(sentence.tokens[noun], "obl")
    loose = loose or (participle and told)
    if loose and has_label(sentence.tokens[noun], "obj", "obl", "xcomp") and governor.pos in ("VERB", "AUX"):
        return find_subject(sentence, governor.i)
    marks = {t.text.lower() for t in children(sentence, verb, "mark", "case")}
    if "of" in marks and governor.pos == "VERB" and has_label(sentence.tokens[noun], "obj"):
        return find_subject(sentence, governor.i)  # "took the step of criticising X"
    if not marks & {"to", "de", "d'", "à", "of"}:
        return noun
    for child in children(sentence, noun, "nmod:poss", "nmod"):
        cases = {t.text.lower() for t in children(sentence, child.i, "case")}
        if has_label(child, "nmod:poss") or cases & {"of", "by", "de", "du", "des"}:
            return child.i
    return _meant_to(sentence, verb, noun)


def _issuing(sentence: Sentence, noun: int) -> int | None:
    """Return the verb by which somebody issues what a noun names, or None.

    The noun may stand deeper ("a series of tweets") or be who gets it ("a letter to the leaders opposing the plan").
    """
    token, verb = sentence.tokens[noun], sentence.tokens[sentence.tokens[noun].head]
    while has_label(token, "nmod") and token.head != token.i and _cases(sentence, token) & {"of", "to", "de", "à", "d'"}:
        token, verb = verb, sentence.tokens[verb.head]
    if verb.lemma not in _ISSUING:
        return None
    got = has_label(token, "obl") and "to" in _cases(sentence, token) and bool(children(sentence, verb.i, "obj"))
    return verb.i if has_label(token, "obj") or got else None


def _cases(sentence: Sentence, token: Token) -> set[str]:
    return {t.text.lower() for t in children(sentence, token.i, "case")}


def _meant_to(sentence: Sentence, verb: int, noun: int) -> int | None:
    """`X is the first to call for Y`, `X took the floor to denounce Y`: the infinitive beside a noun is what X does."""
    if children(sentence, noun, "cop"):
        return next((t.i for t in children(sentence, noun, "nsubj")), None)
    governor = sentence.tokens[sentence.tokens[noun].head]
    speaks = sentence.tokens[verb].lemma in _SPEAKING and has_label(sentence.tokens[noun], "obj") and governor.pos == "VERB"
    return find_subject(sentence, governor.i) if speaks else None


_SPEAKING = frozenset(
    (
        "tell", "say", "ask", "urge", "warn", "announce", "denounce", "condemn", "call", "demand", "criticise", "criticize",
        "accuse", "praise", "thank", "explain", "dire", "demander", "dénoncer", "annoncer", "condamner", "exiger", "accuser",
    )
)  # fmt: skip
_SUBJECT_CONTROL = frozenset(("promise", "promettre", "use", "take", "need", "have", "adopt", "utiliser", "prendre"))


def _controller(sentence: Sentence, verb: int) -> int | None:
    """`They urged X to say`: the one who says is the object of the governing verb."""
    if sentence.tokens[verb].lemma in _SUBJECT_CONTROL:
        return None
    found = [t for t in children(sentence, verb, "obj", "iobj") if t.text.lower() != "it"]  # "made it clear that ..."
    return found[0].i if found and found[0].i > verb else None


def clause_head(sentence: Sentence, verb: int) -> int:
    """Return the first verb of a coordination or chain of infinitives that a verb belongs to."""
    for _ in range(_CLIMB):
        token = sentence.tokens[verb]
        if not has_label(token, "conj", "xcomp") or token.head == verb:
            break
        verb = token.head
    return verb


def _own_subject(sentence: Sentence, verb: int, asked: int) -> int | None:
    """Return the subject of a verb, the nearest to the verb that was `asked` for: that itself or one below it."""
    first = verb == asked
    if first:
        agents = children(sentence, verb, "obl:agent")
        if agents and (is_passive(sentence, verb) or "VerbForm=Part" in sentence.tokens[verb].morph):
            return agents[0].i
    active = not is_passive(sentence, verb)
    subjects = [t for t in children(sentence, verb, "nsubj", "nsubj:pass") if t.dep != "nsubj:pass" or active]
    subjects = [t for t in subjects if t.pos != "PUNCT" and not clitic_object(sentence, t)]
    if not subjects and not first:
        subjects = list(children(sentence, verb, "nsubj:pass"))
    if not subjects:
        subjects = _of_neighbours(sentence, verb) or _of_helper(sentence, verb)
    if not subjects and (first or has_label(sentence.tokens[asked], "advcl")):
        subjects = _inverted(sentence, verb)
    if not subjects and first and sentence.language == "fr" and not is_passive(sentence, verb):
        # the parser takes many a plain "il" for the impersonal one
        near = children(sentence, verb, "expl") if not _impersonal(sentence, verb) else ()
        subjects = [
            t for t in near
            if t.text.lower().lstrip("-") in _PERSONS and (has_label(t, "expl:subj") or t.text.startswith("-"))
        ]  # fmt: skip
    if not subjects:
        return None
    inserted = _before_insertion(sentence, verb, subjects)
    nearest = min(subjects, key=lambda t: (abs(t.i - asked), t.i)).i if inserted is None else inserted
    following = sentence.tokens[nearest + 1 : nearest + 2]
    # French "a-t-elle dit": the parser may take the linking -t- for the subject
    return nearest + 1 if sentence.tokens[nearest].text == "-t" and following else nearest


def _before_insertion(sentence: Sentence, verb: int, subjects: Sequence[Token]) -> int | None:
    """`Lima, which armed them then and arms it still, demanded`: of two subjects that before the clause between commas."""
    first, last = subjects[0], subjects[-1]
    before = sentence.tokens[last.i + 1 : verb]
    opened = first.i < last.i < verb and sentence.tokens[first.i + 1].text == ","
    return first.i if opened and last.pos == "PRON" and any(t.text == "," for t in before) else None


_IMPERSONAL = frozenset(("falloir", "sembler", "agir", "paraître", "suffire", "rester", "avérer"))


def _impersonal(sentence: Sentence, verb: int) -> bool:
    """`Il y a`, `il faut`, `il s'agit`: nobody does it."""
    token = sentence.tokens[verb]
    there = token.lemma == "avoir" and any(t.text.lower() == "y" for t in children(sentence, verb, "expl", "iobj"))
    return there or token.lemma in _IMPERSONAL


def _of_neighbours(sentence: Sentence, verb: int) -> list[Token]:
    """`Voters going to the polls said ...`, `Lee made an offer, then says ...`: the parser gave the subject to another clause.

    That clause stands before the verb, and what the verb itself says behind it.
    """
    if sentence.language != "en" or not any(t.i > verb for t in children(sentence, verb, "ccomp")):
        return []
    early = [t for t in children(sentence, verb, "csubj", "ccomp") if t.i < verb]
    return [t for clause in early for t in children(sentence, clause.i, "nsubj") if t.i < clause.i][:1]


def _set_off(sentence: Sentence, verb: int) -> bool:
    """`No date is fixed, let know the ministry`: a verb that a comma sets off behind the clause that it reports."""
    token = sentence.tokens[verb]
    first = min((t.i for t in children(sentence, verb, "aux")), default=verb)
    return has_label(token, "parataxis", "dep") and token.head < first and sentence.tokens[first - 1].text == ","


def _of_helper(sentence: Sentence, verb: int) -> list[Token]:
    """`La candidate a fait savoir que`: the parser may give the subject to the first verb and hang that on the second."""
    helpers = [t for t in children(sentence, verb, "dep", "aux", "advcl") if t.lemma == "faire" and t.i == verb - 1]
    return [t for helper in helpers for t in children(sentence, helper.i, "nsubj")][:1]


def _inverted(sentence: Sentence, verb: int) -> list[Token]:
    """Reporting clauses can put the subject behind the verb, and the parser often calls it an object.

    Only where the verb is itself in a parenthesis or governs the clause or quotation before it can its "object" be the
    speaker; in English it must follow at once ("stressed the diplomat").
    """
    if is_passive(sentence, verb):
        return []
    token = sentence.tokens[verb]
    fronted = any(t.i < verb for t in children(sentence, verb, "ccomp", "parataxis", "dep"))
    if sentence.language != "fr":
        fronted = fronted or _set_off(sentence, verb)
        return [t for t in children(sentence, verb, "obj") if fronted and at_once(sentence, verb, t.i)][:1]
    fronted = fronted or any(quoted_before(sentence, t.i, verb) for t in children(sentence, verb, "advcl"))
    if not fronted and not has_label(token, "parataxis"):
        return []
    behind = [t for t in children(sentence, verb, "obj", "obl:arg", "dislocated", "expl:subj") if verb < t.i <= verb + _BEHIND]
    # "in the interview", "to Radio Lima" only for want of others
    return sorted(behind, key=lambda t: (bool(children(sentence, t.i, "case")), is_body(sentence, t)))[:1]


def is_body(sentence: Sentence, token: Token) -> bool:
    """Tell whether a token stands in the name of a body, a place or a thing."""
    return any(n.label in ("ORG", "LOC", "MISC") and n.first <= token.i < n.last for n in sentence.names)


_BEHIND = 12  # words between a French verb and the subject behind it


def _antecedent(sentence: Sentence, subject: int, verb: int) -> int:
    """Return the noun that a relative pronoun stands for."""
    clause = verb
    while has_label(sentence.tokens[clause], "conj", "xcomp") and sentence.tokens[clause].head != clause:
        clause = sentence.tokens[clause].head
    if not has_label(sentence.tokens[clause], "acl"):
        named = _noun_before(sentence, subject) if is_relative(sentence.tokens[subject]) else None
        return subject if named is None or not _cleft(sentence, named) else named
    antecedent = sentence.tokens[clause].head
    if is_relative(sentence.tokens[subject]):
        named = _noun_before(sentence, subject) if sentence.tokens[antecedent].pos in ("VERB", "AUX") else None
        return antecedent if named is None else named
    inside = [sentence.tokens[index] for index in subtree(sentence, subject)]
    if sentence.tokens[subject].lemma in _QUANTIFIERS and any(is_relative(t) for t in inside):
        return antecedent  # "both of whom say"
    if any(is_relative(t) and not has_label(t, "nmod:poss", "det") for t in inside):
        # "makes statements, the purpose of which is to show": whoever makes them
        governor = sentence.tokens[antecedent].head
        subjects = children(sentence, governor, "nsubj")
        return subjects[0].i if subjects else subject
    return subject


def is_relative_phrase(sentence: Sentence, noun: int) -> bool:
    """Tell whether a noun phrase holds a relative pronoun: "the purpose of which" speaks for nobody, "many of whom" do."""
    if sentence.tokens[noun].lemma in _QUANTIFIERS or sentence.tokens[noun].pos != "NOUN":
        return False
    inside = [sentence.tokens[index] for index in subtree(sentence, noun, "acl", "appos", "ccomp")]
    return any(t.text.lower() in ("which", "whom", "duquel", "desquels", "laquelle") and t.i > noun for t in inside)


def _cleft(sentence: Sentence, noun: int) -> bool:
    """Tell whether "c'est" or "it is" stands before a noun phrase ("c'est la banque qui réclame")."""
    before = [t.text.lower() for t in sentence.tokens[max(0, noun - 4) : noun]]
    return any(word in ("c'", "c’", "ce", "it") for word in before) and any(t in ("est", "is", "was", "sont") for t in before)


def _noun_before(sentence: Sentence, pronoun: int) -> int | None:
    """`C'est X qui demande`, `celle prise par X, qui prie`: the name right before "who" where the parse gives no noun."""
    before = [t for t in sentence.tokens[max(0, pronoun - 2) : pronoun] if t.text != ","]
    token = before[-1] if before else None
    if token is None or token.pos not in ("NOUN", "PROPN") or sentence.tokens[pronoun].text.lower() not in ("qui", "who"):
        return None
    while has_label(token, "flat", "compound") and token.head != token.i:
        token = sentence.tokens[token.head]
    return token.i


_QUANTIFIERS = frozenset(("both", "all", "some", "many", "most", "few", "several", "none", "each", "one", "two", "three"))


def is_expletive(sentence: Sentence, subject: int) -> bool:
    """Tell whether a subject is nobody ("there", impersonal "il")."""
    token = sentence.tokens[subject]
    word = token.text.lower().lstrip("-")
    return (has_label(token, "expl") and word not in _PERSONS) or word == "there"


def cue_span(sentence: Sentence, verb: int) -> Span:
    """Return a verb with its auxiliaries, negation and particle where they stand together."""
    first = last = verb
    near = {t.i for t in children(sentence, verb, "aux", "cop", "advmod", "compound:prt", "expl")}
    while first - 1 in near:
        first -= 1
    while last + 1 in near and has_label(sentence.tokens[last + 1], "compound:prt"):
        last += 1
    return sentence.tokens[first].start, sentence.tokens[last].end
