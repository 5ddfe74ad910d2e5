"""Tests of dragoman.charts."""
