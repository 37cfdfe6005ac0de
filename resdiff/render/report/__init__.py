"""Reports: HTML pages that are whole in themselves."""
