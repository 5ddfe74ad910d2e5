"""Whom "he", "she" or "it" points back to where it speaks: all who were named shortly before or quoted, weighed.

What counts are grammatical role, recency, agreement, who has spoken, and what linking took the pronoun for: the features
of mention-ranking coreference (Denis and Baldridge 2008), as a logistic model. Its weights are a table of the models.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log1p

from dragoman import ids
from dragoman.extract.attribution.cues import CueTable
from dragoman.extract.names.forms import fold
from dragoman.extract.names.lookup import Lookup
from dragoman.extract.names.name_table import NameTable
from dragoman.extract.parse.tree import children, has_label
from dragoman.extract.speakers.memory import Memory, Speaker
from dragoman.extract.speakers.naming import NamedSources
from dragoman.extract.speakers.unnamed import without_determiner
from dragoman.records import Sentence, Span, Token

_REACH = 4  # sentences back in which somebody who was only named is looked for
_LONG_AGO = 10  # sentences
_TOP = 3  # sentences in which a byline stands
_NEW = frozenset(("a", "an", "another", "un", "une", "autre"))
_SINGLE = frozenset(("persons", "participants"))
_NEVER = -1_000
_KINDS = frozenset(("person", "state", "organisation", "organ", "group", "role"))
_PERSONAL = frozenset(("person", "unnamed"))
_SHE = frozenset(("she", "her", "hers", "elle"))
_HE = frozenset(("he", "his", "him", "il", "lui"))
_ENGLISH_PERSONS = frozenset(("he", "she", "him", "her", "his", "hers"))
_FRENCH_BODIES = frozenset(("il", "elle"))
_FRENCH_SINGULAR = frozenset(("il", "elle", "lui", "son", "sa", "ses"))
_NEUTER = frozenset(("it", "its"))
_MINE = frozenset(("my", "our", "mon", "ma"))
_FEMININE = frozenset(("la", "une", "cette", "sa", "ma", "mme", "madame", "mrs", "mrs.", "ms", "ms."))
_MASCULINE = frozenset(("le", "un", "ce", "cet", "m.", "monsieur", "mr", "mr."))


@dataclass(slots=True)
class Candidate:
    """Somebody whom a pronoun may mean: who, where last named and how, and whether they spoke."""

    speaker: Speaker
    sentence: int = _NEVER  # of the last naming
    subject: int = 0  # of the last naming: 2 subject of the main verb, 1 another subject
    quoted: bool = False  # the last naming stands inside a quotation
    count: int = 0  # namings in reach
    spoke: int = _NEVER  # the last sentence in which they spoke
    words: set[str] = field(default_factory=set)
    feminine: bool | None = None  # what the grammar of a naming says


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A word that points back: where, and what is known of it.

    `around`: who speaks the words in which it stands. `behind`: it stands behind what it says (`"...", he said`).
    `quotations`: the spans of direct speech of its document.
    """

    sentence: Sentence
    token: Token
    word: str
    linked: Speaker | None = None
    around: tuple[str, ...] = ()
    behind: bool = False
    quotations: tuple[Span, ...] = ()


def rank(
    anaphor: Anaphor, candidates: Sequence[Candidate], last: Speaker | None, women: frozenset[str], weights: Mapping[str, float]
) -> Candidate | None:
    """Return the candidate for whom most speaks; of equals the one found first. `women` are given names, folded."""

    def score(candidate: Candidate) -> float:
        return sum(weights[name] * value for name, value in features(anaphor, candidate, last, women).items())

    return max(agreeing(anaphor, candidates), key=score, default=None)


def agreeing(anaphor: Anaphor, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the persons where an English pronoun means one; all candidates where none of them is a person.

    A French pronoun takes up no body of the other gender ("Pretoria plaide. Elle demande" is not "le gouvernement").
    """
    if anaphor.word in _FRENCH_BODIES:
        feminine = anaphor.word == "elle"
        others = [c for c in candidates if c.speaker.kind in _PERSONAL or c.feminine in (None, feminine)]
        return others or list(candidates)
    if anaphor.word not in _ENGLISH_PERSONS:
        return list(candidates)
    persons = [candidate for candidate in candidates if candidate.speaker.kind in _PERSONAL]
    return persons or [candidate for candidate in candidates if candidate.spoke > _NEVER] or list(candidates)


def features(
    anaphor: Anaphor, candidate: Candidate, last: Speaker | None, women: frozenset[str]
) -> dict[str, float]:
    """Return what speaks for and against a candidate; `last` is who spoke last."""
    here, word = anaphor.sentence.index, anaphor.word
    back, silent = here - candidate.sentence, here - candidate.spoke
    person = candidate.speaker.kind in _PERSONAL
    newest = last is not None and last.actors == candidate.speaker.actors
    linked = anaphor.linked is not None and anaphor.linked.actors == candidate.speaker.actors
    given = fold(candidate.speaker.name.split()[0]) if " " in candidate.speaker.name else ""
    woman = candidate.speaker.kind == "person" and (given in women or candidate.feminine is True)
    found = {
        "same sentence": back == 0, "one back": back == 1, "two back": back == 2, "three back": 2 < back < _LONG_AGO,
        "long ago": back >= _LONG_AGO,
        "spoke last": newest, "spoke last and near": newest and silent <= 1,
        "spoke here": silent == 0, "spoke one back": silent == 1, "spoke two back": silent == 2,
        "spoke": candidate.spoke > _NEVER,
        "subject": candidate.subject > 0 and back <= 1, "main subject": candidate.subject == 2 and back <= 1,
        "main subject one back": candidate.subject == 2 and back == 1,
        "new subject": back == 1 and candidate.subject > 0 and silent > 1,
        "spoke last, behind": newest and anaphor.behind, "in quotation": candidate.quoted,
        "namings": log1p(candidate.count), "linked": linked and not candidate.quoted,
        "body for he": word in _ENGLISH_PERSONS and not person, "body for il": word in _FRENCH_SINGULAR and not person,
        "body for lui": word == "lui" and not person,
        "person for it": word in _NEUTER and person, "unnamed": candidate.speaker.kind == "unnamed",
        "speaks around": bool(anaphor.around) and candidate.speaker.actors == anaphor.around,
        "gender differs": (word in _SHE and candidate.feminine is False and given not in women)
        or (word in _HE and (candidate.feminine is True or (person and given in women))),
        "gender agrees": (word in _SHE and woman) or (word in _HE and candidate.feminine is False),
        "no woman known": word in _SHE and person and not woman,
    }  # fmt: skip
    return {name: float(value) for name, value in found.items()}


def find_candidates(
    anaphor: Anaphor, sentences: Sequence[Sentence], said: NamedSources, memory: Memory, names: NameTable, lookup: Lookup
) -> list[Candidate]:
    """Return all who were named in the last sentences before a word or have been quoted in the document."""
    found: dict[tuple[str, ...], Candidate] = {}
    here = anaphor.sentence.index
    for number, speaker in memory.spoken:
        candidate = found.setdefault(speaker.actors, Candidate(speaker))
        candidate.spoke = candidate.sentence = min(number, here)
        candidate.words |= speaker.words
    for number in range(max(0, here - _REACH), here + 1):
        other = sentences[number]
        limit = anaphor.token.start if number == here else other.end
        if number < _TOP and number != here and not any(t.pos in ("VERB", "AUX") for t in other.tokens):
            continue  # a byline: who wrote the text is nobody in it
        for head, speaker in named_in(other, limit, said, names, lookup):
            if number < here and _told_by_a_body(other, head, memory, said):
                continue
            candidate = found.setdefault(speaker.actors, Candidate(speaker))
            candidate.sentence, candidate.subject = number, _subject(other, head)
            candidate.quoted = _in_other_quotation(anaphor, head)
            candidate.count += 1
            candidate.words |= speaker.words
            gender = gender_of(other, head, said.table)
            candidate.feminine = candidate.feminine if gender is None else gender
    for speaker, number in _new_subjects(anaphor, sentences, said, names):
        candidate = found.setdefault(speaker.actors, Candidate(speaker))
        candidate.sentence, candidate.subject, candidate.count = number, 2, candidate.count + 1
        candidate.words |= speaker.words
    return list(found.values())


def _told_by_a_body(sentence: Sentence, name: Token, memory: Memory, said: NamedSources) -> bool:
    """`A commission of the Senate found ... It notes`: what the body that spoke there is of is not who goes on."""
    last = memory.last
    if last is None or last.kind != "body" or memory.sentence != sentence.index:
        return False
    above = name
    while has_label(above, "nmod", "flat", "compound") and above.head < above.i:
        above = sentence.tokens[above.head]
    body = above.i != name.i and said.table.sources.get(above.lemma) == "organisation"
    return body and has_label(above, "nsubj") and above.lemma in last.words


def _new_subjects(
    anaphor: Anaphor, sentences: Sequence[Sentence], said: NamedSources, names: NameTable
) -> Iterator[tuple[Speaker, int]]:
    """Yield somebody without a name who is the subject right before ("Another diplomat is less sure. He expects ...")."""
    number = anaphor.sentence.index - 1
    if number < 0 or anaphor.word not in _SHE | _HE:
        return
    before = sentences[number]
    for noun in before.tokens:
        main = has_label(noun, "nsubj") and before.tokens[noun.head].head == noun.head and noun.pos == "NOUN"
        person = main and said.table.sources.get(noun.lemma) in _SINGLE and "Number=Plur" not in noun.morph
        new = any(t.text.lower() in _NEW for t in children(before, noun.i, "det", "amod"))
        if person and new and names.person_in(before, noun) is None:
            feminine = gender_of(before, noun, said.table)
            if feminine is None or feminine == (anaphor.word in _SHE):
                yield said.unnamed(before, noun), number


def named_in(
    sentence: Sentence, limit: int, said: NamedSources, names: NameTable, lookup: Lookup
) -> Iterator[tuple[Token, Speaker]]:
    """Yield who is named in a sentence before a position, with the token that does it."""
    for token in sentence.tokens:
        if token.start >= limit or token.pos in ("PUNCT", "ADP", "DET", "ADJ"):
            continue
        head = sentence.tokens[token.head]
        person = names.person_at(token)
        if person is not None:
            if head.i == token.i or names.person_at(head) is not person:
                yield token, said.of_actor(person, names.words_at(token))
            continue
        index = lookup.at(token)
        if index is None or lookup.mention(index).kind not in _KINDS or len(lookup.actor_ids(index)) != 1:
            continue
        if lookup.mention(index).kind == "role" and _is_mine(sentence, token):
            continue
        inside = lookup.mention(index).start <= head.start < lookup.mention(index).end
        if head.i == token.i or not inside:
            words = frozenset(t.lemma for t in _top(sentence, token))
            who = said.of_actors(lookup.actor_ids(index), words)
            if said.table.sources.get(token.lemma) == "organisation":  # "the company, Aegean Terminals, denied it"
                who = said.apposed_body(sentence, token) or who
            if lookup.mention(index).kind == "organ":  # "the Central Bank of Sudan" is not the state
                who = said.of_mention(sentence, token, index)
            yield token, _office(sentence, token, who, said, lookup.mention(index).kind) or _as_quoted(said, who)


def _is_mine(sentence: Sentence, token: Token) -> bool:
    """`"My wife is afraid," he said`: whom somebody calls his own is nobody that the text named before."""
    return any(t.text.lower() in _MINE for t in children(sentence, token.i, "nmod:poss", "det"))


def _office(sentence: Sentence, token: Token, who: Speaker, said: NamedSources, kind: str) -> Speaker | None:
    """`I summoned the Russian ambassador. He said`: one who is called by an office of a state is not that state."""
    single = said.table.sources.get(token.lemma) in _SINGLE and "Number=Plur" not in token.morph
    body = kind == "role" and who.kind == "body" and token.pos == "NOUN"
    return said.unnamed(sentence, token) if body and single else None


def _as_quoted(said: NamedSources, speaker: Speaker) -> Speaker:
    """Return a stranger under the name that he has as a source: without determiner."""
    actor = said.lookup.actor(speaker.actors[0])
    if actor is None or actor.resolved or actor.kind == "person":
        return speaker
    name = without_determiner(actor.name)
    return Speaker((ids.unresolved_actor_id(said.document.id, name),), name, speaker.kind, speaker.words)


def _subject(sentence: Sentence, token: Token) -> int:
    token = _top(sentence, token)[-1]
    if not has_label(token, "nsubj"):
        return 0
    verb = sentence.tokens[token.head]
    return 2 if verb.head == verb.i else 1


def _top(sentence: Sentence, token: Token) -> list[Token]:
    """Return a name and the words that it stands beside: "the minister, Ann | Lee"."""
    phrase = [token]
    while (has_label(token, "flat", "compound", "appos") or _unmarked(sentence, token)) and token.head != token.i:
        token = sentence.tokens[token.head]
        phrase.append(token)
    return phrase


def _unmarked(sentence: Sentence, token: Token) -> bool:
    """`Le prince héritier Mohammed X`: a name hung on a noun without a preposition stands beside it."""
    above = sentence.tokens[token.head]
    return has_label(token, "nmod") and above.pos == "NOUN" and token.i > above.i and not children(sentence, token.i, "case")


def gender_of(sentence: Sentence, token: Token, table: CueTable) -> bool | None:
    """Tell whether a phrase is feminine by its article, title or French noun; None where nothing shows it."""
    phrase = _top(sentence, token)
    for word in phrase:
        shown = {t.text.lower() for t in (word, *children(sentence, word.i, "det", "nmod"))}
        if shown & _FEMININE:
            return True
        if shown & _MASCULINE:
            return False
    for mark, feminine in (("woman", True), ("man", False)):
        if any(table.is_marked(word.lemma, mark) for word in phrase):
            return feminine
    beside = (t for t in children(sentence, phrase[-1].i, "appos") if t.pos == "NOUN")  # "Ann Lee, physicienne à Lima"
    top = next(beside, phrase[-1]) if phrase[-1].pos == "PROPN" else phrase[-1]
    if sentence.language != "fr" or top.pos != "NOUN" or "Gender=" not in top.morph:
        return None
    return "Gender=Fem" in top.morph


def _in_other_quotation(anaphor: Anaphor, token: Token) -> bool:
    """Tell whether a name stands in direct speech in which the word that points back does not stand."""
    here = anaphor.token.start
    return any(start <= token.start < end and not start <= here < end for start, end in anaphor.quotations)
