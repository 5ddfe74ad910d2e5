"""Pairs of documents whose relation is known, made from any texts by seeded edits: what editors and copyists do.

    python benchmarks/lineage_pairs.py ../shared/data --pairs 2400 --seed 11        scores the relations of such pairs

Every pair names the relation that was made. Texts are never kept: the same seed makes the same pairs again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dragoman.records import LineageRelation

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?![\s\"”»]+[A-ZÀ-Þ“«\"])[^.!?\n]*)*[.!?]*[\"”»)]*|\n+")


@dataclass(frozen=True)
class Source:
    """A text to make pairs from: its sentences, each with the number of its paragraph.

    `topic` is the same for texts that tell of the same things, `language` a code, `date` when it was published (or empty).
    """

    name: str
    language: str
    sentences: tuple[tuple[int, str], ...]
    topic: str = ""
    date: str = ""


@dataclass(frozen=True)
class Pair:
    """Two texts and the relation that was made between them; `edit` names how, `dates` are days of publication or empty."""

    left: str
    right: str
    relation: LineageRelation
    edit: str
    languages: tuple[str, str]
    dates: tuple[str, str] = ("", "")


def make_source(name: str, text: str, language: str = "en", topic: str = "", date: str = "") -> Source:
    """Cut a text into paragraphs and sentences."""
    paragraph, found = 0, []
    for match in _SENTENCE.finditer(text):
        piece = match.group().strip()
        if not piece:
            paragraph += 1
        elif len(piece.split()) >= 3:
            found.append((paragraph, piece))
    return Source(name=name, language=language, sentences=tuple(found), topic=topic, date=date)


def written(sentences: Sequence[tuple[int, str]]) -> str:
    """Return sentences as a text: one line a paragraph."""
    lines: dict[int, list[str]] = {}
    for paragraph, sentence in sentences:
        lines.setdefault(paragraph, []).append(sentence)
    return "\n\n".join(" ".join(line) for line in lines.values())


# ------------------------------------------------------------------------------- words

# Words that reporters use for one another; the first of a row may be replaced by any other. Our own list.
SYNONYMS_EN = """
said|stated|declared|noted|added; says|states|declares|notes; told|informed; asked|urged|requested
announced|made public|disclosed; reported|recounted; called|described; claimed|asserted|maintained; warned|cautioned
argued|contended; agreed|consented; country|nation; countries|nations; talks|negotiations|discussions
meeting|gathering|encounter; leader|head|chief; leaders|heads; government|administration|cabinet
officials|authorities|functionaries; official|functionary; people|persons; president|head of state
minister|cabinet member; big|large|major; important|significant|weighty; new|fresh|novel; also|likewise|too
but|yet|however; because|since|as; after|following; before|prior to; about|around|roughly; many|numerous
several|a number of; show|demonstrate|indicate; shows|demonstrates|indicates; showed|demonstrated|indicated
help|assist|aid; help|assistance; support|backing; supported|backed; plan|scheme|project; plans|schemes|projects
planned|intended; decision|ruling|choice; decided|resolved|chose; began|started|commenced; begin|start|commence
end|finish|conclude; ended|finished|concluded; attack|assault|strike; attacks|assaults|strikes; killed|slain|dead
war|conflict; fight|struggle|battle; money|funds|cash; million|mln; percent|per cent; often|frequently
quickly|rapidly|swiftly; likely|probable; clear|plain|evident; job|post|position; jobs|posts|positions; work|labour
workers|employees|staff; company|firm|business; companies|firms|businesses; group|body|organisation
groups|bodies|organisations; member|participant; members|participants; vote|ballot; voters|electors
election|poll|ballot; campaign|race|contest; candidate|contender|hopeful; state|declare; law|statute|legislation
rule|regulation; court|tribunal; case|matter|affair; report|account|dispatch; question|query; questions|queries
issue|topic|problem; issues|topics|problems; problem|difficulty|trouble; problems|difficulties|troubles
statement|declaration|remark; comments|remarks; interview|conversation; week|seven days; year|twelve months
today|this day; recent|latest; recently|lately; early|initial; young|youthful; old|aged; good|fine|sound; bad|poor|ill
strong|firm|robust; high|elevated; low|reduced; hard|difficult|tough; great|grand; little|small; long|lengthy
short|brief; right|correct; wrong|mistaken; get|obtain|receive; got|obtained|received; give|grant|offer
gave|granted|offered; given|granted|offered; take|seize; took|seized; make|create|produce; made|created|produced
keep|retain|hold; kept|retained|held; need|require; needs|requires; want|wish|desire; wants|wishes|desires
wanted|wished|desired; try|attempt; trying|attempting; tried|attempted; think|believe|reckon
thought|believed|reckoned; know|realise; see|view; saw|viewed; look|glance; found|discovered; find|discover
left|departed|quit; leave|depart|quit; came|arrived; come|arrive; went|travelled|moved; go|travel|move
met|encountered; speech|address; spoke|talked; speak|talk; home|house|residence; city|town; area|zone|region
world|globe; public|general; private|personal; national|nationwide; foreign|overseas|external; military|armed
troops|soldiers|forces; police|law enforcement; security|safety; threat|danger|menace; power|might|strength
policy|line|course; political|party; economic|commercial; economy|markets; deal|agreement|accord; attempt|effort|bid
effort|endeavour|drive; move|step|measure; moves|steps|measures; hope|expectation; chance|opportunity
part|portion|share
""".strip()
SYNONYMS_FR = """
déclaré|affirmé|indiqué; dit|affirmé|indiqué; annoncé|fait savoir|révélé; demandé|réclamé|exigé; pays|nation|État
réunion|rencontre; dirigeants|responsables|chefs; gouvernement|exécutif|cabinet; important|majeur|considérable
nouveau|récent|inédit; aussi|également; mais|toutefois|cependant; après|à la suite de; avant|préalablement à
plusieurs|de nombreux; montre|indique|révèle; aide|assistance; soutien|appui; projet|plan|programme
décision|choix|résolution; commencé|débuté|démarré; attaque|assaut|offensive; guerre|conflit; argent|fonds
souvent|fréquemment; clair|net|évident; travail|labeur; groupe|ensemble; membre|participant; élection|scrutin
question|interrogation; problème|difficulté|souci; semaine|huitaine; récemment|dernièrement; fort|solide|puissant
accord|entente|pacte; discussions|pourparlers|négociations; ministre|membre du gouvernement; armée|forces armées
soldats|militaires; menace|danger|péril; mesure|disposition; mesures|dispositions; effort|tentative; ville|cité
région|zone; mer|océan; navire|bateau; frontière|limite
""".strip()


def synonyms(language: str) -> dict[str, tuple[str, ...]]:
    """Return the words that may stand for a word."""
    table = SYNONYMS_FR if language == "fr" else SYNONYMS_EN
    rows = [row.strip().split("|") for line in table.splitlines() for row in line.split(";")]
    return {row[0]: tuple(row[1:]) for row in rows}


_WORD = re.compile(r"[^\W\d_]+")
_DROPPED = re.compile(
    r"\b(?:very|really|also|just|actually|quite|still|even|only|already|then|that|très|aussi|vraiment|déjà|encore|même) ",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"^((?:On|In|At|After|During|By|Before|Since|Last|This|Le|La|En|Après|Depuis|À|Dans)\b[^,]{4,60}), (.+?)([.!?][\"”»]?)$"
)


def spin(sentence: str, share: float, table: dict[str, tuple[str, ...]], dice: random.Random) -> str:
    """Reword a sentence: that share of the words we have others for, small words dropped, an opening phrase moved back."""
    if dice.random() < share and (match := _MOVED.match(sentence)):
        first = match[2][:1].upper() + match[2][1:]
        sentence = f"{first} {match[1][:1].lower()}{match[1][1:]}{match[3]}"
    if dice.random() < share:
        sentence = _DROPPED.sub("", sentence)

    def other(match: re.Match[str]) -> str:
        word = match.group()
        choices = table.get(word.lower())
        if choices is None or dice.random() >= share:
            return word
        new = dice.choice(choices)
        return new[:1].upper() + new[1:] if word[:1].isupper() else new

    return _WORD.sub(other, sentence)


_KEYS = {"a": "sq", "e": "rw", "i": "uo", "o": "ip", "n": "bm", "r": "et", "s": "ad", "t": "ry", "l": "k", "d": "sf"}


def damage_word(word: str, dice: random.Random) -> str:
    """Misspell a name as typists, listeners and back-transliteration do."""
    place = dice.randrange(1, max(2, len(word) - 1))
    kind = dice.randrange(4)
    if kind == 0:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return word[:place] + word[place + 1 : place + 2] + word[place : place + 1] + word[place + 2 :]
    if kind == 2:
        return word[:place] + dice.choice(_KEYS.get(word[place : place + 1], "g")) + word[place + 1 :]
    for old, new in (("ph", "f"), ("ck", "k"), ("y", "i"), ("w", "v"), ("ch", "sh"), ("c", "k"), ("z", "s"), ("th", "t")):
        if old in word:
            return word.replace(old, new, 1)
    return word + "e"


_NAME = re.compile(r"(?<=\w )[A-ZÀ-Þ][\w’'-]{3,}")


def damage(sentence: str, share: float, dice: random.Random) -> str:
    """Garble names, and quotation marks as machines do: lost, doubled, glued to the wrong word."""
    sentence = _NAME.sub(lambda m: damage_word(m.group(), dice) if dice.random() < share else m.group(), sentence)
    if dice.random() < share:
        sentence = dice.choice((
            lambda s: s.replace("”", "`").replace('"', "“"), lambda s: s.replace("“", "").replace('"', ""),
            lambda s: s.replace(", ", ' "', 1), lambda s: s.replace(". ", ". . "),
        ))(sentence)  # fmt: skip
    return sentence


def garble(sentence: str, share: float, dice: random.Random) -> str:
    """Do to that share of the words what careless translation does: leave them out, double, misspell or shift them."""
    words = sentence.split()
    for place in range(len(words) - 1, 0, -1):
        if dice.random() >= share:
            continue
        kind = dice.randrange(4)
        if kind == 0:
            del words[place]
        elif kind == 1:
            words.insert(place, words[place])
        elif kind == 2 and len(words[place]) > 4:
            words[place] = damage_word(words[place], dice)
        else:
            words.insert(max(0, place - 2), words.pop(place))
    return " ".join(words)


# ------------------------------------------------------------------------------- what is done to a text

Sentences = Sequence[tuple[int, str]]

_HEADS = ("HOME | WORLD | POLITICS | SPORT", "Breaking news", "You are here: Home > World", "Share on Facebook | Tweet | Print")
_HEADLINES = (
    "What we know so far about the latest turn", "Five things to take away from the day", "Questions remain after a long week",
    "A story that will not go away", "The view from the capital", "Inside the room where it was decided",
)  # fmt: skip
_TAILS = (
    "Read more:\nMarkets close higher for a third day\nStorm warnings lifted along the coast\nTeam names squad for the final",
    "You may also like\nTen walks for a long weekend\nThe best soups for winter",
    "Sign up for our newsletter to get the day's news in your inbox.\nAll rights reserved. © 2021 Daily Lantern",
    "Comments\nLeave a Reply\nYour email address will not be published. Required fields are marked *",
    "Related stories\nPort strike enters second week\nLibrary reopens after repairs\n\nSource: gazettenews",
)


def as_page(sentences: Sentences, dice: random.Random) -> str:
    """Put a text on a page: headline, navigation before it, lists and appeals after it."""
    parts = [dice.choice(_HEADS)] if dice.random() < 0.5 else []
    parts += [dice.choice(_HEADLINES), written(sentences), dice.choice(_TAILS)]
    return "\n\n".join(parts)


def one_paragraph(sentences: Sentences) -> list[tuple[int, str]]:
    """Run all paragraphs together."""
    return [(0, sentence) for _, sentence in sentences]


def reordered(sentences: Sentences, dice: random.Random) -> list[tuple[int, str]]:
    """Change the order of the paragraphs (of runs of two or three sentences where there is but one)."""
    runs: dict[int, list[tuple[int, str]]] = {}
    single = len({paragraph for paragraph, _ in sentences}) < 3
    for position, (paragraph, sentence) in enumerate(sentences):
        runs.setdefault(position // 2 if single else paragraph, []).append((paragraph, sentence))
    order = list(runs)
    while len(order) > 1 and order == list(runs):
        dice.shuffle(order)
    return [(number, sentence) for number, key in enumerate(order) for _, sentence in runs[key]]


def subset(sentences: Sentences, share: float, dice: random.Random) -> list[tuple[int, str]]:
    """Keep that share of the sentences, in order: the opening, or a choice."""
    count = max(3, round(share * len(sentences)))
    if dice.random() < 0.5:
        return list(sentences[:count])
    return [sentences[i] for i in sorted(dice.sample(range(len(sentences)), min(count, len(sentences))))]


def _near_copy(source: Source, dice: random.Random) -> tuple[str, str, str]:
    """Damage names and quotation marks, replace a word here and there, or change the order of the paragraphs."""
    table, sentences = synonyms(source.language), list(source.sentences)
    edit = dice.choice(("damage", "touch", "order"))
    if edit == "damage":
        sentences = [(p, damage(s, 0.4, dice)) for p, s in sentences]
    elif edit == "touch":
        sentences = [(p, spin(s, 0.12, table, dice)) for p, s in sentences]
    else:
        sentences = reordered(sentences, dice)
    if edit != "order" and dice.random() < 0.3:
        sentences = one_paragraph(sentences)
    if written(sentences).split() == written(source.sentences).split():  # nothing in it could be damaged
        sentences = reordered(sentences, dice)
    return written(source.sentences), as_page(sentences, dice) if dice.random() < 0.3 else written(sentences), edit


def _identical(source: Source, dice: random.Random) -> tuple[str, str, str]:
    """Leave every word of the body, and change what is around it: white space, paragraphs, headline, furniture."""
    edit = dice.choice(("furniture", "merge", "headline", "nothing"))
    sentences = one_paragraph(source.sentences) if edit == "merge" else source.sentences
    right = as_page(sentences, dice) if edit == "furniture" else written(sentences)
    return written(source.sentences), f"{dice.choice(_HEADLINES)}\n\n{right}" if edit == "headline" else right, edit


def _excerpt(source: Source, dice: random.Random) -> tuple[str, str, str]:
    kept = subset(source.sentences, dice.uniform(0.25, 0.7), dice)
    edit = dice.choice(("plain", "damage", "furniture"))
    if edit == "damage":
        kept = [(p, damage(s, 0.25, dice)) for p, s in kept]
    return written(source.sentences), as_page(kept, dice) if edit == "furniture" else written(kept), f"abridge-{edit}"


def _edition(source: Source, dice: random.Random) -> tuple[str, str, str]:
    """Keep half to three quarters in common; of the rest each edition has its own part; words change here and there."""
    owner = [dice.choices((0, 1, 2), (0.62, 0.19, 0.19))[0] for _ in source.sentences]
    while len({0, 1, 2} - set(owner)) or owner.count(0) < 3:
        owner = [dice.choices((0, 1, 2), (0.62, 0.19, 0.19))[0] for _ in source.sentences]
    table = synonyms(source.language)
    left = [s for s, o in zip(source.sentences, owner, strict=True) if o in (0, 1)]
    right = [
        (p, spin(s, dice.choice((0.1, 0.6)), table, dice) if o == 0 and dice.random() < 0.3 else s)
        for (p, s), o in zip(source.sentences, owner, strict=True) if o in (0, 2)
    ]  # fmt: skip
    return written(left), written(right), "edition"


def _rewrite(source: Source, dice: random.Random) -> tuple[str, str, str]:
    table, share = synonyms(source.language), dice.uniform(0.75, 1.0)
    kept = [item for item in source.sentences if dice.random() > 0.15] or list(source.sentences)
    spun = [(p, spin(s, share, table, dice)) for p, s in kept]
    if dice.random() < 0.4:
        spun = [(p, damage(s, 0.2, dice)) for p, s in spun]
    if dice.random() < 0.4:
        noise = dice.uniform(0.05, 0.25)
        spun = [(p, garble(s, noise, dice)) for p, s in spun]
    return written(source.sentences), written(one_paragraph(spun) if dice.random() < 0.3 else spun), "spin"


def _with_quotes(base: Source, quotes: Sentences, dice: random.Random) -> list[tuple[int, str]]:
    """Set a speaker's words into another text, in their order."""
    places = sorted(dice.sample(range(len(base.sentences) + 1), min(len(quotes), len(base.sentences) + 1)))
    merged = list(base.sentences)
    for shift, (place, (_, quote)) in enumerate(zip(places, quotes, strict=False)):
        merged.insert(place + shift, (merged[min(place + shift, len(merged) - 1)][0], quote))
    return merged


SPEAKERS = {"en": "the spokesman", "fr": "le porte-parole"}


def as_quotes(source: Source, speaker: str, dice: random.Random) -> list[tuple[int, str]]:
    """Return two to four sentences of a text as what one speaker said in public."""
    start = dice.randrange(max(1, len(source.sentences) - 4))
    return in_marks(source.sentences[start : start + dice.randint(2, 4)], source.language, speaker, dice)


def in_marks(sentences: Sentences, language: str, speaker: str, dice: random.Random) -> list[tuple[int, str]]:
    """Return sentences as quotations of a speaker."""
    marks = "« {} »" if language == "fr" else "“{}”"
    said = ("a déclaré {}.", "selon {}.") if language == "fr" else ("said {}.", "according to {}.")
    plain = [re.sub(r"[“”\"«»]", "", sentence).rstrip(".!? ") for _, sentence in sentences]
    return [(0, f"{marks.format(text + ',')} {dice.choice(said).format(speaker)}") for text in plain]


def make_pair(relation: LineageRelation, source: Source, others: Sequence[Source], dice: random.Random) -> Pair:
    """Return one pair of a relation. `others` are texts of another topic or (same-topic) of this one."""
    makers: dict[str, Callable[[Source, random.Random], tuple[str, str, str]]] = {
        "identical": _identical, "near-copy": _near_copy, "excerpt": _excerpt, "edition": _edition, "rewrite": _rewrite,
    }  # fmt: skip
    if relation in makers:
        left, right, edit = makers[relation](source, dice)
    elif relation == "shared-quotes":
        first, second, release = dice.sample(list(others), 3)
        quotes = as_quotes(release, SPEAKERS[source.language], dice)
        left, right = written(_with_quotes(first, quotes, dice)), written(_with_quotes(second, quotes, dice))
        edit = "press release"
    else:
        left, right, edit = written(source.sentences), written(dice.choice(list(others)).sentences), str(relation)
    return Pair(left=left, right=right, relation=relation, edit=edit, languages=(source.language, source.language))


def cut(source: Source, most: int, dice: random.Random) -> Source:
    """Return at most so many sentences of a text, beginning somewhere."""
    start = dice.randrange(max(1, len(source.sentences) - most))
    return replace(source, sentences=source.sentences[start : start + most])
