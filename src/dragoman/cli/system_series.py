"""The commands `dragoman system breaks|position|polarity`."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from dragoman.cli import options
from dragoman.cli.system import (
    Input,
    check_states,
    input_facts,
    load_input,
    pair_of,
    print_faults,
    statuses,
    system_app,
)
from dragoman.show.as_json import print_json

if TYPE_CHECKING:
    from dragoman.system.breaks import Breaks
    from dragoman.system.periods import Period
    from dragoman.system.polarity import Polarity

MEASURES = ("log_ratio", "relative", "mean_intensity", "events")


def period_named(text: str, *, every: bool = True) -> Period:
    """Return a period by its name.

    Raises:
        BadParameter: there is no such period.
    """
    from dragoman.system.periods import PERIODS

    for period in PERIODS:
        if period == text and (every or period != "all"):
            return period
    raise typer.BadParameter(f"{text!r} is none of {options.PERIOD_NAMES}", param_hint="--period")


@system_app.command()
def breaks(
    project: options.Project = None,
    events: options.Events = None,
    form: options.Form = None,
    leave_out: options.Without = None,
    min_score: options.MinScore = None,
    by_telling: options.DateByTelling = False,
    pair: options.Pair = None,
    measure: Annotated[str, typer.Option(help=f"{', '.join(MEASURES)}.")] = "log_ratio",
    period: options.Period = "month",
    status: options.Status = options.HAPPENED,
    series: Annotated[
        Path | None, typer.Option("--series", exists=True, dir_okay=False, help="Or a CSV file of values.", show_default=False)
    ] = None,
    column: Annotated[str | None, typer.Option(help="Its column of values; else the first of numbers.")] = None,
    start: Annotated[str | None, typer.Option(help="First day of its first week (ISO 8601): weekly values, by month.")] = None,
    penalty: Annotated[list[float] | None, typer.Option(help="Penalties c of c s^2 ln n; may be given several times.")] = None,
    chart: options.Chart = None,
    as_json: options.AsJson = False,
) -> None:
    """Change points of a pair's series, or of any series, under three costs and several penalties, as a set."""
    from dragoman.show.system import print_breaks
    from dragoman.system.breaks import PENALTIES, change_points

    penalties = tuple(penalty or PENALTIES)
    if series is not None:
        labels, values = _series_file(series, column, start)
        found = change_points(values, labels, penalties=penalties)
        facts: dict[str, Any] = {"input": str(series), "measure": column or "value"}
        names = labels or [str(number) for number in range(len(values))]
    else:
        if pair is None:
            raise typer.BadParameter("give two states, as FRA:USA, or a --series", param_hint="--pair")
        loaded = load_input(project, events, form, leave_out, by_telling=by_telling, min_score=min_score)
        found, facts = _breaks_of_pair(loaded, pair, measure, period, status, penalties)
        values, names = facts["values"], facts["labels"]
    if chart is not None:
        _draw_breaks(chart, values, names, found, facts["measure"])
    if as_json:
        print_json(facts | msgspec.to_builtins(found))
    else:
        print_breaks(found, facts.get("gone_without", {}))


def _draw_breaks(chart: Path, values: list[float], labels: list[str], found: Breaks, measure: str) -> None:
    from dragoman.charts.breaks import breaks_chart
    from dragoman.charts.files import write_chart

    write_chart(chart, lambda form: breaks_chart(values, labels, found, form, measure=measure))


def _breaks_of_pair(
    found: Input, pair: str, measure: str, period: str, status: str, penalties: tuple[float, ...]
) -> tuple[Breaks, dict[str, Any]]:
    """Return the breaks of a pair's series, with the volumes that break too and the outlets that each break needs."""
    from dragoman.system.breaks import change_points, pair_values, volume_of, without_outlets
    from dragoman.system.sensitivity import largest_parts, of_pair

    if measure not in MEASURES:
        raise typer.BadParameter(f"{measure!r} is none of {', '.join(MEASURES)}", param_hint="--measure")
    chosen, ends, wanted = period_named(period, every=False), pair_of(pair), statuses(status)
    check_states(found, ends, "--pair")
    print_faults(found)
    labels, values = pair_values(found.events, ends, measure, chosen, wanted)
    outlets = [name for name in largest_parts(of_pair(found.events, *ends), "outlet", 5) if name]
    volumes = {"all reports": volume_of(found.events, labels, chosen)}
    volumes |= {f"reports of {name}": volume_of(found.events, labels, chosen, name) for name in outlets}
    result = change_points(values, labels, penalties=penalties, volumes=volumes)
    needs = without_outlets(result, found.events, ends, measure, chosen, wanted, outlets=outlets, penalties=penalties)
    facts = {"pair": list(ends), "measure": measure, "period": chosen, "labels": labels, "values": values.tolist()}
    return result, input_facts(found) | facts | {"gone_without": needs}


def _series_file(path: Path, column: str | None, start: str | None) -> tuple[list[str] | None, Any]:
    """Return the labels and values of a CSV file with a series; weekly values by month where their first day is given."""
    from dragoman.event_files import file_bytes
    from dragoman.system.breaks import monthly_means
    from dragoman.system.formats.external import read_series

    labels, values = read_series(file_bytes(path), column)
    if start is None:
        return labels, values
    try:
        first = datetime.date.fromisoformat(start)
    except ValueError:
        raise typer.BadParameter(f"{start!r} is no day of ISO 8601", param_hint="--start") from None
    return monthly_means(values, first)


@system_app.command()
def position(
    state: Annotated[str, typer.Option(help="Whose position: FRA.", show_default=False)],
    pole: Annotated[list[str] | None, typer.Option(help="A pole, as USA; may be given several times.")] = None,
    project: options.Project = None,
    events: options.Events = None,
    form: options.Form = None,
    leave_out: options.Without = None,
    min_score: options.MinScore = None,
    period: options.Period = "all",
    status: options.Status = options.HAPPENED,
    ideal_points: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Ideal points of UN votes, the CSV of their authors.")
    ] = None,
    ties: Annotated[
        Path | None, typer.Option("--alliances", exists=True, dir_okay=False, help="CSV of alliances: a, b, level (year).")
    ] = None,
    year: Annotated[int | None, typer.Option(help="Of these external bars; else the last there is.")] = None,
    draws: Annotated[
        int | None, typer.Option(min=0, help="Draws of the stories for shared blocs. [default: 200 for a project, else none]")
    ] = None,
    chart: options.Chart = None,
    as_json: options.AsJson = False,
) -> None:
    """Where one state stands between several poles, beside what votes and alliances say."""
    from dragoman.show.system import print_position
    from dragoman.system.position import position as position_of
    from dragoman.system.sensitivity import series_ranges

    poles = [name.upper() for name in pole or ["USA", "RUS", "CHN"]]
    found = load_input(project, events, form, leave_out, min_score=min_score)
    check_states(found, [state.upper()], "--state")
    check_states(found, poles, "--pole")
    points = _points(ideal_points, {state.upper(), *poles}, year)
    result = position_of(
        found.events, state.upper(), poles, period=period_named(period), status=statuses(status), ideal_points=points
    )
    ranges = series_ranges(
        found.events, "outlet", pairs=[(state.upper(), name) for name in poles], period=period_named(period), directed=False,
        status=statuses(status),
    )  # fmt: skip
    alike = _alike(ties, state.upper(), poles, year) if ties is not None else {}
    shared = _shared_blocs(found.events, status, state.upper(), poles, 200 if draws is None and project is not None else draws)
    print_faults(found)
    if chart is not None:
        from dragoman.charts.files import write_chart
        from dragoman.charts.ternary import position_chart

        write_chart(chart, lambda kind: position_chart(result, kind))
    if as_json:
        without = [{"pair": key[:2], "period": key[2]} | msgspec.to_builtins(span) for key, span in sorted(ranges.items())]
        beside = {"without_one_outlet": without, "alliances": msgspec.to_builtins(alike), "shared_blocs": shared}
        print_json(input_facts(found) | msgspec.to_builtins(result) | beside)
    else:
        print_position(result, ranges, alike, shared)


def _shared_blocs(events: Any, status: str, state: str, poles: list[str], draws: int | None) -> dict[str, Any]:
    """Return in which share of draws of the stories a state shares one of two blocs with each pole, if asked for."""
    from dragoman.system.bootstrap import bootstrap_blocs
    from dragoman.system.network import TieRule

    if not draws:
        return {}
    drawn = bootstrap_blocs(events, TieRule(statuses=statuses(status) or ()), draws=draws)
    shares = {pole: drawn.probability(state, pole) for pole in poles}
    return {"shares": shares, "draws": drawn.draws, "stories": drawn.stories, "warning": drawn.warning}


def _points(path: Path | None, states: set[str], year: int | None) -> list[Any]:
    """Return the ideal points of some states in one year, the last there is for each where none is asked for."""
    from dragoman.event_files import file_bytes
    from dragoman.system.formats.external import read_ideal_points

    if path is None:
        return []
    points = [point for point in read_ideal_points(file_bytes(path)) if point.state in states]
    last = max((point.session for point in points), default=0)
    return [point for point in points if (point.year == year if year is not None else point.session == last)]


def _alike(path: Path, state: str, poles: list[str], year: int | None) -> dict[str, Any]:
    """Return kappa, pi and S of a state's alliances with those of each pole."""
    from dragoman.event_files import file_bytes, state_names
    from dragoman.kit import load_kit
    from dragoman.system.formats.external import read_levels
    from dragoman.system.similarity import portfolios, similarity

    rows = read_levels(file_bytes(path), state_names(load_kit()))
    years = {row[2] for row in rows if row[2] is not None}
    wanted = year if year is not None else max(years, default=None)
    levels = [(a, b, level) for a, b, when, level in rows if when in (None, wanted)]
    found = portfolios(levels)
    top = max((level for _, _, level in levels), default=0.0)
    return {
        pole: similarity(found[state], found[pole], levels=(0.0, top)) for pole in poles if state in found and pole in found
    }


@system_app.command()
def polarity(
    capabilities: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Capabilities by state and year, as COW's NMC.")
    ] = None,
    measure: Annotated[str, typer.Option(help="Their column.")] = "cinc",
    everybody: Annotated[bool, typer.Option("--all-states", help="Among all states, not the major powers of COW.")] = False,
    year: Annotated[list[int] | None, typer.Option(help="Only this year; may be given several times.")] = None,
    project: options.Project = None,
    events: options.Events = None,
    form: options.Form = None,
    leave_out: options.Without = None,
    min_score: options.MinScore = None,
    status: options.Status = options.HAPPENED,
    as_json: options.AsJson = False,
) -> None:
    """How concentrated power is: several indices side by side, apart from what is claimed about it."""
    from dragoman.show.system import print_polarity
    from dragoman.system.polarity import activity

    if capabilities is None and project is None and events is None:
        raise typer.BadParameter("give --capabilities, --project or --events", param_hint="--capabilities")
    found = _capabilities(capabilities, measure, year, everybody=everybody) if capabilities is not None else []
    facts: dict[str, Any] = {"input": str(capabilities)} if capabilities is not None else {}
    claims: list[dict[str, Any]] = []
    spans: dict[str, Any] = {}
    if project is not None or events is not None:
        loaded = load_input(project, events, form, leave_out, min_score=min_score)
        print_faults(loaded)
        facts |= input_facts(loaded)
        found += [activity(loaded.events, status=statuses(status)), *_blocs(loaded.events, status)]
        spans = _activity_spans(loaded.events, statuses(status))
        claims = _claims(project) if project is not None else []
    if as_json:
        print_json(facts | {"indices": msgspec.to_builtins(found), "without_one_outlet": spans, "claims": claims})
    else:
        print_polarity(found, spans, claims)


def _activity_spans(events: Any, wanted: tuple[str, ...] | None) -> dict[str, Any]:
    """Return the indices of activity without each outlet."""
    from dragoman.system.polarity import activity
    from dragoman.system.sensitivity import leave_one_out

    tried = leave_one_out(events, lambda table: activity(table, status=wanted), "outlet")
    return {left.name: {"con": left.value.con, "effective_number": left.value.effective_number} for left in tried.without}


def _capabilities(path: Path, measure: str, years: list[int] | None, *, everybody: bool) -> list[Polarity]:
    from dragoman.event_files import file_bytes
    from dragoman.kit import load_kit
    from dragoman.system.formats.external import read_capabilities
    from dragoman.system.polarity import MajorPower, polarity_by_year

    knowledge = load_kit().knowledge
    majors = [
        MajorPower(state=str(row.cow), start=int(row.start[:4]), end=int(row.end[:4]) if row.end else None)
        for row in knowledge.major_powers
    ]
    rows = read_capabilities(file_bytes(path), measure)
    among = f"{measure} of {'all states' if everybody else 'major powers'}"
    named = {str(row.cow): row.entity or row.name for row in knowledge.major_powers}
    found = polarity_by_year(rows, None if everybody else majors, among)
    chosen = [entry for entry in found if years is None or entry.year in years]
    return [
        msgspec.structs.replace(entry, shares=tuple((named.get(state, state), share) for state, share in entry.shares))
        for entry in chosen
    ]


def _blocs(events: Any, status: str) -> list[Polarity]:
    """Return the indices over the blocs of the signed network, in two and in any number."""
    from dragoman.system.blocs import blocs_report
    from dragoman.system.network import TieRule, signed_network
    from dragoman.system.polarity import bloc_polarity

    ties = signed_network(events, TieRule(statuses=statuses(status) or ())).ties()
    if not ties:
        return []
    report = blocs_report(ties, within=None)
    two, free = bloc_polarity(report.two.blocs), bloc_polarity(report.free.blocs)
    return [
        msgspec.structs.replace(two, of=f"states in two blocs ({report.two.value} ties violated)"),
        msgspec.structs.replace(free, of=f"states in blocs of any number ({report.free.value} ties violated)"),
    ]


def _claims(project: Path) -> list[dict[str, Any]]:
    """Return what is claimed about the order itself, with speakers: a ledger of its own, in no index."""
    from dragoman.project import open_project

    with open_project(project) as opened:
        texts = {row["id"]: row["text"] for row in opened.rows("documents")}
        rows = [row for row in opened.rows("positions") if row["kind"] == "polarity-claim"]
    return [
        {
            "speaker": row["speaker_name"], "claim": texts[row["document"]][row["outcome"][0] : row["outcome"][1]],
            "document": row["document"], "span": row["outcome"], "hedge": row["hedge"], "horizon": row["horizon"],
        }
        for row in rows
    ]  # fmt: skip
