"""Where the parser errs about who speaks: datelines, French object pronouns, subjects behind their verb, loose participles."""

from __future__ import annotations

from dragoman.records import Sentence, Token

_GOING_ON = frozenset(("add", "ajouter"))


def goes_on_saying(sentence: Sentence, verb: int) -> bool:
    """Tell whether a participle goes on with a report ("X said that Y had lied, adding that ...")."""
    token = sentence.tokens[verb]
    participle = "VerbForm=Part" in token.morph and "Tense=Pres" in token.morph
    return participle and token.lemma in _GOING_ON and any(t.text == "," for t in sentence.tokens[max(0, verb - 3) : verb])


_DATELINE = 12  # tokens that "CITY, day (Agency) -" can fill at most


def behind_dateline(sentence: Sentence, subject: int, verb: int) -> int:
    """`CITY, July 9 (Agency) - The envoy said`: who speaks stands behind the dash, whatever the parser takes for it."""
    opens = any(name.first == 0 and subject < name.last and name.label == "LOC" for name in sentence.names)
    if subject >= _DATELINE or not opens:
        return subject
    dash = next((t.i for t in sentence.tokens[subject + 1 : _DATELINE] if t.text in ("-", "–", "—", "--")), None)
    if dash is None or dash >= verb:
        return subject
    behind = [name.last - 1 for name in sentence.names if dash < name.first < verb and name.label in ("PER", "ORG")]
    return behind[0] if behind else subject


_CLITIC_OBJECTS = frozenset(("lui", "leur", "me", "m'", "m’", "te", "t'", "t’", "se", "s'", "s’", "l'", "l’", "y", "en"))


def clitic_object(sentence: Sentence, token: Token) -> bool:
    """`Lui a répondu le ministre`: a French object pronoun right before its verb, which the parser takes for the subject."""
    if sentence.language != "fr" or token.text.lower() not in _CLITIC_OBJECTS or token.i + 1 >= len(sentence.tokens):
        return False
    return sentence.tokens[token.i + 1].pos in ("VERB", "AUX", "PRON")


def at_once(sentence: Sentence, verb: int, noun: int) -> bool:
    """Tell whether only an article and adjectives stand between a verb and the noun behind it."""
    return verb < noun and all(t.pos in ("DET", "ADJ", "PROPN") for t in sentence.tokens[verb + 1 : noun])


def quoted_before(sentence: Sentence, clause: int, verb: int) -> bool:
    """Tell whether a clause before a verb is a quotation: a quotation mark closes it."""
    return clause < verb and any(t.text in _CLOSING_MARKS for t in sentence.tokens[clause:verb])


_CLOSING_MARKS = frozenset("\"”»“'’")
