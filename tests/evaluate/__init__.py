"""Tests of dragoman.evaluate."""
