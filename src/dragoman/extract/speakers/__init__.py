"""Whom a source names: persons, offices, pronouns, plurals, unnamed sources; and the statements built from that."""
