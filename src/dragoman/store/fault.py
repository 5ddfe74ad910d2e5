"""What a check finds."""

from __future__ import annotations

import msgspec


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a project that cannot be right. `record` is the id (or key) of the row that shows it."""

    table: str
    record: str
    message: str
