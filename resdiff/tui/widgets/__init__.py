"""Widgets that draw nouns line by line: none of them makes a widget a row."""
