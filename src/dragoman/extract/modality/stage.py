"""Whether, how certainly and when something happens, as the text presents it.

A walk down the parse from the root of the sentence to the word of the event, after De Facto (Sauri and Pustejovsky, Are you
sure that this happened?, Computational Linguistics 38, 2012): every word on the way that embeds, negates, dates or
weakens what it governs passes its effect on to the next. The words stand in `languages/<code>/modality.csv`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.modality.lexicon import CERTAINTIES, modality_lexicon
from dragoman.extract.modality.walk import PROBABLE, View, walk
from dragoman.extract.parse.given_spans import check_spans
from dragoman.extract.parse.sentences import split_sentences
from dragoman.kit import Kit
from dragoman.languages.detect import detect_language
from dragoman.languages.load import READ_LANGUAGES
from dragoman.records import Block, Certainty, Document, Polarity, Record, Sentence, Span, Status, Tense, Token


class Standing(Record, frozen=True, kw_only=True):
    """How an event stands in the text: the flat status, the three axes that it is derived from, and the words for it.

    `value` is the factuality scale of Saurí and Pustejovsky as numbers: -3 certainly not to +3 certainly so.
    """

    status: Status
    polarity: Polarity
    certainty: Certainty
    time: Tense
    cues: tuple[Span, ...]
    value: float


def rate_standing(
    sentence: Sentence, trigger: int, kit: Kit, inside_report: bool = False, idiom: Sequence[int] = ()
) -> Standing:
    """Rate how the narrator presents the event at token `trigger` of a sentence; `idiom`: all tokens that express it.

    With `inside_report`, the voice is the speaker's whose words these are: the reporting word above them and a denial by
    that speaker's own cue do not count.
    """
    lexicon = kit.compiled(modality_lexicon, sentence.language)
    return build_standing(walk(sentence, trigger, lexicon, inside_report, idiom))


def build_standing(view: View) -> Standing:
    """Derive the flat status and the value from what the walk found."""
    certainty = 0 if view.reported and view.certainty == 3 else view.certainty
    return Standing(
        status=_status(view),
        polarity="+" if view.affirmed else "-",
        certainty=CERTAINTIES[certainty],
        time=view.time or ("timeless" if view.supposed or view.certainty < PROBABLE else "past"),
        cues=view.cues,
        value=_value(view),
    )


def _status(view: View) -> Status:
    """Derive the flat status; the first that applies."""
    if view.denied or (view.reported and not view.affirmed and view.time != "future"):
        return "denied"
    if not view.affirmed and view.certainty >= PROBABLE:
        return "negated"
    if view.supposed or view.certainty < PROBABLE:
        return "hypothetical"
    if view.time == "future":
        return "planned"
    if view.reported:
        return "alleged"
    return "ongoing" if view.time == "present" else "happened"


# The value of each certainty, affirmed and negated; of what is only supposed; and what a report takes off. Rounded medians
# of each category on 1,000 training sentences of UW (Lee et al., Event Detection and Factuality Assessment, EMNLP 2015).
# Negated ones lean outward from -1.5: the annotators scatter there, the text does not.
_AFFIRMED = (0.9, 1.6, 2.2, 3.0)
_NEGATED = (0.0, -0.5, -1.2, -2.5)
_SUPPOSED = 0.9
_REPORTED = 0.2


def _value(view: View) -> float:
    """Put the standing on the scale from -3 to +3."""
    if not view.affirmed or view.denied:
        return _NEGATED[view.certainty]
    if view.supposed:
        return _SUPPOSED
    return round(_AFFIRMED[view.certainty] - (_REPORTED if view.reported else 0.0), 2)


def rate_factuality(text: str, spans: Sequence[Span], kit: Kit, language: str | None = None) -> list[float]:
    """Return for the word at each span how factual it is for the outermost voice, -3.0 certainly not to +3.0 certainly so.

    A span that holds no word is 0.0: nothing is known about it. The language is guessed where it is not given.

    Raises:
        InputError: a span does not lie in the text.
    """
    check_spans(text, spans)
    code = language or detect_language(text)
    document = Document(id="", text=text, path="", language=code if code in READ_LANGUAGES else READ_LANGUAGES[0])
    sentences = split_sentences(document, (Block(start=0, end=len(text), kind="body"),), kit)
    return [_rate_span(sentences, span, kit) for span in spans]


def _rate_span(sentences: Sequence[Sentence], span: Span, kit: Kit) -> float:
    for sentence in sentences:
        if sentence.start < span[1] and span[0] < sentence.end:
            token = governing_token(sentence, span)
            if token is not None:
                return rate_standing(sentence, token.i, kit).value
    return 0.0


def governing_token(sentence: Sentence, span: Span) -> Token | None:
    """Return the word in a span that governs the others there."""
    inside = {token.i: token for token in sentence.tokens if token.start < span[1] and span[0] < token.end}
    return next((token for token in inside.values() if token.head not in inside or token.head == token.i), None)
