"""Tests of dragoman.web."""
