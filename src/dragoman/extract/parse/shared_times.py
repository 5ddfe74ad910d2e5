"""Which clause a coordinated verb goes on with: "he said that Oslo does not seek a quarrel but expects an answer".

Both parsers hang the second verb now on the verb of saying, now on the clause that is said. Verbs that share a subject here
share the time as well, so where the two clauses above differ in time, the verb belongs to the one whose time it has.
"""

from __future__ import annotations

from dragoman.extract.parse.french_words import Words

_MODALS = frozenset(("will", "would", "can", "could", "may", "might", "shall", "should", "must", "'ll", "’ll", "wo", "ca"))
_LATER = "later"


def join_by_time(words: Words) -> None:
    """Hang coordinated verbs without a subject of their own on the clause, told or telling, whose time they share."""
    for verb, above in enumerate(words.heads):
        if words.deps[verb] != "conj" or words.pos[verb] != "VERB" or above > verb or words.has(verb, "nsubj", "mark", "expl"):
            continue
        _into_told(words, verb, above)
        _out_of_told(words, verb, words.heads[verb])


def _into_told(words: Words, verb: int, said: int) -> None:
    """`Il a dit que Rome ne veut pas de querelle mais exige ...`: the demand is said, too."""
    told = next((child for child in words.children(said) if words.label(child) == "ccomp" and said < child < verb), None)
    if told is None or not words.has(told, "nsubj") or not words.has(told, "mark"):
        return
    times = [_time(words, index) for index in (said, told, verb)]
    if None not in times and times[1] == times[2] != times[0]:
        _move(words, verb, said, told)


def _out_of_told(words: Words, verb: int, told: int) -> None:
    """`Il a dit que Rome ne céderait pas et a remercié Oman`: what lies ahead is told, the thanks were given."""
    said = words.heads[told]
    if words.label(told) != "ccomp" or said > told or not words.has(told, "nsubj"):
        return
    times = [_time(words, index) for index in (said, told, verb)]
    if None not in times and times[0] == times[2] and times[1] == _LATER != times[0]:
        _move(words, verb, told, said)


def _move(words: Words, verb: int, source: int, target: int) -> None:
    """Hang a verb with the conjunction before it on another clause."""
    words.heads[verb] = target
    joints = [child for child in words.children(source) if source < child < verb and words.label(child) == "cc"]
    for joint in joints[-1:]:
        words.heads[joint] = target


def _time(words: Words, verb: int) -> str | None:
    """Return the time of a clause as its first finite word shows it: past, present, then (imperfect), later; else None."""
    forms = [child for child in words.children(verb) if words.label(child) in ("aux", "cop") and child < verb]
    first = min(forms, default=verb)
    morph = words.morphs[first]
    if words.texts[first].lower() in _MODALS or "Mood=Cnd" in morph or "Tense=Fut" in morph or _is_conditional(words, first):
        return _LATER
    if "VerbForm=Fin" not in morph:
        return None
    if "Tense=Past" in morph or words.deps[first] == "aux:tense":  # a French perfect tells as the English past does
        return "past"
    return "then" if "Tense=Imp" in morph else "present"


def _is_conditional(words: Words, verb: int) -> bool:
    """Tell a French conditional by its form, which the model takes for an imperfect: the infinitive with "-ait"."""
    stem, word = words.lemmas[verb].removesuffix("e"), words.texts[verb].lower()
    return stem.endswith("r") and word.startswith(stem) and word[len(stem) :] in ("ait", "aient", "ais")
