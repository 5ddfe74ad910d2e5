"""Tests of what stands in extract/dates."""
