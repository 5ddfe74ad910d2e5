"""Tests of dragoman.intake."""
