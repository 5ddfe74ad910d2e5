"""The shape of every table in `languages/<code>`: one class a table, one field a column."""

from __future__ import annotations

import msgspec


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the rows."""


class NameRow(_Row, frozen=True, kw_only=True):
    """names.csv: a form that names an entity of the knowledge base in this language.

    `kind`: name, short, acronym, demonym (the people), adjective, capital, metonym (a place that stands for a
    government), garble (a translation fault). Demonyms and adjectives carry all their inflected forms, split by `|`.
    `note` may hold: ambiguous, case (only as written), company and ids (only in a text that names one of these), shared
    (the bodies of many owners bear the name, so that an owner beside it tells).
    """

    form: str
    entity: str
    kind: str
    valid_from: str | None = None
    valid_to: str | None = None
    note: str = ""


class RoleRow(_Row, frozen=True, kw_only=True):
    """roles.csv: a noun that describes somebody by what they do.

    `office_type` is the class of office in the knowledge base (foreign-minister ...), empty for roles without one.
    `sector` is the PLOVER sector (GOV, MIL, JRN ...). `plural` holds the plural forms, split by `|`. `owner` is the state or
    organisation whose post the words always name ("chef de la diplomatie européenne"), where they hold its adjective or name.
    """

    form: str
    office_type: str = ""
    sector: str = ""
    plural: str = ""
    gender: str = ""
    owner: str = ""


class FurnitureRow(_Row, frozen=True, kw_only=True):
    """furniture.csv: a regular expression for lines of a page that are not the article, and what they are.

    `kind` is a block kind, `detail` the sort of furniture; `match` is "line" (the whole line), "start", "end" or
    "search". `where` limits the row to the lines before the article's first long paragraph ("head") or from its last
    one on ("tail"). `scope`: "line" only this line, "list" also the lines after it that are no prose, "rest" all that
    follows when the row stands in the second half of the text.
    """

    pattern: str
    kind: str
    detail: str = ""
    match: str = "line"
    where: str = ""
    scope: str = "line"


class DateWordRow(_Row, frozen=True, kw_only=True):
    """dates.csv: a word of time expressions, or a template made of such words.

    `kind`: month, weekday, season, unit, number, turn (last, this, next), part (early, late) ...; `value` its value. A row
    of kind pattern or offset is a regular expression with slots (`{day} {month}`); its value names the rule that reads it.
    """

    form: str
    kind: str
    value: str = ""


SOURCE_MARKS = frozenset(
    ("anyone", "deictic", "woman", "man", "fighter", "leader", "head", "ruler", "body", "side", "delegation", "general",
     "agency", "company", "movement", "ministry", "government", "parliament", "public", "summit", "paper", "release",
     "counterpart", "signatory", "instrument", "colleague")
)  # fmt: skip


class CueRow(_Row, frozen=True, kw_only=True):
    """cues.csv: a word that introduces what somebody says, thinks or wants.

    `pos`: VERB, NOUN, ADP, ADJ, PHRASE, SOURCE, VEIL.
    `group`: speech, evaluation, commitment, demand, rejection, attitude, topic.
    `act`: the statement's act (say, praise, criticise, call-for, promise, threaten, reject, deny, predict ...).
    `needs`: contexts that must hold, split by `|` (content-clause, quote, object, infinitive, ...), empty: any.
    `stance`: positive, negative or empty, towards what the content is about.

    A row with `pos` SOURCE is a noun for who speaks, `group` its class: persons, participants, interviewee, countries,
    organisation, document, medium, meeting, words; "-" is a noun that is no source and only has marks. It stands in its table
    once; its `needs` are marks of SOURCE_MARKS, split by `|`, that the rules of extract/speakers ask for:
    - of persons: anyone (a general word: "the expert"), deictic (one whom no text need describe: "the king", "the source"),
      woman, man, fighter (speaks for the group that he fights for: "the rebels of the M23"), leader (those of an organisation
      decide for it: "the leaders of the EU"), head (what any head of state or government is called), ruler (may be whoever
      the text named of the state: "the Hungarian leader");
    - of sides: side (one of those who face each other), delegation (a side that is no leader), counterpart (the other one of
      two: "his guest"), signatory (who has just agreed), colleague (of the profession of him whose colleague he is);
    - of bodies: general (may be any body quoted before: "the group"), agency (may be the body that has just spoken), company,
      movement (may be an armed or political group), ministry, parliament (any word for one takes up any), government ("the two
      governments" are states), public (belongs to a state, never to a meeting or a paper), body (the name of one may stand
      beside it, whatever its class);
    - summit (a meeting of leaders), paper (a paper of any kind), release (speaks for its own issuer, not for the last paper's),
      instrument (a treaty, law or poll: speaks for itself, not for who spoke last).

    A row with `pos` VEIL (group and act "-") is a form that opens how a source asks not to be named ("requesting anonymity").
    """

    lemma: str
    pos: str
    group: str
    act: str
    needs: str = ""
    stance: str = ""

    def __post_init__(self) -> None:
        """Refuse a mark of a source that nothing reads.

        Raises:
            ValueError: names it, and those that there are.
        """
        marks = set(filter(None, self.needs.split("|"))) if self.pos == "SOURCE" else set()
        if strange := sorted(marks - SOURCE_MARKS):
            raise ValueError(f"there is no mark {strange[0]!r} of a source; there are {', '.join(sorted(SOURCE_MARKS))}")


EVENT_CONDITIONS = frozenset(
    ("prt", "prep", "obj", "noobj", "inf", "noinf", "comp", "nocomp", "refl", "norefl", "plural", "nominal", "who", "what",
     "cop", "subj", "must", "bid", "pred", "bare", "nocase", "before", "genitive")
)  # fmt: skip
EVENT_SLOTS = frozenset(
    ("subj", "obj", "iobj", "comp", "that", "prep", "poss", "adj", "of", "by", "between", "cop", "clause", "speaker", "place")
)


class EventWordRow(_Row, frozen=True, kw_only=True):
    """events.csv: a verb, noun, adjective or phrase that expresses an act between actors.

    `pattern` is the lemma, or lemmas for a phrase, its head first ("impose sanction"), alternatives split by `/`;
    `pos` the part of speech of its head. `type` and `mode` are PLOVER's, `cameo` the CAMEO code, `weight` how sure the
    reading is, 0 to 1. A row with `pos` LIGHT (type "-") is a verb that only carries an event noun ("hold talks") and lends
    it its sides (`mode` gathering: its object takes part, "the summit gathered"; aiming: in a clause on a measure its
    object is whom that strikes, "a ban that affects X"); with `pos` ACTOR it is a noun for people or bodies that act,
    `mode` its PLOVER sector; with `pos` CLASS it lists words, split by `/`, that the patterns and requirements of other
    rows name by "@" and its `mode` ("supply @arms"), or that a rule of extract/events (`Lexicon.words`) or of extract/parse
    (`VerbForms`) asks for by it.

    With `pos` ECHO (type "=") a verb tells an act by pointing at one just told: `mode` same ("did the same"), voice ("joined
    in the protest": of what is said only), or return ("responded in kind": done back to whoever did it).

    `roles` tells where the sides stand, "ACTORS>RECIPIENTS" or, where all do the same to each other, "ACTORS+ACTORS".
    Each side lists slots, best first, split by commas: `subj`, `obj` (in the passive: the agent and the subject),
    `iobj`, `comp` (a side named in the complement clause), `that` (the subject of the clause of the phrase's noun),
    `prep:with/against`, and for nouns `poss`, `adj` ("French"), `of`, `by`, `between`, `cop` (of whom the noun is said: "are
    on one page"), `clause:under/despite` (the subject of the clause around the noun's phrase: "under pressure from X, Y
    signed"; nouns of pressure, protest and help have it by default), and for actors `speaker`: who says the clause with the
    word in it, without whom there is no act ("said that X was to blame"), `place:from/in`: who rules where a passive without
    an agent has it ("was expelled from X"; verbs of the modes expel, deport, arrest and convict have it by default). Empty:
    by part of speech (see extract/events/words.py). A phrase with type "-" looks like an act and is none ("call an
    election"): its words are not read.

    `requires` narrows the reading, conditions split by `|`: `prt:up`, `prep:on`, `obj`, `obj:word/word`, `noobj`,
    `inf`, `noinf` (an infinitive follows, does not), `comp` (a clause follows), `nocomp`, `refl`, `norefl`, `plural`,
    `nominal`, `who` and `what` (the object is somebody, something), `cop` (said of something: "is a lie"), `subj:word/word`
    (who does it), `must` (the clause says what somebody must do), `bid` (what somebody shall do, in a bare verb),
    `pred` (it says so of its object: "sees it as unfair"; `pred:theft` that word), `bare` (the other words have no article),
    `nocase:en` (a noun stands under none of some prepositions without an article), `before` (the other words stand before
    the first, its subject behind it: "so did Chile"), `genitive` (one of the other words stands behind "of").
    """

    pattern: str
    pos: str
    type: str
    mode: str = ""
    cameo: str = ""
    roles: str = ""
    requires: str = ""
    contexts: str = ""
    weight: float = 0.7

    def __post_init__(self) -> None:
        """Refuse a condition or a slot that nothing reads: it would only fail at the first text with the word.

        Raises:
            ValueError: names it, and those that there are.
        """
        asked = {part.partition(":")[0] for part in self.requires.split("|") if part}
        slots = {part.partition(":")[0] for part in self.roles.replace("+", ",").replace(">", ",").split(",") if part}
        for name, given, known in (("condition", asked, EVENT_CONDITIONS), ("slot", slots, EVENT_SLOTS)):
            if strange := sorted(given - known):
                raise ValueError(f"there is no {name} {strange[0]!r}; there are {', '.join(sorted(known))}")


class ModalityRow(_Row, frozen=True, kw_only=True):
    """modality.csv: a word that changes how certain, whether or when something happens.

    `form` is a lemma, a lemma with its particle or preposition ("rule out", "call for"), or a fixed phrase (pos PHRASE).
    `kind`: modal, negation (negation-ne: only beside French "ne"), hedge, conditional, implicative, aspectual,
    commissive, volitional, factive, reporting, attribution ("according to"), denial, future-in-past (`negative` holds
    where nobody is reported), neutral (a phrase that looks like another but changes nothing). `positive` and `negative`
    give what the word passes to what it governs, as polarity/certainty/time (for example "+/certain/past" and
    "-/certain/past"), when itself affirmed or negated; an empty part or "=" changes nothing. `slots` are the positions
    that it governs, split by `|`: clause (finite), infinitive, object, subject, nominal (what a noun is of, for, about),
    head (the word that it stands by); empty: usual for its pos.
    """

    form: str
    pos: str
    kind: str
    positive: str = ""
    negative: str = ""
    slots: str = ""


class OrganWordRow(_Row, frozen=True, kw_only=True):
    """organs.csv: a noun for a kind of organ ("foreign ministry", "ministère des Affaires étrangères").

    With a state's adjective or name beside it, it names that state's organ of `organ_type`. `plural` is split by `|`.
    """

    form: str
    organ_type: str
    plural: str = ""


class DescriptionRow(_Row, frozen=True, kw_only=True):
    """descriptions.csv: a word that points to an actor without naming it.

    `kind`: counterpart ("his French counterpart"), side ("the French side"), pair ("both countries"), bloc, country,
    organ (a ministry named before), head ("the head of"), title ("Mr"), pronoun, quantifier,
    possessive, article, complement ("of"), locative ("in"), direction ("to"),
    party ("with"), motion ("arrive"), occasion ("summit"), based ("Paris-based"), seat ("the capital"),
    dative and dative-mark (French "reprocher", "à": said or given to somebody), former, feminine-name
    (a given name of women, so that "she" finds its person), host (announces who only houses or mediates: "hosted by"),
    mediator (what such a person is called: no side).
    `value` refines it: a pronoun's person, an entity, an organ type. `plural` is split by `|`.
    """

    form: str
    kind: str
    value: str = ""
    plural: str = ""


class PositionWordRow(_Row, frozen=True, kw_only=True):
    """positions.csv: a word or phrase of forecasts, conditions and claims about the international order.

    `kind`: condition (opens a condition), modal, conditional-modal (French, in the conditional), near-future, predictor
    (likely to), hedge, horizon, order (a claim about poles and hegemony), cohesion (a claim about a bloc's unity, where a
    `bloc` word stands beside it). `value` is the hedge, horizon or claim that it stands for.
    """

    form: str
    kind: str
    value: str = ""


class EstimateRow(_Row, frozen=True, kw_only=True):
    """estimates.csv: what a hedge of a forecast means as a probability, for scoring speakers.

    `form` is the hedge as `positions` has it; empty: a forecast without a hedge. `probability`, `low` and `high` lie in 0 to 1
    and are empty where there is no agreed number; such a forecast is kept, and not scored. `source` says where they come from.
    """

    form: str = ""
    probability: float | None = None
    low: float | None = None
    high: float | None = None
    source: str
