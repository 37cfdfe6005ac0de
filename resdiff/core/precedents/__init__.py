"""Agreed language: how near two wordings are, which runs of a text stand elsewhere, what is new."""
