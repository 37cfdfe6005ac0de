"""Source to blocks: lines, page furniture, readings."""
