"""Comparison -> output: one module a format, none of which aligns, diffs or classifies."""
