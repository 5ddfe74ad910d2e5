"""The content of an attribution in the parse: one function for each frame that a cue word may ask for.

A frame is named in the `needs` column of `cues.csv`: clause, infinitive, predicate, object, `object:attention` (only that
noun), `prep:about`. Each function returns the spans of the content, or none where the frame is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.extract.attribution.phrases import noun_phrase
from dragoman.extract.attribution.relatives import is_relative
from dragoman.extract.attribution.verb_forms import is_passive
from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.records import Sentence, Span, Token

_THAT = {"that", "que", "qu'", "qu’"}
_AS = {"as", "comme", "ainsi"}
_COMPLEMENTS = {"for", "of", "as", "from", "to", "pour", "de", "comme"}
_PREDICATIVE = {"as", "de", "comme", "d'"}
_GOES_ON = {"if", "because", "unless", "until", "since", "so", "si", "s'", "parce", "car", "lorsque", "tant", "puisque"}
_GOES_ON |= {"quand"}
_SAME_CASE = {"aux": "à", "au": "à", "du": "de", "des": "de", "d'": "de", "upon": "on", "onto": "on"}
_FACT = {"fact", "fait", "idea", "idée"}
SEEMING = ("seem", "appear", "sembler", "paraître")
_SAYING = frozenset(("suggest", "imply", "hint", "blame", "accuse", "say", "acknowledge", "admit", "concede", "agree"))
_SAYING |= {"confirm", "deny", "criticise", "criticize", "endorse", "support", "back", "reject", "mock", "indicate", "signal"}
_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))  # "agreed on Monday to go"
_EDGE = ",;:-–—"
_CLITICS = {"l'", "l’", "le", "la", "les", "en", "y", "lui", "leur"}


def content_spans(sentence: Sentence, inside: Iterable[int], outside: Iterable[int] = ()) -> tuple[Span, ...]:
    """Return the spans from the first to the last of some tokens, cut where the words of the cue stand in between."""
    wanted, cut = sorted(set(inside)), set(outside)
    runs: list[list[int]] = [[]]
    for index in range(wanted[0], wanted[-1] + 1) if wanted else ():
        if index in cut:
            runs.append([])
        else:
            runs[-1].append(index)
    spans = (_content_span(sentence, run) for run in runs if run)
    return tuple(span for span in spans if span is not None)


def _content_span(sentence: Sentence, run: Sequence[int]) -> Span | None:
    first, last = 0, len(run)
    while first < last and (sentence.tokens[run[first]].text in _EDGE or _introduces(sentence.tokens[run[first]])):
        first += 1
    while last > first and (sentence.tokens[run[last - 1]].text in _EDGE + "." or _joins(sentence.tokens[run[last - 1]])):
        last -= 1
    kept = [sentence.tokens[index] for index in run[first:last]]
    marks = [token for token in kept if token.text in "\"“”«»"]
    if len(marks) == 1 and marks[0] is kept[0]:  # the quotation that it opens ends elsewhere
        kept = kept[1:]
    if len(marks) == 1 and kept and marks[0] is kept[-1]:
        kept = kept[:-1]
    if not any(token.pos not in ("PUNCT", "CCONJ", "SPACE") for token in kept):
        return None
    return kept[0].start, kept[-1].end


def _joins(token: Token) -> bool:
    """A conjunction at the end of a content joins it to what follows outside of it."""
    return token.pos == "CCONJ" and has_label(token, "cc")


def _introduces(token: Token) -> bool:
    return token.text.lower() in _THAT and has_label(token, "mark")


def clause(sentence: Sentence, token: Token) -> tuple[Span, ...]:
    """`said that ...`, `..., he said`, `Russia, he said, offers ...`."""
    found_clauses = children(sentence, token.i, "ccomp")
    later = [t for t in found_clauses if t.i > token.i and children(sentence, t.i, "nsubj")]
    if later and not children(sentence, token.i, "nsubj"):  # "Lee made an offer, then says he will wait"
        found_clauses = tuple(later)
    for child in found_clauses:
        if _apart(sentence, token, child) or _heard(sentence, token, child):
            continue
        inside = set(subtree(sentence, child.i))
        if child.i > token.i:
            inside |= _continuation(sentence, token, child) | _cut_off(sentence, child, inside)
        frame = set(subtree(sentence, token.i)) - inside
        found = content_spans(sentence, inside, frame)
        if found:
            return _from_start(sentence, token, found) if child.i < token.i else found
    return parenthesis(sentence, token)


def _apart(sentence: Sentence, token: Token, child: Token) -> bool:
    """`A signed; B objected`, `agreed to go; C will follow`: a clause beyond a semicolon that no "that" opens is not said."""
    low, high = sorted((token.i, child.i))
    if not any(t.text == ";" for t in sentence.tokens[low:high]):
        return False
    return not any(t.text.lower() in _THAT for t in children(sentence, child.i, "mark"))


def _heard(sentence: Sentence, token: Token, child: Token) -> bool:
    """`I have heard X say that A`: whoever hears or sees somebody say something says nothing himself."""
    if token.lemma not in _PERCEIVING or child.lemma not in _SAYING | {"call", "tell", "declare", "dire"}:
        return False
    return not children(sentence, child.i, "mark", "aux", "cop") and "VerbForm=Fin" not in child.morph


_PERCEIVING = frozenset(("hear", "see", "watch", "entendre", "voir"))


def _cut_off(sentence: Sentence, child: Token, inside: set[int]) -> set[int]:
    """A that-clause in which the parser found no verb goes on to the end of the sentence."""
    marked = any(t.text.lower() in _THAT for t in children(sentence, child.i, "mark"))
    if not marked or any(sentence.tokens[i].pos in ("VERB", "AUX") for i in inside):
        return set()
    return set(range(max(inside) + 1, len(sentence.tokens)))


def _continuation(sentence: Sentence, token: Token, child: Token) -> set[int]:
    """A condition or reason behind the clause belongs to what is said, though the parser hangs it on the cue."""
    found: set[int] = set()
    for other in children(sentence, token.i, "advcl", "ccomp"):
        marks = {t.text.lower() for t in children(sentence, other.i, "mark", "advmod")}
        if other.i > child.i and marks & _GOES_ON:
            found |= set(subtree(sentence, other.i))
    return found


def _from_start(sentence: Sentence, token: Token, found: tuple[Span, ...]) -> tuple[Span, ...]:
    """`A and B, he said.`: with the cue at the end, all of the sentence before it is said, whatever the parse cut off."""
    behind = [t for t in sentence.tokens[token.i + 1 :] if t.pos != "PUNCT"]
    if len(found) != 1 or (token.head != token.i and not has_label(token, "conj", "parataxis")):
        return found
    if len(behind) > 12 or found[0][1] > token.start:
        return found
    first = next((t for t in sentence.tokens if t.pos not in ("PUNCT", "CCONJ")), None)
    return ((min(first.start, found[0][0]), found[0][1]),) if first is not None else found


def parenthesis(sentence: Sentence, token: Token) -> tuple[Span, ...]:
    """`Russia, he said, offers ...` and `As he said, ...`: the clause around the cue is the content."""
    if token.head == token.i or not has_label(token, "parataxis", "advcl", "ccomp", "dep"):
        return ()
    if any(is_relative(t) for t in children(sentence, token.i, "nsubj")) or _has_clitic(sentence, token):
        return ()
    as_said = is_as_clause(sentence, token)
    set_in = has_label(token, "parataxis", "dep") and bool(children(sentence, token.i, "nsubj", "obj"))
    if not as_said and not set_in and not _is_inverted(sentence, token):
        return ()
    own = set(subtree(sentence, token.i))
    head = token.head
    if as_said and has_label(sentence.tokens[head], "conj"):  # the parser may hang the clause on the last conjunct
        head = sentence.tokens[head].head
    return content_spans(sentence, set(subtree(sentence, head)) - own, own)


def _is_inverted(sentence: Sentence, token: Token) -> bool:
    """`..., a-t-il dit devant la presse`: behind a comma only a clause set in has its pronoun behind the verb."""
    return any(t.text.startswith("-") and t.i > 1 for t in children(sentence, token.i, "nsubj", "expl")) and any(
        t.text == "," for t in sentence.tokens[max(0, token.i - 6) : token.i]
    )


def _has_clitic(sentence: Sentence, token: Token) -> bool:
    """`Varsovie l'a critiqué`: a French verb with an object pronoun says nothing of the clause beside it."""
    found = children(sentence, token.i, "obj") if sentence.language == "fr" else ()
    return any(t.pos == "PRON" and t.i < token.i and t.text.lower() in _CLITICS for t in found)


def is_as_clause(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb stands in a clause with "as" ("as the minister said")."""
    marks = {t.text.lower() for t in children(sentence, token.i, "mark", "advmod", "case")}
    return bool(marks & _AS) and has_label(token, "advcl", "ccomp", "parataxis", "dep")


def is_infinitive(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb is an infinitive with its mark."""
    if sentence.language == "en":
        return any(t.text.lower() == "to" for t in children(sentence, token.i, "mark"))
    if "VerbForm=Inf" in token.morph:
        return True
    return any("VerbForm=Inf" in t.morph for t in children(sentence, token.i, "aux", "cop"))  # "d'avoir soutenu"


def infinitive(sentence: Sentence, token: Token) -> tuple[Span, ...]:
    """`promised to ...`; of a passive (`is expected to ...`) the subject belongs to the content."""
    for child in (*children(sentence, token.i, "xcomp", "ccomp", "advcl", "acl"), *_called(sentence, token)):
        if child.i < token.i or not is_infinitive(sentence, child) or _purpose(sentence, token, child):
            continue
        if token.lemma in SEEMING and child.lemma in _SAYING:
            return ()  # "appeared to suggest that": what is suggested counts
        behind = [i for i in subtree(sentence, child.i) if i > token.i]  # not "which" of "which X vowed to ignore"
        found = content_spans(sentence, _stretched(sentence, token, behind))
        if found and _hides_name(sentence, token, child):
            return ()
        if found:
            raised = (children(sentence, token.i, "nsubj:pass") if is_passive(sentence, token.i) else ()) or (
                children(sentence, token.i, "nsubj") if token.lemma in SEEMING else ()
            )
            subjects = tuple(noun_phrase(sentence, t.i) for t in raised if not is_relative(t))
            return (*subjects, *found)
    return ()


def _stretched(sentence: Sentence, token: Token, inside: Sequence[int]) -> list[int]:
    """In French take in what follows an infinitive without a comma though the parser hangs it on the cue."""
    found, hanging = list(inside), {t.i for t in children(sentence, token.i, "obl", "advmod", "advcl", "xcomp", "obj", "iobj")}
    tokens = sentence.tokens
    while sentence.language == "fr" and found[-1] + 1 < len(tokens):
        following = found[-1] + 1
        head = next((i for i in hanging if following in (own := subtree(sentence, i)) and own[0] == following), None)
        if head is None or tokens[following].pos in ("PUNCT", "CCONJ") or _opens_phrase(tokens[following]):
            break
        found += subtree(sentence, head)
    return found


def _opens_phrase(token: Token) -> bool:
    return token.text.lower() in ("selon", "according", "as", "comme", "en", "while", "tandis", "après", "after", "lors", "in")


_NAMING = frozenset(("name", "identify", "quote", "nommer", "citer", "identifier"))


def _hides_name(sentence: Sentence, token: Token, child: Token) -> bool:
    """`asked not to be named`: a condition of anonymity is no statement."""
    if child.lemma not in _NAMING:
        return False
    words = {t.text.lower() for t in (*children(sentence, child.i, "advmod"), *children(sentence, token.i, "advmod"))}
    return bool(words & {"not", "pas", "ne"})


def _called(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """`appeler les parties à négocier`: the French parser hangs the infinitive on those who are called."""
    if sentence.language != "fr":
        return ()
    found = (t for noun in children(sentence, token.i, "obj") for t in children(sentence, noun.i, "acl"))
    return tuple(t for t in found if any(m.text.lower() in ("à", "de", "d'") for m in children(sentence, t.i, "mark")))


def _purpose(sentence: Sentence, token: Token, child: Token) -> bool:
    """In English an adverbial infinitive counts only where the cue has no object of another sort before it."""
    return has_label(child, "acl", "advcl") and sentence.language == "en" and not children(sentence, token.i, "obj", "obl")


def any_object(sentence: Sentence, token: Token) -> tuple[Span, ...]:
    """`praised X`, `rejected X`, `criticised X for Y`; a passive has it as its subject."""
    raised = children(sentence, token.i, "nsubj:pass") if is_passive(sentence, token.i) else ()
    for child in (*children(sentence, token.i, "obj"), *raised):
        if _only_points(sentence, child):
            continue
        if is_relative(child):
            return (noun_phrase(sentence, sentence.tokens[token.i].head),) if has_label(token, "acl") else ()
        inside = list(subtree(sentence, child.i))
        inside = _unwrapped(sentence, child, inside)
        for other in children(sentence, token.i, "obl", "advcl", "xcomp", "advmod"):
            cases = {normal_case(t.text) for t in children(sentence, other.i, "case", "mark")}
            cases |= {other.text.lower()} if sentence.children[other.i] else set()  # "as useful" hangs on "as"
            owned = sentence.language == "fr" and any("Poss=Yes" in t.morph for t in children(sentence, child.i, "det"))
            wanted = cases & _COMPLEMENTS or (owned and other.pos != "PRON" and "à" in cases)
            if other.i > max(child.i, token.i) and wanted:
                inside += subtree(sentence, other.i)
        return content_spans(sentence, inside, _frame(sentence, token))
    return ()


def _only_points(sentence: Sentence, child: Token) -> bool:
    """A bare French object pronoun, and "what", name no content ("l'a félicité")."""
    if sentence.children[child.i]:
        return False
    return child.text.lower() in (_CLITICS if sentence.language == "fr" and child.pos == "PRON" else {"what"})


def _frame(sentence: Sentence, token: Token) -> set[int]:
    """Return a cue with its auxiliaries, adverbs and the agent of a passive: between the parts of a content, not of it."""
    found = {token.i}
    for child in children(sentence, token.i, "obl:agent", "aux", "aux:pass"):
        found |= set(subtree(sentence, child.i))
    return found


def _unwrapped(sentence: Sentence, child: Token, inside: list[int]) -> list[int]:
    """`the fact that X`: the content is X."""
    if child.lemma in _FACT:
        for clause_head in children(sentence, child.i, "acl", "ccomp"):
            if clause_head.i > child.i:
                return list(subtree(sentence, clause_head.i))
    return inside


def _plain_complement(sentence: Sentence, child: Token) -> bool:
    return has_label(child, "xcomp", "ccomp") and not is_infinitive(sentence, child)


def predicate(sentence: Sentence, token: Token) -> tuple[Span, ...]:
    """`called X Y`, `described X as Y`."""
    inside: list[int] = []
    said = False
    for child in children(sentence, token.i, "obj", "xcomp", "obl", "advcl", "ccomp", "nsubj:pass", "nmod"):
        cases = {t.text.lower() for t in children(sentence, child.i, "case", "mark")}
        if is_relative(child) or child.lemma == "what":  # "what he called a rant"
            continue
        if has_label(child, "obj", "nsubj:pass"):
            inside += subtree(sentence, child.i)
        elif child.i > token.i and (cases & _PREDICATIVE or _plain_complement(sentence, child)):
            inside += subtree(sentence, child.i)
            said = True
    return content_spans(sentence, inside, _frame(sentence, token)) if said else ()


def named(sentence: Sentence, token: Token) -> tuple[Span, ...]:
    """`qualifier X de Y`: the parser hangs "de Y" on X, as if X belonged to Y."""
    for child in children(sentence, token.i, "obj"):
        for other in children(sentence, child.i, "nmod"):
            bare = not children(sentence, other.i, "det") and other.pos in ("NOUN", "ADJ")
            if bare and any(normal_case(t.text) == "de" for t in children(sentence, other.i, "case")):
                return content_spans(sentence, subtree(sentence, child.i), _frame(sentence, token))
    return ()


def prepositional(sentence: Sentence, token: Token, wanted: frozenset[str]) -> tuple[str, tuple[Span, ...]]:
    """Return the preposition and the content of `spoke about X`, `called for X`; an empty one where there is none."""
    direct = children(sentence, token.i, "obl", "nmod", "advcl", "acl", "obj", "xcomp", "ccomp")
    on_object = [t for noun in children(sentence, token.i, "obj") for t in children(sentence, noun.i, "nmod")]
    for child in (*direct, *(t for t in on_object if sentence.language == "fr" and "à" in wanted)):
        marks = children(sentence, child.i, "case", "mark")
        case = next((word for t in marks if (word := normal_case(t.text)) in wanted), None)
        if case is None or child.i < token.i or child.text.lower() in _DAYS:
            continue
        skipped = {t.i for t in marks} if not is_infinitive(sentence, child) else set()
        inside = [index for index in subtree(sentence, child.i) if index not in skipped]
        found = content_spans(sentence, _unwrapped(sentence, child, inside), {token.i})
        if found:
            return case, found
    return "", ()


def normal_case(word: str) -> str:
    """Return the plain form of a preposition (French `aux` is `à`)."""
    lowered = word.lower().replace("’", "'")
    return _SAME_CASE.get(lowered, lowered)


def noun_frame(sentence: Sentence, child: Token) -> str:
    """Return the frame that a dependent of a cue noun makes: `the claim that`, `a promise to`, `statements about`."""
    marks = [t.text.lower() for t in children(sentence, child.i, "case", "mark")]
    if has_label(child, "nmod", "obl"):
        return "prep:" + normal_case(marks[0]) if marks else ""
    if is_infinitive(sentence, child):
        return "infinitive"
    if set(marks) & _THAT:
        return "clause"
    return "prep:" + normal_case(marks[0]) if marks else ""


Finder = Callable[[Sentence, Token], tuple[Span, ...]]

FRAMES: Mapping[str, Finder] = {
    "clause": clause,
    "predicate": predicate,
    "predicate:de": named,
    "infinitive": infinitive,
    "object": any_object,
}
