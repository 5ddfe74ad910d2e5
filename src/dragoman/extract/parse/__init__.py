"""Sentences with a parse, the repairs of what the parser gets wrong, and the questions that later stages ask of it."""
