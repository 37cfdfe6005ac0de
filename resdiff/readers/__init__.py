"""Bytes -> text: one module a format, each loaded only when it is used."""
