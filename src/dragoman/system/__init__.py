"""Events -> the international system. Pure functions; ties are `(a, b, sign)` with sign +1 or -1."""

from __future__ import annotations

from dragoman.system.balance import Partition, frustration_index, weak_balance
from dragoman.system.blocs import blocs_report, blocs_without, tie_without
from dragoman.system.bootstrap import bootstrap_blocs
from dragoman.system.breaks import change_points
from dragoman.system.dyads import dyad_series
from dragoman.system.event_table import EVENT_SCHEMA, event_table, surest
from dragoman.system.landscape import Landscape, landscape
from dragoman.system.local_search import search_blocs
from dragoman.system.near import margins, near_optimal
from dragoman.system.network import TieRule, signed_network
from dragoman.system.polarity import con, effective_number
from dragoman.system.position import position
from dragoman.system.scenarios import Scenario, read_scenario
from dragoman.system.sensitivity import leave_one_out, one_at_a_time, sources_of
from dragoman.system.signed import local_balance, triangles, walk_balance
from dragoman.system.whatif import what_if, what_if_events
from dragoman.system.whatif_landscape import what_if_landscape

__all__ = [
    "EVENT_SCHEMA",
    "Landscape",
    "Partition",
    "Scenario",
    "TieRule",
    "blocs_report",
    "blocs_without",
    "bootstrap_blocs",
    "change_points",
    "con",
    "dyad_series",
    "effective_number",
    "event_table",
    "frustration_index",
    "landscape",
    "leave_one_out",
    "local_balance",
    "margins",
    "near_optimal",
    "one_at_a_time",
    "position",
    "read_scenario",
    "search_blocs",
    "signed_network",
    "sources_of",
    "surest",
    "tie_without",
    "triangles",
    "walk_balance",
    "weak_balance",
    "what_if",
    "what_if_events",
    "what_if_landscape",
]
