"""Mends French names in a row whose links are words: a repeated preposition, "comme", "tant ... que", "de même que".

As in `french_tree`, heads and labels change, tokens never do. Only names are joined: of two names under one preposition with
a comma between, where the second is joined to a third under that same preposition, the first stands in the same row.
"""

from __future__ import annotations

from dragoman.extract.parse.french_words import Words

_SAME = {  # contracted articles undone; "en" is the "à" of feminine countries
    "d'": "de", "d’": "de", "du": "de", "des": "de", "au": "à", "aux": "à", "en": "à",
}  # fmt: skip
_INSIDE = ("flat", "amod", "fixed")  # labels of the further words of a name
_SHORTEST = 3  # names in a row that is read off the marks between them
_RELATIVES = frozenset(("qui", "que", "qu'", "dont", "où"))
_ROLES = ("nsubj", "obj", "iobj", "obl", "nmod")


def mend_lists(words: Words) -> None:
    """Apply the repairs of names in a row."""
    _repeated_prepositions(words)
    _bare_rows(words)
    _likened(words)
    _both(words)
    _too(words)


def _preposition(words: Words, index: int) -> tuple[int, str] | None:
    """Return the first word of a name's phrase and its preposition, contracted articles undone; None without one."""
    cases = [c for c in words.children(index) if words.label(c) == "case" and c < index]
    if len(cases) != 1:
        return None
    word = words.texts[cases[0]].lower()
    return cases[0], _SAME.get(word, word)


def _head_of_name(words: Words, index: int) -> int:
    """Return the head of the name that a word ends ("Unis" of "les Émirats arabes unis")."""
    while words.label(index) in _INSIDE and words.heads[index] < index:
        index = words.heads[index]
    return index


def _is_name(words: Words, index: int) -> bool:
    return words.pos[index] in ("PROPN", "NOUN") and words.texts[index][:1].isupper()


def _repeated_prepositions(words: Words) -> None:
    """Join "à l'Iran" to the row in "à l'Iran, à l'Irak et au Liban": the parser has only the last two as one."""
    for second in range(len(words.texts) - 1, 1, -1):
        found = _preposition(words, second) if _is_name(words, second) else None
        if found is None or found[0] < 2 or words.texts[found[0] - 1] != ",":
            continue
        row = [c for c in words.children(second) if words.label(c) == "conj" and c > second]
        if not any((other := _preposition(words, c)) is not None and other[1] == found[1] for c in row):
            continue
        first = _head_of_name(words, found[0] - 2)
        before = _preposition(words, first) if _is_name(words, first) else None
        if before is None or before[1] != found[1] or words.label(first) not in ("obl", "nmod") or words.heads[first] == second:
            continue
        words.hang(second, first, "conj")
        for third in row:
            words.hang(third, first, "conj")


def _bare_rows(words: Words) -> None:
    """Join the names in "par la Suède, la Norvège, l'Islande et le Danemark": the first alone has the preposition.

    Not where a verb without another subject follows: then the names behind the first comma are its subjects ("À Rome, Oslo,
    Madrid et Lisbonne ont signé").
    """
    for joint in range(4, len(words.texts) - 1):
        last = _name_after(words, joint + 1) if words.texts[joint].lower() in ("et", "ou") else None
        if last is None:
            continue
        row = [last]
        end = joint - 1
        while end >= 0:
            name = _head_of_name(words, end)
            if not _is_name(words, name) or words.pos[name] != "PROPN":
                break
            row.insert(0, name)
            start = name - (name > 0 and words.pos[name - 1] == "DET")
            if start < 2 or words.texts[start - 1] != ",":
                break
            end = start - 2
        first = row[0]
        if len(row) < _SHORTEST or _preposition(words, first) is None or words.heads[first] in row:
            continue
        if any(_preposition(words, name) is not None for name in row[1:]) or _lead_clause(words, row):
            continue
        for name in row[1:]:
            words.hang(name, first, "conj")


def _lead_clause(words: Words, row: list[int]) -> bool:
    """Tell whether the verb right behind a row has no subject before it."""
    after = row[-1] + 1
    while after < len(words.texts) and words.heads[after] == row[-1] and words.label(after) in _INSIDE:
        after += 1
    if after >= len(words.texts) or words.pos[after] not in ("VERB", "AUX", "PRON", "ADV"):
        return False
    if words.texts[after].lower() in _RELATIVES:
        return False
    verb = after if words.pos[after] == "VERB" and not words.deps[after].startswith("aux") else words.heads[after]
    return not any(words.label(c) == "nsubj" and c < row[0] for c in words.children(verb))


def _name_after(words: Words, index: int) -> int | None:
    """Return the name that begins at a word, its article left out."""
    if index < len(words.texts) and words.pos[index] == "DET":
        index += 1
    return index if index < len(words.texts) and _is_name(words, index) else None


def _likened(words: Words) -> None:
    """Join the second name in "l'Iran comme la Syrie", "le Mali, tout comme le Niger, a rompu" to the subject before it."""
    for like in range(1, len(words.texts) - 1):
        if words.texts[like].lower() != "comme":
            continue
        second = _name_after(words, like + 1)
        last = like - 1 - (words.texts[like - 1].lower() == "tout")
        last -= last > 0 and words.texts[last] == ","
        first = _head_of_name(words, last) if last >= 0 else 0
        if last < 0 or second is None or not _is_name(words, first) or words.label(first) != "nsubj":
            continue
        if words.heads[first] > second and words.heads[second] in (first, words.heads[first]):
            words.hang(second, first, "conj")
            words.hang(like, second, "cc")


def _both(words: Words) -> None:
    """Join the names in "tant Oslo que Rome" and "aussi bien la France que l'Italie"; whichever has a role lends it."""
    for index in range(len(words.texts) - 3):
        pair = [text.lower() for text in words.texts[index : index + 2]]
        start = index + 1 if pair[0] == "tant" else index + 2 if pair == ["aussi", "bien"] else None
        first = _name_after(words, start) if start is not None else None
        if start is None or first is None:
            continue
        end = first + 1
        while end < len(words.texts) and words.heads[end] == first and words.label(end) in _INSIDE:
            end += 1
        than = words.texts[end].lower() if end < len(words.texts) else ""
        second = _name_after(words, end + 1) if than in ("que", "qu'", "qu’") else None
        if second is None:
            continue
        verb = words.heads[second]
        if words.heads[first] == first and words.heads[verb] == first and words.label(verb) == "acl":
            words.heads[verb], words.deps[verb] = verb, "root"  # "Tant Oslo que Rome ont": no noun, and no clause on it
            words.heads[first] = verb
        if words.label(first) not in _ROLES and verb != first:
            words.hang(first, verb, words.deps[second])
        if words.label(first) in _ROLES:
            words.hang(second, first, "conj")
            words.hang(end, second, "cc")


def _too(words: Words) -> None:
    """Join the name behind "de même que" to the subject: "Rome s'est solidarisée avec Oslo, de même que Madrid"."""
    for index in range(1, len(words.texts) - 3):
        if [text.lower() for text in words.texts[index : index + 3]] not in (["de", "même", "que"], ["de", "même", "qu'"]):
            continue
        name = _name_after(words, index + 3)
        verb = words.heads[name] if name is not None else 0
        if name is None or words.texts[index - 1] != "," or words.pos[verb] != "VERB" or verb > index:
            continue
        subject = next((c for c in words.children(verb) if words.label(c) == "nsubj" and c < verb), None)
        rivals = [c for c in words.children(verb) if words.label(c) == "obj" and _is_name(words, c)]
        if subject is not None and words.label(name) in ("obl", "nmod", "dep", "conj", "advcl") and not rivals:
            words.hang(name, subject, "conj")
