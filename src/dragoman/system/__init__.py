"""Events -> the international system. Pure functions; ties are `(a, b, sign)` with sign +1 or -1."""

from __future__ import annotations

from dragoman.system.balance import Partition, frustration_index, weak_balance
from dragoman.system.landscape import Landscape, landscape

__all__ = ["Landscape", "Partition", "frustration_index", "landscape", "weak_balance"]
