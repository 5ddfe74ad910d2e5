"""Cue, source and content of what is said, each a span, however damaged the marks."""
