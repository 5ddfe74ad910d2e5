"""How strongly two reports agree that they tell of one event, and when they cannot.

Evidence adds up; 1.0 joins. Three situations are weighed differently: two passages that say the same in two versions of
a text, two places of one text (or of one story), and two independent texts. A text is taken at its word: acts that it
tells apart are not joined because another text tells of one such act.
"""

from __future__ import annotations

from dragoman.merge.sketches import Sketch

ENOUGH = 1.0
DAYS_APART = 2  # two outlets date one event up to two days apart (time zones, "Tuesday" for what happened on Monday)
_NEARBY = 2  # days between two publications, sentences between two places of a text

# Acts that come about once a meeting or signing and are told many times over; others recur, so they need more agreement.
GATHERINGS = frozenset({"CONSULT", "AGREE", "COOPERATE"})
# Types that careful coders give to one and the same act (the alternatives in our own coded documents).
CONFUSABLE = frozenset(
    frozenset(pair)
    for pair in (
        ("AGREE", "COOPERATE"), ("AGREE", "SUPPORT"), ("AGREE", "CONCEDE"), ("AGREE", "AID"),
        ("COOPERATE", "SUPPORT"), ("COOPERATE", "CONSULT"), ("SUPPORT", "AID"), ("SUPPORT", "CONCEDE"), ("CONCEDE", "RETREAT"),
        ("ACCUSE", "REJECT"), ("ACCUSE", "THREATEN"), ("ACCUSE", "REQUEST"), ("REJECT", "REQUEST"), ("REJECT", "SANCTION"),
        ("SANCTION", "COERCE"), ("SANCTION", "RETREAT"), ("COERCE", "ASSAULT"), ("MOBILIZE", "ASSAULT"),
        ("THREATEN", "REQUEST"),
    )
)  # fmt: skip
DEEDS = frozenset({2, 4})  # quad classes in which states act through whom they will: other people are no contradiction


def kinship(left: Sketch, right: Sketch) -> float:
    """Return how near two types are: the same, the same after PLOVER's rule for plans, often confused, or unlike."""
    a, b = left.report, right.report
    if a.type == b.type:
        return 1.0
    if {a.type, a.reduced_type} & {b.type, b.reduced_type}:
        return 0.8
    return 0.6 if frozenset((a.type, b.type)) in CONFUSABLE else 0.0


def contradict(left: Sketch, right: Sketch) -> bool:
    """Tell whether two reports cannot be of one event: other days, other people, planned against done, other countries."""
    if days_between(left, right) > DAYS_APART or not _same_reality(left, right) or _other_day_named(left, right):
        return True
    if not {left.report.quad, right.report.quad} & DEEDS and _other_people(left, right):
        return True
    if left.report.mode != right.report.mode and "phone" in (left.report.mode, right.report.mode):
        return True  # who telephones does not meet
    a, b = left.report.place, right.report.place
    return a is not None and b is not None and a.id != b.id and a.state != b.state


def days_between(left: Sketch, right: Sketch) -> int:
    """Return the gap between two intervals in days; 0 where they overlap or one is not known."""
    if left.low is None or left.high is None or right.low is None or right.high is None:
        return 0
    return max(0, left.low - right.high, right.low - left.high)


def dated(sketch: Sketch) -> bool:
    """Tell whether both ends of the interval are known."""
    return sketch.low is not None and sketch.high is not None


def _same_reality(left: Sketch, right: Sketch) -> bool:
    """Tell whether both are real, or both planned ...; a plan and its fulfilment go together where both are dated."""
    if left.reality == right.reality:
        return True
    return {left.reality, right.reality} == {"planned", "real"} and _width(left, right) <= DAYS_APART + 1


def _other_day_named(left: Sketch, right: Sketch) -> bool:
    """Tell whether the texts name different days of the year, though one of them not the year."""
    marks = [sketch.marks or mark_of(sketch) for sketch in (left, right)]
    return bool(marks[0] and marks[1] and not marks[0] & marks[1] and not (dated(left) and dated(right)))


def mark_of(sketch: Sketch) -> frozenset[tuple[int, int]]:
    """Return month and day of a report that is dated to the day."""
    when = sketch.report.when
    if when is None or when.start is None or when.start != when.end or when.precision != "day":
        return frozenset()
    return frozenset({(int(when.start[5:7]), int(when.start[8:10]))})


def _other_people(left: Sketch, right: Sketch) -> bool:
    """Tell whether some state is represented by different people."""
    return any(not people & right.people[state] for state, people in left.people.items() if state in right.people)


def _width(left: Sketch, right: Sketch) -> int:
    """Return the days of the wider of two intervals, or many where one is not known."""
    if left.low is None or left.high is None or right.low is None or right.high is None:
        return 10_000
    return max(left.high - left.low, right.high - right.low) + 1


# ---------------------------------------------------------------- the three situations


def agree_aligned(left: Sketch, right: Sketch) -> float:
    """Weigh two reports in passages that say the same in two versions of a text. Only what is denied stays apart."""
    if "unreal" in (left.reality, right.reality) and left.reality != right.reality:
        return 0.0
    alike = _jaccard(left.everyone, right.everyone)
    if (not alike and kinship(left, right) < 1) or _turned_round(left, right):
        return 0.0
    same_word = left.language == right.language and left.head == right.head
    return 0.5 + 0.4 * kinship(left, right) + 0.3 * alike + 0.1 * same_word


def agree_within(left: Sketch, right: Sketch) -> float:
    """Weigh two places of one text, or of one story."""
    if left.report.trigger == right.report.trigger and left.report.document == right.report.document:
        return 0.0  # two readings of one word were told apart on purpose
    if contradict(left, right):
        return 0.0
    if kinship(left, right) >= 0.8 and {left.report.type, right.report.type} <= GATHERINGS:
        return _again(left, right)
    return _repeated(left, right)


def _again(left: Sketch, right: Sketch) -> float:
    """Weigh two mentions of meetings: a text goes on speaking of the meeting that it has begun with.

    "The talks were hosted by ...": a mention whose parties stand in an earlier sentence speaks of their meeting there.
    """
    earlier, later = sorted((left, right), key=lambda sketch: (sketch.report.document, sketch.report.trigger))
    near = later.report.sentence - earlier.report.sentence <= _NEARBY and left.report.document == right.report.document
    pointing = near and bool(later.borrowed & earlier.everyone)
    subset = left.everyone <= right.everyone or right.everyone <= left.everyone
    if not pointing and (len(left.everyone & right.everyone) < 2 or not subset):
        return 0.0
    score = 0.5 + 0.5 * pointing + (0.3 if left.everyone == right.everyone else 0.2 * subset)
    score += 0.2 * _shares_people(left, right) + 0.15 * later.definite + 0.1 * near
    score += 0.3 * (_width(left, right) <= 7) + 0.15 * (left.head == right.head)
    if left.venues and right.venues:
        score += 0.2 if left.venues & right.venues else -0.2
    return score


def _repeated(left: Sketch, right: Sketch) -> float:
    """Weigh two mentions of other acts: joined only where the text plainly says the same again."""
    if kinship(left, right) < 1 or not _same_direction(left, right):
        return 0.0
    score = 0.2 + 0.4 * (left.head == right.head) + 0.1 * (left.report.mode == right.report.mode)
    score += 0.4 * _overlap(left, right) + 0.15 * _shares_people(left, right)
    later = max(left, right, key=lambda sketch: (sketch.report.document, sketch.report.trigger))
    score += 0.2 * later.definite
    return score + 0.3 * (_width(left, right) <= DAYS_APART)


def agree_apart(left: Sketch, right: Sketch) -> float:
    """Weigh two independent texts: the same parties, the same kind of act, and a day, a place or words that fit."""
    kin = kinship(left, right)
    if not kin or contradict(left, right):
        return 0.0
    score = _parties(left, right)
    if not score:
        return 0.0
    score += 0.1 if kin == 1 else 0.0 if kin == 0.8 else -0.25
    score += 0.05 * (left.report.mode == right.report.mode != "") + _time(left, right)
    score += 0.5 * bool(left.venues & right.venues) + 0.35 * _shares_people(left, right)
    score += 0.45 * bool(left.quoted & right.quoted)
    if left.language == right.language:
        score += 0.5 * _overlap(left, right) + 0.1 * (left.head == right.head)
    return score


def _time(left: Sketch, right: Sketch) -> float:
    """Weigh times: days that overlap, else days of publication that are near each other or just after the day told."""
    if dated(left) and dated(right):
        width = _width(left, right)
        return 0.6 if width <= DAYS_APART else 0.45 if width <= 7 else 0.3 if width <= 31 else 0.1
    if left.published is not None and right.published is not None:
        return 0.25 if abs(left.published - right.published) <= _NEARBY else 0.0
    told = next((sketch.low for sketch in (left, right) if dated(sketch)), None)
    paper = next((sketch.published for sketch in (left, right) if not dated(sketch)), None)
    return 0.2 if told is not None and paper is not None and 0 <= paper - told <= _NEARBY else 0.0


def _parties(left: Sketch, right: Sketch) -> float:
    """Weigh the sides: who acts on whom, except for gatherings, whose sides trade places between texts."""
    if {left.report.type, right.report.type} <= GATHERINGS or left.report.mutual or right.report.mutual:
        if len(left.everyone & right.everyone) < min(2, len(left.everyone), len(right.everyone)):
            return 0.0
        alike = _jaccard(left.everyone, right.everyone)
        return 0.35 if alike == 1 else 0.25 if left.everyone <= right.everyone or right.everyone <= left.everyone else 0.1
    if not _same_direction(left, right):
        return 0.0
    return 0.35 if left.sides == right.sides else 0.2


def _same_direction(left: Sketch, right: Sketch) -> bool:
    """Tell whether somebody acts in both, and on somebody in both (or on nobody named in one of them)."""
    (a, b), (c, d) = left.sides, right.sides
    if left.report.mutual or right.report.mutual:
        return len(left.everyone & right.everyone) >= 2
    return bool(a & c) and (bool(b & d) or not b or not d)


def _turned_round(left: Sketch, right: Sketch) -> bool:
    """Tell whether who acts in one is acted on in the other."""
    (a, b), (c, d) = left.sides, right.sides
    return not (left.report.mutual or right.report.mutual) and bool(a & d and b & c) and not (a & c or b & d)


def _shares_people(left: Sketch, right: Sketch) -> float:
    """Return 1 where two states are represented by the same people in both, about half of that for one state."""
    shared = sum(bool(people & right.people.get(state, frozenset())) for state, people in left.people.items())
    return 1.0 if shared > 1 else 0.6 if shared else 0.0


def _overlap(left: Sketch, right: Sketch) -> float:
    """Return how much of the shorter of two descriptions stands in the other; long words count for more."""
    shorter = min((sum(map(len, words)) for words in (left.words, right.words)), default=0)
    return sum(map(len, left.words & right.words)) / shorter if shorter else 0.0


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left | right else 0.0
