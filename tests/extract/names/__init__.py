"""Tests of what stands in extract/names."""
