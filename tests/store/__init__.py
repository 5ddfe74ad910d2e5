"""Tests of `dragoman.store`."""
