"""The forms of French verbs: what a word can be, whatever the parser took it for.

The small French model knows the tense of reports well and that of histories badly: it takes "gela" for a pronoun, "suspende"
for an adjective, "expulse" for a participle. The forms of every verb in the tables are made here by rule (Bescherelle's
groups; only the third persons, the first of the plural and the participles, which are those that news prose uses).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.kit import Kit
from dragoman.languages.rows import CueRow, EventWordRow, ModalityRow


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of a word as a verb: its infinitive and its features, in Universal Dependencies."""

    lemma: str
    morph: str

    @property
    def finite(self) -> bool:
        """Tell whether it can lead a clause."""
        return "VerbForm=Fin" in self.morph


_PRESENT = "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin"
_PAST = "Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"
_IMPERFECT = "Mood=Ind|Number={}|Person=3|Tense=Imp|VerbForm=Fin"
_FUTURE = "Mood=Ind|Number={}|Person=3|Tense=Fut|VerbForm=Fin"
_CONDITIONAL = "Mood=Cnd|Number={}|Person=3|Tense=Pres|VerbForm=Fin"
_SUBJUNCTIVE = "Mood=Sub|Number={}|Person=3|Tense=Pres|VerbForm=Fin"
_WE = "Mood=Ind|Number=Plur|Person=1|Tense={}|VerbForm=Fin"
_PARTICIPLE = "Gender={}|Number={}|Tense=Past|VerbForm=Part"
_GERUND = "Tense=Pres|VerbForm=Part"

# ending of the infinitive: present singular, present plural without -ent, stem of the imperfect, simple past singular and
# plural, stem of the future without -r, participle. The longest ending that fits is taken.
_GROUPS: tuple[tuple[str, str, str, str, str, str, str, str], ...] = (
    ("venir", "vient", "vienn", "ven", "vint", "vinrent", "viend", "venu"),
    ("tenir", "tient", "tienn", "ten", "tint", "tinrent", "tiend", "tenu"),
    ("ouvrir", "ouvre", "ouvr", "ouvr", "ouvrit", "ouvrirent", "ouvri", "ouvert"),
    ("couvrir", "couvre", "couvr", "couvr", "couvrit", "couvrirent", "couvri", "couvert"),
    ("ffrir", "ffre", "ffr", "ffr", "ffrit", "ffrirent", "ffri", "ffert"),
    ("assaillir", "assaille", "assaill", "assaill", "assaillit", "assaillirent", "assailli", "assailli"),
    ("cueillir", "cueille", "cueill", "cueill", "cueillit", "cueillirent", "cueille", "cueilli"),
    ("partir", "part", "part", "part", "partit", "partirent", "parti", "parti"),
    ("sortir", "sort", "sort", "sort", "sortit", "sortirent", "sorti", "sorti"),
    ("sentir", "sent", "sent", "sent", "sentit", "sentirent", "senti", "senti"),
    ("mentir", "ment", "ment", "ment", "mentit", "mentirent", "menti", "menti"),
    ("servir", "sert", "serv", "serv", "servit", "servirent", "servi", "servi"),
    ("dormir", "dort", "dorm", "dorm", "dormit", "dormirent", "dormi", "dormi"),
    ("mourir", "meurt", "meur", "mour", "mourut", "moururent", "mour", "mort"),
    ("courir", "court", "cour", "cour", "courut", "coururent", "cour", "couru"),
    ("quérir", "quiert", "quièr", "quér", "quit", "quirent", "quer", "quis"),
    ("fuir", "fuit", "fui", "fuy", "fuit", "fuirent", "fui", "fui"),
    ("ir", "it", "iss", "iss", "it", "irent", "i", "i"),
    ("cevoir", "çoit", "çoiv", "cev", "çut", "çurent", "cev", "çu"),
    ("mouvoir", "meut", "meuv", "mouv", "mut", "murent", "mouv", "mu"),
    ("prévoir", "prévoit", "prévoi", "prévoy", "prévit", "prévirent", "prévoi", "prévu"),
    ("devoir", "doit", "doiv", "dev", "dut", "durent", "dev", "dû"),
    ("savoir", "sait", "sav", "sav", "sut", "surent", "sau", "su"),
    ("pouvoir", "peut", "peuv", "pouv", "put", "purent", "pour", "pu"),
    ("vouloir", "veut", "veul", "voul", "voulut", "voulurent", "voud", "voulu"),
    ("voir", "voit", "voi", "voy", "vit", "virent", "ver", "vu"),
    ("prendre", "prend", "prenn", "pren", "prit", "prirent", "prend", "pris"),
    ("mettre", "met", "mett", "mett", "mit", "mirent", "mett", "mis"),
    ("battre", "bat", "batt", "batt", "battit", "battirent", "batt", "battu"),
    ("faire", "fait", "fais", "fais", "fit", "firent", "fe", "fait"),
    ("dire", "dit", "dis", "dis", "dit", "dirent", "di", "dit"),
    ("élire", "élit", "élis", "élis", "élut", "élurent", "éli", "élu"),
    ("lire", "lit", "lis", "lis", "lut", "lurent", "li", "lu"),
    ("crire", "crit", "criv", "criv", "crivit", "crivirent", "cri", "crit"),
    ("uire", "uit", "uis", "uis", "uisit", "uisirent", "ui", "uit"),
    ("aindre", "aint", "aign", "aign", "aignit", "aignirent", "aind", "aint"),
    ("eindre", "eint", "eign", "eign", "eignit", "eignirent", "eind", "eint"),
    ("oindre", "oint", "oign", "oign", "oignit", "oignirent", "oind", "oint"),
    ("naître", "naît", "naiss", "naiss", "naquit", "naquirent", "naît", "né"),
    ("croître", "croît", "croiss", "croiss", "crut", "crurent", "croît", "cru"),
    ("aître", "aît", "aiss", "aiss", "ut", "urent", "aît", "u"),
    ("suivre", "suit", "suiv", "suiv", "suivit", "suivirent", "suiv", "suivi"),
    ("vivre", "vit", "viv", "viv", "vécut", "vécurent", "viv", "vécu"),
    ("clure", "clut", "clu", "clu", "clut", "clurent", "clu", "clu"),
    ("croire", "croit", "croi", "croy", "crut", "crurent", "croi", "cru"),
    ("soudre", "sout", "solv", "solv", "solut", "solurent", "soud", "solu"),
    ("vaincre", "vainc", "vainqu", "vainqu", "vainquit", "vainquirent", "vainc", "vaincu"),
    ("plaire", "plaît", "plais", "plais", "plut", "plurent", "plai", "plu"),
    ("rompre", "rompt", "romp", "romp", "rompit", "rompirent", "romp", "rompu"),
    ("dre", "d", "d", "d", "dit", "dirent", "d", "du"),
)  # fmt: skip


class VerbForms(msgspec.Struct, frozen=True, kw_only=True):
    """All forms of the verbs in the tables: the likeliest reading of each, and which can be participles.

    `voiced` are the verbs of what only people and bodies do ("reprocher"), `moving` those that say what somebody is to do
    ("encourager X à"): classes of events.csv.
    """

    readings: dict[str, Form]
    participles: frozenset[str]
    lemmas: frozenset[str]
    cues: frozenset[str]
    voiced: frozenset[str] = frozenset()
    moving: frozenset[str] = frozenset()


def compile_verb_forms(kit: Kit, code: str) -> VerbForms:
    """Return the forms of the verbs in the tables of a language. Use as `kit.compiled(compile_verb_forms, "fr")`."""
    language = kit.languages[code]
    cues = {row.lemma for row in language.rows("cues", CueRow) if row.pos == "VERB"}
    rows = {row.pattern.split()[0] for row in language.rows("events", EventWordRow) if row.pos in ("VERB", "LIGHT", "ECHO")}
    rows |= cues | {row.form for row in language.rows("modality", ModalityRow) if row.pos == "VERB"}
    lemmas = frozenset(word for row in rows if " " not in row for word in row.split("/"))
    readings: dict[str, Form] = {}
    participles = set()
    for lemma in sorted(lemmas):
        for form, reading in conjugate(lemma):
            if not reading.finite:
                participles.add(form)
            if form not in readings or (reading.finite and not readings[form].finite):
                readings[form] = reading
    listed = {
        row.mode: frozenset(row.pattern.split("/")) for row in language.rows("events", EventWordRow)
        if row.pos == "CLASS" and row.mode in ("voiced", "moving")
    }  # fmt: skip
    return VerbForms(
        readings=readings, participles=frozenset(participles), lemmas=lemmas, cues=frozenset(cues),
        voiced=listed.get("voiced", frozenset()), moving=listed.get("moving", frozenset()),
    )  # fmt: skip


def conjugate(lemma: str) -> Iterator[tuple[str, Form]]:
    """Yield the third persons, "we" forms and participles of a verb; nothing for what is no infinitive."""
    if lemma in ("être", "avoir", "aller", "falloir") or not lemma.endswith(("er", "ir", "re")):
        return
    for form, morph in _first_group(lemma[:-2]) if lemma.endswith("er") else _other_groups(lemma):
        yield form, Form(lemma=lemma, morph=morph)


def _first_group(stem: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a verb in -er."""
    soft = stem[:-1] + "ç" if stem.endswith("c") else (stem + "e" if stem.endswith("g") else stem)
    for silent in _silent_stems(stem):
        yield silent + "e", _PRESENT.format("Sing")
        yield silent + "ent", _PRESENT.format("Plur")
        yield from _futures(silent + "e")
    if stem.endswith("envoy"):
        yield from _futures(stem[:-2] + "er")
    yield soft + "ons", _WE.format("Pres")
    yield from _imperfects(soft, stem)
    yield soft + "a", _PAST.format("Sing")
    yield stem + "èrent", _PAST.format("Plur")
    yield from _participles(stem + "é")


def _silent_stems(stem: str) -> Iterator[str]:
    """Yield the stem of a verb in -er as it stands before a silent ending: "espèr-", "rappell-", "annonc-", "emploi-"."""
    if stem.endswith(("oy", "uy")):
        yield stem[:-1] + "i"
        return
    yield stem
    if stem.endswith(("el", "et")):
        yield stem + stem[-1]
    for closed in ("é", "e"):
        place = stem.rfind(closed)
        if 0 <= place < len(stem) - 1 and len(stem) - place <= 3:
            yield stem[:place] + "è" + stem[place + 1 :]


def _other_groups(lemma: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a verb in -ir, -oir or -re after its group."""
    group = max((g for g in _GROUPS if lemma.endswith(g[0])), key=lambda g: len(g[0]), default=None)
    if group is None:
        return
    ending, singular, plural, imperfect, past, pasts, future, participle = group
    root = lemma.removesuffix(ending)
    yield root + singular, _PRESENT.format("Sing")
    plurals = {"faire": "font"}.get(ending, plural + "ent")
    yield root + plurals, _PRESENT.format("Plur")
    subjunctive = {"faire": "fass", "savoir": "sach", "pouvoir": "puiss", "vouloir": "veuill"}.get(ending, plural)
    yield root + subjunctive + "e", _SUBJUNCTIVE.format("Sing")
    yield root + imperfect + "ons", _WE.format("Pres")
    yield from _imperfects(root + imperfect, root + imperfect)
    yield root + past, _PAST.format("Sing")
    yield root + pasts, _PAST.format("Plur")
    yield from _futures(root + future)
    yield from _participles(root + participle)


def _imperfects(stem: str, before_i: str) -> Iterator[tuple[str, str]]:
    yield stem + "ait", _IMPERFECT.format("Sing")
    yield stem + "aient", _IMPERFECT.format("Plur")
    yield before_i + "ions", _WE.format("Imp")
    yield stem + "ant", _GERUND


def _futures(stem: str) -> Iterator[tuple[str, str]]:
    for ending, morph in (("ra", _FUTURE), ("rait", _CONDITIONAL)):
        yield stem + ending, morph.format("Sing")
    for ending, morph in (("ront", _FUTURE), ("raient", _CONDITIONAL)):
        yield stem + ending, morph.format("Plur")
    yield stem + "rons", _WE.format("Fut")


def _participles(form: str) -> Iterator[tuple[str, str]]:
    yield form, _PARTICIPLE.format("Masc", "Sing")
    yield form + "e", _PARTICIPLE.format("Fem", "Sing")
    yield form if form.endswith("s") else form + "s", _PARTICIPLE.format("Masc", "Plur")
    yield form + "es", _PARTICIPLE.format("Fem", "Plur")
