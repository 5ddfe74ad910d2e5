"""What an unnamed source is called: the words of the text without their determiner."""

from __future__ import annotations

from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.attribution.phrases import noun_phrase
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.parse.nominals import COUNTED
from dragoman.extract.parse.tree import children, has_label
from dragoman.records import Sentence, Token

_DETERMINERS = {"the", "a", "an", "le", "la", "les", "un", "une", "l'", "l’", "des", "this", "that", "these", "those"}
_DETERMINERS |= {"ce", "cet", "cette", "ces", "several", "some", "many", "two", "three", "both", "plusieurs", "quelques"}
_DETERMINERS |= {"his", "her", "its", "their", "our", "my", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "mon"}
_DETERMINERS |= {"own", "propre", "propres"}
_DETERMINERS |= {"one", "another", "whose", "deux", "trois", "certains", "certaines", "d'", "d’"}


def describe(text: str, sentence: Sentence, token: Token, lookup: Lookup, table: CueTable) -> str:
    """Return a noun phrase without determiner; "the Pentagon press service" gets the canonical name of the body.

    Whose person somebody is ("Chile's bishops") is a determiner too; of a body it is part of the name.
    """
    counted = _counted(sentence, token) if token.lemma in COUNTED else None
    start, end = noun_phrase(sentence, (counted or token).i, joined=False)
    end = min(end, _cut(sentence, token, end, table), _astray(sentence, token, end, table))
    end = max(end, _posted_until(sentence, end))
    start = max(start, _behind_owner(sentence, token, table), _behind_number(sentence, token))
    apart = _set_apart(sentence, token, end)
    end = max(end, apart, _misplaced(sentence, token, end))
    phrase = text[start:end].replace(",", "", 1) if apart else text[start:end]
    words = (phrase.lstrip("-") if token.pos == "PRON" else without_determiner(phrase)).split()  # "some in Brussels"
    if table.sources.get(token.lemma) == "organisation":
        return " ".join(_with_owner(sentence, token, lookup, end) or words)
    return " ".join(words)


def _counted(sentence: Sentence, token: Token) -> Token | None:
    """`A group of teachers`: return those of whom there are so many; "groups on the coast" are themselves the source."""
    first = next(iter(children(sentence, token.i, "nmod")), None)
    cases = {t.text.lower() for t in children(sentence, first.i, "case")} if first is not None else set()
    return first if not cases or cases & _OF else None


_OF = frozenset(("of", "de", "d'", "d’", "des", "du"))


def _set_apart(sentence: Sentence, token: Token, end: int) -> int:
    """`Another diplomat, from a neighbouring country,`: return the end of what tells one apart from those before, else 0."""
    before = [t.text.lower() for t in sentence.tokens[max(0, token.i - 3) : token.i]]
    behind = [t for t in sentence.tokens[token.i + 1 : token.i + _FAR] if t.start >= end]
    if _OTHERS.isdisjoint(before) or [t.text for t in behind[:1]] != [","] or [t.text for t in behind[1:2]] not in _FROM:
        return 0
    closing = next((t for t in behind[2:] if t.text == ","), None)
    inside = [t for t in behind[2:] if closing is not None and t.i < closing.i]
    finite = any("VerbForm=Fin" in t.morph for t in inside)
    return inside[-1].end if inside and not finite else 0


def _misplaced(sentence: Sentence, token: Token, end: int) -> int:
    """`"...," retorted an aide | to the president`: return the end of whose aide it is, which the parser gives to the verb."""
    behind = sentence.tokens[token.i + 1 : token.i + 2]
    above = sentence.tokens[token.head]
    inverted = above.pos == "VERB" and above.i < token.i and token.lemma in _AIDES
    owner = sentence.tokens[behind[0].head] if behind and behind[0].text == "to" and behind[0].start >= end else None
    if not inverted or owner is None or owner.head != above.i or not has_label(owner, "obl", "nmod"):
        return 0
    return noun_phrase(sentence, owner.i)[1]


_FAR = 14  # words in which what tells somebody apart ends
_OTHERS = frozenset(("another", "second", "third", "autre", "second", "deuxième", "troisième"))
_FROM = (["from"], ["in"], ["at"], ["de"], ["du"], ["d'"], ["d’"], ["à"], ["en"])
_AIDES = frozenset(("aide", "adviser", "advisor", "assistant", "ambassador", "envoy", "secretary", "counsel", "deputy"))


def _behind_owner(sentence: Sentence, token: Token, table: CueTable) -> int:
    """Return where a phrase goes on behind the owner of a person, 0 where it names none or a body."""
    if token.pos != "NOUN" or table.sources.get(token.lemma) not in ("persons", "participants"):
        return 0
    owners = [t for t in children(sentence, token.i, "nmod:poss") if t.i < token.i and children(sentence, t.i, "case")]
    ends = [mark.end for owner in owners for mark in children(sentence, owner.i, "case") if mark.text in ("'s", "’s", "'", "’")]
    behind = (t.start for t in sentence.tokens[: token.i + 1] if t.start >= max(ends, default=0))
    return next(behind, 0) if ends else 0


def _behind_number(sentence: Sentence, token: Token) -> int:
    """Return where a phrase goes on behind the number that opens it ("fourteen factions"); 0 where none does.

    A number with a capital within a sentence is part of a name ("the Twelve Tribes").
    """
    numbers = [t for t in children(sentence, token.i, "nummod") if t.pos == "NUM" and t.i < token.i]
    first = numbers[0] if numbers else None
    if first is None or "Number=Plur" not in token.morph or (first.text[:1].isupper() and first.i > 0):
        return 0
    before, behind = sentence.tokens[: first.i][-1:], sentence.tokens[first.i + 1]
    opens = not any(t.pos in ("NOUN", "PROPN", "ADJ", "NUM") for t in before) and behind.pos in ("NOUN", "ADJ")
    share = any(t.pos == "NUM" for t in sentence.tokens[token.i + 1 : token.i + 4])  # "three citizens in four"
    return behind.start if opens and not share and not children(sentence, first.i) else 0


def _posted_until(sentence: Sentence, end: int) -> int:
    """`Un officier en poste | dans la province de Surin`: who is "en poste" is so somewhere, whatever that is hung on."""
    inside = [t for t in sentence.tokens if t.end <= end]
    behind = sentence.tokens[len(inside) :]
    posted = len(inside) > 1 and [t.text.lower() for t in inside[-2:]] == ["en", "poste"]
    if not posted or not behind or behind[0].pos != "ADP" or behind[0].head <= behind[0].i:
        return end
    return noun_phrase(sentence, behind[0].head)[1]


def _cut(sentence: Sentence, token: Token, end: int, table: CueTable) -> int:
    """Return where a phrase ends before what only describes it: "a spokesman for the Front | , a coalition that"."""
    inside = [t for t in sentence.tokens[token.i + 1 :] if t.end <= end]
    veiled = next((t for t in inside if t.text.lower() in table.veils and not has_label(t, "det")), None)
    if veiled is not None:  # "a diplomat | on condition of anonymity"
        end = sentence.tokens[veiled.i - 1].end
    if len(inside) > 1 and inside[-1].pos == "PRON" and inside[-2].pos != "ADP":  # "un diplomate rencontré à Suva | me l'a dit"
        end = sentence.tokens[inside[-1].i - 1].end
    told = next((t for t in inside if t.text.lower() in _THAT), None)
    if told is not None:  # "les négociants | que je rencontre": the parser may hide a French clause in a phrase
        end = min(end, sentence.tokens[told.i - 1].end)
    for comma in inside:
        behind = sentence.tokens[comma.i + 1 :][:1]
        if comma.text != "," or not behind:
            continue
        listed = any(t.pos == "CCONJ" and t.i > comma.i for t in inside)
        if behind[0].pos in ("NOUN", "DET") and not listed:  # "les généraux, | maîtres du pays"
            return comma.start
        relative = behind[0].text.lower() in _RELATIVES
        described = any(has_label(t, "appos", "acl") and t.i > comma.i > t.head for t in inside)
        if relative or described:
            return comma.start
    return end


def _astray(sentence: Sentence, token: Token, end: int, table: CueTable) -> int:
    """Return where the name of a ministry ends before what it cannot belong to: "ministry of defence | of the meeting".

    What belongs to a state belongs to no meeting, paper or broadcast: machine translation drops a preposition there.
    """
    if not table.is_marked(token.lemma, "public"):
        return end
    for noun in (t for t in sentence.tokens[token.i + 1 :] if t.end <= end):
        cases = [t for t in children(sentence, noun.i, "case") if t.i > token.i]
        if cases and has_label(noun, "nmod") and table.sources.get(noun.lemma) in ("meeting", "medium", "document", "words"):
            return sentence.tokens[cases[0].i - 1].end
    return end


_THAT = frozenset(("que", "qu'", "qu’"))
_RELATIVES = frozenset(("who", "which", "whose", "that", "qui", "dont", "lequel", "laquelle", "où"))


def without_determiner(phrase: str) -> str:
    """Return a phrase without the articles, possessives and numbers that open it."""
    words = phrase.split()
    while len(words) > 1 and words[0].lower() in _DETERMINERS and not (words[0].lower() == "one" and words[1].lower() == "of"):
        of_several = len(words) > 3 and words[1].lower() in ("de", "of") and words[2].lower() in _DETERMINERS
        words = words[2:] if of_several else words[1:]  # "un de ses conseillers"
    return " ".join((_without_article(words[0]), *words[1:]))


def _without_article(word: str) -> str:
    """Cut the elided article off a French word: "l'expert" is "expert"."""
    head, apostrophe, tail = word.replace("’", "'").partition("'")
    return tail if apostrophe and head.lower() in ("l", "d") and tail else word


def _with_owner(sentence: Sentence, token: Token, lookup: Lookup, end: int) -> list[str] | None:
    """Return "US Department of Defense press service" for a body that a linked one owns, to the end of its name.

    What stands behind the noun belongs to the name as far as it goes on with capitals ("the EU Office in Pristina").
    """
    for child in children(sentence, token.i, "compound", "nmod:poss"):
        index = lookup.at(child)
        actors = lookup.actor_ids(index) if index is not None else ()
        actor = lookup.actor(actors[0]) if actors else None
        if actor is not None and actor.resolved and actor.kind in ("organ", "organisation"):
            own = [t.text for t in sentence.tokens[child.i + 1 : token.i + 1] if t.text not in ("'s", "’s")]
            behind = [t for t in sentence.tokens[token.i + 1 :] if t.end <= end and token.text[:1].isupper()]
            named = bool(behind) and behind[0].pos == "ADP" and behind[-1].text[:1].isupper()
            return [actor.name, *own, *(t.text for t in behind if named)]
    return None
