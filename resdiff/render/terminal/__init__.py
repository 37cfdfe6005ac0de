"""Text for a terminal or a file, as lines of styled runs."""
