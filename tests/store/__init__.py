"""Tests of resdiff.store, through the command and the use cases."""
