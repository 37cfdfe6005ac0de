"""What programs read: JSON with its schemas, and tables."""
