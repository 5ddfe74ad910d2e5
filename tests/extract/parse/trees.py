"""Trees in one line, for tests of the repairs of a parse: `text[=lemma]/TAG/label>governor[#morph]`, words by blanks."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.extract.parse.french_words import Words


def read_tree(line: str) -> Words:
    """Return the words of a tree; a governor is the first word of its text."""
    rows = [part.split("/", 2) for part in line.split(" ")]
    texts = [form.partition("=")[0] for form, _, _ in rows]
    links = [rest.partition("#")[0].split(">") for _, _, rest in rows]
    return Words(
        texts=texts, pos=[tag for _, tag, _ in rows], lemmas=[form.partition("=")[2] or form for form, _, _ in rows],
        morphs=[rest.partition("#")[2] for _, _, rest in rows], heads=[texts.index(head) for _, head in links],
        deps=[label for label, _ in links],
    )  # fmt: skip


def changes(mend: Callable[[Words], None], line: str) -> list[str]:
    """Return the words that a repair changes, as it leaves them: `text/TAG/label>governor`."""
    words, before = read_tree(line), read_tree(line)
    mend(words)
    shown, old = _show(words), _show(before)
    return [new for new, was in zip(shown, old, strict=True) if new != was]


def _show(words: Words) -> list[str]:
    columns = zip(words.texts, words.pos, words.deps, words.heads, strict=True)
    return [f"{text}/{tag}/{label}>{words.texts[head]}" for text, tag, label, head in columns]
