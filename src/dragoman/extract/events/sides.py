"""Where the two sides of an act stand in the parse: who does it, to whom.

`side_groups` yields, best first, groups of token indices (heads of noun phrases) that may fill a side; whether such a
phrase is somebody who can act is decided by the caller. A verb's own sides come from `verbs`, a noun's from `nouns`; a
noun has those of the light verb that carries it too ("held talks").
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

import msgspec

from dragoman.extract.events.around import aimed_at, behind_doer, in_condition, with_company
from dragoman.extract.events.clitics import datives, is_cause_pronoun, is_place_pronoun
from dragoman.extract.events.matching import Match
from dragoman.extract.events.nouns import Group, coordinated, linear_between, loose_between, noun_slot
from dragoman.extract.events.passives import agent, is_passive, makers, stray_agent, undergone
from dragoman.extract.events.phrases import astray, case_of
from dragoman.extract.events.verbs import RELATIVE, objects, surface_subject
from dragoman.extract.events.words import Lexicon
from dragoman.extract.parse.tree import children, has_label, subtree
from dragoman.records import Sentence, Token

_AGAINST = frozenset(("against", "with", "à", "contre", "avec"))
_TOGETHER = frozenset(("with", "avec"))
_FIXING = frozenset(("en",))
_GOVERNED = frozenset(("to", "at", "à", "devant", "over", "on", "sur", "with", "avec"))
_THERE = frozenset(("à", "en", "dans", "sur"))  # what French "y" can stand for
_DATIVE = frozenset(("to", "for", "à"))
_FRAMES = frozenset(  # nouns that make a phrase of two prepositions: "in spite of", "en dépit de"
    ("spite", "face", "defiance", "response", "reaction", "wake", "dépit", "mépris", "réponse", "réaction")
)
_IN_FRAMES = frozenset(("of", "to", "de", "à"))
_CAUSES = frozenset(("after", "because", "as", "après"))  # "vowed revenge after Israeli raids": whose raids they were is meant


def side_groups(
    sentence: Sentence, match: Match, slots: Iterable[tuple[str, tuple[str, ...]]], lexicon: Lexicon
) -> Iterator[Group]:
    """Yield the groups of noun-phrase heads that may fill a side, the best first."""
    nominal = match.entry.row.pos == "NOUN"
    for name, words in slots:
        if name == "place":
            yield from _rulers(sentence, match, words)
        else:
            yield from (_of_noun if nominal else _of_verb)(sentence, match, name, words, lexicon)


def _of_verb(  # noqa: PLR0912
    sentence: Sentence, match: Match, name: str, words: tuple[str, ...], lexicon: Lexicon
) -> Iterator[Group]:
    verb = match.head
    if name == "subj":
        group = None
        passive = is_passive(sentence, verb) and match.entry.row.pos != "ADJ"  # "was alarmed by": who feels it is meant
        if passive:
            own = undergone(sentence, verb) is not None  # "s'est vu opposer un refus par Oslo"
            group = agent(sentence, verb) or stray_agent(sentence, verb, () if own else lexicon.occasions)
        group = group or (None if passive else surface_subject(sentence, verb, lexicon.control))
        if group is not None:
            yield group if match.entry.mutual else with_company(sentence, verb, group)
            yield from _behind(sentence, verb, lexicon)
    elif name == "obj":
        group = objects(sentence, verb, lexicon.control, lexicon.days)
        if group is not None and set(group.heads) & set(match.tokens):
            yield from _owners(sentence, group.heads, verb)
        elif group is not None:
            yield group
    elif name == "iobj":
        if (given := _given_to(sentence, verb, lexicon)) is not None:
            yield given
        for token in children(sentence, verb, "iobj"):
            yield Group(heads=coordinated(sentence, token.i), slot=name, weight=1.0)
    elif name == "comp":
        yield from _complement(sentence, verb, match.entry.row.type, lexicon)
        if match.entry.row.type == "THREATEN":
            yield from in_condition(sentence, verb)
    elif name == "that":
        yield from _in_clause(sentence, match)
    else:
        yield from _dependents(sentence, match, name, words, lexicon)


def _rulers(sentence: Sentence, match: Match, words: tuple[str, ...]) -> Iterator[Group]:
    """Yield where a passive without its agent has what is done: "was expelled from Bulgaria", "arrested in Ankara"."""
    verb = match.head
    if not is_passive(sentence, verb) or agent(sentence, verb) is not None:
        return
    behind = (index for index in match.tokens if index > verb)  # "condamné à mort en Chine"
    for above in (verb, *(token.i for token in children(sentence, verb, "advmod", "compound")), *behind):
        for token in children(sentence, above, "obl", "nmod"):
            cases = case_of(sentence, token.i)
            if cases and all(word in words for word in cases) and token.i > verb and token.i not in match.tokens:
                yield Group(heads=coordinated(sentence, token.i)[:1], slot="place", weight=0.85)


def _given_to(sentence: Sentence, verb: int, lexicon: Lexicon) -> Group | None:
    """Return who gets the object of a passive: its subject ("Iceland was promised a ferry", "s'est vu promettre un bac")."""
    if undergone(sentence, verb) is not None:
        return surface_subject(sentence, verb, lexicon.control)
    if sentence.language != "en" or not is_passive(sentence, verb) or not children(sentence, verb, "obj"):
        return None
    if sentence.tokens[verb].dep == "acl:relcl" and not children(sentence, verb, "nsubj"):
        return None  # "where to him has been handed a note": the object is the subject, put last
    return surface_subject(sentence, verb, lexicon.control)


def _owners(sentence: Sentence, heads: Iterable[int], verb: int) -> Iterator[Group]:
    """Yield whose the object of a phrase is ("expelled two Chinese diplomats")."""
    for head in heads:
        for name in ("poss", "adj", "of"):
            for owners in noun_slot(sentence, head, name, ()):
                yield Group(heads=owners, slot=name, weight=0.9)
        for by in makers(sentence, head, verb):
            yield Group(heads=by, slot="by", weight=0.85)


def _behind(sentence: Sentence, verb: int, lexicon: Lexicon) -> Iterator[Group]:
    """Yield who stands behind a thing that acts ("issued a statement calling on"): the subject of its verb."""
    token = sentence.tokens[verb]
    noun = sentence.tokens[token.head]
    above = sentence.tokens[noun.head]
    if not has_label(token, "acl") or is_passive(sentence, verb) or above.pos != "VERB" or not has_label(noun, "obj", "obl"):
        return
    group = surface_subject(sentence, above.i, lexicon.control)
    if group is not None and above.i != noun.i:
        yield msgspec.structs.replace(group, weight=group.weight * 0.8)


def _dependents(  # noqa: PLR0912
    sentence: Sentence, match: Match, name: str, words: tuple[str, ...], lexicon: Lexicon
) -> Iterator[Group]:
    """Yield the groups under any word of a phrase: "imposed sanctions on Russia" may hang "on" on either word."""
    for index in match.tokens:
        for heads in noun_slot(sentence, index, name, words):
            if not set(heads) & set(match.tokens) or sentence.tokens[heads[0]].pos == "PROPN":  # "entrer dans l'OTAN"
                yield Group(heads=heads, slot=name, weight=1.0)
            elif set(heads) <= set(match.tokens):
                yield from _owners(sentence, heads, match.head)
    if name == "prep" and "à" in words:
        for token in (token for index in match.tokens for token in datives(sentence, index)):
            yield Group(heads=(token.i,), slot="iobj", weight=1.0)
    if name == "prep" and sentence.language == "fr" and _THERE & set(words):
        for token in children(sentence, match.head):
            if token.i < match.head and is_place_pronoun(token):
                yield Group(heads=(token.i,), slot="prep", weight=0.85)
    if name == "prep" and sentence.language == "fr" and "de" in words:
        for token in children(sentence, match.head):
            if token.i < match.head and is_cause_pronoun(sentence, token, lexicon):
                yield Group(heads=(token.i,), slot="prep", weight=0.85)
    if name == "prep" and _TOGETHER & set(words):
        yield from _beyond(sentence, match, words, lexicon)
    if name == "prep" and _DATIVE & set(words) and (given := _given_to(sentence, match.head, lexicon)) is not None:
        yield given
    if name == "prep":
        yield from _on_object(sentence, match, words)
        for index in match.tokens[1:]:
            yield from aimed_at(sentence, index, lexicon)
        for index in match.tokens[1:]:
            for token in children(sentence, index, "nmod", "obj"):
                for heads in noun_slot(sentence, token.i, name, words):
                    yield Group(heads=heads, slot=name, weight=0.8)
        yield from _loose_names(sentence, match, words)


def _on_object(sentence: Sentence, match: Match, words: tuple[str, ...]) -> Iterator[Group]:
    """Yield the groups under a preposition that a row demands, where the parser hung them on the object of its verb."""
    demanded = tuple(w for name, asked in match.entry.requires if name == "prep" for w in asked if w in words)
    for index in astray(sentence, match.head, demanded, match.entry.mutual) if demanded else ():
        if index not in match.tokens:
            for heads in noun_slot(sentence, index, "prep", demanded):
                yield Group(heads=heads, slot="prep", weight=0.75)


def _beyond(sentence: Sentence, match: Match, words: tuple[str, ...], lexicon: Lexicon) -> Iterator[Group]:
    """Yield with whom something is done where the parser hung it on what stands between ("discussed the fate of men with X").

    Not what belongs to a noun of an act ("discussed its talks with X").
    """
    together = tuple(word for word in words if word in _TOGETHER)
    between = [token for token in children(sentence, match.head, "obj", "obl") if token.i > match.head]
    while between:
        token = between.pop(0)
        if token.i in match.tokens or token.lemma in lexicon.occasions:
            continue
        for heads in noun_slot(sentence, token.i, "prep", together):
            yield Group(heads=heads, slot="prep", weight=0.75)
        between += children(sentence, token.i, "nmod")


def _loose_names(sentence: Sentence, match: Match, words: tuple[str, ...]) -> Iterator[Group]:
    """Yield names under a wanted preposition that the parser hung on a neighbour ("imposed by the EU on Belarus")."""
    direct = {child for index in match.tokens for child in sentence.children[index]}
    for index in subtree(sentence, match.head, "conj", "ccomp", "advcl", "nsubj"):
        token = sentence.tokens[index]
        astray = index > match.head and index not in direct and sentence.tokens[token.head].pos == "PROPN"
        if astray and token.pos == "PROPN" and set(words) & set(case_of(sentence, index)):
            yield Group(heads=coordinated(sentence, index), slot="prep", weight=0.7)


def _in_clause(sentence: Sentence, match: Match) -> Iterator[Group]:
    """Yield of whom the clause of a phrase's noun speaks ("voiced alarm that Peru was arming")."""
    for index in match.tokens[1:]:
        for clause in children(sentence, index, "acl", "ccomp"):
            for subject in children(sentence, clause.i, "nsubj"):
                if clause.i > index and subject.text.lower() not in RELATIVE:
                    yield Group(heads=coordinated(sentence, subject.i), slot="comp", weight=0.85)


def _complement(sentence: Sentence, verb: int, match_type: str, lexicon: Lexicon) -> Iterator[Group]:
    """Yield the sides named in what is agreed, asked or threatened: its subject, then its object, then the rest."""
    elsewhere = lexicon.words("meanwhile") - (_CAUSES if match_type == "THREATEN" else frozenset())
    for clause in children(sentence, verb, "xcomp", "ccomp", "advcl", "acl"):
        if sentence.tokens[verb].pos in ("NOUN", "PROPN") and not _is_content(sentence, clause):
            continue
        opening = {token.text.lower() for token in children(sentence, clause.i, "mark", "advmod")}
        if has_label(clause, "advcl") and opening & elsewhere:
            continue  # "gave it its backing, while Washington told Ankara to stop"
        for labels in (("nsubj",), ("obj",), ("obl", "nmod"), ("xcomp", "ccomp")):
            for token in children(sentence, clause.i, *labels):
                nouns = [token] if not has_label(token, "xcomp", "ccomp") else []
                nouns += children(sentence, token.i, "nsubj", "obj", "obl", "nmod")  # "refused to let the convoy in"
                for noun in nouns:
                    yield Group(heads=coordinated(sentence, noun.i), slot="comp", weight=0.85)


def _is_content(sentence: Sentence, clause: Token) -> bool:
    """Tell whether a clause on a noun is what a noun means ("a call to leave"), not what is said of it ("a call made")."""
    if clause.dep == "acl:relcl" or clause.i < clause.head:
        return False
    return has_label(clause, "ccomp") or "VerbForm=Inf" in clause.morph


def _of_noun(  # noqa: PLR0912
    sentence: Sentence, match: Match, name: str, words: tuple[str, ...], lexicon: Lexicon
) -> Iterator[Group]:
    noun = match.head
    verb = carrier(sentence, noun, lexicon)
    if name == "cop":
        group = surface_subject(sentence, noun, lexicon.control) if children(sentence, noun, "cop") else None
        if group is not None:
            yield group
        return
    if name == "clause":
        if (group := circumstance_of(sentence, noun, words, lexicon)) is not None:
            yield group
        return
    if name == "comp":
        yield from _complement(sentence, noun, match.entry.row.type, lexicon)
        return
    if name in ("between", "subj") and has_label(sentence.tokens[noun], "nsubj"):
        yield from _brought_together(sentence, noun, lexicon)
    if name == "subj":
        if verb is not None and not has_label(sentence.tokens[noun], "nsubj"):
            yield from _of_verb(sentence, Match(entry=match.entry, head=verb, tokens=(verb, noun)), "subj", (), lexicon)
        return
    for heads in noun_slot(sentence, noun, name, words):
        if set(heads) <= set(match.tokens):
            yield from _owners(sentence, heads, noun)
        else:
            yield Group(heads=heads, slot=name, weight=1.0)
    if name in ("of", "prep"):
        yield from behind_doer(sentence, noun, name, words)
    if name in ("of", "by"):
        yield from _of_last_word(sentence, match, name)
    if name == "by":
        yield from _behind_objects(sentence, match, lexicon)
    if verb is not None and name in ("prep", "between", "by"):
        for heads in noun_slot(sentence, verb, name, words):
            yield Group(heads=heads, slot=name, weight=0.9)
    if name == "prep":
        for owner in (head for group in noun_slot(sentence, noun, "of", ()) for head in group):
            for heads in noun_slot(sentence, owner, name, words):
                yield Group(heads=heads, slot=name, weight=0.8)
    if name == "between":
        yield from loose_between(sentence, noun)
        yield from linear_between(sentence, noun)


def _behind_objects(sentence: Sentence, match: Match, lexicon: Lexicon) -> Iterator[Group]:
    """Yield by whom something is done where the parser hung it on what it is done to: "the expulsion of two men by X"."""
    for heads in noun_slot(sentence, match.head, "of", ()):
        for index in heads:
            if sentence.tokens[index].lemma not in lexicon.occasions:
                for group in noun_slot(sentence, index, "by", ()):
                    yield Group(heads=group, slot="by", weight=0.85)


def _of_last_word(sentence: Sentence, match: Match, name: str) -> Iterator[Group]:
    """Yield the groups that the parser hung on the bare last word of a fixed French phrase: "mise en garde de Rome"."""
    for index in match.tokens[1:]:
        fixed = _FIXING & set(case_of(sentence, index)) and not children(sentence, index, "det")
        if sentence.tokens[index].head == match.head and fixed:
            for heads in noun_slot(sentence, index, name, ()):
                if not set(heads) & set(match.tokens):
                    yield Group(heads=heads, slot=name, weight=0.9)


def carrier(sentence: Sentence, noun: int, lexicon: Lexicon) -> int | None:
    """Return the light verb that a noun is the object or subject of ("hold talks", "talks took place"), if any."""
    token = sentence.tokens[noun]
    if token.dep == "conj":
        token = sentence.tokens[token.head]
    verb = sentence.tokens[token.head]
    carries = verb.i != token.i and verb.pos in ("VERB", "AUX") and verb.lemma in lexicon.light
    if carries and has_label(token, "obj", "nsubj", "obl"):
        return verb.i
    if has_label(token, "nsubj", "obj", "obl"):
        return None
    for child in children(sentence, noun, "acl"):
        if child.lemma in lexicon.light and child.pos == "VERB":
            return child.i
    return None


def _brought_together(sentence: Sentence, noun: int, lexicon: Lexicon) -> Iterator[Group]:
    """Yield whom an occasion brings together or sets at odds: "clashes pitted A against B", "un sommet a réuni A et B"."""
    verb = sentence.tokens[sentence.tokens[noun].head]
    if verb.lemma not in lexicon.gathering or is_passive(sentence, verb.i):
        return
    found = [heads for t in children(sentence, verb.i, "obj") for heads in [coordinated(sentence, t.i)]]
    found += [
        coordinated(sentence, t.i)
        for t in children(sentence, verb.i, "obl", "nmod")
        if _AGAINST & set(case_of(sentence, t.i))
    ]
    heads = tuple(head for group in found for head in group)
    if heads:
        yield Group(heads=heads, slot="between", weight=0.95)


def clause_subject(sentence: Sentence, noun: int, lexicon: Lexicon) -> Group | None:
    """Return the subject of the clause in which a noun is a circumstance ("said at a meeting with ...")."""
    token = sentence.tokens[noun]
    verb = sentence.tokens[token.head]
    if not has_label(token, "obl", "advcl") or verb.pos not in ("VERB", "AUX"):
        return None
    if not lexicon.words("occasion") & set(case_of(sentence, noun)):
        return None
    group = surface_subject(sentence, verb.i, lexicon.control)
    return msgspec.structs.replace(group, weight=group.weight * 0.7, slot="clause") if group else None


def is_circumstance(sentence: Sentence, index: int, lexicon: Lexicon, governed: bool) -> bool:
    """Tell whether a phrase only says under what pressure or against whose will something is done ("malgré l'appel de X").

    Behind "to" and "at" it can be what the verb governs ("bowed to the demands of X"): only words that tables give with these
    ("to the anger of X") are meant then, and no `governed` ones, of a verb without an object beside them.
    """
    token = sentence.tokens[index]
    if has_label(token, "nmod"):
        token = sentence.tokens[token.head]
    cases = set(case_of(sentence, token.i))
    loose = cases - _GOVERNED
    return bool(cases) and any(
        name == "clause" and (loose if governed or "clause" not in entry.row.roles else cases) & set(words)
        for entry in lexicon.entries.get(token.lemma, ()) if entry.row.pos == "NOUN"
        for name, words in entry.recipients
    )  # fmt: skip


def circumstance_of(sentence: Sentence, noun: int, words: Container[str], lexicon: Lexicon) -> Group | None:
    """Return who acts in the clause of which a noun under one of some prepositions is a circumstance: "despite appeals from X".

    Of a passive it is the agent, not who suffers: "the men were freed by Oslo at the request of X".
    """
    token = sentence.tokens[noun]
    above = sentence.tokens[token.head]
    if has_label(token, "nmod") and above.lemma in _FRAMES and _IN_FRAMES & set(case_of(sentence, noun)):
        token = above  # "in defiance of warnings from X"
    elif not any(word in words for word in case_of(sentence, noun)):
        return None
    group = None
    if children(sentence, noun, "cop"):  # "Oslo is under pressure from X"
        group = surface_subject(sentence, noun, lexicon.control)
    elif has_label(token, "obl", "advcl") and sentence.tokens[token.head].pos in ("VERB", "AUX", "ADJ"):
        passive = is_passive(sentence, token.head)
        group = agent(sentence, token.head) if passive else surface_subject(sentence, token.head, lexicon.control)
    return msgspec.structs.replace(group, weight=group.weight * 0.85, slot="clause") if group else None
