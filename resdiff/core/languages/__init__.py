"""What is particular to a language, one module a language: words and pieces of patterns, no behaviour."""
