"""The use cases, called by command line, screens and Python; each module imports only what it needs."""
