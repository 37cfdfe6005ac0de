"""Tests of resdiff.render."""
