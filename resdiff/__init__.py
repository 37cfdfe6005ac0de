"""resdiff: compares and follows the texts of resolutions."""

__version__ = "0.1.0"
