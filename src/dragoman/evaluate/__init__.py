"""Scores against gold files: one module a kind of gold, each with `evaluate(gold, kit, predictions)`."""
