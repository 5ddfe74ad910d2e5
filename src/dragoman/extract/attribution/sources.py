"""Whose words a verb reports: its own subject, or that of the verb that governs it or of the noun that it describes."""

from __future__ import annotations

from dragoman.extract.attribution.own_subjects import own_subject
from dragoman.extract.attribution.relatives import antecedent_of
from dragoman.extract.attribution.source_repairs import behind_dateline, goes_on_saying
from dragoman.extract.attribution.verb_forms import TOLD, is_passive
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence, Token

ISSUING = {"issue", "release", "publish", "put", "send", "make", "post", "write", "circulate", "publier", "diffuser"}
ISSUING |= {"file", "submit", "deliver", "sign", "adopt", "pass", "unleash", "adopter", "signer", "envoyer", "adresser"}
_SPEAKING = frozenset(
    (
        "tell", "say", "ask", "urge", "warn", "announce", "denounce", "condemn", "call", "demand", "criticise", "criticize",
        "accuse", "praise", "thank", "explain", "dire", "demander", "dénoncer", "annoncer", "condamner", "exiger", "accuser",
        "answer", "reply", "respond", "react", "retort", "répondre", "réagir", "répliquer", "riposter",
    )
)  # fmt: skip
_SUBJECT_CONTROL = frozenset(("promise", "promettre", "use", "take", "need", "have", "adopt", "utiliser", "prendre"))
# Who does this to somebody does it to speak himself: "summoned the envoy to protest", "wrote to the council to complain".
_SUBJECT_CONTROL |= {"write", "summon", "phone", "telephone", "meet", "visit", "receive", "hold", "give", "break", "contact"}
_SUBJECT_CONTROL |= {"convene", "seize", "interrupt", "end", "cut", "leave", "address", "post", "issue", "release", "publish"}
_MISSIONS = frozenset(("envoyer", "dépêcher", "mandater", "désigner", "nommer", "choisir", "élire", "charger", "autoriser"))
_CLIMB = 8  # governors looked at for an inherited subject; chains of coordinated verbs are shorter


def find_subject(sentence: Sentence, verb: int) -> int | None:
    """Return the token of whoever does what a verb says.

    A passive gives its agent. Without a subject of its own, a verb takes that of the verb it is coordinated with, of the
    clause that it modifies (participles, infinitives), or the noun that it describes.
    """
    current = verb
    for _ in range(_CLIMB):
        token = sentence.tokens[current]
        own = own_subject(sentence, current, verb)
        if own is not None and current != verb and goes_on_saying(sentence, verb):
            own, current = _teller(sentence, current) or (own, current)
        if own is not None:
            return behind_dateline(sentence, antecedent_of(sentence, own, current), verb)
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
    subject = own_subject(sentence, token.head, clause)
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
    if told and sentence.tokens[token.head].head == token.head and token.lemma not in TOLD:
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
    acts = governor.pos == "VERB" and has_label(sentence.tokens[noun], "obj")
    if acts and ("of" in marks or ("pour" in marks and governor.lemma not in _MISSIONS)):
        return find_subject(sentence, governor.i)  # "took the step of criticising X", "a convoqué X pour exiger"
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
    if verb.lemma not in ISSUING:
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
