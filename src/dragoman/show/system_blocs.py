"""How networks, blocs, landscapes and what-if answers are printed and drawn."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from rich.text import Text

from dragoman.show.system import print_rows
from dragoman.show.tables import printable, screen
from dragoman.system.blocs import BlocsReport, Without, tie_without
from dragoman.system.bootstrap import CoMembership
from dragoman.system.event_table import Table
from dragoman.system.forecasts import Forecast, SpeakerScore
from dragoman.system.landscape import Landscape
from dragoman.system.near import Margin, NearOptimal
from dragoman.system.network import WARNING, NetworkTie, SignedNetwork
from dragoman.system.signed import Tie
from dragoman.system.whatif import CAVEAT, Answer, Mover

_SIGN = {1: "+", -1: "-", 0: "undecided"}
_LONGEST = 260  # characters of a sentence
_LISTED = 12  # divisions or movers that are printed


def say(text: str) -> None:
    """Print one line."""
    screen().print(Text(printable(text)), soft_wrap=not screen().is_terminal)


# ---------------------------------------------------------------- ties


def tie_row(tie: NetworkTie) -> dict[str, Any]:
    """Return a tie for JSON."""
    return {**msgspec.to_builtins(tie), "uncertain": tie.uncertain}


def print_network(network: SignedNetwork, limit: int) -> None:
    """Print the pairs with their signs, the strongest first."""
    pairs = sorted(network.pairs, key=lambda tie: (-(tie.positive + tie.negative), tie.a, tie.b))
    print_rows(["pair", "sign", "for", "against", "log ratio", "", "sources"], [_tie_cells(tie) for tie in pairs[:limit]])
    if len(pairs) > limit:
        say(f"... {len(pairs) - limit:,} more pairs; --limit shows more, --json prints all")
    say(WARNING)


def _tie_cells(tie: NetworkTie) -> list[str]:
    return [
        f"{tie.a} - {tie.b}", _SIGN[tie.sign], f"{tie.positive:g}", f"{tie.negative:g}", _ratio(tie),
        "uncertain" if tie.uncertain else "", ", ".join(tie.outlets) or "not named",
    ]  # fmt: skip


def _ratio(tie: NetworkTie) -> str:
    return f"{tie.log_ratio:+.2f} [{tie.log_ratio - 1.96 * tie.error:+.2f}, {tie.log_ratio + 1.96 * tie.error:+.2f}]"


def pair_facts(table: Table, network: SignedNetwork, a: str, b: str, project: Path | None) -> dict[str, Any]:
    """Return one pair: its tie, its events with their words, and what is left of it without each source."""
    tie = network.tie(a, b)
    if tie is None:
        return {"tie": None, "pair": [a, b], "events": [], "without": []}
    left = tie_without(table, network.rule, a, b)
    stories = _story_paths(project)
    return {
        "pair": [tie.a, tie.b], "tie": tie_row(tie), "events": _event_rows(table, tie, project),
        "without": [
            {"kind": one.kind, "name": stories.get(one.name, one.name), "tie": tie_row(one.tie) if one.tie else None}
            for one in left
        ],
    }  # fmt: skip


def _story_paths(project: Path | None) -> dict[str, str]:
    """Return for each story of a project the paths of its documents."""
    if project is None:
        return {}
    from dragoman.project import open_project

    with open_project(project) as opened:
        return {row["id"]: " + ".join(m["path"].rsplit("/", 1)[-1] for m in row["members"]) for row in opened.rows("stories")}


def _event_rows(table: Table, tie: NetworkTie, project: Path | None) -> list[dict[str, Any]]:
    """Return the events of a tie in the order of time, from a project with the words of every report that counts."""
    wanted = set(tie.events)
    words = _words(project, wanted) if project is not None else {}
    found = {}
    for row in table.select(["event", "day", "type", "mode", "quad", "status", "outlets", "voices", "reports"]).to_pylist():
        if row["event"] in wanted and row["event"] not in found:
            sign, counted = _SIGN[1 if row["quad"] <= 2 else -1], {*row["reports"]}
            told = [report for report in words.get(row["event"], []) if report["report"] in counted]
            found[row["event"]] = {**row, "speaks_for": sign, "reports": told}
    return sorted(found.values(), key=lambda row: (row["day"] is None, str(row["day"]), row["event"]))


def _words(project: Path, events: set[str]) -> dict[str, list[dict[str, Any]]]:
    """Return for each event its reports: the document, the sentence with its span, the word of the act and where it stands."""
    from sqlalchemy import select

    from dragoman.store import schema
    from dragoman.store.store import open_store

    d, r, e, s = schema.documents.c, schema.reports.c, schema.event_reports.c, schema.sentences.c
    query = (
        select(r.id, e.event, d.path, d.text, s.start, s.end, r.trigger_start, r.trigger_end, r.according_to)
        .join(schema.event_reports, e.report == r.id).join(schema.documents, d.id == r.document)
        .join(schema.sentences, (s.document == r.document) & (s.position == r.sentence))
        .order_by(d.path, r.trigger_start, r.id)
    )  # fmt: skip
    found: dict[str, list[dict[str, Any]]] = {}
    with open_store(project) as store, store.reading() as connection:
        for row in connection.execute(query):
            if row.event in events:
                sentence, word = (row.start, row.end), (row.trigger_start, row.trigger_end)
                found.setdefault(row.event, []).append(
                    {"report": row.id, "document": row.path, "span": sentence, "quote": row.text[slice(*sentence)],
                     "trigger": word, "word": row.text[slice(*word)], "according_to": row.according_to}
                )  # fmt: skip
    return found


def _around(report: dict[str, Any]) -> str:
    """Return the words of a report in one line; of a long sentence what stands around the word of the act."""
    start, quote = report["trigger"][0] - report["span"][0], report["quote"]
    if len(quote) <= _LONGEST:
        return " ".join(quote.split())
    first = max(0, start - _LONGEST // 2)
    return f"{'... ' if first else ''}{' '.join(quote[first : first + _LONGEST].split())} ..."


def print_pair(shown: dict[str, Any]) -> None:
    """Print one pair."""
    if shown["tie"] is None:
        say(f"nothing is reported between {' and '.join(shown['pair'])} under this rule: unknown, not neutral")
        return
    tie = msgspec.convert({key: value for key, value in shown["tie"].items() if key != "uncertain"}, NetworkTie)
    print_rows(["pair", "sign", "for", "against", "log ratio", "", "sources"], [_tie_cells(tie)])
    say("")
    for row in shown["events"]:
        said = f"{row['speaks_for']} {row['day'] or 'undated'}  {row['type']} {row['mode']}".rstrip()
        say(f"{said}  ({row['status']}; {', '.join(sorted(set(filter(None, row['outlets'])))) or 'no outlet'})  {row['event']}")
        for report in row["reports"]:
            chain = f" (according to {' > '.join(report['according_to'])})" if report["according_to"] else ""
            page = report["document"].rsplit("/", 1)[-1]
            say(f"      {page} {report['trigger'][0]} [{report['word']}]: \"{_around(report)}\"{chain}")
    say("")
    rows = [["all sources", *_tie_cells(tie)[1:5]]]
    for one in shown["without"]:
        if one["tie"] is None:
            rows.append([f"without {one['kind']} {one['name']}", "no tie", "0", "0", ""])
        else:
            left = msgspec.convert({key: value for key, value in one["tie"].items() if key != "uncertain"}, NetworkTie)
            rows.append([f"without {one['kind']} {one['name']}", *_tie_cells(left)[1:5]])
    print_rows(["", "sign", "for", "against", "log ratio"], rows)
    if len(tie.stories) == 1:
        say("one source: this tie hangs on a single story")
    say(WARNING)


# ---------------------------------------------------------------- blocs


def report_facts(report: BlocsReport) -> dict[str, Any]:
    """Return the blocs for JSON."""
    return {
        **msgspec.to_builtins(report), "balanced_triangles": report.triangles.balanced,
        "two_blocs": report.two.members, "free_blocs": report.free.members,
    }  # fmt: skip


def draws_facts(drawn: CoMembership | None) -> dict[str, Any] | None:
    """Return the draws for JSON: a row for each pair."""
    if drawn is None:
        return None
    pairs = [
        {"a": a, "b": b, "joined": count, "shared": drawn.shared.get((a, b), 0), "probability": drawn.probability(a, b)}
        for (a, b), count in sorted(drawn.joined.items())
    ]
    return {"draws": drawn.draws, "stories": drawn.stories, "warning": drawn.warning, "pairs": pairs}


def print_blocs(
    report: BlocsReport, costs: Sequence[Margin], drawn: CoMembership | None, moved: Sequence[Without], *, free: bool
) -> None:
    """Print the blocs and how firm they are."""
    say(f"{report.actors} actors, {report.positive} positive and {report.negative} negative ties (network {report.network})")
    if report.parts > 1:
        say(f"{report.parts} parts that no tie joins: sides of actors in different parts mean nothing towards each other")
    _print_division("two blocs", report.two, report.near_two)
    _print_division("any number of blocs", report.free, report.near_free)
    if report.normalised is not None:
        walks = f"walk balance {report.walk_balance or 0:.3f}"
        say(f"balance 1 - 2 L / m: {report.normalised:.3f}; {walks}; {_triangle_words(report)}")
    weak = sorted(report.local_balance.items(), key=lambda item: item[1])[:8]
    parts = [f"{name} {value:.2f} ({report.explained[name]:.0%} of its ties fit)" for name, value in weak]
    say("least balanced: " + ", ".join(parts))
    if costs:
        say("")
        cells = [
            [one.other, str(one.together), str(one.apart), f"{one.cost_of_parting:+d}", "" if one.proven else "not proven"]
            for one in sorted(costs, key=lambda one: (-one.cost_of_parting, one.other))
        ]
        print_rows([f"{costs[0].actor} and", "violated ties together", "apart", "cost of parting", ""], cells)
    if drawn is not None:
        _print_draws(drawn)
    for one in moved:
        who = ", ".join(one.movers) or "nobody"
        say(f"without {one.kind} {one.name}: {one.value} violated ties; moves: {who}")
    say("Balance keeps account of tension; it is no law of motion. " + WARNING)


def _print_division(title: str, made: Any, near: NearOptimal | None) -> None:
    say("")
    proof = "proven" if made.proven else "best found, not proven"
    say(f"{title}: {made.value} violated ties ({proof})")
    for number, names in enumerate(made.members, start=1):
        say(f"  {number}: {', '.join(names)}")
    if near is not None:
        count = len(near.divisions)
        more = "" if near.complete else "at least "
        same = sum(found.value == near.optimum for found in near.divisions)
        say(f"  {more}{count} divisions violate at most {near.within} more; {more}{same} as few")


def _triangle_words(report: BlocsReport) -> str:
    share = report.triangles.balanced
    return "no triangles" if share is None else f"{share:.0%} of {report.triangles.count} triangles balanced"


def _print_draws(drawn: CoMembership) -> None:
    say("")
    say(f"stories drawn anew {drawn.draws} times ({drawn.stories} stories)" + (f"; {drawn.warning}" if drawn.warning else ""))
    rows = [
        [f"{a} - {b}", f"{drawn.probability(a, b):.2f}", f"{count} of {drawn.draws}"]
        for (a, b), count in sorted(drawn.joined.items(), key=lambda item: (-item[1], item[0]))[:40]
    ]
    print_rows(["pair", "share a bloc", "draws that join them"], rows)


# ---------------------------------------------------------------- landscape and what-if


def landscape_facts(made: Landscape) -> dict[str, Any]:
    """Return a landscape for JSON."""
    return {
        "sizes": made.sizes, "propensities": [{"a": a, "b": b, "value": value} for (a, b), value in made.propensities.items()],
        "minima": [
            {"side": sorted(side), "other": sorted(set(made.actors) - side), "energy": energy,
             "frustration": {actor: made.frustration(actor, side) for actor in made.actors}}
            for side, energy in made.minima
        ],
    }  # fmt: skip


def print_landscape(made: Landscape, left: Sequence[str]) -> None:
    """Print the local minima and who is most frustrated in the deepest."""
    say(f"{len(made.actors)} actors, {2 ** max(0, len(made.actors) - 1):,} divisions, {len(made.minima)} local minima")
    if left:
        say(f"left out: {', '.join(left)}")
    for side, energy in made.minima[:_LISTED]:
        others = ", ".join(sorted(set(made.actors) - side)) or "nobody"
        say(f"  energy {energy:g}: {', '.join(sorted(side))}  against  {others}")
    if made.minima:
        side = made.minima[0][0]
        camp = {actor: "first" if actor in side else "second" for actor in made.actors}
        rows = [[name, f"{made.sizes[name]:g}", camp[name], f"{made.frustration(name, side):+.2f}"] for name in made.actors]
        print_rows(["actor", "size", "camp", "frustration in the deepest"], rows)
    say("The camps follow from the sizes and propensities given; they are no forecast.")


def print_answers(answers: Sequence[Answer]) -> None:
    """Print what-if answers, one after the other, and a comparison where there are several."""
    for answer in answers:
        _print_answer(answer)
    if len(answers) > 1:
        rows = [
            [one.scenario, one.id, one.model, f"{one.before:g}", f"{one.after:g}", f"{one.cost:+g}",
             ", ".join(mover.actor for mover in one.movers)]
            for one in answers
        ]  # fmt: skip
        print_rows(["scenario", "id", "model", "before", "after", "cost", "who moves"], rows)
    say(CAVEAT)


def _print_answer(answer: Answer) -> None:
    unit = "energy" if answer.model == "landscape" else "violated ties"
    say(f"{answer.scenario}: {'; '.join(answer.changes)}")
    say(f"  cost: {unit} {answer.before:g} -> {answer.after:g} ({answer.cost:+g})" + ("" if answer.proven else ", not proven"))
    if answer.held is not None:
        say(f"  the old division would cost {answer.held:g} after the changes")
    say("  before: " + " | ".join(", ".join(names) for names in answer.blocs_before))
    say("  after:  " + " | ".join(", ".join(names) for names in answer.blocs_after))
    for mover in answer.movers[:_LISTED]:
        say("  " + _mover_words(mover))
    if len(answer.movers) > _LISTED:
        say(f"  ... and {len(answer.movers) - _LISTED} more move")
    if not answer.movers:
        say("  nobody moves")
    what = "local minima" if answer.model == "landscape" else f"divisions within {answer.within:g} of the best"
    say(f"  {what}: {_count(answer.near_before)} before, {_count(answer.near_after)} after")
    for note in answer.notes:
        say(f"  {note}")
    say(f"  cite: {answer.cite()}")
    say("")


def _mover_words(mover: Mover) -> str:
    named = "" if mover.named else " (not named in the scenario)"
    joins = f"joins {', '.join(mover.joins[:6])}{' ...' if len(mover.joins) > 6 else ''}" if mover.joins else "stands alone"
    stays = "" if mover.staying is None else f"; to keep it where it was costs {mover.staying:+g}"
    return f"moves: {mover.actor}{named}: {joins}{stays}"


def _count(near: tuple[int, bool]) -> str:
    return f"{near[0]}" if near[1] else f"at least {near[0]}"


# ---------------------------------------------------------------- drawn


def draw_network(path: Path, ties: Sequence[Tie], report: BlocsReport, *, free: bool) -> None:
    """Draw a network with its blocs into a file."""
    from dragoman.charts.files import write_chart
    from dragoman.charts.network import network_chart

    write_chart(path, lambda form: network_chart(ties, report.free if free else report.two, form))


def draw_matrix(path: Path, drawn: CoMembership, report: BlocsReport, *, free: bool) -> None:
    """Draw the shares of draws in which pairs share a bloc into a file."""
    from dragoman.charts.files import write_chart
    from dragoman.charts.matrix import matrix_chart

    write_chart(path, lambda form: matrix_chart(drawn, report.free if free else report.two, form))


# ---------------------------------------------------------------- forecasts


def print_ledger(rows: Sequence[Forecast], scores: Sequence[SpeakerScore]) -> None:
    """Print forecasts with what came of them, and the scores of their speakers."""
    for row in rows:
        claim = row.claim
        number = row.estimate.probability if row.estimate else None
        chance = "no agreed number" if number is None else f"{number:g}"
        said = f"{claim.hedge or 'no hedge'} = {chance}"
        say(f"{claim.id}  {claim.speaker} ({claim.path.rsplit('/', 1)[-1]}, {claim.published or 'undated'}): {row.state}")
        if claim.condition:
            say(f"    if:   {' '.join(claim.condition.split())}")
        say(f"    then: {' '.join(claim.outcome.split())}")
        say(f"    horizon: {claim.horizon or 'none named'}; {said}")
        if row.resolution:
            say(f"    {row.resolution.verdict}, says {row.resolution.user}, {row.resolution.created}: {row.resolution.note}")
    cells = [
        [one.speaker, str(one.forecasts), str(one.resolved), str(one.scored), "" if one.brier is None else f"{one.brier:.3f}",
         "" if one.log_score is None else f"{one.log_score:.3f}", one.warning]
        for one in scores
    ]  # fmt: skip
    print_rows(["speaker", "forecasts", "resolved", "scored", "Brier", "log score", ""], cells)
    say("Brier score: 0 is perfect, always one half gives 0.25. Only what a person resolved as happened or not is scored.")
