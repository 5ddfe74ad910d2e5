"""Where and through what something is said: places and papers that speak, and the medium of a statement."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.extract.attribution.phrases import noun_phrase
from dragoman.extract.attribution.verb_forms import TOLD
from dragoman.extract.parse.tree import children, subtree
from dragoman.records import Sentence, Span, Token

_PLACES = {"at", "in", "on", "by", "from", "à", "au", "aux", "dans", "sur", "chez", "par"}


def place_source(sentence: Sentence, verb: int, classes: Mapping[str, str], anyone: bool = False) -> int | None:
    """`This was told at the Pentagon`, `said in a statement`: without a subject, the place or paper that speaks.

    `classes` are the nouns of sources; `anyone`: a French "on" stands for whoever speaks at a place ("indique-t-on à Paris",
    "de source diplomatique"). Only names of bodies and papers can speak, and those who meet: "discussed at a
    meeting between X and Y"; "said in June" has no source.
    """
    fronted = fronted_place(sentence, verb, classes, anyone) if anyone else None
    if fronted is not None:
        return fronted
    labels = ("obl", "nmod", "xcomp", "obj", "advmod") if anyone else ("obl", "nmod")  # the parser is unsure of unknown names
    for child in children(sentence, verb, *labels):
        if child.i < verb:
            continue
        if classes.get(child.lemma) == "meeting":
            met = _who_met(sentence, child.i)
            if met is not None:
                return met
        cases = {t.text.lower() for t in children(sentence, child.i, "case")}
        body = classes.get(child.lemma) == "organisation"
        if anyone and (child.lemma == "source" or (cases & _PLACES and (child.pos == "PROPN" or body))):
            return child.i
        told = body and cases & _IN_BODIES and sentence.tokens[verb].lemma in TOLD  # "as the agency was told in the ministry"
        if told or (cases & _PLACES and (classes.get(child.lemma) == "document" or _names_body(sentence, child))):
            return child.i
    return _right_behind(sentence, verb, classes) if anyone else None


def _right_behind(sentence: Sentence, verb: int, classes: Mapping[str, str]) -> int | None:
    """`« ... », dit-on dans l'entourage du roi`: the place right behind "on", whatever word the parser hangs it on."""
    behind = [t for t in sentence.tokens[verb + 1 : verb + 4] if t.pos == "ADP"][:1]
    noun = sentence.tokens[behind[0].head] if behind else None
    if noun is None or noun.i < behind[0].i or behind[0].text.lower() not in _PLACES:
        return None
    return noun.i if classes.get(noun.lemma) == "organisation" or noun.pos == "PROPN" else None


def fronted_place(sentence: Sentence, verb: int, classes: Mapping[str, str], people: bool = False) -> int | None:
    """`In Cairo they called it illegal`, `in the ministry noted that`: the place or body at the head of the sentence speaks.

    `people`: so do those among whom something is said ("chez les rebelles, on dénonce", "du côté de l'opposition, on exige").
    """
    for place in children(sentence, verb, "obl", "nmod"):
        child = _whose_side(sentence, place) if people else place
        cases = children(sentence, place.i, "case")
        opens = bool(cases) and cases[0].i <= 1 and cases[0].text.lower() in (_AMONG if people else _WHERE)
        near = child.i < verb and (verb - child.i <= _NEAR_VERB or stands_alone(sentence, child.i, verb))
        spoken = ("organisation", "persons", "participants") if people else ("organisation",)
        speaks = classes.get(child.lemma) in spoken or any(
            name.label in ("LOC", "ORG") and name.first <= child.i < name.last for name in sentence.names
        )
        if opens and near and speaks:
            return child.i
    return None


def fronted_paper(sentence: Sentence, verb: int, classes: Mapping[str, str]) -> int | None:
    """`In the document it is said that`, `dans le rapport il est noté que`: the paper at the head of the sentence speaks."""
    for child in children(sentence, verb, "obl", "nmod"):
        cases = children(sentence, child.i, "case")
        opens = bool(cases) and cases[0].i <= 1 and cases[0].text.lower() in _WHERE
        if opens and child.i < verb and classes.get(child.lemma) == "document":
            return child.i
    return None


def stands_alone(sentence: Sentence, place: int, verb: int) -> bool:
    """`In the party "X" consider`, `au ministère de la Défense ont déclaré`: nobody stands between a place and its verb.

    So a language without a word for "one" says that somebody there says something; in French the verb is a plural.
    """
    inside = set(subtree(sentence, place))
    own = {t.i for t in children(sentence, verb, "aux", "advmod", "punct", "expl")}
    between = all(i in inside or i in own or sentence.tokens[i].pos == "PUNCT" for i in range(place + 1, verb))
    tensed = [t for t in (sentence.tokens[verb], *children(sentence, verb, "aux")) if "VerbForm=Fin" in t.morph]
    plural = sentence.language == "en" or any("Number=Plur" in t.morph for t in tensed)
    return between and bool(tensed) and plural


def _whose_side(sentence: Sentence, place: Token) -> Token:
    """`Du côté de l'opposition`, `dans les rangs de l'armée`: those whose side or ranks it is."""
    if place.lemma not in _SIDES:
        return place
    return next((t for t in children(sentence, place.i, "nmod") if t.i > place.i), place)


_SIDES = frozenset(("côté", "rang", "cercle", "milieu", "camp"))
_IN_BODIES = frozenset(("in", "at", "by", "au", "à", "dans", "par"))
_WHERE = frozenset(("in", "at", "à", "au", "dans", "chez"))
_AMONG = _WHERE | {"du", "parmi", "aux", "entre"}
_NEAR_VERB = 6  # words between the place and its verb: article, adjective, pronoun, auxiliary
_IN_MEDIUM = frozenset(("in", "on", "at", "during", "via", "through", "dans", "sur", "lors", "par", "au", "à", "devant"))


def medium_of(sentence: Sentence, verb: int, classes: Mapping[str, str]) -> Span | None:
    """Return where something was said: "in an interview with RT", "at a briefing", "dans un communiqué"."""
    for child in children(sentence, verb, "obl", "nmod"):
        cases = {t.text.lower() for t in children(sentence, child.i, "case")}
        if cases & _IN_MEDIUM and classes.get(child.lemma.lower()) in ("medium", "document", "meeting"):
            return noun_phrase(sentence, child.i)
    return None


def _who_met(sentence: Sentence, noun: int) -> int | None:
    for child in children(sentence, noun, "nmod", "obl"):
        cases = {t.text.lower() for t in children(sentence, child.i, "case")}
        if cases & {"between", "of", "entre", "de", "des"} and children(sentence, child.i, "conj"):
            return child.i
    return None


def _names_body(sentence: Sentence, token: Token) -> bool:
    if any(name.label == "ORG" and name.first <= token.i < name.last for name in sentence.names):
        return True
    determined = any(t.text.lower() in ("the", "le", "la", "l'") for t in children(sentence, token.i, "det"))
    return token.pos == "PROPN" and determined
