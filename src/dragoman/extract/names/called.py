"""Which of the bodies spoken of is called by the noun of its name alone: "the Council" after "the Council of Europe"."""

from __future__ import annotations

import re

from dragoman.extract.names.bodies import FAR
from dragoman.extract.names.focus import Focus, Spoken
from dragoman.extract.names.forms import fold
from dragoman.extract.names.nouns import PARLIAMENT, is_called, load_nouns, load_parliamentary, names_another, noun_of
from dragoman.kit import Kit
from dragoman.records import Document, Mention

CALLED = frozenset({"organisation", "organ", "group", "outlet"})  # what a noun of its name can stand for
_LAST_WORD = re.compile(r"[^\s'’]+|['’]")


def called_by_noun(mention: Mention, document: Document, focus: Focus, kit: Kit) -> str | None:
    """Return the actor last named whose noun is said alone ("the Council"); None where that is a body nobody knows."""
    text, code = document.text, document.language
    start = mention.end - len(_LAST_WORD.findall(mention.surface)[-1])
    noun = fold(text[start : mention.end])
    if not is_called(text, start, mention.end):
        return None
    nouns = kit.compiled(load_nouns, code)

    def fits(spoken: Spoken) -> bool:
        known = len(spoken.actors) == 1 and noun in nouns.get(spoken.actors[0], ())
        named = spoken.kind in CALLED and " " in text[spoken.start : spoken.end]
        return known or (named and noun == noun_of(text[spoken.start : spoken.end], code, kit))

    def sits(spoken: Spoken) -> bool:
        organ = kit.knowledge.organs.get(spoken.actors[0]) if len(spoken.actors) == 1 else None
        return organ is not None and organ.type == PARLIAMENT

    said = [spoken for spoken in focus.back(mention.sentence, FAR) if fits(spoken)]
    if not said and noun in kit.compiled(load_parliamentary, code):  # any word for a parliament takes up any
        said = [spoken for spoken in focus.back(mention.sentence, FAR) if sits(spoken)]
    last = max(said, key=lambda spoken: spoken.start, default=None)
    if last is None or len(last.actors) != 1 or names_another(text[last.end : start], text[start : mention.end]):
        return None
    return last.actors[0]
