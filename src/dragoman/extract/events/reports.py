"""The report of one act: a draft with its status, speakers, time and place, and the evidence of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from msgspec.structs import replace

from dragoman.extract.events.codes import compile_codes, reduce_type
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.matching import Match
from dragoman.extract.events.setting import Setting
from dragoman.extract.events.timing import Act
from dragoman.extract.modality.stage import Standing, rate_standing
from dragoman.extract.parse.tree import children, cover
from dragoman.ids import report_id
from dragoman.kit import Kit
from dragoman.records import Document, EventReport, EventType, Evidence, Party, Sentence, Span, Status

_OCCASIONS = frozenset(("CONSULT", "PROTEST", "ASSAULT", "MOBILIZE", "COOPERATE"))  # what one can be in the middle of
_LASTING = frozenset(("continue", "proceed", "last", "underway", "poursuivre", "continuer", "durer", "cours"))
_NEAR = 6  # words of a phrase further apart than this do not make one readable trigger


def build_report(document: Document, sentence: Sentence, draft: Draft, setting: Setting, kit: Kit) -> EventReport:
    """Add status, speakers, time and place to a draft, and the evidence of each."""
    row = draft.match.entry.row
    codes = kit.compiled(compile_codes).row(row.type, row.mode)
    speakers = setting.speakers(sentence.tokens[draft.match.head])
    standing = rate_standing(sentence, draft.match.head, kit, bool(speakers), draft.match.tokens)
    trigger = _trigger(sentence, draft.match)
    status = _status(sentence, draft, standing)
    when, when_span = setting.when(sentence, _act_of(draft, status))
    place, place_span = setting.place(sentence, draft.match.head, draft.actors + draft.recipients)
    type_ = cast(EventType, row.type)
    return EventReport(
        id=report_id(document.id, *trigger, 0),
        document=document.id,
        sentence=sentence.index,
        type=type_,
        reduced_type=reduce_type(type_, standing.status, standing.time),
        mode=row.mode,
        quad=codes.quad,
        intensity=codes.intensity,
        cameo=row.cameo or codes.cameo,
        contexts=tuple(filter(None, row.contexts.split("|"))),
        actors=_named(document, draft.actors),
        recipients=_named(document, draft.recipients),
        mutual=draft.mutual,
        status=status,
        polarity=standing.polarity,
        certainty=standing.certainty,
        time=standing.time,
        according_to=speakers,
        when=when,
        place=place,
        score=draft.score,
        trigger=trigger,
        evidence=_evidence(document, trigger, draft, standing, when_span, place_span),
        rule=_rule(sentence, draft),
    )


def _act_of(draft: Draft, status: Status) -> Act:
    """Return the words of a draft's act, as dates are found for them."""
    return Act(
        head=draft.match.head,
        tokens=frozenset((draft.match.head, *draft.match.tokens)),
        done=status in ("happened", "ongoing"),
        actors=tuple((party.start, party.end) for party in draft.actors),
    )


def _status(sentence: Sentence, draft: Draft, standing: Standing) -> Status:
    """Return the flat status: `ongoing` only for an occasion under way, not for what holds in general ("backs Syria")."""
    if standing.status != "ongoing":
        return standing.status
    under_way = draft.match.entry.row.type in _OCCASIONS and _under_way(sentence, draft.match)
    return "ongoing" if under_way else "happened"


def _under_way(sentence: Sentence, match: Match) -> bool:
    """Tell whether the verb says that it goes on now: "are meeting", "talks continue", "est en cours"."""
    heads = [sentence.tokens[match.head], sentence.tokens[sentence.tokens[match.head].head]]
    for verb in heads if heads[0].pos == "NOUN" else heads[:1]:
        near = (verb, *children(sentence, verb.i, "advmod", "obl", "xcomp", "aux"))
        perfect = any(token.lemma == "have" for token in near)
        if any(token.lemma in _LASTING for token in near) or ("Aspect=Prog" in verb.morph and not perfect):
            return True
    return False


def _named(document: Document, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Give every party the name by which the document calls it there, each state once.

    A state that is only said of who acts for it is not a party beside that one: "US President Joe Biden".
    """
    return tuple(
        replace(party, name=document.text[party.start : party.end])
        for party in parties
        if not any(_acts_for(other, party) for other in parties)
    )


def _acts_for(agent: Party, state: Party) -> bool:
    """Tell whether the first party acts for the second, a state, within one phrase."""
    if state.actor != state.state or agent.actor == agent.state or agent.state != state.state:
        return False
    return agent.start < state.end and state.start < agent.end


def _rule(sentence: Sentence, draft: Draft) -> str:
    """Name the row that was used, by the words that stand there ("sign agreement:VERB"), and the step of the context."""
    words = " ".join(sentence.tokens[index].lemma for index in draft.match.tokens)
    rule = f"{words}:{draft.match.entry.row.pos}"
    return f"{rule} context:{draft.context}" if draft.context else rule


def _trigger(sentence: Sentence, match: Match) -> Span:
    """Return the span of the event words: the whole phrase where its words stand together, else its head."""
    if max(match.tokens) - min(match.tokens) <= _NEAR:
        return cover(sentence, match.tokens)
    token = sentence.tokens[match.head]
    return token.start, token.end


def _evidence(
    document: Document, trigger: Span, draft: Draft, standing: Standing, when: Span | None, place: Span | None
) -> tuple[Evidence, ...]:
    spans: list[tuple[str, Span]] = [("trigger", trigger)]
    spans += [("actor", (party.start, party.end)) for party in draft.actors]
    spans += [("recipient", (party.start, party.end)) for party in draft.recipients]
    spans += [("recipient", thing) for thing in draft.things]
    spans += [("time", when)] if when else []
    spans += [("place", place)] if place else []
    spans += [("cue", cue) for cue in standing.cues]
    unique = dict.fromkeys(spans)
    return tuple(
        Evidence(role=role, start=span[0], end=span[1], quote=document.text[span[0] : span[1]])
        for role, span in unique
        if span[0] < span[1]
    )
