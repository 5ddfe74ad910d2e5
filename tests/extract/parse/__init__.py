"""Tests of what stands in extract/parse."""
