"""Tests of dragoman.cli."""
