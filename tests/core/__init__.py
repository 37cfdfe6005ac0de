"""Tests of resdiff.core."""
