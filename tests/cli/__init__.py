"""Tests of resdiff.cli."""
