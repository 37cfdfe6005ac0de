"""The pages as a browser shows them; skipped where there is no Chromium."""
