"""Tests of what stands in extract/attribution."""
