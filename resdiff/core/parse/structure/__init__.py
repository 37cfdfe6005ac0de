"""Blocks to paragraphs: labels, levels, ids, parts."""
