"""Tests of resdiff.readers."""
