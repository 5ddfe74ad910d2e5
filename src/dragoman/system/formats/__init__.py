"""Event files of others, and our own: bytes -> an event table, what is wrong with the file counted; and back."""

from __future__ import annotations

from dragoman.system.formats import gdelt, icews, polecat
from dragoman.system.formats.delimited import Fault, RawFile, write_tabs
from dragoman.system.formats.reading import FORMATS, EventFile, read_events, recognise

__all__ = ["FORMATS", "EventFile", "Fault", "RawFile", "gdelt", "icews", "polecat", "read_events", "recognise", "write_tabs"]
