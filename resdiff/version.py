"""The version of resdiff."""

__version__ = "0.1.0"
