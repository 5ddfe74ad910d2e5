"""What an unnamed source is called: the words of the text without their determiner."""

from __future__ import annotations

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.sources import noun_phrase
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.parse.nominals import COUNTED
from dragoman.extract.parse.tree import children
from dragoman.records import Sentence, Token

_DETERMINERS = {"the", "a", "an", "le", "la", "les", "un", "une", "l'", "l’", "des", "this", "that", "these", "those"}
_DETERMINERS |= {"ce", "cet", "cette", "ces", "several", "some", "many", "two", "three", "both", "plusieurs", "quelques"}
_DETERMINERS |= {"his", "her", "its", "their", "our", "my", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "mon"}
_DETERMINERS |= {"deux", "trois", "certains", "certaines", "d'", "d’"}


def describe(text: str, sentence: Sentence, token: Token, lookup: Lookup, table: CueTable) -> str:
    """Return a noun phrase without determiner; "the Pentagon press service" gets the canonical name of the body."""
    counted = next(iter(children(sentence, token.i, "nmod")), None) if token.lemma in COUNTED else None
    start, end = noun_phrase(sentence, (counted or token).i, joined=False)
    words = (text[start:end] if token.pos == "PRON" else without_determiner(text[start:end])).split()  # "some in Brussels"
    if table.sources.get(token.lemma) == "organisation":
        return " ".join(_with_owner(sentence, token, lookup) or words)
    return " ".join(words)


def without_determiner(phrase: str) -> str:
    """Return a phrase without the articles, possessives and numbers that open it."""
    words = phrase.split()
    while len(words) > 1 and words[0].lower() in _DETERMINERS:
        words = words[1:]
    return " ".join((_without_article(words[0]), *words[1:]))


def _without_article(word: str) -> str:
    """Cut the elided article off a French word: "l'expert" is "expert"."""
    head, apostrophe, tail = word.replace("’", "'").partition("'")
    return tail if apostrophe and head.lower() in ("l", "d") and tail else word


def _with_owner(sentence: Sentence, token: Token, lookup: Lookup) -> list[str] | None:
    """Return "US Department of Defense press service" for a body that a linked one owns."""
    for child in children(sentence, token.i, "compound", "nmod:poss"):
        index = lookup.at(child)
        actors = lookup.actor_ids(index) if index is not None else ()
        actor = lookup.actor(actors[0]) if actors else None
        if actor is not None and actor.resolved and actor.kind in ("organ", "organisation"):
            own = [t.text for t in sentence.tokens[child.i + 1 : token.i + 1] if t.text not in ("'s", "’s")]
            return [actor.name, *own]
    return None
