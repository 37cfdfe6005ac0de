"""What is particular to a kind of resolution, one module a kind: words, forms and pieces of patterns."""
