"""The use cases that both doors call; each module loads what it needs and no more."""
