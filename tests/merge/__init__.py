"""Tests of `dragoman.merge`."""
