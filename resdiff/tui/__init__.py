"""The terminal interface: screens over what workspace gives.

It draws nouns and decides nothing about texts.
"""
