"""The versioned store: successive texts of a resolution in one SQLite file that any SQLite tool can read."""
