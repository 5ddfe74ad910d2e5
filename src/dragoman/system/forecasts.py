"""The ledger of forecasts: what speakers said would happen, what a person says has happened, and how the speakers did.

A hedge ("likely", "hardly") is turned into a probability by a table of words (`estimates.csv`), which names its source for
each; a word without an agreed number is not scored. Only forecasts that a person resolved as happened or not are scored: one
whose condition was never met says nothing. Brier score: mean of (p - o)^2, o being 1 or 0; 0 is perfect, always saying one
half gives 0.25. With few resolved forecasts it says little, so n stands beside it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal, get_args

from dragoman.merge.judgements import in_force
from dragoman.records import Judgement, Record, Span

Outcome = Literal["happened", "not-happened", "condition-never-met", "cannot-be-told"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
KINDS = ("forecast", "conditional")
_SCORED: Mapping[str, int] = {"happened": 1, "not-happened": 0}
_BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)  # of the reliability table
_FEW = 10


class Estimate(Record, frozen=True, kw_only=True):
    """What a hedge means as a probability; None where there is no agreed number. `language` is empty for every language."""

    form: str
    language: str
    probability: float | None
    low: float | None
    high: float | None
    source: str


class Claim(Record, frozen=True, kw_only=True):
    """A position as a document words it: condition and outcome with their spans."""

    id: str
    document: str
    path: str
    language: str
    published: str | None
    speaker: str
    kind: str
    condition: str | None
    condition_span: Span | None
    outcome: str
    outcome_span: Span
    horizon: str
    hedge: str
    story: str = ""


class Forecast(Record, frozen=True, kw_only=True):
    """A claim with its probability and, where a person resolved it, what came of it (`resolution`, the last one in force)."""

    claim: Claim
    estimate: Estimate | None
    resolution: Judgement | None

    @property
    def state(self) -> str:
        """Open, or how it was resolved."""
        return self.resolution.verdict if self.resolution else "open"

    @property
    def scored(self) -> bool:
        """Whether it counts in a score: resolved as happened or not, with a number for its hedge."""
        return self.state in _SCORED and self.estimate is not None and self.estimate.probability is not None


class Bin(Record, frozen=True, kw_only=True):
    """Forecasts of similar probability: how many, their mean probability, and how many of them happened."""

    low: float
    high: float
    count: int
    mean: float
    happened: float


class SpeakerScore(Record, frozen=True, kw_only=True):
    """How a speaker did. `scored` is the n of `brier` and `log_score`; both are None where it is 0.

    `log_score` is the mean of -ln(p given to what happened). `bins` is the reliability table.
    """

    speaker: str
    forecasts: int
    resolved: int
    scored: int
    brier: float | None
    log_score: float | None
    bins: tuple[Bin, ...]

    @property
    def warning(self) -> str:
        """What to say of too few scored forecasts, else nothing."""
        return f"only {self.scored} scored: says little" if 0 < self.scored < _FEW else ""


def build_ledger(
    claims: Iterable[Claim], judgements: Iterable[Judgement], estimates: Iterable[Estimate]
) -> tuple[Forecast, ...]:
    """Return the forecasts and conditionals among some claims, with probabilities and resolutions.

    One forecast that copies of a story repeat (same story, speaker and words) stands once, at its first document.
    """
    words = {(row.language, row.form.casefold()): row for row in estimates}
    resolved = {row.left: row for row in in_force(judgements) if row.verdict in OUTCOMES}
    found: dict[tuple[str, str, str], Forecast] = {}
    for claim in claims:
        if claim.kind not in KINDS:
            continue
        hedge = claim.hedge.casefold()
        estimate = words.get((claim.language, hedge)) or words.get(("", hedge))
        made = Forecast(claim=claim, estimate=estimate, resolution=resolved.get(claim.id))
        key = (claim.story or claim.document, claim.speaker, " ".join(claim.outcome.casefold().split()))
        if key not in found or (found[key].resolution is None and made.resolution is not None):
            found[key] = made
    return tuple(found.values())


def score_speakers(ledger: Iterable[Forecast]) -> tuple[SpeakerScore, ...]:
    """Return the score of each speaker, those with the most scored forecasts first; all speakers together stand last."""
    by_speaker: dict[str, list[Forecast]] = defaultdict(list)
    for forecast in ledger:
        by_speaker[forecast.claim.speaker].append(forecast)
    rows = [score_forecasts(speaker, found) for speaker, found in by_speaker.items()]
    rows.sort(key=lambda row: (-row.scored, -row.resolved, -row.forecasts, row.speaker))
    every = [forecast for found in by_speaker.values() for forecast in found]
    return (*rows, score_forecasts("all", every)) if len(rows) > 1 else tuple(rows)


def score_forecasts(speaker: str, forecasts: Sequence[Forecast]) -> SpeakerScore:
    """Return the score of some forecasts."""
    pairs = [
        (forecast.estimate.probability, _SCORED[forecast.state])
        for forecast in forecasts
        if forecast.scored and forecast.estimate is not None and forecast.estimate.probability is not None
    ]
    return SpeakerScore(
        speaker=speaker, forecasts=len(forecasts), resolved=sum(forecast.resolution is not None for forecast in forecasts),
        scored=len(pairs), brier=brier(pairs), log_score=log_score(pairs), bins=reliability(pairs),
    )  # fmt: skip


def brier(pairs: Sequence[tuple[float, int]]) -> float | None:
    """Return the mean of (p - o)^2 over pairs of a probability and what happened (1 or 0); None for none."""
    return sum((p - o) ** 2 for p, o in pairs) / len(pairs) if pairs else None


def log_score(pairs: Sequence[tuple[float, int]]) -> float | None:
    """Return the mean of -ln of the probability given to what happened; infinite where that was 0, None for no pairs."""
    given = [p if o else 1 - p for p, o in pairs]
    return sum(-math.log(p) if p > 0 else math.inf for p in given) / len(given) if given else None


def reliability(pairs: Sequence[tuple[float, int]]) -> tuple[Bin, ...]:
    """Return the pairs in five bins of probability, the empty ones left out."""
    bins = []
    for low, high in pairwise(_BINS):
        inside = [(p, o) for p, o in pairs if low <= p < high or (high == 1.0 and p == 1.0)]
        if inside:
            count = len(inside)
            bins.append(Bin(low=low, high=high, count=count, mean=sum(p for p, _ in inside) / count,
                            happened=sum(o for _, o in inside) / count))  # fmt: skip
    return tuple(bins)
