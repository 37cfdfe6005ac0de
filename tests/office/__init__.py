"""Word files as LibreOffice takes them; skipped where it is not installed."""
