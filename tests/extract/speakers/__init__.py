"""Tests of what stands in extract/speakers."""
