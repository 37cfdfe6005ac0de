"""Tidy tables for research: declared once, made of files, folders and the store, written as files."""
